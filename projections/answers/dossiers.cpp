#include <algorithm>
#include <tuple>

#include "projections/answers/context.hpp"
#include "projections/answers/reviews.hpp"

namespace minhbach::projections {

DossierLine line_of(Context& context, const DossierRow& row) {
    DossierLine line;
    line.dossier = row.dossier;
    line.person = row.person;
    line.name = row.name;
    line.cycle = row.cycle;
    line.year = row.year;
    if (row.post) {
        const auto day = context.today();
        line.unit = context.unit_name(row.post->unit, day);
        line.agency = context.unit_name(row.post->managed_by, day);
        line.post = row.post->title.str();
        line.subject_class = row.post->subject_class;
        line.leader = row.post->leader;
    }
    line.group = row.group;
    line.status = row.status();
    line.status_key = status_key(line.status);
    if (!row.self_assessments.empty()) line.self_level = row.self_assessments.back().level;
    if (const auto* proposal = row.proposal()) line.proposed_level = proposal->level;
    if (const auto* decision = row.decision()) {
        line.decided_level = decision->level;
        line.not_rated = !decision->level;
    } else if (row.closed) {
        line.not_rated = true;
    }
    line.revision = row.revision;
    line.position = row.last_position;
    return line;
}

Result<DossierRow> Answers::dossier_row(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    return existing(*opened, id);
}

Result<DossiersAnswer> Answers::dossiers(const DossiersQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    DossiersAnswer answer;
    answer.basis = context.basis();
    std::string last;
    context.visit_dossiers(question, [&](const DossierId& id, const std::string& cursor) {
        ++answer.total;
        if (question.after && cursor <= *question.after) return;
        if (answer.items.size() == question.limit) {
            answer.next = last;
            return;
        }
        answer.items.push_back(line_of(context, context.dossier(id).value()));
        last = cursor;
    });
    return answer;
}

namespace {

void show_opinions_asked(Context& context, const DossierRow& row, DossierAnswer& answer) {
    for (const auto& digits : context.entities(dossiers::kOpinions, row.dossier.str() + "/")) {
        auto request = context.event<OpinionRequested>(static_cast<std::int64_t>(~position_of_newest_first(digits)));
        if (!request) continue;
        OpinionAsked asked{std::move(*request), {}, false};
        for (const auto& comment : answer.comments) {
            if (comment.event.side != asked.request.event.side) continue;
            asked.answered = comment.by;
            break;
        }
        asked.unanswered = !asked.answered && asked.request.event.due < context.today();
        answer.opinions_asked.push_back(std::move(asked));
    }
}

void show_evaluation(Context& context, const DossierRow& row, DossierAnswer& answer) {
    if (!row.self_assessments.empty()) {
        answer.self_assessment = context.event<SelfAssessmentFiled>(row.self_assessments.back().by.position);
        answer.self_assessments = static_cast<int>(row.self_assessments.size());
        answer.self_returned = row.self_assessments.back().returned;
    }
    for (const auto& judged : row.judgements) context.append_event(answer.judgements, judged.by.position);
    for (const auto& digits : context.entities(dossiers::kComments, row.dossier.str() + "/")) {
        const auto position = ~position_of_newest_first(digits);
        context.append_event(answer.comments, static_cast<std::int64_t>(position));
    }
    // Those without an author stand apart, by day and text: their order would be one of time.
    const auto place = [](const Sourced<CommentRecorded>& one) {
        const bool unnamed = one.by.position < 0;
        return std::tuple(unnamed, one.by.position, one.by.recorded_at, unnamed ? one.event.text.str() : std::string());
    };
    std::sort(answer.comments.begin(), answer.comments.end(),
              [&](const auto& left, const auto& right) { return place(left) < place(right); });
    show_opinions_asked(context, row, answer);
    if (!row.party_opinions.empty())
        answer.party_opinion = context.event<PartyOpinionRecorded>(row.party_opinions.back().by.position);
    for (const auto& proposal : row.proposals) context.append_event(answer.proposals, proposal.by.position);
}

void show_decision(Context& context, const DossierRow& row, DossierAnswer& answer) {
    for (const auto& decision : row.decisions) {
        context.append_event(answer.decisions, decision.by.position);
        DecisionStanding standing{decision.revision,   decision.level,     !decision.cancelled,
                                  decision.supersedes, decision.cancelled, {}};
        if (standing.cancelled) {
            standing.cancelled->by = context.named(std::move(standing.cancelled->by));
            standing.cancelled_on = context.document_name(standing.cancelled->document);
        }
        answer.decision_standings.push_back(std::move(standing));
    }
    for (const auto position : row.corrections) context.append_event(answer.decision_corrections, position);
    if (const auto* decision = row.decision()) answer.decision_document = context.document_name(decision->document);
    answer.notice = row.notice;
    if (answer.notice) {
        answer.notice->by = context.named(std::move(answer.notice->by));
        answer.notice_document = context.document_name(answer.notice->document);
    }
    answer.receipt = row.receipt;
    if (answer.receipt) answer.receipt->by = context.named(std::move(answer.receipt->by));
    answer.publication = row.publication;
    if (answer.publication) answer.publication->by = context.named(std::move(answer.publication->by));
}

}  // namespace

Result<DossierAnswer> Answers::dossier(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = existing(context, id);
    if (!row) return row.error();
    DossierAnswer answer;
    answer.basis = context.basis();
    answer.line = line_of(context, *row);
    answer.post = row->post;
    if (row->group) {
        const auto cycle = context.cycle(row->cycle);
        const auto* group = cycle ? cycle->group(*row->group) : nullptr;
        if (group) answer.group_name = group->name.str();
    }
    answer.opened = context.named(provenance_of(context.recorded(row->opened_position).record));
    answer.meetings = row->meetings;
    answer.settlement = row->settlement;
    answer.lost = row->lost;
    answer.erased = erased_person(context, row->person);
    show_evaluation(context, *row, answer);
    show_decision(context, *row, answer);
    answer.objections = objections_of(context, id);
    answer.effects = effects_of(context, id);
    const Owner owner{row->person, std::nullopt};
    if (begun_review(context, row->cycle, owner)) answer.review = review_of(context, row->cycle, owner);
    return answer;
}

Result<NoticesAnswer> Answers::notices(const DossiersQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto cycle = context.cycle(question.cycle);
    if (!cycle) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    NoticesAnswer answer;
    answer.basis = context.basis();
    answer.cycle = question.cycle;
    answer.notice_working_days = cycle->opened.notice_working_days;
    std::string last;
    context.visit_dossiers(question, [&](const DossierId& id, const std::string& cursor) {
        const auto row = context.dossier(id).value();
        if (!row.decision()) return;
        ++answer.total;
        if (question.after && cursor <= *question.after) return;
        if (answer.items.size() == question.limit) {
            answer.next = last;
            return;
        }
        const auto shown = line_of(context, row);
        NoticeLine line;
        line.dossier = id;
        line.person = {row.person, row.name};
        line.unit = shown.unit;
        line.agency = shown.agency;
        line.decided_on = row.decision()->by.at().local_date();
        line.decision = context.document_name(row.decision()->document);
        if (row.notice) {
            line.notice_dated = row.notice->dated;
            line.notice_recorded_at = row.notice->by.recorded_at;
            line.notice = context.document_name(row.notice->document);
            line.notice_by = context.named(row.notice->by);
        }
        if (row.receipt) {
            line.received_on = row.receipt->on;
            line.received_how = row.receipt->how;
            if (row.receipt->minutes) line.refusal_minutes = context.document_name(*row.receipt->minutes);
        }
        if (row.publication) {
            line.published_on = row.publication->on;
            line.published_how = row.publication->form;
        }
        answer.items.push_back(std::move(line));
        last = cursor;
    });
    return answer;
}

}  // namespace minhbach::projections
