// The tree over all names, against its definition.
#include "events/completeness/name_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace minhbach::events {
namespace {

using Names = std::map<std::string, std::uint64_t>;

bool bit_of(const std::string& name, std::size_t depth) {
    const auto place = merkle::sha256({name});
    return (place[depth / 8] >> (7 - depth % 8) & 1) != 0;
}

// The definition, word by word.
Hash root_of(const Names& names, std::size_t depth = 0) {
    if (names.empty()) return merkle::empty_root();
    if (names.size() == 1) return merkle::leaf_hash(names.begin()->first + " " + std::to_string(names.begin()->second));
    Names halves[2];
    for (const auto& [name, count] : names) halves[bit_of(name, depth) ? 1 : 0][name] = count;
    return merkle::node_hash(root_of(halves[0], depth + 1), root_of(halves[1], depth + 1));
}

Record record_of(const std::string& stream, const std::string& actor, const std::vector<std::string>& subjects) {
    Record record;
    record.stream = Stream::of("dossier", stream);
    record.actor = PersonCode::of(actor);
    for (const auto& subject : subjects) record.subjects.push_back({PersonCode::of(subject), 0});
    return record;
}

struct Counted {
    NameIndex index;
    Names names;
    void take(const Record& record) {
        index.take(record);
        for (const auto& [name, number] : names_of(record)) ++names[name];
    }
};

Counted counted(unsigned seed, int records) {
    std::mt19937 dice(seed);
    Counted counted;
    const auto code = [&](const char* prefix) { return prefix + std::to_string(dice() % 60); };
    for (int i = 0; i < records; ++i) {
        std::vector<std::string> subjects{code("S")};
        if (dice() % 3 == 0) subjects.push_back("T" + std::to_string(dice() % 9));
        counted.take(record_of(code("c."), code("A"), subjects));
        if (dice() % 5 == 0) counted.index.root();  // hashing on the way changes nothing
    }
    return counted;
}

TEST(NameIndex, HasTheRootOfItsDefinition) {
    EXPECT_EQ(NameIndex().root(), merkle::empty_root());
    for (unsigned seed = 0; seed < 20; ++seed) {
        auto made = counted(seed, 1 + static_cast<int>(seed * 7));
        EXPECT_EQ(made.index.root(), root_of(made.names)) << seed;
        EXPECT_EQ(made.index.names(), made.names.size());
    }
}

TEST(NameIndex, HasTheRootOfItsDefinitionWithManyNames) {
    Counted made;
    for (int i = 0; i < 5'000; ++i) {
        made.take(record_of("c" + std::to_string(i), "A" + std::to_string(i % 300), {"S" + std::to_string(i / 3)}));
        if (i % 1'000 == 7) {
            EXPECT_EQ(made.index.root(), root_of(made.names)) << i;
        }
    }
    const auto root = made.index.root();
    EXPECT_EQ(root, root_of(made.names));
    for (const auto& [name, count] : made.names)
        ASSERT_EQ(check_path(name, made.index.path(name), root), count) << name;
    for (int i = 5'000; i < 6'000; ++i) {
        const auto name = "stream dossier/c" + std::to_string(i);
        ASSERT_EQ(check_path(name, made.index.path(name), root), 0u) << name;
    }
}

TEST(NameIndex, DoesNotDependOnTheOrderOfTheRecords) {
    std::vector<Record> records;
    for (int i = 0; i < 40; ++i)
        records.push_back(record_of("c" + std::to_string(i % 7), "A1", {"S" + std::to_string(i)}));
    NameIndex forward, backward;
    for (const auto& record : records) forward.take(record);
    std::reverse(records.begin(), records.end());
    for (const auto& record : records) backward.take(record);
    EXPECT_EQ(forward.root(), backward.root());
}

TEST(NameIndex, ShowsHowOftenANameIsThereAndThatOthersAreNot) {
    auto made = counted(3, 200);
    const auto root = made.index.root();
    for (const auto& [name, count] : made.names)
        EXPECT_EQ(check_path(name, made.index.path(name), root), count) << name;
    for (int i = 100; i < 300; ++i) {
        const auto name = "subject S" + std::to_string(i);
        EXPECT_EQ(check_path(name, made.index.path(name), root), 0u) << name;
    }
    NameIndex none;
    EXPECT_EQ(check_path("actor A1", none.path("actor A1"), none.root()), 0u);
}

TEST(NameIndex, RefusesEveryOtherPath) {
    auto made = counted(4, 200);
    const auto root = made.index.root();
    const std::string here = made.names.begin()->first, absent = "subject nobody";
    const auto refused = [&](const std::string& name, const IndexPath& path) {
        EXPECT_FALSE(check_path(name, path, root)) << name;
    };
    for (const auto& name : {here, absent}) {
        const auto sound = made.index.path(name);
        for (std::size_t i = 0; i < sound.siblings.size(); ++i) {
            auto path = sound;
            path.siblings[i][i % 32] ^= 1;
            refused(name, path);
            path = sound;
            path.siblings.erase(path.siblings.begin() + static_cast<long>(i));
            refused(name, path);
        }
        auto path = sound;
        path.siblings.push_back(merkle::empty_root());
        refused(name, path);
        path = sound;
        path.end = IndexEntry{here, 1'000};
        refused(name, path);
    }
    auto path = made.index.path(here);
    path.end.reset();  // "it is not there"
    refused(here, path);
    // The path of one name shows nothing of another.
    std::size_t compared = 0;
    for (const auto& [name, count] : made.names) {
        if (name == here || made.index.path(name) == made.index.path(here)) continue;
        refused(here, made.index.path(name));
        ++compared;
    }
    EXPECT_GT(compared, 50u);
}

TEST(NameIndex, ReadsEntriesInOneFormOnly) {
    EXPECT_EQ(parse_entry("actor A1 12"), (IndexEntry{"actor A1", 12}));
    for (const auto* line : {"", "actor", "actor A1", "actor A1 ", "actor A1 0", "actor A1 012", "actor A1 -1", "A1 3"})
        EXPECT_FALSE(parse_entry(line)) << line;
}

}  // namespace
}  // namespace minhbach::events
