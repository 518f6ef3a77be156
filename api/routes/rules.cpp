// The rules of law without a dossier: facts in, level and trace out. One object, or JSON Lines.
#include <sstream>

#include "api/cli/rules.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/rule_questions.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kLines = "application/x-ndjson";

using One = Result<std::string> (*)(std::string_view, bool);
using Line = std::string (*)(std::string_view, bool);

// Media types compare without case and parameters; the router has let in only the two of the route.
bool in_lines(const http::Request& request) {
    const auto field = request.headers.find("Content-Type").value_or(std::string_view());
    return field.size() >= kLines.size() && http::equal_ignoring_case(field.substr(0, kLines.size()), kLines);
}

Route rule_route(std::string path, std::string name, Words summary, One one, Line line) {
    Route route;
    route.method = "POST";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.access = Access::open;
    route.permission = "anybody: nothing is recorded or read";
    route.takes_batches = true;
    route.parameters = {
        in_query("trace", "kèm từng điều khoản đã xét", "with every clause that was tested", R"({"type":"boolean"})")};
    const SchemaOf object = [](SchemaBook&) { return std::string(R"({"type":"object"})"); };
    route.request = {{"application/json", object}, {std::string(kLines), {}}};
    route.response = {{"application/json", object}, {std::string(kLines), {}}};
    route.refusals = {"malformed-json", "invalid-field", "unknown-rulebook",      "facts-inconsistent",
                      "no-calendar",    "loosens-rule",  "unsupported-media-type"};
    route.handle = [one, line](Context& context) -> awaitable<http::Response> {
        const auto trace = flag_in_query(context, "trace");
        if (!trace) co_return http::problem(trace.error());
        if (!in_lines(context.request)) {
            auto result = one(context.request.body, *trace);
            if (!result) co_return http::problem(result.error());
            co_return http::json(200, std::move(*result));
        }
        std::istringstream lines(context.request.body);
        std::string out, text;
        while (std::getline(lines, text)) out += line(text, *trace) + "\n";
        co_return http::respond(200, kLines, std::move(out));
    };
    return route;
}

struct RulebookView {
    RulebookId rulebook;
    Label title;
    Date in_force;
    Digest hash;
    std::string text;  // the whole book in canonical JSON: what the hash is of
};
BOOST_DESCRIBE_STRUCT(RulebookView, (), (rulebook, title, in_force, hash, text))

struct RulebooksView {
    std::vector<RulebookView> items;
};
BOOST_DESCRIBE_STRUCT(RulebooksView, (), (items))

awaitable<http::Response> rulebooks(Context&) {
    RulebooksView view;
    for (const auto& book : services::law::rulebooks())
        view.items.push_back({book->id(), book->title(), book->in_force(), book->hash(), book->text()});
    auto response = http::json(200, json::to_json(view));
    response.headers.add("Cache-Control", "public, max-age=3600");
    co_return response;
}

namespace law = services::law;

struct ClauseText {
    Label clause;
    Label citation;
    law::written::Words requirement;
    law::Standing kind{};  // law, guidance or internal rule
    law::Confidence source_confidence{};
    std::optional<RuleStage> stage;  // which step of judging tests it
    std::vector<std::string> of;     // columns it is tested for; empty: all
};
BOOST_DESCRIBE_STRUCT(ClauseText, (), (clause, citation, requirement, kind, source_confidence, stage, of))

std::vector<std::string> columns_of(const law::Rulebook& book, law::Columns of) {
    std::vector<std::string> named;
    const auto& all = book.columns();
    for (std::size_t i = 0; i < all.size(); ++i)
        if ((of >> i & 1U) != 0) named.push_back(all[i].column);
    return named.size() == all.size() ? std::vector<std::string>() : named;
}

// What a person reads of a rulebook: its procedure with everything that belongs to it. Each entry names its clause;
// `clauses` has their words.
struct RulebookProcedure {
    RulebookId rulebook;
    law::written::Words title;
    Date in_force;
    law::Track track{};
    Digest hash;
    std::vector<law::written::Column> columns;
    std::vector<law::written::Principle> principles;
    std::vector<law::written::ProcedureStep> procedure;
    std::vector<law::written::Opinion> opinions;
    std::vector<law::written::Composition> compositions;
    std::vector<law::written::Form> forms;
    std::vector<law::written::TermRule> terms;
    std::vector<law::written::Reading> readings;
    std::vector<ClauseText> clauses;
};
BOOST_DESCRIBE_STRUCT(RulebookProcedure, (),
                      (rulebook, title, in_force, track, hash, columns, principles, procedure, opinions, compositions,
                       forms, terms, readings, clauses))

awaitable<http::Response> rulebook(Context& context) {
    const auto id = id_in_path<RulebookId>(context, "rulebook");
    if (!id) co_return http::problem(id.error());
    const auto found = law::find_rulebook(*id);
    if (!found) co_return http::problem(found.error());
    const auto& book = **found;
    const auto& written = book.document();
    RulebookProcedure view{book.id(),          written.title,
                           book.in_force(),    book.track(),
                           book.hash(),        written.columns,
                           written.principles, written.procedure,
                           written.opinions,   written.compositions,
                           written.forms,      written.terms,
                           written.readings,   {}};
    for (const auto& clause : book.clauses())
        view.clauses.push_back({clause.id, clause.citation, clause.requirement, clause.standing, clause.confidence,
                                clause.stage, columns_of(book, clause.of)});
    auto response = http::json(200, json::to_json(view));
    response.headers.add("Cache-Control", "public, max-age=3600");
    co_return response;
}

Route rulebook_route() {
    auto route = open_read("/v1/rulebooks/{rulebook}", "rulebook",
                           {"Quy trình, ý kiến, thành phần họp, mẫu và thời hạn của một bộ quy tắc",
                            "Procedure, opinions, meetings, forms and terms of one rulebook"},
                           {{"application/json", schema<RulebookProcedure>()}}, rulebook);
    route.refusals = {"invalid-field", "unknown-rulebook", "not-found-or-not-allowed"};
    return route;
}

}  // namespace

std::vector<Route> rule_routes() {
    return {
        open_read("/v1/rulebooks", "rulebooks",
                  {"Các bộ quy tắc, nguyên văn và mã băm", "The rulebooks, whole, with their hashes"},
                  {{"application/json", schema<RulebooksView>()}}, rulebooks),
        rulebook_route(),
        rule_route("/v1/rules/evaluate", "evaluate-rules",
                   {"Xét mức xếp loại theo tiêu chí", "What the criteria say about given facts"}, cli::evaluate_json,
                   cli::evaluate_line),
        rule_route(
            "/v1/rules/quota", "evaluate-quota",
            {"Tính tỷ lệ xếp loại xuất sắc", "The excellent quota of given counts"},
            [](std::string_view json, bool) { return cli::quota_json(json); },
            [](std::string_view json, bool) { return cli::quota_line(json); }),
        rule_route(
            "/v1/rules/deadline", "evaluate-deadline",
            {"Tính thời hạn theo ngày làm việc", "The end of a period in working days"},
            [](std::string_view json, bool) { return cli::deadline_json(json); },
            [](std::string_view json, bool) { return cli::deadline_line(json); }),
        rule_route(
            "/v1/rules/procedure", "evaluate-procedure",
            {"Xét một bước của quy trình: thứ tự, ý kiến, thành phần, mẫu, thời hạn",
             "Whether a step may be taken: order, opinions, composition, form, terms"},
            [](std::string_view json, bool) { return cli::procedure_json(json); },
            [](std::string_view json, bool) { return cli::procedure_line(json); }),
        what_if_route(),
    };
}

}  // namespace minhbach::api::routes
