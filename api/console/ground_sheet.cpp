#include "api/console/ground_sheet.hpp"

#include "api/console/pages.hpp"

namespace minhbach::api::console {
namespace {

Node judgements_node(const routes::GroundSheet& sheet) {
    std::vector<std::vector<Node>> rows;
    for (const auto& judged : sheet.judgements) {
        const auto& general = judged.event.general;
        const auto cell = [](const CriterionJudgement& criterion) {
            Node node = words_of(criterion.value).vi;
            if (criterion.reason) node.add(all({element("br"), element("small", {}, criterion.reason->str())}));
            return node;
        };
        Node judge = all({node_of(words_of(judged.event.judge)), element("br"), who(judged.by)});
        if (judged.event.typed)
            judge.add(all({element("br"), "Số liệu nhập từ danh sách đã ký ", judged.event.typed->signed_list.str()}));
        rows.push_back({std::move(judge), cell(general.politics), cell(general.ethics), cell(general.style),
                        cell(general.discipline), general.leadership ? cell(*general.leadership) : Node("–"),
                        words_of(judged.event.effectiveness).vi});
    }
    if (rows.empty()) return note(bilingual("Chưa có đánh giá tiêu chí.", "No criteria judged yet."));
    return table({{"Người đánh giá", "Judge"},
                  {"Chính trị tư tưởng", ""},
                  {"Đạo đức, lối sống", ""},
                  {"Tác phong, lề lối", ""},
                  {"Ý thức tổ chức kỷ luật", ""},
                  {"Lãnh đạo, quản lý", ""},
                  {"Hiệu quả", ""}},
                 rows);
}

Node evaluation_node(const RuleEvaluation& evaluation) {
    std::vector<std::pair<Column, Node>> pairs{
        {{"Bộ quy tắc", "Rulebook"},
         all({evaluation.rulebook.str(), " ", element("small", {}, evaluation.rulebook_hash.str().substr(0, 16))})},
        {{"Kết quả xét tiêu chí", "What the criteria say"}, node_of(words_of(evaluation.outcome))},
    };
    if (evaluation.level)
        pairs.push_back({{"Mức theo tiêu chí", "Level by the criteria"}, level_node(evaluation.level)});
    for (const auto cap : evaluation.caps) pairs.push_back({{"Giới hạn mức", "Cap"}, node_of(words_of(cap))});
    for (const auto& gap : evaluation.gaps) pairs.push_back({{"Trường hợp chưa có quy định", "Gap"}, Node(gap.str())});
    if (!evaluation.allowed_levels.empty()) {
        Node levels;
        for (const Level level : evaluation.allowed_levels) levels.add(all({level_text(level), element("br")}));
        pairs.push_back({{"Các mức được quyết định", "Levels allowed"}, std::move(levels)});
    }
    std::vector<std::vector<Node>> rows;
    for (const auto& entry : evaluation.trace) {
        Node requirement = all({entry.requirement.str(), element("br"), element("small", {}, entry.citation.str())});
        if (entry.note) requirement.add(all({element("br"), element("small", {}, entry.note->str())}));
        const Node held = element("span", {{"class", entry.held ? "held" : "failed"}}, entry.held ? "Có" : "Không");
        rows.push_back(
            {words_of(entry.stage).vi, std::move(requirement), element("code", {}, entry.compared.str()), held});
    }
    return all({facts(pairs), table({{"Bước xét", "Step"},
                                     {"Yêu cầu và căn cứ", "Requirement and clause"},
                                     {"Số liệu đối chiếu", "Compared"},
                                     {"Đúng", "Held"}},
                                    rows)});
}

Node proposals_node(const routes::GroundSheet& sheet) {
    std::vector<std::vector<Node>> rows;
    for (const auto& proposal : sheet.proposals) {
        rows.push_back(
            {who(proposal.by), proposal.event.previous ? Node(level_text(proposal.event.previous)) : Node("–"),
             level_node(proposal.event.level), proposal.event.reason ? Node(proposal.event.reason->str()) : Node("–")});
    }
    if (rows.empty()) return note(bilingual("Chưa có đề xuất.", "No proposal yet."));
    return table({{"Người đề xuất", "By"}, {"Trước đó", "Before"}, {"Đề xuất", "Proposed"}, {"Lý do", "Reason"}}, rows);
}

Node standing_node(const projections::Standing& standing) {
    Node node = node_of(words_of_standing(standing.why));
    if (standing.document) {
        node.add(all({": ", standing.document->registered.number.str(), " ngày ",
                      standing.document->registered.date.vietnamese()}));
    }
    if (standing.mandate) {
        node.add(all({", hiệu lực từ ", standing.mandate->from.vietnamese()}));
        if (standing.mandate->to) node.add(all({" đến ", standing.mandate->to->vietnamese()}));
    }
    return node;
}

Node decision_node(const routes::GroundSheet& sheet) {
    if (sheet.decisions.empty()) return note(bilingual("Chưa kết luận.", "Not decided yet."));
    const auto& decision = sheet.decisions.back();
    std::vector<std::pair<Column, Node>> pairs{
        {{"Mức xếp loại", "Level"}, element("strong", {}, level_node(decision.event.level))},
        {{"Người kết luận", "Decided by"}, who(decision.by)}};
    Node document =
        sheet.decision_document ? Node(sheet.decision_document->number) : Node(decision.event.document.str());
    if (sheet.decision_document && sheet.decision_document->date)
        document.add(all({" ngày ", sheet.decision_document->date->vietnamese()}));
    pairs.push_back({{"Văn bản", "Document"}, std::move(document)});
    if (decision.event.reason) pairs.push_back({{"Lý do", "Reason"}, Node(decision.event.reason->str())});
    if (sheet.competence) {
        pairs.push_back(
            {{"Thẩm quyền, theo hiểu biết lúc đó", "Authority, as known then"}, standing_node(sheet.competence->then)});
        pairs.push_back(
            {{"Thẩm quyền, theo hiểu biết hiện nay", "Authority, as known now"}, standing_node(sheet.competence->now)});
    }
    if (sheet.settlement) {
        pairs.push_back({{"Tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"", "Excellent quota"},
                         sheet.settlement->selected  ? Node("Được chọn trong tỷ lệ")
                         : sheet.settlement->lowered ? Node("Không được chọn vì vượt tỷ lệ")
                                                     : Node("–")});
    }
    for (const auto& breach : decision.event.breaches)
        pairs.push_back({{"Cần làm rõ", "To be asked about"}, Node(breach.detail.str())});
    for (const auto& correction : sheet.corrections) {
        pairs.push_back({{"Đính chính", "Correction"},
                         all({correction.event.what.str(), ": ", element("del", {}, correction.event.was.str()), " → ",
                              element("ins", {}, correction.event.is.str()), "; ", who(correction.by)})});
    }
    return facts(pairs);
}

}  // namespace

Node ground_sheet_node(const routes::GroundSheet& sheet) {
    Node content;
    if (!sheet.decisions.empty()) {
        content.add(all({heading(3, "Tiêu chí và căn cứ pháp luật", "Criteria and clauses"),
                         evaluation_node(sheet.decisions.back().event.evaluation)}));
    } else if (sheet.advice) {
        content.add(all({heading(3, "Tiêu chí và căn cứ pháp luật (tham khảo, chưa kết luận)",
                                 "Criteria and clauses (advice, nothing decided)"),
                         evaluation_node(*sheet.advice)}));
    }
    if (sheet.self_assessment) {
        content.add(all({heading(3, "Phiếu tự đánh giá, xếp loại", "Self-assessment"),
                         paragraph(all({"Tự xếp loại: ", level_node(sheet.self_assessment->event.proposed_level), "; ",
                                        who(sheet.self_assessment->by)}))}));
    }
    content.add(all({heading(3, "Đánh giá từng tiêu chí", "Judgements"), judgements_node(sheet)}));
    if (sheet.party_opinion) {
        content.add(all({heading(3, "Ý kiến nhận xét của cấp ủy", "Party committee's opinion"),
                         paragraph(all({sheet.party_opinion->event.committee.str(), " (",
                                        sheet.party_opinion->event.dated.vietnamese(),
                                        "): ", sheet.party_opinion->event.opinion.str()}))}));
    }
    content.add(all({heading(3, "Đề xuất", "Proposals"), proposals_node(sheet)}));
    content.add(all({heading(3, "Kết luận đánh giá, xếp loại", "Conclusion"), decision_node(sheet)}));
    return content;
}

}  // namespace minhbach::api::console
