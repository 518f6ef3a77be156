#include "projections/findings.hpp"

#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

MandateGranted granted(std::string_view id, std::string_view person, std::vector<Power> powers, std::string_view from,
                       std::string_view document = "D118", std::optional<std::string_view> to = {}) {
    auto mandate = a_mandate(id, person, std::move(powers), "51-S05", Reach::subtree);
    mandate.from = Date::of(from);
    mandate.document = DocumentId::of(document);
    if (to) mandate.to = Date::of(*to);
    return mandate;
}

DocumentRegistered dated(std::string_view id, std::string_view number, std::string_view day) {
    auto document = a_document(id, number);
    document.date = document.effective_from = Date::of(day);
    return document;
}

struct Case1 {
    std::int64_t changed = 0;
    std::int64_t corrected = 0;
};

// Case 1: B1 changes A1's proposal under a mandate that later turns out to begin a day after.
Case1 case_1(History& history) {
    Case1 positions;
    open_cycle(history);
    history.at("2023-11-20T08:00").given({dated("D118", "118/QĐ-STC", "2023-11-20")});
    history.given({granted("B1.1", "B1", {Power::propose, Power::comment}, "2023-11-20")});
    history.at("2023-11-22T09:00").by("HEAD1", "HEAD1.1", a_meeting("M1", {"A1"}, "2023-11-22T08:00"));
    history.at("2023-11-24T10:00").by("OFFICER", "OFFICER.1", a_proposal("A1", Level::good));
    auto changed = a_proposal("A1", Level::excellent, Level::good);
    changed.reason = Text::of("ý kiến chỉ đạo");
    positions.changed = history.at("2023-11-27T16:40").by("B1", "B1.1", changed);
    history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A1", Level::excellent, Level::excellent));
    MandateCorrected corrected;
    corrected.mandate = MandateId::of("B1.1");
    corrected.person = PersonCode::of("B1");
    corrected.from = Date::of("2023-11-28");
    corrected.reason = Text::of("Quyết định ký và có hiệu lực từ ngày 28/11.");
    positions.corrected = history.at("2023-12-05T08:00").by("ADMIN", "ADMIN.1", corrected);
    return positions;
}

TEST(Diff, OneChangeCompetentAsKnownThenNotAsKnownNow) {
    History history;
    const auto positions = case_1(history);
    const auto diff = history.answers().diff(dossier_of("A1"), Milestone::meeting, Milestone::decision).value();
    ASSERT_EQ(diff.changes.size(), 1u);
    const auto& change = diff.changes[0];
    EXPECT_EQ(change.act.by.position, positions.changed);
    EXPECT_EQ(change.act.by.actor.str(), "B1");
    EXPECT_EQ(change.act.changes, (std::vector<FieldChange>{{"level", "GOOD", "EXCELLENT"}}));
    EXPECT_EQ(change.act.reason->str(), "ý kiến chỉ đạo");
    EXPECT_TRUE(change.competence.then.competent);
    EXPECT_EQ(change.competence.then.mandate->from, Date::of("2023-11-20"));
    EXPECT_FALSE(change.competence.now.competent);
    EXPECT_EQ(change.competence.now.why, "NOT_YET_VALID");
    EXPECT_TRUE(change.competence.entered_before);
    EXPECT_EQ(diff.acts.size(), 3u);
    EXPECT_EQ(history.answers().diff(dossier_of("A1"), Milestone::meeting, Milestone::notice).error().type,
              "not-found-or-not-allowed");
}

TEST(Findings, RetroAuthority) {
    History history;
    const auto positions = case_1(history);
    history.at("2023-12-02T08:00").given({dated("D311", "311/GUQ", "2023-12-01")});
    history.given({granted("DEPUTY.2", "DEPUTY", {Power::decide}, "2023-12-01", "D311")});
    auto notice = about<NoticeIssued>("A2");
    notice.document = DocumentId::of("D1");
    notice.dated = Date::of("2023-11-25");
    notice.paper = Paper{DocumentId::of("D1"), Time::of("2023-11-25T09:00"), {}};
    history.on_paper("DEPUTY", "DEPUTY.2", "2023-11-25T09:00", notice);
    history.by("DEPUTY", "DEPUTY.2", a_decision("A3", Level::good));  // in time

    const auto findings = found(history, FindingType::retro_authority);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].act->by.position, positions.changed);
    EXPECT_TRUE(findings[0].authority->held_as_known_then);
    EXPECT_EQ(findings[0].authority->valid_from, Date::of("2023-11-28"));
    EXPECT_EQ(findings[1].authority->document.number, "311/GUQ");
    EXPECT_EQ(findings[1].authority->acted_on, Date::of("2023-11-25"));
    EXPECT_FALSE(findings[1].authority->held_as_known_then);
    EXPECT_TRUE(
        found(history, FindingType::retro_authority, Position{static_cast<std::uint64_t>(positions.corrected - 1)})
            .empty());
}

TEST(Findings, AnActAfterTheMandateEnded) {
    History history;
    open_cycle(history);
    history.given({dated("D220", "220/GUQ-SCT", "2023-11-27")});
    history.given({granted("DEPUTY.2", "DEPUTY", {Power::decide}, "2023-11-27", "D220", "2023-11-27")});
    history.at("2023-11-27T09:10").by("DEPUTY", "DEPUTY.2", a_decision("A1", Level::good));
    const auto late = history.at("2023-11-28T09:10").by("DEPUTY", "DEPUTY.2", a_decision("A2", Level::good));
    const auto findings = found(history, FindingType::retro_authority);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, late);
}

TEST(Competence, OfAnAct) {
    History history;
    open_cycle(history);
    history.at("2023-11-27T07:55").given({dated("D220", "220/GUQ-SCT", "2023-11-27")});
    history.given({granted("DEPUTY.2", "DEPUTY", {Power::decide}, "2023-11-27", "D220", "2023-11-27")});
    const auto act = history.at("2023-11-27T09:10").by("DEPUTY", "DEPUTY.2", a_decision("A1", Level::good));
    const auto answers = history.answers();
    CompetenceQuestion question;
    question.act = act;
    const auto competence = answers.competence(question).value().competence;
    EXPECT_TRUE(competence.then.competent);
    EXPECT_TRUE(competence.now.competent);
    EXPECT_TRUE(competence.entered_before);
    EXPECT_EQ(competence.now.document->registered.number.str(), "220/GUQ-SCT");
    EXPECT_EQ(competence.now.mandate->to, Date::of("2023-11-27"));
    EXPECT_EQ(competence.power, Power::decide);

    const auto asked = [&](std::string_view actor, Power power, std::string_view subject, std::string_view time) {
        CompetenceQuestion free;
        free.actor = PersonCode::of(actor);
        free.power = power;
        free.subject = PersonCode::of(subject);
        free.at = Time::of(time);
        return answers.competence(free).value().competence;
    };
    EXPECT_EQ(asked("DEPUTY", Power::decide, "A1", "2023-11-27T09:00").now.why, "OK");
    EXPECT_EQ(asked("DEPUTY", Power::decide, "A1", "2023-11-28T09:00").now.why, "ENDED");
    EXPECT_EQ(asked("DEPUTY", Power::decide, "A1", "2023-11-26T09:00").now.why, "NOT_YET_VALID");
    EXPECT_EQ(asked("HEAD1", Power::comment, "B1", "2023-11-27T09:00").now.why, "NO_REACH");
    EXPECT_EQ(asked("HEAD1", Power::decide, "A1", "2023-11-27T09:00").now.why, "NO_POWER");
    EXPECT_EQ(asked("A1", Power::decide, "A2", "2023-11-27T09:00").now.why, "NO_MANDATE");
    EXPECT_EQ(answers.competence({}).error().type, "invalid-field");
}

TEST(Competence, TellsTheChainOfDocumentsAndWhatToAskAbout) {
    History history;
    const auto positions = case_1(history);  // the mandate of the change was corrected to begin after it
    CompetenceQuestion question;
    question.act = positions.changed;
    const auto told = history.answers().competence(question).value().competence;
    ASSERT_EQ(told.chain.size(), 2u) << "the mandate, and that of whoever granted it";
    EXPECT_EQ(told.chain.at(0).mandate.mandate, told.now.mandate->mandate);
    EXPECT_EQ(told.chain.at(1).mandate.mandate.str(), "ADMIN.1");
    EXPECT_TRUE(told.chain.at(1).document);
    EXPECT_EQ(told.remarks, (std::vector{CompetenceRemark::issued_after, CompetenceRemark::corrected_later}));
    EXPECT_TRUE(history.answers()
                    .competence(question, Position{static_cast<std::uint64_t>(positions.corrected - 1)})
                    .value()
                    .competence.remarks.empty())
        << "nobody knew it then";
}

TEST(Competence, OfAnActByItsType) {
    History history;
    open_cycle(history);
    const auto asked = [&](std::string_view actor, std::string type) {
        CompetenceQuestion question;
        question.actor = PersonCode::of(actor);
        question.type = std::move(type);
        question.subject = PersonCode::of("A1");
        question.at = Time::of("2023-11-27T09:00");
        return history.answers().competence(question);
    };
    EXPECT_EQ(asked("DIRECTOR", "rating.decided").value().competence.now.why, "OK");
    EXPECT_EQ(asked("DIRECTOR", "objection.resolved").value().competence.power, Power::decide);
    EXPECT_EQ(asked("HEAD1", "rating.decided").value().competence.now.why, "NO_POWER");
    EXPECT_EQ(asked("HEAD1", "no.such-act").error().type, "invalid-field");
}

TEST(Competence, NamesTheRelationOfActorAndSubject) {
    History history;
    open_cycle(history);
    RelationDeclared tie;
    tie.person = PersonCode::of("A1");
    tie.other = PersonCode::of("DIRECTOR");
    tie.kind = RelationKind::sibling;
    const auto asked = [&](Known known = {}) {
        CompetenceQuestion question;
        question.actor = PersonCode::of("DIRECTOR");
        question.power = Power::decide;
        question.subject = PersonCode::of("A1");
        question.at = Time::of("2023-11-27T09:00");
        return history.answers().competence(question, known).value().competence;
    };
    EXPECT_FALSE(asked().tie);
    history.at("2023-11-20T08:00").by("A1", "", tie);
    const auto said = asked();
    ASSERT_TRUE(said.tie);
    EXPECT_FALSE(said.tie->binds) << "the word of the rated alone";
    EXPECT_TRUE(said.remarks.empty());
    tie.document = DocumentId::of("D1");
    const auto recorded = history.by("OFFICER", "OFFICER.1", tie);
    const auto bound = asked();
    EXPECT_TRUE(bound.tie.value().binds);
    EXPECT_EQ(bound.tie->relation.kind, RelationKind::sibling);
    EXPECT_EQ(bound.remarks, std::vector{CompetenceRemark::related});
    EXPECT_FALSE(asked(Position{static_cast<std::uint64_t>(recorded - 1)}).tie.value().binds) << "as it was known";

    const auto person = history.answers().person(PersonCode::of("DIRECTOR")).value();
    ASSERT_EQ(person.relations.size(), 1u) << "it is told of both";
    EXPECT_EQ(person.relations[0].person.person.str(), "A1");
    RelationEnded ended{tie.person, tie.other, Date::of("2023-11-25"), Text::of("Khai nhầm"), DocumentId::of("D1")};
    history.by("OFFICER", "OFFICER.1", ended);
    EXPECT_FALSE(asked().tie);
    EXPECT_EQ(history.answers().person(PersonCode::of("A1")).value().relations.at(0).ended_on, ended.on)
        << "it is never taken away";
}

TEST(Findings, ProposalOverride) {
    History history;
    open_cycle(history);
    const auto decide = [&](std::string_view person, Level proposed, Level decided, Level rule, bool with_reason) {
        history.by("OFFICER", "OFFICER.1", a_proposal(person, proposed));
        auto decision = a_decision(person, decided, proposed);
        decision.evaluation.level = rule;
        if (with_reason) decision.reason = Text::of("Lý do.");
        history.by("DIRECTOR", "DIRECTOR.1", decision);
    };
    QuotaSettled settled;
    settled.cycle = kCycle;
    settled.agency = UnitCode::of("51-S05");
    settled.lowered = {dossier_of("A1"), dossier_of("A2")};
    history.by("DIRECTOR", "DIRECTOR.1", settled);
    decide("A1", Level::excellent, Level::good, Level::excellent, true);
    decide("A2", Level::excellent, Level::good, Level::good, true);
    decide("A3", Level::good, Level::excellent, Level::good, false);
    decide("B1", Level::good, Level::good, Level::good, false);

    const auto findings = found(history, FindingType::proposal_override);
    ASSERT_EQ(findings.size(), 3u);
    EXPECT_TRUE(findings[0].level->for_quota);
    EXPECT_FALSE(findings[1].level->for_quota);
    EXPECT_TRUE(findings[1].level->reason);
    EXPECT_TRUE(findings[2].level->raised);
    EXPECT_FALSE(findings[2].level->reason);
}

TEST(Findings, PartyOpinionMissingOrLate) {
    History history;
    open_cycle(history);
    const auto opine = [&](std::string_view person, std::string_view day) {
        auto opinion = about<PartyOpinionRecorded>(person);
        opinion.committee = Label::of("Chi bộ");
        opinion.dated = Date::of(day);
        opinion.opinion = Text::of("Nhất trí.");
        history.by("OFFICER", "OFFICER.1", opinion);
    };
    history.at("2023-11-27T09:00");
    opine("DIRECTOR", "2023-11-24");
    opine("PRINCIPAL", "2023-11-28");
    // What the rulebook asked for and was not there, the act says itself.
    auto without = a_decision("PRINCIPAL", Level::good);
    without.paper = Paper{DocumentId::of("QD1"), Time::of("2023-11-27T09:00"), {}};
    without.breaches = {
        {Label::of("party-opinion-missing"), Label::of("điểm c khoản 1 Điều 19"), Text::of("Chưa có.")}};
    history.by("CHAIR", "CHAIR.1", a_decision("DIRECTOR", Level::good));
    history.by("DIRECTOR", "DIRECTOR.1", without);
    history.by("PRINCIPAL", "PRINCIPAL.1", a_decision("TEACHER", Level::good));  // none required
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("HEAD1", Level::good));      // head of a division: none required
    const auto late = found(history, FindingType::party_opinion_late);
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].act->subject->str(), "PRINCIPAL");
    EXPECT_EQ(late[0].party_opinion->opinion_dated, Date::of("2023-11-28"));
    EXPECT_TRUE(found(history, FindingType::party_opinion_missing).empty());
}

TEST(Findings, AHeadDecidedBeforeTheUnit) {
    History history;
    open_cycle(history);
    const auto rate_unit = [&](std::string_view unit) {
        CollectiveRated rated;
        rated.cycle = kCycle;
        rated.unit = UnitCode::of(unit);
        rated.level = Level::good;
        rated.reason = Text::of("Theo báo cáo.");
        rated.document = DocumentId::of("D1");
        history.by("CHAIR", "CHAIR.1", rated);
    };
    history.at("2023-11-24T15:00");
    rate_unit("51-S05");
    history.at("2023-11-24T16:00").by("CHAIR", "CHAIR.1", a_decision("DIRECTOR", Level::good));
    const auto early = history.by("DIRECTOR", "DIRECTOR.1", a_decision("PRINCIPAL", Level::good));
    history.at("2023-11-27T08:00");
    rate_unit("51-S05.T1");
    const auto findings = found(history, FindingType::order_violation);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, early);
    EXPECT_EQ(findings[0].order->collective.unit.str(), "51-S05.T1");
    EXPECT_EQ(findings[0].order->collective_rated_at, Time::of("2023-11-27T08:00"));
    const auto timeline = history.answers().timeline(dossier_of("PRINCIPAL")).value();
    EXPECT_EQ(timeline.items[0].touch, Touch::collective);
}

TEST(Findings, BatchSigning) {
    History history;
    open_cycle(history);
    DossierViewed viewed;
    viewed.dossier = dossier_of("A1");
    viewed.person = PersonCode::of("A1");
    viewed.view = Label::of("dossier");
    viewed.purpose = Text::of("Xem xét");
    history.at("2023-11-28T21:40").viewed("DIRECTOR", viewed);
    int second = 5;
    for (const auto person : {"A1", "A2", "A3"}) {
        history.at("2023-11-28T21:47:" + std::string(second < 10 ? "0" : "") + std::to_string(second) + "+07:00");
        history.by("DIRECTOR", "DIRECTOR.1", a_decision(person, Level::good));
        second += 8;
    }
    viewed.dossier = dossier_of("A3");
    viewed.person = PersonCode::of("A3");
    history.at("2023-11-28T22:40").viewed("DIRECTOR", viewed);  // only afterwards
    history.at("2023-11-28T22:00")
        .together("PRINCIPAL", "PRINCIPAL.1",
                  {a_decision("HEAD1", Level::good), a_decision("HEAD2", Level::good), a_decision("B1", Level::good),
                   a_decision("OFFICER", Level::good)});
    FindingsQuestion question;
    question.cycle = kCycle;
    question.types = {FindingType::batch_signing};
    EXPECT_TRUE(history.answers().findings(question).value().items.empty());
    question.batch_acts_min = 3;
    const auto findings = history.answers().findings(question).value().items;
    ASSERT_EQ(findings.size(), 1u);
    const auto& batch = *findings[0].batch;
    EXPECT_EQ(batch.acts, 3);
    EXPECT_EQ(batch.seconds, 16);
    EXPECT_TRUE(batch.outside_hours);
    EXPECT_EQ(batch.opened_before, 1);
    question.batch_gap_seconds_max = 7;
    EXPECT_TRUE(history.answers().findings(question).value().items.empty());
}

TEST(Findings, LastMinute) {
    History history;
    open_cycle(history);
    history.at("2023-11-28T23:59:59+07:00").by("OFFICER", "OFFICER.1", a_proposal("A1", Level::good));
    history.at("2023-11-29T00:00").by("OFFICER", "OFFICER.1", a_proposal("A2", Level::good));
    history.at("2023-11-29T23:59:59+07:00").by("OFFICER", "OFFICER.1", a_proposal("A1", Level::completed, Level::good));
    history.at("2023-11-30T00:00").by("OFFICER", "OFFICER.1", a_proposal("A3", Level::good));
    const auto findings = found(history, FindingType::last_minute);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].last_minute->kind, LastMinuteKind::first_entry);
    EXPECT_EQ(findings[1].last_minute->kind, LastMinuteKind::change);
    EXPECT_EQ(findings[1].act->subject->str(), "A1");
}

TEST(Findings, ReliedOnACorrectedDocumentAndPaperBreaches) {
    History history;
    open_cycle(history);
    history.given({dated("D5", "5/QĐ-STC", "2023-11-20")});
    auto decision = a_decision("A1", Level::good);
    decision.document = DocumentId::of("D5");
    decision.paper = Paper{DocumentId::of("D5"), Time::of("2023-11-27T09:00"), {}};
    decision.breaches = {{Label::of("minutes-missing"), Label::of("khoản 2 Điều 18"), Text::of("Chưa có biên bản.")}};
    const auto relied = history.on_paper("DIRECTOR", "DIRECTOR.1", "2023-11-27T09:00", decision);
    DocumentCorrected corrected;
    corrected.document = DocumentId::of("D5");
    corrected.date = Date::of("2023-11-29");
    corrected.reason = Text::of("Nhập sai ngày ký.");
    history.given({corrected});

    const auto findings = found(history, FindingType::relied_on_corrected_document);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, relied);
    EXPECT_EQ(findings[0].correction->document->number, "5/QĐ-STC");
    const auto breaches = found(history, FindingType::paper_breach);
    ASSERT_EQ(breaches.size(), 1u);
    EXPECT_EQ(breaches[0].breaches[0].type.str(), "minutes-missing");
    EXPECT_EQ(breaches[0].act->by.entry, Entry::paper);
    EXPECT_EQ(breaches[0].act->by.entered_by->str(), "OFFICER");
    const auto document = history.answers().document(DocumentId::of("D5")).value().document;
    EXPECT_EQ(document.registered.date, Date::of("2023-11-29"));
    EXPECT_EQ(document.corrections.at(0).date, Date::of("2023-11-20"));
}

TEST(Findings, ActsAfterTheirTerm) {
    History history;
    open_cycle(history);
    auto late = a_decision("A1", Level::good);
    late.breaches = {{Label::of("term-passed"), Label::of("khoản 2 Điều 20"), Text::of("Sau thời hạn.")}};
    const auto position = history.by("DIRECTOR", "DIRECTOR.1", late);
    const auto findings = found(history, FindingType::term_passed);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, position);
    EXPECT_EQ(findings[0].breaches.at(0).clause.str(), "khoản 2 Điều 20");
    EXPECT_TRUE(found(history, FindingType::paper_breach).empty()) << "no paper, and no other rule";
}

TEST(Findings, EffectsOfARerateThatStayOpen) {
    History history;
    open_cycle(history);
    history.at("2023-12-01T09:00");
    auto cancelled = about<RatingCancelled>("A1");
    cancelled.document = DocumentId::of("QD1");
    cancelled.reason = Text::of("Kê khai không đúng");
    cancelled.effects = {{EffectId::of("notice"), EffectKind::notice_due, UnitCode::of("51-S05"), {}, {}, {}}};
    const auto position = history.by("DIRECTOR", "DIRECTOR.1", cancelled);
    history.at("2023-12-31T09:00");
    history.given({dated("D8", "8/QĐ-STC", "2023-12-30")});
    EXPECT_TRUE(found(history, FindingType::effect_open).empty()) << "thirty days are not too long";
    history.at("2024-01-01T09:00");
    history.given({dated("D9", "9/QĐ-STC", "2023-12-30")});
    const auto findings = found(history, FindingType::effect_open);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, position);
    EXPECT_EQ(findings[0].open_effect->days, 31);
    EXPECT_EQ(findings[0].open_effect->owner.unit.str(), "51-S05");
    EffectSettled settled;
    settled.cycle = CycleId::of("2023");
    settled.dossier = cancelled.dossier;
    settled.person = cancelled.person;
    settled.effect = EffectId::of("notice");
    settled.what = Text::of("Đã thông báo lại");
    history.by("DIRECTOR", "DIRECTOR.1", settled);
    EXPECT_TRUE(found(history, FindingType::effect_open).empty());
}

TEST(Findings, HaveOneNameInAddresses) {
    for (const auto type : {FindingType::retro_authority, FindingType::paper_breach})
        EXPECT_EQ(finding_of(finding_slug(type)), type);
    EXPECT_FALSE(finding_of("anomaly"));
}

}  // namespace
}  // namespace minhbach::projections
