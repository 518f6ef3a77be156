// One human being under two codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_cycle.hpp"
#include "given_organisation.hpp"
#include "services/erasure/commands.hpp"
#include "services/organisation/commands.hpp"

namespace minhbach::services::organisation {
namespace {

// A1 a second time, as A9, with a discipline and a year that only A9 has.
Given twice() {
    const auto before = province();
    const auto past = before.past();
    const auto& person = *past->registry().person(PersonCode::of("A1"));
    DisciplineRecorded discipline{
        PersonCode::of("A9"),   ViolationId::of("V1"), 2023, DisciplineKind::administrative, DisciplineForm::reprimand,
        Date::of("2023-10-10"), DocumentId::of("D1")};
    EarlierRatingImported earlier;
    earlier.person = PersonCode::of("A9");
    earlier.year = 2021;
    earlier.level = Level::good;
    earlier.wording = Label::of("Hoàn thành tốt nhiệm vụ");
    earlier.source = Label::of("Hồ sơ giấy");
    return before.and_given({PersonRegistered{PersonCode::of("A9"), person.full_name, person.birth_date, person.sex},
                             PostAssigned{PersonCode::of("A9"), person.posts.front(), {}}, discipline, earlier});
}

MergePersons merging(std::string_view person = "A9", std::string_view into = "A1") {
    return {PersonCode::of(person), PersonCode::of(into), Text::of("Đăng ký hai lần"), DocumentId::of("D1")};
}

TEST(Merging, WhatWasEnteredUnderEitherCodeCounts) {
    const auto merged = twice().after("OFFICER", merging());
    const auto past = merged.past();
    const auto& kept = *past->registry().person(PersonCode::of("A1"));
    ASSERT_EQ(kept.disciplines.size(), 1U);
    EXPECT_EQ(kept.disciplines.front().recorded.violation.str(), "V1");
    EXPECT_TRUE(kept.earlier_ratings.contains(2021));
    EXPECT_EQ(kept.posts.size(), province().past()->registry().person(PersonCode::of("A1"))->posts.size());
}

TEST(Merging, TheOtherCodeIsNoLongerInTheAgencyAndTakesNoEntries) {
    const auto merged = twice().after("OFFICER", merging());
    const auto past = merged.past();
    const auto there = past->registry().people_in(UnitCode::of("51-S05.P1"), Date::of("2023-11-20"));
    EXPECT_EQ(std::count(there.begin(), there.end(), PersonCode::of("A9")), 0);
    EXPECT_EQ(std::count(there.begin(), there.end(), PersonCode::of("A1")), 1);
    RecordService service{PersonCode::of("A9"), 2023, 12, 0, 0, Label::of("Bảng chấm công")};
    const auto refused = merged.when("OFFICER", service);
    EXPECT_EQ(refusal_of(refused), "invalid-field /person");
    EXPECT_THAT(refused.error().detail_en, testing::HasSubstr("A1"));
    EXPECT_EQ(refusal_of(merged.when("OFFICER", merging())), "invalid-field /person");
}

TEST(Merging, IsForOneHumanBeing) {
    EXPECT_EQ(refusal_of(twice().when("OFFICER", merging("A9", "A9"))), "invalid-field /into");
    const auto other = twice().and_given(
        {PersonCorrected{PersonCode::of("A9"), {}, Date::of("1990-02-03"), {}, Text::of("Theo căn cước")}});
    EXPECT_EQ(refusal_of(other.when("OFFICER", merging())), "invalid-field /into");
}

TEST(Merging, IsRefusedWhileTheCodeIsAtWork) {
    const auto with_mandate = twice().and_given({a_mandate("M9", "A9", {Power::comment}, "51-S05.P1", Reach::unit)});
    EXPECT_EQ(refusal_of(with_mandate.when("OFFICER", merging())), "invalid-field /person");
    const auto with_dossier =
        twice().and_given({a_document("CV5721", "5721/UBND-NC"), a_cycle(),
                           DossierOpened{dossier_of("A9"),
                                         PersonCode::of("A9"),
                                         kCycle,
                                         2023,
                                         twice().past()->registry().person(PersonCode::of("A9"))->posts.front(),
                                         {}}});
    EXPECT_EQ(refusal_of(with_dossier.when("OFFICER", merging())), "invalid-field /person");
    const auto closed =
        with_dossier.and_given({DossierClosed{dossier_of("A9"), PersonCode::of("A9"), ClosingCause::duplicate,
                                              Text::of("Trùng mã A1"), DocumentId::of("D1")}});
    EXPECT_TRUE(closed.when("OFFICER", merging()));
}

TEST(Merging, IsTheAffairOfThoseWhoKeepTheRecordsOfBoth) {
    EXPECT_EQ(refusal_of(twice().when("HEAD1", merging())), "not-competent");
}

// "Hợp nhất nhầm": two human beings after all. Both histories read as before, and the merge stays in the log.
SeparatePersons separating(std::string_view person = "A9", std::string_view from = "A1") {
    return {PersonCode::of(person), PersonCode::of(from), Text::of("Hai người khác nhau"), DocumentId::of("D1")};
}

TEST(Separating, EachCodeHoldsWhatWasEnteredUnderIt) {
    const auto before = twice().past();
    const auto separated = twice().after("OFFICER", merging()).after("OFFICER", separating());
    const auto past = separated.past();
    for (const auto code : {"A1", "A9"}) {
        const auto& was = *before->registry().person(PersonCode::of(code));
        const auto& is = *past->registry().person(PersonCode::of(code));
        EXPECT_FALSE(is.merged_into);
        EXPECT_EQ(is.posts, was.posts) << code;
        EXPECT_EQ(is.disciplines.size(), was.disciplines.size()) << code;
        EXPECT_EQ(is.earlier_ratings.size(), was.earlier_ratings.size()) << code;
        EXPECT_EQ(is.service.size(), was.service.size()) << code;
    }
    const auto there = past->registry().people_in(UnitCode::of("51-S05.P1"), Date::of("2023-11-20"));
    EXPECT_EQ(std::count(there.begin(), there.end(), PersonCode::of("A9")), 1);
    const RecordService service{PersonCode::of("A9"), 2023, 12, 0, 0, Label::of("Bảng chấm công")};
    EXPECT_EQ(refusal_of(separated.when("OFFICER", service)), "accepted") << "it takes entries again";
}

TEST(Separating, WhatWasEnteredSinceUnderTheKeptCodeStaysThere) {
    const DisciplineRecorded later{
        PersonCode::of("A1"),   ViolationId::of("V2"), 2023, DisciplineKind::administrative, DisciplineForm::reprimand,
        Date::of("2023-11-10"), DocumentId::of("D1")};
    const auto separated = twice().after("OFFICER", merging()).and_given({later}).after("OFFICER", separating()).past();
    const auto& kept = *separated->registry().person(PersonCode::of("A1"));
    ASSERT_EQ(kept.disciplines.size(), 1U);
    EXPECT_EQ(kept.disciplines.front().recorded.violation.str(), "V2");
}

TEST(Separating, OneOfTwoDuplicatesLeavesTheOtherMerged) {
    const auto first = twice();
    const auto past = first.past();
    const auto& person = *past->registry().person(PersonCode::of("A1"));
    EarlierRatingImported earlier;
    earlier.person = PersonCode::of("A8");
    earlier.year = 2020;
    earlier.level = Level::good;
    earlier.wording = Label::of("Hoàn thành tốt nhiệm vụ");
    earlier.source = Label::of("Hồ sơ giấy");
    const auto both =
        first
            .and_given({PersonRegistered{PersonCode::of("A8"), person.full_name, person.birth_date, person.sex},
                        PostAssigned{PersonCode::of("A8"), person.posts.front(), {}}, earlier})
            .after("OFFICER", merging())
            .after("OFFICER", merging("A8"))
            .after("OFFICER", separating())
            .past();
    const auto& kept = *both->registry().person(PersonCode::of("A1"));
    EXPECT_TRUE(kept.earlier_ratings.contains(2020));
    EXPECT_FALSE(kept.earlier_ratings.contains(2021));
    EXPECT_EQ(both->registry().person(PersonCode::of("A8"))->merged_into, PersonCode::of("A1"));
}

// Of somebody erased nothing is read any more, and what was entered about the other code is.
TEST(Separating, AndMergingOutliveTheErasureOfEitherCode) {
    const auto person = *province().past()->registry().person(PersonCode::of("A1"));
    const auto registered = [&](std::string_view code) {
        return PersonRegistered{PersonCode::of(code), person.full_name, person.birth_date, person.sex};
    };
    const PersonMerged merged{PersonCode::of("B2"), PersonCode::of("B1"), Text::of("Đăng ký hai lần"), {}};
    const PersonSeparated separated{PersonCode::of("B2"), PersonCode::of("B1"), Text::of("Nhầm"), {}};
    for (const std::string left : {"B1", "B2"}) {
        const auto past = province().and_given({registered(left), merged, separated}).past();
        ASSERT_TRUE(past->registry().person(PersonCode::of(left))) << left;
        EXPECT_FALSE(past->registry().person(PersonCode::of(left))->merged_into) << left;
    }
}

TEST(Separating, UndoesAMergeAndNothingElse) {
    EXPECT_EQ(refusal_of(twice().when("OFFICER", separating())), "invalid-field /person") << "never merged";
    const auto merged = twice().after("OFFICER", merging());
    EXPECT_EQ(refusal_of(merged.when("OFFICER", separating("A9", "A2"))), "invalid-field /person");
    EXPECT_EQ(refusal_of(merged.when("HEAD1", separating())), "not-competent");
    auto bare = separating();
    bare.reason = {};
    EXPECT_EQ(refusal_of(merged.when("OFFICER", bare)), "reason-required /reason");
    EXPECT_EQ(refusal_of(merged.after("OFFICER", separating()).when("OFFICER", merging())), "accepted")
        << "who was separated can be merged again";
}

TEST(Merging, ThePersonIsErasedUnderEveryCodeTheOtherFirst) {
    const auto names_the_other = [](const Given& history) {
        const auto past = history.past();
        const auto found = erasure::obstacles(*past, PersonCode::of("A1"), Date::of("2023-11-20"));
        return std::any_of(found.begin(), found.end(), [](const auto& one) {
            return one.type == "on-hold" && one.detail_en.find("A9") != std::string::npos;
        });
    };
    const auto merged = twice().after("OFFICER", merging());
    EXPECT_FALSE(names_the_other(twice()));
    EXPECT_TRUE(names_the_other(merged));
    const auto id = ErasureId::of("X9");
    const auto asked = merged.and_given({ErasureRequested{id, PersonCode::of("A9"), DocumentId::of("D1"),
                                                          Label::of("Điều 1"), Text::of("Theo đề nghị")}});
    EXPECT_TRUE(names_the_other(asked));
    EXPECT_FALSE(names_the_other(asked.and_given({ErasureExecuted{id, PersonCode::of("A9"), 0, 0, 0, 0}})));
}

}  // namespace
}  // namespace minhbach::services::organisation
