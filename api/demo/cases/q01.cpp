// A level changed between meeting and decision by somebody whose mandate turned out to begin later.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S05-M1";
constexpr int kBlock = 201;

void hire(World& world) {
    auto& unit = world.add_unit(kUnit, "Phòng Quản lý giá và công sản", UnitKind::division, "51-S05", true);
    unit.meeting_at = moment("2023-11-22", 8);
    auto& a1 = hire_staff(world, kBlock, kUnit, Level::excellent);
    world.keys["A1"] = a1.code;
    a1.way.taken = {Step::propose};
    world.keys["B1"] = hire_leader(world, kBlock, kUnit, "Phó Trưởng phòng", false, "51-S05").code;
    for (int i = 0; i < 4; ++i) hire_staff(world, kBlock, kUnit);
}

void act(Plan& plan, const World& world) {
    const auto finance = UnitCode::of("51-S05");
    const auto& agency = world.agencies.at(finance);
    const auto& a1 = world.person(world.key("A1"));
    const auto& b1 = world.key("B1");
    const auto administrator = world.administrator;

    const auto appointment =
        plan_document(plan, world, moment("2023-11-20", 8, 10),
                      {"VB-118-QD-STC", "118/QĐ-STC", Date::of("2023-11-20"), finance, DocumentKind::appointment,
                       "Quyết định giao quyền Trưởng phòng Quản lý giá và công sản", agency.director});
    Grant given{b1,
                {Power::comment, Power::propose},
                UnitCode::of(kUnit),
                Reach::unit,
                appointment,
                Capacity::acting,
                Date::of("2023-11-20")};
    const auto granted = mandate("118-QD-STC", given);
    plan.at(moment("2023-11-20", 8, 30),
            [=](Stage& stage) { stage.run(administrator, "grant-mandate", granted, services::mandates_stream(b1)); });

    services::evaluation::ProposeLevel first;
    first.dossier = a1.dossier();
    first.level = Level::good;
    first.meeting = MeetingId::of(std::string("HOP-") + kUnit);
    first.reason = Text::of("Theo ý kiến của cuộc họp phòng");
    auto second = first;
    second.level = Level::excellent;
    second.reason = Text::of("ý kiến chỉ đạo");
    plan.at(moment("2023-11-24", 10), [=, by = agency.officer](Stage& stage) {
        stage.run(by, "propose-level", first, services::dossier_stream(first.dossier));
    });
    plan.at(moment("2023-11-27", 16, 40),
            [=](Stage& stage) { stage.run(b1, "propose-level", second, services::dossier_stream(second.dossier)); });

    // What was entered on 20/11 was wrong: the decision was signed on 28/11.
    const auto found = Text::of("Nhập sai ngày: quyết định số 118/QĐ-STC ký và có hiệu lực từ ngày 28/11/2023");
    const auto true_day = Date::of("2023-11-28");
    DocumentCorrected document{appointment, {}, true_day, true_day, {}, found};
    MandateCorrected corrected{granted.mandate, b1, true_day, {}, {}, found};
    plan.at(moment("2023-12-05", 9), [=](Stage& stage) {
        stage.run(administrator, "correct-document", document, services::document_stream(appointment));
        stage.run(administrator, "correct-mandate", corrected, services::mandates_stream(b1));
    });
}

std::vector<Json::Member> answer(const World& world) {
    return {{"keys", Json::array(person_keys(world, {"A1", "B1"}))},
            {"mandates", Json::array(std::vector<std::string>{"MQ-118-QD-STC"})},
            {"documents", Json::array(std::vector<std::string>{"VB-118-QD-STC"})},
            {"expected", Json::object({{"changesBetweenMeetingAndDecision", 1},
                                       {"by", world.key("B1")},
                                       {"at", moment("2023-11-27", 16, 40)},
                                       {"from", Level::good},
                                       {"to", Level::excellent},
                                       {"reason", "ý kiến chỉ đạo"},
                                       {"mandate", "MQ-118-QD-STC"},
                                       {"competentAsKnownThen", true},
                                       {"competentAsKnownNow", false},
                                       {"validFromAsKnownThen", Date::of("2023-11-20")},
                                       {"validFromAsKnownNow", Date::of("2023-11-28")},
                                       {"decided", Level::excellent}})}};
}

}  // namespace

Case case_q01() {
    return {"q01", {1, 4, 5}, 6, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
