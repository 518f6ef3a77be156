#include "projections/trace.hpp"

#include <algorithm>

#include "projections/act_builder.hpp"
#include "projections/list.hpp"
#include "projections/tables.hpp"
#include "projections/trace_follow_up.hpp"
#include "projections/trace_layers.hpp"
#include "projections/trace_organisation.hpp"

namespace minhbach::projections {
namespace trace {
namespace {

class Trace : public Projection {
public:
    std::string_view name() const override { return "trace"; }
    int version() const override { return 6; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

// The cycle, work, collectives, quota and files.
void describe_cycle(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    match(
        event,
        [&](const CycleOpened& e) {
            act.cycle = e.cycle;
            builder.rests_on(e.document);
        },
        [&](const ComparableGroupDefined& e) {
            act.cycle = e.cycle;
            act.unit = act.agency = e.agency;
            builder.rests_on(e.document);
            builder.set("group", e.name);
        },
        [&](const QuotaReadingNamed& e) {
            act.cycle = e.cycle;
            act.unit = act.agency = e.agency;
            builder.rests_on(e.document);
            builder.set("base", e.base);
            builder.set("rounding", e.rounding);
        },
        [&](const QuotaExceptionGranted& e) {
            act.cycle = e.cycle;
            act.unit = act.agency = e.agency;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("percent", e.percent);
        },
        [&](const TasksAssigned& e) {
            builder.about_owner(e.owner);
            if (e.document) builder.rests_on(*e.document);
            builder.set("tasks", e.tasks.size());
        },
        [&](const TaskChanged& e) {
            builder.about_owner(e.owner);
            act.reason = e.reason;
        },
        [&](const TasksDelivered& e) {
            builder.about_owner(e.owner);
            builder.set("deliveries", e.deliveries.size());
        },
        [&](const TasksAccepted& e) {
            builder.about_owner(e.owner);
            builder.set("acceptances", e.acceptances.size());
        },
        [&](const CollectiveRated& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.with_paper(e);
            const auto key = entity(e.cycle.str(), e.unit.str());
            const auto before = rows.get_as<CollectiveFacts>(kCollectives, key).value_or(CollectiveFacts{});
            builder.changed("level", before.level, e.level);
            rows.put_as(kCollectives, key, CollectiveFacts{e.level});
            std::vector<DossierId> led;
            rows.scan(kLed, key + "/", [&](std::string_view name, const std::string&) {
                led.push_back(DossierId::of(name.substr(key.size() + 1)));
                return true;
            });
            builder.touches(led);
        },
        [&](const QuotaSettled& e) {
            act.cycle = e.cycle;
            act.unit = act.agency = e.agency;
            act.reason = e.reason;
            if (e.exception_document) builder.rests_on(*e.exception_document);
            builder.with_paper(e);
            builder.set("selected", e.selected.size());
            builder.set("lowered", e.lowered.size());
            builder.touches(e.selected);
            builder.touches(e.lowered);
        },
        [&](const FileSubmitted& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            if (e.document) builder.rests_on(*e.document);
            builder.set("version", e.version);
        },
        [&](const FileReturned& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            act.reason = e.reason;
            builder.set("version", e.version);
        },
        [&](const FileAccepted& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            act.reason = e.remark;
            builder.set("version", e.version);
        },
        [&](const MeetingHeld& e) {
            act.cycle = e.cycle;
            act.unit = e.unit;
            builder.with_paper(e);
            builder.set("heldAt", e.held_at);
            MeetingFacts facts{e.cycle, e.unit, {}, 0};
            for (const auto& person : e.discussed) {
                const auto dossier = rows.get_as<OneDossier>(kOfPerson, entity(e.cycle.str(), person.str()));
                if (dossier) facts.dossiers.push_back(dossier->dossier);
            }
            rows.put_as(kMeetings, e.meeting.str(), facts);
            builder.touches(facts.dossiers);
        },
        [&](const MinutesAdopted& e) {
            builder.with_paper(e);
            auto facts = rows.get_as<MeetingFacts>(kMeetings, e.meeting.str());
            if (!facts) return;
            act.cycle = facts->cycle;
            act.unit = facts->unit;
            builder.changed("minutes", facts->version == 0 ? std::nullopt : std::optional(facts->version), e.version);
            facts->version = e.version;
            rows.put_as(kMeetings, e.meeting.str(), *facts);
            builder.touches(facts->dossiers);
        },
        [&](const MinutesReopened& e) {
            act.reason = e.reason;
            const auto facts = rows.get_as<MeetingFacts>(kMeetings, e.meeting.str());
            if (!facts) return;
            act.cycle = facts->cycle;
            act.unit = facts->unit;
            builder.touches(facts->dossiers);
        });
}

// The evaluation of one person.
void describe_evaluation(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    const auto store = [&](const DossierId& dossier, const DossierFacts& facts) {
        rows.put_as(kDossiers, dossier.str(), facts);
    };
    match(
        event,
        [&](const DossierOpened& e) {
            store(e.dossier, DossierFacts{e.person, e.cycle, e.post.unit, e.post.managed_by, {}, {}});
            rows.put_as(kOfPerson, entity(e.cycle.str(), e.person.str()), OneDossier{e.dossier});
            if (e.post.leader || e.post.head_of) {
                rows.mark(kLed, entity(e.cycle.str(), e.post.head_of.value_or(e.post.unit).str(), e.dossier.str()));
            }
            builder.about(e.dossier);
        },
        [&](const DossierMoved& e) {
            if (auto facts = rows.get_as<DossierFacts>(kDossiers, e.dossier.str())) {
                facts->unit = e.post.unit;
                facts->agency = e.post.managed_by;
                store(e.dossier, *facts);
            }
            builder.about(e.dossier);
            builder.rests_on(e.document);
            builder.set("post", e.post.title);
        },
        [&](const DossierClosed& e) {
            builder.about(e.dossier);
            builder.rests_on(e.document);
            act.reason = e.reason;
            builder.set("cause", e.cause);
        },
        [&](const DossierReopened& e) {
            builder.about(e.dossier);
            builder.rests_on(e.document);
            act.reason = e.reason;
        },
        [&](const SelfAssessmentFiled& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
            if (!rows.get(kForms, e.dossier.str())) builder.set("/proposedLevel", e.proposed_level);
            builder.replaces(kForms, e.dossier.str(),
                             FormFacts{e.proposed_level, e.general, e.effectiveness, e.counts});
        },
        [&](const SelfAssessmentReturned& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
            act.reason = e.reason;
        },
        [&](const CriteriaJudged& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
            builder.replaces(kJudged, entity(e.dossier.str(), json::enum_name(e.judge)),
                             JudgedFacts{e.general, e.effectiveness, e.typed});
            if (e.typed) builder.relies_on(e.typed->signed_list);
        },
        [&](const CommentRecorded& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
        },
        [&](const PartyOpinionRecorded& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
            if (e.document) builder.rests_on(*e.document);
            builder.set("dated", e.dated);
        },
        [&](const ProposalMade& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
            act.reason = e.reason;
            builder.changed("level", e.previous, e.level);
        },
        [&](const RatingDecided& e) {
            auto facts = builder.about(e.dossier);
            builder.with_paper(e);
            builder.rests_on(e.document);
            act.reason = e.reason;
            if (!facts) return;
            const auto now = e.level ? json::enum_name(*e.level) : std::string("NOT_RATED");
            builder.changed("decidedLevel", facts->decided, now);
            facts->decided = e.level;
            store(e.dossier, *facts);
        },
        [&](const DecisionCorrected& e) {
            builder.about(e.dossier);
            builder.rests_on(e.document);
            act.reason = e.reason;
            builder.changed(e.what.str(), e.was, e.is);
        },
        [&](const NoticeIssued& e) {
            auto facts = builder.about(e.dossier);
            builder.with_paper(e);
            builder.rests_on(e.document);
            if (!facts) return;
            builder.changed("notice", facts->notice, e.dated);
            facts->notice = e.dated;
            store(e.dossier, *facts);
        },
        [&](const NoticeAcknowledged& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
        },
        [&](const NoticeDeemedReceived& e) {
            builder.about(e.dossier);
            builder.rests_on(e.minutes);
            act.reason = e.reason;
            builder.set("received", e.on);
        },
        [&](const ResultPublished& e) {
            builder.about(e.dossier);
            builder.with_paper(e);
            builder.set("published", e.form);
        });
}

// The record of an erased event still says whom it concerned and where it belongs.
void describe_erased(const events::Record& record, Builder& builder) {
    if (record.stream.category() == "dossier") builder.about(DossierId::of(record.stream.id()));
    if (!builder.act.subject && !record.subjects.empty()) builder.act.subject = record.subjects.front().subject;
}

void Trace::fold(const events::Recorded& recorded, Rows& rows) const {
    Builder builder(recorded.record, rows);
    if (recorded.record.stream.category() == "books") return;  // bookkeeping, no act
    // The trace is read by the state side.
    if (is_party_content(recorded.record.stream.category(), recorded.record.type)) return;
    // And by more people than may know who filed a protected objection.
    if (is_of_protected_objection(recorded.record.stream.category(), recorded.record.type)) return;
    if (recorded.event.is<LogRestored>()) return;
    if (recorded.event.is<Erased>()) {
        describe_erased(recorded.record, builder);
    } else {
        describe_organisation(recorded.event, builder, rows);
        describe_cycle(recorded.event, builder, rows);
        describe_evaluation(recorded.event, builder, rows);
        describe_follow_up(recorded.event, builder, rows);
        describe_layers(recorded.event, builder);
        describe_party(recorded.event, builder);
        describe_relations(recorded.event, builder);
    }
    describe_signature(recorded.record, recorded.event, builder, rows);
    builder.write();
}

}  // namespace
}  // namespace trace

std::unique_ptr<Projection> make_trace() {
    return std::make_unique<trace::Trace>();
}

}  // namespace minhbach::projections
