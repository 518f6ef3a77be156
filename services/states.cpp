#include "services/states.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <set>
#include <span>

namespace minhbach::services {
namespace {

bool of_registry(std::string_view category) {
    const auto& categories = organisation::Registry::kCategories;
    return std::find(categories.begin(), categories.end(), category) != categories.end();
}

// Folding from the log must not miss what was accepted a moment ago. If that falls meanwhile, the log's generation is
// another, and so is what is folded after that.
void wait_for_accepted(const events::Log& log) {
    constexpr std::int64_t kMillis = 30'000;
    const auto generation = log.generation();
    const auto accepted = log.accepted(events::Ledger::main);
    if (!log.wait_until_durable(events::Ledger::main, accepted, generation, kMillis) &&
        log.generation() == generation) {
        throw events::Unavailable("the log did not become durable in time to fold from it");
    }
}

// Reading an event is opening its parts and parsing them: on several threads, most of the time that folding takes.
constexpr std::size_t kReaders = 4;
constexpr std::size_t kEventsOfReader = 512;

std::vector<events::Recorded> read(const events::Log& log, std::span<const events::Position> positions) {
    std::vector<events::Recorded> recorded;
    recorded.reserve(positions.size());
    for (const auto position : positions) recorded.push_back(events::decode(log.read(events::Ledger::main, position)));
    return recorded;
}

}  // namespace

States::States(events::Log& log) : log_(log) {
    reload();
}

void States::drop() {
    is_complete_ = false;
    held_.clear();
    by_name_.clear();
    registry_ = std::make_unique<organisation::Registry>();
    registry_counts_.clear();
}

void States::reload() {
    drop();
    wait_for_accepted(log_);
    std::vector<events::Position> positions;
    for (const auto category : organisation::Registry::kCategories) {
        const auto some = log_.category_positions(events::Ledger::main, category);
        positions.insert(positions.end(), some.begin(), some.end());
    }
    std::sort(positions.begin(), positions.end());
    const std::span<const events::Position> all(positions);
    for (std::size_t first = 0; first < all.size(); first += kReaders * kEventsOfReader) {
        std::vector<std::future<std::vector<events::Recorded>>> parts;
        const auto end = std::min(all.size(), first + kReaders * kEventsOfReader);
        for (auto from = first; from < end; from += kEventsOfReader)
            parts.push_back(std::async(std::launch::async, read, std::cref(log_),
                                       all.subspan(from, std::min(kEventsOfReader, end - from))));
        for (auto& part : parts) {
            for (const auto& recorded : part.get()) apply(recorded);
        }
    }
    is_complete_ = true;
}

const StreamState& States::at(const events::Stream& stream, StreamState fresh) {
    const auto found = by_name_.find(stream.name());
    if (found != by_name_.end()) {
        held_.splice(held_.begin(), held_, found->second);
        return held_.front().state;
    }
    auto positions = log_.stream_positions(events::Ledger::main, stream);
    if (positions.size() < log_.stream_count(events::Ledger::main, stream)) {
        wait_for_accepted(log_);
        positions = log_.stream_positions(events::Ledger::main, stream);
    }
    for (const auto position : positions)
        services::apply(fresh, events::decode(log_.read(events::Ledger::main, position)));
    held_.push_front({stream.name(), std::move(fresh), positions.size()});
    by_name_[stream.name()] = held_.begin();
    if (held_.size() > streams_max) {
        by_name_.erase(held_.back().name);
        held_.pop_back();
    }
    return held_.front().state;
}

std::uint64_t States::count(const events::Stream& stream) const {
    if (of_registry(stream.category())) {
        const auto counted = registry_counts_.find(stream.name());
        return counted == registry_counts_.end() ? 0 : counted->second;
    }
    const auto found = by_name_.find(stream.name());
    return found != by_name_.end() ? found->second->count : log_.stream_count(events::Ledger::main, stream);
}

std::vector<events::Stream> States::streams_about(const PersonCode& person) const {
    wait_for_accepted(log_);
    std::set<events::Stream> streams;
    for (const auto position : log_.subject_positions(events::Ledger::main, person)) {
        streams.insert(events::decode_record(log_.record_bytes(events::Ledger::main, position)).value().stream);
    }
    return {streams.begin(), streams.end()};
}

void States::apply(const events::Recorded& recorded) {
    if (of_registry(recorded.record.stream.category())) {
        registry_->apply(recorded);
        ++registry_counts_[recorded.record.stream.name()];
        return;
    }
    // A stream not at hand is folded whole when it is needed.
    const auto found = by_name_.find(recorded.record.stream.name());
    if (found == by_name_.end()) return;
    services::apply(found->second->state, recorded);
    ++found->second->count;
}

void PastView::note(const events::Stream& stream) {
    noted_.try_emplace(stream.name(), events::StreamRead{stream, states_.count(stream)});
}

const StreamState& PastView::state(const events::Stream& stream, StreamState fresh) {
    const auto& state = states_.at(stream, std::move(fresh));
    note(stream);
    return state;
}

std::vector<events::StreamRead> PastView::reads() const {
    std::vector<events::StreamRead> result;
    result.reserve(noted_.size());
    for (const auto& [name, read] : noted_) result.push_back(read);
    return result;
}

}  // namespace minhbach::services
