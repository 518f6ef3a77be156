#include "services/desk.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <string_view>
#include <system_error>
#include <unordered_map>

#include "events/codec/codec.hpp"
#include "events/codec/json.hpp"
#include "events/erasures.hpp"
#include "events/refusals.hpp"
#include "services/erasure/commands.hpp"
#include "services/refused_entry.hpp"
#include "services/states.hpp"

namespace minhbach::services {
namespace {

using events::Ledger;

events::Hash hash_of(const PersonCode& person, std::string_view bytes) {
    std::string all = person.str();
    all += '\0';
    all += bytes;
    return events::sha256(all);
}

Refusal stale_revision(std::uint64_t seen, std::uint64_t now) {
    return {
        "stale-revision",
        "",
        "",
        "Phiên bản đang xem là " + std::to_string(seen) + ", phiên bản hiện tại là " + std::to_string(now) +
            "; hãy tải lại rồi thực hiện tiếp.",
        "You have seen revision " + std::to_string(seen) + ", it is now " + std::to_string(now) + "; read it again.",
        {}};
}

Refusal key_conflict() {
    return {"key-conflict",
            "",
            "",
            "Mã Idempotency-Key này đã dùng cho một yêu cầu có nội dung khác.",
            "This Idempotency-Key was used for a request with other content.",
            {}};
}

Refusal forgotten() {
    return {"erased",
            "",
            "",
            "Mã Idempotency-Key này thuộc về một yêu cầu về người đã được xóa dữ liệu; không thể đối chiếu nữa.",
            "This Idempotency-Key belongs to a request about a person whose data was erased; it cannot be compared any "
            "more.",
            {}};
}

Refusal outcome_unknown() {
    return {"outcome-unknown",
            "",
            "",
            "Chưa xác định được yêu cầu đã được ghi hay chưa. Hãy gửi lại với cùng Idempotency-Key.",
            "Whether the request was written is not known. Send it again with the same Idempotency-Key.",
            {}};
}

Refusal past_changed() {
    return {
        "past-changed",
        "",
        "",
        "Dữ liệu làm căn cứ đã không được ghi do lỗi ổ đĩa; nội dung chưa được ghi, hãy gửi lại sau giây lát.",
        "What this rests on was not written because the disk failed; nothing was written, send it again in a moment.",
        {}};
}

// Rules of law and procedure are worth an entry; malformed input and passing states of the system are not.
bool is_rule(const Refusal& refusal) {
    const int status = refusal_kind(refusal.type).status;
    return refusal.type != "invalid-field" && (status == 403 || status == 409 || status == 422);
}

}  // namespace

// An idempotency key as the log keeps it: one person's keys mean nothing to another.
struct Desk::Key {
    events::Hash hash;
    events::Hash fingerprint;

    static std::optional<Key> of(const PersonCode& person, const Conditions& conditions) {
        if (!conditions.idempotency_key) return std::nullopt;
        const std::string_view fingerprint(reinterpret_cast<const char*>(conditions.fingerprint.data()),
                                           conditions.fingerprint.size());
        return Key{hash_of(person, *conditions.idempotency_key), hash_of(person, fingerprint)};
    }
};

struct Desk::Inside {
    events::Log& log;
    Clock& clock;
    events::EventIds& ids;
    std::mutex erasing;  // taken before the other
    std::mutex mutex;
    std::uint64_t generation;  // of the log, which the states are folded under
    States states;
    // Views already entered in one minute under one generation of the log: actor, dossier, purpose and view -> position
    // after the entry. The next minute or generation begins with none.
    std::int64_t viewed_minute = 0;
    std::uint64_t viewed_generation = 0;
    std::unordered_map<std::string, std::uint64_t> viewed;

    Inside(events::Log& l, Clock& c, events::EventIds& i)
        : log(l), clock(c), ids(i), generation(l.generation()), states(l) {}

    bool is_fresh() const { return states.is_complete() && log.generation() == generation; }
    void refresh() {
        while (!is_fresh()) {
            const auto reloaded = log.generation();
            states.reload();  // may throw: then the next one tries again
            generation = reloaded;
        }
    }

    std::optional<Result<Receipt>> replay(const std::optional<Key>& key, const Conditions& conditions);
    // `revisions` becomes the revision of each event in its stream.
    events::Append append_for(const std::optional<Key>& key, const Decided& decided, const PastView& view, Time now,
                              std::vector<std::uint64_t>& revisions);
    void fold(Decided decided, std::vector<std::uint64_t> revisions, const events::Assigned& assigned);
    void note_refusal(const PersonCode& person, const Conditions& conditions, const Refusal& refusal, Time now,
                      std::function<void(bool)> done);
    // Sealed under the key of `about`, besides what the event itself says of that.
    Result<events::Assigned> append_access(const PersonCode& person, const Event& entry, Time now,
                                           events::Completion done, const std::optional<PersonCode>& about = {});
};

// The receipt as it was given the first time: read back from the events themselves.
std::optional<Result<Receipt>> Desk::Inside::replay(const std::optional<Key>& key, const Conditions& conditions) {
    if (!key) return std::nullopt;
    const auto found = log.replay(Ledger::main, key->hash);
    if (!found) return std::nullopt;
    if (!found->is_of(key->fingerprint)) return Result<Receipt>(found->is_forgotten ? forgotten() : key_conflict());
    if (found->first.value + found->count > log.size(Ledger::main)) {
        return Result<Receipt>(Refusal{"in-flight",
                                       "",
                                       "",
                                       "Yêu cầu cùng mã đang được ghi; hãy gửi lại sau giây lát.",
                                       "The request with the same key is being written; send it again in a moment.",
                                       {}});
    }
    Receipt receipt;
    receipt.first = found->first;
    receipt.count = found->count;
    receipt.target = conditions.target;
    receipt.replayed = true;
    for (std::uint64_t i = 0; i < found->count; ++i) {
        const auto record = events::decode_record(log.record_bytes(Ledger::main, {found->first.value + i})).value();
        receipt.recorded_at = record.recorded_at;
        if (record.stream == conditions.target) receipt.revision = record.revision.value + 1;
    }
    return Result<Receipt>(receipt);
}

events::Append Desk::Inside::append_for(const std::optional<Key>& key, const Decided& decided, const PastView& view,
                                        Time now, std::vector<std::uint64_t>& revisions) {
    events::Append append;
    append.actor = decided.authority.actor;
    append.entered_by = decided.authority.entered_by;
    append.capacity = json::enum_name(decided.authority.capacity);
    append.authority = decided.authority.mandate ? decided.authority.mandate->str() : "";
    append.correlation = ids.next(now);
    if (key) {
        append.key_hash = key->hash;
        append.fingerprint = key->fingerprint;
    }
    std::unordered_map<std::string_view, std::uint64_t> next_revisions;
    std::uint64_t* next_revision = nullptr;
    revisions.reserve(decided.events.size());
    for (const auto& to_write : decided.events) {
        events::NewEvent event = events::encode(to_write.event);
        event.id = ids.next(now);
        event.effective = to_write.effective;
        event.decided_at = to_write.decided_at;
        // Events of one stream that follow one another share a write; a stream that comes back guards itself by then.
        if (append.writes.empty() || append.writes.back().stream != to_write.stream) {
            const auto [next, is_first] = next_revisions.try_emplace(to_write.stream.name(), 0);
            std::optional<std::uint64_t> expected;
            if (is_first) expected = next->second = states.count(to_write.stream);
            append.writes.push_back({to_write.stream, expected, {}});
            next_revision = &next->second;
        }
        revisions.push_back((*next_revision)++);
        append.writes.back().events.push_back(std::move(event));
    }
    append.reads = view.reads();
    append.generation = generation;
    return append;
}

// Folds what was accepted into the states, with as much of the record as folds look at.
void Desk::Inside::fold(Decided decided, std::vector<std::uint64_t> revisions, const events::Assigned& assigned) {
    const auto& authority = decided.authority;
    events::Recorded recorded;
    auto& record = recorded.record;
    record.recorded_at = assigned.recorded_at;
    record.actor = authority.actor;
    record.capacity = json::enum_name(authority.capacity);
    record.entered_by = authority.entered_by;
    if (authority.mandate) record.authority = authority.mandate->str();
    for (std::size_t i = 0; i < decided.events.size(); ++i) {
        auto& written = decided.events[i];
        record.position = {assigned.first.value + i};
        record.stream = std::move(written.stream);
        record.revision = {revisions[i]};
        record.effective = written.effective;
        record.decided_at = written.decided_at;
        record.type = events::type_name(written.event);
        recorded.event = std::move(written.event);
        states.apply(recorded);
    }
}

Result<events::Assigned> Desk::Inside::append_access(const PersonCode& person, const Event& entry, Time now,
                                                     events::Completion done, const std::optional<PersonCode>& about) {
    events::Append append;
    append.actor = person;
    append.capacity = json::enum_name(Capacity::system);
    append.correlation = ids.next(now);
    events::NewEvent event = events::encode(entry);
    event.id = ids.next(now);
    if (about) event.parts.front().subject = about;
    append.writes.push_back({events::Stream::of("actor", person.str()), std::nullopt, {}});
    append.writes.back().events.push_back(std::move(event));
    return log.append(Ledger::access, std::move(append), std::move(done));
}

void Desk::Inside::note_refusal(const PersonCode& person, const Conditions& conditions, const Refusal& refusal,
                                Time now, std::function<void(bool)> done) {
    PastView past(states);
    auto entry = refused_entry(past, Label::of(conditions.command), conditions.target, refusal);
    const auto told = [done](const auto& result) { done(result.has_value()); };
    auto accepted = append_access(person, entry.said, now, told, entry.about);
    if (!accepted && accepted.error().type == "erased") {
        entry.said.detail.reset();
        accepted = append_access(person, entry.said, now, told);
    }
    if (!accepted) done(false);
}

Desk::Desk(events::Log& log, Clock& clock, events::EventIds& ids)
    : inside_(std::make_unique<Inside>(log, clock, ids)) {}
Desk::~Desk() = default;

Time Desk::now() {
    std::lock_guard lock(inside_->mutex);
    return inside_->clock.now();
}

void Desk::execute(const PersonCode& person, Conditions conditions, const Decide& decide, Done done) {
    const auto key = Key::of(person, conditions);
    for (int tried = 1; tried <= decisions_max; ++tried) {
        if (decide_once(person, conditions, key, decide, done)) return;
    }
    done(past_changed());
}

// False if what was decided on fell meanwhile; then nothing was written, noted or answered.
bool Desk::decide_once(const PersonCode& person, const Conditions& conditions, const std::optional<Key>& key,
                       const Decide& decide, const Done& done) {
    Inside& in = *inside_;
    std::unique_lock lock(in.mutex);
    in.refresh();
    const Acting acting{person, in.clock.now()};
    if (auto earlier = in.replay(key, conditions)) {
        if (!in.is_fresh()) return false;
        lock.unlock();
        done(std::move(*earlier));
        return true;
    }
    const std::uint64_t count = in.states.count(conditions.target);
    // Whatever is answered now rests on everything accepted until now, so it is given when that is durable.
    const std::uint64_t rests_on = in.log.accepted(Ledger::main);
    const auto when_durable = [&log = in.log, rests_on, generation = in.generation](std::function<void(bool)> then) {
        log.when_durable(Ledger::main, rests_on, generation, std::move(then));
    };
    const auto refuse = [&](Refusal refusal, bool note) {
        auto answer = [done, refusal](bool durable) {
            done(durable ? Result<Receipt>(refusal) : Result<Receipt>(outcome_unknown()));
        };
        if (!note) return when_durable(std::move(answer));
        in.note_refusal(person, conditions, refusal, acting.now, [when_durable, answer](bool noted) {
            if (noted)
                when_durable(answer);
            else
                answer(false);
        });
    };
    if (conditions.if_match && *conditions.if_match != count) {
        if (!in.is_fresh()) return false;
        refuse(stale_revision(*conditions.if_match, count), false);
        return true;
    }

    PastView view(in.states);
    Decision decision = decide(view, acting);
    if (!in.is_fresh()) return false;
    if (!decision) {
        refuse(decision.error(), is_rule(decision.error()));
        return true;
    }

    Receipt receipt;
    receipt.target = conditions.target;
    receipt.revision = count;
    if (decision->events.empty()) {
        receipt.first = {rests_on};
        receipt.recorded_at = acting.now;
        when_durable([done, receipt](bool durable) {
            done(durable ? Result<Receipt>(receipt) : Result<Receipt>(outcome_unknown()));
        });
        return true;
    }
    for (const auto& event : decision->events) receipt.revision += event.stream == conditions.target ? 1 : 0;

    std::vector<std::uint64_t> revisions;
    events::Append append = in.append_for(key, *decision, view, acting.now, revisions);
    const auto assigned =
        in.log.append(Ledger::main, std::move(append), [done, receipt](const Result<events::Assigned>& result) {
            if (!result) return done(result.error());
            Receipt given = receipt;
            given.first = result->first;
            given.count = result->count;
            given.recorded_at = result->recorded_at;
            done(std::move(given));
        });
    if (!assigned) {
        if (assigned.error().type == "past-changed") return false;
        lock.unlock();
        done(assigned.error());
        return true;
    }
    in.fold(std::move(*decision), std::move(revisions), *assigned);
    return true;
}

Result<Receipt> Desk::execute_and_wait(const PersonCode& person, Conditions conditions, const Decide& decide) {
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<Result<Receipt>> answer;
    execute(person, std::move(conditions), decide, [&](Result<Receipt> result) {
        std::lock_guard lock(mutex);
        answer = std::move(result);
        ready.notify_one();
    });
    std::unique_lock lock(mutex);
    ready.wait(lock, [&] { return answer.has_value(); });
    return std::move(*answer);
}

Decision Desk::rehearse(const PersonCode& person, const Decide& decide) {
    std::lock_guard lock(inside_->mutex);
    inside_->refresh();
    PastView view(inside_->states);
    return decide(view, Acting{person, inside_->clock.now()});
}

void Desk::look(const std::function<void(Past&, Time)>& query) {
    std::lock_guard lock(inside_->mutex);
    inside_->refresh();
    PastView view(inside_->states);
    query(view, inside_->clock.now());
}

void Desk::note_access(const PersonCode& person, Event entry, std::function<void(bool)> done) {
    Inside& in = *inside_;
    std::unique_lock lock(in.mutex);
    const Time now = in.clock.now();
    const std::int64_t minute = now.millis() / 60'000;
    const std::uint64_t generation = in.log.generation();  // read before the entry is accepted
    if (const auto* view = entry.as<DossierViewed>()) {
        std::string key =
            person.str() + '\n' + view->dossier.str() + '\n' + view->view.str() + '\n' + view->purpose.str();
        if (in.viewed_minute != minute || in.viewed_generation != generation) {
            in.viewed.clear();
            in.viewed_minute = minute;
            in.viewed_generation = generation;
        }
        if (const auto found = in.viewed.find(key); found != in.viewed.end()) {
            // The entry may still be on its way to the disk; the bytes wait for it.
            return in.log.when_durable(Ledger::access, found->second, generation, std::move(done));
        }
        const auto assigned =
            in.append_access(person, entry, now, [done](const auto& result) { done(result.has_value()); });
        if (!assigned) {
            lock.unlock();
            return done(assigned.error().type == "erased");
        }
        in.viewed.emplace(std::move(key), assigned->first.value + assigned->count);
        return;
    }
    const auto assigned =
        in.append_access(person, entry, now, [done](const auto& result) { done(result.has_value()); });
    if (!assigned) {
        lock.unlock();
        done(assigned.error().type == "erased" && entry.is<AttachmentViewed>());
    }
}

std::size_t Desk::carry_out_erasures() {
    const std::lock_guard alone(inside_->erasing);
    std::size_t entered = 0;
    for (const auto& erasure : events::approved_erasures(inside_->log)) {
        if (erasure.executed) continue;
        {
            // Nothing is decided or shown on what is about to be lost, nor on what a reading that broke off left.
            const std::lock_guard lock(inside_->mutex);
            inside_->states.drop();
            inside_->log.erase(erasure.subject);
            inside_->viewed.clear();
            inside_->refresh();
        }
        const auto lost = events::count_lost(inside_->log, erasure.subject);
        const ErasureExecuted executed{erasure.erasure, erasure.subject,    lost.events,
                                       lost.parts,      lost.access_events, lost.files};
        const auto decide = [&](Past& past, const Acting&) { return erasure::enter_execution(past, executed); };
        const auto receipt = execute_and_wait(PersonCode::of("system"),
                                              {"enter-erasure", erasure_stream(erasure.erasure), {}, {}, {}}, decide);
        if (!receipt) throw std::system_error(EIO, std::generic_category(), receipt.error().detail_en);
        ++entered;
    }
    return entered;
}

Result<Receipt> Desk::keep_books(Event entry, std::string_view book) {
    const auto books = events::Stream::of("books", book);
    const auto decide = [&](Past&, const Acting&) -> Decision {
        Decided decided;
        decided.authority.actor = PersonCode::of("system");
        decided.authority.capacity = Capacity::system;
        decided.events.push_back({books, entry, {}, {}});
        return decided;
    };
    return execute_and_wait(PersonCode::of("system"), {"keep-books", books, {}, {}, {}}, decide);
}

}  // namespace minhbach::services
