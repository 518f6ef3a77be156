// Signatures that openssl makes, as they come from people: those that fit, those that do not, and what is said of whom.
#include "services/signature/validation.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "signers.hpp"
#include "temporary.hpp"

namespace minhbach::services::signature {
namespace {

const std::string kBytes = std::string(1, '\0') + "\x01 bản ghi\n";

class Validation : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new tests::TemporaryDirectory();
        signers_ = new tests::Signers(folder_->path());
        signers_->authority("state");
        signers_->authority("other");
        signers_->person("ec", "state", "Phạm Văn Cường");
        signers_->person("rsa", "state", "Phạm Văn Cường", tests::Signers::kRsa);
        signers_->person("stranger", "other", "Phạm Văn Cường");
    }
    static void TearDownTestSuite() {
        delete signers_;
        delete folder_;
    }
    static Authorities of_state() { return Authorities::of({signers_->pem("state")}).value(); }
    static Time today() {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return Time::from_millis(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
    }
    static Result<Validated> found(const std::string& der, const Authorities& authorities = of_state(),
                                   const std::string& bytes = kBytes) {
        return validate(der, bytes, authorities, today());
    }
    static SignatureStanding standing(const std::string& der, const Authorities& authorities = of_state(),
                                      Time at = today()) {
        return validate(der, kBytes, authorities, at).value().report.standing;
    }
    static std::string refused(const Result<Validated>& result) { return result ? "taken" : result.error().type; }

    static inline tests::TemporaryDirectory* folder_ = nullptr;
    static inline tests::Signers* signers_ = nullptr;
};

TEST_F(Validation, OfATrustedAuthorityNamesEverythingItRestsOn) {
    const auto der = signers_->sign("ec", kBytes);
    const auto validated = found(der).value();
    const auto& report = validated.report;
    EXPECT_EQ(report.standing, SignatureStanding::trusted);
    EXPECT_EQ(report.why, std::nullopt);
    EXPECT_EQ(report.algorithm.str(), "ecdsa-with-SHA256, SHA256");
    EXPECT_EQ(report.key.str(), "EC prime256v1");
    EXPECT_EQ(report.subject.str(), "CN=Phạm Văn Cường,C=VN");
    EXPECT_EQ(report.issuer.str(), "CN=CA state,O=Thử nghiệm");
    EXPECT_FALSE(report.serial.empty());
    EXPECT_LT(report.not_before.millis(), today().plus_millis(1000).millis());
    EXPECT_GT(report.not_after, today());
    EXPECT_FALSE(report.certificate.str().empty());
    EXPECT_TRUE(report.authority.has_value());
    EXPECT_TRUE(report.claimed_at.has_value());
    EXPECT_FALSE(report.revocation_checked);
    EXPECT_EQ(validated.common_name, "Phạm Văn Cường");
    EXPECT_TRUE(signers_->openssl_verifies("state", kBytes, der));
}

TEST_F(Validation, TakesWhatCardsMake) {
    const auto rsa = found(signers_->sign("rsa", kBytes)).value().report;
    EXPECT_EQ(rsa.standing, SignatureStanding::trusted);
    EXPECT_EQ(rsa.key.str(), "RSA 2048");
    for (const std::string how : {"-md sha384", "-md sha512 -keyopt rsa_padding_mode:pss", "-noattr -md sha256",
                                  "-cades -md sha256", "-keyid -md sha256"}) {
        const auto der = signers_->sign("rsa", kBytes, how);
        EXPECT_EQ(standing(der), SignatureStanding::trusted) << how;
    }
    EXPECT_EQ(found(signers_->sign("ec", kBytes, "-noattr -md sha256")).value().report.claimed_at, std::nullopt);
}

TEST_F(Validation, SaysWhomNobodyVouchesFor) {
    EXPECT_EQ(standing(signers_->sign("stranger", kBytes)), SignatureStanding::untrusted);
    EXPECT_EQ(standing(signers_->sign("ec", kBytes), Authorities()), SignatureStanding::unknown_issuer);
    // A certificate that vouches for itself is nobody's word, also where its name is that of an authority.
    EXPECT_EQ(standing(signers_->sign("other", kBytes)), SignatureStanding::untrusted);
    // The stranger brings the certificate of the stranger's own authority along.
    EXPECT_EQ(standing(signers_->sign("stranger", kBytes, "-md sha256 -certfile " + signers_->certificate("other"))),
              SignatureStanding::untrusted);
}

TEST_F(Validation, TakesAChainOverOneInBetweenWhoMayVouchForOthers) {
    const auto below = [](const std::string& between) {
        signers_->person("below-" + between, between, "Phạm Văn Cường");
        const auto along = "-md sha256 -certfile " + signers_->certificate(between);
        return standing(signers_->sign("below-" + between, kBytes, along));
    };
    signers_->person("between", "state", "CA ở giữa", tests::Signers::kEc, "basicConstraints=critical,CA:TRUE\n");
    EXPECT_EQ(below("between"), SignatureStanding::trusted);
    EXPECT_EQ(standing(signers_->sign("below-between", kBytes)), SignatureStanding::untrusted);  // it is not there
    EXPECT_EQ(below("rsa"), SignatureStanding::untrusted);                                       // made for a person
}

TEST_F(Validation, GoesByTheDayItCameIn) {
    const auto der = signers_->sign("ec", kBytes);
    EXPECT_EQ(standing(der, of_state(), today().plus_millis(std::int64_t{40} * 86'400'000)),
              SignatureStanding::expired);
    EXPECT_EQ(standing(der, of_state(), Time::of("2001-01-01T00:00:00Z")), SignatureStanding::not_yet_valid);
}

TEST_F(Validation, SaysWhatTheCertificateIsNotFor) {
    signers_->person("server", "state", "may-chu", tests::Signers::kEc, "keyUsage=keyAgreement\n");
    EXPECT_EQ(standing(signers_->sign("server", kBytes)), SignatureStanding::not_for_signing);
    signers_->person("signing", "state", "Phạm Văn Cường", tests::Signers::kEc, "keyUsage=nonRepudiation\n");
    EXPECT_EQ(standing(signers_->sign("signing", kBytes)), SignatureStanding::trusted);
}

TEST_F(Validation, SaysWhatCanBeForged) {
    EXPECT_EQ(standing(signers_->sign("rsa", kBytes, "-md sha1")), SignatureStanding::weak);
    EXPECT_EQ(standing(signers_->sign("rsa", kBytes, "-md sha1"), Authorities()), SignatureStanding::weak);
    signers_->person("short", "state", "Phạm Văn Cường", "-newkey rsa:1024");
    EXPECT_EQ(standing(signers_->sign("short", kBytes)), SignatureStanding::weak);
}

TEST_F(Validation, RefusesWhatDoesNotFitTheBytes) {
    const auto der = signers_->sign("ec", kBytes);
    for (std::size_t at = 0; at < kBytes.size(); ++at) {
        auto changed = kBytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_EQ(refused(found(der, of_state(), changed)), "signature-invalid") << at;
    }
    EXPECT_EQ(refused(found(der, of_state(), kBytes + " ")), "signature-invalid");
    EXPECT_EQ(refused(found(der, of_state(), "")), "signature-invalid");
    EXPECT_EQ(refused(found(signers_->sign("ec", "something else"))), "signature-invalid");
}

// Whatever byte is changed, nobody is trusted for another signature than the one that was made.
TEST_F(Validation, LetsNoByteOfTheSignatureBeChanged) {
    const auto der = signers_->sign("ec", kBytes);
    const auto report = found(der).value().report;
    std::size_t refusals = 0;
    for (std::size_t at = 0; at < der.size(); ++at) {
        auto changed = der;
        changed[at] = static_cast<char>(changed[at] ^ 0x20);
        const auto result = found(changed);
        if (!result) {
            ++refusals;
        } else if (result->report.standing == SignatureStanding::trusted) {
            // What nothing vouches for, such as the name of an algorithm that is named twice.
            EXPECT_EQ(result->report.certificate, report.certificate) << at;
            EXPECT_EQ(result->report.subject, report.subject) << at;
            EXPECT_EQ(result->report.claimed_at, report.claimed_at) << at;
        }
    }
    EXPECT_GT(refusals, der.size() / 2);
}

TEST_F(Validation, RefusesWhatIsNoDetachedSignatureOfOne) {
    const auto refusals = [](const std::string& der) {
        const auto result = found(der);
        return result ? "taken" : result.error().type + " " + result.error().field;
    };
    const std::string field = "invalid-field /signature";
    EXPECT_EQ(refusals(""), field);
    EXPECT_EQ(refusals("not a signature"), field);
    EXPECT_EQ(refusals(std::string(kSignatureBytesMax + 1, '0')), field);
    EXPECT_EQ(refusals(signers_->der("ec")), field);
    const auto der = signers_->sign("ec", kBytes);
    EXPECT_EQ(refusals(der.substr(0, der.size() - 1)), field);
    EXPECT_EQ(refusals(der + "x"), field);
    EXPECT_EQ(refusals(signers_->sign("ec", kBytes, "-md sha256 -nodetach")), field);
    EXPECT_EQ(refusals(signers_->sign("ec", kBytes, "-md sha256 -nocerts")), field);
    EXPECT_EQ(refusals(signers_->sign(
                  "ec", kBytes,
                  "-md sha256 -signer " + signers_->certificate("stranger") + " -inkey " + signers_->key("stranger"))),
              field);
}

TEST_F(Validation, NamesAreShownHoweverTheyAreWritten) {
    signers_->person("long", "state",
                     std::string(60, 'A') + "/OU=" + std::string(60, 'B') + "/O=" + std::string(60, 'C') +
                         "/L=" + std::string(60, 'D') + "/ST=" + std::string(60, 'E'));
    EXPECT_EQ(found(signers_->sign("long", kBytes)).value().report.subject.str().size(), Label::characters_max);
    // U+00D0 looks like Đ and is refused in texts.
    signers_->person("alike", "state", "\u00D0ỗ Văn Đức");
    EXPECT_EQ(found(signers_->sign("alike", kBytes)).value().report.subject.str().find("\u00D0"), std::string::npos);
}

TEST_F(Validation, AuthoritiesAreCertificatesAndNothingElse) {
    EXPECT_EQ(Authorities().count(), 0u);
    EXPECT_EQ(Authorities::of({signers_->pem("state") + signers_->pem("other"), signers_->der("state")})->count(), 3u);
    EXPECT_EQ(standing(signers_->sign("ec", kBytes), Authorities::of({signers_->der("state")}).value()),
              SignatureStanding::trusted);
    for (const std::string bad : {"", "text", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}) {
        const auto refusal = Authorities::of({signers_->pem("state"), bad});
        ASSERT_FALSE(refusal) << bad;
        EXPECT_EQ(refusal.error().field, "1");
    }
    EXPECT_FALSE(Authorities::of({signers_->pem("state") + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END "
                                                           "CERTIFICATE-----\n"}));
}

}  // namespace
}  // namespace minhbach::services::signature
