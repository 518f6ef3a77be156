#include "api/export/jobs.hpp"

#include <openssl/rand.h>

#include <array>
#include <future>
#include <stdexcept>

#include "api/http/report.hpp"

namespace minhbach::api::exports {
namespace {

std::string random_id() {
    std::array<std::uint8_t, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::runtime_error("no random bytes");
    return events::hex(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

Refusal not_written(const std::string& why) {
    return {"read-only",
            "",
            "",
            "Không tạo được gói hồ sơ; người vận hành cần kiểm tra ổ đĩa.",
            "The package could not be written; the operator must look at the disk. " + why,
            {}};
}

}  // namespace

Jobs::Jobs(events::Log& log, services::Desk& desk, std::filesystem::path folder, Published published)
    : log_(log), desk_(desk), folder_(std::move(folder)), published_(std::move(published)) {
    std::filesystem::remove_all(folder_);
    worker_ = std::thread([this] { run(); });
}

Jobs::~Jobs() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_.notify_all();
    worker_.join();
}

Result<Job> Jobs::begin(PersonCode owner, Scope scope, std::optional<std::uint64_t> size, Text purpose) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= waiting_max) {
        return Refusal{"overloaded",
                       "",
                       "",
                       "Đang có nhiều gói hồ sơ chờ tạo; hãy thử lại sau.",
                       "Many packages are waiting to be written; try again later.",
                       {}};
    }
    Job job;
    job.id = random_id();
    job.owner = std::move(owner);
    job.scope = std::move(scope);
    job.purpose = std::move(purpose);
    job.wanted_size = size;
    job.folder = folder_;
    waiting_.push_back(job.id);
    jobs_[job.id] = job;
    work_.notify_one();
    return job;
}

std::optional<Job> Jobs::find(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    return found == jobs_.end() ? std::nullopt : std::optional(found->second);
}

void Jobs::forget() {
    const std::lock_guard lock(mutex_);
    for (auto& [id, job] : jobs_) job.stale = true;
    for (const auto& id : finished_) {
        std::filesystem::remove(jobs_.at(id).file());
        jobs_.erase(id);
    }
    finished_.clear();
}

void Jobs::change(const std::string& id, const std::function<void(Job&)>& apply) {
    const std::lock_guard lock(mutex_);
    apply(jobs_.at(id));
}

// In one step: whoever forgets what is finished forgets this one, too, or comes before it and finds it stale.
void Jobs::finish(const std::string& id, const std::function<void(Job&)>& apply) {
    const std::lock_guard lock(mutex_);
    apply(jobs_.at(id));
    finished_.push_back(id);
    while (finished_.size() > kept_max) {
        std::error_code ignored;
        std::filesystem::remove(jobs_.at(finished_.front()).file(), ignored);
        jobs_.erase(finished_.front());
        finished_.pop_front();
    }
}

void Jobs::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        work_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        const auto id = waiting_.front();
        waiting_.pop_front();
        jobs_.at(id).state = JobState::running;
        lock.unlock();
        try {
            carry_out(id);
        } catch (const std::exception& failure) {
            http::report(std::string("an export failed: ") + failure.what());
            finish(id, [&](Job& job) {
                job.state = JobState::failed;
                job.refusal = not_written(failure.what());
            });
        }
        lock.lock();
    }
}

void Jobs::carry_out(const std::string& id) {
    const auto job = find(id).value();
    std::filesystem::create_directories(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    const auto published = published_();
    Result<Exported> exported;
    do {
        std::filesystem::remove(job.file());
        change(id, [](Job& running) { running.stale = false; });
        exported = write_export(log_, job.scope, job.wanted_size, published, job.file(), [&](std::uint64_t records) {
            change(id, [&](Job& running) { running.records = records; });
        });
    } while (exported && find(id)->stale);
    if (!exported) {
        return finish(id, [&](Job& failed) {
            failed.state = JobState::failed;
            failed.refusal = exported.error();
        });
    }
    std::promise<bool> entered;
    desk_.note_access(job.owner,
                      PackageExported{Label::of(job.scope.name()), Label::of(std::to_string(exported->size)),
                                      job.purpose, exported->digest},
                      [&](bool durable) { entered.set_value(durable); });
    const bool durable = entered.get_future().get();
    finish(id, [&](Job& ended) {
        const bool given = durable && !ended.stale;
        if (!given) std::filesystem::remove(job.file());
        ended.state = given ? JobState::done : JobState::failed;
        ended.records = exported->written.records;
        if (given) ended.exported = *exported;
        if (!durable) ended.refusal = not_written("The access ledger did not take the entry.");
        if (durable && ended.stale) ended.refusal = not_written("Something was erased meanwhile; ask for it again.");
    });
}

}  // namespace minhbach::api::exports
