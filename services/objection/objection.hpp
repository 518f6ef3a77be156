// The state of an objection: against which decision, taken up by whom, withdrawn or resolved (Điều 24 ND 90).
#pragma once

#include <optional>

#include "events/codec/codec.hpp"

namespace minhbach::services::objection {

struct Objection {
    std::optional<ObjectionFiled> filed;        // without the grounds
    std::optional<ObjectionReceived> received;  // the last receipt: it may name another resolver
    std::optional<ObjectionOutcome> outcome;
    std::optional<PersonCode> resolved_by;
    bool withdrawn = false;

    bool exists() const { return filed.has_value(); }
    bool open() const { return exists() && !withdrawn && !outcome; }
    bool upheld() const { return outcome && *outcome != ObjectionOutcome::rejected; }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::objection
