#include "services/law/predicate.hpp"

#include <algorithm>
#include <cstdlib>

#include "events/codec/json.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::law {
namespace {

template <class... F>
struct Match : F... {
    using F::operator()...;
};

bool compared(std::int64_t left, Comparison comparison, std::int64_t right) {
    switch (comparison) {
        case Comparison::at_least:
            return left >= right;
        case Comparison::at_most:
            return left <= right;
        case Comparison::more_than:
            return left > right;
        case Comparison::less_than:
            return left < right;
        case Comparison::equal:
            return left == right;
    }
    std::abort();
}

const Fact& fact_of(const FactSheet& sheet, FactIndex fact) {
    return sheet.rulebook().facts()[fact];
}

std::string_view grade_name(const FactSheet& sheet, FactIndex fact) {
    const auto grade = sheet.grade(fact);
    return grade == kNoGrade ? std::string_view("null") : fact_of(sheet, fact).grades[static_cast<std::size_t>(grade)];
}

bool at_least(const FactSheet& sheet, FactIndex fact, Grade wanted) {
    const auto grade = sheet.grade(fact);
    return grade != kNoGrade && grade <= wanted;  // those beside the scale come after it
}

// The name alone.
void name_of(std::string& out, const Term& term, const FactSheet& sheet) {
    switch (term.kind) {
        case Term::Kind::number:
            return;
        case Term::Kind::sum:
            out += fact_of(sheet, term.facts.front()).name;
            return;
        case Term::Kind::things: {
            const auto& fact = fact_of(sheet, term.facts.front());
            out += fact.name;
            if (term.known) out += " rated";
            if (term.at_least != kNoGrade) {
                out += " at ";
                out += fact.grades[static_cast<std::size_t>(term.at_least)];
                out += " or better";
            }
            for (const auto& test : term.where) {
                const auto& member = fact.members[test.member];
                out += " " + member.name;
                if (!member.grades.empty()) out += " " + member.grades[static_cast<std::size_t>(test.grade)];
                if (test.or_better) out += " or better";
            }
            return;
        }
        case Term::Kind::disciplines:
            out += "disciplines that count";
            for (const auto whom : term.counting.of) out += " " + json::enum_name(whom);
            if (term.counting.even_remedied.value_or(false)) out += " even remedied";
            if (term.counting.units.value_or(false)) out += ", units";
            return;
    }
}

void append(std::string& out, std::int64_t number) {
    out += std::to_string(number);
}

// "service.monthsWorked 4 + service.maternityMonths 8 = 12"; a number alone is itself.
void describe(std::string& out, const Term& term, const FactSheet& sheet) {
    if (term.kind == Term::Kind::sum && term.facts.size() > 1) {
        for (const auto fact : term.facts) {
            if (fact != term.facts.front()) out += " + ";
            out += fact_of(sheet, fact).name;
            out += ' ';
            append(out, sheet.count(fact));
        }
        out += " = ";
    } else if (term.kind != Term::Kind::number) {
        name_of(out, term, sheet);
        out += ' ';
    }
    append(out, value(term, sheet));
}

void describe_times(std::string& out, std::int64_t times, const Term& term, const FactSheet& sheet) {
    append(out, times);
    out += " x ";
    describe(out, term, sheet);
    out += " = ";
    append(out, times * value(term, sheet));
}

void join(std::string& out, const std::vector<Predicate>& parts, std::string_view between, const FactSheet& sheet) {
    bool first = true;
    for (const auto& part : parts) {
        if (!first) out += between;
        first = false;
        describe(out, part, sheet);
    }
}

}  // namespace

std::int64_t value(const Term& term, const FactSheet& sheet) {
    switch (term.kind) {
        case Term::Kind::number:
            return term.number;
        case Term::Kind::sum: {
            std::int64_t sum = 0;
            for (const auto fact : term.facts) sum += sheet.count(fact);
            return sum;
        }
        case Term::Kind::things:
            if (fact_of(sheet, term.facts.front()).kind == FactKind::items)
                return sheet.items(term.facts.front(), term.where);
            if (term.known) return sheet.things_known(term.facts.front());
            return term.at_least == kNoGrade ? sheet.things(term.facts.front())
                                             : sheet.things_at_least(term.facts.front(), term.at_least);
        case Term::Kind::disciplines:
            return disciplined(sheet, term.counting);
    }
    std::abort();
}

std::string_view sign(Comparison comparison) {
    switch (comparison) {
        case Comparison::at_least:
            return ">=";
        case Comparison::at_most:
            return "<=";
        case Comparison::more_than:
            return ">";
        case Comparison::less_than:
            return "<";
        case Comparison::equal:
            return "=";
    }
    std::abort();
}

bool holds(const Predicate& predicate, const FactSheet& sheet) {
    const auto held = [&](const Predicate& part) { return holds(part, sheet); };
    return std::visit(
        Match{[&](const All& all) { return std::all_of(all.parts.begin(), all.parts.end(), held); },
              [&](const Any& any) { return std::any_of(any.parts.begin(), any.parts.end(), held); },
              [&](const None& none) { return std::none_of(none.parts.begin(), none.parts.end(), held); },
              [&](const Compare& compare) {
                  return compared(value(compare.left, sheet), compare.is, value(compare.right, sheet));
              },
              [&](const Share& share) {
                  return compared(100 * value(share.part, sheet), share.is, share.percent * value(share.whole, sheet));
              },
              [&](const Graded& graded) {
                  return std::all_of(graded.facts.begin(), graded.facts.end(),
                                     [&](FactIndex fact) { return at_least(sheet, fact, graded.at_least); });
              },
              [&](const Is& is) { return sheet.grade(is.fact) == is.grade; },
              [&](const Flag& flag) { return sheet.flag(flag.fact); },
              [&](const Known& known) { return sheet.grade(known.fact) != kNoGrade; }},
        predicate.test);
}

void describe(std::string& out, const Predicate& predicate, const FactSheet& sheet) {
    std::visit(Match{[&](const All& all) { join(out, all.parts, ", ", sheet); },
                     [&](const Any& any) { join(out, any.parts, " or ", sheet); },
                     [&](const None& none) {
                         out += "not (";
                         join(out, none.parts, " or ", sheet);
                         out += ')';
                     },
                     [&](const Compare& compare) {
                         describe(out, compare.left, sheet);
                         out += ' ';
                         out += sign(compare.is);
                         out += ' ';
                         describe(out, compare.right, sheet);
                     },
                     [&](const Share& share) {
                         describe_times(out, 100, share.part, sheet);
                         out += ' ';
                         out += sign(share.is);
                         out += ' ';
                         describe_times(out, share.percent, share.whole, sheet);
                     },
                     [&](const Graded& graded) {
                         const auto& first = fact_of(sheet, graded.facts.front());
                         const bool several = graded.facts.size() > 1;
                         // "general politics WELL, ethics MET, each >= MET": the group is named once.
                         if (several) out.append(first.name, 0, first.group == 0 ? 0 : first.group - 1);
                         for (const auto fact : graded.facts) {
                             if (several) out += ' ';
                             out.append(fact_of(sheet, fact).name, several ? first.group : 0);
                             out += ' ';
                             out += grade_name(sheet, fact);
                             if (several) out += ',';
                         }
                         out += several ? " each >= " : " >= ";
                         out += first.grades[static_cast<std::size_t>(graded.at_least)];
                     },
                     [&](const Is& is) {
                         const auto& fact = fact_of(sheet, is.fact);
                         out += fact.name;
                         out += ' ';
                         out += grade_name(sheet, is.fact);
                         out += " = ";
                         out += fact.grades[static_cast<std::size_t>(is.grade)];
                     },
                     [&](const Flag& flag) {
                         out += fact_of(sheet, flag.fact).name;
                         out += sheet.flag(flag.fact) ? " = true" : " = false";
                     },
                     [&](const Known& known) {
                         out += fact_of(sheet, known.fact).name;
                         out += ' ';
                         out += grade_name(sheet, known.fact);
                     }},
               predicate.test);
}

}  // namespace minhbach::services::law
