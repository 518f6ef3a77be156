#include "projections/trace_follow_up.hpp"

namespace minhbach::projections::trace {
namespace {

// The cycle is the first part of a plan's id; it is kept so that later acts on the plan know it.
inline constexpr std::string_view kPlans = "trace.plan";

struct PlanFacts {
    CycleId cycle;
};
BOOST_DESCRIBE_STRUCT(PlanFacts, (), (cycle))

template <class E>
void about_plan(const E& event, Builder& builder, Rows& rows) {
    builder.about_owner(event.owner);
    if constexpr (requires { event.cycle; }) rows.put_as(kPlans, event.plan.str(), PlanFacts{event.cycle});
    const auto facts = rows.get_as<PlanFacts>(kPlans, event.plan.str());
    if (!facts) return;
    builder.act.cycle = facts->cycle;
    if (!event.owner.person) return;
    const auto dossier = rows.get_as<OneDossier>(kOfPerson, entity(facts->cycle.str(), event.owner.person->str()));
    if (dossier) builder.about(dossier->dossier);
}

template <class E>
void about_measure(const E& event, Builder& builder, Rows& rows) {
    about_plan(event, builder, rows);
    builder.set("measure", event.measure);
}

void describe_remediation(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    match(
        event,
        [&](const RemediationPlanned& e) {
            about_plan(e, builder, rows);
            builder.rests_on(e.document);
            builder.with_paper(e);
            act.reason = e.reason;
            builder.set("shortcomings", e.shortcomings.size());
            builder.set("version", e.version);
        },
        [&](const NoShortcomingStated& e) {
            about_plan(e, builder, rows);
            builder.rests_on(e.document);
            builder.with_paper(e);
        },
        [&](const FollowUpAssigned& e) {
            about_plan(e, builder, rows);
            builder.rests_on(e.document);
            builder.set("role", e.role);
            builder.set("assignee", e.assignee);
        },
        [&](const FollowUpConfirmed& e) {
            about_plan(e, builder, rows);
            builder.set("role", e.role);
        },
        [&](const ProgressReported& e) {
            about_measure(e, builder, rows);
            builder.set("degreePercent", e.degree_percent);
            for (const auto& evidence : e.evidence) {
                if (evidence.document) builder.relies_on(*evidence.document);
            }
        },
        [&](const MeasureInspected& e) {
            about_measure(e, builder, rows);
            act.reason = e.result;
        },
        [&](const MeasureUrged& e) {
            about_measure(e, builder, rows);
            act.reason = e.message;
        },
        [&](const MeasureVerified& e) {
            about_measure(e, builder, rows);
            act.reason = e.ground;
        },
        [&](const MeasureReopened& e) {
            about_measure(e, builder, rows);
            act.reason = e.reason;
        });
}

void describe_objection(const Event& event, Builder& builder) {
    auto& act = builder.act;
    match(
        event,
        [&](const ObjectionFiled& e) {
            builder.about(e.dossier);
            builder.touches({e.dossier});
            builder.with_paper(e);
            builder.relies_on(e.decision_document);
            builder.set("objection", e.objection);
            act.reason = e.grounds;
        },
        [&](const ObjectionReceived& e) {
            builder.about(e.dossier);
            builder.touches({e.dossier});
            builder.set("resolver", e.resolver);
            builder.set("answerBy", e.answer_by);
        },
        [&](const ObjectionWithdrawn& e) {
            builder.about(e.dossier);
            builder.touches({e.dossier});
            builder.set("objection", e.objection);
            act.reason = e.reason;
        },
        [&](const ObjectionResolved& e) {
            builder.about(e.dossier);
            builder.touches({e.dossier});
            builder.with_paper(e);
            builder.rests_on(e.document);
            builder.set("outcome", e.outcome);
            act.reason = e.reasons;
        });
}

void describe_rerating(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    match(
        event,
        [&](const RatingCancelled& e) {
            auto facts = builder.about(e.dossier);
            builder.with_paper(e);
            builder.rests_on(e.document);
            builder.set("cancelled", e.ground);
            act.reason = e.reason;
            if (!facts) return;
            facts->notice.reset();
            rows.put_as(kDossiers, e.dossier.str(), *facts);
        },
        [&](const CollectiveRatingCancelled& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            for (const auto& effect : e.effects) {
                if (effect.dossier) builder.touches({*effect.dossier});
            }
            act.reason = e.reason;
            builder.with_paper(e);
            builder.rests_on(e.document);
            builder.set("cancelled", e.ground);
        },
        [&](const EffectSettled& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            if (e.dossier) builder.about(*e.dossier);
            if (e.document) builder.rests_on(*e.document);
            act.reason = e.what;
            builder.set("effect", e.effect);
        },
        [&](const ReportSubmitted& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            act.reason = e.remainder_reason;
            builder.rests_on(e.document);
            builder.set("restatement", e.restatement);
        },
        [&](const AttachmentStored& e) {
            if (e.person) builder.about_person(*e.person);
            builder.set("attachment", e.attachment);
        });
}

void describe_erasure(const Event& event, Builder& builder) {
    auto& act = builder.act;
    match(
        event,
        [&](const ErasureRequested& e) {
            act.subject = e.subject;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("erasure", e.erasure);
        },
        [&](const ErasureApproved& e) {
            act.subject = e.subject;
            builder.set("erasure", e.erasure);
        },
        [&](const ErasureRefused& e) {
            act.subject = e.subject;
            act.reason = e.reason;
            builder.set("erasure", e.erasure);
        },
        [&](const ErasureWithdrawn& e) {
            act.subject = e.subject;
            act.reason = e.reason;
            builder.set("erasure", e.erasure);
        },
        [&](const ErasureExecuted& e) {
            act.subject = e.subject;
            builder.set("erasure", e.erasure);
        },
        [&](const LegalHoldPlaced& e) {
            act.subject = e.subject;
            act.unit = e.unit;
            act.cycle = e.cycle;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("hold", e.hold);
        },
        [&](const LegalHoldLifted& e) {
            act.subject = e.subject;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("hold", e.hold);
        },
        [&](const RetentionDefined& e) {
            builder.rests_on(e.document);
            builder.set("retention", e.retention);
        });
}

}  // namespace

void describe_follow_up(const Event& event, Builder& builder, Rows& rows) {
    describe_review(event, builder, rows);
    describe_remediation(event, builder, rows);
    describe_objection(event, builder);
    describe_rerating(event, builder, rows);
    describe_erasure(event, builder);
}

}  // namespace minhbach::projections::trace
