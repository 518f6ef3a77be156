#include "api/routes/erasing.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "api/http/report.hpp"
#include "events/attachment_files.hpp"
#include "events/backup/left_beside.hpp"
#include "events/erasures.hpp"
#include "projections/runner/forgetting.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::chrono::seconds kAgainAfter{1};

}  // namespace

Erasing::Erasing(events::Log& log, services::Desk& desk, sign_in::Identity& identity, exports::Jobs& exports,
                 projections::Runner& acts, projections::Runner& access, std::filesystem::path data,
                 std::chrono::milliseconds looks_every)
    : log_(log),
      desk_(desk),
      identity_(identity),
      exports_(exports),
      acts_(acts),
      access_(access),
      data_(std::move(data)),
      looks_every_(looks_every) {
    for (const auto& erasure : events::approved_erasures(log_)) folded_without_.insert(erasure.erasure);
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
    carry_out_what_there_is();
    desk_.carry_out_erasures();
}

void Erasing::carry_out_what_there_is() {
    {
        const std::lock_guard lock(mutex_);
        wanted_ = true;
    }
    work_.notify_all();
}

bool Erasing::is_emptied(const ErasureId& erasure) const {
    const std::lock_guard lock(mutex_);
    return emptied_.contains(erasure);
}

std::vector<std::filesystem::path> Erasing::left_beside() const {
    return events::backup::left_beside(data_);
}

void Erasing::tell_of_left_beside() const {
    if (events::approved_erasures(log_).empty()) return;
    for (const auto& path : left_beside()) {
        http::report("no erasure is certified while " + path.string() +
                     " is there: a repair or restoration left it with keys or with what was readable; overwrite its "
                     "files vault* (shred) and remove it");
    }
}

void Erasing::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        const bool is_wanted = work_.wait_for(lock, looks_every_, [&] { return stopping_ || wanted_; });
        if (stopping_) return;
        wanted_ = false;
        lock.unlock();
        std::string failed;
        bool is_done = true;
        try {
            if (is_wanted || is_left_over()) {
                is_done = empty();
                projections::remove_unfinished(data_ / "projections");
                tell_of_left_beside();
            }
        } catch (const std::exception& failure) {
            failed = failure.what();
        }
        lock.lock();
        wanted_ = wanted_ || !is_done;
        if (failed.empty()) continue;
        http::report("an erasure is not finished and will be tried again: " + failed);
        wanted_ = true;
        work_.wait_for(lock, kAgainAfter, [&] { return stopping_; });
    }
}

// An approval whose outcome was not known may be found when the store is opened again, and nobody asks then.
bool Erasing::is_left_over() const {
    try {
        const auto approved = events::approved_erasures(log_);
        return std::any_of(approved.begin(), approved.end(), [](const auto& erasure) { return !erasure.executed; });
    } catch (const events::Unavailable&) {
        return false;  // for the next time
    }
}

bool Erasing::empty() {
    desk_.carry_out_erasures();
    // Whoever was approved since is not erased yet, and what is folded now shows them: another round is theirs.
    auto gone = events::approved_erasures(log_);
    const bool is_done = std::erase_if(gone, [](const auto& erasure) { return !erasure.executed; }) == 0;
    bool anything = false;
    for (const auto& erasure : gone) {
        identity_.withdraw(erasure.subject);
        events::remove_attachments_of(data_ / "attachments", erasure.subject);
        anything = anything || !folded_without_.contains(erasure.erasure);
    }
    if (anything) {
        exports_.forget();
        acts_.rebuild_beside(projections::all_projections());
        access_.rebuild_beside(projections::access_projections());
        // Whoever was still reading the old rows keeps them until done.
        if (!acts_.wait_until_alone() || !access_.wait_until_alone()) {
            throw std::runtime_error("somebody still reads the read models that were in use before");
        }
        projections::note_erasures(data_ / "projections", gone.size());
        for (const auto& erasure : gone) folded_without_.insert(erasure.erasure);
    }
    const std::lock_guard lock(mutex_);
    for (const auto& erasure : gone) emptied_.insert(erasure.erasure);
    return is_done;
}

}  // namespace minhbach::api::routes
