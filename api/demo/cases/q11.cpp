// The party committee's opinion came after the decision.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kSchool = "535-M1";
constexpr const char* kOtherSchool = "535-M2";
constexpr int kBlock = 211;

void hire(World& world) {
    const auto employee = SubjectClass::public_employee;
    world.add_unit(kSchool, "Trường Phổ thông dân tộc bán trú Trung học cơ sở", UnitKind::school, "535", true);
    world.add_unit(kOtherSchool, "Trường Phổ thông dân tộc nội trú", UnitKind::school, "535", true);
    auto& violated = hire_leader(world, kBlock, kSchool, "Hiệu trưởng", true, "535", employee);
    world.keys["A11a"] = violated.code;
    violated.way.taken = {Step::party_opinion, Step::propose, Step::decide};
    violated.way.decided_at = moment("2023-11-27", 15);
    auto& teacher = hire_staff(world, kBlock, kSchool, Level::good, employee);
    world.keys["A11b"] = teacher.code;
    hire_staff(world, kBlock, kSchool, Level::good, employee);
    auto& control = hire_leader(world, kBlock, kOtherSchool, "Hiệu trưởng", true, "535", employee);
    world.keys["A11c"] = control.code;
    control.way.opinion_at = moment("2023-11-24", 9);
    hire_staff(world, kBlock, kOtherSchool, Level::good, employee);
}

void act(Plan& plan, const World& world) {
    namespace evaluation = services::evaluation;
    const auto district = UnitCode::of("535");
    const auto& agency = world.agencies.at(district);
    const auto& a11a = world.person(world.key("A11a"));
    const auto clerk = agency.officer;
    const auto stream = services::dossier_stream(a11a.dossier());
    const auto secretary = world.party_secretary(a11a);

    evaluation::ProposeLevel propose;
    propose.dossier = a11a.dossier();
    propose.level = Level::good;
    propose.meeting = MeetingId::of(std::string("HOP-") + kSchool);
    const auto proposed = moment("2023-11-24", 16);
    const auto proposal = plan_document(plan, world, proposed,
                                        {"VB-29-TTR-NV", "29/TTr-NV", Date::of("2023-11-24"), district,
                                         DocumentKind::letter, "Tờ trình đề xuất mức xếp loại", agency.officer});
    propose.on_paper =
        evaluation::OnPaper{Paper{proposal, moment("2023-11-24", 15), {}}, agency.deputy.value_or(agency.director)};
    plan.at(proposed, [=](Stage& stage) { stage.run(clerk, "propose-level", propose, stream); });

    evaluation::DecideRatings decide;
    const auto entered = moment("2023-11-27", 15);
    decide.document = plan_document(plan, world, entered,
                                    {"VB-298-QD-UBND", "298/QĐ-UBND", Date::of("2023-11-27"), district,
                                     DocumentKind::decision, "Quyết định đánh giá, xếp loại chất lượng năm 2023"});
    decide.lines = {{a11a.dossier(), Level::good, {}, {}}};
    decide.on_paper = evaluation::OnPaper{Paper{decide.document, moment("2023-11-27", 9), {}}, agency.director};
    plan.at(entered, [=](Stage& stage) { stage.run(clerk, "decide-ratings", decide, stream); });

    const auto dated = Date::of("2023-11-28");
    evaluation::RecordPartyOpinion opinion;
    opinion.dossier = a11a.dossier();
    opinion.committee = Label::of("Chi bộ Trường Phổ thông dân tộc bán trú Trung học cơ sở (mô phỏng)");
    opinion.dated = dated;
    opinion.opinion = Text::of("Chi bộ thống nhất mức xếp loại đã đề xuất.");
    const auto recorded = moment("2023-11-28", 15);
    const auto paper = plan_document(plan, world, recorded,
                                     {"VB-12-NX-CB", "12-NX/CB", dated, district, DocumentKind::party_opinion,
                                      "Ý kiến nhận xét của chi bộ", secretary});
    opinion.document = paper;
    opinion.on_paper = evaluation::OnPaper{Paper{paper, moment("2023-11-28", 14), {}}, secretary};
    const auto by = clerk == secretary ? agency.director : clerk;
    plan.at(recorded, [=](Stage& stage) { stage.run(by, "record-party-opinion", opinion, stream); });
}

std::vector<Json::Member> answer(const World& world) {
    return {
        {"keys", Json::array(person_keys(world, {"A11a", "A11b", "A11c"}))},
        {"documents", Json::array(std::vector<std::string>{"VB-298-QD-UBND", "VB-12-NX-CB"})},
        {"expected",
         Json::object(
             {{"violations", 1},
              {"dossier", world.person(world.key("A11a")).dossier()},
              {"decidedAt", moment("2023-11-27", 9)},
              {"opinionDated", Date::of("2023-11-28")},
              {"A11b", Json::object({{"required", false}})},
              {"A11c", Json::object({{"required", true}, {"opinionDated", Date::of("2023-11-24")}, {"met", true}})}})}};
}

}  // namespace

Case case_q11() {
    return {"q11", {11}, 5, true, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
