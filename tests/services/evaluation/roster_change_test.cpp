// People come and go while the year is being rated: khoản 1 Điều 20 Nghị định 90/2020/NĐ-CP, and dossiers that end
// without a rating.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_cycle.hpp"
#include "rated.hpp"
#include "services/evaluation/commands.hpp"

namespace minhbach::services::evaluation {
namespace {

using testing::HasSubstr;

// A1 goes from the division 51-S05.P1 to the school 51-S05.T1, which the principal runs.
Given transferred() {
    const auto before = a_rating_year().at("2023-11-16T08:00").after("A1", the_form("A1")).at("2023-11-20T08:00");
    const auto past = before.past();
    const auto& held = *past->registry().person(PersonCode::of("A1"))->main_post_at(Date::of("2023-11-20"));
    auto next = held;
    next.unit = UnitCode::of("51-S05.T1");
    next.managed_by = UnitCode::of("51-S05.T1");
    next.subject_class = SubjectClass::public_employee;
    next.from = Date::of("2023-11-21");
    next.to.reset();
    return before
        .and_given({PostEnded{PersonCode::of("A1"), held.unit, held.from, Date::of("2023-11-20"), {}},
                    PostAssigned{PersonCode::of("A1"), next, DocumentId::of("QD1")},
                    a_mandate("PRINCIPAL.2", "PRINCIPAL", {Power::open_cycle}, "51-S05.T1", Reach::managed)})
        .at("2023-11-22T08:00");
}

MoveDossier moving(std::string_view person) {
    return {dossier_of(person), DocumentId::of("QD1")};
}

TEST(MovedDossier, IsRatedByTheAgencyThePersonWentTo) {
    const auto moved = transferred().after("PRINCIPAL", moving("A1"));
    const auto past = moved.past();
    const auto& dossier = past->dossier(dossier_of("A1"));
    EXPECT_EQ(dossier.opened->post.managed_by.str(), "51-S05.T1");
    EXPECT_EQ(dossier.opened_on, Date::of("2023-11-22"));
    EXPECT_TRUE(dossier.filed());
    // The head of the division left behind no longer judges; the principal does.
    EXPECT_EQ(refusal_of(moved.when("HEAD1", a_judgement("A1", Judge::direct_head))), "not-competent");
    EXPECT_TRUE(moved.when("PRINCIPAL", a_judgement("A1", Judge::authority)));
}

TEST(MovedDossier, LosesWhatTheOldAgencyDecided) {
    auto judged = transferred().and_given({[] {
        CriteriaJudged event;
        event.dossier = dossier_of("A1");
        event.person = PersonCode::of("A1");
        return event;
    }()});
    const auto past = judged.after("PRINCIPAL", moving("A1")).past();
    const auto& dossier = past->dossier(dossier_of("A1"));
    EXPECT_FALSE(dossier.judged[0] || dossier.judged[1] || dossier.judged[2]);
    EXPECT_FALSE(dossier.proposal || dossier.meeting || dossier.party_opinion);
}

TEST(MovedDossier, IsMovedByTheNewAgencyAlone) {
    EXPECT_EQ(refusal_of(transferred().when("DIRECTOR", moving("A1"))), "not-competent");
    EXPECT_EQ(refusal_of(transferred().when("A1", moving("A1"))), "not-competent");
}

TEST(MovedDossier, StaysWhereTheLevelIsDecided) {
    const auto decided = transferred().and_given({tests::rated(dossier_of("A1"), PersonCode::of("A1"), Level::good)});
    const auto decision = decided.when("PRINCIPAL", moving("A1"));
    EXPECT_EQ(refusal_of(decision), "step-order /dossier");
    EXPECT_THAT(decision.error().clause, HasSubstr("khoản 1 Điều 20"));
}

TEST(MovedDossier, NeedsAnotherPost) {
    const auto before =
        a_rating_year()
            .at("2023-11-22T08:00")
            .and_given({a_mandate("PRINCIPAL.2", "PRINCIPAL", {Power::open_cycle}, "51-S05.T1", Reach::managed)});
    EXPECT_EQ(refusal_of(before.when("PRINCIPAL", moving("TEACHER"))), "nothing-to-change");
}

Given running() {
    return a_rating_year()
        .at("2023-11-22T08:00")
        .and_given({a_mandate("DIRECTOR.2", "DIRECTOR", {Power::open_cycle}, "51-S05", Reach::managed)});
}

CloseDossier closing(std::string_view person, ClosingCause cause = ClosingCause::left_service) {
    return {dossier_of(person), cause, Text::of("Nghỉ hưu từ ngày 01/11/2023"), DocumentId::of("QD1")};
}

TEST(ClosedDossier, IsDoneWith) {
    const auto closed = running().after("DIRECTOR", closing("A1"));
    const auto filed = closed.when("A1", the_form("A1"));
    EXPECT_EQ(refusal_of(filed), "step-order /dossier");
    EXPECT_EQ(filed.error().clause, "quy định nội bộ");
    EXPECT_EQ(refusal_of(closed.when("DIRECTOR", closing("A1"))), "step-order /dossier");
    EXPECT_EQ(refusal_of(closed.when("DIRECTOR", a_judgement("A1", Judge::authority))), "step-order /dossier");
}

TEST(ClosedDossier, IsOpenedAgainByADocument) {
    const auto closed = running().after("DIRECTOR", closing("A1"));
    const ReopenDossier again{dossier_of("A1"), Text::of("Đóng nhầm"), DocumentId::of("QD1")};
    EXPECT_EQ(refusal_of(closed.when("HEAD1", again)), "not-competent");
    EXPECT_EQ(refusal_of(running().when("DIRECTOR", again)), "nothing-to-change");
    EXPECT_TRUE(closed.after("DIRECTOR", again).when("A1", the_form("A1")));
}

TEST(ClosedDossier, GivesItsDocument) {
    auto command = closing("A1");
    command.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(running().when("DIRECTOR", command)), "invalid-field /document");
    EXPECT_EQ(refusal_of(running().when("A2", closing("A1"))), "not-competent");
}

TEST(ClosedDossier, IsNotOneThatIsDecided) {
    const auto decided = running().and_given({tests::rated(dossier_of("A1"), PersonCode::of("A1"), Level::good)});
    EXPECT_EQ(refusal_of(decided.when("DIRECTOR", closing("A1"))), "step-order /dossier");
}

TEST(ClosedDossier, CountsNowhereIfItShouldNotHaveBeen) {
    const auto everybody = [](const Post&) { return true; };
    const auto opened = dossiers_of(*running().past(), kCycle, everybody).size();
    const auto left = running().after("DIRECTOR", closing("A1"));
    EXPECT_EQ(dossiers_of(*left.past(), kCycle, everybody).size(), opened);
    const auto wrong = running().after("DIRECTOR", closing("A1", ClosingCause::opened_in_error));
    EXPECT_EQ(dossiers_of(*wrong.past(), kCycle, everybody).size(), opened - 1);
}

}  // namespace
}  // namespace minhbach::services::evaluation
