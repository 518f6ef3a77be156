#include "api/routes/metrics.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>

namespace minhbach::api::routes {
namespace {

// A reader of the text takes a bucket that holds more than the next one for a counter that was set back.
TEST(Metrics, EachBucketHoldsWhatTheOneBeforeDoesWhileAnswersAreCounted) {
    Metrics metrics;
    auto& route = metrics.of_route("ratings");
    std::jthread counting([&](const std::stop_token& stop) {
        for (int i = 0; !stop.stop_requested(); ++i) route.count(200, std::chrono::milliseconds(i % 6000));
    });
    for (int round = 0; round < 2000; ++round) {
        std::istringstream lines(metrics.text());
        std::uint64_t before = 0;
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("minhbach_http_answer_seconds_bucket")) continue;
            const auto held = std::stoull(line.substr(line.rfind(' ')));
            ASSERT_GE(held, before) << line;
            before = held;
        }
    }
}

TEST(Metrics, CountByHundredsOfTheStatusAndByTime) {
    Metrics metrics;
    auto& route = metrics.of_route("ratings");
    route.count(200, std::chrono::milliseconds(1));
    route.count(304, std::chrono::milliseconds(30));
    route.count(201, std::chrono::seconds(3));
    const auto text = metrics.text();
    for (const std::string line : {"minhbach_http_answers_total{route=\"ratings\",status=\"2xx\"} 2\n",
                                   "minhbach_http_answers_total{route=\"ratings\",status=\"3xx\"} 1\n",
                                   "minhbach_http_answer_seconds_bucket{route=\"ratings\",le=\"0.001\"} 1\n",
                                   "minhbach_http_answer_seconds_bucket{route=\"ratings\",le=\"0.100\"} 2\n",
                                   "minhbach_http_answer_seconds_bucket{route=\"ratings\",le=\"+Inf\"} 3\n",
                                   "minhbach_http_answer_seconds_sum{route=\"ratings\"} 3.031000\n",
                                   "minhbach_http_answer_seconds_count{route=\"ratings\"} 3\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

}  // namespace
}  // namespace minhbach::api::routes
