#include "commands_impl.hpp"

template void minhbach::fuzz::read_commands<3>(std::size_t, std::string_view);
