// Included by the slices only.
#pragma once

#include "events/codec/slice.hpp"
#include "events/codec/typed.hpp"

namespace minhbach::events {

template <class T>
TypeCodec codec_of() {
    return {T::kType,
            [](const Event& event) {
                NewEvent result;
                result.type = std::string(T::kType);
                result.schema = schema_of<T>();
                result.parts = write_parts(event.get<T>());
                // Concerned, although nothing here is sealed under the person's key.
                if constexpr (requires(const T& e) {
                                  { e.subject } -> std::convertible_to<std::optional<PersonCode>>;
                              }) {
                    if (const std::optional<PersonCode> subject = event.get<T>().subject)
                        result.subjects.push_back(*subject);
                }
                return result;
            },
            [](std::uint64_t schema, const std::vector<Part>& parts, const std::vector<bool>& lost) -> Event {
                return read_parts<T>(schema, parts, lost);
            },
            [](const Event& event) { return json::to_json(event.get<T>()); }};
}

template <std::size_t Slice>
std::vector<TypeCodec> codec_slice() {
    std::vector<TypeCodec> result;
    using Types = boost::mp11::mp_rest<EventTypes>;
    boost::mp11::mp_for_each<boost::mp11::mp_iota<boost::mp11::mp_size<Types>>>([&](auto i) {
        if constexpr (decltype(i)::value % kSlices == Slice)
            result.push_back(codec_of<boost::mp11::mp_at<Types, decltype(i)>>());
    });
    return result;
}

}  // namespace minhbach::events
