// Four eyes: power over powers, over the system, or to read everybody is granted by one and confirmed by another.
#include "services/organisation/second_person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "events/codec/json.hpp"
#include "given_organisation.hpp"
#include "services/organisation/authority.hpp"

namespace minhbach::services::organisation {
namespace {

using testing::Contains;
using testing::HasSubstr;

const PersonCode kHolder = PersonCode::of("CHAIR");

GrantMandate inspection(std::string_view person = "CHAIR", std::string_view unit = "51") {
    return granting(a_mandate("TTR", person, {Power::inspect}, unit, Reach::subtree));
}
ConfirmMandate its_confirmation() {
    return {MandateId::of("TTR"), kHolder};
}
RevokeMandate revoking(std::string_view mandate, std::string_view person, std::string_view on = "2023-11-20") {
    return {MandateId::of(mandate), PersonCode::of(person), Date::of(on), DocumentId::of("D1")};
}
CorrectMandate correcting(std::string_view from, std::string_view to) {
    CorrectMandate command;
    command.mandate = MandateId::of("TTR");
    command.person = kHolder;
    if (!from.empty()) command.from = Date::of(from);
    if (!to.empty()) command.to = Date::of(to);
    command.reason = kReason;
    return command;
}

// ADMIN grants for the province, GRANTS does too, INSPECTOR inspects it.
Given with_others() {
    return province().and_given({a_person("GRANTS", "Tạ Văn Giao"), a_person("INSPECTOR", "Tạ Thanh Tra"),
                                 a_mandate("GRANTS.1", "GRANTS", {Power::grant}, "51", Reach::subtree),
                                 a_mandate("INSPECTOR.1", "INSPECTOR", {Power::inspect}, "51", Reach::subtree)});
}
Given awaiting() {
    return with_others().after("ADMIN", inspection());
}
std::string competent_to_inspect(const Given& history) {
    const auto past = history.past();
    const auto found = competent_for_unit(*past, kHolder, Power::inspect, UnitCode::of("51"), Date::of("2023-11-20"));
    return found ? "accepted" : found.error().type + ": " + found.error().detail_vi;
}

TEST(SecondPerson, IsAwaitedForPowersOverPowersTheSystemAndEverybody) {
    const auto asked = [](std::vector<Power> powers) {
        auto command = inspection();
        command.powers = std::move(powers);
        return only<MandateGranted>(with_others().when("ADMIN", command)).second_person;
    };
    for (const auto power : {Power::grant, Power::inspect, Power::administer}) {
        EXPECT_EQ(asked({power}), SecondPerson::awaited);
        EXPECT_EQ(asked({Power::decide, power}), SecondPerson::awaited);
    }
    EXPECT_EQ(asked({Power::decide, Power::receive, Power::record, Power::open_cycle}), SecondPerson::not_asked);
}

TEST(SecondPerson, IsAwaitedOnlyWhereThereIsOneWhoReachesTheUnit) {
    const auto asked = [](const Given& history, const GrantMandate& command = inspection()) {
        return only<MandateGranted>(history.when("ADMIN", command)).second_person;
    };
    EXPECT_EQ(asked(province()), SecondPerson::nobody_else) << "granter alone";
    const auto with = [](std::string_view person, Power power, std::string_view unit) {
        return province().and_given({a_mandate("X", person, {power}, unit, Reach::subtree)});
    };
    EXPECT_EQ(asked(with("CHAIR", Power::grant, "51")), SecondPerson::nobody_else) << "the holder is no other";
    EXPECT_EQ(asked(with("DIRECTOR", Power::grant, "51-S05")), SecondPerson::nobody_else) << "does not reach";
    EXPECT_EQ(asked(with("DIRECTOR", Power::grant, "51-S05"), inspection("CHAIR", "51-S05")), SecondPerson::awaited);
    EXPECT_EQ(asked(with("DIRECTOR", Power::decide, "51")), SecondPerson::nobody_else) << "another power";
    EXPECT_EQ(asked(with("DIRECTOR", Power::inspect, "51")), SecondPerson::awaited);
    auto over = a_mandate("X", "DIRECTOR", {Power::inspect}, "51", Reach::subtree);
    over.to = Date::of("2023-11-19");
    EXPECT_EQ(asked(province().and_given({over})), SecondPerson::nobody_else) << "over since yesterday";
    EXPECT_EQ(asked(province().after("ADMIN", inspection()),
                    granting(a_mandate("X", "A1", {Power::grant}, "51", Reach::subtree))),
              SecondPerson::awaited)
        << "one that stands alone counts";
    auto unconfirmed = a_mandate("X", "DIRECTOR", {Power::inspect}, "51", Reach::subtree);
    unconfirmed.second_person = SecondPerson::awaited;
    EXPECT_EQ(asked(province().and_given({unconfirmed})), SecondPerson::nobody_else) << "nobody confirmed that one";
    EXPECT_THAT(with_others().noted_when("ADMIN", inspection()), Contains("mandates/GRANTS"))
        << "a revocation in between moves what the answer rests on";
}

TEST(ConfirmMandate, UntilThenItGivesNothing) {
    EXPECT_THAT(competent_to_inspect(awaiting()), HasSubstr("not-competent"));
    EXPECT_THAT(competent_to_inspect(awaiting()), HasSubstr("chưa được người thứ hai xác nhận"));
    const auto decision = awaiting().when("INSPECTOR", its_confirmation());
    EXPECT_EQ(only<MandateConfirmed>(decision), its_confirmation());
    EXPECT_EQ(decision->events.front().stream, mandates_stream(kHolder));
    EXPECT_EQ(decision->authority.mandate, MandateId::of("INSPECTOR.1"));
    EXPECT_EQ(competent_to_inspect(awaiting().and_decided(decision)), "accepted");
    EXPECT_EQ(competent_to_inspect(awaiting().after("GRANTS", its_confirmation())), "accepted");
}

TEST(ConfirmMandate, WhatItGrantsIsNotGrantedBefore) {
    auto command = inspection();
    command.powers = {Power::grant, Power::decide};
    const auto granted = with_others().after("ADMIN", command);
    const auto further = granting(a_mandate("M1", "A1", {Power::comment}, "51-S05.P1", Reach::unit));
    EXPECT_EQ(refusal_of(granted.when("CHAIR", further)), "not-competent");
    EXPECT_EQ(refusal_of(granted.after("GRANTS", its_confirmation()).when("CHAIR", further)), "accepted");
}

TEST(ConfirmMandate, ByNeitherOfTheTwoAndByWhoIsCompetent) {
    EXPECT_EQ(refusal_of(awaiting().when("ADMIN", its_confirmation())), "same-person");
    const auto holder_grants = awaiting().and_given({a_mandate("X", "CHAIR", {Power::grant}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(holder_grants.when("CHAIR", its_confirmation())), "same-person");
    EXPECT_EQ(refusal_of(awaiting().when("CHAIR", its_confirmation())), "not-competent") << "not by what it gives";
    EXPECT_EQ(refusal_of(awaiting().when("DIRECTOR", its_confirmation())), "not-competent");
    const auto below = awaiting().and_given({a_mandate("X", "DIRECTOR", {Power::inspect}, "51-S05", Reach::subtree)});
    EXPECT_EQ(refusal_of(below.when("DIRECTOR", its_confirmation())), "not-competent") << "does not reach the province";
    auto unconfirmed = a_mandate("X", "DIRECTOR", {Power::inspect}, "51", Reach::subtree);
    unconfirmed.second_person = SecondPerson::awaited;
    EXPECT_EQ(refusal_of(awaiting().and_given({unconfirmed}).when("DIRECTOR", its_confirmation())), "not-competent")
        << "by one that waits itself";
}

TEST(ConfirmMandate, ASecondCodeOfTheGranterIsNoSecondPerson) {
    const auto merged = awaiting().and_given(
        {a_person("ADMIN-2"), a_mandate("X", "ADMIN-2", {Power::grant}, "51", Reach::subtree),
         PersonMerged{PersonCode::of("ADMIN-2"), PersonCode::of("ADMIN"), kReason, DocumentId::of("D1")}});
    EXPECT_EQ(refusal_of(merged.when("ADMIN-2", its_confirmation())), "same-person");
}

TEST(ConfirmMandate, OnceAndOnlyWhereItIsAwaited) {
    EXPECT_EQ(refusal_of(awaiting().after("GRANTS", its_confirmation()).when("INSPECTOR", its_confirmation())),
              "invalid-field /mandate");
    EXPECT_EQ(refusal_of(with_others().when("GRANTS", its_confirmation())), "invalid-field /mandate");
    const ConfirmMandate other{MandateId::of("TTR"), PersonCode::of("A1")};
    EXPECT_EQ(refusal_of(awaiting().when("GRANTS", other)), "invalid-field /mandate");
    const ConfirmMandate old{MandateId::of("INSPECTOR.1"), PersonCode::of("INSPECTOR")};
    EXPECT_EQ(refusal_of(with_others().when("GRANTS", old)), "invalid-field /mandate") << "of before it was asked";
    EXPECT_EQ(refusal_of(awaiting().after("ADMIN", revoking("TTR", "CHAIR")).when("GRANTS", its_confirmation())),
              "invalid-field /mandate");
}

TEST(CorrectMandate, OfTwoIsNarrowedByOneAndNotWidened) {
    auto command = inspection();
    command.from = Date::of("2023-01-01");
    command.to = Date::of("2023-12-31");
    const auto standing = with_others().after("ADMIN", command).after("GRANTS", its_confirmation());
    EXPECT_EQ(refusal_of(standing.when("ADMIN", correcting("2022-12-31", ""))), "second-person-needed /from");
    EXPECT_EQ(refusal_of(standing.when("ADMIN", correcting("", "2024-01-01"))), "second-person-needed /to");
    EXPECT_THAT(standing.when("ADMIN", correcting("", "2024-01-01")).error().detail_vi,
                HasSubstr("hãy giao quyền mới"));
    EXPECT_EQ(refusal_of(standing.when("ADMIN", correcting("2023-02-01", "2023-11-30"))), "accepted");
    const auto narrowed = standing.after("ADMIN", correcting("", "2023-11-30"));
    EXPECT_EQ(refusal_of(narrowed.when("ADMIN", correcting("", "2023-12-31"))), "second-person-needed /to")
        << "not back again, either";
    EXPECT_EQ(refusal_of(standing.when("ADMIN", revoking("TTR", "CHAIR"))), "accepted");

    command.powers = {Power::decide};
    const auto harmless = with_others().after("ADMIN", command);
    EXPECT_EQ(refusal_of(harmless.when("ADMIN", correcting("2022-12-31", "2024-01-01"))), "accepted");
}

TEST(RevokeMandate, OfTwoIsNotUndoneByALaterDay) {
    const auto revoked = with_others().after("ADMIN", revoking("GRANTS.1", "GRANTS"));
    EXPECT_EQ(refusal_of(revoked.when("ADMIN", revoking("GRANTS.1", "GRANTS", "2030-01-01"))),
              "second-person-needed /on");
    EXPECT_EQ(refusal_of(revoked.when("ADMIN", revoking("GRANTS.1", "GRANTS", "2023-11-01"))), "accepted");
    const auto harmless = province().after("ADMIN", revoking("HEAD1.1", "HEAD1"));
    EXPECT_EQ(refusal_of(harmless.when("ADMIN", revoking("HEAD1.1", "HEAD1", "2023-12-01"))), "accepted");
}

// One person would be two by revoking the other first.
TEST(SecondPerson, WhoWasRevokedLatelyStillStandsInTheWay) {
    const auto two = province().and_given({a_mandate("X", "DIRECTOR", {Power::inspect}, "51", Reach::subtree)});
    const auto on = [](const Given& history, std::string_view day) {
        const auto decision = history.at(std::string(day) + "T08:00").when("ADMIN", inspection());
        return decision ? std::string(json::enum_name(only<MandateGranted>(decision).second_person))
                        : refusal_of(decision);
    };
    const auto revoked = two.after("ADMIN", revoking("X", "DIRECTOR"));
    EXPECT_EQ(on(revoked, "2023-11-20"), "second-person-needed");
    EXPECT_EQ(on(revoked, "2023-12-19"), "second-person-needed");
    EXPECT_EQ(on(revoked, "2023-12-20"), "NOBODY_ELSE");
    EXPECT_THAT(revoked.when("ADMIN", inspection()).error().detail_vi, HasSubstr("Trước ngày 20/12/2023"));

    const auto announced = two.after("ADMIN", revoking("X", "DIRECTOR", "2024-01-01"));
    EXPECT_EQ(on(announced, "2023-12-25"), "AWAITED") << "until then there is somebody";
    EXPECT_EQ(on(announced, "2024-01-01"), "second-person-needed");
    EXPECT_EQ(on(announced, "2024-01-31"), "NOBODY_ELSE");

    CorrectMandate backdated;
    backdated.mandate = MandateId::of("X");
    backdated.person = PersonCode::of("DIRECTOR");
    backdated.to = Date::of("2020-02-01");
    backdated.reason = kReason;
    EXPECT_EQ(on(two.after("ADMIN", backdated), "2023-11-21"), "second-person-needed");

    const auto successor = with_others().after("ADMIN", revoking("GRANTS.1", "GRANTS"));
    EXPECT_EQ(on(successor, "2023-11-21"), "AWAITED") << "another is still there";
}

TEST(SecondPerson, OfThePartySideIsOfThePartySide) {
    const auto house = with_others().and_given(
        {a_person("PADMIN"), a_mandate("PADMIN.1", "PADMIN", {Power::party_administer}, "51", Reach::subtree)});
    auto command = inspection();
    command.powers = {Power::party_administer};
    EXPECT_EQ(only<MandateGranted>(house.when("PADMIN", command)).second_person, SecondPerson::nobody_else)
        << "nobody of the state confirms";
    const auto two = house.and_given(
        {a_person("PADMIN-B"), a_mandate("PADMIN.2", "PADMIN-B", {Power::party_administer}, "51", Reach::subtree)});
    const auto granted = two.after("PADMIN", command);
    EXPECT_EQ(refusal_of(granted.when("GRANTS", its_confirmation())), "not-competent");
    EXPECT_EQ(refusal_of(granted.when("INSPECTOR", its_confirmation())), "not-competent");
    EXPECT_EQ(refusal_of(granted.when("PADMIN", its_confirmation())), "same-person");
    EXPECT_EQ(refusal_of(granted.when("PADMIN-B", its_confirmation())), "accepted");
}

}  // namespace
}  // namespace minhbach::services::organisation
