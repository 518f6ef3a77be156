// The evaluation cycle: opened on a document, bound to one rulebook by id and hash, with its scope, groups and
// deadlines; what later documents changed of it, until it is closed.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// "Trước ngày 30/11/2023" is {2023-11-30, false}: it ends with 29/11 24:00.
struct Deadline {
    Date date;
    bool inclusive = false;
    friend bool operator==(const Deadline&, const Deadline&) = default;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (date, inclusive))

// As it was before the term for remediation plans could be set.
struct CycleOpenedFirst {
    static constexpr std::string_view kType = "cycle.opened";
    CycleId cycle;
    int year = 0;
    Label title;
    DocumentId document;
    RulebookId rulebook;
    Digest rulebook_hash;
    std::vector<UnitCode> scope;
    Deadline submission;
    std::optional<Deadline> self_assessment;
    int notice_working_days = 5;
};
BOOST_DESCRIBE_STRUCT(CycleOpenedFirst, (),
                      (cycle, year, title, document, rulebook, rulebook_hash, scope, submission, self_assessment,
                       notice_working_days))

struct CycleOpened {
    static constexpr std::string_view kType = "cycle.opened";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = CycleOpenedFirst;
    static CycleOpened upcast(Previous old) {
        return {old.cycle,
                old.year,
                old.title,
                old.document,
                old.rulebook,
                old.rulebook_hash,
                old.scope,
                old.submission,
                old.self_assessment,
                old.notice_working_days,
                10};
    }
    CycleId cycle;
    int year = 0;
    Label title;
    DocumentId document;
    RulebookId rulebook;
    Digest rulebook_hash;
    std::vector<UnitCode> scope;  // units with everything below them
    Deadline submission;
    std::optional<Deadline> self_assessment;
    int notice_working_days = 5;        // internal rule (quy định nội bộ), 0: none
    int remediation_working_days = 10;  // internal rule: from the conclusion to the plan
    friend bool operator==(const CycleOpened&, const CycleOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(CycleOpened, (),
                      (cycle, year, title, document, rulebook, rulebook_hash, scope, submission, self_assessment,
                       notice_working_days, remediation_working_days))

// Nhóm đối tượng có nhiệm vụ tương đồng: decided by the competent authority before the rating. First: as it was before
// collectives could be grouped.
struct ComparableGroupDefinedFirst {
    static constexpr std::string_view kType = "comparable-group.defined";
    CycleId cycle;
    GroupId group;
    UnitCode agency;
    Label name;
    std::vector<PersonCode> members;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(ComparableGroupDefinedFirst, (), (cycle, group, agency, name, members, document))

struct ComparableGroupDefined {
    static constexpr std::string_view kType = "comparable-group.defined";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = ComparableGroupDefinedFirst;
    static ComparableGroupDefined upcast(Previous old) {
        return {old.cycle, old.group, old.agency, old.name, std::move(old.members), old.document};
    }
    CycleId cycle;
    GroupId group;
    UnitCode agency;  // the unit whose competent person decides on the members
    Label name;
    std::vector<PersonCode> members;
    DocumentId document;
    std::vector<UnitCode> units{};  // instead of members: a group of collectives (Điều 12 Quy định số 124-QĐ/TW)
    friend bool operator==(const ComparableGroupDefined&, const ComparableGroupDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(ComparableGroupDefined, (), (cycle, group, agency, name, members, document, units))

enum class QuotaBase : std::uint8_t { good, good_or_better, total_rated, total_staff };
BOOST_DESCRIBE_ENUM(QuotaBase, good, good_or_better, total_rated, total_staff)
enum class QuotaRounding : std::uint8_t { floor, half_up, ceil };
BOOST_DESCRIBE_ENUM(QuotaRounding, floor, half_up, ceil)

// A document names another reading of the base than the default one, for one agency.
struct QuotaReadingNamed {
    static constexpr std::string_view kType = "quota-reading.named";
    CycleId cycle;
    UnitCode agency;
    QuotaBase base = QuotaBase::good;
    QuotaRounding rounding = QuotaRounding::floor;
    DocumentId document;
    friend bool operator==(const QuotaReadingNamed&, const QuotaReadingNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(QuotaReadingNamed, (), (cycle, agency, base, rounding, document))

struct QuotaExceptionGrantedFirst {
    static constexpr std::string_view kType = "quota-exception.granted";
    CycleId cycle;
    UnitCode agency;
    int percent = 20;
    PersonCode approver;
    DocumentId document;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(QuotaExceptionGrantedFirst, (), (cycle, agency, percent, approver, document, reason))

// Whose excellent share: of people, or of the collectives that the unit rates.
enum class QuotaOf : std::uint8_t { individuals, collectives };
BOOST_DESCRIBE_ENUM(QuotaOf, individuals, collectives)

// An outstanding agency gets a higher rate (khoản 6 Điều 2 ND 90: no number in the text). First: as it was before it
// could be one of collectives.
struct QuotaExceptionGranted {
    static constexpr std::string_view kType = "quota-exception.granted";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = QuotaExceptionGrantedFirst;
    static QuotaExceptionGranted upcast(Previous old) {
        return {old.cycle, old.agency, old.percent, old.approver, old.document, old.reason};
    }
    CycleId cycle;
    UnitCode agency;
    int percent = 20;
    PersonCode approver;
    DocumentId document;
    Text reason;
    std::optional<QuotaOf> of{};  // absent: individuals
    bool is_of_collectives() const { return of == QuotaOf::collectives; }
    friend bool operator==(const QuotaExceptionGranted&, const QuotaExceptionGranted&) = default;
};
BOOST_DESCRIBE_STRUCT(QuotaExceptionGranted, (), (cycle, agency, percent, approver, document, reason, of))

enum class CycleTerm : std::uint8_t { self_assessment, submission };
BOOST_DESCRIBE_ENUM(CycleTerm, self_assessment, submission)

// Gia hạn: a document gives the whole cycle, or one unit with everything below it, until later.
struct CycleTermExtended {
    static constexpr std::string_view kType = "cycle.term-extended";
    CycleId cycle;
    CycleTerm term = CycleTerm::submission;
    std::optional<UnitCode> for_unit;  // absent: the cycle
    Deadline until;
    std::optional<Deadline> was;  // what held there until now; absent: the cycle set no such term
    DocumentId document;
    Text reason;
    friend bool operator==(const CycleTermExtended&, const CycleTermExtended&) = default;
};
BOOST_DESCRIBE_STRUCT(CycleTermExtended, (), (cycle, term, for_unit, until, was, document, reason))

// From then on no act changes a result of the cycle, but those that the law keeps open: objections, re-ratings and what
// follows from them, remediation, notices.
struct CycleClosed {
    static constexpr std::string_view kType = "cycle.closed";
    CycleId cycle;
    DocumentId document;
    std::optional<Text> reason;         // required where something is left unfinished
    std::vector<DossierId> unfinished;  // without a decision
    std::vector<UnitCode> files_open;   // sent and neither accepted nor returned
    friend bool operator==(const CycleClosed&, const CycleClosed&) = default;
};
BOOST_DESCRIBE_STRUCT(CycleClosed, (), (cycle, document, reason, unfinished, files_open))

struct CycleReopened {
    static constexpr std::string_view kType = "cycle.reopened";
    CycleId cycle;
    DocumentId document;
    Text reason;
    friend bool operator==(const CycleReopened&, const CycleReopened&) = default;
};
BOOST_DESCRIBE_STRUCT(CycleReopened, (), (cycle, document, reason))

// Why a member of a copied group was left out.
enum class LeftOutWhy : std::uint8_t { no_post, other_agency, other_group };
BOOST_DESCRIBE_ENUM(LeftOutWhy, no_post, other_agency, other_group)

struct LeftOut {
    PersonCode who;
    GroupId group;
    LeftOutWhy why = LeftOutWhy::no_post;
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (who, group, why))

// Why a unit of a copied group of collectives was: there is none that day, it is not below the agency any more, or it
// is in another group of the new cycle.
enum class UnitLeftOutWhy : std::uint8_t { no_unit, other_agency, other_group };
BOOST_DESCRIBE_ENUM(UnitLeftOutWhy, no_unit, other_agency, other_group)

struct UnitLeftOut {
    UnitCode unit;
    GroupId group;
    UnitLeftOutWhy why = UnitLeftOutWhy::no_unit;
    friend bool operator==(const UnitLeftOut&, const UnitLeftOut&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitLeftOut, (), (unit, group, why))

struct CycleSetupCopiedFirst {
    static constexpr std::string_view kType = "cycle.setup-copied";
    CycleId cycle;
    CycleId from;
    DocumentId document;
    std::vector<GroupId> groups;
    std::vector<UnitCode> readings;
    std::vector<UnitCode> concretisations;
    std::vector<LeftOut> left_out;
};
BOOST_DESCRIBE_STRUCT(CycleSetupCopiedFirst, (), (cycle, from, document, groups, readings, concretisations, left_out))

// The set-up of an earlier cycle was taken over: groups and readings are defined in the same append, concretisations
// proposed anew. Dossiers are never copied. First: as it was before groups of collectives were taken over.
struct CycleSetupCopied {
    static constexpr std::string_view kType = "cycle.setup-copied";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = CycleSetupCopiedFirst;
    static CycleSetupCopied upcast(Previous old) {
        return {old.cycle,
                old.from,
                old.document,
                std::move(old.groups),
                std::move(old.readings),
                std::move(old.concretisations),
                std::move(old.left_out),
                {}};
    }
    CycleId cycle;
    CycleId from;
    DocumentId document;
    std::vector<GroupId> groups;            // of people and of collectives
    std::vector<UnitCode> readings;         // agencies
    std::vector<UnitCode> concretisations;  // agencies whose last issued one was proposed again
    std::vector<LeftOut> left_out;
    std::vector<UnitLeftOut> units_left_out;
    friend bool operator==(const CycleSetupCopied&, const CycleSetupCopied&) = default;
};
BOOST_DESCRIBE_STRUCT(CycleSetupCopied, (),
                      (cycle, from, document, groups, readings, concretisations, left_out, units_left_out))

// Another rulebook than the cycle's for one unit and everything below it, from the beginning of the cycle.
struct RulebookBound {
    static constexpr std::string_view kType = "cycle.rulebook-bound";
    CycleId cycle;
    UnitCode for_unit;
    RulebookId rulebook;
    Digest rulebook_hash;
    DocumentId document;
    Text reason;
    friend bool operator==(const RulebookBound&, const RulebookBound&) = default;
};
BOOST_DESCRIBE_STRUCT(RulebookBound, (), (cycle, for_unit, rulebook, rulebook_hash, document, reason))

}  // namespace minhbach
