// RFC 8785 for JSON without fractions, written anew from the standard: what the codec writes is compared with it.
#pragma once

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "events/codec/json.hpp"

namespace minhbach {

inline std::string canonical(json::Value value);

inline std::string canonical_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        constexpr std::string_view kNamed = "\b\t\n\f\r\"\\";
        constexpr std::string_view kLetters = "btnfr\"\\";
        if (const auto at = kNamed.find(c); at != std::string_view::npos) {
            out += {'\\', kLetters[at]};
        } else if (c >= 0 && c < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

// Names in our JSON are ASCII, where the order of bytes is the order of UTF-16 units that the standard asks for.
inline std::string canonical_object(json::Value value) {
    std::vector<std::string> members;
    for (const auto& [name, child] : value.members())
        members.push_back(canonical_string(name) + ":" + canonical(child));
    std::sort(members.begin(), members.end());
    std::string out = "{";
    for (const auto& member : members) out += (out.size() > 1 ? "," : "") + member;
    return out + "}";
}

inline std::string canonical(json::Value value) {
    switch (value.kind()) {
        case json::Kind::null:
            return "null";
        case json::Kind::boolean:
            return value.boolean() ? "true" : "false";
        case json::Kind::integer:
            return std::to_string(value.integer());
        case json::Kind::number:
            throw std::logic_error("a number with a fraction");
        case json::Kind::string:
            return canonical_string(value.string());
        case json::Kind::object:
            return canonical_object(value);
        case json::Kind::array:
            break;
    }
    std::string out = "[";
    for (const auto element : value.elements()) out += (out.size() > 1 ? "," : "") + canonical(element);
    return out + "]";
}

}  // namespace minhbach
