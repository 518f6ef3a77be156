#include "api/follow/scanner.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "api/follow/cloud_event.hpp"
#include "events/codec/json.hpp"
#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/party.hpp"
#include "projections/places.hpp"

namespace minhbach::api::follow {
namespace {

bool is_type(const std::string& asked, std::string_view type) {
    if (!asked.ends_with(".*")) return asked == type;
    return type.starts_with(std::string_view(asked).substr(0, asked.size() - 1));
}

bool is_asked(const Filter& filter, const events::Record& record, const std::optional<projections::Places>& places) {
    if (is_of_protected_objection(record.stream.category(), record.type)) return false;
    if (!filter.with_party && is_party_content(record.stream.category(), record.type)) return false;
    const auto& types = filter.types;
    const auto fits = [&](const std::string& asked) { return is_type(asked, record.type); };
    if (!types.empty() && std::none_of(types.begin(), types.end(), fits)) return false;
    const auto is_subject = [&](const events::SubjectNumber& one) { return one.subject == *filter.subject; };
    if (filter.subject && std::none_of(record.subjects.begin(), record.subjects.end(), is_subject)) return false;
    return !places || places->concerns(record, *filter.unit);
}

}  // namespace

Scanned Scanner::scan(const Filter& filter, std::uint64_t from, const Limits& limits) const {
    Scanned scanned{from, from, log_.size(filter.ledger), {}};
    std::optional<projections::Places> places;
    std::uint64_t end = scanned.size;
    if (filter.unit) {
        places.emplace(acts_);
        end = std::min(end, places->known_below());
    }
    if (from >= end) return scanned;
    end = std::min(end, from + limits.records_max);
    std::size_t bytes = 0;
    log_.scan_records(filter.ledger, {from}, {end}, [&](events::Position position, std::string_view cbor) {
        if (position.value != scanned.to) throw std::logic_error("the log skipped a position");
        const auto record = events::decode_record(cbor).value();
        ++scanned.to;
        if (!is_asked(filter, record, places)) return true;
        scanned.found.push_back({position.value, record.id, json::to_json(cloud_event(record, cbor))});
        bytes += scanned.found.back().cloud_event.size();
        return scanned.found.size() < limits.events_max && bytes < limits.bytes_max;
    });
    return scanned;
}

}  // namespace minhbach::api::follow
