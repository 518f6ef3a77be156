// JSON Schema (2020-12) of described structs, made from the same descriptions as the codec, so that the document cannot
// say anything else than the program does.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <vector>

#include "events/codec/json.hpp"
#include "events/record.hpp"
#include "projections/basis.hpp"

namespace minhbach::api::routes {

// The named schemas of one document.
class SchemaBook {
public:
    // The name of a type and whether it is new to the book. Two types of one name in different namespaces get two
    // names.
    std::pair<std::string, bool> name(std::type_index type, std::string_view full_name);
    void define(const std::string& name, std::string schema) { schemas_[name] = std::move(schema); }
    const std::map<std::string, std::string>& schemas() const { return schemas_; }

private:
    std::map<std::type_index, std::string> names_;
    std::map<std::string, std::string> schemas_;
};

using SchemaOf = std::function<std::string(SchemaBook&)>;

template <class T>
std::string schema_of(SchemaBook& book);

namespace detail {

std::string integer_schema(std::int64_t min, std::uint64_t max);
std::string text_schema(std::size_t characters_max);
std::string enum_schema(const json::EnumNames& names);
std::string reference(const std::string& name);
std::string demangled(const char* name);

template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<Id<Tag>> : std::true_type {};
template <class T>
struct text_max : std::integral_constant<std::size_t, 0> {};
template <std::size_t Max>
struct text_max<BoundedText<Max>> : std::integral_constant<std::size_t, Max> {};

struct MemberSchema {
    std::string_view name;  // as declared, in snake_case
    std::string (*schema)(SchemaBook&);
    bool required;
};
// Members of `not_required`, by their JSON names, may be left out as well.
std::string object_schema(SchemaBook& book, std::span<const MemberSchema> members,
                          const std::vector<std::string>& not_required);

template <class M>
constexpr bool kRequired = !json::is_optional<M>::value && !json::is_vector<M>::value;

template <json::Described T>
std::string object_schema(SchemaBook& book, const std::vector<std::string>& not_required) {
    static constexpr auto members = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<MemberSchema, sizeof...(D)>{MemberSchema{D::name, &schema_of<json::detail::MemberType<T, D>>,
                                                                   kRequired<json::detail::MemberType<T, D>>}...};
    }(boost::mp11::mp_rename<json::Members<T>, boost::mp11::mp_list>{});
    return object_schema(book, members, not_required);
}

}  // namespace detail

template <class T>
std::string schema_of(SchemaBook& book) {
    if constexpr (std::is_same_v<T, bool>) {
        return R"({"type":"boolean"})";
    } else if constexpr (std::is_integral_v<T>) {
        return detail::integer_schema(static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                      static_cast<std::uint64_t>(std::numeric_limits<T>::max()));
    } else if constexpr (json::DescribedEnum<T>) {
        return detail::enum_schema(json::enum_names<T>());
    } else if constexpr (std::is_same_v<T, projections::Basis>) {
        return {};  // told by the envelope
    } else if constexpr (std::is_same_v<T, projections::RawJson>) {
        return "{}";
    } else if constexpr (std::is_same_v<T, std::string>) {
        return R"({"type":"string"})";
    } else if constexpr (detail::is_id<T>::value) {
        return R"({"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$"})";
    } else if constexpr (std::is_same_v<T, Digest>) {
        return R"({"type":"string","pattern":"^[0-9a-f]{64}$"})";
    } else if constexpr (std::is_same_v<T, Date>) {
        return R"({"type":"string","format":"date"})";
    } else if constexpr (std::is_same_v<T, Time>) {
        return R"({"type":"string","format":"date-time"})";
    } else if constexpr (detail::text_max<T>::value > 0) {
        return detail::text_schema(detail::text_max<T>::value);
    } else if constexpr (json::is_optional<T>::value) {
        return schema_of<typename T::value_type>(book);
    } else if constexpr (json::is_vector<T>::value) {
        return R"({"type":"array","items":)" + schema_of<typename T::value_type>(book) + "}";
    } else if constexpr (json::is_sections<T>::value) {
        using Item = typename std::remove_cvref_t<decltype(std::declval<T&>().items)>::value_type;
        return R"({"type":"array","items":)" + schema_of<Item>(book) + "}";
    } else {
        const auto [name, is_new] = book.name(typeid(T), detail::demangled(typeid(T).name()));
        if (is_new) {
            book.define(name, "{}");  // a struct may contain itself
            book.define(name, detail::object_schema<T>(book, {}));
        }
        return detail::reference(name);
    }
}

// Of a request whose members in the path may be left out of the body.
template <json::Described T>
SchemaOf request_schema(std::vector<std::string> in_path) {
    return [in_path = std::move(in_path)](SchemaBook& book) {
        if (in_path.empty()) return schema_of<T>(book);
        return detail::object_schema<T>(book, in_path);
    };
}

template <class T>
SchemaOf schema() {
    return [](SchemaBook& book) { return schema_of<T>(book); };
}

}  // namespace minhbach::api::routes
