#include "services/law/rulebook.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "events/merkle/hash.hpp"

namespace minhbach::services::law {
namespace {

template <class E>
std::string described(E value) {
    std::string found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (enumerator.value == value) found = enumerator.name;
    });
    return found;
}

template <class... F>
struct Match : F... {
    using F::operator()...;
};

std::string text_of(const Test& test, Column column) {
    return std::visit(
        Match{[&](const Share& share) {
                  return "100 x " + name(share.part, column) + " " + std::string(sign(share.comparison)) + " " +
                         std::to_string(share.percent) + " x " + name(share.whole, column);
              },
              [](const EveryGeneralCriterion& every) { return "general.* at least " + described(every.at_least); },
              [](const Effect& effect) { return "effectiveness at least " + described(effect.at_least); },
              [](const Ground& ground) { return "ground " + described(ground); }},
        test);
}

std::string line(const Clause& clause) {
    return "clause " + clause.id.str() + " | " + clause.citation.str() + " | " + clause.requirement.str() + "\n";
}

}  // namespace

std::string name(Measure measure, Column column) {
    const std::string work = leads(column) ? "targets." : "tasks.";
    switch (measure) {
        case Measure::criteria_total:
            return "criteria.total";
        case Measure::criteria_completed:
            return "criteria.completed";
        case Measure::criteria_deficient:
            return "criteria.deficient";
        case Measure::work_assigned:
            return work + "assigned";
        case Measure::work_completed:
            return work + "completed";
        case Measure::work_on_time:
            return work + "onTimeWithQuality";
        case Measure::work_exceeded:
            return work + "exceeded";
        case Measure::units_managed:
            return "managedUnits";
        case Measure::units_completed:
            return "managedUnits at COMPLETED or better";
        case Measure::units_good:
            return "managedUnits at GOOD or better";
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
    }
    std::abort();
}

Column column_of(const Subject& subject) {
    switch (subject.subject_class) {
        case SubjectClass::cadre:
            return Column::cadre;
        case SubjectClass::civil_servant:
            return subject.leader ? Column::civil_servant_leader : Column::civil_servant;
        case SubjectClass::public_employee:
            return subject.leader ? Column::public_employee_manager : Column::public_employee;
    }
    std::abort();
}

bool leads(Column column) {
    return column != Column::civil_servant && column != Column::public_employee;
}

std::vector<const Condition*> Rulebook::conditions_of(Column column, RuleStage stage) const {
    std::vector<const Condition*> found;
    for (const auto& condition : conditions) {
        if (condition.column == column && condition.stage == stage) found.push_back(&condition);
    }
    return found;
}

const Clause& Rulebook::unit_cap(Column column) const {
    if (column == Column::cadre) return unit_cap_cadre;
    return column == Column::public_employee_manager ? unit_cap_employee : unit_cap_servant;
}

Label Rulebook::reading(int number) const {
    return Label::of("Cách hiểu F" + std::to_string(number) + ": " +
                     readings.at(static_cast<std::size_t>(number) - 1).text.str());
}

std::string Rulebook::canonical_text() const {
    std::string text =
        "rulebook " + id.str() + " | " + title.str() + " | " + in_force.iso() + " | " + described(track) + "\n";
    for (const auto& condition : conditions) {
        text += described(condition.column) + " " + described(condition.stage) + " " + condition.clause.str() + " | " +
                text_of(condition.test, condition.column) + " | " + condition.citation.str() + " | " +
                condition.requirement.str();
        if (condition.gap) text += " | " + condition.gap->str();
        if (condition.reading) text += " | F" + std::to_string(*condition.reading);
        text += "\n";
    }
    text += "service worked " + std::to_string(service.worked_months_min) + " absence " +
            std::to_string(service.absence_cap_from) + " uncovered " + std::to_string(service.absence_uncovered_from) +
            " at most " + described(service.absence_level_max) + "\n";
    text +=
        "quota " + described(quota.base) + " " + std::to_string(quota.percent) + " " + described(quota.rounding) + "\n";
    text += "periods notice " + std::to_string(periods.notice) + " petition " +
            std::to_string(periods.petition_filing) + " answer " + std::to_string(periods.petition_answer) + "\n";
    for (const auto& reading : readings) text += "F" + std::to_string(reading.number) + " " + reading.text.str() + "\n";
    for (const auto& choice : choices) text += std::string(choice.name) + " " + std::string(choice.chosen) + "\n";
    for (const auto* part :
         {&eligibility, &absence, &discipline_in_year, &discipline_counted, &discipline_twice, &quota_clause,
          &basis_staff, &basis_leader, &unit_cap_servant, &unit_cap_employee, &unit_cap_cadre}) {
        text += line(*part);
    }
    text += unit_first.str() + "\n" + managed_units_first.str() + "\n";
    return text;
}

void Rulebook::seal() {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string hex;
    for (const auto byte : events::merkle::sha256({canonical_text()})) {
        hex += kHex[byte >> 4];
        hex += kHex[byte & 0xF];
    }
    hash_ = Digest::of(hex);
}

Result<const Rulebook*> find_rulebook(const RulebookId& id) {
    if (id == nd90_48_2023().id) return &nd90_48_2023();
    constexpr std::array<std::string_view, 2> kKnownOnly{"nd90-2020", "qd124-2023"};
    const bool known = std::find(kKnownOnly.begin(), kKnownOnly.end(), id.str()) != kKnownOnly.end();
    return Refusal{"unknown-rulebook",
                   "/rulebook",
                   "",
                   known ? "Bộ quy tắc " + id.str() + " được biết đến nhưng hệ thống chưa xếp loại theo bộ quy tắc này"
                         : "Không có bộ quy tắc " + id.str() + "; hệ thống xếp loại theo nd90-48-2023",
                   known ? "The rulebook " + id.str() + " is known, but this system does not evaluate it"
                         : "There is no rulebook " + id.str() + "; this system evaluates nd90-48-2023",
                   {}};
}

}  // namespace minhbach::services::law
