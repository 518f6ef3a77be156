#include "events/completeness/sealed_index.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "events/codec/codec.hpp"
#include "events/merkle/lines.hpp"
#include "events/merkle/proof.hpp"

namespace minhbach::events {
namespace {

constexpr std::uint64_t kCountedAtOnce = 10'000;
constexpr std::chrono::seconds kWaitMax{2};

std::string json_of(const Hash& root, std::uint64_t size) {
    return R"({"root":")" + hex(root) + R"(","size":")" + std::to_string(size) + R"("})";
}

Refusal not_sealed_yet() {
    return {"not-yet-known",
            "",
            "",
            "Chỉ mục của nhật ký chưa được niêm phong đến mức này; hãy thử lại sau giây lát.",
            "The index of the log is not sealed and covered by a checkpoint yet; try again in a moment.",
            {}};
}

std::optional<IndexSeal> seal_at(const Log& log, Ledger ledger, Position position) {
    const auto stored = log.read(ledger, position);
    if (stored.record.type != IndexSealed::kType || stored.parts.size() != 1) return std::nullopt;
    const auto salts = log.salts(stored);
    if (!salts.front()) return std::nullopt;
    return parse_seal(std::to_string(position.value) + " " + hex(*salts.front()) + " " + stored.parts.front().json);
}

// Without reading those before it.
std::optional<IndexSeal> newest_seal(const Log& log, Ledger ledger) {
    const auto positions = log.stream_positions(ledger, seals_stream(ledger));
    for (auto position = positions.rbegin(); position != positions.rend(); ++position) {
        if (auto seal = seal_at(log, ledger, *position)) return seal;
    }
    return std::nullopt;
}

std::optional<Hash> parse_hex(std::string_view digits) {
    const auto parsed = Digest::parse(digits);
    if (!parsed || digits.size() != 2 * sizeof(Hash)) return std::nullopt;
    Hash hash{};
    const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(value(digits[2 * i]) * 16 + value(digits[2 * i + 1]));
    return hash;
}

// The list's positions, of the first `count` of its events.
std::vector<Position> positions_of(const Log& log, Ledger ledger, const std::string& name) {
    const auto space = name.find(' ');
    const auto kind = std::string_view(name).substr(0, space), rest = std::string_view(name).substr(space + 1);
    if (kind == "stream") return log.stream_positions(ledger, Stream::parse(rest).value());
    return kind == "actor" ? log.actor_positions(ledger, PersonCode::of(rest))
                           : log.subject_positions(ledger, PersonCode::of(rest));
}

}  // namespace

std::string line_of(const IndexSeal& seal) {
    return std::to_string(seal.position.value) + " " + hex(seal.salt) + " " + seal.json;
}

std::optional<IndexSeal> parse_seal(std::string_view line) {
    const auto first = line.find(' ');
    const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto position = merkle::parse_number(line.substr(0, first));
    const auto salt = parse_hex(line.substr(first + 1, second - first - 1));
    IndexSeal seal;
    seal.json = line.substr(second + 1);
    constexpr std::size_t kRootAt = std::string_view(R"({"root":")").size(), kDigits = 2 * sizeof(Hash);
    constexpr std::size_t kSizeAt = kRootAt + kDigits + std::string_view(R"(","size":")").size();
    if (!position || !salt || seal.json.size() < kSizeAt + 2) return std::nullopt;
    const auto root = parse_hex(std::string_view(seal.json).substr(kRootAt, kDigits));
    const auto size = merkle::parse_number(std::string_view(seal.json).substr(kSizeAt, seal.json.size() - kSizeAt - 2));
    if (!root || !size || json_of(*root, *size) != seal.json) return std::nullopt;
    seal.position = {*position};
    seal.salt = *salt;
    seal.root = *root;
    seal.size = *size;
    return seal;
}

Stream seals_stream(Ledger ledger) {
    return ledger == Ledger::main ? Stream::of("books", "index") : Stream::of("actor", "system");
}

std::vector<IndexSeal> seals_of(const Log& log, Ledger ledger) {
    std::vector<IndexSeal> seals;
    for (const auto position : log.stream_positions(ledger, seals_stream(ledger))) {
        if (auto seal = seal_at(log, ledger, position)) seals.push_back(*std::move(seal));
    }
    return seals;
}

bool SealedIndex::count_up_to(std::uint64_t size, const std::function<bool()>& stop) {
    while (index_.size() < size && !(stop && stop())) {
        const auto end = std::min(size, index_.size() + kCountedAtOnce);
        log_.scan_records(ledger_, {index_.size()}, {end}, [&](Position, std::string_view bytes) {
            index_.take(decode_record(bytes).value());
            return true;
        });
    }
    return index_.size() == size;
}

bool SealedIndex::restore(const std::function<bool()>& stop) {
    if (auto seal = newest_seal(log_, ledger_)) {
        if (!count_up_to(seal->size, stop)) return false;
        if (index_.root() != seal->root)
            throw std::runtime_error("the index sealed at " + std::to_string(seal->size) +
                                     " is not that of the records");
        newest_ = seal->position.value + 1;
        seal_ = std::move(seal);
    }
    restored_ = true;
    return true;
}

bool SealedIndex::is_due(const Due& due, Time now) const {
    const auto size = log_.size(ledger_);
    const auto counted = std::max(index_.size(), newest_);  // a seal alone is nothing new
    if (size <= counted) return false;
    if (size >= counted + due.records_max) return true;
    const auto first = decode_record(log_.record_bytes(ledger_, {counted})).value();
    return now.millis() - first.recorded_at.millis() >= due.millis_max;
}

void SealedIndex::keep(const Due& due, Time now, const Write& write, const std::function<bool()>& stop) {
    const std::lock_guard lock(mutex_);
    if (!restored_ && !restore(stop)) return;
    if (!is_due(due, now)) return;
    seal_.reset();  // of another size than what is counted from here on
    const auto size = log_.size(ledger_);
    if (!count_up_to(size, stop)) return;
    const bool written = write({Label::of(std::to_string(size)), Digest::of(hex(index_.root()))});
    // Whatever was answered, the ledger knows.
    auto seal = newest_seal(log_, ledger_);
    if (!seal || seal->size != size) {
        if (written) throw std::runtime_error("the seal of the index is not in the log");
        return;
    }
    newest_ = seal->position.value + 1;
    seal_ = std::move(seal);
}

Result<CompletenessProof> SealedIndex::prove(const std::string& name, const Checkpoint& checkpoint) {
    std::unique_lock lock(mutex_, kWaitMax);
    if (!lock || !seal_ || seal_->position.value >= checkpoint.size) return not_sealed_yet();
    const auto seal = *seal_;
    CompletenessProof proof{name, line_of(seal), index_.path(name), {}, {}, checkpoint.note};
    lock.unlock();
    std::vector<std::uint64_t> leaves;
    for (const auto position : positions_of(log_, ledger_, name)) {
        if (position.value >= seal.size) break;
        leaves.push_back(position.value);
        proof.records.push_back(log_.record_bytes(ledger_, position));
    }
    log_.scan_records(ledger_, {seal.size}, {checkpoint.size}, [&](Position position, std::string_view bytes) {
        leaves.push_back(position.value);
        proof.records.emplace_back(bytes);
        return true;
    });
    const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
        const auto bytes = log_.hash_tile(ledger_, level, index, width);
        if (!bytes) throw std::logic_error("a tile of the checkpoint's tree is missing");
        std::vector<Hash> hashes(width);
        for (unsigned i = 0; i < width; ++i)
            std::copy_n(bytes->begin() + i * static_cast<long>(sizeof(Hash)), sizeof(Hash), hashes[i].begin());
        return hashes;
    };
    merkle::TreeView tree(tiles, checkpoint.size);
    merkle::other_ranges(checkpoint.size, leaves, [&](std::uint64_t from, unsigned height) {
        proof.ranges.push_back({from, from + (std::uint64_t{1} << height), tree.node(height, from >> height)});
    });
    return proof;
}

}  // namespace minhbach::events
