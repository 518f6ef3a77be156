// From the access ledger: who looked at whose dossier, of one person, of one actor, or of all.
#pragma once

#include <memory>

#include "projections/projection.hpp"
#include "projections/runner/runner.hpp"
#include "projections/views.hpp"

namespace minhbach::projections {

struct LookLine {
    std::int64_t position = 0;  // in the access ledger
    Time at;
    PersonCode actor;
    std::optional<std::string> actor_name;
    DossierId dossier;
    PersonCode person;  // whose dossier
    std::optional<std::string> person_name;
    Label view;
    Text purpose;
};
BOOST_DESCRIBE_STRUCT(LookLine, (), (position, at, actor, actor_name, dossier, person, person_name, view, purpose))

// What is given narrows it down.
struct LooksQuestion {
    std::optional<PersonCode> person;    // whose dossiers were looked at
    std::optional<PersonCode> actor;     // who looked
    std::optional<std::string> purpose;  // words of the purpose, marks optional
    std::optional<std::int64_t> before{};
    std::size_t limit = 50;
};

struct LooksAnswer {
    Basis basis;                  // of the access ledger
    std::vector<LookLine> items;  // newest first
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(LooksAnswer, (), (basis, items, next))

// `access` folds the access ledger, `acts` the main one, whose names are those known now. A page that was looked for
// long enough ends early, and goes on where it ended. May be called from any thread.
Result<LooksAnswer> who_looked(const Runner& access, const Runner& acts, const events::Log& log,
                               const LooksQuestion& question);

std::unique_ptr<Projection> make_who_looked();

}  // namespace minhbach::projections
