// One generic codec between described structs (Boost.Describe) and JSON, used for event payloads, requests and answers.
//
// Names: members in snake_case become camelCase, enumerators CAPITALS. Written JSON is canonical (RFC 8785): keys
// sorted, no white space, integers only (at most 2^53 in size). Read JSON is strict: unknown, missing and repeated
// members, wrong types, numbers out of range and invalid texts are refused, each with its JSON pointer; all of them are
// reported together (at most Reader::refusals_max). Only std::optional and std::vector members may be absent.
#pragma once

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "events/codec/document.hpp"
#include "events/codec/sections.hpp"
#include "events/result.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::json {

std::string camel_case(std::string_view snake);
std::string capitals(std::string_view snake);
void append_string(std::string& out, std::string_view text);  // quoted and escaped as RFC 8785 says
void append_integer(std::string& out, std::int64_t number);   // asserts |number| <= 2^53

// Collects refusals and knows the place it reads.
class Reader {
public:
    static constexpr std::size_t refusals_max = 50;
    // Sealed sections are read from here (split form); without it they are read as plain arrays.
    const std::vector<std::optional<Value>>* section_parts = nullptr;
    std::size_t next_section_part = 0;

    void refuse(std::string_view detail_vi, std::string_view detail_en);
    void refuse(Refusal refusal);  // its field is set to the present place
    bool ok() const { return refusals_.empty(); }
    Refusal refusal() const;  // the first, with the others in `more`

    // `name` must live until `leave`. The place is put into words only where something is refused.
    void enter(std::string_view name) { steps_.push_back({name, 0}); }
    void enter(std::size_t index) { steps_.push_back({{}, index}); }
    void leave() { steps_.pop_back(); }

private:
    struct Step {
        std::string_view name;  // of a member; null data: an element
        std::size_t index;
    };
    std::string place() const;

    std::vector<Step> steps_;
    std::vector<Refusal> refusals_;
};

class Writer {
public:
    std::string out;
    // Sections go to parts of their own (split form) if set; else they are written in place.
    std::vector<std::pair<PersonCode, std::string>>* section_parts = nullptr;
};

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept ParsedText = requires(const T& t, std::string_view raw) {
    { t.str() } -> std::convertible_to<const std::string&>;
    { T::parse(raw) } -> std::same_as<Result<T>>;
};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_sections : std::false_type {};
template <class T>
struct is_sections<Sections<T>> : std::true_type {};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

// camelCase names of T's members, in the order of their declaration.
template <Described T>
const auto& member_names() {
    static const auto names = [] {
        std::array<std::string, boost::mp11::mp_size<Members<T>>::value> result;
        std::size_t i = 0;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) { result[i++] = camel_case(member.name); });
        return result;
    }();
    return names;
}

// The same as they stand before a value: `"name":`.
template <Described T>
const auto& member_labels() {
    static const auto labels = [] {
        auto result = member_names<T>();
        for (auto& name : result) name = '"' + name + "\":";  // ASCII letters and digits: nothing to escape
        return result;
    }();
    return labels;
}

// Indices of T's members in the order of their JSON names (ASCII, so bytes order as UTF-16 does).
template <Described T>
const auto& member_order() {
    static const auto order = [] {
        std::array<std::size_t, boost::mp11::mp_size<Members<T>>::value> result;
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = i;
        std::sort(result.begin(), result.end(),
                  [](auto a, auto b) { return member_names<T>()[a] < member_names<T>()[b]; });
        return result;
    }();
    return order;
}

// The enumerators with their canonical names, in the order of their declaration.
template <DescribedEnum E>
const auto& enumerators() {
    using Enumerators = boost::describe::describe_enumerators<E>;
    static const auto all = [] {
        std::array<std::pair<E, std::string>, boost::mp11::mp_size<Enumerators>::value> result;
        std::size_t i = 0;
        boost::mp11::mp_for_each<Enumerators>([&](auto d) { result[i++] = {d.value, capitals(d.name)}; });
        return result;
    }();
    return all;
}

// The canonical name of an enumerator; std::out_of_range for a value that is none.
template <DescribedEnum E>
const std::string& enum_name(E value) {
    for (const auto& [enumerator, name] : enumerators<E>()) {
        if (enumerator == value) return name;
    }
    throw std::out_of_range("not an enumerator");
}

template <DescribedEnum E>
std::optional<E> enum_value(std::string_view name) {
    for (const auto& [enumerator, known] : enumerators<E>()) {
        if (known == name) return enumerator;
    }
    return std::nullopt;
}

template <class T>
void write(Writer& writer, const T& value);
template <class T>
void read(Reader& reader, Value value, T& out);

namespace detail {
void refuse_kind(Reader& reader, std::string_view expected_vi, std::string_view expected_en);
void refuse_missing(Reader& reader, std::string_view name);
void refuse_unknown(Reader& reader, std::string_view name);
void refuse_repeated(Reader& reader, std::string_view name);
void refuse_range(Reader& reader);
void refuse_enumerator(Reader& reader, const std::string& allowed);

template <class T>
bool absent(const T&) {
    return false;
}
template <class T>
bool absent(const std::optional<T>& value) {
    return !value;
}

template <Described T>
void write_object(Writer& writer, const T& value) {
    writer.out += '{';
    bool first = true;
    for (const std::size_t index : member_order<T>()) {
        boost::mp11::mp_with_index<boost::mp11::mp_size<Members<T>>::value>(index, [&](auto i) {
            using Member = boost::mp11::mp_at_c<Members<T>, decltype(i)::value>;
            const auto& member = value.*Member::pointer;
            if (absent(member)) return;
            if (!first) writer.out += ',';
            first = false;
            writer.out += member_labels<T>()[i];
            write(writer, member);
        });
    }
    writer.out += '}';
}

template <Described T>
void read_object(Reader& reader, Value value, T& out) {
    if (value.kind() != Kind::object) return refuse_kind(reader, "đối tượng", "an object");
    constexpr std::size_t count = boost::mp11::mp_size<Members<T>>::value;
    const auto& names = member_names<T>();
    const auto& order = member_order<T>();
    // Sections take their parts in canonical order, so members are visited in that order whatever the input's order is.
    std::array<std::optional<Value>, count + 1> values{};
    std::size_t next = 0;  // what is written canonically comes in this order: then no name is searched for
    value.for_each_member([&](std::string_view name, Value child) {
        while (next < count && names[order[next]] < name) ++next;
        std::size_t index = count;
        if (next < count && names[order[next]] == name)
            index = order[next++];
        else
            index = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        if (index == count)
            refuse_unknown(reader, name);
        else if (values[index])
            refuse_repeated(reader, name);
        else
            values[index] = child;
    });
    for (const std::size_t index : member_order<T>()) {
        boost::mp11::mp_with_index<count == 0 ? 1 : count>(index, [&](auto i) {
            if constexpr (count > 0) {
                using Member = boost::mp11::mp_at_c<Members<T>, decltype(i)::value>;
                auto& member = out.*Member::pointer;
                using M = std::remove_cvref_t<decltype(member)>;
                if (values[i]) {
                    reader.enter(names[i]);
                    read(reader, *values[i], member);
                    reader.leave();
                } else if (!is_optional<M>::value && !is_vector<M>::value) {
                    refuse_missing(reader, names[i]);
                }
            }
        });
    }
}

template <class T>
void write_sections(Writer& writer, const Sections<T>& sections) {
    writer.out += '[';
    bool first = true;
    for (const auto& section : sections.items) {
        if (!first) writer.out += ',';
        first = false;
        if (writer.section_parts) {
            append_string(writer.out, section.person.str());
            Writer part;
            if (section.value) write(part, *section.value);
            writer.section_parts->emplace_back(section.person, std::move(part.out));
        } else {
            write(writer, section);
        }
    }
    writer.out += ']';
}

template <class T>
void read_sections(Reader& reader, Value value, Sections<T>& out) {
    if (value.kind() != Kind::array) return refuse_kind(reader, "danh sách", "an array");
    std::size_t index = 0;
    value.for_each_element([&](Value element) {
        reader.enter(index++);
        About<T>& section = out.items.emplace_back();
        if (!reader.section_parts) {
            read(reader, element, section);
        } else {
            read(reader, element, section.person);
            if (reader.next_section_part >= reader.section_parts->size()) {
                refuse_missing(reader, "part");
            } else if (const auto& part = (*reader.section_parts)[reader.next_section_part++]) {
                read(reader, *part, section.value.emplace());
            }
        }
        reader.leave();
    });
}
}  // namespace detail

template <class T>
void write(Writer& writer, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        writer.out += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
        append_integer(writer.out, static_cast<std::int64_t>(value));
    } else if constexpr (DescribedEnum<T>) {
        append_string(writer.out, enum_name(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        append_string(writer.out, value);
    } else if constexpr (ParsedText<T>) {
        append_string(writer.out, value.str());
    } else if constexpr (std::is_same_v<T, Date>) {
        append_string(writer.out, value.iso());
    } else if constexpr (std::is_same_v<T, Time>) {
        append_string(writer.out, value.rfc3339());
    } else if constexpr (is_optional<T>::value) {
        if (value)
            write(writer, *value);
        else
            writer.out += "null";
    } else if constexpr (is_vector<T>::value) {
        writer.out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i) writer.out += ',';
            write(writer, static_cast<const typename T::value_type&>(value[i]));
        }
        writer.out += ']';
    } else if constexpr (is_sections<T>::value) {
        detail::write_sections(writer, value);
    } else {
        static_assert(Described<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
        detail::write_object(writer, value);
    }
}

template <class T>
void read(Reader& reader, Value value, T& out) {
    if constexpr (std::is_same_v<T, bool>) {
        if (value.kind() != Kind::boolean) return detail::refuse_kind(reader, "true hoặc false", "true or false");
        out = value.boolean();
    } else if constexpr (std::is_integral_v<T>) {
        if (value.kind() != Kind::integer) return detail::refuse_kind(reader, "số nguyên", "an integer");
        const std::int64_t number = value.integer();
        constexpr std::int64_t kSafe = 9'007'199'254'740'992;
        if (!std::in_range<T>(number) || number > kSafe || number < -kSafe) return detail::refuse_range(reader);
        out = static_cast<T>(number);
    } else if constexpr (DescribedEnum<T>) {
        if (value.kind() != Kind::string) return detail::refuse_kind(reader, "chuỗi", "a string");
        const auto found = enum_value<T>(value.string());
        if (found) {
            out = *found;
        } else {
            std::string allowed;
            for (const auto& [enumerator, name] : enumerators<T>()) allowed += (allowed.empty() ? "" : ", ") + name;
            detail::refuse_enumerator(reader, allowed);
        }
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (value.kind() != Kind::string) return detail::refuse_kind(reader, "chuỗi", "a string");
        out = std::string(value.string());
    } else if constexpr (ParsedText<T> || std::is_same_v<T, Date> || std::is_same_v<T, Time>) {
        if (value.kind() != Kind::string) return detail::refuse_kind(reader, "chuỗi", "a string");
        auto parsed = T::parse(value.string());
        if (parsed)
            out = std::move(*parsed);
        else
            reader.refuse(parsed.error());
    } else if constexpr (is_optional<T>::value) {
        if (value.kind() == Kind::null)
            out.reset();
        else
            read(reader, value, out.emplace());
    } else if constexpr (is_vector<T>::value) {
        if (value.kind() != Kind::array) return detail::refuse_kind(reader, "danh sách", "an array");
        std::size_t index = 0;
        value.for_each_element([&](Value element) {
            reader.enter(index++);
            typename T::value_type item{};
            read(reader, element, item);
            out.push_back(std::move(item));
            reader.leave();
        });
    } else if constexpr (is_sections<T>::value) {
        detail::read_sections(reader, value, out);
    } else {
        static_assert(Described<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
        detail::read_object(reader, value, out);
    }
}

// Canonical JSON of a value.
template <class T>
std::string to_json(const T& value) {
    Writer writer;
    write(writer, value);
    return std::move(writer.out);
}

template <class T>
Result<T> from_value(Value value) {
    Reader reader;
    T out{};
    read(reader, value, out);
    if (!reader.ok()) return reader.refusal();
    return out;
}

template <class T>
Result<T> from_json(std::string_view text) {
    auto document = Document::parse(text);
    if (!document) return document.error();
    return from_value<T>(document->root());
}

}  // namespace minhbach::json
