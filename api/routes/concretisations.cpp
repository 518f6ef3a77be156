// What the province and the agencies ask beyond the law, who was told of it, and who is late with the self-assessment.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/dossier_answers.hpp"
#include "services/concretisation/concretisation.hpp"

namespace minhbach::api::routes {
namespace {

namespace commands = services::concretisation;

// The layer itself is for everybody who is judged by it; who was told is for those who see the agency.
awaitable<http::Response> concretisation(Context& context, projections::Known known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    const auto cycle = CycleId::parse(context.query("cycle"));
    const auto never_told = flag_in_query(context, "never_told");
    if (!unit) co_return http::problem(unit.error());
    if (!cycle) co_return http::problem(wrong_parameter("cycle"));
    if (!never_told) co_return http::problem(never_told.error());
    auto found = context.answers().concretisation(*cycle, *unit, known);
    if (!found) co_return http::problem(found.error());
    const bool all = may_see_unit(context, *unit);
    std::erase_if(found->items, [&](const auto& line) { return !all || (*never_told && line.told); });
    const auto revision = static_cast<std::uint64_t>(found->revision);
    co_return answer_of(context, *found, all && !*never_told, revision);
}

struct Slot {
    std::string slot;
    std::optional<projections::Sourced<OverlayFilled>> filled;  // absent: the text was not entered
};
BOOST_DESCRIBE_STRUCT(Slot, (), (slot, filled))

struct SlotsView {
    projections::Basis basis;
    CycleId cycle;
    std::vector<Slot> items;
};
BOOST_DESCRIBE_STRUCT(SlotsView, (), (basis, cycle, items))

awaitable<http::Response> overlays(Context& context, projections::Known known) {
    const auto id = id_in_path<CycleId>(context, "cycle");
    if (!id) co_return http::problem(id.error());
    const auto found = context.answers().cycle(*id, known);
    if (!found) co_return http::problem(found.error());
    SlotsView view{found->basis, *id, {}};
    for (const auto slot : commands::kSlots) {
        Slot one{std::string(slot), {}};
        for (const auto& overlay : found->cycle.overlays)
            if (overlay.event.slot.str() == slot) one.filled = overlay;
        view.items.push_back(std::move(one));
    }
    co_return answer_of(context, view);
}

awaitable<http::Response> overdue(Context& context, projections::Known known) {
    const auto id = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    const auto limit = page_limit(context, 100, 500);
    const auto after = page_cursor(context, "overdue");
    if (!id) co_return http::problem(id.error());
    if (!unit) co_return http::problem(unit.error());
    if (!limit) co_return http::problem(limit.error());
    if (!after) co_return http::problem(after.error());
    projections::DossiersQuestion question;
    question.cycle = *id;
    question.unit = *unit;
    question.limit = *limit;
    question.after = *after;
    auto found = context.answers().overdue_self_assessments(question, known);
    if (!found) co_return http::problem(found.error());
    std::size_t left_out = 0;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        left_out = std::erase_if(found->items, [&](const auto& line) {
            return !reader.sees({line.person.person, line.unit.unit, line.agency.unit});
        });
    });
    if (left_out > 0) found->total = static_cast<int>(found->items.size());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found, left_out == 0);
    link_page(context, response, "overdue", next);
    co_return response;
}

template <class Command>
Route of_agency(const std::string& what, std::string name, Words summary, std::string permission) {
    return command_route<Command>(
        "/v1/cycles/{cycle}/concretisations/{agency}/" + what, std::move(name), std::move(summary), Kind::additive,
        std::move(permission),
        [](const Command& command) { return services::concretisation_stream(command.cycle, command.agency); });
}

}  // namespace

std::vector<Route> concretisation_routes() {
    return {
        of_agency<commands::ProposeConcretisation>(
            "proposals", "propose-concretisation",
            {"Đề xuất lớp cụ thể hóa cùng cấp ủy", "Propose the concretisation with the party committee"}, "decide"),
        of_agency<commands::IssueConcretisation>(
            "issues", "issue-concretisation",
            {"Ban hành lớp cụ thể hóa bằng văn bản", "Issue the concretisation on a document"}, "decide"),
        of_agency<commands::SendConcretisation>("sendings", "send-concretisation",
                                                {"Ghi nhận đã gửi", "Record to whom it was sent"}, "decide or propose"),
        of_agency<commands::HoldBriefing>("briefings", "hold-briefing",
                                          {"Ghi nhận hội nghị quán triệt, phổ biến", "Record a briefing"},
                                          "decide or propose"),
        of_agency<commands::OpenConcretisation>("openings", "open-concretisation", {"Đã mở xem", "I have opened it"},
                                                "whoever works in the agency"),
        of_agency<commands::AcknowledgeConcretisation>("acknowledgements", "acknowledge-concretisation",
                                                       {"Xác nhận đã đọc", "I have read it"},
                                                       "whoever works in the agency"),
        command_route<commands::FillOverlay>(
            "/v1/cycles/{cycle}/overlays", "fill-overlay",
            {"Nhập nội dung văn bản của Tỉnh ủy", "Enter the text of a document of the province"}, Kind::additive,
            "open_cycle", [](const auto& command) { return services::cycle_stream(command.cycle); }),
        read_route<SlotsView>("/v1/cycles/{cycle}/overlays", "overlays",
                              {"Văn bản của Tỉnh ủy: đã nhập hay còn trống", "The province's slots, filled or empty"},
                              "any signed-in person", {}, overlays),
        heavy(read_route<projections::ConcretisationAnswer>(
            "/v1/units/{unit}/concretisation", "concretisation",
            {"Lớp cụ thể hóa của cơ quan, ai đã và chưa được phổ biến",
             "The concretisation of an agency, and who was and was never told"},
            "any signed-in person; who was told: those whose mandates reach the unit",
            {in_query("cycle", "mã kỳ đánh giá", "code of the cycle", R"({"type":"string"})", true),
             in_query("never_told", "chỉ những người chưa được phổ biến", "only those who were never told",
                      R"({"type":"boolean"})")},
            concretisation)),
        heavy(read_route<projections::OverdueAnswer>(
            "/v1/cycles/{cycle}/overdue-self-assessments", "overdue-self-assessments",
            {"Tự đánh giá quá hạn hoặc nộp muộn", "Self-assessments that are overdue or were late"},
            "those whose mandates reach the person; all: inspection, Home Affairs",
            {in_query("unit", "đơn vị và các đơn vị bên dưới", "a unit and all below it"), limit_parameter(100, 500),
             cursor_parameter()},
            overdue)),
    };
}

}  // namespace minhbach::api::routes
