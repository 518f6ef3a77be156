// What follows an approved erasure: the key is destroyed, and then every place that holds what was readable until then
// is emptied (ARCHITECTURE.md has the table). The second part folds the read models anew and has a thread of its own;
// both may be repeated, and what failed is tried again. Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "api/export/jobs.hpp"
#include "api/sign_in/identity.hpp"
#include "events/log.hpp"
#include "projections/runner/runner.hpp"
#include "services/desk.hpp"

namespace minhbach::api::routes {

class Erasing {
public:
    // How often it looks by itself for what is approved and not carried out.
    static constexpr std::chrono::seconds kLooksEvery{30};

    // `data` holds attachments/ and projections/, whose rows know of every erasure there is now.
    Erasing(events::Log& log, services::Desk& desk, sign_in::Identity& identity, exports::Jobs& exports,
            projections::Runner& acts, projections::Runner& access, std::filesystem::path data,
            std::chrono::milliseconds looks_every = kLooksEvery);
    ~Erasing();  // what is under way is finished
    Erasing(const Erasing&) = delete;
    Erasing& operator=(const Erasing&) = delete;

    // Destroys the keys of what is approved, in the calling thread, and sets the rest going.
    void carry_out();
    // The same where it is not known whether an approval was written: not in the calling thread, and as soon as the log
    // can say.
    void carry_out_what_there_is();
    // Nothing that was readable is left of it: the read models were folded anew, the old ones are removed, and so is
    // what else a crash may have left, which the first round after a start looks for.
    bool is_emptied(const ErasureId& erasure) const;
    // Directories beside the store that a repair or restoration left and that no erasure reaches: while there is one
    // nothing is certified. The operator is told.
    std::vector<std::filesystem::path> left_beside() const;

private:
    void run();
    bool empty();  // false: somebody was approved meanwhile
    bool is_left_over() const;
    void tell_of_left_beside() const;

    events::Log& log_;
    services::Desk& desk_;
    sign_in::Identity& identity_;
    exports::Jobs& exports_;
    projections::Runner& acts_;
    projections::Runner& access_;
    const std::filesystem::path data_;
    const std::chrono::milliseconds looks_every_;
    mutable std::mutex mutex_;
    std::condition_variable work_;
    std::set<ErasureId> emptied_;
    std::set<ErasureId> folded_without_;  // the read models in use were; of the thread alone
    bool wanted_ = true;                  // what a crash may have left, at the start
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace minhbach::api::routes
