// What the law lets follow from levels: computed when asked, from the ratings in force or known then. Nothing is
// recorded, since nothing happens by itself.
#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/opening.hpp"
#include "services/law/consequences.hpp"

namespace minhbach::api::routes {
namespace {

struct PersonConsequences {
    projections::Basis basis;
    PersonCode person;
    std::optional<std::string> name;  // absent: erased
    int year = 0;
    SubjectClass subject_class{};  // by the main post at the end of the year
    bool leader = false;
    std::vector<projections::Rating> ratings;  // newest first: what it was computed from
    std::vector<services::law::Consequence> consequences;
};
BOOST_DESCRIBE_STRUCT(PersonConsequences, (), (basis, person, name, year, subject_class, leader, ratings, consequences))

struct ConsequenceLine {
    DossierId dossier;
    PersonCode person;
    std::string name;
    projections::UnitName unit;
    std::vector<services::law::Consequence> consequences;
};
BOOST_DESCRIBE_STRUCT(ConsequenceLine, (), (dossier, person, name, unit, consequences))

struct CycleConsequences {
    projections::Basis basis;
    CycleId cycle;
    int year = 0;
    std::vector<ConsequenceLine> items;  // those rated not completed, in the order of their names
};
BOOST_DESCRIBE_STRUCT(CycleConsequences, (), (basis, cycle, year, items))

std::optional<Date> last_day_of(int year) {
    const auto day = Date::from_civil(year, 12, 31);
    return day ? std::optional(*day) : std::nullopt;
}

std::vector<services::law::RatedYear> years_of(const std::vector<projections::Rating>& ratings) {
    std::vector<services::law::RatedYear> years;
    for (const auto& rating : ratings) years.push_back({rating.year, rating.level});
    return years;
}

awaitable<http::Response> of_person(Context& context, projections::Known known) {
    const auto code = id_in_path<PersonCode>(context, "person");
    if (!code) co_return http::problem(code.error());
    const auto asked = number_in_query(context, "year");
    if (!asked) co_return http::problem(asked.error());
    const auto outcome = co_await person_opened(context, *code, "consequences");
    if (!outcome) co_return http::problem(outcome.error());
    auto ratings = context.answers().ratings(*code, known);
    if (!ratings) co_return http::problem(ratings.error());
    PersonConsequences answer;
    answer.basis = ratings->basis;
    answer.person = *code;
    answer.name = ratings->name;
    answer.ratings = std::move(ratings->ratings);
    if (*asked)
        answer.year = static_cast<int>(**asked);
    else if (!answer.ratings.empty())
        answer.year = answer.ratings.front().year;
    if (answer.year != 0) {
        const auto person = context.answers().person(*code, last_day_of(answer.year), known);
        if (!person) co_return http::problem(person.error());
        if (person->on_day) {
            answer.subject_class = person->on_day->post.subject_class;
            answer.leader = person->on_day->post.leader;
        }
        answer.consequences =
            services::law::consequences_of(years_of(answer.ratings), answer.year, answer.subject_class, answer.leader);
    }
    co_return answer_of(context, answer);
}

awaitable<http::Response> of_cycle(Context& context, projections::Known known) {
    projections::DossiersQuestion question;
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    const auto limit = page_limit(context, 100, 500);
    const auto after = page_cursor(context, "consequences");
    if (!cycle) co_return http::problem(cycle.error());
    if (!unit) co_return http::problem(unit.error());
    if (!limit) co_return http::problem(limit.error());
    if (!after) co_return http::problem(after.error());
    question.cycle = *cycle;
    question.unit = *unit;
    question.level = projections::LevelFilter::not_completed;
    question.limit = *limit;
    question.after = *after;
    auto found = context.answers().dossiers(question, known);
    if (!found) co_return http::problem(found.error());
    auto left_out = leave_out_unseen(context, found->items);
    const auto outcome = co_await views_noted(context, std::move(left_out.touched), "consequences");
    if (!outcome) co_return http::problem(outcome.error());
    CycleConsequences answer;
    answer.basis = found->basis;
    answer.cycle = *cycle;
    for (auto& line : found->items) {
        answer.year = line.year;
        const auto ratings = context.answers().ratings(line.person, known);
        if (!ratings) continue;
        answer.items.push_back(
            {line.dossier, line.person, line.name, line.unit,
             services::law::consequences_of(years_of(ratings->ratings), line.year, line.subject_class, line.leader)});
    }
    auto response = answer_of(context, answer, left_out.lines == 0);
    link_page(context, response, "consequences", found->next);
    co_return response;
}

}  // namespace

std::vector<Route> consequence_routes() {
    const std::string seen_by =
        "the person, those whose mandates reach the person, inspection, Home Affairs; with a "
        "purpose for those who do not rate";
    return {
        with_purpose(read_route<PersonConsequences>(
            "/v1/people/{person}/consequences", "consequences",
            {"Hệ quả pháp lý của kết quả xếp loại", "What the law lets follow from the ratings"}, seen_by,
            {in_query("year", "năm, mặc định là năm gần nhất", "the year; the newest if it is not given",
                      R"({"type":"integer"})")},
            of_person)),
        heavy(with_purpose(read_route<CycleConsequences>(
            "/v1/cycles/{cycle}/consequences", "consequences-of-cycle",
            {"Những người không hoàn thành nhiệm vụ và hệ quả", "Those who did not complete, and what may follow"},
            seen_by,
            {in_query("unit", "đơn vị và mọi đơn vị bên dưới", "a unit with everything below it",
                      R"({"type":"string"})"),
             limit_parameter(100, 500), cursor_parameter()},
            of_cycle))),
    };
}

}  // namespace minhbach::api::routes
