// The audit package: written from a real store, the same bytes every time, and refused wherever a byte differs.
#include "events/package/package.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "events/merkle/leaf_ranges.hpp"
#include "events/merkle/note.hpp"
#include "events/merkle/tree.hpp"
#include "log_fixture.hpp"

namespace minhbach::events::package {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(LeafRanges, GiveTheRootForEverySelectionOfSmallTrees) {
    for (std::uint64_t size = 0; size <= 9; ++size) {
        merkle::Tree tree;
        std::vector<Hash> hashes;
        for (std::uint64_t i = 0; i < size; ++i) {
            hashes.push_back(merkle::leaf_hash("leaf " + std::to_string(i)));
            tree.append(hashes.back());
        }
        for (std::uint64_t chosen = 0; chosen < (std::uint64_t{1} << size); ++chosen) {
            std::vector<std::uint64_t> indices;
            std::vector<merkle::Leaf> leaves;
            for (std::uint64_t i = 0; i < size; ++i) {
                if ((chosen >> i & 1) == 0) continue;
                indices.push_back(i);
                leaves.push_back({i, hashes[i]});
            }
            std::vector<merkle::LeafRange> ranges;
            merkle::other_ranges(size, indices, [&](std::uint64_t from, unsigned height) {
                const auto to = from + (std::uint64_t{1} << height);
                merkle::Tree part;
                for (auto i = from; i < to; ++i) part.append(hashes[i]);
                ranges.push_back({from, to, part.root()});
            });
            EXPECT_EQ(merkle::root_of(size, leaves, ranges), tree.root()) << size << " " << chosen;
            if (!ranges.empty()) {
                auto fewer = ranges;
                fewer.pop_back();
                EXPECT_EQ(merkle::root_of(size, leaves, fewer), std::nullopt) << size << " " << chosen;
                auto more = ranges;
                more.push_back(ranges.back());
                EXPECT_EQ(merkle::root_of(size, leaves, more), std::nullopt) << size << " " << chosen;
            }
        }
    }
}

class Package : public LogTest {
protected:
    // Thirty events of five streams; every third one goes into the package.
    void SetUp() override {
        open();
        for (int i = 0; i < 30; ++i) append_one("D" + std::to_string(i % 5));
        checkpoint_ = log().publish_checkpoint(Ledger::main);
        std::filesystem::create_directories(packages_);
    }
    void TearDown() override { std::filesystem::remove_all(packages_); }

    Log& log() const { return *log_; }
    void append_one(const std::string& stream_id) { ASSERT_TRUE(log().append_and_wait(Ledger::main, one(stream_id))); }

    Contents contents() const {
        Contents contents;
        contents.scope = "cycle/2023";
        contents.checkpoint = checkpoint_;
        for (std::uint64_t i = 0; i < 30; i += 5) contents.positions.push_back({i});  // the whole stream dossier/D0
        contents.shows = [](const Stored& stored, std::size_t) { return stored.record.position.value != 10; };
        contents.index_row = [](const Stored& stored, const auto&) { return stored.record.type + "\n"; };
        contents.read_me = "đọc trước\n";
        return contents;
    }

    std::string written(const Contents& contents, const std::string& name) {
        const auto path = packages_ / name;
        write_package(
            log(), contents, [&](std::string_view text) { return log().sign_statement(text); }, path,
            [](std::uint64_t) {});
        return read_file(path).value();
    }

    const std::filesystem::path packages_ = directory_.string() + ".packages";
    Checkpoint checkpoint_;
};

TEST_F(Package, HoldsAndIsTheSameEveryTime) {
    const auto first = written(contents(), "first.zip");
    append_one("D0");
    log().publish_checkpoint(Ledger::main);
    EXPECT_EQ(written(contents(), "second.zip"), first);
    const auto report = check_package(first, log().vkey());
    ASSERT_TRUE(report) << report.error().detail_en;
    EXPECT_THAT(report->violations, IsEmpty());
    EXPECT_EQ(report->counted.records, 6u);
    EXPECT_EQ(report->counted.parts_withheld, 1u);
    EXPECT_EQ(report->root, checkpoint_.root);
    EXPECT_EQ(report->scope, "cycle/2023");
    EXPECT_THAT(first, HasSubstr("stream dossier/D0 6\n"));
}

TEST_F(Package, IsRefusedWithAnotherKey) {
    const auto archive = written(contents(), "package.zip");
    const auto other = merkle::NoteSigner(log().origin(Ledger::main), merkle::NoteSigner::random_seed()).vkey();
    EXPECT_FALSE(check_package(archive, other));
}

// Every byte counts: headers, sums, names, contents, directory.
TEST_F(Package, AnyChangedByteIsRefused) {
    const auto archive = written(contents(), "package.zip");
    std::mt19937 dice(7);
    for (std::size_t i = 0; i < archive.size(); ++i) {
        auto damaged = archive;
        damaged[i] = static_cast<char>(damaged[i] ^ (1 << dice() % 8));
        const auto report = check_package(damaged, log().vkey());
        EXPECT_FALSE(report && report->violations.empty()) << "byte " << i;
    }
}

TEST_F(Package, AnyMissingOrAddedByteIsRefused) {
    const auto archive = written(contents(), "package.zip");
    const auto holds = [&](const std::string& damaged) {
        const auto report = check_package(damaged, log().vkey());
        return report && report->violations.empty();
    };
    EXPECT_TRUE(holds(archive));
    for (std::size_t i = 0; i <= archive.size(); i += 1 + archive.size() / 400) {
        EXPECT_FALSE(holds(archive.substr(0, i))) << "cut at " << i;
        EXPECT_FALSE(holds(archive.substr(0, i) + "x" + archive.substr(i))) << "added at " << i;
        if (i < archive.size()) EXPECT_FALSE(holds(archive.substr(0, i) + archive.substr(i + 1))) << "missing at " << i;
    }
    EXPECT_FALSE(holds(archive + archive));
}

// Whoever can make an archive but not a signature: all sums are right, the contents are not.
TEST_F(Package, ContentsThatWereNotSignedAreRefused) {
    const auto archive = written(contents(), "package.zip");
    const auto members = read_archive(archive).value();
    const auto again = [&](const std::function<void(std::vector<std::pair<std::string, std::string>>&)>& change) {
        std::vector<std::pair<std::string, std::string>> files;
        for (const auto& member : members) files.emplace_back(member.name, member.bytes);
        change(files);
        const auto path = packages_ / "again.zip";
        std::filesystem::remove(path);
        ArchiveWriter writer(path);
        for (const auto& [name, bytes] : files) writer.add(name, bytes);
        writer.finish();
        const auto report = check_package(read_file(path).value(), log().vkey());
        return report && report->violations.empty();
    };
    EXPECT_TRUE(again([](auto&) {}));
    for (std::size_t i = 0; i < members.size(); ++i) {
        EXPECT_FALSE(again([&](auto& files) { files.erase(files.begin() + static_cast<long>(i)); })) << i;
        EXPECT_FALSE(again([&](auto& files) { files[i].second += "\n"; })) << i;
        EXPECT_FALSE(again([&](auto& files) { files[i].first += "x"; })) << i;
        EXPECT_FALSE(again([&](auto& files) { files.push_back(files[i]); })) << i;
        EXPECT_FALSE(again([&](auto& files) { std::swap(files[i], files[(i + 1) % files.size()]); })) << i;
    }
}

// What the signer would sign but the records do not bear out: the claims are checked, not believed.
TEST_F(Package, ClaimsTheRecordsDoNotBearOutAreFound) {
    auto wrong = contents();
    wrong.complete_subjects = {PersonCode::of("P-nobody")};
    EXPECT_THAT(check_package(written(wrong, "a.zip"), {})->violations, IsEmpty());  // nothing is known of nobody
    wrong = contents();
    wrong.rulebooks = {{"nd90-48-2023", "another text"}};
    EXPECT_THAT(check_package(written(wrong, "b.zip"), {})->violations, Contains(HasSubstr("rulebooks/")));
    wrong = contents();
    wrong.positions = {{3}, {1}};
    EXPECT_THROW(written(wrong, "c.zip"), std::logic_error);
}

TEST_F(Package, AStatementCannotPassForACheckpoint) {
    EXPECT_THROW((void)log().sign_statement(log().origin(Ledger::main) + "\n5\n"), std::logic_error);
}

}  // namespace
}  // namespace minhbach::events::package
