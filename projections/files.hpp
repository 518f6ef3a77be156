// The board of files: which units owe a file, which sent it, when, and what became of it. Departments and districts owe
// it to the Department of Home Affairs, communes, wards and townships to their district.
#pragma once

#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/organisation.hpp"
#include "events/vocabulary/submission.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

enum class FileStatus : std::uint8_t { missing, submitted, returned, accepted };
BOOST_DESCRIBE_ENUM(FileStatus, missing, submitted, returned, accepted)

struct FileVersion {
    int version = 1;
    Provenance submitted;
    UnitCode to;
    SettledCounts counts;
    int part_a = 0;  // dossiers
    int part_b = 0;
    int pending = 0;
    std::vector<UnitCode> consolidated;
    std::optional<DocumentId> document;
    std::optional<Provenance> returned;
    std::optional<Text> return_reason;
    std::optional<Label> return_phone;  // of whoever can be asked
    std::optional<Provenance> accepted;
    std::optional<Text> remark;
};
BOOST_DESCRIBE_STRUCT(FileVersion, (),
                      (version, submitted, to, counts, part_a, part_b, pending, consolidated, document, returned,
                       return_reason, return_phone, accepted, remark))

// All versions of a unit's file in a cycle.
struct FileRow {
    CycleId cycle;
    UnitCode unit;
    std::vector<FileVersion> versions;  // oldest first
    FileStatus status = FileStatus::missing;
    int revision = 0;  // events of the file's stream: its ETag
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (cycle, unit, versions, status, revision))

struct FileLine {
    UnitName unit;
    UnitKind kind = UnitKind::department;
    std::optional<UnitCode> to;  // to whom it is owed; absent: the Department of Home Affairs
    FileStatus status = FileStatus::missing;
    std::string status_key;            // st.fileSubmitted, st.late, st.missing, st.accepted, st.returned
    bool late = false;                 // the first version came after the term that holds for the unit
    std::optional<Deadline> extended;  // that term, where a document gave the unit until later than the cycle
    std::optional<DocumentName> extended_by;
    std::optional<Time> first_submitted_at;
    std::optional<Time> submitted_at;  // of the last version
    int version = 0;
    std::optional<Text> return_reason;  // while it is returned: what is to be completed, and who can be asked
    std::optional<Label> return_phone;
    std::optional<std::string> returned_by;  // the name
    std::optional<SettledCounts> counts;     // of the last version
    int pending = 0;
    int revision = 0;       // events of the file's stream: its ETag
    int changed_after = 0;  // re-ratings of people in it after it was sent, not settled by the unit so far
};
BOOST_DESCRIBE_STRUCT(FileLine, (),
                      (unit, kind, to, status, status_key, late, extended, extended_by, first_submitted_at,
                       submitted_at, version, return_reason, return_phone, returned_by, counts, pending, revision,
                       changed_after))

// due = on_time + late + missing; on_time + late = submitted + returned + accepted.
struct FileCounts {
    int due = 0;
    int on_time = 0;
    int late = 0;
    int missing = 0;
    int submitted = 0;  // awaiting the receiver's answer
    int returned = 0;
    int accepted = 0;
};
BOOST_DESCRIBE_STRUCT(FileCounts, (), (due, on_time, late, missing, submitted, returned, accepted))

struct FilesAnswer {
    Basis basis;
    CycleId cycle;
    std::optional<UnitName> district;  // absent: the files owed to the Department of Home Affairs
    Deadline deadline;
    Time deadline_end;  // from then on a file is late; units may have longer
    FileCounts counts;
    std::vector<FileLine> items;  // by code of the unit
};
BOOST_DESCRIBE_STRUCT(FilesAnswer, (), (basis, cycle, district, deadline, deadline_end, counts, items))

struct FileAnswer {
    Basis basis;
    CycleId cycle;
    FileLine line;
    std::vector<FileVersion> versions;  // oldest first
};
BOOST_DESCRIBE_STRUCT(FileAnswer, (), (basis, cycle, line, versions))

}  // namespace minhbach::projections
