// People: posts, party membership, service, discipline, ratings of every year.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;

awaitable<http::Response> person(Context& context, projections::Known known) {
    const auto code = id_in_path<PersonCode>(context, "person");
    if (!code) co_return http::problem(code.error());
    const auto day = date_in_query(context, "day");
    if (!day) co_return http::problem(day.error());
    const auto outcome = co_await person_opened(context, *code, "person");
    if (!outcome) co_return http::problem(outcome.error());
    const auto found = context.answers().person(*code, *day, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> ratings(Context& context, projections::Known known) {
    const auto code = id_in_path<PersonCode>(context, "person");
    if (!code) co_return http::problem(code.error());
    const auto outcome = co_await person_opened(context, *code, "ratings");
    if (!outcome) co_return http::problem(outcome.error());
    const auto found = context.answers().ratings(*code, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

events::Stream its_person(const auto& command) {
    return services::person_stream(command.person);
}

template <class Command>
Route on_person(std::string what, std::string name, Words summary) {
    return command_route<Command>("/v1/people/{person}/" + what, std::move(name), std::move(summary), Kind::additive,
                                  "record", its_person);
}

template <class Command>
Route of_relations(std::string what, std::string name, Words summary) {
    return command_route<Command>("/v1/people/{person}/" + what, std::move(name), std::move(summary), Kind::additive,
                                  "the person; on a document, record", its_person);
}

}  // namespace

std::vector<Route> person_routes() {
    const auto day = in_query("day", "ngày pháp lý", "the legal day", R"({"type":"string","format":"date"})");
    const std::string seen_by =
        "the person, those whose mandates reach the person, inspection, Home Affairs; with a "
        "purpose for those who do not rate";
    return {
        command_route<organisation::RegisterPerson>("/v1/people", "register-person",
                                                    {"Ghi nhận cán bộ, công chức, viên chức", "Register a person"},
                                                    Kind::additive, "record", its_person),
        on_person<organisation::CorrectPerson>("corrections", "correct-person",
                                               {"Đính chính thông tin cá nhân", "Correct the entry of a person"}),
        on_person<organisation::MergePersons>("merging", "merge-persons",
                                              {"Hợp nhất hai mã của cùng một người", "Merge two codes of one person"}),
        on_person<organisation::SeparatePersons>("separation", "separate-persons",
                                                 {"Tách hai mã đã hợp nhất nhầm", "Undo a wrong merging of two codes"}),
        on_person<organisation::AssignPost>("posts", "assign-post", {"Bố trí vị trí công tác", "Assign a post"}),
        on_person<organisation::EndPost>("posts/end", "end-post", {"Kết thúc vị trí công tác", "End a post"}),
        on_person<organisation::RecordSecondment>("secondments", "record-secondment",
                                                  {"Ghi nhận biệt phái", "Record a secondment"}),
        on_person<organisation::EndSecondment>("secondments/end", "end-secondment",
                                               {"Kết thúc biệt phái", "End a secondment"}),
        on_person<organisation::RecordPartyMembership>("party-membership", "record-party-membership",
                                                       {"Ghi nhận đảng viên", "Record party membership"}),
        on_person<organisation::RecordService>("service", "record-service",
                                               {"Ghi nhận thời gian công tác trong năm", "Record months of service"}),
        on_person<organisation::RecordDiscipline>("disciplines", "record-discipline",
                                                  {"Ghi nhận kỷ luật", "Record a discipline"}),
        on_person<organisation::ConcludeFinding>(
            "concluded-findings", "conclude-finding",
            {"Ghi nhận kết luận của cấp có thẩm quyền", "Record a conclusion of the competent level"}),
        on_person<organisation::ImportEarlierRating>(
            "earlier-ratings", "import-earlier-rating",
            {"Nhập kết quả xếp loại các năm trước", "Import a rating of an earlier year"}),
        of_relations<organisation::DeclareRelation>("relations", "declare-relation",
                                                    {"Khai, ghi nhận quan hệ gia đình, lợi ích", "Declare a relation"}),
        of_relations<organisation::EndRelation>("relations/end", "end-relation",
                                                {"Chấm dứt quan hệ đã khai", "End a declared relation"}),
        with_purpose(read_route<projections::PersonAnswer>(
            "/v1/people/{person}", "person", {"Một cán bộ, công chức, viên chức", "A person with posts and mandates"},
            seen_by, {day}, person)),
        with_purpose(read_route<projections::RatingsAnswer>("/v1/people/{person}/ratings", "ratings",
                                                            {"Kết quả xếp loại qua các năm", "Ratings of every year"},
                                                            seen_by, {}, ratings)),
    };
}

}  // namespace minhbach::api::routes
