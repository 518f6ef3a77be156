// A unit's file on its way up: commune to district, public service unit to its department, department or district to
// the Department of Home Affairs (the unit that receives for the province).
#pragma once

#include <optional>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::submission {

enum class FileStatus : std::uint8_t { none, submitted, returned, accepted };

struct Submission {
    std::optional<FileSubmitted> file;  // the last version
    FileStatus status = FileStatus::none;
    Time submitted_at;
    bool exists() const { return file.has_value(); }
    void apply(const events::Recorded& recorded);
};

// Part A: dossiers of the unit's leaders managed above it, with a proposal. Part B: every dossier managed by the unit;
// undecided ones are refused with `step-order` unless `leave_out_pending`. Late files are accepted for entry and marked
// by time.
struct SubmitFile {
    CycleId cycle;
    UnitCode unit;
    bool leave_out_pending = false;
    std::optional<DocumentId> document;
};
BOOST_DESCRIBE_STRUCT(SubmitFile, (), (cycle, unit, leave_out_pending, document))

struct ReturnFile {  // by `receive` of the unit it was sent to
    CycleId cycle;
    UnitCode unit;
    Text reason;
    std::optional<Label> phone{};  // of whoever can be asked: 8 to 15 digits, with spaces, dots and hyphens between
};
BOOST_DESCRIBE_STRUCT(ReturnFile, (), (cycle, unit, reason, phone))

struct AcceptFile {
    CycleId cycle;
    UnitCode unit;
    std::optional<Text> remark;
};
BOOST_DESCRIBE_STRUCT(AcceptFile, (), (cycle, unit, remark))

Decision decide(Past& past, const Acting& acting, const SubmitFile& command);
Decision decide(Past& past, const Acting& acting, const ReturnFile& command);
Decision decide(Past& past, const Acting& acting, const AcceptFile& command);

// Where a unit's file goes: its parent, and for departments and districts the unit whose people hold `receive` for the
// province (in the data: Sở Nội vụ). Nothing for the province.
std::optional<UnitCode> receiver_of(Past& past, const UnitCode& unit, Date day);

}  // namespace minhbach::services::submission
