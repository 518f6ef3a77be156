#include "events/merkle/tree.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "events/merkle/proof.hpp"
#include "events/record.hpp"

namespace minhbach::events::merkle {
namespace {

std::vector<Hash> known_leaves() {
    std::vector<Hash> leaves;
    for (const std::string_view leaf :
         {std::string_view(""), std::string_view("\x00", 1), std::string_view("\x10"), std::string_view("\x20\x21"),
          std::string_view("\x30\x31"), std::string_view("\x40\x41\x42\x43"),
          std::string_view("\x50\x51\x52\x53\x54\x55\x56\x57"),
          std::string_view("\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f")}) {
        leaves.push_back(leaf_hash(leaf));
    }
    return leaves;
}

std::vector<Hash> numbered_leaves(std::uint64_t count) {
    std::vector<Hash> leaves;
    for (std::uint64_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(std::to_string(i)));
    return leaves;
}

Hash root_of(const std::vector<Hash>& leaves) {
    Tree tree;
    for (const auto& leaf : leaves) tree.append(leaf);
    return tree.root();
}

// MTH as RFC 6962 section 2.1 writes it.
Hash reference_root(const std::vector<Hash>& leaves, std::size_t from, std::size_t to) {
    if (from == to) return sha256({});
    if (to - from == 1) return leaves[from];
    std::size_t k = 1;
    while (k * 2 < to - from) k *= 2;
    return node_hash(reference_root(leaves, from, from + k), reference_root(leaves, from + k, to));
}

// Tiles as they would be kept, and the growing tile of level 0 from the leaves.
struct KeptTiles {
    std::vector<Hash> leaves;
    std::map<std::pair<unsigned, std::uint64_t>, std::string> kept;
    Tree tree;

    void append(const Hash& leaf) {
        leaves.push_back(leaf);
        tree.append(leaf);
    }
    void keep() {
        for (auto& [tile, hashes] : tree.take_tiles()) kept[{tile.level, tile.index}] = hashes;
    }
    TileReader reader() const {
        return [this](unsigned level, std::uint64_t index, unsigned width) {
            std::vector<Hash> hashes(width);
            const auto found = kept.find({level, index});
            for (unsigned i = 0; i < width; ++i) {
                if (found == kept.end()) {
                    if (level != 0) throw std::runtime_error("tile not kept");
                    hashes[i] = leaves.at(index * kTileWidth + i);
                } else {
                    const auto bytes = found->second.substr(i * sizeof(Hash), sizeof(Hash));
                    if (bytes.size() != sizeof(Hash)) throw std::runtime_error("tile too narrow");
                    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(hashes[i].data()));
                }
            }
            return hashes;
        };
    }
};

TEST(Tree, HasTheKnownRoots) {
    const auto leaves = known_leaves();
    const std::map<std::size_t, std::string> roots{
        {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
        {2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"},
        {3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"},
        {4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"},
        {7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"},
        {8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"}};
    for (const auto& [size, root] : roots) {
        EXPECT_EQ(hex(root_of({leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(size)})), root) << size;
    }
}

TEST(Tree, HasTheRootOfTheDefinitionAtEverySize) {
    const auto leaves = numbered_leaves(600);
    Tree tree;
    for (std::size_t n = 0; n <= leaves.size(); ++n) {
        ASSERT_EQ(tree.root(), reference_root(leaves, 0, n)) << n;
        if (n < leaves.size()) tree.append(leaves[n]);
    }
}

TEST(Tree, GoesOnFromItsTilesAtAnySize) {
    std::mt19937_64 random(1);
    KeptTiles kept;
    const auto leaves = numbered_leaves(66'500);  // beyond 256², so three levels
    std::size_t next = 0;
    while (next < leaves.size()) {
        const auto batch = std::min<std::size_t>(1 + random() % 3000, leaves.size() - next);
        for (std::size_t i = 0; i < batch; ++i) kept.append(leaves[next++]);
        kept.keep();
        kept.tree = Tree::restore(next, kept.reader());
        ASSERT_EQ(kept.tree.root(), TreeView(kept.reader(), next).root()) << next;
    }
    EXPECT_EQ(kept.tree.root(), reference_root(leaves, 0, leaves.size()));
    EXPECT_EQ(kept.kept.size(),
              259u + 1 + 1 + 1);  // 259 full of level 0, 1 full and 1 growing of level 1, 1 of level 2
    EXPECT_EQ(kept.tree.growing(0).size() / sizeof(Hash), 66'500u % 256);
}

TEST(Tree, EveryHashOfEveryTileIsTheSubtreeItNames) {
    KeptTiles kept;
    const auto leaves = numbered_leaves(1000);
    for (const auto& leaf : leaves) kept.append(leaf);
    kept.keep();
    for (const auto& [name, hashes] : kept.kept) {
        const auto span = std::size_t{1} << (8 * name.first);
        for (std::size_t i = 0; i < hashes.size() / sizeof(Hash); ++i) {
            const auto from = (name.second * kTileWidth + i) * span;
            ASSERT_EQ(hashes.substr(i * sizeof(Hash), sizeof(Hash)), view(reference_root(leaves, from, from + span)));
        }
    }
}

TEST(Proof, HasTheKnownPaths) {
    const auto leaves = known_leaves();
    const TileReader tiles = [&](unsigned, std::uint64_t, unsigned width) {
        return std::vector<Hash>(leaves.begin(), leaves.begin() + width);
    };
    const auto starts = [](const Hash& hash) { return hex(hash).substr(0, 8); };
    const auto path = TreeView(tiles, 8).inclusion(2);
    ASSERT_EQ(path.size(), 3u);
    EXPECT_EQ(starts(path[0]), "07506a85");
    EXPECT_EQ(starts(path[1]), "fac54203");
    EXPECT_EQ(starts(path[2]), "6b47aaf2");
    const auto proof = TreeView(tiles, 7).consistency(3);
    ASSERT_EQ(proof.size(), 4u);
    EXPECT_EQ(starts(proof[0]), "0298d122");
    EXPECT_EQ(starts(proof[1]), "07506a85");
    EXPECT_EQ(starts(proof[2]), "fac54203");
    EXPECT_EQ(starts(proof[3]), "837dbb15");
}

class EveryProof : public ::testing::Test {
protected:
    static constexpr std::uint64_t kSizeMax = 69;
    EveryProof() : leaves_(numbered_leaves(kSizeMax)) {
        for (std::size_t n = 0; n <= kSizeMax; ++n) roots_.push_back(reference_root(leaves_, 0, n));
    }
    TreeView view_of(std::uint64_t size) { return {tiles_, size}; }

    std::vector<Hash> leaves_;
    std::vector<Hash> roots_;
    TileReader tiles_ = [this](unsigned, std::uint64_t, unsigned width) {
        return std::vector<Hash>(leaves_.begin(), leaves_.begin() + width);
    };
};

TEST_F(EveryProof, OfInclusionVerifiesAndNoAlteredOneDoes) {
    for (std::uint64_t n = 1; n <= kSizeMax; ++n) {
        for (std::uint64_t m = 0; m < n; ++m) {
            auto view = view_of(n);
            const auto proof = view.inclusion(m);
            ASSERT_TRUE(verify_inclusion(m, n, leaves_[m], proof, roots_[n])) << m << " in " << n;
            ASSERT_FALSE(verify_inclusion(m, n, leaf_hash("other"), proof, roots_[n]));
            ASSERT_FALSE(verify_inclusion(n, n, leaves_[m], proof, roots_[n]));
            auto longer = proof;
            longer.push_back(roots_[1]);
            ASSERT_FALSE(verify_inclusion(m, n, leaves_[m], longer, roots_[n]));
            for (std::size_t i = 0; i < proof.size(); ++i) {
                auto shorter = proof;
                shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
                ASSERT_FALSE(verify_inclusion(m, n, leaves_[m], shorter, roots_[n]));
                auto flipped = proof;
                flipped[i][n % 32] ^= 1;
                ASSERT_FALSE(verify_inclusion(m, n, leaves_[m], flipped, roots_[n]));
            }
        }
    }
}

TEST_F(EveryProof, OfConsistencyVerifiesAndNoAlteredOneDoes) {
    for (std::uint64_t n = 0; n <= kSizeMax; ++n) {
        for (std::uint64_t m = 0; m <= n; ++m) {
            auto view = view_of(n);
            const auto proof = view.consistency(m);
            ASSERT_TRUE(verify_consistency(m, n, proof, roots_[m], roots_[n])) << m << " to " << n;
            auto longer = proof;
            longer.push_back(roots_[1]);
            ASSERT_FALSE(verify_consistency(m, n, longer, roots_[m], roots_[n]));
            auto wrong = roots_[m];
            wrong[3] ^= 4;
            ASSERT_FALSE(verify_consistency(m, n, proof, wrong, roots_[n]));
            if (m == 0) continue;
            wrong = roots_[n];
            wrong[5] ^= 4;
            ASSERT_FALSE(verify_consistency(m, n, proof, roots_[m], wrong));
            for (std::size_t i = 0; i < proof.size(); ++i) {
                auto shorter = proof;
                shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
                ASSERT_FALSE(verify_consistency(m, n, shorter, roots_[m], roots_[n]));
                auto flipped = proof;
                flipped[i][n % 32] ^= 1;
                ASSERT_FALSE(verify_consistency(m, n, flipped, roots_[m], roots_[n]));
            }
        }
    }
}

TEST_F(EveryProof, BeyondTheTreeIsRefused) {
    EXPECT_THROW(view_of(5).inclusion(5), std::out_of_range);
    EXPECT_THROW(view_of(5).consistency(6), std::out_of_range);
    EXPECT_FALSE(verify_consistency(6, 5, {}, roots_[6], roots_[5]));
}

}  // namespace
}  // namespace minhbach::events::merkle
