// The port of the read models: rows with versions by position. Key = table ‖ 0 ‖ entity ‖ 0 ‖ big-endian(~position), so
// that what an entity was at a position is one seek. Nothing is ever overwritten by a later event: a row ends with a
// version that holds nothing.
//
// Tables are named `<projection>.<what>` and are read by their own projection while folding, by everybody when
// answering. An entity is any text without NUL bytes, ordered bytewise; its text is what pages continue from.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "events/codec/json.hpp"
#include "events/record.hpp"

namespace minhbach::projections {

struct Row {
    std::string entity;
    events::Position position;  // of the event that wrote this version
    std::string json;
};

class RowsReader {
public:
    virtual ~RowsReader() = default;

    // The version that stood at `known`: the newest at a position <= known. Nothing if there was none or it had ended.
    virtual std::optional<Row> get(std::string_view table, std::string_view entity, events::Position known) const = 0;
    // In order of entity, those that begin with `prefix` and come after `after` (empty: from the start), as they stood
    // at `known`, until `visit` returns false.
    virtual void scan(std::string_view table, std::string_view prefix, std::string_view after, events::Position known,
                      const std::function<bool(const Row&)>& visit) const = 0;

    template <class T>
    std::optional<T> get_as(std::string_view table, std::string_view entity, events::Position known) const {
        const auto row = get(table, entity, known);
        if (!row) return std::nullopt;
        return json::from_json<T>(row->json).value();
    }
};

// What a fold writes: versions at the position of the event it folds. Reading sees what was written before, this
// event's rows included.
class Rows {
public:
    virtual ~Rows() = default;
    virtual void put(std::string_view table, std::string_view entity, std::string json) = 0;
    virtual void end(std::string_view table, std::string_view entity) = 0;  // the row exists no more
    virtual std::optional<std::string> get(std::string_view table, std::string_view entity) const = 0;
    // In order of entity, until `visit` returns false. The visitor must not write.
    virtual void scan(std::string_view table, std::string_view prefix,
                      const std::function<bool(std::string_view entity, const std::string& json)>& visit) const = 0;

    // An index row: that it exists says all.
    void mark(std::string_view table, std::string_view entity) { put(table, entity, "true"); }
    template <class T>
    std::optional<T> get_as(std::string_view table, std::string_view entity) const {
        const auto json = get(table, entity);
        if (!json) return std::nullopt;
        return json::from_json<T>(*json).value();
    }
    template <class T>
    void put_as(std::string_view table, std::string_view entity, const T& value) {
        put(table, entity, json::to_json(value));
    }
};

// Parts of entities. Ids hold no '/', so "a/b" parses in one way and a prefix that ends with '/' holds whole parts.
template <class... Parts>
std::string entity(const Parts&... parts) {
    std::string text;
    ((text.empty() ? void() : void(text += '/'), text += std::string_view(parts)), ...);
    return text;
}
// Sixteen hexadecimal digits: ascending, and newest first.
std::string ascending(std::uint64_t position);
std::string newest_first(std::uint64_t position);
std::uint64_t position_of_newest_first(std::string_view digits);  // the last sixteen of an entity

}  // namespace minhbach::projections
