// The tree as it grows: the hashes on its right edge, and the tiles that appending fills. RFC 6962 section 2.1.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "events/merkle/tile.hpp"

namespace minhbach::events::merkle {

// The complete subtrees of a growing tree, which is all that its root needs. Not to be used from two threads at once.
class Peaks {
public:
    // `made(height, hash)` is called for each subtree of two leaves or more that the leaf completes, from below.
    template <class Made>
    void append(const Hash& leaf, Made made) {
        auto hash = leaf;
        unsigned height = 0;
        for (; (size_ >> height & 1) != 0; ++height) {
            hash = node_hash(hashes_[height], hash);
            made(height + 1, hash);
        }
        hashes_[height] = hash;
        ++size_;
    }
    void append(const Hash& leaf) {
        append(leaf, [](unsigned, const Hash&) {});
    }
    std::uint64_t size() const { return size_; }
    Hash root() const;

private:
    friend class Tree;
    std::uint64_t size_ = 0;
    std::array<Hash, 64> hashes_{};  // the complete subtree of 2^h leaves for every bit h of size_
};

// The root of a tree from the roots of its parts, each of the same power of two of leaves but the last, which may have
// fewer. At least one part.
Hash root_of_parts(std::span<const Hash> parts);

// Appending costs two hashes on average, the root at most 64. Not to be used from two threads at once.
class Tree {
public:
    Tree() = default;
    // Continues a tree of `size` leaves whose tiles are kept elsewhere.
    static Tree restore(std::uint64_t size, const TileReader& tiles);

    void append(const Hash& leaf);
    std::uint64_t size() const { return peaks_.size(); }
    Hash root() const { return peaks_.root(); }
    // The hashes of the growing tile of a level, concatenated; empty between two tiles.
    const std::string& growing(unsigned level) const { return edges_.at(level); }

    // What is to be stored since the last call, as tile and concatenated hashes: full tiles, and from level 1 up also
    // the growing tile, which replaces its earlier form. The growing tile of level 0 is not given: it follows from the
    // records.
    std::vector<std::pair<Tile, std::string>> take_tiles();

private:
    void add_to_tile(unsigned level, const Hash& hash);

    static constexpr unsigned kLevels = kLevelMax / kTileHeight + 1;
    Peaks peaks_;
    std::array<std::string, kLevels> edges_;  // hashes of the growing tile of each level
    std::array<bool, kLevels> touched_{};
    std::vector<std::pair<Tile, std::string>> full_;
};

}  // namespace minhbach::events::merkle
