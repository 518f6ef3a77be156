#include "events/scrub.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

#include "events/attachment_files.hpp"
#include "events/big_endian.hpp"
#include "events/kept.hpp"
#include "events/merkle/proof.hpp"
#include "events/merkle/tree.hpp"
#include "events/rocksdb/store.hpp"
#include "events/seal.hpp"

namespace minhbach::events {
namespace {

constexpr std::chrono::milliseconds kSleepMax{200};
constexpr int kSignedReadAgain = 3;
// Half of the time a lane waits for the disk.
constexpr unsigned kLanesOfAProcessor = 2;
constexpr unsigned kLanesMax = 8;
constexpr std::uint64_t kPartRows = 1u << 14;       // whole tiles
constexpr std::size_t kWindowBytesMax = 12u << 20;  // read at once where nobody is to be spared

// Which file of the store an error of RocksDB names.
std::string file_in(const std::string& error, const std::filesystem::path& directory) {
    const auto start = directory.string() + "/";
    const auto at = error.find(start + "log/");
    if (at == std::string::npos) return "";
    auto name = error.substr(at + start.size());
    return name.substr(0, name.find_first_of(" :;,)"));
}

// Sleeps so that no more is read in a second than is allowed.
class Pace {
public:
    explicit Pace(const ScrubOptions& options) : options_(options) {}
    void take(std::uint64_t bytes) {
        if (options_.bytes_per_second_max == 0) return;
        bytes_ += bytes;
        const auto due = began_ + std::chrono::microseconds(bytes_ * 1'000'000 / options_.bytes_per_second_max);
        while (!stopped() && std::chrono::steady_clock::now() < due) {
            std::this_thread::sleep_for(
                std::min<std::chrono::steady_clock::duration>(kSleepMax, due - std::chrono::steady_clock::now()));
        }
    }
    bool stopped() const { return options_.stop && options_.stop(); }

private:
    const ScrubOptions& options_;
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::uint64_t bytes_ = 0;
};

class Scrub {
public:
    Scrub(std::filesystem::path directory, const ScrubOptions& options)
        : directory_(std::move(directory)), options_(options), pace_(options) {}

    ScrubReport run() {
        const auto identity = read_identity(directory_);
        if (!identity) {
            add({{}, 0, 0, "format", identity.error().detail_en});
            return std::move(report_);
        }
        guarded([&] { check_files(*identity); });
        std::optional<Reading> reading;
        try {
            auto opened = open_reading(directory_, Engine::Access::inspect);
            if (opened) reading = *std::move(opened);
            if (!opened) find_what_hinders(opened.error().detail_en);
        } catch (const std::exception& error) {
            find_what_hinders(error.what());
        }
        if (reading) check_store(*reading);
        report_.whole = !pace_.stopped();
        return std::move(report_);
    }

private:
    void add(Damage damage) {
        // Neighbours with one cause are one finding.
        if (!report_.damages.empty()) {
            auto& last = report_.damages.back();
            if (damage.ledger && last.ledger == damage.ledger && last.end == damage.first && last.file == damage.file &&
                last.what == damage.what) {
                last.end = damage.end;
                return;
            }
        }
        if (report_.damages.size() < options_.damages_max) report_.damages.push_back(std::move(damage));
    }
    template <class Check>
    void guarded(Check check) {
        try {
            check();
        } catch (const std::exception& error) {
            add({{}, 0, 0, file_in(error.what(), directory_), error.what()});
        }
    }

    // The database does not open, and its words may name a file that only led to the damaged one.
    void find_what_hinders(const std::string& error) {
        std::string newest_log;
        bool is_found = false;
        for (const auto& entry : std::filesystem::directory_iterator(directory_ / "log")) {
            const auto name = "log/" + entry.path().filename().string();
            if (entry.path().extension() == ".log" && entry.file_size() > 0) newest_log = std::max(newest_log, name);
            if (entry.path().extension() != ".sst") continue;
            if (const auto what = Engine::damage_of_table(entry.path())) {
                add({{}, 0, 0, name, *what});
                is_found = true;
            }
        }
        if (is_found) return;
        const auto file = file_in(error, directory_);
        add({{}, 0, 0, file.empty() ? newest_log : file, error});
    }

    void check_files(const StoreIdentity& identity) {
        // Which of the two is right cannot be told here.
        if (const auto key = read_signing_key(identity); !key)
            add({{}, 0, 0, "signing-key", "signing-key and format do not agree: " + key.error().detail_en});
        // It may be written at this moment.
        auto damages = SignedFile::damages(directory_);
        for (int again = 0; again < kSignedReadAgain && !damages.empty(); ++again) {
            std::this_thread::sleep_for(kSleepMax);
            damages = SignedFile::damages(directory_);
        }
        for (const auto& what : damages) add({{}, 0, 0, "signed", what});
    }

    void check_store(const Reading& reading) {
        std::unique_ptr<Vault> vault;
        auto opened = open_vault(reading.identity.vault(), vault_entries_of(*reading.engine), VaultAccess::read_only);
        if (opened)
            vault = *std::move(opened);
        else
            add({{}, 0, 0, "vault", opened.error().detail_en});
        std::vector<std::function<Looked()>> parts;
        for (const auto ledger : kLedgers) {
            const auto& engine = *reading.engine;
            const auto size = engine.size(ledger);
            for (std::uint64_t first = 0; first < size; first += kPartRows) {
                parts.emplace_back([&, this, ledger, first, end = std::min(size, first + kPartRows)] {
                    return look_at_rows(engine, ledger, first, end, vault.get());
                });
            }
            parts.emplace_back([&, this, ledger] { return look_at_tiles(reading, ledger); });
            for (std::size_t i = 0; i < kColumns; ++i) {
                const auto column = static_cast<Column>(i);
                if (column == Column::records || column == Column::payloads) continue;  // read above
                parts.emplace_back([&, this, ledger, column] { return look_at_column(engine, ledger, column); });
            }
        }
        if (vault) parts.emplace_back([&] { return look_at_attachments(*vault); });
        look_at_all(parts);
    }

    // What was found in one part of the store.
    struct Looked {
        std::vector<Damage> damages;
        std::uint64_t rows = 0;
        std::uint64_t bytes = 0;
    };

    // Where nobody is to be spared, each lane takes one part after the other. They are told of in their order.
    void look_at_all(const std::vector<std::function<Looked()>>& parts) {
        std::vector<Looked> found(parts.size());
        std::atomic<std::size_t> next{0};
        std::atomic<std::size_t> damages{0};
        const auto work = [&] {
            // From the last one on: whole columns first, and what is left at the end are small pieces.
            for (auto turn = next++; turn < parts.size() && !pace_.stopped(); turn = next++) {
                const auto i = parts.size() - 1 - turn;
                if (damages >= options_.damages_max) return;
                try {
                    found[i] = parts[i]();
                } catch (const std::exception& error) {
                    found[i].damages.push_back({{}, 0, 0, file_in(error.what(), directory_), error.what()});
                }
                damages += found[i].damages.size();
            }
        };
        std::vector<std::future<void>> others;
        const auto processors = std::max(1u, std::thread::hardware_concurrency());
        const auto lanes = is_in_haste() ? std::min(processors * kLanesOfAProcessor, kLanesMax) : 1;
        while (others.size() + 1 < lanes) others.push_back(std::async(std::launch::async, work));
        work();
        for (auto& other : others) other.get();
        for (auto& looked : found) {
            for (auto& damage : looked.damages) add(std::move(damage));
            report_.rows += looked.rows;
            report_.bytes += looked.bytes;
        }
    }

    // Whether this part is to be looked at further.
    bool goes_on(Looked& looked, std::uint64_t bytes) {
        looked.bytes += bytes;
        pace_.take(bytes);
        return !pace_.stopped() && looked.damages.size() < options_.damages_max;
    }

    bool is_in_haste() const { return options_.bytes_per_second_max == 0; }

    // From the first row of a tile on, tile by tile: a record that does not hash to its place is told from a tile that
    // is wrong by the tile above.
    Looked look_at_rows(const Engine& engine, Ledger ledger, std::uint64_t position, std::uint64_t end,
                        const Vault* vault) {
        Looked looked;
        Leaves leaves;  // of the present tile
        std::vector<Hash> above;
        std::uint64_t bytes = 0;
        while (position < end && goes_on(looked, std::exchange(bytes, 0))) {
            const auto window = is_in_haste() ? end : std::min(end, position + merkle::kTileWidth);
            std::optional<Engine::Rows> rows;
            try {
                rows = engine.rows(ledger, position, window, kWindowBytesMax, true);
            } catch (const std::runtime_error&) {
                // Which of them is damaged is found one by one.
            }
            for (const auto next = rows ? position + rows->size() : window, first = position; position < next;) {
                bytes += rows ? look_at(ledger, position, (*rows)[position - first], vault, looked, leaves)
                              : look_at_one(engine, ledger, position, vault, looked, leaves);
                ++position;
                ++looked.rows;
                if (leaves.size() < merkle::kTileWidth) continue;
                compare(engine, ledger, position - merkle::kTileWidth, leaves, above, looked.damages);
                leaves.clear();
            }
        }
        goes_on(looked, bytes);
        return looked;
    }

    using Leaves = std::vector<std::optional<Hash>>;  // nothing where a row cannot be read

    // Each says how many bytes there were.
    static std::uint64_t look_at(Ledger ledger, std::uint64_t position, const Engine::Row& row, const Vault* vault,
                                 Looked& looked, Leaves& leaves) {
        leaves.emplace_back(merkle::leaf_hash(row.record));
        if (auto what = disagreement(position, row, vault))
            looked.damages.push_back({ledger, position, position + 1, "", *std::move(what)});
        return row.record.size() + row.payload.size();
    }

    std::uint64_t look_at_one(const Engine& engine, Ledger ledger, std::uint64_t position, const Vault* vault,
                              Looked& looked, Leaves& leaves) const {
        try {
            const auto rows = engine.rows(ledger, position, position + 1, SIZE_MAX, true);
            return look_at(ledger, position, rows[0], vault, looked, leaves);
        } catch (const std::runtime_error& error) {
            leaves.emplace_back();
            looked.damages.push_back({ledger, position, position + 1, file_in(error.what(), directory_), error.what()});
            return 0;
        }
    }

    static std::optional<std::string> disagreement(std::uint64_t position, const Engine::Row& row, const Vault* vault) {
        try {
            const auto record = decode_record(row.record);
            if (!record || record->position.value != position) throw std::runtime_error("it is not the record of here");
            const auto parts = decode_payload(row.payload);
            if (parts.size() != record->commitments.size()) throw std::runtime_error("it has another number of parts");
            for (std::size_t i = 0; vault && i < parts.size(); ++i) {
                const PartName name{record->id, static_cast<std::uint32_t>(i)};
                const bool plain = parts[i].subject == KeptPart::kNobody;
                const auto key = plain ? std::optional(vault->log_key())
                                       : vault->find(record->subjects.at(parts[i].subject).subject);
                if (key)
                    open_part(*key, plain ? Secrecy::plain : Secrecy::sealed, name, record->commitments[i],
                              parts[i].bytes);
            }
            return std::nullopt;
        } catch (const std::exception& error) {
            return std::string("a row that does not agree with its record: ") + error.what();
        }
    }

    // `above`: the last tile of level 1 that was read, for the next call.
    static void compare(const Engine& engine, Ledger ledger, std::uint64_t first, const Leaves& leaves,
                        std::vector<Hash>& above, std::vector<Damage>& damages) {
        const auto index = first / merkle::kTileWidth;
        const auto place = static_cast<unsigned>(index % merkle::kTileWidth);
        const auto tile = engine.tile(ledger, 0, index, merkle::kTileWidth);
        merkle::Tree by_tile;
        for (const auto& hash : tile) by_tile.append(hash);
        if (above.size() <= place || place == 0) {
            const auto kept = engine.size(ledger) / merkle::kTileWidth - (index - place);
            above = engine.tile(ledger, 1, index / merkle::kTileWidth,
                                static_cast<unsigned>(std::min<std::uint64_t>(kept, merkle::kTileWidth)));
        }
        const bool tile_is_right = by_tile.root() == above.at(place);
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (!leaves[i] || *leaves[i] == tile[i]) continue;
            if (tile_is_right)
                damages.push_back(
                    {ledger, first + i, first + i + 1, "", "a record that does not hash to its place in the tree"});
            else
                damages.push_back({{}, 0, 0, "", "tile 0/" + std::to_string(index) + " is not that of its records"});
        }
        if (!tile_is_right)
            damages.push_back({{}, 0, 0, "", "tile 0/" + std::to_string(index) + " does not hash to the one above"});
    }

    // From the lowest kept level up to what was signed. The last records have no tile of their own: they are in the
    // root alone.
    Looked look_at_tiles(const Reading& reading, Ledger ledger) {
        Looked looked;
        const auto& engine = *reading.engine;
        const auto signed_size = reading.state.sizes[index_of(ledger)];
        const auto name = std::string(name_of(ledger));
        for (unsigned level = 1; merkle::hashes_at_level(signed_size, level) > 0; ++level) {
            const auto hashes = merkle::hashes_at_level(signed_size, level);
            for (std::uint64_t i = 0; i < hashes; ++i) {
                merkle::Tree below;
                for (const auto& hash : engine.tile(ledger, level - 1, i, merkle::kTileWidth)) below.append(hash);
                const auto kept = engine.tile(ledger, level, i / merkle::kTileWidth,
                                              static_cast<unsigned>(i % merkle::kTileWidth) + 1);
                if (below.root() != kept.back()) {
                    looked.damages.push_back({{},
                                              0,
                                              0,
                                              "",
                                              name + " tile " + std::to_string(level) + "/" +
                                                  std::to_string(i / merkle::kTileWidth) +
                                                  " is not that of the tiles below"});
                }
                if (!goes_on(looked, merkle::kTileWidth * sizeof(Hash))) return looked;
            }
        }
        const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
            return engine.tile(ledger, level, index, width);
        };
        if (merkle::TreeView(tiles, signed_size).root() != reading.state.roots[index_of(ledger)]) {
            looked.damages.push_back({ledger, signed_size - signed_size % merkle::kTileWidth, signed_size, "",
                                      "one of these records, or a tile, does not hash to the signed root"});
        }
        return looked;
    }

    Looked look_at_column(const Engine& engine, Ledger ledger, Column column) {
        Looked looked;
        engine.visit_bytes(ledger, column, [&](std::size_t bytes) { return goes_on(looked, bytes); });
        return looked;
    }

    Looked look_at_attachments(Vault& vault) {
        Looked looked;
        const auto folder = directory_ / "attachments";
        if (!std::filesystem::exists(folder)) return looked;
        const AttachmentFiles files(folder, vault, [](std::size_t) { return true; });
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (!std::filesystem::exists(entry.path() / "whole")) continue;
            const auto id = AttachmentId::of(entry.path().filename().string());
            const auto name = "attachments/" + id.str();
            try {
                const auto whole = files.look(id);
                if (!whole) throw std::runtime_error(whole.error().detail_en);
                for (std::uint64_t piece = 0; piece < whole->pieces; ++piece) {
                    const auto bytes = files.piece(id, piece);
                    if (!bytes && bytes.error().type == "erased") break;
                    if (!bytes) throw std::runtime_error(bytes.error().detail_en);
                    if (!goes_on(looked, bytes->size())) return looked;
                }
            } catch (const std::exception& error) {
                looked.damages.push_back({{}, 0, 0, name, error.what()});
            }
        }
        return looked;
    }

    const std::filesystem::path directory_;
    const ScrubOptions& options_;
    Pace pace_;
    ScrubReport report_;
};

}  // namespace

std::string told(const Damage& damage) {
    std::string line;
    if (damage.ledger) {
        line += std::string(name_of(*damage.ledger)) + " [" + std::to_string(damage.first) + ", " +
                std::to_string(damage.end) + ") ";
    }
    return line + damage.file + ": " + damage.what;
}

ScrubReport scrub(const std::filesystem::path& directory, const ScrubOptions& options) {
    return Scrub(directory, options).run();
}

}  // namespace minhbach::events
