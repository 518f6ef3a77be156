// Webhooks: who is told of what happens, by requests of this program to an address. What is sent is what the log reader
// sees of a record; the secret that signs it is nowhere in the log.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/text.hpp"

namespace minhbach {

struct WebhookSubscribed {
    static constexpr std::string_view kType = "webhook.subscribed";
    WebhookId webhook;
    Label receiver;  // whose system it is, for people
    Label url;       // http or https, without credentials
    // What is sent: events of these types (none named: all), about this person, concerning this unit or one below it.
    std::vector<Label> types;
    std::optional<PersonCode> subject;
    std::optional<UnitCode> unit;
    std::optional<std::int64_t> from;  // the first position; absent: what comes after this event
    friend bool operator==(const WebhookSubscribed&, const WebhookSubscribed&) = default;
};
BOOST_DESCRIBE_STRUCT(WebhookSubscribed, (), (webhook, receiver, url, types, subject, unit, from))

// A new secret signs from now on; the one before goes on signing beside it for a while.
struct WebhookSecretRotated {
    static constexpr std::string_view kType = "webhook.secret-rotated";
    WebhookId webhook;
    friend bool operator==(const WebhookSecretRotated&, const WebhookSecretRotated&) = default;
};
BOOST_DESCRIBE_STRUCT(WebhookSecretRotated, (), (webhook))

enum class WebhookEnd : std::uint8_t {
    requested,
    gone  // the receiver answered 410
};
BOOST_DESCRIBE_ENUM(WebhookEnd, requested, gone)

struct WebhookEnded {
    static constexpr std::string_view kType = "webhook.ended";
    WebhookId webhook;
    WebhookEnd why = WebhookEnd::requested;
    std::optional<Text> reason;
    friend bool operator==(const WebhookEnded&, const WebhookEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(WebhookEnded, (), (webhook, why, reason))

}  // namespace minhbach
