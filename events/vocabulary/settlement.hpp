// Chốt tỷ lệ xuất sắc: an act of its own on an agency and each of its comparable groups (khoản 6 Điều 2 ND 90). Lists
// hold dossier codes only.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach {

struct SettledCounts {
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int not_rated = 0;
    int staff = 0;
    // One more person, with this level or not rated.
    void add(const std::optional<Level>& level) {
        ++staff;
        ++(level ? counter_of(*this, *level) : not_rated);
    }
    friend bool operator==(const SettledCounts&, const SettledCounts&) = default;
};
BOOST_DESCRIBE_STRUCT(SettledCounts, (), (excellent, good, completed, not_completed, not_rated, staff))

// The maximum under every reading, computed and shown; one of them binds.
struct QuotaReading {
    QuotaBase base = QuotaBase::good;
    int percent = 20;
    QuotaRounding rounding = QuotaRounding::floor;
    int max_excellent = 0;
    bool binding = false;
    friend bool operator==(const QuotaReading&, const QuotaReading&) = default;
};
BOOST_DESCRIBE_STRUCT(QuotaReading, (), (base, percent, rounding, max_excellent, binding))

struct SettledGroup {
    std::optional<GroupId> group;  // absent: the agency as a whole
    SettledCounts counts;          // with the selection applied
    std::vector<QuotaReading> readings;
    int max_excellent = 0;  // under the binding reading
    friend bool operator==(const SettledGroup&, const SettledGroup&) = default;
};
BOOST_DESCRIBE_STRUCT(SettledGroup, (), (group, counts, readings, max_excellent))

struct QuotaSettled {
    static constexpr std::string_view kType = "quota.settled";
    CycleId cycle;
    UnitCode agency;
    std::vector<SettledGroup> groups;  // the agency first, then each group
    std::vector<DossierId> selected;   // may be decided EXCELLENT
    std::vector<DossierId> lowered;    // proposed EXCELLENT and not selected
    std::optional<DocumentId> exception_document;
    std::optional<DocumentId> reading_document;
    std::optional<Text> reason;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const QuotaSettled&, const QuotaSettled&) = default;
};
BOOST_DESCRIBE_STRUCT(QuotaSettled, (),
                      (cycle, agency, groups, selected, lowered, exception_document, reading_document, reason, paper,
                       breaches))

}  // namespace minhbach
