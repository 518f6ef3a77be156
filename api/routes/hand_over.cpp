// The state's side of the hand-over: what was given to party committees, what is owed to them since, and the one thing
// that comes back.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

namespace party = services::party;

events::Stream its_hand_over(const auto& command) {
    return services::hand_over_stream(command.cycle, command.agency);
}

// Refused before anything is told of the unit.
Result<std::pair<CycleId, UnitCode>> agency_asked(Context& context) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto agency = id_in_path<UnitCode>(context, "agency");
    if (!cycle || !agency || !may_see_unit(context, *agency)) return no_such_thing();
    return std::pair(*cycle, *agency);
}

awaitable<http::Response> hand_over(Context& context, projections::Known known) {
    const auto asked = agency_asked(context);
    if (!asked) co_return http::problem(asked.error());
    const auto found = context.answers().hand_over(asked->first, asked->second, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->revision));
}

struct OwedView {
    CycleId cycle;
    UnitCode agency;
    std::vector<party::OwedCorrection> items;
};
BOOST_DESCRIBE_STRUCT(OwedView, (), (cycle, agency, items))

awaitable<http::Response> owed(Context& context, projections::Known) {
    const auto asked = agency_asked(context);
    if (!asked) co_return http::problem(asked.error());
    OwedView view{asked->first, asked->second, {}};
    auto query = [&](services::Past& past, Time) {
        view.items = party::owed_corrections(past, view.cycle, view.agency);
    };
    const bool durable = co_await looked(context.house, query);
    if (!durable) co_return http::problem(outcome_unknown());
    co_return answer(context, json::to_json(view), as_of_now(context.house));
}

awaitable<http::Response> party_level(Context& context, projections::Known known) {
    const auto opening = co_await opened(context, "party-level");
    if (!opening) co_return http::problem(opening.error());
    const auto found = context.answers().party_level(opening->row.dossier, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> hand_over_routes() {
    const std::string reach = "those whose mandates reach the agency";
    Route level = read_route<projections::PartyLevelAnswer>(
        "/v1/dossiers/{dossier}/party-level", "party-level",
        {"Mức xếp loại đảng viên; căn cứ chỉ khi bên Đảng cung cấp",
         "The party's level; its grounds only where the party side shares them"},
        "whoever may see the dossier; with a purpose for those who do not rate", purpose_parameters(), party_level);
    level.refusals.insert(level.refusals.end(), {"reason-required", "invalid-field", "outcome-unknown"});
    return {
        command_route<party::HandOverResults>(
            "/v1/cycles/{cycle}/hand-overs/{agency}", "hand-over-results",
            {"Bàn giao kết quả xếp loại của Nhà nước cho cấp ủy", "Hand the state's levels over to a party committee"},
            Kind::judging, "decide or submit, over the agency's people", its_hand_over),
        command_route<party::HandOverCorrections>(
            "/v1/cycles/{cycle}/hand-overs/{agency}/corrections", "hand-over-corrections",
            {"Bàn giao nội dung điều chỉnh", "Hand over what changed since"}, Kind::judging,
            "decide or submit, over the agency's people", its_hand_over),
        command_route<party::CorrectHandOverSlip>(
            "/v1/cycles/{cycle}/hand-overs/{agency}/slips", "correct-hand-over-slip",
            {"Đính chính sai sót trong danh sách đã bàn giao", "Correct a slip in a list that was handed over"},
            Kind::judging, "decide or submit, over the agency's people", its_hand_over),
        read_route<projections::HandOverAnswer>(
            "/v1/cycles/{cycle}/hand-overs/{agency}", "hand-overs",
            {"Các danh sách đã bàn giao và việc xác nhận đã nhận", "The lists handed over, and their receipts"}, reach,
            {}, hand_over),
        read_route<OwedView>("/v1/cycles/{cycle}/hand-overs/{agency}/owed", "owed-corrections",
                             {"Điều chỉnh chưa bàn giao", "Corrections not handed over yet"}, reach, {}, owed,
                             When::now),
        std::move(level),
    };
}

}  // namespace minhbach::api::routes
