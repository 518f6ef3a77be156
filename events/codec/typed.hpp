// The codec of one list of event types; `codec.cpp` instantiates it for Event, tests for lists of their own.
#pragma once

#include <concepts>
#include <stdexcept>

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

// One file per event type would be pure ceremony; one template per type keeps a new event to its struct and its line.
template <class T>
std::vector<Part> write_parts(const T& event) {
    std::vector<std::pair<PersonCode, std::string>> sections;
    json::Writer writer;
    writer.section_parts = &sections;
    json::write(writer, event);
    std::vector<Part> parts(1);
    parts[0].json = std::move(writer.out);
    parts[0].subject = subject_of(event);
    for (auto& [person, text] : sections) parts.push_back({person, std::move(text)});
    return parts;
}

template <class T>
T read_parts(std::uint64_t schema, const std::vector<Part>& parts, const std::vector<bool>& lost) {
    if constexpr (HasPrevious<T>) {
        if (schema < schema_of<T>()) return T::upcast(read_parts<typename T::Previous>(schema, parts, lost));
    }
    if (schema != schema_of<T>()) {
        throw std::runtime_error(std::string(T::kType) + ": schema " + std::to_string(schema) +
                                 " is not known to this program");
    }
    std::vector<json::Document> documents;
    std::vector<std::optional<json::Value>> sections;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && lost[i]) {
            sections.push_back(std::nullopt);
            continue;
        }
        auto document = json::Document::parse(parts[i].json);
        if (!document) throw std::runtime_error(std::string(T::kType) + ": part " + std::to_string(i) + " is not JSON");
        documents.push_back(std::move(*document));
        if (i > 0) sections.push_back(documents.back().root());
    }
    json::Reader reader;
    reader.section_parts = &sections;
    T event{};
    json::read(reader, documents.at(0).root(), event);
    if (!reader.ok()) {
        const auto refusal = reader.refusal();
        throw std::runtime_error(std::string(T::kType) + " " + refusal.field + ": " + refusal.detail_en);
    }
    if (reader.next_section_part != sections.size())
        throw std::runtime_error(std::string(T::kType) + ": parts left over");
    return event;
}

}  // namespace minhbach::events
