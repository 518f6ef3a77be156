// Levels, outcomes and the classes of persons (ND 90/2020/NĐ-CP).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string_view>

namespace minhbach {

// JSON names are the enumerators in capitals (EXCELLENT). Order is from best to worst: a < b means a is better.
enum class Level : std::uint8_t { excellent, good, completed, not_completed };
BOOST_DESCRIBE_ENUM(Level, excellent, good, completed, not_completed)

enum class SubjectClass : std::uint8_t { cadre, civil_servant, public_employee };
BOOST_DESCRIBE_ENUM(SubjectClass, cadre, civil_servant, public_employee)

// What the rules say about one subject.
enum class RuleOutcome : std::uint8_t { rated, undecided, not_rated, blocked };
BOOST_DESCRIBE_ENUM(RuleOutcome, rated, undecided, not_rated, blocked)

// Judgement of one general criterion (Điều 3 ND 90).
enum class Judgement : std::uint8_t { well, met, not_met };
BOOST_DESCRIBE_ENUM(Judgement, well, met, not_met)

enum class Effectiveness : std::uint8_t { high, met, low };
BOOST_DESCRIBE_ENUM(Effectiveness, high, met, low)

enum class DisciplineKind : std::uint8_t { party, administrative };
BOOST_DESCRIBE_ENUM(DisciplineKind, party, administrative)

enum class DisciplineForm : std::uint8_t { reprimand, warning, removal_from_post, dismissal, expulsion };
BOOST_DESCRIBE_ENUM(DisciplineForm, reprimand, warning, removal_from_post, dismissal, expulsion)

// The field of `counts` that counts this level.
template <class Counts>
auto& counter_of(Counts& counts, Level level) {
    switch (level) {
        case Level::excellent:
            return counts.excellent;
        case Level::good:
            return counts.good;
        case Level::completed:
            return counts.completed;
        case Level::not_completed:
            break;
    }
    return counts.not_completed;
}

std::string_view vietnamese(Level level);        // "Hoàn thành xuất sắc nhiệm vụ"
std::string_view english(Level level);           // "Excellent completion of tasks"
std::string_view short_vietnamese(Level level);  // "HTXSNV"
std::string_view vietnamese(SubjectClass subject_class);
std::string_view english(SubjectClass subject_class);

}  // namespace minhbach
