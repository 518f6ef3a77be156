// The party side of Sở Tài chính in the rating year 2023: its administrator, the secretary of its grassroots committee,
// the secretary of its cell and a reader, and who is a member. The state has decided on 28/11/2023.
#pragma once

#include <string_view>
#include <vector>

#include "given_cycle.hpp"

namespace minhbach::services {

inline const std::vector<std::string_view> kMembers{"DIRECTOR", "DEPUTY", "HEAD1", "A1", "A2", "A3", "B1"};
inline const RulebookId kPartyRulebook = RulebookId::of("qd124-2023");

inline std::vector<Event> a_party_side() {
    std::vector<Event> events{
        a_person("PADMIN", "Cao Văn Quang"),
        a_person("SECRETARY", "Lương Thị Sen"),
        a_person("CELL", "Mai Văn Tân"),
        a_person("PREADER", "Hồ Thị Uyên"),
        a_mandate("PADMIN.1", "PADMIN", {Power::party_administer}, "51", Reach::subtree),
        a_mandate("SECRETARY.1", "SECRETARY", {Power::party_decide}, "51-S05", Reach::subtree),
        a_mandate("CELL.1", "CELL", {Power::party_propose}, "51-S05", Reach::subtree),
        a_mandate("PREADER.1", "PREADER", {Power::party_read}, "51-S05", Reach::subtree),
    };
    for (const auto member : kMembers)
        events.push_back(PartyMembershipRecorded{PersonCode::of(member), true, Date::of("2015-06-03")});
    return events;
}

inline RatingDecided a_state_level(std::string_view person, std::optional<Level> level) {
    RatingDecided event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.level = level;
    event.document = DocumentId::of("QD1");
    event.evaluation.rulebook = law::nd90_48_2023().id();
    event.evaluation.rulebook_hash = law::nd90_48_2023().hash();
    event.evaluation.outcome = RuleOutcome::undecided;
    return event;
}

inline RatingCancelled a_state_cancellation(std::string_view person) {
    RatingCancelled event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.decision = 1;
    event.ground = ReratingGround::error;
    event.reason = Text::of("Nhầm số liệu");
    event.document = DocumentId::of("QD1");
    return event;
}

// A1 excellent; DEPUTY, HEAD1, A2, A3 good; B1 waits; DIRECTOR is decided by the province.
inline std::vector<Event> state_levels() {
    std::vector<Event> events;
    for (const auto person : {"DEPUTY", "HEAD1", "A2", "A3"}) events.push_back(a_state_level(person, Level::good));
    events.push_back(a_state_level("A1", Level::excellent));
    return events;
}

inline Given a_party_year() {
    return a_rating_year()
        .and_given(a_party_side())
        .at("2023-11-28T15:00")
        .and_given(state_levels())
        .at("2023-12-04T08:00");
}

inline PartyPaper a_party_paper(std::string_view number = "15-QĐ/ĐU", std::string_view day = "2023-12-01") {
    return {Label::of(number), Date::of(day), Label::of("Đảng ủy Sở Tài chính"), Label::of("Lương Thị Sen")};
}

inline party::HandOverResults the_hand_over() {
    return {kCycle, kDepartment, Label::of("Đảng ủy Sở Tài chính"), kDepartment, DocumentId::of("QD1")};
}
inline party::ReceiveHandOver its_receipt(int number = 1) {
    return {kCycle, kDepartment, number, {}};
}
inline party::OpenPartyDossiers the_cell(std::vector<PersonCode> persons = {}) {
    return {kCycle, kDepartment, Label::of("Chi bộ Sở Tài chính"), kDepartment, kPartyRulebook, std::move(persons)};
}

inline party::FilePartySelfReview a_self_review(std::string_view person) {
    party::FilePartySelfReview review;
    review.dossier = dossier_of(person);
    review.form = is_leader(person) ? PartyForm::form_02b : PartyForm::form_02a;
    review.strengths = Text::of("Kiên định đường lối, hoàn thành chỉ tiêu được giao.");
    review.limits = Text::of("Có việc còn chậm do thiếu chủ động.");
    review.remedied = Text::of("Đã khắc phục xong hạn chế năm trước.");
    if (is_leader(person)) review.responsibility = Text::of("Chịu trách nhiệm về hạn chế của tập thể.");
    review.measures = Text::of("Bám sát kế hoạch tháng.");
    return review;
}

inline party::AppraiseMember an_appraisal(std::string_view person, Level level = Level::good) {
    const bool excellent = level == Level::excellent;
    party::AppraiseMember appraisal;
    appraisal.dossier = dossier_of(person);
    appraisal.criteria = {{Label::of("Chính trị tư tưởng"), CriterionKind::general, true, CriterionGrade::good},
                          {Label::of("Kết quả thực hiện nhiệm vụ"), CriterionKind::result, true,
                           excellent ? CriterionGrade::excellent : CriterionGrade::good}};
    if (is_leader(person)) appraisal.targets = PartyTargets{10, 10, false, false};
    appraisal.opinion = Text::of("Nhất trí với mức tự nhận.");
    appraisal.proposed = level;
    return appraisal;
}

inline party::CountPartyBallot a_ballot(std::string_view person, int excellent = 0, int good = 7) {
    party::CountPartyBallot ballot;
    ballot.dossier = dossier_of(person);
    ballot.held_on = Date::of("2023-12-04");
    ballot.present = excellent + good;
    ballot.excellent = excellent;
    ballot.good = good;
    ballot.minutes = a_party_paper("03-BB/CB");
    return ballot;
}

inline party::DecidePartyRatings a_party_decision(std::vector<party::PartyDecisionLine> lines) {
    return {std::move(lines), a_party_paper()};
}
inline party::PartyDecisionLine a_party_line(std::string_view person, Level level = Level::good,
                                             std::string_view reason = "") {
    party::PartyDecisionLine line{dossier_of(person), level, {}};
    if (!reason.empty()) line.reason = Text::of(reason);
    return line;
}

// Handed over, received, and the dossiers of the cell opened.
inline Given received(const Given& year = a_party_year()) {
    return year.after("OFFICER", the_hand_over()).after("CELL", its_receipt()).after("CELL", the_cell());
}

// Self-review, appraisal, ballot and proposal: only the decision is missing.
inline Given voted(const Given& history, const std::vector<std::string_view>& people, Level level = Level::good) {
    auto next = history;
    for (const auto person : people) {
        next = next.after(person, a_self_review(person))
                   .after("CELL", an_appraisal(person, level))
                   .after("CELL", level == Level::excellent ? a_ballot(person, 6, 1) : a_ballot(person))
                   .after("CELL", party::ProposePartyLevel{dossier_of(person), level, {}});
    }
    return next;
}

}  // namespace minhbach::services
