// Inclusion and consistency proofs of RFC 6962 sections 2.1.1 and 2.1.2: made from tiles, verified from nothing but
// hashes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "events/merkle/tile.hpp"

namespace minhbach::events::merkle {

// A tree of fixed size, seen through its tiles; each tile is read once. Not to be used from two threads at once.
class TreeView {
public:
    TreeView(const TileReader& tiles, std::uint64_t size) : tiles_(tiles), size_(size) {}

    // The complete subtree of 2^height leaves, the index-th from the left.
    Hash node(unsigned height, std::uint64_t index);
    Hash root() { return size_ == 0 ? empty_root() : range(0, size_); }
    std::vector<Hash> inclusion(std::uint64_t index);      // index < size
    std::vector<Hash> consistency(std::uint64_t earlier);  // earlier <= size; empty for 0 and for size

private:
    Hash range(std::uint64_t from, std::uint64_t to);
    void path(std::uint64_t index, std::uint64_t from, std::uint64_t to, std::vector<Hash>& out);
    void subproof(std::uint64_t earlier, std::uint64_t from, std::uint64_t to, bool known, std::vector<Hash>& out);

    const TileReader& tiles_;
    std::uint64_t size_;
    std::map<std::pair<unsigned, std::uint64_t>, std::vector<Hash>> read_;
};

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, const std::vector<Hash>& proof,
                      const Hash& root);
bool verify_consistency(std::uint64_t earlier, std::uint64_t later, const std::vector<Hash>& proof,
                        const Hash& earlier_root, const Hash& later_root);

}  // namespace minhbach::events::merkle
