#include "events/codec/json.hpp"

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <charconv>
#include <stdexcept>

#include "events/refusals.hpp"

namespace minhbach::json {
std::string camel_case(std::string_view snake) {
    std::string result;
    bool upper = false;
    for (const char c : snake) {
        if (c == '_') {
            upper = true;
        } else {
            result += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            upper = false;
        }
    }
    return result;
}

std::string capitals(std::string_view snake) {
    std::string result(snake);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return result;
}

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto is_escaped = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; };
    out += '"';
    while (true) {
        const auto next = std::find_if(text.begin(), text.end(), is_escaped);
        out.append(text.begin(), next);
        if (next == text.end()) break;
        switch (*next) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                out += "\\u00";
                out += kHex[static_cast<unsigned char>(*next) >> 4];
                out += kHex[static_cast<unsigned char>(*next) & 15];
        }
        text.remove_prefix(static_cast<std::size_t>(next - text.begin()) + 1);
    }
    out += '"';
}

void append_integer(std::string& out, std::int64_t number) {
    if (number > 9'007'199'254'740'992 || number < -9'007'199'254'740'992) {
        throw std::logic_error("json: an integer beyond 2^53 has to be a string");
    }
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void Reader::refuse(std::string_view detail_vi, std::string_view detail_en) {
    refuse(invalid_field("", std::string(detail_vi), std::string(detail_en)));
}

void Reader::refuse(Refusal refusal) {
    if (refusals_.size() >= refusals_max) return;
    refusal.field = place();
    refusals_.push_back(std::move(refusal));
}

Refusal Reader::refusal() const {
    return together(refusals_);
}

// A JSON pointer (RFC 6901).
std::string Reader::place() const {
    std::string pointer;
    for (const auto& step : steps_) {
        pointer += '/';
        if (step.name.data() == nullptr) {
            pointer += std::to_string(step.index);
            continue;
        }
        for (const char c : step.name) {
            if (c == '~')
                pointer += "~0";
            else if (c == '/')
                pointer += "~1";
            else
                pointer += c;
        }
    }
    return pointer;
}

EnumNames::EnumNames(std::span<const Enumerator> declared) {
    for (const auto& one : declared) names_.emplace_back(one.value, capitals(one.name));
}

const std::string& EnumNames::of(std::int64_t value) const {
    for (const auto& [known, name] : names_) {
        if (known == value) return name;
    }
    throw std::out_of_range("not an enumerator");
}

std::optional<std::int64_t> EnumNames::value(std::string_view name) const {
    for (const auto& [value, known] : names_) {
        if (known == name) return value;
    }
    return std::nullopt;
}

namespace detail {
namespace {

void refuse_member(Reader& reader, std::string_view name, std::string_view detail_vi, std::string_view detail_en) {
    reader.enter(name);
    reader.refuse(detail_vi, detail_en);
    reader.leave();
}

}  // namespace

void refuse_kind(Reader& reader, std::string_view expected_vi, std::string_view expected_en) {
    reader.refuse("Giá trị phải là " + std::string(expected_vi) + ".",
                  "The value must be " + std::string(expected_en) + ".");
}

void refuse_missing(Reader& reader, std::string_view name) {
    refuse_member(reader, name, "Thiếu trường bắt buộc.", "A required member is missing.");
}

void refuse_unknown(Reader& reader, std::string_view name) {
    refuse_member(reader, name, "Trường này không được biết đến.", "This member is not known.");
}

void refuse_repeated(Reader& reader, std::string_view name) {
    refuse_member(reader, name, "Trường này bị lặp lại.", "This member is repeated.");
}

void refuse_enumerator(Reader& reader, const std::string& allowed) {
    reader.refuse("Giá trị phải là một trong: " + allowed + ".", "The value must be one of: " + allowed + ".");
}

WrittenObject::WrittenObject(std::span<const WrittenMember> declared) {
    for (const auto& member : declared)  // ASCII letters and digits: nothing to escape
        members_.push_back({'"' + camel_case(member.name) + "\":", member});
    // The quotation mark that ends a name comes before every letter and digit.
    std::sort(members_.begin(), members_.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
}

void WrittenObject::write(Writer& writer, const void* object, std::string_view except) const {
    writer.out += '{';
    bool first = true;
    for (const auto& [label, member] : members_) {
        const void* value = member.place(object);
        if (member.absent && member.absent(value)) continue;
        if (!except.empty() && member.name == except) continue;
        if (!first) writer.out += ',';
        first = false;
        writer.out += label;
        member.write(writer, value);
    }
    writer.out += '}';
}

ReadObject::ReadObject(std::span<const ReadMember> declared) {
    for (const auto& member : declared) members_.push_back({camel_case(member.name), member});
    std::sort(members_.begin(), members_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

void ReadObject::read(Reader& reader, Value value, void* object) const {
    if (value.kind() != Kind::object) return refuse_kind(reader, "đối tượng", "an object");
    const std::size_t count = members_.size();
    // Sections take their parts in canonical order, so members are visited in that order whatever the input's order is.
    boost::container::small_vector<std::optional<Value>, 32> values(count);
    std::size_t next = 0;  // what is written canonically comes in this order: then no name is searched for
    value.for_each_member([&](std::string_view name, Value child) {
        while (next < count && members_[next].name < name) ++next;
        std::size_t index = count;
        if (next < count && members_[next].name == name)
            index = next++;
        else
            index = static_cast<std::size_t>(
                std::find_if(members_.begin(), members_.end(), [&](const auto& known) { return known.name == name; }) -
                members_.begin());
        if (index == count)
            refuse_unknown(reader, name);
        else if (values[index])
            refuse_repeated(reader, name);
        else
            values[index] = child;
    });
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [name, member] = members_[i];
        if (values[i]) {
            reader.enter(name);
            member.read(reader, *values[i], const_cast<void*>(member.place(object)));
            reader.leave();
        } else if (member.required) {
            refuse_missing(reader, name);
        }
    }
}

void read_boolean(Reader& reader, Value value, bool& out) {
    if (value.kind() != Kind::boolean) return refuse_kind(reader, "true hoặc false", "true or false");
    out = value.boolean();
}

std::optional<std::int64_t> read_integer(Reader& reader, Value value, std::int64_t min, std::uint64_t max) {
    if (value.kind() != Kind::integer) {
        refuse_kind(reader, "số nguyên", "an integer");
        return std::nullopt;
    }
    const std::int64_t number = value.integer();
    constexpr std::int64_t kSafe = 9'007'199'254'740'992;
    if (number < min || std::cmp_greater(number, max) || number > kSafe || number < -kSafe) {
        reader.refuse("Số nằm ngoài phạm vi cho phép.", "The number is out of range.");
        return std::nullopt;
    }
    return number;
}

std::optional<std::string_view> read_string(Reader& reader, Value value) {
    if (value.kind() == Kind::string) return value.string();
    refuse_kind(reader, "chuỗi", "a string");
    return std::nullopt;
}

std::optional<std::int64_t> read_enumerator(Reader& reader, Value given, const EnumNames& names) {
    const auto name = read_string(reader, given);
    if (!name) return std::nullopt;
    const auto found = names.value(*name);
    if (!found) {
        std::string allowed;
        for (const auto& [value, known] : names.all()) allowed += (allowed.empty() ? "" : ", ") + known;
        refuse_enumerator(reader, allowed);
    }
    return found;
}

void read_elements(Reader& reader, Value value, void* out, void (*read_one)(Reader&, Value, void* out)) {
    if (value.kind() != Kind::array) return refuse_kind(reader, "danh sách", "an array");
    std::size_t index = 0;
    value.for_each_element([&](Value element) {
        reader.enter(index++);
        read_one(reader, element, out);
        reader.leave();
    });
}

void write_section(Writer& writer, const PersonCode& person, std::string part) {
    append_string(writer.out, person.str());
    writer.section_parts->emplace_back(person, std::move(part));
}

std::optional<Value> next_section(Reader& reader) {
    if (reader.next_section_part < reader.section_parts->size())
        return (*reader.section_parts)[reader.next_section_part++];
    refuse_missing(reader, "part");
    return std::nullopt;
}

std::optional<Refusal> read_whole(Value value, void* out, void (*read)(Reader&, Value, void* out)) {
    Reader reader;
    read(reader, value, out);
    return reader.ok() ? std::nullopt : std::optional(reader.refusal());
}
}  // namespace detail

}  // namespace minhbach::json
