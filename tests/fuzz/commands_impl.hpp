// A quarter of the types in each source: what reads and writes them is long to compile.
#pragma once

#include <boost/mp11/algorithm.hpp>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "commands.hpp"
#include "events/codec/json.hpp"

namespace minhbach::fuzz {

template <class Command>
void read_command(std::string_view body) {
    const auto read = json::from_json<Command>(body);
    if (!read) return;
    const auto written = json::to_json(*read);
    const auto again = json::from_json<Command>(written);
    if (again && json::to_json(*again) == written) return;
    std::fputs("not as promised: what was read is written and read again\n", stderr);
    std::abort();
}

inline constexpr std::size_t kQuarters = 4;

// The type of that number, where it is of this quarter.
template <std::size_t quarter>
void read_commands(std::size_t number, std::string_view body) {
    boost::mp11::mp_for_each<boost::mp11::mp_iota<boost::mp11::mp_size<Bodies>>>([&](auto index) {
        if constexpr (index % kQuarters == quarter) {
            if (index == number) read_command<boost::mp11::mp_at<Bodies, decltype(index)>>(body);
        }
    });
}

extern template void read_commands<0>(std::size_t, std::string_view);
extern template void read_commands<1>(std::size_t, std::string_view);
extern template void read_commands<2>(std::size_t, std::string_view);
extern template void read_commands<3>(std::size_t, std::string_view);

}  // namespace minhbach::fuzz
