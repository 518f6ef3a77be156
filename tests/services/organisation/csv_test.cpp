#include "services/organisation/csv.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace minhbach::services::organisation {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(std::string_view bytes) {
    Rows result;
    const auto read = read_csv(bytes);
    for (const auto& row : std::get<std::vector<CsvRow>>(read)) result.push_back(row.fields);
    return result;
}

CsvError error(std::string_view bytes, const CsvLimits& limits = {}) {
    return std::get<CsvError>(read_csv(bytes, limits));
}

TEST(Csv, FieldsQuotesAndLineEnds) {
    EXPECT_EQ(rows("a,b\r\nc,d\n"), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows("a,\"b,\"\"c\"\"\nd\",e"), (Rows{{"a", "b,\"c\"\nd", "e"}}));
    EXPECT_EQ(rows("a,\n,b\n"), (Rows{{"a", ""}, {"", "b"}}));
    EXPECT_EQ(rows("\"\",x"), (Rows{{"", "x"}}));
    EXPECT_EQ(rows("a\n\nb\n\n\n"), (Rows{{"a"}, {""}, {"b"}}));
    EXPECT_EQ(rows(""), Rows{});
}

TEST(Csv, ByteOrderMarkOfUtf8IsLeftOut) {
    EXPECT_EQ(rows("\xEF\xBB\xBFhọ tên\nĐào\n"), (Rows{{"họ tên"}, {"Đào"}}));
    EXPECT_EQ(rows("\xEF\xBB\xBF"), Rows{});
    EXPECT_NE(error(std::string_view("\xFF\xFE"
                                     "a\0",
                                     4))
                  .detail_vi.find("UTF-16"),
              std::string::npos);
}

TEST(Csv, RowsKnowTheirLine) {
    const auto read = std::get<std::vector<CsvRow>>(read_csv("a\n\"b\nb\"\nc\n"));
    ASSERT_EQ(read.size(), 3u);
    EXPECT_EQ(read[1].line, 2);
    EXPECT_EQ(read[2].line, 4);
}

TEST(Csv, ErrorsNameTheirPlace) {
    EXPECT_EQ(error("a,b\nc,d\"e\n").line, 2);
    EXPECT_EQ(error("a,b\nc,d\"e\n").field, 2);
    EXPECT_EQ(error("a\n\"b\n\nc").line, 2);
    EXPECT_EQ(error("\"a\"b").line, 1);
    EXPECT_EQ(error("a\rb").line, 1);
    EXPECT_EQ(error("\"a\"\rb").line, 1);
}

TEST(Csv, OnlyUtf8) {
    EXPECT_EQ(rows("Đ\xE1\xBB\x9D,\xF0\x9F\x99\x82\n"), (Rows{{"Đờ", "\xF0\x9F\x99\x82"}}));
    for (const auto* wrong : {"\xFF", "\x80", "\xC0\xAF", "\xC4", "\xC4x", "\xE0\x9F\xBF", "\xED\xA0\x80",
                              "\xF4\x90\x80\x80", "\xF0\x8F\xBF\xBF", "\xF5\x80\x80\x80", "\xE1\xBB"}) {
        EXPECT_EQ(error(std::string("a\nb") + wrong + "\n").line, 2);
    }
}

TEST(Csv, LimitsHold) {
    CsvLimits limits;
    limits.bytes_max = 4;
    EXPECT_NE(error("abcde", limits).detail_en.find("larger"), std::string::npos);
    limits = {};
    limits.rows_max = 2;
    EXPECT_EQ(error("a\nb\nc\n", limits).line, 3);
    limits = {};
    limits.fields_max = 2;
    EXPECT_EQ(error("a,b\na,b,c\n", limits).line, 2);
    limits = {};
    limits.field_bytes_max = 3;
    EXPECT_EQ(error("abc,abcd\n", limits).field, 2);
    EXPECT_EQ(error("abc,\"abcd\"\n", limits).field, 2);
}

// Whatever the bytes: rows or one error with a place inside the file, never more.
TEST(CsvProperty, AnyBytesGiveRowsOrOneError) {
    std::mt19937 random(7);
    const std::vector<std::string> pieces{
        "\"", "\"", ",", "\r", "\n", "\n", " ", "\xEF\xBB\xBF", "Đ", "a", std::string(1, '\0'), "\xC4", "\xFF"};
    for (int round = 0; round < 40'000; ++round) {
        // Every second round without the pieces that are no UTF-8.
        const auto choice = pieces.size() - static_cast<std::size_t>(round % 2) * 2;
        std::string bytes;
        for (auto n = random() % 30; n > 0; --n) bytes += pieces[random() % choice];
        const auto read = read_csv(bytes);
        if (const auto* wrong = std::get_if<CsvError>(&read)) {
            const auto lines = 1 + std::count(bytes.begin(), bytes.end(), '\n');
            ASSERT_GE(wrong->line, 1);
            ASSERT_LE(wrong->line, lines);
            ASSERT_FALSE(wrong->detail_vi.empty());
            ASSERT_FALSE(wrong->detail_en.empty());
        }
    }
}

TEST(CsvProperty, WhatIsWrittenIsRead) {
    std::mt19937 random(11);
    const std::vector<std::string> pieces{"\"", ",", "\n", " ", "a", "Đ", "ờ"};
    for (int round = 0; round < 5'000; ++round) {
        Rows written(1 + random() % 4);
        const auto width = 1 + random() % 4;
        for (auto& row : written) {
            row.resize(width);
            for (auto& field : row) {
                for (auto n = random() % 6; n > 0; --n) field += pieces[random() % pieces.size()];
            }
        }
        // Empty lines at the end are no rows.
        written.back().back() += "x";
        ASSERT_EQ(rows(write_csv(written)), written);
        ASSERT_EQ(rows("\xEF\xBB\xBF" + write_csv(written)), written);
    }
}

}  // namespace
}  // namespace minhbach::services::organisation
