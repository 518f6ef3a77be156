// The tree as it grows: the hashes on its right edge, and the tiles that appending fills. RFC 6962 section 2.1.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "events/merkle/tile.hpp"

namespace minhbach::events::merkle {

// Appending costs two hashes on average, the root at most 64. Not to be used from two threads at once.
class Tree {
public:
    Tree() = default;
    // Continues a tree of `size` leaves whose tiles are kept elsewhere.
    static Tree restore(std::uint64_t size, const TileReader& tiles);

    void append(const Hash& leaf);
    std::uint64_t size() const { return size_; }
    Hash root() const;
    // The hashes of the growing tile of a level, concatenated; empty between two tiles.
    const std::string& growing(unsigned level) const { return edges_.at(level); }

    // What is to be stored since the last call, as tile and concatenated hashes: full tiles, and from level 1 up also
    // the growing tile, which replaces its earlier form. The growing tile of level 0 is not given: it follows from the
    // records.
    std::vector<std::pair<Tile, std::string>> take_tiles();

private:
    void add_to_tile(unsigned level, const Hash& hash);

    static constexpr unsigned kLevels = kLevelMax / kTileHeight + 1;
    std::uint64_t size_ = 0;
    std::array<Hash, 64> peaks_{};            // the complete subtree of 2^h leaves for every bit h of size_
    std::array<std::string, kLevels> edges_;  // hashes of the growing tile of each level
    std::array<bool, kLevels> touched_{};
    std::vector<std::pair<Tile, std::string>> full_;
};

}  // namespace minhbach::events::merkle
