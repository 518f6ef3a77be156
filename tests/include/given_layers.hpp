// A layer of Sở Tài chính in the rating year 2023, and how it comes into force.
#pragma once

#include "given_cycle.hpp"
#include "services/concretisation/layers.hpp"

namespace minhbach::services {

inline LayerShare a_share(int percent, std::string_view clause = "nd90.8.1.b",
                          std::string_view fact = "tasks.exceeded") {
    return {Label::of(clause), Label::of(fact), percent, {}, {}};
}

// Sixty percent exceeded instead of fifty, and a superior and peers to be heard.
inline RuleLayer a_layer() {
    RuleLayer layer;
    layer.criteria = {{Label::of("Chuyên viên"), Text::of("Tham mưu đúng hạn, không phải trả lại để làm lại"),
                       Text::of("Hoàn thành trước hạn ít nhất 5 ngày làm việc")}};
    layer.groups = {{Label::of("Nhóm chuyên môn"), Text::of("Công chức không giữ chức vụ của các phòng")}};
    layer.shares = {a_share(60)};
    return layer;
}

inline concretisation::ProposeConcretisation a_layer_proposal(RuleLayer layer = a_layer()) {
    return {kCycle, kDepartment, std::move(layer), Label::of("Đảng ủy Sở Tài chính"), Date::of("2023-11-14")};
}

inline concretisation::IssueConcretisation a_layer_issue(int version = 1, std::string_view document = "HD12") {
    return {kCycle, kDepartment, version, DocumentId::of(document)};
}

// The year with the guidance HD12 signed on 15/11, nothing proposed yet.
inline Given a_year_with_guidance() {
    return a_rating_year()
        .and_given({dated("HD12", "2023-11-15"), dated("GH1", "2023-11-18"), dated("KH1", "2023-12-31")})
        .at("2023-11-15T09:00");
}

inline Given layered(const Given& year, RuleLayer layer = a_layer()) {
    return year.after("DIRECTOR", a_layer_proposal(std::move(layer))).after("DIRECTOR", a_layer_issue());
}

}  // namespace minhbach::services
