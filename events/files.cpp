#include "events/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace minhbach::events {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

File::File(const std::filesystem::path& path, int flags, unsigned mode)
    : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (descriptor_ < 0) fail("cannot open " + path.string());
}

File& File::operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

File::~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void File::write_at(std::string_view bytes, std::uint64_t offset) const {
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("cannot write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
}

void File::sync() const {
    if (::fdatasync(descriptor_) != 0) fail("cannot sync");
}

std::string File::read_at(std::size_t size, std::uint64_t offset) const {
    std::string bytes(size, '\0');
    std::size_t known = 0;
    while (known < size) {
        const auto got = ::pread(descriptor_, bytes.data() + known, size - known, static_cast<off_t>(offset + known));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("cannot read");
        if (got == 0) break;
        known += static_cast<std::size_t>(got);
    }
    bytes.resize(known);
    return bytes;
}

std::string File::read_all() const {
    std::string bytes;
    char block[64 * 1024];
    while (true) {
        const auto size = ::pread(descriptor_, block, sizeof block, static_cast<off_t>(bytes.size()));
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) fail("cannot read");
        if (size == 0) return bytes;
        bytes.append(block, static_cast<std::size_t>(size));
    }
}

const Files& Files::real() {
    static const Files files;
    return files;
}

File Files::open(const std::filesystem::path& path, int flags, unsigned mode) const {
    return {path, flags, mode};
}

std::string Files::read_all(const File& file) const {
    return file.read_all();
}

void Files::write_at(const File& file, std::string_view bytes, std::uint64_t offset) const {
    file.write_at(bytes, offset);
}

void Files::truncate(const File& file, std::uint64_t bytes) const {
    if (::ftruncate(file.descriptor(), static_cast<off_t>(bytes)) != 0) fail("cannot truncate");
}

void Files::sync(const File& file) const {
    file.sync();
}

void Files::rename(const std::filesystem::path& from, const std::filesystem::path& to) const {
    std::filesystem::rename(from, to);
}

void Files::link(const std::filesystem::path& path, const std::filesystem::path& another) const {
    std::filesystem::create_hard_link(path, another);
}

void Files::remove(const std::filesystem::path& path) const {
    std::filesystem::remove(path);
}

void Files::make_directory(const std::filesystem::path& path) const {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) fail("cannot make " + path.string());
}

void Files::sync_directory(const std::filesystem::path& directory) const {
    const File opened(directory, O_RDONLY | O_DIRECTORY);
    if (::fsync(opened.descriptor()) != 0) fail("cannot sync " + directory.string());
}

std::optional<std::string> Files::read(const std::filesystem::path& path) const {
    if (!std::filesystem::exists(path)) return std::nullopt;
    return read_all(open(path, O_RDONLY));
}

void Files::replace(const std::filesystem::path& path, std::string_view bytes, unsigned mode) const {
    auto beside = path;
    beside += ".new";
    {
        const auto file = open(beside, O_WRONLY | O_CREAT | O_TRUNC, mode);
        write_at(file, bytes, 0);
        sync(file);
    }
    rename(beside, path);
    sync_directory(path.parent_path());
}

void FileMutex::lock() {
    mutex_.lock();
    if (file_.descriptor() < 0) {
        try {
            Files::real().make_directory(path_.parent_path());
            file_ = File(path_, O_RDWR | O_CREAT, kOwnerOnly);
        } catch (const std::system_error&) {
            return;  // tried again the next time
        }
    }
    while (::flock(file_.descriptor(), LOCK_EX) != 0 && errno == EINTR) {
    }
}

void FileMutex::unlock() {
    if (file_.descriptor() >= 0) ::flock(file_.descriptor(), LOCK_UN);
    mutex_.unlock();
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
    return Files::real().read(path);
}

void replace_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
    Files::real().replace(path, bytes, mode);
}

void sync_directory(const std::filesystem::path& directory) {
    Files::real().sync_directory(directory);
}

bool is_exposed(const std::filesystem::path& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) fail("cannot stat " + path.string());
    return (status.st_mode & 077) != 0;
}

}  // namespace minhbach::events
