// Members of JSON that others wrote: of tokens, keys and a provider's answers.
#pragma once

#include <string>
#include <string_view>

#include "events/codec/document.hpp"

namespace minhbach::api::sign_in {

// Empty where there is no such text, or no object.
std::string text_of(const json::Value& object, std::string_view name);

}  // namespace minhbach::api::sign_in
