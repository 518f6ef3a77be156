#include "events/merkle/leaf_ranges.hpp"

#include <algorithm>
#include <bit>

namespace minhbach::events::merkle {
namespace {

bool is_complete(std::uint64_t leaves) {
    return std::has_single_bit(leaves);
}

// Where RFC 6962 divides a tree of two leaves or more.
std::uint64_t left_of(std::uint64_t leaves) {
    return std::bit_floor(leaves - 1);
}

struct Ranges {
    std::span<const std::uint64_t> leaves;
    const std::function<void(std::uint64_t, unsigned)>& visit;

    void name(std::uint64_t from, std::uint64_t to) const {
        const auto next = std::lower_bound(leaves.begin(), leaves.end(), from);
        const bool holds_one = next != leaves.end() && *next < to;
        if (!holds_one && is_complete(to - from)) {
            visit(from, static_cast<unsigned>(std::countr_zero(to - from)));
            return;
        }
        if (to - from == 1) return;
        const auto middle = from + left_of(to - from);
        name(from, middle);
        name(middle, to);
    }
};

// Reads leaves and ranges in order; what does not fit leaves `fits` false.
struct Rebuilding {
    std::span<const Leaf> leaves;
    std::span<const LeafRange> ranges;
    bool fits = true;

    Hash root(std::uint64_t from, std::uint64_t to) {
        if (!fits) return {};
        const bool holds_one = !leaves.empty() && leaves.front().index < to;
        if (!holds_one && is_complete(to - from)) {
            fits = !ranges.empty() && ranges.front().from == from && ranges.front().to == to;
            if (!fits) return {};
            const auto hash = ranges.front().hash;
            ranges = ranges.subspan(1);
            return hash;
        }
        if (to - from == 1) {
            fits = leaves.front().index == from;
            const auto hash = leaves.front().hash;
            leaves = leaves.subspan(1);
            return hash;
        }
        const auto middle = from + left_of(to - from);
        const auto left = root(from, middle);
        const auto right = root(middle, to);
        return node_hash(left, right);
    }
};

}  // namespace

void other_ranges(std::uint64_t size, std::span<const std::uint64_t> leaves,
                  const std::function<void(std::uint64_t, unsigned)>& visit) {
    if (size > 0) Ranges{leaves, visit}.name(0, size);
}

std::optional<Hash> root_of(std::uint64_t size, std::span<const Leaf> leaves, std::span<const LeafRange> ranges) {
    if (size == 0) return leaves.empty() && ranges.empty() ? std::optional(empty_root()) : std::nullopt;
    Rebuilding rebuilding{leaves, ranges};
    const auto root = rebuilding.root(0, size);
    if (!rebuilding.fits || !rebuilding.leaves.empty() || !rebuilding.ranges.empty()) return std::nullopt;
    return root;
}

}  // namespace minhbach::events::merkle
