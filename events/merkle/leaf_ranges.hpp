// One inclusion proof for many leaves together: the hashes of the largest complete subtrees that hold none of them.
// With the leaves themselves they give the root, so nothing is said twice however many leaves there are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "events/merkle/hash.hpp"

namespace minhbach::events::merkle {

// Names those subtrees from left to right, each by its first leaf and its height. `leaves` rise and lie below `size`.
void other_ranges(std::uint64_t size, std::span<const std::uint64_t> leaves,
                  const std::function<void(std::uint64_t from, unsigned height)>& visit);

struct LeafRange {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    Hash hash{};
};
struct Leaf {
    std::uint64_t index = 0;
    Hash hash{};
};

// The root of `size` leaves from the leaves and the ranges between them, both rising; nothing unless they are exactly
// what `other_ranges` names: each one used, none left over.
std::optional<Hash> root_of(std::uint64_t size, std::span<const Leaf> leaves, std::span<const LeafRange> ranges);

}  // namespace minhbach::events::merkle
