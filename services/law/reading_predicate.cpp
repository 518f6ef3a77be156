#include "services/law/reading_predicate.hpp"

#include <algorithm>

#include "events/codec/json.hpp"

namespace minhbach::services::law {

FactIndex PredicateReader::fact(const std::string& name, FactKind kind, Columns of, const std::string& place) {
    const auto found = book_.fact(name);
    if (!found) {
        refuse_(place, "there is no fact \"" + name + "\"");
        return 0;
    }
    const auto& fact = book_.facts()[*found];
    if (fact.kind != kind)
        refuse_(place, "\"" + name + "\" is " + json::enum_name(fact.kind) + ", not " + json::enum_name(kind));
    if ((fact.of & of) != of) refuse_(place, "not every column of the clause has the fact \"" + name + "\"");
    return *found;
}

std::optional<Grade> PredicateReader::grade(const std::string& of, const std::vector<std::string>& grades,
                                            const std::string& name, Grade comparable, const std::string& place) {
    const auto found = std::find(grades.begin(), grades.end(), name);
    if (found - grades.begin() < comparable) return static_cast<Grade>(found - grades.begin());
    refuse_(place, "\"" + of + "\" has no grade \"" + name + "\" to compare with");
    return std::nullopt;
}

Grade PredicateReader::grade(FactIndex fact, const std::string& name, const std::string& place, bool ordered) {
    const auto& one = book_.facts()[fact];
    const auto comparable = ordered ? one.ordered : static_cast<Grade>(one.grades.size());
    return grade(one.name, one.grades, name, comparable, place).value_or(0);
}

Term PredicateReader::term(const written::Term& written, Columns of, const std::string& place) {
    const int members = written.number.has_value() + written.fact.has_value() + !written.sum.empty() +
                        written.count.has_value() + written.disciplines.has_value();
    if (members != 1 || (!written.count && (written.at_least || written.known || !written.where.empty())))
        refuse_(place, "a number is one of number, fact, sum, count or disciplines");
    Term term;
    if (written.number) term.number = *written.number;
    if (written.fact) {
        term.kind = Term::Kind::sum;
        term.facts = {fact(*written.fact, FactKind::count, of, place)};
    }
    for (const auto& part : written.sum) {
        term.kind = Term::Kind::sum;
        term.facts.push_back(fact(part, FactKind::count, of, place));
    }
    if (written.count) {
        term.kind = Term::Kind::things;
        const auto named = book_.fact(*written.count);
        const bool items = named && book_.facts()[*named].kind == FactKind::items;
        term.facts = {fact(*written.count, items ? FactKind::items : FactKind::grades, of, place)};
        if (items ? written.at_least || written.known : !written.where.empty())
            refuse_(place, "items are asked with `where`, grades with `atLeast` or `known`");
        term.known = written.known.value_or(false);
        if (written.at_least) term.at_least = grade(term.facts.front(), *written.at_least, place, true);
        if (items)
            for (const auto& where : written.where) item_test(term, where, place + "/where");
    }
    if (written.disciplines) {
        term.kind = Term::Kind::disciplines;
        term.counting = *written.disciplines;
        if (!book_.document().disciplines) refuse_(place, "the rulebook does not say which disciplines count");
    }
    return term;
}

void PredicateReader::item_test(Term& term, const written::Where& where, const std::string& place) {
    const auto& members = book_.facts()[term.facts.front()].members;
    const auto member =
        std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.name == where.member; });
    if (member == members.end()) return refuse_(place, "items have no \"" + where.member + "\"");
    ItemTest test{static_cast<std::uint8_t>(member - members.begin()), 0, where.at_least.has_value()};
    if (where.is.has_value() + where.at_least.has_value() != (member->grades.empty() ? 0 : 1))
        return refuse_(place, "a grade is asked for with `is` or `atLeast`, a mark by its name alone");
    if (!member->grades.empty()) {
        const auto comparable = test.or_better ? member->ordered : static_cast<Grade>(member->grades.size());
        const auto& name = where.is ? *where.is : *where.at_least;
        const auto found = grade(where.member, member->grades, name, comparable, place);
        if (!found) return;
        test.grade = *found;
    }
    term.where.push_back(test);
}

std::vector<Predicate> PredicateReader::parts(const std::vector<written::Predicate>& written, Columns of,
                                              const std::string& place) {
    std::vector<Predicate> all;
    for (std::size_t i = 0; i < written.size(); ++i)
        all.push_back(predicate(written[i], of, place + "/" + std::to_string(i)));
    return all;
}

Predicate PredicateReader::predicate(const written::Predicate& written, Columns of, const std::string& place) {
    const int members = written.compare.has_value() + written.share.has_value() + written.graded.has_value() +
                        written.is.has_value() + written.flag.has_value() + written.known.has_value() +
                        !written.all.empty() + !written.any.empty() + !written.none.empty();
    if (members != 1) refuse_(place, "a predicate is one of compare, share, graded, is, flag, known, all, any, none");
    if (written.compare)
        return {Compare{term(written.compare->left, of, place + "/compare/left"), written.compare->is,
                        term(written.compare->right, of, place + "/compare/right")}};
    if (written.share) {
        if (written.share->percent < 0 || written.share->percent > 100)
            refuse_(place + "/share/percent", "a percentage is between 0 and 100");
        return {Share{term(written.share->part, of, place + "/share/part"), written.share->is, written.share->percent,
                      term(written.share->whole, of, place + "/share/whole")}};
    }
    if (written.graded) {
        Graded graded;
        for (const auto& name : written.graded->facts)
            graded.facts.push_back(fact(name, FactKind::grade, of, place + "/graded/facts"));
        if (graded.facts.empty()) {
            refuse_(place + "/graded/facts", "no fact is named");
            return {All{}};
        }
        for (const auto one : graded.facts)
            graded.at_least = grade(one, written.graded->at_least, place + "/graded/atLeast", true);
        return {std::move(graded)};
    }
    if (written.is) {
        const auto which = fact(written.is->fact, FactKind::grade, of, place + "/is/fact");
        return {Is{which, grade(which, written.is->grade, place + "/is/grade", false)}};
    }
    if (written.flag) return {Flag{fact(*written.flag, FactKind::flag, of, place + "/flag")}};
    if (written.known) return {Known{fact(*written.known, FactKind::grade, of, place + "/known")}};
    if (!written.any.empty()) return {Any{parts(written.any, of, place + "/any")}};
    if (!written.none.empty()) return {None{parts(written.none, of, place + "/none")}};
    return {All{parts(written.all, of, place + "/all")}};
}

}  // namespace minhbach::services::law
