#include <gtest/gtest.h>

#include <algorithm>

#include "given_cycle.hpp"

namespace minhbach::services::settlement {
namespace {

// Thirty clerks of the department, all proposed: so many EXCELLENT, the others GOOD. Plain events: how proposals come
// about is shown elsewhere.
Given an_agency(int staff, int excellent, const std::vector<Event>& more = {}) {
    auto events = a_province() + std::vector<Event>{a_cycle(), a_document("CV5721"), a_document("QD1")} + more;
    std::vector<Event> dossiers;
    for (int i = 0; i < staff; ++i) {
        const auto code = "S" + std::to_string(100 + i);
        events.push_back(a_person(code));
        const auto post = a_post("51-S05.P1", "51-S05");
        events.push_back(in_post(code, post));
        dossiers.push_back(DossierOpened{dossier_of(code), PersonCode::of(code), kCycle, 2023, post, {}});
        ProposalMade proposal;
        proposal.dossier = dossier_of(code);
        proposal.person = PersonCode::of(code);
        proposal.level = i < excellent ? Level::excellent : Level::good;
        dossiers.push_back(proposal);
    }
    return Given().at("2023-11-28T08:00").and_given(events).and_given(dossiers);
}

std::vector<std::string> names(int first, int count) {
    std::vector<std::string> all;
    for (int i = first; i < first + count; ++i) all.push_back("S" + std::to_string(100 + i));
    return all;
}
SettleQuota selecting(const std::vector<std::string>& people) {
    return a_settlement(std::vector<std::string_view>(people.begin(), people.end()));
}
ComparableGroupDefined a_group(std::string_view id, const std::vector<std::string>& people) {
    ComparableGroupDefined group;
    group.cycle = kCycle;
    group.group = GroupId::of(id);
    group.agency = kDepartment;
    group.name = Label::of("Nhóm " + std::string(id));
    for (const auto& person : people) group.members.push_back(PersonCode::of(person));
    group.document = DocumentId::of("D1");
    return group;
}

TEST(SettleQuota, CountsWithTheSelectionAndKeepsAllReadings) {
    const auto settled = only<QuotaSettled>(an_agency(30, 6).when("DIRECTOR", selecting(names(0, 5))));
    ASSERT_EQ(settled.groups.size(), 1u);
    const auto& agency = settled.groups[0];
    EXPECT_FALSE(agency.group);
    EXPECT_EQ(agency.counts, (SettledCounts{5, 25, 0, 0, 0, 30})) << "the sixth counts as good";
    EXPECT_EQ(agency.max_excellent, 5);
    EXPECT_EQ(agency.readings.size(), 4u);
    EXPECT_EQ(settled.lowered, std::vector{dossier_of("S105")});
    EXPECT_EQ(settled.selected.size(), 5u);
}

TEST(SettleQuota, AboveTheMaximumIsRefusedWithTheNumbers) {
    const auto decision = an_agency(30, 6).when("DIRECTOR", selecting(names(0, 6)));
    EXPECT_EQ(refusal_of(decision), "quota-exceeded /selected");
    EXPECT_EQ(decision.error().clause.find("khoản 6 Điều 2 Nghị định số 90/2020/NĐ-CP"), 0u);
    EXPECT_EQ(decision.error().detail_vi, "Toàn cơ quan, đơn vị: được chọn tối đa 5 người, đang chọn 6.");
}

// Case 14: an exception document of 25 % lets the sixth through, and is named.
TEST(SettleQuota, AnExceptionDocumentRaisesTheRate) {
    const QuotaExceptionGranted exception{
        kCycle, kDepartment, 25, PersonCode::of("CHAIR"), DocumentId::of("D1"), Text::of("Hoàn thành vượt kế hoạch")};
    const auto settled =
        only<QuotaSettled>(an_agency(30, 6).and_given({exception}).when("DIRECTOR", selecting(names(0, 6))));
    EXPECT_EQ(settled.groups[0].max_excellent, 6);
    EXPECT_EQ(settled.exception_document, DocumentId::of("D1"));
}

TEST(SettleQuota, ANamedReadingBinds) {
    const QuotaReadingNamed reading{kCycle, kDepartment, QuotaBase::good_or_better, QuotaRounding::floor,
                                    DocumentId::of("QD1")};
    const auto settled =
        only<QuotaSettled>(an_agency(30, 6).and_given({reading}).when("DIRECTOR", selecting(names(0, 6))));
    EXPECT_EQ(settled.groups[0].max_excellent, 6);
    EXPECT_EQ(settled.reading_document, DocumentId::of("QD1"));
    const auto binding = std::find_if(settled.groups[0].readings.begin(), settled.groups[0].readings.end(),
                                      [](const auto& r) { return r.binding; });
    EXPECT_EQ(binding->base, QuotaBase::good_or_better);
}

// Case 14: groups of 8 and 18; the agency allows 4, the groups 1 and 3.
TEST(SettleQuota, HoldsForTheAgencyAndForEachGroup) {
    const std::vector<Event> groups{a_group("G1", names(0, 8)), a_group("G2", names(8, 18))};
    auto proposed = an_agency(26, 5, groups);  // five of group 1
    for (int i = 8; i < 11; ++i) {
        ProposalMade proposal;
        proposal.dossier = dossier_of("S" + std::to_string(100 + i));
        proposal.person = PersonCode::of("S" + std::to_string(100 + i));
        proposal.level = Level::excellent;
        proposed = proposed.and_given({proposal});
    }
    const auto draft = proposed.when("DIRECTOR", selecting(names(0, 5)));
    EXPECT_EQ(refusal_of(draft), "quota-exceeded /selected");
    ASSERT_EQ(draft.error().more.size(), 1u);
    EXPECT_EQ(draft.error().more[0].detail_vi, "Nhóm \"Nhóm G1\" (G1): được chọn tối đa 1 người, đang chọn 5.");
    auto people = names(0, 1);
    for (const auto& person : names(8, 3)) people.push_back(person);
    const auto settled = only<QuotaSettled>(proposed.when("DIRECTOR", selecting(people)));
    ASSERT_EQ(settled.groups.size(), 3u);
    EXPECT_EQ(settled.groups[0].max_excellent, 4);
    EXPECT_EQ(settled.groups[1].max_excellent, 1);
    EXPECT_EQ(settled.groups[2].max_excellent, 3);
    EXPECT_EQ(settled.groups[1].group, GroupId::of("G1"));
}

TEST(SettleQuota, WaitsForEverybodysProposalButNotForTheUnrated) {
    const auto newcomer = [](std::string_view from) {
        auto post = a_post("51-S05.P1", "51-S05");
        post.from = Date::of(from);
        return std::vector<Event>{a_person("NEW"), in_post("NEW", post),
                                  DossierOpened{dossier_of("NEW"), PersonCode::of("NEW"), kCycle, 2023, post, {}}};
    };
    const auto waiting = an_agency(30, 5).and_given(newcomer("2022-01-01")).when("DIRECTOR", selecting(names(0, 5)));
    EXPECT_EQ(refusal_of(waiting), "step-order");
    EXPECT_NE(waiting.error().detail_vi.find("2023.NEW"), std::string::npos);
    const auto settled =
        only<QuotaSettled>(an_agency(30, 5).and_given(newcomer("2023-09-01")).when("DIRECTOR", selecting(names(0, 5))));
    EXPECT_EQ(settled.groups[0].counts.not_rated, 1);
    EXPECT_EQ(settled.groups[0].counts.staff, 31);
}

TEST(SettleQuota, SelectsOnlyFromTheAgencysExcellentProposals) {
    const auto people = an_agency(30, 5);
    EXPECT_EQ(refusal_of(people.when("DIRECTOR", selecting({"S110"}))), "level-not-allowed /selected/0");
    EXPECT_EQ(refusal_of(people.when("DIRECTOR", selecting({"S100", "S100"}))), "invalid-field /selected/1");
    EXPECT_EQ(refusal_of(people.when("DIRECTOR", selecting({"NOBODY"}))), "invalid-field /selected/0");
    EXPECT_EQ(refusal_of(people.when("HEAD1", selecting({"S100"}))), "not-competent");
    EXPECT_EQ(refusal_of(people.when("CHAIR", selecting({"S100"}))), "not-competent")
        << "the agency settles its own staff";
    auto elsewhere = selecting({"S100"});
    elsewhere.cycle = CycleId::of("1999");
    EXPECT_EQ(refusal_of(people.when("DIRECTOR", elsewhere)), "invalid-field /cycle");
    elsewhere = selecting({"S100"});
    elsewhere.agency = UnitCode::of("NOWHERE");
    EXPECT_EQ(refusal_of(people.when("DIRECTOR", elsewhere)), "invalid-field /agency");
}

RatingDecided decided(std::string_view person, Level level) {
    RatingDecided event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.level = level;
    event.document = DocumentId::of("QD1");
    return event;
}

TEST(SettleQuota, IsReplacedByANewActThatKeepsWhatWasDecided) {
    const auto once = an_agency(30, 6).after("DIRECTOR", selecting(names(0, 5)));
    EXPECT_TRUE(once.when("DIRECTOR", selecting(names(1, 5))));
    const auto binding = once.and_given({decided("S100", Level::excellent)});
    EXPECT_EQ(refusal_of(binding.when("DIRECTOR", selecting(names(1, 5)))), "step-order /selected");
    EXPECT_TRUE(binding.when("DIRECTOR", selecting(names(0, 4))));
    EXPECT_EQ(binding.after("DIRECTOR", selecting(names(0, 4))).past()->settlement(kCycle, kDepartment).times, 2);
    const auto lowered = once.and_given({decided("S105", Level::completed)});
    EXPECT_EQ(refusal_of(lowered.when("DIRECTOR", selecting({"S105"}))), "step-order /selected/0");
    EXPECT_EQ(only<QuotaSettled>(lowered.when("DIRECTOR", selecting(names(0, 1)))).groups[0].counts.completed, 1)
        << "as decided";
}

TEST(SettleQuota, OnPaperIsRecordedAboveTheMaximum) {
    auto command = selecting(names(0, 6));
    command.paper_document = DocumentId::of("QD1");
    EXPECT_EQ(refusal_of(an_agency(30, 6).when("OFFICER", command)), "invalid-field /paperDocument");
    command.signer = PersonCode::of("DIRECTOR");
    command.acted_at = Time::of("2023-11-27T10:00");
    const auto decision = an_agency(30, 6).when("OFFICER", command);
    const auto settled = only<QuotaSettled>(decision);
    EXPECT_EQ(settled.breaches.at(0).type.str(), "quota-exceeded");
    EXPECT_EQ(decision->authority.actor.str(), "DIRECTOR");
    EXPECT_EQ(decision->authority.entered_by, PersonCode::of("OFFICER"));
    EXPECT_EQ(refusal_of(an_agency(30, 6).when("S101", command)), "not-competent");
}

TEST(SettleQuota, EverybodyRatedBelongsToAGroupWhereThereAreGroups) {
    const auto partly = an_agency(30, 5, {a_group("G1", names(0, 28))});
    const auto refused = partly.when("DIRECTOR", selecting(names(0, 4)));
    EXPECT_EQ(refusal_of(refused), "step-order");
    EXPECT_NE(refused.error().detail_en.find("2 people"), std::string::npos);
    EXPECT_NE(refused.error().detail_en.find("S128, S129"), std::string::npos);
    EXPECT_TRUE(an_agency(30, 5, {a_group("G1", names(0, 30))}).when("DIRECTOR", selecting(names(0, 5))));
    auto paper = selecting(names(0, 4));
    paper.paper_document = DocumentId::of("QD1");
    paper.signer = PersonCode::of("DIRECTOR");
    paper.acted_at = Time::of("2023-11-27T10:00");
    EXPECT_EQ(only<QuotaSettled>(partly.when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
}

TEST(SettleQuota, NobodySelectsThemselves) {
    const auto acting = an_agency(30, 5).and_given({a_mandate("X", "S100", {Power::decide}, "51-S05", Reach::managed)});
    EXPECT_EQ(refusal_of(acting.when("S100", selecting(names(0, 5)))), "self-decision /selected/0");
    EXPECT_TRUE(acting.when("S100", selecting(names(1, 4))));
    EXPECT_TRUE(acting.when("DIRECTOR", selecting(names(0, 5))));
    auto paper = selecting(names(0, 5));
    paper.paper_document = DocumentId::of("QD1");
    paper.signer = PersonCode::of("S100");
    paper.acted_at = Time::of("2023-11-27T10:00");
    EXPECT_EQ(only<QuotaSettled>(acting.when("OFFICER", paper)).breaches.at(0).type.str(), "self-decision");
}

}  // namespace
}  // namespace minhbach::services::settlement
