#include "services/organisation/authority.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.hpp"
#include "given_province.hpp"

namespace minhbach::services::organisation {
namespace {

using testing::HasSubstr;

const Date kToday = Date::of("2023-11-20");

const Post& post_of(const Past& past, std::string_view person) {
    return *past.registry().person(PersonCode::of(person))->main_post_at(kToday);
}

Result<Authority> competent(const Given& history, std::string_view actor, Power power, std::string_view person,
                            Date day = kToday) {
    const auto past = history.past();
    return competent_for_person(*past, PersonCode::of(actor), power, post_of(*past, person), day);
}

Transcription transcribed(std::string_view signer, std::string_view acted_at, std::string_view document = "D1") {
    return {{DocumentId::of(document), Time::of(acted_at), {}}, PersonCode::of(signer)};
}

TEST(Competence, DirectorDecidesForThoseManagedByTheDepartment) {
    const auto history = given(a_province());
    const auto found = competent(history, "DIRECTOR", Power::decide, "A1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->mandate, MandateId::of("DIRECTOR.1"));
    EXPECT_EQ(found->capacity, Capacity::in_office);
    EXPECT_FALSE(competent(history, "DIRECTOR", Power::decide, "DIRECTOR"));
    EXPECT_TRUE(competent(history, "CHAIR", Power::decide, "DIRECTOR"));
    EXPECT_FALSE(competent(history, "CHAIR", Power::decide, "A1"));
}

TEST(Competence, ReachOfAUnitEndsAtTheUnitAndASubtreeGoesDown) {
    const auto history = given(a_province());
    EXPECT_TRUE(competent(history, "HEAD1", Power::comment, "A1"));
    EXPECT_FALSE(competent(history, "HEAD1", Power::comment, "B1"));
    EXPECT_TRUE(competent(history, "OFFICER", Power::propose, "TEACHER"));
    EXPECT_FALSE(competent(history, "OFFICER", Power::propose, "CHAIR"));
}

TEST(Competence, RefusalCitesArticle16ByClass) {
    const auto history = given(a_province());
    EXPECT_EQ(competent(history, "A2", Power::decide, "CHAIR").error().clause,
              "khoản 1 Điều 16 Nghị định số 90/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP)");
    EXPECT_THAT(competent(history, "A2", Power::decide, "DIRECTOR").error().clause,
                HasSubstr("điểm a khoản 2 Điều 16"));
    EXPECT_THAT(competent(history, "A2", Power::decide, "A1").error().clause, HasSubstr("điểm b khoản 2 Điều 16"));
    EXPECT_THAT(competent(history, "A2", Power::decide, "TEACHER").error().clause, HasSubstr("khoản 3 Điều 16"));
    EXPECT_EQ(competent(history, "A2", Power::record, "A1").error().clause, "");
    EXPECT_EQ(competent(history, "A2", Power::decide, "A1").error().type, "not-competent");
}

TEST(Competence, RefusalNamesTheNearestMiss) {
    auto later = a_mandate("M1", "A2", {Power::decide}, "51-S05", Reach::managed);
    later.from = Date::of("2023-11-28");
    const auto base = given(a_province());
    EXPECT_THAT(competent(base, "A2", Power::decide, "A1").error().detail_vi, HasSubstr("chưa được giao quyền"));
    EXPECT_THAT(competent(base, "HEAD1", Power::comment, "B1").error().detail_vi,
                HasSubstr("phạm vi khác (51-S05.P1)"));
    EXPECT_THAT(competent(base.and_given({later}), "A2", Power::decide, "A1").error().detail_vi,
                HasSubstr("118/QĐ-STC chỉ có hiệu lực từ ngày 28/11/2023"));
    auto ended = later;
    ended.from = kSince;
    ended.to = Date::of("2023-11-19");
    EXPECT_THAT(competent(base.and_given({ended}), "A2", Power::decide, "A1").error().detail_vi,
                HasSubstr("hết hiệu lực sau ngày 19/11/2023"));
    auto running = later;
    running.from = kSince;
    const MandateRevoked revoked{running.mandate, running.person, Date::of("2023-11-10"), running.document};
    EXPECT_THAT(competent(base.and_given({running, revoked}), "A2", Power::decide, "A1").error().detail_vi,
                HasSubstr("thôi giao quyền từ ngày 10/11/2023"));
    // One that reaches but is over is nearer than one that holds elsewhere.
    auto elsewhere = a_mandate("M2", "A2", {Power::decide}, "534", Reach::managed);
    EXPECT_THAT(competent(base.and_given({elsewhere, ended}), "A2", Power::decide, "A1").error().detail_vi,
                HasSubstr("hết hiệu lực"));
}

TEST(Competence, NarrowestReachThenLatestBegunWins) {
    auto wide = a_mandate("M1", "A2", {Power::comment}, "51", Reach::subtree);
    wide.from = Date::of("2023-11-01");
    auto older = a_mandate("M2", "A2", {Power::comment}, "51-S05.P1", Reach::unit);
    auto newer = a_mandate("M3", "A2", {Power::comment}, "51-S05.P1", Reach::unit);
    newer.from = Date::of("2023-06-01");
    newer.capacity = Capacity::acting;
    const auto found = competent(given(a_province()).and_given({wide, newer, older}), "A2", Power::comment, "A1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->mandate, MandateId::of("M3"));
    EXPECT_EQ(found->capacity, Capacity::acting);
}

TEST(Competence, CollectiveIsRatedByTheLevelAbove) {
    const auto past = given(a_province()).past();
    const auto finance = UnitCode::of("51-S05");
    EXPECT_TRUE(competent_for_unit(*past, PersonCode::of("CHAIR"), Power::decide, finance, kToday));
    const auto own = competent_for_unit(*past, PersonCode::of("DIRECTOR"), Power::decide, finance, kToday);
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().clause, "Điều 13 Quy định số 124-QĐ/TW");
    EXPECT_TRUE(
        competent_for_unit(*past, PersonCode::of("DIRECTOR"), Power::decide, UnitCode::of("51-S05.P1"), kToday));
    EXPECT_TRUE(competent_for_unit(*past, PersonCode::of("DIRECTOR"), Power::assign_work, finance, kToday));
    EXPECT_FALSE(competent_for_unit(*past, PersonCode::of("CHAIR"), Power::decide, UnitCode::of("51-S05.P1"), kToday));
}

TEST(Competence, DirectorActsForTheStaffTogether) {
    const auto past = given(a_province()).past();
    const auto finance = UnitCode::of("51-S05");
    EXPECT_TRUE(competent_for_staff(*past, PersonCode::of("DIRECTOR"), Power::decide, finance, kToday));
    EXPECT_FALSE(competent_for_staff(*past, PersonCode::of("CHAIR"), Power::decide, finance, kToday));
    EXPECT_TRUE(competent_for_staff(*past, PersonCode::of("ADMIN"), Power::open_cycle, finance, kToday));
}

TEST(Competence, NotesTheMandatesItReliedOn) {
    const auto past = given(a_province()).past();
    (void)competent_for_unit(*past, PersonCode::of("CHAIR"), Power::decide, UnitCode::of("51-S05"), kToday);
    EXPECT_TRUE(past->noted.contains("mandates/CHAIR"));
}

TEST(Entry, NativeActIsDoneByWhoeverIsAtTheDoorNow) {
    const auto history = given(a_province()).at("2023-11-20T16:40");
    const auto past = history.past();
    Entry entry(*past, history.acting("DIRECTOR"), std::nullopt);
    EXPECT_EQ(refusal_of(entry.authorise_for_person(Power::decide, PersonCode::of("A1"), post_of(*past, "A1"))),
              "accepted");
    EXPECT_EQ(entry.authority().actor, PersonCode::of("DIRECTOR"));
    EXPECT_EQ(entry.authority().entered_by, std::nullopt);
    EXPECT_EQ(entry.day(), kToday);
    EXPECT_EQ(entry.decided_at(), std::nullopt);
    EXPECT_FALSE(entry.paper());
    const Refusal refusal{"minutes-missing", "", "", "Chưa có biên bản.", "No minutes.", {}};
    EXPECT_EQ(refusal_of(entry.breach(refusal)), "minutes-missing");
    EXPECT_TRUE(entry.breaches().empty());
    Entry other(*past, history.acting("A2"), std::nullopt);
    EXPECT_EQ(refusal_of(other.authorise_for_person(Power::decide, PersonCode::of("A1"), post_of(*past, "A1"))),
              "not-competent");
}

TEST(Entry, PaperActIsOfItsSignerAndItsDay) {
    const auto history = given(a_province()).at("2023-12-05T09:00");
    const auto past = history.past();
    Entry entry(*past, history.acting("OFFICER"), transcribed("DIRECTOR", "2023-11-27T09:00"));
    EXPECT_EQ(refusal_of(entry.authorise_for_person(Power::decide, PersonCode::of("A1"), post_of(*past, "A1"))),
              "accepted");
    EXPECT_EQ(entry.authority().actor, PersonCode::of("DIRECTOR"));
    EXPECT_EQ(entry.authority().entered_by, PersonCode::of("OFFICER"));
    EXPECT_EQ(entry.authority().mandate, MandateId::of("DIRECTOR.1"));
    EXPECT_EQ(entry.day(), Date::of("2023-11-27"));
    EXPECT_EQ(entry.decided_at(), Time::of("2023-11-27T09:00"));
    EXPECT_TRUE(entry.breaches().empty());
}

TEST(Entry, PaperActWithoutCompetenceIsEnteredWithItsBreach) {
    auto authorisation = a_document("D2", "305/GUQ-UBND");
    authorisation.signing_capacity = SigningCapacity::tuq;
    auto mandate = a_mandate("M1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed);
    mandate.from = Date::of("2023-12-01");
    mandate.capacity = Capacity::tuq;
    const auto history = given(a_province()).and_given({authorisation, mandate}).at("2023-12-05T09:00");
    const auto past = history.past();
    Entry entry(*past, history.acting("OFFICER"), transcribed("DEPUTY", "2023-11-25T09:00", "D2"));
    EXPECT_EQ(refusal_of(entry.authorise_for_person(Power::decide, PersonCode::of("A1"), post_of(*past, "A1"))),
              "accepted");
    ASSERT_EQ(entry.breaches().size(), 1u);
    EXPECT_EQ(entry.breaches().front().type.str(), "not-competent");
    EXPECT_THAT(entry.breaches().front().detail.str(), HasSubstr("01/12/2023"));
    EXPECT_EQ(entry.authority().mandate, MandateId::of("M1"));

    Entry without(*past, history.acting("OFFICER"), transcribed("A3", "2023-11-25T09:00", "D2"));
    EXPECT_EQ(refusal_of(without.authorise_for_person(Power::decide, PersonCode::of("A1"), post_of(*past, "A1"))),
              "accepted");
    EXPECT_EQ(without.authority().mandate, std::nullopt);
    EXPECT_EQ(without.authority().capacity, Capacity::tuq);
}

TEST(Entry, PaperNotesBreachesOnceAndNamesInternalRules) {
    const auto history = given(a_province()).at("2023-12-05T09:00");
    const auto past = history.past();
    Entry entry(*past, history.acting("OFFICER"), transcribed("DIRECTOR", "2023-11-27T09:00"));
    ASSERT_TRUE(entry.authorise_for_unit(Power::decide, UnitCode::of("51-S05.P1")));
    Refusal refusal{"minutes-missing", "", "", "Chưa có biên bản.", "No minutes.", {}};
    refusal.more.push_back({"step-order", "", "khoản 2 Điều 18", "Chưa đến bước này.", "Too early.", {}});
    EXPECT_TRUE(entry.breach(refusal));
    EXPECT_TRUE(entry.breach(refusal));
    ASSERT_EQ(entry.breaches().size(), 2u);
    EXPECT_EQ(entry.breaches()[0].clause.str(), "quy định nội bộ");
    EXPECT_EQ(entry.breaches()[1].clause.str(), "khoản 2 Điều 18");
}

TEST(Entry, PaperIsRefusedForWrongInput) {
    const auto history = given(a_province()).at("2023-12-05T09:00");
    const auto past = history.past();
    const auto refused = [&](std::string_view clerk, const Transcription& transcription) {
        Entry entry(*past, history.acting(clerk), transcription);
        return refusal_of(entry.authorise_for_staff(Power::decide, UnitCode::of("51-S05")));
    };
    EXPECT_EQ(refused("OFFICER", transcribed("DIRECTOR", "2023-11-27T09:00")), "accepted");
    EXPECT_EQ(refused("A1", transcribed("DIRECTOR", "2023-11-27T09:00")), "not-competent");
    EXPECT_EQ(refused("OFFICER", transcribed("DIRECTOR", "2023-11-27T09:00", "D9")),
              "invalid-field /onPaper/paper/document");
    EXPECT_EQ(refused("OFFICER", transcribed("NOBODY", "2023-11-27T09:00")), "invalid-field /onPaper/signer");
    EXPECT_EQ(refused("OFFICER", transcribed("DIRECTOR", "2023-12-05T09:01")), "invalid-field /onPaper/paper/actedAt");
}

TEST(Entry, OwnDossierIsForThePersonAlone) {
    const auto history = given(a_province()).at("2023-11-20T09:00");
    const auto past = history.past();
    const auto a1 = PersonCode::of("A1");
    Entry own(*past, history.acting("A1"), std::nullopt);
    EXPECT_EQ(refusal_of(own.authorise_self(a1)), "accepted");
    EXPECT_EQ(own.authority().capacity, Capacity::self);
    Entry other(*past, history.acting("A2"), std::nullopt);
    EXPECT_EQ(refusal_of(other.authorise_self(a1)), "not-competent");
    Entry clerk(*past, history.acting("OFFICER"), transcribed("A1", "2023-11-17T09:00"));
    EXPECT_EQ(refusal_of(clerk.authorise_self(a1)), "accepted");
    EXPECT_EQ(clerk.authority().entered_by, PersonCode::of("OFFICER"));
    Entry signed_by_another(*past, history.acting("OFFICER"), transcribed("A2", "2023-11-17T09:00"));
    EXPECT_EQ(refusal_of(signed_by_another.authorise_self(a1)), "accepted");
    EXPECT_EQ(signed_by_another.breaches().size(), 1u);
    Entry no_clerk(*past, history.acting("A3"), transcribed("A1", "2023-11-17T09:00"));
    EXPECT_EQ(refusal_of(no_clerk.authorise_self(a1)), "not-competent");
}

TEST(Competence, CitesTheClauseByWhetherAnAgencyIsLed) {
    const auto past = given(a_province()).past();
    const auto clause_for = [&](const Post& post) {
        const auto refused =
            competent_for_person(*past, PersonCode::of("A1"), Power::decide, post, Date::of("2023-11-20"));
        return refused.error().clause.substr(0, refused.error().clause.find(" Nghị"));
    };
    EXPECT_EQ(clause_for(a_head("51-S05", "51")), "điểm a khoản 2 Điều 16");
    EXPECT_EQ(clause_for(a_head("51-S05.P1", "51-S05")), "điểm b khoản 2 Điều 16") << "a division is no agency";
    EXPECT_EQ(clause_for(a_post("51-S05.P1", "51-S05")), "điểm b khoản 2 Điều 16");
}

}  // namespace
}  // namespace minhbach::services::organisation
