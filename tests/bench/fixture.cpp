// A store as large as wanted: the demonstration, then its year again under other ids, first in further places, each
// with people and units of its own, then for all of them in the years that follow. So a store of many events is one of
// many years and not of many people. Every event is appended through the log. For measuring start-up, memory and disk
// at sizes that no load over HTTP reaches.
//   fixture DIRECTORY [events] [people]
#include <algorithm>
#include <atomic>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <vector>

#include "api/demo/demo.hpp"
#include "events/codec/codec.hpp"
#include "events/codec/json.hpp"
#include "events/ids.hpp"
#include "events/store.hpp"
#include "services/desk.hpp"
#include "streams.hpp"

namespace {

using namespace minhbach;

constexpr std::string_view kFirstYear = "2023";
constexpr std::string_view kRoot = "51";        // the unit under which the others stand
constexpr std::chrono::milliseconds kPause{2};  // where more is waiting to be written than may
constexpr int kPeopleOfPlace = api::demo::DemoOptions::people_full;

// Which repetition of the demonstration: 0 and 0 is the demonstration itself.
struct Copy {
    int place = 0;
    int year = 0;

    std::string suffix() const { return place == 0 ? "" : "-o" + std::to_string(place); }
    std::string cycle() const { return std::to_string(std::stoi(std::string(kFirstYear)) + year) + suffix(); }
    // Of what is one place's, for all years.
    std::string of_place(const std::string& id) const { return id == "system" ? id : id + suffix(); }
    // Of what is one year's. "2023", "2023.P1": the id begins with the cycle and may end with a person or unit.
    std::string of_year(const std::string& id) const {
        if (!id.starts_with(kFirstYear)) return id + "-" + cycle();
        const auto rest = id.substr(kFirstYear.size());
        return cycle() + (rest.empty() ? "" : rest + suffix());
    }
};

template <class T, class... Others>
constexpr bool kIsOneOf = (std::is_same_v<T, Others> || ...);
template <class T>
constexpr bool kIsOfPlace = kIsOneOf<T, PersonCode, UnitCode, DocumentId, MandateId>;
template <class T>
constexpr bool kIsOfYear = kIsOneOf<T, CycleId, DossierId, MeetingId, GroupId, PlanId, ObjectionId>;

template <class T>
void rename(T& value, const Copy& copy) {
    if constexpr (kIsOfPlace<T>) {
        if (!value.empty()) value = T::of(copy.of_place(value.str()));
    } else if constexpr (kIsOfYear<T>) {
        if (!value.empty()) value = T::of(copy.of_year(value.str()));
    } else if constexpr (json::is_optional<T>::value) {
        if (value) rename(*value, copy);
    } else if constexpr (json::is_vector<T>::value) {
        for (auto& item : value) rename(item, copy);
    } else if constexpr (json::is_sections<T>::value) {
        for (auto& item : value.items) {
            rename(item.person, copy);
            rename(item.value, copy);
        }
    } else if constexpr (json::Described<T>) {
        boost::mp11::mp_for_each<json::Members<T>>([&](auto member) { rename(value.*member.pointer, copy); });
        if constexpr (requires { value.year += 1; }) value.year += copy.year;
        if constexpr (requires { *value.year += 1; }) {
            if (value.year) *value.year += copy.year;
        }
    }
}

Event renamed(Event event, const Copy& copy) {
    visit([&](auto& e) { rename(e, copy); }, event);
    // The other places lie in the same province.
    if (auto* unit = event.as<UnitEstablished>(); unit != nullptr && !unit->parent) unit->parent = UnitCode::of(kRoot);
    return event;
}

// A command of the demonstration.
struct Command {
    events::Append append;      // its writes have no payloads yet
    std::vector<Event> events;  // one for each write
};

bool is_of_place(std::string_view category) {
    static const std::set<std::string_view> categories{"document", "mandates", "person", "unit"};
    return categories.contains(category);
}
bool is_of_year(std::string_view category) {
    static const std::set<std::string_view> categories{"collective",  "cycle",  "dossier",    "meeting",    "objection",
                                                       "remediation", "report", "settlement", "submission", "work"};
    return categories.contains(category);
}

std::vector<Command> commands_of(const events::Log& log, bool (*wanted)(std::string_view category)) {
    std::vector<Command> commands;
    log.scan(events::Ledger::main, {0}, {log.size(events::Ledger::main)}, [&](events::Stored&& stored) {
        if (!wanted(stored.record.stream.category())) return true;
        auto recorded = events::decode(std::move(stored));
        auto& record = recorded.record;
        if (tests::stream_of(recorded.event) != record.stream)
            throw std::logic_error("an event of " + record.stream.name() + " does not name its stream");
        if (commands.empty() || commands.back().append.correlation != record.correlation) {
            auto& append = commands.emplace_back().append;
            append.actor = record.actor;
            append.capacity = record.capacity;
            append.entered_by = record.entered_by;
            append.authority = record.authority;
            append.correlation = record.correlation;
        }
        events::NewEvent event;
        event.id = record.id;
        event.effective = record.effective;
        event.decided_at = record.decided_at;
        event.causation = record.causation;
        commands.back().append.writes.push_back({record.stream, std::nullopt, {std::move(event)}});
        commands.back().events.push_back(std::move(recorded.event));
        return true;
    });
    if (commands.empty()) throw std::logic_error("the demonstration has nothing to repeat");
    return commands;
}

events::Append append_of(const Command& command, const Copy& copy) {
    const auto other = [&](const events::EventId& id) { return events::EventIds::derived(id, copy.cycle(), 0); };
    auto append = command.append;
    append.correlation = other(append.correlation);
    rename(append.actor, copy);
    rename(append.entered_by, copy);
    if (!append.authority.empty()) append.authority = copy.of_place(append.authority);
    for (std::size_t i = 0; i < append.writes.size(); ++i) {
        const auto event = renamed(command.events[i], copy);
        auto& write = append.writes[i];
        auto encoded = events::encode(event);
        auto& known = write.events.front();
        encoded.id = other(known.id);
        encoded.effective = known.effective;
        encoded.decided_at = known.decided_at;
        if (known.causation) encoded.causation = other(*known.causation);
        write.stream = tests::stream_of(event);
        known = std::move(encoded);
    }
    return append;
}

// Appends until the log has so many events.
class Repeating {
public:
    Repeating(events::Log& log, std::uint64_t events) : log_(log), events_(events) {}

    bool is_done() const { return log_.accepted(kLedger) >= events_; }
    void repeat(const std::vector<Command>& commands, const Copy& copy) {
        for (const auto& command : commands) {
            if (is_done()) return;
            append(append_of(command, copy));
        }
        std::fprintf(stderr, "%s: %llu events\n", copy.cycle().c_str(),
                     static_cast<unsigned long long>(log_.accepted(kLedger)));
    }
    void wait_until_durable() {
        const auto accepted = log_.accepted(kLedger);
        while (!log_.wait_until_durable(kLedger, accepted, log_.generation(), 1'000)) require_success();
        require_success();
    }

private:
    static constexpr auto kLedger = events::Ledger::main;

    void append(const events::Append& append) {
        while (true) {
            const auto appended =
                log_.append(kLedger, append, [this](const auto& done) { failed_ = failed_ || !done; });
            if (appended) break;
            if (appended.error().type != "overloaded") throw appended.error();
            std::this_thread::sleep_for(kPause);
        }
        require_success();
    }
    void require_success() const {
        if (failed_) throw std::runtime_error("an append failed");
    }

    events::Log& log_;
    const std::uint64_t events_;
    std::atomic<bool> failed_{false};
};

void repeat(events::Log& log, std::uint64_t events, int people) {
    const auto place = commands_of(log, is_of_place), year = commands_of(log, is_of_year);
    const int places = std::max(1, people / kPeopleOfPlace);
    Repeating repeating(log, events);
    for (Copy copy; !repeating.is_done(); ++copy.year) {
        for (copy.place = 0; copy.place < places && !repeating.is_done(); ++copy.place) {
            if (copy.place == 0 && copy.year == 0) continue;
            if (copy.year == 0) repeating.repeat(place, copy);
            repeating.repeat(year, copy);
        }
    }
    repeating.wait_until_durable();
}

void build(events::Log& log, api::demo::SimulatedClock& clock, const api::demo::DemoOptions& demo) {
    events::EventIds ids(demo.seed);
    services::Desk desk(log, clock, ids);
    if (const auto built = api::demo::build_demonstration(desk, clock, demo, std::cerr); !built) throw built.error();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "fixture DIRECTORY [events] [people]\n"), 2;
    const std::uint64_t events = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000;
    const int people = argc > 3 ? std::atoi(argv[3]) : 20'000;
    api::demo::DemoOptions demo;
    demo.people = std::min(people, kPeopleOfPlace);
    try {
        api::demo::SimulatedClock clock;
        if (const auto made = events::create_store(argv[1], "bench.example/2023"); !made) throw made.error();
        const auto log = events::open_store(argv[1], clock).value();
        build(*log, clock, demo);
        const auto began = std::chrono::steady_clock::now();
        const auto first = log->size(events::Ledger::main);
        repeat(*log, events, people);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        const auto size = log->size(events::Ledger::main);
        std::printf("{\"events\":%llu,\"demonstration\":%llu,\"seconds\":%.1f}\n",
                    static_cast<unsigned long long>(size), static_cast<unsigned long long>(first), took);
        return 0;
    } catch (const Refusal& refusal) {
        std::fprintf(stderr, "fixture: %s\n", refusal.detail_en.c_str());
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "fixture: %s\n", failure.what());
    }
    return 1;
}
