// Attempts of those who are nobody here, counted by network and kind until they are entered in the access ledger. A
// flood makes no more entries than a quiet minute may: what comes from too many networks at once is counted together.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/result.hpp"
#include "events/vocabulary/access.hpp"

namespace minhbach::api::sign_in {

// Thread-safe.
class Attempts {
public:
    static constexpr std::size_t kNetworksMax = 32;  // with a count of their own, of all kinds together

    // `peer`: an address without its port.
    void note(std::string_view peer, AttemptKind kind, Time now);
    // What was counted since it was taken last, in order of network and kind; at most kNetworksMax and one for each
    // kind.
    std::vector<AttemptsRefused> taken();
    // What could not be entered is counted on.
    void put_back(const AttemptsRefused& attempts);

private:
    void add(const AttemptsRefused& attempts);

    std::mutex mutex_;
    std::map<std::pair<std::string, AttemptKind>, AttemptsRefused> counted_;
};

// The /24 or /48 that an address lies in; "*" for what is no address.
std::string network_of(std::string_view peer);
// What a refusal to let somebody in says of the attempt. `shows_nothing`: the request had nothing to show.
AttemptKind kind_of(const Refusal& refusal, bool shows_nothing);

}  // namespace minhbach::api::sign_in
