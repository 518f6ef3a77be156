#include "events/merkle/proof.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace minhbach::events::merkle {
namespace {

// The largest power of two smaller than n, n >= 2.
std::uint64_t split(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

}  // namespace

Hash TreeView::node(unsigned height, std::uint64_t index) {
    const unsigned level = height / kTileHeight;
    const unsigned within = height % kTileHeight;
    const auto first = index << within;
    const auto key = std::pair(level, first / kTileWidth);
    auto found = read_.find(key);
    if (found == read_.end()) {
        const auto width = std::min<std::uint64_t>(kTileWidth, hashes_at_level(size_, level) - key.second * kTileWidth);
        found = read_.emplace(key, tiles_(level, key.second, static_cast<unsigned>(width))).first;
    }
    const auto begin = found->second.begin() + static_cast<std::ptrdiff_t>(first % kTileWidth);
    std::vector<Hash> hashes(begin, begin + (1 << within));
    for (; hashes.size() > 1; hashes.resize(hashes.size() / 2)) {
        for (std::size_t i = 0; i < hashes.size() / 2; ++i) hashes[i] = node_hash(hashes[2 * i], hashes[2 * i + 1]);
    }
    return hashes.front();
}

Hash TreeView::range(std::uint64_t from, std::uint64_t to) {
    const auto n = to - from;
    if (std::has_single_bit(n) && from % n == 0) {
        const auto height = static_cast<unsigned>(std::countr_zero(n));
        return node(height, from >> height);
    }
    const auto middle = from + split(n);
    const auto left = range(from, middle);
    return node_hash(left, range(middle, to));
}

std::vector<Hash> TreeView::inclusion(std::uint64_t index) {
    if (index >= size_) throw std::out_of_range("inclusion proof of a leaf beyond the tree");
    std::vector<Hash> proof;
    path(index, 0, size_, proof);
    return proof;
}

void TreeView::path(std::uint64_t index, std::uint64_t from, std::uint64_t to, std::vector<Hash>& out) {
    if (to - from == 1) return;
    const auto middle = from + split(to - from);
    if (index < middle) {
        path(index, from, middle, out);
        out.push_back(range(middle, to));
    } else {
        path(index, middle, to, out);
        out.push_back(range(from, middle));
    }
}

std::vector<Hash> TreeView::consistency(std::uint64_t earlier) {
    if (earlier > size_) throw std::out_of_range("consistency proof from a larger tree");
    std::vector<Hash> proof;
    if (earlier != 0 && earlier != size_) subproof(earlier, 0, size_, true, proof);
    return proof;
}

void TreeView::subproof(std::uint64_t earlier, std::uint64_t from, std::uint64_t to, bool known,
                        std::vector<Hash>& out) {
    if (earlier == to) {
        if (!known) out.push_back(range(from, to));
        return;
    }
    const auto middle = from + split(to - from);
    if (earlier <= middle) {
        subproof(earlier, from, middle, known, out);
        out.push_back(range(middle, to));
    } else {
        subproof(earlier, middle, to, false, out);
        out.push_back(range(from, middle));
    }
}

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, const std::vector<Hash>& proof,
                      const Hash& root) {
    if (index >= size) return false;
    auto fn = index;
    auto sn = size - 1;
    auto hash = leaf;
    for (const auto& sibling : proof) {
        if (sn == 0) return false;
        if (fn % 2 == 1 || fn == sn) {
            hash = node_hash(sibling, hash);
            while (fn % 2 == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && hash == root;
}

bool verify_consistency(std::uint64_t earlier, std::uint64_t later, const std::vector<Hash>& proof,
                        const Hash& earlier_root, const Hash& later_root) {
    if (earlier > later) return false;
    if (earlier == later) return proof.empty() && earlier_root == later_root;
    if (earlier == 0) return proof.empty() && earlier_root == empty_root();
    if (proof.empty()) return false;
    auto path = proof;
    if (std::has_single_bit(earlier)) path.insert(path.begin(), earlier_root);
    auto fn = earlier - 1;
    auto sn = later - 1;
    while (fn % 2 == 1) {
        fn >>= 1;
        sn >>= 1;
    }
    auto fr = path.front();
    auto sr = path.front();
    for (auto hash = path.begin() + 1; hash != path.end(); ++hash) {
        if (sn == 0) return false;
        if (fn % 2 == 1 || fn == sn) {
            fr = node_hash(*hash, fr);
            sr = node_hash(*hash, sr);
            while (fn % 2 == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = node_hash(sr, *hash);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return fr == earlier_root && sr == later_root && sn == 0;
}

}  // namespace minhbach::events::merkle
