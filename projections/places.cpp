#include "projections/places.hpp"

#include <algorithm>

#include "events/vocabulary/party.hpp"
#include "projections/organisation.hpp"
#include "projections/tables.hpp"
#include "projections/trace.hpp"

namespace minhbach::projections {
namespace {

constexpr int kDepthMax = 64;  // of the tree; a circle in it ends here

}  // namespace

Places::Places(const Runner& acts) {
    // In this order: rows that took the place of others meanwhile have folded at least as much.
    const auto applied = acts.applied();
    rows_ = acts.rows();
    const auto stopped = acts.stopped();
    const bool sound = std::none_of(stopped.begin(), stopped.end(),
                                    [](const auto& name) { return name == "trace" || name == "organisation"; });
    known_below_ = sound ? applied : 0;
}

bool Places::concerns(const events::Record& record, const UnitCode& unit) const {
    const auto act = rows_->get_as<Act>(trace::kActs, newest_first(record.position.value), record.position);
    // The trace is read by the state side, so what the party side alone reads is no act there, nor has it a unit here.
    // The rest that has none is bookkeeping.
    if (!act) return is_party_content(record.stream.category(), record.type);
    if (act->unit && is_within(*act->unit, unit, record)) return true;
    if (act->agency && is_within(*act->agency, unit, record)) return true;
    return !act->unit && !act->agency && (!record.subjects.empty() || act->dossier);
}

bool Places::is_within(UnitCode unit, const UnitCode& ancestor, const events::Record& record) const {
    const auto day = record.recorded_at.local_date();
    for (int depth = 0; depth < kDepthMax; ++depth) {
        if (unit == ancestor) return true;
        const auto known = rows_->get_as<Unit>(organisation::kUnits, unit.str(), record.position);
        if (!known || known->versions.empty()) return false;
        const auto* version = &known->versions.front();
        for (const auto& one : known->versions)
            if (one.from <= day) version = &one;
        if (!version->parent) return false;
        unit = *version->parent;
    }
    return false;
}

}  // namespace minhbach::projections
