#include "events/codec/document.hpp"

#include <simdjson.h>

#include <bit>
#include <stdexcept>

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

void Value::each_element(void* to, void (*visit)(void*, Value)) const {
    // Named before the loop: a range made of temporaries would be gone in it.
    const simdjson::dom::array array = to_element(document_, index_).get_array().value();
    for (const element child : array) {
        Value value;
        value.document_ = handle_of(child).document;
        value.index_ = handle_of(child).index;
        visit(to, value);
    }
}

void Value::each_member(void* to, void (*visit)(void*, std::string_view, Value)) const {
    const simdjson::dom::object object = to_element(document_, index_).get_object().value();
    for (const auto field : object) {
        Value value;
        value.document_ = handle_of(field.value).document;
        value.index_ = handle_of(field.value).index;
        visit(to, field.key, value);
    }
}

std::vector<Value> Value::elements() const {
    std::vector<Value> result;
    for_each_element([&](Value child) { result.push_back(child); });
    return result;
}

std::vector<std::pair<std::string_view, Value>> Value::members() const {
    std::vector<std::pair<std::string_view, Value>> result;
    for_each_member([&](std::string_view name, Value child) { result.emplace_back(name, child); });
    return result;
}

}  // namespace minhbach::json
