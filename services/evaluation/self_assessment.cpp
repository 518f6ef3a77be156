#include <set>

#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

std::optional<Refusal> too_late(Past& past, const Dossier& dossier) {
    if (!dossier.proposal && !dossier.decision) return std::nullopt;
    return Refusal{"step-order",
                   "",
                   step_clause(past, dossier, ProcedureStep::self_assessment),
                   "Hồ sơ đã có đề xuất hoặc kết luận mức xếp loại nên phiếu tự đánh giá không thay đổi được nữa.",
                   "A level has been proposed or decided; the self-assessment can no longer change.",
                   {}};
}

// The review of the next year reports on every shortcoming that was to be remedied.
void check_remedied(Past& past, const std::vector<RemedyReport>& reports, const DossierOpened& opened,
                    std::vector<Refusal>& wrong, std::vector<Refusal>& broken) {
    std::set<std::pair<PlanId, MeasureId>> items;
    for (const auto& item : still_to_remedy(past, opened)) items.emplace(item.plan, item.measure);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto& report = reports[i];
        const auto field = "/remedied/" + std::to_string(i);
        if (items.erase({report.plan, report.measure}) == 0) {
            wrong.push_back(invalid_field(field,
                                          "Không có biện pháp này chờ khắc phục trong kế hoạch các năm trước, hoặc đã "
                                          "được báo cáo ở dòng trên.",
                                          "No plan of an earlier year leaves this measure open, or it is reported "
                                          "above already."));
        }
        if (report.degree_percent < 0 || report.degree_percent > 100)
            wrong.push_back(invalid_field(field + "/degreePercent", "Mức độ từ 0 đến 100%.", "0 to 100 percent."));
        require_reason(report.what, field + "/what", wrong);
    }
    if (items.empty()) return;
    std::string left;
    for (const auto& [plan, measure] : items) left += (left.empty() ? "" : ", ") + plan.str() + "/" + measure.str();
    broken.push_back({"reason-required",
                      "/remedied",
                      past.registry().letter_of(opened.cycle),
                      "Phiếu chưa báo cáo kết quả khắc phục hạn chế, khuyết điểm của năm trước: " + left + ".",
                      "The form does not say what became of what earlier years left to be remedied: " + left + ".",
                      {}});
}

}  // namespace

std::vector<RemedyReport> still_to_remedy(Past& past, const DossierOpened& opened) {
    std::vector<RemedyReport> items;
    for (const auto& [id, cycle] : past.registry().cycles()) {
        if (cycle.opened.year >= opened.year) continue;
        const auto plan_of_then = plan_id(id, Owner{opened.person, {}});
        for (const auto& [measure, state] : past.plan(plan_of_then).measures)
            if (!state.verified) items.push_back({plan_of_then, measure, state.degree_percent, {}});
    }
    return items;
}

Decision decide(Past& past, const Acting& acting, const FileSelfAssessment& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& opened = *dossier.opened;
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::self_assessment, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;

    std::vector<Refusal> wrong, broken;
    const auto& rulebook = book_of(past, dossier);
    check_general(rulebook, command.general, opened.post, wrong, broken);
    // Counts that contradict each other are what the person wrote: a finding about a PAPER form.
    std::vector<Refusal> counts;
    check_counts(rulebook, command.counts, "/counts", std::nullopt, "/criteria", opened.post, counts);
    for (auto& refusal : counts) {
        auto& list = entry.paper() && refusal.type == "facts-inconsistent" ? broken : wrong;
        list.push_back(std::move(refusal));
    }
    if (command.sections.empty()) {
        wrong.push_back(invalid_field("/sections", "Phiếu tự đánh giá phải có ít nhất một mục.",
                                      "The form needs at least one section."));
    }
    check_remedied(past, command.remedied, opened, wrong, broken);
    if (!wrong.empty()) return together(std::move(wrong));
    if (auto refusal = too_late(past, dossier)) broken.push_back(*std::move(refusal));
    if (auto refusal = cycle::closed_for(past, dossier.opened->cycle, entry.time()))
        broken.push_back(*std::move(refusal));
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();

    return written(
        entry, dossier_stream(command.dossier),
        SelfAssessmentFiled{command.dossier, opened.person, form_of(past, dossier), command.sections, command.general,
                            command.effectiveness, command.counts ? *command.counts : work_counts(past, opened),
                            command.proposed_level, entry.paper(), entry.breaches(), command.remedied});
}

Decision decide(Past& past, const Acting& acting, const ReturnSelfAssessment& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;

    // The direct head or the personnel officer, whichever the actor is; of a paper both are tried for the signer.
    Entry as_head(past, acting, transcription(command.on_paper));
    Entry as_officer(past, acting, transcription(command.on_paper));
    const auto head = authorise(past, as_head, acting, Power::comment, dossier);
    const bool is_head = head && as_head.breaches().empty();
    if (!is_head) {
        const auto officer = authorise(past, as_officer, acting, Power::propose, dossier);
        if (!officer) return head ? officer.error() : head.error();
    }
    auto& entry = is_head || !as_officer.breaches().empty() ? as_head : as_officer;
    std::vector<Refusal> wrong, broken;
    require_reason(command.reason, "/reason", entry.paper() ? broken : wrong);
    if (auto refusal = too_late(past, dossier)) broken.push_back(*std::move(refusal));
    if (auto refusal = cycle::closed_for(past, dossier.opened->cycle, entry.time()))
        broken.push_back(*std::move(refusal));
    if (auto refusal = self_assessment_missing(past, dossier)) broken.push_back(*std::move(refusal));
    if (!wrong.empty()) {
        for (auto& refusal : broken) wrong.push_back(std::move(refusal));
        return together(std::move(wrong));
    }
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
    return written(entry, dossier_stream(command.dossier),
                   SelfAssessmentReturned{command.dossier, dossier.opened->person, command.reason, entry.paper(),
                                          entry.breaches()});
}

}  // namespace minhbach::services::evaluation
