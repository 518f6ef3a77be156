#include "services/webhook/webhook.hpp"

#include <algorithm>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/past.hpp"

namespace minhbach::services::webhook {
namespace {

using organisation::Problems;

Result<Authority> may_keep(Past& past, const Acting& acting) {
    auto administrator = organisation::competent_somewhere(past, acting.person, Power::administer, acting.today());
    if (administrator) return administrator;
    for (const auto& [code, unit] : past.registry().units()) {
        if (unit.kind != UnitKind::province) continue;
        auto receiver = organisation::competent_for_unit(past, acting.person, Power::receive, code, acting.today());
        if (receiver) return receiver;
    }
    return administrator;
}

// "https://host[:port][/path][?query]" in printable ASCII: nothing that is understood in two ways, and no credentials,
// which the log would keep for ever.
bool is_address(std::string_view url) {
    std::string_view rest = url;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return false;
    const auto authority = rest.substr(0, rest.find_first_of("/?"));
    const bool printable = std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return printable && !authority.empty() && !authority.starts_with(':') &&
           url.find_first_of("#@\\\"<>") == std::string_view::npos;
}

Result<const Webhook*> active(Past& past, const WebhookId& id) {
    const auto& webhook = past.webhook(id);
    if (!webhook.exists())
        return not_found("Không có đăng ký nhận sự kiện mang mã " + id.str() + ".",
                         "There is no webhook " + id.str() + ".");
    if (webhook.ended)
        return Refusal{"step-order", "", "", "Đăng ký nhận sự kiện này đã kết thúc.", "This webhook has ended.", {}};
    return &webhook;
}

}  // namespace

void Webhook::apply(const events::Recorded& recorded) {
    if (const auto* begun = recorded.event.as<WebhookSubscribed>()) {
        subscribed = *begun;
        first = begun->from ? static_cast<std::uint64_t>(*begun->from) : recorded.record.position.value + 1;
    } else if (const auto* end = recorded.event.as<WebhookEnded>()) {
        ended = *end;
    }
}

bool is_known_type(std::string_view type) {
    const auto known = events::known_types();
    const bool beginning = type.ends_with(".*");
    if (beginning) type.remove_suffix(1);
    return std::any_of(known.begin(), known.end(),
                       [&](auto one) { return beginning ? one.starts_with(type) : one == type; });
}

Decision decide(Past& past, const Acting& acting, const SubscribeWebhook& command) {
    const auto authority = may_keep(past, acting);
    if (!authority) return authority.error();
    if (past.webhook(command.webhook).exists()) {
        return organisation::already_exists("/webhook", "Đã có đăng ký mang mã " + command.webhook.str() + ".",
                                            "There is a webhook " + command.webhook.str() + " already.");
    }
    Problems problems;
    problems.require(is_address(command.url.str()), "/url",
                     "Địa chỉ cần dạng https://máy:cổng/đường-dẫn, không kèm tài khoản hay dấu #.",
                     "The address takes the form https://host:port/path, without credentials and '#'.");
    for (std::size_t i = 0; i < command.types.size(); ++i) {
        problems.require(is_known_type(command.types[i].str()), "/types/" + std::to_string(i),
                         "Không có loại sự kiện này.", "There is no such type of event.");
    }
    problems.require(!command.from || *command.from >= 0, "/from", "Vị trí không được âm.",
                     "A position is not negative.");
    if (command.subject) problems.person(past, *command.subject, "/subject");
    if (command.unit) problems.unit(past, *command.unit, "/unit");
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, webhook_stream(command.webhook), command);
}

Decision decide(Past& past, const Acting& acting, const RotateWebhookSecret& command) {
    const auto authority = may_keep(past, acting);
    if (!authority) return authority.error();
    const auto webhook = active(past, command.webhook);
    if (!webhook) return webhook.error();
    return organisation::written(*authority, webhook_stream(command.webhook), command);
}

Decision decide(Past& past, const Acting& acting, const EndWebhook& command) {
    const auto authority = may_keep(past, acting);
    if (!authority) return authority.error();
    const auto webhook = active(past, command.webhook);
    if (!webhook) return webhook.error();
    Problems problems;
    problems.require_reason(command.reason);
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, webhook_stream(command.webhook),
                                 WebhookEnded{command.webhook, WebhookEnd::requested, command.reason});
}

Decision gone(Past& past, const WebhookId& webhook) {
    Decided decided;
    decided.authority.actor = PersonCode::of("system");
    decided.authority.capacity = Capacity::system;
    if (past.webhook(webhook).is_active())
        decided.events.push_back(
            {webhook_stream(webhook), WebhookEnded{webhook, WebhookEnd::gone, std::nullopt}, {}, {}});
    return decided;
}

}  // namespace minhbach::services::webhook
