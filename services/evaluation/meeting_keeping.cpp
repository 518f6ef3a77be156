// Meetings and their minutes. Who should have been there is in the rulebook and on record; a quorum is enforced where
// the rulebook sets one.
#include <algorithm>
#include <set>

#include "services/evaluation/attendance.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

constexpr std::size_t kOpinionsMax = 1000;  // each is a part of the event with a commitment in its record

std::string indexed(std::string_view list, std::size_t i, std::string_view member = "") {
    return "/" + std::string(list) + "/" + std::to_string(i) + std::string(member);
}

// Of a meeting about several people the clauses of all of them.
std::string clause_of_meeting(Past& past, const MeetingHeld& held) {
    return step_clause(past, held.cycle, held.unit, held.held_at.local_date(), ProcedureStep::meeting);
}

Meet that_was(const MeetingHeld& held) {
    return {held.cycle, held.unit, held.held_at.local_date(), held.discussed};
}

bool quorate(Past& past, const HoldMeeting& command, const Dossier& dossier) {
    const auto day = command.held_at.local_date();
    const bool constituent_units = past.registry().subtree(command.unit, day).size() > 1;
    const auto* rule = book_of(past, dossier)
                           .procedure()
                           .composition(ProcedureStep::meeting, who_of(past, dossier), constituent_units);
    if (!rule) return true;
    const auto present = std::count_if(command.attendees.begin(), command.attendees.end(),
                                       [](const Attendee& one) { return one.present || one.in_writing; });
    return rule->quorate(present, static_cast<std::int64_t>(command.attendees.size()));
}

void check_discussed(Past& past, const HoldMeeting& command, std::vector<Refusal>& wrong,
                     std::vector<Refusal>& broken) {
    if (command.discussed.empty()) {
        wrong.push_back(
            invalid_field("/discussed", "Phải nêu người được nhận xét, đánh giá.", "Name whom the meeting discussed."));
    }
    std::set<PersonCode> seen;
    for (std::size_t i = 0; i < command.discussed.size(); ++i) {
        const auto& person = command.discussed[i];
        if (!seen.insert(person).second) {
            wrong.push_back(invalid_field(indexed("discussed", i), "Người này đã có trong danh sách.",
                                          "This person is listed twice."));
        }
        const auto& dossier = past.dossier(dossier_id(command.cycle, person));
        if (!dossier.exists()) {
            wrong.push_back(invalid_field(indexed("discussed", i),
                                          "Người mang mã " + person.str() + " không có hồ sơ trong kỳ này.",
                                          "Person " + person.str() + " has no dossier in this cycle."));
            continue;
        }
        const bool after_form = waits_for(past, dossier, ProcedureStep::meeting, ProcedureStep::self_assessment);
        if (after_form && dossier.self_assessments == 0) {
            auto refusal = self_assessment_missing(past, dossier).value();
            refusal.field = indexed("discussed", i);
            broken.push_back(std::move(refusal));
        } else if (after_form && command.held_at < *dossier.first_filed) {
            broken.push_back({"step-order",
                              indexed("discussed", i),
                              step_clause(past, dossier, ProcedureStep::meeting),
                              "Cuộc họp lúc " + command.held_at.vietnamese() + " trước khi " + person.str() +
                                  " nộp phiếu tự đánh giá (" + dossier.first_filed->vietnamese() + ").",
                              "The meeting at " + command.held_at.rfc3339() + " came before the self-assessment of " +
                                  person.str() + " at " + dossier.first_filed->rfc3339() + ".",
                              {}});
        }
        if (!quorate(past, command, dossier))
            broken.push_back({"step-order",
                              "/attendees",
                              step_clause(past, dossier, ProcedureStep::meeting),
                              "Số người dự họp chưa đủ tỷ lệ mà bộ quy tắc yêu cầu.",
                              "Fewer were present than the rulebook asks for.",
                              {}});
        if (!meeting_concerns(past.registry(), command.unit, dossier)) {
            broken.push_back(
                {"facts-inconsistent",
                 indexed("discussed", i),
                 step_clause(past, dossier, ProcedureStep::meeting),
                 "Người mang mã " + person.str() + " không công tác tại " + command.unit.str() +
                     " và cơ quan, đơn vị quản lý người này không phải nơi họp.",
                 "Person " + person.str() + " neither works in " + command.unit.str() + " nor is managed there.",
                 {}});
        }
    }
}

bool took_part(const MeetingHeld& held, const PersonCode& person) {
    return person == held.chair || person == held.secretary ||
           std::any_of(held.attendees.begin(), held.attendees.end(), [&](const Attendee& attendee) {
               return attendee.person == person && (attendee.present || attendee.in_writing);
           });
}

void check_opinions(Past& past, const Meeting& meeting, const AdoptMinutes& command, std::vector<Refusal>& wrong,
                    std::vector<Refusal>& broken) {
    if (command.opinions.size() > kOpinionsMax) {
        wrong.push_back(invalid_field("/opinions",
                                      "Một biên bản có tối đa " + std::to_string(kOpinionsMax) + " ý kiến.",
                                      "Minutes hold at most " + std::to_string(kOpinionsMax) + " opinions."));
    }
    std::set<std::pair<PersonCode, int>> numbers;
    for (std::size_t i = 0; i < command.opinions.size(); ++i) {
        const auto& opinion = command.opinions[i];
        if (!meeting.covers(opinion.about)) {
            wrong.push_back(invalid_field(indexed("opinions", i, "/about"),
                                          "Người này không được nhận xét tại cuộc họp.",
                                          "The meeting did not discuss this person."));
        }
        if (opinion.number < 1 || !numbers.insert({opinion.about, opinion.number}).second) {
            wrong.push_back(invalid_field(indexed("opinions", i, "/number"),
                                          "Số thứ tự ý kiến về một người phải từ 1 và không trùng nhau.",
                                          "Opinions about one person are numbered from 1 without repeats."));
        }
        if (opinion.text.empty()) {
            wrong.push_back(
                invalid_field(indexed("opinions", i, "/text"), "Ý kiến không có nội dung.", "The opinion is empty."));
        }
        if (!took_part(*meeting.held, opinion.speaker)) {
            broken.push_back({"facts-inconsistent",
                              indexed("opinions", i, "/speaker"),
                              clause_of_meeting(past, *meeting.held),
                              "Người phát biểu không có mặt và không góp ý bằng văn bản theo danh sách dự họp.",
                              "The speaker was neither present nor gave an opinion in writing.",
                              {}});
        }
    }
}

Refusal out_of_order(Past& past, const Meeting& meeting, std::string vi, std::string en) {
    return {"step-order", "", clause_of_meeting(past, *meeting.held), std::move(vi), std::move(en), {}};
}

Result<const Meeting*> find_meeting(Past& past, const MeetingId& id) {
    const auto& meeting = past.meeting(id);
    if (meeting.exists()) return &meeting;
    auto refusal = not_found("Không có cuộc họp mang mã " + id.str() + ".", "There is no meeting " + id.str() + ".");
    refusal.field = "/meeting";
    return refusal;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const HoldMeeting& command) {
    if (past.meeting(command.meeting).exists()) {
        return Refusal{"already-exists",
                       "/meeting",
                       "",
                       "Đã có cuộc họp mang mã " + command.meeting.str() + ".",
                       "There is a meeting " + command.meeting.str() + " already.",
                       {}};
    }
    std::vector<Refusal> wrong, broken;
    require_cycle_and_unit(past, command.cycle, command.unit, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    auto entered = entry_for_meeting(past, acting, command.on_paper,
                                     {command.cycle,
                                      command.unit,
                                      command.held_at.local_date(),
                                      {command.discussed.begin(), command.discussed.end()}});
    if (!entered) return entered.error();
    auto& entry = *entered;

    organisation::Problems problems;
    check_attendance(past, attendance_of(command), acting.now, problems);
    wrong = std::move(problems).all();
    check_discussed(past, command, wrong, broken);
    if (auto closed = cycle::closed_for(past, command.cycle, entry.time())) broken.push_back(*std::move(closed));
    if (!wrong.empty()) return together(std::move(wrong));
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
    return written(
        entry, meeting_stream(command.meeting),
        MeetingHeld{command.meeting, command.cycle, command.unit, command.held_at, command.ended_at, command.chair,
                    command.secretary, command.attendees, command.discussed, entry.paper(), entry.breaches()});
}

Decision decide(Past& past, const Acting& acting, const AdoptMinutes& command) {
    const auto found = find_meeting(past, command.meeting);
    if (!found) return found.error();
    const auto& meeting = **found;
    auto entered = entry_for_meeting(past, acting, command.on_paper, that_was(*meeting.held));
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (meeting.adopted) {
        return out_of_order(past, meeting, "Biên bản đã được thông qua; muốn bổ sung thì mở lại biên bản và nêu lý do.",
                            "The minutes stand adopted; reopen them with a reason to correct them.");
    }
    std::vector<Refusal> wrong, broken;
    if (command.adopted_at > acting.now) {
        wrong.push_back(invalid_field("/adoptedAt", "Giờ thông qua không được ở tương lai.",
                                      "The adoption cannot lie in the future."));
    }
    if (command.adopted_at < meeting.held->ended_at.value_or(meeting.held->held_at)) {
        auto refusal = out_of_order(past, meeting, "Biên bản chỉ được thông qua khi cuộc họp đã diễn ra.",
                                    "Minutes are adopted after the meeting, not before.");
        refusal.field = "/adoptedAt";
        broken.push_back(std::move(refusal));
    }
    check_opinions(past, meeting, command, wrong, broken);
    if (auto closed = cycle::closed_for(past, meeting.held->cycle, entry.time())) broken.push_back(*std::move(closed));
    if (!wrong.empty()) return together(std::move(wrong));
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();

    MinutesAdopted adopted{command.meeting, meeting.version + 1, command.adopted_at, {},
                           entry.paper(),   entry.breaches()};
    for (const auto& opinion : command.opinions) {
        adopted.opinions.items.push_back({opinion.about, Opinion{opinion.number, opinion.speaker, opinion.text}});
    }
    return written(entry, meeting_stream(command.meeting), std::move(adopted));
}

Decision decide(Past& past, const Acting& acting, const ReopenMinutes& command) {
    const auto found = find_meeting(past, command.meeting);
    if (!found) return found.error();
    const auto& meeting = **found;
    const auto entered = entry_for_meeting(past, acting, std::nullopt, that_was(*meeting.held));
    if (!entered) return entered.error();
    const auto& entry = *entered;
    if (!meeting.adopted) {
        return out_of_order(past, meeting, "Biên bản chưa được thông qua nên không cần mở lại.",
                            "The minutes are not adopted; nothing to reopen.");
    }
    if (auto closed = cycle::closed_for(past, meeting.held->cycle, entry.time())) return *std::move(closed);
    std::vector<Refusal> wrong;
    require_reason(command.reason, "/reason", wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    return written(entry, meeting_stream(command.meeting), MinutesReopened{command.meeting, command.reason});
}

}  // namespace minhbach::services::evaluation
