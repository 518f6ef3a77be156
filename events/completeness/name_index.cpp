#include "events/completeness/name_index.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "events/big_endian.hpp"
#include "events/merkle/lines.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kDepthMax = 256;
constexpr std::uint32_t kNamesOfLeafMax = 48;
constexpr std::size_t kCountBytes = 8;
constexpr std::size_t kNameBytesMax = 255;  // streams are shorter

bool bit(const Hash& place, std::size_t depth) {
    return (place[depth / 8] >> (7 - depth % 8) & 1) != 0;
}

Hash place_of(std::string_view name) {
    return merkle::sha256({name});
}

// Walks the entries of a leaf: `visit(name, where its count begins)` until it returns false.
template <class Visit>
void visit_entries(std::string_view entries, const Visit& visit) {
    for (std::size_t at = 0; at < entries.size();) {
        const auto length = static_cast<std::uint8_t>(entries[at]);
        const auto count_at = at + 1 + length;
        if (!visit(entries.substr(at + 1, length), count_at)) return;
        at = count_at + kCountBytes;
    }
}

void append_entry(std::string& entries, std::string_view name, std::uint64_t count) {
    if (name.size() > kNameBytesMax) throw std::logic_error("a name too long for the index");
    entries.push_back(static_cast<char>(name.size()));
    entries.append(name);
    append_big_endian(entries, count);
}

// The names of a leaf in the order of their places.
struct Placed {
    Hash place;
    IndexEntry entry;
};
using PlacedNames = std::vector<Placed>;
using Range = std::pair<PlacedNames::const_iterator, PlacedNames::const_iterator>;

PlacedNames placed(const std::string& entries) {
    PlacedNames names;
    visit_entries(entries, [&](std::string_view name, std::size_t count_at) {
        const auto count = read_big_endian(std::string_view(entries).substr(count_at, kCountBytes));
        names.push_back({place_of(name), {std::string(name), count}});
        return true;
    });
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    return names;
}

Range half_of(const Range& range, std::size_t depth, bool upper) {
    const auto middle =
        std::partition_point(range.first, range.second, [&](const auto& one) { return !bit(one.place, depth); });
    return upper ? Range{middle, range.second} : Range{range.first, middle};
}

Hash root_of(const Range& range, std::size_t depth) {
    if (range.first == range.second) return merkle::empty_root();
    if (std::next(range.first) == range.second) return merkle::leaf_hash(range.first->entry.line());
    return merkle::node_hash(root_of(half_of(range, depth, false), depth + 1),
                             root_of(half_of(range, depth, true), depth + 1));
}

}  // namespace

std::vector<std::pair<std::string, std::uint64_t>> names_of(const Record& record) {
    std::vector<std::pair<std::string, std::uint64_t>> names{
        {"stream " + record.stream.name(), record.revision.value},
        {"actor " + record.actor.str(), record.actor_number},
    };
    for (const auto& subject : record.subjects) names.emplace_back("subject " + subject.subject.str(), subject.number);
    return names;
}

std::optional<IndexEntry> parse_entry(std::string_view line) {
    const auto space = line.rfind(' ');
    if (space == std::string_view::npos || line.substr(0, space).find(' ') == std::string_view::npos)
        return std::nullopt;
    const auto count = merkle::parse_number(line.substr(space + 1));
    if (!count || *count == 0) return std::nullopt;
    return IndexEntry{std::string(line.substr(0, space)), *count};
}

void NameIndex::take(const Record& record) {
    ++size_;
    for (const auto& [name, number] : names_of(record)) count(name);
}

void NameIndex::count(std::string_view name) {
    const Hash place = place_of(name);
    Node here = 0;
    std::size_t depth = 0;
    for (; parts_[here].is_branch(); here = parts_[here].halves[bit(place, depth++) ? 1 : 0])
        parts_[here].changed = true;
    auto& leaf = parts_[here];
    leaf.changed = true;
    bool found = false;
    visit_entries(leaf.entries, [&](std::string_view other, std::size_t count_at) {
        if (other != name) return true;
        const auto before = read_big_endian(std::string_view(leaf.entries).substr(count_at, kCountBytes));
        leaf.entries.replace(count_at, kCountBytes, big_endian(before + 1));
        found = true;
        return false;
    });
    if (found) return;
    append_entry(leaf.entries, name, 1);
    ++names_;
    if (++leaf.names > kNamesOfLeafMax) split(here, depth);
}

void NameIndex::split(Node leaf, std::size_t depth) {
    Part halves[2];
    const std::string entries = std::exchange(parts_[leaf].entries, {});
    visit_entries(entries, [&](std::string_view name, std::size_t count_at) {
        auto& half = halves[bit(place_of(name), depth) ? 1 : 0];
        append_entry(half.entries, name, read_big_endian(std::string_view(entries).substr(count_at, kCountBytes)));
        ++half.names;
        return true;
    });
    for (int i : {0, 1}) {
        halves[i].entries.shrink_to_fit();
        parts_[leaf].halves[i] = static_cast<Node>(parts_.size());
        parts_.push_back(std::move(halves[i]));
    }
    for (const auto half : {parts_[leaf].halves[0], parts_[leaf].halves[1]}) {
        if (parts_[half].names > kNamesOfLeafMax) split(half, depth + 1);
    }
}

const Hash& NameIndex::hash_of(Node node, std::size_t depth) {
    auto& part = parts_[node];
    if (!part.changed) return part.hash;
    if (part.is_branch()) {
        part.hash = merkle::node_hash(hash_of(part.halves[0], depth + 1), hash_of(part.halves[1], depth + 1));
    } else {
        const auto names = placed(part.entries);
        part.hash = root_of({names.begin(), names.end()}, depth);
    }
    part.changed = false;
    return part.hash;
}

Hash NameIndex::root() {
    return hash_of(0, 0);
}

IndexPath NameIndex::path(std::string_view name) {
    root();
    const Hash place = place_of(name);
    IndexPath path;
    Node here = 0;
    std::size_t depth = 0;
    for (; parts_[here].is_branch(); ++depth) {
        const bool upper = bit(place, depth);
        path.siblings.push_back(parts_[parts_[here].halves[upper ? 0 : 1]].hash);
        here = parts_[here].halves[upper ? 1 : 0];
    }
    const auto names = placed(parts_[here].entries);
    Range range{names.begin(), names.end()};
    for (; range.second - range.first > 1; ++depth) {
        const bool upper = bit(place, depth);
        path.siblings.push_back(root_of(half_of(range, depth, !upper), depth + 1));
        range = half_of(range, depth, upper);
    }
    if (range.first != range.second) path.end = range.first->entry;
    return path;
}

std::optional<std::uint64_t> check_path(std::string_view name, const IndexPath& path, const Hash& root) {
    if (path.siblings.size() > kDepthMax) return std::nullopt;
    const Hash place = place_of(name);
    const bool found = path.end && path.end->name == name;
    if (path.end && !found) {
        // Another name may stand there only if it belongs there.
        const Hash other = place_of(path.end->name);
        for (std::size_t depth = 0; depth < path.siblings.size(); ++depth) {
            if (bit(other, depth) != bit(place, depth)) return std::nullopt;
        }
    }
    Hash value = path.end ? merkle::leaf_hash(path.end->line()) : merkle::empty_root();
    for (std::size_t depth = path.siblings.size(); depth-- > 0;) {
        const auto& sibling = path.siblings[depth];
        value = bit(place, depth) ? merkle::node_hash(sibling, value) : merkle::node_hash(value, sibling);
    }
    if (value != root) return std::nullopt;
    return found ? path.end->count : 0;
}

}  // namespace minhbach::events
