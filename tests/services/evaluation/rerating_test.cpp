#include "services/evaluation/rerating.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "given_cycle.hpp"
#include "rated.hpp"

namespace minhbach::services::evaluation {
namespace {

constexpr int kDecision = 4;  // opened, form, judgement, proposal, decision
const ObjectionId kPetition = ObjectionId::of("KN-1");

// A1 did excellently and was decided GOOD; A2 is GOOD by the criteria. Both have received their notice.
Given decided() {
    return discussed(a_rating_year(), {"A1", "A2"})
        .after("OFFICER", a_proposal("A1", Level::excellent))
        .after("OFFICER", a_proposal("A2", Level::good))
        .at("2023-11-28T09:00")
        .after("DIRECTOR",
               a_decision({a_line("A1", Level::good, "Theo ý kiến của cuộc họp"), a_line("A2", Level::good)}))
        .at("2023-11-30T09:00")
        .after("DIRECTOR",
               IssueNotices{{dossier_of("A1"), dossier_of("A2")}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}})
        .at("2023-12-01T10:00")
        .after("A1", AcknowledgeNotice{dossier_of("A1"), {}})
        .after("A2", AcknowledgeNotice{dossier_of("A2"), {}})
        .at("2023-12-04T08:00");
}
Given petitioned(ObjectionOutcome outcome) {
    return decided()
        .after("A1", objection::FileObjection{kPetition,
                                              ObjectionKind::petition,
                                              dossier_of("A1"),
                                              kDecision,
                                              Text::of("Vượt mức 10 nhiệm vụ"),
                                              {},
                                              {}})
        .after("OFFICER", objection::ReceiveObjection{kPetition, PersonCode::of("DIRECTOR")})
        .after("DIRECTOR",
               objection::ResolveObjection{kPetition, outcome, Text::of("Đã đối chiếu"), DocumentId::of("QD1"), {}})
        .at("2023-12-18T09:00");
}
ReRate a_rerating(std::string_view person, std::optional<Level> level, ReratingGround ground = ReratingGround::error) {
    ReRate command;
    command.dossier = dossier_of(person);
    command.decision = kDecision;
    command.ground = ground;
    command.reason = Text::of("Xem xét lại kết quả");
    command.level = level;
    command.document = DocumentId::of("QD1");
    return command;
}
ReRate upheld() {
    auto command = a_rerating("A1", Level::excellent, ReratingGround::objection);
    command.objection = kPetition;
    return command;
}
Event reprimanded(std::string_view effective, std::string_view person = "A2") {
    return DisciplineRecorded{
        PersonCode::of(person), ViolationId::of("V1"), 2023, DisciplineKind::administrative, DisciplineForm::reprimand,
        Date::of(effective),    DocumentId::of("D1")};
}
ReRate disciplined() {
    auto command = a_rerating("A2", Level::not_completed, ReratingGround::late_discipline);
    command.violation = ViolationId::of("V1");
    return command;
}
std::vector<EffectKind> kinds(const std::vector<Effect>& effects) {
    std::vector<EffectKind> all;
    for (const auto& effect : effects) all.push_back(effect.kind);
    return all;
}
bool has(const std::vector<Effect>& effects, EffectKind kind) {
    const auto all = kinds(effects);
    return std::find(all.begin(), all.end(), kind) != all.end();
}

TEST(ReRate, CancelsAndDecidesAnewInOneAppend) {
    const auto decision = petitioned(ObjectionOutcome::upheld).when("DIRECTOR", upheld());
    ASSERT_EQ(types_of(decision), (std::vector<std::string>{"rating.cancelled", "rating.decided"}));
    const auto cancelled = events_of(decision)[0].get<RatingCancelled>();
    const auto decided_anew = events_of(decision)[1].get<RatingDecided>();
    EXPECT_EQ(cancelled.decision, kDecision);
    EXPECT_EQ(cancelled.objection, kPetition);
    EXPECT_EQ(decided_anew.supersedes, kDecision);
    EXPECT_EQ(decided_anew.level, Level::excellent);
    EXPECT_EQ(decided_anew.proposed, Level::excellent);
    EXPECT_EQ(decided_anew.evaluation.level, Level::excellent) << "the rules ran again";
    EXPECT_EQ(decision->events[0].effective, kSince) << "the document has effect from another day";
}

TEST(ReRate, TheNewDecisionIsNotifiedAndObjectedToAnew) {
    const auto history = petitioned(ObjectionOutcome::upheld).after("DIRECTOR", upheld());
    const auto past = history.past();
    const auto& dossier = past->dossier(dossier_of("A1"));
    EXPECT_EQ(dossier.decision->level, Level::excellent);
    EXPECT_FALSE(dossier.notice || dossier.received || dossier.published);
    ASSERT_EQ(dossier.cancelled.size(), 1u);
    EXPECT_EQ(dossier.cancelled[0].received, Date::of("2023-12-01")) << "the old one keeps its receipt";
    EXPECT_TRUE(
        history.when("DIRECTOR", IssueNotices{{dossier_of("A1")}, DocumentId::of("TB1"), Date::of("2023-12-18"), {}}));
    objection::FileObjection late{ObjectionId::of("KN-2"),
                                  ObjectionKind::petition,
                                  dossier_of("A1"),
                                  kDecision,
                                  Text::of("Vẫn đối với kết luận cũ"),
                                  {},
                                  {}};
    EXPECT_TRUE(history.when("A1", late)) << "a superseded decision may be named";
    late.decision = dossier.decision->revision;
    EXPECT_EQ(refusal_of(history.when("A1", late)), "step-order /decision") << "not notified yet";
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", upheld())), "step-order /decision") << "cancelled already";
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", a_decision({a_line("A1", Level::good, "Lý do")}))),
              "step-order /lines/0/dossier");
}

TEST(ReRate, ForAnObjectionThatWasUpheldAgainstThisDecision) {  // Điều 24 ND 90
    EXPECT_TRUE(petitioned(ObjectionOutcome::partly_upheld).when("DIRECTOR", upheld()));
    EXPECT_EQ(refusal_of(petitioned(ObjectionOutcome::rejected).when("DIRECTOR", upheld())), "step-order /objection");
    auto nameless = upheld();
    nameless.objection.reset();
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", nameless)), "invalid-field /objection");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", upheld())), "invalid-field /objection");
    auto of_another = a_rerating("A2", Level::completed, ReratingGround::objection);
    of_another.objection = kPetition;
    EXPECT_EQ(refusal_of(petitioned(ObjectionOutcome::upheld).when("DIRECTOR", of_another)),
              "invalid-field /objection");
}

TEST(ReRate, NobodyIsLoweredWhereTheQuotaIsExceeded) {  // khoản 6 Điều 2 ND 90
    const auto events = events_of(petitioned(ObjectionOutcome::upheld).when("DIRECTOR", upheld()));
    const auto& effects = events[0].get<RatingCancelled>().effects;
    EXPECT_EQ(kinds(effects), (std::vector{EffectKind::quota_of_agency, EffectKind::notice_due}));
    EXPECT_EQ(effects[0].owner, kDepartment);
    EXPECT_NE(effects[0].effect, effects[1].effect);
}

TEST(ReRate, AGroupThatIsExceededIsNamed) {
    ComparableGroupDefined group;
    group.cycle = kCycle;
    group.group = GroupId::of("G1");
    group.agency = kDepartment;
    group.name = Label::of("Nhóm chuyên viên");
    group.members = {PersonCode::of("A1"), PersonCode::of("A2")};
    group.document = DocumentId::of("QD1");
    const auto events = events_of(petitioned(ObjectionOutcome::upheld).and_given({group}).when("DIRECTOR", upheld()));
    const auto& effects = events[0].get<RatingCancelled>().effects;
    ASSERT_TRUE(has(effects, EffectKind::quota_of_group));
    EXPECT_EQ(
        std::find_if(effects.begin(), effects.end(), [](const auto& e) { return e.kind == EffectKind::quota_of_group; })
            ->group,
        GroupId::of("G1"));
}

TEST(ReRate, DisciplineKnownLateForcesTheLevel) {  // điểm a khoản 5 Điều 2 ND 90; vector D6
    const auto known = decided().at("2024-01-18T08:00").and_given({reprimanded("2023-12-20")});
    const auto events = events_of(known.when("DIRECTOR", disciplined()));
    EXPECT_EQ(events[0].get<RatingCancelled>().violation, ViolationId::of("V1"));
    EXPECT_EQ(events[1].get<RatingDecided>().violations_counted, std::vector{ViolationId::of("V1")});
    auto milder = disciplined();
    milder.level = Level::completed;
    EXPECT_EQ(refusal_of(known.when("DIRECTOR", milder)), "discipline-forces-level /level");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", disciplined())), "step-order /violation") << "none is recorded";
    const auto next_year = decided().at("2024-01-18T08:00").and_given({reprimanded("2024-01-10")});
    EXPECT_EQ(refusal_of(next_year.when("DIRECTOR", disciplined())), "step-order /violation") << "another year";
    auto nameless = disciplined();
    nameless.violation.reset();
    EXPECT_EQ(refusal_of(known.when("DIRECTOR", nameless)), "invalid-field /violation");
}

TEST(ReRate, AnAnnulledDisciplineCountsNoMore) {
    const auto counted =
        decided().at("2024-01-18T08:00").and_given({reprimanded("2023-12-20")}).after("DIRECTOR", disciplined());
    auto restored = a_rerating("A2", Level::good, ReratingGround::discipline_annulled);
    restored.decision = counted.past()->dossier(dossier_of("A2")).decision->revision;
    restored.violation = ViolationId::of("V1");
    EXPECT_TRUE(counted.when("DIRECTOR", restored));
    restored.ground = ReratingGround::error;
    EXPECT_EQ(refusal_of(counted.when("DIRECTOR", restored)), "discipline-forces-level /level");
    auto never_counted = a_rerating("A2", Level::completed, ReratingGround::discipline_annulled);
    never_counted.violation = ViolationId::of("V1");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", never_counted)), "step-order /violation");
}

TEST(ReRate, TheSameRulesAsOfADecision) {
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_rerating("A2", Level::excellent))), "level-not-allowed /level");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_rerating("A2", std::nullopt))), "level-not-allowed /level");
    EXPECT_EQ(refusal_of(decided().when("DIRECTOR", a_rerating("A2", Level::good))), "nothing-to-change /level");
    EXPECT_EQ(refusal_of(decided().when("OFFICER", a_rerating("A2", Level::completed))), "not-competent");
    const auto own = decided().and_given({a_mandate("X", "A2", {Power::decide}, "51-S05", Reach::managed)});
    EXPECT_EQ(refusal_of(own.when("A2", a_rerating("A2", Level::completed))), "self-decision");
    auto wanting = a_rerating("A2", Level::completed, ReratingGround::dishonesty);
    wanting.reason = {};
    wanting.document = DocumentId::of("NOWHERE");
    wanting.meeting = MeetingId::of("NOWHERE");
    const auto refused = decided().when("DIRECTOR", wanting);
    EXPECT_EQ(refusal_of(refused), "reason-required /reason");
    EXPECT_EQ(refused.error().more.at(0).field, "/document");
    EXPECT_EQ(refused.error().more.at(1).field, "/meeting");
    auto later = a_document("QD9", "509/QĐ-STC");
    later.date = Date::of("2024-12-01");
    auto unsigned_yet = a_rerating("A2", Level::completed);
    unsigned_yet.document = later.document;
    EXPECT_EQ(refusal_of(decided().and_given({later}).when("DIRECTOR", unsigned_yet)), "step-order /document");
}

TEST(ReRate, OnPaperIsTakenDownWithWhatItBreaks) {
    auto paper = a_rerating("A2", Level::excellent);
    paper.on_paper = on_paper("DIRECTOR", "2023-12-03T09:00");
    const auto events = events_of(decided().when("OFFICER", paper));
    EXPECT_EQ(events[1].get<RatingDecided>().breaches.at(0).type.str(), "level-not-allowed");
    EXPECT_EQ(events[0].get<RatingCancelled>().breaches, events[1].get<RatingDecided>().breaches);
}

TEST(ReRate, FilesAlreadySentAndThePartyCommitteeAreEffects) {
    FileSubmitted sent;
    sent.cycle = kCycle;
    sent.unit = kDepartment;
    sent.to = UnitCode::of("51-S02");
    sent.part_b = {{dossier_of("A2"), 5}};
    PartyMembershipRecorded member;
    member.person = PersonCode::of("A2");
    member.member = true;
    member.from = Date::of("2015-03-03");
    const auto history = decided().and_given({sent, member});
    const auto events = events_of(history.when("DIRECTOR", a_rerating("A2", Level::completed)));
    const auto& effects = events[0].get<RatingCancelled>().effects;
    EXPECT_EQ(kinds(effects),
              (std::vector{EffectKind::submission_sent, EffectKind::notice_due, EffectKind::party_committee_due}));
    EXPECT_EQ(effects[0].owner, kDepartment);
    const auto returned = history.and_given({FileReturned{kCycle, kDepartment, 1, Text::of("Thiếu biên bản"), {}}});
    const auto again = events_of(returned.when("DIRECTOR", a_rerating("A2", Level::completed)));
    EXPECT_FALSE(has(again[0].get<RatingCancelled>().effects, EffectKind::submission_sent)) << "it is made anew anyway";
}

TEST(ReRate, ReportsThatCountedTheLevelAreEffects) {
    const auto reported = [](std::string_view unit, std::string_view as_of, std::vector<UnitCode> missing) {
        ReportSubmitted report;
        report.cycle = kCycle;
        report.unit = UnitCode::of(unit);
        report.as_of = Time::of(as_of);
        report.missing = std::move(missing);
        return report;
    };
    const auto owners = [](const Given& history) {
        const auto events = events_of(history.when("DIRECTOR", a_rerating("A2", Level::completed)));
        std::string names;
        for (const auto& effect : events[0].get<RatingCancelled>().effects)
            if (effect.kind == EffectKind::report_submitted) names += effect.owner.str() + " ";
        return names;
    };
    const auto department = reported("51-S05", "2023-12-02T09:00", {UnitCode::of("51-S05.T1")});
    EXPECT_EQ(owners(decided()), "");
    EXPECT_EQ(owners(decided().and_given({department, reported("51", "2023-12-03T09:00", {})})), "51-S05 51 ");
    EXPECT_EQ(owners(decided().and_given({department, reported("51", "2023-12-03T09:00", {kDepartment})})), "51-S05 ")
        << "the province reported without the department";
    EXPECT_EQ(owners(decided().and_given({reported("51-S05", "2023-11-27T09:00", {})})), "")
        << "nothing was decided when it was made";
    const auto history = decided()
                             .and_given({department, reported("51", "2023-12-03T09:00", {})})
                             .after("DIRECTOR", a_rerating("A2", Level::completed));
    const SettleEffect corrected{kCycle, dossier_of("A2"), {}, EffectId::of("HQ-2"), Text::of("Báo cáo bổ sung"), {}};
    EXPECT_EQ(refusal_of(history.when("HOMEAFFAIRS", corrected)), "accepted") << "it receives for the province";
    EXPECT_EQ(refusal_of(history.when("OFFICER", corrected)), "not-competent");
}

TEST(SettleEffect, IsForTheOwnerAndOnce) {
    const auto history = decided().after("DIRECTOR", a_rerating("A2", Level::completed));
    SettleEffect command{kCycle, dossier_of("A2"), {}, EffectId::of("HQ-1"), Text::of("Đã thông báo số 80/TB"), {}};
    for (const auto* person : {"DIRECTOR", "OFFICER"})
        EXPECT_EQ(only<EffectSettled>(history.when(person, command)).person, PersonCode::of("A2")) << person;
    EXPECT_EQ(refusal_of(history.when("HEAD1", command)), "not-competent");
    const auto own = history.and_given({a_mandate("X", "A2", {Power::record}, "51-S05", Reach::subtree)});
    EXPECT_EQ(refusal_of(own.when("A2", command)), "self-decision");
    EXPECT_EQ(refusal_of(history.after("OFFICER", command).when("OFFICER", command)), "nothing-to-change /effect");
    auto unknown = command;
    unknown.effect = EffectId::of("HQ-9");
    EXPECT_EQ(refusal_of(history.when("OFFICER", unknown)), "not-found-or-not-allowed /effect");
    auto both = command;
    both.unit = kDepartment;
    EXPECT_EQ(refusal_of(history.when("OFFICER", both)), "invalid-field /dossier");
    auto wanting = command;
    wanting.what = {};
    wanting.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(history.when("OFFICER", wanting)), "reason-required /what");
}

TEST(SettleEffect, EffectsOfLaterReratingsHaveOtherIds) {
    const auto once = decided().after("DIRECTOR", a_rerating("A2", Level::completed));
    auto again = a_rerating("A2", Level::good);
    again.decision = once.past()->dossier(dossier_of("A2")).decision->revision;
    const auto events = events_of(once.when("DIRECTOR", again));
    EXPECT_EQ(events[0].get<RatingCancelled>().effects.at(0).effect, EffectId::of("HQ-2"));
}

// HEAD1 EXCELLENT in a unit that was EXCELLENT.
Given a_head_decided() {
    auto history = units_rated(discussed(a_rating_year(), {"HEAD1"})).after("OFFICER", a_party_opinion("HEAD1"));
    history = history.after("OFFICER", a_proposal("HEAD1", Level::excellent)).at("2023-11-28T09:00");
    return history.and_given({tests::rated(dossier_of("HEAD1"), PersonCode::of("HEAD1"), Level::excellent)})
        .at("2024-01-12T09:00");
}
ReRateCollective a_unit_rerating(std::optional<Level> level = Level::good) {
    return {kCycle,
            UnitCode::of("51-S05.P1"),
            0,
            ReratingGround::error,
            level,
            Text::of("Sai số liệu tổng hợp"),
            DocumentId::of("QD1"),
            {}};
}

TEST(ReRateCollective, ALeaderAboveTheNewLevelIsAnEffect) {
    const auto history = a_head_decided();
    const auto decision = history.when("DIRECTOR", a_unit_rerating());
    ASSERT_EQ(types_of(decision), (std::vector<std::string>{"collective-rating.cancelled", "collective.rated"}));
    const auto effects = events_of(decision)[0].get<CollectiveRatingCancelled>().effects;
    ASSERT_EQ(kinds(effects), (std::vector{EffectKind::head_above_unit, EffectKind::notice_due}));
    EXPECT_EQ(effects[0].dossier, dossier_of("HEAD1"));
    EXPECT_EQ(effects[0].owner, kDepartment);
    const auto past = history.after("DIRECTOR", a_unit_rerating()).past();
    EXPECT_EQ(past->dossier(dossier_of("HEAD1")).decision->level, Level::excellent) << "nobody is lowered";
    EXPECT_EQ(past->collective(kCycle, UnitCode::of("51-S05.P1")).rated->level, Level::good);
    const auto none = events_of(history.when("DIRECTOR", a_unit_rerating(std::nullopt)));
    EXPECT_FALSE(has(none[0].get<CollectiveRatingCancelled>().effects, EffectKind::head_above_unit))
        << "a unit without a level caps nobody";
}

TEST(ReRateCollective, TheNewLevelCapsWhoIsRatedNow) {
    const auto lowered = a_head_decided().after("DIRECTOR", a_unit_rerating());
    auto head = a_rerating("HEAD1", Level::good);
    head.decision = lowered.past()->dossier(dossier_of("HEAD1")).decision->revision;
    EXPECT_TRUE(lowered.when("DIRECTOR", head));
    auto own = a_head_decided().after("DIRECTOR", a_unit_rerating(Level::completed));
    EXPECT_EQ(refusal_of(own.when("DIRECTOR", head)), "above-unit /level");
}

TEST(ReRateCollective, IsForTheLevelAboveAndNamesTheDecisionInForce) {
    const auto history = a_head_decided();
    EXPECT_EQ(refusal_of(history.when("HEAD1", a_unit_rerating())), "not-competent");
    auto other = a_unit_rerating();
    other.decision = 1;
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", other)), "step-order /decision");
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", a_unit_rerating(Level::excellent))), "nothing-to-change /level");
    auto wrong = a_unit_rerating();
    wrong.ground = ReratingGround::late_discipline;
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", wrong)), "invalid-field /ground");
    const auto again = history.after("DIRECTOR", a_unit_rerating());
    EXPECT_EQ(refusal_of(again.when("DIRECTOR", a_collective("51-S05.P1"))), "step-order /unit");
    EXPECT_TRUE(again.when(
        "DIRECTOR",
        SettleEffect{kCycle, {}, UnitCode::of("51-S05.P1"), EffectId::of("HQ-2"), Text::of("Đã công khai"), {}}));
}

}  // namespace
}  // namespace minhbach::services::evaluation
