// Báo cáo tổng hợp kết quả đánh giá, xếp loại: what a district, a department or the province reports upwards on the
// files it accepted. Its figures are counted when it is submitted, kept in the event and never counted again; a later
// report of the same unit is a restatement and says what differs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::report {

struct Report {
    std::optional<ReportSubmitted> last;
    bool exists() const { return last.has_value(); }
    void apply(const events::Recorded& recorded);
};

// A district or department: by `submit` on it; goes to whoever receives its file. The province: by `receive` for it.
// A remainder needs its reason (`facts-inconsistent` otherwise), and a report without one takes none. A restatement
// that differs in nothing is refused with `nothing-to-change`.
struct SubmitReport {
    CycleId cycle;
    UnitCode unit;
    std::optional<Text> remainder_reason;
    DocumentId document;  // the letter or decision it is sent with
};
BOOST_DESCRIBE_STRUCT(SubmitReport, (), (cycle, unit, remainder_reason, document))

Decision decide(Past& past, const Acting& acting, const SubmitReport& command);

// What the report of the unit would say at `now`, with its number and differences but without document and reason.
// Refused with `invalid-field` where there is no such cycle or the unit makes no report.
//
// Counted are those who work in the unit itself and in the lower units whose files it accepted (for a unit further
// down: that its own superior's accepted file consolidates), each person once, by the post of the dossier. A level
// counts as decided, or as proposed where the decision belongs above the person's own unit. Somebody in post without a
// dossier, or with one that is still open, is the remainder. Lower units that owe a file and whose file is not in are
// named. Time O(people of the province + events of the dossiers counted).
Result<ReportSubmitted> draft(Past& past, const CycleId& cycle, const UnitCode& unit, Time now);

// staff - levels - not rated: a province once published a table where 24 persons are in no column.
int remainder_of(const SettledCounts& counts);

// `facts-inconsistent`, naming every figure, where the columns do not add up and nobody says why.
std::optional<Refusal> unexplained(const SettledCounts& total, bool has_reason, const std::string& clause);

// Figure by figure, in the order of the lines.
std::vector<ReportDifference> differences(const std::vector<ReportLine>& was, const std::vector<ReportLine>& is);

}  // namespace minhbach::services::report
