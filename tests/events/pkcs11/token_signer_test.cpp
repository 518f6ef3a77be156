// A signing key in a token: SoftHSM in a directory of the test's own.
#include "events/pkcs11/token_signer.hpp"

#include <chrono>
#include <cstdlib>
#include <thread>

#include "../log_fixture.hpp"
#include "events/check.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/ed25519.hpp"
#include "events/signing_keys.hpp"

namespace {
bool softhsm_was_used = false;
}

// Asked by the leak sanitizer at the end: SoftHSM 2.6 loses a point with every C_SignInit of an Edwards key, below
// frames that cannot be named.
extern "C" int __lsan_is_turned_off();
extern "C" int __lsan_is_turned_off() {
    return softhsm_was_used ? 1 : 0;
}

namespace minhbach::events {
namespace {

constexpr const char* kModule = "/usr/lib/softhsm/libsofthsm2.so";
constexpr const char* kPin = "814703";

void call(const std::string& command) {
    if (std::system((command + " > /dev/null 2>&1").c_str()) != 0) throw std::runtime_error("failed: " + command);
}

// With two Ed25519 keys, "log" and "next", and one that is none, "other".
class Token : public LogTest {
protected:
    Token() : folder_(directory_.string() + ".token") {
        softhsm_was_used = true;
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_ / "tokens");
        replace_file(folder_ / "conf",
                     "directories.tokendir = " + (folder_ / "tokens").string() + "\nlog.level = ERROR\n", 0600);
        set_pin(kPin);
        ::setenv("SOFTHSM2_CONF", (folder_ / "conf").c_str(), 1);
        const std::string pin(kPin);
        call("softhsm2-util --init-token --free --label minhbach --so-pin " + pin + " --pin " + pin);
        for (const std::string key : {"EC:edwards25519 --label log --id 01", "EC:edwards25519 --label next --id 02",
                                      "EC:prime256v1 --label other --id 03"})
            call(std::string("pkcs11-tool --module ") + kModule + " --token-label minhbach --login --pin " + pin +
                 " --keypairgen --key-type " + key);
    }
    ~Token() override {
        log_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    void set_pin(const std::string& pin) { replace_file(folder_ / "pin", pin + "\n", 0600); }
    std::string uri(const std::string& key = "log", const std::string& token = "minhbach") const {
        return "pkcs11:token=" + token + ";object=" + key + "?module-path=" + kModule +
               "&pin-source=file:" + (folder_ / "pin").string();
    }
    void take_away() {
        std::filesystem::rename(folder_ / "tokens", folder_ / "away");
        std::filesystem::create_directory(folder_ / "tokens");
    }
    void bring_back() {
        std::filesystem::remove(folder_ / "tokens");
        std::filesystem::rename(folder_ / "away", folder_ / "tokens");
    }

    static std::string refusal(const std::string& uri) {
        const auto opened = pkcs11::open_token(uri);
        return opened ? "" : opened.error().type + ": " + opened.error().detail_en;
    }
    static std::string failure(const merkle::Signer& signer) {
        try {
            (void)signer.sign("text");
            return "";
        } catch (const merkle::SignerUnavailable& error) {
            return error.what();
        }
    }
    static bool is_sound(const merkle::Signer& signer) {
        return merkle::NamedKey{"a", merkle::kNoteKey, signer.public_key()}.verify("text", signer.sign("text"));
    }

    const std::filesystem::path folder_;
};

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(Token, Signs) {
    const auto signer = pkcs11::open_token(uri());
    ASSERT_TRUE(signer) << signer.error().detail_en;
    EXPECT_TRUE(is_sound(**signer));
    const auto next = pkcs11::open_token(uri("next")).value();
    EXPECT_NE(next->public_key(), (*signer)->public_key());
    EXPECT_TRUE(is_sound(*next)) << "beside the other one";
    EXPECT_TRUE(is_sound(**signer));
}

TEST_F(Token, SaysWhatIsWrong) {
    EXPECT_THAT(refusal(uri("none")), HasSubstr("signer-unavailable: The signing key in the PKCS#11 token cannot be "
                                                "used: the token holds no private key of this name"));
    EXPECT_THAT(refusal(uri("log", "none")), HasSubstr("the token is not there"));
    EXPECT_THAT(refusal(uri("other")), HasSubstr("not an Ed25519 key"));
    auto several = uri();
    several.erase(several.find(";object=log"), 11);
    EXPECT_THAT(refusal(several), HasSubstr("several private keys"));
    EXPECT_THAT(refusal(uri() + "&pin-value=1"), StartsWith("invalid-field"));
    EXPECT_THAT(refusal(uri().substr(0, uri().find("&pin-source"))), StartsWith("invalid-field"));
    EXPECT_THAT(refusal("pkcs11:"), StartsWith("invalid-field"));
    EXPECT_THAT(refusal("log"), StartsWith("invalid-field"));
    std::filesystem::permissions(folder_ / "pin", std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    EXPECT_THAT(refusal(uri()), StartsWith("directory-exposed"));
    set_pin("wrong");
    EXPECT_THAT(refusal(uri()), HasSubstr("does not take the PIN"));
    std::filesystem::remove(folder_ / "pin");
    EXPECT_THAT(refusal(uri()), HasSubstr("file of the PIN is missing"));
}

TEST_F(Token, ComesAndGoes) {
    const auto signer = pkcs11::open_token(uri()).value();
    take_away();
    EXPECT_NE(failure(*signer), "");
    EXPECT_EQ(failure(*signer), "the token is not there");
    bring_back();
    EXPECT_EQ(failure(*signer), "");
    EXPECT_TRUE(is_sound(*signer));
}

TEST_F(Token, IsNotGivenAWrongPinTwice) {
    const auto signer = pkcs11::open_token(uri()).value();
    take_away();
    EXPECT_NE(failure(*signer), "");
    bring_back();
    set_pin("wrong");
    EXPECT_THAT(failure(*signer), HasSubstr("does not take the PIN"));
    EXPECT_THAT(failure(*signer), HasSubstr("must hold another"));
    set_pin("wrong again");
    EXPECT_THAT(failure(*signer), HasSubstr("does not take the PIN"));
    set_pin(kPin);
    EXPECT_TRUE(is_sound(*signer));
}

TEST_F(Token, IsKnownByItsPublicKey) {
    const auto signer = pkcs11::open_token(uri()).value();
    take_away();
    EXPECT_NE(failure(*signer), "");
    bring_back();
    const auto tool = std::string("pkcs11-tool --module ") + kModule + " --token-label minhbach --login --pin " + kPin;
    call(tool + " --delete-object --type privkey --label log");
    call(tool + " --delete-object --type pubkey --label log");
    call(tool + " --keypairgen --key-type EC:edwards25519 --label log --id 09");
    EXPECT_EQ(failure(*signer), "the token holds another key");
}

TEST_F(Token, HoldsTheKeyOfALogThatBeganInAFile) {
    open();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("a")));
    const auto before = log_->publish_checkpoint(Ledger::main);
    const auto old_key = merkle::NoteVerifier::parse(log_->vkey()).value();
    log_.reset();
    ASSERT_EQ(rotate_signing_key(directory_, uri("none")).error().type, "signer-unavailable");
    EXPECT_EQ(read_vkey(directory_).value(), old_key.vkey());
    ASSERT_TRUE(rotate_signing_key(directory_, uri()));
    EXPECT_THAT(*read_file(directory_ / "signing-key"), StartsWith("mb-signing-token-v1 "));
    EXPECT_EQ(rotate_signing_key(directory_, uri()).error().type, "already-exists");
    open();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("b")));
    const auto after = log_->publish_checkpoint(Ledger::main);
    const auto new_key = merkle::NoteVerifier::parse(log_->vkey()).value();
    EXPECT_TRUE(merkle::open_checkpoint(after.note, new_key));
    EXPECT_FALSE(merkle::open_checkpoint(after.note, old_key));
    EXPECT_EQ(keys_of(*log_, Ledger::main).front().vkey(), old_key.vkey());
    EXPECT_TRUE(check(*log_, Ledger::main, {{}, {}, {before.note}}).violations.empty());

    // Away while it is open: what is accepted is durable, and signed when it is back.
    take_away();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("c")));
    const auto is_stopped = [&](bool stopped) {
        for (int i = 0; i < 500 && log_->signing_stopped().has_value() != stopped; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return log_->signing_stopped().has_value() == stopped;
    };
    ASSERT_TRUE(is_stopped(true));
    EXPECT_EQ(log_->checkpoint(Ledger::main).note, after.note);
    bring_back();
    ASSERT_TRUE(is_stopped(false));
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 3u);
    log_.reset();

    take_away();
    EXPECT_EQ(try_open().error().type, "signer-unavailable");
    EXPECT_TRUE(open_store_read_only(directory_)) << "what is only read needs no key";
    bring_back();
    ASSERT_TRUE(rotate_signing_key(directory_));
    EXPECT_EQ(rotate_signing_key(directory_, uri()).error().type, "already-exists") << "it has signed before";
    open();
    EXPECT_EQ(keys_of(*log_, Ledger::main).size(), 3u);
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
}

TEST_F(Token, HoldsTheKeyOfALogFromTheBeginning) {
    ASSERT_EQ(create_store(directory_, kOrigin, uri("none")).error().type, "signer-unavailable");
    EXPECT_FALSE(std::filesystem::exists(directory_)) << "nothing is left behind";
    ASSERT_TRUE(create_store(directory_, kOrigin, uri()));
    open();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("a")));
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 1u);
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
    EXPECT_TRUE(keys_of(*log_, Ledger::main).front().vkey() == log_->vkey());
}

}  // namespace
}  // namespace minhbach::events
