#include "services/law/fact_sheet.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "services/law/rulebook.hpp"

namespace minhbach::services::law {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2200;
constexpr std::int64_t kCountMax = INT32_MAX;

Refusal invalid(std::string field, std::string vi, std::string en) {
    return {"invalid-field", std::move(field), "", std::move(vi), std::move(en), {}};
}

void check_year(std::vector<Refusal>& found, std::string field, int year) {
    if (year >= kYearMin && year <= kYearMax) return;
    found.push_back(invalid(std::move(field), "Năm phải từ 1900 đến 2200", "The year must be between 1900 and 2200"));
}

}  // namespace

FactSheet::FactSheet(const Rulebook& rulebook, ColumnIndex column, int year)
    : rulebook_(&rulebook), column_(column), year_(year), values_(rulebook.facts().size(), kAbsent) {}

void FactSheet::give(FactIndex fact, std::int64_t value) {
    values_[fact] = value;
}

void FactSheet::give_unknown(FactIndex fact) {
    values_[fact] = kNoGrade;
}

void FactSheet::give_grades(FactIndex fact, const std::vector<Grade>& grades) {
    Histogram histogram{};
    for (const auto grade : grades) ++histogram[grade == kNoGrade ? kGradesMax : static_cast<std::size_t>(grade)];
    values_[fact] = std::ssize(histograms_);
    histograms_.push_back(histogram);
}

void FactSheet::give_items(FactIndex fact, std::vector<Item> items) {
    values_[fact] = std::ssize(items_);
    items_.push_back(std::move(items));
}

std::int64_t FactSheet::items(FactIndex fact, const std::vector<ItemTest>& where) const {
    if (!given(fact)) return 0;
    const auto& all = items_[static_cast<std::size_t>(values_[fact])];
    return std::count_if(all.begin(), all.end(), [&](const Item& item) {
        return std::all_of(where.begin(), where.end(), [&](const ItemTest& test) {
            return test.or_better ? item[test.member] <= test.grade : item[test.member] == test.grade;
        });
    });
}

std::int64_t FactSheet::things(FactIndex fact) const {
    return given(fact) ? things_known(fact) + histograms_[static_cast<std::size_t>(values_[fact])].back() : 0;
}

std::int64_t FactSheet::things_known(FactIndex fact) const {
    return things_at_least(fact, static_cast<Grade>(kGradesMax - 1));
}

std::int64_t FactSheet::things_at_least(FactIndex fact, Grade at_least) const {
    if (!given(fact)) return 0;
    const auto& histogram = histograms_[static_cast<std::size_t>(values_[fact])];
    return std::accumulate(histogram.begin(), histogram.begin() + at_least + 1, std::int64_t{0});
}

std::vector<Refusal> FactSheet::problems() const {
    std::vector<Refusal> found;
    check_year(found, "/year", year_);
    for (FactIndex i = 0; i < values_.size(); ++i) {
        const auto& fact = rulebook_->facts()[i];
        const bool wanted = rulebook_->has(column_, i);
        if (!wanted && given(i)) {
            found.push_back(invalid(fact.pointer, "Đối tượng này không có số liệu " + fact.name,
                                    "There is no " + fact.name + " of this kind of subject"));
        } else if (wanted && !given(i)) {
            found.push_back(invalid(fact.pointer, "Thiếu " + fact.name, fact.name + " is missing"));
        } else if (wanted && fact.kind == FactKind::count && (values_[i] < 0 || values_[i] > kCountMax)) {
            found.push_back(invalid(fact.pointer, "Số liệu phải là số không âm, tối đa 2147483647",
                                    "A count is between 0 and 2147483647"));
        } else if (wanted && fact.kind == FactKind::grade && values_[i] == kNoGrade && !fact.may_be_unknown) {
            found.push_back(invalid(fact.pointer, fact.name + " phải có giá trị", fact.name + " must be known"));
        }
    }
    check_disciplines(found);
    for (std::size_t i = 0; i < violations_already_counted.size(); ++i)
        check_year(found, "/violationsAlreadyCounted/" + std::to_string(i) + "/year",
                   violations_already_counted[i].year);
    // What cannot be at all is told first: comparing it with anything would only confuse.
    if (!found.empty()) return found;
    for (const auto& rule : rulebook_->consistency()) {
        if ((rule.of >> column_ & 1) == 0 || holds(rule.holds, *this)) continue;
        for (const auto fact : rule.facts)
            found.push_back({"facts-inconsistent",
                             rulebook_->facts()[fact].pointer,
                             "",
                             rule.otherwise.vi.str(),
                             rule.otherwise.en.str(),
                             {}});
    }
    return found;
}

// What only some laws ask of a discipline is there where they do, and nowhere else.
void FactSheet::check_disciplines(std::vector<Refusal>& found) const {
    const auto& rule = rulebook_->disciplines();
    const auto asked = [&](std::string field, bool wanted, bool given) {
        if (wanted == given) return;
        found.push_back(wanted ? invalid(std::move(field), "Thiếu trường bắt buộc", "It is missing")
                               : invalid(std::move(field), "Bộ quy tắc này không xét trường này",
                                         "This rulebook does not ask for it"));
    };
    const auto asks = [&](DisciplineMember member) {
        return rule && std::find(rule->asks.begin(), rule->asks.end(), member) != rule->asks.end();
    };
    for (std::size_t i = 0; i < disciplines.size(); ++i) {
        const auto place = "/disciplines/" + std::to_string(i);
        const auto& one = disciplines[i];
        check_year(found, place + "/actYear", one.act_year);
        asked(place + "/inPerformanceOfDuty", asks(DisciplineMember::in_performance_of_duty),
              one.in_performance_of_duty.has_value());
        asked(place + "/of", asks(DisciplineMember::of), one.of.has_value());
        asked(place + "/unit", one.of == Disciplined::subordinate_unit, one.unit.has_value());
        asked(place + "/selfDetectedAndRemedied", asks(DisciplineMember::self_detected_and_remedied),
              one.self_detected_and_remedied.has_value());
        asked(place + "/atOtherUnit", asks(DisciplineMember::at_other_unit), one.at_other_unit.has_value());
    }
}

bool counts_in_year(const FactSheet& sheet, const DisciplineDecision& decision) {
    const auto& rule = *sheet.rulebook().disciplines();
    if (!decision.in_performance_of_duty.value_or(true)) return false;
    // What was done elsewhere is the other unit's; of a person it stays the person's own.
    if (decision.at_other_unit.value_or(false) && decision.of != Disciplined::self) return false;
    return sheet.year() ==
           (rule.attribution == Attribution::decision_year ? decision.effective_on.year() : decision.act_year);
}

std::int64_t disciplined(const FactSheet& sheet, const written::Counting& counting) {
    if (!sheet.rulebook().disciplines()) return 0;
    std::set<std::string_view> counted;  // acts, or units
    for (const auto& decision : sheet.disciplines) {
        if (!counts_in_year(sheet, decision) || counted_elsewhere(sheet, decision)) continue;
        const bool meant = counting.of.empty() || (decision.of && std::find(counting.of.begin(), counting.of.end(),
                                                                            *decision.of) != counting.of.end());
        if (!meant) continue;
        if (decision.self_detected_and_remedied.value_or(false) && !counting.even_remedied.value_or(false)) continue;
        const bool by_unit = counting.units.value_or(false) && decision.unit;
        counted.insert(by_unit ? decision.unit->str() : decision.violation.str());
    }
    return std::ssize(counted);
}

bool counted_elsewhere(const FactSheet& sheet, const DisciplineDecision& decision) {
    const auto& counted = sheet.violations_already_counted;
    return sheet.rulebook().disciplines()->counted_once &&
           std::any_of(counted.begin(), counted.end(), [&](const CountedViolation& one) {
               return one.violation == decision.violation && one.year != sheet.year();
           });
}

std::vector<ViolationId> violations_that_count(const FactSheet& sheet) {
    std::vector<ViolationId> counting;
    if (!sheet.rulebook().disciplines()) return counting;
    for (const auto& decision : sheet.disciplines) {
        if (!counts_in_year(sheet, decision) || counted_elsewhere(sheet, decision)) continue;
        if (std::find(counting.begin(), counting.end(), decision.violation) == counting.end())
            counting.push_back(decision.violation);
    }
    return counting;
}

}  // namespace minhbach::services::law
