// The life of a store on a disk that fails, with kills and power cuts at random moments, beside an oracle that
// remembers in memory what was promised. One seed is one life: the same steps and faults; which call a fault meets may
// shift by one where the writer's thread was faster.
#pragma once

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <random>
#include <thread>
#include <utility>

#include "events/check.hpp"
#include "events/kept.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {

inline constexpr int kPeople = 60;
inline constexpr std::array kBoth{Ledger::main, Ledger::access};

struct Sent {
    Ledger ledger = Ledger::main;
    Append append;
    std::vector<std::string> texts;
};

// What somebody outside remembers of one ledger.
struct Memory {
    struct Event {
        EventId id;
        std::optional<Hash> record;  // once it could be read
        std::string text;
    };
    std::vector<Event> events;  // acknowledged or found after an unknown outcome, by position
    std::vector<EventId> never;
    std::vector<std::string> checkpoints;
    std::vector<std::pair<Position, Hash>> read;
    std::map<Hash, Replay> keys;
    std::map<std::string, std::uint64_t> streams;
};

struct Attached {
    std::string bytes;
    bool has_piece = false;
    bool is_finished = false;
};

class Life {
public:
    Life(const std::filesystem::path& directory, std::uint64_t seed)
        : directory_(directory), disk(seed), random_(seed ^ 0x9e3779b97f4a7c15u), ids_(seed) {
        options_.free_bytes_min = 1;
        options_.checkpoint_every_ms = 3'600'000;  // made when asked for, so that the same seed makes the same calls
        options_.reopen_every_ms = 1;
        options_.publish_millis_max = 20;
        options_.block_cache_bytes = 1 << 20;
    }

    void live(int restarts, bool with_faults) {
        std::filesystem::remove_all(directory_);
        if (const auto made = create_store_on(directory_, "minhbach.example/2023", disk.env(), disk.files()); !made) {
            return wrong("it cannot be made: " + made.error().detail_en);
        }
        for (int i = 0; i < restarts && wrongs.empty(); ++i) {
            // Opening may be the moment, too.
            if (draw(3) != 0) disk.stop_after(static_cast<unsigned>(draw(300)));
            if (with_faults) plan_faults();
            if (open()) act(10 + draw(30));
            end();
            if (open_in_peace()) check_all();
            log_.reset();
        }
        std::filesystem::remove_all(directory_);
    }

    std::vector<std::string> wrongs;
    std::string what() const {
        std::string all;
        for (const auto& one : wrongs) all += "\n  " + one;
        return all;
    }
    int acknowledged = 0, unknown = 0, found = 0, cuts = 0, kills = 0;

private:
    std::uint64_t draw(std::uint64_t below) { return random_() % below; }
    void wrong(std::string what) { wrongs.push_back(std::move(what)); }

    void plan_faults() {
        static constexpr std::array kCalls{Call::open, Call::read,   Call::write,
                                           Call::sync, Call::rename, Call::sync_directory};
        static constexpr std::array kParts{"", ".log", "vault", "signed", "MANIFEST", ".sst", "attachments"};
        for (auto count = draw(4); count > 0; --count) {
            Fault fault{kCalls[draw(kCalls.size())], kParts[draw(kParts.size())]};
            fault.error = draw(2) == 0 ? EIO : ENOSPC;
            fault.leaves = draw(2) == 0;
            fault.after = static_cast<unsigned>(draw(40));
            fault.times = 1 + static_cast<unsigned>(draw(2));
            disk.fail_with(fault);
        }
    }

    bool open() {
        auto opened = open_store_on(directory_, clock_, options_, disk.env(), disk.files());
        if (!opened) return false;
        log_ = std::move(*opened);
        generation_ = log_->generation();
        is_first_published_ = false;
        for (const auto ledger : kBoth) publish(ledger);  // what was found beyond the newest one is due at once, too
        return settle();
    }
    // With a disk that works it opens, whatever was before.
    bool open_in_peace() {
        disk.restart();
        auto opened = open_store_on(directory_, clock_, options_, disk.env(), disk.files());
        if (!opened) {
            wrong("it does not open: " + opened.error().detail_en);
            return false;
        }
        log_ = std::move(*opened);
        generation_ = log_->generation();
        if (settle()) return true;
        wrong("it is not open on a disk that works");
        return false;
    }

    // The end of a process, and perhaps of the machine.
    void end() {
        const auto kind = draw(4);
        if (kind != 0) disk.stop_after(0);
        log_.reset();
        const bool killed = disk.is_stopped();
        if (draw(3) == 0) {
            kills += killed ? 1 : 0;
            return disk.restart();
        }
        ++cuts;
        disk.cut_power();
    }

    // Learns what became of what was sent before a failed write. False: everything has ended.
    bool settle() {
        try {
            while (!unknown_.empty()) {
                learn(unknown_.front());
                unknown_.pop_front();
            }
            return true;
        } catch (const std::exception&) {
            return false;  // a read failed; it stays unknown
        }
    }
    bool wait_for_reopening() {
        while (log_->generation() == generation_) {
            if (disk.is_stopped()) return false;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
        generation_ = log_->generation();
        return settle();
    }

    void learn(const Sent& sent) {
        auto& memory = memories_[index(sent.ledger)];
        const auto& events = sent.append.writes[0].events;
        std::vector<std::optional<Position>> positions;
        for (const auto& event : events) positions.push_back(log_->find(sent.ledger, event.id));
        const auto there = std::count_if(positions.begin(), positions.end(), [](const auto& one) { return !!one; });
        if (there == 0) {
            for (const auto& event : events) memory.never.push_back(event.id);
            return;
        }
        if (there != static_cast<long>(events.size()))
            return wrong("an append with an unknown outcome is there in part");
        ++found;
        remember(sent, *positions.front());
    }

    void remember(const Sent& sent, Position first) {
        auto& memory = memories_[index(sent.ledger)];
        if (first.value != memory.events.size()) {
            return wrong(std::string(name_of(sent.ledger)) + ": at " + std::to_string(first.value) + " instead of " +
                         std::to_string(memory.events.size()));
        }
        const auto& events = sent.append.writes[0].events;
        for (std::size_t i = 0; i < events.size(); ++i) {
            memory.events.push_back({events[i].id, std::nullopt, sent.texts[i]});
        }
        if (sent.append.key_hash) memory.keys[*sent.append.key_hash] = {first, events.size(), *sent.append.fingerprint};
        memory.streams[sent.append.writes[0].stream.name()] += events.size();
        for (auto i = first.value; i < memory.events.size(); ++i)
            memory.events[i].record = sha256(log_->record_bytes(sent.ledger, {i}));
    }

    void act(std::uint64_t steps) {
        try {
            for (; steps > 0 && !disk.is_stopped() && wrongs.empty(); --steps) step();
        } catch (const std::exception& error) {
            // A read, or the log is being opened again: nothing was promised.
            if (!disk.is_stopped() && disk.failures() + disk.failed_opens() == 0) wrong(error.what());
        }
    }

    void step() {
        const auto ledger = draw(3) == 0 ? Ledger::access : Ledger::main;
        switch (draw(12)) {
            case 0:
                return look(ledger);
            case 1:
            case 2:
                return publish(ledger);
            case 3:
                return send_stale(ledger);
            case 4:
                return send_again(ledger);
            case 5:
                return attach();
            case 6:
                return forget_somebody();
            default:
                send(something(ledger));
        }
    }

    Sent something(Ledger ledger) {
        Sent sent{ledger, {}, {}};
        StreamWrite write{Stream::of("dossier", std::to_string(draw(6))), std::nullopt, {}};
        for (auto count = 1 + draw(3); count > 0; --count) {
            sent.texts.push_back(R"({"text":")" + std::to_string(random_()) + std::string(draw(400), 'x') + R"("})");
            NewEvent event;
            event.id = ids_.next(Time::from_millis(1'700'000'000'000));
            event.type = "comment.recorded";
            event.parts.push_back({PersonCode::of("P" + std::to_string(draw(kPeople))), sent.texts.back()});
            write.events.push_back(std::move(event));
        }
        if (draw(2) == 0) write.expected_count = memories_[index(ledger)].streams[write.stream.name()];
        sent.append = append_of({std::move(write)});
        sent.append.correlation = ids_.next(Time::from_millis(1'700'000'000'000));
        if (draw(2) == 0) sent.append = keyed(std::move(sent.append), std::to_string(random_()), "body");
        return sent;
    }

    void send(const Sent& sent) {
        const auto result = log_->append_and_wait(sent.ledger, sent.append);
        if (result) {
            ++acknowledged;
            remember(sent, result->first);
            if (!std::exchange(is_first_published_, true)) publish(sent.ledger);
            return;
        }
        if (result.error().type == "outcome-unknown") {
            ++unknown;
            unknown_.push_back(sent);
            if (!wait_for_reopening()) return;
            // What is not there may be sent again as it was.
            const auto& never = memories_[index(sent.ledger)].never;
            if (draw(2) == 0 &&
                std::find(never.begin(), never.end(), sent.append.writes[0].events[0].id) != never.end())
                send_once_more(sent);
            return;
        }
        for (const auto& event : sent.append.writes[0].events) memories_[index(sent.ledger)].never.push_back(event.id);
        if (result.error().type == "read-only")
            wait_for_reopening();
        else
            wrong("refused: " + result.error().type);
    }
    void send_once_more(const Sent& sent) {
        auto& never = memories_[index(sent.ledger)].never;
        const auto& events = sent.append.writes[0].events;
        std::erase_if(never, [&](const EventId& id) {
            return std::any_of(events.begin(), events.end(), [&](const auto& event) { return event.id == id; });
        });
        send(sent);
    }

    void send_stale(Ledger ledger) {
        auto sent = something(ledger);
        sent.append.key_hash.reset();
        sent.append.fingerprint.reset();
        sent.append.writes[0].expected_count = 1'000'000;
        const auto result = log_->append_and_wait(ledger, sent.append);
        for (const auto& event : sent.append.writes[0].events) memories_[index(ledger)].never.push_back(event.id);
        if (result) return wrong("a stale append was accepted");
        if (result.error().type == "read-only") wait_for_reopening();
    }

    // A known key: the first answer stands, whatever comes under it.
    void send_again(Ledger ledger) {
        const auto& keys = memories_[index(ledger)].keys;
        if (keys.empty()) return;
        const auto& [key, replay] = *std::next(keys.begin(), static_cast<long>(draw(keys.size())));
        auto sent = something(ledger);
        const bool same = draw(2) == 0;
        sent.append.key_hash = key;
        sent.append.fingerprint = same ? replay.fingerprint : sha256("another body");
        const auto result = log_->append_and_wait(ledger, sent.append);
        for (const auto& event : sent.append.writes[0].events) memories_[index(ledger)].never.push_back(event.id);
        if (result) return wrong("a known key was accepted again");
        if (result.error().type == "read-only") {
            wait_for_reopening();
        } else if (result.error().type != (same ? "in-flight" : "key-conflict")) {
            wrong("a known key was refused as " + result.error().type);
        }
    }

    void publish(Ledger ledger) {
        try {
            memories_[index(ledger)].checkpoints.push_back(log_->publish_checkpoint(ledger).note);
        } catch (const Unavailable&) {
            // Of what is published nothing is lost; whether the store was closed shows at the next append.
        }
    }

    void look(Ledger ledger) {
        const auto size = log_->size(ledger);
        if (size == 0) return;
        const Position position{draw(size)};
        memories_[index(ledger)].read.emplace_back(position, sha256(log_->record_bytes(ledger, position)));
    }

    // Of whom nothing was written: what is tried is the vault, which is written anew.
    void forget_somebody() {
        try {
            log_->erase(PersonCode::of("E" + std::to_string(draw(1'000'000))));
        } catch (const std::system_error&) {
            // The next sync finishes it.
        }
    }

    void attach() {
        try {
            const auto id = log_->attachments().begin(PersonCode::of("P" + std::to_string(draw(kPeople)))).value();
            auto& file = attached_[id.str()];
            file.bytes = std::string(1 + draw(3000), static_cast<char>('a' + draw(26)));
            file.has_piece = static_cast<bool>(log_->attachments().put(id, 0, file.bytes));
            file.is_finished = static_cast<bool>(log_->attachments().finish(id));
        } catch (const std::system_error&) {
            // It may be sent again.
        }
    }

    void check_all() {
        for (const auto ledger : kBoth) {
            auto& memory = memories_[index(ledger)];
            Witnessed witnessed{{}, memory.never, memory.checkpoints, memory.read};
            for (std::size_t i = 0; i < memory.events.size(); ++i) {
                auto& [id, record, text] = memory.events[i];
                if (log_->find(ledger, id) != Position{i}) wrong("I1: an event is not where it was acknowledged");
                if (!record && i < log_->size(ledger)) record = sha256(log_->record_bytes(ledger, {i}));
                if (record) witnessed.acknowledged.emplace_back(Position{i}, *record);
            }
            const auto report = check(*log_, ledger, witnessed);
            for (const auto& violation : report.violations)
                wrong(std::string(name_of(ledger)) + ": " + violation.invariant + ": " + violation.what);
            if (report.size != memory.events.size()) {
                wrong(std::string(name_of(ledger)) + " has " + std::to_string(report.size) + " events, " +
                      std::to_string(memory.events.size()) + " are known");
                continue;
            }
            try {
                for (std::size_t i = 0; i < memory.events.size(); ++i) {
                    if (log_->read(ledger, {i}).parts.at(0).json != memory.events[i].text)
                        wrong("the words at " + std::to_string(i) + " are others");
                }
                for (const auto& [key, replay] : memory.keys) {
                    const auto now = log_->replay(ledger, key);
                    if (!now || now->first != replay.first || now->count != replay.count)
                        wrong("I4: a key leads elsewhere");
                }
            } catch (const std::exception& error) {
                wrong(error.what());
            }
        }
        check_attachments();
    }

    void check_attachments() {
        for (const auto& [name, file] : attached_) {
            const auto id = AttachmentId::of(name);
            try {
                if (file.has_piece) {
                    const auto piece = log_->attachments().piece(id, 0);
                    if (!piece || *piece != file.bytes) wrong("a piece of a file is lost");
                    if (!log_->attachments().put(id, 0, file.bytes)) wrong("a piece cannot be sent again");
                }
                if (file.is_finished && !log_->attachments().look(id)) wrong("the end of a file is lost");
            } catch (const std::exception& error) {
                wrong(std::string("a file: ") + error.what());
            }
        }
    }

    static std::size_t index(Ledger ledger) { return ledger == Ledger::main ? 0 : 1; }

    const std::filesystem::path directory_;

public:
    FaultyDisk disk;

private:
    std::mt19937_64 random_;
    EventIds ids_;
    TestClock clock_;
    StoreOptions options_;
    std::unique_ptr<Log> log_;
    std::uint64_t generation_ = 0;
    bool is_first_published_ = false;  // since it was opened; it is due at once, and the next append would race it
    std::array<Memory, 2> memories_;
    std::map<std::string, Attached> attached_;
    std::deque<Sent> unknown_;
};

}  // namespace minhbach::events
