// Who is told of what happens, by requests of this program to an address. Kept by administrators and by Home Affairs;
// the secret that signs what is sent never comes here.
#pragma once

#include <string_view>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::webhook {

struct Webhook {
    std::optional<WebhookSubscribed> subscribed;
    std::optional<WebhookEnded> ended;
    std::uint64_t first = 0;  // the first position it is told of
    bool exists() const { return subscribed.has_value(); }
    bool is_active() const { return subscribed && !ended; }
    void apply(const events::Recorded& recorded);
};

using SubscribeWebhook = WebhookSubscribed;  // the command says what the event says
using RotateWebhookSecret = WebhookSecretRotated;

struct EndWebhook {
    WebhookId webhook;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(EndWebhook, (), (webhook, reason))

// Whether events may be asked for by this: a type there is, or the beginning of one with ".*" behind it.
bool is_known_type(std::string_view type);

// Each refuses `not-competent` whoever neither administers nor receives for the province.
// Subscribing: `already-exists` (also of one that ended), `invalid-field` (address, types, unit, person, position).
Decision decide(Past& past, const Acting& acting, const SubscribeWebhook& command);
// These two: `not-found-or-not-allowed`, `step-order` where it ended, `reason-required`.
Decision decide(Past& past, const Acting& acting, const RotateWebhookSecret& command);
Decision decide(Past& past, const Acting& acting, const EndWebhook& command);

// What this program does by itself where the receiver answered that it is gone. Nothing to write if it has ended.
Decision gone(Past& past, const WebhookId& webhook);

}  // namespace minhbach::services::webhook
