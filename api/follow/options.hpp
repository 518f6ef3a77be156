// How events leave the house, as the operator sets it.
#pragma once

#include <chrono>
#include <cstddef>

#include "api/follow/engine.hpp"

namespace minhbach::api::follow {

struct Options {
    std::chrono::milliseconds progress_every{15'000};     // a stream says how far it is, also when nothing happens
    std::chrono::milliseconds token_check_every{15'000};  // a token that was taken back ends its streams
    std::size_t streams_max = 64;                         // at once
    WebhookOptions webhooks;
};

}  // namespace minhbach::api::follow
