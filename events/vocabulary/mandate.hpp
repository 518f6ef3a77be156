// Mandates: a person's powers to act, for whom, from when to when, on which document (Điều 16 ND 90; Điều 43 Luật Viên
// chức).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// In which capacity somebody acts (terms: đương chức, quyền, phụ trách, TM., KT., TL., TUQ.). `self` is the rated
// person in the own dossier, `clerk` transcribes paper, `system` is this program's own bookkeeping.
enum class Capacity : std::uint8_t { self, in_office, acting, in_charge, tm, kt, tl, tuq, clerk, system };
BOOST_DESCRIBE_ENUM(Capacity, self, in_office, acting, in_charge, tm, kt, tl, tuq, clerk, system)

enum class Power : std::uint8_t {
    assign_work,    // assign, change and accept tasks and targets
    comment,        // comment and judge as direct head or invited party
    propose,        // personnel advisory body or officer: judge, propose a level
    decide,         // competent authority: judge, decide, settle, notify, publish
    party_opinion,  // record the party committee's opinion
    meeting,        // hold meetings and keep minutes
    submit,         // send the unit's file up
    receive,        // receive, return and accept files of lower units
    record,         // keep documents, people, posts, service and discipline
    transcribe,     // enter acts from paper
    open_cycle,     // open cycles, define groups, name readings and exceptions
    grant,          // grant, correct and revoke mandates
    inspect,        // read everything, with a purpose
    administer,     // run the system; sees no content
    // Of the party side; no mandate holds these and others.
    party_administer,  // grant, correct and revoke mandates of the party side; sees no content
    party_propose,     // the cell and its committee: open dossiers, appraise, count ballots, propose
    party_decide,      // the grassroots committee: decide, notify, re-rate, share
    party_read         // read party dossiers
};
BOOST_DESCRIBE_ENUM(Power, assign_work, comment, propose, decide, party_opinion, meeting, submit, receive, record,
                    transcribe, open_cycle, grant, inspect, administer, party_administer, party_propose, party_decide,
                    party_read)

constexpr bool is_of_party(Power power) {
    return power >= Power::party_administer;
}

// Power over powers, over the system, or to read everybody: one person alone does not give it.
constexpr bool needs_second_person(Power power) {
    return power == Power::grant || power == Power::inspect || power == Power::administer ||
           power == Power::party_administer;
}

// Whom a mandate reaches: people of the unit itself; of the unit and all below it; or those whose post is managed by
// the unit.
enum class Reach : std::uint8_t { unit, subtree, managed };
BOOST_DESCRIBE_ENUM(Reach, unit, subtree, managed)

// Whether somebody besides granter and holder has to confirm before a mandate gives anything: not asked (none of its
// powers needs it, or it is older than the question), awaited, or nobody else could, so that it stands alone.
enum class SecondPerson : std::uint8_t { not_asked, awaited, nobody_else };
BOOST_DESCRIBE_ENUM(SecondPerson, not_asked, awaited, nobody_else)

inline bool awaits_confirmation(SecondPerson asked, bool is_confirmed) {
    return asked == SecondPerson::awaited && !is_confirmed;
}
// By its dates: `to` is the last day, `revoked_on` the first one without it.
inline bool runs_on(Date day, Date from, const std::optional<Date>& to, const std::optional<Date>& revoked_on) {
    return from <= day && (!to || day <= *to) && (!revoked_on || day < *revoked_on);
}

struct MandateGranted1 {
    static constexpr std::string_view kType = "mandate.granted";
    MandateId mandate;
    PersonCode person;
    std::vector<Power> powers;
    UnitCode unit;
    Reach reach = Reach::unit;
    Capacity capacity = Capacity::in_office;
    Date from;
    std::optional<Date> to;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(MandateGranted1, (), (mandate, person, powers, unit, reach, capacity, from, to, document))

// 1: before a second person was asked for. What was granted then stands as it stood.
struct MandateGranted {
    static constexpr std::string_view kType = "mandate.granted";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = MandateGranted1;
    static MandateGranted upcast(Previous old) {
        return {old.mandate, old.person,   std::move(old.powers),  old.unit, old.reach, old.capacity, old.from,
                old.to,      old.document, SecondPerson::not_asked};
    }
    MandateId mandate;
    PersonCode person;
    std::vector<Power> powers;
    UnitCode unit;
    Reach reach = Reach::unit;
    Capacity capacity = Capacity::in_office;
    Date from;
    std::optional<Date> to;  // last day
    DocumentId document;
    SecondPerson second_person = SecondPerson::not_asked;
    friend bool operator==(const MandateGranted&, const MandateGranted&) = default;
};
BOOST_DESCRIBE_STRUCT(MandateGranted, (),
                      (mandate, person, powers, unit, reach, capacity, from, to, document, second_person))

// By somebody who is neither granter nor holder; from now on the mandate gives what it says.
struct MandateConfirmed {
    static constexpr std::string_view kType = "mandate.confirmed";
    MandateId mandate;
    PersonCode person;
    friend bool operator==(const MandateConfirmed&, const MandateConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(MandateConfirmed, (), (mandate, person))

// The entry was wrong. What was known before stays readable; acts that fall out of the corrected dates become findings.
struct MandateCorrected {
    static constexpr std::string_view kType = "mandate.corrected";
    MandateId mandate;
    PersonCode person;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<DocumentId> document;
    Text reason;
    friend bool operator==(const MandateCorrected&, const MandateCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(MandateCorrected, (), (mandate, person, from, to, document, reason))

struct MandateRevoked {
    static constexpr std::string_view kType = "mandate.revoked";
    MandateId mandate;
    PersonCode person;
    Date on;  // first day without the mandate
    DocumentId document;
    friend bool operator==(const MandateRevoked&, const MandateRevoked&) = default;
};
BOOST_DESCRIBE_STRUCT(MandateRevoked, (), (mandate, person, on, document))

}  // namespace minhbach
