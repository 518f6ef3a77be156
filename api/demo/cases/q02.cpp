// Every value one rating had. A petition is upheld and the quota of the group is exceeded by one, which is
// reported and lowers nobody; then a discipline of December becomes known and the rating is cancelled a second time.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

namespace evaluation = services::evaluation;
namespace objection = services::objection;

constexpr const char* kUnit = "51-S12-M2";
constexpr const char* kGroup = "NHOM-51-S12-M2";
constexpr int kBlock = 202;
constexpr int kOthers = 6;

void hire(World& world) {
    auto& unit = world.add_unit(kUnit, "Phòng Bảo trợ xã hội", UnitKind::division, "51-S12", true);
    unit.meeting_at = moment("2023-11-21", 8);
    unit.meeting_until = moment("2023-11-21", 10);
    world.keys["H2"] = hire_leader(world, kBlock, kUnit, "Trưởng phòng", true, "51-S12").code;
    auto& a2 = hire_staff(world, kBlock, kUnit, Level::excellent);
    world.keys["A2"] = a2.code;
    auto& way = a2.way;
    way.taken = {Step::propose};
    way.self_at = moment("2023-11-16", 9);
    way.commented_at = moment("2023-11-22", 9);
    way.proposed = Level::good;
    way.proposal_reason = "Thống nhất với ý kiến của trưởng phòng và cuộc họp phòng";
    way.proposed_at = moment("2023-11-24", 10);
    way.decided_at = moment("2023-11-27", 10);
    way.decision = "A2";
    way.notified_at = moment("2023-11-30", 9);
    way.received_at = moment("2023-12-01", 8, 30);
    World::Group group{kGroup, UnitCode::of("51-S12"), "Nhóm công chức bảo trợ xã hội", {a2.code}};
    for (int i = 0; i < kOthers; ++i) {
        group.members.push_back(hire_staff(world, kBlock, kUnit, i == 0 ? Level::excellent : Level::good).code);
    }
    world.groups.push_back(group);
}

void plan_proposals(Plan& plan, const World& world) {
    const auto department = UnitCode::of("51-S12");
    const auto& a2 = world.person(world.key("A2"));
    const auto& head = world.key("H2");
    const auto& agency = world.agencies.at(department);
    const auto assignment = plan_document(
        plan, world, moment("2023-11-20", 8, 10),
        {"VB-96-PC-SLDTBXH", "96/PC-SLĐTBXH", Date::of("2023-11-20"), department, DocumentKind::appointment,
         "Phân công trưởng phòng đề xuất mức xếp loại của phòng", agency.director});
    const auto granted = mandate("96-PC-SLDTBXH", {head,
                                                   {Power::propose},
                                                   UnitCode::of(kUnit),
                                                   Reach::unit,
                                                   assignment,
                                                   Capacity::in_office,
                                                   Date::of("2023-11-20")});
    plan.at(moment("2023-11-20", 8, 30), [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "grant-mandate", granted, services::mandates_stream(head));
    });
    evaluation::ProposeLevel first;
    first.dossier = a2.dossier();
    first.level = Level::good;
    first.meeting = MeetingId::of(std::string("HOP-") + kUnit);
    first.reason = Text::of("Một số việc phối hợp còn chậm theo ý kiến của cuộc họp phòng");
    auto second = first;
    second.reason = Text::of(*a2.way.proposal_reason);
    const auto stream = services::dossier_stream(a2.dossier());
    plan.at(moment("2023-11-22", 10, 30), [=](Stage& stage) { stage.run(head, "propose-level", first, stream); });
    plan.at(*a2.way.proposed_at,
            [=, by = agency.officer](Stage& stage) { stage.run(by, "propose-level", second, stream); });
}

// The effects of this kind that are open are settled by the officer.
void settle(Plan& plan, Time when, const PersonCode& by, const DossierId& dossier, EffectKind kind,
            const DocumentId& document) {
    plan.at(when, [=](Stage& stage) {
        std::vector<EffectId> open;
        stage.desk().look([&](services::Past& past, Time) {
            for (const auto& one : past.dossier(dossier).effects.all()) {
                if (!one.settled && one.effect.kind == kind) open.push_back(one.effect.effect);
            }
        });
        for (const auto& effect : open) {
            evaluation::SettleEffect command{
                kCycle, dossier, {}, effect, Text::of("Đã ban hành thông báo kết quả mới"), document};
            stage.run(by, "settle-effect", command, services::dossier_stream(dossier));
        }
    });
}

// The notice of a new decision, its receipt, and that it is no longer owed.
void tell(Plan& plan, const World& world, const PersonPlan& person, const std::string& number, Time when,
          Time received) {
    const auto agency = person.managed_by;
    const auto& staff = world.agencies.at(agency);
    evaluation::IssueNotices notice;
    notice.document = plan_document(plan, world, when,
                                    {"VB-" + number + "-TB", number + "/TB-SLĐTBXH", when.local_date(), agency,
                                     DocumentKind::notice, "Thông báo kết quả xếp loại lại năm 2023"});
    notice.dossiers = {person.dossier()};
    notice.dated = when.local_date();
    const auto stream = services::dossier_stream(person.dossier());
    plan.at(when, [=, by = staff.director](Stage& stage) { stage.run(by, "issue-notices", notice, stream); });
    settle(plan, when.plus_millis(60'000), staff.officer, person.dossier(), EffectKind::notice_due, notice.document);
    evaluation::AcknowledgeNotice receipt{person.dossier(), {}};
    plan.at(received, [=, by = person.code](Stage& stage) { stage.run(by, "acknowledge-notice", receipt, stream); });
}

// Decides anew what is in force at that moment.
void re_rate(Plan& plan, Time when, const PersonCode& by, evaluation::ReRate command) {
    plan.at(when, [=](Stage& stage) {
        auto now = command;
        stage.desk().look([&](services::Past& past, Time) {
            const auto& decision = past.dossier(now.dossier).decision;
            if (decision) now.decision = decision->revision;
        });
        stage.run(by, "re-rate", now, services::dossier_stream(now.dossier));
    });
}

void plan_petition(Plan& plan, const World& world) {
    const auto department = UnitCode::of("51-S12");
    const auto& a2 = world.person(world.key("A2"));
    const auto& agency = world.agencies.at(department);
    const auto petition = ObjectionId::of("KN-A2");
    const auto stream = services::objection_stream(petition);
    plan.at(moment("2023-12-04", 9), [=, by = a2.code, dossier = a2.dossier()](Stage& stage) {
        objection::FileObjection command{petition,
                                         ObjectionKind::petition,
                                         dossier,
                                         0,
                                         Text::of("Có 3 trên 5 nhiệm vụ hoàn thành vượt mức nhưng chưa được tính đến"),
                                         {},
                                         {}};
        stage.desk().look([&](services::Past& past, Time) {
            if (const auto& decision = past.dossier(dossier).decision) command.decision = decision->revision;
        });
        stage.run(by, "file-objection", command, stream);
    });
    plan.at(moment("2023-12-04", 14), [=, by = agency.officer, resolver = agency.director](Stage& stage) {
        stage.run(by, "receive-objection", objection::ReceiveObjection{petition, resolver}, stream);
    });
    objection::ResolveObjection resolve{petition,
                                        ObjectionOutcome::upheld,
                                        Text::of("Đã đối chiếu sổ giao việc: 3 trên 5 nhiệm vụ hoàn thành vượt mức"),
                                        {},
                                        {}};
    resolve.document = plan_document(plan, world, moment("2023-12-15", 15),
                                     {"VB-131-TB-GQKN", "131/TB-GQKN", Date::of("2023-12-15"), department,
                                      DocumentKind::conclusion, "Thông báo giải quyết kiến nghị"});
    plan.at(moment("2023-12-15", 15),
            [=, by = agency.director](Stage& stage) { stage.run(by, "resolve-objection", resolve, stream); });

    evaluation::ReRate second;
    second.dossier = a2.dossier();
    second.ground = ReratingGround::objection;
    second.objection = petition;
    second.reason = Text::of("Kiến nghị đúng: kết quả vượt mức chưa được tính đến");
    second.level = Level::excellent;
    second.document = plan_document(plan, world, moment("2023-12-18", 10),
                                    {"VB-512-QD-XLL", "512/QĐ-XLL", Date::of("2023-12-18"), department,
                                     DocumentKind::decision, "Quyết định hủy kết quả và xếp loại lại"});
    re_rate(plan, moment("2023-12-18", 10), agency.director, second);
    tell(plan, world, a2, "513", moment("2023-12-19", 9), moment("2023-12-20", 8, 30));
}

void plan_discipline(Plan& plan, const World& world) {
    const auto department = UnitCode::of("51-S12");
    const auto& a2 = world.person(world.key("A2"));
    const auto& agency = world.agencies.at(department);
    const auto effective = Date::of("2023-12-20");
    const auto known = moment("2024-01-10", 9);
    const auto reprimand = plan_document(plan, world, known,
                                         {"VB-77-QD-KL", "77/QĐ-KL", effective, department, DocumentKind::decision,
                                          "Quyết định thi hành kỷ luật khiển trách", agency.director});
    services::organisation::RecordDiscipline discipline{a2.code,
                                                        ViolationId::of("VP-2023-077"),
                                                        kYear,
                                                        DisciplineKind::administrative,
                                                        DisciplineForm::reprimand,
                                                        effective,
                                                        reprimand};
    plan.at(known, [=, by = agency.officer](Stage& stage) {
        stage.run(by, "record-discipline", discipline, services::person_stream(discipline.person));
    });
    evaluation::ReRate third;
    third.dossier = a2.dossier();
    third.ground = ReratingGround::late_discipline;
    third.violation = discipline.violation;
    third.reason = Text::of("Bị kỷ luật khiển trách có hiệu lực từ ngày 20/12/2023, trong năm đánh giá");
    third.level = Level::not_completed;
    third.document = plan_document(plan, world, moment("2024-01-22", 10),
                                   {"VB-21-QD-XLL", "21/QĐ-XLL", Date::of("2024-01-22"), department,
                                    DocumentKind::decision, "Quyết định hủy kết quả và xếp loại lại"});
    re_rate(plan, moment("2024-01-22", 10), agency.director, third);
    tell(plan, world, a2, "22", moment("2024-01-23", 9), moment("2024-01-24", 8, 30));
}

void act(Plan& plan, const World& world) {
    plan_proposals(plan, world);
    plan_petition(plan, world);
    plan_discipline(plan, world);
}

std::vector<Json::Member> answer(const World& world) {
    const auto& a2 = world.person(world.key("A2"));
    const auto& agency = world.agencies.at(UnitCode::of("51-S12"));
    const auto one = [](const char* kind, Level level, const PersonCode& by, const char* capacity, Time at,
                        bool superseded) {
        return Json::object({{"kind", kind},
                             {"level", level},
                             {"by", by},
                             {"capacity", capacity},
                             {"at", at},
                             {"superseded", superseded}});
    };
    const std::vector<Json> values{
        one("SELF_ASSESSMENT", Level::excellent, a2.code, "SELF", moment("2023-11-16", 9), false),
        one("PROPOSAL", Level::good, world.key("H2"), "IN_OFFICE", moment("2023-11-22", 10, 30), true),
        one("PROPOSAL", Level::good, agency.officer, "IN_OFFICE", moment("2023-11-24", 10), false),
        one("DECISION", Level::good, agency.director, "IN_OFFICE", moment("2023-11-27", 10), true),
        one("DECISION", Level::excellent, agency.director, "IN_OFFICE", moment("2023-12-18", 10), true),
        one("DECISION", Level::not_completed, agency.director, "IN_OFFICE", moment("2024-01-22", 10), false)};
    return {{"keys", Json::array(person_keys(world, {"A2", "H2"}))},
            {"unit", kUnit},
            {"objection", "KN-A2"},
            {"expected", Json::object({{"values", Json::array(values)},
                                       {"supersededDecisions", 2},
                                       {"petition", Json::object({{"inTime", true},
                                                                  {"termBasis", "quy định nội bộ"},
                                                                  {"answerBy", Date::of("2023-12-18")},
                                                                  {"outcome", "UPHELD"},
                                                                  {"resolver", agency.director},
                                                                  {"resolverDecided", true}})},
                                       {"afterSecond", Json::object({{"knownAsOf", moment("2023-12-18", 24)},
                                                                     {"group", kGroup},
                                                                     {"excellent", 2},
                                                                     {"cap", 1},
                                                                     {"effect", "QUOTA_OF_GROUP"}})}})}};
}

}  // namespace

Case case_q02() {
    return {"q02", {2}, kOthers + 2, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
