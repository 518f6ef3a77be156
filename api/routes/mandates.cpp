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

}  // namespace

std::vector<Route> mandate_routes() {
    return {
        command_route<organisation::GrantMandate>("/v1/mandates", "grant-mandate", {"Giao quyền", "Grant a mandate"},
                                                  Kind::additive, "grant", its_mandate),
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
