// Every tile a log of `size` leaves serves, each at its greatest width: entry bundles first, then level by level.
#pragma once

#include <vector>

#include "events/merkle/tile.hpp"

namespace minhbach::events::merkle {

inline std::vector<Tile> tiles_of_size(std::uint64_t size) {
    std::vector<Tile> tiles;
    const auto add_level = [&](unsigned level, bool entries) {
        const auto hashes = hashes_at_level(size, level);
        for (std::uint64_t index = 0; index < hashes / kTileWidth; ++index)
            tiles.push_back({level, index, kTileWidth, entries});
        const auto rest = static_cast<unsigned>(hashes % kTileWidth);
        if (rest != 0) tiles.push_back({level, hashes / kTileWidth, rest, entries});
    };
    add_level(0, true);
    for (unsigned level = 0; hashes_at_level(size, level) > 0; ++level) add_level(level, false);
    return tiles;
}

}  // namespace minhbach::events::merkle
