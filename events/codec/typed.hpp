// The codec of one list of event types; `codec.cpp` instantiates it for Event, tests for lists of their own.
#pragma once

#include <concepts>
#include <optional>
#include <string_view>
#include <vector>

#include "events/codec/codec.hpp"
#include "events/codec/json.hpp"

namespace minhbach::events {

template <class T>
concept HasPrevious = requires { typename T::Previous; };

template <class T>
constexpr std::uint64_t schema_of() {
    if constexpr (HasPrevious<T>) {
        static_assert(T::kSchema == schema_of<typename T::Previous>() + 1, "schemas count up by one");
        return T::kSchema;
    } else {
        return 1;
    }
}

// Whom an event is about: its member `person`, or the person who owns what it speaks of.
template <class T>
std::optional<PersonCode> subject_of(const T& event) {
    if constexpr (requires {
                      { event.person } -> std::convertible_to<std::optional<PersonCode>>;
                  })
        return event.person;
    else if constexpr (requires {
                           { event.owner } -> std::convertible_to<const Owner&>;
                       })
        return event.owner.person;
    else
        return std::nullopt;
}

namespace detail {
// What is the same for all types; in codec/typed.cpp.
std::vector<Part> write_parts(const void* event, void (*write)(json::Writer&, const void*),
                              std::optional<PersonCode> subject);
void read_parts(std::string_view type, const std::vector<Part>& parts, const std::vector<bool>& lost,
                void (*read)(json::Reader&, json::Value, void*), void* event);
[[noreturn]] void fail_schema(std::string_view type, std::uint64_t schema);
}  // namespace detail

// One file per event type would be pure ceremony; one template per type keeps a new event to its struct and its line.
template <class T>
std::vector<Part> write_parts(const T& event) {
    return detail::write_parts(&event, &json::detail::write_at<T>, subject_of(event));
}

// std::runtime_error: a schema this program does not know, or parts that are not of this type.
template <class T>
T read_parts(std::uint64_t schema, const std::vector<Part>& parts, const std::vector<bool>& lost) {
    if constexpr (HasPrevious<T>) {
        if (schema < schema_of<T>()) return T::upcast(read_parts<typename T::Previous>(schema, parts, lost));
    }
    if (schema != schema_of<T>()) detail::fail_schema(T::kType, schema);
    T event{};
    detail::read_parts(T::kType, parts, lost, &json::detail::read_at<T>, &event);
    return event;
}

}  // namespace minhbach::events
