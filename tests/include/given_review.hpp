// The review of Sở Tài chính in 2023: suggested by the chairman on 13/11, draft sent the same day, held on 20/11,
// concluded the day after with one shortcoming; then self-rating, appraisal and decision.
#pragma once

#include <string_view>
#include <vector>

#include "given_cycle.hpp"
#include "services/evaluation/collective_steps.hpp"
#include "services/review/commands.hpp"

namespace minhbach::services {

inline const Owner kTheDepartment = of_unit("51-S05");

inline review::SuggestReview a_suggestion(const Owner& owner = kTheDepartment, std::string_view point = "GY1") {
    return {review_id(kCycle, owner), kCycle, owner, {{PointId::of(point), Text::of("Giải ngân vốn đầu tư công chậm")}},
            DocumentId::of("D1"),     {}};
}
inline review::SendReviewDraft a_draft(const Owner& owner = kTheDepartment,
                                       std::string_view sent_at = "2023-11-13T16:00") {
    return {review_id(kCycle, owner),
            kCycle,
            owner,
            Time::of(sent_at),
            {PersonCode::of("DIRECTOR"), PersonCode::of("DEPUTY")},
            DocumentId::of("D1"),
            {}};
}
inline Reviewed the_collective(std::string_view unit = "51-S05") {
    return {of_unit(unit), CollectiveKind::leadership_collective};
}
inline Reviewed the_person(std::string_view person) {
    return {of_person(person), {}};
}
inline review::HoldReview a_conference(std::vector<Reviewed> reviewed, std::string_view held_at = "2023-11-20T08:00",
                                       std::string_view id = "HN1", std::string_view unit = "51-S05") {
    review::HoldReview conference;
    conference.conference = ConferenceId::of(id);
    conference.cycle = kCycle;
    conference.unit = UnitCode::of(unit);
    conference.held_at = Time::of(held_at);
    conference.chair = PersonCode::of("DIRECTOR");
    conference.secretary = PersonCode::of("OFFICER");
    conference.attendees = {{PersonCode::of("DIRECTOR"), AttendeeRole::leadership, true, false, {}},
                            {PersonCode::of("DEPUTY"), AttendeeRole::leadership, true, false, {}}};
    conference.reviewed = std::move(reviewed);
    return conference;
}
inline ShortcomingFound a_finding(std::string_view id = "HC1",
                                  std::vector<PersonCode> answerable = {PersonCode::of("DEPUTY")}) {
    return {ShortcomingId::of(id), Text::of("Giải ngân chậm"), CauseKind::subjective, Text::of("Chỉ đạo chưa sát"),
            std::move(answerable)};
}
inline review::ConcludeReview a_conclusion(const Owner& owner = kTheDepartment) {
    review::ConcludeReview conclusion;
    conclusion.review = review_id(kCycle, owner);
    conclusion.cycle = kCycle;
    conclusion.owner = owner;
    conclusion.held_in = kDepartment;
    conclusion.conference = ConferenceId::of("HN1");
    conclusion.conclusion = Text::of("Hoàn thành nhiệm vụ năm, còn hạn chế trong giải ngân.");
    conclusion.document = DocumentId::of("D1");
    if (owner.unit) {
        conclusion.explained = {{PointId::of("GY1"), Text::of("Do vướng giải phóng mặt bằng; đã báo cáo Tỉnh ủy.")}};
        conclusion.shortcomings = {a_finding()};
    }
    return conclusion;
}

inline Given suggested() {
    return a_rating_year().at("2023-11-13T09:00").after("CHAIR", a_suggestion());
}
inline Given draft_sent() {
    return suggested().at("2023-11-13T17:00").after("DIRECTOR", a_draft());
}
inline Given reviewed() {
    return draft_sent()
        .at("2023-11-20T12:00")
        .after("OFFICER", a_conference({the_collective(), the_person("DIRECTOR"), the_person("DEPUTY")}));
}
inline Given review_concluded() {
    return reviewed().at("2023-11-21T08:00").after("OFFICER", a_conclusion()).at("2023-11-24T09:00");
}

inline evaluation::SelfRateCollective a_self_rating(std::string_view unit = "51-S05", Level level = Level::good) {
    return {kCycle,
            UnitCode::of(unit),
            CollectiveKind::organisation_unit,
            level,
            Text::of("Theo báo cáo năm 2023"),
            DocumentId::of("D1"),
            {}};
}
inline GradedCriterion graded(std::string_view id, CriterionKind kind, CriterionGrade grade, bool basic = true) {
    GradedCriterion criterion{CriterionId::of(id), Label::of("Tiêu chí " + std::string(id)), kind, basic, grade, {}};
    if (grade == CriterionGrade::excellent || grade == CriterionGrade::poor)
        criterion.ground = Text::of("Sản phẩm: cơ chế tài chính số 12");
    return criterion;
}
inline evaluation::AppraiseCollective an_appraisal(Level proposed = Level::good, std::string_view unit = "51-S05",
                                                   CriterionGrade results = CriterionGrade::good) {
    evaluation::AppraiseCollective appraisal;
    appraisal.cycle = kCycle;
    appraisal.unit = UnitCode::of(unit);
    appraisal.criteria = {graded("TC1", CriterionKind::general, CriterionGrade::good),
                          graded("TC2", CriterionKind::result, results)};
    appraisal.proposed = proposed;
    appraisal.synthesis = Text::of("Các tiêu chí đạt từ Tốt trở lên.");
    appraisal.opinions = {{Label::of("Đảng ủy Sở"), Text::of("Nhất trí.")}};
    appraisal.document = DocumentId::of("D1");
    return appraisal;
}
inline Given units_below_rated(const Given& history) {
    return history.and_given({a_unit_level("51-S05.P1", Level::good), a_unit_level("51-S05.P2", Level::good),
                              a_unit_level("51-S05.T1", Level::good)});
}
inline Given appraised(Level proposed = Level::good) {
    return units_below_rated(review_concluded())
        .after("DIRECTOR", a_self_rating())
        .after("HOMEAFFAIRS", an_appraisal(proposed));
}

}  // namespace minhbach::services
