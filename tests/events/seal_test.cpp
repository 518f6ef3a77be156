#include "events/seal.hpp"

#include <gtest/gtest.h>

#include <random>

#include "events/files.hpp"

namespace minhbach::events {
namespace {

VaultKey key_of(std::uint8_t byte) {
    VaultKey key;
    key.fill(byte);
    return key;
}

class Seal : public ::testing::Test {
protected:
    const VaultKey key_ = key_of(1);
    const PartName part_{EventId{{1, 2, 3}}, 0};
    const std::string text_ =
        R"({"dossier":"2023-P000123","person":"P000123","side":"PEER","text":"hoàn thành tốt nhiệm vụ"})";

    std::string opened(const SealedPart& sealed, const VaultKey& key, PartName part) {
        return open_part(key, Secrecy::sealed, part, sealed.commitment, sealed.bytes);
    }
};

TEST_F(Seal, HkdfExpandsAsRfc5869Says) {
    // Test case 1 has a PRK of 32 bytes.
    constexpr std::uint8_t kPrk[] = {0x07, 0x77, 0x09, 0x36, 0x2c, 0x2e, 0x32, 0xdf, 0x0d, 0xdc, 0x3f,
                                     0x0d, 0xc4, 0x7b, 0xba, 0x63, 0x90, 0xb6, 0xc7, 0x3b, 0xb5, 0x0f,
                                     0x9c, 0x31, 0x22, 0xec, 0x84, 0x4a, 0xd7, 0xc2, 0xb3, 0xe5};
    VaultKey prk;
    std::copy(std::begin(kPrk), std::end(kPrk), prk.begin());
    EXPECT_EQ(hex(hkdf_expand(prk, "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9", 42)),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

TEST_F(Seal, OpensToTheSameBytes) {
    std::mt19937_64 random(1);
    for (const std::size_t size : {0u, 1u, 10u, 600u, 5000u, 300'000u}) {
        std::string text;
        while (text.size() < size) text.push_back(static_cast<char>(random()));
        for (const auto& plaintext : {text, std::string(size, 'a')}) {
            for (const auto secrecy : {Secrecy::plain, Secrecy::sealed}) {
                const auto sealed = seal_part(key_, secrecy, part_, plaintext);
                ASSERT_EQ(open_part(key_, secrecy, part_, sealed.commitment, sealed.bytes), plaintext);
                // Compressed only where that is smaller: format byte and tag are all that may be added.
                ASSERT_LE(sealed.bytes.size(), plaintext.size() + 1 + (secrecy == Secrecy::sealed ? 16 : 0));
            }
        }
    }
}

TEST_F(Seal, DictionaryMakesAnOrdinaryEventSmaller) {
    EXPECT_LT(seal_part(key_, Secrecy::sealed, part_, text_).bytes.size(), text_.size() * 3 / 4);
}

TEST_F(Seal, DictionaryNeverChanges) {
    EXPECT_EQ(hex(sha256(*read_file(SOURCE_DIR "/events/payload-dictionary-1.txt"))),
              "452229cc0bfc7e31aac6c7eba59981b589f3069a7aa791a9d5ee8f83e51151f5");
}

TEST_F(Seal, CommitmentIsOverSaltAndPlaintext) {
    const auto sealed = seal_part(key_, Secrecy::sealed, part_, text_);
    const auto salt = part_salt(key_, part_);
    EXPECT_EQ(sealed.commitment, commitment_of(salt, text_));
    EXPECT_EQ(sealed.commitment, sha256("mb-payload-v1" + std::string(view(salt)) + text_));
    EXPECT_EQ(seal_part(key_, Secrecy::plain, part_, text_).commitment, sealed.commitment);
    EXPECT_NE(sealed.commitment, seal_part(key_of(2), Secrecy::sealed, part_, text_).commitment);
    EXPECT_NE(sealed.commitment, seal_part(key_, Secrecy::sealed, {part_.event, 1}, text_).commitment);
    EXPECT_NE(sealed.commitment, seal_part(key_, Secrecy::sealed, {EventId{{9}}, 0}, text_).commitment);
}

TEST_F(Seal, HidesThePlaintext) {
    const auto sealed = seal_part(key_, Secrecy::sealed, part_, text_);
    EXPECT_EQ(sealed.bytes.find("P000123"), std::string::npos);
    // The same text of another event gives other bytes: equal levels cannot be told from equal ciphertexts.
    EXPECT_NE(sealed.bytes, seal_part(key_, Secrecy::sealed, {EventId{{9}}, 0}, text_).bytes);
}

TEST_F(Seal, OpensOnlyForItsKeyPlaceAndCommitment) {
    const auto sealed = seal_part(key_, Secrecy::sealed, part_, text_);
    EXPECT_THROW(opened(sealed, key_of(2), part_), std::runtime_error);
    EXPECT_THROW(opened(sealed, key_, {part_.event, 1}), std::runtime_error);
    EXPECT_THROW(opened(sealed, key_, {EventId{{9}}, 0}), std::runtime_error);
    EXPECT_THROW(open_part(key_, Secrecy::sealed, part_, Hash{}, sealed.bytes), std::runtime_error);
    EXPECT_THROW(open_part(key_, Secrecy::plain, part_, sealed.commitment, sealed.bytes), std::runtime_error);
}

TEST_F(Seal, WithAnyBitFlippedIsRefused) {
    for (const auto secrecy : {Secrecy::plain, Secrecy::sealed}) {
        const auto sealed = seal_part(key_, secrecy, part_, text_);
        for (std::size_t at = 0; at < sealed.bytes.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                auto flipped = sealed.bytes;
                flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
                try {
                    // zstd may ignore a bit of its frame; then the plaintext must be the same.
                    ASSERT_EQ(open_part(key_, secrecy, part_, sealed.commitment, flipped), text_);
                    ASSERT_EQ(secrecy, Secrecy::plain);
                } catch (const std::runtime_error&) {
                }
            }
        }
        EXPECT_THROW(open_part(key_, secrecy, part_, sealed.commitment, ""), std::runtime_error);
    }
}

TEST_F(Seal, PayloadRowKeepsItsParts) {
    const std::vector<KeptPart> parts{{0, "abc"}, {KeptPart::kNobody, ""}, {300, std::string(1000, 'x')}};
    const auto row = encode_payload(parts);
    const auto decoded = decode_payload(row);
    ASSERT_EQ(decoded.size(), 3u);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_EQ(decoded[i].subject, parts[i].subject);
        EXPECT_EQ(decoded[i].bytes, parts[i].bytes);
    }
    EXPECT_THROW(decode_payload(row.substr(0, row.size() - 1)), std::runtime_error);
    EXPECT_THROW(decode_payload("\x80"), std::runtime_error);
}

}  // namespace
}  // namespace minhbach::events
