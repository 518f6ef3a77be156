#include "events/codec/codec.hpp"

#include <stdexcept>
#include <unordered_map>

#include "events/codec/slice.hpp"

namespace minhbach::events {

extern template std::vector<TypeCodec> codec_slice<0>();
extern template std::vector<TypeCodec> codec_slice<1>();
extern template std::vector<TypeCodec> codec_slice<2>();
extern template std::vector<TypeCodec> codec_slice<3>();

namespace {

struct Table {
    std::vector<TypeCodec> by_index;  // as in Event, without Erased
    std::unordered_map<std::string_view, const TypeCodec*> by_name;
};

const Table& table() {
    static const Table result = [] {
        Table t;
        const std::vector<TypeCodec> slices[kSlices] = {codec_slice<0>(), codec_slice<1>(), codec_slice<2>(),
                                                        codec_slice<3>()};
        for (std::size_t i = 0; i + 1 < boost::mp11::mp_size<EventTypes>::value; ++i)
            t.by_index.push_back(slices[i % kSlices].at(i / kSlices));
        for (const auto& codec : t.by_index) {
            if (!t.by_name.emplace(codec.type, &codec).second) throw std::logic_error("event type listed twice");
        }
        return t;
    }();
    return result;
}

const TypeCodec& codec_of(const Event& event) {
    if (event.is<Erased>()) throw std::logic_error("an erased event has no codec");
    return table().by_index.at(event.index() - 1);
}

}  // namespace

NewEvent encode(const Event& event) {
    return codec_of(event).encode(event);
}

Event decode(std::string_view type, std::uint64_t schema, const std::vector<Part>& parts,
             const std::vector<bool>& lost) {
    const auto found = table().by_name.find(type);
    if (found == table().by_name.end()) {
        throw std::runtime_error("event type " + std::string(type) + " is not known to this program");
    }
    if (lost.at(0)) return Erased{};
    return found->second->decode(schema, parts, lost);
}

Recorded decode(Stored stored) {
    Event event = decode(stored.record.type, stored.record.schema, stored.parts, stored.lost);
    return {std::move(stored.record), std::move(event)};
}

std::string_view type_name(const Event& event) {
    return event.is<Erased>() ? "erased" : codec_of(event).type;
}

std::vector<std::string_view> known_types() {
    std::vector<std::string_view> result;
    for (const auto& codec : table().by_index) result.push_back(codec.type);
    return result;
}

std::string to_json(const Event& event) {
    return event.is<Erased>() ? "null" : codec_of(event).to_json(event);
}

}  // namespace minhbach::events
