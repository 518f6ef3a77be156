// Gửi hồ sơ của đơn vị: a unit's file going up its tier. Part A: leaders decided above, as proposals; part B: decided
// results.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "events/vocabulary/settlement.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach {

// A dossier as it stood: its stream had `revision` events.
struct SubmittedDossier {
    DossierId dossier;
    int revision = 0;
    friend bool operator==(const SubmittedDossier&, const SubmittedDossier&) = default;
};
BOOST_DESCRIBE_STRUCT(SubmittedDossier, (), (dossier, revision))

struct FileSubmitted {
    static constexpr std::string_view kType = "file.submitted";
    CycleId cycle;
    UnitCode unit;
    UnitCode to;
    int version = 1;
    std::vector<SubmittedDossier> part_a;
    std::vector<SubmittedDossier> part_b;
    SettledCounts counts;                // of part B; `staff` is everybody in it
    int pending = 0;                     // dossiers of the unit without a decision, left out
    std::vector<UnitCode> consolidated;  // lower units whose accepted files are part of this one
    std::optional<DocumentId> document;  // công văn gửi hồ sơ
    friend bool operator==(const FileSubmitted&, const FileSubmitted&) = default;
};
BOOST_DESCRIBE_STRUCT(FileSubmitted, (),
                      (cycle, unit, to, version, part_a, part_b, counts, pending, consolidated, document))

// Schema 1 had a telephone number, if any, in the reason.
struct FileReturned1 {
    static constexpr std::string_view kType = "file.returned";
    CycleId cycle;
    UnitCode unit;
    int version = 1;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(FileReturned1, (), (cycle, unit, version, reason))

struct FileReturned {
    static constexpr std::string_view kType = "file.returned";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = FileReturned1;
    static FileReturned upcast(Previous old) { return {old.cycle, old.unit, old.version, old.reason, {}}; }
    CycleId cycle;
    UnitCode unit;
    int version = 1;
    Text reason;
    std::optional<Label> phone;  // of whoever can be asked what is missing
    friend bool operator==(const FileReturned&, const FileReturned&) = default;
};
BOOST_DESCRIBE_STRUCT(FileReturned, (), (cycle, unit, version, reason, phone))

struct FileAccepted {
    static constexpr std::string_view kType = "file.accepted";
    CycleId cycle;
    UnitCode unit;
    int version = 1;
    std::optional<Text> remark;
    friend bool operator==(const FileAccepted&, const FileAccepted&) = default;
};
BOOST_DESCRIBE_STRUCT(FileAccepted, (), (cycle, unit, version, remark))

}  // namespace minhbach
