// From the self-assessment to the proposal, and the levels of collectives.
#include <algorithm>

#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"

namespace minhbach::api::demo {
namespace {

namespace evaluation = services::evaluation;

// The meeting that discusses somebody: that of the own unit; for the leaders of an agency and the heads of its
// divisions the meeting of the agency's leadership.
UnitCode meeting_unit(const World& world, const PersonPlan& person) {
    if (!person.head_of || world.agency_of(person.unit) == person.unit) return person.unit;
    return world.agency_of(person.unit);
}

void plan_self(Plan& plan, const PersonPlan& person) {
    evaluation::FileSelfAssessment form;
    form.dossier = person.dossier();
    const auto level = person.way.facts;
    form.sections = {{Label::of("Kết quả thực hiện chức trách, nhiệm vụ được giao"),
                      Text::of("Được giao " + std::to_string(person.way.tasks) +
                               " nhiệm vụ trong năm; đã báo cáo kết quả và sản phẩm của từng nhiệm vụ.")},
                     {Label::of("Ưu điểm, khuyết điểm"),
                      Text::of("Chấp hành tốt quy chế làm việc; cần chủ động hơn trong phối hợp.")}};
    form.general = judgements(person, level);
    form.effectiveness = effectiveness(level);
    form.proposed_level = level == Level::not_completed ? Level::completed : level;
    plan.at(*person.way.self_at, [=, by = person.code](Stage& stage) {
        stage.run(by, "file-self-assessment", form, services::dossier_stream(form.dossier));
    });
}

void plan_judgement(Plan& plan, const World& world, const PersonPlan& person) {
    evaluation::JudgeCriteria judge;
    judge.dossier = person.dossier();
    judge.judge = Judge::direct_head;
    judge.general = judgements(person, person.way.facts);
    judge.effectiveness = effectiveness(person.way.facts);
    const auto by = person.way.commenter.value_or(world.direct_head(person));
    plan.at(*person.way.commented_at,
            [=](Stage& stage) { stage.run(by, "judge-criteria", judge, services::dossier_stream(judge.dossier)); });
}

void plan_comment(Plan& plan, const World& world, const PersonPlan& person) {
    evaluation::RecordComment comment{
        person.dossier(), CommentSide::direct_head, Text::of(comment_text(world, person)), {}};
    const auto by = person.way.commenter.value_or(world.direct_head(person));
    plan.at(*person.way.commented_at,
            [=](Stage& stage) { stage.run(by, "record-comment", comment, services::dossier_stream(comment.dossier)); });
}

void plan_party_opinion(Plan& plan, const World& world, const PersonPlan& person, const MeetingId& meeting) {
    evaluation::RecordPartyOpinion opinion;
    opinion.dossier = person.dossier();
    opinion.committee = Label::of("Đảng ủy " + world.unit(world.tier_of(person.unit)).established.name.str());
    opinion.dated = person.way.opinion_at->local_date();
    opinion.meeting = meeting;
    opinion.opinion =
        Text::of("Thống nhất với kết quả tự đánh giá và ý kiến của tập thể đối với ông (bà) " + person.name + ".");
    const auto by = world.party_secretary(person);
    plan.at(*person.way.opinion_at, [=](Stage& stage) {
        stage.run(by, "record-party-opinion", opinion, services::dossier_stream(opinion.dossier));
    });
}

void plan_proposal(Plan& plan, const World& world, const PersonPlan& person, const MeetingId& meeting) {
    evaluation::ProposeLevel propose;
    propose.dossier = person.dossier();
    propose.level = person.way.proposal();
    propose.meeting = meeting;
    if (person.way.proposal_reason) propose.reason = Text::of(*person.way.proposal_reason);
    if (person.way.synthesis) propose.synthesis = Text::of(*person.way.synthesis);
    const auto by = person.way.proposer.value_or(world.proposer(person));
    plan.at(*person.way.proposed_at,
            [=](Stage& stage) { stage.run(by, "propose-level", propose, services::dossier_stream(propose.dossier)); });
}

std::vector<Attendee> attendees_of(const World& world, const UnitCode& unit, const PersonCode& chair,
                                   const PersonCode& secretary) {
    std::vector<Attendee> attendees;
    std::set<PersonCode> seen;
    const auto invite = [&](const PersonCode& person, AttendeeRole role) {
        if (seen.insert(person).second) attendees.push_back({person, role, true, false, {}});
    };
    invite(chair, AttendeeRole::leadership);
    if (const auto agency = world.agencies.find(unit); agency != world.agencies.end()) {
        if (agency->second.deputy) invite(*agency->second.deputy, AttendeeRole::party_committee);
        invite(agency->second.officer, AttendeeRole::trade_union);
        for (const auto& child : world.children(unit)) {
            if (const auto& head = world.unit(child).head) invite(*head, AttendeeRole::head_of_constituent);
        }
        for (const auto& child : world.children(unit)) {
            for (const auto& code : world.staff_of(child)) {
                if (seen.contains(code) || world.person(code).leader || world.agency_of(child) != unit) continue;
                invite(code, AttendeeRole::youth_union);
                break;
            }
            if (attendees.back().role == AttendeeRole::youth_union) break;
        }
    }
    for (const auto& code : world.staff_of(unit)) invite(code, AttendeeRole::staff);
    invite(secretary, AttendeeRole::staff);
    return attendees;
}

}  // namespace

MeetingId plan_meeting(Plan& plan, const World& world, const UnitCode& unit, const std::vector<PersonCode>& discussed) {
    const auto& planned = world.unit(unit);
    const auto& agency = world.agencies.at(world.tier_of(unit));
    evaluation::HoldMeeting hold;
    hold.meeting = MeetingId::of("HOP-" + unit.str());
    hold.cycle = kCycle;
    hold.unit = unit;
    hold.held_at = *planned.meeting_at;
    hold.ended_at = *planned.meeting_until;
    hold.chair = planned.head.value_or(agency.director);
    hold.secretary = agency.officer;
    hold.discussed = discussed;
    hold.attendees = attendees_of(world, unit, hold.chair, hold.secretary);
    evaluation::AdoptMinutes adopt{hold.meeting, *hold.ended_at, {}, {}};
    for (const auto& code : discussed) {
        const auto& speaker = hold.chair == code ? hold.secretary : hold.chair;
        if (speaker == code) continue;
        int number = 0;
        for (const auto& text : world.person(code).way.opinions)
            adopt.opinions.push_back({code, ++number, speaker, Text::of(text)});
        if (number > 0) continue;
        adopt.opinions.push_back({code, 1, speaker, Text::of(opinion_text(world, world.person(code), 1))});
    }
    plan.at(*hold.ended_at, [=, by = agency.officer](Stage& stage) {
        stage.run(by, "hold-meeting", hold, services::meeting_stream(hold.meeting));
        stage.run(by, "adopt-minutes", adopt, services::meeting_stream(hold.meeting));
    });
    return hold.meeting;
}

void plan_evaluation(Plan& plan, const World& world) {
    std::map<UnitCode, std::vector<PersonCode>> discussed;
    for (const auto& person : world.people()) {
        if (person.rated && person.way.ordinary(Step::meeting))
            discussed[meeting_unit(world, person)].push_back(person.code);
    }
    std::map<UnitCode, MeetingId> meetings;
    for (const auto& [unit, people] : discussed) meetings.emplace(unit, plan_meeting(plan, world, unit, people));
    for (const auto& person : world.people()) {
        if (!person.rated) continue;
        const auto& way = person.way;
        if (way.ordinary(Step::self)) plan_self(plan, person);
        if (way.ordinary(Step::judge)) plan_judgement(plan, world, person);
        if (way.ordinary(Step::comment)) plan_comment(plan, world, person);
        const auto meeting = [&] { return way.meeting ? *way.meeting : meetings.at(meeting_unit(world, person)); };
        const bool leads = person.leader || person.subject_class == SubjectClass::cadre;
        if (leads && way.ordinary(Step::party_opinion)) plan_party_opinion(plan, world, person, meeting());
        if (way.ordinary(Step::propose)) plan_proposal(plan, world, person, meeting());
    }
}

}  // namespace minhbach::api::demo
