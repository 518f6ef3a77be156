// What a handler has at hand while it answers one request.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/http/completed.hpp"
#include "api/http/problem.hpp"
#include "api/routes/house.hpp"
#include "api/routes/reader.hpp"
#include "api/routes/route.hpp"

namespace minhbach::api::routes {

using boost::asio::awaitable;
using http::completed;

struct Context {
    House& house;
    const Route& route;
    http::Request request;
    std::vector<std::pair<std::string, std::string>> path;  // the parts of the path that stand in braces
    std::optional<sign_in::SignedIn> signed_in;             // set on every route but open ones

    const PersonCode& person() const { return signed_in->person; }
    // What the read models tell whoever is signed in. Every answer to a person goes this way.
    projections::Answers answers() const {
        return house.answers.told_to({signed_in->person, [&desk = house.desk] { return desk.now().local_date(); }});
    }
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

awaitable<Result<services::Receipt>> executed(House& house, PersonCode person, services::Conditions conditions,
                                              services::Desk::Decide decide);
// True when the entry is durable in the access ledger.
awaitable<bool> noted(House& house, PersonCode person, Event entry);
// Whoever comes with a token for the first time is entered in the access ledger; true when that is durable, or was
// before. Otherwise the next use is the first.
awaitable<bool> first_use_noted(House& house, sign_in::SignedIn signed_in);
// True when all are.
awaitable<bool> all_noted(House& house, PersonCode person, std::vector<Event> entries);
// The outcome of a query on the states of the desk, given when everything it rests on is durable. False if that fell.
awaitable<bool> looked(House& house, std::function<void(services::Past&, Time)> query);

// The newest checkpoint once it covers the position, which is durable; nothing if the log cannot make one within two
// seconds. Holds no thread while it waits.
awaitable<std::optional<events::Checkpoint>> covering(House& house, events::Ledger ledger, events::Position position);

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
