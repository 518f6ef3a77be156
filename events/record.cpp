#include "events/record.hpp"

#include <algorithm>
#include <stdexcept>

#include "events/refusals.hpp"

namespace minhbach::events {
namespace {

constexpr std::uint64_t kFields = 22;
constexpr std::size_t kOriginBytesMax = 200;
constexpr std::size_t kCodeBytesMax = 64;

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool is_code_character(char c) {
    return is_lower_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-';
}

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= kCodeBytesMax && std::all_of(text.begin(), text.end(), is_code_character);
}

bool is_origin(std::string_view text) {
    return !text.empty() && text.size() <= kOriginBytesMax &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f && c != '+'; });
}

bool is_stream(std::string_view name) {
    const auto slash = name.find('/');
    if (slash == 0 || slash == std::string_view::npos || name.size() > Stream::bytes_max) return false;
    const auto category = name.substr(0, slash);
    if (!std::all_of(category.begin(), category.end(), [](char c) { return is_lower_or_digit(c) || c == '-'; }))
        return false;
    auto ids = name.substr(slash + 1);
    while (true) {
        const auto end = ids.find('/');
        if (!is_code(ids.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        ids.remove_prefix(end + 1);
    }
}

bool are_subjects(const std::vector<SubjectNumber>& subjects) {
    return std::all_of(subjects.begin(), subjects.end(), [](const auto& s) { return is_code(s.subject.str()); }) &&
           std::adjacent_find(subjects.begin(), subjects.end(),
                              [](const auto& a, const auto& b) { return a.subject >= b.subject; }) == subjects.end();
}

// What is wrong with the members, or nothing. The same rules hold for writing and for reading.
const char* fault_of(const Record& record) {
    if (!is_origin(record.origin)) return "origin";
    if (!is_stream(record.stream.name())) return "stream";
    if (!is_code(record.type)) return "type";
    if (record.schema == 0) return "schema";
    if (!is_code(record.actor.str())) return "actor";
    if (!record.capacity.empty() && !is_code(record.capacity)) return "capacity";
    if (record.entered_by && !is_code(record.entered_by->str())) return "entered-by";
    if (!record.authority.empty() && !is_code(record.authority)) return "authority";
    if (!are_subjects(record.subjects)) return "subjects";
    if (record.commitments.empty()) return "commitments";
    return nullptr;
}

// The seven major types of CBOR used here.
enum Major : std::uint8_t { kUnsigned = 0, kNegative = 1, kBytes = 2, kText = 3, kArray = 4 };
constexpr char kNull = '\xf6';

class Writer {
public:
    void head(Major major, std::uint64_t value) {
        const auto type = static_cast<unsigned>(major) << 5;
        if (value < 24) return byte(type | static_cast<unsigned>(value));
        const unsigned size = value <= 0xff          ? 0
                              : value <= 0xffff      ? 1
                              : value <= 0xffff'ffff ? 2
                                                     : 3;  // log2 of the bytes
        byte(type | (24 + size));
        for (int shift = (8 << size) - 8; shift >= 0; shift -= 8) byte(static_cast<unsigned>(value >> shift) & 0xff);
    }
    void number(std::uint64_t value) { head(kUnsigned, value); }
    void number_signed(std::int64_t value) {
        if (value >= 0) return number(static_cast<std::uint64_t>(value));
        head(kNegative, static_cast<std::uint64_t>(-(value + 1)));
    }
    void text(std::string_view value) { string(kText, value); }
    template <std::size_t Size>
    void bytes(const std::array<std::uint8_t, Size>& value) {
        string(kBytes, {reinterpret_cast<const char*>(value.data()), Size});
    }
    void null() { out_.push_back(kNull); }
    std::string take() { return std::move(out_); }
    void reserve(std::size_t size) { out_.reserve(size); }

private:
    void byte(unsigned value) { out_.push_back(static_cast<char>(value)); }
    void string(Major major, std::string_view value) {
        head(major, value.size());
        out_.append(value);
    }
    std::string out_;
};

struct Malformed {
    const char* what;
};

// Reads what `Writer` writes and nothing else: definite lengths, shortest heads.
class Reader {
public:
    explicit Reader(std::string_view cbor) : rest_(cbor) {}

    std::uint64_t head(Major major) {
        const auto first = static_cast<std::uint8_t>(take(1)[0]);
        if (first >> 5 != major) throw Malformed{"another type is expected here"};
        const unsigned info = first & 0x1f;
        if (info < 24) return info;
        if (info > 27) throw Malformed{"indefinite or reserved length"};
        std::uint64_t value = 0;
        for (const char c : take(std::size_t{1} << (info - 24))) value = value << 8 | static_cast<std::uint8_t>(c);
        const bool shortest = info == 24   ? value >= 24
                              : info == 25 ? value > 0xff
                              : info == 26 ? value > 0xffff
                                           : value > 0xffff'ffff;
        if (!shortest) throw Malformed{"a number is not in its shortest form"};
        return value;
    }
    std::uint64_t number() { return head(kUnsigned); }
    std::int64_t number_signed() {
        const bool negative = !rest_.empty() && static_cast<std::uint8_t>(rest_[0]) >> 5 == kNegative;
        const auto value = head(negative ? kNegative : kUnsigned);
        if (value > 0x7fff'ffff'ffff'ffff) throw Malformed{"a number is out of range"};
        return negative ? -static_cast<std::int64_t>(value) - 1 : static_cast<std::int64_t>(value);
    }
    std::string_view text() { return take(head(kText)); }
    template <std::size_t Size>
    std::array<std::uint8_t, Size> bytes() {
        const auto value = take(head(kBytes));
        if (value.size() != Size) throw Malformed{"a byte string has the wrong length"};
        std::array<std::uint8_t, Size> out;
        std::copy(value.begin(), value.end(), reinterpret_cast<char*>(out.data()));
        return out;
    }
    bool null() {
        if (rest_.empty() || rest_[0] != kNull) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // An array of elements of at least `bytes_min` bytes: a short input cannot ask for a large reservation.
    std::size_t array(std::size_t bytes_min) {
        const auto count = head(kArray);
        if (count > rest_.size() / bytes_min) throw Malformed{"the input ends early"};
        return count;
    }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::uint64_t size) {
        if (size > rest_.size()) throw Malformed{"the input ends early"};
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::string_view rest_;
};

template <class Code>
Code read_code(Reader& in) {
    auto code = Code::parse(in.text());
    if (!code) throw Malformed{"not a code"};
    return std::move(*code);
}

Record read(Reader& in) {
    if (in.head(kArray) != kFields) throw Malformed{"the record has another number of fields"};
    if (in.number() != Record::kVersion) throw Malformed{"unknown record version"};
    Record record;
    record.origin = in.text();
    record.position = {in.number()};
    auto stream = Stream::parse(in.text());
    if (!stream) throw Malformed{"not a stream"};
    record.stream = std::move(*stream);
    record.revision = {in.number()};
    record.id.bytes = in.bytes<16>();
    record.type = in.text();
    record.schema = in.number();
    record.actor = read_code<PersonCode>(in);
    record.capacity = in.text();
    if (!in.null()) record.entered_by = read_code<PersonCode>(in);
    record.authority = in.text();
    const auto subjects = in.array(4);
    record.subjects.reserve(subjects);
    for (std::size_t i = 0; i < subjects; ++i) {
        if (in.head(kArray) != 2) throw Malformed{"a subject is a pair"};
        auto subject = read_code<PersonCode>(in);
        record.subjects.push_back({std::move(subject), in.number()});
    }
    record.actor_number = in.number();
    record.recorded_at = Time::from_millis(in.number_signed());
    if (!in.null()) {
        const auto days = in.number_signed();
        if (days != static_cast<std::int32_t>(days)) throw Malformed{"a date is out of range"};
        record.effective = Date::from_days(static_cast<std::int32_t>(days));
    }
    if (!in.null()) record.decided_at = Time::from_millis(in.number_signed());
    if (!in.null()) record.causation = EventId{in.bytes<16>()};
    record.correlation.bytes = in.bytes<16>();
    if (!in.null()) record.key_hash = in.bytes<32>();
    if (!in.null()) record.fingerprint = in.bytes<32>();
    const auto commitments = in.array(34);
    record.commitments.reserve(commitments);
    for (std::size_t i = 0; i < commitments; ++i) record.commitments.push_back(in.bytes<32>());
    if (!in.at_end()) throw Malformed{"bytes follow the record"};
    if (const auto* fault = fault_of(record)) throw Malformed{fault};
    return record;
}

constexpr std::string_view kHexDigits = "0123456789abcdef";

}  // namespace

Result<EventId> EventId::parse(std::string_view text) {
    EventId id;
    bool ok = text.size() == 36;
    for (std::size_t i = 0, digits = 0; ok && i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            ok = text[i] == '-';
            continue;
        }
        const auto digit = kHexDigits.find(text[i]);
        ok = digit != std::string_view::npos;
        if (!ok) break;
        auto& byte = id.bytes[digits++ / 2];
        byte = static_cast<std::uint8_t>(byte * 16u + digit);
    }
    if (!ok) {
        return invalid_field("",
                             "Mã sự kiện phải có dạng UUID viết thường, ví dụ 018bcfe5-687b-7000-8000-000000000001.",
                             "An event id is a lower-case UUID such as 018bcfe5-687b-7000-8000-000000000001.");
    }
    return id;
}

std::string EventId::str() const {
    const auto digits = hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) text.push_back('-');
        text.push_back(digits[i]);
    }
    return text;
}

Result<Stream> Stream::parse(std::string_view name) {
    if (!is_stream(name)) {
        return invalid_field("", "Tên luồng sự kiện phải có dạng loại/mã, ví dụ dossier/2023-P000123.",
                             "A stream is named category/id, for example dossier/2023-P000123.");
    }
    return Stream(std::string(name));
}

void require_encodable(const Record& record) {
    if (const auto* fault = fault_of(record)) throw std::logic_error("record cannot be encoded: " + std::string(fault));
}

std::string encode(const Record& record) {
    require_encodable(record);
    Writer out;
    out.reserve(384 + 34 * record.commitments.size() + 24 * record.subjects.size());
    out.head(kArray, kFields);
    out.number(Record::kVersion);
    out.text(record.origin);
    out.number(record.position.value);
    out.text(record.stream.name());
    out.number(record.revision.value);
    out.bytes(record.id.bytes);
    out.text(record.type);
    out.number(record.schema);
    out.text(record.actor.str());
    out.text(record.capacity);
    record.entered_by ? out.text(record.entered_by->str()) : out.null();
    out.text(record.authority);
    out.head(kArray, record.subjects.size());
    for (const auto& subject : record.subjects) {
        out.head(kArray, 2);
        out.text(subject.subject.str());
        out.number(subject.number);
    }
    out.number(record.actor_number);
    out.number_signed(record.recorded_at.millis());
    record.effective ? out.number_signed(record.effective->days()) : out.null();
    record.decided_at ? out.number_signed(record.decided_at->millis()) : out.null();
    record.causation ? out.bytes(record.causation->bytes) : out.null();
    out.bytes(record.correlation.bytes);
    record.key_hash ? out.bytes(*record.key_hash) : out.null();
    record.fingerprint ? out.bytes(*record.fingerprint) : out.null();
    out.head(kArray, record.commitments.size());
    for (const auto& commitment : record.commitments) out.bytes(commitment);
    return out.take();
}

Result<Record> decode_record(std::string_view cbor) {
    Reader in(cbor);
    try {
        return read(in);
    } catch (const Malformed& malformed) {
        return invalid_field("", "Bản ghi sự kiện không đúng định dạng CBOR tất định.",
                             "Not a record in deterministic CBOR: " + std::string(malformed.what) + ".");
    }
}

std::string hex(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        out.push_back(kHexDigits[byte >> 4]);
        out.push_back(kHexDigits[byte & 15]);
    }
    return out;
}

std::string hex(const Hash& hash) {
    return hex(view(hash));
}

Hash sha256(std::string_view bytes) {
    return merkle::sha256({bytes});
}

}  // namespace minhbach::events
