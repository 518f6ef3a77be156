#include <iostream>

#include "api/cli/commands.hpp"
#include "api/key_rotations.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/ids.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"

namespace minhbach::api::cli {

int key_rotate(const std::filesystem::path& data, const std::optional<std::string>& signing_token) {
    const auto before = events::read_vkey(data);
    if (!before) return tell(before.error());
    if (const auto rotated = events::rotate_signing_key(data, signing_token); !rotated) return tell(rotated.error());
    sign_in::SystemClock clock;
    const auto log = events::open_store(data, clock);
    if (!log) return tell(log.error());
    events::EventIds ids;
    services::Desk desk(**log, clock, ids);
    if (!enter_rotations(**log, desk)) {
        std::cerr
            << "Khóa đã thay; sự kiện sẽ được ghi khi khởi động. / The key is another; the event is written at the "
               "next start.\n";
        return 1;
    }
    for (const auto ledger : {events::Ledger::main, events::Ledger::access}) (*log)->publish_checkpoint(ledger);
    std::cerr << "Khóa cũ / old key: " << *before << "\nKhóa mới / new key: ";
    std::cout << (*log)->vkey() << "\n";
    return 0;
}

}  // namespace minhbach::api::cli
