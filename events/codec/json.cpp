#include "events/codec/json.hpp"

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

namespace detail {
void refuse_kind(Reader& reader, std::string_view expected_vi, std::string_view expected_en) {
    reader.refuse("Giá trị phải là " + std::string(expected_vi) + ".",
                  "The value must be " + std::string(expected_en) + ".");
}
void refuse_missing(Reader& reader, std::string_view name) {
    reader.enter(name);
    reader.refuse("Thiếu trường bắt buộc.", "A required member is missing.");
    reader.leave();
}
void refuse_unknown(Reader& reader, std::string_view name) {
    reader.enter(name);
    reader.refuse("Trường này không được biết đến.", "This member is not known.");
    reader.leave();
}
void refuse_repeated(Reader& reader, std::string_view name) {
    reader.enter(name);
    reader.refuse("Trường này bị lặp lại.", "This member is repeated.");
    reader.leave();
}
void refuse_range(Reader& reader) {
    reader.refuse("Số nằm ngoài phạm vi cho phép.", "The number is out of range.");
}
void refuse_enumerator(Reader& reader, const std::string& allowed) {
    reader.refuse("Giá trị phải là một trong: " + allowed + ".", "The value must be one of: " + allowed + ".");
}
}  // namespace detail

}  // namespace minhbach::json
