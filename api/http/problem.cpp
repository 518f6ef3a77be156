#include "api/http/problem.hpp"

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::http {
namespace {

struct Further {
    std::string type;
    std::string title;
    std::string title_en;
    std::string detail;
    std::string detail_en;
    std::optional<std::string> field;
    std::optional<std::string> clause;
};
BOOST_DESCRIBE_STRUCT(Further, (), (type, title, title_en, detail, detail_en, field, clause))

struct Problem : Further {
    int status = 0;
    std::optional<std::string> instance;
    std::optional<std::vector<Further>> more;
};
BOOST_DESCRIBE_STRUCT(Problem, (Further), (status, instance, more))

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

Further further(const Refusal& refusal) {
    const RefusalKind& kind = refusal_kind(refusal.type);
    Further document;
    document.type = "/problems/" + refusal.type;
    document.title = kind.title_vi;
    document.title_en = kind.title_en;
    document.detail = refusal.detail_vi;
    document.detail_en = refusal.detail_en;
    document.field = unless_empty(refusal.field);
    document.clause = unless_empty(refusal.clause);
    return document;
}

}  // namespace

Response problem(const Refusal& refusal, const ProblemExtras& extras) {
    Problem document{further(refusal), refusal_kind(refusal.type).status, unless_empty(extras.instance), std::nullopt};
    if (extras.status != 0) document.status = extras.status;
    for (const Refusal& other : refusal.more) {
        if (!document.more) document.more.emplace();
        document.more->push_back(further(other));
    }

    std::string body = json::to_json(document);
    for (const auto& [name, value] : extras.members) {
        body.back() = ',';
        json::append_string(body, name);
        body.append(":").append(value).append("}");
    }
    Response response = respond(document.status, "application/problem+json", std::move(body));
    if (document.status == 401) response.headers.add("WWW-Authenticate", "Bearer");
    if (document.status == 503) response.headers.add("Retry-After", "1");
    return response;
}

Refusal malformed_request(std::string detail_vi, std::string detail_en) {
    return {"malformed-request", "", "", std::move(detail_vi), std::move(detail_en), {}};
}

}  // namespace minhbach::api::http
