// A file system for RocksDB that fails on demand, on its write-ahead log only. Written on the installed wrapper
// classes.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace minhbach::events {

enum class Fault : std::uint8_t {
    none,
    sync_keeps,   // the sync fails, but what was written is there afterwards
    sync_loses,   // the sync fails, and what was written since the last one is gone
    no_space,     // the write itself fails, having written a part
    write_fails,  // the write fails, nothing is written
};

class FaultyDisk : public rocksdb::FileSystemWrapper {
public:
    FaultyDisk()
        : FileSystemWrapper(rocksdb::FileSystem::Default()),
          env_(rocksdb::NewCompositeEnv(std::shared_ptr<FaultyDisk>(std::shared_ptr<void>(), this))) {}

    const char* Name() const override { return "FaultyDisk"; }
    rocksdb::Env* env() { return env_.get(); }
    void fail_with(Fault fault) { fault_ = fault; }
    // Whether opening files fails too, so that the store cannot be reopened.
    void break_down(bool broken) { broken_ = broken; }
    int failures() const { return failures_; }
    int failed_opens() const { return failed_opens_; }

    rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* result,
                                      rocksdb::IODebugContext* context) override;
    rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                        rocksdb::IODebugContext* context) override {
        if (broken_) return broken();
        return FileSystemWrapper::NewSequentialFile(name, options, result, context);
    }

private:
    friend class FaultyFile;
    rocksdb::IOStatus broken() {
        ++failed_opens_;
        return rocksdb::IOStatus::IOError("broken disk");
    }
    std::unique_ptr<rocksdb::Env> env_;
    std::atomic<Fault> fault_ = Fault::none;
    std::atomic<bool> broken_ = false;
    std::atomic<int> failures_ = 0;
    std::atomic<int> failed_opens_ = 0;
};

class FaultyFile : public rocksdb::FSWritableFileOwnerWrapper {
public:
    FaultyFile(std::unique_ptr<rocksdb::FSWritableFile> file, std::string name, FaultyDisk& disk)
        : FSWritableFileOwnerWrapper(std::move(file)), name_(std::move(name)), disk_(disk) {}

    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* context) override {
        const auto fault = disk_.fault_.load();
        if (fault == Fault::write_fails || fault == Fault::no_space) {
            ++disk_.failures_;
            if (fault == Fault::write_fails) return rocksdb::IOStatus::IOError("failing write");
            FSWritableFileOwnerWrapper::Append(rocksdb::Slice(data.data(), data.size() / 2), options, context)
                .PermitUncheckedError();
            return rocksdb::IOStatus::NoSpace("disk full");
        }
        written_ += data.size();
        return FSWritableFileOwnerWrapper::Append(data, options, context);
    }
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             const rocksdb::DataVerificationInfo&, rocksdb::IODebugContext* context) override {
        return Append(data, options, context);
    }
    rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
        return synced(FSWritableFileOwnerWrapper::Sync(options, context));
    }
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
        return synced(FSWritableFileOwnerWrapper::Fsync(options, context));
    }

private:
    rocksdb::IOStatus synced(rocksdb::IOStatus status) {
        const auto fault = disk_.fault_.load();
        if (fault == Fault::sync_keeps || fault == Fault::sync_loses) {
            ++disk_.failures_;
            if (fault == Fault::sync_loses) std::filesystem::resize_file(name_, synced_);
            return rocksdb::IOStatus::IOError("failing sync");
        }
        if (status.ok()) synced_ = written_;
        return status;
    }

    const std::string name_;
    FaultyDisk& disk_;
    std::uint64_t written_ = 0;
    std::uint64_t synced_ = 0;
};

inline rocksdb::IOStatus FaultyDisk::NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                                     std::unique_ptr<rocksdb::FSWritableFile>* result,
                                                     rocksdb::IODebugContext* context) {
    if (broken_) return broken();
    auto status = FileSystemWrapper::NewWritableFile(name, options, result, context);
    if (status.ok() && name.ends_with(".log")) *result = std::make_unique<FaultyFile>(std::move(*result), name, *this);
    return status;
}

}  // namespace minhbach::events
