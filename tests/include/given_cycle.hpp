// The rating year 2023 of Sở Tài chính, on the small province: the cycle, everybody's dossier, their work, and commands
// that only need a name. Times follow the year: forms 16/11, meetings 22/11, proposals 24/11, decisions 28/11, notices
// 30/11.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "given.hpp"
#include "given_province.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services {

inline const CycleId kCycle = CycleId::of("2023");
inline const UnitCode kDepartment = UnitCode::of("51-S05");

inline DossierId dossier_of(std::string_view person) {
    return dossier_id(kCycle, PersonCode::of(person));
}

inline Event a_cycle() {
    CycleOpened cycle;
    cycle.cycle = kCycle;
    cycle.year = 2023;
    cycle.title = Label::of("Kỳ đánh giá, xếp loại năm 2023");
    cycle.document = DocumentId::of("CV5721");
    cycle.rulebook = law::nd90_48_2023().id();
    cycle.rulebook_hash = law::nd90_48_2023().hash();
    cycle.scope = {UnitCode::of("51")};
    cycle.submission = {Date::of("2023-11-30"), false};
    return cycle;
}

// With the post the person holds in these events.
inline std::vector<Event> dossiers_for(const std::vector<Event>& events, const std::vector<std::string_view>& people) {
    std::vector<Event> opened;
    for (const auto person : people) {
        for (const auto& event : events) {
            const auto* assigned = event.as<PostAssigned>();
            if (!assigned || assigned->person.str() != person) continue;
            opened.push_back(DossierOpened{dossier_of(person), assigned->person, kCycle, 2023, assigned->post, {}});
        }
    }
    return opened;
}

// Tasks of the year, so many of them completed on time with quality, so many exceeded. The others are accepted late.
inline std::vector<Event> worked(const Owner& owner, int assigned, int on_time, int exceeded) {
    TasksAssigned given_out{owner, 2023, {}, {}};
    TasksAccepted taken{owner, 2023, {}};
    for (int i = 0; i < assigned; ++i) {
        const auto id = TaskId::of("T" + std::to_string(i));
        given_out.tasks.push_back(
            {id, Text::of("Báo cáo"), Label::of("Báo cáo"), 1, Date::of("2023-10-31"), Text::of("Sớm 5 ngày")});
        taken.acceptances.push_back({id, true, i < on_time, true, i < exceeded, {}});
    }
    return {given_out, taken};
}
inline Owner of_person(std::string_view person) {
    return {PersonCode::of(person), {}};
}
inline Owner of_unit(std::string_view unit) {
    return {{}, UnitCode::of(unit)};
}

inline const std::vector<std::string_view> kEverybody{"DIRECTOR", "DEPUTY", "HEAD1", "HEAD2",     "OFFICER", "A1",
                                                      "A2",       "A3",     "B1",    "PRINCIPAL", "TEACHER"};

// A1 exceeded half of the tasks, nobody else did; all were on time.
inline Given a_rating_year() {
    auto events = a_province();
    auto list = a_document("LIST");
    list.kind = DocumentKind::signed_list;
    auto decision = a_document("QD1", "501/QĐ-STC");
    decision.date = Date::of("2023-11-22");  // with the minutes
    events = events + std::vector<Event>{a_document("CV5721", "5721/UBND-NC"), decision, a_document("TB1", "77/TB-STC"),
                                         list, a_cycle()};
    for (const auto person : kEverybody) {
        events = events + worked(of_person(person), 20, 20, person == "A1" ? 10 : 2);
    }
    for (const auto unit : {"51-S05", "51-S05.P1", "51-S05.P2", "51-S05.T1"})
        events = events + worked(of_unit(unit), 10, 10, 6);
    return Given().at("2023-11-15T08:00").and_given(events).and_given(dossiers_for(events, kEverybody));
}

inline bool is_leader(std::string_view person) {
    return person == "DIRECTOR" || person == "DEPUTY" || person == "HEAD1" || person == "HEAD2" ||
           person == "PRINCIPAL";
}

inline GeneralJudgements judged_well(bool leader) {
    GeneralJudgements general;
    for (auto* criterion : {&general.politics, &general.ethics, &general.style, &general.discipline})
        criterion->value = Judgement::well;
    if (leader) general.leadership = CriterionJudgement{Judgement::well, {}};
    return general;
}

inline evaluation::OnPaper on_paper(std::string_view signer, std::string_view acted_at = "2023-11-24T09:00",
                                    std::string_view document = "QD1") {
    return {Paper{DocumentId::of(document), Time::of(acted_at), {}}, PersonCode::of(signer)};
}

inline evaluation::FileSelfAssessment the_form(std::string_view person) {
    evaluation::FileSelfAssessment form;
    form.dossier = dossier_of(person);
    form.sections = {{Label::of("Chính trị tư tưởng"), Text::of("Chấp hành chủ trương, đường lối.")}};
    form.general = judged_well(is_leader(person));
    form.effectiveness = Effectiveness::high;
    return form;
}

inline evaluation::JudgeCriteria a_judgement(std::string_view person, Judge judge = Judge::direct_head) {
    evaluation::JudgeCriteria judgement;
    judgement.dossier = dossier_of(person);
    judgement.judge = judge;
    judgement.general = judged_well(is_leader(person));
    judgement.effectiveness = Effectiveness::high;
    return judgement;
}

inline evaluation::HoldMeeting a_meeting(std::string_view id, std::string_view unit,
                                         const std::vector<std::string_view>& about, std::string_view chair = "HEAD1") {
    evaluation::HoldMeeting meeting;
    meeting.meeting = MeetingId::of(id);
    meeting.cycle = kCycle;
    meeting.unit = UnitCode::of(unit);
    meeting.held_at = Time::of("2023-11-22T08:00");
    meeting.ended_at = Time::of("2023-11-22T09:00");
    meeting.chair = PersonCode::of(chair);
    meeting.secretary = PersonCode::of("OFFICER");
    for (const auto person : {"A1", "A2", "A3"})
        meeting.attendees.push_back({PersonCode::of(person), AttendeeRole::staff, true, false, {}});
    for (const auto person : about) meeting.discussed.push_back(PersonCode::of(person));
    return meeting;
}

inline evaluation::AdoptMinutes minutes_of(std::string_view id, std::vector<evaluation::MinutesOpinion> opinions = {}) {
    return {MeetingId::of(id), Time::of("2023-11-22T09:30"), std::move(opinions), {}};
}

inline evaluation::RecordPartyOpinion a_party_opinion(std::string_view person, std::string_view dated = "2023-11-23",
                                                      std::string_view meeting = "M1") {
    evaluation::RecordPartyOpinion opinion;
    if (!meeting.empty()) opinion.meeting = MeetingId::of(meeting);
    opinion.dossier = dossier_of(person);
    opinion.committee = Label::of("Đảng ủy Sở Tài chính");
    opinion.dated = Date::of(dated);
    opinion.opinion = Text::of("Nhất trí.");
    return opinion;
}

inline evaluation::ProposeLevel a_proposal(std::string_view person, Level level, std::string_view meeting = "M1") {
    evaluation::ProposeLevel proposal;
    proposal.dossier = dossier_of(person);
    proposal.level = level;
    proposal.meeting = MeetingId::of(meeting);
    return proposal;
}

inline evaluation::DecisionLine a_line(std::string_view person, std::optional<Level> level,
                                       std::string_view reason = "") {
    evaluation::DecisionLine line;
    line.dossier = dossier_of(person);
    line.level = level;
    if (!reason.empty()) line.reason = Text::of(reason);
    return line;
}

inline evaluation::DecideRatings a_decision(std::vector<evaluation::DecisionLine> lines) {
    return {std::move(lines), DocumentId::of("QD1"), {}};
}

inline evaluation::RateCollective a_collective(std::string_view unit, std::optional<Level> level = Level::good) {
    return {kCycle, UnitCode::of(unit), level, Text::of("Hoàn thành các chỉ tiêu được giao"), DocumentId::of("QD1"),
            {}};
}

inline settlement::SettleQuota a_settlement(const std::vector<std::string_view>& selected,
                                            std::string_view agency = "51-S05") {
    settlement::SettleQuota settlement;
    settlement.cycle = kCycle;
    settlement.agency = UnitCode::of(agency);
    for (const auto person : selected) settlement.selected.push_back(dossier_of(person));
    return settlement;
}

// The form filed, judged by whoever heads, discussed and the minutes adopted: only the proposal is missing.
inline Given discussed(const Given& year, const std::vector<std::string_view>& people, std::string_view meeting = "M1",
                       std::string_view judge = "DIRECTOR") {
    auto history = year.at("2023-11-16T08:00");
    for (const auto person : people) history = history.after(person, the_form(person));
    history = history.at("2023-11-21T08:00");
    for (const auto person : people) history = history.after(judge, a_judgement(person));
    return history.at("2023-11-22T10:00")
        .after("OFFICER", a_meeting(meeting, "51-S05", people))
        .after("OFFICER", minutes_of(meeting))
        .at("2023-11-24T08:00");
}

// The level a unit has, however it came by it.
inline Event a_unit_level(std::string_view unit, std::optional<Level> level) {
    return CollectiveRated{
        kCycle, UnitCode::of(unit), level, Text::of("Hoàn thành các chỉ tiêu được giao"), DocumentId::of("QD1"), {}, {},
        {}};
}
inline Given units_rated(const Given& history, Level level = Level::excellent) {
    return history.and_given({a_unit_level("51-S05.P1", level), a_unit_level("51-S05.P2", level),
                              a_unit_level("51-S05.T1", level), a_unit_level("51-S05", level)});
}

// It rated itself and was appraised at this level: only the decision is missing.
inline std::vector<Event> steps_taken(std::string_view unit, Level level = Level::good) {
    CollectiveSelfRated self;
    self.cycle = kCycle;
    self.unit = UnitCode::of(unit);
    self.level = level;
    self.ground = Text::of("Theo báo cáo tổng kết");
    self.document = DocumentId::of("D1");
    CollectiveAppraised appraised;
    appraised.cycle = kCycle;
    appraised.unit = self.unit;
    appraised.proposed = level;
    appraised.synthesis = Text::of("Nhất trí với tự xếp loại");
    appraised.document = self.document;
    appraised.evaluation.rulebook = RulebookId::of("qd124-2023");
    appraised.evaluation.rulebook_hash = Digest::of(std::string(64, 'a'));
    appraised.evaluation.outcome = RuleOutcome::rated;
    appraised.evaluation.level = level;
    return {self, appraised};
}

}  // namespace minhbach::services
