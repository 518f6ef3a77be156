#include "api/routes/erasing.hpp"

#include <chrono>
#include <stdexcept>

#include "api/http/report.hpp"
#include "events/attachment_files.hpp"
#include "events/erasures.hpp"
#include "projections/runner/forgetting.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::chrono::seconds kAgainAfter{1};

}  // namespace

Erasing::Erasing(events::Log& log, services::Desk& desk, sign_in::Identity& identity, exports::Jobs& exports,
                 projections::Runner& acts, projections::Runner& access, std::filesystem::path data)
    : log_(log),
      desk_(desk),
      identity_(identity),
      exports_(exports),
      acts_(acts),
      access_(access),
      data_(std::move(data)) {
    for (const auto& erasure : events::approved_erasures(log_)) emptied_.insert(erasure.erasure);
    thread_ = std::thread([this] { run(); });
}

Erasing::~Erasing() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_.notify_all();
    thread_.join();
}

void Erasing::carry_out() {
    {
        const std::lock_guard lock(mutex_);
        wanted_ = true;
    }
    work_.notify_all();
    desk_.carry_out_erasures();
}

bool Erasing::is_emptied(const ErasureId& erasure) const {
    const std::lock_guard lock(mutex_);
    return emptied_.contains(erasure);
}

void Erasing::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        work_.wait(lock, [&] { return stopping_ || wanted_; });
        if (stopping_) return;
        wanted_ = false;
        lock.unlock();
        std::string failed;
        try {
            empty();
        } catch (const std::exception& failure) {
            failed = failure.what();
        }
        lock.lock();
        if (failed.empty()) continue;
        http::report("an erasure is not finished and will be tried again: " + failed);
        wanted_ = true;
        work_.wait_for(lock, kAgainAfter, [&] { return stopping_; });
    }
}

void Erasing::empty() {
    desk_.carry_out_erasures();
    const auto approved = events::approved_erasures(log_);
    bool anything = false;
    for (const auto& erasure : approved) {
        identity_.withdraw(erasure.subject);
        events::remove_attachments_of(data_ / "attachments", erasure.subject);
        anything = anything || !is_emptied(erasure.erasure);
    }
    if (!anything) return;
    exports_.forget();
    acts_.rebuild_beside(projections::all_projections());
    access_.rebuild_beside(projections::access_projections());
    // Whoever was still reading the old rows keeps them until done.
    if (!acts_.wait_until_alone() || !access_.wait_until_alone()) {
        throw std::runtime_error("somebody still reads the read models that were in use before");
    }
    projections::note_erasures(data_ / "projections", approved.size());
    const std::lock_guard lock(mutex_);
    for (const auto& erasure : approved) emptied_.insert(erasure.erasure);
}

}  // namespace minhbach::api::routes
