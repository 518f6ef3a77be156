#include "projections/runner/generations.hpp"

#include <string>

#include "events/files.hpp"

namespace minhbach::projections {

std::filesystem::path folder(const std::filesystem::path& directory, std::uint64_t generation) {
    return directory / ("rows-" + std::to_string(generation));
}

void use(const std::filesystem::path& directory, std::uint64_t generation) {
    events::replace_file(directory / kInUse, std::to_string(generation) + "\n", 0600);
}

std::uint64_t generation_in(const std::filesystem::path& directory) {
    std::filesystem::create_directories(directory);
    std::uint64_t generation = 1;
    if (const auto text = events::read_file(directory / kInUse)) {
        const auto digits = text->substr(0, text->find('\n'));
        if (!digits.empty() && digits.size() < 10 && digits.find_first_not_of("0123456789") == std::string::npos) {
            generation = std::stoull(digits);
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        if (entry.path() != folder(directory, generation) && entry.path() != directory / kInUse) {
            std::filesystem::remove_all(entry.path());
        }
    }
    return generation;
}

}  // namespace minhbach::projections
