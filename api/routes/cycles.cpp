// Cycles of evaluation: opening, groups, readings of the quota, exceptions, dossiers; figures of the whole cycle.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

awaitable<http::Response> cycles(Context& context, projections::Known known) {
    const auto found = context.answers().cycles(known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> cycle(Context& context, projections::Known known) {
    const auto id = id_in_path<CycleId>(context, "cycle");
    if (!id) co_return http::problem(id.error());
    const auto found = context.answers().cycle(*id, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

// Levels per agency; whoever does not see the whole province is given the agencies that are seen.
awaitable<http::Response> distribution(Context& context, projections::Known known) {
    const auto id = id_in_path<CycleId>(context, "cycle");
    if (!id) co_return http::problem(id.error());
    auto found = context.answers().distribution(*id, known);
    if (!found) co_return http::problem(found.error());
    bool all = true, any = false;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        any = reader.has_unit();
        all = reader.sees_all();
        if (!all) std::erase_if(found->items, [&](const auto& line) { return !reader.sees_unit(line.agency.unit); });
    });
    if (!any) co_return http::problem(no_such_thing());
    if (!all) {
        const auto add = [](projections::Distribution& sum, const projections::Distribution& part) {
            sum.excellent += part.excellent;
            sum.good += part.good;
            sum.completed += part.completed;
            sum.not_completed += part.not_completed;
            sum.not_rated += part.not_rated;
            sum.pending += part.pending;
            sum.total += part.total;
        };
        found->proposed = {};
        found->decided = {};
        for (const auto& line : found->items) {
            add(found->proposed, line.proposed);
            add(found->decided, line.decided);
        }
    }
    co_return answer_of(context, *found, all);
}

events::Stream its_cycle(const auto& command) {
    return services::cycle_stream(command.cycle);
}

}  // namespace

std::vector<Route> cycle_routes() {
    namespace commands = services::cycle;
    const std::string open_cycle = "open_cycle";
    return {
        command_route<commands::OpenCycle>("/v1/cycles", "open-cycle",
                                           {"Mở kỳ đánh giá, xếp loại", "Open an evaluation cycle"}, Kind::additive,
                                           open_cycle, its_cycle),
        command_route<commands::DefineComparableGroup>(
            "/v1/cycles/{cycle}/groups", "define-comparable-group",
            {"Xác định nhóm đối tượng có nhiệm vụ tương đồng", "Define a comparable group"}, Kind::additive, open_cycle,
            its_cycle),
        command_route<commands::NameQuotaReading>(
            "/v1/cycles/{cycle}/readings", "name-quota-reading",
            {"Nêu cách tính tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"", "Name a reading of the excellent quota"},
            Kind::additive, open_cycle, its_cycle),
        command_route<commands::GrantQuotaException>(
            "/v1/cycles/{cycle}/exceptions", "grant-quota-exception",
            {"Cho phép tỷ lệ cao hơn theo văn bản", "Grant a higher share by document"}, Kind::additive, open_cycle,
            its_cycle),
        command_route<commands::OpenDossiers>("/v1/cycles/{cycle}/dossiers", "open-dossiers",
                                              {"Mở hồ sơ của người được đánh giá", "Open the dossiers of an agency"},
                                              Kind::additive, open_cycle, its_cycle),
        command_route<commands::ExtendTerm>(
            "/v1/cycles/{cycle}/extensions", "extend-term",
            {"Gia hạn cho kỳ hoặc cho một đơn vị", "Extend a term of the cycle or of a unit"}, Kind::additive,
            open_cycle, its_cycle),
        command_route<commands::CloseCycle>("/v1/cycles/{cycle}/closing", "close-cycle",
                                            {"Khóa kỳ đánh giá", "Close the cycle"}, Kind::additive, open_cycle,
                                            its_cycle),
        command_route<commands::ReopenCycle>("/v1/cycles/{cycle}/reopening", "reopen-cycle",
                                             {"Mở lại kỳ đánh giá", "Reopen the cycle"}, Kind::additive, open_cycle,
                                             its_cycle),
        command_route<commands::CopySetup>("/v1/cycles/{cycle}/copies", "copy-setup",
                                           {"Lấy lại cách tổ chức của kỳ trước", "Copy the set-up of an earlier cycle"},
                                           Kind::additive, open_cycle, its_cycle),
        command_route<commands::BindRulebook>(
            "/v1/cycles/{cycle}/bindings", "bind-rulebook",
            {"Áp dụng bộ quy tắc khác cho một đơn vị", "Bind another rulebook for a unit"}, Kind::additive, open_cycle,
            its_cycle),
        read_route<projections::CyclesAnswer>("/v1/cycles", "cycles", {"Các kỳ đánh giá", "The cycles"},
                                              "any signed-in person", {}, cycles),
        read_route<projections::CycleAnswer>("/v1/cycles/{cycle}", "cycle", {"Một kỳ đánh giá", "A cycle"},
                                             "any signed-in person", {}, cycle),
        heavy(read_route<projections::DistributionAnswer>(
            "/v1/cycles/{cycle}/distribution", "distribution",
            {"Phân bố mức xếp loại theo cơ quan", "Levels per agency"},
            "those whose mandates reach a unit; all: inspection, Home Affairs", {}, distribution)),
    };
}

}  // namespace minhbach::api::routes
