#include "projections/runner/forgetting.hpp"

#include <string>

#include "events/erasures.hpp"
#include "events/files.hpp"

namespace minhbach::projections {
namespace {

constexpr std::string_view kNote = "erasures";

}  // namespace

std::filesystem::path without_erased(const events::Log& log, const std::filesystem::path& directory) {
    const auto approved = events::approved_erasures(log).size();
    if (approved == 0) return directory;
    if (events::read_file(directory / kNote) == std::to_string(approved) + "\n") return directory;
    std::filesystem::remove_all(directory);
    note_erasures(directory, approved);
    return directory;
}

void note_erasures(const std::filesystem::path& directory, std::size_t count) {
    std::filesystem::create_directories(directory);
    events::replace_file(directory / kNote, std::to_string(count) + "\n", 0600);
}

}  // namespace minhbach::projections
