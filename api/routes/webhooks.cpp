// Webhooks: who is told of what happens. Subscribing, a new secret and the end are commands in the log; how far each
// is, what it could not deliver, and another attempt are asked of the engine.
#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/command.hpp"
#include "events/refusals.hpp"
#include "services/webhook/webhook.hpp"

namespace minhbach::api::routes {
namespace {

namespace webhook = services::webhook;

constexpr std::string_view kKeepers = "administration, Home Affairs";

// The secret is shown this once and is nowhere but in a file of the data directory: an answer that is replayed has
// none.
struct WebhookAccepted : Accepted {
    std::optional<std::string> secret;
};
BOOST_DESCRIBE_STRUCT(WebhookAccepted, (Accepted), (secret))

enum class WebhookState : std::uint8_t { active, ended };
BOOST_DESCRIBE_ENUM(WebhookState, active, ended)

struct WebhookView {
    WebhookId webhook;
    Label receiver;
    Label url;
    std::vector<Label> types;
    std::optional<PersonCode> subject;
    std::optional<UnitCode> unit;
    WebhookState state{};
    std::optional<WebhookEnd> why_ended;
    std::optional<Text> reason;
    bool destination_allowed = false;  // by the operator
    std::uint64_t cursor = 0;          // everything before it was delivered, is a dead letter, or was not asked for
    std::uint64_t lag = 0;             // records between it and the end of the log
    std::optional<std::uint64_t> last_delivered;  // since the server began
    std::optional<Time> last_delivered_at;
    std::optional<std::uint64_t> pending;  // what is being tried
    std::uint64_t attempts = 0;            // failed ones of it
    std::optional<std::string> last_error;
    std::uint64_t dead_letters = 0;
};
BOOST_DESCRIBE_STRUCT(WebhookView, (),
                      (webhook, receiver, url, types, subject, unit, state, why_ended, reason, destination_allowed,
                       cursor, lag, last_delivered, last_delivered_at, pending, attempts, last_error, dead_letters))

struct WebhookList {
    std::vector<WebhookView> items;
};
BOOST_DESCRIBE_STRUCT(WebhookList, (), (items))

struct DeadLetterView {
    std::uint64_t position = 0;
    std::string id;  // of the event
    std::uint64_t attempts = 0;
    Time since;
    std::string error;
};
BOOST_DESCRIBE_STRUCT(DeadLetterView, (), (position, id, attempts, since, error))

struct DeadLetterList {
    std::vector<DeadLetterView> items;
};
BOOST_DESCRIBE_STRUCT(DeadLetterList, (), (items))

struct RedeliveryBegun {
    std::uint64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(RedeliveryBegun, (), (count))

WebhookView view_of(House& house, const WebhookId& id, const webhook::Webhook& known) {
    const auto& subscribed = *known.subscribed;
    WebhookView view;
    view.webhook = id;
    view.receiver = subscribed.receiver;
    view.url = subscribed.url;
    view.types = subscribed.types;
    view.subject = subscribed.subject;
    view.unit = subscribed.unit;
    view.state = known.ended ? WebhookState::ended : WebhookState::active;
    if (known.ended) view.why_ended = known.ended->why;
    if (known.ended) view.reason = known.ended->reason;
    view.destination_allowed = house.webhooks.is_destination(subscribed.url.str());
    const auto standing = house.webhooks.standing(id);
    view.cursor = std::max(standing.cursor, known.first);
    const auto size = house.log.size(events::Ledger::main);
    view.lag = size - std::min(size, view.cursor);
    view.last_delivered = standing.last_delivered;
    view.last_delivered_at = standing.last_delivered_at;
    view.pending = standing.pending;
    view.attempts = static_cast<std::uint64_t>(standing.attempts);
    view.last_error = standing.last_error;
    view.dead_letters = standing.dead_letters;
    return view;
}

bool keeps_webhooks(Context& context) {
    bool keeps = false;
    as_reader(context,
              [&](const Reader& reader, services::Past&) { keeps = reader.administers() || reader.receives(); });
    return keeps;
}

std::optional<std::pair<WebhookId, webhook::Webhook>> asked(Context& context) {
    const auto id = WebhookId::parse(context.in_path("webhook"));
    if (!id || !keeps_webhooks(context)) return std::nullopt;
    auto known = context.house.webhooks.subscription(*id);
    if (!known) return std::nullopt;
    return std::pair(*id, std::move(*known));
}

awaitable<http::Response> list(Context& context) {
    if (!keeps_webhooks(context)) co_return http::problem(no_such_thing());
    WebhookList shown;
    for (const auto& [id, known] : context.house.webhooks.subscriptions())
        shown.items.push_back(view_of(context.house, id, known));
    co_return answer(context, json::to_json(shown), as_of_now(context.house));
}

awaitable<http::Response> one(Context& context) {
    const auto found = asked(context);
    if (!found) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(view_of(context.house, found->first, found->second)),
                     as_of_now(context.house));
}

awaitable<http::Response> dead_letters(Context& context) {
    const auto found = asked(context);
    if (!found) co_return http::problem(no_such_thing());
    DeadLetterList shown;
    for (const auto& letter : context.house.webhooks.dead_letters(found->first))
        shown.items.push_back({letter.position, letter.id.str(), static_cast<std::uint64_t>(letter.attempts),
                               letter.since, letter.error});
    co_return answer(context, json::to_json(shown), as_of_now(context.house));
}

awaitable<http::Response> redeliver(Context& context) {
    const auto found = asked(context);
    if (!found) co_return http::problem(no_such_thing());
    const auto request = json::from_json<RedeliveryRequest>(context.request.body);
    if (!request) co_return http::problem(request.error());
    std::vector<std::uint64_t> positions;
    for (const auto position : request->positions) positions.push_back(static_cast<std::uint64_t>(position));
    if (positions.empty())
        for (const auto& letter : context.house.webhooks.dead_letters(found->first))
            positions.push_back(letter.position);
    Event entry = AdministrationDone{Label::of(context.route.name), {}, {}, {}, {}, {}};
    const bool is_noted = co_await noted(context.house, context.person(), std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    const RedeliveryBegun begun{context.house.webhooks.send_again(found->first, positions)};
    auto response = answer(context, json::to_json(begun), as_of_now(context.house));
    response.status = 202;
    co_return response;
}

bool is_replayed(const http::Response& response) {
    const auto document = json::Document::parse(response.body);
    if (!document) return true;
    for (const auto& [name, value] : document->root().members())
        if (name == "replayed") return value.boolean();
    return true;
}

// After the event, so that the secret of another subscription is never overwritten. Whoever is cut off here asks for
// another secret; until then nothing is sent.
void add_secret(Context& context, const WebhookId& id, http::Response& response) {
    context.house.webhooks.look();
    if (response.status != 201 || is_replayed(response)) return;
    const auto secret = context.house.webhooks.renew_secret(id);
    response.body = with_fixed(response.body, {{"secret", json_string(secret)}}).value();
}

Refusal not_allowed() {
    return invalid_field("/url", "Người vận hành chưa cho phép gửi đến máy này (minhbach serve --webhook-to máy:cổng).",
                         "The operator does not allow this destination (minhbach serve --webhook-to host:port).");
}

template <class Command>
awaitable<http::Response> decided(Context& context, Command command) {
    auto canonical = json::to_json(command);
    auto target = services::webhook_stream(command.webhook);
    services::Desk::Decide decide = [command](services::Past& past, const services::Acting& acting) {
        return webhook::decide(past, acting, command);
    };
    co_return co_await carry_out(context, Kind::additive, std::move(target), std::move(canonical), std::move(decide));
}

awaitable<http::Response> subscribe(Context& context) {
    const auto command = json::from_json<webhook::SubscribeWebhook>(context.request.body);
    if (!command) co_return http::problem(command.error());
    auto& house = context.house;
    if (keeps_webhooks(context)) {
        if (!house.webhooks.is_destination(command->url.str())) co_return http::problem(not_allowed());
        const auto all = house.webhooks.subscriptions();
        const auto active =
            std::count_if(all.begin(), all.end(), [](const auto& known) { return known.second.is_active(); });
        if (static_cast<std::size_t>(active) >= follow::Engine::active_max && !all.contains(command->webhook))
            co_return http::problem({"overloaded",
                                     "",
                                     "",
                                     "Đã đủ số đăng ký nhận sự kiện đang hoạt động.",
                                     "As many webhooks as there may be are active.",
                                     {}});
    }
    auto response = co_await decided(context, *command);
    add_secret(context, command->webhook, response);
    co_return response;
}

template <class Command>
Result<Command> command_of(Context& context) {
    const auto body = with_fixed(context.request.body, fixed_by_path(context));
    if (!body) return body.error();
    return json::from_json<Command>(*body);
}

awaitable<http::Response> rotate(Context& context) {
    const auto command = command_of<webhook::RotateWebhookSecret>(context);
    if (!command) co_return http::problem(command.error());
    auto response = co_await decided(context, *command);
    add_secret(context, command->webhook, response);
    co_return response;
}

awaitable<http::Response> end(Context& context) {
    const auto command = command_of<webhook::EndWebhook>(context);
    if (!command) co_return http::problem(command.error());
    auto response = co_await decided(context, *command);
    context.house.webhooks.look();
    co_return response;
}

template <class Command, class Answer>
Route act(std::string path, std::string name, Words summary, Handle handle) {
    Route route = command_frame(path, std::move(name), std::move(summary), Kind::additive, std::string(kKeepers));
    route.request = {{"application/json", request_schema<Command>(names_in_path(path))}};
    route.response = {{"application/json", schema<Answer>()}};
    route.handle = std::move(handle);
    return heavy(std::move(route));  // its file is synced
}

template <class T>
Route question(std::string path, std::string name, Words summary, Handle handle) {
    Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = std::string(kKeepers);
    route.response = {{"application/json", detail::enveloped_schema<T>}};
    route.refusals = {"not-found-or-not-allowed"};
    route.handle = std::move(handle);
    return route;
}

}  // namespace

std::vector<Route> webhook_routes() {
    auto begin =
        act<webhook::SubscribeWebhook, WebhookAccepted>("/v1/webhooks", "subscribe-webhook",
                                                        {"Đăng ký nhận sự kiện qua webhook; khóa ký chỉ hiện một lần",
                                                         "Subscribe a webhook; its secret is shown this once"},
                                                        subscribe);
    begin.refusals.insert(begin.refusals.end(), {"already-exists", "overloaded"});
    auto renewed = act<webhook::RotateWebhookSecret, WebhookAccepted>(
        "/v1/webhooks/{webhook}/secret", "rotate-webhook-secret",
        {"Thay khóa ký; khóa cũ còn ký kèm một thời gian", "A new secret; the one before signs beside it for a while"},
        rotate);
    auto ending = act<webhook::EndWebhook, Accepted>("/v1/webhooks/{webhook}/end", "end-webhook",
                                                     {"Kết thúc đăng ký nhận sự kiện", "End a webhook"}, end);
    ending.refusals.push_back("reason-required");
    auto again =
        question<RedeliveryBegun>("/v1/webhooks/{webhook}/redelivery", "redeliver-webhook",
                                  {"Gửi lại các sự kiện chưa gửi được", "Send dead letters once more"}, redeliver);
    again.method = "POST";
    again.request = {{"application/json", schema<RedeliveryRequest>()}};
    again.success = 202;
    again.refusals = {"not-found-or-not-allowed", "invalid-field", "malformed-json", "unsupported-media-type",
                      "outcome-unknown"};
    return {std::move(begin),
            std::move(renewed),
            std::move(ending),
            question<WebhookList>("/v1/webhooks", "webhooks",
                                  {"Các đăng ký nhận sự kiện", "The webhooks and how far each is"}, list),
            question<WebhookView>("/v1/webhooks/{webhook}", "webhook",
                                  {"Một đăng ký nhận sự kiện", "A webhook and how far it is"}, one),
            question<DeadLetterList>("/v1/webhooks/{webhook}/dead-letters", "webhook-dead-letters",
                                     {"Các sự kiện không gửi được", "What could not be delivered"}, dead_letters),
            std::move(again)};
}

}  // namespace minhbach::api::routes
