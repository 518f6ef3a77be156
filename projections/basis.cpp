#include "projections/basis.hpp"

#include <map>

namespace minhbach::projections {
namespace {

std::string shown(json::Value value) {
    switch (value.kind()) {
        case json::Kind::boolean:
            return value.boolean() ? "true" : "false";
        case json::Kind::integer:
            return std::to_string(value.integer());
        case json::Kind::string:
            return std::string(value.string());
        case json::Kind::null:
        case json::Kind::number:
        case json::Kind::array:
        case json::Kind::object:
            return {};
    }
    return {};
}

void collect_leaves(json::Value value, const std::string& place, std::map<std::string, std::string>& leaves) {
    if (value.kind() == json::Kind::object) {
        for (const auto& [name, child] : value.members())
            collect_leaves(child, place + "/" + std::string(name), leaves);
    } else if (value.kind() == json::Kind::array) {
        std::size_t index = 0;
        for (const auto child : value.elements()) collect_leaves(child, place + "/" + std::to_string(index++), leaves);
    } else if (value.kind() != json::Kind::null) {
        leaves[place] = shown(value);
    }
}

std::map<std::string, std::string> leaves_of(std::string_view text) {
    std::map<std::string, std::string> leaves;
    if (text.empty()) return leaves;
    const auto document = json::Document::parse(text);
    collect_leaves(document.value().root(), "", leaves);
    return leaves;
}

std::optional<std::string> at(const std::map<std::string, std::string>& leaves, const std::string& place) {
    const auto found = leaves.find(place);
    if (found == leaves.end()) return std::nullopt;
    return found->second;
}

}  // namespace

Provenance provenance_of(const events::Record& record) {
    Provenance by;
    by.position = static_cast<std::int64_t>(record.position.value);
    by.recorded_at = record.recorded_at;
    by.acted_at = record.decided_at;
    by.actor = record.actor;
    by.capacity = record.capacity;
    if (!record.authority.empty()) by.mandate = MandateId::of(record.authority);
    by.entered_by = record.entered_by;
    by.entry = record.entered_by ? Entry::paper : Entry::native;
    return by;
}

std::vector<FieldChange> field_changes(std::string_view before, std::string_view after) {
    const auto old_leaves = leaves_of(before);
    const auto new_leaves = leaves_of(after);
    std::vector<FieldChange> changes;
    auto places = old_leaves;
    places.insert(new_leaves.begin(), new_leaves.end());
    for (const auto& [place, ignored] : places) {
        FieldChange change{place, at(old_leaves, place), at(new_leaves, place)};
        if (change.from != change.to) changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace minhbach::projections
