// Minutes with nine opinions on one person, and a synthesis before the decision that renders seven of them.
#include <array>

#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S08-M2";
constexpr int kBlock = 209;
constexpr std::array<const char*, 9> kOpinions{
    "Hoàn thành đúng tiến độ các nhiệm vụ được giao trong năm.",
    "Chủ động phối hợp với các phòng chuyên môn.",
    "Hai báo cáo quý II phải làm lại vì số liệu sai, ảnh hưởng tiến độ chung của phòng.",
    "Chấp hành tốt kỷ luật lao động.",
    "Có sáng kiến rút ngắn thời gian thẩm định hồ sơ.",
    "Quan hệ đồng nghiệp đúng mực.",
    "Cần mạnh dạn đề xuất hơn trong công việc.",
    "Tiếp công dân còn để chờ lâu, đã có hai phản ánh.",
    "Nhất trí với mức tự xếp loại."};

void hire(World& world) {
    world.add_unit(kUnit, "Phòng Quản lý vận tải", UnitKind::division, "51-S08", true);
    auto& person = hire_staff(world, kBlock, kUnit);
    world.keys["A9"] = person.code;
    person.way.opinions.assign(kOpinions.begin(), kOpinions.end());
    person.way.synthesis =
        "Các ý kiến số 1, 2 và 4-6 ghi nhận tiến độ, phối hợp, kỷ luật, sáng kiến và quan hệ đồng nghiệp. Cần mạnh "
        "dạn đề xuất hơn trong công việc. Cuộc họp nhất trí với mức tự xếp loại.";
    for (int i = 0; i < 2; ++i) hire_staff(world, kBlock, kUnit);
}

std::vector<Json::Member> answer(const World& world) {
    return {{"unit", kUnit},
            {"meeting", std::string("HOP-") + kUnit},
            {"keys", Json::array(person_keys(world, {"A9"}))},
            {"expected", Json::object({{"opinions", static_cast<int>(kOpinions.size())},
                                       {"rendered", 7},
                                       {"missing", Json::array(std::vector<std::string>{"3", "8"})}})}};
}

}  // namespace

Case case_q09() {
    return {"q09", {9}, 3, false, {}, hire, nullptr, answer};
}

}  // namespace minhbach::api::demo
