#include "services/law/tightening.hpp"

#include <cstdlib>

namespace minhbach::services::law {

std::vector<const Clause*> clauses_with_share(const Rulebook& rulebook, std::string_view id, std::string_view fact) {
    std::vector<const Clause*> found;
    for (const auto& clause : rulebook.clauses()) {
        const auto* share = clause.holds ? std::get_if<Share>(&clause.holds->test) : nullptr;
        if (!share || clause.id.str() != id || share->part.facts.empty()) continue;
        if (rulebook.facts()[share->part.facts.front()].name == fact) found.push_back(&clause);
    }
    return found;
}

const Share& share_of(const Clause& clause) {
    return std::get<Share>(clause.holds.value().test);
}

bool as_strict(Comparison is, int percent, int than) {
    switch (is) {
        case Comparison::at_least:
        case Comparison::more_than:
            return percent >= than;
        case Comparison::at_most:
        case Comparison::less_than:
            return percent <= than;
        case Comparison::equal:
            return false;
    }
    std::abort();
}

void Tightening::ask(const Clause& clause, int percent, written::Words note) {
    auto share = share_of(clause);
    share.percent = percent;
    asked_[&clause] = Asked{Predicate{share}, std::move(note)};
}

const Tightening::Asked* Tightening::of(const Clause& clause) const {
    const auto found = asked_.find(&clause);
    return found == asked_.end() ? nullptr : &found->second;
}

int Tightening::percent_of(const Clause& clause) const {
    const auto* asked = of(clause);
    return asked ? std::get<Share>(asked->holds.test).percent : share_of(clause).percent;
}

}  // namespace minhbach::services::law
