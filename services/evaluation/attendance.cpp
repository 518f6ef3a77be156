#include "services/evaluation/attendance.hpp"

#include <set>

namespace minhbach::services::evaluation {

void check_attendance(Past& past, const Attendance& attendance, Time now, organisation::Problems& problems) {
    const auto& [held_at, ended_at, chair, secretary, attendees] = attendance;
    problems.require(held_at <= now, "/heldAt", "Chỉ ghi cuộc họp, hội nghị đã diễn ra.",
                     "A meeting is recorded after it began.");
    problems.require(!ended_at || (*ended_at >= held_at && *ended_at <= now), "/endedAt",
                     "Giờ kết thúc phải sau giờ bắt đầu và không ở tương lai.",
                     "The end lies after the beginning and not in the future.");
    problems.person(past, chair, "/chair");
    problems.person(past, secretary, "/secretary");
    std::set<PersonCode> seen;
    for (std::size_t i = 0; i < attendees.size(); ++i) {
        const auto& attendee = attendees[i];
        const auto field = "/attendees/" + std::to_string(i);
        problems.person(past, attendee.person, field + "/person");
        problems.require(seen.insert(attendee.person).second, field + "/person", "Người này đã có trong danh sách.",
                         "This person is listed twice.");
        problems.require(!attendee.present || !attendee.in_writing, field + "/inWriting",
                         "Người có mặt thì không ghi là góp ý bằng văn bản.",
                         "Only the absent give their opinion in writing.");
    }
}

}  // namespace minhbach::services::evaluation
