#include "events/codec/json.hpp"

#include <simdjson.h>

#include <bit>
#include <charconv>
#include <stdexcept>

#include "events/refusals.hpp"

namespace minhbach::json {
namespace {

using simdjson::dom::element;
static_assert(sizeof(element) == 2 * sizeof(void*) && std::is_trivially_copyable_v<element>);

struct Handle {
    const void* document;
    std::size_t index;
};
element to_element(const void* document, std::size_t index) {
    return std::bit_cast<element>(Handle{document, index});
}

}  // namespace

struct Document::Parsed {
    simdjson::dom::parser parser;
    element root;
};

namespace {
// Parsing is on the way of every command and every fold: a parser with its buffers is handed on from one document of
// this thread to the next. Buffers that a large import has stretched are let go.
constexpr std::size_t kDepthMax = 64;
constexpr std::size_t kSpareMax = 4;
constexpr std::size_t kSpareCapacityMax = 1 << 20;
}  // namespace

std::vector<std::unique_ptr<Document::Parsed>>& Document::spare() {
    thread_local std::vector<std::unique_ptr<Parsed>> parsers;
    return parsers;
}

Document::Document(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() {
    if (parsed_ && spare().size() < kSpareMax && parsed_->parser.capacity() <= kSpareCapacityMax) {
        spare().push_back(std::move(parsed_));
    }
}

Result<Document> Document::parse(std::string_view text) {
    std::unique_ptr<Parsed> parsed;
    if (spare().empty()) {
        parsed = std::make_unique<Parsed>();
        if (parsed->parser.allocate(4096, kDepthMax) != simdjson::SUCCESS) throw std::bad_alloc();
    } else {
        parsed = std::move(spare().back());
        spare().pop_back();
    }
    const auto error = parsed->parser.parse(text.data(), text.size()).get(parsed->root);
    if (error) {
        return Refusal{"malformed-json",
                       "",
                       "",
                       "Nội dung gửi lên không phải JSON hợp lệ (UTF-8, lồng tối đa 64 mức).",
                       std::string("The content is not valid JSON (UTF-8, at most 64 levels deep): ") +
                           simdjson::error_message(error) + ".",
                       {}};
    }
    return Document(std::move(parsed));
}

Value Document::root() const {
    const auto handle = std::bit_cast<Handle>(parsed_->root);
    Value value;
    value.document_ = handle.document;
    value.index_ = handle.index;
    return value;
}

Kind Value::kind() const {
    switch (to_element(document_, index_).type()) {
        case simdjson::dom::element_type::ARRAY:
            return Kind::array;
        case simdjson::dom::element_type::OBJECT:
            return Kind::object;
        case simdjson::dom::element_type::INT64:
            return Kind::integer;
        case simdjson::dom::element_type::UINT64:
            return Kind::number;  // beyond 63 bits: no integer of ours
        case simdjson::dom::element_type::DOUBLE:
            return Kind::number;
        case simdjson::dom::element_type::STRING:
            return Kind::string;
        case simdjson::dom::element_type::BOOL:
            return Kind::boolean;
        case simdjson::dom::element_type::NULL_VALUE:
            return Kind::null;
    }
    throw std::logic_error("json: unknown element type");
}

bool Value::boolean() const {
    return to_element(document_, index_).get_bool().value();
}
std::int64_t Value::integer() const {
    return to_element(document_, index_).get_int64().value();
}
std::string_view Value::string() const {
    return to_element(document_, index_).get_string().value();
}

namespace {
Handle handle_of(element e) {
    return std::bit_cast<Handle>(e);
}
}  // namespace

std::vector<Value> Value::elements() const {
    std::vector<Value> result;
    // Named before the loop: a range made of temporaries would be gone in it.
    const simdjson::dom::array array = to_element(document_, index_).get_array().value();
    for (const element child : array) {
        Value& value = result.emplace_back();
        value.document_ = handle_of(child).document;
        value.index_ = handle_of(child).index;
    }
    return result;
}

std::vector<std::pair<std::string_view, Value>> Value::members() const {
    std::vector<std::pair<std::string_view, Value>> result;
    const simdjson::dom::object object = to_element(document_, index_).get_object().value();
    for (const auto field : object) {
        auto& [name, value] = result.emplace_back();
        name = field.key;
        value.document_ = handle_of(field.value).document;
        value.index_ = handle_of(field.value).index;
    }
    return result;
}

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
    refusal.field = place_;
    refusals_.push_back(std::move(refusal));
}

Refusal Reader::refusal() const {
    Refusal first = refusals_.at(0);
    first.more.assign(refusals_.begin() + 1, refusals_.end());
    return first;
}

void Reader::enter(std::string_view name) {
    lengths_.push_back(place_.size());
    place_ += '/';
    for (const char c : name) {
        if (c == '~')
            place_ += "~0";
        else if (c == '/')
            place_ += "~1";
        else
            place_ += c;
    }
}

void Reader::enter(std::size_t index) {
    lengths_.push_back(place_.size());
    place_ += '/';
    place_ += std::to_string(index);
}

void Reader::leave() {
    place_.resize(lengths_.back());
    lengths_.pop_back();
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
