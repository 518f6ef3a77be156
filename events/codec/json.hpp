// One generic codec between described structs (Boost.Describe) and JSON, used for event payloads, requests and answers.
//
// Names: members in snake_case become camelCase, enumerators CAPITALS. Written JSON is canonical (RFC 8785): keys
// sorted, no white space, integers only (at most 2^53 in size). Read JSON is strict: unknown, missing and repeated
// members, wrong types, numbers out of range and invalid texts are refused, each with its JSON pointer; all of them are
// reported together (at most Reader::refusals_max). Only std::optional and std::vector members may be absent.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
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

// The canonical names of one enumeration, in the order of their declaration.
class EnumNames {
public:
    struct Enumerator {
        std::int64_t value;
        std::string_view name;  // as declared, in snake_case
    };
    explicit EnumNames(std::span<const Enumerator> declared);
    const std::string& of(std::int64_t value) const;  // std::out_of_range for a value that is none
    std::optional<std::int64_t> value(std::string_view name) const;
    const std::vector<std::pair<std::int64_t, std::string>>& all() const { return names_; }

private:
    std::vector<std::pair<std::int64_t, std::string>> names_;
};

template <DescribedEnum E>
const EnumNames& enum_names() {
    static constexpr auto declared = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array{EnumNames::Enumerator{static_cast<std::int64_t>(D::value), D::name}...};
    }(boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>{});
    static const EnumNames names(declared);
    return names;
}

// The enumerators with their canonical names, in the order of their declaration.
template <DescribedEnum E>
const auto& enumerators() {
    static const auto all = [] {
        std::vector<std::pair<E, std::string>> result;
        for (const auto& [value, name] : enum_names<E>().all()) result.emplace_back(static_cast<E>(value), name);
        return result;
    }();
    return all;
}

// The canonical name of an enumerator; std::out_of_range for a value that is none.
template <DescribedEnum E>
const std::string& enum_name(E value) {
    return enum_names<E>().of(static_cast<std::int64_t>(value));
}

template <DescribedEnum E>
std::optional<E> enum_value(std::string_view name) {
    const auto found = enum_names<E>().value(name);
    return found ? std::optional(static_cast<E>(*found)) : std::nullopt;
}

template <class T>
void write(Writer& writer, const T& value);
template <class T>
void read(Reader& reader, Value value, T& out);

// A described struct is written and read through a table of its members, and what walks the table is compiled once for
// all structs: only what differs from type to type is made by templates.
namespace detail {
// Where a member lies in its object.
using Place = const void* (*)(const void* object);

struct WrittenMember {
    std::string_view name;  // as declared, in snake_case
    Place place;
    void (*write)(Writer&, const void* member);
    bool (*absent)(const void* member);  // nullptr: never
};

class WrittenObject {
public:
    explicit WrittenObject(std::span<const WrittenMember> declared);
    // Without the member `except`, named as declared.
    void write(Writer& writer, const void* object, std::string_view except = {}) const;

private:
    struct Labelled {
        std::string label;  // `"name":`
        WrittenMember member;
    };
    // By their JSON names (ASCII, so bytes order as UTF-16 does).
    std::vector<Labelled> members_;
};

struct ReadMember {
    std::string_view name;  // as declared, in snake_case
    Place place;
    void (*read)(Reader&, Value, void* member);
    bool required;
};

class ReadObject {
public:
    explicit ReadObject(std::span<const ReadMember> declared);
    void read(Reader& reader, Value value, void* object) const;

private:
    struct Named {
        std::string name;
        ReadMember member;
    };
    std::vector<Named> members_;  // by their JSON names
};

template <class T>
void write_at(Writer& writer, const void* value) {
    write(writer, *static_cast<const T*>(value));
}
template <class T>
void read_at(Reader& reader, Value value, void* out) {
    read(reader, value, *static_cast<T*>(out));
}
template <class T>
constexpr auto absent_at() -> bool (*)(const void* value) {
    if constexpr (is_optional<T>::value)
        return [](const void* value) { return !static_cast<const T*>(value)->has_value(); };
    else
        return nullptr;
}

template <class T, auto Pointer>
const void* place_of(const void* object) {
    return &(static_cast<const T*>(object)->*Pointer);
}
template <class T, class Descriptor>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*Descriptor::pointer)>;

template <Described T>
const WrittenObject& written_object() {
    static constexpr auto declared = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<WrittenMember, sizeof...(D)>{WrittenMember{
            D::name, &place_of<T, D::pointer>, &write_at<MemberType<T, D>>, absent_at<MemberType<T, D>>()}...};
    }(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>{});
    static const WrittenObject object(declared);
    return object;
}

template <Described T>
const ReadObject& read_object() {
    static constexpr auto declared = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<ReadMember, sizeof...(D)>{
            ReadMember{D::name, &place_of<T, D::pointer>, &read_at<MemberType<T, D>>,
                       !is_optional<MemberType<T, D>>::value && !is_vector<MemberType<T, D>>::value}...};
    }(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>{});
    static const ReadObject object(declared);
    return object;
}

void refuse_kind(Reader& reader, std::string_view expected_vi, std::string_view expected_en);
void refuse_missing(Reader& reader, std::string_view name);
void refuse_unknown(Reader& reader, std::string_view name);
void refuse_repeated(Reader& reader, std::string_view name);
void refuse_enumerator(Reader& reader, const std::string& allowed);

void read_boolean(Reader& reader, Value value, bool& out);
// Refuses what is not from `min` to `max`, or not within 2^53.
std::optional<std::int64_t> read_integer(Reader& reader, Value value, std::int64_t min, std::uint64_t max);
std::optional<std::int64_t> read_enumerator(Reader& reader, Value value, const EnumNames& names);
std::optional<std::string_view> read_string(Reader& reader, Value value);
void read_elements(Reader& reader, Value value, void* out, void (*read_one)(Reader&, Value, void* out));
void write_section(Writer& writer, const PersonCode& person, std::string part);
// How the section that comes next is given: its value, or nothing for one that is lost. Refuses if there is none.
std::optional<Value> next_section(Reader& reader);

template <class T>
void write_sections(Writer& writer, const Sections<T>& sections) {
    writer.out += '[';
    for (const auto& section : sections.items) {
        if (&section != &sections.items.front()) writer.out += ',';
        if (writer.section_parts) {
            Writer part;
            if (section.value) write(part, *section.value);
            write_section(writer, section.person, std::move(part.out));
        } else {
            write(writer, section);
        }
    }
    writer.out += ']';
}

template <class T>
void read_sections(Reader& reader, Value value, Sections<T>& out) {
    read_elements(reader, value, &out, [](Reader& to, Value element, void* sections) {
        About<T>& section = static_cast<Sections<T>*>(sections)->items.emplace_back();
        if (!to.section_parts) return read(to, element, section);
        read(to, element, section.person);
        if (const auto part = next_section(to)) read(to, *part, section.value.emplace());
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
        detail::written_object<T>().write(writer, &value);
    }
}

template <class T>
void read(Reader& reader, Value value, T& out) {
    if constexpr (std::is_same_v<T, bool>) {
        detail::read_boolean(reader, value, out);
    } else if constexpr (std::is_integral_v<T>) {
        using Limits = std::numeric_limits<T>;
        if (const auto number = detail::read_integer(reader, value, static_cast<std::int64_t>(Limits::min()),
                                                     static_cast<std::uint64_t>(Limits::max())))
            out = static_cast<T>(*number);
    } else if constexpr (DescribedEnum<T>) {
        if (const auto found = detail::read_enumerator(reader, value, enum_names<T>())) out = static_cast<T>(*found);
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (const auto text = detail::read_string(reader, value)) out = *text;
    } else if constexpr (ParsedText<T> || std::is_same_v<T, Date> || std::is_same_v<T, Time>) {
        const auto text = detail::read_string(reader, value);
        if (!text) return;
        auto parsed = T::parse(*text);
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
        detail::read_elements(reader, value, &out, [](Reader& to, Value element, void* items) {
            typename T::value_type item{};
            read(to, element, item);
            static_cast<T*>(items)->push_back(std::move(item));
        });
    } else if constexpr (is_sections<T>::value) {
        detail::read_sections(reader, value, out);
    } else {
        static_assert(Described<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
        detail::read_object<T>().read(reader, value, &out);
    }
}

namespace detail {
// What refuses the value, if something does.
std::optional<Refusal> read_whole(Value value, void* out, void (*read)(Reader&, Value, void* out));
}  // namespace detail

// Canonical JSON of a value.
template <class T>
std::string to_json(const T& value) {
    Writer writer;
    write(writer, value);
    return std::move(writer.out);
}

// The same without one of its members, named as declared.
template <Described T>
std::string to_json_without(std::string_view member, const T& value) {
    Writer writer;
    detail::written_object<T>().write(writer, &value, member);
    return std::move(writer.out);
}

template <class T>
Result<T> from_value(Value value) {
    T out{};
    if (auto refusal = detail::read_whole(value, &out, &detail::read_at<T>)) return *std::move(refusal);
    return out;
}

template <class T>
Result<T> from_json(std::string_view text) {
    auto document = Document::parse(text);
    if (!document) return document.error();
    return from_value<T>(document->root());
}

}  // namespace minhbach::json
