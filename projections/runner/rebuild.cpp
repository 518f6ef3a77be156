// Folding anew, beside the rows that are in use, and comparing.
#include <chrono>
#include <stdexcept>

#include "projections/runner/forgetting.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::projections {
namespace {

constexpr std::int64_t kLiveMillis = 60'000;

RunnerOptions without_thread() {
    RunnerOptions options;
    options.follow = false;
    options.chunk_events_max = 2048;
    return options;
}

}  // namespace

std::vector<events::Violation> check_rebuild(const events::Log& log, events::Ledger ledger, const Runner& live,
                                             Projections projections, const std::filesystem::path& shadow) {
    std::vector<events::Violation> violations;
    std::filesystem::remove_all(shadow);
    {
        Runner anew(log, ledger, std::move(projections), shadow, without_thread());
        anew.catch_up();
        const auto size = anew.applied();
        if (size > 0 && !live.wait_until(events::Position{size - 1}, kLiveMillis)) {
            violations.push_back(
                {"I8", events::Position{live.applied()}, "the live read models do not reach the end of the log"});
        }
        for (const auto& status : anew.status()) {
            if (status.error) violations.push_back({"I8", status.stopped_at, status.name + ": " + *status.error});
            if (anew.state_hash(status.name, size) != live.state_hash(status.name, size)) {
                violations.push_back({"I8", std::nullopt, status.name + ": rebuilt rows differ from the live ones"});
            }
        }
    }
    std::filesystem::remove_all(shadow);
    return violations;
}

Rebuilt rebuild(const events::Log& log, events::Ledger ledger, const std::filesystem::path& directory, bool access) {
    const auto list = [&] { return access ? access_projections() : all_projections(); };
    auto shadow = directory;
    shadow += kUnfinished;
    std::filesystem::remove_all(shadow);
    Rebuilt result;
    {
        const auto begun = std::chrono::steady_clock::now();
        Runner anew(log, ledger, list(), shadow, without_thread());
        anew.catch_up();
        result.events = anew.applied();
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        for (const auto& status : anew.status()) {
            if (status.error) throw std::runtime_error(status.name + ": " + *status.error);
            result.hashes.emplace_back(status.name, anew.state_hash(status.name, result.events));
        }
        if (std::filesystem::exists(directory)) {
            Runner before(log, ledger, list(), directory, without_thread());
            for (const auto& status : before.status()) {
                if (status.applied > 0 &&
                    before.state_hash(status.name, status.applied) != anew.state_hash(status.name, status.applied)) {
                    result.differing.push_back(status.name);
                }
            }
        }
    }
    std::filesystem::remove_all(directory);
    std::filesystem::rename(shadow, directory);
    return result;
}

}  // namespace minhbach::projections
