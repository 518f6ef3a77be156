#include "api/sign_in/attempts.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <limits>

namespace minhbach::api::sign_in {
namespace {

constexpr std::string_view kOthers = "*";

}  // namespace

std::string network_of(std::string_view peer) {
    const std::string address(peer.substr(0, peer.find('%')));
    std::array<char, INET6_ADDRSTRLEN> text{};
    in6_addr six{};
    in_addr four{};
    if (inet_pton(AF_INET6, address.c_str(), &six) == 1) {
        if (!IN6_IS_ADDR_V4MAPPED(&six)) {
            std::fill(std::begin(six.s6_addr) + 6, std::end(six.s6_addr), std::uint8_t{0});
            return std::string(inet_ntop(AF_INET6, &six, text.data(), text.size())) + "/48";
        }
        std::copy(std::begin(six.s6_addr) + 12, std::end(six.s6_addr), reinterpret_cast<std::uint8_t*>(&four));
    } else if (inet_pton(AF_INET, address.c_str(), &four) != 1) {
        return std::string(kOthers);
    }
    four.s_addr &= htonl(0xFFFFFF00);
    return std::string(inet_ntop(AF_INET, &four, text.data(), text.size())) + "/24";
}

AttemptKind kind_of(const Refusal& refusal, bool shows_nothing) {
    if (shows_nothing) return AttemptKind::nothing_shown;
    if (refusal.type == "token-expired") return AttemptKind::expired;
    if (refusal.type == "sign-in-shut") return AttemptKind::account_shut;
    if (refusal.type == "sign-in-refused") return AttemptKind::secret_wrong;
    return AttemptKind::unknown;
}

void Attempts::note(std::string_view peer, AttemptKind kind, Time now) {
    auto network = Label::parse(network_of(peer));
    if (!network) network = Label::of(kOthers);
    const std::lock_guard lock(mutex_);
    add({*network, kind, 1, now, now});
}

void Attempts::put_back(const AttemptsRefused& attempts) {
    const std::lock_guard lock(mutex_);
    add(attempts);
}

void Attempts::add(const AttemptsRefused& attempts) {
    auto found = counted_.find({attempts.network.str(), attempts.kind});
    if (found == counted_.end()) {
        auto one = attempts;
        const auto own = std::count_if(counted_.begin(), counted_.end(),
                                       [](const auto& known) { return known.first.first != kOthers; });
        if (own >= static_cast<std::ptrdiff_t>(kNetworksMax)) one.network = Label::of(kOthers);
        one.count = 0;
        found = counted_.try_emplace({one.network.str(), one.kind}, std::move(one)).first;
    }
    auto& counted = found->second;
    counted.count += std::min(attempts.count, std::numeric_limits<int>::max() - counted.count);
    counted.first = std::min(counted.first, attempts.first);
    counted.last = std::max(counted.last, attempts.last);
}

std::vector<AttemptsRefused> Attempts::taken() {
    const std::lock_guard lock(mutex_);
    std::vector<AttemptsRefused> all;
    for (auto& [key, attempts] : counted_) all.push_back(std::move(attempts));
    counted_.clear();
    return all;
}

}  // namespace minhbach::api::sign_in
