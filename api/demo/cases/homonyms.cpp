// Two people of one name in two wards of one name, and a name typed in decomposed letters.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr int kBlock = 230;

void hire(World& world) {
    for (const auto* ward : {"21025", "21439"}) {
        Hire hire;
        hire.title = "Công chức Tư pháp - Hộ tịch";
        hire.subject_class = SubjectClass::civil_servant;
        hire.name = "Nguyễn Thị Hồng Đào";
        hire.sex = Sex::female;
        world.keys[std::string("Dao-") + ward] = world.hire(kBlock, UnitCode::of(ward), hire).code;
    }
    Hire decomposed;
    decomposed.title = "Công chức Địa chính - Xây dựng";
    decomposed.subject_class = SubjectClass::civil_servant;
    decomposed.name = "Nguye\xCC\x82\xCC\x83n Va\xCC\x86n Hie\xCC\x82\xCC\x81u";  // "Nguyễn Văn Hiếu" in NFD
    decomposed.sex = Sex::male;
    world.keys["Hieu-NFD"] = world.hire(kBlock, UnitCode::of("21025"), decomposed).code;
}

void act(Plan&, const World&) {}

std::vector<Json::Member> answer(const World& world) {
    return {
        {"keys", Json::array(person_keys(world, {"Dao-21025", "Dao-21439", "Hieu-NFD"}))},
        {"expected",
         Json::object({{"sameName", "Nguyễn Thị Hồng Đào"}, {"people", 2}, {"normalisedName", "Nguyễn Văn Hiếu"}})}};
}

}  // namespace

Case case_homonyms() {
    return {"homonyms", {}, 3, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
