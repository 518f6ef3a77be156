#include "events/codec/codec.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "canonical.hpp"
#include "events/codec/typed.hpp"
#include "sample.hpp"

namespace minhbach::events {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path kGolden = fs::path(SOURCE_DIR) / "tests/golden/events";

std::string golden_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

std::vector<bool> nothing_lost(const std::vector<Part>& parts) {
    return std::vector<bool>(parts.size(), false);
}

Event decode_again(const NewEvent& encoded) {
    return decode(encoded.type, encoded.schema, encoded.parts, nothing_lost(encoded.parts));
}

// The parts of one event as they are sealed, one on a line.
std::string golden_text(const std::vector<Part>& parts) {
    std::string text = "[";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += i == 0 ? "\n{" : ",\n{";
        if (parts[i].subject) text += "\"subject\":\"" + parts[i].subject->str() + "\",";
        text += "\"json\":" + parts[i].json + "}";
    }
    return text + "\n]\n";
}

std::vector<Part> golden_parts(const std::string& text) {
    const auto document = json::Document::parse(text);
    std::vector<Part> parts;
    for (const auto element : document.value().root().elements()) {
        Part& part = parts.emplace_back();
        for (const auto& [name, value] : element.members()) {
            if (name == "subject") part.subject = PersonCode::of(value.string());
            if (name == "json") part.json = canonical(value);
        }
    }
    return parts;
}

std::string golden_name(const NewEvent& encoded) {
    return encoded.type + ".v" + std::to_string(encoded.schema) + ".json";
}

// What a stored event of this form is refused with.
std::string refusal_of(std::string_view type, std::uint64_t schema, std::vector<std::string> part_texts) {
    std::vector<Part> parts;
    for (auto& text : part_texts) parts.push_back({std::nullopt, std::move(text)});
    try {
        decode(type, schema, parts, nothing_lost(parts));
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

std::string refusal_of_membership(const std::string& text) {
    return refusal_of("party-membership.recorded", 1, {text});
}

TEST(EventCodec, WritesTheGoldenBytesOfEveryType) {
    const bool update = std::getenv("MINHBACH_UPDATE_GOLDEN") != nullptr;
    if (update) fs::create_directories(kGolden);
    for (const Event& event : sample::events(sample::Fill::everything)) {
        const auto encoded = encode(event);
        const auto path = kGolden / golden_name(encoded);
        const auto text = golden_text(encoded.parts);
        if (update) std::ofstream(path, std::ios::binary) << text;
        EXPECT_EQ(golden_file(path), text) << path << ": stored events have this form. If it is new, write it with "
                                           << "MINHBACH_UPDATE_GOLDEN=1; if it changed, count kSchema up.";
    }
}

TEST(EventCodec, ReadsTheGoldenFilesOfEverySchemaThatWasEverWritten) {
    std::map<std::string, Event> present;
    for (Event& event : sample::events(sample::Fill::everything)) {
        auto name = golden_name(encode(event));
        present.emplace(std::move(name), std::move(event));
    }
    std::size_t found = 0;
    for (const auto& entry : fs::directory_iterator(kGolden)) {
        const std::string name = entry.path().filename();
        const auto version = name.rfind(".v");
        ASSERT_NE(version, std::string::npos) << name;
        const auto parts = golden_parts(golden_file(entry.path()));
        const Event event =
            decode(name.substr(0, version), std::stoull(name.substr(version + 2)), parts, nothing_lost(parts));
        EXPECT_EQ(type_name(event), name.substr(0, version));
        if (const auto now = present.find(name); now != present.end()) {
            EXPECT_TRUE(event == now->second) << name;
            ++found;
        }
    }
    EXPECT_EQ(found, present.size());
}

TEST(EventCodec, GoldenFilesAreCanonicalToAnotherImplementation) {
    const auto command =
        std::string("/usr/bin/python3 ") + SOURCE_DIR + "/tests/events/canonical.py " + kGolden.string();
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(EventCodec, ReturnsWhatItWasGiven) {
    for (const auto fill : {sample::Fill::everything, sample::Fill::least}) {
        for (const Event& event : sample::events(fill)) {
            EXPECT_TRUE(decode_again(encode(event)) == event) << type_name(event);
        }
    }
}

TEST(EventCodec, LeavesAbsentMembersOut) {
    for (const Event& event : sample::events(sample::Fill::least)) {
        for (const Part& part : encode(event).parts) EXPECT_EQ(part.json.find("null"), std::string::npos) << part.json;
    }
}

TEST(EventCodec, WritesCanonicalJson) {
    for (const auto fill : {sample::Fill::everything, sample::Fill::least}) {
        for (const Event& event : sample::events(fill)) {
            const auto encoded = encode(event);
            for (const Part& part : encoded.parts) {
                EXPECT_EQ(canonical(json::Document::parse(part.json).value().root()), part.json) << encoded.type;
            }
            const auto whole = to_json(event);
            EXPECT_EQ(canonical(json::Document::parse(whole).value().root()), whole) << encoded.type;
        }
    }
}

TEST(EventCodec, SealsAnEventAboutOnePersonUnderThatPerson) {
    const auto encoded = encode(PartyMembershipRecorded{PersonCode::of("cb-1"), true, Date::of("2020-02-03")});
    ASSERT_EQ(encoded.parts.size(), 1u);
    EXPECT_EQ(encoded.parts[0].subject, PersonCode::of("cb-1"));
    EXPECT_EQ(encoded.parts[0].json, R"({"from":"2020-02-03","member":true,"person":"cb-1"})");
}

TEST(EventCodec, KeepsAnEventAboutNobodyPlain) {
    const auto encoded = encode(UnitDissolved{UnitCode::of("phong-1"), Date::of("2023-07-01"), DocumentId::of("vb-1")});
    ASSERT_EQ(encoded.parts.size(), 1u);
    EXPECT_FALSE(encoded.parts[0].subject);
}

TEST(EventCodec, GivesEveryOpinionInTheMinutesAPartOfItsOwn) {
    const auto minutes = sample::Sampler(sample::Fill::everything).make<MinutesAdopted>();
    const auto parts = encode(minutes).parts;
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_FALSE(parts[0].subject);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(parts[i + 1].subject, minutes.opinions.items[i].person);
        EXPECT_EQ(parts[i + 1].json, json::to_json(*minutes.opinions.items[i].value));
        EXPECT_EQ(parts[0].json.find(json::to_json(minutes.opinions.items[i].value->text)), std::string::npos);
    }
}

TEST(EventCodec, ReadsAnErasedOpinionAsAbsentAndKeepsTheOthers) {
    const auto minutes = sample::Sampler(sample::Fill::everything).make<MinutesAdopted>();
    auto encoded = encode(minutes);
    encoded.parts[1].json.clear();
    const auto event = decode(encoded.type, encoded.schema, encoded.parts, {false, true, false}).get<MinutesAdopted>();
    EXPECT_EQ(event.opinions.items[0].person, minutes.opinions.items[0].person);
    EXPECT_FALSE(event.opinions.items[0].value);
    EXPECT_EQ(event.opinions.items[1], minutes.opinions.items[1]);
}

TEST(EventCodec, ReadsALostPayloadAsErased) {
    for (const Event& event : sample::events(sample::Fill::everything)) {
        auto encoded = encode(event);
        for (auto& part : encoded.parts) part.json.clear();
        const auto again =
            decode(encoded.type, encoded.schema, encoded.parts, std::vector<bool>(encoded.parts.size(), true));
        EXPECT_TRUE(again.is<Erased>()) << encoded.type;
    }
}

TEST(EventCodec, CannotWriteAnErasedEvent) {
    EXPECT_THROW(encode(Erased{}), std::logic_error);
    EXPECT_EQ(to_json(Erased{}), "null");
    EXPECT_EQ(type_name(Erased{}), "erased");
}

TEST(EventCodec, KnowsEveryTypeByOneNameInLowerCase) {
    const auto types = known_types();
    EXPECT_EQ(types.size() + 1, boost::mp11::mp_size<EventTypes>::value);
    EXPECT_EQ(std::set<std::string_view>(types.begin(), types.end()).size(), types.size());
    for (const auto type : types) {
        EXPECT_EQ(type.find_first_not_of("abcdefghijklmnopqrstuvwxyz-."), std::string_view::npos) << type;
        EXPECT_EQ(std::count(type.begin(), type.end(), '.'), 1) << type;
    }
}

TEST(EventCodec, RefusesUnknownTypesAndSchemas) {
    EXPECT_THAT(refusal_of("rating.guessed", 1, {"{}"}), HasSubstr("rating.guessed is not known"));
    EXPECT_THAT(refusal_of("party-membership.recorded", 2, {"{}"}), HasSubstr("schema 2 is not known"));
    EXPECT_THAT(refusal_of("party-membership.recorded", 0, {"{}"}), HasSubstr("schema 0 is not known"));
}

TEST(EventCodec, RefusesUnknownMissingAndRepeatedMembers) {
    EXPECT_EQ(refusal_of_membership(R"({"person":"cb-1","member":true,"from":"2020-02-03"})"), "");
    EXPECT_THAT(refusal_of_membership(R"({"person":"cb-1","member":true,"from":"2020-02-03","to":"2021-01-01"})"),
                HasSubstr("/to: This member is not known"));
    EXPECT_THAT(refusal_of_membership(R"({"person":"cb-1","from":"2020-02-03"})"),
                HasSubstr("/member: A required member is missing"));
    EXPECT_THAT(refusal_of_membership(R"({"person":"cb-1","member":true,"member":true,"from":"2020-02-03"})"),
                HasSubstr("/member: This member is repeated"));
    EXPECT_THAT(refusal_of_membership(R"({"person":"cb-1","member":true,"memb\u0065r":true,"from":"2020-02-03"})"),
                HasSubstr("/member: This member is repeated"));
}

TEST(EventCodec, RefusesWrongKindsAndValues) {
    const auto with = [](const std::string& person, const std::string& member, const std::string& from) {
        return refusal_of_membership("{\"person\":" + person + ",\"member\":" + member + ",\"from\":" + from + "}");
    };
    EXPECT_THAT(with("1", "true", "\"2020-02-03\""), HasSubstr("/person: The value must be a string"));
    EXPECT_THAT(with("\"a b\"", "true", "\"2020-02-03\""), HasSubstr("/person: "));
    EXPECT_THAT(with("\"cb-1\"", "1", "\"2020-02-03\""), HasSubstr("/member: The value must be true or false"));
    EXPECT_THAT(with("\"cb-1\"", "null", "\"2020-02-03\""), HasSubstr("/member: "));
    EXPECT_THAT(with("\"cb-1\"", "true", "\"2023-02-29\""), HasSubstr("/from: "));
    EXPECT_THAT(with("\"cb-1\"", "true", "20200203"), HasSubstr("/from: The value must be a string"));
    for (const char* text : {"[]", "\"x\"", "null", "7"}) {
        EXPECT_THAT(refusal_of_membership(text), HasSubstr("The value must be an object")) << text;
    }
    for (const char* text : {"", "{", "{}{}", "{\"person\":}", "\xff", "{\"person\":\"\xc3\x28\"}"}) {
        EXPECT_THAT(refusal_of_membership(text), HasSubstr("part 0 is not JSON")) << text;
    }
}

TEST(EventCodec, RefusesPartsThatDoNotFitTheDocument) {
    const auto encoded = encode(sample::Sampler(sample::Fill::everything).make<MinutesAdopted>());
    const std::vector<std::string> texts{encoded.parts[0].json, encoded.parts[1].json, encoded.parts[2].json};
    EXPECT_EQ(refusal_of(encoded.type, 1, texts), "");
    EXPECT_THAT(refusal_of(encoded.type, 1, {texts[0], texts[1]}), HasSubstr("/opinions/1"));
    EXPECT_THAT(refusal_of(encoded.type, 1, {texts[0], texts[1], texts[2], texts[2]}), HasSubstr("parts left over"));
    EXPECT_THAT(refusal_of(encoded.type, 1, {texts[0], texts[1], "{}"}), HasSubstr("/opinions/1"));
    EXPECT_THAT(refusal_of(encoded.type, 1, {texts[0], texts[1], "{"}), HasSubstr("part 2 is not JSON"));
}

// A name as three programs kept it, one after the other.
struct NamedFirst {
    static constexpr std::string_view kType = "test.named";
    Label name;
};
BOOST_DESCRIBE_STRUCT(NamedFirst, (), (name))

struct NamedSecond {
    static constexpr std::string_view kType = "test.named";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = NamedFirst;
    static NamedSecond upcast(Previous old) { return {old.name, false}; }
    Label full_name;
    bool verified = false;
};
BOOST_DESCRIBE_STRUCT(NamedSecond, (), (full_name, verified))

struct Named {
    static constexpr std::string_view kType = "test.named";
    static constexpr std::uint64_t kSchema = 3;
    using Previous = NamedSecond;
    static Named upcast(Previous old) { return {old.full_name, old.verified, std::nullopt}; }
    Label full_name;
    bool verified = false;
    std::optional<Label> source;
    friend bool operator==(const Named&, const Named&) = default;
};
BOOST_DESCRIBE_STRUCT(Named, (), (full_name, verified, source))

TEST(Upcasting, ReadsEveryOlderSchemaThroughTheChain) {
    const auto read = [](std::uint64_t schema, std::string text) {
        return read_parts<Named>(schema, {{std::nullopt, std::move(text)}}, {false});
    };
    const auto name = Label::of("Nguyễn Văn A");
    EXPECT_EQ(read(1, R"({"name":"Nguyễn Văn A"})"), (Named{name, false, std::nullopt}));
    EXPECT_EQ(read(2, R"({"fullName":"Nguyễn Văn A","verified":true})"), (Named{name, true, std::nullopt}));
    EXPECT_EQ(read(3, R"({"fullName":"Nguyễn Văn A","source":"CCCD","verified":true})"),
              (Named{name, true, Label::of("CCCD")}));
}

TEST(Upcasting, RefusesAnOlderPayloadUnderANewerSchemaAndSchemasOfTheFuture) {
    const auto read = [](std::uint64_t schema) {
        return read_parts<Named>(schema, {{std::nullopt, R"({"name":"Nguyễn Văn A"})"}}, {false});
    };
    EXPECT_THROW(read(2), std::runtime_error);
    EXPECT_THROW(read(3), std::runtime_error);
    EXPECT_THROW(read(4), std::runtime_error);
    EXPECT_THROW(read(0), std::runtime_error);
    EXPECT_EQ(schema_of<Named>(), 3u);
    EXPECT_EQ(schema_of<NamedFirst>(), 1u);
}

}  // namespace
}  // namespace minhbach::events
