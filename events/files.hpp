// Small files that must be whole or absent after a power cut. Errors throw std::system_error with the file's name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace minhbach::events {

constexpr unsigned kOwnerOnly = 0600;  // for files that hold secrets, or that only one process may write

// A file descriptor, closed at the end of its scope.
class File {
public:
    File() = default;
    File(const std::filesystem::path& path, int flags, unsigned mode = 0);  // open(2) with O_CLOEXEC
    File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    File& operator=(File&& other) noexcept;
    ~File();
    int descriptor() const { return descriptor_; }
    void write_at(std::string_view bytes, std::uint64_t offset) const;
    void sync() const;                                                   // fdatasync
    std::string read_at(std::size_t bytes, std::uint64_t offset) const;  // fewer at the end of the file
    std::string read_all() const;

private:
    int descriptor_ = -1;
};

// Everything that is kept outside RocksDB is opened, changed, synced and named through here, one step at a time; tests
// put a disk in its place that fails. Thread-safe.
class Files {
public:
    virtual ~Files() = default;
    static const Files& real();

    virtual File open(const std::filesystem::path& path, int flags, unsigned mode = 0) const;
    virtual std::string read_all(const File& file) const;
    virtual void write_at(const File& file, std::string_view bytes, std::uint64_t offset) const;
    virtual void truncate(const File& file, std::uint64_t bytes) const;
    virtual void sync(const File& file) const;
    virtual void link(const std::filesystem::path& path, const std::filesystem::path& another) const;
    virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) const;
    virtual void remove(const std::filesystem::path& path) const;
    virtual void make_directory(const std::filesystem::path& path) const;  // the owner's alone; may be there already
    virtual void sync_directory(const std::filesystem::path& directory) const;

    std::optional<std::string> read(const std::filesystem::path& path) const;  // nothing if it does not exist
    // Writes a new file beside, syncs it, renames it over `path` and syncs the directory.
    void replace(const std::filesystem::path& path, std::string_view bytes, unsigned mode) const;
};

// A mutex of all processes that name the same file, and of their threads; not recursive. Where the file cannot be
// opened, as on a full disk, it is one of this process alone: nobody can change what is beside it then.
class FileMutex {
public:
    explicit FileMutex(std::filesystem::path path)
        : path_(std::move(path)) {}  // its folder is made where it is missing
    void lock();
    void unlock();

private:
    const std::filesystem::path path_;
    std::mutex mutex_;
    File file_;  // under `mutex_`; opened by the first who comes and kept open
};

// The same on the machine's own files.
std::optional<std::string> read_file(const std::filesystem::path& path);
void replace_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode);
void sync_directory(const std::filesystem::path& directory);
// True if the group or others have any right to the file or directory.
bool is_exposed(const std::filesystem::path& path);

}  // namespace minhbach::events
