#include "services/evaluation/steps.hpp"

#include <array>
#include <cstdlib>
#include <utility>

#include "events/refusals.hpp"
#include "services/evaluation/collective_steps.hpp"

namespace minhbach::services::evaluation {
namespace {

Refusal about_themselves(Past& past, const Dossier& dossier) {
    return {"self-decision",
            "",
            clause_of(book_of(past, dossier), law::Principle::judging),
            "Hồ sơ " + dossier.opened->dossier.str() +
                " là hồ sơ của chính người thực hiện; việc này phải do người khác có thẩm quyền thực hiện.",
            "Dossier " + dossier.opened->dossier.str() + " is the actor's own; another competent person must act.",
            {}};
}

void move_pointers(const law::Rulebook& rulebook, std::vector<Refusal>& from, std::string_view before,
                   std::string_view prefix, std::vector<Refusal>& to) {
    for (auto& refusal : from) {
        if (!refusal.field.starts_with(before)) continue;
        refusal.field = std::string(prefix) + refusal.field.substr(before.size());
        refusal.clause = clause_of(rulebook, law::Principle::results);
        to.push_back(std::move(refusal));
    }
}

}  // namespace

bool meeting_concerns(const organisation::Registry& registry, const UnitCode& unit, const Dossier& dossier) {
    const auto& post = dossier.opened->post;
    const auto day = dossier.opened_on;
    if (!registry.within(post.unit, unit, day)) return false;
    const auto agency = registry.agency_of(post.unit, day);
    return (agency && registry.within(unit, *agency, day)) || registry.within(unit, post.managed_by, day);
}

Result<const Dossier*> find_dossier(Past& past, const DossierId& id, Closed closed) {
    const auto& dossier = past.dossier(id);
    if (dossier.closed && closed == Closed::refused) {
        return Refusal{"step-order",
                       "/dossier",
                       kInternalRule,
                       "Hồ sơ " + id.str() + " đã đóng mà không xếp loại; muốn làm tiếp phải mở lại bằng văn bản.",
                       "Dossier " + id.str() + " was closed without a rating; it must be opened again by a document.",
                       {}};
    }
    if (dossier.exists()) {
        const auto rulebook = rulebook_of(past, dossier);
        return rulebook ? Result<const Dossier*>(&dossier) : rulebook.error();
    }
    auto refusal =
        not_found("Không có hồ sơ đánh giá mang mã " + id.str() + ".", "There is no dossier " + id.str() + ".");
    refusal.field = "/dossier";
    return refusal;
}

Result<const organisation::Document*> find_document(Past& past, const DocumentId& id, std::string field) {
    past.note(document_stream(id));
    if (const auto* document = past.registry().document(id)) return document;
    return invalid_field(std::move(field), "Văn bản " + id.str() + " chưa được đăng ký; hãy đăng ký văn bản trước.",
                         "Document " + id.str() + " is not registered; register it first.");
}

std::optional<Transcription> transcription(const std::optional<OnPaper>& on_paper) {
    if (!on_paper) return std::nullopt;
    return Transcription{on_paper->paper, on_paper->signer};
}

Outcome authorise(Past& past, Entry& entry, const Acting& acting, Power power, const Dossier& dossier) {
    const auto& opened = *dossier.opened;
    if (acting.person == opened.person) return about_themselves(past, dossier);
    if (auto outcome = entry.authorise_for_person(power, opened.person, opened.post); !outcome) return outcome;
    if (entry.authority().actor == opened.person) return entry.breach(about_themselves(past, dossier));
    return {};
}

std::optional<Refusal> own_dossier(Past& past, const Acting& acting, const Dossier& dossier) {
    if (acting.person != dossier.opened->person) return std::nullopt;
    return about_themselves(past, dossier);
}

void note_late(Entry& entry, const std::string& clause, Date done, Date last) {
    if (done <= last) return;
    entry.note({"term-passed",
                "",
                clause,
                "Thực hiện ngày " + done.vietnamese() + ", sau thời hạn đến hết ngày " + last.vietnamese() + ".",
                "Done on " + done.iso() + ", after the term ended with " + last.iso() + ".",
                {}});
}

void note_late_rating(Past& past, Entry& entry, const Dossier& dossier) {
    const auto* rule = book_of(past, dossier).procedure().term(law::TermName::rating, who_of(past, dossier));
    if (!rule || !rule->before) return;
    note_late(entry, rule->clause->citation.str(), entry.day(), rule->before_in(dossier.opened->year).plus(-1));
}

void note_late_rating(Past& past, Entry& entry, const CycleId& cycle) {
    const auto year = past.registry().cycle(cycle)->opened.year;
    const auto& rules = rules_of_collectives(past, cycle);
    const auto* rule = rules.procedure().term(law::TermName::rating);
    if (!rule || !rule->before || rules.in_force().year() > year) return;
    note_late(entry, rule->clause->citation.str(), entry.day(), rule->before_in(year).plus(-1));
}

Outcome raise(Entry& entry, std::vector<Refusal> broken) {
    if (broken.empty()) return {};
    if (!entry.paper()) return together(std::move(broken));
    for (auto& refusal : broken) {
        if (auto outcome = entry.breach(std::move(refusal)); !outcome) return outcome;
    }
    return {};
}

void check_general(const law::Rulebook& rulebook, const GeneralJudgements& general, const Post& post,
                   std::vector<Refusal>& wrong, std::vector<Refusal>& broken) {
    struct Named {
        const CriterionJudgement* judgement;
        std::string_view field;
        law::Principle place;
    };
    const std::array<Named, 5> criteria{
        Named{&general.politics, "politics", law::Principle::politics},
        Named{&general.ethics, "ethics", law::Principle::ethics}, Named{&general.style, "style", law::Principle::style},
        Named{&general.discipline, "discipline", law::Principle::discipline},
        Named{general.leadership ? &*general.leadership : nullptr, "leadership", law::Principle::leadership}};
    for (const auto& [judgement, field, place] : criteria) {
        if (!judgement || judgement->value != Judgement::not_met) continue;
        if (judgement->reason && !judgement->reason->empty()) continue;
        broken.push_back({"reason-required",
                          "/general/" + std::string(field) + "/reason",
                          clause_of(rulebook, place),
                          "Tiêu chí được đánh giá \"Chưa đáp ứng\" thì phải nêu lý do và minh chứng.",
                          "A criterion judged NOT_MET needs a reason and its evidence.",
                          {}});
    }
    if (general.leadership.has_value() == leads(post)) return;
    auto refusal =
        leads(post)
            ? invalid_field("/general/leadership",
                            "Người giữ chức vụ lãnh đạo, quản lý phải được đánh giá cả tiêu chí lãnh đạo, quản lý.",
                            "Leadership must be judged for whoever holds a leading or managing post.")
            : invalid_field("/general/leadership",
                            "Tiêu chí lãnh đạo, quản lý không áp dụng cho người không giữ chức vụ; hãy bỏ trường này.",
                            "Leadership is not judged for people without a leading post; leave the field out.");
    refusal.clause = clause_of(rulebook, law::Principle::leadership);
    wrong.push_back(std::move(refusal));
}

// The rules for facts are the rules for typed and declared counts: they are asked with everything else in order.
void check_counts(const law::Rulebook& rulebook, const std::optional<WorkCounts>& work, std::string_view prefix_work,
                  const std::optional<CriteriaCounts>& criteria, std::string_view prefix_criteria, const Post& post,
                  std::vector<Refusal>& wrong) {
    const bool leader = leads(post);
    law::Facts facts;
    facts.year = 2000;
    facts.subject = {post.subject_class, post.leader};
    if (leader) facts.general.leadership = Judgement::met;
    if (work) facts.work = *work;
    if (criteria) facts.criteria = *criteria;
    auto problems = law::sheet_of(facts, rulebook).problems();
    move_pointers(rulebook, problems, leader ? "/targets" : "/tasks", prefix_work, wrong);
    move_pointers(rulebook, problems, "/criteria", prefix_criteria, wrong);
}

void require_cycle_and_unit(const Past& past, const CycleId& cycle, const UnitCode& unit, std::vector<Refusal>& wrong) {
    if (!past.registry().cycle(cycle)) {
        wrong.push_back(invalid_field("/cycle", "Không có kỳ đánh giá này.", "There is no such cycle."));
    }
    if (!past.registry().unit(unit)) {
        wrong.push_back(invalid_field("/unit", "Không có đơn vị này.", "There is no such unit."));
    }
}

void require_reason(const std::optional<Text>& reason, const std::string& field, std::vector<Refusal>& wrong) {
    if (reason && !reason->empty()) return;
    wrong.push_back({"reason-required", field, kInternalRule, "Việc này phải nêu lý do.", "This needs a reason.", {}});
}

std::optional<Refusal> minutes_missing(Past& past, const Dossier& dossier, const std::optional<MeetingId>& id, Time at,
                                       const std::string& field) {
    const auto refused = [&](std::string vi, std::string en) {
        return Refusal{"minutes-missing", field,         step_clause(past, dossier, ProcedureStep::meeting),
                       std::move(vi),     std::move(en), {}};
    };
    if (!id) {
        return refused("Chưa nêu cuộc họp nhận xét, đánh giá mà việc này dựa vào.",
                       "The comment meeting this rests on is not named.");
    }
    const auto& meeting = past.meeting(*id);
    const auto& person = dossier.opened->person;
    if (!meeting.exists() || meeting.held->cycle != dossier.opened->cycle || !meeting.covers(person)) {
        return refused(
            "Cuộc họp " + id->str() + " không nhận xét, đánh giá người có mã " + person.str() + " trong kỳ này.",
            "Meeting " + id->str() + " did not discuss " + person.str() + " in this cycle.");
    }
    if (!meeting_concerns(past.registry(), meeting.held->unit, dossier)) {
        return refused("Cuộc họp " + id->str() + " của " + meeting.held->unit.str() +
                           " không phải cuộc họp của đơn vị nơi người này công tác hoặc của cơ quan, đơn vị quản lý.",
                       "Meeting " + id->str() + " of " + meeting.held->unit.str() +
                           " is neither of the unit this person works in nor of the managing agency.");
    }
    if (!meeting.adopted || *meeting.adopted_at > at) {
        return refused("Biên bản cuộc họp " + id->str() + " chưa được thông qua; hãy thông qua biên bản trước.",
                       "The minutes of meeting " + id->str() + " do not stand adopted; adopt them first.");
    }
    return std::nullopt;
}

std::optional<Refusal> party_opinion_missing(Past& past, const Dossier& dossier, Date day) {
    if (dossier.party_opinion && *dossier.party_opinion <= day) return std::nullopt;
    const auto& id = dossier.opened->dossier.str();
    return Refusal{"party-opinion-missing",
                   "",
                   step_clause(past, dossier, ProcedureStep::party_opinion),
                   "Hồ sơ " + id + " chưa có ý kiến nhận xét của cấp ủy đến ngày " + day.vietnamese() +
                       "; hãy ghi ý kiến cấp ủy trước.",
                   "Dossier " + id + " has no opinion of the party committee as of " + day.iso() + "; record it first.",
                   {}};
}

std::optional<Refusal> self_assessment_missing(Past& past, const Dossier& dossier) {
    if (dossier.filed()) return std::nullopt;
    const auto& id = dossier.opened->dossier.str();
    return Refusal{"step-order",
                   "",
                   step_clause(past, dossier, ProcedureStep::self_assessment),
                   dossier.returned ? "Phiếu tự đánh giá của hồ sơ " + id + " đã trả lại và chưa được nộp lại."
                                    : "Hồ sơ " + id + " chưa có phiếu tự đánh giá, xếp loại.",
                   dossier.returned ? "The self-assessment of dossier " + id + " was returned and not filed again."
                                    : "Dossier " + id + " has no self-assessment yet.",
                   {}};
}

Decided written(const Entry& entry, events::Stream stream, Event event) {
    Decided decided{entry.authority(), {}};
    decided.events.push_back({std::move(stream), std::move(event), std::nullopt, entry.decided_at()});
    return decided;
}

}  // namespace minhbach::services::evaluation
