// How often each client may ask: a bucket of tokens for each that fills at a steady rate. Thread-safe.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace minhbach::api::http {

// Who is behind an address, where nobody is signed in: the address itself, of IPv6 the /64 it lies in, since whoever
// has one address there has all of them. What is no address stands for itself.
std::string client_of(std::string_view address);

class Allowance {
public:
    using Clock = std::chrono::steady_clock;

    struct Rate {
        double per_second = 1;  // more than 0
        double burst = 1;       // what a bucket holds; at least 1
    };
    // Beyond so many clients at once those who are new share one bucket: memory stays bounded, and whoever comes under
    // thousands of names gains nothing by it.
    static constexpr std::size_t kClientsMax = 1u << 16;

    explicit Allowance(Rate rate) : rate_(rate) {}

    // Takes `cost` out of the client's bucket; nothing where it was there, else how long until it will be. What costs
    // more than a bucket holds is given to a full one.
    std::optional<std::chrono::milliseconds> take(std::string_view client, double cost, Clock::time_point now);

private:
    struct Bucket {
        double held;
        Clock::time_point at;
    };
    struct Shard {
        std::mutex mutex;
        std::unordered_map<std::string, Bucket> buckets;
        Clock::time_point cleared{};  // when full buckets were last forgotten
    };
    static constexpr std::size_t kShards = 16;

    double held_at(const Bucket& bucket, Clock::time_point now) const;
    Bucket& bucket_of(Shard& shard, std::string_view client, Clock::time_point now);

    const Rate rate_;
    std::array<Shard, kShards> shards_;
};

}  // namespace minhbach::api::http
