// Where the plan is carried out: acts in order of their time, each through the desk. Commands are decided when they are
// given; waiting for the disk happens for many at a time.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <iosfwd>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "api/demo/clock.hpp"
#include "services/decisions.hpp"
#include "services/desk.hpp"

namespace minhbach::api::demo {

class Stage {
public:
    static constexpr int in_flight_max = 512;

    Stage(services::Desk& desk, SimulatedClock& clock) : desk_(desk), clock_(clock) {}
    ~Stage() { drain(); }

    SimulatedClock& clock() { return clock_; }
    services::Desk& desk() { return desk_; }

    // The command must be accepted; the first that is not ends the demonstration.
    template <class Command>
    void run(const PersonCode& person, const char* name, Command command,
             events::Stream target = services::province_stream()) {
        submit(person, name, std::move(target), std::nullopt, decider(std::move(command)));
    }
    // The command must be refused with this type: the attempt is part of a case.
    template <class Command>
    void refused(const PersonCode& person, const char* name, Command command, events::Stream target, std::string type) {
        submit(person, name, std::move(target), std::move(type), decider(std::move(command)));
    }
    // The person looked at the dossier: an entry in the access ledger.
    void viewed(const PersonCode& person, const PersonCode& subject, const DossierId& dossier, const std::string& view,
                const std::string& purpose);

    void drain();  // waits until everything given so far is durable
    bool failed() const;
    std::optional<Refusal> failure() const;
    std::size_t commands() const { return commands_; }

private:
    using Decide = services::Desk::Decide;
    template <class Command>
    static Decide decider(Command command) {
        return [command = std::move(command)](services::Past& past, const services::Acting& acting) {
            return services::decisions::decide(past, acting, command);
        };
    }
    void submit(const PersonCode& person, const char* name, events::Stream target,
                std::optional<std::string> wanted_refusal, const Decide& decide);
    void enter();
    void leave(std::optional<Refusal> wrong);

    services::Desk& desk_;
    SimulatedClock& clock_;
    std::size_t commands_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    int in_flight_ = 0;
    std::optional<Refusal> failure_;
};

// Acts with their times, in any order; those of one moment happen in the order in which they were added.
class Plan {
public:
    using Act = std::function<void(Stage&)>;
    void at(Time when, Act act) { acts_[when].push_back(std::move(act)); }
    // Until the first failure. Tells days and seconds on `progress`.
    Outcome carry_out(Stage& stage, std::ostream& progress) const;
    std::size_t size() const;

private:
    std::map<Time, std::vector<Act>> acts_;
};

}  // namespace minhbach::api::demo
