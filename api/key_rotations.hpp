// The log says itself that it went over to another signing key.
#pragma once

#include "events/log.hpp"
#include "services/desk.hpp"

namespace minhbach::api {

// Enters every statement of the log's chain of keys that is not entered yet, in both ledgers, so that each has a
// checkpoint of the present key. False if one could not be written; then the next start tries again.
bool enter_rotations(events::Log& log, services::Desk& desk);

}  // namespace minhbach::api
