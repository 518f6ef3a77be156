#include "services/cycle/cycle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "given.hpp"
#include "given_province.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::cycle {
namespace {

using testing::HasSubstr;

Given province() {
    return given(a_province()).at("2023-11-15T08:00");
}

OpenCycle cycle_2023() {
    OpenCycle command;
    command.cycle = CycleId::of("2023");
    command.year = 2023;
    command.title = Label::of("Kỳ đánh giá, xếp loại năm 2023");
    command.document = DocumentId::of("D1");
    command.rulebook = RulebookId::of("nd90-48-2023");
    command.scope = {UnitCode::of("51")};
    command.submission = {Date::of("2023-11-30"), false};
    command.self_assessment = Deadline{Date::of("2023-11-20"), true};
    return command;
}

Given opened() {
    return province().after("ADMIN", cycle_2023());
}

TEST(OpenCycle, IsBoundToTheRulebookByIdAndHash) {
    const auto event = only<CycleOpened>(province().when("ADMIN", cycle_2023()));
    EXPECT_EQ(event.rulebook, RulebookId::of("nd90-48-2023"));
    EXPECT_EQ(event.rulebook_hash, law::nd90_48_2023().hash());
    EXPECT_EQ(event.submission, (Deadline{Date::of("2023-11-30"), false}));
    EXPECT_EQ(event.notice_working_days, 5);
    EXPECT_EQ(event.remediation_working_days, 10);
}

TEST(OpenCycle, Refusals) {
    const auto refused = [](auto change) {
        auto command = cycle_2023();
        change(command);
        return refusal_of(province().when("ADMIN", command));
    };
    EXPECT_EQ(refusal_of(province().when("DIRECTOR", cycle_2023())), "not-competent");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", cycle_2023())), "already-exists /cycle");
    EXPECT_EQ(refused([](auto& c) { c.rulebook = RulebookId::of("nd90-2020"); }), "accepted");
    EXPECT_EQ(refused([](auto& c) { c.rulebook = RulebookId::of("nd1"); }), "unknown-rulebook /rulebook");
    EXPECT_EQ(refused([](auto& c) { c.rulebook = RulebookId::of("qd124-2023"); }), "unknown-rulebook /rulebook");
    EXPECT_EQ(refused([](auto& c) { c.document = DocumentId::of("D9"); }), "invalid-field /document");
    EXPECT_EQ(refused([](auto& c) { c.scope.clear(); }), "invalid-field /scope");
    EXPECT_EQ(refused([](auto& c) { c.scope = {UnitCode::of("nowhere")}; }), "invalid-field /scope/0");
    EXPECT_EQ(refused([](auto& c) { c.scope = {UnitCode::of("534"), UnitCode::of("534")}; }), "invalid-field /scope/1");
    EXPECT_EQ(refused([](auto& c) {
                  c.year = 2022;
                  c.submission.date = Date::of("2022-11-30");
                  c.self_assessment = {};
              }),
              "invalid-field /year");
    EXPECT_EQ(refused([](auto& c) {
                  c.year = 2024;
                  c.submission.date = Date::of("2024-11-30");
              }),
              "invalid-field /year");
    EXPECT_EQ(refused([](auto& c) { c.submission.date = Date::of("2025-01-01"); }), "invalid-field /submission/date");
    EXPECT_EQ(refused([](auto& c) { c.self_assessment = Deadline{Date::of("2023-12-01"), true}; }),
              "invalid-field /selfAssessment/date");
    EXPECT_EQ(refused([](auto& c) { c.notice_working_days = -1; }), "invalid-field /noticeWorkingDays");
    EXPECT_EQ(refused([](auto& c) { c.notice_working_days = 0; }), "invalid-field /noticeWorkingDays");
    EXPECT_EQ(refused([](auto& c) { c.remediation_working_days = 0; }), "invalid-field /remediationWorkingDays");
    EXPECT_EQ(refused([](auto& c) { c.cycle = CycleId::of(std::string(22, '2')); }), "invalid-field /cycle");
}

// Its terms are those of the rulebook or shorter; the clause is the rulebook's own.
TEST(OpenCycle, TightensTheTermsOfTheRulebookAndNeverLoosensThem) {
    auto command = cycle_2023();
    command.notice_working_days = 3;
    command.remediation_working_days = 7;
    const auto event = only<CycleOpened>(province().when("ADMIN", command));
    EXPECT_EQ(event.notice_working_days, 3);
    EXPECT_EQ(event.remediation_working_days, 7);

    command.notice_working_days = 6;
    const auto longer = province().when("ADMIN", command);
    EXPECT_EQ(refusal_of(longer), "loosens-rule /noticeWorkingDays");
    EXPECT_EQ(longer.error().clause, "quy định nội bộ");
    command = cycle_2023();
    command.remediation_working_days = 11;
    EXPECT_EQ(refusal_of(province().when("ADMIN", command)), "loosens-rule /remediationWorkingDays");
}

DefineComparableGroup group(std::string_view id, std::vector<std::string_view> members,
                            std::string_view agency = "51-S05") {
    DefineComparableGroup command;
    command.cycle = CycleId::of("2023");
    command.group = GroupId::of(id);
    command.agency = UnitCode::of(agency);
    command.name = Label::of("Chuyên viên các phòng");
    for (const auto& member : members) command.members.push_back(PersonCode::of(member));
    command.document = DocumentId::of("D1");
    return command;
}

ProposalMade proposal(std::string_view person) {
    ProposalMade made;
    made.dossier = dossier_id(CycleId::of("2023"), PersonCode::of(person));
    made.person = PersonCode::of(person);
    return made;
}

DossierOpened dossier_of(std::string_view person) {
    DossierOpened dossier;
    dossier.dossier = dossier_id(CycleId::of("2023"), PersonCode::of(person));
    dossier.person = PersonCode::of(person);
    dossier.cycle = CycleId::of("2023");
    dossier.year = 2023;
    dossier.post = a_post("51-S05.P1", "51-S05");
    return dossier;
}

TEST(DefineComparableGroup, OfPeopleTheAgencyRates) {
    EXPECT_EQ(only<ComparableGroupDefined>(opened().when("ADMIN", group("G1", {"A1", "A2"}))),
              group("G1", {"A1", "A2"}));
    const auto refused = [](const DefineComparableGroup& command, std::string_view actor = "ADMIN") {
        return refusal_of(opened().when(actor, command));
    };
    EXPECT_EQ(refused(group("G1", {"A1"}), "A1"), "not-competent");
    EXPECT_EQ(refused(group("G1", {})), "invalid-field /members");
    EXPECT_EQ(refused(group("G1", {"A1", "A1"})), "invalid-field /members/1");
    EXPECT_EQ(refused(group("G1", {"A1", "NOBODY"})), "invalid-field /members/1");
    EXPECT_EQ(refused(group("G1", {"A1", "TEACHER"})), "invalid-field /members/1");
    EXPECT_EQ(refused(group("G1", {"A1"}, "nowhere")), "invalid-field /agency");
    auto undocumented = group("G1", {"A1"});
    undocumented.document = DocumentId::of("D9");
    EXPECT_EQ(refused(undocumented), "invalid-field /document");
    auto other_cycle = group("G1", {"A1"});
    other_cycle.cycle = CycleId::of("2024");
    EXPECT_EQ(refused(other_cycle), "not-found-or-not-allowed /cycle");
}

TEST(DefineComparableGroup, OnePersonIsInOneGroup) {
    const auto defined = opened().after("ADMIN", group("G1", {"A1", "A2"}));
    EXPECT_EQ(refusal_of(defined.when("ADMIN", group("G2", {"A3", "A2"}))), "already-exists /members/1");
    EXPECT_EQ(refusal_of(defined.when("ADMIN", group("G1", {"A1", "A2"}))), "nothing-to-change");
    EXPECT_EQ(refusal_of(defined.when("ADMIN", group("G1", {"A1", "A3"}))), "accepted");
    EXPECT_EQ(refusal_of(defined.when("ADMIN", group("G1", {"TEACHER"}, "51-S05.T1"))), "already-exists /group");
}

TEST(DefineComparableGroup, BeforeAnybodyInItIsProposed) {
    const auto proposed =
        opened().after("ADMIN", group("G1", {"A1", "A2"})).and_given({dossier_of("A1"), proposal("A1")});
    const auto decision = proposed.when("ADMIN", group("G2", {"A1"}));
    EXPECT_EQ(refusal_of(decision), "already-exists /members/0");
    const auto dropped = proposed.when("ADMIN", group("G1", {"A2", "A3"}));
    EXPECT_EQ(refusal_of(dropped), "step-order /members");
    EXPECT_THAT(dropped.error().clause, HasSubstr("khoản 6 Điều 2 Nghị định số 90/2020/NĐ-CP"));
    EXPECT_EQ(refusal_of(proposed.when("ADMIN", group("G1", {"A1", "A2", "A3"}))), "step-order /members");
    EXPECT_EQ(refusal_of(proposed.when("ADMIN", group("G2", {"A3"}))), "accepted");
}

// Điều 12 Quy định số 124-QĐ/TW: "từng nhóm có vị trí, vai trò, chức năng, nhiệm vụ tương đồng", of collectives too.
TEST(DefineComparableGroup, OfCollectivesBelowTheUnitBeforeTheyAreAppraised) {
    DefineComparableGroup command;
    command.cycle = CycleId::of("2023");
    command.group = GroupId::of("N-TT");
    command.agency = UnitCode::of("51");
    command.name = Label::of("Các phòng thuộc sở");
    command.units = {UnitCode::of("51-S05.P1"), UnitCode::of("51-S05.P2")};
    command.document = DocumentId::of("D1");
    const auto defined = opened().after("ADMIN", command);
    const auto past = defined.past();
    const auto* cycle = past->registry().cycle(command.cycle);
    EXPECT_EQ(cycle->group_of(UnitCode::of("51-S05.P1"))->group, command.group);
    EXPECT_EQ(cycle->group_of(UnitCode::of("51-S05.T1")), nullptr);
    EXPECT_TRUE(cycle->groups.empty()) << "it is no group of people";
    const auto refused = [&](auto change, const Given& history = opened()) {
        auto changed = command;
        change(changed);
        return refusal_of(history.when("ADMIN", changed));
    };
    EXPECT_EQ(refused([](auto& c) { c.units.push_back(UnitCode::of("nowhere")); }), "invalid-field /units/2");
    EXPECT_EQ(refused([](auto& c) { c.units.push_back(UnitCode::of("51")); }), "invalid-field /units/2");
    EXPECT_EQ(refused([](auto& c) { c.units.push_back(c.units[0]); }), "invalid-field /units/2");
    EXPECT_EQ(refused([](auto& c) { c.members = {PersonCode::of("A1")}; }), "invalid-field /units");
    EXPECT_EQ(refused([](auto& c) { c.group = GroupId::of("N2"); }, defined), "already-exists /units/0");
    CollectiveAppraised appraised;
    appraised.cycle = command.cycle;
    appraised.unit = UnitCode::of("51-S05.P2");
    appraised.document = DocumentId::of("D1");
    EXPECT_EQ(refused([](auto&) {}, opened().and_given({appraised})), "step-order /units");
    EXPECT_EQ(refusal_of(opened().when("A1", command)), "not-competent");
}

TEST(NameQuotaReading, ByADocument) {
    const NameQuotaReading command{CycleId::of("2023"), UnitCode::of("51-S05"), QuotaBase::total_rated,
                                   QuotaRounding::floor, DocumentId::of("D1")};
    EXPECT_EQ(only<QuotaReadingNamed>(opened().when("ADMIN", command)), command);
    EXPECT_EQ(refusal_of(opened().after("ADMIN", command).when("ADMIN", command)), "nothing-to-change");
    EXPECT_EQ(refusal_of(opened().when("DIRECTOR", command)), "not-competent");
    auto refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", refused)), "invalid-field /document");
    refused = command;
    refused.agency = UnitCode::of("nowhere");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", refused)), "invalid-field /agency");
    auto narrow = cycle_2023();
    narrow.scope = {UnitCode::of("534")};
    EXPECT_EQ(refusal_of(province().after("ADMIN", narrow).when("ADMIN", command)), "invalid-field /agency");
}

GrantQuotaException exception(std::string_view approver, int percent = 25) {
    return {CycleId::of("2023"),      UnitCode::of("51-S05"), percent,
            PersonCode::of(approver), DocumentId::of("D1"),   Text::of("Đơn vị hoàn thành vượt kế hoạch")};
}

TEST(GrantQuotaException, ApprovedAboveTheAgency) {
    EXPECT_EQ(only<QuotaExceptionGranted>(opened().when("ADMIN", exception("CHAIR"))), exception("CHAIR"));
    EXPECT_EQ(refusal_of(opened().when("ADMIN", exception("ADMIN"))), "not-competent /approver")
        << "running the cycle is no power to decide";
    const auto above = a_mandate("M2", "DIRECTOR", {Power::decide}, "51", Reach::subtree);
    EXPECT_EQ(refusal_of(opened().and_given({above}).when("ADMIN", exception("DIRECTOR"))), "not-competent /approver")
        << "nobody raises the rate of the agency headed";
    const auto own = opened().when("ADMIN", exception("DIRECTOR"));
    EXPECT_EQ(refusal_of(own), "not-competent /approver");
    EXPECT_THAT(own.error().clause, HasSubstr("khoản 6 Điều 2"));
    const auto deciding_at_home = a_mandate("M1", "DEPUTY", {Power::decide}, "51-S05", Reach::subtree);
    EXPECT_EQ(refusal_of(opened().and_given({deciding_at_home}).when("ADMIN", exception("DEPUTY"))),
              "not-competent /approver");
    EXPECT_EQ(refusal_of(opened().when("A1", exception("CHAIR"))), "not-competent");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", exception("CHAIR", 19))), "invalid-field /percent");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", exception("CHAIR", 101))), "invalid-field /percent");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", exception("NOBODY"))), "invalid-field /approver");
    EXPECT_EQ(refusal_of(opened().after("ADMIN", exception("CHAIR")).when("ADMIN", exception("CHAIR"))),
              "nothing-to-change");
    auto refused = exception("CHAIR");
    refused.reason = {};
    EXPECT_EQ(refusal_of(opened().when("ADMIN", refused)), "reason-required /reason");
    refused = exception("CHAIR");
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", refused)), "invalid-field /document");
}

TEST(GrantQuotaException, OfCollectivesIsNoneOfPeople) {
    auto command = exception("CHAIR");
    command.of = QuotaOf::collectives;
    const auto granted = opened().after("ADMIN", command).past();
    const auto* cycle = granted->registry().cycle(CycleId::of("2023"));
    EXPECT_TRUE(cycle->collective_exceptions.contains(UnitCode::of("51-S05")));
    EXPECT_FALSE(cycle->exceptions.contains(UnitCode::of("51-S05")));
    const auto of_people = opened().after("ADMIN", exception("CHAIR")).past();
    EXPECT_TRUE(of_people->registry().cycle(CycleId::of("2023"))->collective_exceptions.empty());
}

OpenDossiers dossiers(std::string_view agency, std::vector<std::string_view> persons = {}) {
    OpenDossiers command{CycleId::of("2023"), UnitCode::of(agency), {}};
    for (const auto& person : persons) command.persons.push_back(PersonCode::of(person));
    return command;
}

TEST(OpenDossiers, OfEverybodyTheAgencyRatesWithThePostOfToday) {
    const auto grouped = opened().after("ADMIN", group("G1", {"A1", "A2"}));
    const auto decision = grouped.when("ADMIN", dossiers("51-S05"));
    const auto events = events_of(decision);
    ASSERT_EQ(events.size(), 9u);
    const auto& first = events.front().get<DossierOpened>();
    EXPECT_EQ(first.dossier, DossierId::of("2023.A1"));
    EXPECT_EQ(first.year, 2023);
    EXPECT_EQ(first.post.unit, UnitCode::of("51-S05.P1"));
    EXPECT_EQ(first.group, GroupId::of("G1"));
    EXPECT_EQ(events.back().get<DossierOpened>().person, PersonCode::of("PRINCIPAL"));
    EXPECT_EQ(events.back().get<DossierOpened>().group, std::nullopt);
    EXPECT_EQ(decision->events.front().stream, dossier_stream(DossierId::of("2023.A1")));
    // Those that are open stay; nobody new means nothing to write.
    const auto some = grouped.after("ADMIN", dossiers("51-S05", {"A1", "A2"}));
    EXPECT_EQ(events_of(some.when("ADMIN", dossiers("51-S05"))).size(), 7u);
    EXPECT_TRUE(events_of(grouped.and_decided(decision).when("ADMIN", dossiers("51-S05"))).empty());
}

// Biệt phái: the document of the secondment says which of the two agencies rates.
TEST(OpenDossiers, OfWhoIsSecondedLieWithTheAgencyThatTheDocumentLetsRate) {
    const auto seconded = [](std::optional<SecondmentRater> rater) {
        const SecondmentRecorded recorded{
            PersonCode::of("A1"), UnitCode::of("51-S05.T1"), Date::of("2023-03-01"), {}, DocumentId::of("D1"), rater};
        return opened().and_given({recorded});
    };
    const auto people = [](const Given& history, std::string_view agency) {
        std::set<std::string> found;
        for (const auto& event : events_of(history.when("ADMIN", dossiers(agency))))
            found.insert(event.get<DossierOpened>().person.str());
        return found;
    };
    EXPECT_TRUE(people(seconded(std::nullopt), "51-S05").contains("A1"));
    EXPECT_TRUE(people(seconded(SecondmentRater::home), "51-S05").contains("A1"));
    const auto at_host = seconded(SecondmentRater::host);
    EXPECT_FALSE(people(at_host, "51-S05").contains("A1"));
    EXPECT_TRUE(people(at_host, "51-S05.T1").contains("A1"));
    const auto events = events_of(at_host.when("ADMIN", dossiers("51-S05.T1", {"A1"})));
    ASSERT_EQ(events.size(), 1u);
    const auto& post = events.front().get<DossierOpened>().post;
    EXPECT_EQ(post.unit.str(), "51-S05.T1");
    EXPECT_EQ(post.managed_by.str(), "51-S05.T1");
    EXPECT_EQ(refusal_of(at_host.when("ADMIN", dossiers("51-S05", {"A1"}))), "invalid-field /persons/0");
    const auto ended =
        at_host.and_given({SecondmentEnded{PersonCode::of("A1"), UnitCode::of("51-S05.T1"), Date::of("2023-03-01"),
                                           Date::of("2023-06-30"), DocumentId::of("D1")}});
    EXPECT_TRUE(people(ended, "51-S05").contains("A1")) << "back at home";
}

// Several posts (kiêm nhiệm): rated once, in the highest of the posts, by whoever is competent over that one.
TEST(OpenDossiers, OfWhoHoldsSeveralPostsIsOneInTheHighest) {
    auto head = a_head("51-S05.P1", "51-S05", "Quyền Trưởng phòng");
    head.from = Date::of("2023-03-01");
    const auto both = opened().and_given({in_post("TEACHER", head)});
    const auto of_teacher = [](const Given& history, std::string_view agency) {
        std::vector<DossierOpened> found;
        for (const auto& event : events_of(history.when("ADMIN", dossiers(agency))))
            if (event.get<DossierOpened>().person.str() == "TEACHER") found.push_back(event.get<DossierOpened>());
        return found;
    };
    const auto in_department = of_teacher(both, "51-S05");
    ASSERT_EQ(in_department.size(), 1u);
    EXPECT_EQ(in_department[0].post, head) << "its criteria are those of a leader";
    EXPECT_TRUE(of_teacher(both, "51-S05.T1").empty()) << "not a second time in the school";
    EXPECT_EQ(refusal_of(both.when("ADMIN", dossiers("51-S05.T1", {"TEACHER"}))), "invalid-field /persons/0");
    // The school has TEACHER back once that post has ended; a dossier that is open stays the only one.
    head.to = Date::of("2023-11-14");
    EXPECT_EQ(of_teacher(opened().and_given({in_post("TEACHER", head)}), "51-S05.T1").size(), 1u);
    head.to.reset();
    const PostEnded ended{PersonCode::of("TEACHER"), head.unit, head.from, Date::of("2023-11-14"), {}};
    const auto opened_before = both.after("ADMIN", dossiers("51-S05", {"TEACHER"})).and_given({ended});
    EXPECT_TRUE(of_teacher(opened_before, "51-S05.T1").empty());
}

TEST(OpenDossiers, Refusals) {
    EXPECT_EQ(refusal_of(opened().when("A1", dossiers("51-S05"))), "not-competent");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", dossiers("nowhere"))), "invalid-field /agency");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", dossiers("51-S05", {"A1", "TEACHER"}))), "invalid-field /persons/1");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", dossiers("51-S05", {"NOBODY"}))), "invalid-field /persons/0");
    EXPECT_EQ(refusal_of(opened().when("ADMIN", dossiers("51-S05", {"A1", "A1"}))), "invalid-field /persons/1");
    EXPECT_EQ(refusal_of(province().when("ADMIN", dossiers("51-S05"))), "not-found-or-not-allowed /cycle");
    auto narrow = cycle_2023();
    narrow.scope = {UnitCode::of("534")};
    const auto elsewhere = province().after("ADMIN", narrow);
    EXPECT_EQ(refusal_of(elsewhere.when("ADMIN", dossiers("51-S05", {"A1"}))), "invalid-field /persons/0");
    EXPECT_TRUE(events_of(elsewhere.when("ADMIN", dossiers("51-S05"))).empty());
}

TEST(Cycle, AnEventOfAnotherKindIsABrokenInvariant) {
    Cycle cycle;
    events::Recorded recorded;
    recorded.event = a_document("D1");
    EXPECT_THROW(cycle.apply(recorded), std::logic_error);
}

}  // namespace
}  // namespace minhbach::services::cycle
