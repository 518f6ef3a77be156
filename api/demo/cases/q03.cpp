// Who rated whom in one division, in which capacity and on which document.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S06-M1";
constexpr int kBlock = 203;
constexpr int kStaff = 12;
constexpr int kByActing = 7;

std::string staff_key(int number) {
    return "S3-" + std::to_string(number);
}

void hire(World& world) {
    auto& unit = world.add_unit(kUnit, "Phòng Kỹ thuật an toàn", UnitKind::division, "51-S06", true);
    unit.meeting_at = moment("2023-11-20", 14);
    const auto acting = hire_leader(world, kBlock, "51-S06-C2", "Phó Trưởng phòng", false, "51-S06").code;
    const auto fresh = hire_leader(world, kBlock, "51-S06-C1", "Phó Chánh Văn phòng", false, "51-S06").code;
    world.keys["acting3"] = acting;
    world.keys["head3"] = fresh;
    for (int i = 1; i <= kStaff; ++i) {
        auto& person = hire_staff(world, kBlock, kUnit,
                                  i == 5   ? Level::excellent
                                  : i == 9 ? Level::completed
                                           : Level::good);
        world.keys[staff_key(i)] = person.code;
        auto& way = person.way;
        way.self_at = moment("2023-11-17", 8 + i % 8, i);
        way.commenter = i <= kByActing ? acting : fresh;
        way.commented_at = i <= kByActing ? moment(i <= 3   ? "2023-11-21"
                                                   : i <= 5 ? "2023-11-22"
                                                            : "2023-11-23",
                                                   9, 10 * i % 60)
                                          : moment("2023-11-24", 9, 3 * i);
        way.proposed_at = moment("2023-11-24", 14, 2 * i);
        way.decision = "M1";
        if (i == 1) way.taken = {Step::decide};
        if (i == 1) way.decided_at = moment("2023-11-27", 9, 10);
    }
}

void act(Plan& plan, const World& world) {
    const auto trade = UnitCode::of("51-S06");
    const auto& agency = world.agencies.at(trade);
    const auto home_affairs = world.home_affairs;
    const auto give = [&](Time when, const std::string& name, const Grant& grant) {
        const auto granted = mandate(name, grant);
        plan.at(when, [=](Stage& stage) {
            stage.run(home_affairs, "grant-mandate", granted, services::mandates_stream(granted.person));
        });
    };
    const std::vector<Power> head_powers{Power::comment, Power::assign_work};
    const auto acting =
        plan_document(plan, world, moment("2023-11-14", 14),
                      {"VB-214-QD-SCT", "214/QĐ-SCT", Date::of("2023-11-14"), trade, DocumentKind::appointment,
                       "Quyết định giao phụ trách Phòng Kỹ thuật an toàn", agency.director, SigningCapacity::head,
                       Date::of("2023-11-15"), Date::of("2023-11-23")});
    give(moment("2023-11-15", 8, 30), "214-QD-SCT",
         {world.key("acting3"), head_powers, UnitCode::of(kUnit), Reach::unit, acting, Capacity::acting,
          Date::of("2023-11-15"), Date::of("2023-11-23")});

    const auto appointed =
        plan_document(plan, world, moment("2023-11-23", 16),
                      {"VB-231-QD-SCT", "231/QĐ-SCT", Date::of("2023-11-23"), trade, DocumentKind::appointment,
                       "Quyết định bổ nhiệm Trưởng phòng Kỹ thuật an toàn", agency.director, SigningCapacity::head,
                       Date::of("2023-11-24")});
    const auto& fresh = world.person(world.key("head3"));
    const auto day_before = Date::of("2023-11-23");
    services::organisation::EndPost ended{fresh.code, fresh.unit, fresh.from, day_before, appointed};
    services::organisation::AssignPost assigned{fresh.code,
                                                {UnitCode::of(kUnit),
                                                 Label::of("Trưởng phòng"),
                                                 SubjectClass::civil_servant,
                                                 true,
                                                 UnitCode::of(kUnit),
                                                 trade,
                                                 Date::of("2023-11-24"),
                                                 {}},
                                                appointed};
    plan.at(moment("2023-11-24", 8), [=, by = agency.officer](Stage& stage) {
        stage.run(by, "end-post", ended, services::person_stream(ended.person));
        stage.run(by, "assign-post", assigned, services::person_stream(assigned.person));
    });
    give(moment("2023-11-24", 8, 10), "231-QD-SCT",
         {fresh.code, head_powers, UnitCode::of(kUnit), Reach::unit, appointed, Capacity::in_office,
          Date::of("2023-11-24")});

    // The Deputy Director decides about one person, authorised for that day, recorded an hour before.
    const auto day = Date::of("2023-11-27");
    const auto authorised = plan_document(
        plan, world, moment("2023-11-27", 7, 55),
        {"VB-220-GUQ-SCT", "220/GUQ-SCT", day, trade, DocumentKind::authorisation,
         "Giấy ủy quyền kết luận xếp loại ngày 27/11/2023", agency.director, SigningCapacity::head, day, day});
    give(moment("2023-11-27", 7, 55), "220-GUQ-SCT",
         {*agency.deputy, {Power::decide}, trade, Reach::managed, authorised, Capacity::tuq, day, day});
    const auto decision =
        plan_document(plan, world, moment("2023-11-27", 9),
                      {"VB-221-QD-SCT", "221/QĐ-SCT", day, trade, DocumentKind::decision,
                       "Quyết định đánh giá, xếp loại chất lượng năm 2023", *agency.deputy, SigningCapacity::tuq});
    const auto& decided = world.person(world.key(staff_key(1)));
    services::evaluation::DecideRatings decide{
        {{decided.dossier(), decided.way.decision_level(), {}, {}}}, decision, {}};
    plan.at(*decided.way.decided_at, [=, by = *agency.deputy](Stage& stage) {
        stage.run(by, "decide-ratings", decide, services::dossier_stream(decide.lines.front().dossier));
    });
}

Json rater(const std::string& act, const PersonCode& by, Capacity capacity, const std::string& document, int count) {
    return Json::object(
        {{"act", act}, {"by", by}, {"capacity", json::enum_name(capacity)}, {"document", document}, {"people", count}});
}

std::vector<Json::Member> answer(const World& world) {
    const auto& agency = world.agencies.at(UnitCode::of("51-S06"));
    std::vector<std::string> names{"acting3", "head3"};
    for (int i = 1; i <= kStaff; ++i) names.push_back(staff_key(i));
    const auto director_document = "VB-BN-" + agency.director.str();
    const std::vector<Json> raters{
        rater("comment", world.key("acting3"), Capacity::acting, "VB-214-QD-SCT", kByActing),
        rater("comment", world.key("head3"), Capacity::in_office, "VB-231-QD-SCT", kStaff - kByActing),
        rater("decide", *agency.deputy, Capacity::tuq, "VB-220-GUQ-SCT", 1),
        rater("decide", agency.director, Capacity::in_office, director_document, kStaff - 1)};
    return {{"unit", kUnit},
            {"keys", Json::array(person_keys(world, names))},
            {"director", agency.director},
            {"deputyDirector", *agency.deputy},
            {"mandates", Json::array(std::vector<std::string>{"MQ-214-QD-SCT", "MQ-231-QD-SCT", "MQ-220-GUQ-SCT"})},
            {"documents", Json::array(std::vector<std::string>{"VB-214-QD-SCT", "VB-231-QD-SCT", "VB-220-GUQ-SCT"})},
            {"expected", Json::object({{"actors", 4}, {"raters", Json::array(raters)}})},
            {"expectedQuestion4", Json::object({{"act", moment("2023-11-27", 9, 10)},
                                                {"actor", *agency.deputy},
                                                {"mandate", "MQ-220-GUQ-SCT"},
                                                {"document", "VB-220-GUQ-SCT"},
                                                {"number", "220/GUQ-SCT"},
                                                {"validFrom", Date::of("2023-11-27")},
                                                {"validTo", Date::of("2023-11-27")},
                                                {"recordedAt", moment("2023-11-27", 7, 55)},
                                                {"knownThen", true}})}};
}

}  // namespace

Case case_q03() {
    return {"q03", {3, 4}, kStaff + 2, true, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
