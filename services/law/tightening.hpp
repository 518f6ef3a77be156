// What a layer below the law asks otherwise: percentages of clauses, each with the words that say on whose document.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "services/law/rulebook.hpp"

namespace minhbach::services::law {

// The clauses of that id that ask a share whose counted part is `fact`; empty: there is none. The rulebook outlives
// them.
std::vector<const Clause*> clauses_with_share(const Rulebook& rulebook, std::string_view clause, std::string_view fact);
// Of a clause that was found so.
const Share& share_of(const Clause& clause);

// Whether `percent` asks at least as much as `than`; never for EQUAL, which has no stricter side.
bool as_strict(Comparison is, int percent, int than);

// By clause. Small, and made for one evaluation.
class Tightening {
public:
    struct Asked {
        Predicate holds;
        written::Words note;  // for the trace
    };
    // Takes the place of what was asked of the clause before.
    void ask(const Clause& clause, int percent, written::Words note);
    const Asked* of(const Clause& clause) const;  // nullptr: as the rulebook says
    // The percentage that is asked now: the one set, else the rulebook's.
    int percent_of(const Clause& clause) const;

private:
    std::map<const Clause*, Asked> asked_;
};

}  // namespace minhbach::services::law
