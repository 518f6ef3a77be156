// Where an event goes, told from the event alone: for histories written by hand. The program names streams where it
// decides (services/decision.hpp); this says the same from the other end.
#pragma once

#include <string>
#include <type_traits>

#include "events/record.hpp"
#include "events/vocabulary/events.hpp"

namespace minhbach::tests {

template <class T>
events::Stream of_unit(std::string_view category, const T& event, const UnitCode& unit) {
    return events::Stream::of(category, event.cycle.str() + "/" + unit.str());
}

// Told by the name of the type, as those of the state's dossier have the same members.
template <class T>
constexpr bool is_of_party_dossier() {
    if constexpr (requires(T e) { e.dossier, T::kType; }) return T::kType.starts_with("party.");
    return false;
}

inline events::Stream stream_of(const Event& event) {
    using events::Stream;
    return visit(
        []<class T>(const T& e) -> Stream {
            if constexpr (requires { e.erasure; }) {
                return Stream::of("erasure", e.erasure.str());
            } else if constexpr (requires { e.hold; }) {
                return Stream::of("legal-hold", e.hold.str());
            } else if constexpr (requires { e.retention; }) {
                return Stream::of("retention", e.retention.str());
            } else if constexpr (requires { e.organisation; }) {
                return of_unit("party-collectives", e, e.committee_unit);
            } else if constexpr (is_of_party_dossier<T>()) {
                return Stream::of("party-dossier", e.dossier.str());
            } else if constexpr (requires { e.objection.str(); }) {
                return Stream::of(is_protected(e.objection) ? "protected-objection" : "objection", e.objection.str());
            } else if constexpr (requires { e.webhook; }) {
                return Stream::of("webhook", e.webhook.str());
            } else if constexpr (requires { e.review; }) {
                return Stream::of("review", e.review.str());
            } else if constexpr (requires { e.conference; }) {
                return of_unit("conferences", e, e.unit);
            } else if constexpr (requires { e.plan; }) {
                return Stream::of("remediation", e.plan.str());
            } else if constexpr (std::is_same_v<T, EffectSettled>) {
                return e.dossier ? Stream::of("dossier", e.dossier->str()) : of_unit("collective", e, e.unit.value());
            } else if constexpr (std::is_same_v<T, PartyAdministratorNamed> ||
                                 std::is_same_v<T, PartyAdministratorConfirmed>) {
                return Stream::of("party-custody", "main");
            } else if constexpr (requires { e.committee_unit; } && !requires { e.dossier; }) {
                return of_unit("hand-over", e, e.agency);
            } else if constexpr (std::is_same_v<T, ActSigned>) {
                return Stream::of("signature", std::to_string(e.position));
            } else if constexpr (requires { e.attachment; }) {
                return Stream::of("attachment", e.attachment.str());
            } else if constexpr (requires { e.dossier; }) {
                return Stream::of("dossier", e.dossier.str());
            } else if constexpr (std::is_same_v<T, QuotaSettled>) {
                return of_unit("settlement", e, e.agency);
            } else if constexpr (std::is_same_v<T, CollectiveRated> || std::is_same_v<T, CollectiveRatingCancelled> ||
                                 std::is_same_v<T, CollectiveSelfRated> || std::is_same_v<T, CollectiveAppraised> ||
                                 std::is_same_v<T, CollectiveConcernRaised>) {
                return of_unit("collective", e, e.unit);
            } else if constexpr (std::is_same_v<T, ReportSubmitted>) {
                return of_unit("report", e, e.unit);
            } else if constexpr (requires {
                                     e.agency;
                                     e.version;
                                 }) {
                return of_unit("concretisation", e, e.agency);
            } else if constexpr (requires { e.meeting; }) {
                return Stream::of("meeting", e.meeting.str());
            } else if constexpr (requires {
                                     e.cycle;
                                     e.unit;
                                 }) {
                return of_unit("submission", e, e.unit);
            } else if constexpr (requires { e.cycle; }) {
                return Stream::of("cycle", e.cycle.str());
            } else if constexpr (requires { e.owner; }) {
                return Stream::of("work",
                                  std::to_string(e.year) + "/" +
                                      (e.owner.person ? "p/" + e.owner.person->str() : "u/" + e.owner.unit->str()));
            } else if constexpr (requires { e.mandate; }) {
                return Stream::of("mandates", e.person.str());
            } else if constexpr (requires { e.person.str(); }) {
                return Stream::of("person", e.person.str());
            } else if constexpr (requires { e.unit; }) {
                return Stream::of("unit", e.unit.str());
            } else if constexpr (requires { e.document.str(); }) {
                return Stream::of("document", e.document.str());
            } else {
                return Stream::of("province", "main");
            }
        },
        event);
}

}  // namespace minhbach::tests
