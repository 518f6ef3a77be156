// What a handler has at hand while it answers one request.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/http/problem.hpp"
#include "api/routes/house.hpp"
#include "api/routes/reader.hpp"
#include "api/routes/route.hpp"

namespace minhbach::api::routes {

using boost::asio::awaitable;

struct Context {
    House& house;
    const Route& route;
    http::Request request;
    std::vector<std::pair<std::string, std::string>> path;  // the parts of the path that stand in braces
    std::optional<sign_in::SignedIn> signed_in;             // set on every route but open ones

    const PersonCode& person() const { return signed_in->person; }
    std::string_view in_path(std::string_view name) const;  // of the route's own template: there by construction
    std::string_view query(std::string_view name) const {
        return request.query.find(name).value_or(std::string_view());
    }
    bool has(std::string_view name) const { return request.query.contains(name); }
};

// A part of the path as an id; what is no id names nothing: `not-found-or-not-allowed`.
template <class T>
Result<T> id_in_path(const Context& context, std::string_view name);
// A parameter of the query, if it is there; `malformed-request` where it is not what it should be.
template <class T>
Result<std::optional<T>> id_in_query(const Context& context, std::string_view name);
template <class E>
Result<std::optional<E>> enum_in_query(const Context& context, std::string_view name);
Result<std::optional<std::uint64_t>> number_in_query(const Context& context, std::string_view name);
Result<std::optional<Date>> date_in_query(const Context& context, std::string_view name);
Result<bool> flag_in_query(const Context& context, std::string_view name);  // "true", "false", absent is false

Refusal no_such_thing();
Refusal wrong_parameter(std::string_view name);

// Waits on the connection's executor for something that is completed by a callback on another thread. `start` is given
// the callback and calls it, or has it called, once. The callback may come with a lock of its caller held, so the
// coroutine is never resumed inside it.
template <class T, class Start>
awaitable<T> completed(Start start) {
    auto initiate = [start = std::move(start)](auto handler) mutable {
        auto executor = boost::asio::get_associated_executor(handler);
        auto work = boost::asio::make_work_guard(executor);
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        start([executor, work = std::move(work), kept](T value) {
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

awaitable<Result<services::Receipt>> executed(House& house, PersonCode person, services::Conditions conditions,
                                              services::Desk::Decide decide);
// True when the entry is durable in the access ledger.
awaitable<bool> noted(House& house, PersonCode person, Event entry);
// True when all are.
awaitable<bool> all_noted(House& house, PersonCode person, std::vector<Event> entries);
// The outcome of a query on the states of the desk, given when everything it rests on is durable. False if that fell.
awaitable<bool> looked(House& house, std::function<void(services::Past&, Time)> query);

Refusal outcome_unknown();

template <class T>
Result<T> id_in_path(const Context& context, std::string_view name) {
    auto id = T::parse(context.in_path(name));
    if (!id) return no_such_thing();
    return id;
}

template <class T>
Result<std::optional<T>> id_in_query(const Context& context, std::string_view name) {
    const auto given = context.request.query.find(name);
    if (!given) return std::optional<T>();
    auto id = T::parse(*given);
    if (!id) return wrong_parameter(name);
    return std::optional<T>(std::move(*id));
}

template <class E>
Result<std::optional<E>> enum_in_query(const Context& context, std::string_view name) {
    const auto given = context.request.query.find(name);
    if (!given) return std::optional<E>();
    const auto value = json::enum_value<E>(*given);
    if (!value) return wrong_parameter(name);
    return std::optional<E>(*value);
}

}  // namespace minhbach::api::routes
