// Settlement of the excellent quota, decisions with their lists, notices, receipts.
#include <algorithm>

#include "api/demo/acts.hpp"

namespace minhbach::api::demo {
namespace {

namespace evaluation = services::evaluation;

constexpr std::size_t kSettledFrom = 6;  // a smaller agency without proposals of excellent has nothing to settle
constexpr const char* kNotSelected = "Không nằm trong danh sách được chọn khi chốt tỷ lệ xếp loại xuất sắc";

bool proposed_excellent(const PersonPlan& person) {
    return person.way.proposal() == Level::excellent;
}

void plan_settlement(Plan& plan, const World& world, const UnitCode& agency, Time first_decision) {
    const auto people = world.managed_by(agency);
    services::settlement::SettleQuota settle;
    settle.cycle = kCycle;
    settle.agency = agency;
    bool any = people.size() >= kSettledFrom;
    for (const auto& code : people) {
        const auto& person = world.person(code);
        any = any || proposed_excellent(person);
        const bool chosen = person.way.selected_for_quota || person.way.decision_level() == Level::excellent;
        if (proposed_excellent(person) && chosen) settle.selected.push_back(person.dossier());
    }
    if (!any) return;
    const auto by = *world.unit(agency).head;
    plan.at(first_decision.plus_millis(-60 * 60'000),
            [=](Stage& stage) { stage.run(by, "settle-quota", settle, services::settlement_stream(kCycle, agency)); });
}

// Those whom one document decides about.
struct List {
    UnitCode agency;
    Time when;
    std::string key;
    friend auto operator<=>(const List&, const List&) = default;
};

void plan_decision(Plan& plan, const World& world, const List& list, const std::vector<PersonCode>& people,
                   int number) {
    const auto day = list.when.local_date();
    const auto by = *world.unit(list.agency).head;
    const auto name = list.agency.str() + (list.key.empty() ? "" : "-" + list.key);
    evaluation::DecideRatings decide;
    decide.document =
        plan_document(plan, world, list.when,
                      {"VB-QD-" + name + "-" + day.iso(), std::to_string(400 + number) + "/QĐ-XL", day, list.agency,
                       DocumentKind::decision, "Quyết định đánh giá, xếp loại chất lượng năm 2023 kèm danh sách"});
    for (const auto& code : people) {
        const auto& person = world.person(code);
        evaluation::DecisionLine line{person.dossier(), person.way.decision_level(), {}, {}};
        if (person.way.decision_reason)
            line.reason = Text::of(*person.way.decision_reason);
        else if (person.way.decision_level() != person.way.proposal())
            line.reason = Text::of(kNotSelected);
        else if (person.way.proposal_reason)
            line.reason = Text::of(*person.way.proposal_reason);
        decide.lines.push_back(std::move(line));
    }
    plan.at(list.when, [=](Stage& stage) { stage.run(by, "decide-ratings", decide, services::province_stream()); });
}

void plan_notice(Plan& plan, const World& world, const List& list, const std::vector<PersonCode>& people, int number) {
    const auto day = list.when.local_date();
    const auto by = *world.unit(list.agency).head;
    const auto name = list.agency.str() + (list.key.empty() ? "" : "-" + list.key);
    evaluation::IssueNotices notices;
    notices.document =
        plan_document(plan, world, list.when,
                      {"VB-TB-" + name + "-" + day.iso() + "-" + std::to_string(list.when.local_minute_of_day()),
                       std::to_string(600 + number) + "/TB-XL", day, list.agency, DocumentKind::notice,
                       "Thông báo kết quả đánh giá, xếp loại chất lượng năm 2023"});
    notices.dated = day;
    evaluation::PublishResults publish;
    publish.form = PublicationForm::electronic;
    for (const auto& code : people) notices.dossiers.push_back(world.person(code).dossier());
    publish.dossiers = notices.dossiers;
    plan.at(list.when, [=](Stage& stage) {
        stage.run(by, "issue-notices", notices);
        stage.run(by, "publish-results", publish);
    });
}

}  // namespace

void plan_conclusion(Plan& plan, const World& world) {
    std::map<List, std::vector<PersonCode>> decided, notified;
    std::map<UnitCode, Time> first;  // decision of an agency that may need the settlement
    for (const auto& person : world.people()) {
        if (!person.rated) continue;
        const auto& way = person.way;
        if (way.ordinary(Step::decide)) {
            decided[{person.managed_by, *way.decided_at, way.decision}].push_back(person.code);
            if (way.decision.empty()) first.try_emplace(person.managed_by, *way.decided_at);
        }
        if (way.ordinary(Step::notify))
            notified[{person.managed_by, *way.notified_at, way.decision}].push_back(person.code);
        if (way.ordinary(Step::acknowledge)) {
            evaluation::AcknowledgeNotice acknowledge{person.dossier(), {}};
            plan.at(*way.received_at, [=, by = person.code](Stage& stage) {
                stage.run(by, "acknowledge-notice", acknowledge, services::dossier_stream(acknowledge.dossier));
            });
        }
    }
    for (const auto& [agency, when] : first) {
        if (!world.settled_by_case.contains(agency)) plan_settlement(plan, world, agency, when);
    }
    int number = 0;
    for (const auto& [list, people] : decided) plan_decision(plan, world, list, people, ++number);
    number = 0;
    for (const auto& [list, people] : notified) plan_notice(plan, world, list, people, ++number);
}

}  // namespace minhbach::api::demo
