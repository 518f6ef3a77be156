// The levels of units in three steps (Điều 11 Quy định số 124-QĐ/TW): each unit rates itself on 22/11, is appraised on
// 23/11 and decided by the level above at its moment. Constituent units of departments and districts are one comparable
// group of the province, for few departments have as many as the share of excellent needs.
#include "api/demo/acts.hpp"

namespace minhbach::api::demo {
namespace {

namespace evaluation = services::evaluation;

constexpr const char* kGroup = "NHOM-TT";
constexpr int kTargets = 10;

PersonCode self_rater(const World& world, const UnitCode& unit) {
    return world.unit(unit).head.value_or(world.recorder(unit));
}

// Home Affairs for what the chairman decides, else the personnel officer of the department or district.
PersonCode appraiser(const World& world, const UnitCode& unit) {
    return world.agencies.contains(unit) ? world.home_affairs : world.recorder(unit);
}

std::vector<GradedCriterion> criteria(Level level) {
    const bool poor = level == Level::not_completed;
    const auto results = level == Level::excellent   ? CriterionGrade::excellent
                         : level == Level::good      ? CriterionGrade::good
                         : level == Level::completed ? CriterionGrade::average
                                                     : CriterionGrade::poor;
    return {{CriterionId::of("TC1"),
             Label::of("Xây dựng tổ chức, đoàn kết nội bộ"),
             CriterionKind::general,
             true,
             CriterionGrade::good,
             {}},
            {CriterionId::of("TC2"), Label::of("Kết quả thực hiện nhiệm vụ được giao"), CriterionKind::result, true,
             results,
             Text::of(poor ? "Nhiều nhiệm vụ chậm, chưa đạt yêu cầu" : "Hoàn thành đủ các chỉ tiêu, nhiệm vụ của năm")},
            {CriterionId::of("TC3"),
             Label::of("Khắc phục hạn chế, khuyết điểm năm trước"),
             CriterionKind::general,
             false,
             CriterionGrade::good,
             {}}};
}

void plan_group(Plan& plan, const World& world) {
    const auto province = UnitCode::of("51");
    services::cycle::DefineComparableGroup group{
        kCycle, GroupId::of(kGroup), province, Label::of("Các đơn vị thuộc sở, huyện, thị xã, thành phố"), {}, {}};
    for (const auto& unit : world.units()) {
        const auto& code = unit.established.unit;
        if (unit.rate && unit.established.parent && !world.agencies.contains(code)) group.units.push_back(code);
    }
    const auto when = moment("2023-11-15", 11);
    group.document = plan_document(plan, world, when,
                                   {"VB-NHOM-TT", "1533/TB-SNV", when.local_date(), province, DocumentKind::notice,
                                    "Thông báo nhóm tập thể có chức năng, nhiệm vụ tương đồng"});
    plan.at(when, [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "define-group", group, services::cycle_stream(kCycle));
    });
}

}  // namespace

void plan_collective_steps(Plan& plan, const World& world, const UnitCode& unit, Level level) {
    const auto self_rated = moment("2023-11-22", 16);
    const auto appraised = moment("2023-11-23", 14);
    const auto& name = world.unit(unit).established.name.str();
    evaluation::SelfRateCollective rate_self;
    rate_self.cycle = kCycle;
    rate_self.unit = unit;
    rate_self.level = level;
    rate_self.ground = Text::of("Theo báo cáo kiểm điểm và kết quả thực hiện nhiệm vụ năm 2023.");
    rate_self.document = plan_document(plan, world, self_rated,
                                       {"VB-TXL-" + unit.str(), "08/BC-TXL", self_rated.local_date(), unit,
                                        DocumentKind::other, "Báo cáo tự xếp loại của " + name});
    evaluation::AppraiseCollective appraise;
    appraise.cycle = kCycle;
    appraise.unit = unit;
    appraise.criteria = criteria(level);
    appraise.targets = evaluation::TypedTargets{kTargets, kTargets, rate_self.document};
    appraise.opinions = {{Label::of("Cấp ủy nơi đơn vị công tác"), Text::of("Nhất trí mức tự xếp loại.")}};
    appraise.proposed = level;
    appraise.synthesis = Text::of("Các tiêu chí đạt yêu cầu của mức tự xếp loại; đề xuất theo mức tự xếp loại.");
    appraise.document = rate_self.document;
    const auto stream = services::collective_stream(kCycle, unit);
    plan.at(self_rated, [=, by = self_rater(world, unit)](Stage& stage) {
        stage.run(by, "self-rate-collective", rate_self, stream);
    });
    plan.at(appraised,
            [=, by = appraiser(world, unit)](Stage& stage) { stage.run(by, "appraise-collective", appraise, stream); });
}

void plan_collectives(Plan& plan, const World& world) {
    plan_group(plan, world);
    for (const auto& unit : world.units()) {
        if (!unit.rate || !unit.established.parent) continue;
        const auto& code = unit.established.unit;
        const auto above = world.agency_of(*unit.established.parent);
        const auto by = world.unit(above).head;
        if (!by) continue;
        if (unit.level) plan_collective_steps(plan, world, code, *unit.level);
        const auto when = *unit.rated_at;
        const auto day = when.local_date();
        const auto paper = plan_document(plan, world, when,
                                         {"VB-TT-" + code.str(), "71/QĐ-TT", day, above, DocumentKind::decision,
                                          "Quyết định xếp loại chất lượng tập thể " + unit.established.name.str()});
        evaluation::RateCollective rate{
            kCycle, code, unit.level, Text::of("Theo kết quả thực hiện nhiệm vụ năm 2023 của đơn vị"), paper, {}};
        plan.at(when, [=](Stage& stage) {
            stage.run(*by, "rate-collective", rate, services::collective_stream(kCycle, code));
        });
    }
}

}  // namespace minhbach::api::demo
