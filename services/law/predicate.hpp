// What a clause asks of the facts, with the facts by their numbers in the rulebook. Whole numbers throughout: no
// rounding can move anybody over a line.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "services/law/fact_sheet.hpp"
#include "services/law/written.hpp"

namespace minhbach::services::law {

// What an item of a fact is: member `member` has this grade, or (ordered) this grade or better.
struct ItemTest {
    std::uint8_t member = 0;
    Grade grade = 0;
    bool or_better = false;
};

// A number made of facts.
struct Term {
    enum class Kind : std::uint8_t { number, sum, things, disciplines };
    Kind kind = Kind::number;
    std::int64_t number = 0;
    std::vector<FactIndex> facts;  // of a sum; the one of `things`
    Grade at_least = kNoGrade;     // of `things`: those at this grade or better
    bool known = false;            // of `things`: those with a grade
    std::vector<ItemTest> where;   // of `things` that are items: those of which all this is so
    written::Counting counting;    // of `disciplines`
};

struct Predicate;

struct Compare {
    Term left;
    Comparison is{};
    Term right;
};
struct Share {
    Term part;
    Comparison is{};
    int percent = 0;
    Term whole;
};
struct Graded {
    std::vector<FactIndex> facts;
    Grade at_least = 0;
};
struct Is {
    FactIndex fact = 0;
    Grade grade = 0;
};
struct Flag {
    FactIndex fact = 0;
};
struct Known {
    FactIndex fact = 0;
};
struct All {
    std::vector<Predicate> parts;
};
struct Any {
    std::vector<Predicate> parts;
};
struct None {
    std::vector<Predicate> parts;
};

struct Predicate {
    std::variant<All, Any, None, Compare, Share, Graded, Is, Flag, Known> test;
};

std::string_view sign(Comparison comparison);  // ">="

std::int64_t value(const Term& term, const FactSheet& sheet);

// A fact that the column does not have holds nothing and is nothing: rulebooks that ask for one are refused when read.
bool holds(const Predicate& predicate, const FactSheet& sheet);

// The facts by their names with the numbers compared: "100 x tasks.exceeded 6 = 600 >= 50 x tasks.assigned 13 = 650".
void describe(std::string& out, const Predicate& predicate, const FactSheet& sheet);

}  // namespace minhbach::services::law
