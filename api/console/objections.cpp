#include "api/console/objections.hpp"

#include "api/console/pages.hpp"

namespace minhbach::api::console {

Words words_of(projections::ObjectionStatus status) {
    switch (status) {
        case projections::ObjectionStatus::filed:
            return {"Đã gửi", "Filed"};
        case projections::ObjectionStatus::received:
            return {"Đã tiếp nhận, đang giải quyết", "Received"};
        case projections::ObjectionStatus::withdrawn:
            return {"Đã rút", "Withdrawn"};
        case projections::ObjectionStatus::resolved:
            return {"Đã giải quyết", "Resolved"};
    }
    return {};
}

Words words_of(ObjectionOutcome outcome) {
    switch (outcome) {
        case ObjectionOutcome::upheld:
            return {"Đúng", "Upheld"};
        case ObjectionOutcome::partly_upheld:
            return {"Đúng một phần", "Partly upheld"};
        case ObjectionOutcome::rejected:
            return {"Không đúng", "Rejected"};
    }
    return {};
}

Words words_of(ReratingGround ground) {
    switch (ground) {
        case ReratingGround::objection:
            return {"Kiến nghị, khiếu nại đúng", "Objection upheld"};
        case ReratingGround::late_discipline:
            return {"Kỷ luật trong năm, biết sau khi kết luận", "Discipline of the year, known later"};
        case ReratingGround::discipline_annulled:
            return {"Quyết định kỷ luật bị hủy", "Discipline annulled"};
        case ReratingGround::dishonesty:
            return {"Không trung thực", "Dishonesty"};
        case ReratingGround::error:
            return {"Sai sót", "Error"};
    }
    return {};
}

Words words_of(EffectKind kind) {
    switch (kind) {
        case EffectKind::quota_of_agency:
            return {"Vượt tỷ lệ của cơ quan sau khi xếp loại lại; không ai bị hạ mức",
                    "Quota of the agency exceeded; nobody is lowered"};
        case EffectKind::quota_of_group:
            return {"Vượt tỷ lệ của nhóm sau khi xếp loại lại; không ai bị hạ mức",
                    "Quota of the group exceeded; nobody is lowered"};
        case EffectKind::head_above_unit:
            return {"Mức của người lãnh đạo cao hơn mức mới của đơn vị", "A leader stands above the unit's new level"};
        case EffectKind::submission_sent:
            return {"Hồ sơ đã gửi còn mức cũ", "A file already sent holds the old level"};
        case EffectKind::report_submitted:
            return {"Báo cáo tổng hợp đã gửi còn số liệu cũ", "A report already sent holds the old figures"};
        case EffectKind::notice_due:
            return {"Phải thông báo và công khai kết quả mới", "The new result must be notified and published"};
        case EffectKind::party_committee_due:
            return {"Phải báo cấp ủy", "The party committee must be told"};
    }
    return {};
}

Node standings_node(const routes::GroundSheet& sheet) {
    std::vector<std::vector<Node>> rows;
    for (const auto& standing : sheet.decision_standings) {
        Node why("–");
        if (standing.cancelled) {
            why = all({node_of(words_of(standing.cancelled->ground)), "; ", standing.cancelled->reason.str(), "; ",
                       standing.cancelled_on ? standing.cancelled_on->number : std::string(), "; ",
                       who(standing.cancelled->by)});
        }
        rows.push_back({number_text(standing.revision), level_node(standing.level),
                        standing.in_force ? bilingual("Đang có hiệu lực", "In force")
                                          : bilingual("Đã được thay thế", "Superseded"),
                        std::move(why)});
    }
    return table({{"Phiên bản", "Revision"},
                  {"Mức xếp loại", "Level"},
                  {"Hiệu lực", "Standing"},
                  {"Căn cứ hủy", "Cancelled because"}},
                 rows);
}

Node objections_node(const routes::GroundSheet& sheet) {
    std::vector<std::vector<Node>> rows;
    for (const auto& line : sheet.objections) {
        Node state = node_of(words_of(line.status));
        if (line.outcome) state.add(all({": ", node_of(words_of(*line.outcome))}));
        if (line.overdue) state.add(all({"; ", bilingual("quá hạn trả lời", "overdue")}));
        if (line.in_time == false) state.add(all({"; ", bilingual("gửi sau thời hạn", "filed late")}));
        Node resolver = line.resolver ? Node(line.resolver->name) : Node("–");
        if (line.resolver_decided == true)
            resolver.add(all({" (", bilingual("cũng là người đã kết luận", "also decided the level"), ")"}));
        Node term("–");
        if (line.answer_by)
            term = all(
                {line.answer_by->vietnamese(), " (", line.term_basis ? line.term_basis->str() : std::string(), ")"});
        rows.push_back({line.objection.str(), line.received_on.vietnamese(), line.decision_document.number,
                        std::move(resolver), std::move(term), std::move(state)});
    }
    return table({{"Mã", "Id"},
                  {"Ngày nhận", "Received on"},
                  {"Đối với văn bản", "Against"},
                  {"Người giải quyết", "Resolver"},
                  {"Hạn trả lời", "Answer by"},
                  {"Tình trạng", "State"}},
                 rows);
}

Node effects_node(const routes::GroundSheet& sheet) {
    std::vector<std::vector<Node>> rows;
    for (const auto& line : sheet.effects) {
        Node state = bilingual("Chưa làm", "Open");
        if (line.settled)
            state = all({bilingual("Đã làm", "Done"), ": ", line.settled->what.str(), "; ", who(line.settled->by)});
        rows.push_back({node_of(words_of(line.kind)), unit_node(line.owner), std::move(state)});
    }
    return table({{"Việc", "What"}, {"Đơn vị phải làm", "Owed by"}, {"Tình trạng", "State"}}, rows);
}

}  // namespace minhbach::api::console
