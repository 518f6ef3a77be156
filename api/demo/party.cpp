// The party track of one agency: its custody is founded on 18/12/2023, the state's levels are handed over and received,
// and the members of the cell are rated by 25/12. Before 31/12, as Hướng dẫn số 25-HD/BTCTW asks.
#include <algorithm>

#include "api/demo/acts.hpp"
#include "services/party/collective.hpp"
#include "services/party/objection.hpp"

namespace minhbach::api::demo {
namespace {

namespace party = services::party;
namespace organisation = services::organisation;

constexpr std::size_t kRated = 6;  // members who go the whole way
constexpr int kBallots = 9;        // of the cell

PartyPaper paper(const std::string& number, std::string_view day, const std::string& issuer) {
    return {Label::of(number), Date::of(day), Label::of(issuer), {}};
}

// Staff of the agency with an ordinary way behind them; the people of planted cases have stories of their own.
std::vector<const PersonPlan*> staff(const World& world, const Agency& agency, bool members, std::size_t most) {
    std::vector<const PersonPlan*> chosen;
    for (const auto& person : world.people()) {
        const bool official = person.code == agency.officer || person.code == agency.deputy;
        // Who leads a unit waits for its level.
        const auto& led = person.head_of ? world.unit(*person.head_of) : world.unit(person.unit);
        const bool waits = person.leader && !(led.level && led.rate);
        const bool ordinary = person.rated && !person.planted && !waits && !official &&
                              person.way.ordinary(Step::decide) && person.way.decided_at < moment("2023-12-18", 8);
        if (ordinary && person.managed_by == agency.code && person.party == members && chosen.size() < most)
            chosen.push_back(&person);
    }
    return chosen;
}

party::FilePartySelfReview self_review(const PersonPlan& person) {
    party::FilePartySelfReview review;
    review.dossier = person.dossier();
    review.form = person.leader ? PartyForm::form_02b : PartyForm::form_02a;
    if (person.leader) review.responsibility = Text::of("Chịu trách nhiệm về hạn chế của đơn vị phụ trách.");
    review.strengths = Text::of("Chấp hành nghị quyết của chi bộ, hoàn thành nhiệm vụ được giao trong năm.");
    review.limits = Text::of("Còn ít tham gia ý kiến trong sinh hoạt chi bộ; nguyên nhân chủ quan.");
    review.remedied = Text::of("Đã khắc phục hạn chế nêu tại kỳ kiểm điểm trước.");
    review.measures = Text::of("Chủ động đăng ký việc cụ thể từng quý với chi bộ.");
    review.proposed = Level::good;
    return review;
}

party::AppraiseMember appraisal(const PersonPlan& person) {
    party::AppraiseMember command;
    command.dossier = person.dossier();
    command.criteria = {
        {Label::of("Chính trị tư tưởng, đạo đức, lối sống"), CriterionKind::general, true, CriterionGrade::good},
        {Label::of("Ý thức tổ chức kỷ luật, tác phong"), CriterionKind::general, true, CriterionGrade::good},
        {Label::of("Kết quả thực hiện nhiệm vụ được giao"), CriterionKind::result, true, CriterionGrade::good}};
    if (person.leader) command.targets = PartyTargets{10, 9, false, false};
    command.opinion = Text::of("Chi ủy nhất trí với bản kiểm điểm và mức tự nhận.");
    command.proposed = Level::good;
    return command;
}

party::CountPartyBallot ballot(const PersonPlan& person, int against, const std::string& cell) {
    party::CountPartyBallot command;
    command.dossier = person.dossier();
    command.held_on = Date::of("2023-12-21");
    command.present = kBallots;
    command.good = kBallots - against;
    command.completed = against;
    command.minutes = paper("12-BB/CB", "2023-12-21", cell);
    return command;
}

constexpr int kCells = 6;  // of the committee: so that one of them may be excellent

struct Officials {
    PersonCode administrator, secretary, cell;
    UnitCode unit;
    std::string name;  // of the agency: "Sở Tài chính"
};

// The agency with the most members to show, the first of those with as many; small provinces have none.
const Agency* agency_to_show(const World& world) {
    const Agency* best = nullptr;
    std::size_t most = 0;
    for (const auto& [code, agency] : world.agencies) {
        const auto members = agency.deputy ? staff(world, agency, true, kRated).size() : 0;
        if (members > most) most = members, best = &agency;
    }
    return best;
}

// One names, another confirms; then the party side grants its own mandates.
void plan_custody(Plan& plan, const World& world, const Officials& officials) {
    const auto day = Date::of("2023-12-18");
    const auto document = plan_document(plan, world, moment("2023-12-18", 8),
                                        {"VB-TU-PCCB", "1208-QĐ/TU", day, UnitCode::of("51"), DocumentKind::appointment,
                                         "Quyết định phân công quản trị dữ liệu xếp loại đảng viên"});
    const auto id = MandateId::of("MQ-DANG-QT");
    const PartyAdministratorNamed named{id, officials.administrator, day, document};
    const PartyAdministratorConfirmed confirmed{id, officials.administrator};
    plan.at(moment("2023-12-18", 8, 10), [=, by = world.administrator](Stage& stage) {
        stage.run(by, "name-party-administrator", named, services::party_custody_stream());
    });
    plan.at(moment("2023-12-18", 8, 20), [=, by = world.inspector](Stage& stage) {
        stage.run(by, "confirm-party-administrator", confirmed, services::party_custody_stream());
    });
    const auto give = [&](const std::string& name, const PersonCode& to, std::vector<Power> powers) {
        const auto granted = mandate(
            name, {to, std::move(powers), officials.unit, Reach::subtree, document, Capacity::in_office, day, {}});
        plan.at(moment("2023-12-18", 8, 30), [=, by = officials.administrator](Stage& stage) {
            stage.run(by, "grant-mandate", granted, services::mandates_stream(granted.person));
        });
    };
    give("DANG-BT", officials.secretary, {Power::party_decide, Power::party_read});
    give("DANG-CB", officials.cell, {Power::party_propose});
}

void plan_hand_over(Plan& plan, const World& world, const Officials& officials) {
    const auto& unit = officials.unit;
    const auto document = plan_document(plan, world, moment("2023-12-18", 14),
                                        {"VB-BG-DANG", "902/CV-VP", Date::of("2023-12-18"), unit, DocumentKind::letter,
                                         "Bàn giao kết quả xếp loại cho cấp ủy"});
    const party::HandOverResults list{kCycle, unit, Label::of("Đảng ủy " + officials.name), unit, document};
    const party::ReceiveHandOver receipt{kCycle, unit, 1, Text::of("Đã đối chiếu đủ danh sách")};
    const auto stream = services::hand_over_stream(kCycle, unit);
    plan.at(moment("2023-12-18", 15), [=, by = world.agencies.at(unit).officer](Stage& stage) {
        stage.run(by, "hand-over-results", list, stream);
    });
    plan.at(moment("2023-12-19", 8),
            [=, by = officials.secretary](Stage& stage) { stage.run(by, "receive-hand-over", receipt, stream); });
}

// Admitted in August: exempted by the date alone.
void plan_admission(Plan& plan, const World& world, const PersonPlan& person) {
    const organisation::RecordPartyMembership admitted{person.code, true, Date::of("2023-08-19")};
    plan.at(moment("2023-12-18", 9), [=, by = world.recorder(person.unit)](Stage& stage) {
        stage.run(by, "record-party-membership", admitted, services::person_stream(admitted.person));
    });
}

void plan_cell(Plan& plan, const Officials& officials, const std::vector<const PersonPlan*>& members) {
    int number = 0;
    for (const auto* person : members) {
        const auto stream = services::party_dossier_stream(person->dossier());
        const int minute = 5 * number;
        auto review = self_review(*person);
        const auto appraised = appraisal(*person);
        const auto counted = ballot(*person, number % 3, "Chi bộ " + officials.name);
        const party::ProposePartyLevel proposal{person->dossier(), Level::good, {}};
        // The last one's is on paper: the cell's secretary enters it.
        const bool on_paper = members.size() > 2 && person == members.back();
        if (on_paper) {
            review.on_paper =
                party::PartyOnPaper{paper("05-KĐ/CB", "2023-12-19", "Chi bộ " + officials.name),
                                    moment("2023-12-19", 16), Label::of("Văn phòng Đảng ủy, cặp 12"), person->code};
        }
        plan.at(moment("2023-12-20", 9, minute), [=, by = on_paper ? officials.cell : person->code](Stage& stage) {
            stage.run(by, "file-party-self-review", review, stream);
        });
        plan.at(moment("2023-12-21", 8, minute),
                [=, by = officials.cell](Stage& stage) { stage.run(by, "appraise-party-member", appraised, stream); });
        plan.at(moment("2023-12-21", 15, minute), [=, by = officials.cell](Stage& stage) {
            stage.run(by, "count-party-ballot", counted, stream);
            stage.run(by, "propose-party-level", proposal, stream);
        });
        ++number;
    }
}

// The cells rate themselves, are appraised and voted on, and the committee decides before it decides on their members:
// six are good or better, so one may be excellent.
void plan_cells(Plan& plan, const Officials& officials, const PersonPlan& head) {
    const auto& unit = officials.unit;
    const auto stream = services::party_collectives_stream(kCycle, unit);
    const auto committee = "Đảng ủy " + officials.name;
    for (int number = 1; number <= kCells; ++number) {
        const bool best = number == 1;
        const auto name = "Chi bộ " + std::to_string(number);
        const auto id = PartyOrganisationId::of("CB-" + std::to_string(number));
        const auto level = best ? Level::excellent : Level::good;
        const auto minute = 5 * number;
        party::OpenPartyCollective open{kCycle,
                                        unit,
                                        id,
                                        Label::of(name),
                                        PartyOrganisationKind::cell,
                                        CollectiveKind::organisation_unit,
                                        unit,
                                        best ? std::optional(head.code) : std::nullopt,
                                        RulebookId::of("qd124-2023")};
        const party::SelfRatePartyCollective self{kCycle, unit, id, level,
                                                  Text::of("Theo báo cáo kiểm điểm của chi bộ năm 2023.")};
        party::AppraisePartyCollective appraise;
        appraise.cycle = kCycle;
        appraise.committee_unit = unit;
        appraise.organisation = id;
        appraise.criteria = {
            {Label::of("Xây dựng Đảng, đoàn kết nội bộ"), CriterionKind::general, true, CriterionGrade::good},
            {Label::of("Kết quả lãnh đạo thực hiện nhiệm vụ"), CriterionKind::result, true,
             best ? CriterionGrade::excellent : CriterionGrade::good}};
        appraise.targets = {10, 10, false, false};
        appraise.opinion = Text::of("Đề nghị theo mức chi bộ tự xếp loại.");
        appraise.proposed = level;
        party::CountPartyCollectiveBallot votes;
        votes.cycle = kCycle;
        votes.committee_unit = unit;
        votes.organisation = id;
        votes.held_on = Date::of("2023-12-22");
        votes.present = kBallots;
        (best ? votes.excellent : votes.good) = kBallots;
        votes.minutes = paper("20-BB/ĐU", "2023-12-22", committee);
        const party::RatePartyCollective rate{kCycle, unit, id, level, {}, paper("20-QĐ/ĐU", "2023-12-22", committee)};
        plan.at(moment("2023-12-20", 10, minute),
                [=, by = officials.secretary](Stage& stage) { stage.run(by, "open-party-collective", open, stream); });
        plan.at(moment("2023-12-20", 14, minute), [=, by = officials.cell](Stage& stage) {
            stage.run(by, "self-rate-party-collective", self, stream);
            stage.run(by, "appraise-party-collective", appraise, stream);
        });
        plan.at(moment("2023-12-22", 9, minute), [=, by = officials.secretary](Stage& stage) {
            stage.run(by, "count-party-collective-ballot", votes, stream);
            stage.run(by, "rate-party-collective", rate, stream);
        });
    }
}

// One member does not agree and petitions to the committee that decided.
void plan_petition(Plan& plan, const Officials& officials, const PersonPlan& member, int decision) {
    const auto stream = services::party_dossier_stream(member.dossier());
    const auto id = ObjectionId::of("KN-DV-1");
    const party::FilePartyObjection petition{
        member.dossier(), id, ObjectionKind::petition, decision, Text::of("Chưa tính nhiệm vụ đột xuất quý IV."), {}};
    const party::ReceivePartyObjection receipt{member.dossier(), id, officials.secretary};
    const party::ResolvePartyObjection answer{member.dossier(), id, ObjectionOutcome::rejected,
                                              Text::of("Nhiệm vụ đã được tính ở tiêu chí kết quả."),
                                              paper("23-CV/ĐU", "2023-12-28", "Đảng ủy " + officials.name)};
    plan.at(moment("2023-12-26", 9),
            [=, by = member.code](Stage& stage) { stage.run(by, "file-party-objection", petition, stream); });
    plan.at(moment("2023-12-26", 15),
            [=, by = officials.secretary](Stage& stage) { stage.run(by, "receive-party-objection", receipt, stream); });
    plan.at(moment("2023-12-28", 10),
            [=, by = officials.secretary](Stage& stage) { stage.run(by, "resolve-party-objection", answer, stream); });
}

}  // namespace

void plan_party(Plan& plan, const World& world) {
    const auto* agency = agency_to_show(world);
    if (!agency) return;
    auto members = staff(world, *agency, true, kRated);
    const auto newcomers = staff(world, *agency, false, 1);
    const auto* exempt = members.size() > 1 ? members.back() : nullptr;
    if (exempt) members.pop_back();
    const auto& personnel = world.agencies.at(UnitCode::of("51-S02"));
    const Officials officials{personnel.director, *agency->deputy, agency->officer, agency->code,
                              world.unit(agency->code).established.name.str()};
    plan_custody(plan, world, officials);
    plan_hand_over(plan, world, officials);
    for (const auto* person : newcomers) plan_admission(plan, world, *person);

    party::OpenPartyDossiers open{
        kCycle, officials.unit, Label::of("Chi bộ " + officials.name), officials.unit, RulebookId::of("qd124-2023"),
        {}};
    for (const auto* person : members) open.persons.push_back(person->code);
    for (const auto* person : newcomers) open.persons.push_back(person->code);
    if (exempt) {
        open.persons.push_back(exempt->code);
        const party::ExemptMember exemption{exempt->dossier(), PartyExemption::exempt_from_activity,
                                            paper("18-QĐ/ĐU", "2023-12-15", "Đảng ủy " + officials.name)};
        plan.at(moment("2023-12-20", 8), [=](Stage& stage) {
            stage.run(officials.cell, "exempt-party-member", exemption,
                      services::party_dossier_stream(exemption.dossier));
        });
    }
    plan.at(moment("2023-12-19", 9), [=](Stage& stage) {
        stage.run(officials.cell, "open-party-dossiers", open, services::party_custody_stream());
    });
    plan_cell(plan, officials, members);
    if (!members.empty()) plan_cells(plan, officials, *members.front());
    constexpr int kDecision = 5;  // after opening, self-review, appraisal, ballot and proposal
    if (members.size() > 1) plan_petition(plan, officials, *members.at(1), kDecision);

    const auto committee = "Đảng ủy " + officials.name;
    party::DecidePartyRatings decide{{}, paper("21-QĐ/ĐU", "2023-12-22", committee)};
    for (const auto* person : members) decide.lines.push_back({person->dossier(), Level::good, {}});
    plan.at(moment("2023-12-22", 16), [=](Stage& stage) {
        stage.run(officials.secretary, "decide-party-ratings", decide,
                  services::party_dossier_stream(decide.lines.front().dossier));
        for (const auto& line : decide.lines) {
            const party::IssuePartyNotice notice{line.dossier, paper("22-TB/ĐU", "2023-12-22", committee)};
            stage.run(officials.secretary, "issue-party-notice", notice, services::party_dossier_stream(line.dossier));
        }
    });
}

}  // namespace minhbach::api::demo
