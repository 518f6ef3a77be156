// The state of a unit's reports, and what can be said of figures alone.
#include "services/report/report.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace minhbach::services::report {
namespace {

using Figure = std::pair<std::string_view, int>;

std::array<Figure, 8> figures_of(const ReportLine& line) {
    const auto& counts = line.counts;
    return {{{"staff", counts.staff},
             {"excellent", counts.excellent},
             {"good", counts.good},
             {"completed", counts.completed},
             {"notCompleted", counts.not_completed},
             {"notRated", counts.not_rated},
             {"proposed", line.proposed},
             {"remainder", line.remainder}}};
}

}  // namespace

void Report::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    const auto* event = recorded.event.as<ReportSubmitted>();
    if (!event) throw std::logic_error("not an event of a report: " + recorded.record.type);
    last = *event;
}

int remainder_of(const SettledCounts& counts) {
    return counts.staff - counts.excellent - counts.good - counts.completed - counts.not_completed - counts.not_rated;
}

std::optional<Refusal> unexplained(const SettledCounts& total, bool has_reason, const std::string& clause) {
    const int remainder = remainder_of(total);
    if (remainder == 0 || has_reason) return std::nullopt;
    const auto text = [](int number) { return std::to_string(number); };
    const auto sum = text(total.excellent) + " + " + text(total.good) + " + " + text(total.completed) + " + " +
                     text(total.not_completed);
    return Refusal{"facts-inconsistent",
                   "/remainderReason",
                   clause,
                   "Tổng số " + text(total.staff) + " người, nhưng bốn mức cộng lại là " + sum + ", không xếp loại " +
                       text(total.not_rated) + "; còn " + text(remainder) + " người chưa có kết quả: phải nêu lý do.",
                   "The staff is " + text(total.staff) + ", but the levels are " + sum + " and " +
                       text(total.not_rated) + " are not rated; " + text(remainder) +
                       " remain without a result: state why.",
                   {}};
}

std::vector<ReportDifference> differences(const std::vector<ReportLine>& was, const std::vector<ReportLine>& is) {
    std::vector<ReportDifference> found;
    for (const auto& line : is) {
        const auto same = std::find_if(was.begin(), was.end(), [&](const ReportLine& before) {
            return before.subject_class == line.subject_class && before.leader == line.leader;
        });
        const auto before = figures_of(same == was.end() ? ReportLine{} : *same);
        const auto now = figures_of(line);
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (before[i].second == now[i].second) continue;
            found.push_back(
                {line.subject_class, line.leader, Label::of(now[i].first), before[i].second, now[i].second});
        }
    }
    return found;
}

}  // namespace minhbach::services::report
