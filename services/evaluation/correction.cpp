// The correction of a slip in a decision's wording: everything but the level.
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {

Decision decide(Past& past, const Acting& acting, const CorrectDecision& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    Entry entry(past, acting, std::nullopt);
    if (auto outcome = authorise(past, entry, acting, Power::decide, dossier); !outcome) return outcome.error();

    std::vector<Refusal> wrong;
    const auto clause = step_clause(past, dossier, ProcedureStep::decision);
    if (!dossier.decision) {
        wrong.push_back({"step-order",
                         "",
                         clause,
                         "Hồ sơ chưa có kết luận nên chưa có gì để đính chính.",
                         "Nothing has been decided yet, so there is nothing to correct.",
                         {}});
    }
    if (command.was == command.is) {
        wrong.push_back({"nothing-to-change",
                         "/is",
                         "",
                         "Nội dung đính chính giống nội dung đã ghi.",
                         "The correction says what was said before.",
                         {}});
    }
    if (names_a_level(command.what.str()) || names_a_level(command.was.str()) || names_a_level(command.is.str())) {
        wrong.push_back(
            {"step-order",
             "/is",
             clause,
             "Đính chính không được nói đến mức xếp loại; muốn thay đổi mức thì phải hủy kết quả và xếp loại lại.",
             "A correction cannot speak of the level; another level needs a cancellation and a re-rating.",
             {}});
    }
    require_reason(command.reason, "/reason", wrong);
    if (auto document = find_document(past, command.document, "/document"); !document)
        wrong.push_back(document.error());
    if (!wrong.empty()) return together(std::move(wrong));
    return written(entry, dossier_stream(command.dossier),
                   DecisionCorrected{command.dossier, dossier.opened->person, command.what, command.was, command.is,
                                     command.reason, command.document});
}

}  // namespace minhbach::services::evaluation
