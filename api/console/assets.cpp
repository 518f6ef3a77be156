#include "api/console/assets.hpp"

#include <map>
#include <mutex>

#include "events/record.hpp"

namespace minhbach::api::console {

const std::string& asset_address(std::string_view name) {
    static std::mutex mutex;
    static std::map<std::string, std::string, std::less<>> addresses;
    const std::lock_guard lock(mutex);
    const auto known = addresses.find(name);
    if (known != addresses.end()) return known->second;
    const auto found = asset(name);
    const std::string hash = found ? events::hex(events::sha256(found->bytes)).substr(0, 16) : std::string("-");
    return addresses.emplace(std::string(name), "/assets/" + hash + "/" + std::string(name)).first->second;
}

}  // namespace minhbach::api::console
