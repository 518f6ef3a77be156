#include "services/webhook/webhook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_province.hpp"

namespace minhbach::services::webhook {
namespace {

SubscribeWebhook a_webhook(std::string_view url = "https://hooks.example.vn/mb") {
    SubscribeWebhook command;
    command.webhook = WebhookId::of("W1");
    command.receiver = Label::of("Sở Nội vụ");
    command.url = Label::of(url);
    return command;
}

std::string type_of(const Decision& decision) {
    return decision ? "accepted" : decision.error().type;
}

Given opened() {
    return given(a_province()).at("2023-11-20T08:00");
}

TEST(WebhookRules, AreForAdministratorsAndHomeAffairs) {
    for (const auto person : {"ADMIN", "HOMEAFFAIRS"}) {
        const auto decision = opened().when(person, a_webhook());
        ASSERT_TRUE(decision) << person;
        ASSERT_EQ(decision->events.size(), 1u);
        EXPECT_EQ(decision->events.front().stream.name(), "webhook/W1");
        EXPECT_EQ(decision->events.front().event.get<WebhookSubscribed>(), a_webhook());
    }
    for (const auto person : {"A1", "DIRECTOR", "OFFICER"}) {
        EXPECT_EQ(type_of(opened().when(person, a_webhook())), "not-competent") << person;
        const auto begun = opened().after("ADMIN", a_webhook());
        EXPECT_EQ(type_of(begun.when(person, RotateWebhookSecret{WebhookId::of("W1")})), "not-competent");
        EXPECT_EQ(type_of(begun.when(person, EndWebhook{WebhookId::of("W1"), Text::of("x")})), "not-competent");
    }
}

TEST(WebhookRules, TakeAnAddressThatIsUnderstoodInOneWay) {
    for (const auto good : {"https://a", "http://127.0.0.1:8080/x?y=z", "https://[::1]:443/"})
        EXPECT_TRUE(opened().when("ADMIN", a_webhook(good))) << good;
    for (const auto bad : {"a", "ftp://a/", "https://", "https://:80/", "https:///x", "https://u:p@a/", "https://a/#b",
                           "https://a b/", "https://ă.vn/", "https://a\\b/", "HTTPS://a/"})
        EXPECT_EQ(type_of(opened().when("ADMIN", a_webhook(bad))), "invalid-field") << bad;
}

TEST(WebhookRules, RefuseAFilterThatWouldNeverMatch) {
    auto command = a_webhook();
    command.types = {Label::of("rating.decided"), Label::of("dossier.*")};
    command.subject = PersonCode::of("A1");
    command.unit = UnitCode::of("51-S05");
    command.from = 0;
    EXPECT_TRUE(opened().when("ADMIN", command));
    command.types = {Label::of("rating.decide"), Label::of("dossiers.*"), Label::of("*")};
    command.subject = PersonCode::of("NOBODY");
    command.unit = UnitCode::of("99");
    command.from = -1;
    const auto decision = opened().when("ADMIN", command);
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error().more.size(), 5u);  // three types, a position, a person and a unit
}

TEST(WebhookRules, AnIdIsUsedOnceAndWhatEndedDoesNotGoOn) {
    const auto begun = opened().after("ADMIN", a_webhook());
    EXPECT_EQ(type_of(begun.when("ADMIN", a_webhook())), "already-exists");
    EXPECT_TRUE(begun.when("ADMIN", RotateWebhookSecret{WebhookId::of("W1")}));
    const EndWebhook end{WebhookId::of("W1"), Text::of("Không còn dùng.")};
    const auto ended = begun.after("HOMEAFFAIRS", end);
    EXPECT_EQ(type_of(ended.when("ADMIN", a_webhook())), "already-exists");
    EXPECT_EQ(type_of(ended.when("ADMIN", RotateWebhookSecret{WebhookId::of("W1")})), "step-order");
    EXPECT_EQ(type_of(ended.when("ADMIN", end)), "step-order");
    EXPECT_EQ(type_of(opened().when("ADMIN", end)), "not-found-or-not-allowed");
    EXPECT_EQ(type_of(begun.when("ADMIN", EndWebhook{WebhookId::of("W1"), {}})), "reason-required");
}

TEST(WebhookRules, TheProgramEndsWhatIsGoneOnce) {
    const auto begun = opened().after("ADMIN", a_webhook());
    const auto decision = gone(*begun.past(), WebhookId::of("W1"));
    const auto& decided = decision.value();
    ASSERT_EQ(decided.events.size(), 1u);
    EXPECT_EQ(decided.events.front().event.get<WebhookEnded>().why, WebhookEnd::gone);
    EXPECT_EQ(decided.authority.capacity, Capacity::system);
    const auto after = begun.and_decided(decision).past();
    EXPECT_TRUE(gone(*after, WebhookId::of("W1"))->events.empty());
}

TEST(WebhookState, BeginsBehindItsOwnEventUnlessAPositionIsNamed) {
    events::Recorded recorded;
    recorded.record.position = {41};
    recorded.event = a_webhook();
    Webhook later;
    later.apply(recorded);
    EXPECT_EQ(later.first, 42u);
    auto from = a_webhook();
    from.from = 7;
    recorded.event = from;
    Webhook earlier;
    earlier.apply(recorded);
    EXPECT_EQ(earlier.first, 7u);
    EXPECT_TRUE(earlier.is_active());
}

}  // namespace
}  // namespace minhbach::services::webhook
