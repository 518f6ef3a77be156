// The demonstration province: the units of Quảng Ngãi in 2023 with synthetic constituent units, people and acts,
// written through the real commands on a simulated clock. The planted cases have known answers.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "api/demo/clock.hpp"
#include "events/result.hpp"
#include "services/desk.hpp"

namespace minhbach::api::demo {

struct DemoOptions {
    static constexpr int people_min = 100;
    static constexpr int people_full = 2000;  // from here on every case exists, and more people change no answer
    int people = people_full;
    std::uint64_t seed = 1;
};

// Fills an empty store. `desk` must run on `clock`; ids are seeded by whoever made the desk. Refused with what the
// first command met that was turned down although the plan wants it (a defect: the store is then half-filled and
// worthless). Says on `progress` what is being done. One thread.
Outcome build_demonstration(services::Desk& desk, SimulatedClock& clock, const DemoOptions& options,
                            std::ostream& progress);

// The questions with the ids of what was planted for them and the expected answers, and what was left out for want of
// people: a JSON object. Depends on `options` alone.
std::string cases_json(const DemoOptions& options);

// The text of the units of 2023: code, name, kind, parent, with a heading.
std::string_view units_csv();

}  // namespace minhbach::api::demo
