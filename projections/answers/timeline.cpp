// One dossier through time: its timeline, the history of its form, and what changed between two milestones.
#include <algorithm>

#include "events/refusals.hpp"
#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

Touch touch_of(const Act& act, const DossierId& id) {
    if (act.type.starts_with("objection.")) return Touch::objection;
    if (act.dossier == id) return Touch::own;
    if (act.type.starts_with("mandate.")) return Touch::mandate;
    if (act.type.starts_with("document.")) return Touch::document;
    if (act.type.starts_with("quota.")) return Touch::settlement;
    if (act.type.starts_with("collective")) return Touch::collective;
    return Touch::meeting;
}

}  // namespace

std::vector<std::uint64_t> positions_touching(const Context& context, const DossierId& id) {
    std::vector<std::uint64_t> positions;
    for (const auto position :
         context.log().stream_positions(events::Ledger::main, events::Stream::of("dossier", id.str()))) {
        if (position <= context.known()) positions.push_back(position.value);
    }
    for (const auto& digits : context.entities(trace::kTouching, id.str() + "/")) {
        positions.push_back(position_of_newest_first(digits));
    }
    std::sort(positions.begin(), positions.end(), std::greater<>());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

Result<TimelineAnswer> Answers::timeline(const DossierId& id, const std::vector<std::string>& types, bool whole_events,
                                         std::optional<std::int64_t> before, std::size_t limit,
                                         Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = existing(context, id);
    if (!row) return row.error();
    TimelineAnswer answer;
    answer.basis = context.basis();
    if (context.leaves_out_comments(row->person)) answer.basis.complete = false;
    answer.dossier = id;
    answer.erased = erased_person(context, row->person);
    for (const auto position : positions_touching(context, id)) {
        if (before && static_cast<std::int64_t>(position) >= *before) continue;
        auto act = context.act(position);
        if (!act || !is_asked(types, act->type)) continue;
        if (answer.items.size() == limit) {
            answer.next = answer.items.back().act.by.position;
            break;
        }
        TimelineLine line{touch_of(*act, id), std::move(*act), {}};
        if (whole_events) {
            const auto recorded = context.recorded(line.act.by.position);
            line.event = RawJson{recorded.event.is<Erased>() ? std::string() : events::to_json(recorded.event)};
        }
        answer.items.push_back(std::move(line));
    }
    return answer;
}

Result<SelfAssessmentsAnswer> Answers::self_assessments(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = existing(context, id);
    if (!row) return row.error();
    SelfAssessmentsAnswer answer;
    answer.basis = context.basis();
    answer.dossier = id;
    if (!row->meetings.empty()) answer.meeting = row->meetings.front();

    std::string form_before;
    for (const auto& value : row->self_assessments) {
        SelfAssessmentVersion version;
        version.version = static_cast<int>(answer.versions.size()) + 1;
        version.by = context.named(value.by);
        if (auto filed = context.event<SelfAssessmentFiled>(value.by.position)) {
            auto form = json::to_json(filed->event);
            if (!form_before.empty()) version.changes = field_changes(form_before, form);
            form_before = std::move(form);
            version.form = std::move(filed->event);
        }
        version.before_meeting = answer.meeting && value.by.at() < answer.meeting->held_at;
        answer.versions.push_back(std::move(version));
    }
    for (const auto position : positions_touching(context, id)) {
        auto returned = context.event<SelfAssessmentReturned>(static_cast<std::int64_t>(position));
        if (!returned) continue;
        // It returns the last version filed before it.
        for (auto version = answer.versions.rbegin(); version != answer.versions.rend(); ++version) {
            if (version->by.position > returned->by.position) continue;
            version->returned = std::move(*returned);
            break;
        }
    }
    if (!answer.versions.empty()) {
        answer.filed_before_meeting = answer.versions.front().before_meeting;
        answer.edited_after_meeting =
            answer.meeting && answer.versions.size() > 1 && !answer.versions.back().before_meeting;
    }
    return answer;
}

Result<ValuesAnswer> Answers::values(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = existing(context, id);
    if (!row) return row.error();
    ValuesAnswer answer{context.basis(), id, {}, 0};
    const auto add = [&](ValueKind kind, const Provenance& by, std::optional<Level> level, bool last) -> RatingValue& {
        RatingValue value;
        value.kind = kind;
        value.by = context.named(by);
        value.level = level;
        value.superseded = !last;
        answer.items.push_back(std::move(value));
        return answer.items.back();
    };
    for (const auto& self : row->self_assessments)
        add(ValueKind::self_assessment, self.by, self.level, &self == &row->self_assessments.back());
    for (const auto& proposal : row->proposals)
        add(ValueKind::proposal, proposal.by, proposal.level, &proposal == &row->proposals.back()).reason =
            proposal.reason;
    for (const auto& decision : row->decisions) {
        auto& value = add(ValueKind::decision, decision.by, decision.level, !decision.cancelled);
        value.reason = decision.reason;
        value.document = context.document_name(decision.document);
        value.revision = decision.revision;
        value.cancelled = decision.cancelled;
        if (value.cancelled) value.cancelled->by = context.named(std::move(value.cancelled->by));
        answer.superseded_decisions += value.superseded;
    }
    std::sort(answer.items.begin(), answer.items.end(),
              [](const auto& a, const auto& b) { return a.by.position < b.by.position; });
    return answer;
}

namespace {

// The positions a milestone was reached at, ascending.
std::vector<std::int64_t> reached(Context& context, const DossierRow& row, Milestone milestone) {
    std::vector<std::int64_t> positions;
    const auto add_all = [&](const auto& values) {
        for (const auto& value : values) positions.push_back(value.by.position);
    };
    switch (milestone) {
        case Milestone::opened:
            positions.push_back(row.opened_position);
            break;
        case Milestone::self_filed:
            add_all(row.self_assessments);
            break;
        case Milestone::meeting:
            for (const auto& meeting : row.meetings) positions.push_back(meeting.position);
            break;
        case Milestone::minutes:
            for (const auto& meeting : row.meetings) {
                const auto known = context.row<MeetingRow>(meetings::kRows, meeting.meeting.str());
                if (known) positions.insert(positions.end(), known->minutes.begin(), known->minutes.end());
            }
            break;
        case Milestone::proposal:
            add_all(row.proposals);
            break;
        case Milestone::decision:
            add_all(row.decisions);
            break;
        case Milestone::notice:
            if (row.notice) positions.push_back(row.notice->by.position);
            break;
        case Milestone::receipt:
            if (row.receipt) positions.push_back(row.receipt->by.position);
            break;
        case Milestone::now:
            positions.push_back(context.basis().position);
            break;
    }
    std::sort(positions.begin(), positions.end());
    return positions;
}

bool is_judging(std::string_view type) {
    return type == "proposal.made" || type == "criteria.judged" || type == "self-assessment.filed" ||
           type == "rating.decided";
}

// It replaced a value that was there: not the first of its kind.
bool replaces_a_value(const Act& act) {
    return is_judging(act.type) && std::any_of(act.changes.begin(), act.changes.end(),
                                               [](const auto& change) { return change.from.has_value(); });
}

}  // namespace

Result<DiffAnswer> Answers::diff(const DossierId& id, Milestone from, Milestone to, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = existing(context, id);
    if (!row) return row.error();
    const auto begins = reached(context, *row, from);
    const auto ends = reached(context, *row, to);
    if (begins.empty() || ends.empty()) {
        return not_found("Hồ sơ " + id.str() + " chưa đến mốc được hỏi.",
                         "Dossier " + id.str() + " has not reached that milestone.");
    }
    DiffAnswer answer;
    answer.basis = context.basis();
    if (context.leaves_out_comments(row->person)) answer.basis.complete = false;
    answer.dossier = id;
    answer.from = from;
    answer.to = to;
    answer.from_position = begins.front();
    answer.to_position = ends.back();
    auto positions = positions_touching(context, id);
    std::reverse(positions.begin(), positions.end());
    for (const auto position : positions) {
        const auto at = static_cast<std::int64_t>(position);
        if (at <= answer.from_position || at > answer.to_position) continue;
        auto act = context.act(position);
        if (!act) continue;
        if (act->dossier == id && replaces_a_value(*act))
            answer.changes.push_back({*act, competence_of(context, *act)});
        answer.acts.push_back(std::move(*act));
    }
    return answer;
}

}  // namespace minhbach::projections
