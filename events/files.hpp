// Small files that must be whole or absent after a power cut. Errors throw std::system_error with the file's name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace minhbach::events {

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

// What the vault and the signed file change and sync through; tests put one in its place that fails. Thread-safe.
class Files {
public:
    virtual ~Files() = default;
    static const Files& real();
    virtual void write_at(const File& file, std::string_view bytes, std::uint64_t offset) const;
    virtual void sync(const File& file) const;
    virtual void replace(const std::filesystem::path& path, std::string_view bytes, unsigned mode) const;
    // The steps by which one file takes the place of another, for those to whom it matters what lies between them.
    virtual void link(const std::filesystem::path& path, const std::filesystem::path& another) const;
    virtual void rename(const std::filesystem::path& path, const std::filesystem::path& other) const;
    virtual void remove(const std::filesystem::path& path) const;
    virtual void sync_directory(const std::filesystem::path& directory) const;
};

std::optional<std::string> read_file(const std::filesystem::path& path);  // nothing if it does not exist
// Writes a new file beside, syncs it, renames it over `path` and syncs the directory.
void replace_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode);
void sync_directory(const std::filesystem::path& directory);
// True if the group or others have any right to the file or directory.
bool is_exposed(const std::filesystem::path& path);

}  // namespace minhbach::events
