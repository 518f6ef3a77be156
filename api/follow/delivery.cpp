#include "api/follow/delivery.hpp"

#include <algorithm>
#include <stdexcept>

namespace minhbach::api::follow {
namespace {

constexpr int kGone = 410;
constexpr int kDoublingsMax = 30;

bool is_taken(const Answer& answer) {
    return answer.status >= 200 && answer.status < 300;
}

}  // namespace

Delivery::Delivery(Patience patience, std::uint64_t cursor, std::set<std::uint64_t> dead)
    : patience_(patience), cursor_(cursor), dead_(std::move(dead)), kept_cursor_(cursor) {}

Step Delivery::step(Millis now) const {
    if (burying_) return Bury{*pending_, attempts_};
    const bool moved = cursor_ != kept_cursor_;
    if (moved && (is_gone_ || unkept_ >= patience_.keep_every || now >= kept_at_ + patience_.keep_after))
        return Keep{cursor_};
    if (is_gone_) return Gone{};
    const bool is_due = pending_ && now >= due_;
    if (!again_.empty() && (turn_of_again_ || !is_due)) return Send{again_.front(), 1, true};
    if (is_due) return Send{*pending_, attempts_ + 1, false};
    if (pending_) return Wait{moved ? std::min(due_, kept_at_ + patience_.keep_after) : due_};
    return Look{cursor_};
}

void Delivery::looked(std::uint64_t to, std::optional<std::uint64_t> match) {
    if (pending_ || to < cursor_ || (match && (*match < cursor_ || *match >= to)))
        throw std::logic_error("this was not to be looked for");
    cursor_ = match.value_or(to);
    pending_ = match;
    // Buried before a crash that came before the cursor was kept: that is settled, and what lies behind it may
    // have been delivered since.
    if (match && dead_.contains(*match)) pass();
}

void Delivery::answered(const Send& sent, const Answer& answer, Millis now, double chance) {
    turn_of_again_ = !sent.again;
    if (answer.status == kGone) {
        is_gone_ = true;
        return;
    }
    if (sent.again) {
        std::erase(again_, sent.position);
        if (is_taken(answer)) dead_.erase(sent.position);
        return;
    }
    if (pending_ != sent.position) throw std::logic_error("this was not sent");
    if (is_taken(answer)) return pass();
    failed(answer, now, chance);
}

void Delivery::failed(const Answer& answer, Millis now, double chance) {
    if (attempts_++ == 0) first_failed_ = now;
    if (attempts_ >= patience_.attempts_max || now - first_failed_ >= patience_.time_max) {
        burying_ = true;
        return;
    }
    auto wait = patience_.first_wait;
    for (int i = 1; i < std::min(attempts_, kDoublingsMax) && wait < patience_.wait_max; ++i) wait *= 2;
    wait = std::min(wait, patience_.wait_max);
    const auto left_to_chance = std::chrono::duration<double, std::milli>(wait / 2) * chance;
    due_ = now + wait - std::chrono::duration_cast<Millis>(left_to_chance);
    if (answer.retry_after) due_ = std::max(due_, now + std::min(*answer.retry_after, patience_.wait_max));
}

void Delivery::buried() {
    if (!burying_) throw std::logic_error("nothing was to be buried");
    dead_.insert(*pending_);
    burying_ = false;
    pass();
}

void Delivery::kept(Millis now) {
    kept_cursor_ = cursor_;
    kept_at_ = now;
    unkept_ = 0;
}

bool Delivery::send_again(std::uint64_t position) {
    if (!dead_.contains(position)) return false;
    if (std::find(again_.begin(), again_.end(), position) == again_.end()) again_.push_back(position);
    return true;
}

void Delivery::pass() {
    cursor_ = *pending_ + 1;
    pending_.reset();
    attempts_ = 0;
    due_ = {};
    ++unkept_;
}

}  // namespace minhbach::api::follow
