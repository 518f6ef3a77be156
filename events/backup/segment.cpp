#include "events/backup/segment.hpp"

#include "events/backup/manifest.hpp"
#include "events/big_endian.hpp"
#include "events/merkle/lines.hpp"

namespace minhbach::events::backup {
namespace {

constexpr std::string_view kTitle = "mb-segment-v1";
constexpr std::string_view kFolder = "segments/";
constexpr std::string_view kEnding = ".mbseg";
constexpr std::size_t kDigits = 12;
constexpr std::size_t kLengthBytes = 8;
constexpr char kRow = 'R';
constexpr char kCheckpoint = 'C';

std::string padded(std::uint64_t number) {
    const auto digits = std::to_string(number);
    return std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

std::string head(const SegmentName& name, std::string_view origin) {
    return std::string(kTitle) + "\norigin " + std::string(origin) + "\nrows " + std::to_string(name.first) + " " +
           std::to_string(name.end) + "\n";
}

void append_framed(std::string& out, std::string_view bytes) {
    append_big_endian(out, bytes.size());
    out.append(bytes);
}

std::optional<std::string_view> take_framed(std::string_view& bytes) {
    if (bytes.size() < kLengthBytes) return std::nullopt;
    const auto length = read_big_endian(bytes.substr(0, kLengthBytes));
    if (length > bytes.size() - kLengthBytes) return std::nullopt;
    const auto framed = bytes.substr(kLengthBytes, length);
    bytes.remove_prefix(kLengthBytes + length);
    return framed;
}

Refusal damaged(const SegmentName& name) {
    return damaged_backup("tệp " + name.str() + " bị hỏng", name.str() + " is damaged");
}

}  // namespace

std::string SegmentName::str() const {
    return std::string(kFolder) + std::string(name_of(ledger)) + "-" + padded(first) + "-" + padded(end) +
           std::string(kEnding);
}

std::optional<SegmentName> SegmentName::parse(std::string_view text) {
    for (const auto ledger : kLedgersOfStore) {
        const auto start = std::string(kFolder) + std::string(name_of(ledger)) + "-";
        if (!text.starts_with(start)) continue;
        auto rest = text.substr(start.size());
        const auto take = [&] {
            std::uint64_t number = 0;
            while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
                number = 10 * number + static_cast<std::uint64_t>(rest.front() - '0');
                rest.remove_prefix(1);
            }
            return number;
        };
        SegmentName name{ledger, take(), 0};
        if (!rest.empty()) rest.remove_prefix(1);
        name.end = take();
        if (name.str() == text) return name;
    }
    return std::nullopt;
}

void SegmentWriter::add_row(std::string_view record, std::string_view payload) {
    rows_.push_back(kRow);
    append_framed(rows_, record);
    append_framed(rows_, payload);
    ++name_.end;
}

void SegmentWriter::add_checkpoint(std::string_view note) {
    rows_.push_back(kCheckpoint);
    append_framed(rows_, note);
}

std::string SegmentWriter::close(std::string_view origin) const {
    auto bytes = head(name_, origin) + rows_;
    bytes.append(view(sha256(bytes)));
    return bytes;
}

Outcome visit_segment(std::string_view bytes, const SegmentName& name, std::string_view origin,
                      const SegmentVisitor& visitor) {
    const auto expected = head(name, origin);
    if (!bytes.starts_with(expected) || bytes.size() < expected.size() + sizeof(Hash)) return damaged(name);
    const auto covered = bytes.substr(0, bytes.size() - sizeof(Hash));
    if (view(sha256(covered)) != bytes.substr(covered.size())) return damaged(name);
    auto rest = covered.substr(expected.size());
    auto position = name.first;
    while (!rest.empty()) {
        const auto kind = rest.front();
        rest.remove_prefix(1);
        const auto first = take_framed(rest);
        if (!first) return damaged(name);
        if (kind == kCheckpoint) {
            if (auto taken = visitor.checkpoint(position, *first); !taken) return taken;
            continue;
        }
        const auto payload = take_framed(rest);
        if (kind != kRow || !payload) return damaged(name);
        if (auto taken = visitor.row(position++, *first, *payload); !taken) return taken;
    }
    return position == name.end ? Outcome(std::monostate{}) : Outcome(damaged(name));
}

}  // namespace minhbach::events::backup
