// The state of an objection: against which decision, taken up by whom, withdrawn or resolved (Điều 24 ND 90).
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "events/codec/codec.hpp"

namespace minhbach::services::objection {

struct Objection {
    std::optional<ObjectionFiled> filed;        // without the grounds
    std::optional<ObjectionReceived> received;  // the last receipt: it may name another resolver
    std::optional<ObjectionOutcome> outcome;
    std::optional<PersonCode> resolved_by;
    bool withdrawn = false;
    // Who had it in hands: entered it for the petitioner, received it, was named to resolve it. In order, each once.
    std::vector<PersonCode> handled_by;

    bool has_in_hands(const PersonCode& person) const {
        return std::find(handled_by.begin(), handled_by.end(), person) != handled_by.end();
    }
    bool exists() const { return filed.has_value(); }
    bool open() const { return exists() && !withdrawn && !outcome; }
    bool upheld() const { return outcome && *outcome != ObjectionOutcome::rejected; }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::objection
