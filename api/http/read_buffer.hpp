// Bytes that were read from a socket and not yet understood. They always lie in one piece, as the grammar needs them.
#pragma once

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

namespace minhbach::api::http {

class ReadBuffer {
public:
    std::string_view unread() const { return {bytes_.data() + first_, last_ - first_}; }
    bool empty() const { return first_ == last_; }

    // Room for at least one and, while the bytes kept stay within `bytes_max`, up to `wanted` bytes. None if
    // `bytes_max` bytes are kept already.
    boost::asio::mutable_buffer prepare(std::size_t wanted, std::size_t bytes_max) {
        const std::size_t kept = last_ - first_;
        if (first_ > 0) std::copy_n(bytes_.data() + first_, kept, bytes_.data());
        first_ = 0;
        last_ = kept;
        const std::size_t size = std::min(kept + wanted, std::max(kept, bytes_max));
        if (bytes_.size() < size) bytes_.resize(size);
        return boost::asio::buffer(bytes_.data() + last_, size - last_);
    }
    void commit(std::size_t count) { last_ += count; }
    void consume(std::size_t count) { first_ += count; }

    // Gives back what a large body needed, so that idle connections stay small.
    void shrink(std::size_t bytes_max) {
        if (!empty() || bytes_.size() <= bytes_max) return;
        bytes_ = {};
        first_ = last_ = 0;
    }

private:
    std::vector<char> bytes_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

}  // namespace minhbach::api::http
