// Many deliveries to receivers that refuse, take an event without saying so, or ask for time, by a program that may die
// at every step: what it has in memory is gone then, and the kept cursor may be torn or an older one. Whatever happens,
// nothing is skipped, nothing comes out of order for the first time, and every event given up is a dead letter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "api/follow/delivery.hpp"

namespace minhbach::api::follow {
namespace {

// Mistakes a driver could make; the checker has to find each.
enum class Mistake { none, cursor_ahead, dead_letters_lost, sent_out_of_order, buried_too_late };

struct Chances {
    double crash = 0.002;    // at each point where it could be
    double refusal = 0.10;   // by a receiver in its good days
    double silence = 0.02;   // taken, but the answer is lost
    double bad_days = 0.01;  // a receiver begins to refuse everything for a while
};

class Subscription {
public:
    Subscription(std::uint64_t seed, std::uint64_t records, Mistake mistake, const Chances& chances)
        : dice_(seed), chances_(chances), mistake_(mistake) {
        const double share = 0.05 + 0.9 * fraction();
        for (std::uint64_t position = 0; position < records; ++position)
            if (fraction() < share) matches_.push_back(position);
        records_ = records;
        patience_.attempts_max = 2 + static_cast<int>(fraction() * 5);
        patience_.keep_every = 1 + static_cast<int>(fraction() * 80);
        start();
    }

    // False when it is through.
    bool step() {
        const auto what = delivery_->step(now_);
        if (const auto* look = std::get_if<Look>(&what)) return look_on(*look);
        if (const auto* send = std::get_if<Send>(&what)) send_out(*send);
        if (const auto* bury = std::get_if<Bury>(&what)) bury_it(*bury);
        if (const auto* keep = std::get_if<Keep>(&what)) keep_it(*keep);
        if (const auto* wait = std::get_if<Wait>(&what)) now_ = std::max(now_ + Millis(1), wait->until);
        return true;
    }

    // What is wrong, at the end.
    std::vector<std::string> wrong() const {
        auto all = wrong_;
        for (const auto position : matches_) {
            if (!seen_.contains(position) && !dead_.contains(position))
                all.push_back("position " + std::to_string(position) + " is neither delivered nor a dead letter");
        }
        for (const auto& [position, refused] : dead_)
            if (!std::binary_search(matches_.begin(), matches_.end(), position))
                all.push_back("position " + std::to_string(position) + " was not asked for");
        return all;
    }

    std::uint64_t delivered = 0, crashes = 0, buried = 0, repeated = 0;

private:
    double fraction() { return std::uniform_real_distribution<double>(0, 1)(dice_); }

    bool crashes_now() {
        if (fraction() >= chances_.crash) return false;
        ++crashes;
        // The file of the cursor: as it was kept last, an older one, or torn.
        const double kind = fraction();
        const std::size_t behind = kind < 0.2 ? 1 + static_cast<std::size_t>(fraction() * 3) : 0;
        late_.clear();
        if (kind > 0.99 || cursors_.size() <= behind)
            start(std::nullopt);
        else
            start(cursors_[cursors_.size() - 1 - behind]);
        return true;
    }

    void start(std::optional<std::uint64_t> cursor = {}) {
        std::set<std::uint64_t> dead;
        for (const auto& [position, refused] : dead_) dead.insert(position);
        if (mistake_ == Mistake::dead_letters_lost) dead_.clear();
        delivery_.emplace(patience_, cursor.value_or(0), std::move(dead));
    }

    bool look_on(const Look& look) {
        if (look.from >= records_) return false;
        const auto match = std::lower_bound(matches_.begin(), matches_.end(), look.from);
        const auto far = std::min(records_, look.from + 1 + static_cast<std::uint64_t>(fraction() * 50));
        if (match != matches_.end() && *match < far)
            delivery_->looked(*match + 1, *match);
        else
            delivery_->looked(far, std::nullopt);
        if (mistake_ == Mistake::cursor_ahead && delivery_->pending()) cursors_.push_back(*delivery_->pending() + 1);
        crashes_now();
        return true;
    }

    void send_out(const Send& send) {
        if (crashes_now()) return;
        now_ += Millis(static_cast<std::int64_t>(fraction() * 200));
        if (bad_until_ <= now_ && fraction() < chances_.bad_days) bad_until_ = now_ + std::chrono::hours(1);
        const bool refuses = now_ < bad_until_ ? fraction() < 0.99 : fraction() < chances_.refusal;
        const bool silent = fraction() < chances_.silence;
        if (!refuses) receive(send);
        if (crashes_now()) return;
        Answer answer{200, {}};
        if (silent) answer.status = 0;
        if (refuses) answer.status = fraction() < 0.5 ? 429 : 503;
        if (refuses && fraction() < 0.3) answer.retry_after = Millis(static_cast<std::int64_t>(fraction() * 1e6));
        delivery_->answered(send, answer, now_, fraction());
        if (send.again && answer.status == 200) {
            if (crashes_now()) return;
            dead_.erase(send.position);
        }
        crashes_now();
    }

    void receive(const Send& send) {
        ++delivered;
        auto position = send.position;
        if (mistake_ == Mistake::sent_out_of_order && fraction() < 0.01) {
            const auto later = std::upper_bound(matches_.begin(), matches_.end(), position);
            if (later != matches_.end()) position = *later;
        }
        if (!seen_.insert(position).second) {
            ++repeated;
            return;
        }
        if (send.again) return;  // somebody asked for it
        const auto before = std::lower_bound(matches_.begin(), matches_.end(), position) - matches_.begin();
        if (newest_ && position < *newest_)
            wrong_.push_back("position " + std::to_string(position) + " came after " + std::to_string(*newest_));
        // Everything before it was taken or is a dead letter by now, not some day.
        for (auto i = checked_; i < before; ++i) {
            const auto earlier = matches_[static_cast<std::size_t>(i)];
            if (!seen_.contains(earlier) && !dead_.contains(earlier))
                wrong_.push_back("position " + std::to_string(earlier) + " was skipped");
        }
        checked_ = std::max(checked_, before);
        newest_ = std::max(newest_.value_or(0), position);
    }

    void bury_it(const Bury& bury) {
        if (crashes_now()) return;
        if (mistake_ == Mistake::buried_too_late)
            late_.push_back(bury.position);
        else
            dead_[bury.position] = bury.attempts;
        ++buried;
        if (crashes_now()) return;
        delivery_->buried();
        // Now and then somebody looks at the dead letters and has them sent again.
        if (fraction() < 0.2)
            for (const auto& [position, attempts] : dead_) delivery_->send_again(position);
        crashes_now();
    }

    void keep_it(const Keep& keep) {
        if (crashes_now()) return;
        cursors_.push_back(keep.cursor);
        if (crashes_now()) return;
        delivery_->kept(now_);
        if (crashes_now()) return;
        for (const auto position : late_) dead_[position] = 0;
        late_.clear();
    }

    std::mt19937_64 dice_;
    Chances chances_;
    Mistake mistake_;
    std::uint64_t records_ = 0;
    std::vector<std::uint64_t> matches_;
    Patience patience_;
    Millis now_{};
    Millis bad_until_{};
    std::optional<Delivery> delivery_;
    std::vector<std::uint64_t> cursors_;   // as they were kept, one after the other
    std::map<std::uint64_t, int> dead_;    // what a disk holds
    std::vector<std::uint64_t> late_;      // for the mistake of burying too late
    std::set<std::uint64_t> seen_;         // by the receiver
    std::optional<std::uint64_t> newest_;  // of those
    std::ptrdiff_t checked_ = 0;
    std::vector<std::string> wrong_;
};

struct Outcome {
    std::uint64_t delivered = 0, crashes = 0, buried = 0, repeated = 0;
    std::vector<std::string> wrong;
};

// Several subscriptions, a step of any of them at a time, each with rounds of `records`, until so much was delivered.
Outcome simulate(std::uint64_t deliveries, Mistake mistake, std::uint64_t seed) {
    constexpr std::size_t kSubscriptions = 6;
    constexpr std::uint64_t kRecords = 2000;
    std::mt19937_64 dice(seed);
    Outcome outcome;
    while (outcome.delivered < deliveries) {
        std::vector<std::unique_ptr<Subscription>> running;
        for (std::size_t i = 0; i < kSubscriptions; ++i)
            running.push_back(std::make_unique<Subscription>(dice(), kRecords, mistake, Chances{}));
        while (!running.empty()) {
            auto& place = running[dice() % running.size()];
            auto& one = *place;
            if (one.step()) continue;
            outcome.delivered += one.delivered;
            outcome.crashes += one.crashes;
            outcome.buried += one.buried;
            outcome.repeated += one.repeated;
            for (auto& line : one.wrong()) outcome.wrong.push_back(std::move(line));
            std::swap(place, running.back());
            running.pop_back();
        }
    }
    return outcome;
}

std::uint64_t scale() {
    const char* text = std::getenv("MINHBACH_TEST_SCALE");
    return text ? std::max(1ul, std::stoul(text)) : 1;
}

TEST(DeliverySimulation, SkipsNothingKeepsTheOrderAndShowsEveryDeadLetter) {
    const auto outcome = simulate(60'000 * scale(), Mistake::none, 20231120);
    EXPECT_THAT(outcome.wrong, ::testing::IsEmpty());
    EXPECT_GT(outcome.crashes, 200u);
    EXPECT_GT(outcome.buried, 100u);
    EXPECT_GT(outcome.repeated, 100u);
    std::printf("%llu deliveries, %llu crashes, %llu dead letters, %llu repeats\n",
                static_cast<unsigned long long>(outcome.delivered), static_cast<unsigned long long>(outcome.crashes),
                static_cast<unsigned long long>(outcome.buried), static_cast<unsigned long long>(outcome.repeated));
}

TEST(DeliverySimulation, FindsACursorThatIsKeptTooEarly) {
    EXPECT_FALSE(simulate(20'000, Mistake::cursor_ahead, 1).wrong.empty());
}

TEST(DeliverySimulation, FindsDeadLettersThatAreLost) {
    EXPECT_FALSE(simulate(20'000, Mistake::dead_letters_lost, 2).wrong.empty());
}

TEST(DeliverySimulation, FindsEventsThatComeOutOfOrder) {
    EXPECT_FALSE(simulate(20'000, Mistake::sent_out_of_order, 3).wrong.empty());
}

TEST(DeliverySimulation, FindsDeadLettersThatComeAfterTheCursor) {
    EXPECT_FALSE(simulate(60'000, Mistake::buried_too_late, 4).wrong.empty());
}

}  // namespace
}  // namespace minhbach::api::follow
