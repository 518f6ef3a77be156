#include "api/routes/schema.hpp"

#include <algorithm>
#include <boost/core/demangle.hpp>

namespace minhbach::api::routes {
namespace {

// "minhbach::services::evaluation::OnPaper" -> "OnPaper"; "minhbach::About<minhbach::Opinion>" -> "AboutOpinion".
std::string short_name(std::string_view full) {
    std::string name;
    std::string word;
    for (std::size_t i = 0; i < full.size(); ++i) {
        const char c = full[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (letter) {
            word += c;
        } else {
            // What stands before "::" only says where the name lives.
            if (!(c == ':' || c == ')' || c == '(')) name += word;
            word.clear();
        }
    }
    return name + word;
}

}  // namespace

std::pair<std::string, bool> SchemaBook::name(std::type_index type, std::string_view full_name) {
    if (const auto found = names_.find(type); found != names_.end()) return {found->second, false};
    std::string name = short_name(full_name);
    while (schemas_.contains(name)) name += "2";
    names_.emplace(type, name);
    return {name, true};
}

namespace detail {

std::string integer_schema(std::int64_t min, std::uint64_t max) {
    constexpr std::int64_t kSafe = 9'007'199'254'740'992;
    const std::int64_t lowest = std::max(min, -kSafe);
    const std::uint64_t highest = std::min(max, static_cast<std::uint64_t>(kSafe));
    return R"({"type":"integer","minimum":)" + std::to_string(lowest) + R"(,"maximum":)" + std::to_string(highest) +
           "}";
}

std::string text_schema(std::size_t characters_max) {
    return R"({"type":"string","minLength":1,"maxLength":)" + std::to_string(characters_max) + "}";
}

std::string enum_schema(const json::EnumNames& names) {
    std::string values;
    for (const auto& [value, name] : names.all()) {
        if (!values.empty()) values += ',';
        json::append_string(values, name);
    }
    return R"({"type":"string","enum":[)" + values + "]}";
}

std::string object_schema(SchemaBook& book, std::span<const MemberSchema> members,
                          const std::vector<std::string>& not_required) {
    std::string properties, required;
    for (const auto& member : members) {
        const auto schema = member.schema(book);
        if (schema.empty()) continue;
        const auto name = json::camel_case(member.name);
        if (!properties.empty()) properties += ',';
        json::append_string(properties, name);
        properties += ':' + schema;
        if (!member.required || std::find(not_required.begin(), not_required.end(), name) != not_required.end())
            continue;
        if (!required.empty()) required += ',';
        json::append_string(required, name);
    }
    return R"({"type":"object","properties":{)" + properties + R"(},"required":[)" + required +
           R"(],"additionalProperties":false})";
}

std::string reference(const std::string& name) {
    return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

std::string demangled(const char* name) {
    return boost::core::demangle(name);
}

}  // namespace detail
}  // namespace minhbach::api::routes
