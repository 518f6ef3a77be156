#include "api/sign_in/totp.hpp"

#include <gtest/gtest.h>

namespace minhbach::api::sign_in {
namespace {

// The key of RFC 6238, appendix B: "12345678901234567890".
constexpr std::string_view kKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

TEST(OneTimeCodes, AreThoseOfTheRfc) {
    // The appendix shows eight digits; six are the last of them.
    EXPECT_EQ(totp::code_at(kKey, 59 / 30), "287082");
    EXPECT_EQ(totp::code_at(kKey, 1111111109 / 30), "081804");
    EXPECT_EQ(totp::code_at(kKey, 1234567890 / 30), "005924");
    EXPECT_EQ(totp::code_at(kKey, 20000000000 / 30), "353130");
    EXPECT_EQ(totp::code_at("no base32!", 1), std::nullopt);
}

TEST(OneTimeCodes, HoldForTheirStepAndItsNeighboursAndWorkOnce) {
    const Time now = Time::from_millis(1111111109'000);
    const std::int64_t step = 1111111109 / 30;
    for (const auto offset : {-1, 0, 1})
        EXPECT_EQ(totp::step_of(kKey, *totp::code_at(kKey, step + offset), now, 0), step + offset);
    for (const auto offset : {-2, 2})
        EXPECT_EQ(totp::step_of(kKey, *totp::code_at(kKey, step + offset), now, 0), std::nullopt);
    EXPECT_EQ(totp::step_of(kKey, *totp::code_at(kKey, step), now, step), std::nullopt);
    EXPECT_EQ(totp::step_of(kKey, "", now, 0), std::nullopt);
}

TEST(OneTimeCodes, KeysAreRandomAndFitAnApp) {
    const auto key = totp::new_key();
    EXPECT_EQ(key.size(), 32u);
    EXPECT_EQ(key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), std::string::npos);
    EXPECT_NE(key, totp::new_key());
    EXPECT_TRUE(totp::code_at(key, 1));
    EXPECT_EQ(totp::link("ABC", "P1", "MinhBach"), "otpauth://totp/MinhBach:P1?secret=ABC&issuer=MinhBach");
}

}  // namespace
}  // namespace minhbach::api::sign_in
