// The catalogue of refusals: every stable type with its titles and HTTP status, in one list.
#pragma once

#include <span>
#include <string_view>

#include "events/result.hpp"

namespace minhbach {

struct RefusalKind {
    std::string_view type;
    int status;  // HTTP
    std::string_view title_vi;
    std::string_view title_en;
};

// The clause of a rule that is the project's own; never shown as law.
inline constexpr const char* kInternalRule = "quy định nội bộ";

std::span<const RefusalKind> refusal_kinds();
// Unknown types are a bug: asserts.
const RefusalKind& refusal_kind(std::string_view type);

// Short builders for the commonest refusals.
Refusal invalid_field(std::string field, std::string detail_vi, std::string detail_en);
// The first of them (never none) with all the others in `more`, flat.
Refusal together(std::vector<Refusal> refusals);
Refusal not_found(std::string detail_vi, std::string detail_en);

}  // namespace minhbach
