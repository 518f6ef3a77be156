#include "api/on_machine.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

#include "api/sign_in/secrets.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/codec/json.hpp"
#include "events/files.hpp"

namespace minhbach::api {
namespace {

constexpr std::size_t kAtOnceMax = 256;

std::filesystem::path folder_of(const std::filesystem::path& data) {
    return data / "administration";
}

// By whom the program is run; by number where the machine knows no name.
Label account() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> memory{};
    const auto user = ::getuid();
    if (::getpwuid_r(user, &entry, memory.data(), memory.size(), &found) == 0 && found)
        if (auto name = Label::parse(found->pw_name)) return *std::move(name);
    return Label::of(std::to_string(user));
}

}  // namespace

void announce(const std::filesystem::path& data, AdministrationDone done) {
    sign_in::SystemClock clock;
    done.account = account();
    done.done_at = clock.now();
    events::Files::real().make_directory(folder_of(data));
    const auto name = sign_in::hash_of_secret(sign_in::random_secret("")) + ".json";
    events::replace_file(folder_of(data) / name, json::to_json(done), events::kOwnerOnly);
}

void enter_announced(const std::filesystem::path& data, const std::function<bool(const AdministrationDone&)>& enter) {
    std::error_code error;
    std::vector<std::pair<std::filesystem::path, AdministrationDone>> found;
    for (const auto& file : std::filesystem::directory_iterator(folder_of(data), error)) {
        if (found.size() == kAtOnceMax) break;             // the others the next time
        if (file.path().extension() != ".json") continue;  // one that is just being written
        auto done = json::from_json<AdministrationDone>(events::read_file(file.path()).value_or(""));
        if (!done) done = AdministrationDone{Label::of("unreadable"), {}, {}, {}, {}, {}};
        found.emplace_back(file.path(), *std::move(done));
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.second.done_at < b.second.done_at; });
    for (const auto& [path, done] : found)
        if (enter(done)) std::filesystem::remove(path, error);
}

}  // namespace minhbach::api
