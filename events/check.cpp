#include "events/check.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "events/completeness/seal_check.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/tree.hpp"
#include "events/record_sequence.hpp"
#include "events/seal.hpp"
#include "events/signing_keys.hpp"

namespace minhbach::events {
namespace {

struct Promised {
    Hash root{};
    const char* by;
};

class Checker {
public:
    Checker(const Log& log, Ledger ledger, const Witnessed& witnessed)
        : log_(log), ledger_(ledger), witnessed_(witnessed), sequence_(log.origin(ledger)) {
        report_.ledger = ledger;
        report_.size = log.size(ledger);
    }

    CheckReport run() {
        guarded([&] { collect_checkpoints(); });
        guarded([&] { seals_ = SealCheck(seals_of(log_, ledger_)); });
        guarded([&] { check_records(); });
        guarded([&] { check_payloads(); });
        guarded([&] { check_indexes(); });
        guarded([&] { check_refused(); });
        return std::move(report_);
    }

private:
    // Damage is thrown where it is met; the other checks go on.
    template <class Check>
    void guarded(Check check_part) {
        try {
            check_part();
        } catch (const std::runtime_error& error) {
            report_.add("I2", std::nullopt, error.what());
        }
    }

    bool full() const { return report_.violations.size() >= report_.violations_max; }

    void promise(const std::string& note, const std::vector<merkle::NoteVerifier>& keys, const char* by) {
        const auto body = merkle::open_checkpoint(note, keys);
        if (!body) return report_.add("I6", std::nullopt, std::string(by) + ": " + body.error().detail_en);
        if (body->size > report_.size) {
            return report_.add("I6", std::nullopt,
                               std::string(by) + " signed " + std::to_string(body->size) + " events, the log has " +
                                   std::to_string(report_.size));
        }
        const auto [known, added] = promised_.try_emplace(body->size, Promised{body->root, by});
        if (!added && known->second.root != body->root) {
            report_.add("I6", std::nullopt, "two roots were signed for " + std::to_string(body->size) + " events");
        }
    }

    void collect_checkpoints() {
        const auto keys = keys_of(log_, ledger_);
        log_.visit_checkpoints(ledger_, [&](const Checkpoint& checkpoint) {
            // One published after the check began is beyond its size.
            if (checkpoint.size > report_.size) return !full();
            promise(checkpoint.note, keys, "a checkpoint");
            const auto body = merkle::open_checkpoint(checkpoint.note, keys);
            if (body && (body->size != checkpoint.size || body->root != checkpoint.root)) {
                report_.add("I6", std::nullopt,
                            "the checkpoint kept for " + std::to_string(checkpoint.size) +
                                " events has another size or root than its note");
            }
            return !full();
        });
        for (const auto& note : witnessed_.checkpoints) promise(note, keys, "a witnessed checkpoint");
    }

    void check_root() {
        const auto found = promised_.find(tree_.size());
        if (found == promised_.end() || found->second.root == tree_.root()) return;
        report_.add("I6", std::nullopt,
                    std::string(found->second.by) + " of " + std::to_string(tree_.size()) +
                        " events has another root than the records");
    }

    void check_records() {
        const std::map<Position, Hash> acknowledged(witnessed_.acknowledged.begin(), witnessed_.acknowledged.end());
        const std::map<Position, Hash> read(witnessed_.read.begin(), witnessed_.read.end());
        for (const auto& [position, hash] : acknowledged) {
            if (position.value >= report_.size) report_.add("I1", position, "an acknowledged event is missing");
        }
        for (const auto& [position, hash] : read) {
            if (position.value >= report_.size) report_.add("I7", position, "an event that was read is missing");
        }
        check_root();
        log_.scan_records(ledger_, {0}, {report_.size}, [&](Position position, std::string_view bytes) {
            if (const auto seen = acknowledged.find(position);
                seen != acknowledged.end() && seen->second != sha256(bytes)) {
                report_.add("I1", position, "an acknowledged event has other bytes");
            }
            if (const auto seen = read.find(position); seen != read.end() && seen->second != sha256(bytes)) {
                report_.add("I7", position, "an event that was read has other bytes");
            }
            if (const auto record = sequence_.take(bytes, report_)) {
                check_lookups(*record, position);
                seals_.take(*record, report_);
            }
            tree_.append(merkle::leaf_hash(bytes));
            check_root();
            check_tiles();
            return !full();
        });
        if (!full() && sequence_.size() != report_.size) {
            report_.add("I2", Position{sequence_.size()}, "the records end early");
        }
        report_.root = tree_.root();
    }

    void check_lookups(const Record& record, Position position) {
        if (log_.find(ledger_, record.id) != position) report_.add("index", position, "its id leads elsewhere");
        if (!record.key_hash) return;
        const auto replay = log_.replay(ledger_, *record.key_hash);
        if (!replay || position < replay->first || position.value >= replay->first.value + replay->count ||
            replay->fingerprint != record.fingerprint) {
            return report_.add("I4", position, "its idempotency key leads elsewhere");
        }
        keys_ += replay->first == position ? 1 : 0;
    }

    // Full tiles, and from level 1 up the growing ones as well, as far as a checkpoint covers them.
    void check_tiles() {
        for (const auto& [tile, hashes] : tree_.take_tiles()) {
            const auto published = merkle::hashes_at_level(log_.checkpoint(ledger_).size, tile.level);
            if (tile.index * merkle::kTileWidth + tile.width > published) continue;
            if (log_.hash_tile(ledger_, tile.level, tile.index, tile.width) != hashes)
                report_.add("I6", std::nullopt, merkle::path_of(tile) + " is wrong");
        }
    }

    void check_payloads() {
        log_.scan(ledger_, {0}, {report_.size}, [&](Stored&& stored) {
            const auto salts = log_.salts(stored);
            for (std::size_t i = 0; i < salts.size(); ++i) {
                if (stored.lost[i]) continue;
                if (!salts[i] || commitment_of(*salts[i], stored.parts[i].json) != stored.record.commitments[i]) {
                    report_.add("commitments", stored.record.position,
                                "part " + std::to_string(i) + " does not match its commitment");
                }
            }
            return !full();
        });
    }

    template <class Positions>
    void check_index(const RecordSequence::ByName& names, const char* what, Positions positions_of) {
        for (const auto& [name, expected] : names) {
            if (full()) return;
            RecordSequence::Numbered found;
            for (const auto position : positions_of(name)) {
                if (position.value < report_.size) found.add(position);
            }
            if (found != expected)
                report_.add("index", std::nullopt, std::string(what) + " " + name + " leads to other events");
        }
    }

    void check_indexes() {
        if (full()) return;
        check_index(sequence_.streams(), "stream", [&](const std::string& name) {
            return log_.stream_positions(ledger_, Stream::parse(name).value());
        });
        check_index(sequence_.subjects(), "subject",
                    [&](const std::string& name) { return log_.subject_positions(ledger_, PersonCode::of(name)); });
        check_index(sequence_.actors(), "actor",
                    [&](const std::string& name) { return log_.actor_positions(ledger_, PersonCode::of(name)); });
        std::uint64_t subject_rows = 0;
        for (const auto& [name, numbered] : sequence_.subjects()) subject_rows += numbered.count;
        const IndexRows expected{report_.size, subject_rows, report_.size, report_.size, keys_};
        if (log_.index_rows(ledger_, report_.size) != expected) {
            report_.add("index", std::nullopt, "an index holds rows that no record explains, or lacks some");
        }
    }

    void check_refused() {
        for (const auto& id : witnessed_.refused) {
            if (const auto found = log_.find(ledger_, id)) report_.add("I5", *found, "a refused event is stored");
        }
    }

    const Log& log_;
    const Ledger ledger_;
    const Witnessed& witnessed_;
    CheckReport report_;
    RecordSequence sequence_;
    merkle::Tree tree_;
    std::map<std::uint64_t, Promised> promised_;
    std::uint64_t keys_ = 0;
    SealCheck seals_{std::vector<IndexSeal>()};
};

}  // namespace

void CheckReport::add(std::string invariant, std::optional<Position> position, std::string what) {
    if (violations.size() < violations_max) violations.push_back({std::move(invariant), position, std::move(what)});
}

CheckReport check(const Log& log, Ledger ledger, const Witnessed& witnessed) {
    return Checker(log, ledger, witnessed).run();
}

}  // namespace minhbach::events
