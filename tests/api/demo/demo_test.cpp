// The demonstration province, small: it builds through the real commands, the same seed gives the same events, every
// unit exists, and what was left out is named. The answers to the planted questions are tested over HTTP.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "api/demo/demo.hpp"
#include "events/codec/json.hpp"
#include "events/store.hpp"
#include "services/desk.hpp"
#include "temporary.hpp"

namespace minhbach::api::demo {
namespace {

class Built {
public:
    explicit Built(const DemoOptions& options) {
        events::create_store(directory_.path(), "minhbach.example/test").value();
        SimulatedClock clock;
        auto log = events::open_store(directory_.path(), clock);
        events::EventIds ids(options.seed);
        services::Desk desk(**log, clock, ids);
        std::ostringstream progress;
        outcome_ = build_demonstration(desk, clock, options, progress);
        read(**log);
        desk.look([&](services::Past& past, Time) {
            people = past.registry().people().size();
            for (const auto& [code, unit] : past.registry().units()) {
                const auto kind = unit.kind;
                departments += kind == UnitKind::department;
                districts += kind == UnitKind::district;
                communes += kind == UnitKind::commune || kind == UnitKind::ward || kind == UnitKind::township;
            }
        });
    }

    std::string failure() const { return outcome_ ? "" : outcome_.error().detail_vi + " " + outcome_.error().type; }
    std::string digest;  // of everything but what hangs on the keys of the vault
    std::size_t events = 0, refused = 0, people = 0, departments = 0, districts = 0, communes = 0;

private:
    void read(events::Log& log) {
        std::string text;
        log.scan(events::Ledger::main, {0}, {log.size(events::Ledger::main)}, [&](events::Stored&& stored) {
            const auto& record = stored.record;
            text += record.type + ' ' + record.stream.name() + ' ' + record.recorded_at.rfc3339() + ' ' +
                    record.actor.str();
            text.append(reinterpret_cast<const char*>(record.id.bytes.data()), record.id.bytes.size());
            for (const auto& part : stored.parts) text += part.json;
            ++events;
            return true;
        });
        digest = events::hex(events::sha256(text));
        log.scan(events::Ledger::access, {0}, {log.size(events::Ledger::access)}, [&](events::Stored&& stored) {
            refused += stored.record.type == CommandRefused::kType;
            return true;
        });
    }

    tests::TemporaryDirectory directory_;
    Outcome outcome_;
};

TEST(Demo, BuildsTheSameEventsFromTheSameSeed) {
    const DemoOptions options{200, 7};
    const Built first(options);
    ASSERT_EQ(first.failure(), "");
    EXPECT_EQ(first.people, 200u);
    const Built second(options);
    EXPECT_EQ(second.failure(), "");
    EXPECT_EQ(first.digest, second.digest);
    EXPECT_EQ(first.events, second.events);
    const Built other({200, 8});
    EXPECT_EQ(other.failure(), "");
    EXPECT_NE(first.digest, other.digest);
}

class DemoOf : public ::testing::TestWithParam<int> {};

TEST_P(DemoOf, SomePeopleHasEveryUnit) {
    const Built built({GetParam(), 1});
    ASSERT_EQ(built.failure(), "");
    EXPECT_EQ(built.people, static_cast<std::size_t>(GetParam()));
    EXPECT_EQ(built.departments, 20u);
    EXPECT_EQ(built.districts, 13u);
    EXPECT_EQ(built.communes, 173u);
}

TEST_P(DemoOf, SomePeopleNamesTheCasesThatAreLeftOut) {
    const auto text = cases_json({GetParam(), 1});
    const auto document = json::Document::parse(text).value();
    std::set<std::string> named, marked;
    std::size_t planted = 0;
    for (const auto& [member, value] : document.root().members()) {
        if (member == "people") EXPECT_EQ(value.integer(), GetParam());
        if (member == "leftOut") {
            for (const json::Value one : value.elements()) named.insert(std::string(one.string()));
        }
        if (member != "cases") continue;
        for (const json::Value one : value.elements()) {
            std::string name;
            bool left_out = false, answered = false;
            for (const auto& [key, of_case] : one.members()) {
                if (key == "case") name = of_case.string();
                left_out = left_out || key == "leftOut";
                answered = answered || key == "expected";
            }
            EXPECT_NE(left_out, answered) << name;
            if (left_out) marked.insert(name);
            ++planted;
        }
    }
    EXPECT_EQ(named, marked);
    EXPECT_GE(planted, 15u);
    EXPECT_FALSE(named.empty());
    EXPECT_LT(named.size(), planted);
}

INSTANTIATE_TEST_SUITE_P(Sizes, DemoOf, ::testing::Values(DemoOptions::people_min, 101, 300, 700));

TEST(Demo, NamesWhatIsLeftOutForWantOfPeople) {
    const auto small = cases_json({DemoOptions::people_min, 1});
    EXPECT_NE(small.find("\"leftOut\": true"), std::string::npos);
    const auto full = cases_json({DemoOptions::people_full, 1});
    EXPECT_EQ(full.find("\"leftOut\": true"), std::string::npos);
    EXPECT_NE(full.find("\"leftOut\": []"), std::string::npos);
}

TEST(Demo, GivesThePlantedCasesWhateverTheNumberOfPeople) {
    auto full = cases_json({DemoOptions::people_full, 1});
    auto more = cases_json({DemoOptions::people_full + 1500, 1});
    const auto cases = [](const std::string& text) { return text.substr(text.find("\"cases\"")); };
    EXPECT_EQ(cases(full), cases(more));
}

}  // namespace
}  // namespace minhbach::api::demo
