#include "api/key_rotations.hpp"

#include <future>

#include "events/merkle/key_chain.hpp"

namespace minhbach::api {
namespace {

using events::Ledger;

std::size_t entered(const events::Log& log, Ledger ledger, const events::Stream& stream) {
    std::size_t count = 0;
    for (const auto position : log.stream_positions(ledger, stream)) {
        const auto record = events::decode_record(log.record_bytes(ledger, position)).value();
        count += record.type == SigningKeyRotated::kType ? 1 : 0;
    }
    return count;
}

bool write(services::Desk& desk, Ledger ledger, const SigningKeyRotated& entry) {
    if (ledger == Ledger::main) return desk.keep_books(entry, "keys").has_value();
    std::promise<bool> noted;
    desk.note_access(PersonCode::of("system"), entry, [&](bool durable) { noted.set_value(durable); });
    return noted.get_future().get();
}

}  // namespace

bool enter_rotations(events::Log& log, services::Desk& desk) {
    const auto keys = events::merkle::keys_of_chain(log.key_chain()).value();
    for (const auto ledger : {Ledger::main, Ledger::access}) {
        const auto stream =
            ledger == Ledger::main ? events::Stream::of("books", "keys") : events::Stream::of("actor", "system");
        for (std::size_t i = entered(log, ledger, stream); i + 1 < keys.size(); ++i) {
            if (!write(desk, ledger, {Label::of(keys[i].vkey()), Label::of(keys[i + 1].vkey())})) return false;
        }
    }
    return true;
}

}  // namespace minhbach::api
