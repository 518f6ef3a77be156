// What one agency asks beyond the law and who was told of it, and a term that was extended in a flood: 15/11 to 27/11.
#include "api/demo/acts.hpp"

namespace minhbach::api::demo {
namespace {

const UnitCode kAgency = UnitCode::of("51-S08");  // Sở Giao thông vận tải, whose people no case is about
const UnitCode kDistrict = UnitCode::of("532");

RuleLayer layer() {
    RuleLayer text;
    text.criteria = {{Label::of("Chuyên viên"),
                      Text::of("Hồ sơ thẩm định công trình đúng hạn, không bị trả lại do thiếu căn cứ"),
                      Text::of("Hoàn thành trước hạn từ 3 ngày làm việc trở lên, được người đứng đầu xác nhận")}};
    text.groups = {{Label::of("Nhóm chuyên môn"), Text::of("Công chức các phòng quản lý kết cấu hạ tầng, vận tải")}};
    text.sources = {{CommentSide::peer, false, 5, {}}, {CommentSide::organisation, false, 5, {}}};
    return text;
}

// Everybody of the agency but the last, who is on leave when it goes round.
void plan_circulation(Plan& plan, const World& world, const Agency& agency) {
    std::vector<PersonCode> people;
    for (const auto& person : world.people())
        if (person.rated && world.agency_of(person.unit) == kAgency) people.push_back(person.code);
    if (people.size() < 2) return;
    people.pop_back();
    const auto stream = services::concretisation_stream(kCycle, kAgency);
    const services::concretisation::SendConcretisation sending{kCycle, kAgency, Label::of("Hệ thống quản lý văn bản"),
                                                               people};
    plan.at(moment("2023-11-15", 15, 30),
            [=](Stage& stage) { stage.run(agency.officer, "send-concretisation", sending, stream); });
    const services::concretisation::AcknowledgeConcretisation reading{kCycle, kAgency};
    const auto half = (people.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i)
        plan.at(moment("2023-11-15", 15, 40, static_cast<int>(i % 60)),
                [=](Stage& stage) { stage.run(people[i], "acknowledge-concretisation", reading, stream); });
    services::concretisation::HoldBriefing briefing{kCycle,
                                                    kAgency,
                                                    moment("2023-11-15", 16),
                                                    agency.director,
                                                    {people.begin() + static_cast<std::ptrdiff_t>(half), people.end()},
                                                    {}};
    if (briefing.attendees.empty()) return;
    plan.at(moment("2023-11-15", 16, 45),
            [=](Stage& stage) { stage.run(agency.officer, "hold-briefing", briefing, stream); });
}

}  // namespace

void plan_layers(Plan& plan, const World& world) {
    const auto& agency = world.agencies.at(kAgency);
    const auto stream = services::concretisation_stream(kCycle, kAgency);
    const auto paper =
        plan_document(plan, world, moment("2023-11-15", 14, 30),
                      {"VB-51-S08-CTH", "41/HD-SGTVT", Date::of("2023-11-15"), kAgency, DocumentKind::guidance,
                       "Hướng dẫn cụ thể hóa tiêu chí đánh giá, xếp loại chất lượng năm 2023"});
    const services::concretisation::ProposeConcretisation proposal{
        kCycle, kAgency, layer(), Label::of("Đảng ủy Sở Giao thông vận tải"), Date::of("2023-11-15")};
    plan.at(moment("2023-11-15", 14),
            [=](Stage& stage) { stage.run(agency.director, "propose-concretisation", proposal, stream); });
    const services::concretisation::IssueConcretisation issue{kCycle, kAgency, 1, paper};
    plan.at(moment("2023-11-15", 15),
            [=](Stage& stage) { stage.run(agency.director, "issue-concretisation", issue, stream); });
    plan_circulation(plan, world, agency);

    const auto letter =
        plan_document(plan, world, moment("2023-11-27", 9),
                      {"VB-GIAHAN", "5990/UBND-NC", Date::of("2023-11-27"), UnitCode::of("51"), DocumentKind::letter,
                       "Công văn gia hạn gửi hồ sơ đánh giá, xếp loại do mưa lũ"});
    services::cycle::ExtendTerm extension;
    extension.cycle = kCycle;
    extension.for_unit = kDistrict;
    extension.until = {Date::of("2023-12-05"), true};
    extension.document = letter;
    extension.reason = Text::of("Mưa lũ kéo dài, nhiều xã mất điện");
    plan.at(moment("2023-11-27", 10), [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "extend-term", extension, services::cycle_stream(kCycle));
    });
}

}  // namespace minhbach::api::demo
