// Chance that depends on nothing but the seed and a name: what is drawn for one person is the same however many others
// there are. (The distributions of the standard library differ between implementations, so none is used.)
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace minhbach::api::demo {

class Dice {
public:
    Dice(std::uint64_t seed, std::string_view name) : state_(seed ^ 0x9e3779b97f4a7c15ull) {
        for (const char c : name) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
        next();
    }
    // Even in [0, below); below > 0. The bias of the remainder is below 2^-32 for the small numbers used here.
    std::uint64_t below(std::uint64_t below) { return next() % below; }
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low + 1))); }
    bool percent(int chance) { return between(1, 100) <= chance; }
    template <class T>
    const T& one_of(std::span<const T> things) {
        return things[below(things.size())];
    }

private:
    std::uint64_t next() {  // SplitMix64
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

}  // namespace minhbach::api::demo
