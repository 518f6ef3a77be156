// Levels of collectives and units, decided by the competent authority.
#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "services/evaluation/collective_quota.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

struct CollectiveView {
    CycleId cycle;
    UnitCode unit;
    std::optional<CollectiveRated> rated;   // absent: not rated so far
    std::optional<std::uint64_t> position;  // of the decision
    std::uint64_t revision = 0;             // the If-Match of a decision
};
BOOST_DESCRIBE_STRUCT(CollectiveView, (), (cycle, unit, rated, position, revision))

events::Stream its_collective(const auto& command) {
    return services::collective_stream(command.cycle, command.unit);
}

// The level of a unit is published inside the province: every signed-in person may ask for it. Why it is so, where it
// rests on an appraisal, is for those who see the unit.
awaitable<http::Response> collective(Context& context) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!cycle || !unit) co_return http::problem(no_such_thing());
    CollectiveView view{*cycle, *unit, {}, {}, 0};
    bool known = false;
    const auto look = [&](services::Past& past, Time) {
        known = past.registry().cycle(*cycle) && past.registry().unit(*unit);
        const auto& state = past.collective(*cycle, *unit);
        view.rated = state.rated;
        if (state.exists()) view.position = state.position.value;
        view.revision =
            context.house.log.stream_count(events::Ledger::main, services::collective_stream(*cycle, *unit));
    };
    const bool durable = co_await looked(context.house, look);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!known) co_return http::problem(no_such_thing());
    if (view.rated && !may_see_unit(context, *unit)) {
        view.rated->evaluation.reset();
        view.rated->departure.reset();
        view.rated->inspection.reset();
    }
    co_return answer(context, json::to_json(view), as_of_now(context.house), view.revision);
}

// One comparable group of collectives under the readings of the share of excellent.
struct CollectiveGroupView {
    std::optional<GroupId> group;  // absent: those directly below the unit
    std::optional<Label> name;
    SettledGroup standing;  // counts: whoever is only proposed excellent counts as good
    std::optional<DocumentId> exception_document;
    Label clause;
    std::vector<UnitCode> members;
    std::vector<UnitCode> excellent;  // decided so
    std::vector<UnitCode> wanted;     // proposed so and not decided yet
    std::vector<UnitCode> undecided;  // neither appraised nor decided: in no base yet
    int above = 0;                    // excellent, decided and wanted, beyond the maximum
};
BOOST_DESCRIBE_STRUCT(CollectiveGroupView, (),
                      (group, name, standing, exception_document, clause, members, excellent, wanted, undecided, above))

struct CollectiveQuotaView {
    CycleId cycle;
    UnitCode unit;
    std::vector<CollectiveGroupView> groups;
};
BOOST_DESCRIBE_STRUCT(CollectiveQuotaView, (), (cycle, unit, groups))

CollectiveGroupView group_view(evaluation::CollectiveQuota&& quota) {
    CollectiveGroupView view;
    view.group = quota.standing.group.group;
    view.name = std::move(quota.name);
    view.standing = std::move(quota.standing.group);
    view.exception_document = std::move(quota.standing.exception_document);
    view.clause = quota.rulebook->quota_clause().citation;
    view.members = std::move(quota.members);
    view.excellent = std::move(quota.excellent);
    view.wanted = std::move(quota.wanted);
    view.undecided = std::move(quota.undecided);
    const auto all = static_cast<int>(view.excellent.size() + view.wanted.size());
    view.above = std::max(0, all - view.standing.max_excellent);
    return view;
}

awaitable<http::Response> collective_quota(Context& context, projections::Known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!cycle || !unit || !may_see_unit(context, *unit)) co_return http::problem(no_such_thing());
    CollectiveQuotaView view{*cycle, *unit, {}};
    bool known = false;
    auto query = [&](services::Past& past, Time now) {
        known = past.registry().cycle(view.cycle) != nullptr;
        if (!known) return;
        for (auto& quota : evaluation::collective_quotas(past, view.cycle, view.unit, now.local_date()))
            view.groups.push_back(group_view(std::move(quota)));
    };
    const bool durable = co_await looked(context.house, query);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!known) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(view), as_of_now(context.house));
}

}  // namespace

std::vector<Route> collective_routes() {
    Route view;
    view.method = "GET";
    view.path = "/v1/cycles/{cycle}/collectives/{unit}";
    view.name = "collective";
    view.summary = {"Mức xếp loại của tập thể, đơn vị", "The level of a collective or unit"};
    view.permission = "any signed-in person";
    view.response = {{"application/json", detail::enveloped_schema<CollectiveView>}};
    view.refusals = {"not-found-or-not-allowed"};
    view.handle = collective;
    auto quota = heavy(read_route<CollectiveQuotaView>(
        "/v1/cycles/{cycle}/units/{unit}/collective-quota", "collective-quota",
        {"Tỷ lệ xuất sắc của các tập thể do đơn vị xếp loại", "The share of excellent among collectives a unit rates"},
        "those who see the unit", {}, collective_quota, When::now));
    quota.refusals.emplace_back("outcome-unknown");
    return {
        command_route<evaluation::RateCollective>(
            "/v1/cycles/{cycle}/collectives/{unit}/decision", "rate-collective",
            {"Kết luận mức xếp loại của tập thể, đơn vị", "Decide the level of a collective or unit"}, Kind::judging,
            "decide", its_collective),
        command_route<evaluation::SelfRateCollective>("/v1/cycles/{cycle}/collectives/{unit}/self-rating",
                                                      "self-rate-collective",
                                                      {"Tập thể tự xếp loại", "The collective rates itself"},
                                                      Kind::additive, "the head, propose", its_collective),
        command_route<evaluation::AppraiseCollective>(
            "/v1/cycles/{cycle}/collectives/{unit}/appraisal", "appraise-collective",
            {"Thẩm định, đề xuất mức xếp loại của tập thể", "Appraise the collective and propose its level"},
            Kind::judging, "propose; never whoever leads the unit", its_collective),
        command_route<evaluation::RaiseConcern>(
            "/v1/cycles/{cycle}/collectives/{unit}/concerns", "raise-concern",
            {"Ghi nhận đơn thư, dấu hiệu vi phạm hoặc mất đoàn kết của tập thể",
             "Record a complaint, a sign of violation or of disunity against the collective"},
            Kind::additive, "inspect, decide, receive, propose", its_collective),
        std::move(view),
        std::move(quota),
    };
}

}  // namespace minhbach::api::routes
