#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Result<law::Facts> facts(const Given& history, std::string_view person, Judge judge = Judge::authority) {
    const auto past = history.past();
    return facts_of(*past, past->dossier(dossier_of(person)), judge);
}

TEST(Facts, NeedSomebodysJudgement) {
    EXPECT_EQ(facts(a_rating_year(), "A1").error().type, "step-order");
    const auto judged = a_rating_year().after("A1", the_form("A1")).after("HEAD1", a_judgement("A1"));
    EXPECT_TRUE(facts(judged, "A1", Judge::authority));
    auto advisory = a_judgement("A1", Judge::advisory_body);
    advisory.effectiveness = Effectiveness::met;
    const auto both = judged.after("OFFICER", advisory);
    EXPECT_EQ(facts(both, "A1", Judge::authority)->effectiveness, Effectiveness::met) << "the nearest below";
    EXPECT_EQ(facts(both, "A1", Judge::direct_head)->effectiveness, Effectiveness::high) << "never one above";
}

TEST(Facts, CountAcceptedWork) {
    const auto history = discussed(a_rating_year(), {"A1", "HEAD1"});
    EXPECT_EQ(facts(history, "A1")->work, (WorkCounts{20, 20, 20, 10}));
    EXPECT_EQ(facts(history, "A1")->criteria, (CriteriaCounts{20, 20, 0}));
    EXPECT_EQ(facts(history, "HEAD1")->work, (WorkCounts{10, 10, 10, 6})) << "the targets of the unit led";
    EXPECT_EQ(facts(history, "HEAD1")->criteria, (CriteriaCounts{20, 20, 0})) << "the own tasks";
}

TEST(Facts, TypedCountsOutliveAJudgementWithout) {
    auto typed = a_judgement("A1");
    typed.typed = TypedCounts{WorkCounts{5, 5, 5, 5}, {}, DocumentId::of("LIST")};
    const auto history = a_rating_year()
                             .after("A1", the_form("A1"))
                             .after("HEAD1", typed)
                             .after("DIRECTOR", a_judgement("A1", Judge::authority));
    EXPECT_EQ(facts(history, "A1")->work.assigned, 5);
    EXPECT_EQ(facts(history, "A1")->criteria.total, 20) << "only work was typed";
}

TEST(Facts, ServiceIsRecordedOrDerived) {
    const auto history = discussed(a_rating_year(), {"A1"});
    EXPECT_EQ(facts(history, "A1")->service, (law::ServiceMonths{12, 0, 0}));
    EXPECT_EQ(
        facts(history.and_given({ServiceRecorded{PersonCode::of("A1"), 2023, 6, 0, 6, Label::of("Nghỉ thai sản")}}),
              "A1")
            ->service,
        (law::ServiceMonths{6, 0, 6}));
    EXPECT_EQ(
        facts(history.and_given({ServiceRecorded{PersonCode::of("A1"), 2022, 6, 0, 6, Label::of("Nghỉ thai sản")}}),
              "A1")
            ->service.months_worked,
        12);
}

Given recruited(std::string_view from) {
    auto events = a_province() + std::vector<Event>{a_person("NEW"), a_cycle()};
    auto post = a_post("51-S05.P1", "51-S05");
    post.from = Date::of(from);
    events.push_back(in_post("NEW", post));
    return Given().at("2023-11-15T08:00").and_given(events).and_given(dossiers_for(events, {"NEW"}));
}

TEST(Facts, MonthsOfTheRecruitedAreWholeCalendarMonths) {
    for (const auto& [from, months] : {std::pair{"2023-08-01", 5}, std::pair{"2023-08-02", 4},
                                       std::pair{"2023-07-01", 6}, std::pair{"2022-12-31", 12}}) {
        const auto history = recruited(from).after("NEW", the_form("NEW")).after("HEAD1", a_judgement("NEW"));
        EXPECT_EQ(facts(history, "NEW")->service.months_worked, months) << from;
    }
    const auto known_before = recruited("2023-08-01")
                                  .after("NEW", the_form("NEW"))
                                  .after("HEAD1", a_judgement("NEW"))
                                  .and_given({EarlierRatingImported{PersonCode::of("NEW"),
                                                                    2022,
                                                                    Level::good,
                                                                    Label::of("HTTNV"),
                                                                    Label::of("Xã Phổ An"),
                                                                    {},
                                                                    {},
                                                                    Label::of("Hồ sơ")}});
    EXPECT_EQ(facts(known_before, "NEW")->service.months_worked, 12) << "came from elsewhere";
}

TEST(Evaluation, OfTheRecruitedNeedsNoJudgement) {
    const auto past = recruited("2023-08-01").past();
    EXPECT_EQ(evaluation_of(*past, past->dossier(dossier_of("NEW")), Judge::authority)->outcome,
              RuleOutcome::not_rated);
    const auto long_enough = recruited("2023-07-01").past();
    EXPECT_EQ(evaluation_of(*long_enough, long_enough->dossier(dossier_of("NEW")), Judge::authority).error().type,
              "step-order");
}

DisciplineRecorded a_discipline(std::string_view violation, std::string_view effective,
                                DisciplineKind kind = DisciplineKind::administrative) {
    return {PersonCode::of("A1"), ViolationId::of(violation), 2022, kind, DisciplineForm::reprimand,
            Date::of(effective),  DocumentId::of("D1")};
}

TEST(Facts, DisciplinesOfTheYearAndWhatCountedBefore) {
    const EarlierRatingImported before{PersonCode::of("A1"),      2022, Level::not_completed,    Label::of("KHTNV"),
                                       Label::of("Sở Tài chính"), {},   {ViolationId::of("V2")}, Label::of("Hồ sơ")};
    const auto history =
        discussed(a_rating_year(), {"A1"})
            .and_given({a_discipline("V1", "2022-11-01", DisciplineKind::party), a_discipline("V1", "2023-02-01"),
                        a_discipline("V2", "2023-03-01"), a_discipline("V3", "2021-03-01"), before});
    const auto found = facts(history, "A1").value();
    EXPECT_EQ(found.disciplines.size(), 3u) << "both decisions on V1, the one on V2, not V3";
    EXPECT_EQ(found.violations_already_counted, (std::vector{law::CountedViolation{ViolationId::of("V2"), 2022}}));
    EXPECT_EQ(law::violations_that_count(found, law::nd90_48_2023()), std::vector{ViolationId::of("V1")});
}

TEST(Facts, ViolationsCountedInAnotherCycleHere) {
    CycleOpened earlier = a_cycle().get<CycleOpened>();
    earlier.cycle = CycleId::of("2022");
    earlier.year = 2022;
    const auto dossier = dossier_id(earlier.cycle, PersonCode::of("A1"));
    RatingDecided decided;
    decided.dossier = dossier;
    decided.person = PersonCode::of("A1");
    decided.level = Level::not_completed;
    decided.violations_counted = {ViolationId::of("V1")};
    decided.document = DocumentId::of("D1");
    const auto history =
        discussed(a_rating_year(), {"A1"})
            .and_given(
                {earlier,
                 DossierOpened{dossier, PersonCode::of("A1"), earlier.cycle, 2022, a_post("51-S05.P1", "51-S05"), {}},
                 decided, a_discipline("V1", "2023-02-01")});
    EXPECT_TRUE(law::violations_that_count(facts(history, "A1").value(), law::nd90_48_2023()).empty());
}

TEST(Facts, FindingsOfTheYear) {
    const auto history =
        discussed(a_rating_year(), {"A1"})
            .and_given(
                {FindingConcluded{PersonCode::of("A1"), 2023, ConcludedFinding::degradation, DocumentId::of("D1")},
                 FindingConcluded{PersonCode::of("A1"), 2022, ConcludedFinding::unit_corruption_handled,
                                  DocumentId::of("D1")}});
    EXPECT_EQ(facts(history, "A1")->findings, (law::ConcludedFindings{true, false}));
}

TEST(Facts, UnitsOfLeaders) {
    const UnitChanged merged{UnitCode::of("51-S05.P2"),
                             Label::of("Văn phòng và Thanh tra Sở"),
                             {},
                             Date::of("2023-07-01"),
                             DocumentId::of("D1")};
    const auto year = a_rating_year().and_given({merged});
    const auto history = discussed(discussed(year, {"DIRECTOR"}, "M1", "CHAIR"), {"DEPUTY", "HEAD1"}, "M2");
    const auto before = facts(history, "DIRECTOR").value();
    EXPECT_FALSE(before.unit_level);
    EXPECT_EQ(before.managed_units.size(), 3u) << "two divisions and the school, none rated";
    const auto rated =
        history.and_given({a_unit_level("51-S05.P1", Level::good), a_unit_level("51-S05.P2", std::nullopt),
                           a_unit_level("51-S05.T1", Level::excellent), a_unit_level("51-S05", Level::completed)});
    const auto director = facts(rated, "DIRECTOR").value();
    EXPECT_EQ(director.unit_level, law::UnitRating::completed);
    EXPECT_EQ(director.managed_units, (std::vector<std::optional<Level>>{Level::good, Level::excellent}))
        << "a new unit is left out";
    EXPECT_EQ(facts(rated, "DEPUTY")->unit_level, law::UnitRating::completed) << "the unit of the post";
    EXPECT_TRUE(facts(rated, "DEPUTY")->managed_units.empty());
    EXPECT_EQ(facts(rated, "HEAD1")->unit_level, law::UnitRating::good);
}

TEST(Evaluation, NeedsTheRulebookOfTheCycle) {
    auto cycle = a_cycle().get<CycleOpened>();
    cycle.rulebook_hash = Digest::of(std::string(64, 'a'));
    const auto past = discussed(a_rating_year(), {"A1"}).and_given({cycle}).past();
    EXPECT_EQ(evaluation_of(*past, past->dossier(dossier_of("A1")), Judge::authority).error().type, "unknown-rulebook");
}

TEST(DossierState, RefusesAnEventOfAnotherKind) {
    Dossier dossier;
    EXPECT_THROW(dossier.apply({{}, Event{CollectiveRated{}}}), std::logic_error);
    EXPECT_NO_THROW(dossier.apply({{}, Event{Erased{}}}));
}

TEST(EvaluationOf, MarksMonthsThatNobodyRecorded) {
    const auto note_of = [](const Given& year) {
        const auto past = year.past();
        const auto evaluation = evaluation_of(*past, past->dossier(dossier_of("A1")), Judge::authority).value();
        for (const auto& entry : evaluation.trace) {
            if (entry.stage == RuleStage::eligibility) return entry.note ? entry.note->str() : std::string();
        }
        return std::string("no test of eligibility");
    };
    const auto year = discussed(a_rating_year(), {"A1"});
    EXPECT_EQ(note_of(year).find("Số tháng suy ra từ chức vụ"), 0u);
    const ServiceRecorded recorded{PersonCode::of("A1"), 2023, 12, 0, 0, Label::of("Bảng chấm công")};
    EXPECT_EQ(note_of(year.and_given({recorded})), "");
}

}  // namespace
}  // namespace minhbach::services::evaluation
