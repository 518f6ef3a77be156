// Who could be rated at all, and how high.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S12-M1";
constexpr const char* kPaperUnit = "535-M5";
constexpr int kBlock = 222;

PersonPlan& served(World& world, const std::string& key, const char* unit, int worked, int absent, int maternity,
                   const std::string& source) {
    auto& person = hire_staff(world, kBlock, unit);
    person.service = ServiceRecorded{person.code, kYear, worked, absent, maternity, Label::of(source)};
    world.keys[key] = person.code;
    return person;
}

void hire(World& world) {
    world.add_unit(kUnit, "Phòng Người có công", UnitKind::division, "51-S12", true);
    world.add_unit(kPaperUnit, "Phòng Tư pháp", UnitKind::division, "535", true);
    auto& recruited = served(world, "A22a", kUnit, 5, 0, 0, "Quyết định tuyển dụng từ ngày 01/08/2023");
    recruited.from = Date::of("2023-08-01");
    recruited.way.taken = {Step::propose, Step::decide};
    recruited.way.decided_at = moment("2023-11-28", 9, 40);
    served(world, "A22b", kUnit, 8, 4, 0, "Sổ theo dõi nghỉ phép năm 2023: nghỉ không lương 4 tháng").way.proposed =
        Level::completed;
    served(world, "A22c", kUnit, 6, 0, 6, "Quyết định nghỉ thai sản 6 tháng");
    served(world, "A22d", kUnit, 4, 0, 8, "Quyết định nghỉ thai sản 8 tháng");
    auto& paper = served(world, "A22e", kPaperUnit, 5, 0, 0, "Quyết định tiếp nhận từ ngày 01/08/2023");
    paper.from = Date::of("2023-08-01");
    paper.way.taken = {Step::propose, Step::decide};
    paper.way.decided_at = moment("2023-11-27", 14);
    auto& half = served(world, "A22f", kUnit, 6, 6, 0, "Sổ theo dõi nghỉ phép năm 2023: nghỉ ốm 6 tháng");
    half.way.proposed = Level::completed;
    half.way.proposal_reason =
        "Nghỉ ốm 6 tháng, 6 tháng làm việc hoàn thành nhiệm vụ; không có quy định cụ thể nên đề nghị cấp có thẩm quyền "
        "xem xét";
    half.way.decision_reason =
        "Văn bản không quy định trường hợp nghỉ từ 6 tháng mà đã làm việc 6 tháng; xem xét kết quả thời gian làm việc";
}

void act(Plan& plan, const World& world) {
    namespace evaluation = services::evaluation;
    const auto labour = UnitCode::of("51-S12");
    const auto& recruited = world.person(world.key("A22a"));
    const auto when = *recruited.way.decided_at;
    const auto document =
        plan_document(plan, world, when,
                      {"VB-77-QD-LDTBXH", "77/QĐ-SLĐTBXH", when.local_date(), labour, DocumentKind::decision,
                       "Quyết định về trường hợp không thực hiện xếp loại năm 2023"});
    evaluation::DecideRatings decide{{{recruited.dossier(), {}, {}, {}}}, document, {}};
    plan.at(when, [=, by = world.agencies.at(labour).director](Stage& stage) {
        stage.run(by, "decide-ratings", decide, services::dossier_stream(decide.lines.front().dossier));
    });

    const auto district = UnitCode::of("535");
    const auto& agency = world.agencies.at(district);
    const auto& paper = world.person(world.key("A22e"));
    const auto entered = *paper.way.decided_at;
    const auto signed_paper =
        plan_document(plan, world, entered,
                      {"VB-297-QD-UBND", "297/QĐ-UBND", entered.local_date(), district, DocumentKind::decision,
                       "Quyết định đánh giá, xếp loại chất lượng năm 2023"});
    evaluation::DecideRatings on_paper{
        {{paper.dossier(), Level::good, {}, {}}},
        signed_paper,
        evaluation::OnPaper{Paper{signed_paper, moment("2023-11-27", 11), {}}, agency.director}};
    plan.at(entered, [=, by = agency.officer](Stage& stage) {
        stage.run(by, "decide-ratings", on_paper, services::dossier_stream(on_paper.lines.front().dossier));
    });
}

Json expected(const World& world, const std::string& key, const std::string& outcome, const std::string& level,
              bool finding) {
    return Json::object({{"key", key},
                         {"dossier", world.person(world.key(key)).dossier()},
                         {"ruleOutcome", outcome},
                         {"level", level},
                         {"finding", finding}});
}

std::vector<Json::Member> answer(const World& world) {
    const std::vector<Json> all{
        expected(world, "A22a", "NOT_RATED", "", false),    expected(world, "A22b", "RATED", "COMPLETED", false),
        expected(world, "A22c", "RATED", "GOOD", false),    expected(world, "A22d", "RATED", "GOOD", false),
        expected(world, "A22e", "NOT_RATED", "GOOD", true), expected(world, "A22f", "UNDECIDED", "COMPLETED", false)};
    return {{"keys", Json::array(person_keys(world, {"A22a", "A22b", "A22c", "A22d", "A22e", "A22f"}))},
            {"expected", Json::object({{"cases", Json::array(all)},
                                       {"A22b", Json::object({{"cap", "ABSENCE_3_TO_UNDER_6_MONTHS"}})},
                                       {"A22e", Json::object({{"breach", "not-eligible"}})},
                                       {"A22f", Json::object({{"gap", "GAP-9"}, {"reasonGiven", true}})}})}};
}

}  // namespace

Case case_q22() {
    return {"q22", {22}, 6, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
