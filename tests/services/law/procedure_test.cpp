// What the rulebooks demand of the steps of the procedure.
#include "services/law/procedure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_facts.hpp"

namespace minhbach::services::law {
namespace {

using enum ProcedureStep;
using testing::ElementsAre;
using testing::IsEmpty;

const Rulebook& party() {
    return **find_rulebook(RulebookId::of("qd124-2023"));
}

Who who(std::string_view subject_class, bool leads, Position position = Position::other,
        const Rulebook& book = nd90_48_2023()) {
    return {book.column(subject_class, leads).value(), position};
}

ProcedureQuestion about(ProcedureStep step, Who who, std::string_view on) {
    ProcedureQuestion question;
    question.who = who;
    question.year = 2023;
    question.step = step;
    question.on = Date::of(on);
    return question;
}

std::vector<std::string> failed(const ProcedureQuestion& question, const Rulebook& book = nd90_48_2023()) {
    std::vector<std::string> clauses;
    const auto findings = examine(book, question);
    if (!findings) return {findings.error().type + " " + findings.error().field};
    for (const auto& finding : *findings)
        if (!finding.held) clauses.push_back(finding.clause->id.str());
    return clauses;
}

TEST(Procedure, OfAHeadAsksForThePartyCommitteeAndThatOfADeputyDoesNot) {
    const auto head = who("CIVIL_SERVANT", true, Position::agency_head);
    const auto deputy = who("CIVIL_SERVANT", true, Position::agency_deputy);
    EXPECT_THAT(failed(about(proposal, head, "2023-11-24")), ElementsAre("nd90.18.1.a", "nd90.18.1.b", "nd90.18.1.c"));
    EXPECT_THAT(failed(about(proposal, deputy, "2023-11-24")), ElementsAre("nd90.18.2.a", "nd90.18.2.b"));
    EXPECT_THAT(failed(about(proposal, who("PUBLIC_EMPLOYEE", true, Position::agency_deputy), "2023-11-24")),
                ElementsAre("nd90.19.1.a", "nd90.19.1.b", "nd90.19.1.c"));
    EXPECT_THAT(failed(about(proposal, who("CADRE", true), "2023-11-24")),
                ElementsAre("nd90.17.1", "nd90.17.2", "nd90.17.3"));
}

TEST(Procedure, TakesAStepForDoneFromItsDayOn) {
    auto question = about(meeting, who("CIVIL_SERVANT", false), "2023-11-22");
    question.done[self_assessment] = Date::of("2023-11-23");
    EXPECT_THAT(failed(question), ElementsAre("nd90.18.2.a"));
    question.done[self_assessment] = Date::of("2023-11-22");
    EXPECT_THAT(failed(question), IsEmpty());
}

TEST(Procedure, AsksTheFormerAgencyAfterSixMonths) {
    auto question = about(proposal, who("CIVIL_SERVANT", false), "2023-11-24");
    question.done = {{self_assessment, Date::of("2023-11-16")}, {meeting, Date::of("2023-11-22")}};
    question.months_elsewhere = 5;
    EXPECT_THAT(failed(question), IsEmpty());
    question.months_elsewhere = 6;
    EXPECT_THAT(failed(question), ElementsAre("nd90.20.1"));
    question.asked[OpinionSide::former_agency] = Date::of("2023-11-10");
    EXPECT_THAT(failed(question), ElementsAre("nd90.20.1")) << "asked in vain is not enough for what the law asks for";
    question.given[OpinionSide::former_agency] = Date::of("2023-11-24");
    EXPECT_THAT(failed(question), IsEmpty());
}

TEST(Procedure, GoesOnWithoutAnOptionalOpinionOnceItsTermRanOut) {
    auto question = about(proposal, who("CIVIL_SERVANT", false), "2023-11-24");
    question.done = {{self_assessment, Date::of("2023-11-16")}, {meeting, Date::of("2023-11-22")}};
    question.asked[OpinionSide::peer] = Date::of("2023-11-24");
    EXPECT_THAT(failed(question), ElementsAre("internal.opinions"));
    question.on = Date::of("2023-11-25");
    EXPECT_THAT(failed(question), IsEmpty());
}

TEST(Procedure, CountsItsTermsInWorkingDays) {
    auto question = about(notice, who("CIVIL_SERVANT", false), "2023-12-05");
    question.done[decision] = Date::of("2023-11-28");
    EXPECT_THAT(failed(question), IsEmpty());
    question.on = Date::of("2023-12-06");
    EXPECT_THAT(failed(question), ElementsAre("internal.notice"));
    question.terms[TermName::notice] = 3;
    question.on = Date::of("2023-12-01");
    EXPECT_THAT(failed(question), IsEmpty());
    question.on = Date::of("2023-12-04");
    EXPECT_THAT(failed(question), ElementsAre("internal.notice")) << "what if the term had three days";
    question.terms[TermName::notice] = 6;
    EXPECT_THAT(failed(question), ElementsAre("loosens-rule /terms"));
    question.terms.clear();
    question.done[decision] = Date::of("2031-11-28");
    EXPECT_THAT(failed(question), ElementsAre("no-calendar "));
}

TEST(Procedure, RatesBeforeADayOfTheYear) {
    auto question = about(decision, who("CADRE", true), "2023-12-14");
    for (const auto step : {self_assessment, meeting, party_opinion, proposal})
        question.done[step] = Date::of("2023-11-24");
    EXPECT_THAT(failed(question), IsEmpty());
    question.on = Date::of("2023-12-15");
    EXPECT_THAT(failed(question), ElementsAre("nd90.20.2"));
}

TEST(Procedure, OfTheReviewIsNotHeldSoonerThanTheDraftAllows) {
    auto question = about(review, who("ORGANISATION", false, Position::other, party()), "2023-11-15");
    EXPECT_THAT(failed(question, party()), ElementsAre("hd25.draft"));
    question.done[review_draft] = Date::of("2023-11-13");
    EXPECT_THAT(failed(question, party()), ElementsAre("hd25.draft")) << "two working days after";
    question.on = Date::of("2023-11-16");
    EXPECT_THAT(failed(question, party()), IsEmpty());
    question.terms[TermName::review_draft] = 2;
    EXPECT_THAT(failed(question, party()), ElementsAre("loosens-rule /terms")) << "fewer days ask less here";
}

TEST(Procedure, OfTheSpecialUnitsIsDueLater) {
    auto question = about(decision, who("PARTY_MEMBER", false, Position::other, party()), "2024-01-14");
    question.done = {{proposal, Date::of("2023-12-20")}, {state_rating, Date::of("2023-12-10")}};
    EXPECT_THAT(failed(question, party()), ElementsAre("hd25.5.1"));
    question.special = true;
    EXPECT_THAT(failed(question, party()), IsEmpty());
    question.on = Date::of("2024-01-15");
    EXPECT_THAT(failed(question, party()), ElementsAre("hd25.5.1/special"));
}

TEST(Procedure, HasAFormForEachKindOfSubject) {
    const auto form = [](Who who) { return nd90_48_2023().procedure().form(self_assessment, who)->form; };
    EXPECT_EQ(form(who("CADRE", true)), "FORM_01");
    EXPECT_EQ(form(who("CIVIL_SERVANT", true, Position::agency_head)), "FORM_02");
    EXPECT_EQ(form(who("PUBLIC_EMPLOYEE", false)), "FORM_03");
    auto question = about(self_assessment, who("CADRE", true), "2023-11-16");
    question.form = "FORM_02";
    EXPECT_THAT(failed(question), ElementsAre("nd90.form.01"));
}

TEST(Procedure, HasNoStepOfTheOtherTrack) {
    EXPECT_THAT(failed(about(ballot, who("CADRE", true), "2023-11-16")), ElementsAre("invalid-field /step"));
}

// No rulebook of 2023 sets a quorum (reading F15); one that does counts those present of those called.
TEST(Procedure, CountsAQuorumWhereThereIsOne) {
    CompositionRule rule;
    EXPECT_TRUE(rule.quorate(0, 10));
    rule.quorum_percent = 67;
    EXPECT_FALSE(rule.quorate(6, 9));
    EXPECT_TRUE(rule.quorate(7, 10));
    auto question = about(meeting, who("CADRE", true), "2023-11-22");
    question.done[self_assessment] = Date::of("2023-11-16");
    question.attendance = {1, 9};
    EXPECT_THAT(failed(question), IsEmpty());
    question.attendance = {0, 9};
    EXPECT_THAT(failed(question), ElementsAre("nd90.17.2"));
}

TEST(Procedure, CitesEveryClauseOfAStepThatConcernsSeveral) {
    EXPECT_THAT(nd90_48_2023().procedure().clauses_of(meeting),
                testing::AllOf(testing::HasSubstr("khoản 2 Điều 17"), testing::HasSubstr("điểm b khoản 2 Điều 18"),
                               testing::HasSubstr("điểm b khoản 1 Điều 19")));
    EXPECT_EQ(nd90_48_2023().procedure().clauses_of(ballot), "");
}

}  // namespace
}  // namespace minhbach::services::law
