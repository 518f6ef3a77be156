#include "events/tile_verifier.hpp"

#include <algorithm>

#include "events/big_endian.hpp"
#include "events/completeness/seal_check.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/tree.hpp"
#include "events/record_sequence.hpp"

namespace minhbach::events {
namespace {

class ServedLog {
public:
    ServedLog(const FetchTile& fetch, const merkle::CheckpointBody& checkpoint, const FetchSeals& fetch_seals)
        : fetch_(fetch), checkpoint_(checkpoint), sequence_(checkpoint.origin) {
        report_.size = checkpoint.size;
        if (!fetch_seals) return;
        const auto lines = fetch_seals();
        auto seals = lines ? parse_seals(*lines) : std::nullopt;
        if (seals)
            seals_.emplace(*std::move(seals));
        else
            report_.add("seals", std::nullopt, "the seals of the index cannot be read");
    }

    CheckReport run() {
        for (std::uint64_t index = 0; tree_.size() < checkpoint_.size && !full(); ++index) {
            if (!take_bundle(index)) return std::move(report_);
            for (const auto& [tile, hashes] : tree_.take_tiles()) {
                if (tile.width == merkle::kTileWidth) compare(tile, hashes);
            }
        }
        for (unsigned level = 0; merkle::hashes_at_level(checkpoint_.size, level) > 0; ++level) {
            const auto& hashes = tree_.growing(level);
            if (hashes.empty()) continue;
            const auto index = merkle::hashes_at_level(checkpoint_.size, level) / merkle::kTileWidth;
            compare({level, index, static_cast<unsigned>(hashes.size() / sizeof(Hash)), false}, hashes);
        }
        report_.root = tree_.root();
        if (report_.root != checkpoint_.root) {
            report_.add("I6", std::nullopt, "the root of the records is not the root of the checkpoint");
        }
        return std::move(report_);
    }

private:
    bool full() const { return report_.violations.size() >= report_.violations_max; }

    // False if the bundle cannot be had: nothing after it can be placed.
    bool take_bundle(std::uint64_t index) {
        const auto width = std::min<std::uint64_t>(merkle::kTileWidth, checkpoint_.size - index * merkle::kTileWidth);
        const auto path = merkle::path_of({0, index, static_cast<unsigned>(width), true});
        const auto bundle = fetch_(path);
        if (!bundle) {
            report_.add("I2", std::nullopt, path + ": " + bundle.error().detail_en);
            return false;
        }
        std::string_view rest = *bundle;
        for (std::uint64_t i = 0; i < width; ++i) {
            const auto size = rest.size() < 2 ? SIZE_MAX : read_big_endian(rest.substr(0, 2)) + 2;
            if (size > rest.size()) {
                report_.add("I2", Position{tree_.size()}, path + " ends early");
                return false;
            }
            const auto entry = rest.substr(2, size - 2);
            rest.remove_prefix(size);
            if (const auto record = sequence_.take(entry, report_); record && seals_) seals_->take(*record, report_);
            tree_.append(merkle::leaf_hash(entry));
        }
        if (!rest.empty()) report_.add("I2", Position{tree_.size()}, path + " holds more than its entries");
        return true;
    }

    void compare(const merkle::Tile& tile, const std::string& hashes) {
        const auto path = merkle::path_of(tile);
        const auto served = fetch_(path);
        if (!served) return report_.add("I6", std::nullopt, path + ": " + served.error().detail_en);
        if (*served != hashes) report_.add("I6", std::nullopt, path + " does not follow from the records");
    }

    const FetchTile& fetch_;
    const merkle::CheckpointBody& checkpoint_;
    CheckReport report_;
    RecordSequence sequence_;
    merkle::Tree tree_;
    std::optional<SealCheck> seals_;
};

}  // namespace

Result<CheckReport> check_served(const FetchTile& fetch, const std::string& vkey, const FetchSeals& fetch_seals) {
    const auto verifier = merkle::NoteVerifier::parse(vkey);
    if (!verifier) return verifier.error();
    const auto note = fetch("checkpoint");
    if (!note) return note.error();
    const auto checkpoint = merkle::open_checkpoint(*note, *verifier);
    if (!checkpoint) return checkpoint.error();
    return ServedLog(fetch, *checkpoint, fetch_seals).run();
}

}  // namespace minhbach::events
