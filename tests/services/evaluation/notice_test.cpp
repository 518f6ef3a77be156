#include <gtest/gtest.h>

#include "given_cycle.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::evaluation {
namespace {

Given decided() {
    return discussed(a_rating_year(), {"A2", "A3"})
        .after("OFFICER", a_proposal("A2", Level::good))
        .after("OFFICER", a_proposal("A3", Level::good))
        .at("2023-11-28T09:00")
        .after("DIRECTOR", a_decision({a_line("A2", Level::good)}))
        .at("2023-11-30T09:00");
}
IssueNotices a_notice(const std::vector<std::string_view>& people, std::string_view dated = "2023-11-30") {
    IssueNotices notices;
    for (const auto person : people) notices.dossiers.push_back(dossier_of(person));
    notices.document = DocumentId::of("TB1");
    notices.dated = Date::of(dated);
    return notices;
}
Given noticed() {
    return decided().after("DIRECTOR", a_notice({"A2"}));
}

TEST(IssueNotices, FollowsTheDecision) {
    EXPECT_EQ(only<NoticeIssued>(decided().when("DIRECTOR", a_notice({"A2"}))).dated, Date::of("2023-11-30"));
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_notice({"A2", "A3"}))), "step-order /dossiers/1");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_notice({"A2"}, "2023-11-27"))), "step-order /dossiers/0");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_notice({"A2"}, "2023-12-27"))), "invalid-field /dated");
    EXPECT_EQ(refusal_of(noticed().when("DIRECTOR", a_notice({"A2"}))), "step-order /dossiers/0") << "once";
    EXPECT_EQ(refusal_of(decided().when("HEAD1", a_notice({"A2"}))), "not-competent /dossiers/0");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_notice({}))), "invalid-field /dossiers");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_notice({"A2", "A2"}))), "invalid-field /dossiers/1");
    auto unregistered = a_notice({"A2"});
    unregistered.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", unregistered)), "invalid-field /document");
}

// Case 5: signed under an authorisation that was given later.
TEST(IssueNotices, OnPaperTakesDownTheMissingMandate) {
    auto mandate = a_mandate("DEPUTY.1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed);
    mandate.from = Date::of("2023-12-01");
    auto notices = a_notice({"A2"}, "2023-11-28");
    notices.on_paper = on_paper("DEPUTY", "2023-11-28T15:00", "TB1");
    const auto decision = decided().and_given({mandate}).at("2023-12-04T08:00").when("OFFICER", notices);
    EXPECT_EQ(only<NoticeIssued>(decision).breaches.at(0).type.str(), "not-competent");
    EXPECT_EQ(decision->authority.mandate, MandateId::of("DEPUTY.1")) << "the mandate the paper claims";
    EXPECT_EQ(decision->authority.entered_by, PersonCode::of("OFFICER"));
}

TEST(AcknowledgeNotice, IsForThePersonAfterTheNotice) {
    const AcknowledgeNotice command{dossier_of("A2"), {}};
    EXPECT_TRUE(noticed().when("A2", command));
    EXPECT_EQ(refusal_of(noticed().when("DIRECTOR", command)), "not-competent");
    EXPECT_EQ(refusal_of(decided().when("A2", command)), "step-order");
    EXPECT_EQ(refusal_of(noticed().after("A2", command).when("A2", command)), "step-order");
}

TEST(DeemNoticeReceived, NeedsMinutesAndReason) {
    const DeemNoticeReceived command{dossier_of("A2"), Date::of("2023-12-01"), DocumentId::of("D1"),
                                     Text::of("Không ký nhận")};
    const auto later = noticed().at("2023-12-01T10:00");
    EXPECT_EQ(later.when("DIRECTOR", command)->events.size(), 1u);
    EXPECT_TRUE(later.when("OFFICER", command)) << "keeps the records";
    EXPECT_EQ(refusal_of(later.when("A2", command)), "self-decision");
    EXPECT_EQ(refusal_of(noticed().when("DIRECTOR", command)), "invalid-field /on");
    auto wanting = command;
    wanting.minutes = DocumentId::of("NOWHERE");
    wanting.reason = {};
    const auto refused = later.when("DIRECTOR", wanting);
    EXPECT_EQ(refusal_of(refused), "invalid-field /minutes");
    EXPECT_EQ(refused.error().more.at(0).type, "reason-required");
    EXPECT_EQ(refusal_of(later.after("A2", AcknowledgeNotice{dossier_of("A2"), {}}).when("DIRECTOR", command)),
              "step-order");
    EXPECT_EQ(refusal_of(decided().at("2023-12-01T10:00").when("DIRECTOR", command)), "step-order");
    EXPECT_EQ(later.after("DIRECTOR", command).past()->dossier(dossier_of("A2")).received, Date::of("2023-12-01"));
}

TEST(PublishResults, FollowsTheDecision) {
    const PublishResults command{{dossier_of("A2")}, PublicationForm::posted, {}};
    EXPECT_EQ(only<ResultPublished>(decided().when("DIRECTOR", command)).on, Date::of("2023-11-30"));
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", PublishResults{{dossier_of("A3")}, PublicationForm::posted, {}})),
              "step-order /dossiers/0");
    EXPECT_EQ(refusal_of(decided().after("DIRECTOR", command).when("DIRECTOR", command)), "step-order /dossiers/0");
}

TEST(AcknowledgeNotice, OnPaperIsTheSignedReceipt) {
    const IssueNotices notice{{dossier_of("A2")}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}};
    const auto noticed = decided().at("2023-11-30T08:00").after("DIRECTOR", notice).at("2023-12-04T08:00");
    const AcknowledgeNotice receipt{dossier_of("A2"), on_paper("A2", "2023-12-01T14:00", "TB1")};
    const auto decision = noticed.when("OFFICER", receipt);
    EXPECT_TRUE(only<NoticeAcknowledged>(decision).breaches.empty());
    EXPECT_EQ(decision->authority.actor, PersonCode::of("A2"));
    EXPECT_EQ(decision->authority.entered_by, PersonCode::of("OFFICER"));
    EXPECT_EQ(noticed.and_decided(decision).past()->dossier(dossier_of("A2")).received, Date::of("2023-12-01"))
        << "on the day it was signed";
    EXPECT_EQ(refusal_of(noticed.when("A3", receipt)), "not-competent") << "no mandate to transcribe";
    const AcknowledgeNotice other{dossier_of("A2"), on_paper("A3", "2023-12-01T14:00", "TB1")};
    EXPECT_EQ(only<NoticeAcknowledged>(noticed.when("OFFICER", other)).breaches.at(0).type.str(), "not-competent");
}

// Five working days of the rulebook and the cycle after the decision in force; a shorter one of the cycle counts.
TEST(NoticeTerm, RunsFromTheDecisionInForceAndIsTheShortestThatIsSet) {
    const auto term_of = [](const Given& history, std::string_view decided_on) {
        const auto past = history.past();
        return notice_term(*past, past->dossier(dossier_of("A2")), Date::of(decided_on)).value().value();
    };
    EXPECT_EQ(term_of(decided(), "2023-11-28").days, 5);
    EXPECT_EQ(term_of(decided(), "2023-11-28").last, Date::of("2023-12-05"));
    EXPECT_EQ(term_of(decided(), "2023-12-11").last, Date::of("2023-12-18")) << "a re-rating of that day";
    auto cycle = a_cycle().get<CycleOpened>();
    cycle.notice_working_days = 2;
    const auto shorter = decided().and_given({cycle});
    EXPECT_EQ(term_of(shorter, "2023-11-28").days, 2);
    EXPECT_EQ(term_of(shorter, "2023-11-28").last, Date::of("2023-11-30"));
    EXPECT_EQ(term_of(shorter, "2023-11-28").clause, law::nd90_48_2023().clause("internal.notice").citation);
    cycle.notice_working_days = 0;
    const auto none = decided().and_given({cycle}).past();
    EXPECT_FALSE(notice_term(*none, none->dossier(dossier_of("A2")), Date::of("2023-11-28")).value());
}

TEST(PublishResults, OnPaperIsDatedAsThePaperSays) {
    const PublishResults posted{{dossier_of("A2")}, PublicationForm::posted, on_paper("DIRECTOR", "2023-11-28T15:00")};
    const auto published = only<ResultPublished>(decided().at("2023-12-04T08:00").when("OFFICER", posted));
    EXPECT_EQ(published.on, Date::of("2023-11-28"));
    EXPECT_TRUE(published.paper.has_value());
}

}  // namespace
}  // namespace minhbach::services::evaluation
