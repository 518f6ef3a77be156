// What follows an approved erasure: the key is destroyed, and then every place that holds what was readable until then
// is emptied (ARCHITECTURE.md has the table). The second part folds the read models anew and has a thread of its own;
// both may be repeated, and what failed is tried again. Thread-safe.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <set>
#include <thread>

#include "api/export/jobs.hpp"
#include "api/sign_in/identity.hpp"
#include "events/log.hpp"
#include "projections/runner/runner.hpp"
#include "services/desk.hpp"

namespace minhbach::api::routes {

class Erasing {
public:
    // `data` holds attachments/ and projections/, whose rows know of every erasure there is now.
    Erasing(events::Log& log, services::Desk& desk, sign_in::Identity& identity, exports::Jobs& exports,
            projections::Runner& acts, projections::Runner& access, std::filesystem::path data);
    ~Erasing();  // what is under way is finished
    Erasing(const Erasing&) = delete;
    Erasing& operator=(const Erasing&) = delete;

    // Destroys the keys of what is approved, in the calling thread, and sets the rest going.
    void carry_out();
    // Nothing that was readable is left of it: the read models were folded anew, and the old ones are removed.
    bool is_emptied(const ErasureId& erasure) const;

private:
    void run();
    void empty();

    events::Log& log_;
    services::Desk& desk_;
    sign_in::Identity& identity_;
    exports::Jobs& exports_;
    projections::Runner& acts_;
    projections::Runner& access_;
    const std::filesystem::path data_;
    mutable std::mutex mutex_;
    std::condition_variable work_;
    std::set<ErasureId> emptied_;
    bool wanted_ = true;  // what a crash may have left, at the start
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace minhbach::api::routes
