#include "events/codec/slice_impl.hpp"

namespace minhbach::events {
template std::vector<TypeCodec> codec_slice<2>();
}
