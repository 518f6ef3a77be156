// One cancellation and the decision that takes its place.
#include "services/evaluation/rerating.hpp"

#include <algorithm>

#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

bool contains(const std::vector<ViolationId>& list, const ViolationId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

// The rules on the facts of today. An annulled discipline is no fact any more.
Result<Assessment> assessed(Past& past, const Dossier& dossier, const ReRate& command, const law::Rulebook& rulebook) {
    auto assessment = assess(past, dossier, Judge::authority);
    const bool annulled = command.ground == ReratingGround::discipline_annulled && command.violation;
    if (!assessment || !annulled) return assessment;
    std::erase_if(assessment->facts.disciplines, [&](const auto& one) { return one.violation == *command.violation; });
    auto evaluation = evaluate(past, dossier, assessment->facts, rulebook);
    if (!evaluation) return evaluation.error();
    assessment->evaluation = *std::move(evaluation);
    return assessment;
}

// A ground must be there before anything is cancelled on it.
class Ground {
public:
    Ground(Past& past, const Dossier& dossier, const ReRate& command, const law::Rulebook& rulebook,
           const PersonCode& actor)
        : past_(past), dossier_(dossier), command_(command), rulebook_(rulebook), actor_(actor) {}

    std::vector<Refusal> wrong, broken;

    void check(const std::optional<Assessment>& assessment) {
        switch (command_.ground) {
            case ReratingGround::objection:
                return check_objection();
            case ReratingGround::late_discipline:
                return check_discipline(assessment);
            case ReratingGround::discipline_annulled:
                return check_annulment();
            case ReratingGround::dishonesty:
            case ReratingGround::error:
                return;
        }
    }

private:
    // Who filed a protected one is known to its resolver; others learn nothing by naming it here.
    bool is_kept_from(const PersonCode& actor) {
        if (!is_protected(*command_.objection)) return false;
        const auto& received = past_.objection(*command_.objection).received;
        return !received || received->resolver != actor;
    }

    void check_objection() {
        if (!command_.objection || !past_.objection(*command_.objection).exists() || is_kept_from(actor_)) {
            wrong.push_back(invalid_field("/objection", "Chưa nêu kiến nghị, khiếu nại làm căn cứ, hoặc mã không đúng.",
                                          "Name the objection this rests on; there is none of this id."));
            return;
        }
        const auto& objection = past_.objection(*command_.objection);
        if (objection.filed->dossier != command_.dossier || objection.filed->decision != command_.decision) {
            wrong.push_back(invalid_field("/objection", "Kiến nghị, khiếu nại này đối với một kết luận khác.",
                                          "This objection is against another decision."));
        } else if (!objection.upheld()) {
            broken.push_back({"step-order",
                              "/objection",
                              step_clause(past_, dossier_, ProcedureStep::petition),
                              "Kiến nghị, khiếu nại chưa được giải quyết là đúng hoặc đúng một phần.",
                              "The objection has not been upheld, in whole or in part.",
                              {}});
        }
    }

    void check_discipline(const std::optional<Assessment>& assessment) {
        if (!command_.violation) return name_the_act();
        const bool counts =
            assessment && contains(law::violations_that_count(assessment->facts, rulebook_), *command_.violation);
        if (counts && !contains(dossier_.decision->violations_counted, *command_.violation)) return;
        broken.push_back(
            {"step-order",
             "/violation",
             rulebook_.disciplines()->in_year->citation.str(),
             "Không có quyết định kỷ luật có hiệu lực trong năm đánh giá về vi phạm này mà kết luận chưa tính đến.",
             "There is no discipline for this act with effect in the year that the decision left out.",
             {}});
    }

    void check_annulment() {
        if (!command_.violation) return name_the_act();
        if (contains(dossier_.decision->violations_counted, *command_.violation)) return;
        broken.push_back({"step-order",
                          "/violation",
                          rulebook_.disciplines()->in_year->citation.str(),
                          "Kết luận không tính đến vi phạm này.",
                          "The decision did not count this act.",
                          {}});
    }

    void name_the_act() {
        wrong.push_back(
            invalid_field("/violation", "Phải nêu vi phạm bị xử lý kỷ luật.", "Name the act that was punished."));
    }

    Past& past_;
    const Dossier& dossier_;
    const ReRate& command_;
    const law::Rulebook& rulebook_;
    const PersonCode& actor_;
};

// A dossier is read by more people than may know that its person objected: there an upheld one is the error it found.
RatingCancelled cancelled_on(const ReRate& command, const PersonCode& person) {
    RatingCancelled event;
    event.dossier = command.dossier;
    event.person = person;
    event.decision = command.decision;
    event.ground = command.ground;
    event.violation = command.violation;
    event.reason = command.reason;
    event.document = command.document;
    if (command.objection && is_protected(*command.objection))
        event.ground = ReratingGround::error;
    else
        event.objection = command.objection;
    return event;
}

std::optional<Refusal> not_in_force(Past& past, const Dossier& dossier, const ReRate& command) {
    if (dossier.decision && dossier.decision->revision == command.decision) return std::nullopt;
    return Refusal{"step-order",
                   "/decision",
                   step_clause(past, dossier, ProcedureStep::decision),
                   "Kết luận này không phải là kết luận đang có hiệu lực của hồ sơ.",
                   "This is not the decision in force of the dossier.",
                   {}};
}

RatingDecided new_decision(const ReRate& command, const Dossier& dossier, const Entry& entry,
                           const law::Rulebook& rulebook, const std::optional<Assessment>& assessment) {
    RatingDecided event;
    event.dossier = command.dossier;
    event.person = dossier.opened->person;
    event.level = command.level;
    event.proposed = dossier.proposal;
    event.reason = command.reason;
    event.meeting = command.meeting ? command.meeting : dossier.meeting;
    event.document = command.document;
    event.supersedes = command.decision;
    event.paper = entry.paper();
    event.breaches = entry.breaches();
    if (assessment) {
        event.evaluation = assessment->evaluation;
        event.typed_counts = assessment->typed_counts;
        event.layers = assessment->layers;
        if (command.level == Level::not_completed)
            event.violations_counted = law::violations_that_count(assessment->facts, rulebook);
    } else {
        event.evaluation.rulebook = rulebook.id();
        event.evaluation.rulebook_hash = rulebook.hash();
        event.evaluation.outcome = RuleOutcome::undecided;
    }
    return event;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const ReRate& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto rulebook = rulebook_of(past, dossier);
    if (!rulebook) return rulebook.error();
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::decision, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (auto refusal = not_in_force(past, dossier, command)) return *std::move(refusal);

    std::vector<Refusal> wrong;
    require_reason(command.reason, "/reason", wrong);
    const auto document = find_document(past, command.document, "/document");
    if (!document) wrong.push_back(document.error());
    if (command.meeting && !past.meeting(*command.meeting).exists()) {
        wrong.push_back(invalid_field("/meeting", "Không có cuộc họp này.", "There is no such meeting."));
    }
    if (command.level == dossier.decision->level) {
        wrong.push_back({"nothing-to-change",
                         "/level",
                         "",
                         "Mức mới giống mức đang có hiệu lực; sai sót câu chữ thì đính chính.",
                         "The new level is the one in force; a slip of the pen is corrected instead.",
                         {}});
    }
    std::optional<Assessment> assessment;
    std::vector<Refusal> broken;
    if (auto assessed_now = assessed(past, dossier, command, **rulebook)) {
        assessment = *std::move(assessed_now);
        broken = against_rules(*assessment, **rulebook, command.level, true);
    } else {
        broken.push_back(assessed_now.error());
        broken.back().field.clear();
    }
    Ground ground(past, dossier, command, **rulebook, acting.person);
    ground.check(assessment);
    for (auto& refusal : ground.wrong) wrong.push_back(std::move(refusal));
    if (!wrong.empty()) return together(std::move(wrong));

    for (auto& refusal : ground.broken) broken.push_back(std::move(refusal));
    if (command.meeting) {
        if (auto refusal = minutes_missing(past, dossier, command.meeting, entry.time(), "/meeting"))
            broken.push_back(*std::move(refusal));
    }
    const auto& meeting = command.meeting ? command.meeting : dossier.meeting;
    for (auto& refusal : against_document(past, **document, dossier, meeting, entry))
        broken.push_back(std::move(refusal));
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();

    const auto& opened = *dossier.opened;
    auto cancelled = cancelled_on(command, opened.person);
    cancelled.effects = effects_of(past, dossier, command.level, **rulebook, entry.day());
    cancelled.paper = entry.paper();
    cancelled.breaches = entry.breaches();
    auto decided = written(entry, dossier_stream(command.dossier), std::move(cancelled));
    auto follows = decided.events.front();
    follows.event = new_decision(command, dossier, entry, **rulebook, assessment);
    decided.events.push_back(std::move(follows));
    if (const auto from = (*document)->registered.effective_from; from != entry.day()) {
        for (auto& write : decided.events) write.effective = from;
    }
    return decided;
}

}  // namespace minhbach::services::evaluation
