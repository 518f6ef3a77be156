#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Given proposed() {
    return discussed(a_rating_year(), {"A1", "A2", "A3"})
        .after("OFFICER", a_proposal("A1", Level::excellent))
        .after("OFFICER", a_proposal("A2", Level::good))
        .at("2023-11-28T09:00");
}

// So many more of the department, proposed GOOD.
Given with_colleagues(const Given& history, int number) {
    std::vector<Event> events;
    for (int i = 0; i < number; ++i) {
        const auto code = "S" + std::to_string(100 + i);
        const auto post = a_post("51-S05.P1", "51-S05");
        events.push_back(a_person(code));
        events.push_back(in_post(code, post));
        events.push_back(DossierOpened{dossier_of(code), PersonCode::of(code), kCycle, 2023, post, {}});
        ProposalMade proposal;
        proposal.dossier = dossier_of(code);
        proposal.person = PersonCode::of(code);
        proposal.level = Level::good;
        events.push_back(proposal);
    }
    return history.and_given(events);
}

std::vector<std::string> pointers(const Decision& decision) {
    std::vector<std::string> all{refusal_of(decision)};
    for (const auto& more : decision.error().more) all.push_back(more.type + " " + more.field);
    return all;
}

DecideRatings on_paper_decision(std::vector<DecisionLine> lines, std::string_view signer = "DIRECTOR",
                                std::string_view acted_at = "2023-11-27T09:00") {
    auto command = a_decision(std::move(lines));
    command.on_paper = on_paper(signer, acted_at);
    return command;
}

std::vector<std::string> breaches_of(const Decision& decision) {
    std::vector<std::string> types;
    for (const auto& breach : only<RatingDecided>(decision).breaches) types.push_back(breach.type.str());
    return types;
}

TEST(DecideRatings, KeepsLevelEvaluationAndAuthority) {
    const auto decision = proposed().when("DIRECTOR", a_decision({a_line("A2", Level::good)}));
    const auto decided = only<RatingDecided>(decision);
    EXPECT_EQ(decided.level, Level::good);
    EXPECT_EQ(decided.proposed, Level::good);
    EXPECT_EQ(decided.evaluation.level, Level::good);
    EXPECT_EQ(decided.meeting, MeetingId::of("M1"));
    EXPECT_EQ(decision->authority.mandate, MandateId::of("DIRECTOR.1"));
    EXPECT_EQ(decision->events[0].effective, kSince) << "the document has effect from another day";
    bool named = false;
    for (const auto& entry : decided.evaluation.trace)
        named |= entry.note && entry.note->str().starts_with("Theo đánh giá của người đứng đầu");
    EXPECT_TRUE(named) << "the authority has not judged: whose judgement stood in is said";
}

TEST(DecideRatings, TheRulesRunOnTheAuthoritysOwnJudgement) {
    auto judgement = a_judgement("A1", Judge::authority);
    judgement.general.style = {Judgement::met, {}};
    const auto judged = proposed().after("DIRECTOR", judgement);
    EXPECT_EQ(refusal_of(judged.when("DIRECTOR", a_decision({a_line("A1", Level::good)}))),
              "reason-required /lines/0/reason");
    const auto decided = only<RatingDecided>(
        judged.when("DIRECTOR", a_decision({a_line("A1", Level::good, "Tác phong chỉ đạt yêu cầu")})));
    EXPECT_EQ(decided.evaluation.level, Level::good);
    EXPECT_EQ(decided.proposed, Level::excellent);
}

TEST(DecideRatings, IsForTheCompetentAndNeverAboutOneself) {
    EXPECT_EQ(refusal_of(proposed().when("HEAD1", a_decision({a_line("A2", Level::good)}))), "not-competent /lines/0");
    EXPECT_EQ(refusal_of(proposed().when("CHAIR", a_decision({a_line("A2", Level::good)}))), "not-competent /lines/0");
    const auto own = proposed().and_given({a_mandate("X", "DIRECTOR", {Power::decide}, "51-S05", Reach::unit)});
    EXPECT_EQ(refusal_of(own.when("DIRECTOR", a_decision({a_line("DIRECTOR", Level::good)}))),
              "self-decision /lines/0");
}

TEST(DecideRatings, WaitsForProposalFormAndMinutes) {
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", a_decision({a_line("A3", Level::good)}))), "step-order /lines/0");
    EXPECT_EQ(pointers(proposed().when("DIRECTOR", a_decision({a_line("B1", Level::good)}))),
              (std::vector<std::string>{"step-order /lines/0", "step-order /lines/0", "step-order /lines/0"}))
        << "no form, no proposal, no judgement";
    const auto reopened = proposed().after("OFFICER", ReopenMinutes{MeetingId::of("M1"), Text::of("Bổ sung")});
    EXPECT_EQ(refusal_of(reopened.when("DIRECTOR", a_decision({a_line("A2", Level::good)}))),
              "minutes-missing /lines/0/meeting");
}

TEST(DecideRatings, StaffDoNotWaitForTheirHead) {
    EXPECT_TRUE(proposed().when("DIRECTOR", a_decision({a_line("A2", Level::good)})));
}

TEST(DecideRatings, HeadsWaitForTheirUnit) {
    const auto head =
        units_rated(discussed(a_rating_year(), {"HEAD1"})).after("OFFICER", a_proposal("HEAD1", Level::excellent));
    EXPECT_EQ(refusal_of(head.when("DIRECTOR", a_decision({a_line("HEAD1", Level::good)}))),
              "reason-required /lines/0/reason");
    EXPECT_TRUE(head.when("DIRECTOR", a_decision({a_line("HEAD1", Level::good, "Chưa nổi trội")})));
    auto unrated = discussed(a_rating_year(), {"HEAD1"});
    auto proposal = a_proposal("HEAD1", Level::good);
    proposal.on_paper = on_paper("OFFICER", "2023-11-24T07:00");
    unrated = unrated.at("2023-11-28T09:00")
                  .and_given({a_mandate("CLERK.1", "B1", {Power::transcribe}, "51-S05", Reach::subtree)})
                  .after("B1", proposal);
    EXPECT_EQ(refusal_of(unrated.when("DIRECTOR", a_decision({a_line("HEAD1", Level::good)}))),
              "collective-not-rated /lines/0/level");
}

TEST(DecideRatings, ASecondTimeNeedsARerating) {
    const auto decided = proposed().after("DIRECTOR", a_decision({a_line("A2", Level::good)}));
    EXPECT_EQ(refusal_of(decided.when("DIRECTOR", a_decision({a_line("A2", Level::completed, "Nhầm")}))),
              "step-order /lines/0/dossier");
}

TEST(DecideRatings, AnotherLevelThanTheRulesGive) {
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", a_decision({a_line("A2", Level::excellent, "Ý kiến chỉ đạo")}))),
              "level-not-allowed /lines/0/level");
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", a_decision({a_line("A2", Level::completed)}))),
              "reason-required /lines/0/reason");
    EXPECT_TRUE(proposed().when("DIRECTOR", a_decision({a_line("A2", Level::completed, "Chậm báo cáo quý")})));
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", a_decision({a_line("A2", std::nullopt, "Thôi việc")}))),
              "level-not-allowed /lines/0/level");
}

TEST(DecideRatings, DisciplineAfterTheProposalForcesTheLevel) {
    const DisciplineRecorded reprimand{
        PersonCode::of("A2"),   ViolationId::of("V1"), 2023, DisciplineKind::administrative, DisciplineForm::reprimand,
        Date::of("2023-11-10"), DocumentId::of("D1")};
    const auto disciplined = proposed().and_given({reprimand});
    EXPECT_EQ(refusal_of(disciplined.when("DIRECTOR", a_decision({a_line("A2", Level::good)}))),
              "discipline-forces-level /lines/0/level");
    EXPECT_EQ(refusal_of(disciplined.when("DIRECTOR", a_decision({a_line("A2", Level::not_completed)}))),
              "reason-required /lines/0/reason");
    const auto decided = only<RatingDecided>(
        disciplined.when("DIRECTOR", a_decision({a_line("A2", Level::not_completed, "Khiển trách ngày 10/11")})));
    EXPECT_EQ(decided.violations_counted, std::vector{ViolationId::of("V1")});
}

TEST(DecideRatings, ExcellentNeedsASettlementThatSelectsIt) {
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", a_decision({a_line("A1", Level::excellent)}))),
              "quota-not-settled /lines/0/level");
    QuotaSettled settled;
    settled.cycle = kCycle;
    settled.agency = kDepartment;
    EXPECT_EQ(
        refusal_of(proposed().and_given({settled}).when("DIRECTOR", a_decision({a_line("A1", Level::excellent)}))),
        "quota-exceeded /lines/0/level");
    settled.selected = {dossier_of("A1")};
    EXPECT_EQ(
        refusal_of(proposed().and_given({settled}).when("DIRECTOR", a_decision({a_line("A1", Level::excellent)}))),
        "quota-exceeded /lines/0/level")
        << "two proposals in all leave room for nobody";
    const auto selecting = with_colleagues(proposed().and_given({settled}), 5);
    EXPECT_TRUE(selecting.when("DIRECTOR", a_decision({a_line("A1", Level::excellent)})));
    EXPECT_TRUE(selecting.noted_when("DIRECTOR", a_decision({a_line("A1", Level::excellent)}))
                    .contains("settlement/2023/51-S05"))
        << "a later settlement must not slip in between";
}

TEST(DecideRatings, IsGuardedByWhatItReliedOn) {
    const auto noted = proposed().noted_when("DIRECTOR", a_decision({a_line("A2", Level::good)}));
    for (const auto* stream : {"dossier/2023.A2", "meeting/M1", "person/A2", "mandates/DIRECTOR", "document/QD1",
                               "work/2023/p/A2", "cycle/2023"}) {
        EXPECT_TRUE(noted.contains(stream)) << stream;
    }
}

TEST(DecideRatings, NotRatedNeedsNoneOfTheSteps) {
    const auto fresh =
        a_rating_year()
            .at("2023-11-28T09:00")
            .and_given({ServiceRecorded{PersonCode::of("A2"), 2023, 5, 0, 0, Label::of("Bảng chấm công")}});
    const auto decided = only<RatingDecided>(fresh.when("DIRECTOR", a_decision({a_line("A2", std::nullopt)})));
    EXPECT_EQ(decided.evaluation.outcome, RuleOutcome::not_rated);
    EXPECT_TRUE(decided.violations_counted.empty());
    EXPECT_EQ(refusal_of(fresh.when("DIRECTOR", a_decision({a_line("A2", Level::good)}))),
              "not-eligible /lines/0/level");
}

TEST(DecideRatings, AnUncoveredAbsenceIsAHumanDecisionWithReason) {
    const auto absent =
        proposed().and_given({ServiceRecorded{PersonCode::of("A2"), 2023, 6, 6, 0, Label::of("Đơn nghỉ")}});
    EXPECT_EQ(refusal_of(absent.when("DIRECTOR", a_decision({a_line("A2", Level::completed)}))),
              "reason-required /lines/0/reason");
    const auto decided =
        only<RatingDecided>(absent.when("DIRECTOR", a_decision({a_line("A2", Level::completed, "Nghỉ ốm dài ngày")})));
    EXPECT_EQ(decided.evaluation.gaps, std::vector{GapCode::of("GAP-9")});
    EXPECT_EQ(refusal_of(absent.when("DIRECTOR", a_decision({a_line("A2", std::nullopt, "Nghỉ ốm dài ngày")}))),
              "level-not-allowed /lines/0/level")
        << "six months were worked, so there is a level: completed or not";
    EXPECT_EQ(refusal_of(absent.when("DIRECTOR", a_decision({a_line("A2", Level::good, "Nghỉ ốm")}))),
              "level-not-allowed /lines/0/level");
}

TEST(DecideRatings, TheDocumentIsRegisteredAndInEffect) {
    auto command = a_decision({a_line("A2", Level::good)});
    command.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", command)), "invalid-field /document");
    auto later = a_document("QD9", "509/QĐ-STC");
    later.date = Date::of("2023-12-01");
    auto ended = dated("QD8", "2023-11-22");
    ended.effective_to = Date::of("2023-01-01");
    for (const auto& document : {later, ended}) {
        command.document = document.document;
        EXPECT_EQ(refusal_of(proposed().and_given({document}).when("DIRECTOR", command)),
                  "step-order /lines/0/document");
    }
}

TEST(DecideRatings, AListIsDecidedAsAWholeOrNotAtAll) {
    const auto more = proposed().after("OFFICER", a_proposal("A3", Level::good));
    const auto decision = more.when("DIRECTOR", a_decision({a_line("A2", Level::good), a_line("A3", Level::good)}));
    EXPECT_EQ(types_of(decision), (std::vector<std::string>{"rating.decided", "rating.decided"}));
    const auto refused = more.when("DIRECTOR", a_decision({a_line("A2", Level::good), a_line("A1", Level::excellent),
                                                           a_line("A3", Level::completed), a_line("A2", Level::good),
                                                           a_line("ADMIN", Level::good)}));
    EXPECT_EQ(pointers(refused), (std::vector<std::string>{
                                     "quota-not-settled /lines/1/level", "reason-required /lines/2/reason",
                                     "invalid-field /lines/3/dossier", "not-found-or-not-allowed /lines/4/dossier"}));
    EXPECT_EQ(refusal_of(more.when("DIRECTOR", a_decision({}))), "invalid-field /lines");
    EXPECT_EQ(refusal_of(more.when("DIRECTOR",
                                   a_decision(std::vector(DecideRatings::lines_max + 1, a_line("A2", Level::good))))),
              "invalid-field /lines");
}

TEST(DecideRatings, OfAListRestsOnOneMandate) {
    const auto two =
        proposed().after("OFFICER", a_proposal("A3", Level::good)).and_given({a_person("NEW"), [] {
                                                                                  auto mandate = a_mandate(
                                                                                      "DIRECTOR.2", "DIRECTOR",
                                                                                      {Power::decide}, "51-S05.P2",
                                                                                      Reach::unit);
                                                                                  return Event{mandate};
                                                                              }()});
    const auto b1 = discussed(two, {"B1"}, "M2")
                        .at("2023-11-24T09:00")
                        .after("OFFICER", a_proposal("B1", Level::good, "M2"))
                        .at("2023-11-28T09:00");
    EXPECT_EQ(refusal_of(b1.when("DIRECTOR", a_decision({a_line("A2", Level::good), a_line("B1", Level::good)}))),
              "invalid-field /lines/1/dossier");
}

TEST(DecideRatings, OnPaperIsNeverRefusedForARule) {
    const auto unready = a_rating_year().at("2023-11-29T09:00");
    EXPECT_EQ(breaches_of(unready.when("OFFICER", on_paper_decision({a_line("PRINCIPAL", Level::excellent)}))),
              (std::vector<std::string>{"step-order", "minutes-missing", "party-opinion-missing", "step-order",
                                        "step-order", "quota-not-settled"}));
    EXPECT_EQ(breaches_of(unready.when("OFFICER", on_paper_decision({a_line("A2", Level::good)}, "HEAD1")))[0],
              "not-competent");
    EXPECT_EQ(refusal_of(unready.when("A1", on_paper_decision({a_line("A2", Level::good)}))), "not-competent /lines/0")
        << "no mandate to transcribe";
}

TEST(DecideRatings, OnPaperOfSomebodyWhoWorkedTooLittle) {
    const auto fresh =
        proposed().and_given({ServiceRecorded{PersonCode::of("A2"), 2023, 5, 0, 0, Label::of("Bảng chấm công")}});
    EXPECT_EQ(breaches_of(fresh.when("OFFICER", on_paper_decision({a_line("A2", Level::good)}))),
              std::vector<std::string>{"not-eligible"});
}

TEST(DecideRatings, OnPaperWithALevelAboveTheProposalAndNoReason) {
    const auto lower = discussed(a_rating_year(), {"A1"}).after("OFFICER", [] {
        auto proposal = a_proposal("A1", Level::good);
        proposal.reason = Text::of("Chưa nổi trội");
        return proposal;
    }());
    EXPECT_EQ(
        breaches_of(lower.at("2023-11-29T09:00").when("OFFICER", on_paper_decision({a_line("A1", Level::excellent)}))),
        (std::vector<std::string>{"reason-required", "quota-not-settled"}));
}

// Cases 11 and 12: what was entered in time had been done too late.
TEST(DecideRatings, OnPaperIsMeasuredByTheDayOfTheAct) {
    const auto year = units_rated(discussed(a_rating_year(), {"PRINCIPAL"})).at("2023-11-29T09:00");
    const auto spoken = year.after("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-24"))
                            .after("OFFICER", a_proposal("PRINCIPAL", Level::excellent));
    const auto good = a_line("PRINCIPAL", Level::good, "Chưa nổi trội");
    EXPECT_TRUE(breaches_of(spoken.when("OFFICER", on_paper_decision({good}))).empty());
    EXPECT_TRUE(breaches_of(spoken.after("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-28"))
                                .when("OFFICER", on_paper_decision({good})))
                    .empty())
        << "a second opinion does not unsay the first";
    auto proposal = a_proposal("PRINCIPAL", Level::excellent);
    proposal.on_paper = on_paper("OFFICER", "2023-11-24T09:00");
    const auto late = year.after("OFFICER", proposal).after("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-28"));
    EXPECT_EQ(breaches_of(late.when("OFFICER", on_paper_decision({good}))),
              std::vector<std::string>{"party-opinion-missing"});
    EXPECT_EQ(breaches_of(spoken.when("OFFICER", on_paper_decision({good}, "DIRECTOR", "2023-11-24T07:30"))),
              std::vector<std::string>{"collective-not-rated"});
}

TEST(DecideRatings, OnPaperWithoutProposalNamesItsMeeting) {
    auto line = a_line("A3", Level::good);
    line.meeting = MeetingId::of("M1");
    const auto decision = proposed().when("OFFICER", on_paper_decision({line}));
    EXPECT_EQ(breaches_of(decision), std::vector<std::string>{"step-order"});
    EXPECT_EQ(only<RatingDecided>(decision).meeting, MeetingId::of("M1"));
    line.meeting = MeetingId::of("M9");
    EXPECT_EQ(refusal_of(proposed().when("OFFICER", on_paper_decision({line}))), "invalid-field /lines/0/meeting");
}

CorrectDecision a_correction() {
    return {dossier_of("A2"),        Label::of("Chức danh"), Text::of("Chuyên viên chính"),
            Text::of("Chuyên viên"), Text::of("Ghi nhầm"),   DocumentId::of("QD1")};
}

TEST(CorrectDecision, TouchesAWordAndNeverTheLevel) {
    const auto decided = proposed().after("DIRECTOR", a_decision({a_line("A2", Level::good)}));
    EXPECT_EQ(only<DecisionCorrected>(decided.when("DIRECTOR", a_correction())).is.str(), "Chuyên viên");
    EXPECT_EQ(refusal_of(proposed().when("DIRECTOR", a_correction())), "step-order");
    EXPECT_EQ(refusal_of(decided.when("HEAD1", a_correction())), "not-competent");
    auto same = a_correction();
    same.is = same.was;
    EXPECT_EQ(refusal_of(decided.when("DIRECTOR", same)), "nothing-to-change /is");
    for (const auto* text :
         {"Hoàn thành xuất sắc nhiệm vụ", "xếp loại không hoàn thành nhiệm vụ", "HTTNV", "HOÀN THÀNH NHIỆM VỤ"}) {
        auto level = a_correction();
        level.is = Text::of(text);
        EXPECT_EQ(refusal_of(decided.when("DIRECTOR", level)), "step-order /is") << text;
    }
    auto unfounded = a_correction();
    unfounded.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(decided.when("DIRECTOR", unfounded)), "invalid-field /document");
}

}  // namespace
}  // namespace minhbach::services::evaluation
