#include "projections/runner/runner.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "projections/runner/following.hpp"
#include "projections/runner/generations.hpp"

namespace minhbach::projections {

Runner::Runner(const events::Log& log, events::Ledger ledger, Projections projections,
               const std::filesystem::path& directory, const RunnerOptions& options)
    : log_(log), ledger_(ledger), directory_(directory), options_(options), generation_(generation_in(directory)) {
    inside_ = std::make_shared<Inside>(log, ledger, std::move(projections), folder(directory, generation_), options);
    use(directory, generation_);
    if (options.follow) inside_->start();
}

Runner::~Runner() = default;

std::shared_ptr<Runner::Inside> Runner::inside() const {
    const std::lock_guard lock(mutex_);
    return inside_;
}

std::uint64_t Runner::applied() const {
    return inside()->applied.load(std::memory_order_acquire);
}

bool Runner::wait_until(events::Position position, std::int64_t millis) const {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + std::chrono::milliseconds(millis);
    while (applied() <= position.value) {
        if (Clock::now() >= until) return false;
        // In short turns: meanwhile other rows may have come into use.
        const auto now = inside();
        std::unique_lock lock(now->mutex);
        now->progressed.wait_until(lock, std::min(until, Clock::now() + std::chrono::milliseconds(kIdleMillis)),
                                   [&] { return now->applied.load() > position.value; });
    }
    return true;
}

std::vector<ProjectionStatus> Runner::status() const {
    return inside()->statuses();
}

std::vector<std::string> Runner::stopped() const {
    const auto now = inside();
    if (!now->any_stopped.load(std::memory_order_acquire)) return {};
    std::vector<std::string> names;
    for (const auto& status : now->statuses()) {
        if (status.error) names.push_back(status.name);
    }
    return names;
}

std::optional<std::string> Runner::paused() const {
    for (const auto& status : this->status()) {
        if (status.paused) return status.paused;
    }
    return std::nullopt;
}

std::shared_ptr<const RowsReader> Runner::rows() const {
    auto now = inside();
    const auto* store = now->store.get();
    return {std::move(now), store};
}

Rebuilt Runner::rebuild_beside(Projections projections) {
    const std::lock_guard alone(rebuilding_);
    const auto begun = std::chrono::steady_clock::now();
    const auto generation = generation_ + 1;
    std::filesystem::remove_all(folder(directory_, generation));
    auto anew =
        std::make_shared<Inside>(log_, ledger_, std::move(projections), folder(directory_, generation), options_);
    anew->superseded = true;  // until it is in use
    const auto fold_on = [&] {
        while (anew->step()) {
        }
        for (const auto& status : anew->statuses()) {
            if (status.error) throw std::runtime_error(status.name + ": " + *status.error);
        }
    };
    fold_on();

    // The rows in use stand still for the last few events, so that nobody who saw them sees an older state afterwards.
    const auto before = inside();
    before->halt();
    try {
        fold_on();
        anew->store->flush();
        use(directory_, generation);
    } catch (...) {
        if (options_.follow) before->start();
        throw;
    }
    generation_ = generation;
    anew->superseded = false;
    before->superseded = true;
    Rebuilt result;
    result.events = anew->applied.load();
    if (options_.follow) anew->start();
    {
        const std::lock_guard lock(mutex_);
        inside_ = anew;
    }
    const auto is_same = [&](const ProjectionStatus& status) {
        try {
            return !status.error &&
                   before->store->hash(status.name, status.applied) == anew->store->hash(status.name, status.applied);
        } catch (const std::runtime_error&) {
            if (before->store->is_damaged()) return false;
            throw;
        }
    };
    for (const auto& status : before->statuses()) {
        if (!is_same(status)) result.differing.push_back(status.name);
        result.hashes.emplace_back(status.name, anew->store->hash(status.name, result.events));
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return result;
}

bool Runner::is_damaged() const {
    return inside()->store->is_damaged();
}

bool Runner::wait_until_alone() const {
    constexpr std::chrono::seconds kPatience{10};
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (true) {
        const auto in_use = inside()->directory;
        bool alone = true;
        for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
            alone = alone && (entry.path() == in_use || entry.path() == directory_ / kInUse);
        }
        if (alone) return true;
        if (std::chrono::steady_clock::now() >= until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(kIdleMillis));
    }
}

void Runner::catch_up() {
    const auto now = inside();
    if (now->thread.joinable()) throw std::logic_error("catch_up beside the following thread");
    while (now->step()) {
    }
}

events::Hash Runner::state_hash(std::string_view projection, std::uint64_t before) const {
    return inside()->store->hash(projection, before);
}

}  // namespace minhbach::projections
