// Who follows, inspects and urges; reports, inspections, reminders, verification and reopening.
#include <gtest/gtest.h>

#include "given_remediation.hpp"

namespace minhbach::services::remediation {
namespace {

using enum FollowUpRole;

// The refusal with its clause.
std::string whole(const Decision& decision) {
    return decision ? "accepted" : refusal_of(decision) + " | " + decision.error().clause;
}

TEST(AssignFollowUp, IsDoneByWhoeverDecidesOverTheOwnerOnADocument) {
    const auto event = only<FollowUpAssigned>(planned().when("DIRECTOR", an_assignment(follower, "B1")));
    EXPECT_EQ(event.assignee.str(), "B1");
    EXPECT_EQ(event.owner, of_person("A1"));
    EXPECT_EQ(event.document.str(), "TB1");
    EXPECT_EQ(refusal_of(planned().when("HEAD1", an_assignment(follower, "B1"))), "not-competent");
    EXPECT_EQ(refusal_of(planned().when("OFFICER", an_assignment(follower, "B1"))), "not-competent");
    auto without = an_assignment(follower, "B1");
    without.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(planned().when("DIRECTOR", without)), "invalid-field /document");
    EXPECT_EQ(refusal_of(planned().when("DIRECTOR", an_assignment(follower, "NOBODY"))), "invalid-field /assignee");
    EXPECT_EQ(refusal_of(rated_year().when("DIRECTOR", an_assignment(follower, "B1"))),
              "not-found-or-not-allowed /plan");
}

TEST(AssignFollowUp, NeverGoesToTheOwner) {
    EXPECT_EQ(whole(planned().when("DIRECTOR", an_assignment(follower, "A1"))), "self-decision /assignee | " + kLetter);
    const auto division = rated_year().after("HEAD1", a_plan_of_the_division());
    EXPECT_EQ(whole(division.when("DIRECTOR", an_assignment(urger, "HEAD1", kPlanOfP1))),
              "self-decision /assignee | " + kLetter)
        << "the head of the owning unit";
    EXPECT_TRUE(division.when("DIRECTOR", an_assignment(urger, "HEAD2", kPlanOfP1)));
    EXPECT_EQ(whole(planned().when("A1", an_assignment(follower, "B1"))), "self-decision | " + kLetter);
}

TEST(AssignFollowUp, AgainIsInPlaceOfWhoeverHadTheRoleAndUnconfirmed) {
    EXPECT_EQ(refusal_of(followed().when("DIRECTOR", an_assignment(follower, "B1"))), "nothing-to-change");
    const auto other = followed().after("DIRECTOR", an_assignment(follower, "A3"));
    EXPECT_EQ(refusal_of(other.when("B1", ConfirmFollowUp{kPlanOfA1, follower})), "not-competent");
    EXPECT_FALSE(other.past()->plan(kPlanOfA1).is_confirmed(follower, PersonCode::of("A3")));
    EXPECT_TRUE(other.past()->plan(kPlanOfA1).is_confirmed(urger, PersonCode::of("HEAD2")));
}

TEST(ConfirmFollowUp, IsDoneByTheAssigneeAlone) {
    const auto assigned = planned().after("DIRECTOR", an_assignment(follower, "B1"));
    EXPECT_EQ(only<FollowUpConfirmed>(assigned.when("B1", ConfirmFollowUp{kPlanOfA1, follower})).role, follower);
    EXPECT_EQ(whole(assigned.when("DIRECTOR", ConfirmFollowUp{kPlanOfA1, follower})), "not-competent | " + kLetter);
    EXPECT_EQ(whole(assigned.when("B1", ConfirmFollowUp{kPlanOfA1, urger})), "step-order /role | " + kLetter);
    EXPECT_EQ(refusal_of(followed().when("B1", ConfirmFollowUp{kPlanOfA1, follower})), "nothing-to-change");
}

TEST(ReportProgress, IsMadeByThePersonResponsibleOrTheOwner) {
    EXPECT_EQ(only<ProgressReported>(followed().when("A1", a_report(40))).degree_percent, 40);
    EXPECT_EQ(whole(followed().when("HEAD1", a_report(40))), "not-competent | " + kLetter);
    const auto division = rated_year().after("HEAD1", a_plan_of_the_division());
    EXPECT_TRUE(division.when("HEAD1", a_report(40, kPlanOfP1))) << "the head, for the unit";
    EXPECT_TRUE(division.when("A1", a_report(40, kPlanOfP1))) << "responsible for the measure";
    EXPECT_FALSE(division.when("A2", a_report(40, kPlanOfP1)));
}

TEST(ReportProgress, HasADegreeAnAccountAndEvidenceOfWhatIsDone) {
    const auto refused = [](const std::function<void(ReportProgress&)>& change, int degree = 40) {
        auto report = a_report(degree);
        change(report);
        return refusal_of(followed().when("A1", report));
    };
    EXPECT_EQ(refused([](auto& r) { r.degree_percent = 101; }), "invalid-field /degreePercent");
    EXPECT_EQ(refused([](auto& r) { r.degree_percent = -1; }), "invalid-field /degreePercent");
    EXPECT_EQ(refused([](auto& r) { r.account = {}; }), "invalid-field /account");
    EXPECT_EQ(refused([](auto& r) { r.measure = MeasureId::of("BP9"); }), "invalid-field /measure");
    EXPECT_EQ(refused([](auto& r) { r.evidence.clear(); }, 100), "invalid-field /evidence");
    EXPECT_EQ(refused([](auto& r) { r.evidence = {{}}; }), "invalid-field /evidence/0");
    EXPECT_EQ(refused([](auto& r) { r.evidence = {{DocumentId::of("NOWHERE"), {}}}; }),
              "invalid-field /evidence/0/document");
    EXPECT_EQ(refused([](auto& r) { r.evidence = {{{}, AttachmentId::of("T1")}}; }),
              "invalid-field /evidence/0/attachment");
    AttachmentStored stored;
    stored.attachment = AttachmentId::of("T1");
    auto report = a_report(40);
    report.evidence = {{{}, stored.attachment}};
    EXPECT_TRUE(followed().and_given({stored}).when("A1", report));
    EXPECT_EQ(refused([](auto&) {}, 0), "accepted");
}

TEST(InspectMeasure, IsDoneByTheConfirmedInspectorOrOnAMandate) {
    const InspectMeasure inspect{kPlanOfA1, kMeasure, Date::of("2024-01-12"), Text::of("Đúng tiến độ")};
    const auto decision = followed().when("OFFICER", inspect);
    EXPECT_EQ(only<MeasureInspected>(decision).on, Date::of("2024-01-12"));
    EXPECT_EQ(decision->events.at(0).effective, Date::of("2024-01-12"));
    EXPECT_TRUE(followed().when("DIRECTOR", inspect));
    EXPECT_TRUE(
        followed().and_given({a_mandate("I", "CHAIR", {Power::inspect}, "51", Reach::subtree)}).when("CHAIR", inspect));
    EXPECT_EQ(refusal_of(followed().when("B1", inspect)), "not-competent") << "the follower";
    EXPECT_EQ(whole(followed().when("A1", inspect)), "self-decision | " + kLetter);
    EXPECT_EQ(refusal_of(planned().after("DIRECTOR", an_assignment(inspector, "OFFICER")).when("OFFICER", inspect)),
              "not-competent")
        << "not confirmed";
    auto tomorrow = inspect;
    tomorrow.on = Date::of("2024-01-16");
    EXPECT_EQ(refusal_of(followed().when("OFFICER", tomorrow)), "invalid-field /on");
}

TEST(UrgeMeasure, IsDoneByTheConfirmedUrgerWhileItIsOpen) {
    const UrgeMeasure urge{kPlanOfA1, kMeasure, Text::of("Đề nghị hoàn thành"), true};
    EXPECT_TRUE(only<MeasureUrged>(followed().when("HEAD2", urge)).escalated);
    EXPECT_EQ(whole(followed().when("DIRECTOR", urge)), "not-competent | " + kLetter);
    const auto verified = followed().after("A1", a_report(100)).after("B1", a_verification());
    EXPECT_EQ(whole(verified.when("HEAD2", urge)), "step-order /measure | " + kLetter);
}

TEST(VerifyMeasure, IsDoneByAnotherPersonAfterEverythingIsReported) {
    const auto reported = followed().after("A1", a_report(100));
    EXPECT_TRUE(reported.when("B1", a_verification())) << "the confirmed follower";
    EXPECT_TRUE(reported.when("OFFICER", a_verification())) << "the confirmed inspector";
    EXPECT_TRUE(reported.when("DIRECTOR", a_verification())) << "who decides";
    EXPECT_EQ(refusal_of(reported.when("HEAD2", a_verification())), "not-competent") << "the urger";
    EXPECT_EQ(whole(reported.when("A1", a_verification())), "self-decision | " + kLetter) << "the owner";
    EXPECT_EQ(whole(followed().when("B1", a_verification())), "step-order /measure | " + kLetter);
    EXPECT_EQ(refusal_of(followed().after("A1", a_report(99)).when("B1", a_verification())), "step-order /measure");
    auto groundless = a_verification();
    groundless.ground = {};
    EXPECT_EQ(refusal_of(reported.when("B1", groundless)), "invalid-field /ground");
    EXPECT_EQ(refusal_of(reported.after("B1", a_verification()).when("OFFICER", a_verification())),
              "step-order /measure");
}

TEST(VerifyMeasure, IsNeverDoneByWhoeverIsResponsibleOrReportedIt) {
    // PRINCIPAL is responsible for the division's measure and follows the plan at the same time; HEAD1 reports.
    auto plan = a_plan_of_the_division();
    plan.shortcomings[0].measures[0].responsible = PersonCode::of("PRINCIPAL");
    const auto reported = rated_year()
                              .after("HEAD1", plan)
                              .after("DIRECTOR", an_assignment(follower, "PRINCIPAL", kPlanOfP1))
                              .after("PRINCIPAL", ConfirmFollowUp{kPlanOfP1, follower})
                              .after("HEAD1", a_report(100, kPlanOfP1));
    EXPECT_EQ(whole(reported.when("PRINCIPAL", a_verification(kPlanOfP1))), "self-decision | " + kLetter);
    EXPECT_EQ(whole(reported.when("HEAD1", a_verification(kPlanOfP1))), "self-decision | " + kLetter);
    EXPECT_TRUE(reported.when("DIRECTOR", a_verification(kPlanOfP1)));
}

TEST(ReopenMeasure, NeedsAReasonAndANewReport) {
    const auto verified = followed().after("A1", a_report(100)).after("B1", a_verification());
    EXPECT_EQ(refusal_of(verified.when("A1", a_report(50))), "step-order /measure") << "verified stays verified";
    EXPECT_EQ(whole(followed().when("B1", a_reopening())), "step-order /measure | " + kLetter);
    EXPECT_EQ(whole(verified.when("A1", a_reopening())), "self-decision | " + kLetter);
    EXPECT_EQ(refusal_of(verified.when("HEAD2", a_reopening())), "not-competent");
    auto groundless = a_reopening();
    groundless.reason = {};
    EXPECT_EQ(refusal_of(verified.when("B1", groundless)), "reason-required /reason");
    const auto reopened = verified.after("B1", a_reopening());
    EXPECT_EQ(refusal_of(reopened.when("B1", a_verification())), "step-order /measure");
    EXPECT_TRUE(reopened.after("A1", a_report(100)).when("B1", a_verification()));
    EXPECT_TRUE(verified.and_given({a_mandate("I", "CHAIR", {Power::inspect}, "51", Reach::subtree)})
                    .when("CHAIR", a_reopening()));
}

}  // namespace
}  // namespace minhbach::services::remediation
