#include "events/merkle/tree.hpp"

#include <bit>

#include "events/merkle/proof.hpp"

namespace minhbach::events::merkle {

Tree Tree::restore(std::uint64_t size, const TileReader& tiles) {
    Tree tree;
    tree.peaks_.size_ = size;
    TreeView view(tiles, size);
    for (unsigned height = 0; height < 64; ++height) {
        if ((size >> height & 1) == 0) continue;
        // The subtree of this bit starts where the higher bits end.
        tree.peaks_.hashes_[height] = view.node(height, (size >> height) - 1);
    }
    for (unsigned level = 0; hashes_at_level(size, level) > 0; ++level) {
        const auto hashes = hashes_at_level(size, level);
        const auto width = static_cast<unsigned>(hashes % kTileWidth);
        if (width == 0) continue;
        for (const auto& hash : tiles(level, hashes / kTileWidth, width)) tree.edges_[level].append(events::view(hash));
    }
    return tree;
}

void Tree::append(const Hash& leaf) {
    add_to_tile(0, leaf);
    peaks_.append(leaf, [&](unsigned height, const Hash& hash) {
        if (height % kTileHeight == 0) add_to_tile(height / kTileHeight, hash);
    });
}

void Tree::add_to_tile(unsigned level, const Hash& hash) {
    auto& edge = edges_[level];
    edge.append(view(hash));
    touched_[level] = level > 0;
    if (edge.size() < kTileWidth * sizeof(Hash)) return;
    // The leaf that fills a tile is not counted yet: its index is found at its level by rounding down.
    full_.push_back({{level, size() >> ((level + 1) * kTileHeight), kTileWidth, false}, std::move(edge)});
    edge.clear();
    touched_[level] = false;
}

std::vector<std::pair<Tile, std::string>> Tree::take_tiles() {
    auto tiles = std::move(full_);
    full_.clear();
    for (unsigned level = 1; level < kLevels; ++level) {
        if (!touched_[level]) continue;
        touched_[level] = false;
        const auto width = static_cast<unsigned>(edges_[level].size() / sizeof(Hash));
        tiles.push_back({{level, hashes_at_level(size(), level + 1), width, false}, edges_[level]});
    }
    return tiles;
}

Hash Peaks::root() const {
    if (size_ == 0) return empty_root();
    auto height = static_cast<unsigned>(std::countr_zero(size_));
    auto root = hashes_[height];
    for (++height; height < 64; ++height) {
        if ((size_ >> height & 1) != 0) root = node_hash(hashes_[height], root);
    }
    return root;
}

Hash root_of_parts(std::span<const Hash> parts) {
    if (parts.size() == 1) return parts.front();
    const auto left = std::bit_floor(parts.size() - 1);
    return node_hash(root_of_parts(parts.first(left)), root_of_parts(parts.subspan(left)));
}

}  // namespace minhbach::events::merkle
