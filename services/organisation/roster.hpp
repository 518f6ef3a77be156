// Import of a roster (danh sách cán bộ, công chức, viên chức) as CSV or as the first sheet of an XLSX workbook, told
// apart by content.
//
// Columns, by name in the header, order free: personCode, fullName, birthDate, sex, unitCode, post, class, leader,
// headOf, partyMember, managedBy, from, to, document. UTF-8 with or without BOM; RFC 4180 quoting; LF or CRLF. Dates
// dd/MM/yyyy or yyyy-MM-dd; yes/no as có/không, x/empty, true/false, 1/0; class as CADRE/CIVIL_SERVANT/PUBLIC_EMPLOYEE
// or cán bộ/công chức/ viên chức; sex nam/nữ. An empty managedBy is the agency of the unit (for its head: the agency
// above). partyMember is yes/no or the day of admission; a bare yes is known from the day of import on. `document` is
// the id or the number of a registered one.
//
// A person may have several rows, one for each post, that agree about the person. A post is told by its unit and first
// day: a row with the same two corrects it, another row adds a post and ends the open one of the same person that the
// file does not list and that began earlier. People who are not in the file stay as they are.
//
// In a workbook the names of the columns may stand below titles and in merged cells; a day may be text or a date of
// the spreadsheet, a number may be text, and errors name their cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/past.hpp"

namespace minhbach::services::organisation {

// A row error names line (1 is the header), column and what to mend, Vietnamese first.
struct RosterError {
    int line = 0;
    std::string column;
    std::string given;
    std::string detail_vi;
    std::string detail_en;
    std::optional<std::string> cell = {};  // of a workbook: "D7"
};
BOOST_DESCRIBE_STRUCT(RosterError, (), (line, column, given, detail_vi, detail_en, cell))

// `added` enters somebody new; `extended` says more about somebody known, `changed` replaces what was known: both must
// have been seen by somebody; `normalised` tells that the file's spelling was mended (Unicode form, repeated spaces).
enum class RosterDifferenceKind : std::uint8_t { added, changed, extended, normalised };
BOOST_DESCRIBE_ENUM(RosterDifferenceKind, added, changed, extended, normalised)

// How a row differs from what is known: "thêm mới", "thay đổi chức vụ: ... → ...".
struct RosterDifference {
    int line = 0;
    RosterDifferenceKind kind = RosterDifferenceKind::added;
    PersonCode person;
    std::string what_vi;
    std::string what_en;
};
BOOST_DESCRIBE_STRUCT(RosterDifference, (), (line, kind, person, what_vi, what_en))

struct RosterReport {
    int rows = 0;
    bool already_imported = false;  // these very bytes were imported last, or say nothing that has changed since
    std::vector<RosterError> errors;
    std::vector<RosterDifference> differences;
};
BOOST_DESCRIBE_STRUCT(RosterReport, (), (rows, already_imported, errors, differences))

// Dry run: what an import of these bytes would do. At most kRosterRowsMax rows; the first kRosterErrorsMax errors are
// reported.
inline constexpr std::size_t kRosterRowsMax = 200'000;
inline constexpr std::size_t kRosterErrorsMax = 1'000;
RosterReport examine_roster(const Registry& registry, Date today, std::string_view csv);

struct ImportRoster {
    Label file_name;
    std::string csv;  // the bytes of the file, CSV or XLSX
    // A file that changes what is known, or adds to it, needs the hash of the report's differences, so that somebody
    // has seen them; a file that only adds people does not. See `differences_digest`. The hash holds for what is known
    // now: if somebody changed it since the report, the import is refused again.
    std::optional<Digest> differences_seen;
};
std::optional<Digest> differences_digest(const RosterReport& report);  // nothing: only new people

// One atomic append: RosterImported and an event per fact. Refuses with `roster-invalid` (one refusal for each error in
// `more`, field "/lines/<line>/<column>"), with `precondition-required` where differences were not seen, with
// `stale-revision` where others than the present ones were seen, with `too-large` where the facts pass one append;
// nothing half-done; a file already imported gives no events. By `record` on every unit of the file, and nothing about
// the importer (`self-decision`).
Decision decide(Past& past, const Acting& acting, const ImportRoster& command);

}  // namespace minhbach::services::organisation
