// Đánh giá đa chiều: which sides a layer wants heard, who was asked, and who did not answer.
#include "events/codec/json.hpp"
#include "services/evaluation/steps.hpp"
#include "services/law/calendar.hpp"

namespace minhbach::services::evaluation {
namespace {

std::string_view side_vi(CommentSide side) {
    switch (side) {
        case CommentSide::direct_head:
            return "người đứng đầu trực tiếp";
        case CommentSide::superior:
            return "cấp trên";
        case CommentSide::peer:
            return "đồng cấp";
        case CommentSide::subordinate:
            return "cấp dưới";
        case CommentSide::former_agency:
            return "cơ quan, đơn vị cũ";
        case CommentSide::organisation:
            return "tổ chức, đoàn thể";
        case CommentSide::host_agency:
            return "nơi biệt phái đến";
    }
    std::abort();
}

std::string_view side_en(CommentSide side) {
    switch (side) {
        case CommentSide::direct_head:
            return "the direct head";
        case CommentSide::superior:
            return "the superior";
        case CommentSide::peer:
            return "peers";
        case CommentSide::subordinate:
            return "subordinates";
        case CommentSide::former_agency:
            return "the former agency";
        case CommentSide::organisation:
            return "organisations";
        case CommentSide::host_agency:
            return "the host of the secondment";
    }
    std::abort();
}

bool there_can_be(Past& past, const Dossier& dossier, CommentSide side, Date day) {
    if (side == CommentSide::subordinate) return leads(dossier.opened->post);
    if (side == CommentSide::former_agency) return former_agency(past, dossier, day).has_value();
    if (side == CommentSide::host_agency) return !hosts(past.registry(), dossier, day).empty();
    return true;
}

law::OpinionSide of_rulebook(CommentSide side) {
    switch (side) {
        case CommentSide::direct_head:
            return law::OpinionSide::direct_head;
        case CommentSide::superior:
            return law::OpinionSide::superior;
        case CommentSide::peer:
            return law::OpinionSide::peer;
        case CommentSide::subordinate:
            return law::OpinionSide::subordinate;
        case CommentSide::former_agency:
            return law::OpinionSide::former_agency;
        case CommentSide::organisation:
            return law::OpinionSide::organisation;
        case CommentSide::host_agency:
            return law::OpinionSide::host_agency;
    }
    std::abort();
}

// What the rulebook asks of that side about this person. The former agency's comment has a check of its own.
const law::OpinionRule* required_by_law(Past& past, const Dossier& dossier, CommentSide side) {
    if (side == CommentSide::former_agency) return nullptr;
    const auto* rule = book_of(past, dossier).procedure().opinion(of_rulebook(side), who_of(past, dossier));
    return rule && rule->required ? rule : nullptr;
}

// The widest layer that requires it.
std::string clause_of_side(const concretisation::InForce& layers, CommentSide side) {
    for (std::size_t i = 0; i < layers.layers.size(); ++i)
        for (const auto& source : layers.layers[i]->sources)
            if (source.side == side && source.required)
                return "Lớp cụ thể hóa " + layers.applied[i].name.str() + ", văn bản " +
                       layers.applied[i].document.str() + " (quy định nội bộ)";
    return kInternalRule;
}

}  // namespace

concretisation::InForce layers_of(Past& past, const Dossier& dossier) {
    const auto& opened = *dossier.opened;
    return concretisation::in_force_for(past, opened.cycle, opened.post.unit, dossier.opened_on);
}

std::vector<Refusal> opinions_outstanding(Past& past, const Dossier& dossier, Date day) {
    const auto layers = layers_of(past, dossier);
    std::vector<Refusal> broken;
    const auto sources = concretisation::sources_of(layers);
    for (const auto& [side, name] : json::enumerators<CommentSide>()) {
        const auto* rule = required_by_law(past, dossier, side);
        const auto source = sources.find(side);
        const bool required = rule || (source != sources.end() && source->second.required);
        if (!required || !there_can_be(past, dossier, side, day)) continue;
        if (const auto given = dossier.commented.find(side); given != dossier.commented.end() && given->second <= day)
            continue;
        const auto asked = dossier.asked.find(side);
        const bool blocks = rule && rule->unanswered == law::Unanswered::blocks;
        if (!blocks && asked != dossier.asked.end() && asked->second < day) continue;  // asked, and no answer
        const auto vi = std::string(side_vi(side)), en = std::string(side_en(side));
        const bool waiting = asked != dossier.asked.end();
        broken.push_back(
            {"step-order",
             "",
             rule ? rule->clause->citation.str() : clause_of_side(layers, side),
             waiting ? "Ý kiến của " + vi + " đang được lấy, thời hạn trả lời đến hết ngày " +
                           asked->second.vietnamese() + "."
                     : "Chưa lấy ý kiến của " + vi + "; hãy lấy ý kiến trước khi đề xuất.",
             waiting ? "The opinion of " + en + " was asked for and is due by the end of " + asked->second.iso() + "."
                     : "The opinion of " + en + " has not been asked for; ask before proposing.",
             {}});
    }
    return broken;
}

Decision decide(Past& past, const Acting& acting, const RequestOpinion& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto entered = entry_for(past, acting, std::nullopt, ProcedureStep::opinion_request, dossier);
    if (!entered) return entered.error();
    const auto& entry = *entered;
    if (auto closed = cycle::closed_for(past, dossier.opened->cycle, acting.now)) return *std::move(closed);
    if (dossier.proposal || dossier.decision)
        return Refusal{"step-order",
                       "",
                       step_clause(past, dossier, ProcedureStep::decision),
                       "Hồ sơ đã có đề xuất hoặc kết luận; ý kiến phải được lấy trước đó.",
                       "A level has been proposed or decided; opinions are asked for before.",
                       {}};
    std::vector<Refusal> wrong;
    if (command.asked.empty())
        wrong.push_back(invalid_field("/asked", "Phải nêu người, tổ chức được lấy ý kiến.", "Say who is asked."));
    if (!there_can_be(past, dossier, command.side, acting.today()))
        wrong.push_back(invalid_field("/side", "Người này không có nguồn ý kiến đó.",
                                      "This person has no such source of opinions."));
    const auto sources = concretisation::sources_of(layers_of(past, dossier));
    const auto source = sources.find(command.side);
    auto due =
        source == sources.end()
            ? term_end(book_of(past, dossier), who_of(past, dossier), law::TermName::opinion_answer, acting.today())
            : law::Calendar::vietnam().period_end(acting.today(), source->second.answer_working_days,
                                                  law::PeriodUnit::working);
    if (!due) return due.error();
    if (command.due && source != sources.end() && *command.due < *due)
        wrong.push_back(invalid_field("/due", "Thời hạn trả lời theo lớp cụ thể hóa đến " + due->vietnamese() + ".",
                                      "By the layer an answer is due on " + due->iso() + "."));
    if (command.due && *command.due < acting.today())
        wrong.push_back(invalid_field("/due", "Thời hạn trả lời không được ở quá khứ.", "The term lies in the past."));
    if (!wrong.empty()) return together(std::move(wrong));
    return written(entry, dossier_stream(command.dossier),
                   OpinionRequested{command.dossier, dossier.opened->person, command.side, command.asked,
                                    command.due.value_or(*due)});
}

}  // namespace minhbach::services::evaluation
