// The rating year after its decisions: A1 and PRINCIPAL are decided on 28/11/2023, the division 51-S05.P1 has its
// level; A2 is not decided. A1 has a plan with one measure, whom B1 follows, OFFICER inspects and HEAD2 urges.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "given_cycle.hpp"
#include "rated.hpp"
#include "services/remediation/remediation.hpp"

namespace minhbach::services {

inline const PlanId kPlanOfA1 = plan_id(kCycle, of_person("A1"));
inline const PlanId kPlanOfP1 = plan_id(kCycle, of_unit("51-S05.P1"));
inline const MeasureId kMeasure = MeasureId::of("BP1");

inline const std::string kLetter = "Văn bản số 5721/UBND-NC ngày 01/01/2020";

inline Given rated_year() {
    std::vector<Event> decided;
    for (const auto person : {"A1", "PRINCIPAL"})
        decided.push_back(tests::rated(dossier_of(person), PersonCode::of(person), Level::good));
    decided.push_back(CollectiveRated{kCycle,
                                      UnitCode::of("51-S05.P1"),
                                      Level::good,
                                      Text::of("Theo kết quả năm 2023"),
                                      DocumentId::of("QD1"),
                                      {},
                                      {},
                                      {}});
    return a_rating_year().at("2023-11-28T09:30").and_given(decided).at("2023-12-06T09:00");
}

inline Measure a_measure(std::string_view id = "BP1", std::string_view responsible = "A1",
                         std::string_view due = "2024-02-29") {
    return {MeasureId::of(id), Text::of("Ban hành quy chế phối hợp"), Label::of("Quy chế được ban hành"),
            PersonCode::of(responsible), Date::of(due)};
}
inline Shortcoming a_shortcoming(std::string_view id = "HC1", std::vector<Measure> measures = {a_measure()}) {
    Shortcoming shortcoming;
    shortcoming.shortcoming = ShortcomingId::of(id);
    shortcoming.description = Text::of("Phối hợp chưa chủ động");
    shortcoming.cause = CauseKind::subjective;
    shortcoming.cause_text = Text::of("Chưa có quy chế");
    shortcoming.measures = std::move(measures);
    return shortcoming;
}

inline remediation::AdoptPlan a_plan(const Owner& owner = of_person("A1")) {
    remediation::AdoptPlan plan;
    plan.plan = plan_id(kCycle, owner);
    plan.cycle = kCycle;
    plan.owner = owner;
    plan.shortcomings = {a_shortcoming()};
    plan.document = DocumentId::of("QD1");
    return plan;
}
inline remediation::AdoptPlan a_plan_of_the_division() {
    auto plan = a_plan(of_unit("51-S05.P1"));
    plan.answerable = {{PersonCode::of("HEAD1"), ShortcomingId::of("HC1"), 60, Text::of("Chỉ đạo chưa sát")},
                       {PersonCode::of("A1"), ShortcomingId::of("HC1"), 40, Text::of("Tham mưu chậm")}};
    return plan;
}
inline remediation::StateNoShortcoming a_statement(const Owner& owner = of_person("A1")) {
    return {plan_id(kCycle, owner), kCycle, owner, Text::of("Không có hạn chế, khuyết điểm phải khắc phục."),
            DocumentId::of("QD1"),  {}};
}

inline remediation::AssignFollowUp an_assignment(FollowUpRole role, std::string_view assignee,
                                                 const PlanId& plan = kPlanOfA1) {
    return {plan, role, PersonCode::of(assignee), DocumentId::of("TB1")};
}
inline remediation::ReportProgress a_report(int degree, const PlanId& plan = kPlanOfA1) {
    remediation::ReportProgress report{plan, kMeasure, degree, Text::of("Đã dự thảo"), {}, {}};
    if (degree == 100) report.evidence = {{DocumentId::of("QD1"), {}}};
    return report;
}
inline remediation::VerifyMeasure a_verification(const PlanId& plan = kPlanOfA1) {
    return {plan, kMeasure, Text::of("Quy chế đã ban hành")};
}
inline remediation::ReopenMeasure a_reopening(const PlanId& plan = kPlanOfA1) {
    return {plan, kMeasure, Text::of("Quy chế chưa được thực hiện")};
}

inline Given planned() {
    return rated_year().after("A1", a_plan());
}
inline Given followed() {
    auto history = planned().at("2023-12-08T14:00");
    for (const auto& [role, assignee] : {std::pair{FollowUpRole::follower, "B1"},
                                         {FollowUpRole::inspector, "OFFICER"},
                                         {FollowUpRole::urger, "HEAD2"}}) {
        history = history.after("DIRECTOR", an_assignment(role, assignee))
                      .after(assignee, remediation::ConfirmFollowUp{kPlanOfA1, role});
    }
    return history.at("2024-01-15T10:00");
}

}  // namespace minhbach::services
