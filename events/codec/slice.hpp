// The codec's templates are most of the compile time of `events`. The list of event types is cut into kSlices parts,
// one translation unit each (slice_0.cpp ...), so that they compile side by side and a new event needs no line here.
#pragma once

#include <boost/mp11.hpp>
#include <vector>

#include "events/codec/codec.hpp"

namespace minhbach::events {

struct TypeCodec {
    std::string_view type;
    NewEvent (*encode)(const Event&);
    Event (*decode)(std::uint64_t schema, const std::vector<Part>& parts, const std::vector<bool>& lost);
    std::string (*to_json)(const Event&);
};

constexpr std::size_t kSlices = 4;

// The codecs of the event types at indices i of Event (Erased left out) with i % kSlices == Slice, in that order.
template <std::size_t Slice>
std::vector<TypeCodec> codec_slice();

}  // namespace minhbach::events
