// The container of a package: a ZIP archive that any tool opens, of which there is exactly one for given names and
// contents. Nothing is compressed, no member has a time, an attribute or a comment, and the order is the writer's. So a
// reader that knows the members knows every byte: what differs from them anywhere is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "events/files.hpp"
#include "events/merkle/hash.hpp"
#include "events/result.hpp"

namespace minhbach::events::package {

constexpr std::uint64_t kArchiveBytesMax = 0xffff'ffff - 0x1000'0000;  // a plain ZIP ends below 4 GiB
constexpr std::size_t kArchiveMembersMax = 65'000;

struct Member {
    std::string name;
    std::uint64_t size = 0;
    Hash digest{};  // SHA-256 of the content
    std::uint32_t crc = 0;
    std::uint64_t offset = 0;  // of its header
};

struct Digesting;  // a SHA-256 on its way

// Writes members one after another as their bytes come; nothing is held in memory. Errors throw std::system_error,
// an archive over the limits std::length_error. Not to be used from two threads at once.
class ArchiveWriter {
public:
    // Creates the file, readable by its owner only; it must not exist.
    explicit ArchiveWriter(const std::filesystem::path& file);
    ~ArchiveWriter();

    void begin(std::string name);
    void write(std::string_view bytes);
    const Member& end();
    const Member& add(std::string name, std::string_view bytes) {
        begin(std::move(name));
        write(bytes);
        return end();
    }
    const std::vector<Member>& members() const { return members_; }
    // The directory at the end; the file is durable when this returns.
    void finish();

private:
    void flush();

    File file_;
    std::string buffer_;
    std::uint64_t written_ = 0;  // bytes of the file, the buffer included
    std::vector<Member> members_;
    std::unique_ptr<Digesting> digesting_;
};

struct ReadMember {
    std::string_view name;
    std::string_view bytes;
    std::uint32_t crc = 0;     // as the headers say; held against the bytes by `digest_of`
    std::uint64_t offset = 0;  // of its header
};

// The members in order, as views of `archive`. Refuses (`proof-invalid`, with the place) headers and a directory that
// ArchiveWriter would not have written byte for byte around these contents.
Result<std::vector<ReadMember>> read_archive(std::string_view archive);

// SHA-256 of the member's bytes; refuses (`proof-invalid`) bytes that are not those of the check sum. Together with
// `read_archive` no byte is left that could differ. May be called from any thread.
Result<Hash> digest_of(const ReadMember& member);

}  // namespace minhbach::events::package
