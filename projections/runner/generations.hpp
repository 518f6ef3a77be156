// The folder of a runner: one store of rows for each generation, and the file `in-use` that names the one that counts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace minhbach::projections {

inline constexpr std::string_view kInUse = "in-use";

std::filesystem::path folder(const std::filesystem::path& directory, std::uint64_t generation);
void use(const std::filesystem::path& directory, std::uint64_t generation);
// The generation whose rows count. Everything else in the directory is left over and removed.
std::uint64_t generation_in(const std::filesystem::path& directory);

}  // namespace minhbach::projections
