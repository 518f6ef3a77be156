// Coroutines that wait for a callback.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <utility>

namespace minhbach::api::http {

// Waits on the coroutine's executor for something that is completed by a callback on another thread. `start` is given
// the callback and calls it, or has it called, once. The callback may come with a lock of its caller held, so the
// coroutine is never resumed inside it.
template <class T, class Start>
boost::asio::awaitable<T> completed(Start start) {
    auto initiate = [start = std::move(start)](auto handler) mutable {
        // Onto this stack: once the callback comes, another thread may go on with the coroutine and end what it held.
        auto begin = std::move(start);
        auto executor = boost::asio::get_associated_executor(handler);
        auto work = boost::asio::make_work_guard(executor);
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        begin([executor, work = std::move(work), kept](T value) {
            boost::asio::post(executor, [kept, value = std::move(value)]() mutable {
                auto resume = std::move(*kept);
                resume(std::move(value));
            });
        });
    };
    auto token = boost::asio::use_awaitable;
    using Token = const boost::asio::use_awaitable_t<>;
    co_return co_await boost::asio::async_initiate<Token, void(T)>(std::move(initiate), token);
}

}  // namespace minhbach::api::http
