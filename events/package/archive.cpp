#include "events/package/archive.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <stdexcept>

namespace minhbach::events::package {
namespace {

constexpr std::size_t kBufferBytes = 1u << 20;
constexpr std::size_t kPieceBytes = 1u << 16;  // small enough to be read twice from the processor's own memory
constexpr std::uint32_t kLocalSignature = 0x0403'4b50;
constexpr std::uint32_t kCentralSignature = 0x0201'4b50;
constexpr std::uint32_t kEndSignature = 0x0605'4b50;
constexpr std::size_t kLocalBytes = 30;

void put(std::string& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i) & 0xff));
}

// What both headers of a member share: version 2.0, names in UTF-8, stored, 1980-01-01 00:00.
void put_common(std::string& out, const Member& member) {
    put(out, 20, 2);
    put(out, 0x0800, 2);
    put(out, 0, 2);
    put(out, 0, 2);
    put(out, 0x0021, 2);
    put(out, member.crc, 4);
    put(out, member.size, 4);
    put(out, member.size, 4);
    put(out, member.name.size(), 2);
    put(out, 0, 2);  // no extra field
}

std::string local_header(const Member& member) {
    std::string out;
    put(out, kLocalSignature, 4);
    put_common(out, member);
    return out + member.name;
}

std::string directory_of(const std::vector<Member>& members, std::uint64_t offset) {
    std::string out;
    for (const auto& member : members) {
        put(out, kCentralSignature, 4);
        put(out, 20, 2);
        put_common(out, member);
        put(out, 0, 2);  // no comment
        put(out, 0, 2);  // disk
        put(out, 0, 2);  // attributes
        put(out, 0, 4);
        put(out, member.offset, 4);
        out += member.name;
    }
    const auto size = out.size();
    put(out, kEndSignature, 4);
    put(out, 0, 4);  // disks
    put(out, members.size(), 2);
    put(out, members.size(), 2);
    put(out, size, 4);
    put(out, offset, 4);
    put(out, 0, 2);  // no comment
    return out;
}

std::uint32_t crc_of(std::uint32_t crc, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto piece = bytes.substr(0, 1u << 30);
        crc = static_cast<std::uint32_t>(
            ::crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size())));
        bytes.remove_prefix(piece.size());
    }
    return crc;
}

std::uint64_t number_at(std::string_view bytes, std::size_t offset, int size) {
    std::uint64_t number = 0;
    for (int i = size; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
    }
    return number;
}

Refusal refuse(std::uint64_t offset, const std::string& vi, const std::string& en) {
    const auto at = std::to_string(offset);
    return {"proof-invalid",
            "",
            "",
            "Gói hồ sơ sai ở byte thứ " + at + ": " + vi + ".",
            "The package is wrong at byte " + at + ": " + en + ".",
            {}};
}

}  // namespace

struct Digesting {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Digesting() = default;
    Digesting(const Digesting&) = delete;
    Digesting& operator=(const Digesting&) = delete;
    ~Digesting() { EVP_MD_CTX_free(context); }
};

ArchiveWriter::ArchiveWriter(const std::filesystem::path& file)
    : file_(file, O_RDWR | O_CREAT | O_EXCL, 0600), digesting_(std::make_unique<Digesting>()) {}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::flush() {
    if (buffer_.empty()) return;
    file_.write_at(buffer_, written_ - buffer_.size());
    buffer_.clear();
}

void ArchiveWriter::begin(std::string name) {
    if (members_.size() == kArchiveMembersMax) throw std::length_error("a package cannot hold more files");
    Member member;
    member.name = std::move(name);
    member.offset = written_;
    const auto header = local_header(member);  // written again when size and sum are known
    buffer_ += header;
    written_ += header.size();
    members_.push_back(std::move(member));
    EVP_DigestInit_ex(digesting_->context, EVP_sha256(), nullptr);
}

void ArchiveWriter::write(std::string_view bytes) {
    auto& member = members_.back();
    if (written_ + bytes.size() > kArchiveBytesMax) throw std::length_error("a package cannot be larger than 3.7 GiB");
    EVP_DigestUpdate(digesting_->context, bytes.data(), bytes.size());
    member.crc = crc_of(member.crc, bytes);
    member.size += bytes.size();
    buffer_ += bytes;
    written_ += bytes.size();
    if (buffer_.size() >= kBufferBytes) flush();
}

const Member& ArchiveWriter::end() {
    auto& member = members_.back();
    EVP_DigestFinal_ex(digesting_->context, member.digest.data(), nullptr);
    flush();
    file_.write_at(local_header(member), member.offset);
    return member;
}

void ArchiveWriter::finish() {
    const auto directory = directory_of(members_, written_);
    buffer_ += directory;
    written_ += directory.size();
    flush();
    file_.sync();
}

Result<std::vector<ReadMember>> read_archive(std::string_view archive) {
    std::vector<Member> members;
    std::vector<ReadMember> read;
    std::size_t at = 0;
    while (archive.size() - at >= 4 && number_at(archive, at, 4) == kLocalSignature) {
        if (archive.size() - at < kLocalBytes) return refuse(at, "phần đầu của tệp bị cắt", "a file's header is cut");
        Member member;
        member.offset = at;
        member.crc = static_cast<std::uint32_t>(number_at(archive, at + 14, 4));
        member.size = number_at(archive, at + 18, 4);
        const auto name_size = number_at(archive, at + 26, 2);
        if (archive.size() - at - kLocalBytes < name_size + member.size) {
            return refuse(at, "tệp bị cắt", "a file is cut");
        }
        member.name = archive.substr(at + kLocalBytes, name_size);
        const auto header = local_header(member);
        if (archive.substr(at, header.size()) != header) {
            return refuse(at, "phần đầu của tệp không đúng dạng", "a file's header is not of the one form");
        }
        read.push_back({archive.substr(at + kLocalBytes, name_size), archive.substr(at + header.size(), member.size),
                        member.crc, at});
        at += header.size() + member.size;
        members.push_back(std::move(member));
        if (members.size() > kArchiveMembersMax) return refuse(at, "quá nhiều tệp", "there are too many files");
    }
    if (archive.substr(at) != directory_of(members, at)) {
        return refuse(at, "thư mục cuối gói không đúng các tệp ở trước",
                      "the directory does not fit the files before it");
    }
    return read;
}

Result<Hash> digest_of(const ReadMember& member) {
    Digesting digesting;
    EVP_DigestInit_ex(digesting.context, EVP_sha256(), nullptr);
    std::uint32_t crc = 0;
    for (auto rest = member.bytes; !rest.empty();) {
        const auto piece = rest.substr(0, kPieceBytes);
        EVP_DigestUpdate(digesting.context, piece.data(), piece.size());
        crc = crc_of(crc, piece);
        rest.remove_prefix(piece.size());
    }
    if (crc != member.crc) {
        // By its place: a damaged name may hold any bytes.
        return refuse(member.offset, "tổng kiểm tra của tệp không khớp", "a file's check sum does not match");
    }
    Hash digest{};
    EVP_DigestFinal_ex(digesting.context, digest.data(), nullptr);
    return digest;
}

}  // namespace minhbach::events::package
