// The inspection trace: who did what, when, in what capacity, on what authority; and whether that authority held.
#include <utility>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/dossier_answers.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

Result<std::optional<Time>> time_in_query(const Context& context, std::string_view name) {
    const auto given = context.request.query.find(name);
    if (!given) return std::optional<Time>();
    const auto time = Time::parse(*given);
    if (!time) return wrong_parameter(name);
    return std::optional<Time>(*time);
}

// What all traces are asked with; the caller says about whom.
Result<projections::TraceQuestion> question_of(const Context& context) {
    const auto cycle = id_in_query<CycleId>(context, "cycle");
    const auto from = time_in_query(context, "from");
    const auto to = time_in_query(context, "to");
    const auto limit = page_limit(context, 50, 500);
    if (!cycle) return cycle.error();
    if (!from) return from.error();
    if (!to) return to.error();
    if (!limit) return limit.error();
    projections::TraceQuestion question;
    question.cycle = *cycle;
    question.from = *from;
    question.to = *to;
    question.limit = *limit;
    question.types = words_in_query(context, "types");
    const auto before = position_cursor(context, "trace");
    if (!before) return before.error();
    question.before = *before;
    return question;
}

http::Response traced(Context& context, const projections::TraceQuestion& question, projections::Known known) {
    auto found = context.answers().trace(question, known);
    if (!found) return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found);
    link_page(context, response, "trace", next);
    return response;
}

awaitable<http::Response> of_unit(Context& context, projections::Known known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!unit) co_return http::problem(unit.error());
    auto question = question_of(context);
    if (!question) co_return http::problem(question.error());
    if (!may_see_unit(context, *unit)) co_return http::problem(no_such_thing());
    question->unit = *unit;
    co_return traced(context, *question, known);
}

awaitable<http::Response> of_actor(Context& context, projections::Known known) {
    const auto actor = id_in_path<PersonCode>(context, "actor");
    if (!actor) co_return http::problem(actor.error());
    auto question = question_of(context);
    if (!question) co_return http::problem(question.error());
    if (*actor != context.person() && !may_see_all(context)) co_return http::problem(no_such_thing());
    question->actor = *actor;
    co_return traced(context, *question, known);
}

awaitable<http::Response> about_person(Context& context, projections::Known known) {
    const auto person = id_in_path<PersonCode>(context, "person");
    if (!person) co_return http::problem(person.error());
    auto question = question_of(context);
    if (!question) co_return http::problem(question.error());
    const auto outcome = co_await person_opened(context, *person, "activity");
    if (!outcome) co_return http::problem(outcome.error());
    question->subject = *person;
    co_return traced(context, *question, known);
}

awaitable<http::Response> raters(Context& context, projections::Known known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    const auto cycle = id_in_query<CycleId>(context, "cycle");
    if (!unit) co_return http::problem(unit.error());
    if (!cycle) co_return http::problem(cycle.error());
    if (!may_see_unit(context, *unit)) co_return http::problem(no_such_thing());
    const auto types = words_in_query(context, "types");
    const auto found = context.answers().raters(*unit, *cycle, types, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> competence(Context& context, projections::Known known) {
    // A position, or the type of an act: with the actor, whether such an act would be for them.
    const bool by_type = context.has("act") && context.query("act").find('.') != std::string_view::npos;
    const auto act = by_type ? Result<std::optional<std::uint64_t>>(std::optional<std::uint64_t>())
                             : number_in_query(context, "act");
    const auto actor = id_in_query<PersonCode>(context, "actor");
    const auto power = enum_in_query<Power>(context, "power");
    const auto subject = id_in_query<PersonCode>(context, "subject");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    const auto at = time_in_query(context, "at");
    if (!act) co_return http::problem(act.error());
    if (!actor) co_return http::problem(actor.error());
    if (!power) co_return http::problem(power.error());
    if (!subject) co_return http::problem(subject.error());
    if (!unit) co_return http::problem(unit.error());
    if (!at) co_return http::problem(at.error());
    projections::CompetenceQuestion question;
    if (*act) question.act = static_cast<std::int64_t>(**act);
    if (by_type) question.type = std::string(context.query("act"));
    question.actor = *actor;
    question.power = *power;
    question.subject = *subject;
    question.unit = *unit;
    question.at = *at;
    if (!question.act && !question.actor) co_return http::problem(wrong_parameter("act"));
    const auto found = context.answers().competence(question, known);
    if (!found) co_return http::problem(found.error());
    const auto& told = found->competence;
    const bool allowed = told.actor.person == context.person() || may_see_all(context) ||
                         (told.subject && may_see_person(context, told.subject->person));
    if (!allowed) co_return http::problem(no_such_thing());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> activity_routes() {
    SchemaBook none;
    const std::vector<Parameter> filters{
        in_query("cycle", "mã kỳ đánh giá", "code of the cycle"),
        in_query("types", "loại sự kiện, cách nhau bằng dấu phẩy", "event types, separated by commas"),
        in_query("from", "từ thời điểm", "recorded at or after", R"({"type":"string","format":"date-time"})"),
        in_query("to", "trước thời điểm", "recorded before", R"({"type":"string","format":"date-time"})"),
        limit_parameter(50, 500),
        cursor_parameter()};
    const std::string unit_readers = "those whose mandates reach the unit, inspection, Home Affairs";
    Route judged = read_route<projections::CompetenceAnswer>(
        "/v1/competence", "competence",
        {"Có đúng thẩm quyền không, theo hiểu biết lúc đó và hiện nay",
         "Was somebody competent, as known then and as known now"},
        "the actor, those who see the subject, inspection, Home Affairs",
        {in_query("act", "vị trí của việc đã làm, hoặc loại việc, ví dụ rating.decided",
                  "position of the act, or its type, e.g. rating.decided",
                  R"({"type":"string","pattern":"^([0-9]+|[a-z-]+[.][a-z-]+)$"})"),
         in_query("actor", "người thực hiện", "who acted"),
         in_query("power", "quyền", "the power", schema_of<Power>(none)),
         in_query("subject", "người được đánh giá", "about whom"), in_query("unit", "đơn vị", "about which unit"),
         in_query("at", "thời điểm", "when", R"({"type":"string","format":"date-time"})")},
        competence);
    judged.refusals.push_back("invalid-field");
    return {
        heavy(read_route<projections::TraceAnswer>(
            "/v1/units/{unit}/activity", "unit-activity",
            {"Việc đã làm đối với đơn vị và người của đơn vị", "What was done in a unit"}, unit_readers, filters,
            of_unit)),
        heavy(read_route<projections::RatersAnswer>(
            "/v1/units/{unit}/raters", "raters",
            {"Ai đánh giá ai, tư cách nào, căn cứ văn bản nào", "Who rated whom, in what capacity, on which document"},
            unit_readers,
            {in_query("cycle", "mã kỳ đánh giá", "code of the cycle"),
             in_query("types", "loại sự kiện, cách nhau bằng dấu phẩy", "event types, separated by commas")},
            raters)),
        heavy(read_route<projections::TraceAnswer>("/v1/actors/{actor}/activity", "actor-activity",
                                                   {"Việc một người đã làm", "What a person did"},
                                                   "the actor, inspection, Home Affairs", filters, of_actor)),
        with_purpose(heavy(
            read_route<projections::TraceAnswer>("/v1/people/{person}/activity", "person-activity",
                                                 {"Việc đã làm đối với một người", "What was done about a person"},
                                                 "the person, those whose mandates reach the person, inspection, Home "
                                                 "Affairs; with a purpose for those who do not rate",
                                                 filters, about_person))),
        std::move(judged),
    };
}

}  // namespace minhbach::api::routes
