// Consolidated reports. The province reports first on the evening of 30/11/2023, when three units have sent nothing and
// ten files are not accepted yet; departments and districts report on 07/12, when every file is in; the province then
// restates, and again when the heads of agencies are decided.
#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"
#include "services/report/report.hpp"

namespace minhbach::api::demo {
namespace {

namespace report = services::report;

DocumentId letter(Plan& plan, const World& world, Time when, const UnitCode& unit, int number) {
    const auto name = unit.str() + "-" + std::to_string(number);
    return plan_document(plan, world, when.plus_millis(-30 * 60'000),
                         {"BC-" + name, std::to_string(300 + number) + "/BC-" + unit.str(), when.local_date(), unit,
                          DocumentKind::other, "Báo cáo tổng hợp kết quả đánh giá, xếp loại chất lượng năm 2023"});
}

void submit(Plan& plan, const World& world, Time when, const UnitCode& unit, const PersonCode& by, int number,
            const std::optional<Text>& reason) {
    report::SubmitReport command{kCycle, unit, reason, letter(plan, world, when, unit, number)};
    plan.at(when,
            [=](Stage& stage) { stage.run(by, "submit-report", command, services::report_stream(kCycle, unit)); });
}

}  // namespace

void plan_reports(Plan& plan, const World& world) {
    const auto province = UnitCode::of("51");
    const auto above = Text::of("Chủ tịch, Phó Chủ tịch Ủy ban nhân dân tỉnh do cấp trên đánh giá, xếp loại.");
    submit(plan, world, moment("2023-11-30", 23), province, world.home_affairs, 0, above);
    for (const auto& [code, agency] : world.agencies) {
        Dice dice(world.options().seed, "report " + code.str());
        submit(plan, world, moment("2023-12-07", dice.between(8, 11), dice.between(0, 59)), code, agency.officer, 0,
               {});
    }
    submit(plan, world, moment("2023-12-07", 16), province, world.home_affairs, 1, above);
    submit(plan, world, moment("2023-12-15", 10), province, world.home_affairs, 2, above);
}

}  // namespace minhbach::api::demo
