#include "api/routes/openapi.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "api/routes/command.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kProblem =
    R"({"type":"object","description":"RFC 9457","properties":{)"
    R"("type":{"type":"string","description":"/problems/<slug>, never changes meaning"},)"
    R"("title":{"type":"string"},"titleEn":{"type":"string"},)"
    R"("status":{"type":"integer"},)"
    R"("detail":{"type":"string"},"detailEn":{"type":"string"},)"
    R"("field":{"type":"string","description":"JSON pointer, or ?name of a parameter"},)"
    R"("clause":{"type":"string"},"instance":{"type":"string"},)"
    R"("more":{"type":"array","items":{"$ref":"#/components/schemas/FurtherRefusal"}}},)"
    R"("required":["type","title","titleEn","status","detail","detailEn"]})";
constexpr std::string_view kFurther =
    R"({"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},)"
    R"("titleEn":{"type":"string"},"detail":{"type":"string"},"detailEn":{"type":"string"},)"
    R"("field":{"type":"string"},"clause":{"type":"string"}},)"
    R"("required":["type","title","titleEn","detail","detailEn"],"additionalProperties":false})";

// "/log/tile/{tile...}" is "/log/tile/{tile}" in the document.
std::string document_path(std::string path) {
    const auto dots = path.find("...}");
    if (dots != std::string::npos) path.erase(dots, 3);
    return path;
}

// The chapter of the document: the first word of the path that says what it is about.
std::string tag_of(const Route& route) {
    if (route.path.starts_with("/log")) return "log";
    if (!route.path.starts_with("/v1/")) return "program";
    const auto end = route.path.find_first_of("/.", 4);
    return route.path.substr(4, end == std::string::npos ? end : end - 4);
}

std::string parameter_json(const std::string& name, const std::string& in, bool required,
                           const std::string& description, const std::string& schema) {
    return R"({"name":)" + json_string(name) + R"(,"in":)" + json_string(in) + R"(,"required":)" +
           (required ? "true" : "false") + R"(,"description":)" + json_string(description) + R"(,"schema":)" + schema +
           "}";
}

std::string parameters_json(const Route& route) {
    std::string out;
    const std::string path = document_path(route.path);
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
        if (!out.empty()) out += ',';
        out += parameter_json(path.substr(open + 1, path.find('}', open) - open - 1), "path", true, "",
                              R"({"type":"string"})");
    }
    for (const Parameter& parameter : route.parameters) {
        if (!out.empty()) out += ',';
        out += parameter_json(parameter.name, parameter.in, parameter.required,
                              parameter.words.vi + " / " + parameter.words.en, parameter.schema);
    }
    return "[" + out + "]";
}

std::string content_members(const std::vector<Body>& bodies, SchemaBook& book) {
    std::string out;
    for (const Body& body : bodies) {
        if (!out.empty()) out += ',';
        const bool text = body.media_type.starts_with("text/") || body.media_type.ends_with("ndjson");
        const std::string schema = body.schema ? body.schema(book) : text ? R"({"type":"string"})" : "{}";
        out += json_string(body.media_type) + R"(:{"schema":)" + schema + "}";
    }
    return out;
}

std::set<std::string> refusals_of(const Route& route) {
    std::set<std::string> refusals(route.refusals.begin(), route.refusals.end());
    refusals.insert({"malformed-request", "too-many-requests"});
    if (route.signs) refusals.insert("outcome-unknown");
    if (route.access == Access::signed_in || route.access == Access::log_reader)
        refusals.insert({"sign-in-required", "token-expired", "outcome-unknown"});
    return refusals;
}

struct Described {
    std::string words;
    bool same_body = false;
    bool problem = false;
};

std::string responses_json(const Route& route, SchemaBook& book) {
    std::map<int, Described> by_status;
    by_status[route.success] = {route.summary.vi, true, false};
    if (route.success == 201) by_status[200] = {"Không có gì phải ghi / nothing to write", true, false};
    if (route.method == "GET" && route.access == Access::signed_in)
        by_status[304] = {"Không thay đổi / not modified", false, false};
    for (const int status : route.also) by_status[status].same_body = true;
    for (const std::string& type : refusals_of(route)) {
        const auto& kind = refusal_kind(type);
        auto& described = by_status[kind.status];
        if (!described.words.empty()) described.words += "; ";
        described.words += type + ": " + std::string(kind.title_vi);
        described.problem = true;
    }
    const std::string problem = R"("application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}})";
    std::string out;
    for (const auto& [status, described] : by_status) {
        if (!out.empty()) out += ',';
        out += json_string(std::to_string(status)) + R"(:{"description":)" + json_string(described.words);
        std::string content = described.same_body && status != 303 ? content_members(route.response, book) : "";
        if (described.problem) content += (content.empty() ? "" : ",") + problem;
        if (!content.empty()) out += R"(,"content":{)" + content + "}";
        out += "}";
    }
    return "{" + out + "}";
}

std::string operation_json(const Route& route, SchemaBook& book) {
    std::string out = R"({"operationId":)" + json_string(route.name) + R"(,"summary":)" +
                      json_string(route.summary.vi) + R"(,"description":)" +
                      json_string(route.summary.en + ". Ai được dùng / who may: " + route.permission + ".") +
                      R"(,"tags":[)" + json_string(tag_of(route)) + R"(],"parameters":)" + parameters_json(route);
    if (!route.request.empty())
        out += R"(,"requestBody":{"required":true,"content":{)" + content_members(route.request, book) + "}}";
    out += R"(,"responses":)" + responses_json(route, book);
    out += route.access == Access::open ? R"(,"security":[])" : R"(,"security":[{"token":[]}])";
    return out + "}";
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

std::string openapi(const std::vector<Route>& routes) {
    SchemaBook book;
    book.define("Problem", std::string(kProblem));
    book.define("FurtherRefusal", std::string(kFurther));
    std::vector<std::string> order;
    std::map<std::string, std::string> paths;
    for (const Route& route : routes) {
        const std::string path = document_path(route.path);
        auto& operations = paths[path];
        if (operations.empty()) order.push_back(path);
        if (!operations.empty()) operations += ',';
        operations += json_string(lower(route.method)) + ":" + operation_json(route, book);
    }
    std::string out =
        R"({"openapi":"3.1.0","info":{"title":"Minh Bạch","version":"1","description":)" +
        json_string(
            "Đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức: mỗi việc là một bản ghi chứng minh được. / "
            "Yearly quality rating of cadres, civil servants and public employees: every act is a record that proves "
            "itself.") +
        R"(},"servers":[{"url":"/"}],"paths":{)";
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) out += ',';
        out += json_string(order[i]) + ":{" + paths[order[i]] + "}";
    }
    out += R"(},"components":{"securitySchemes":{"token":{"type":"http","scheme":"bearer"}},"schemas":{)";
    bool first = true;
    for (const auto& [name, schema] : book.schemas()) {
        if (!first) out += ',';
        first = false;
        out += json_string(name) + ":" + schema;
    }
    return out + "}}}";
}

}  // namespace minhbach::api::routes
