#include "events/signing_keys.hpp"

#include "events/merkle/key_chain.hpp"

namespace minhbach::events {

std::vector<merkle::NoteVerifier> keys_of(const Log& log, Ledger ledger) {
    const auto chain = merkle::keys_of_chain(log.key_chain()).value();
    std::vector<merkle::NoteVerifier> keys;
    for (const auto& key : chain) keys.push_back(key.renamed(log.origin(ledger)));
    if (keys.empty()) keys.push_back(merkle::NoteVerifier::parse(log.vkey(ledger)).value());
    return keys;
}

}  // namespace minhbach::events
