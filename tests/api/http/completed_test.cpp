// Coroutines that wait for a callback, on more threads than one.
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "api/http/completed.hpp"

namespace minhbach::api::http {
namespace {

TEST(Completed, WhatStartsTheWaitingOutlivesTheCoroutineThatWentOn) {
    boost::asio::thread_pool pool(2);
    std::atomic<bool> went_on = false;
    std::atomic<bool> was_there = false;
    auto kept = std::make_shared<int>(7);
    const std::weak_ptr<int> watched = kept;
    auto waiting = [&]() -> boost::asio::awaitable<int> {
        auto start = [&, kept = std::move(kept)](std::function<void(int)> done) {
            done(*kept);
            for (int i = 0; i < 1000 && !went_on; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
            was_there = !watched.expired();
        };
        const int answer = co_await completed<int>(std::move(start));
        went_on = true;
        co_return answer;
    };
    EXPECT_EQ(boost::asio::co_spawn(pool, waiting(), boost::asio::use_future).get(), 7);
    pool.join();
    EXPECT_TRUE(went_on);
    EXPECT_TRUE(was_there);
}

TEST(Completed, WhatStartingThrowsIsThrownToTheCoroutine) {
    boost::asio::thread_pool pool(1);
    std::function<void(int)> late;
    auto waiting = [&]() -> boost::asio::awaitable<std::string> {
        auto start = [&](std::function<void(int)> done) {
            late = std::move(done);
            throw std::runtime_error("the store is closed");
        };
        try {
            const int answer = co_await completed<int>(start);
            co_return std::to_string(answer);
        } catch (const std::runtime_error& error) {
            co_return error.what();
        }
    };
    EXPECT_EQ(boost::asio::co_spawn(pool, waiting(), boost::asio::use_future).get(), "the store is closed");
    late(7);  // nobody waits any more
    late = {};
    pool.join();
}

}  // namespace
}  // namespace minhbach::api::http
