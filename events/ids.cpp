#include "events/ids.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "events/big_endian.hpp"

namespace minhbach::events {
namespace {

constexpr std::uint64_t kHighMax = (1ull << 12) - 1;
constexpr std::uint64_t kLowMax = (1ull << 62) - 1;
constexpr std::int64_t kMillisMax = (1ll << 48) - 1;

EventId compose(std::uint64_t millis, unsigned version, std::uint64_t high, std::uint64_t low) {
    std::string bytes;
    append_big_endian(bytes, millis << 16 | std::uint64_t{version} << 12 | high);
    append_big_endian(bytes, std::uint64_t{2} << 62 | low);
    EventId id;
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(id.bytes.data()));
    return id;
}

// A call to OpenSSL costs more than the bytes it gives, and ids are drawn on the way of every command.
std::uint64_t random_number() {
    thread_local std::array<std::uint64_t, 64> pool;
    thread_local std::size_t left = 0;
    if (left == 0) {
        if (RAND_bytes(reinterpret_cast<unsigned char*>(pool.data()), sizeof pool) != 1) {
            throw std::runtime_error("OpenSSL: no random bytes");
        }
        left = pool.size();
    }
    return pool[--left];
}

}  // namespace

std::uint64_t EventIds::random() {
    if (!seed_) return random_number();
    std::string input = "mb-event-ids-v1";
    append_big_endian(input, *seed_);
    append_big_endian(input, drawn_++);
    return read_big_endian(view(sha256(input)).substr(0, 8));
}

EventId EventIds::next(Time now) {
    const auto millis = std::clamp<std::int64_t>(now.millis(), 0, kMillisMax);
    const std::lock_guard lock(mutex_);
    if (millis > millis_) {
        millis_ = millis;
        high_ = random() & kHighMax >> 1;  // the top bit is left free, so the counter cannot run out
        low_ = random() & kLowMax;
    } else {
        low_ += 1 + (random() & 0xffff'ffff);
        high_ += low_ >> 62;
        low_ &= kLowMax;
    }
    return compose(static_cast<std::uint64_t>(millis_), 7, high_ & kHighMax, low_);
}

EventId EventIds::derived(const EventId& cause, std::string_view rule, std::uint64_t step) {
    const std::string_view cause_bytes(reinterpret_cast<const char*>(cause.bytes.data()), cause.bytes.size());
    std::string step_bytes;
    append_big_endian(step_bytes, step);
    const auto hash = merkle::sha256({"mb-derived-v1", cause_bytes, rule, std::string_view("\0", 1), step_bytes});
    const auto millis = read_big_endian(cause_bytes.substr(0, 8)) >> 16;
    return compose(millis, 8, read_big_endian(view(hash).substr(0, 8)) & kHighMax,
                   read_big_endian(view(hash).substr(8, 8)) & kLowMax);
}

}  // namespace minhbach::events
