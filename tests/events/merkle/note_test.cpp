#include "events/merkle/note.hpp"

#include <gtest/gtest.h>

#include <random>

#include "events/merkle/base64.hpp"
#include "events/merkle/checkpoint.hpp"

namespace minhbach::events::merkle {
namespace {

// The example of C2SP signed-note.
constexpr std::string_view kVkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

Seed seed_of(std::uint8_t byte) {
    Seed seed;
    seed.fill(byte);
    return seed;
}

class Note : public ::testing::Test {
protected:
    NoteSigner signer_{"minhbach.example/2023", seed_of(7)};
    NoteVerifier verifier_ = NoteVerifier::parse(signer_.vkey()).value();
    std::string note_ = signer_.sign("one\n\ntwo\n");

    Result<OpenedNote> open(std::string_view note) { return open_note(note, {&verifier_, 1}); }
};

TEST_F(Note, KeyOfTheSpecificationIsRead) {
    const auto verifier = NoteVerifier::parse(kVkey);
    ASSERT_TRUE(verifier);
    EXPECT_EQ(verifier->name(), "example.com/foo");
    EXPECT_EQ(verifier->key_id(), 0x530d903au);
    EXPECT_EQ(verifier->vkey(), kVkey);
}

TEST_F(Note, KeyInAnyOtherFormIsRefused) {
    for (const std::string bad :
         {"", "name", "name+530d903a", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "example.com/foo+530d903a+AekyeRrm",
          "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"}) {
        EXPECT_FALSE(NoteVerifier::parse(bad)) << bad;
    }
}

TEST_F(Note, IsOpenedWithTheKeyThatSignedIt) {
    const auto opened = open(note_);
    ASSERT_TRUE(opened) << opened.error().detail_en;
    EXPECT_EQ(opened->text, "one\n\ntwo\n");  // the split is at the last empty line
    EXPECT_EQ(opened->verified, std::vector<std::string>{"minhbach.example/2023"});
}

TEST_F(Note, IsRefusedWithoutAnyKnownKey) {
    const auto other = NoteVerifier::parse(kVkey).value();
    EXPECT_FALSE(open_note(note_, {&other, 1}));
    EXPECT_FALSE(open_note(note_, {}));
    // The same key under another name is another key.
    const auto renamed = verifier_.renamed("minhbach.example/2024");
    EXPECT_FALSE(open_note(note_, {&renamed, 1}));
}

TEST_F(Note, MayCarrySignaturesOfOthers) {
    const NoteSigner witness("witness.example", seed_of(9));
    const auto line = witness.sign("one\n\ntwo\n").substr(std::string("one\n\ntwo\n\n").size());
    EXPECT_TRUE(open(note_ + line));
    const auto both = std::vector{verifier_, NoteVerifier::parse(witness.vkey()).value()};
    EXPECT_EQ(open_note(note_ + line, both).value().verified.size(), 2u);
    // A bad signature of a known key spoils the note even beside a good one.
    const auto bad = witness.sign("other\n").substr(std::string("other\n\n").size());
    EXPECT_FALSE(open_note(note_ + bad, both));
    EXPECT_TRUE(open(note_ + bad));
    // Sixteen and more signatures are accepted.
    auto many = note_;
    for (int i = 0; i < 20; ++i) many += line;
    EXPECT_TRUE(open(many));
}

TEST_F(Note, InAnyOtherFormIsRefused) {
    const auto text_end = note_.find("\n\n", 5) + 2;
    EXPECT_FALSE(open(""));
    EXPECT_FALSE(open("one\n"));
    EXPECT_FALSE(open(note_.substr(0, note_.size() - 1)));
    EXPECT_FALSE(open(note_.substr(0, text_end)));
    EXPECT_FALSE(open(note_ + "\n"));
    EXPECT_FALSE(open(note_ + "junk\n"));
    EXPECT_FALSE(open(std::string("\x01") + note_));
    EXPECT_FALSE(open("\xff" + note_));
    EXPECT_FALSE(open("\r\n" + note_));
    EXPECT_FALSE(open(std::string(1'000'001, 'a') + note_));
}

TEST_F(Note, WithAnyBitFlippedIsRefused) {
    for (std::size_t at = 0; at < note_.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            auto flipped = note_;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            ASSERT_FALSE(open(flipped)) << at << " " << bit;
        }
    }
}

TEST(KeyName, HasNoSpaceAndNoPlus) {
    EXPECT_TRUE(is_key_name("minhbach.example/2023"));
    for (const auto* bad : {"", "a b", "a+b", "a\tb", "a\u00a0b", "a\u3000b", "\xff"})
        EXPECT_FALSE(is_key_name(bad)) << bad;
}

TEST(CheckpointText, IsOriginSizeRoot) {
    const CheckpointBody body{"minhbach.example/2023", 70'000, leaf_hash("x")};
    const auto text = text_of(body);
    EXPECT_EQ(text.substr(0, 28), "minhbach.example/2023\n70000\n");
    EXPECT_EQ(parse_checkpoint(text).value(), body);
    EXPECT_EQ(parse_checkpoint(text + "extension\n").value(), body);
    for (const auto& bad : {std::string(), text.substr(0, text.size() - 1), "\n" + text.substr(text.find('\n') + 1),
                            text + "\n", text + "no line feed", std::string("o\n01\n") + base64(view(body.root)) + "\n",
                            std::string("o\n-1\n") + base64(view(body.root)) + "\n",
                            std::string("o\n99999999999999999999\n") + base64(view(body.root)) + "\n",
                            std::string("o\n1\nAAAA\n"), std::string("o\n1\n") + base64(view(body.root)) + "=\n"}) {
        EXPECT_FALSE(parse_checkpoint(bad)) << bad;
    }
}

TEST(CheckpointText, OfAnotherOriginThanTheKeyIsRefused) {
    const NoteSigner signer("log.example", seed_of(1));
    const auto verifier = NoteVerifier::parse(signer.vkey()).value();
    EXPECT_TRUE(open_checkpoint(signer.sign(text_of({"log.example", 0, empty_root()})), verifier));
    EXPECT_FALSE(open_checkpoint(signer.sign(text_of({"other.example", 0, empty_root()})), verifier));
}

TEST(Base64, HasOneFormOnly) {
    std::mt19937_64 random(1);
    for (std::size_t size = 0; size < 100; ++size) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(random()));
        EXPECT_EQ(from_base64(base64(bytes)), bytes);
    }
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    for (const auto* bad : {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm 9", "Zm-_"})
        EXPECT_FALSE(from_base64(bad)) << bad;
}

}  // namespace
}  // namespace minhbach::events::merkle
