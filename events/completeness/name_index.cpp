#include "events/completeness/name_index.hpp"

#include <algorithm>

#include "events/merkle/lines.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kDepthMax = 256;

bool bit(const Hash& place, std::size_t depth) {
    return (place[depth / 8] >> (7 - depth % 8) & 1) != 0;
}

Hash place_of(std::string_view name) {
    return merkle::sha256({name});
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
    for (const auto& [name, number] : names_of(record)) {
        const auto leaf = leaf_of(name);
        ++entries_[nodes_[leaf].entry - 1].count;
        for (Node node = leaf; node != kNone && !nodes_[node].changed; node = nodes_[node].parent)
            nodes_[node].changed = true;
    }
}

std::string_view NameIndex::name_of(const Branch& leaf) const {
    const auto& entry = entries_[leaf.entry - 1];
    return std::string_view(text_).substr(entry.at, entry.length);
}

NameIndex::Node NameIndex::add(Branch branch) {
    nodes_.push_back(branch);
    return static_cast<Node>(nodes_.size() - 1);
}

NameIndex::Node NameIndex::leaf_of(std::string_view name) {
    const Hash place = place_of(name);
    Node parent = kNone, here = root_;
    bool half = false;
    const auto hang = [&](Node node) {
        nodes_[node].parent = parent;
        (parent == kNone ? root_ : nodes_[parent].halves[half ? 1 : 0]) = node;
    };
    for (std::size_t depth = 0;; ++depth) {
        if (here == kNone) break;
        if (nodes_[here].entry != 0) {
            if (name_of(nodes_[here]) == name) return here;
            // Two names share the way so far: a branch takes the place, and the other one moves below it.
            const auto other = here;
            Branch branch;
            branch.changed = false;  // `take` marks the way up
            here = add(branch);
            hang(here);
            nodes_[other].parent = here;
            nodes_[here].halves[bit(place_of(name_of(nodes_[other])), depth) ? 1 : 0] = other;
        }
        parent = here;
        half = bit(place, depth);
        here = nodes_[parent].halves[half ? 1 : 0];
    }
    entries_.push_back({text_.size(), static_cast<std::uint32_t>(name.size()), 0});
    text_ += name;
    Branch leaf;
    leaf.entry = static_cast<std::uint32_t>(entries_.size());
    leaf.changed = false;
    const auto made = add(leaf);
    hang(made);
    return made;
}

const Hash& NameIndex::hash_of(Node node) {
    static const Hash kEmpty = merkle::empty_root();
    if (node == kNone) return kEmpty;
    auto& branch = nodes_[node];
    if (branch.changed) {
        branch.hash = branch.entry != 0 ? merkle::leaf_hash(std::string(name_of(branch)) + " " +
                                                            std::to_string(entries_[branch.entry - 1].count))
                                        : merkle::node_hash(hash_of(branch.halves[0]), hash_of(branch.halves[1]));
        branch.changed = false;
    }
    return branch.hash;
}

Hash NameIndex::root() {
    return hash_of(root_);
}

IndexPath NameIndex::path(std::string_view name) {
    root();
    const Hash place = place_of(name);
    IndexPath path;
    Node here = root_;
    for (; here != kNone && nodes_[here].entry == 0; here = nodes_[here].halves[bit(place, path.siblings.size() - 1)])
        path.siblings.push_back(hash_of(nodes_[here].halves[bit(place, path.siblings.size()) ? 0 : 1]));
    if (here != kNone)
        path.end = IndexEntry{std::string(name_of(nodes_[here])), entries_[nodes_[here].entry - 1].count};
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
