// Kiểm điểm: suggestions, draft, conference, conclusion; what the review of a unit holds, and whose is missing or late.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"
#include "api/routes/owned.hpp"

namespace minhbach::api::routes {
namespace {

namespace review = services::review;

awaitable<http::Response> of_unit_in_cycle(Context& context, projections::Known known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    const auto cycle = CycleId::parse(context.query("cycle"));
    if (!cycle) co_return http::problem(wrong_parameter("cycle"));
    if (!unit || !may_see_unit(context, *unit)) co_return http::problem(no_such_thing());
    const auto found = context.answers().review(*cycle, {std::nullopt, *unit}, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->review.line.revision));
}

// By its own name, also of a person; who opens that of a person names a purpose where a dossier needs one.
awaitable<http::Response> one_review(Context& context, projections::Known known) {
    const auto id = id_in_path<ReviewId>(context, "review");
    if (!id) co_return http::problem(id.error());
    const auto of = owned_by(id->str());
    if (!of) co_return http::problem(no_such_thing());
    if (of->owner.person) {
        const auto outcome = co_await person_opened(context, *of->owner.person, "review");
        if (!outcome) co_return http::problem(outcome.error());
    } else if (!may_see_unit(context, *of->owner.unit)) {
        co_return http::problem(no_such_thing());
    }
    const auto found = context.answers().review(of->cycle, of->owner, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->review.line.revision));
}

awaitable<http::Response> reviews(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    const auto standing = enum_in_query<projections::ReviewStanding>(context, "standing");
    const auto day = date_in_query(context, "day");
    const auto limit = page_limit(context, 200, 1000);
    const auto after = page_cursor(context, "reviews");
    if (!cycle) co_return http::problem(cycle.error());
    if (!unit) co_return http::problem(unit.error());
    if (!standing) co_return http::problem(standing.error());
    if (!day) co_return http::problem(day.error());
    if (!limit) co_return http::problem(limit.error());
    if (!after) co_return http::problem(after.error());
    const auto late = context.query("late");
    if (!late.empty() && late != "true" && late != "false") co_return http::problem(wrong_parameter("late"));
    projections::ReviewsQuestion question{*cycle, *unit, *standing, {}, *day, {*after, *limit}};
    if (!late.empty()) question.late = late == "true";
    auto found = context.answers().reviews(question, known);
    if (!found) co_return http::problem(found.error());
    std::size_t left_out = 0;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        left_out = std::erase_if(found->items, [&](const projections::ReviewLine& line) {
            return line.owner.unit ? !reader.sees_unit(*line.owner.unit) : !reader.sees_person(*line.owner.person);
        });
    });
    if (left_out > 0) found->total = static_cast<int>(found->items.size());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found, left_out == 0);
    link_page(context, response, "reviews", next);
    co_return response;
}

template <class Command>
Route on_review(std::string what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/reviews/{review}/" + what, std::move(name), std::move(summary), kind,
                                  std::move(permission),
                                  [](const auto& command) { return services::review_stream(command.review); });
}

}  // namespace

std::vector<Route> review_routes() {
    SchemaBook enums;
    return {
        on_review<review::SuggestReview>("suggestions", "suggest-review", {"Gợi ý kiểm điểm", "Suggest for review"},
                                         Kind::additive, "decide over whoever is reviewed; never oneself"),
        on_review<review::SendReviewDraft>(
            "drafts", "send-review-draft", {"Gửi dự thảo báo cáo kiểm điểm", "Make the draft report known"},
            Kind::additive, "whoever is reviewed; for a unit its head, propose, meeting"),
        command_route<review::HoldReview>(
            "/v1/review-conferences", "hold-review", {"Ghi nhận hội nghị kiểm điểm", "Record a review conference"},
            Kind::additive, "meeting",
            [](const auto& command) { return services::conferences_stream(command.cycle, command.unit); }),
        on_review<review::ConcludeReview>(
            "conclusion", "conclude-review",
            {"Kết luận kiểm điểm, hoặc kết luận sau kèm lý do", "Conclude the review, or again with a reason"},
            Kind::judging, "meeting for the unit of the conference, decide; never about oneself"),
        read_route<projections::ReviewAnswer>(
            "/v1/units/{unit}/review", "review-of-unit",
            {"Kiểm điểm của một tập thể trong kỳ: gợi ý, dự thảo, hội nghị, kết luận, tự xếp loại, thẩm định",
             "The review of a collective in a cycle, and what its rating rests on"},
            "those whose mandates reach the unit, inspection, Home Affairs",
            {in_query("cycle", "mã kỳ đánh giá", "code of the cycle", R"({"type":"string"})", true)}, of_unit_in_cycle),
        with_purpose(read_route<projections::ReviewAnswer>(
            "/v1/reviews/{review}", "review",
            {"Kiểm điểm của một tập thể hoặc cá nhân", "The review of a collective or a person"},
            "the person, those whose mandates reach the unit or person, inspection, Home Affairs; with a purpose for "
            "those who do not rate",
            {}, one_review)),
        heavy(read_route<projections::ReviewsAnswer>(
            "/v1/cycles/{cycle}/reviews", "reviews",
            {"Kiểm điểm trong kỳ: ai chưa kiểm điểm, ai chậm", "Reviews of a cycle: missing, late"},
            "those whose mandates reach a unit; all: inspection, Home Affairs",
            {in_query("unit", "đơn vị và các đơn vị bên dưới", "a unit and all below it"),
             in_query("standing", "đến bước nào", "how far the review is",
                      schema_of<projections::ReviewStanding>(enums)),
             in_query("late", "chậm so với thời hạn", "late or not", R"({"type":"boolean"})"),
             in_query("day", "ngày tính chậm; mặc định ngày của việc ghi cuối cùng",
                      "the day on which what is missing is late", R"({"type":"string","format":"date"})"),
             limit_parameter(200, 1000), cursor_parameter()},
            reviews)),
    };
}

}  // namespace minhbach::api::routes
