// The record of one event: the leaf of the tree, hashed and served as it is. Deterministic CBOR (RFC 8949 section 4.2),
// one fixed array; its CDDL and golden bytes are in LOG_FORMAT.md. It holds codes, random identifiers and times only:
// never a name, a level or free text. All else is payload, sealed part by part and bound by `commitments`.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/hash.hpp"
#include "events/result.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::events {

// Where an event stands in its ledger: 0, 1, 2, ... without a gap, in the order of commitment.
struct Position {
    std::uint64_t value = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};

// Where an event stands in its stream: 0, 1, 2, ... without a gap.
struct Revision {
    std::uint64_t value = 0;
    friend auto operator<=>(const Revision&, const Revision&) = default;
};

// UUIDv7: ordered by time, unique for ever. Deterministic for computed consequences and in the demonstration.
struct EventId {
    std::array<std::uint8_t, 16> bytes{};
    static Result<EventId> parse(std::string_view text);  // 8-4-4-4-12 lower-case hexadecimal
    std::string str() const;
    friend auto operator<=>(const EventId&, const EventId&) = default;
};

// A stream is named by category and id: "dossier/2023-P000123". Categories group streams of one kind.
class Stream {
public:
    Stream() = default;
    static constexpr std::size_t bytes_max = 200;
    // `category` is one lower-case word (a-z, 0-9, -); `id` is one or more ids (A-Z a-z 0-9 . _ -) joined by '/'.
    // Composing does not check, `parse` and `Log::append` do.
    static Stream of(std::string_view category, std::string_view id) {
        return Stream(std::string(category) + "/" + std::string(id));
    }
    static Result<Stream> parse(std::string_view name);
    const std::string& name() const { return name_; }
    std::string_view category() const { return std::string_view(name_).substr(0, name_.find('/')); }
    std::string_view id() const { return std::string_view(name_).substr(name_.find('/') + 1); }
    friend auto operator<=>(const Stream&, const Stream&) = default;

private:
    explicit Stream(std::string name) : name_(std::move(name)) {}
    std::string name_;
};

// The n-th event about this subject, n = 0, 1, 2, ...: an answer that skips one shows it.
struct SubjectNumber {
    PersonCode subject;
    std::uint64_t number = 0;
    friend bool operator==(const SubjectNumber&, const SubjectNumber&) = default;
};

struct Record {
    static constexpr std::uint64_t kVersion = 1;
    static constexpr std::size_t bytes_max = 65'535;  // the length of an entry in a C2SP entry bundle has 16 bits

    std::string origin;  // the ledger's name, e.g. "minhbach.quangngai.gov.vn/2023" or that plus "/access"
    Position position;
    Stream stream;
    Revision revision;
    EventId id;
    std::string type;  // e.g. "rating.decided"
    std::uint64_t schema = 1;
    PersonCode actor;
    std::string capacity;  // in which capacity the actor acted, e.g. "IN_OFFICE"; a code, never free text
    std::optional<PersonCode> entered_by;  // the clerk of a PAPER act
    std::string authority;                 // mandate id the act rests on, or empty where none is needed
    std::vector<SubjectNumber> subjects;   // sorted by subject, no repeats
    std::uint64_t actor_number = 0;        // the n-th event of this actor
    Time recorded_at;                      // set by the writer, non-decreasing
    std::optional<Date> effective;         // legal date from which the act has effect
    std::optional<Time> decided_at;        // when the act was done, where it differs from the recording (PAPER)
    std::optional<EventId> causation;
    EventId correlation;              // shared by all events of one command
    std::optional<Hash> key_hash;     // SHA-256(actor ‖ 0x00 ‖ idempotency key)
    std::optional<Hash> fingerprint;  // of method, target, canonical body and actor, keyed (events/fingerprint.hpp)
    std::vector<Hash> commitments;    // one per payload part, in order

    friend bool operator==(const Record&, const Record&) = default;
};

// Throws std::logic_error if a member is outside what the record may hold: every text is a code (A-Z a-z 0-9 . _ -, at
// most 64 characters), the origin printable ASCII without space and '+', subjects sorted without repeats, one
// commitment at least.
void require_encodable(const Record& record);
std::string encode(const Record& record);
// Refuses anything that `encode` would not have written byte for byte.
Result<Record> decode_record(std::string_view cbor);

std::string hex(std::string_view bytes);
std::string hex(const Hash& hash);
Hash sha256(std::string_view bytes);

}  // namespace minhbach::events
