// A parsed JSON document, read through simdjson; what of it is accepted is decided in json.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "events/result.hpp"

namespace minhbach::json {

enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

// A value inside a parsed Document; valid as long as the Document lives. Cheap to copy.
class Value {
public:
    Kind kind() const;
    bool boolean() const;             // kind boolean
    std::int64_t integer() const;     // kind integer: fits 64 bits signed
    std::string_view string() const;  // kind string, valid UTF-8
    // The children in document order; names may repeat in objects.
    std::vector<Value> elements() const;                              // kind array
    std::vector<std::pair<std::string_view, Value>> members() const;  // kind object
    // The same without gathering them.
    template <class Visit>
    void for_each_element(Visit visit) const {  // visit(Value)
        each_element(&visit, [](void* to, Value child) { (*static_cast<Visit*>(to))(child); });
    }
    template <class Visit>
    void for_each_member(Visit visit) const {  // visit(std::string_view, Value)
        each_member(&visit,
                    [](void* to, std::string_view name, Value child) { (*static_cast<Visit*>(to))(name, child); });
    }

private:
    void each_element(void* to, void (*visit)(void*, Value)) const;
    void each_member(void* to, void (*visit)(void*, std::string_view, Value)) const;
    friend class Document;
    const void* document_ = nullptr;
    std::size_t index_ = 0;
};

// Parsed JSON text. `malformed-json` for anything that is not one JSON value in valid UTF-8, nested at most 64 deep.
class Document {
public:
    static Result<Document> parse(std::string_view text);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();
    Value root() const;

private:
    struct Parsed;
    explicit Document(std::unique_ptr<Parsed> parsed);
    static std::vector<std::unique_ptr<Parsed>>& spare();
    std::unique_ptr<Parsed> parsed_;
};

}  // namespace minhbach::json
