#include <gtest/gtest.h>

#include <string>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {
namespace {

// --- identifiers ---

TEST(Ids, OfTheAllowedCharactersAreKeptAsTheyAre) {
    EXPECT_EQ(UnitCode::parse("51-S05").value().str(), "51-S05");
    EXPECT_EQ(RulebookId::of("nd90-48-2023").str(), "nd90-48-2023");
    EXPECT_TRUE(PersonCode::parse(std::string(64, 'a')).has_value());
}

TEST(Ids, WithOtherCharactersOrLengthsAreRefused) {
    for (const auto* raw : {"", "a b", "a/b", "a:b", "a\n", "Đ1", "a%2e"}) EXPECT_FALSE(PersonCode::parse(raw)) << raw;
    EXPECT_FALSE(PersonCode::parse(std::string(65, 'a')));
    EXPECT_EQ(PersonCode::parse("a/b").error().type, "invalid-field");
    EXPECT_THROW(PersonCode::of("a b"), std::runtime_error);
}

TEST(Digests, AreSixtyFourLowerCaseHexadecimalDigits) {
    const std::string hex(64, 'a');
    EXPECT_EQ(Digest::parse(hex).value().str(), hex);
    EXPECT_FALSE(Digest::parse(std::string(64, 'A')));
    EXPECT_FALSE(Digest::parse(std::string(63, 'a')));
    EXPECT_FALSE(Digest::parse(std::string(64, 'g')));
}

// --- texts ---

TEST(Texts, AreTrimmedAndKeepLineFeedsAndTabs) {
    EXPECT_EQ(Text::of("  one\n\ttwo \n").str(), "one\n\ttwo");
    EXPECT_EQ(Text::of("\xC2\xA0Ủy ban\xC2\xA0").str(), "Ủy ban");
    EXPECT_EQ(Text::of("dòng 1\r\ndòng 2").str(), "dòng 1\ndòng 2");
}

TEST(Texts, AreBroughtToOneUnicodeForm) {
    const std::string decomposed = "Nguye\xCC\x82\xCC\x83n";  // e, circumflex, tilde
    EXPECT_EQ(Label::of(decomposed).str(), "Nguyễn");
    EXPECT_EQ(Label::of(decomposed), Label::of("Nguyễn"));
}

TEST(Texts, LengthIsCountedInCharactersOfTheUnifiedForm) {
    std::string composed;
    std::string decomposed;
    for (int i = 0; i < 300; ++i) {
        composed += "ễ";
        decomposed += "e\xCC\x82\xCC\x83";
    }
    EXPECT_TRUE(Label::parse(composed).has_value());
    EXPECT_TRUE(Label::parse(decomposed).has_value());
    EXPECT_FALSE(Label::parse(composed + "x"));
    EXPECT_NE(Label::parse(composed + "x").error().detail_en.find("301"), std::string::npos);
    EXPECT_FALSE(Label::parse(std::string(301, 'x')));
    EXPECT_FALSE(Label::parse(std::string(3'000'000, '\xC3')));
}

TEST(Texts, EmptyOrBlankAreRefusedUnlessAllowed) {
    EXPECT_FALSE(Text::parse(""));
    EXPECT_FALSE(Text::parse(" \n\t "));
    EXPECT_FALSE(Text::parse("\xC2\xA0"));
    EXPECT_EQ(detail::parse_text("", 10, true).value(), "");
}

TEST(Texts, WithControlCharactersAreRefused) {
    for (const std::string& raw : {std::string("a\0b", 3), std::string("a\x1B[0m"), std::string("a\rb"),
                                   std::string("a\x7F"), std::string("a\xC2\x85z"), std::string("a\xE2\x80\xA8z")}) {
        EXPECT_FALSE(Text::parse(raw)) << raw;
    }
    EXPECT_NE(Text::parse("ab\x1B").error().detail_en.find("Character 3"), std::string::npos);
}

TEST(Texts, WithInvisibleCharactersAreRefused) {
    for (const auto* raw : {"a\xE2\x80\x8Bz", "a\xE2\x80\xAEz",
                            "\xEF\xBB\xBF"
                            "a",
                            "a\xC2\xADz"}) {
        EXPECT_FALSE(Text::parse(raw)) << raw;
    }
}

TEST(Texts, ThatAreNotUtf8AreRefused) {
    for (const auto* raw : {"\xFF", "abc\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
        EXPECT_FALSE(Text::parse(raw));
    }
    EXPECT_NE(Text::parse("abc\xFF").error().detail_en.find("byte 4"), std::string::npos);
}

TEST(Texts, WithALookAlikeLetterAreRefusedAndTheRightOneIsNamed) {
    const auto refused = Label::parse("Nguyễn Ðào");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().type, "invalid-field");
    EXPECT_EQ(refused.error().detail_vi, "Ký tự thứ 8 là Ð (U+00D0), không phải chữ Đ (U+0110)");
    EXPECT_EQ(refused.error().detail_en, "Character 8 is Ð (U+00D0), not the letter Đ (U+0110)");
    EXPECT_TRUE(Label::parse("Nguyễn Đào").has_value());
    EXPECT_FALSE(Label::parse("ðào"));
}

TEST(Texts, WithCyrillicInsideALatinWordAreRefused) {
    EXPECT_FALSE(Label::parse("N\xD0\xB3uyen"));
    EXPECT_FALSE(Label::parse("\xD0\x90n"));
    EXPECT_TRUE(Label::parse("\xD0\x9C\xD0\xB8\xD1\x80 - tạp chí").has_value());
}

// --- dates ---

std::string utf8(unsigned character) {
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    if (character < 0x80) return {byte(character)};
    if (character < 0x800) return {byte(0xC0 | character >> 6), byte(0x80 | (character & 0x3F))};
    return {byte(0xE0 | character >> 12), byte(0x80 | (character >> 6 & 0x3F)), byte(0x80 | (character & 0x3F))};
}

// Common texts are recognised without asking the Unicode tables; a character of another script at the end makes the
// tables decide about the same text.
TEST(Texts, AreJudgedTheSameWithAndWithoutTheUnicodeTables) {
    const std::string other = "\u5B57";
    int kept = 0;
    for (unsigned character = 1; character < 0x3000; ++character) {
        for (const auto* before : {"a", "\u1EA1", "e\u0301", "\u0416"}) {
            const auto text = before + utf8(character) + "a";
            const auto quick = Text::parse(text);
            const auto slow = Text::parse(text + other);
            ASSERT_EQ(quick.has_value(), slow.has_value()) << character;
            if (!quick) continue;
            ASSERT_EQ(quick->str() + other, slow->str()) << character;
            ++kept;
        }
    }
    EXPECT_GT(kept, 20'000);
    EXPECT_EQ(Text::parse("\n\t \u1EA1\u0111 \n")->str(), "\u1EA1\u0111");
    for (const auto* torn : {"\xC3", "\xE1\xBA", "\xE2\x80", "\xC3\x28", "\xE1\xB7\x80\xFF"})
        EXPECT_FALSE(Text::parse(torn)) << torn;
}

TEST(Dates, ThatDoNotExistAreRefused) {
    for (const auto* raw : {"2023-02-29", "2023-02-31", "2023-04-31", "2023-13-01", "2023-00-10", "2023-10-00",
                            "1899-12-31", "2201-01-01"}) {
        EXPECT_FALSE(Date::parse(raw)) << raw;
    }
    EXPECT_TRUE(Date::parse("2024-02-29").has_value());
    EXPECT_FALSE(Date::parse("1900-02-29"));
    EXPECT_NE(Date::parse("2023-02-31").error().detail_vi.find("31/2/2023 không tồn tại"), std::string::npos);
}

TEST(Dates, OfAnotherFormAreRefused) {
    for (const auto* raw : {"", "2023-1-01", "30/11/2023", "2023-11-30 ", " 2023-11-30", "2023-11-30T00:00", "20231130",
                            "-023-11-30", "2023-11-3O"}) {
        EXPECT_FALSE(Date::parse(raw)) << raw;
    }
}

TEST(Dates, KnowTheirPartsAndWeekday) {
    const auto date = Date::of("2023-11-30");
    EXPECT_EQ(date.year(), 2023);
    EXPECT_EQ(date.month(), 11);
    EXPECT_EQ(date.day(), 30);
    EXPECT_EQ(date.weekday(), 3);  // Thursday
    EXPECT_EQ(Date::of("2023-11-27").weekday(), 0);
    EXPECT_EQ(Date::of("1969-12-28").weekday(), 6);
    EXPECT_EQ(date.iso(), "2023-11-30");
    EXPECT_EQ(date.vietnamese(), "30/11/2023");
    EXPECT_EQ(Date::of("2023-02-03").vietnamese(), "03/02/2023");
    EXPECT_EQ(date.plus(1).iso(), "2023-12-01");
    EXPECT_EQ(Date().iso(), "1970-01-01");
    EXPECT_LT(Date::of("2023-11-29"), date);
}

TEST(Dates, GoThroughTextUnchangedOverTheWholeRange) {
    for (auto day = Date::of("1900-01-01"); day <= Date::of("2200-12-31"); day = day.plus(37)) {
        ASSERT_EQ(Date::of(day.iso()), day);
        ASSERT_EQ(Date::from_civil(day.year(), day.month(), day.day()).value(), day);
    }
}

// --- times ---

TEST(Times, AreReadWithTheirOffsetAndPrintedInUtc) {
    EXPECT_EQ(Time::of("2023-11-28T09:10:00+07:00").rfc3339(), "2023-11-28T02:10:00.000Z");
    EXPECT_EQ(Time::of("2023-11-28T02:10:00Z"), Time::of("2023-11-28T09:10:00+07:00"));
    EXPECT_EQ(Time::of("2023-11-28t02:10:00.5z").rfc3339(), "2023-11-28T02:10:00.500Z");
    EXPECT_EQ(Time::of("2023-11-28T02:10:00.123456Z").rfc3339(), "2023-11-28T02:10:00.123Z");
    EXPECT_EQ(Time::of("2023-11-27T22:40:00-03:30").rfc3339(), "2023-11-28T02:10:00.000Z");
    EXPECT_EQ(Time::of("1969-12-31T23:59:59.999Z").millis(), -1);
    EXPECT_EQ(Time::from_millis(-1).rfc3339(), "1969-12-31T23:59:59.999Z");
}

TEST(Times, WithoutAnOffsetAreLocalAndMayEndTheDay) {
    EXPECT_EQ(Time::of("2023-11-29T24:00"), Time::of("2023-11-30T00:00:00+07:00"));
    EXPECT_EQ(Time::of("2023-11-29T24:00").rfc3339(), "2023-11-29T17:00:00.000Z");
    EXPECT_EQ(Time::of("2023-11-29T08:30").rfc3339(), "2023-11-29T01:30:00.000Z");
    EXPECT_EQ(Time::of("2023-11-29T08:30:15"), Time::local(Date::of("2023-11-29"), 8, 30, 15));
}

TEST(Times, ThatDoNotExistAreRefused) {
    for (const auto* raw : {"", "2023-11-28", "2023-11-28T24:01", "2023-11-28T25:00", "2023-11-28T24:00:00Z",
                            "2023-11-28T09:60:00Z", "2023-11-28T09:10:60Z", "2023-11-28T09:10Z", "2023-02-30T09:10:00Z",
                            "2023-11-28 09:10:00Z", "2023-11-28T09:10:00+7:00", "2023-11-28T09:10:00+24:00",
                            "2023-11-28T09:10:00.Z", "2023-11-28T09:10:00ZZ", "2023-11-28T9:10:00Z"}) {
        EXPECT_FALSE(Time::parse(raw)) << raw;
    }
}

TEST(Times, KnowTheLegalDateAndHour) {
    const auto time = Time::of("2023-11-28T17:00:00Z");  // midnight in Vietnam
    EXPECT_EQ(time.local_date().iso(), "2023-11-29");
    EXPECT_EQ(time.local_minute_of_day(), 0);
    EXPECT_EQ(time.plus_millis(-1).local_date().iso(), "2023-11-28");
    EXPECT_EQ(time.plus_millis(-1).local_minute_of_day(), 1439);
    EXPECT_EQ(Time::local(Date::of("2023-11-29"), 24, 0), Time::local(Date::of("2023-11-30"), 0, 0));
    EXPECT_EQ(Time::of("2023-11-28T09:10:07+07:00").vietnamese(), "09:10:07 ngày 28/11/2023");
}

TEST(Times, GoThroughTextUnchanged) {
    for (std::int64_t millis = -2'000'000'000'000; millis < 7'000'000'000'000; millis += 9'876'543'211) {
        ASSERT_EQ(Time::of(Time::from_millis(millis).rfc3339()).millis(), millis);
    }
}

// --- levels ---

TEST(Levels, AreOrderedFromBestToWorstAndNamedInBothLanguages) {
    EXPECT_LT(Level::excellent, Level::not_completed);
    EXPECT_EQ(vietnamese(Level::excellent), "Hoàn thành xuất sắc nhiệm vụ");
    EXPECT_EQ(english(Level::not_completed), "Non-completion of tasks");
    EXPECT_EQ(short_vietnamese(Level::good), "HTTNV");
    EXPECT_EQ(vietnamese(SubjectClass::public_employee), "Viên chức");
    EXPECT_EQ(english(SubjectClass::cadre), "Cadre");
}

}  // namespace
}  // namespace minhbach
