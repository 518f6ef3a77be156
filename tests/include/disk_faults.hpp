// What a FaultyDisk does: it fails on demand, lies, stops at any call, and loses what was not synced. What stands on it
// is in faulty_disk.hpp, which is the one to include.
#pragma once

#include <fcntl.h>
#include <rocksdb/env.h>

#include <cerrno>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "disk_state.hpp"
#include "events/files.hpp"

namespace minhbach::events {

enum class Call : std::uint8_t { open, read, write, sync, rename, remove, sync_directory };

struct Fault {
    static constexpr unsigned always = ~0u;
    Call call = Call::sync;
    std::string part;  // of the file's path; empty: any
    int error = EIO;
    // A write: half of it is there. A sync: what was written stays readable (and never reaches the disk); otherwise it
    // is gone at once.
    bool leaves = false;
    unsigned after = 0;  // so many calls succeed first
    unsigned times = always;
};

// On the write-ahead log alone.
inline const Fault kSyncKeeps{Call::sync, ".log", EIO, true};
inline const Fault kSyncLoses{Call::sync, ".log", EIO, false};
inline const Fault kWriteFails{Call::write, ".log", EIO, false};
inline const Fault kNoSpace{Call::write, ".log", ENOSPC, true};
// RocksDB cannot open anything.
inline const Fault kBroken{Call::open, "/log/", EIO};

class FaultyDisk {
public:
    explicit FaultyDisk(std::uint64_t seed = 1);
    rocksdb::Env* env() { return env_.get(); }
    const Files& files() const { return *files_; }

    void fail_with(Fault fault) {
        const std::lock_guard lock(mutex_);
        faults_.push_back(std::move(fault));
    }
    void heal() {
        const std::lock_guard lock(mutex_);
        faults_.clear();
        flips_.clear();
    }
    // From now on, one read of such a file in so many gives back one wrong bit. What is on the disk stays right.
    void flip_reads(unsigned one_in, std::string part = "") {
        const std::lock_guard lock(mutex_);
        flips_.push_back({one_in, std::move(part)});
    }
    int flipped() const { return of(flipped_); }  // reads
    // From now on such a call says that it succeeded and does nothing.
    void lie(Call call, std::string part = "") {
        const std::lock_guard lock(mutex_);
        lies_.push_back({call, std::move(part)});
    }
    int failures() const { return of(failures_); }
    int failed_opens() const { return of(failed_opens_); }

    // After so many more calls that change something every call fails, as if the process had ended there.
    void stop_after(unsigned calls) {
        const std::lock_guard lock(mutex_);
        calls_left_ = calls;
    }
    bool is_stopped() const { return of(stopped_); }
    // Once nobody has a file open: the process alone ended; what it wrote is read, synced or not.
    void restart() {
        const std::lock_guard lock(mutex_);
        faults_.clear();
        flips_.clear();
        stopped_ = false;
        calls_left_.reset();
    }
    // Once nobody has a file open: the machine ended, too.
    void cut_power() {
        restart();
        const std::lock_guard lock(mutex_);
        state_.cut_power(random_);
    }
    // Of a file that nobody has open.
    void flip_bit(const std::filesystem::path& path, std::uint64_t bit) {
        const std::lock_guard lock(mutex_);
        state_.flip_bit(path, bit);
    }
    // What both file systems call; `really` does it on the machine's own and gives an errno. 0: done.
    using Path = std::filesystem::path;
    using Really = std::function<int()>;
    int open(const Path& path) { return plainly(Call::open, path); }
    int read(const Path& path) { return plainly(Call::read, path); }
    void deface(const Path& path, char* bytes, std::size_t count);  // after a read
    int create(const Path& path, bool truncates, const Really& really) {
        const bool is_new = truncates || !std::filesystem::exists(path);
        return change(is_new ? Call::open : Call::read, path, really, [&] {
            if (is_new) state_.add_file(path);
        });
    }
    int write(const Path& path, std::uint64_t offset, std::string_view bytes,
              const std::function<int(std::string_view)>& really);
    int resize(const Path& path, std::uint64_t bytes, const Really& really) {
        return change(Call::write, path, really, [&] { state_.resize(path, bytes); });
    }
    int sync(const Path& path);
    int link(const Path& path, const Path& another, const Really& really) {
        return change(Call::rename, another, really, [&] { state_.link(path, another); });
    }
    int rename(const Path& from, const Path& to, const Really& really) {
        return change(Call::rename, to, really, [&] { state_.rename(from, to); });
    }
    int remove(const Path& path, const Really& really) {
        return change(Call::remove, path, really, [&] { state_.remove(path); });
    }
    int make_directory(const Path& path, const Really& really) {
        return change(Call::open, path, really, [&] {
            if (!std::filesystem::exists(path)) state_.add_directory(path);
        });
    }
    int sync_directory(const Path& path) {
        return change(Call::sync_directory, path, [] { return 0; }, [&] { state_.sync_directory(path); });
    }

private:
    struct Verdict {
        int error = 0;
        bool leaves = false;
        bool lies = false;
    };
    Verdict meet(Call call, const Path& path);
    int plainly(Call call, const Path& path) {
        const std::lock_guard lock(mutex_);
        return meet(call, path).error;
    }
    template <class Note>
    int change(Call call, const Path& path, const Really& really, const Note& note) {
        const std::lock_guard lock(mutex_);
        const auto verdict = meet(call, path);
        if (verdict.error != 0 || verdict.lies) return verdict.error;
        note();
        return really();
    }
    template <class T>
    T of(const T& member) const {
        const std::lock_guard lock(mutex_);
        return member;
    }

    mutable std::mutex mutex_;  // guards all but the two file systems
    DiskState state_;
    std::mt19937_64 random_;
    std::vector<Fault> faults_;
    std::vector<std::pair<Call, std::string>> lies_;
    std::vector<std::pair<unsigned, std::string>> flips_;
    std::optional<unsigned> calls_left_;
    bool stopped_ = false;
    int failures_ = 0;
    int failed_opens_ = 0;
    int flipped_ = 0;
    std::unique_ptr<Files> files_;
    std::unique_ptr<rocksdb::Env> env_;
};

inline FaultyDisk::Verdict FaultyDisk::meet(Call call, const Path& path) {
    if (calls_left_ && call != Call::read && call != Call::open) {
        if (*calls_left_ == 0) stopped_ = true;
        if (*calls_left_ > 0) --*calls_left_;
    }
    if (stopped_) return {EIO};
    const auto name = path.string();
    for (auto& fault : faults_) {
        if (fault.call != call || fault.times == 0 || name.find(fault.part) == std::string::npos) continue;
        if (fault.after > 0) {
            --fault.after;
            continue;
        }
        if (fault.times != Fault::always) --fault.times;
        ++(call == Call::open ? failed_opens_ : failures_);
        return {fault.error, fault.leaves};
    }
    for (const auto& [lied, part] : lies_) {
        if (lied == call && name.find(part) != std::string::npos) return {0, false, true};
    }
    return {};
}

inline void FaultyDisk::deface(const Path& path, char* bytes, std::size_t count) {
    const std::lock_guard lock(mutex_);
    const auto name = path.string();
    for (const auto& [one_in, part] : flips_) {
        if (count == 0 || name.find(part) == std::string::npos || random_() % one_in != 0) continue;
        const auto bit = random_() % (count * 8);
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        ++flipped_;
        return;
    }
}

inline int FaultyDisk::write(const Path& path, std::uint64_t offset, std::string_view bytes,
                             const std::function<int(std::string_view)>& really) {
    const std::lock_guard lock(mutex_);
    const auto verdict = meet(Call::write, path);
    if (verdict.lies || (verdict.error != 0 && !verdict.leaves)) return verdict.error;
    if (verdict.error != 0) bytes = bytes.substr(0, bytes.size() / 2);
    state_.write(path, offset, bytes);
    const int done = really(bytes);
    return verdict.error != 0 ? verdict.error : done;
}

inline int FaultyDisk::sync(const Path& path) {
    const std::lock_guard lock(mutex_);
    const auto verdict = meet(Call::sync, path);
    if (verdict.lies || stopped_) return verdict.error;
    if (verdict.error == 0) {
        state_.sync(path);
        return 0;
    }
    if (!verdict.leaves) {
        const File file(path, O_WRONLY);
        file.write_at(state_.synced(path), 0);
        std::filesystem::resize_file(path, state_.synced(path).size());
    }
    state_.forget_unsynced(path);
    return verdict.error;
}

}  // namespace minhbach::events
