#include "services/organisation/commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_organisation.hpp"

namespace minhbach::services::organisation {
namespace {

using testing::HasSubstr;

GrantMandate acting_head() {
    auto command = a_mandate("M1", "B1", {Power::comment}, "51-S05.P1", Reach::unit);
    command.from = Date::of("2023-11-20");
    command.to = Date::of("2023-12-31");
    command.capacity = Capacity::acting;
    return granting(command);
}

Given with_limited_document() {
    auto document = a_document("D2", "220/GUQ-SCT");
    document.effective_from = Date::of("2023-11-20");
    document.effective_to = Date::of("2023-12-31");
    return province().and_given({document});
}

TEST(GrantMandate, OnADocumentInsideItsEffect) {
    auto command = acting_head();
    const auto decision = province().when("ADMIN", command);
    const auto granted = only<MandateGranted>(decision);
    EXPECT_EQ(granted.mandate, command.mandate);
    EXPECT_EQ(granted.powers, command.powers);
    EXPECT_EQ(granted.to, command.to);
    EXPECT_EQ(granted.second_person, SecondPerson::not_asked);
    EXPECT_EQ(decision->events.front().stream, mandates_stream(PersonCode::of("B1")));
    command.document = DocumentId::of("D2");
    EXPECT_EQ(refusal_of(with_limited_document().when("ADMIN", command)), "accepted");
    command.from = Date::of("2023-11-19");
    const auto early = with_limited_document().when("ADMIN", command);
    EXPECT_EQ(refusal_of(early), "invalid-field /from");
    EXPECT_THAT(early.error().detail_vi, HasSubstr("220/GUQ-SCT chỉ có hiệu lực từ ngày 20/11/2023"));
    command = acting_head();
    command.document = DocumentId::of("D2");
    command.to = Date::of("2024-01-01");
    EXPECT_EQ(refusal_of(with_limited_document().when("ADMIN", command)), "invalid-field /to");
    command.to = {};
    EXPECT_EQ(refusal_of(with_limited_document().when("ADMIN", command)), "invalid-field /to");
}

TEST(GrantMandate, Refusals) {
    const auto refused = [](auto change, std::string_view actor = "ADMIN") {
        auto command = acting_head();
        change(command);
        return refusal_of(province().when(actor, command));
    };
    EXPECT_EQ(refused([](auto&) {}, "DIRECTOR"), "not-competent");
    EXPECT_EQ(refused([](auto& c) { c.person = PersonCode::of("ADMIN"); }), "self-decision");
    EXPECT_EQ(refused([](auto& c) { c.mandate = MandateId::of("HEAD1.1"); }), "already-exists /mandate");
    EXPECT_EQ(refused([](auto& c) { c.person = PersonCode::of("NOBODY"); }), "invalid-field /person");
    EXPECT_EQ(refused([](auto& c) { c.unit = UnitCode::of("nowhere"); }), "invalid-field /unit");
    EXPECT_EQ(refused([](auto& c) { c.powers.clear(); }), "invalid-field /powers");
    EXPECT_EQ(refused([](auto& c) { c.powers = {Power::comment, Power::comment}; }), "invalid-field /powers");
    EXPECT_EQ(refused([](auto& c) { c.capacity = Capacity::system; }), "invalid-field /capacity");
    EXPECT_EQ(refused([](auto& c) { c.document = DocumentId::of("D9"); }), "invalid-field /document");
    EXPECT_EQ(refused([](auto& c) { c.to = Date::of("2023-11-19"); }), "invalid-field /to");
}

TEST(CorrectMandate, IsForSomebodyElseAndChangesSomething) {
    const auto granted = province().after("ADMIN", acting_head());
    CorrectMandate command;
    command.mandate = MandateId::of("M1");
    command.person = PersonCode::of("B1");
    command.from = Date::of("2023-11-28");
    command.reason = kReason;
    EXPECT_EQ(only<MandateCorrected>(granted.when("ADMIN", command)), command);
    EXPECT_EQ(refusal_of(granted.when("DIRECTOR", command)), "not-competent");
    auto refused = command;
    refused.from = Date::of("2023-11-20");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "nothing-to-change");
    refused = command;
    refused.reason = {};
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "reason-required /reason");
    refused = command;
    refused.to = Date::of("2023-11-27");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /to");
    refused = command;
    refused.from = Date::of("2019-01-01");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /from");
    refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /document");
    refused = command;
    refused.person = PersonCode::of("A1");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /mandate");
    refused = command;
    refused.mandate = MandateId::of("ADMIN.1");
    refused.person = PersonCode::of("ADMIN");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "self-decision");
}

TEST(RevokeMandate, WithinItsDates) {
    const auto granted = province().after("ADMIN", acting_head());
    const RevokeMandate command{MandateId::of("M1"), PersonCode::of("B1"), Date::of("2023-12-01"),
                                DocumentId::of("D1")};
    EXPECT_EQ(only<MandateRevoked>(granted.when("ADMIN", command)), command);
    EXPECT_EQ(refusal_of(granted.after("ADMIN", command).when("ADMIN", command)), "nothing-to-change");
    EXPECT_EQ(refusal_of(granted.when("HEAD1", command)), "not-competent");
    auto refused = command;
    refused.on = Date::of("2023-11-19");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /on");
    refused.on = Date::of("2024-01-01");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /on");
    refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /document");
    refused = command;
    refused.mandate = MandateId::of("M9");
    EXPECT_EQ(refusal_of(granted.when("ADMIN", refused)), "invalid-field /mandate");
}

}  // namespace
}  // namespace minhbach::services::organisation
