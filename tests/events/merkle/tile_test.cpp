#include "events/merkle/tile.hpp"

#include <gtest/gtest.h>

#include <random>

#include "../tiles_of_size.hpp"

namespace minhbach::events::merkle {
namespace {

TEST(TilePath, IsWrittenInGroupsOfThree) {
    EXPECT_EQ(path_of({0, 0, 256, false}), "tile/0/000");
    EXPECT_EQ(path_of({0, 1'234'067, 256, false}), "tile/0/x001/x234/067");
    EXPECT_EQ(path_of({1, 999, 5, false}), "tile/1/999.p/5");
    EXPECT_EQ(path_of({0, 1000, 255, true}), "tile/entries/x001/000.p/255");
    EXPECT_EQ(path_of({63, 273, 112, false}), "tile/63/273.p/112");
}

TEST(TilePath, IsReadBack) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20'000; ++i) {
        Tile tile;
        tile.entries = random() % 4 == 0;
        tile.level = tile.entries ? 0 : static_cast<unsigned>(random() % 64);
        tile.index = random() >> (random() % 64);
        tile.width = static_cast<unsigned>(1 + random() % 256);
        const auto parsed = parse_tile_path(path_of(tile));
        ASSERT_TRUE(parsed) << path_of(tile);
        ASSERT_EQ(*parsed, tile);
    }
}

TEST(TilePath, HasOneFormOnly) {
    for (const auto* bad : {"",
                            "tile",
                            "tile/",
                            "tile/0",
                            "tile/0/",
                            "tile/0/0",
                            "tile/0/00",
                            "tile/0/0000",
                            "tile/00/000",
                            "tile/64/000",
                            "tile/-1/000",
                            "tile/x/000",
                            "tile/0/001/067",
                            "tile/0/x001/x067",
                            "tile/0/x000/067",
                            "tile/0/000.p/",
                            "tile/0/000.p/0",
                            "tile/0/000.p/256",
                            "tile/0/000.p/01",
                            "tile/0/000.p/1/2",
                            "tile/0/000.p5",
                            "tile/0/x99999/000",
                            "/tile/0/000",
                            "tile/0/000/",
                            "tile/entries",
                            "tile/entries/x/000",
                            "tile/0/x018/x446/x744/x073/x709/x551/616",
                            "tile/0/+01",
                            "tile/data/000"}) {
        EXPECT_FALSE(parse_tile_path(bad)) << bad;
    }
    EXPECT_EQ(parse_tile_path("tile/0/x018/x446/x744/x073/x709/x551/615").value().index, UINT64_MAX);
}

TEST(TilePath, MutatedIsRefusedOrOfOneForm) {
    std::mt19937_64 random(2);
    for (int i = 0; i < 100'000; ++i) {
        auto path = path_of({static_cast<unsigned>(random() % 64), random() % 2'000'000,
                             static_cast<unsigned>(1 + random() % 256), false});
        const std::string_view alphabet = "0123456789xp./te";
        path[random() % path.size()] = alphabet[random() % alphabet.size()];
        const auto parsed = parse_tile_path(path);
        if (parsed) {
            ASSERT_EQ(path_of(*parsed), path);
        }
    }
}

TEST(TilesOfSize, CountAsTheSpecificationSays) {
    const auto hash_tiles = [](std::uint64_t size) {
        std::vector<Tile> tiles;
        for (const auto& tile : tiles_of_size(size)) {
            if (!tile.entries) tiles.push_back(tile);
        }
        return tiles;
    };
    const auto tiles = hash_tiles(70'000);
    EXPECT_EQ(tiles.size(), 277u);
    EXPECT_EQ(tiles[273], (Tile{0, 273, 112, false}));
    EXPECT_EQ(tiles[275], (Tile{1, 1, 17, false}));
    EXPECT_EQ(tiles[276], (Tile{2, 0, 1, false}));
    EXPECT_EQ(hash_tiles(256), (std::vector<Tile>{{0, 0, 256, false}, {1, 0, 1, false}}));
    EXPECT_TRUE(tiles_of_size(0).empty());
}

}  // namespace
}  // namespace minhbach::events::merkle
