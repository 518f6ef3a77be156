// Counters of the routes in the text format of Prometheus (exposition format 0.0.4).
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace minhbach::api::routes {

// One per route; the address stays. Thread-safe.
struct RouteMetrics {
    static constexpr std::array kBoundsMillis{1, 5, 25, 100, 500, 2500};

    explicit RouteMetrics(std::string route_name) : name(std::move(route_name)) {}
    void count(int status, std::chrono::microseconds took);

    std::string name;
    std::array<std::atomic<std::uint64_t>, 5> answers{};  // by hundreds of the status
    std::array<std::atomic<std::uint64_t>, kBoundsMillis.size() + 1> within{};
    std::atomic<std::uint64_t> micros{0};
};

class Metrics {
public:
    RouteMetrics& of_route(std::string name) { return routes_.emplace_back(std::move(name)); }  // before serving begins
    std::string text() const;

private:
    std::deque<RouteMetrics> routes_;
};

void append_metric(std::string& out, std::string_view name, std::string_view kind, std::string_view help,
                   std::uint64_t value);

}  // namespace minhbach::api::routes
