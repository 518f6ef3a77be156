// The share of excellent among collectives: "tỷ lệ xếp loại hoàn thành xuất sắc không vượt quá 20% số tập thể được xếp
// loại hoàn thành tốt của từng nhóm đối tượng có vị trí, vai trò, chức năng, nhiệm vụ tương đồng" (Điều 12).
#include "services/evaluation/collective_quota.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_review.hpp"
#include "services/law/quota.hpp"

namespace minhbach::services::evaluation {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string centre(int number) {
    return "51-S05.Q" + std::to_string(number);
}

// So many centres of the department, all in one group, the first `excellent` of them proposed so.
Given centres(int number, int excellent = 1) {
    std::vector<Event> events;
    ComparableGroupDefined group;
    group.cycle = kCycle;
    group.group = GroupId::of("N-TT");
    group.agency = kDepartment;
    group.name = Label::of("Các trung tâm");
    group.document = DocumentId::of("D1");
    for (int i = 1; i <= number; ++i) {
        events.push_back(a_unit(centre(i), UnitKind::centre, "51-S05", "Trung tâm " + std::to_string(i)));
        group.units.push_back(UnitCode::of(centre(i)));
    }
    events.push_back(group);
    for (int i = 1; i <= number; ++i)
        events = events + steps_taken(centre(i), i <= excellent ? Level::excellent : Level::good);
    return a_rating_year().and_given(events).at("2023-11-24T15:00");
}
Event an_exception(std::optional<QuotaOf> of) {
    QuotaExceptionGranted exception;
    exception.cycle = kCycle;
    exception.agency = kDepartment;
    exception.percent = 50;
    exception.approver = PersonCode::of("CHAIR");
    exception.document = DocumentId::of("D1");
    exception.reason = Text::of("Hoàn thành vượt mức nhiều nhiệm vụ đột xuất");
    exception.of = of;
    return exception;
}
RateCollective excellent(int number) {
    return a_collective(centre(number), Level::excellent);
}

TEST(ArticleTwelveQuota, OneOfSixIsExcellentAndTheEventSaysHowItStands) {
    const auto rated = only<CollectiveRated>(centres(6).when("DIRECTOR", excellent(1)));
    ASSERT_TRUE(rated.quota);
    EXPECT_EQ(rated.quota->superior, kDepartment);
    EXPECT_EQ(rated.quota->group.group, GroupId::of("N-TT"));
    EXPECT_EQ(rated.quota->group.counts.excellent, 1);
    EXPECT_EQ(rated.quota->group.counts.good, 5);
    EXPECT_EQ(rated.quota->group.max_excellent, 1);
    EXPECT_EQ(rated.quota->group.readings.size(), 4u) << "every reading is shown, one binds";
    EXPECT_EQ(law::binding(rated.quota->group.readings).base, QuotaBase::good);
}

TEST(ArticleTwelveQuota, NoneOfFiveIsAndTheRefusalCitesTheClause) {
    const auto refused = centres(5).when("DIRECTOR", excellent(1));
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /level");
    EXPECT_THAT(refused.error().clause, HasSubstr("Điều 12"));
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("tối đa 0 tập thể"));
    EXPECT_EQ(refusal_of(centres(5).when("DIRECTOR", a_collective(centre(2)))), "accepted") << "good needs no room";
}

TEST(ArticleTwelveQuota, TheSecondOfSixIsRefusedOnceTheFirstIsDecided) {
    const auto one = centres(6, 2).after("DIRECTOR", excellent(1));
    EXPECT_EQ(refusal_of(one.when("DIRECTOR", excellent(2))), "quota-exceeded /level");
    EXPECT_EQ(refusal_of(centres(12, 2).after("DIRECTOR", excellent(1)).when("DIRECTOR", excellent(2))), "accepted");
}

TEST(ArticleTwelveQuota, WhoIsNotAppraisedYetCountsInNoBase) {
    const auto late = centres(5).and_given({a_unit("51-S05.Q9", UnitKind::centre, "51-S05", "Trung tâm 9")});
    auto group = ComparableGroupDefined(late.past()->registry().cycle(kCycle)->collective_groups.begin()->second);
    group.units.push_back(UnitCode::of("51-S05.Q9"));
    const auto six = late.and_given({group});
    const auto refused = six.when("DIRECTOR", excellent(1));
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /level");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("Còn 1 tập thể chưa được thẩm định"));
    EXPECT_EQ(refusal_of(six.and_given(steps_taken("51-S05.Q9")).when("DIRECTOR", excellent(1))), "accepted");
}

TEST(ArticleTwelveQuota, OnPaperItIsABreachThatIsKept) {
    auto paper = excellent(1);
    paper.on_paper = on_paper("DIRECTOR", "2023-11-24T09:00");
    const auto rated = only<CollectiveRated>(centres(5).when("OFFICER", paper));
    ASSERT_EQ(rated.breaches.size(), 1u);
    EXPECT_EQ(rated.breaches[0].type.str(), "quota-exceeded");
    EXPECT_EQ(rated.quota->group.max_excellent, 0);
}

TEST(ArticleTwelveQuota, ADocumentMayGrantACollectivesRateAndIsNamed) {
    EXPECT_EQ(refusal_of(centres(5).and_given({an_exception({})}).when("DIRECTOR", excellent(1))),
              "quota-exceeded /level")
        << "an exception for people is none for collectives";
    const auto rated = only<CollectiveRated>(
        centres(5).and_given({an_exception(QuotaOf::collectives)}).when("DIRECTOR", excellent(1)));
    EXPECT_EQ(rated.quota->exception_document, DocumentId::of("D1"));
    EXPECT_EQ(rated.quota->group.max_excellent, 1) << "50 in 150 of five";
}

TEST(ArticleTwelveQuota, WithoutAGroupThoseDirectlyBelowTheUnitAreOne) {
    const auto three = a_rating_year()
                           .at("2023-11-24T15:00")
                           .and_given(steps_taken("51-S05.P1", Level::excellent))
                           .and_given(steps_taken("51-S05.P2"))
                           .and_given(steps_taken("51-S05.T1"));
    const auto refused = three.when("DIRECTOR", a_collective("51-S05.P1", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /level");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("Các tập thể thuộc 51-S05"));
    const auto past = three.past();
    const auto quotas = collective_quotas(*past, kCycle, kDepartment, Date::of("2023-11-24"));
    ASSERT_EQ(quotas.size(), 1u);
    EXPECT_EQ(quotas[0].members.size(), 3u);
    EXPECT_THAT(quotas[0].wanted, ElementsAre(UnitCode::of("51-S05.P1")));
    EXPECT_TRUE(quotas[0].excellent.empty());
    EXPECT_EQ(quotas[0].standing.group.counts.good, 3) << "who is only proposed is in the base, and not excellent";
}

TEST(ArticleTwelveQuota, ARatingAnewIsCountedToo) {
    const auto rated = centres(5).after("DIRECTOR", a_collective(centre(2)));
    ReRateCollective again;
    again.cycle = kCycle;
    again.unit = UnitCode::of(centre(2));
    again.decision = rated.past()->collective(kCycle, again.unit).revision;
    again.level = Level::excellent;
    again.reason = Text::of("Tính sót sản phẩm");
    again.document = DocumentId::of("QD1");
    EXPECT_EQ(refusal_of(rated.when("DIRECTOR", again)), "quota-exceeded /level");
    again.level = Level::completed;
    EXPECT_EQ(refusal_of(rated.when("DIRECTOR", again)), "accepted");
}

}  // namespace
}  // namespace minhbach::services::evaluation
