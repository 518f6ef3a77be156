#include "api/routes/context.hpp"

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <chrono>
#include <stdexcept>

#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::chrono::milliseconds kCheckpointWaitMax{2000};
constexpr std::chrono::milliseconds kCheckpointWaitStep{5};

}  // namespace

std::string_view Context::in_path(std::string_view name) const {
    for (const auto& [key, value] : path)
        if (key == name) return value;
    throw std::logic_error("no such part of the path: " + std::string(name));
}

Refusal no_such_thing() {
    return not_found("Không có nội dung này, hoặc nội dung không thuộc phạm vi được xem.",
                     "There is no such thing, or it is not for you to see.");
}

Refusal wrong_parameter(std::string_view name) {
    const std::string text(name);
    Refusal refusal =
        http::malformed_request("Tham số " + text + " chưa hợp lệ.", "The parameter " + text + " is not valid.");
    refusal.field = "?" + text;
    return refusal;
}

awaitable<std::optional<events::Checkpoint>> covering(House& house, events::Ledger ledger, events::Position position) {
    const auto until = std::chrono::steady_clock::now() + kCheckpointWaitMax;
    const auto executor = co_await boost::asio::this_coro::executor;
    for (bool asked = false;; asked = true) {
        auto newest = house.publishing.newest(ledger);
        if (newest.size > position.value) co_return newest;
        if (std::chrono::steady_clock::now() >= until) co_return std::nullopt;
        if (!asked) house.publishing.want(ledger);
        boost::asio::steady_timer timer(executor, kCheckpointWaitStep);
        co_await timer.async_wait(boost::asio::use_awaitable);
    }
}

Refusal outcome_unknown() {
    return {"outcome-unknown",
            "",
            "",
            "Chưa xác định được nội dung này đã được ghi hay chưa. Hãy thử lại sau giây lát.",
            "Whether this was written is not known. Try again in a moment.",
            {}};
}

Result<std::optional<std::uint64_t>> number_in_query(const Context& context, std::string_view name) {
    const auto given = context.request.query.find(name);
    if (!given) return std::optional<std::uint64_t>();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), number);
    if (error != std::errc{} || end != given->data() + given->size()) return wrong_parameter(name);
    return std::optional<std::uint64_t>(number);
}

Result<std::optional<Date>> date_in_query(const Context& context, std::string_view name) {
    const auto given = context.request.query.find(name);
    if (!given) return std::optional<Date>();
    const auto date = Date::parse(*given);
    if (!date) return wrong_parameter(name);
    return std::optional<Date>(*date);
}

Result<bool> flag_in_query(const Context& context, std::string_view name) {
    const auto given = context.request.query.find(name);
    if (!given || *given == "false") return false;
    if (*given == "true") return true;
    return wrong_parameter(name);
}

awaitable<Result<services::Receipt>> executed(House& house, PersonCode person, services::Conditions conditions,
                                              services::Desk::Decide decide) {
    auto start = [&house, person = std::move(person), conditions = std::move(conditions),
                  decide = std::move(decide)](services::Desk::Done done) mutable {
        house.desk.execute(person, std::move(conditions), decide, std::move(done));
    };
    co_return co_await completed<Result<services::Receipt>>(std::move(start));
}

awaitable<bool> noted(House& house, PersonCode person, Event entry) {
    auto start = [&house, person = std::move(person),
                  entry = std::move(entry)](std::function<void(bool)> done) mutable {
        house.desk.note_access(person, std::move(entry), std::move(done));
    };
    co_return co_await completed<bool>(std::move(start));
}

awaitable<bool> first_use_noted(House& house, sign_in::SignedIn signed_in) {
    if (!signed_in.first_use) co_return true;
    bool durable = false;
    try {
        Event entry = TokenFirstUsed{signed_in.token_hash, signed_in.person};
        durable = co_await noted(house, signed_in.person, std::move(entry));
    } catch (...) {
        house.identity.forget(signed_in.token_hash);
        throw;
    }
    if (!durable) house.identity.forget(signed_in.token_hash);
    co_return durable;
}

awaitable<bool> all_noted(House& house, PersonCode person, std::vector<Event> entries) {
    if (entries.empty()) co_return true;
    struct Pending {
        std::atomic<std::size_t> left;
        std::atomic<bool> durable{true};
        std::function<void(bool)> done;
    };
    auto start = [&house, person = std::move(person),
                  entries = std::move(entries)](std::function<void(bool)> done) mutable {
        auto pending = std::make_shared<Pending>();
        pending->left = entries.size();
        pending->done = std::move(done);
        for (auto& entry : entries) {
            house.desk.note_access(person, std::move(entry), [pending](bool durable) {
                if (!durable) pending->durable = false;
                if (--pending->left == 0) pending->done(pending->durable);
            });
        }
    };
    co_return co_await completed<bool>(std::move(start));
}

awaitable<bool> looked(House& house, std::function<void(services::Past&, Time)> query) {
    const std::uint64_t generation = house.log.generation();
    house.desk.look(query);
    const std::uint64_t rests_on = house.log.accepted(events::Ledger::main);
    if (house.log.generation() == generation && house.log.size(events::Ledger::main) >= rests_on) co_return true;
    auto start = [&house, generation, rests_on](std::function<void(bool)> done) {
        house.log.when_durable(events::Ledger::main, rests_on, generation, std::move(done));
    };
    co_return co_await completed<bool>(std::move(start));
}

Parameter in_query(std::string name, std::string vi, std::string en, std::string schema, bool required) {
    return {std::move(name), "query", {std::move(vi), std::move(en)}, required, std::move(schema)};
}

Parameter in_header(std::string name, std::string vi, std::string en, bool required) {
    return {std::move(name), "header", {std::move(vi), std::move(en)}, required, R"({"type":"string"})"};
}

}  // namespace minhbach::api::routes
