// Expected answers as JSON: built by hand, printed with indentation.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "events/codec/json.hpp"

namespace minhbach::api::demo {

class Json {
public:
    Json(const char* text) : Json(std::string(text)) {}
    Json(const std::string& text) { json::append_string(text_, text); }
    Json(int number) { json::append_integer(text_, number); }
    Json(bool value) : text_(value ? "true" : "false") {}
    template <class Tag>
    Json(const Id<Tag>& id) : Json(id.str()) {}
    Json(Level level) : Json(json::enum_name(level)) {}
    Json(Time time) : Json(time.rfc3339()) {}
    Json(Date date) : Json(date.iso()) {}

    using Member = std::pair<std::string, Json>;
    static Json object(const std::vector<Member>& members) {
        Json json("");
        json.text_ = "{";
        for (const auto& [name, value] : members) {
            if (json.text_.size() > 1) json.text_ += ", ";
            json::append_string(json.text_, name);
            json.text_ += ": " + value.text_;
        }
        json.text_ += '}';
        return json;
    }
    template <class Container>
    static Json array(const Container& values) {
        Json json("");
        json.text_ = "[";
        for (const auto& value : values) {
            if (json.text_.size() > 1) json.text_ += ", ";
            json.text_ += Json(value).text_;
        }
        json.text_ += ']';
        return json;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace minhbach::api::demo
