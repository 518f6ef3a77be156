// What a backup holds of one ledger, proven row by row: the sequence of records, the roots of all checkpoints, and the
// payloads as far as there are keys.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "events/backup/folder.hpp"
#include "events/check.hpp"
#include "events/merkle/tree.hpp"
#include "events/record_sequence.hpp"
#include "events/vault.hpp"

namespace minhbach::events::backup {

// The keys of a copied vault.
class Keys {
public:
    explicit Keys(std::string_view vault);
    const VaultKey& log_key() const { return log_key_; }
    bool knows(const std::string& subject) const { return keys_.contains(subject); }
    std::optional<VaultKey> find(const std::string& subject) const;

private:
    VaultKey log_key_{};
    std::unordered_map<std::string, std::optional<VaultKey>> keys_;
};

// Where a log can be put back to.
struct Point {
    std::uint64_t size = 0;
    Hash root{};
    Time recorded_at;  // of the last row below the size
};

class Proving {
public:
    // `verifiers`: the ledger's, one for each key the log has had. `roots`: what must be the root at these sizes, and
    // who says so.
    Proving(const Folder& folder, const Manifest& manifest, Ledger ledger, std::vector<merkle::NoteVerifier> verifiers,
            const Keys& keys, std::multimap<std::uint64_t, std::pair<Hash, std::string>> roots);

    // Reads all segments. Refuses `backup-damaged`, and `backup-foreign` for roots and keys of another history.
    Outcome prove();

    // The same for what follows elsewhere than in the backup, after `prove`: a row, or a checkpoint of what was taken
    // so far. After a refusal nothing more can be taken.
    Outcome take_row(std::string_view record, std::string_view payload);
    Outcome take_checkpoint(std::string_view note);
    Hash root() const { return tree_.root(); }

    const std::vector<Point>& points() const { return points_; }       // rising
    const std::set<std::string>& erased() const { return erased_; }    // whom the ledger says were erased
    const std::set<std::string>& keyless() const { return keyless_; }  // subjects of parts without a key

private:
    Outcome check_roots();
    Outcome open_parts(const Record& record, std::string_view payload);

    const Folder& folder_;
    const Manifest& manifest_;
    const Ledger ledger_;
    const std::vector<merkle::NoteVerifier> verifiers_;
    const Keys& keys_;
    const std::multimap<std::uint64_t, std::pair<Hash, std::string>> roots_;
    RecordSequence sequence_;
    CheckReport report_;
    merkle::Tree tree_;
    Time recorded_at_;
    std::vector<Point> points_;
    std::set<std::string> erased_;
    std::set<std::string> keyless_;
};

}  // namespace minhbach::events::backup
