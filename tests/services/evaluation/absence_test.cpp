// While the competent person is away: whoever acts in the place decides by a document, within its dates and its scope.
// Khoản 2 Điều 16 gives the rating of civil servants to the head of the agency that uses them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

using testing::HasSubstr;

constexpr std::string_view kWhoRates =
    "điểm b khoản 2 Điều 16 Nghị định số 90/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP)";

// On a document in effect from 25/11 to 05/12, granted on 24/11.
organisation::GrantMandate in_the_place(std::string_view person, Capacity capacity, std::string_view unit,
                                        Reach reach) {
    auto mandate = a_mandate("AWAY", person, {Power::decide}, unit, reach);
    mandate.capacity = capacity;
    mandate.from = Date::of("2023-11-25");
    mandate.to = Date::of("2023-12-05");
    mandate.document = DocumentId::of("AWAY");
    return granting(mandate);
}

Given the_director_is_away(const organisation::GrantMandate& mandate) {
    auto document = a_document("AWAY", "15/QĐ-STC");
    document.date = Date::of("2023-11-24");
    document.effective_from = Date::of("2023-11-25");
    document.effective_to = Date::of("2023-12-05");
    return discussed(a_rating_year(), {"A2", "B1"})
        .after("OFFICER", a_proposal("A2", Level::good))
        .after("OFFICER", a_proposal("B1", Level::good))
        .at("2023-11-24T16:00")
        .and_given({document})
        .after("ADMIN", mandate);
}

Decision rated_by(std::string_view actor, std::string_view person, std::string_view at, const Given& history) {
    return history.at(at).when(actor, a_decision({a_line(person, Level::good)}));
}

void expect_refused(const Decision& decision, std::string_view why) {
    EXPECT_EQ(refusal_of(decision), "not-competent /lines/0");
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error().clause, kWhoRates);
    EXPECT_THAT(decision.error().detail_vi, HasSubstr(std::string(why)));
}

// Quyền Giám đốc, while the director is away.
TEST(Absence, AnActingHeadDecidesInItAndNeitherBeforeNorAfter) {
    const auto away = the_director_is_away(in_the_place("DEPUTY", Capacity::acting, "51-S05", Reach::managed));
    const auto first = rated_by("DEPUTY", "A2", "2023-11-25T08:00", away);
    ASSERT_TRUE(first) << first.error().detail_en;
    EXPECT_EQ(first->authority.actor.str(), "DEPUTY");
    EXPECT_EQ(first->authority.capacity, Capacity::acting);
    EXPECT_EQ(first->authority.mandate, MandateId::of("AWAY"));
    EXPECT_TRUE(only<RatingDecided>(first).breaches.empty());
    EXPECT_TRUE(rated_by("DEPUTY", "B1", "2023-12-05T23:59", away)) << "the last day is a day of it";
    expect_refused(rated_by("DEPUTY", "A2", "2023-11-24T17:00", away), "chỉ có hiệu lực từ ngày 25/11/2023");
    expect_refused(rated_by("DEPUTY", "A2", "2023-12-06T00:00", away), "hết hiệu lực sau ngày 05/12/2023");
    EXPECT_EQ(refusal_of(rated_by("DEPUTY", "DEPUTY", "2023-11-28T09:00", away)), "self-decision /lines/0")
        << "acting for the head is not acting on oneself";
}

// Thừa ủy quyền: one division's staff and nobody else's, until it is taken back.
TEST(Absence, ADelegateDecidesWithinTheScopeUntilItIsTakenBack) {
    const auto delegated = the_director_is_away(in_the_place("HEAD2", Capacity::tuq, "51-S05.P2", Reach::unit));
    const auto inside = rated_by("HEAD2", "B1", "2023-11-28T09:00", delegated);
    ASSERT_TRUE(inside) << inside.error().detail_en;
    EXPECT_EQ(inside->authority.capacity, Capacity::tuq);
    expect_refused(rated_by("HEAD2", "A2", "2023-11-28T09:00", delegated), "phạm vi khác (51-S05.P2)");
    const organisation::RevokeMandate back{MandateId::of("AWAY"), PersonCode::of("HEAD2"), Date::of("2023-11-28"),
                                           DocumentId::of("AWAY")};
    const auto returned = delegated.at("2023-11-27T16:00").after("ADMIN", back);
    EXPECT_TRUE(rated_by("HEAD2", "B1", "2023-11-27T17:00", returned));
    expect_refused(rated_by("HEAD2", "B1", "2023-11-28T09:00", returned), "thôi giao quyền từ ngày 28/11/2023");
    EXPECT_TRUE(rated_by("DIRECTOR", "B1", "2023-11-28T09:00", returned)) << "the head is there again";
}

// A list signed while away stands on what its signer had that day, and says so where that was nothing.
TEST(Absence, APaperSignedAfterItIsTakenDownWithTheClause) {
    const auto away = the_director_is_away(in_the_place("DEPUTY", Capacity::acting, "51-S05", Reach::managed));
    const auto signed_on = [&](std::string_view acted_at) {
        auto paper = a_decision({a_line("A2", Level::good)});
        paper.on_paper = on_paper("DEPUTY", acted_at);
        return only<RatingDecided>(away.at("2023-12-08T08:00").when("OFFICER", paper)).breaches;
    };
    EXPECT_TRUE(signed_on("2023-12-05T10:00").empty());
    const auto late = signed_on("2023-12-06T10:00");
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].type.str(), "not-competent");
    EXPECT_EQ(late[0].clause.str(), kWhoRates);
}

}  // namespace
}  // namespace minhbach::services::evaluation
