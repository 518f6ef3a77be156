// Declared relations, and who stands aside for whom.
#include <gtest/gtest.h>

#include <algorithm>

#include "given_cycle.hpp"

namespace minhbach::services {
namespace {

const auto kWhy = Text::of("Đã ly hôn theo quyết định của Tòa án");

organisation::DeclareRelation a_tie(std::string_view person, std::string_view other,
                                    std::optional<std::string_view> document = {},
                                    RelationKind kind = RelationKind::sibling) {
    organisation::DeclareRelation tie;
    tie.person = PersonCode::of(person);
    tie.other = PersonCode::of(other);
    tie.kind = kind;
    if (document) tie.document = DocumentId::of(*document);
    return tie;
}
organisation::EndRelation an_end(std::string_view person, std::string_view other, std::string_view on,
                                 std::optional<std::string_view> document = {}) {
    organisation::EndRelation ended{PersonCode::of(person), PersonCode::of(other), Date::of(on), kWhy, {}};
    if (document) ended.document = DocumentId::of(*document);
    return ended;
}
Given a_unit() {
    return given(a_province()).at("2023-11-20T08:00");
}
// A2 and A3 are proposed and wait for the Director.
Given proposed() {
    return discussed(a_rating_year(), {"A2", "A3"})
        .after("OFFICER", a_proposal("A2", Level::good))
        .after("OFFICER", a_proposal("A3", Level::good))
        .at("2023-11-28T09:00");
}
const auto kOfA2 = a_decision({a_line("A2", Level::good)});

TEST(DeclareRelation, ByThePersonOrOnADocument) {
    EXPECT_EQ(only<RelationDeclared>(a_unit().when("A1", a_tie("A1", "HEAD1"))), a_tie("A1", "HEAD1"));
    EXPECT_EQ(only<RelationDeclared>(a_unit().when("OFFICER", a_tie("A1", "HEAD1", "D1"))).document,
              DocumentId::of("D1"));
    EXPECT_EQ(refusal_of(a_unit().when("OFFICER", a_tie("A1", "HEAD1"))), "invalid-field /document");
    EXPECT_EQ(refusal_of(a_unit().when("A2", a_tie("A1", "HEAD1", "D1"))), "not-competent");
    EXPECT_EQ(refusal_of(a_unit().when("OFFICER", a_tie("A1", "OFFICER", "D1"))), "self-decision");
    EXPECT_EQ(refusal_of(a_unit().when("A1", a_tie("A1", "A1"))), "invalid-field /other");
    EXPECT_EQ(refusal_of(a_unit().when("A1", a_tie("A1", "NOBODY"))), "invalid-field /other");
    EXPECT_EQ(refusal_of(a_unit().when("A1", a_tie("A1", "HEAD1", "D9"))), "invalid-field /document");
    auto later = a_tie("A1", "HEAD1");
    later.since = Date::of("2023-12-01");
    EXPECT_EQ(refusal_of(a_unit().when("A1", later)), "invalid-field /since");
}

TEST(DeclareRelation, AnewPutsItRightButNotAgainstADocument) {
    const auto declared = a_unit().after("A1", a_tie("A1", "HEAD1"));
    EXPECT_EQ(refusal_of(declared.when("A1", a_tie("A1", "HEAD1"))), "nothing-to-change");
    EXPECT_TRUE(declared.when("A1", a_tie("A1", "HEAD1", {}, RelationKind::spouse)));
    const auto recorded = declared.after("OFFICER", a_tie("A1", "HEAD1", "D1"));
    EXPECT_EQ(refusal_of(recorded.when("A1", a_tie("A1", "HEAD1"))), "already-exists /other");
}

TEST(EndRelation, ByWhoeverDeclaredItAndADocumentByADocument) {
    const auto declared = a_unit().after("A1", a_tie("A1", "HEAD1"));
    EXPECT_TRUE(declared.when("A1", an_end("A1", "HEAD1", "2023-11-20")));
    EXPECT_EQ(refusal_of(declared.when("HEAD1", an_end("A1", "HEAD1", "2023-11-20"))), "not-competent");
    EXPECT_EQ(refusal_of(declared.when("A1", an_end("A1", "HEAD1", "2023-11-21"))), "invalid-field /on");
    EXPECT_EQ(refusal_of(a_unit().when("A1", an_end("A1", "HEAD1", "2023-11-20"))), "invalid-field /other");
    auto silent = an_end("A1", "HEAD1", "2023-11-20");
    silent.reason = {};
    EXPECT_EQ(refusal_of(declared.when("A1", silent)), "reason-required /reason");
    const auto recorded = a_unit().after("OFFICER", a_tie("A1", "HEAD1", "D1"));
    EXPECT_EQ(refusal_of(recorded.when("A1", an_end("A1", "HEAD1", "2023-11-20"))), "self-decision");
    EXPECT_EQ(refusal_of(recorded.when("OFFICER", an_end("A1", "HEAD1", "2023-11-20"))), "invalid-field /document");
    EXPECT_TRUE(recorded.when("OFFICER", an_end("A1", "HEAD1", "2023-11-20", "D1")));
}

TEST(Conflict, WhoDeclaredARelationDoesNotDecide) {
    const auto declared = proposed().after("DIRECTOR", a_tie("DIRECTOR", "A2"));
    const auto refused = declared.when("DIRECTOR", kOfA2);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().type, "conflict-of-interest");
    EXPECT_NE(refused.error().clause.find("khoản 2 Điều 3 Nghị định số 90/2020/NĐ-CP"), std::string::npos);
    EXPECT_NE(refused.error().clause.find("quy định nội bộ"), std::string::npos)
        << "which acts is the house's own rule";
    EXPECT_TRUE(declared.when("DIRECTOR", a_decision({a_line("A3", Level::good)}))) << "about others as before";
    const auto together = declared.when("DIRECTOR", a_decision({a_line("A3", Level::good), a_line("A2", Level::good)}));
    EXPECT_FALSE(together) << "nor in a list";
    const auto other = declared.and_given({a_mandate("DEPUTY.1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed)});
    EXPECT_TRUE(other.when("DEPUTY", kOfA2));
}

TEST(Conflict, NobodyIsKeptFromAnOfficeByWhatTheRatedSayAlone) {
    const auto said = proposed().after("A2", a_tie("A2", "DIRECTOR"));
    EXPECT_TRUE(said.when("DIRECTOR", kOfA2));
    const auto recorded = said.after("OFFICER", a_tie("A2", "DIRECTOR", "D1"));
    EXPECT_EQ(recorded.when("DIRECTOR", kOfA2).error().type, "conflict-of-interest");
}

TEST(Conflict, HoldsForTheDaysOfTheRelation) {
    auto later = a_tie("DIRECTOR", "A2");
    later.since = Date::of("2023-11-28");
    const auto wedding = proposed().after("DIRECTOR", later);
    EXPECT_EQ(wedding.when("DIRECTOR", kOfA2).error().type, "conflict-of-interest") << "from its first day on";
    const auto ended = wedding.after("DIRECTOR", an_end("DIRECTOR", "A2", "2023-11-28"));
    EXPECT_TRUE(ended.when("DIRECTOR", kOfA2)) << "the day it ends is the first without it";
}

TEST(Conflict, KeepsFromProposingAndNotFromCommenting) {
    const auto year = discussed(a_rating_year(), {"A2"});
    const auto officer = year.after("OFFICER", a_tie("OFFICER", "A2"));
    EXPECT_EQ(officer.when("OFFICER", a_proposal("A2", Level::good)).error().type, "conflict-of-interest");
    const auto head = year.after("HEAD1", a_tie("HEAD1", "A2"));
    EXPECT_TRUE(head.when("HEAD1", evaluation::RecordComment{
                                       dossier_of("A2"), CommentSide::direct_head, Text::of("Hoàn thành tốt"), {}}));
}

TEST(Conflict, OnPaperIsTakenDownAsABreach) {
    auto decision = kOfA2;
    decision.on_paper = on_paper("DIRECTOR", "2023-11-27T09:00");
    const auto declared = proposed().after("DIRECTOR", a_tie("DIRECTOR", "A2"));
    const auto entered = declared.when("OFFICER", decision);
    ASSERT_TRUE(entered) << entered.error().detail_en;
    const auto breaches = events_of(entered).front().get<RatingDecided>().breaches;
    EXPECT_TRUE(std::any_of(breaches.begin(), breaches.end(),
                            [](const Breach& breach) { return breach.type.str() == "conflict-of-interest"; }));
}

TEST(Conflict, FollowsACodeThatWasMergedIntoAnother) {
    const auto merged =
        proposed()
            .after("DIRECTOR", a_tie("DIRECTOR", "B1"))
            .and_given({PersonMerged{PersonCode::of("B1"), PersonCode::of("A2"), kWhy, DocumentId::of("D1")}});
    EXPECT_EQ(merged.when("DIRECTOR", kOfA2).error().type, "conflict-of-interest");
}

TEST(Conflict, ARelationDeclaredMeanwhileIsSeen) {
    const auto noted = proposed().noted_when("DIRECTOR", kOfA2);
    EXPECT_TRUE(noted.contains("person/DIRECTOR"));
    EXPECT_TRUE(noted.contains("person/A2"));
}

}  // namespace
}  // namespace minhbach::services
