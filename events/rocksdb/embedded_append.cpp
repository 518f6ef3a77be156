// The caller's side of the log: what happens between `append` and the queue.
#include <sys/statvfs.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <stdexcept>
#include <utility>

#include "events/fingerprint.hpp"
#include "events/rocksdb/embedded_log.hpp"
#include "events/seal.hpp"

namespace minhbach::events {
namespace {

constexpr std::chrono::milliseconds kLookEvery{100};
constexpr std::uint64_t kLookAfterBytes = 16u << 20;
// The write-ahead log, and the table it becomes.
constexpr std::uint64_t kDiskBytesPerByte = 2;
// The members of a record that have no length of their own, index rows and tiles.
constexpr std::size_t kRowBytes = 512;

Refusal refusal(std::string type, std::string vi, std::string en) {
    return {std::move(type), "", "", std::move(vi), std::move(en), {}};
}

Refusal stale(const Stream& stream, std::uint64_t expected, std::uint64_t count) {
    return refusal("stale-revision", "Nội dung đã được cập nhật sau khi bạn mở xem; hãy tải lại rồi thực hiện lại.",
                   "The stream " + stream.name() + " has " + std::to_string(count) + " events, " +
                       std::to_string(expected) + " were expected; reload and try again.");
}

std::optional<std::uint64_t> free_bytes_of(const std::filesystem::path& directory) {
    struct statvfs status{};
    if (::statvfs(directory.c_str(), &status) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

// The size of a record before it has its numbers: all members at their longest, and what frames them.
std::size_t record_bytes_max(const Record& record) {
    constexpr std::size_t kFixed = 300;  // ids, hashes, numbers, times, heads
    constexpr std::size_t kPerSubject = 12;
    constexpr std::size_t kPerCommitment = 34;
    auto bytes = kFixed + record.origin.size() + record.stream.name().size() + record.type.size() +
                 record.actor.str().size() + record.capacity.size() + record.authority.size() +
                 kPerCommitment * record.commitments.size();
    if (record.entered_by) bytes += record.entered_by->str().size();
    for (const auto& subject : record.subjects) bytes += kPerSubject + subject.subject.str().size();
    return bytes;
}

}  // namespace

std::size_t EmbeddedLog::KeyOfHash::operator()(const Hash& hash) const {
    std::size_t value = 0;
    std::memcpy(&value, hash.data(), sizeof value);
    return value;
}

std::size_t EmbeddedLog::KeyOfHash::operator()(const EventId& id) const {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data() + 8, sizeof value);  // the first half is time
    return value;
}

struct EmbeddedLog::Prepared {
    std::vector<Record> records;  // all but the numbers
    std::vector<std::string> payloads;
    std::size_t bytes = 0;
    VaultKey fingerprint_key{};
};

Result<Assigned> EmbeddedLog::append(Ledger ledger, Append append, Completion done) {
    {
        const std::lock_guard lock(mutex_);
        if (failed_) {
            return refusal("read-only", "Kho dữ liệu đang được mở lại sau lỗi ghi; hãy thử lại sau ít phút.",
                           "The store is being reopened after a failed write; try again in a few minutes.");
        }
    }
    auto prepared = prepare(ledger, append);
    if (!prepared) return prepared.error();

    const Use engine(*this);
    warm(*engine, ledger, append, *prepared);
    const std::lock_guard lock(mutex_);
    if (auto refused = refuse(*engine, ledger, append, *prepared)) return std::move(*refused);
    const auto assigned = number(*engine, ledger, append, *prepared);
    queued_events_ += assigned.count;
    queued_bytes_ += prepared->bytes;
    queue_.push_back({ledger, std::move(prepared->records), std::move(prepared->payloads), prepared->bytes, assigned,
                      std::move(done)});
    work_.notify_one();
    return assigned;
}

Result<EmbeddedLog::Prepared> EmbeddedLog::prepare(Ledger ledger, Append& append) const {
    Prepared prepared;
    if (append.key_hash.has_value() != append.fingerprint.has_value()) {
        throw std::logic_error("an idempotency key needs a fingerprint, and a fingerprint a key");
    }
    for (auto& write : append.writes) {
        for (auto& event : write.events) {
            Record record;
            record.origin = origin(ledger);
            record.stream = write.stream;
            record.id = event.id;
            record.type = event.type;
            record.schema = event.schema;
            record.actor = append.actor;
            record.capacity = append.capacity;
            record.entered_by = append.entered_by;
            record.authority = append.authority;
            record.effective = event.effective;
            record.decided_at = event.decided_at;
            record.causation = event.causation;
            record.correlation = append.correlation;
            record.key_hash = append.key_hash;
            record.fingerprint = append.fingerprint;  // keyed below

            auto subjects = event.subjects;
            for (const auto& part : event.parts) {
                if (part.subject) subjects.push_back(*part.subject);
            }
            std::sort(subjects.begin(), subjects.end());
            subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());

            std::vector<KeptPart> kept;
            for (const auto& part : event.parts) {
                const PartName name{event.id, static_cast<std::uint32_t>(kept.size())};
                auto subject = KeptPart::kNobody;
                auto key = std::optional(vault_->log_key());
                if (part.subject) {
                    key = vault_->key_for(*part.subject);
                    if (!key) {
                        return refusal("erased", "Dữ liệu cá nhân của người này đã được xóa; không ghi thêm được.",
                                       "The personal data of this person was erased; nothing can be added.");
                    }
                    subject = static_cast<std::uint64_t>(
                        std::lower_bound(subjects.begin(), subjects.end(), *part.subject) - subjects.begin());
                }
                auto sealed = seal_part(*key, part.subject ? Secrecy::sealed : Secrecy::plain, name, part.json);
                record.commitments.push_back(sealed.commitment);
                kept.push_back({subject, std::move(sealed.bytes)});
            }
            record.subjects.reserve(subjects.size());
            for (auto& subject : subjects) record.subjects.push_back({std::move(subject), 0});
            require_encodable(record);
            const auto record_bytes = record_bytes_max(record);
            if (record_bytes > Record::bytes_max) {
                return refusal("too-large", "Một sự kiện liên quan đến quá nhiều người; hãy chia nhỏ.",
                               "One event concerns too many people or has too many parts; divide it.");
            }
            prepared.payloads.push_back(encode_payload(kept));
            prepared.bytes += record_bytes + prepared.payloads.back().size() + kRowBytes;
            prepared.records.push_back(std::move(record));
        }
    }
    if (prepared.records.empty()) throw std::logic_error("an append without events");
    if (prepared.records.size() > Append::events_max) {
        return refusal("too-large", "Một lần ghi có quá nhiều sự kiện; hãy chia nhỏ tệp nhập.",
                       "One append has too many events; divide the import.");
    }
    if (append.fingerprint) key_fingerprints(prepared, *append.fingerprint);
    return prepared;
}

void EmbeddedLog::key_fingerprints(Prepared& prepared, const Hash& fingerprint) const {
    std::set<PersonCode> subjects;
    for (const auto& record : prepared.records) {
        for (const auto& about : record.subjects) subjects.insert(about.subject);
    }
    std::vector<VaultKey> keys;
    for (const auto& subject : subjects) {
        if (const auto key = vault_->key_for(subject)) keys.push_back(*key);
    }
    prepared.fingerprint_key = fingerprint_key(vault_->log_key(), keys);
    const auto kept = kept_fingerprint(prepared.fingerprint_key, fingerprint);
    for (auto& record : prepared.records) record.fingerprint = kept;
}

// Reads from the store, without the lock, what `refuse` and `number` will need under it.
void EmbeddedLog::warm(const Engine& engine, Ledger ledger, const Append& append, const Prepared& prepared) {
    auto& heads = heads_[index_of(ledger)];
    struct Missing {
        Column column;
        std::string name;
        std::uint64_t count = 0;
    };
    std::vector<Missing> missing;
    std::vector<EventId> unknown_ids;
    bool key_is_unknown = false;
    std::array<std::uint64_t, 5> generations{};
    const auto head_map = [&](Column column) -> auto& {
        return column == Column::streams ? heads.streams : column == Column::subjects ? heads.subjects : heads.actors;
    };
    {
        const std::lock_guard lock(mutex_);
        const auto want = [&](Column column, const std::string& name) {
            if (head_map(column).find(name) == nullptr) missing.push_back({column, name});
        };
        for (const auto& write : append.writes) want(Column::streams, write.stream.name());
        for (const auto& read : append.reads) want(Column::streams, read.stream.name());
        want(Column::actors, append.actor.str());
        for (const auto& record : prepared.records) {
            for (const auto& subject : record.subjects) want(Column::subjects, subject.subject.str());
        }
        for (const auto& record : prepared.records) {
            if (heads.ids.find(record.id) == nullptr) unknown_ids.push_back(record.id);
        }
        key_is_unknown = append.key_hash && heads.keys.find(*append.key_hash) == nullptr;
        generations = {heads.streams.generation(), heads.subjects.generation(), heads.actors.generation(),
                       heads.ids.generation(), heads.keys.generation()};
    }
    for (auto& one : missing) {
        auto prefix = one.name;
        prefix.push_back('\0');
        one.count = engine.count_of(ledger, one.column, prefix);
    }
    std::vector<std::optional<std::uint64_t>> positions;
    positions.reserve(unknown_ids.size());
    for (const auto& id : unknown_ids) positions.push_back(engine.position_of(ledger, id));
    std::optional<Replay> key;
    if (key_is_unknown) key = kept_replay(engine, ledger, *append.key_hash);

    // Whoever wrote one of these meanwhile has put it here, where it still is unless two generations went by.
    const std::lock_guard lock(mutex_);
    for (const auto& one : missing) {
        auto& map = head_map(one.column);
        const auto generation = generations[one.column == Column::streams ? 0 : one.column == Column::subjects ? 1 : 2];
        if (map.still_valid(generation) && map.find(one.name) == nullptr) map.put(one.name, one.count, 0);
    }
    if (heads.ids.still_valid(generations[3])) {
        for (std::size_t i = 0; i < unknown_ids.size(); ++i) {
            if (heads.ids.find(unknown_ids[i]) == nullptr) heads.ids.put(unknown_ids[i], positions[i], 0);
        }
    }
    if (key_is_unknown && heads.keys.still_valid(generations[4]) && heads.keys.find(*append.key_hash) == nullptr) {
        heads.keys.put(*append.key_hash, key, 0);
    }
}

std::uint64_t& EmbeddedLog::count_of(const Engine& engine, Ledger ledger, Column column, const std::string& name) {
    auto& heads = heads_[index_of(ledger)];
    auto& map = column == Column::streams ? heads.streams : column == Column::subjects ? heads.subjects : heads.actors;
    if (auto* found = map.find(name)) return *found;
    auto prefix = name;
    prefix.push_back('\0');
    map.put(name, engine.count_of(ledger, column, prefix), 0);
    return *map.find(name);
}

std::optional<std::uint64_t> EmbeddedLog::position_of(const Engine& engine, Ledger ledger, const EventId& id) {
    if (const auto* found = heads_[index_of(ledger)].ids.find(id)) return *found;
    return engine.position_of(ledger, id);
}

const std::optional<Replay>& EmbeddedLog::key_of(const Engine& engine, Ledger ledger, const Hash& key_hash) {
    auto& keys = heads_[index_of(ledger)].keys;
    if (keys.find(key_hash) == nullptr) keys.put(key_hash, kept_replay(engine, ledger, key_hash), 0);
    return *keys.find(key_hash);
}

std::optional<Refusal> EmbeddedLog::refuse(const Engine& engine, Ledger ledger, const Append& append,
                                           const Prepared& prepared) {
    if (stopping_) throw std::logic_error("append to a log that is being closed");
    if (failed_) {
        return refusal("read-only", "Kho dữ liệu đang được mở lại sau lỗi ghi; hãy thử lại sau ít phút.",
                       "The store is being reopened after a failed write; try again in a few minutes.");
    }
    if (append.generation && *append.generation != generation_.load()) {
        return refusal("past-changed", "Dữ liệu làm căn cứ đã không được ghi do lỗi ổ đĩa; hãy thực hiện lại.",
                       "What this was decided on was not written because the disk failed; decide again.");
    }
    const auto count = prepared.records.size();
    // One append alone may pass the bytes: it could never be written otherwise.
    if (queued_events_ + count > options_.queue_events_max ||
        (queued_bytes_ > 0 && queued_bytes_ + prepared.bytes > options_.queue_bytes_max)) {
        return refusal("overloaded", "Hệ thống đang quá tải; nội dung chưa được ghi, hãy thử lại sau ít giây.",
                       "Too much is waiting to be written; nothing was written, try again in a few seconds.");
    }
    if (is_short_of_space(prepared.bytes)) {
        return refusal("read-only",
                       "Ổ đĩa sắp hết chỗ; nội dung chưa được ghi. Người vận hành cần giải phóng dung lượng.",
                       "The disk is nearly full; nothing was written. The operator must free space.");
    }
    // The key comes first: a repeated request must hear of its first answer, not of the revision it changed itself.
    if (append.key_hash) {
        if (const auto& known = key_of(engine, ledger, *append.key_hash)) {
            if (!known->is_of(*append.fingerprint)) {
                if (known->is_forgotten) {
                    return refusal("erased",
                                   "Mã yêu cầu này thuộc về một nội dung về người đã được xóa dữ liệu; không thể đối "
                                   "chiếu nữa.",
                                   "This idempotency key belongs to a request about a person whose data was erased; it "
                                   "cannot be compared any more.");
                }
                return refusal("key-conflict", "Mã yêu cầu này đã dùng cho một nội dung khác; hãy gửi lại với mã mới.",
                               "This idempotency key was used for another request; send it again under a new key.");
            }
            return refusal("in-flight", "Yêu cầu này đang được xử lý hoặc đã xong; hãy hỏi lại kết quả với cùng mã.",
                           "This request is in progress or done; ask again with the same key for its answer.");
        }
    }
    const auto check = [&](const Stream& stream, std::uint64_t expected) -> std::optional<Refusal> {
        const auto now = count_of(engine, ledger, Column::streams, stream.name());
        return now == expected ? std::nullopt : std::optional(stale(stream, expected, now));
    };
    for (const auto& write : append.writes) {
        if (!write.expected_count) continue;
        if (auto refused = check(write.stream, *write.expected_count)) return refused;
    }
    for (const auto& read : append.reads) {
        if (auto refused = check(read.stream, read.seen_count)) return refused;
    }
    std::vector<EventId> ids;
    ids.reserve(count);
    for (const auto& record : prepared.records) {
        if (position_of(engine, ledger, record.id)) {
            return refusal("already-exists", "Sự kiện này đã được ghi trước đó.",
                           "An event with the id " + record.id.str() + " exists.");
        }
        ids.push_back(record.id);
    }
    std::sort(ids.begin(), ids.end());
    if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
        throw std::logic_error("two events of one append share an id");
    return std::nullopt;
}

Assigned EmbeddedLog::number(const Engine& engine, Ledger ledger, const Append& append, Prepared& prepared) {
    auto& heads = heads_[index_of(ledger)];
    last_recorded_ = recorded_now();
    const Assigned assigned{{heads.next}, prepared.records.size(), last_recorded_};
    const auto durable_at = heads.next + prepared.records.size();
    for (auto& record : prepared.records) {
        record.position = {heads.next++};
        record.recorded_at = last_recorded_;
        const auto next = [&](auto& map, Column column, const std::string& name) {
            const auto number = count_of(engine, ledger, column, name);
            map.put(name, number + 1, durable_at);
            return number;
        };
        record.revision = {next(heads.streams, Column::streams, record.stream.name())};
        record.actor_number = next(heads.actors, Column::actors, record.actor.str());
        for (auto& subject : record.subjects)
            subject.number = next(heads.subjects, Column::subjects, subject.subject.str());
        heads.ids.put(record.id, record.position.value, durable_at);
    }
    if (append.key_hash) {
        const auto& kept = *prepared.records.front().fingerprint;
        heads.keys.put(*append.key_hash, Replay{assigned.first, assigned.count, kept, prepared.fingerprint_key},
                       durable_at);
    }
    const auto durable = size(ledger);
    heads.streams.age(durable);
    heads.subjects.age(durable);
    heads.actors.age(durable);
    heads.ids.age(durable);
    heads.keys.age(durable);
    return assigned;
}

// Never earlier than before, whatever the machine's clock says; that it went back is told once each time.
Time EmbeddedLog::recorded_now() {
    constexpr std::int64_t kToldFromMillis = 1000;
    const auto now = clock_.now();
    const auto behind = last_recorded_.millis() - now.millis();
    if (behind >= kToldFromMillis && !std::exchange(clock_is_behind_, true)) {
        tell_operator("the clock went back by " + std::to_string(behind) + " ms, to " + now.rfc3339() +
                      "; events are recorded at " + last_recorded_.rfc3339() + " until it has caught up");
    }
    if (behind <= 0) clock_is_behind_ = false;
    return std::max(last_recorded_, now);
}

bool EmbeddedLog::is_short_of_space(std::size_t bytes) {
    const auto now = std::chrono::steady_clock::now();
    bytes_since_look_ += bytes * kDiskBytesPerByte;
    if (now - looked_at_ >= kLookEvery || bytes_since_look_ >= kLookAfterBytes) {
        const auto free = free_bytes_of(identity_.directory);
        if (!free) return note_space(true);
        // What was accepted and is still queued is not on the disk, so the disk counts its room as free.
        const std::uint64_t queued = queued_bytes_ * kDiskBytesPerByte;
        free_bytes_ = *free - std::min(*free, queued);
        bytes_since_look_ = bytes * kDiskBytesPerByte;
        looked_at_ = now;
    }
    return note_space(free_bytes_ < bytes_since_look_ || free_bytes_ - bytes_since_look_ < options_.free_bytes_min);
}

bool EmbeddedLog::note_space(bool is_short) const {
    if (is_short && !full_since_) full_since_ = clock_.now();
    if (!is_short) full_since_.reset();
    return is_short;
}

std::optional<ReadOnly> EmbeddedLog::read_only() const {
    const auto free = free_bytes_of(identity_.directory);
    const std::lock_guard lock(mutex_);
    if (failed_) return ReadOnly{"reopening", failed_why_, failed_since_};
    if (!note_space(!free || *free < options_.free_bytes_min)) return std::nullopt;
    return ReadOnly{"disk-full",
                    std::to_string(free.value_or(0)) + " bytes are free, " + std::to_string(options_.free_bytes_min) +
                        " are kept free",
                    *full_since_};
}

}  // namespace minhbach::events
