#include "events/witness/witness.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "events/merkle/base64.hpp"
#include "events/merkle/tree.hpp"
#include "events/record.hpp"
#include "temporary.hpp"

namespace minhbach::events {
namespace {

using merkle::NoteSigner;
using merkle::NoteVerifier;

constexpr std::uint64_t kWitnessed = 1'700'000'000;
constexpr auto kName = "chungkien.example";

// A log of leaves, and what it would send to a witness.
class SmallLog {
public:
    explicit SmallLog(std::string name, std::uint8_t seed = 7) : signer_(std::move(name), merkle::Seed{seed}) {}

    std::string checkpoint(std::uint64_t size, char history = 'a') const {
        return signer_.sign(text_of(merkle::CheckpointBody{signer_.name(), size, root(0, size, history)}));
    }
    std::string request(std::uint64_t old, std::uint64_t size, char history = 'a') const {
        std::string body = "old " + std::to_string(old) + "\n";
        if (old > 0) {
            for (const auto& hash : subproof(old, 0, size, true, history)) body += merkle::base64(view(hash)) + "\n";
        }
        return body + "\n" + checkpoint(size, history);
    }
    NoteVerifier key() const { return NoteVerifier::parse(signer_.vkey()).value(); }
    const std::string& name() const { return signer_.name(); }

private:
    static Hash root(std::uint64_t from, std::uint64_t to, char history) {
        merkle::Tree tree;
        for (auto i = from; i < to; ++i) tree.append(merkle::leaf_hash(history + std::to_string(i)));
        return tree.root();
    }
    // RFC 6962 section 2.1.2, from the definition.
    static std::vector<Hash> subproof(std::uint64_t old, std::uint64_t from, std::uint64_t to, bool whole,
                                      char history) {
        const auto size = to - from;
        if (old == size) return whole ? std::vector<Hash>{} : std::vector{root(from, to, history)};
        std::uint64_t half = 1;
        while (2 * half < size) half *= 2;
        auto proof = old <= half ? subproof(old, from, from + half, whole, history)
                                 : subproof(old - half, from + half, to, false, history);
        proof.push_back(old <= half ? root(from + half, to, history) : root(from, from + half, history));
        return proof;
    }
    NoteSigner signer_;
};

class WitnessTest : public ::testing::Test {
protected:
    WitnessTest() { open(); }
    void open(const Files& files = Files::real()) { open({log_.key(), other_.key()}, files); }
    void open(std::vector<NoteVerifier> logs, const Files& files = Files::real()) {
        witness_.reset();
        auto cosigner = open_witness_key(path_, kName).value();
        key_ = merkle::parse_vkey(cosigner.vkey(), merkle::kCosignatureKey).value();
        witness_ = Witness::open(path_, std::move(cosigner), std::move(logs), files).value();
    }
    int add(const std::string& request) { return witness_->add_checkpoint(request, kWitnessed).status; }
    std::string newest(const SmallLog& log) { return witness_->checkpoint(hex(sha256(log.name()))).value_or("none"); }

    tests::TemporaryDirectory directory_;
    const std::filesystem::path path_ = directory_.path() / "witness";
    SmallLog log_{"minhbach.example/2023"}, other_{"minhbach.example/2024", 8};
    merkle::NamedKey key_;
    std::unique_ptr<Witness> witness_;
};

TEST_F(WitnessTest, CosignsWhatContinuesWhatItSaw) {
    EXPECT_EQ(newest(log_), "none");
    const auto first = witness_->add_checkpoint(log_.request(0, 3), kWitnessed);
    ASSERT_EQ(first.status, 200) << first.body;
    const auto note = log_.checkpoint(3) + first.body;
    EXPECT_EQ(newest(log_), note);
    EXPECT_EQ(merkle::cosigned_at(note, key_).value(), kWitnessed);
    EXPECT_EQ(merkle::open_checkpoint(note, log_.key())->size, 3u) << "the log's own signature still stands";
    for (const auto [old, size] : {std::pair{3u, 4u}, {4u, 4u}, {4u, 11u}, {11u, 64u}, {64u, 65u}})
        EXPECT_EQ(add(log_.request(old, size)), 200) << old << " to " << size;
    EXPECT_EQ(newest(other_), "none");
    EXPECT_EQ(add(other_.request(0, 9)), 200) << "logs are remembered apart";
    EXPECT_EQ(add(log_.request(65, 66)), 200);
}

TEST_F(WitnessTest, GoesOnWithALogThatChangedItsKey) {
    ASSERT_EQ(add(log_.request(0, 5)), 200);
    const SmallLog rotated(log_.name(), 9);
    EXPECT_EQ(add(rotated.request(5, 8)), 403) << "nobody has said that this is its key";
    open({log_.key(), rotated.key(), other_.key()});
    EXPECT_EQ(add(rotated.request(5, 8)), 200) << "from where the old key had come";
    EXPECT_EQ(add(rotated.request(5, 9)), 409);
    EXPECT_EQ(add(rotated.request(8, 9, 'b')), 422) << "another key is no other history";
    // What the new key signed is remembered under it, so the old key may be taken away.
    open({rotated.key(), other_.key()});
    EXPECT_EQ(add(rotated.request(8, 10)), 200);
    EXPECT_EQ(add(log_.request(10, 11)), 403);
}

// Anybody may show it the checkpoint that everybody can read.
TEST_F(WitnessTest, WhatItKeepsCanBeReadAtTheNextStart) {
    ASSERT_EQ(add(log_.request(0, 5)), 200);
    const auto note = log_.checkpoint(5);
    const auto line = note.substr(note.rfind("\n\n") + 2);
    auto request = log_.request(5, 5);
    for (int i = 1; i < 100; ++i) request += line;
    ASSERT_EQ(add(request), 200) << "a hundred signatures are a note still";
    const auto kept = newest(log_);
    EXPECT_EQ(std::count(kept.begin(), kept.end(), '\n'), 3 + 1 + 2) << kept;
    open();
    EXPECT_EQ(newest(log_), kept);
    EXPECT_EQ(add(log_.request(5, 6)), 200);
}

TEST_F(WitnessTest, WhatCannotBeKeptIsNotCosigned) {
    const merkle::NoteSigner signer(log_.name(), merkle::Seed{7});
    auto text = text_of(merkle::CheckpointBody{log_.name(), 0, merkle::empty_root()});
    const auto bare = signer.sign(text + "x\n").size();
    text += "x" + std::string(1'000'000 - bare, 'x') + "\n";
    EXPECT_EQ(add("old 0\n\n" + signer.sign(text)), 422) << "a note of the largest size";
    open();
    EXPECT_EQ(newest(log_), "none");
    EXPECT_EQ(add(log_.request(0, 6)), 200);
}

TEST_F(WitnessTest, SaysWhatItKnowsToWhoIsBehindOrAhead) {
    ASSERT_EQ(add(log_.request(0, 5)), 200);
    for (const std::uint64_t old : {0u, 4u, 6u}) {
        const auto answer = witness_->add_checkpoint(log_.request(old, 8), kWitnessed);
        EXPECT_EQ(answer.status, 409) << old;
        EXPECT_EQ(answer.media_type, "text/x.tlog.size");
        EXPECT_EQ(answer.body, "5\n");
    }
    EXPECT_EQ(newest(log_).find(log_.checkpoint(5)), 0u);
}

TEST_F(WitnessTest, RefusesAnotherHistory) {
    ASSERT_EQ(add(log_.request(0, 5)), 200);
    EXPECT_EQ(add(log_.request(5, 8, 'b')), 422);
    EXPECT_EQ(add(log_.request(5, 5, 'b')), 422) << "the same size, another root";
    EXPECT_EQ(add("old 5\n\n" + log_.checkpoint(8)), 422) << "without its proof";
    EXPECT_EQ(add(log_.request(5, 8)), 200) << "a refusal changes nothing";
}

TEST_F(WitnessTest, RefusesWhatTheLogDidNotSign) {
    const SmallLog stranger("minhbach.example/2023", 9);
    EXPECT_EQ(add(stranger.request(0, 3)), 403);
    EXPECT_EQ(add(SmallLog("nobody.example").request(0, 3)), 404);
    auto changed = log_.request(0, 3);
    changed[changed.find("\n3\n") + 1] = '4';
    EXPECT_EQ(add(changed), 403);
    EXPECT_EQ(newest(log_), "none");
}

TEST_F(WitnessTest, RefusesWhatIsNoRequest) {
    const auto good = log_.request(0, 3);
    ASSERT_EQ(add(log_.request(0, 2)), 200);
    const auto next = log_.request(2, 5);
    const auto note = log_.checkpoint(5);
    std::string long_path = "old 2\n";
    for (int i = 0; i < 64; ++i) long_path += std::string(43, 'A') + "=\n";
    for (const auto& bad : {std::string(), note, "old 2\n" + note, "old 02\n\n" + note, "old -2\n\n" + note,
                            "old 2\nx\n\n" + note, "old 2\n" + std::string(43, 'A') + "\n\n" + note,
                            long_path + "\n" + note, "old 9\n\n" + note, next.substr(0, 9)})
        EXPECT_EQ(add(bad), 400) << bad;
    EXPECT_EQ(add("old 0\n" + std::string(43, 'A') + "=\n\n" + other_.checkpoint(4)), 422);
    for (std::size_t cut = 0; cut < next.size(); ++cut) EXPECT_NE(add(next.substr(0, cut)), 200) << cut;
    EXPECT_EQ(add(next), 200);
}

TEST_F(WitnessTest, AnEmptyLogHasTheEmptyRoot) {
    EXPECT_EQ(add(log_.request(0, 0)), 200);
    const auto lie =
        NoteSigner(other_.name(), merkle::Seed{8}).sign(other_.name() + "\n0\n" + std::string(43, 'A') + "=\n");
    EXPECT_EQ(add("old 0\n\n" + lie), 422);
    EXPECT_EQ(add(log_.request(0, 7)), 200);
}

TEST_F(WitnessTest, RemembersAfterAnEnd) {
    ASSERT_EQ(add(log_.request(0, 5)), 200);
    const auto before = newest(log_);
    const auto key = key_.vkey();
    open();
    EXPECT_EQ(key_.vkey(), key);
    EXPECT_EQ(newest(log_), before);
    EXPECT_EQ(add(log_.request(0, 8, 'b')), 409);
    EXPECT_EQ(add(log_.request(5, 8)), 200);
}

TEST_F(WitnessTest, CosignsNothingThatIsNotKept) {
    class Broken : public Files {
    public:
        void sync(const File&) const override {
            throw std::system_error(std::make_error_code(std::errc::io_error), "broken");
        }
    };
    const Broken broken;
    open(broken);
    EXPECT_THROW(add(log_.request(0, 5)), std::exception);
    EXPECT_EQ(newest(log_), "none");
    open();
    EXPECT_EQ(add(log_.request(0, 5)), 200);
}

TEST_F(WitnessTest, IsOneAndItsFolderItsOwn) {
    auto again = open_witness_key(path_, kName).value();
    EXPECT_EQ(Witness::open(path_, std::move(again), {}).error().type, "directory-held");
    EXPECT_EQ(open_witness_key(path_, "a b").error().type, "invalid-field");
    std::filesystem::permissions(path_, std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    EXPECT_EQ(open_witness_key(path_, kName).error().type, "directory-exposed");
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    std::ofstream(path_ / "witness-key") << "broken";
    EXPECT_EQ(open_witness_key(path_, kName).error().type, "proof-invalid");
    const auto elsewhere = directory_.path() / "elsewhere";
    std::filesystem::create_directory(elsewhere);
    std::filesystem::permissions(elsewhere, std::filesystem::perms::owner_all);
    std::ofstream(elsewhere / "letter.txt") << "x";
    EXPECT_EQ(open_witness_key(elsewhere, kName).error().type, "invalid-field");
}

TEST_F(WitnessTest, AChangedMemoryIsSeenAtTheStart) {
    ASSERT_EQ(add(log_.request(0, 5)), 200);
    witness_.reset();
    const auto file = path_ / (hex(sha256(log_.name())) + ".checkpoint");
    auto note = read_file(file).value();
    note[note.find("\n5\n") + 1] = '4';
    replace_file(file, note, 0600);
    auto cosigner = open_witness_key(path_, kName).value();
    EXPECT_EQ(Witness::open(path_, std::move(cosigner), {log_.key()}).error().type, "proof-invalid");
}

TEST(Cosignature, KeysAreOfTheirOwnType) {
    const merkle::Cosigner cosigner(kName, merkle::Seed{3});
    EXPECT_FALSE(NoteVerifier::parse(cosigner.vkey())) << "no key of a log";
    const auto key = merkle::parse_vkey(cosigner.vkey(), merkle::kCosignatureKey).value();
    const std::string text = "minhbach.example/2023\n0\nAAAA\n";
    const auto note = text + "\n" + cosigner.cosign(text, 7) + cosigner.cosign(text, 9);
    EXPECT_EQ(merkle::cosigned_at(note, key).value(), 9u) << "the newest counts";
    const auto stranger = merkle::parse_vkey(merkle::Cosigner(kName, merkle::Seed{4}).vkey(), 4).value();
    EXPECT_EQ(merkle::cosigned_at(note, stranger).value(), std::nullopt);
    EXPECT_FALSE(merkle::cosigned_at("x" + note, key)) << "another text";
    EXPECT_FALSE(merkle::cosigned_at(text, key));
}

}  // namespace
}  // namespace minhbach::events
