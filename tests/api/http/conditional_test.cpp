#include "api/http/conditional.hpp"

#include <gtest/gtest.h>

namespace minhbach::api::http {
namespace {

Request with(std::string_view name, std::string_view value) {
    Request request;
    request.headers.add(name, value);
    return request;
}

struct MatchCase {
    const char* field;
    const char* current;
    bool admits;
};

TEST(IfMatch, ComparesStrongly) {
    const MatchCase cases[] = {
        {"\"7\"", "\"7\"", true},
        {"\"7\"", "\"8\"", false},
        {"\"6\", \"7\"", "\"7\"", true},
        {"\"6\" ,,\t\"7\" ,", "\"7\"", true},
        {"W/\"7\"", "\"7\"", false},
        {"W/\"7\"", "W/\"7\"", false},
        {"\"7\"", "W/\"7\"", false},
        {"\"a,b\"", "\"a,b\"", true},
        {"*", "\"7\"", true},
        {" * ", "\"7\"", true},
        {"*", "", false},
        {"\"7\"", "", false},
        {"\"\"", "\"\"", true},
        {"\"7-abc\"", "\"7\"", true},  // the revision is what a command rests on
        {"\"6-abc\", \"7-abc\"", "\"7\"", true},
        {"\"8-abc\"", "\"7\"", false},
        {"W/\"7-abc\"", "\"7\"", false},
        {"\"7-abc\"", "\"7-def\"", false},
        {"\"7\"", "\"7-def\"", false},
    };
    for (const auto& [field, current, admits] : cases) {
        const auto condition = IfMatch::of(with("If-Match", field)).value();
        EXPECT_TRUE(condition.present());
        EXPECT_EQ(condition.admits(current), admits) << field << " against " << current;
    }
}

TEST(IfMatch, AbsentAdmitsEverything) {
    const auto condition = IfMatch::of(Request()).value();
    EXPECT_FALSE(condition.present());
    EXPECT_TRUE(condition.admits("\"7\""));
    EXPECT_TRUE(condition.admits(""));
    EXPECT_EQ(condition.revision(), std::nullopt);
}

TEST(IfMatch, OnSeveralLinesIsOneList) {
    Request request = with("If-Match", "\"6\"");
    request.headers.add("If-Match", "\"7\"");
    EXPECT_TRUE(IfMatch::of(request).value().admits("\"7\""));
}

TEST(IfMatch, RefusesWhatIsNoTag) {
    for (const auto* field :
         {"7", "\"7", "7\"", "", ",", "w/\"7\"", "\"7\" \"8\"", "\"7\",*", "\"a b\"", "W/7", "\"7\"x"}) {
        const auto condition = IfMatch::of(with("If-Match", field));
        ASSERT_FALSE(condition) << field;
        EXPECT_EQ(condition.error().type, "malformed-request") << field;
    }
}

TEST(IfMatch, NamesARevision) {
    const auto revision = [](std::string_view field) {
        return IfMatch::of(with("If-Match", field)).value().revision();
    };
    EXPECT_EQ(revision("\"7\""), 7U);
    EXPECT_EQ(revision("\"7-abc\""), 7U);
    EXPECT_EQ(revision(entity_tag(7, "abc")), 7U);
    EXPECT_EQ(revision(entity_tag(18'446'744'073'709'551'615U)), 18'446'744'073'709'551'615U);
    for (const auto* field : {"*", "W/\"7\"", "\"07\"", "\"-7\"", "\"7a\"", "\"\"", "\"6\", \"7\"", "\"7-\"",
                              "\"07-abc\"", "\"99999999999999999999\""})
        EXPECT_EQ(revision(field), std::nullopt) << field;
}

TEST(IfNoneMatch, ComparesWeakly) {
    const MatchCase cases[] = {
        {"\"7\"", "\"7\"", true},   {"\"7\"", "\"8\"", false},       {"W/\"7\"", "\"7\"", true},
        {"\"7\"", "W/\"7\"", true}, {"\"1\", \"7\"", "\"7\"", true}, {"*", "\"7\"", true},
        {"*", "", false},           {"7", "\"7\"", false},
    };
    for (const auto& [field, current, expected] : cases)
        EXPECT_EQ(is_not_modified(with("If-None-Match", field), current), expected) << field << " against " << current;
    EXPECT_FALSE(is_not_modified(Request(), "\"7\""));
}

TEST(Conditional, AnswersCarryTheTag) {
    EXPECT_EQ(not_modified("\"7\"").status, 304);
    EXPECT_EQ(not_modified("\"7\"").headers.find("ETag"), "\"7\"");
    const Response failed = precondition_failed("\"7\"");
    EXPECT_EQ(failed.status, 412);
    EXPECT_EQ(failed.headers.find("ETag"), "\"7\"");
    EXPECT_NE(failed.body.find(R"("etag":"\"7\"")"), std::string::npos);
    EXPECT_EQ(precondition_failed("").headers.find("ETag"), std::nullopt);
    EXPECT_EQ(precondition_required().status, 428);
}

TEST(Conditional, TagsAreQuoted) {
    EXPECT_EQ(entity_tag(7), "\"7\"");
    EXPECT_EQ(entity_tag("a-b"), "\"a-b\"");
    EXPECT_EQ(entity_tag(7, "abc"), "\"7-abc\"");
    EXPECT_THROW(entity_tag("a\"b"), std::logic_error);
    EXPECT_THROW(entity_tag("a b"), std::logic_error);
}

}  // namespace
}  // namespace minhbach::api::http
