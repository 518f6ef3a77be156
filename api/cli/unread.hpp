// A test vector may keep what it expects beside its input; whatever that is, it is not read.
#pragma once

#include "events/codec/json.hpp"

namespace minhbach::api::cli {
struct Unread {};
}  // namespace minhbach::api::cli

template <>
inline void minhbach::json::read(Reader&, Value, api::cli::Unread&) {}
