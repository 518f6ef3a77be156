// The organisation through time: units and their tree, people, posts, party membership, service, discipline.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

enum class UnitKind : std::uint8_t {
    province,
    department,
    district,
    commune,
    ward,
    township,
    office,
    division,
    sub_department,
    centre,
    school,
    hospital
};
BOOST_DESCRIBE_ENUM(UnitKind, province, department, district, commune, ward, township, office, division, sub_department,
                    centre, school, hospital)

enum class Sex : std::uint8_t { male, female };
BOOST_DESCRIBE_ENUM(Sex, male, female)

struct UnitEstablished {
    static constexpr std::string_view kType = "unit.established";
    UnitCode unit;
    Label name;
    UnitKind kind = UnitKind::division;
    std::optional<UnitCode> parent;
    Date from;
    std::optional<DocumentId> document;
    friend bool operator==(const UnitEstablished&, const UnitEstablished&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitEstablished, (), (unit, name, kind, parent, from, document))

struct UnitChanged {
    static constexpr std::string_view kType = "unit.changed";
    UnitCode unit;
    std::optional<Label> name;
    std::optional<UnitCode> parent;
    Date from;
    DocumentId document;
    friend bool operator==(const UnitChanged&, const UnitChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitChanged, (), (unit, name, parent, from, document))

struct UnitDissolved {
    static constexpr std::string_view kType = "unit.dissolved";
    UnitCode unit;
    Date on;  // first day without the unit
    DocumentId document;
    friend bool operator==(const UnitDissolved&, const UnitDissolved&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitDissolved, (), (unit, on, document))

struct PersonRegistered {
    static constexpr std::string_view kType = "person.registered";
    PersonCode person;
    Label full_name;
    Date birth_date;
    Sex sex = Sex::male;
    friend bool operator==(const PersonRegistered&, const PersonRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person, full_name, birth_date, sex))

struct PersonCorrected {
    static constexpr std::string_view kType = "person.corrected";
    PersonCode person;
    std::optional<Label> full_name;
    std::optional<Date> birth_date;
    std::optional<Sex> sex;
    Text reason;
    friend bool operator==(const PersonCorrected&, const PersonCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonCorrected, (), (person, full_name, birth_date, sex, reason))

// One human being was registered twice. What was entered under `person` counts for `into` from now on; nothing new is
// entered under `person`.
struct PersonMerged {
    static constexpr std::string_view kType = "person.merged";
    PersonCode person;
    PersonCode into;
    Text reason;
    DocumentId document;
    friend bool operator==(const PersonMerged&, const PersonMerged&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonMerged, (), (person, into, reason, document))

// The merge was wrong: they are two human beings. What was entered under each code is that one's again.
struct PersonSeparated {
    static constexpr std::string_view kType = "person.separated";
    PersonCode person;  // the code that had been merged
    PersonCode from;    // ... into this one
    Text reason;
    DocumentId document;
    friend bool operator==(const PersonSeparated&, const PersonSeparated&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonSeparated, (), (person, from, reason, document))

// A post held in a unit. `managed_by` is the unit whose competent person rates the holder (Điều 16 ND 90): for staff
// the agency that uses them, for its head the agency above.
struct Post {
    UnitCode unit;
    Label title;
    SubjectClass subject_class = SubjectClass::civil_servant;
    bool leader = false;
    std::optional<UnitCode> head_of;
    UnitCode managed_by;
    Date from;
    std::optional<Date> to;  // last day in post
    bool is_held_on(Date day) const { return from <= day && (!to || day <= *to); }
    friend bool operator==(const Post&, const Post&) = default;
};
BOOST_DESCRIBE_STRUCT(Post, (), (unit, title, subject_class, leader, head_of, managed_by, from, to))

// Higher posts first: leaders, then the latest begun (Điều 7 Quy định 124-QĐ/TW).
bool ranks_higher(const Post& left, const Post& right);
// The highest of those held that day; null if there is none.
const Post* main_post_at(const std::vector<Post>& posts, Date day);

struct PostAssigned {
    static constexpr std::string_view kType = "post.assigned";
    PersonCode person;
    Post post;
    std::optional<DocumentId> document;
    friend bool operator==(const PostAssigned&, const PostAssigned&) = default;
};
BOOST_DESCRIBE_STRUCT(PostAssigned, (), (person, post, document))

// The post held in `unit` from `from` on ends with the day `to`.
struct PostEnded {
    static constexpr std::string_view kType = "post.ended";
    PersonCode person;
    UnitCode unit;
    Date from;
    Date to;
    std::optional<DocumentId> document;
    friend bool operator==(const PostEnded&, const PostEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(PostEnded, (), (person, unit, from, to, document))

// Biệt phái: works for `host` for a time and keeps the post, and the payroll, at home.
struct SecondmentRecordedFirst {
    static constexpr std::string_view kType = "secondment.recorded";
    PersonCode person;
    UnitCode host;
    Date from;
    std::optional<Date> to;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(SecondmentRecordedFirst, (), (person, host, from, to, document))

// Which agency rates whoever is seconded, as the document of the secondment says.
enum class SecondmentRater : std::uint8_t { home, host };
BOOST_DESCRIBE_ENUM(SecondmentRater, home, host)

// First: as it was before the document could say who rates.
struct SecondmentRecorded {
    static constexpr std::string_view kType = "secondment.recorded";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = SecondmentRecordedFirst;
    static SecondmentRecorded upcast(Previous old) { return {old.person, old.host, old.from, old.to, old.document}; }
    PersonCode person;
    UnitCode host;
    Date from;
    std::optional<Date> to;  // last day at the host; absent: not fixed yet
    DocumentId document;
    std::optional<SecondmentRater> rater{};  // absent: the document names nobody, and the home agency rates
    bool rated_by_host() const { return rater == SecondmentRater::host; }
    friend bool operator==(const SecondmentRecorded&, const SecondmentRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(SecondmentRecorded, (), (person, host, from, to, document, rater))

// The secondment to `host` that began with `from` ends with the day `to`, earlier or later than first laid down.
struct SecondmentEnded {
    static constexpr std::string_view kType = "secondment.ended";
    PersonCode person;
    UnitCode host;
    Date from;
    Date to;
    DocumentId document;
    friend bool operator==(const SecondmentEnded&, const SecondmentEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(SecondmentEnded, (), (person, host, from, to, document))

struct PartyMembershipRecorded {
    static constexpr std::string_view kType = "party-membership.recorded";
    PersonCode person;
    bool member = false;
    Date from;
    friend bool operator==(const PartyMembershipRecorded&, const PartyMembershipRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyMembershipRecorded, (), (person, member, from))

struct RosterImported {
    static constexpr std::string_view kType = "roster.imported";
    Digest file_hash;
    Label file_name;
    int rows = 0;
    int persons_added = 0;
    int posts_added = 0;
    int corrections = 0;
    friend bool operator==(const RosterImported&, const RosterImported&) = default;
};
BOOST_DESCRIBE_STRUCT(RosterImported, (), (file_hash, file_name, rows, persons_added, posts_added, corrections))

// A rating of a year before this record, in its own words and with its source.
struct EarlierRatingImported {
    static constexpr std::string_view kType = "earlier-rating.imported";
    PersonCode person;
    int year = 0;
    std::optional<Level> level;  // absent: not rated, or a level of older law that has no equal
    Label wording;
    Label unit_name;
    std::optional<UnitCode> unit;
    std::vector<ViolationId> violations_counted;
    Label source;
    friend bool operator==(const EarlierRatingImported&, const EarlierRatingImported&) = default;
};
BOOST_DESCRIBE_STRUCT(EarlierRatingImported, (),
                      (person, year, level, wording, unit_name, unit, violations_counted, source))

// Months of one year (khoản 3 Điều 2 ND 90); replaces what was recorded before for that year.
struct ServiceRecorded {
    static constexpr std::string_view kType = "service.recorded";
    PersonCode person;
    int year = 0;
    int months_worked = 12;
    int absence_months = 0;
    int maternity_months = 0;
    Label source;  // the leave record or appointment it was taken from
    friend bool operator==(const ServiceRecorded&, const ServiceRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(ServiceRecorded, (), (person, year, months_worked, absence_months, maternity_months, source))

struct DisciplineRecorded1 {
    static constexpr std::string_view kType = "discipline.recorded";
    PersonCode person;
    ViolationId violation;
    int act_year = 0;
    DisciplineKind kind = DisciplineKind::administrative;
    DisciplineForm form = DisciplineForm::reprimand;
    Date effective;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(DisciplineRecorded1, (), (person, violation, act_year, kind, form, effective, document))

struct DisciplineRecorded {
    static constexpr std::string_view kType = "discipline.recorded";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = DisciplineRecorded1;
    static DisciplineRecorded upcast(Previous old) {
        return {old.person, old.violation, old.act_year, old.kind, old.form, old.effective, old.document, {}};
    }
    PersonCode person;
    ViolationId violation;  // the act; several decisions may punish one act (điểm c khoản 5 Điều 2 ND 90)
    int act_year = 0;       // the year in which the act was done
    DisciplineKind kind = DisciplineKind::administrative;
    DisciplineForm form = DisciplineForm::reprimand;
    Date effective;
    DocumentId document;
    std::optional<bool> in_performance_of_duty{};  // only some rulebooks ask (ND 90 before 15/9/2023)
    friend bool operator==(const DisciplineRecorded&, const DisciplineRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(DisciplineRecorded, (),
                      (person, violation, act_year, kind, form, effective, document, in_performance_of_duty))

enum class ConcludedFinding : std::uint8_t { degradation, unit_corruption_handled };
BOOST_DESCRIBE_ENUM(ConcludedFinding, degradation, unit_corruption_handled)

// A conclusion of the competent level that fixes the level of a year (điểm a, d khoản 2 Điều 15 ND 90).
struct FindingConcluded {
    static constexpr std::string_view kType = "finding.concluded";
    PersonCode person;
    int year = 0;
    ConcludedFinding finding = ConcludedFinding::degradation;
    DocumentId document;
    friend bool operator==(const FindingConcluded&, const FindingConcluded&) = default;
};
BOOST_DESCRIBE_STRUCT(FindingConcluded, (), (person, year, finding, document))

}  // namespace minhbach
