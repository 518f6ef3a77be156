// From one signing key to the next.
#include "events/merkle/key_chain.hpp"

#include <gtest/gtest.h>

namespace minhbach::events::merkle {
namespace {

NoteSigner signer(std::uint8_t number, const std::string& name = "minhbach.example/2023") {
    Seed seed{};
    seed.fill(number);
    return NoteSigner(name, seed);
}

NoteVerifier verifier(std::uint8_t number) {
    return NoteVerifier::parse(signer(number).vkey()).value();
}

std::string chain() {
    return rotation_note(signer(1), signer(2)) + rotation_note(signer(2), signer(3));
}

TEST(KeyChain, LeadsFromEveryKeyItKnowsToThePresentOne) {
    for (std::uint8_t first = 1; first <= 3; ++first) {
        const auto keys = keys_after(verifier(first), chain()).value();
        ASSERT_EQ(keys.size(), 4u - first);
        EXPECT_EQ(keys.front().vkey(), signer(first).vkey());
        EXPECT_EQ(keys.back().vkey(), signer(3).vkey());
    }
    EXPECT_EQ(keys_of_chain(chain()).value().size(), 3u);
}

TEST(KeyChain, AnEmptyOneLeadsNowhereAndAnUnknownKeyIsRefused) {
    EXPECT_EQ(keys_after(verifier(1), "").value().size(), 1u);
    EXPECT_EQ(keys_after(verifier(4), chain()).error().type, "proof-invalid");
}

TEST(KeyChain, LeadsBackFromEveryKeyItKnows) {
    const auto first = rotation_note(signer(1), signer(2));
    for (std::uint8_t last = 1; last <= 3; ++last) {
        const auto keys = keys_up_to(verifier(last), chain()).value();
        ASSERT_EQ(keys.size(), last);
        EXPECT_EQ(keys.front().vkey(), signer(1).vkey());
        EXPECT_EQ(keys.back().vkey(), signer(last).vkey());
    }
    EXPECT_EQ(chain_up_to(verifier(1), chain()).value(), "");
    EXPECT_EQ(chain_up_to(verifier(2), chain()).value(), first);
    EXPECT_EQ(chain_up_to(verifier(3), chain()).value(), chain());
    EXPECT_EQ(keys_up_to(verifier(1), "").value().size(), 1u);
    EXPECT_EQ(chain_up_to(verifier(1), "").value(), "");
    EXPECT_EQ(keys_up_to(verifier(4), chain()).error().type, "proof-invalid");
    EXPECT_EQ(chain_up_to(verifier(4), chain()).error().type, "proof-invalid");
    EXPECT_FALSE(chain_up_to(verifier(2), chain() + "x")) << "also behind the key";
}

TEST(KeyChain, RefusesEveryOtherText) {
    const auto sound = chain();
    for (std::size_t i = 0; i < sound.size(); ++i) {
        auto changed = sound;
        changed[i] ^= 1;
        EXPECT_FALSE(keys_of_chain(changed)) << i;
        const bool is_whole = i == 0 || i == rotation_note(signer(1), signer(2)).size();
        EXPECT_EQ(keys_of_chain(sound.substr(0, i)).has_value(), is_whole) << i;
    }
    EXPECT_FALSE(keys_of_chain(sound + "x"));
    EXPECT_FALSE(keys_of_chain(rotation_note(signer(2), signer(3)) + rotation_note(signer(1), signer(2)))) << "order";
    EXPECT_FALSE(keys_of_chain(rotation_note(signer(1), signer(2)) + rotation_note(signer(3), signer(4)))) << "a gap";
}

TEST(KeyChain, NeedsBothSignatures) {
    const auto sound = rotation_note(signer(1), signer(2));
    const auto text = sound.substr(0, sound.find("\n\n") + 1);
    const auto line = [&](std::uint8_t number) { return signer(number).sign(text).substr(text.size() + 1); };
    EXPECT_TRUE(keys_of_chain(text + "\n" + line(1) + line(2)));
    EXPECT_FALSE(keys_of_chain(text + "\n" + line(1) + line(1))) << "by the old key alone";
    EXPECT_FALSE(keys_of_chain(text + "\n" + line(2) + line(2))) << "by the new key alone";
    EXPECT_FALSE(keys_of_chain(text + "\n" + line(1) + line(3)));
    EXPECT_THROW(rotation_note(signer(1), signer(1)), std::logic_error);
    EXPECT_THROW(rotation_note(signer(1), signer(2, "other.example")), std::logic_error);
}

}  // namespace
}  // namespace minhbach::events::merkle
