// The decision, on one dossier or on a list.
#include <algorithm>
#include <map>

#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"
#include "services/listing.hpp"
#include "services/settlement/counting.hpp"

namespace minhbach::services::evaluation {
namespace {

// What is known of one line of a decision when it is judged.
struct Line {
    const DecisionLine& line;
    const Dossier& dossier;
    const Entry& entry;
    const law::Rulebook& rulebook;
    std::optional<Assessment> assessment;  // nothing: the rules cannot be asked, `unassessed` says why
    std::optional<Refusal> unassessed;

    bool rule_says_not_rated() const { return assessment && assessment->evaluation.outcome == RuleOutcome::not_rated; }
};

// The level of a unit may have been entered in time, and yet have been decided after this act (PAPER).
void unit_rated_in_time(Past& past, const Line& at, std::vector<Refusal>& broken) {
    const auto& opened = *at.dossier.opened;
    if (!leads(opened.post)) return;
    const auto& unit = opened.post.head_of ? *opened.post.head_of : opened.post.unit;
    const auto& collective = past.collective(opened.cycle, unit);
    if (!collective.exists() || collective.at <= at.entry.time()) return;
    broken.push_back({"collective-not-rated",
                      "",
                      unit_cap(at.rulebook, {opened.post.subject_class, opened.post.leader}).citation.str(),
                      "Đơn vị " + unit.str() + " được xếp loại lúc " + collective.at.vietnamese() +
                          ", sau khi kết luận đối với người này.",
                      "Unit " + unit.str() + " was rated at " + collective.at.rfc3339() + ", after this decision.",
                      {}});
}

// Excellent only out of the settlement, and only while the agency and the group still have room for it: since it was
// settled others may have been decided otherwise than they were proposed. Counted once for each agency of a list.
class Quota {
public:
    Quota(Past& past, const DecideRatings& command) : past_(past) {
        for (const auto& line : command.lines) levels_.emplace(line.dossier, line.level);
    }

    void check(const Line& at, std::vector<Refusal>& broken) {
        if (at.line.level != Level::excellent) return;
        const auto& opened = *at.dossier.opened;
        const auto& agency = opened.post.managed_by;
        const auto& settlement = past_.settlement(opened.cycle, agency);
        if (!settlement.exists()) {
            broken.push_back(
                {"quota-not-settled",
                 "/level",
                 at.rulebook.quota_clause().citation.str(),
                 "Cơ quan, đơn vị " + agency.str() + " chưa chốt tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\".",
                 "Agency " + agency.str() + " has not settled its excellent quota.",
                 {}});
            return;
        }
        if (!settlement.selects(opened.dossier)) {
            broken.push_back({"quota-exceeded",
                              "/level",
                              at.rulebook.quota_clause().citation.str(),
                              "Hồ sơ " + opened.dossier.str() +
                                  " không có trong danh sách được chọn khi chốt tỷ lệ của " + agency.str() +
                                  "; hãy chọn mức khác hoặc chốt lại.",
                              "Dossier " + opened.dossier.str() + " is not among those selected when " + agency.str() +
                                  " settled its quota; choose another level or settle again.",
                              {}});
        }
        check_room(at, broken);
    }

private:
    void check_room(const Line& at, std::vector<Refusal>& broken) {
        const auto& opened = *at.dossier.opened;
        const auto& cycle = *past_.registry().cycle(opened.cycle);
        const auto [found, fresh] = standing_.try_emplace({opened.cycle, opened.post.managed_by});
        if (fresh) {
            found->second = settlement::standing(past_, opened.cycle, opened.post.managed_by, at.rulebook, levels_);
        }
        for (const auto& group : found->second) {
            const auto* members = group.group ? &cycle.groups.at(*group.group).members : nullptr;
            if (members && std::find(members->begin(), members->end(), opened.person) == members->end()) continue;
            auto refusal = settlement::above_maximum(cycle, group, at.rulebook, "/level");
            if (refusal) broken.push_back(*std::move(refusal));
        }
    }

    Past& past_;
    std::map<DossierId, std::optional<Level>> levels_;
    std::map<std::pair<CycleId, UnitCode>, std::vector<SettledGroup>> standing_;
};

void level_by_the_rules(const Line& at, std::vector<Refusal>& broken) {
    if (!at.assessment) {
        broken.push_back(*at.unassessed);
        broken.back().field.clear();
        return;
    }
    const bool has_reason = at.line.reason.has_value();
    auto objections = against_rules(*at.assessment, at.rulebook, at.line.level, has_reason);
    const bool differs = at.dossier.proposal && at.line.level != at.dossier.proposal;
    const bool asked =
        std::any_of(objections.begin(), objections.end(), [](const auto& o) { return o.type == "reason-required"; });
    if (differs && !has_reason && !asked && !at.rule_says_not_rated()) {
        objections.push_back({"reason-required",
                              "/reason",
                              clause_of(at.rulebook, law::Principle::judging),
                              "Mức kết luận khác mức đề xuất thì phải nêu lý do.",
                              "A level other than the proposed one needs a reason.",
                              {}});
    }
    for (auto& objection : objections) broken.push_back(std::move(objection));
}

std::vector<Refusal> broken_rules(Past& past, const Line& at, Quota& quota) {
    std::vector<Refusal> broken;
    if (auto closed = cycle::closed_for(past, at.dossier.opened->cycle, at.entry.time()))
        broken.push_back(*std::move(closed));
    if (!at.rule_says_not_rated()) {
        const auto& meeting = at.dossier.meeting ? at.dossier.meeting : at.line.meeting;
        for (auto& refusal : missing_before(past, at.dossier, ProcedureStep::decision, at.entry, meeting))
            broken.push_back(std::move(refusal));
        unit_rated_in_time(past, at, broken);
    }
    level_by_the_rules(at, broken);
    quota.check(at, broken);
    return broken;
}

RatingDecided event_of(const Line& at, const DocumentId& document) {
    const auto& dossier = at.dossier;
    RatingDecided event;
    event.dossier = dossier.opened->dossier;
    event.person = dossier.opened->person;
    event.level = at.line.level;
    event.proposed = dossier.proposal;
    event.reason = at.line.reason;
    event.meeting = dossier.meeting ? dossier.meeting : at.line.meeting;
    event.document = document;
    event.paper = at.entry.paper();
    event.breaches = at.entry.breaches();
    if (at.assessment) {
        event.evaluation = at.assessment->evaluation;
        event.typed_counts = at.assessment->typed_counts;
        event.layers = at.assessment->layers;
        // An act counts where it gave the level, and in no other year then.
        if (at.line.level == Level::not_completed)
            event.violations_counted = law::violations_that_count(at.assessment->facts, at.rulebook);
    } else {
        event.evaluation.rulebook = at.rulebook.id();
        event.evaluation.rulebook_hash = at.rulebook.hash();
        event.evaluation.outcome = RuleOutcome::undecided;
    }
    return event;
}

class Judging {
public:
    Judging(Past& past, const Acting& acting, const DecideRatings& command, const organisation::Document& document)
        : past_(past), acting_(acting), command_(command), document_(document), quota_(past, command) {}

    void operator()(const DecisionLine& line, Listing& listing) {
        const auto found = find_dossier(past_, line.dossier);
        if (!found) return listing.refuse(found.error());
        const auto& dossier = **found;
        if (!listing.is_first(line.dossier)) return;
        if (line.meeting && !past_.meeting(*line.meeting).exists()) {
            return listing.refuse(invalid_field("/meeting", "Không có cuộc họp này.", "There is no such meeting."));
        }
        const auto rulebook = rulebook_of(past_, dossier);
        if (!rulebook) return listing.refuse(rulebook.error());
        auto entered = entry_for(past_, acting_, command_.on_paper, ProcedureStep::decision, dossier);
        if (!entered) return listing.refuse(entered.error());
        auto& entry = *entered;
        if (dossier.decision) {
            return listing.refuse({"step-order",
                                   "/dossier",
                                   step_clause(past_, dossier, ProcedureStep::decision),
                                   "Hồ sơ " + line.dossier.str() +
                                       " đã có kết luận; muốn thay đổi mức thì phải hủy kết quả và xếp loại lại.",
                                   "Dossier " + line.dossier.str() +
                                       " has been decided; another level needs a cancellation and a re-rating.",
                                   {}});
        }
        Line at{line, dossier, entry, **rulebook, std::nullopt, std::nullopt};
        if (auto assessment = assess(past_, dossier, Judge::authority)) {
            at.assessment = *std::move(assessment);
        } else {
            at.unassessed = assessment.error();
        }
        auto broken = broken_rules(past_, at, quota_);
        const auto& meeting = dossier.meeting ? dossier.meeting : line.meeting;
        for (auto& refusal : against_document(past_, document_, dossier, meeting, entry)) {
            broken.push_back(std::move(refusal));
        }
        if (auto outcome = raise(entry, std::move(broken)); !outcome) return listing.refuse(outcome.error());
        note_late_rating(past_, entry, dossier);
        auto decided = written(entry, dossier_stream(line.dossier), event_of(at, command_.document));
        auto& to_write = decided.events.front();
        if (const auto from = document_.registered.effective_from; from != entry.day()) to_write.effective = from;
        listing.write(decided.authority, std::move(to_write));
    }

private:
    Past& past_;
    const Acting& acting_;
    const DecideRatings& command_;
    const organisation::Document& document_;
    Quota quota_;
};

}  // namespace

Decision decide(Past& past, const Acting& acting, const DecideRatings& command) {
    if (command.lines.empty() || command.lines.size() > DecideRatings::lines_max) {
        const auto most = std::to_string(DecideRatings::lines_max);
        return invalid_field("/lines", "Danh sách phải có từ 1 đến " + most + " hồ sơ.",
                             "The list holds 1 to " + most + " dossiers.");
    }
    const auto document = find_document(past, command.document, "/document");
    if (!document) return document.error();
    return decide_lines(command.lines, Judging(past, acting, command, **document));
}

}  // namespace minhbach::services::evaluation
