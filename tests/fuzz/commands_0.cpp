#include "commands_impl.hpp"

template void minhbach::fuzz::read_commands<0>(std::size_t, std::string_view);
