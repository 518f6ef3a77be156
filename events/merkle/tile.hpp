// Tiles of C2SP tlog-tiles: 256 hashes of one level each, and the paths they are served under.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/hash.hpp"
#include "events/result.hpp"

namespace minhbach::events::merkle {

constexpr unsigned kTileHeight = 8;
constexpr unsigned kTileWidth = 256;
constexpr unsigned kLevelMax = 63;

// Hash i of tile (level, index) is MTH(D[(index·256+i)·256^level : (index·256+i+1)·256^level]).
struct Tile {
    unsigned level = 0;       // 0..63
    std::uint64_t index = 0;  // from the left
    unsigned width = kTileWidth;
    bool entries = false;  // the bundle of the records under level 0 instead of hashes; level is 0
    friend bool operator==(const Tile&, const Tile&) = default;
};

// Where hashes come from: the first `width` hashes of tile (level, index), width 1..256. Throws if they do not exist.
using TileReader = std::function<std::vector<Hash>(unsigned level, std::uint64_t index, unsigned width)>;

// "tile/0/x001/x234/067", "tile/1/000.p/5", "tile/entries/000"; widths 1..255 follow ".p/".
std::string path_of(const Tile& tile);
Result<Tile> parse_tile_path(std::string_view path);

// How many hashes level `level` of a tree of `size` leaves has.
inline std::uint64_t hashes_at_level(std::uint64_t size, unsigned level) {
    return level * kTileHeight >= 64 ? 0 : size >> (level * kTileHeight);
}

}  // namespace minhbach::events::merkle
