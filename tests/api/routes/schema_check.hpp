// Checks a JSON value against the part of JSON Schema 2020-12 that our OpenAPI document uses, and answers against the
// operation they belong to. A keyword that is not known here fails the test, so that nothing goes unchecked.
#pragma once

#include <algorithm>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/message.hpp"
#include "events/codec/json.hpp"

namespace minhbach::tests {

inline std::optional<json::Value> member(json::Value object, std::string_view name) {
    if (object.kind() != json::Kind::object) return std::nullopt;
    for (const auto& [key, value] : object.members())
        if (key == name) return value;
    return std::nullopt;
}

// "data/items/0/name", for reading answers in tests.
inline std::optional<json::Value> at(json::Value value, std::string_view path) {
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view step = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        if (value.kind() == json::Kind::array) {
            const auto elements = value.elements();
            const auto index = static_cast<std::size_t>(std::stoul(std::string(step)));
            if (index >= elements.size()) return std::nullopt;
            value = elements[index];
            continue;
        }
        const auto found = member(value, step);
        if (!found) return std::nullopt;
        value = *found;
    }
    return value;
}

class SchemaCheck {
public:
    explicit SchemaCheck(const json::Document& openapi) : root_(openapi.root()) {}

    // What is wrong, one line each; empty: the answer is as the document says.
    std::vector<std::string> answer(std::string_view method, const std::vector<std::string>& segments,
                                    const api::http::Response& response) {
        wrong_.clear();
        const auto operation = operation_of(method, segments);
        if (!operation) return {"no such operation"};
        const auto listed = at(*operation, "responses/" + std::to_string(response.status));
        if (!listed) return {"status " + std::to_string(response.status) + " is not listed"};
        if (response.status == 304 || response.status == 303) return {};
        const auto type = response.headers.find("Content-Type");
        if (!type) return {"no Content-Type"};
        const std::string media(type->substr(0, type->find(';')));
        const auto content = member(*listed, "content");
        if (!content) return {"content is not described"};
        std::optional<json::Value> schema;
        for (const auto& [name, value] : content->members())
            if (name == media) schema = member(value, "schema");
        if (!schema) return {media + " is not listed"};
        if (media != "application/json" && !media.ends_with("+json")) return {};
        const auto body = json::Document::parse(response.content());
        if (!body) return {"the body is no JSON"};
        check(body->root(), *schema, "");
        return wrong_;
    }

private:
    std::optional<json::Value> operation_of(std::string_view method, const std::vector<std::string>& segments) {
        std::string lower(method);
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        std::optional<json::Value> found;
        std::size_t open_best = 100;
        for (const auto& [path, item] : member(root_, "paths")->members()) {
            std::vector<std::string> wanted;
            std::size_t start = 1;
            while (start <= path.size() && path != "/") {
                const auto slash = std::min(path.find('/', start), path.size());
                wanted.emplace_back(path.substr(start, slash - start));
                start = slash + 1;
            }
            const bool tile = path.ends_with("{tile}");
            if (tile ? segments.size() < wanted.size() : segments.size() != wanted.size()) continue;
            std::size_t open = tile ? 10 - wanted.size() : 0;
            bool fits = true;
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                if (wanted[i].starts_with("{"))
                    ++open;
                else
                    fits = fits && wanted[i] == segments[i];
            }
            const auto operation = member(item, lower);
            if (!fits || !operation || open >= open_best) continue;
            open_best = open;
            found = operation;
        }
        return found;
    }

    void say(const std::string& place, const std::string& what) {
        wrong_.push_back((place.empty() ? "/" : place) + ": " + what);
    }

    static std::size_t characters(std::string_view text) {
        return static_cast<std::size_t>(
            std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    }

    static bool is_of(json::Kind kind, std::string_view type) {
        using json::Kind;
        switch (kind) {
            case Kind::null:
                return type == "null";
            case Kind::boolean:
                return type == "boolean";
            case Kind::integer:
                return type == "integer" || type == "number";
            case Kind::number:
                return type == "number";
            case Kind::string:
                return type == "string";
            case Kind::array:
                return type == "array";
            case Kind::object:
                return type == "object";
        }
        return false;
    }

    void check(json::Value value, json::Value schema, const std::string& place) {
        for (const auto& [keyword, rule] : schema.members()) {
            if (keyword == "$ref") {
                const std::string_view name = rule.string().substr(std::string_view("#/components/schemas/").size());
                const auto target = member(*at(root_, "components/schemas"), name);
                if (!target)
                    say(place, "no schema " + std::string(name));
                else
                    check(value, *target, place);
            } else if (keyword == "type") {
                if (!is_of(value.kind(), rule.string())) say(place, "is no " + std::string(rule.string()));
            } else if (keyword == "enum") {
                const auto allowed = rule.elements();
                const bool one = value.kind() == json::Kind::string &&
                                 std::any_of(allowed.begin(), allowed.end(),
                                             [&](json::Value v) { return v.string() == value.string(); });
                if (!one) say(place, "is none of the values");
            } else if (keyword == "pattern") {
                if (value.kind() == json::Kind::string &&
                    !std::regex_search(std::string(value.string()), std::regex(std::string(rule.string()))))
                    say(place, "does not match " + std::string(rule.string()));
            } else if (keyword == "minLength") {
                if (value.kind() == json::Kind::string &&
                    characters(value.string()) < static_cast<std::size_t>(rule.integer()))
                    say(place, "too short");
            } else if (keyword == "maxLength") {
                if (value.kind() == json::Kind::string &&
                    characters(value.string()) > static_cast<std::size_t>(rule.integer()))
                    say(place, "too long");
            } else if (keyword == "minimum") {
                if (value.kind() == json::Kind::integer && value.integer() < rule.integer()) say(place, "too small");
            } else if (keyword == "maximum") {
                if (value.kind() == json::Kind::integer && value.integer() > rule.integer()) say(place, "too large");
            } else if (keyword == "required") {
                for (const json::Value name : rule.elements())
                    if (!member(value, name.string())) say(place, "lacks " + std::string(name.string()));
            } else if (keyword == "properties") {
                if (value.kind() != json::Kind::object) continue;
                for (const auto& [name, child] : value.members())
                    if (const auto of_child = member(rule, name))
                        check(child, *of_child, place + "/" + std::string(name));
            } else if (keyword == "additionalProperties") {
                if (value.kind() != json::Kind::object || rule.boolean()) continue;
                const auto properties = member(schema, "properties");
                for (const auto& [name, child] : value.members())
                    if (!properties || !member(*properties, name))
                        say(place, "has an unknown member " + std::string(name));
            } else if (keyword == "items") {
                if (value.kind() != json::Kind::array) continue;
                std::size_t index = 0;
                for (const json::Value element : value.elements())
                    check(element, rule, place + "/" + std::to_string(index++));
            } else if (keyword == "anyOf") {
                const auto before = wrong_;
                bool any = false;
                for (const json::Value one : rule.elements()) {
                    const std::size_t count = wrong_.size();
                    check(value, one, place);
                    any = any || wrong_.size() == count;
                }
                wrong_ = before;
                if (!any) say(place, "fits none of anyOf");
            } else if (keyword != "format" && keyword != "description") {
                say(place, "unknown keyword " + std::string(keyword));
            }
        }
    }

    json::Value root_;
    std::vector<std::string> wrong_;
};

}  // namespace minhbach::tests
