#include "projections/objections.hpp"

#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

constexpr int kDecision = 3;  // opened, form, proposal, decision

ObjectionFiled a_petition(std::string_view id, std::string_view person) {
    auto filed = about<ObjectionFiled>(person);
    filed.objection = ObjectionId::of(id);
    filed.decision = kDecision;
    filed.decision_document = DocumentId::of("D1");
    filed.grounds = Text::of("Vượt mức 12 nhiệm vụ");
    filed.received_on = Date::of("2023-12-04");
    return filed;
}
ObjectionReceived a_receipt(std::string_view id, std::string_view person) {
    auto received = about<ObjectionReceived>(person);
    received.objection = ObjectionId::of(id);
    received.resolver = PersonCode::of("DIRECTOR");
    received.resolver_decided = true;
    received.answer_by = Date::of("2023-12-18");
    received.term_basis = Label::of("quy định nội bộ");
    return received;
}
ObjectionResolved a_resolution(std::string_view id, std::string_view person, ObjectionOutcome outcome) {
    auto resolved = about<ObjectionResolved>(person);
    resolved.objection = ObjectionId::of(id);
    resolved.outcome = outcome;
    resolved.resolver_decided = true;
    resolved.reasons = Text::of("Đã đối chiếu");
    resolved.document = DocumentId::of("D1");
    return resolved;
}
RatingCancelled a_cancellation(std::string_view person, int decision, std::vector<Effect> effects = {}) {
    auto cancelled = about<RatingCancelled>(person);
    cancelled.decision = decision;
    cancelled.ground = ReratingGround::objection;
    cancelled.objection = ObjectionId::of("KN-1");
    cancelled.reason = Text::of("Kiến nghị đúng");
    cancelled.document = DocumentId::of("D1");
    cancelled.effects = std::move(effects);
    return cancelled;
}
Effect an_effect(std::string_view id, EffectKind kind) {
    return {EffectId::of(id), kind, UnitCode::of("51-S05"), {}, {}, {}};
}

// A2 is decided GOOD on 28 November, notified and objecting.
void decide(History& history) {
    open_cycle(history);
    history.at("2023-11-16T08:00").by("A2", "", a_form("A2", Level::excellent));
    history.at("2023-11-24T08:00").by("OFFICER", "OFFICER.1", a_proposal("A2", Level::good));
    history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A2", Level::good, Level::good));
    auto notice = about<NoticeIssued>("A2");
    notice.document = DocumentId::of("D1");
    notice.dated = Date::of("2023-11-30");
    history.at("2023-11-30T09:00").by("DIRECTOR", "DIRECTOR.1", notice);
    history.at("2023-12-01T09:00").by("A2", "", about<NoticeAcknowledged>("A2"));
    history.at("2023-12-04T09:00").by("A2", "", a_petition("KN-1", "A2"));
    history.at("2023-12-05T09:00").by("OFFICER", "OFFICER.1", a_receipt("KN-1", "A2"));
}
// The last position before the re-rating, and the position of the cancellation.
std::int64_t rerate(History& history) {
    history.at("2023-12-15T09:00").by("DIRECTOR", "DIRECTOR.1", a_resolution("KN-1", "A2", ObjectionOutcome::upheld));
    auto again = a_decision("A2", Level::excellent, Level::good);
    again.supersedes = kDecision;
    again.reason = Text::of("Kiến nghị đúng");
    return history.at("2023-12-18T09:00")
        .together("DIRECTOR", "DIRECTOR.1",
                  {a_cancellation("A2", kDecision,
                                  {an_effect("HQ-1", EffectKind::quota_of_agency),
                                   an_effect("HQ-2", EffectKind::submission_sent)}),
                   again});
}

TEST(Objections, TheBoardSaysWhoResolvesAndWhatIsOverdue) {
    History history;
    decide(history);
    const auto open = history.answers().objections({kCycle, {}, {}, false}).value();
    ASSERT_EQ(open.items.size(), 1u);
    EXPECT_EQ(open.items[0].status, ObjectionStatus::received);
    EXPECT_EQ(open.items[0].resolver->name, "Phạm Văn Cường");
    EXPECT_EQ(open.items[0].resolver_decided, true);
    EXPECT_EQ(open.items[0].term_basis->str(), "quy định nội bộ");
    EXPECT_EQ(open.counts.open, 1);
    EXPECT_FALSE(open.items[0].overdue);

    history.at("2023-12-19T09:00").given({a_unit("51-S09", UnitKind::department, "51", "Sở Xây dựng")});
    EXPECT_EQ(history.answers().objections({kCycle, {}, {}, true}).value().counts.overdue, 1);
    history.at("2023-12-20T09:00").by("DIRECTOR", "DIRECTOR.1", a_resolution("KN-1", "A2", ObjectionOutcome::rejected));
    const auto late = history.answers().objections({kCycle, UnitCode::of("51-S05"), {}, false}).value();
    EXPECT_TRUE(late.items[0].overdue) << "answered after the term";
    EXPECT_EQ(late.counts.rejected, 1);
    EXPECT_EQ(late.counts.resolved_by_decider, 1);
    EXPECT_TRUE(history.answers().objections({kCycle, UnitCode::of("51-S09"), {}, false}).value().items.empty());
    EXPECT_TRUE(history.answers().objections({kCycle, {}, ObjectionStatus::received, false}).value().items.empty());
}

TEST(Objections, OneIsToldWithItsActsAsKnownThen) {
    History history;
    decide(history);
    const auto before = Position{static_cast<std::uint64_t>(history.size() - 1)};
    rerate(history);
    const auto now = history.answers().objection(ObjectionId::of("KN-1")).value();
    EXPECT_EQ(now.filed->event.grounds.str(), "Vượt mức 12 nhiệm vụ");
    EXPECT_EQ(now.receipts.size(), 1u);
    EXPECT_EQ(now.line.outcome, ObjectionOutcome::upheld);
    EXPECT_EQ(now.line.revision, 3);
    const auto then = history.answers().objection(ObjectionId::of("KN-1"), before).value();
    EXPECT_FALSE(then.resolution);
    EXPECT_EQ(then.line.status, ObjectionStatus::received);
    EXPECT_EQ(history.answers().objection(ObjectionId::of("KN-9")).error().type, "not-found-or-not-allowed");
}

// Is the resolver author of what is objected to, or witness to what it rests on?
TEST(Objections, WhatTheResolverDidInTheDossierIsTold) {
    History history;
    decide(history);
    const auto parts = [&](std::string_view id) {
        return history.answers().objection(ObjectionId::of(id)).value().resolver_parts;
    };
    EXPECT_EQ(parts("KN-1"), std::vector{ResolverPart::decided});
    auto comment = about<CommentRecorded>("A2");
    comment.text = Text::of("Hoàn thành tốt");
    auto receipt = a_receipt("KN-1", "A2");
    receipt.resolver = PersonCode::of("HEAD1");
    history.by("HEAD1", "HEAD1.1", comment);
    history.by("OFFICER", "OFFICER.1", receipt);
    EXPECT_EQ(parts("KN-1"), std::vector{ResolverPart::commented}) << "of whoever was named last";
}

TEST(Reratings, TheDecisionInForceCountsAndTheOldOneStaysReadable) {
    History history;
    decide(history);
    const auto before = Position{static_cast<std::uint64_t>(history.size() - 1)};
    const auto cancelled_at = rerate(history);
    const auto answers = history.answers();
    const auto whole = answers.dossier(dossier_of("A2")).value();
    EXPECT_EQ(whole.line.decided_level, Level::excellent);
    EXPECT_EQ(whole.line.status, DossierStatus::decided) << "notice and receipt start anew";
    EXPECT_FALSE(whole.notice || whole.receipt);
    ASSERT_EQ(whole.decision_standings.size(), 2u);
    EXPECT_FALSE(whole.decision_standings[0].in_force);
    EXPECT_EQ(whole.decision_standings[0].cancelled->ground, ReratingGround::objection);
    EXPECT_EQ(whole.decision_standings[1].supersedes, kDecision);
    EXPECT_EQ(whole.objections.size(), 1u);
    EXPECT_EQ(whole.effects.size(), 2u);
    EXPECT_EQ(answers.ratings(PersonCode::of("A2")).value().ratings[0].level, Level::excellent);
    EXPECT_EQ(answers.distribution(kCycle).value().decided.excellent, 1);

    const auto then = answers.dossier(dossier_of("A2"), before).value();
    EXPECT_EQ(then.line.decided_level, Level::good);
    EXPECT_EQ(then.line.status, DossierStatus::acknowledged);
    EXPECT_EQ(answers.distribution(kCycle, before).value().decided.good, 1);
    const auto between = Position{static_cast<std::uint64_t>(cancelled_at)};
    EXPECT_EQ(answers.distribution(kCycle, between).value().decided.pending, 11) << "at the cancellation itself";
    EXPECT_TRUE(answers.ratings(PersonCode::of("A2"), between).value().ratings.empty());
}

TEST(Reratings, EveryValueInOrderWithTheSupersededMarked) {
    History history;
    decide(history);
    rerate(history);
    const auto answer = history.answers().values(dossier_of("A2")).value();
    std::vector<std::tuple<ValueKind, Level, bool>> given;
    for (const auto& value : answer.items) given.emplace_back(value.kind, value.level.value(), value.superseded);
    EXPECT_EQ(given,
              (std::vector<std::tuple<ValueKind, Level, bool>>{{ValueKind::self_assessment, Level::excellent, false},
                                                               {ValueKind::proposal, Level::good, false},
                                                               {ValueKind::decision, Level::good, true},
                                                               {ValueKind::decision, Level::excellent, false}}));
    EXPECT_EQ(answer.superseded_decisions, 1);
    EXPECT_EQ(answer.items[2].revision, kDecision);
    EXPECT_EQ(answer.items[0].by.capacity, "SELF");
}

TEST(Reratings, TheTimelineHoldsTheObjections) {
    History history;
    decide(history);
    rerate(history);
    const auto timeline = history.answers().timeline(dossier_of("A2"), {"objection."}).value();
    ASSERT_EQ(timeline.items.size(), 3u);
    EXPECT_EQ(timeline.items[0].act.type, "objection.resolved");
    EXPECT_EQ(timeline.items[0].touch, Touch::objection);
}

TEST(Effects, AreOpenUntilTheirOwnerSettlesThem) {
    History history;
    decide(history);
    rerate(history);
    const auto before = Position{static_cast<std::uint64_t>(history.size() - 1)};
    EffectSettled settled;
    settled.cycle = kCycle;
    settled.dossier = dossier_of("A2");
    settled.person = PersonCode::of("A2");
    settled.effect = EffectId::of("HQ-2");
    settled.what = Text::of("Đã gửi hồ sơ điều chỉnh");
    history.at("2023-12-20T09:00").by("OFFICER", "OFFICER.1", settled);
    const auto answers = history.answers();
    const auto board = answers.effects({kCycle, {}, {}, {}}).value();
    ASSERT_EQ(board.items.size(), 2u);
    EXPECT_EQ(board.open, 1);
    EXPECT_EQ(board.items[0].kind, EffectKind::quota_of_agency) << "open first";
    EXPECT_EQ(board.items[1].settled->what.str(), "Đã gửi hồ sơ điều chỉnh");
    EXPECT_EQ(answers.effects({kCycle, {}, {}, true}).value().items.size(), 1u);
    EXPECT_EQ(answers.effects({kCycle, {}, {}, true}, before).value().items.size(), 2u);
    EXPECT_EQ(answers.effects({kCycle, UnitCode::of("534"), {}, {}}).value().items.size(), 0u);
    EXPECT_EQ(answers.file(kCycle, UnitCode::of("51-S05"), before).value().line.changed_after, 1);
    EXPECT_EQ(answers.file(kCycle, UnitCode::of("51-S05")).value().line.changed_after, 0);
}

CollectiveRated a_level(Level level, std::optional<int> supersedes = {}) {
    CollectiveRated rated;
    rated.cycle = kCycle;
    rated.unit = UnitCode::of("51-S05.P1");
    rated.level = level;
    rated.reason = Text::of("Kết quả thực hiện nhiệm vụ");
    rated.document = DocumentId::of("D1");
    rated.supersedes = supersedes;
    return rated;
}

TEST(Findings, ALeaderAboveTheUnitAsKnownNowAndThen) {
    History history;
    open_cycle(history);
    history.at("2023-11-24T09:00").by("DIRECTOR", "DIRECTOR.1", a_level(Level::excellent));
    history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("HEAD1", Level::excellent));
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("A1", Level::excellent));
    const auto before = Position{static_cast<std::uint64_t>(history.size() - 1)};
    CollectiveRatingCancelled cancelled;
    cancelled.cycle = kCycle;
    cancelled.unit = UnitCode::of("51-S05.P1");
    cancelled.reason = Text::of("Sai số liệu");
    cancelled.document = DocumentId::of("D1");
    history.at("2024-01-12T10:00").together("DIRECTOR", "DIRECTOR.1", {cancelled, a_level(Level::good, 0)});
    FindingsQuestion question;
    question.cycle = kCycle;
    question.types = {FindingType::head_unit_mismatch};
    const auto answers = history.answers();
    const auto found = answers.findings(question).value().items;
    ASSERT_EQ(found.size(), 1u) << "staff is capped by no unit";
    EXPECT_EQ(found[0].act->dossier, dossier_of("HEAD1"));
    EXPECT_EQ(found[0].mismatch->unit_level, Level::good);
    EXPECT_TRUE(found[0].mismatch->head);
    EXPECT_TRUE(answers.findings(question, before).value().items.empty());
    question.types = {FindingType::order_violation};
    EXPECT_TRUE(answers.findings(question).value().items.empty()) << "the unit had its first level in time";

    const auto diff = answers.cycle_diff(kCycle, before).value();
    ASSERT_EQ(diff.ratings.size(), 1u);
    EXPECT_EQ(diff.ratings[0].collective->unit.str(), "51-S05.P1");
    EXPECT_EQ(diff.ratings[0].from, Level::excellent);
    EXPECT_EQ(diff.ratings[0].to, Level::good);
}

TEST(Findings, ASettlementWhoseLevelsWereReRatedIsStale) {
    History history;
    decide(history);
    QuotaSettled settled;
    settled.cycle = kCycle;
    settled.agency = UnitCode::of("51-S05");
    history.at("2023-12-05T10:00").by("DIRECTOR", "DIRECTOR.1", settled);
    FindingsQuestion question;
    question.cycle = kCycle;
    question.types = {FindingType::stale_settlement, FindingType::proposal_override};
    EXPECT_TRUE(history.answers().findings(question).value().items.empty());
    rerate(history);
    const auto found = history.answers().findings(question).value().items;
    ASSERT_EQ(found.size(), 1u) << "a re-rating is no override of the proposal";
    EXPECT_EQ(found[0].type, FindingType::stale_settlement);
    EXPECT_EQ(found[0].stale->dossiers, std::vector{dossier_of("A2")});
    EXPECT_EQ(found[0].stale->excellent, 1);
}

TEST(CycleDiff, TellsReratingsTransfersAndResults) {
    History history;
    decide(history);
    const auto before = Position{static_cast<std::uint64_t>(history.size() - 1)};
    auto moved = a_post("51-S05.P2", "51-S05");
    moved.from = Date::of("2023-11-01");
    history.at("2023-12-07T09:00").given({in_post("A3", moved)});
    auto new_year = a_post("51-S05.P2", "51-S05");
    new_year.from = Date::of("2024-01-01");
    history.given({in_post("A1", new_year)});
    rerate(history);
    history.at("2023-12-19T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("B1", Level::good));
    const auto diff = history.answers().cycle_diff(kCycle, before).value();
    ASSERT_EQ(diff.ratings.size(), 1u);
    EXPECT_EQ(diff.ratings[0].dossier, dossier_of("A2"));
    EXPECT_EQ(diff.ratings[0].from, Level::good);
    EXPECT_EQ(diff.ratings[0].to, Level::excellent);
    ASSERT_EQ(diff.transfers.size(), 1u) << "a transfer with effect later is no difference of that day";
    EXPECT_EQ(diff.transfers[0].from->unit.str(), "51-S05.P1");
    EXPECT_EQ(diff.transfers[0].to.unit.str(), "51-S05.P2");
    ASSERT_EQ(diff.results.size(), 1u);
    EXPECT_EQ(diff.results[0].from.pending - diff.results[0].to.pending, 1);
    EXPECT_TRUE(history.answers().cycle_diff(kCycle, before, before).value().ratings.empty());
}

}  // namespace
}  // namespace minhbach::projections
