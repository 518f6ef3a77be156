// Coroutines that wait for a callback.
#pragma once

#include <atomic>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace minhbach::api::http {

// Waits on the coroutine's executor for something that is completed by a callback on another thread. `start` is given
// the callback and calls it, or has it called, once. The callback may come with a lock of its caller held, so the
// coroutine is never resumed inside it. What `start` throws is thrown here, to the coroutine; a callback that comes
// nevertheless is ignored.
template <class T, class Start>
boost::asio::awaitable<T> completed(Start start) {
    auto initiate = [start = std::move(start)](auto handler) mutable {
        // Keeps the executor's context at work until the coroutine goes on, and is let go of there: once it went on,
        // nothing says that the context still exists when the other thread is done with the callback.
        struct Waiting {
            using Work = decltype(boost::asio::make_work_guard(boost::asio::get_associated_executor(handler)));
            explicit Waiting(decltype(handler) a_handler)
                : work(boost::asio::make_work_guard(boost::asio::get_associated_executor(a_handler))),
                  handler(std::move(a_handler)) {}
            Work work;
            decltype(handler) handler;
            std::atomic_flag is_resumed;
        };
        // Onto this stack: once the callback comes, another thread may go on with the coroutine and end what it held.
        auto begin = std::move(start);
        auto executor = boost::asio::get_associated_executor(handler);
        auto waiting = std::make_shared<Waiting>(std::move(handler));
        const auto resume = [executor, waiting](std::exception_ptr failure, std::optional<T> value) {
            if (waiting->is_resumed.test_and_set()) return;
            boost::asio::post(executor, [waiting, failure, value = std::move(value)]() mutable {
                const auto work = std::move(waiting->work);
                auto go_on = std::move(waiting->handler);
                go_on(failure, std::move(value));
            });
        };
        // The coroutine is suspended already: what leaves this function would leave the executor's thread.
        try {
            begin([resume](T value) { resume(nullptr, std::move(value)); });
        } catch (...) {
            resume(std::current_exception(), std::nullopt);
        }
    };
    auto token = boost::asio::use_awaitable;
    using Token = const boost::asio::use_awaitable_t<>;
    using Signature = void(std::exception_ptr, std::optional<T>);
    std::optional<T> value = co_await boost::asio::async_initiate<Token, Signature>(std::move(initiate), token);
    co_return std::move(*value);
}

}  // namespace minhbach::api::http
