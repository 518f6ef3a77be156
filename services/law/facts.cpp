#include "services/law/facts.hpp"

#include <cstdlib>
#include <string>

namespace minhbach::services::law {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2200;
constexpr int kMonthsOfYear = 12;

class Problems {
public:
    void at_least_zero(const std::string& field, int value) {
        if (value >= 0) return;
        found.push_back({"invalid-field", field, "", "Số liệu không được âm", "A count cannot be negative", {}});
    }
    void existing_year(const std::string& field, int year) {
        if (year >= kYearMin && year <= kYearMax) return;
        found.push_back(
            {"invalid-field", field, "", "Năm phải từ 1900 đến 2200", "The year must be between 1900 and 2200", {}});
    }
    // Names both fields of a comparison that must hold.
    void consistent(bool holds, std::initializer_list<const char*> fields, const std::string& vi,
                    const std::string& en) {
        if (holds) return;
        for (const auto* field : fields) found.push_back({"facts-inconsistent", field, "", vi, en, {}});
    }

    std::vector<Refusal> found;
};

void check_ranges(Problems& problems, const Facts& facts, const std::string& work) {
    problems.existing_year("/year", facts.year);
    problems.at_least_zero("/criteria/total", facts.criteria.total);
    problems.at_least_zero("/criteria/completed", facts.criteria.completed);
    problems.at_least_zero("/criteria/deficient", facts.criteria.deficient);
    problems.at_least_zero("/service/monthsWorked", facts.service.months_worked);
    problems.at_least_zero("/service/absenceMonths", facts.service.absence_months);
    problems.at_least_zero("/service/maternityMonths", facts.service.maternity_months);
    problems.at_least_zero(work + "/assigned", facts.work.assigned);
    problems.at_least_zero(work + "/completed", facts.work.completed);
    problems.at_least_zero(work + "/onTimeWithQuality", facts.work.on_time_with_quality);
    problems.at_least_zero(work + "/exceeded", facts.work.exceeded);
    for (std::size_t i = 0; i < facts.disciplines.size(); ++i) {
        problems.existing_year("/disciplines/" + std::to_string(i) + "/actYear", facts.disciplines[i].act_year);
    }
    for (std::size_t i = 0; i < facts.violations_already_counted.size(); ++i) {
        problems.existing_year("/violationsAlreadyCounted/" + std::to_string(i) + "/year",
                               facts.violations_already_counted[i].year);
    }
    if (facts.general.leadership.has_value() != facts.subject.leads()) {
        problems.found.push_back({"invalid-field",
                                  "/general/leadership",
                                  "",
                                  "Tiêu chí lãnh đạo, quản lý chỉ dành cho người giữ chức vụ, và bắt buộc đối với họ",
                                  "Leadership is judged for leaders, and only for them",
                                  {}});
    }
    if (!facts.subject.leads() && !facts.managed_units.empty()) {
        problems.found.push_back({"invalid-field",
                                  "/managedUnits",
                                  "",
                                  "Chỉ người giữ chức vụ lãnh đạo, quản lý mới có đơn vị quản lý trực tiếp",
                                  "Only leaders manage units directly",
                                  {}});
    }
    if (!facts.subject.leads() && facts.unit_level) {
        problems.found.push_back({"invalid-field",
                                  "/unitLevel",
                                  "",
                                  "Mức xếp loại của đơn vị chỉ áp dụng đối với người giữ chức vụ lãnh đạo, quản lý",
                                  "The unit's level concerns leaders only",
                                  {}});
    }
}

// Reading F3. Sums are taken in 64 bits: each count alone fits 31.
void check_consistency(Problems& problems, const Facts& facts) {
    const auto& work = facts.work;
    const bool leads = facts.subject.leads();
    const auto field = [&](const char* of_staff, const char* of_leader) { return leads ? of_leader : of_staff; };
    const auto* assigned = field("/tasks/assigned", "/targets/assigned");
    const auto* completed = field("/tasks/completed", "/targets/completed");
    const auto* on_time = field("/tasks/onTimeWithQuality", "/targets/onTimeWithQuality");
    const auto* exceeded = field("/tasks/exceeded", "/targets/exceeded");
    problems.consistent(work.exceeded <= work.on_time_with_quality, {exceeded, on_time},
                        "Số vượt mức lớn hơn số đúng tiến độ, bảo đảm chất lượng",
                        "More is exceeded than is on time with quality");
    problems.consistent(work.on_time_with_quality <= work.completed, {on_time, completed},
                        "Số đúng tiến độ, bảo đảm chất lượng lớn hơn số hoàn thành",
                        "More is on time with quality than is completed");
    problems.consistent(work.completed <= work.assigned, {completed, assigned}, "Số hoàn thành lớn hơn số được giao",
                        "More is completed than was assigned");

    const auto& criteria = facts.criteria;
    problems.consistent(criteria.completed <= criteria.total, {"/criteria/completed", "/criteria/total"},
                        "Số tiêu chí hoàn thành lớn hơn tổng số tiêu chí",
                        "More criteria are completed than there are");
    problems.consistent(criteria.total - criteria.completed <= criteria.deficient,
                        {"/criteria/deficient", "/criteria/completed"},
                        "Tiêu chí chưa hoàn thành phải được tính là chưa bảo đảm chất lượng, tiến độ",
                        "Criteria not completed must count as deficient");
    problems.consistent(criteria.deficient <= criteria.total, {"/criteria/deficient", "/criteria/total"},
                        "Số tiêu chí chưa bảo đảm lớn hơn tổng số tiêu chí",
                        "More criteria are deficient than there are");
    if (!leads && criteria.total == work.assigned) {
        problems.consistent(criteria.deficient >= work.assigned - work.on_time_with_quality,
                            {"/criteria/deficient", "/tasks/onTimeWithQuality"},
                            "Nhiệm vụ chậm hoặc chưa bảo đảm chất lượng phải được tính vào số tiêu chí chưa bảo đảm",
                            "Tasks that are late or wanting must count as deficient criteria");
    }

    const auto& service = facts.service;
    const auto months =
        static_cast<std::int64_t>(service.months_worked) + service.absence_months + service.maternity_months;
    problems.consistent(months <= kMonthsOfYear,
                        {"/service/monthsWorked", "/service/absenceMonths", "/service/maternityMonths"},
                        "Tổng số tháng công tác, nghỉ và thai sản vượt quá 12",
                        "Months worked, absent and on maternity leave are more than 12");
}

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

std::vector<Refusal> problems(const Facts& facts) {
    Problems problems;
    check_ranges(problems, facts, facts.subject.leads() ? "/targets" : "/tasks");
    // What cannot be at all is told first: comparing it with anything would only confuse.
    if (problems.found.empty()) check_consistency(problems, facts);
    return problems.found;
}

}  // namespace minhbach::services::law
