#include <gtest/gtest.h>

#include "history.hpp"
#include "projections/competence.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

// An act transcribed from paper may have been done before anybody confirmed: then it was not competent, now it is, and
// that it was known only later is remarked.
TEST(Competence, OfAMandateOfTwoBeginsToBeKnownWhenTheSecondConfirmed) {
    History history;
    open_cycle(history);
    auto mandate = a_mandate("B1.1", "B1", {Power::propose, Power::inspect}, "51-S05", Reach::subtree);
    mandate.second_person = SecondPerson::awaited;
    const auto entered = history.at("2023-11-20T08:00").by("ADMIN", "ADMIN.1", mandate);
    const auto act = history.at("2023-11-21T10:00").by("B1", "B1.1", a_proposal("A1", Level::good));
    const MandateConfirmed confirmed{MandateId::of("B1.1"), PersonCode::of("B1")};
    const auto position = history.at("2023-11-22T08:00").by("CHAIR", "CHAIR.1", confirmed);
    CompetenceQuestion question;
    question.act = act;
    const auto asked = history.answers().competence(question).value().competence;
    EXPECT_FALSE(asked.then.competent);
    EXPECT_EQ(asked.then.why, "NOT_YET_CONFIRMED");
    EXPECT_TRUE(asked.now.competent) << asked.now.why;
    EXPECT_FALSE(asked.entered_before);
    EXPECT_EQ(asked.remarks, std::vector{CompetenceRemark::entered_after});

    const auto before =
        history.answers().mandate(MandateId::of("B1.1"), {Position{static_cast<std::uint64_t>(entered)}});
    EXPECT_TRUE(before.value().mandate.awaits_confirmation());
    EXPECT_FALSE(before.value().mandate.holds_on(Date::of("2023-11-21")));
    const auto after = history.answers().mandate(MandateId::of("B1.1")).value().mandate;
    EXPECT_TRUE(after.holds_on(Date::of("2023-11-21")));
    EXPECT_EQ(after.confirmed->by.str(), "CHAIR");
    EXPECT_EQ(after.confirmed->position, position);
    EXPECT_EQ(after.granted_by.str(), "ADMIN");
}

}  // namespace
}  // namespace minhbach::projections
