// Decided otherwise than proposed. Five cases of their own here; the twenty lowered for the quota are
// those of the quota cases.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S04-M1";
constexpr const char* kPaperUnit = "535-M3";
constexpr int kBlock = 210;

void hire(World& world) {
    world.add_unit(kUnit, "Phòng Kinh tế ngành", UnitKind::division, "51-S04", true);
    world.add_unit(kPaperUnit, "Phòng Lao động - Thương binh và Xã hội", UnitKind::division, "535", true);

    auto& flood = hire_staff(world, kBlock, kUnit, Level::completed);
    world.keys["A10a"] = flood.code;
    flood.way.tasks = 20;
    flood.way.late = 0;
    flood.way.exceeded = 0;
    flood.way.unfinished = 1;
    flood.way.proposed = Level::not_completed;
    flood.way.proposal_reason = "Không hoàn thành một nhiệm vụ được giao";
    flood.way.decided = Level::completed;
    flood.way.decision_reason = "Một nhiệm vụ không hoàn thành do lũ lụt, theo báo cáo số 88/BC-PCTT ngày 24/11/2023";

    auto& absent = hire_staff(world, kBlock, kUnit);
    world.keys["A10b"] = absent.code;
    absent.way.decided = Level::completed;
    absent.way.decision_reason = "Nghỉ 3 tháng 5 ngày trong năm theo sổ theo dõi nghỉ phép";

    auto& style = hire_staff(world, kBlock, kUnit, Level::excellent);
    world.keys["A10c"] = style.code;
    style.way.selected_for_quota = true;
    style.way.decided = Level::good;
    style.way.decision_reason = "Tác phong, lề lối làm việc chỉ ở mức đáp ứng theo phản ánh của các đơn vị phối hợp";

    auto& disciplined = hire_staff(world, kBlock, kUnit);
    world.keys["A10d"] = disciplined.code;
    disciplined.way.decided = Level::not_completed;
    disciplined.way.decision_reason = "Bị kỷ luật khiển trách theo quyết định có hiệu lực từ ngày 10/11/2023";
    for (int i = 0; i < 3; ++i) hire_staff(world, kBlock, kUnit);

    auto& paper = hire_staff(world, kBlock, kPaperUnit);
    world.keys["A10e"] = paper.code;
    paper.way.decided = Level::excellent;
    paper.way.taken = {Step::decide};
    paper.way.decided_at = moment("2023-11-28", 14, 30);
}

void act(Plan& plan, const World& world) {
    const auto planning = UnitCode::of("51-S04");
    const auto& agency = world.agencies.at(planning);
    plan_document(plan, world, moment("2023-11-27", 8),
                  {"VB-88-BC-PCTT", "88/BC-PCTT", Date::of("2023-11-24"), planning, DocumentKind::evidence,
                   "Báo cáo thiệt hại do lũ lụt và nhiệm vụ bị gián đoạn"});

    services::organisation::RecordService leave{
        world.key("A10b"), kYear, 9, 3, 0, Label::of("Sổ theo dõi nghỉ phép năm 2023: nghỉ 3 tháng 5 ngày")};
    plan.at(moment("2023-11-27", 9), [=, by = agency.officer](Stage& stage) {
        stage.run(by, "record-service", leave, services::person_stream(leave.person));
    });

    const auto punished = Date::of("2023-11-10");
    const auto reprimand = plan_document(plan, world, moment("2023-11-27", 10),
                                         {"VB-55-QD-KL", "55/QĐ-KL", punished, planning, DocumentKind::decision,
                                          "Quyết định thi hành kỷ luật khiển trách", agency.director});
    services::organisation::RecordDiscipline discipline{world.key("A10d"),
                                                        ViolationId::of("VP-2023-055"),
                                                        kYear,
                                                        DisciplineKind::administrative,
                                                        DisciplineForm::reprimand,
                                                        punished,
                                                        reprimand};
    plan.at(moment("2023-11-27", 10), [=, by = agency.officer](Stage& stage) {
        stage.run(by, "record-discipline", discipline, services::person_stream(discipline.person));
    });

    const auto& style = world.person(world.key("A10c"));
    services::evaluation::JudgeCriteria judge{
        style.dossier(), Judge::authority, judgements(style, Level::excellent), Effectiveness::high, {}, {}};
    judge.general.style = {Judgement::met, Text::of("Phối hợp với đơn vị khác còn chậm")};
    plan.at(moment("2023-11-28", 9), [=, by = agency.director](Stage& stage) {
        stage.run(by, "judge-criteria", judge, services::dossier_stream(judge.dossier));
    });

    const auto district = UnitCode::of("535");
    const auto& paper_agency = world.agencies.at(district);
    const auto& paper = world.person(world.key("A10e"));
    const auto entered = moment("2023-11-28", 14, 30);
    services::evaluation::DecideRatings decide;
    decide.document = plan_document(plan, world, entered,
                                    {"VB-301-QD-UBND", "301/QĐ-UBND", Date::of("2023-11-28"), district,
                                     DocumentKind::decision, "Quyết định đánh giá, xếp loại chất lượng năm 2023"});
    decide.lines = {{paper.dossier(), Level::excellent, {}, {}}};
    decide.on_paper =
        services::evaluation::OnPaper{Paper{decide.document, moment("2023-11-28", 10), {}}, paper_agency.director};
    plan.at(entered, [=, by = paper_agency.officer](Stage& stage) {
        stage.run(by, "decide-ratings", decide, services::dossier_stream(paper.dossier()));
    });
}

// Everybody whose level was decided otherwise than proposed, with or without a reason.
std::vector<Json> overridden(const World& world) {
    std::vector<Json> all;
    for (const auto& person : world.people()) {
        const auto& way = person.way;
        if (!person.rated || way.decision_level() == way.proposal()) continue;
        const bool quota = way.proposal() == Level::excellent && !way.selected_for_quota;
        const bool reasoned = person.code != world.key("A10e");
        all.push_back(Json::object({{"dossier", person.dossier()},
                                    {"personCode", person.code},
                                    {"agency", person.managed_by},
                                    {"proposed", way.proposal()},
                                    {"decided", way.decision_level()},
                                    {"forQuota", quota},
                                    {"reasonGiven", reasoned}}));
    }
    return all;
}

std::vector<Json::Member> answer(const World& world) {
    return {{"keys", Json::array(person_keys(world, {"A10a", "A10b", "A10c", "A10d", "A10e"}))},
            {"expected",
             Json::object({{"cases", 25},
                           {"forQuota", 20},
                           {"withoutReason", Json::array(std::vector<Json>{world.person(world.key("A10e")).dossier()})},
                           {"byAgency", Json::object({{"51-S07", 9}, {"51-S09", 9}, {"51-S16", 1}, {"51-S19", 1}})},
                           {"list", Json::array(overridden(world))}})}};
}

}  // namespace

Case case_q10() {
    return {"q10", {10}, 8, false, {"q14", "q15"}, hire, act, answer};
}

}  // namespace minhbach::api::demo
