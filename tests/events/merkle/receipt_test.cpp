#include "events/merkle/receipt.hpp"

#include <gtest/gtest.h>

#include <random>

#include "events/merkle/tree.hpp"

namespace minhbach::events::merkle {
namespace {

constexpr std::uint64_t kSize = 300;
constexpr std::uint64_t kIndex = 257;

class ReceiptTest : public ::testing::Test {
protected:
    ReceiptTest() {
        for (std::uint64_t i = 0; i < kSize; ++i) leaves_.push_back(leaf_hash(std::to_string(i)));
        Tree tree;
        for (const auto& leaf : leaves_) tree.append(leaf);
        receipt_.extra = std::to_string(kIndex);
        receipt_.index = kIndex;
        receipt_.path = path_of(0, kSize, kIndex);
        receipt_.checkpoint = signer_.sign(text_of(CheckpointBody{signer_.name(), kSize, tree.root()}));
    }
    // RFC 6962 section 2.1.1, from the definition.
    std::vector<Hash> path_of(std::uint64_t from, std::uint64_t to, std::uint64_t index) const {
        if (to - from == 1) return {};
        std::uint64_t half = 1;
        while (2 * half < to - from) half *= 2;
        const auto middle = from + half;
        auto path = index < middle ? path_of(from, middle, index) : path_of(middle, to, index);
        path.push_back(index < middle ? root_of(middle, to) : root_of(from, middle));
        return path;
    }
    Hash root_of(std::uint64_t from, std::uint64_t to) const {
        Tree tree;
        for (auto i = from; i < to; ++i) tree.append(leaves_[i]);
        return tree.root();
    }
    bool holds(std::string_view text, std::uint64_t index = kIndex) const {
        const auto receipt = parse_receipt(text);
        return receipt && check_receipt(*receipt, leaves_[index], verifier_).has_value();
    }

    NoteSigner signer_{"minhbach.example/2023", Seed{7}};
    NoteVerifier verifier_ = NoteVerifier::parse(signer_.vkey()).value();
    std::vector<Hash> leaves_;
    Receipt receipt_;
};

TEST_F(ReceiptTest, ReadsWhatItWrote) {
    for (const std::string extra : {"", "x", "\n\n"}) {
        receipt_.extra = extra;
        EXPECT_EQ(parse_receipt(text_of(receipt_)).value(), receipt_);
    }
    EXPECT_TRUE(text_of(receipt_).starts_with("c2sp.org/tlog-proof@v1\nextra Cgo=\nindex 257\n"));
}

TEST_F(ReceiptTest, HoldsForItsEntryAndNoOther) {
    const auto text = text_of(receipt_);
    EXPECT_TRUE(holds(text));
    for (const std::uint64_t other : {0u, 256u, 258u, 299u}) EXPECT_FALSE(holds(text, other));
    auto moved = receipt_;
    moved.index = 256;
    EXPECT_FALSE(holds(text_of(moved)));
    const auto stranger = NoteVerifier::parse(NoteSigner(signer_.name(), Seed{8}).vkey()).value();
    EXPECT_FALSE(check_receipt(receipt_, leaves_[kIndex], stranger));
    const auto elsewhere = NoteVerifier::parse(NoteSigner("elsewhere.example", Seed{7}).vkey()).value();
    EXPECT_FALSE(check_receipt(receipt_, leaves_[kIndex], elsewhere));
}

// Nothing vouches for `extra`; every other byte counts.
TEST_F(ReceiptTest, EveryChangedMissingOrAddedByteIsRefused) {
    receipt_.extra.clear();
    const auto text = text_of(receipt_);
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char flipped : {'\x01', '\x02', '\x20'}) {
            auto changed = text;
            changed[i] = static_cast<char>(changed[i] ^ flipped);
            EXPECT_FALSE(holds(changed)) << i;
        }
        EXPECT_FALSE(holds(text.substr(0, i))) << "cut at " << i;
        EXPECT_FALSE(holds(text.substr(0, i) + text.substr(i + 1))) << "missing at " << i;
        EXPECT_FALSE(holds(text.substr(0, i) + "\n" + text.substr(i))) << "added at " << i;
    }
}

TEST_F(ReceiptTest, AnotherSpellingOfTheSameIsRefused) {
    const auto text = text_of(receipt_);
    const auto with = [&](std::string_view what, std::string_view instead) {
        auto changed = text;
        changed.replace(changed.find(what), what.size(), instead);
        return changed;
    };
    EXPECT_FALSE(holds(with("index 257", "index 0257")));
    EXPECT_FALSE(holds(with("index 257", "index +257")));
    EXPECT_FALSE(holds(with("index 257", "index 257 ")));
    EXPECT_FALSE(holds(with("extra ", "extra  ")));
    EXPECT_FALSE(holds(with("extra MjU3\n", "extra \n")));
    EXPECT_FALSE(holds(with("extra MjU3\n", "extra MjU3\nextra MjU3\n")));
    EXPECT_FALSE(holds(std::string(2'000'000, 'x')));
}

TEST_F(ReceiptTest, ReadsAnythingWithoutHarm) {
    std::mt19937 random(20231114);
    const auto text = text_of(receipt_);
    for (int i = 0; i < 20'000; ++i) {
        auto changed = text;
        for (int n = static_cast<int>(random() % 4) + 1; n > 0; --n) {
            const auto at = random() % changed.size();
            if (random() % 3 == 0)
                changed.erase(at, random() % 40);
            else
                changed[at] = static_cast<char>(random());
            if (changed.empty()) changed = "x";
        }
        const auto receipt = parse_receipt(changed);
        if (receipt) EXPECT_EQ(text_of(*receipt), changed);
    }
}

}  // namespace
}  // namespace minhbach::events::merkle
