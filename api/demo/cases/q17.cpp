// The last day before the deadline. Six agencies still propose: 31 for the first time, 6 otherwise than
// before.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

struct Late {
    const char* agency;
    const char* division;
    int first;  // first proposals on 29/11
};
constexpr Late kLate[] = {{"51-S20", "Phòng Quản lý lao động", 6},
                          {"51-S17", "Phòng Hợp tác quốc tế", 5},
                          {"525", "Phòng Văn hóa và Thông tin", 5},
                          {"530", "Phòng Tài nguyên và Môi trường", 5},
                          {"531", "Phòng Dân tộc", 5},
                          {"536", "Phòng Kinh tế", 5}};
constexpr int kBlock = 218;

std::string unit_of(const Late& late) {
    return std::string(late.agency) + "-M7";
}
std::string changed_key(std::size_t i) {
    return std::string("A17") + static_cast<char>('a' + i);
}

Time on_the_day(int n) {
    return Time::local(Date::of("2023-11-29"), 0, 20).plus_millis(n * 38 * 60'000ll);
}  // 37 times until 23:08

void hire(World& world) {
    int n = 0;
    for (std::size_t i = 0; i < std::size(kLate); ++i) {
        const auto& late = kLate[i];
        world.add_unit(unit_of(late), late.division, UnitKind::division, late.agency, true);
        for (int k = 0; k < late.first; ++k) {
            auto& way =
                hire_staff(world, kBlock, unit_of(late), k == 2 && i % 3 == 0 ? Level::completed : Level::good).way;
            way.proposed_at = on_the_day(n++);
        }
        // Proposed on 24/11, and changed on the last day: three upwards, three downwards.
        auto& changed = hire_staff(world, kBlock, unit_of(late), i < 3 ? Level::excellent : Level::good);
        world.keys[changed_key(i)] = changed.code;
        changed.way.taken = {Step::propose};
        changed.way.proposed_at = on_the_day(n++);
        changed.way.proposed = i < 3 ? Level::excellent : Level::completed;
        changed.way.proposal_reason =
            i < 3 ? "Bổ sung kết quả nhiệm vụ cuối năm" : "Xem xét lại ý kiến của các đơn vị phối hợp";
    }
}

void act(Plan& plan, const World& world) {
    for (std::size_t i = 0; i < std::size(kLate); ++i) {
        const auto& person = world.person(world.key(changed_key(i)));
        services::evaluation::ProposeLevel first;
        first.dossier = person.dossier();
        first.level = Level::good;
        first.meeting = MeetingId::of("HOP-" + unit_of(kLate[i]));
        if (person.way.facts == Level::excellent) first.reason = Text::of("Theo ý kiến của cuộc họp phòng");
        auto second = first;
        second.level = person.way.proposal();
        second.reason = Text::of(*person.way.proposal_reason);
        const auto by = world.proposer(person);
        const auto stream = services::dossier_stream(person.dossier());
        plan.at(moment("2023-11-24", 10, static_cast<int>(i)),
                [=](Stage& stage) { stage.run(by, "propose-level", first, stream); });
        plan.at(*person.way.proposed_at, [=](Stage& stage) { stage.run(by, "propose-level", second, stream); });
    }
}

std::vector<Json::Member> answer(const World& world) {
    std::vector<std::string> names;
    std::vector<Json> agencies, changes;
    for (std::size_t i = 0; i < std::size(kLate); ++i) {
        const auto& person = world.person(world.key(changed_key(i)));
        names.push_back(changed_key(i));
        agencies.emplace_back(kLate[i].agency);
        changes.push_back(Json::object({{"key", changed_key(i)},
                                        {"dossier", person.dossier()},
                                        {"from", Level::good},
                                        {"to", person.way.proposal()},
                                        {"at", *person.way.proposed_at}}));
    }
    return {{"keys", Json::array(person_keys(world, names))},
            {"expected", Json::object({{"from", moment("2023-11-29", 0)},
                                       {"to", moment("2023-11-29", 24)},
                                       {"events", 37},
                                       {"first", 31},
                                       {"changes", 6},
                                       {"agencies", Json::array(agencies)},
                                       {"changed", Json::array(changes)}})}};
}

}  // namespace

Case case_q17() {
    return {"q17", {17}, 37, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
