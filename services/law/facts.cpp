#include "services/law/facts.hpp"

#include <cstdlib>
#include <stdexcept>

#include "events/codec/json.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::law {
namespace {

// Gives facts by name. A name the rulebook does not declare is left out: its law does not ask for it.
class Giving {
public:
    Giving(FactSheet& sheet) : sheet_(sheet) {}

    void count(std::string_view name, std::int64_t value) {
        if (const auto fact = declared(name)) sheet_.give(*fact, value);
    }
    void flag(std::string_view name, bool value) { count(name, value ? 1 : 0); }
    template <class E>
    void grade(std::string_view name, E value) {
        if (const auto fact = declared(name)) sheet_.give(*fact, place(*fact, json::enum_name(value)));
    }
    void unknown(std::string_view name) {
        if (const auto fact = declared(name)) sheet_.give_unknown(*fact);
    }
    void grades(std::string_view name, const std::vector<std::optional<Level>>& values) {
        const auto fact = declared(name);
        if (!fact) return;
        std::vector<Grade> given;
        for (const auto& value : values) given.push_back(value ? place(*fact, json::enum_name(*value)) : kNoGrade);
        sheet_.give_grades(*fact, given);
    }

private:
    std::optional<FactIndex> declared(std::string_view name) const { return sheet_.rulebook().fact(name); }
    Grade place(FactIndex fact, const std::string& grade) const {
        const auto& grades = sheet_.rulebook().facts()[fact].grades;
        for (std::size_t i = 0; i < grades.size(); ++i)
            if (grades[i] == grade) return static_cast<Grade>(i);
        throw std::invalid_argument("no grade " + grade);
    }
    FactSheet& sheet_;
};

}  // namespace

std::optional<Level> level_of(UnitRating rating) {
    switch (rating) {
        case UnitRating::excellent:
            return Level::excellent;
        case UnitRating::good:
            return Level::good;
        case UnitRating::completed:
            return Level::completed;
        case UnitRating::not_completed:
            return Level::not_completed;
        case UnitRating::not_applicable:
            return std::nullopt;
    }
    std::abort();
}

UnitRating unit_rating(Level level) {
    switch (level) {
        case Level::excellent:
            return UnitRating::excellent;
        case Level::good:
            return UnitRating::good;
        case Level::completed:
            return UnitRating::completed;
        case Level::not_completed:
            return UnitRating::not_completed;
    }
    std::abort();
}

FactSheet sheet_of(const Facts& facts, const Rulebook& rulebook) {
    const auto column = rulebook.column(json::enum_name(facts.subject.subject_class), facts.subject.leader);
    if (!column) throw std::invalid_argument("rulebook " + rulebook.id().str() + " has no column for the subject");
    FactSheet sheet(rulebook, *column, facts.year);
    Giving give(sheet);
    give.grade("general.politics", facts.general.politics);
    give.grade("general.ethics", facts.general.ethics);
    give.grade("general.style", facts.general.style);
    give.grade("general.discipline", facts.general.discipline);
    if (facts.general.leadership) give.grade("general.leadership", *facts.general.leadership);
    give.count("criteria.total", facts.criteria.total);
    give.count("criteria.completed", facts.criteria.completed);
    give.count("criteria.deficient", facts.criteria.deficient);
    give.grade("effectiveness", facts.effectiveness);
    give.count("service.monthsWorked", facts.service.months_worked);
    give.count("service.absenceMonths", facts.service.absence_months);
    give.count("service.maternityMonths", facts.service.maternity_months);
    give.flag("findings.degradation", facts.findings.degradation);
    give.flag("findings.unitCorruptionHandled", facts.findings.unit_corruption_handled);
    const bool leads = facts.subject.leads();
    const std::string work = leads ? "targets." : "tasks.";
    give.count(work + "assigned", facts.work.assigned);
    give.count(work + "completed", facts.work.completed);
    give.count(work + "onTimeWithQuality", facts.work.on_time_with_quality);
    give.count(work + "exceeded", facts.work.exceeded);
    if (leads || !facts.managed_units.empty()) give.grades("managedUnits", facts.managed_units);
    if (facts.unit_level)
        give.grade("unitLevel", *facts.unit_level);
    else if (leads)
        give.unknown("unitLevel");
    sheet.disciplines = facts.disciplines;
    sheet.violations_already_counted = facts.violations_already_counted;
    return sheet;
}

}  // namespace minhbach::services::law
