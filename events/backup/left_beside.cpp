#include "events/backup/left_beside.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "events/files.hpp"

namespace minhbach::events::backup {
namespace {

constexpr std::array<std::string_view, 3> kEndings{".damaged", ".repairing", ".restoring"};
constexpr std::array<std::string_view, 7> kReached{"projections", "exports",  "attachments", "accounts",
                                                   "sessions",    "machines", "tokens"};

bool is_reached(const std::filesystem::path& path) {
    const auto name = path.filename().string();
    return name.starts_with("vault") || std::find(kReached.begin(), kReached.end(), name) != kReached.end();
}

// True also of what cannot be looked into.
bool holds_reached(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::directory_iterator entries(directory, error);
    if (error) return true;
    return std::any_of(begin(entries), end(entries), [](const auto& entry) { return is_reached(entry.path()); });
}

void overwrite_vaults(const std::filesystem::path& directory) {
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        if (!entry.is_regular_file() || !entry.path().filename().string().starts_with("vault")) continue;
        const File file(entry.path(), O_WRONLY);
        file.write_at(std::string(entry.file_size(), '\0'), 0);
        file.sync();
    }
}

}  // namespace

void strip(const std::filesystem::path& directory) {
    overwrite_vaults(directory);
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        if (is_reached(entry.path())) found.push_back(entry.path());
    }
    for (const auto& path : found) std::filesystem::remove_all(path);
    sync_directory(directory);
}

void discard(const std::filesystem::path& directory) {
    if (std::filesystem::is_directory(directory)) overwrite_vaults(directory);
    std::filesystem::remove_all(directory);
}

std::vector<std::filesystem::path> left_beside(const std::filesystem::path& data) {
    auto own = std::filesystem::absolute(data).lexically_normal();
    if (own.filename().empty()) own = own.parent_path();
    std::vector<std::filesystem::path> found;
    std::error_code error;
    std::filesystem::directory_iterator entries(own.parent_path(), error);
    if (error) {
        // Somebody else may have made one there; the usual names can be asked for even so.
        for (const auto known : kEndings) {
            for (const auto* number : {"", "-2"}) {
                std::error_code unknown;
                const auto path = own.parent_path() / (own.filename().string() + std::string(known) + number);
                if (std::filesystem::exists(path, unknown) && holds_reached(path)) found.push_back(path);
            }
        }
        return found;
    }
    for (const auto& entry : entries) {
        const auto name = entry.path().filename().string();
        const auto start = own.filename().string();
        if (!name.starts_with(start)) continue;
        const auto ending = std::string_view(name).substr(start.size());
        const bool is_ours = std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view known) {
            return ending == known || ending.starts_with(std::string(known) + "-");
        });
        std::error_code unknown;
        if (is_ours && entry.is_directory(unknown) && holds_reached(entry.path())) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace minhbach::events::backup
