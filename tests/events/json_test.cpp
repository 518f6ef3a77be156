#include "events/codec/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "canonical.hpp"
#include "events/codec/codec.hpp"
#include "sample.hpp"

namespace minhbach::json {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

enum class Colour : std::uint8_t { dark_red, blue };
BOOST_DESCRIBE_ENUM(Colour, dark_red, blue)

struct Inner {
    Label name_of_it;
    std::optional<int> count;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name_of_it, count))

struct Sheet {
    Colour colour = Colour::blue;
    std::uint8_t small = 0;
    std::int64_t large = 0;
    std::vector<Inner> rows;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (colour, small, large, rows))

std::vector<std::string> places_of(const Refusal& refusal) {
    std::vector<std::string> places{refusal.field};
    for (const auto& more : refusal.more) places.push_back(more.field);
    return places;
}

std::string sheet_with(const std::string& colour, const std::string& small, const std::string& large) {
    return "{\"colour\":" + colour + ",\"small\":" + small + ",\"large\":" + large + "}";
}

TEST(Json, NamesMembersInCamelCaseAndEnumeratorsInCapitals) {
    const Sheet sheet{Colour::dark_red, 7, -1, {{Label::of("Bình Sơn"), 2}}};
    EXPECT_EQ(to_json(sheet),
              R"({"colour":"DARK_RED","large":-1,"rows":[{"count":2,"nameOfIt":"Bình Sơn"}],"small":7})");
}

TEST(Json, AcceptsMembersInAnyOrderAndAbsentOptionalsAndLists) {
    const auto sheet = from_json<Sheet>(R"({"small":7,"large":1,"colour":"BLUE"})");
    ASSERT_TRUE(sheet);
    EXPECT_TRUE(sheet->rows.empty());
    const auto inner = from_json<Inner>(R"({"count":null,"nameOfIt":"x"})");
    ASSERT_TRUE(inner);
    EXPECT_FALSE(inner->count);
}

TEST(Json, ReportsEveryRefusalWithItsPlace) {
    const auto refused = from_json<Sheet>(
        R"({"colour":"GREEN","small":256,"rows":[{"nameOfIt":"ok"},{"nameOfIt":5,"count":"x"}],"a/b~c":1})");
    ASSERT_FALSE(refused);
    EXPECT_THAT(places_of(refused.error()),
                ElementsAre("/a~1b~0c", "/colour", "/large", "/rows/1/count", "/rows/1/nameOfIt", "/small"));
    EXPECT_THAT(refused.error().more[0].detail_en, HasSubstr("DARK_RED, BLUE"));
}

TEST(Json, StopsCollectingRefusalsAtTheLimit) {
    std::string text = "{\"colour\":\"BLUE\",\"small\":1,\"large\":1,\"rows\":[";
    for (int i = 0; i < 500; ++i) text += i ? ",{}" : "{}";
    const auto refused = from_json<Sheet>(text + "]}");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().more.size() + 1, Reader::refusals_max);
}

TEST(Json, KeepsIntegersWithinTheirRange) {
    EXPECT_EQ(from_json<Sheet>(sheet_with("\"BLUE\"", "255", "9007199254740992"))->large, 9'007'199'254'740'992);
    EXPECT_EQ(from_json<Sheet>(sheet_with("\"BLUE\"", "0", "-9007199254740992"))->large, -9'007'199'254'740'992);
    for (const auto& text :
         {sheet_with("\"BLUE\"", "256", "1"), sheet_with("\"BLUE\"", "-1", "1"),
          sheet_with("\"BLUE\"", "1", "9007199254740993"), sheet_with("\"BLUE\"", "1", "-9007199254740993"),
          sheet_with("\"BLUE\"", "1", "9223372036854775808"), sheet_with("\"BLUE\"", "1", "18446744073709551616"),
          sheet_with("\"BLUE\"", "1", "1.0"), sheet_with("\"BLUE\"", "1", "1e3"), sheet_with("\"BLUE\"", "1", "\"1\""),
          sheet_with("\"BLUE\"", "true", "1")}) {
        EXPECT_FALSE(from_json<Sheet>(text)) << text;
    }
}

TEST(Json, RefusesEnumeratorsItDoesNotKnow) {
    for (const char* colour : {"\"blue\"", "\"\"", "\"BLUE \"", "1", "null", "[\"BLUE\"]"}) {
        EXPECT_FALSE(from_json<Sheet>(sheet_with(colour, "1", "1"))) << colour;
    }
}

TEST(Json, BringsTextsToTheirComposedForm) {
    const auto decomposed = from_json<Inner>("{\"nameOfIt\":\"Qua\xcc\x89ng Nga\xcc\x83i\"}");
    ASSERT_TRUE(decomposed);
    EXPECT_EQ(decomposed->name_of_it.str(), "Quảng Ngãi");
}

TEST(Json, RefusesTextsThatHideSomething) {
    for (const char* text : {"", "   ", "a\\u0000b", "a\\u200bb", "a\\u202eb", "\\u00d0\\u00e0", "H\\u043e\\u00e0"}) {
        EXPECT_FALSE(from_json<Inner>(std::string("{\"nameOfIt\":\"") + text + "\"}")) << text;
    }
    EXPECT_FALSE(from_json<Inner>("{\"nameOfIt\":\"" + std::string(301, 'a') + "\"}"));
    EXPECT_TRUE(from_json<Inner>("{\"nameOfIt\":\"" + std::string(300, 'a') + "\"}"));
}

TEST(Json, RefusesWhatIsNotJson) {
    for (const std::string text :
         {"",        " ",           "{",           "}",        "[1,]",         "{\"a\":1,}",
          "{'a':1}", "{a:1}",       "01",          "+1",       "NaN",          "tru",
          "\"\\x\"", "\"\\ud800\"", "\"a\nb\"",    "\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"",
          "[1] [2]", "/* */ 1",     "\xef\xbb\xbf"}) {
        const auto document = Document::parse(text);
        ASSERT_FALSE(document) << text;
        EXPECT_EQ(document.error().type, "malformed-json");
    }
}

TEST(Json, RefusesTextNestedTooDeepWithoutExhaustingTheStack) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(Document::parse(nested(60)));
    EXPECT_FALSE(Document::parse(nested(65)));
    EXPECT_FALSE(Document::parse(nested(1'000'000)));
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    EXPECT_FALSE(Document::parse(objects));
}

TEST(Json, ReadsAfterOtherDocumentsCameAndWent) {
    auto kept = Document::parse(R"({"a":[1,2,3]})").value();
    for (int i = 0; i < 20; ++i) {
        auto other = Document::parse("[" + std::string(static_cast<std::size_t>(i) * 1000, ' ') + "]");
        EXPECT_TRUE(other);
    }
    auto moved = std::move(kept);
    EXPECT_EQ(canonical(moved.root()), R"({"a":[1,2,3]})");
}

TEST(Json, EscapesWhatHasToBeEscapedAndNothingElse) {
    std::string all, written;
    for (char c = 1; c < 0x7f; ++c) all += c;
    all += "\x7f/đ\xe2\x80\xa8";
    append_string(written, all);
    EXPECT_EQ(written, canonical_string(all));
    EXPECT_EQ(Document::parse(written)->root().string(), all);
    EXPECT_THROW(append_integer(written, 9'007'199'254'740'993), std::logic_error);
}

// Random damage to texts of events: whatever comes, the answer is a value or a refusal, and a value that was accepted
// is written and read again as itself.
class Damage {
public:
    explicit Damage(std::uint64_t seed) : random_(seed) {}

    std::string apply(std::string text, const std::string& other) {
        for (auto times = below(4) + 1; times > 0; --times) once(text, other);
        return text;
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

private:
    void once(std::string& text, const std::string& other) {
        static const std::vector<std::string> kBits{"{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    "\"",
                                                    ",",
                                                    ":",
                                                    "null",
                                                    "-1",
                                                    "1e9",
                                                    "true",
                                                    "\\u",
                                                    "\\ud800",
                                                    "\"\":",
                                                    "\xff",
                                                    "\xcc\x81",
                                                    "\\",
                                                    "0",
                                                    " ",
                                                    "{\"a\":",
                                                    "[[[",
                                                    "99999999999999999999",
                                                    "\"2023-02-30\"",
                                                    "Đ"};
        const auto at = below(text.size() + 1);
        switch (below(5)) {
            case 0:
                text.insert(at, kBits[below(kBits.size())]);
                break;
            case 1:
                text.erase(at, below(8));
                break;
            case 2:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                break;
            case 3:
                text.insert(at, other.substr(below(other.size() + 1), below(40)));
                break;
            default:
                text.replace(at, std::min(text.size() - at, below(12)), kBits[below(kBits.size())]);
        }
    }

    std::mt19937_64 random_;
};

TEST(Json, AnswersDamagedEventsWithAValueOrARefusal) {
    std::vector<events::NewEvent> encoded;
    for (const auto fill : {sample::Fill::everything, sample::Fill::least}) {
        for (const Event& event : sample::events(fill)) encoded.push_back(events::encode(event));
    }
    const char* scale = std::getenv("MINHBACH_TEST_SCALE");
    const long rounds = 20'000 * (scale ? std::max(1L, std::atol(scale)) : 1);
    Damage damage(20231130);
    long accepted = 0;
    for (long round = 0; round < rounds; ++round) {
        auto victim = encoded[damage.below(encoded.size())];
        const auto& other = encoded[damage.below(encoded.size())];
        auto& part = victim.parts[damage.below(victim.parts.size())];
        part.json = damage.apply(std::move(part.json), other.parts[0].json);
        std::vector<bool> lost(victim.parts.size(), false);
        Event event;
        try {
            event = events::decode(victim.type, victim.schema, victim.parts, lost);
        } catch (const std::runtime_error&) {
            continue;
        }
        ++accepted;
        const auto again = events::encode(event);
        const auto once_more =
            events::decode(again.type, again.schema, again.parts, std::vector<bool>(again.parts.size(), false));
        ASSERT_TRUE(event == once_more) << part.json;
    }
    EXPECT_GT(accepted, 0);
    EXPECT_LT(accepted, rounds);
}

}  // namespace
}  // namespace minhbach::json
