// Predicates from their written form: names become numbers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "services/law/rulebook.hpp"

namespace minhbach::services::law {

class PredicateReader {
public:
    // `refuse(place, reason in English)` for each flaw. The book has its facts already.
    using Refuse = std::function<void(std::string, const std::string&)>;
    PredicateReader(const Rulebook& book, Refuse refuse) : book_(book), refuse_(std::move(refuse)) {}

    // Of a clause about the columns `of`; `place` is its JSON pointer.
    Predicate predicate(const written::Predicate& written, Columns of, const std::string& place);
    // The fact of that name, if all these columns have it and it is of this kind; otherwise refused, and any.
    FactIndex fact(const std::string& name, FactKind kind, Columns of, const std::string& place);

private:
    // The place of `name` among the first `comparable` grades of `of`; otherwise refused.
    std::optional<Grade> grade(const std::string& of, const std::vector<std::string>& grades, const std::string& name,
                               Grade comparable, const std::string& place);
    Grade grade(FactIndex fact, const std::string& name, const std::string& place, bool ordered);
    Term term(const written::Term& written, Columns of, const std::string& place);
    void item_test(Term& term, const written::Where& where, const std::string& place);
    std::vector<Predicate> parts(const std::vector<written::Predicate>& written, Columns of, const std::string& place);

    const Rulebook& book_;
    Refuse refuse_;
};

}  // namespace minhbach::services::law
