// What was known when it was decided. A conclusion that was on record and is not mentioned; a discipline
// that nobody could know of, and the re-rating that followed. Beside them a petition that the decider himself refused.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

namespace evaluation = services::evaluation;
namespace objection = services::objection;

constexpr const char* kUnit = "51-S03-M1";
constexpr int kBlock = 224;

void hire(World& world) {
    world.add_unit(kUnit, "Phòng Quản lý đầu tư", UnitKind::division, "51-S03", true);
    for (const auto* key : {"A24", "A24b", "A31"}) {
        auto& person = hire_staff(world, kBlock, kUnit);
        world.keys[key] = person.code;
        person.way.notified_at = moment("2023-11-30", 9);
        person.way.received_at = moment("2023-12-01", 8, 30);
    }
    for (int i = 0; i < 3; ++i) hire_staff(world, kBlock, kUnit);
}

// The one decision each of them has at that moment.
template <class Command>
void with_decision(Plan& plan, Time when, const PersonCode& by, const char* name, const Command& command,
                   const events::Stream& stream) {
    plan.at(when, [=](Stage& stage) {
        auto now = command;
        stage.desk().look([&](services::Past& past, Time) {
            if (const auto& decision = past.dossier(now.dossier).decision) now.decision = decision->revision;
        });
        stage.run(by, name, now, stream);
    });
}

void act(Plan& plan, const World& world) {
    const auto department = UnitCode::of("51-S03");
    const auto& agency = world.agencies.at(department);

    const auto concluded = plan_document(plan, world, moment("2023-11-13", 9),
                                         {"VB-87-KL-TTR", "87/KL-TTr", Date::of("2023-11-10"), UnitCode::of("51-S18"),
                                          DocumentKind::conclusion, "Kết luận thanh tra công tác thẩm định dự án"});
    services::organisation::ConcludeFinding finding{world.key("A24"), kYear, ConcludedFinding::unit_corruption_handled,
                                                    concluded};
    plan.at(moment("2023-11-13", 9, 30), [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "conclude-finding", finding, services::person_stream(finding.person));
    });

    const auto effective = Date::of("2023-12-20");
    const auto known = moment("2024-01-10", 10);
    const auto& late = world.person(world.key("A24b"));
    services::organisation::RecordDiscipline discipline{late.code,
                                                        ViolationId::of("VP-2023-078"),
                                                        kYear,
                                                        DisciplineKind::administrative,
                                                        DisciplineForm::reprimand,
                                                        effective,
                                                        {}};
    discipline.document = plan_document(plan, world, known,
                                        {"VB-78-QD-KL", "78/QĐ-KL", effective, department, DocumentKind::decision,
                                         "Quyết định thi hành kỷ luật khiển trách", agency.director});
    plan.at(known, [=, by = agency.officer](Stage& stage) {
        stage.run(by, "record-discipline", discipline, services::person_stream(discipline.person));
    });
    evaluation::ReRate again;
    again.dossier = late.dossier();
    again.ground = ReratingGround::late_discipline;
    again.violation = discipline.violation;
    again.reason = Text::of("Bị kỷ luật khiển trách có hiệu lực từ ngày 20/12/2023, trong năm đánh giá");
    again.level = Level::not_completed;
    const auto decided = moment("2024-01-18", 10);
    again.document = plan_document(plan, world, decided,
                                   {"VB-18-QD-XLL", "18/QĐ-XLL", Date::of("2024-01-18"), department,
                                    DocumentKind::decision, "Quyết định hủy kết quả và xếp loại lại"});
    with_decision(plan, decided, agency.director, "re-rate", again, services::dossier_stream(late.dossier()));

    const auto& refused = world.person(world.key("A31"));
    const auto petition = ObjectionId::of("KN-A31");
    const auto stream = services::objection_stream(petition);
    with_decision(plan, moment("2023-12-06", 9), refused.code, "file-objection",
                  objection::FileObjection{petition,
                                           ObjectionKind::petition,
                                           refused.dossier(),
                                           0,
                                           Text::of("Đề nghị xem xét lại mức xếp loại"),
                                           {},
                                           {}},
                  stream);
    plan.at(moment("2023-12-06", 15), [=, by = agency.officer, resolver = agency.director](Stage& stage) {
        stage.run(by, "receive-objection", objection::ReceiveObjection{petition, resolver}, stream);
    });
    objection::ResolveObjection resolve{
        petition, ObjectionOutcome::rejected, Text::of("Kết quả đã đánh giá đúng tiêu chí"), {}, {}};
    resolve.document = plan_document(plan, world, moment("2023-12-13", 10),
                                     {"VB-140-TB-GQKN", "140/TB-GQKN", Date::of("2023-12-13"), department,
                                      DocumentKind::conclusion, "Thông báo giải quyết kiến nghị"});
    plan.at(moment("2023-12-13", 10),
            [=, by = agency.director](Stage& stage) { stage.run(by, "resolve-objection", resolve, stream); });
}

std::vector<Json::Member> answer(const World& world) {
    const auto& agency = world.agencies.at(UnitCode::of("51-S03"));
    return {{"keys", Json::array(person_keys(world, {"A24", "A24b", "A31"}))},
            {"objection", "KN-A31"},
            {"expected", Json::object({{"A24", Json::object({{"document", "87/KL-TTr"},
                                                             {"documentDated", Date::of("2023-11-10")},
                                                             {"knownAt", moment("2023-11-13", 9, 30)},
                                                             {"knownBeforeDecision", true},
                                                             {"mentioned", false},
                                                             {"decided", Level::good}})},
                                       {"A24b", Json::object({{"effective", Date::of("2023-12-20")},
                                                              {"knownAt", moment("2024-01-10", 10)},
                                                              {"knownBeforeDecision", false},
                                                              {"decidedFirst", Level::good},
                                                              {"decidedNow", Level::not_completed},
                                                              {"reRatedAt", moment("2024-01-18", 10)}})},
                                       {"A31", Json::object({{"outcome", "REJECTED"},
                                                             {"resolver", agency.director},
                                                             {"resolverDecided", true},
                                                             {"termBasis", "quy định nội bộ"},
                                                             {"decided", Level::good}})}})}};
}

}  // namespace

Case case_q24() {
    return {"q24", {24}, 6, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
