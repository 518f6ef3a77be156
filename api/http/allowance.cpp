#include "api/http/allowance.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cmath>

namespace minhbach::api::http {

std::string client_of(std::string_view address) {
    boost::system::error_code error;
    auto parsed = boost::asio::ip::make_address(address, error);
    if (error) return std::string(address);
    if (parsed.is_v6() && parsed.to_v6().is_v4_mapped())
        parsed = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, parsed.to_v6());
    if (parsed.is_v4()) return parsed.to_string();
    auto bytes = parsed.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return boost::asio::ip::make_address_v6(bytes).to_string() + "/64";
}

std::optional<std::chrono::milliseconds> Allowance::take(std::string_view client, double cost, Clock::time_point now) {
    Shard& shard = shards_[std::hash<std::string_view>{}(client) % kShards];
    const std::lock_guard lock(shard.mutex);
    Bucket& bucket = bucket_of(shard, client, now);
    const double wanted = std::min(cost, rate_.burst);
    const double held = held_at(bucket, now);
    // Another thread may have read the clock later and come first: no stretch of time fills a bucket twice.
    const auto at = std::max(bucket.at, now);
    // Told to wait for so many milliseconds, a client must find enough then: the last digits of a sum do not count.
    if (held >= wanted - 1e-6) {
        bucket = {std::max(0.0, held - wanted), at};
        return std::nullopt;
    }
    bucket = {held, at};
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil((wanted - held) / rate_.per_second * 1000)));
}

double Allowance::held_at(const Bucket& bucket, Clock::time_point now) const {
    const double passed = std::chrono::duration<double>(now - bucket.at).count();
    return std::min(rate_.burst, bucket.held + std::max(0.0, passed) * rate_.per_second);
}

Allowance::Bucket& Allowance::bucket_of(Shard& shard, std::string_view client, Clock::time_point now) {
    const auto found = shard.buckets.find(std::string(client));
    if (found != shard.buckets.end()) return found->second;
    if (shard.buckets.size() >= kClientsMax / kShards) {
        // A full bucket is what a new client would get: forgetting it changes nothing. Looked for once a second, so
        // that nobody makes us search by coming under ever new names.
        if (now - shard.cleared >= std::chrono::seconds(1)) {
            shard.cleared = now;
            std::erase_if(shard.buckets, [&](const auto& known) { return held_at(known.second, now) >= rate_.burst; });
        }
        if (shard.buckets.size() >= kClientsMax / kShards)
            return shard.buckets.try_emplace(std::string(), Bucket{rate_.burst, now}).first->second;
    }
    return shard.buckets.try_emplace(std::string(client), Bucket{rate_.burst, now}).first->second;
}

}  // namespace minhbach::api::http
