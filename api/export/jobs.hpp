// Exports on their way: one at a time on a thread of their own, so that a large one holds up nobody who rates. A
// package is handed out only when its export stands in the access ledger. Packages lie in a folder that is emptied at
// the next start: asked for again, the same checkpoint gives the same bytes.
#pragma once

#include <boost/describe.hpp>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "api/export/export.hpp"
#include "services/desk.hpp"

namespace minhbach::api::exports {

enum class JobState : std::uint8_t { waiting, running, done, failed };
BOOST_DESCRIBE_ENUM(JobState, waiting, running, done, failed)

// What its owner may know of it.
struct Job {
    std::string id;
    PersonCode owner;
    Scope scope;
    Text purpose;
    std::optional<std::uint64_t> wanted_size;
    JobState state = JobState::waiting;
    std::uint64_t records = 0;  // written so far
    bool stale = false;         // what is written may hold what was erased since
    std::optional<Exported> exported;
    std::optional<Refusal> refusal;
    std::filesystem::path file() const { return folder / (id + ".zip"); }
    std::filesystem::path folder;
};

// Thread-safe.
class Jobs {
public:
    static constexpr std::size_t waiting_max = 16;
    static constexpr std::size_t kept_max = 32;  // finished ones, with their files; the oldest go first

    // The newest checkpoint that may leave the house; nothing: every one may. See write_export.
    using Published = std::function<std::optional<events::Checkpoint>()>;

    Jobs(events::Log& log, services::Desk& desk, std::filesystem::path folder, Published published);
    ~Jobs();  // the one under way is finished

    // Refuses with `overloaded` when too many wait.
    Result<Job> begin(PersonCode owner, Scope scope, std::optional<std::uint64_t> size, Text purpose);
    std::optional<Job> find(const std::string& id) const;

    // Removes every package there is: each may hold what was erased since it was written. One that is under way is
    // written again.
    void forget();

private:
    void run();
    void carry_out(const std::string& id);
    void change(const std::string& id, const std::function<void(Job&)>& apply);
    void finish(const std::string& id, const std::function<void(Job&)>& apply);

    events::Log& log_;
    services::Desk& desk_;
    const std::filesystem::path folder_;
    const Published published_;
    mutable std::mutex mutex_;
    std::condition_variable work_;
    std::map<std::string, Job> jobs_;
    std::deque<std::string> waiting_;
    std::deque<std::string> finished_;
    bool stopping_ = false;
    std::thread worker_;
};

}  // namespace minhbach::api::exports
