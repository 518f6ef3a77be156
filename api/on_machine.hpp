// What is administered on the machine itself, beside a server that holds the store, is announced in a folder of the
// store and entered in the access ledger by whoever serves: within seconds, or when a server is started next.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "events/vocabulary/access.hpp"

namespace minhbach::api {

// DIR/administration/<random>.json, durable. The account of the machine and the time are filled in. Throws
// std::system_error where it cannot be written: then nothing is to be given out.
void announce(const std::filesystem::path& data, AdministrationDone done);

// Each announcement is handed to `enter` and removed once that says it is durable. What cannot be read is entered as
// such: somebody wrote there.
void enter_announced(const std::filesystem::path& data, const std::function<bool(const AdministrationDone&)>& enter);

}  // namespace minhbach::api
