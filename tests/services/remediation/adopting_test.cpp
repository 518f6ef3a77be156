// The plan, its versions, and the statement that no shortcoming was found.
#include <gtest/gtest.h>

#include "given_remediation.hpp"
#include "other_actor.hpp"

namespace minhbach::services::remediation {
namespace {

AdoptPlan with(const std::function<void(AdoptPlan&)>& change, AdoptPlan plan = a_plan()) {
    change(plan);
    return plan;
}
std::string refused(const std::function<void(AdoptPlan&)>& change) {
    return refusal_of(rated_year().when("A1", with(change)));
}

TEST(AdoptPlan, IsMadeByTheOwnerAfterTheDecision) {
    const auto decision = rated_year().when("A1", a_plan());
    const auto event = only<RemediationPlanned>(decision);
    EXPECT_EQ(event.plan.str(), "2023.p.A1");
    EXPECT_EQ(event.version, 1);
    EXPECT_EQ(event.shortcomings, a_plan().shortcomings);
    EXPECT_EQ(decision->authority.capacity, Capacity::self);
    EXPECT_EQ(decision->events.at(0).stream.name(), "remediation/2023.p.A1");
    EXPECT_EQ(refusal_of(rated_year().when("HEAD1", a_plan())), "not-competent");
    const auto early = rated_year().when("A2", a_plan(of_person("A2")));
    EXPECT_EQ(refusal_of(early), "step-order /owner");
    EXPECT_EQ(early.error().clause, kLetter);
}

// Ten working days from 28/11/2023 end on 12/12/2023.
TEST(AdoptPlan, RunsInWorkingDaysFromTheDecisionAndIsNeverTooLate) {
    EXPECT_EQ(only<RemediationPlanned>(rated_year().when("A1", a_plan())).term, Date::of("2023-12-12"));
    const auto late = rated_year().at("2024-01-20T09:00").when("A1", a_plan());
    EXPECT_EQ(only<RemediationPlanned>(late).term, Date::of("2023-12-12"));
    auto cycle = a_cycle().get<CycleOpened>();
    cycle.remediation_working_days = 5;
    EXPECT_EQ(only<RemediationPlanned>(rated_year().and_given({cycle}).when("A1", a_plan())).term,
              Date::of("2023-12-05"));
}

TEST(AdoptPlan, OfAUnitIsMadeByItsHeadOrOnAMandate) {
    const auto by_head = rated_year().when("HEAD1", a_plan_of_the_division());
    EXPECT_TRUE(by_head) << refusal_of(by_head);
    EXPECT_FALSE(by_head->authority.mandate);
    EXPECT_EQ(by_head->authority.capacity, Capacity::in_office);
    EXPECT_EQ(rated_year().when("OFFICER", a_plan_of_the_division())->authority.mandate->str(), "OFFICER.1");
    EXPECT_EQ(refusal_of(rated_year().when("DIRECTOR", a_plan_of_the_division())), "not-competent")
        << "the rulebook lets the unit make its plan, not whoever decides its level";
    EXPECT_EQ(refusal_of(rated_year().when("A1", a_plan_of_the_division())), "not-competent");
    EXPECT_EQ(refusal_of(rated_year().when("HEAD2", a_plan_of_the_division())), "not-competent");
    auto other = a_plan_of_the_division();
    other.owner = of_unit("51-S05.P2");
    other.plan = plan_id(kCycle, other.owner);
    EXPECT_EQ(refusal_of(rated_year().when("HEAD2", other)), "step-order /owner") << "the collective has no level yet";
}

TEST(AdoptPlan, IsMadeByWhomTheRulebookNames) {
    const auto both = R"(RATED_PERSON","UNIT_HEAD)";
    const auto rated_only = rated_year().under(with_actor("internal.remediation", both, "RATED_PERSON"));
    EXPECT_TRUE(rated_only.when("A1", a_plan()));
    EXPECT_TRUE(rated_only.when("OFFICER", a_plan_of_the_division()));
    const auto refused = rated_only.when("HEAD1", a_plan_of_the_division());
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_EQ(refused.error().clause, law::nd90_48_2023().clause("internal.remediation").citation.str());
    const auto by_authority = rated_year().under(with_actor("internal.remediation", both, "COMPETENT_AUTHORITY"));
    EXPECT_TRUE(by_authority.when("DIRECTOR", a_plan()));
    EXPECT_TRUE(by_authority.when("DIRECTOR", a_plan_of_the_division()));
    EXPECT_EQ(refusal_of(by_authority.when("A1", a_plan())), "not-competent");
    EXPECT_EQ(refusal_of(by_authority.when("HEAD1", a_plan_of_the_division())), "not-competent");
    const auto heads = rated_year().under(with_actor("internal.remediation", both, "UNIT_HEAD"));
    EXPECT_TRUE(heads.when("HEAD1", a_plan_of_the_division()));
    EXPECT_EQ(refusal_of(heads.when("HEAD1", a_plan())), "not-competent") << "no head makes another person's plan";
}

TEST(AdoptPlan, OfACollectiveNamesWhoAnswersWithSharesThatAddUp) {
    const auto event = only<RemediationPlanned>(rated_year().when("HEAD1", a_plan_of_the_division()));
    ASSERT_EQ(event.answerable.items.size(), 2u);
    EXPECT_EQ(event.answerable.items[0].person.str(), "HEAD1");
    EXPECT_EQ(event.answerable.items[0].value->share_percent, 60);
    const auto refused_division = [](const std::function<void(AdoptPlan&)>& change) {
        const auto decision = rated_year().when("HEAD1", with(change, a_plan_of_the_division()));
        return refusal_of(decision) + (decision ? "" : " " + decision.error().clause);
    };
    EXPECT_EQ(refused_division([](auto& p) { p.answerable.at(1).share_percent = 39; }),
              "facts-inconsistent /answerable " + kLetter);
    EXPECT_EQ(refused_division([](auto& p) { p.answerable.clear(); }), "facts-inconsistent /answerable " + kLetter);
    EXPECT_EQ(refused_division([](auto& p) { p.shortcomings.push_back(a_shortcoming("HC2", {a_measure("BP2")})); }),
              "facts-inconsistent /answerable " + kLetter)
        << "every shortcoming names somebody";
    EXPECT_EQ(refused_division([](auto& p) { p.answerable.at(0).share_percent = 0; }),
              "invalid-field /answerable/0/sharePercent ");
    EXPECT_EQ(refused_division([](auto& p) { p.answerable.at(0).shortcoming = ShortcomingId::of("HC9"); }),
              "invalid-field /answerable/0/shortcoming ");
    EXPECT_EQ(refused_division([](auto& p) { p.answerable.push_back(p.answerable.front()); }),
              "invalid-field /answerable/2 ");
    EXPECT_EQ(refused_division([](auto& p) { p.answerable.at(0).person = PersonCode::of("NOBODY"); }),
              "invalid-field /answerable/0/person ");
    EXPECT_EQ(refused([](auto& p) { p.answerable = a_plan_of_the_division().answerable; }), "invalid-field /answerable")
        << "a person's plan names nobody else";
}

TEST(AdoptPlan, NamesWhatExists) {
    EXPECT_EQ(refused([](auto& p) { p.cycle = CycleId::of("1999"); }), "invalid-field /cycle");
    EXPECT_EQ(refused([](auto& p) { p.owner = {}; }), "invalid-field /owner");
    EXPECT_EQ(refused([](auto& p) { p.owner.unit = UnitCode::of("51-S05.P1"); }), "invalid-field /owner");
    EXPECT_EQ(refused([](auto& p) { p.owner.person = PersonCode::of("NOBODY"); }), "invalid-field /owner/person");
    EXPECT_EQ(refused([](auto& p) { p.plan = PlanId::of("another"); }), "invalid-field /plan");
    EXPECT_EQ(refused([](auto& p) { p.document = DocumentId::of("NOWHERE"); }), "invalid-field /document");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings.clear(); }), "invalid-field /shortcomings");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings[0].description = {}; }),
              "invalid-field /shortcomings/0/description");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings[0].cause_text = {}; }), "invalid-field /shortcomings/0/causeText");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings[0].measures.clear(); }), "invalid-field /shortcomings/0/measures");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings[0].measures[0].action = {}; }),
              "invalid-field /shortcomings/0/measures/0/action");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings[0].measures[0].product = {}; }),
              "invalid-field /shortcomings/0/measures/0/product");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings[0].measures[0].responsible = PersonCode::of("NOBODY"); }),
              "invalid-field /shortcomings/0/measures/0/responsible");
}

TEST(AdoptPlan, GivesEachShortcomingAndMeasureAnIdOfItsOwn) {
    EXPECT_EQ(refused([](auto& p) { p.shortcomings.push_back(a_shortcoming("HC1", {a_measure("BP2")})); }),
              "invalid-field /shortcomings/1/shortcoming");
    EXPECT_EQ(refused([](auto& p) { p.shortcomings.push_back(a_shortcoming("HC2", {a_measure("BP1")})); }),
              "invalid-field /shortcomings/1/measures/0/measure");
}

TEST(AdoptPlan, IsDueOnAWorkingDayAfterIt) {
    const auto due = [](std::string_view day) {
        const auto decision = rated_year().when(
            "A1", with([&](AdoptPlan& plan) { plan.shortcomings[0].measures[0].due = Date::of(day); }));
        return refusal_of(decision) +
               (decision || decision.error().type != "invalid-field" ? "" : " " + decision.error().clause);
    };
    const std::string refused_due = "invalid-field /shortcomings/0/measures/0/due " + kLetter;
    EXPECT_EQ(due("2023-12-06"), refused_due) << "the day of the plan";
    EXPECT_EQ(due("2023-12-05"), refused_due);
    EXPECT_EQ(due("2023-12-07"), "accepted");
    EXPECT_EQ(due("2023-12-09"), refused_due) << "a Saturday";
    EXPECT_EQ(due("2024-01-01"), refused_due) << "a holiday";
    EXPECT_EQ(due("2190-01-03"), "no-calendar /shortcomings/0/measures/0/due");
}

TEST(AdoptPlan, SaysWhereAShortcomingWasFoundWithTheReferenceThatFits) {
    const auto found = [](ShortcomingSource source, const std::function<void(FoundIn&)>& refer) {
        return refused([&](auto& p) {
            p.shortcomings[0].found_in.source = source;
            refer(p.shortcomings[0].found_in);
        });
    };
    using enum ShortcomingSource;
    const std::string place = "invalid-field /shortcomings/0/foundIn";
    const auto nothing = [](FoundIn&) {};
    const auto document = [](FoundIn& in) { in.document = DocumentId::of("QD1"); };
    EXPECT_EQ(found(self_review, nothing), "accepted");
    EXPECT_EQ(found(self_review, document), place);
    for (const auto source : {review_suggestion, inspection_conclusion, rating_decision}) {
        EXPECT_EQ(found(source, document), "accepted");
        EXPECT_EQ(found(source, nothing), place);
        EXPECT_EQ(found(source, [](FoundIn& in) { in.document = DocumentId::of("NOWHERE"); }), place + "/document");
    }
    EXPECT_EQ(found(objection, nothing), place);
    EXPECT_EQ(found(meeting_opinion, nothing), place);
    EXPECT_EQ(found(meeting_opinion, [](FoundIn& in) { in.meeting = MeetingId::of("M9"); }), place + "/meeting");
    EXPECT_EQ(found(earlier_year, [](FoundIn& in) { in.earlier_plan = PlanId::of("2022.p.A1"); }),
              place + "/earlierPlan");
    EXPECT_EQ(found(earlier_year,
                    [](FoundIn& in) {
                        in.earlier_plan = kPlanOfA1;
                        in.document = DocumentId::of("QD1");
                    }),
              place);
}

TEST(AdoptPlan, AnObjectionItNamesConcernsTheOwner) {
    ObjectionFiled filed;
    filed.objection = ObjectionId::of("KN-1");
    filed.dossier = dossier_of("A1");
    filed.person = PersonCode::of("A1");
    const auto history = rated_year().and_given({filed});
    const auto names = [](AdoptPlan plan, std::string_view id) {
        plan.shortcomings[0].found_in.source = ShortcomingSource::objection;
        plan.shortcomings[0].found_in.objection = ObjectionId::of(id);
        return plan;
    };
    EXPECT_EQ(refusal_of(history.when("A1", names(a_plan(), "KN-1"))), "accepted");
    EXPECT_EQ(refusal_of(history.when("HEAD1", names(a_plan_of_the_division(), "KN-1"))), "accepted")
        << "A1 works in the division";
    const std::string place = "invalid-field /shortcomings/0/foundIn/objection";
    EXPECT_EQ(refusal_of(history.when("A1", names(a_plan(), "KN-2"))), place);
    const auto principal = a_plan(of_person("PRINCIPAL"));
    EXPECT_EQ(refusal_of(history.when("PRINCIPAL", names(principal, "KN-1"))), place) << "somebody else's";
}

TEST(AdoptPlan, TakesOverWhatAnEarlierYearLeftOpen) {
    auto earlier = a_cycle().get<CycleOpened>();
    earlier.cycle = CycleId::of("2022");
    earlier.year = 2022;
    const auto planned_for = [&](std::string_view person) {
        RemediationPlanned planned;
        planned.plan = PlanId::of("2022.p." + std::string(person));
        planned.cycle = earlier.cycle;
        planned.owner = of_person(person);
        planned.shortcomings = {a_shortcoming()};
        planned.document = DocumentId::of("QD1");
        return planned;
    };
    const auto year = rated_year().and_given({earlier, planned_for("A1"), planned_for("A2")});
    auto plan = a_plan();
    plan.shortcomings[0].found_in.source = ShortcomingSource::earlier_year;
    plan.shortcomings[0].found_in.earlier_plan = PlanId::of("2022.p.A1");
    EXPECT_EQ(refusal_of(year.when("A1", plan)), "accepted");
    plan.shortcomings[0].found_in.earlier_plan = PlanId::of("2022.p.A2");
    EXPECT_EQ(refusal_of(year.when("A1", plan)), "invalid-field /shortcomings/0/foundIn/earlierPlan")
        << "another owner's";
}

TEST(AdoptPlan, AgainIsTheNextVersionWithAReasonAndKeepsWhatWasDone) {
    const auto reported = followed().after("A1", a_report(100)).after("B1", a_verification());
    auto again = a_plan();
    again.shortcomings.push_back(a_shortcoming("HC2", {a_measure("BP2", "A1", "2024-03-29")}));
    EXPECT_EQ(refusal_of(reported.when("A1", again)), "reason-required /reason");
    again.reason = Text::of("Bổ sung theo kết luận kiểm tra");
    EXPECT_EQ(only<RemediationPlanned>(reported.when("A1", again)).version, 2);
    const auto past = reported.after("A1", again).past();
    const auto& plan = past->plan(kPlanOfA1);
    EXPECT_EQ(plan.version, 2);
    EXPECT_TRUE(plan.measures.at(kMeasure).verified);
    EXPECT_FALSE(plan.measures.at(MeasureId::of("BP2")).verified);
    EXPECT_TRUE(plan.is_confirmed(FollowUpRole::follower, PersonCode::of("B1")));
    auto changed = again;
    changed.shortcomings[0].measures[0].product = Label::of("Sản phẩm khác");
    EXPECT_EQ(refusal_of(reported.when("A1", changed)), "step-order /shortcomings/0/measures/0")
        << "a verified measure stays as it is";
}

TEST(AdoptPlan, ALaterVersionMayKeepADayThatIsOver) {
    auto again = a_plan();
    again.reason = Text::of("Bổ sung");
    const auto late = planned().at("2024-03-05T09:00");
    EXPECT_EQ(refusal_of(late.when("A1", again)), "accepted");
    again.shortcomings[0].measures[0].due = Date::of("2024-03-04");
    EXPECT_EQ(refusal_of(late.when("A1", again)), "invalid-field /shortcomings/0/measures/0/due");
}

TEST(AdoptPlan, FromPaperHoldsWhatBrokeARule) {
    auto plan = a_plan_of_the_division();
    plan.answerable.at(1).share_percent = 30;
    plan.shortcomings[0].measures[0].due = Date::of("2023-12-09");
    plan.on_paper = on_paper("A1", "2023-11-27T09:00");
    const auto decision = rated_year().when("OFFICER", plan);
    const auto event = only<RemediationPlanned>(decision);
    ASSERT_TRUE(event.paper);
    std::vector<std::string> types;
    for (const auto& breach : event.breaches) types.push_back(breach.type.str());
    EXPECT_EQ(types, (std::vector<std::string>{"not-competent", "invalid-field", "facts-inconsistent", "step-order"}));
    EXPECT_EQ(decision->authority.actor.str(), "A1");
    EXPECT_EQ(decision->authority.entered_by->str(), "OFFICER");
    auto sound = a_plan_of_the_division();
    sound.on_paper = on_paper("HEAD1", "2023-12-05T09:00");
    EXPECT_TRUE(only<RemediationPlanned>(rated_year().when("OFFICER", sound)).breaches.empty());
    EXPECT_EQ(refusal_of(rated_year().when("A2", sound)), "not-competent") << "the clerk may not transcribe";
    auto own = a_plan();
    own.on_paper = on_paper("A1", "2023-12-05T09:00");
    EXPECT_TRUE(only<RemediationPlanned>(rated_year().when("OFFICER", own)).breaches.empty());
}

TEST(StateNoShortcoming, StandsInPlaceOfAPlan) {
    const auto event = only<NoShortcomingStated>(rated_year().when("A1", a_statement()));
    EXPECT_EQ(event.term, Date::of("2023-12-12"));
    EXPECT_EQ(refusal_of(rated_year().when("HEAD1", a_statement())), "not-competent");
    EXPECT_EQ(refusal_of(rated_year().when("A2", a_statement(of_person("A2")))), "step-order /owner");
    EXPECT_EQ(refusal_of(planned().when("A1", a_statement())), "step-order /plan");
    const auto stated = rated_year().after("A1", a_statement());
    EXPECT_EQ(refusal_of(stated.when("A1", a_statement())), "step-order /plan");
    EXPECT_EQ(refusal_of(stated.when("A1", a_report(50))), "step-order /plan") << "there is nothing to report on";
    auto empty = a_statement();
    empty.statement = {};
    EXPECT_EQ(refusal_of(rated_year().when("A1", empty)), "invalid-field /statement");
    EXPECT_TRUE(rated_year().when("HEAD1", a_statement(of_unit("51-S05.P1"))));
}

TEST(StateNoShortcoming, MayBeFollowedByAPlanWithAReason) {
    const auto stated = rated_year().after("A1", a_statement());
    EXPECT_EQ(refusal_of(stated.when("A1", a_plan())), "reason-required /reason");
    auto plan = a_plan();
    plan.reason = Text::of("Kết luận thanh tra nêu hạn chế");
    EXPECT_EQ(only<RemediationPlanned>(stated.when("A1", plan)).version, 1);
    EXPECT_TRUE(stated.after("A1", plan).when("A1", a_report(50)));
}

}  // namespace
}  // namespace minhbach::services::remediation
