// Twelve notices on paper, signed under an authorisation that was issued a week later.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "530-M1";
constexpr int kBlock = 205;
constexpr int kStaff = 12;

void hire(World& world) {
    auto& unit = world.add_unit(kUnit, "Phòng Kinh tế và Hạ tầng", UnitKind::division, "530", true);
    unit.meeting_at = moment("2023-11-21", 8);
    world.keys["P5"] =
        hire_leader(world, kBlock, "530", "Phó Chủ tịch Ủy ban nhân dân", false, "530", SubjectClass::cadre).code;
    for (int i = 0; i < kStaff; ++i) {
        auto& way = hire_staff(world, kBlock, kUnit, i == 7 ? Level::completed : Level::good).way;
        way.proposed_at = moment("2023-11-24", 9, 3 * i);
        way.decided_at = moment("2023-11-24", 16);
        way.decision = "M1";
        way.taken = {Step::notify};
        way.notified_at = moment("2023-12-05", 10);
        way.received_at = moment("2023-12-06", 8 + i % 8, 5 * i);
    }
}

void act(Plan& plan, const World& world) {
    const auto district = UnitCode::of("530");
    const auto& agency = world.agencies.at(district);
    const auto& signer = world.key("P5");
    const auto first = Date::of("2023-12-01");
    const auto authorisation =
        plan_document(plan, world, moment("2023-12-01", 15),
                      {"VB-77-GUQ-UBND", "77/GUQ-UBND", first, district, DocumentKind::authorisation,
                       "Giấy ủy quyền ký thông báo kết quả xếp loại", agency.director});
    const auto granted = mandate(
        "77-GUQ-UBND", {signer, {Power::decide}, district, Reach::managed, authorisation, Capacity::tuq, first});
    plan.at(moment("2023-12-01", 15, 10), [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "grant-mandate", granted, services::mandates_stream(signer));
    });

    const auto dated = Date::of("2023-11-25");
    const auto entered = moment("2023-12-05", 10);
    services::evaluation::IssueNotices notices;
    notices.document =
        plan_document(plan, world, entered,
                      {"VB-61-TB-UBND", "61/TB-UBND", dated, district, DocumentKind::notice,
                       "Thông báo kết quả đánh giá, xếp loại chất lượng năm 2023", signer, SigningCapacity::tuq});
    notices.dated = dated;
    for (const auto& code : people_of(world, kUnit)) notices.dossiers.push_back(world.person(code).dossier());
    notices.on_paper = services::evaluation::OnPaper{Paper{notices.document, moment("2023-11-25", 8), {}}, signer};
    plan.at(entered, [=, by = agency.officer](Stage& stage) { stage.run(by, "issue-notices", notices); });
}

std::vector<Json::Member> answer(const World& world) {
    std::vector<Json> dossiers;
    for (const auto& code : people_of(world, kUnit)) dossiers.emplace_back(world.person(code).dossier());
    return {{"unit", kUnit},
            {"keys", Json::array(person_keys(world, {"P5"}))},
            {"dossiers", Json::array(dossiers)},
            {"mandates", Json::array(std::vector<std::string>{"MQ-118-QD-STC", "MQ-77-GUQ-UBND"})},
            {"documents", Json::array(std::vector<std::string>{"VB-118-QD-STC", "VB-77-GUQ-UBND"})},
            {"expected", Json::object({{"acts", 13},
                                       {"documents", 2},
                                       {"proposals", 1},
                                       {"notices", kStaff},
                                       {"proposalDossier", world.person(world.key("A1")).dossier()},
                                       {"noticeSigner", world.key("P5")}})}};
}

}  // namespace

Case case_q05() {
    return {"q05", {5}, kStaff + 1, false, {"q01"}, hire, act, answer};
}

}  // namespace minhbach::api::demo
