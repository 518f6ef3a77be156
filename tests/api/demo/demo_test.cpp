// The demonstration province, small: it builds through the real commands, the same seed gives the same events, every
// unit exists, and what was left out is named. The answers to the planted questions are tested over HTTP.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "api/demo/demo.hpp"
#include "events/store.hpp"
#include "services/desk.hpp"

namespace minhbach::api::demo {
namespace {

class Built {
public:
    explicit Built(const DemoOptions& options) {
        std::filesystem::remove_all(directory_);
        events::create_store(directory_, "minhbach.example/test").value();
        {
            SimulatedClock clock;
            auto log = events::open_store(directory_, clock);
            events::EventIds ids(options.seed);
            services::Desk desk(**log, clock, ids);
            std::ostringstream progress;
            outcome_ = build_demonstration(desk, clock, options, progress);
            read(**log);
            desk.look([&](services::Past& past, Time) {
                units = past.registry().units().size();
                people = past.registry().people().size();
            });
        }
    }
    ~Built() { std::filesystem::remove_all(directory_); }

    std::string failure() const { return outcome_ ? "" : outcome_.error().detail_vi + " " + outcome_.error().type; }
    std::string digest;  // of everything but what hangs on the keys of the vault
    std::size_t events = 0, refused = 0, units = 0, people = 0;

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

    std::filesystem::path directory_ =
        std::filesystem::temp_directory_path() / ("minhbach-demo-" + std::to_string(::getpid()));
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

TEST(Demo, HasEveryUnitHoweverFewThePeople) {
    const Built built({DemoOptions::people_min, 1});
    ASSERT_EQ(built.failure(), "");
    EXPECT_GE(built.units, 207u);
    EXPECT_EQ(built.people, 100u);
}

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
