// A disk that fails on demand, lies, misreads, stops at any call, and loses what was not synced: under RocksDB and
// under the store's own files alike. Syncs cost nothing here, so that hundreds of power cuts are a matter of seconds.
// The same seed and the same calls leave the same.
#pragma once

#include <fcntl.h>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <memory>
#include <string>
#include <system_error>

#include "disk_faults.hpp"
#include "events/files.hpp"

namespace minhbach::events {

// ---- under the store's own files

class FaultyFiles : public Files {
public:
    explicit FaultyFiles(FaultyDisk& disk) : disk_(disk) {}

    File open(const std::filesystem::path& path, int flags, unsigned mode) const override {
        File file;
        must(flags & O_CREAT ? disk_.create(path, (flags & O_TRUNC) != 0,
                                            [&] {
                                                file = File(path, flags, mode);
                                                return 0;
                                            })
                             : disk_.open(path));
        return file.descriptor() >= 0 ? std::move(file) : File(path, flags, mode);
    }
    std::string read_all(const File& file) const override {
        const auto path = path_of(file);
        must(disk_.read(path));
        auto bytes = file.read_all();
        disk_.deface(path, bytes.data(), bytes.size());
        return bytes;
    }
    void write_at(const File& file, std::string_view bytes, std::uint64_t offset) const override {
        must(disk_.write(path_of(file), offset, bytes, [&](std::string_view some) {
            file.write_at(some, offset);
            return 0;
        }));
    }
    void truncate(const File& file, std::uint64_t bytes) const override {
        must(disk_.resize(path_of(file), bytes, [&] {
            Files::truncate(file, bytes);
            return 0;
        }));
    }
    void sync(const File& file) const override { must(disk_.sync(path_of(file))); }
    void link(const std::filesystem::path& path, const std::filesystem::path& another) const override {
        must(disk_.link(path, another, [&] {
            Files::link(path, another);
            return 0;
        }));
    }
    void remove(const std::filesystem::path& path) const override {
        must(disk_.remove(path, [&] {
            Files::remove(path);
            return 0;
        }));
    }
    void rename(const std::filesystem::path& from, const std::filesystem::path& to) const override {
        must(disk_.rename(from, to, [&] {
            Files::rename(from, to);
            return 0;
        }));
    }
    void make_directory(const std::filesystem::path& path) const override {
        must(disk_.make_directory(path, [&] {
            Files::make_directory(path);
            return 0;
        }));
    }
    void sync_directory(const std::filesystem::path& directory) const override {
        must(disk_.sync_directory(directory));
    }

private:
    static void must(int error) {
        if (error != 0) throw std::system_error(error, std::generic_category(), "faulty disk");
    }
    static std::filesystem::path path_of(const File& file) {
        return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(file.descriptor()));
    }
    FaultyDisk& disk_;
};

// ---- under RocksDB, on its installed wrapper classes

inline rocksdb::IOStatus status_of(int error) {
    if (error == 0) return rocksdb::IOStatus::OK();
    return error == ENOSPC ? rocksdb::IOStatus::NoSpace("faulty disk") : rocksdb::IOStatus::IOError("faulty disk");
}

class FaultyWritableFile : public rocksdb::FSWritableFileOwnerWrapper {
public:
    using Options = rocksdb::IOOptions;
    using Context = rocksdb::IODebugContext;
    FaultyWritableFile(std::unique_ptr<rocksdb::FSWritableFile> file, std::string name, std::uint64_t size,
                       FaultyDisk& disk)
        : FSWritableFileOwnerWrapper(std::move(file)), name_(std::move(name)), size_(size), disk_(disk) {}

    rocksdb::IOStatus Append(const rocksdb::Slice& data, const Options& options, Context* context) override {
        rocksdb::IOStatus really;
        const int error = disk_.write(name_, size_, {data.data(), data.size()}, [&](std::string_view some) {
            really = FSWritableFileOwnerWrapper::Append({some.data(), some.size()}, options, context);
            size_ += some.size();
            return 0;
        });
        return error != 0 ? status_of(error) : really;
    }
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const Options& options, const rocksdb::DataVerificationInfo&,
                             Context* context) override {
        return Append(data, options, context);
    }
    rocksdb::IOStatus Truncate(std::uint64_t size, const Options& options, Context* context) override {
        if (size == size_) return rocksdb::IOStatus::OK();
        rocksdb::IOStatus really;
        const int error = disk_.resize(name_, size, [&] {
            really = FSWritableFileOwnerWrapper::Truncate(size_ = size, options, context);
            return 0;
        });
        return error != 0 ? status_of(error) : really;
    }
    rocksdb::IOStatus Sync(const Options&, Context*) override { return status_of(disk_.sync(name_)); }
    rocksdb::IOStatus Fsync(const Options&, Context*) override { return status_of(disk_.sync(name_)); }
    rocksdb::IOStatus RangeSync(std::uint64_t, std::uint64_t, const Options&, Context*) override { return {}; }
    rocksdb::IOStatus Allocate(std::uint64_t, std::uint64_t, const Options&, Context*) override { return {}; }

private:
    const std::string name_;
    std::uint64_t size_;
    FaultyDisk& disk_;
};

class FaultySequentialFile : public rocksdb::FSSequentialFileOwnerWrapper {
public:
    FaultySequentialFile(std::unique_ptr<rocksdb::FSSequentialFile> file, std::string name, FaultyDisk& disk)
        : FSSequentialFileOwnerWrapper(std::move(file)), name_(std::move(name)), disk_(disk) {}
    rocksdb::IOStatus Read(std::size_t n, const rocksdb::IOOptions& options, rocksdb::Slice* result, char* scratch,
                           rocksdb::IODebugContext* context) override {
        if (const int error = disk_.read(name_)) return status_of(error);
        auto status = FSSequentialFileOwnerWrapper::Read(n, options, result, scratch, context);
        if (status.ok() && result->data() == scratch) disk_.deface(name_, scratch, result->size());
        return status;
    }

private:
    const std::string name_;
    FaultyDisk& disk_;
};

class FaultyRandomAccessFile : public rocksdb::FSRandomAccessFileOwnerWrapper {
public:
    FaultyRandomAccessFile(std::unique_ptr<rocksdb::FSRandomAccessFile> file, std::string name, FaultyDisk& disk)
        : FSRandomAccessFileOwnerWrapper(std::move(file)), name_(std::move(name)), disk_(disk) {}
    rocksdb::IOStatus Read(std::uint64_t offset, std::size_t n, const rocksdb::IOOptions& options,
                           rocksdb::Slice* result, char* scratch, rocksdb::IODebugContext* context) const override {
        if (const int error = disk_.read(name_)) return status_of(error);
        auto status = FSRandomAccessFileOwnerWrapper::Read(offset, n, options, result, scratch, context);
        if (status.ok() && result->data() == scratch) disk_.deface(name_, scratch, result->size());
        return status;
    }

private:
    const std::string name_;
    FaultyDisk& disk_;
};

class FaultyDirectory : public rocksdb::FSDirectoryWrapper {
public:
    FaultyDirectory(std::unique_ptr<rocksdb::FSDirectory> directory, std::string name, FaultyDisk& disk)
        : FSDirectoryWrapper(std::move(directory)), name_(std::move(name)), disk_(disk) {}
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions&, rocksdb::IODebugContext*) override {
        return status_of(disk_.sync_directory(name_));
    }
    rocksdb::IOStatus FsyncWithDirOptions(const rocksdb::IOOptions&, rocksdb::IODebugContext*,
                                          const rocksdb::DirFsyncOptions&) override {
        return status_of(disk_.sync_directory(name_));
    }

private:
    const std::string name_;
    FaultyDisk& disk_;
};

class FaultyFileSystem : public rocksdb::FileSystemWrapper {
public:
    using Options = rocksdb::IOOptions;
    using Context = rocksdb::IODebugContext;
    using Status = rocksdb::IOStatus;
    explicit FaultyFileSystem(FaultyDisk& disk) : FileSystemWrapper(rocksdb::FileSystem::Default()), disk_(disk) {}
    const char* Name() const override { return "FaultyFileSystem"; }

    Status NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                           std::unique_ptr<rocksdb::FSWritableFile>* result, Context* context) override {
        const auto status = changed([&](const auto& really) { return disk_.create(name, true, really); },
                                    [&] { return target()->NewWritableFile(name, options, result, context); });
        if (status.ok()) *result = std::make_unique<FaultyWritableFile>(std::move(*result), name, 0, disk_);
        return status;
    }
    Status ReopenWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                              std::unique_ptr<rocksdb::FSWritableFile>* result, Context* context) override {
        const auto status = changed([&](const auto& really) { return disk_.create(name, false, really); },
                                    [&] { return target()->ReopenWritableFile(name, options, result, context); });
        if (status.ok()) {
            const auto size = std::filesystem::file_size(name);
            *result = std::make_unique<FaultyWritableFile>(std::move(*result), name, size, disk_);
        }
        return status;
    }
    Status NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                             std::unique_ptr<rocksdb::FSSequentialFile>* result, Context* context) override {
        return opened<FaultySequentialFile>(
            name, result, [&] { return target()->NewSequentialFile(name, options, result, context); });
    }
    Status NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                               std::unique_ptr<rocksdb::FSRandomAccessFile>* result, Context* context) override {
        return opened<FaultyRandomAccessFile>(
            name, result, [&] { return target()->NewRandomAccessFile(name, options, result, context); });
    }
    Status NewDirectory(const std::string& name, const Options& options, std::unique_ptr<rocksdb::FSDirectory>* result,
                        Context* context) override {
        return opened<FaultyDirectory>(name, result,
                                       [&] { return target()->NewDirectory(name, options, result, context); });
    }
    Status RenameFile(const std::string& from, const std::string& to, const Options& options,
                      Context* context) override {
        return changed([&](const auto& really) { return disk_.rename(from, to, really); },
                       [&] { return target()->RenameFile(from, to, options, context); });
    }
    Status DeleteFile(const std::string& name, const Options& options, Context* context) override {
        return changed([&](const auto& really) { return disk_.remove(name, really); },
                       [&] { return target()->DeleteFile(name, options, context); });
    }
    Status CreateDir(const std::string& name, const Options& options, Context* context) override {
        return changed([&](const auto& really) { return disk_.make_directory(name, really); },
                       [&] { return target()->CreateDir(name, options, context); });
    }
    Status CreateDirIfMissing(const std::string& name, const Options& options, Context* context) override {
        return changed([&](const auto& really) { return disk_.make_directory(name, really); },
                       [&] { return target()->CreateDirIfMissing(name, options, context); });
    }
    // RocksDB's diary, which nobody needs to survive.
    Status NewLogger(const std::string&, const Options&, std::shared_ptr<rocksdb::Logger>* result, Context*) override {
        class Silent : public rocksdb::Logger {
        public:
            using rocksdb::Logger::Logv;
            void Logv(const char*, va_list) override {}
        };
        *result = std::make_shared<Silent>();
        return Status::OK();
    }

private:
    template <class Asked, class Target>
    static Status changed(const Asked& asked, const Target& target) {
        Status status;
        const int error = asked([&] {
            status = target();
            return 0;
        });
        return error != 0 ? status_of(error) : status;
    }
    template <class Faulty, class Result, class Target>
    Status opened(const std::string& name, Result* result, const Target& target) {
        if (const int error = disk_.open(name)) return status_of(error);
        auto status = target();
        if (status.ok()) *result = std::make_unique<Faulty>(std::move(*result), name, disk_);
        return status;
    }
    FaultyDisk& disk_;
};

inline FaultyDisk::FaultyDisk(std::uint64_t seed)
    : random_(seed),
      files_(std::make_unique<FaultyFiles>(*this)),
      env_(rocksdb::NewCompositeEnv(std::make_shared<FaultyFileSystem>(*this))) {}

}  // namespace minhbach::events
