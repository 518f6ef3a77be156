// Facts as JSON: written from a sheet, and with some of them changed.
#pragma once

#include <optional>
#include <string>

#include "api/routes/route.hpp"
#include "events/codec/document.hpp"
#include "services/law/fact_sheet.hpp"

namespace minhbach::api::routes {

// In the form that services/law/reading_facts.hpp reads.
std::string facts_json(const services::law::FactSheet& sheet);
// Objects are merged member by member, everything else takes the place of what was there; null is a value.
std::string merged(json::Value facts, const std::optional<json::Value>& changes);
// The same facts for another rulebook.
std::string with_rulebook(const std::string& facts, const RulebookId& rulebook);

Route what_if_route();

}  // namespace minhbach::api::routes
