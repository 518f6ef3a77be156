#include "api/witness/taken_outside.hpp"

#include <iostream>
#include <system_error>

#include "events/files.hpp"
#include "events/merkle/lines.hpp"

namespace minhbach::api {
namespace {

// What was written, or nothing. A time to come is none: somebody set the clock back, and the day begins anew.
std::optional<std::int64_t> read(const std::filesystem::path& file, Time now) {
    const auto text = events::read_file(file);
    if (!text || !text->ends_with('\n')) return std::nullopt;
    const auto millis = events::merkle::parse_number(std::string_view(*text).substr(0, text->size() - 1));
    if (!millis || static_cast<std::int64_t>(*millis) > now.millis()) return std::nullopt;
    return static_cast<std::int64_t>(*millis);
}

}  // namespace

TakenOutside::TakenOutside(std::filesystem::path file, Time now) : file_(std::move(file)), last_(now.millis()) {
    if (const auto known = read(file_, now)) {
        last_ = written_ = *known;
    } else {
        note(now);
    }
}

void TakenOutside::note(Time now) {
    auto known = last_.load();
    while (known < now.millis() && !last_.compare_exchange_weak(known, now.millis())) {
    }
    const std::lock_guard lock(mutex_);
    if (written_ != 0 && now.millis() - written_ < kMillisBetween) return;
    written_ = now.millis();
    try {
        events::replace_file(file_, std::to_string(written_) + "\n", 0600);
    } catch (const std::system_error& error) {
        std::cerr << "minhbach: " << file_.string() << ": " << error.what() << "\n";
    }
}

}  // namespace minhbach::api
