// The quota once more, at the moment of the decision: since it was settled others may have been decided otherwise.
#include <gtest/gtest.h>

#include <random>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

constexpr int kStaff = 12;  // at most two of them excellent

std::string name(int i) {
    return "S" + std::to_string(100 + i);
}

// Twelve clerks of a division, the first `excellent` of them proposed so, everything done that a decision waits for.
Given twelve(int excellent, const std::vector<Event>& more = {}) {
    auto events = a_province() + std::vector<Event>{a_cycle(), a_document("CV5721"), dated("QD1", "2023-11-28")} + more;
    std::vector<Event> dossiers;
    std::vector<PersonCode> discussed;
    for (int i = 0; i < kStaff; ++i) {
        const auto code = PersonCode::of(name(i));
        discussed.push_back(code);
        events.push_back(a_person(name(i)));
        const auto post = a_post("51-S05.P1", "51-S05");
        events.push_back(in_post(name(i), post));
        events = events + worked(of_person(name(i)), 4, 4, 2);
        dossiers.push_back(DossierOpened{dossier_of(name(i)), code, kCycle, 2023, post, {}});
        SelfAssessmentFiled filed;
        filed.dossier = dossier_of(name(i));
        filed.person = code;
        dossiers.push_back(filed);
        CriteriaJudged judged;
        judged.dossier = dossier_of(name(i));
        judged.person = code;
        judged.general = judged_well(false);
        judged.effectiveness = Effectiveness::high;
        dossiers.push_back(judged);
        ProposalMade proposal;
        proposal.dossier = dossier_of(name(i));
        proposal.person = code;
        proposal.level = i < excellent ? Level::excellent : Level::good;
        proposal.meeting = MeetingId::of("M1");
        dossiers.push_back(proposal);
    }
    MeetingHeld held;
    held.meeting = MeetingId::of("M1");
    held.cycle = kCycle;
    held.unit = UnitCode::of("51-S05.P1");
    held.held_at = Time::of("2023-11-22T08:00");
    held.chair = PersonCode::of("HEAD1");
    held.secretary = PersonCode::of("OFFICER");
    held.discussed = discussed;
    MinutesAdopted adopted;
    adopted.meeting = held.meeting;
    adopted.version = 1;
    adopted.adopted_at = Time::of("2023-11-22T09:00");
    return Given()
        .at("2023-11-21T08:00")
        .and_given(events)
        .and_given(dossiers)
        .and_given({held, adopted})
        .at("2023-11-28T08:00");
}

settlement::SettleQuota selecting(int number) {
    settlement::SettleQuota command = a_settlement({});
    for (int i = 0; i < number; ++i) command.selected.push_back(dossier_of(name(i)));
    return command;
}

DecideRatings deciding(int first, int number, Level level) {
    std::vector<DecisionLine> lines;
    for (int i = first; i < first + number; ++i) lines.push_back(a_line(name(i), level, "Theo kết quả năm 2023"));
    return a_decision(lines);
}

TEST(QuotaAtDecision, WhoIsSelectedIsDecidedWhileThereIsRoom) {
    const auto settled = twelve(3).after("DIRECTOR", selecting(2));
    EXPECT_TRUE(settled.when("DIRECTOR", deciding(0, 2, Level::excellent)));
    EXPECT_TRUE(
        settled.after("DIRECTOR", deciding(0, 1, Level::excellent)).when("DIRECTOR", deciding(1, 1, Level::excellent)));
}

TEST(QuotaAtDecision, IsRefusedWhereOthersFellShortSince) {
    const auto settled = twelve(3).after("DIRECTOR", selecting(2));
    const auto fallen = settled.after("DIRECTOR", deciding(11, 1, Level::completed));
    const auto refused = fallen.when("DIRECTOR", deciding(0, 1, Level::excellent));
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /lines/0/level") << "eleven good or better allow one";
    EXPECT_NE(refused.error().clause.find("khoản 6 Điều 2"), std::string::npos);
    EXPECT_TRUE(fallen.after("DIRECTOR", selecting(1)).when("DIRECTOR", deciding(0, 1, Level::excellent)))
        << "settled again";
}

TEST(QuotaAtDecision, CountsTheListItself) {
    const auto settled = twelve(3).after("DIRECTOR", selecting(2));
    auto list = deciding(0, 2, Level::excellent);
    list.lines.push_back(a_line(name(11), Level::completed, "Chậm báo cáo"));
    EXPECT_EQ(refusal_of(settled.when("DIRECTOR", list)), "quota-exceeded /lines/0/level");
    list = deciding(0, 1, Level::excellent);
    list.lines.push_back(a_line(name(1), Level::good, "Chưa nổi trội"));
    EXPECT_TRUE(settled.when("DIRECTOR", list));
}

TEST(QuotaAtDecision, HoldsForTheGroupConcerned) {
    ComparableGroupDefined first, second;
    first.cycle = second.cycle = kCycle;
    first.agency = second.agency = kDepartment;
    first.group = GroupId::of("G1");
    second.group = GroupId::of("G2");
    first.name = second.name = Label::of("Nhóm chuyên viên");
    for (int i = 0; i < kStaff; ++i) (i < 6 ? first : second).members.push_back(PersonCode::of(name(i)));
    first.document = second.document = DocumentId::of("D1");
    const auto settled = twelve(3, {first, second}).after("DIRECTOR", selecting(1));
    const auto other_fell = settled.after("DIRECTOR", deciding(11, 1, Level::completed));
    EXPECT_TRUE(other_fell.when("DIRECTOR", deciding(0, 1, Level::excellent)));
    const auto own_fell = settled.after("DIRECTOR", deciding(5, 1, Level::completed));
    EXPECT_EQ(refusal_of(own_fell.when("DIRECTOR", deciding(0, 1, Level::excellent))), "quota-exceeded /lines/0/level");
}

TEST(QuotaAtDecision, TheReadingIsTheOneThatWasSettled) {
    const QuotaReadingNamed wider{kCycle, kDepartment, QuotaBase::total_rated, QuotaRounding::floor,
                                  DocumentId::of("QD1")};
    const auto settled = twelve(3).after("DIRECTOR", selecting(2)).and_given({wider});
    const auto fallen = settled.after("DIRECTOR", deciding(11, 1, Level::completed));
    EXPECT_EQ(refusal_of(fallen.when("DIRECTOR", deciding(0, 1, Level::excellent))), "quota-exceeded /lines/0/level");
}

TEST(QuotaAtDecision, OnPaperItIsABreach) {
    auto list = deciding(0, 3, Level::excellent);
    list.on_paper = on_paper("DIRECTOR", "2023-11-28T07:00");
    const auto decision = twelve(3).after("DIRECTOR", selecting(2)).when("OFFICER", list);
    int breaches = 0;
    for (const auto& event : events_of(decision)) {
        for (const auto& breach : event.get<RatingDecided>().breaches)
            breaches += breach.type.str() == "quota-exceeded";
    }
    EXPECT_EQ(breaches, 3 + 1) << "one too many for each, and one of them not selected";
}

class RandomDecisions : public ::testing::TestWithParam<unsigned> {};

// Settlements and decisions in any order: the excellent never pass what the agency allows at that moment.
TEST_P(RandomDecisions, NeverPassTheMaximum) {
    std::mt19937 random(GetParam());
    auto history = twelve(4);
    int decided = 0;
    for (int step = 0; step < 40; ++step) {
        if (random() % 4 == 0) {
            if (const auto settled = history.when("DIRECTOR", selecting(static_cast<int>(random() % 4))))
                history = history.and_decided(settled);
            continue;
        }
        const auto i = static_cast<int>(random() % kStaff);
        const auto level = static_cast<Level>(random() % 4);
        const auto decision = history.when("DIRECTOR", deciding(i, 1, level));
        if (!decision) continue;
        ++decided;
        history = history.and_decided(decision);
        if (level != Level::excellent) continue;
        const auto past = history.past();
        const auto standing = settlement::standing(*past, kCycle, kDepartment, law::nd90_48_2023(), {});
        EXPECT_LE(standing.front().counts.excellent, standing.front().max_excellent);
    }
    EXPECT_GT(decided, 3);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomDecisions, ::testing::Range(1u, 25u));

}  // namespace
}  // namespace minhbach::services::evaluation
