// What is asked of the rules with JSON of their own names, and facts as JSON: written from a sheet, and with some of
// them changed.
#pragma once

#include <optional>
#include <string>

#include "events/codec/document.hpp"
#include "services/law/fact_sheet.hpp"

namespace minhbach::api::routes {

// What would be if; facts and changes belong to the document that was read. Exactly one of dossier and facts is there.
struct Asking {
    std::optional<DossierId> dossier;
    std::optional<RulebookId> rulebook;
    std::optional<json::Value> facts;
    std::optional<json::Value> changes;
};
// Refuses with `invalid-field`.
Result<Asking> asking_of(json::Value root);

// In the form that services/law/reading_facts.hpp reads.
std::string facts_json(const services::law::FactSheet& sheet);
// Objects are merged member by member, everything else takes the place of what was there; null is a value.
std::string merged(json::Value facts, const std::optional<json::Value>& changes);
// The same facts for another rulebook.
std::string with_rulebook(const std::string& facts, const RulebookId& rulebook);

struct Route;
Route what_if_route();

}  // namespace minhbach::api::routes
