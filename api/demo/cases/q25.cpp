// Notice and receipt, in time, late, and refused.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S13-M1";
constexpr int kBlock = 225;

void hire(World& world) {
    world.add_unit(kUnit, "Phòng Quản lý di sản", UnitKind::division, "51-S13", true);
    auto& in_time = hire_staff(world, kBlock, kUnit);
    world.keys["A25a"] = in_time.code;
    in_time.way.notified_at = moment("2023-11-30", 9);
    in_time.way.received_at = moment("2023-12-01", 8, 30);
    auto& late = hire_staff(world, kBlock, kUnit);
    world.keys["A25b"] = late.code;
    late.way.notified_at = moment("2023-12-08", 9);
    late.way.received_at = moment("2023-12-11", 8, 30);
    auto& refused = hire_staff(world, kBlock, kUnit);
    world.keys["A25c"] = refused.code;
    refused.way.notified_at = moment("2023-11-30", 9);
    refused.way.taken = {Step::acknowledge};
}

void act(Plan& plan, const World& world) {
    const auto culture = UnitCode::of("51-S13");
    const auto& agency = world.agencies.at(culture);
    const auto& refused = world.person(world.key("A25c"));
    const auto day = Date::of("2023-12-01");
    const auto when = moment("2023-12-01", 15);
    const auto minutes = plan_document(plan, world, when,
                                       {"VB-07-BB-SVHTTDL", "07/BB-SVHTTDL", day, culture, DocumentKind::minutes,
                                        "Biên bản về việc từ chối nhận thông báo kết quả", agency.officer});
    services::evaluation::DeemNoticeReceived deem{
        refused.dossier(), day, minutes,
        Text::of("Người được đánh giá từ chối nhận thông báo trước hai người làm chứng")};
    plan.at(when, [=, by = agency.officer](Stage& stage) {
        stage.run(by, "deem-notice-received", deem, services::dossier_stream(deem.dossier));
    });
}

std::vector<Json::Member> answer(const World& world) {
    const auto one = [&](const std::string& key, const char* notice, int days, const char* received, bool acknowledged,
                         bool late) {
        return Json::object({{"key", key},
                             {"dossier", world.person(world.key(key)).dossier()},
                             {"decided", Date::of("2023-11-28")},
                             {"notice", notice},
                             {"workingDays", days},
                             {"received", received},
                             {"acknowledged", acknowledged},
                             {"pastInternalPeriod", late}});
    };
    const std::vector<Json> all{one("A25a", "2023-11-30", 2, "2023-12-01", true, false),
                                one("A25b", "2023-12-08", 8, "2023-12-11", true, true),
                                one("A25c", "2023-11-30", 2, "2023-12-01", false, false)};
    return {{"keys", Json::array(person_keys(world, {"A25a", "A25b", "A25c"}))},
            {"documents", Json::array(std::vector<std::string>{"VB-07-BB-SVHTTDL"})},
            {"expected", Json::object({{"internalPeriod", 5}, {"notices", Json::array(all)}})}};
}

}  // namespace

Case case_q25() {
    return {"q25", {25}, 3, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
