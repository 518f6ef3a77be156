// Heavy reads run beside the connections, not in their way.
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "../http/running_server.hpp"
#include "api/routes/all.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class Readers : public Doors {};

TEST_F(Readers, AHeavyReadDoesNotStallTheOthersOnTheSameThread) {
    std::mutex mutex;
    std::condition_variable changed;
    bool light_was_answered = false, heavy_went_on = false;
    Route slow;
    slow.method = "GET";
    slow.path = "/slow";
    slow.name = "slow";
    slow.access = Access::open;
    slow.handle = [&](Context&) -> awaitable<http::Response> {
        // Keeps its thread until somebody else was answered.
        std::unique_lock lock(mutex);
        heavy_went_on = changed.wait_for(lock, std::chrono::seconds(10), [&] { return light_was_answered; });
        co_return http::respond(200, "text/plain", "slow\n");
    };
    Route quick = slow;
    quick.path = "/quick";
    quick.name = "quick";
    quick.handle = [&](Context&) -> awaitable<http::Response> {
        const std::lock_guard lock(mutex);
        light_was_answered = true;
        changed.notify_all();
        co_return http::respond(200, "text/plain", "quick\n");
    };
    const std::vector<Route> table{heavy(slow), quick};
    const Router router(house(), table);
    minhbach::testing::RunningServer server([&](http::Request request) { return router.answer(std::move(request)); });
    auto first = server.connect(), second = server.connect();
    first.send(first.compose("GET", "/slow"));
    EXPECT_EQ(second.get("/quick").status, 200);
    EXPECT_EQ(first.receive()->body, "slow\n");
    EXPECT_TRUE(heavy_went_on);
}

TEST_F(Readers, WhatGoesThroughManyRowsIsHeavy) {
    std::vector<std::string> light;
    for (const auto& route : all_routes()) {
        const bool list = std::any_of(route.parameters.begin(), route.parameters.end(),
                                      [](const Parameter& parameter) { return parameter.name == "cursor"; });
        if (list && !route.heavy) light.push_back(route.name);
    }
    // Who looked at one dossier: one page of one index.
    EXPECT_EQ(light, std::vector<std::string>{"views"});
}

TEST_F(Readers, HeavyReadsAtTheSameTimeAreAllAnswered) {
    auto handler = application_->handler();
    minhbach::testing::RunningServer server(handler);
    const std::vector<std::pair<std::string, std::string>> as{{"Authorization", "Bearer " + token("INSPECTOR")}};
    std::vector<std::future<int>> answers;
    for (int i = 0; i < 8; ++i) {
        answers.push_back(std::async(std::launch::async, [&, i] {
            auto client = server.connect();
            int good = 0;
            for (const std::string target : {"/v1/findings?cycle=2023", "/v1/cycles/2023/distribution",
                                             "/v1/dossiers?cycle=2023", "/v1/units/51-S05/activity", "/v1/me"})
                good += client.get(target, as).status == 200;
            return i >= 0 ? good : 0;
        }));
    }
    for (auto& answer : answers) EXPECT_EQ(answer.get(), 5);
}

}  // namespace
}  // namespace minhbach::api::routes
