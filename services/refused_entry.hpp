// What the access ledger keeps of a command that a rule refused.
#pragma once

#include <optional>

#include "events/record.hpp"
#include "events/result.hpp"
#include "events/vocabulary/access.hpp"
#include "services/past.hpp"

namespace minhbach::services {

struct RefusedEntry {
    CommandRefused said;
    // Under whose key the entry is sealed: the person whose stream or dossier the command was meant for.
    std::optional<PersonCode> about;
};

// A detail tells facts about people ("disciplined in the year"). It is kept where one person is meant, under that
// person's key, or where what is meant is nobody's; else type and clause alone, for this stays for ever. Of the party
// side's acts the state side sees that there was a refusal, not why, and a reason could say who filed a protected
// objection: neither detail nor clause. Who is related to whom is never kept here.
RefusedEntry refused_entry(Past& past, const Label& command, const events::Stream& target, const Refusal& refusal);

}  // namespace minhbach::services
