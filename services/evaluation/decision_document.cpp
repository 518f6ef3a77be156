// The paper that carries a decision.
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {

std::vector<Refusal> against_document(Past& past, const organisation::Document& document, const Dossier& dossier,
                                      const std::optional<MeetingId>& meeting, const Entry& entry) {
    const auto& registered = document.registered;
    const auto day = entry.day();
    std::vector<Refusal> broken;
    const auto add = [&](std::string type, const std::string& vi, const std::string& en) {
        broken.push_back({std::move(type),
                          "/document",
                          step_clause(past, dossier, ProcedureStep::decision),
                          "Văn bản số " + registered.number.str() + " " + vi,
                          "Document " + registered.number.str() + " " + en,
                          {}});
    };
    if (registered.kind != DocumentKind::decision && registered.kind != DocumentKind::conclusion) {
        add("invalid-field", "không phải là quyết định hoặc kết luận nên không thể ghi mức xếp loại.",
            "is neither a decision nor a conclusion and carries no level.");
    }
    // Signed after the act it is to carry, or no longer in effect, it carries nothing.
    if (registered.date > day || (registered.effective_to && *registered.effective_to < day)) {
        add("step-order",
            "ký ngày " + registered.date.vietnamese() + " không có hiệu lực vào ngày " + day.vietnamese() + ".",
            "signed " + registered.date.iso() + ", is not in effect on " + day.iso() + ".");
    }
    const auto adopted = meeting ? past.meeting(*meeting).adopted_at : std::nullopt;
    if (adopted && registered.date < adopted->local_date()) {
        add("step-order",
            "ký ngày " + registered.date.vietnamese() + ", trước ngày thông qua biên bản cuộc họp (" +
                adopted->local_date().vietnamese() + ").",
            "signed " + registered.date.iso() + ", is older than the minutes it rests on, adopted " +
                adopted->local_date().iso() + ".");
    }
    const auto& actor = entry.authority().actor;
    if (registered.signer_person && *registered.signer_person != actor) {
        add("facts-inconsistent",
            "do " + registered.signer_person->str() + " ký, không phải người kết luận (" + actor.str() + ").",
            "is signed by " + registered.signer_person->str() + ", not by who decides (" + actor.str() + ").");
    }
    return broken;
}

}  // namespace minhbach::services::evaluation
