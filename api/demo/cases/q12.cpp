// A head decided before the unit whose level caps his.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "535-M4";
constexpr const char* kControl = "51-S01-M1";
constexpr int kBlock = 212;

void hire(World& world) {
    const auto employee = SubjectClass::public_employee;
    auto& unit = world.add_unit(kUnit, "Trung tâm Dịch vụ nông nghiệp", UnitKind::centre, "535", true);
    unit.rate = false;
    auto& head = hire_leader(world, kBlock, kUnit, "Giám đốc Trung tâm", true, "535", employee);
    world.keys["A12"] = head.code;
    head.way.taken = {Step::propose, Step::decide};
    head.way.decided_at = moment("2023-11-27", 15, 30);
    for (int i = 0; i < 2; ++i) hire_staff(world, kBlock, kUnit, Level::good, employee);
    // The district's own level waits for this unit's.
    world.unit(UnitCode::of("535")).rated_at = moment("2023-11-27", 11);

    auto& control_unit =
        world.add_unit(kControl, "Trung tâm Phục vụ hành chính công", UnitKind::centre, "51-S01", true);
    control_unit.rated_at = moment("2023-11-24", 15);
    auto& control = hire_leader(world, kBlock, kControl, "Giám đốc Trung tâm", true, "51-S01", employee);
    world.keys["A12b"] = control.code;
    control.way.proposed_at = moment("2023-11-24", 15, 30);
    control.way.decided_at = moment("2023-11-24", 16);
    control.way.decision = "M1";
    for (int i = 0; i < 2; ++i) hire_staff(world, kBlock, kControl, Level::good, employee);
}

void act(Plan& plan, const World& world) {
    namespace evaluation = services::evaluation;
    const auto district = UnitCode::of("535");
    const auto& agency = world.agencies.at(district);
    const auto& a12 = world.person(world.key("A12"));
    const auto clerk = agency.officer;
    const auto stream = services::dossier_stream(a12.dossier());

    plan_collective_steps(plan, world, UnitCode::of(kUnit), Level::good);
    const auto rated = moment("2023-11-27", 10);
    evaluation::RateCollective rate{kCycle,      UnitCode::of(kUnit),
                                    Level::good, Text::of("Theo kết quả thực hiện nhiệm vụ năm 2023 của đơn vị"),
                                    {},          {}};
    rate.document = plan_document(plan, world, rated,
                                  {"VB-296-QD-UBND", "296/QĐ-UBND", Date::of("2023-11-27"), district,
                                   DocumentKind::decision, "Quyết định xếp loại chất lượng tập thể"});
    plan.at(rated, [=, by = agency.director](Stage& stage) {
        stage.run(by, "rate-collective", rate, services::collective_stream(kCycle, rate.unit));
    });

    const auto signed_on = Date::of("2023-11-24");
    const auto entered = moment("2023-11-27", 15, 30);
    evaluation::ProposeLevel propose;
    propose.dossier = a12.dossier();
    propose.level = Level::good;
    propose.meeting = MeetingId::of(std::string("HOP-") + kUnit);
    const auto proposal = plan_document(plan, world, entered,
                                        {"VB-28-TTR-NV", "28/TTr-NV", signed_on, district, DocumentKind::letter,
                                         "Tờ trình đề xuất mức xếp loại", agency.officer});
    propose.on_paper =
        evaluation::OnPaper{Paper{proposal, moment("2023-11-24", 14), {}}, agency.deputy.value_or(agency.director)};
    evaluation::DecideRatings decide;
    decide.document = plan_document(plan, world, entered,
                                    {"VB-291-QD-UBND", "291/QĐ-UBND", signed_on, district, DocumentKind::decision,
                                     "Quyết định đánh giá, xếp loại chất lượng năm 2023"});
    decide.lines = {{a12.dossier(), Level::good, {}, {}}};
    decide.on_paper = evaluation::OnPaper{Paper{decide.document, moment("2023-11-24", 16), {}}, agency.director};
    plan.at(entered, [=](Stage& stage) {
        stage.run(clerk, "propose-level", propose, stream);
        stage.run(clerk, "decide-ratings", decide, stream);
    });
}

std::vector<Json::Member> answer(const World& world) {
    return {{"keys", Json::array(person_keys(world, {"A12", "A12b"}))},
            {"unit", kUnit},
            {"controlUnit", kControl},
            {"expected", Json::object({{"violations", 1},
                                       {"dossier", world.person(world.key("A12")).dossier()},
                                       {"decidedAt", moment("2023-11-24", 16)},
                                       {"collectiveRatedAt", moment("2023-11-27", 10)},
                                       {"control", Json::object({{"dossier", world.person(world.key("A12b")).dossier()},
                                                                 {"collectiveRatedAt", moment("2023-11-24", 15)},
                                                                 {"decidedAt", moment("2023-11-24", 16)}})}})}};
}

}  // namespace

Case case_q12() {
    return {"q12", {12}, 6, true, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
