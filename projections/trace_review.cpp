// Reviews, and the steps of rating a collective, as acts of the trace.
#include "projections/trace_follow_up.hpp"

namespace minhbach::projections::trace {
namespace {

std::optional<DossierId> dossier_of(const Rows& rows, const CycleId& cycle, const Owner& owner) {
    if (!owner.person) return std::nullopt;
    const auto one = rows.get_as<OneDossier>(kOfPerson, entity(cycle.str(), owner.person->str()));
    return one ? std::optional(one->dossier) : std::nullopt;
}

template <class E>
void about_review(const E& e, Builder& builder, const Rows& rows) {
    builder.about_owner(e.owner);
    builder.act.cycle = e.cycle;
    builder.rests_on(e.document);
    builder.with_paper(e);
    if (const auto dossier = dossier_of(rows, e.cycle, e.owner)) {
        builder.about(*dossier);
        builder.touches({*dossier});
    }
}

template <class E>
void about_collective(const E& e, Builder& builder) {
    builder.act.cycle = e.cycle;
    builder.act.unit = e.unit;
    builder.rests_on(e.document);
}

}  // namespace

void describe_review(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    match(
        event,
        [&](const ReviewSuggested& e) {
            about_review(e, builder, rows);
            builder.set("points", e.points.size());
        },
        [&](const ReviewDraftSent& e) {
            about_review(e, builder, rows);
            builder.set("sentAt", e.sent_at);
            builder.set("conferenceFrom", e.conference_from);
        },
        [&](const ReviewHeld& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            builder.with_paper(e);
            if (e.minutes) builder.rests_on(*e.minutes);
            builder.set("heldAt", e.held_at);
            builder.set("reviewed", e.reviewed.size());
            std::vector<DossierId> dossiers;
            for (const auto& one : e.reviewed)
                if (const auto dossier = dossier_of(rows, e.cycle, one.owner)) dossiers.push_back(*dossier);
            builder.touches(dossiers);
        },
        [&](const ReviewConcluded& e) {
            about_review(e, builder, rows);
            act.reason = e.reason;
            builder.set("version", e.version);
            builder.set("shortcomings", e.shortcomings.size());
        },
        [&](const CollectiveSelfRated& e) {
            about_collective(e, builder);
            builder.with_paper(e);
            builder.set("selfRatedLevel", e.level);
        },
        [&](const CollectiveAppraised& e) {
            about_collective(e, builder);
            builder.with_paper(e);
            act.reason = e.reason;
            builder.set("proposedLevel", e.proposed);
        },
        [&](const CollectiveConcernRaised& e) {
            about_collective(e, builder);
            builder.set("concern", e.concern);
            builder.set("kind", e.kind);
        });
}

}  // namespace minhbach::projections::trace
