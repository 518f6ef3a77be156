// The facts about one subject in the order of a rulebook's declarations: what the rules run on, whatever the law.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/result.hpp"
#include "services/law/facts.hpp"
#include "services/law/written.hpp"

namespace minhbach::services::law {

class Rulebook;
struct ItemTest;

using FactIndex = std::uint16_t;
using ColumnIndex = std::uint8_t;
using Grade = std::int8_t;  // place on the scale, 0 is best; those beside the scale come after it
inline constexpr Grade kNoGrade = -1;

class FactSheet {
public:
    static constexpr std::size_t kGradesMax = 8;

    // Nothing is known yet. The rulebook outlives the sheet.
    FactSheet(const Rulebook& rulebook, ColumnIndex column, int year);

    const Rulebook& rulebook() const { return *rulebook_; }
    ColumnIndex column() const { return column_; }
    int year() const { return year_; }

    // Facts that were given; others are absent. A grade may be given as unknown.
    void give(FactIndex fact, std::int64_t value);
    void give_unknown(FactIndex fact);
    // Of each item its members in the order of the rulebook: a grade, or 0 for a mark that is there and 1 for one that
    // is not.
    using Item = std::vector<Grade>;
    void give_items(FactIndex fact, std::vector<Item> items);
    void give_grades(FactIndex fact, const std::vector<Grade>& grades);  // kNoGrade: one that is not known
    bool given(FactIndex fact) const { return values_[fact] != kAbsent; }

    std::int64_t count(FactIndex fact) const { return given(fact) ? values_[fact] : 0; }
    bool flag(FactIndex fact) const { return values_[fact] == 1; }
    Grade grade(FactIndex fact) const { return given(fact) ? static_cast<Grade>(values_[fact]) : kNoGrade; }
    std::int64_t things(FactIndex fact) const;                           // how many were given
    std::int64_t things_known(FactIndex fact) const;                     // ... with a grade
    std::int64_t things_at_least(FactIndex fact, Grade at_least) const;  // ... at this grade or better

    std::int64_t items(FactIndex fact, const std::vector<ItemTest>& where) const;

    std::vector<DisciplineDecision> disciplines;
    std::vector<CountedViolation> violations_already_counted;

    // What makes the facts unusable, each with the JSON pointer of the field: `invalid-field` for what can never be or
    // is missing, otherwise `facts-inconsistent` for what contradicts another field. Empty: they can be evaluated.
    std::vector<Refusal> problems() const;

private:
    static constexpr std::int64_t kAbsent = INT64_MIN;
    using Histogram = std::array<std::int32_t, kGradesMax + 1>;  // the last: not known

    void check_disciplines(std::vector<Refusal>& found) const;

    const Rulebook* rulebook_;
    ColumnIndex column_;
    int year_;
    std::vector<std::int64_t> values_;  // of a fact of grades: its place in histograms_
    std::vector<Histogram> histograms_;
    std::vector<std::vector<Item>> items_;
};

// The acts whose discipline counts in the sheet's year, each once: by the rulebook's attribution, and not counted in
// any other rating year where it says so. Whoever rates records them as counted.
std::vector<ViolationId> violations_that_count(const FactSheet& sheet);
// Acts, or units, that count for a clause.
std::int64_t disciplined(const FactSheet& sheet, const written::Counting& counting);
// The same of one decision.
bool counts_in_year(const FactSheet& sheet, const DisciplineDecision& decision);  // by attribution alone
bool counted_elsewhere(const FactSheet& sheet, const DisciplineDecision& decision);

}  // namespace minhbach::services::law
