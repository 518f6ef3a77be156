#include "projections/runner/forgetting.hpp"

#include <algorithm>
#include <string>

#include "events/erasures.hpp"
#include "events/files.hpp"

namespace minhbach::projections {
namespace {

constexpr std::string_view kNote = "erasures";

}  // namespace

std::filesystem::path without_erased(const events::Log& log, const std::filesystem::path& directory) {
    remove_unfinished(directory);
    const auto approved = events::approved_erasures(log);
    if (approved.empty()) return directory;
    // One that is not entered was carried out by opening the log, after whatever was noted.
    const bool are_entered =
        std::all_of(approved.begin(), approved.end(), [](const auto& erasure) { return erasure.executed; });
    const auto noted = events::read_file(directory / kNote);
    if (are_entered && noted == std::to_string(approved.size()) + "\n") return directory;
    std::filesystem::remove_all(directory);
    note_erasures(directory, approved.size());
    return directory;
}

void remove_unfinished(const std::filesystem::path& directory) {
    for (const auto* name : {"main", "access"}) {
        std::filesystem::remove_all(directory / (std::string(name) + std::string(kUnfinished)));
    }
}

void note_erasures(const std::filesystem::path& directory, std::size_t count) {
    std::filesystem::create_directories(directory);
    events::replace_file(directory / kNote, std::to_string(count) + "\n", 0600);
}

}  // namespace minhbach::projections
