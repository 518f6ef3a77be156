// Mandates: who may act for whom, from when to when, on which document.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;

events::Stream its_mandate(const auto& command) {
    return services::mandates_stream(command.person);
}

// The address names the mandate, the body need not repeat whose it is.
std::vector<Fixed> mandate_and_holder(Context& context) {
    auto fixed = fixed_by_path(context);
    const auto id = MandateId::parse(context.in_path("mandate"));
    if (!id) return fixed;
    context.house.desk.look([&](services::Past& past, Time) {
        const auto* mandate = past.registry().mandate(*id);
        if (mandate) fixed.push_back({"person", json_string(mandate->granted.person.str())});
    });
    return fixed;
}

awaitable<http::Response> mandate(Context& context, projections::Known known) {
    const auto id = id_in_path<MandateId>(context, "mandate");
    if (!id) co_return http::problem(id.error());
    const auto found = context.answers().mandate(*id, known);
    if (!found) co_return http::problem(found.error());
    // Mandates of one person are one stream: its count guards a correction.
    const auto stream = services::mandates_stream(found->mandate.person);
    const auto revision = context.house.log.stream_positions(events::Ledger::main, stream).size();
    co_return answer_of(context, *found, true, revision);
}

// What waits for a second person, for those who could be it.
struct MandateToConfirm {
    MandateId mandate;
    projections::PersonName person;
    std::vector<Power> powers;
    UnitCode unit;
    Reach reach = Reach::unit;
    Date from;
    std::optional<Date> to;
    DocumentId document;
    projections::PersonName granted_by;
};
BOOST_DESCRIBE_STRUCT(MandateToConfirm, (), (mandate, person, powers, unit, reach, from, to, document, granted_by))

struct MandatesToConfirm {
    std::vector<MandateToConfirm> items;  // by code
};
BOOST_DESCRIBE_STRUCT(MandatesToConfirm, (), (items))

// The rule says for each whether the asker could confirm it now; the others are not told.
MandatesToConfirm to_confirm_by(const services::Acting& acting, services::Past& past) {
    const auto& registry = past.registry();
    const auto named = [&](const PersonCode& code) -> projections::PersonName {
        const auto* person = registry.person(code);
        return {code, person ? person->full_name.str() : std::string()};
    };
    MandatesToConfirm found;
    for (const auto& [id, mandate] : registry.mandates()) {
        const auto& granted = mandate.granted;
        if (!mandate.awaits_confirmation()) continue;
        if (!organisation::decide(past, acting, organisation::ConfirmMandate{id, granted.person})) continue;
        found.items.push_back({id, named(granted.person), granted.powers, granted.unit, granted.reach, granted.from,
                               granted.to, granted.document, named(mandate.granted_by)});
    }
    return found;
}

awaitable<http::Response> mandates_to_confirm(Context& context, projections::Known) {
    MandatesToConfirm found;
    context.house.desk.look(
        [&](services::Past& past, Time now) { found = to_confirm_by({context.person(), now}, past); });
    co_return answer(context, json::to_json(found), as_of_now(context.house));
}

}  // namespace

std::vector<Route> mandate_routes() {
    return {
        command_route<organisation::GrantMandate>("/v1/mandates", "grant-mandate", {"Giao quyền", "Grant a mandate"},
                                                  Kind::additive, "grant", its_mandate),
        command_route<organisation::ConfirmMandate>(
            "/v1/mandates/{mandate}/confirmation", "confirm-mandate",
            {"Xác nhận việc giao quyền, là người thứ hai", "Confirm a mandate as the second person"}, Kind::judging,
            "grant or inspect; neither who granted nor who holds", its_mandate, mandate_and_holder,
            {"mandate", "person"}),
        read_route<MandatesToConfirm>(
            "/v1/mandates", "mandates-to-confirm",
            {"Những việc giao quyền đang chờ người hỏi xác nhận", "Mandates that wait for the asker's confirmation"},
            "any signed-in person; empty for who could confirm none", {}, mandates_to_confirm, When::now),
        command_route<organisation::CorrectMandate>(
            "/v1/mandates/{mandate}/corrections", "correct-mandate",
            {"Đính chính việc giao quyền đã nhập", "Correct the entry of a mandate"}, Kind::judging, "grant",
            its_mandate, mandate_and_holder, {"mandate", "person"}),
        command_route<organisation::RevokeMandate>("/v1/mandates/{mandate}/revocation", "revoke-mandate",
                                                   {"Thu hồi quyền", "Revoke a mandate"}, Kind::judging, "grant",
                                                   its_mandate, mandate_and_holder, {"mandate", "person"}),
        read_route<projections::MandateAnswer>("/v1/mandates/{mandate}", "mandate",
                                               {"Một quyền được giao và căn cứ", "A mandate and its document"},
                                               "any signed-in person", {}, mandate),
    };
}

}  // namespace minhbach::api::routes
