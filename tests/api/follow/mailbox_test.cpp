#include "api/follow/mailbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "api/follow/address.hpp"
#include "api/follow/signing.hpp"
#include "temporary.hpp"

namespace minhbach::api::follow {
namespace {

class MailboxTest : public ::testing::Test {
protected:
    std::filesystem::path folder() const { return directory_.path() / "webhooks" / "W1"; }
    void append(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder() / name, std::ios::app) << bytes;
    }
    static DeadLetter letter(std::uint64_t position) {
        return {position, events::EventId{}, 3, Time::of("2023-11-20T08:00"), "the receiver answered 500"};
    }
    static unsigned mode_of(const std::filesystem::path& path) {
        struct stat status{};
        ::stat(path.c_str(), &status);
        return status.st_mode & 0777;
    }
    tests::TemporaryDirectory directory_;
};

TEST_F(MailboxTest, RemembersTheCursorAndTheDeadLetters) {
    {
        Mailbox mailbox(folder());
        EXPECT_FALSE(mailbox.cursor());
        mailbox.keep(17);
        mailbox.keep(18);
        mailbox.bury(letter(3));
        mailbox.bury(letter(5));
        mailbox.bury(letter(5));
        mailbox.taken(3);
    }
    Mailbox again(folder());
    EXPECT_EQ(again.cursor(), 18u);
    ASSERT_EQ(again.dead_letters().size(), 1u);
    EXPECT_EQ(again.dead_letters().at(5).error, "the receiver answered 500");
    EXPECT_EQ(again.dead_letters().at(5).attempts, 3);
}

TEST_F(MailboxTest, KeepsWhatStandsBeforeTheCursor) {
    const std::string leaf(64, 'a');
    Mailbox(folder()).keep(17, leaf);
    EXPECT_EQ(Mailbox(folder()).cursor(), 17u);
    EXPECT_EQ(Mailbox(folder()).leaf_before(), leaf);
    Mailbox(folder()).keep(18);
    EXPECT_EQ(Mailbox::looked_at(folder()).cursor(), 18u);
    EXPECT_EQ(Mailbox::looked_at(folder()).leaf_before(), "");
}

TEST_F(MailboxTest, TakesACursorThatIsNotWholeForNone) {
    Mailbox(folder()).keep(1234);
    for (const auto size : {0, 10, 30}) {
        std::filesystem::resize_file(folder() / "cursor", static_cast<std::uintmax_t>(size));
        EXPECT_FALSE(Mailbox(folder()).cursor());
    }
    std::ofstream(folder() / "cursor") << "mb-webhook-cursor-v1 9999 0123456789abcdef\n";
    EXPECT_FALSE(Mailbox(folder()).cursor());
}

TEST_F(MailboxTest, CutsOffATornEndAndRefusesDamageBeforeIt) {
    Mailbox(folder()).bury(letter(3));
    append("dead-letters", "dead 5 0000");
    {
        Mailbox mailbox(folder());
        EXPECT_EQ(mailbox.dead_letters().size(), 1u);
        mailbox.bury(letter(8));
    }
    EXPECT_EQ(Mailbox(folder()).dead_letters().size(), 2u);
    std::fstream file(folder() / "dead-letters", std::ios::in | std::ios::out);
    file.seekp(5);
    file << "4";
    file.close();
    EXPECT_THROW(Mailbox{folder()}, std::runtime_error);
}

TEST_F(MailboxTest, LookedAtBesideItsWriterIsLeftAsItIs) {
    EXPECT_FALSE(Mailbox::looked_at(folder()).cursor());
    EXPECT_FALSE(std::filesystem::exists(folder()));
    Mailbox mailbox(folder());
    mailbox.keep(17);
    mailbox.bury(letter(3));
    append("dead-letters", "dead 5 0000");  // half of a line that is being written
    const auto size = std::filesystem::file_size(folder() / "dead-letters");
    const auto looked_at = Mailbox::looked_at(folder());
    EXPECT_EQ(looked_at.cursor(), 17u);
    EXPECT_EQ(looked_at.dead_letters().size(), 1u);
    EXPECT_EQ(std::filesystem::file_size(folder() / "dead-letters"), size);
}

TEST_F(MailboxTest, ANewSecretSignsFirstAndTheOneBeforeForAWhile) {
    const auto now = Time::of("2023-11-20T08:00");
    const auto later = now.plus_millis(1000);
    EXPECT_THAT(Mailbox::secrets(folder(), now), ::testing::IsEmpty());
    const auto first = Mailbox::renew_secret(folder(), now, later);
    EXPECT_THAT(first, ::testing::StartsWith("whsec_"));
    EXPECT_EQ(mode_of(folder() / "secret"), 0600u);
    EXPECT_EQ(mode_of(folder()), 0700u);
    const auto second = Mailbox::renew_secret(folder(), now, later);
    EXPECT_NE(first, second);
    EXPECT_THAT(Mailbox::secrets(folder(), now), ::testing::ElementsAre(second, first));
    EXPECT_THAT(Mailbox::secrets(folder(), later), ::testing::ElementsAre(second));
}

TEST(WebhookSigning, SignsAsStandardWebhooksSays) {
    const std::string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const auto one = signatures({secret}, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})");
    EXPECT_EQ(one, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");  // of the reference implementation
    EXPECT_EQ(signatures({secret, secret}, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"),
              one + " " + one);
    EXPECT_THROW(signatures({"whsec_%"}, "a", 1, "b"), std::runtime_error);
}

TEST(WebhookAddress, IsTakenApart) {
    const auto address = parse_address("https://Hooks.Example.vn/a/b?c=d");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->base, "https://hooks.example.vn:443");
    EXPECT_EQ(address->destination, "hooks.example.vn:443");
    EXPECT_EQ(address->target, "/a/b?c=d");
    EXPECT_FALSE(address->is_literal);
    EXPECT_EQ(parse_address("http://127.0.0.1:81")->target, "/");
    EXPECT_TRUE(parse_address("http://127.0.0.1:81")->is_literal);
    EXPECT_EQ(parse_address("http://[::1]/x")->destination, "[::1]:80");
    EXPECT_TRUE(parse_address("http://[::1]/x")->is_literal);
    for (const auto wrong : {"ftp://a", "http://", "http://:80/", "http://a:b/", "http://a:/"})
        EXPECT_FALSE(parse_address(wrong)) << wrong;
}

}  // namespace
}  // namespace minhbach::api::follow
