// What the law lets follow from levels (Điều 21 Nghị định số 90/2020/NĐ-CP and the texts each one cites). Signals with
// the years they were computed from, never acts: whoever is competent decides. Which there are stands in
// consequences-2023.json; pure, the same years always give the same signals.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "services/law/written.hpp"

namespace minhbach::services::law {

// What a year says, by the ratings in force: at most one for each year.
struct RatedYear {
    int year = 0;
    std::optional<Level> level;  // absent: not rated, or a level of older law that has no equal
};

// How a year was taken.
//   counts          it has the level asked for
//   not_rated       it has none: it neither counts nor breaks the run (the law is silent), so a person decides
//   not_known       no rating of the year is on record
enum class YearCounted : std::uint8_t { counts, not_rated, not_known };
BOOST_DESCRIBE_ENUM(YearCounted, counts, not_rated, not_known)

struct YearOfConsequence {
    int year = 0;
    std::optional<Level> level;
    YearCounted counted = YearCounted::counts;
};
BOOST_DESCRIBE_STRUCT(YearOfConsequence, (), (year, level, counted))

// `holds`: by the years alone. `person_decides`: years without a level lie between those that count. `not_known`: it
// would hold if a year that is not on record had the level.
enum class ConsequenceStanding : std::uint8_t { holds, person_decides, not_known };
BOOST_DESCRIBE_ENUM(ConsequenceStanding, holds, person_decides, not_known)

struct Consequence {
    Label consequence;  // "civil-servant.termination"
    Label says_vi;
    Label says_en;
    Label citation;
    Confidence confidence{};
    ConsequenceStanding standing{};
    std::vector<YearOfConsequence> years;  // newest first
};
BOOST_DESCRIBE_STRUCT(Consequence, (), (consequence, says_vi, says_en, citation, confidence, standing, years))

// Of the rating of `year`, for somebody of that class at its end. In the order of the document; none for a year that
// has no level, or that no document covers (2020 to 2025).
std::vector<Consequence> consequences_of(std::span<const RatedYear> history, int year, SubjectClass subject_class,
                                         bool leader);

}  // namespace minhbach::services::law
