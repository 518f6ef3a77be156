// Addresses for walking through all routes: what stands in braces, and what a question must name.
#pragma once

#include <map>
#include <string>

#include "api/routes/route.hpp"

namespace minhbach::api::routes::walk {

using Values = std::map<std::string, std::string>;

// About A1, of division P1 of the Department of Finance.
inline const Values kOfA1{
    {"dossier", "2023.A1"},
    {"person", "A1"},
    {"unit", "51-S05.P1"},
    {"cycle", "2023"},
    {"agency", "51-S05"},
    {"actor", "A1"},
    {"year", "2023"},
    {"rulebook", "nd90-48-2023"},
    {"plan", "2023.p.A1"},
    {"document", "QD1"},
    {"committeeUnit", "51-S05"},
    {"review", "2023.p.A1"},
};

inline std::string filled(std::string path, const Values& values) {
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
        const auto close = path.find('}', open);
        const auto found = values.find(path.substr(open + 1, close - open - 1));
        path.replace(open, close - open + 1, found == values.end() ? "x" : found->second);
    }
    return path;
}

// A purpose where one may be named, the cycle, and for what else is required a person.
inline std::string asked(const Route& route, const std::string& person = "A1") {
    std::string query;
    for (const auto& parameter : route.parameters) {
        if (parameter.in != "query") continue;
        std::string value;
        if (parameter.name == "purpose") value = "05%2FQ%C4%90-TTr";
        if (parameter.required) value = person;
        if (parameter.name == "cycle") value = "2023";
        if (value.empty()) continue;
        query += (query.empty() ? "?" : "&") + parameter.name + "=" + value;
    }
    return query;
}

}  // namespace minhbach::api::routes::walk
