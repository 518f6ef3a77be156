#include "projections/rows.hpp"

#include <charconv>
#include <stdexcept>

namespace minhbach::projections {

std::string ascending(std::uint64_t position) {
    std::string digits(16, '0');
    for (std::size_t i = 16; i-- > 0; position >>= 4) digits[i] = "0123456789abcdef"[position & 15];
    return digits;
}

std::string newest_first(std::uint64_t position) {
    return ascending(~position);
}

std::uint64_t position_of_newest_first(std::string_view digits) {
    if (digits.size() < 16) throw std::logic_error("no position at the end of a row's name");
    const auto last = digits.substr(digits.size() - 16);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), value, 16);
    if (error != std::errc() || end != last.data() + last.size())
        throw std::logic_error("no position at the end of a row's name");
    return ~value;
}

}  // namespace minhbach::projections
