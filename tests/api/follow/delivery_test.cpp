#include "api/follow/delivery.hpp"

#include <gtest/gtest.h>

namespace minhbach::api::follow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

Patience patience() {
    Patience some;
    some.attempts_max = 3;
    some.first_wait = seconds(10);
    some.keep_every = 2;
    some.keep_after = seconds(1);
    return some;
}

template <class T>
T next(const Delivery& delivery, Millis now) {
    const auto step = delivery.step(now);
    if (!std::holds_alternative<T>(step)) throw std::runtime_error("another step: " + std::to_string(step.index()));
    return std::get<T>(step);
}

TEST(Delivery, SendsInOrderAndGoesOnOnlyWhenAnEventWasTaken) {
    Delivery delivery(patience(), 5, {});
    EXPECT_EQ(next<Look>(delivery, Millis(0)).from, 5u);
    delivery.looked(9, 7);
    EXPECT_EQ(delivery.cursor(), 7u);
    const auto first = next<Send>(delivery, Millis(0));
    EXPECT_EQ(first.position, 7u);
    EXPECT_EQ(first.attempt, 1);
    delivery.answered(first, {500, {}}, Millis(0), 0);
    EXPECT_EQ(delivery.cursor(), 7u);
    EXPECT_EQ(next<Keep>(delivery, seconds(9)).cursor, 7u);
    delivery.kept(seconds(9));
    EXPECT_EQ(next<Wait>(delivery, seconds(9)).until, seconds(10));
    const auto second = next<Send>(delivery, seconds(10));
    EXPECT_EQ(second.position, 7u);
    EXPECT_EQ(second.attempt, 2);
    delivery.answered(second, {204, {}}, seconds(10), 0);
    EXPECT_EQ(delivery.cursor(), 8u);
}

TEST(Delivery, WaitsTwiceAsLongAfterEachFailureAndHalfOfItIsLeftToChance) {
    auto patient = patience();
    patient.attempts_max = 6;
    patient.wait_max = seconds(30);
    Delivery delivery(patient, 0, {});
    delivery.looked(1, 0);
    Millis now{};
    for (const auto expected : {10, 20, 30, 30}) {
        delivery.answered(next<Send>(delivery, now), {}, now, 0.5);
        now += milliseconds(expected * 750);
        EXPECT_TRUE(std::holds_alternative<Wait>(delivery.step(now - Millis(1))));
        EXPECT_TRUE(std::holds_alternative<Send>(delivery.step(now)));
    }
}

TEST(Delivery, HonoursRetryAfterUpToTheLongestWait) {
    Delivery delivery(patience(), 0, {});
    delivery.looked(1, 0);
    delivery.answered(next<Send>(delivery, Millis(0)), {429, seconds(100)}, Millis(0), 0);
    EXPECT_EQ(next<Wait>(delivery, Millis(0)).until, seconds(100));
    delivery.answered(next<Send>(delivery, seconds(100)), {429, hours(30)}, seconds(100), 0);
    EXPECT_EQ(next<Wait>(delivery, seconds(100)).until, seconds(100) + hours(1));
}

TEST(Delivery, BuriesWhatWasTriedOftenEnoughOrLongEnough) {
    Delivery often(patience(), 0, {});
    often.looked(1, 0);
    for (int i = 0; i < 3; ++i) often.answered(next<Send>(often, hours(i)), {500, {}}, hours(i), 0);
    EXPECT_EQ(next<Bury>(often, hours(3)).attempts, 3);
    EXPECT_EQ(often.cursor(), 0u);
    often.buried();
    EXPECT_EQ(often.cursor(), 1u);
    EXPECT_TRUE(often.dead().contains(0));

    Delivery lengthy(patience(), 0, {});
    lengthy.looked(1, 0);
    lengthy.answered(next<Send>(lengthy, Millis(0)), {500, {}}, Millis(0), 0);
    lengthy.answered(next<Send>(lengthy, hours(25)), {500, {}}, hours(25), 0);
    EXPECT_EQ(next<Bury>(lengthy, hours(25)).attempts, 2);
}

TEST(Delivery, KeepsTheCursorAfterSoManyEventsOrSomeTime) {
    Delivery delivery(patience(), 0, {});
    for (std::uint64_t i = 0; i < 2; ++i) {
        delivery.looked(i + 1, i);
        delivery.answered(next<Send>(delivery, Millis(0)), {200, {}}, Millis(0), 0);
    }
    EXPECT_EQ(next<Keep>(delivery, Millis(0)).cursor, 2u);
    delivery.kept(Millis(0));
    EXPECT_EQ(next<Look>(delivery, Millis(0)).from, 2u);
    delivery.looked(10, {});
    EXPECT_EQ(next<Look>(delivery, milliseconds(999)).from, 10u);
    EXPECT_EQ(next<Keep>(delivery, seconds(1)).cursor, 10u);
}

TEST(Delivery, EndsWhereTheReceiverIsGoneAndKeepsWhatWasNotTaken) {
    Delivery delivery(patience(), 0, {});
    delivery.looked(4, 3);
    delivery.answered(next<Send>(delivery, Millis(0)), {410, {}}, Millis(0), 0);
    EXPECT_EQ(next<Keep>(delivery, Millis(0)).cursor, 3u);
    delivery.kept(Millis(0));
    EXPECT_TRUE(std::holds_alternative<Gone>(delivery.step(Millis(0))));
}

TEST(Delivery, SendsADeadLetterOnceWhenAskedTo) {
    Delivery delivery(patience(), 8, {3, 5});
    EXPECT_FALSE(delivery.send_again(4));
    EXPECT_TRUE(delivery.send_again(5));
    EXPECT_TRUE(delivery.send_again(5));
    const auto again = next<Send>(delivery, Millis(0));
    EXPECT_TRUE(again.again);
    EXPECT_EQ(again.position, 5u);
    delivery.answered(again, {500, {}}, Millis(0), 0);
    EXPECT_TRUE(delivery.dead().contains(5));
    EXPECT_TRUE(std::holds_alternative<Look>(delivery.step(Millis(0))));
    delivery.send_again(5);
    delivery.answered(next<Send>(delivery, Millis(0)), {200, {}}, Millis(0), 0);
    EXPECT_FALSE(delivery.dead().contains(5));
    EXPECT_EQ(delivery.cursor(), 8u);
}

TEST(Delivery, DoesNotSendByItselfWhatWasBuriedBeforeACrash) {
    Delivery delivery(patience(), 3, {3});
    delivery.looked(4, 3);
    EXPECT_FALSE(delivery.pending());
    EXPECT_EQ(delivery.cursor(), 4u);
}

}  // namespace
}  // namespace minhbach::api::follow
