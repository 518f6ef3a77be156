// The states the desk decides on: the registry, complete, and the other streams as they were needed last. Folded from
// what is durable, then forward by every accepted event. Used under the desk's lock.
#pragma once

#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

#include "events/log.hpp"
#include "services/past.hpp"

namespace minhbach::services {

class States {
public:
    // Streams kept in memory; beyond, the one not used for the longest time goes and is folded again when it is needed.
    static constexpr std::size_t streams_max = 20'000;

    explicit States(events::Log& log);

    // Drops everything and folds the registry from what is durable. O(events of the registry).
    // Throws events::Unavailable if the log is not open in time, and what reading it throws; nothing is held then.
    void reload();
    // Drops everything: what was folded may not be used any more, or kept.
    void drop();
    // The last reload went through, and nothing was dropped since. Nobody asks for anything before.
    bool is_complete() const { return is_complete_; }
    const organisation::Registry& registry() const { return *registry_; }
    const StreamState& at(const events::Stream& stream, StreamState fresh);
    // The number of events of the stream that were folded; of a stream that is not at hand, the number it has.
    std::uint64_t count(const events::Stream& stream) const;
    std::vector<events::Stream> streams_about(const PersonCode& person) const;
    void apply(const events::Recorded& recorded);

private:
    struct Held {
        std::string name;
        StreamState state;
        std::uint64_t count = 0;
    };
    events::Log& log_;
    bool is_complete_ = false;
    std::unique_ptr<organisation::Registry> registry_;
    std::unordered_map<std::string, std::uint64_t> registry_counts_;
    std::list<Held> held_;  // the most recently used first
    std::unordered_map<std::string, std::list<Held>::iterator> by_name_;
};

// One decision's view of the states: notes which streams it asked for, and how many of their events it saw. References
// stay valid while it lives, as streams in use by a decision are far fewer than streams_max.
class PastView : public Past {
public:
    explicit PastView(States& states) : states_(states) {}
    const organisation::Registry& registry() const override { return states_.registry(); }
    void note(const events::Stream& stream) override;
    std::vector<events::Stream> streams_about(const PersonCode& person) override {
        return states_.streams_about(person);
    }
    std::vector<events::StreamRead> reads() const;

protected:
    const StreamState& state(const events::Stream& stream, StreamState fresh) override;

private:
    States& states_;
    std::unordered_map<std::string, events::StreamRead> noted_;
};

}  // namespace minhbach::services
