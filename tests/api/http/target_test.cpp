#include "api/http/target.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace minhbach::api::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

void expect_malformed(std::string_view target) {
    const auto parsed = parse_target(target);
    ASSERT_FALSE(parsed) << target;
    EXPECT_EQ(parsed.error().type, "malformed-request") << target;
}

TEST(Target, SplitsAndDecodesThePath) {
    const auto target = parse_target("/v1/units/S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5/a%2Fb").value();
    EXPECT_EQ(target.path, "/v1/units/S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5/a%2Fb");
    EXPECT_THAT(target.segments, ElementsAre("v1", "units", "Sở Nội vụ", "a/b"));
    EXPECT_TRUE(target.query.empty());
}

TEST(Target, RootHasNoSegmentsAndATrailingSlashAnEmptyOne) {
    EXPECT_THAT(parse_target("/").value().segments, IsEmpty());
    EXPECT_THAT(parse_target("/a/").value().segments, ElementsAre("a", ""));
    EXPECT_THAT(parse_target("/a//b").value().segments, ElementsAre("a", "", "b"));
}

TEST(Target, PlusIsASpaceInTheQueryOnly) {
    const auto target = parse_target("/a+b?q=c+d%2B").value();
    EXPECT_THAT(target.segments, ElementsAre("a+b"));
    EXPECT_THAT(target.query, ElementsAre(Pair("q", "c d+")));
}

TEST(Target, KeepsTheOrderOfTheQuery) {
    const auto query = parse_target("/?b=2&a=1&c&d=&&e=x=y").value().query;
    EXPECT_THAT(query, ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("c", ""), Pair("d", ""), Pair("e", "x=y")));
    EXPECT_EQ(query.find("a"), "1");
    EXPECT_EQ(query.find("z"), std::nullopt);
    EXPECT_EQ(query.first_unknown({"a", "b", "c", "e"}), "d");
    EXPECT_EQ(query.first_unknown({"a", "b", "c", "d", "e"}), std::nullopt);
}

TEST(Target, RefusesAParameterGivenTwice) {
    expect_malformed("/?unit=1&unit=2");
    expect_malformed("/?unit=1&%75nit=1");
}

TEST(Target, RefusesBadPercentEncoding) {
    for (const auto* target : {"/%", "/%4", "/%zz", "/a?b=%", "/a?%g0=1", "/%E1%B"}) expect_malformed(target);
}

TEST(Target, RefusesWhatIsNotUtf8) {
    for (const auto* target : {"/%FF", "/%C0%AF", "/%ED%A0%80", "/%F5%80%80%80", "/%E1%BB", "/%F0%8F%BF%BF", "/a?n=%80",
                               "/%E0%9F%BF", "/%F4%90%80%80", "/\xff"})
        expect_malformed(target);
    EXPECT_TRUE(parse_target("/%F0%9F%87%BB/%EF%BF%BD/%F4%8F%BF%BF/%E0%A0%80"));
}

TEST(Target, RefusesNul) {
    expect_malformed("/a%00b");
}

TEST(Target, RefusesStepsUpwards) {
    for (const auto path : {"/a/../b", "/..", "/%2e%2e/etc", "/a/./b", "/a/%2E"})
        EXPECT_EQ(parse_target(path).error().type, "malformed-request") << path;
    EXPECT_TRUE(parse_target("/a/...").has_value());
}

TEST(Target, TakesTheFormOfProxies) {
    EXPECT_THAT(parse_target("http://example.vn/v1?x=1").value().segments, ElementsAre("v1"));
    EXPECT_THAT(parse_target("http://example.vn").value().segments, IsEmpty());
    EXPECT_EQ(parse_target("http://example.vn?x=1").value().query.find("x"), "1");
    EXPECT_EQ(parse_target("*").value().path, "*");
}

TEST(Target, RefusesWhatIsNoPath) {
    for (const auto* target : {"", "a", "example.vn:443", "/a#b", "?x=1x#"}) expect_malformed(target);
}

TEST(Target, EncodesWhatItDecodes) {
    const std::string text = "Phiếu căn cứ / 100% & \"x\"";
    EXPECT_EQ(parse_target("/?q=" + percent_encode(text)).value().query.find("q"), text);
    EXPECT_EQ(percent_encode("aZ09-._~ /"), "aZ09-._~%20%2F");
}

}  // namespace
}  // namespace minhbach::api::http
