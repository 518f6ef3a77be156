// Who is related to whom, as far as it keeps somebody from judging: declared by the person, or recorded on a document;
// ended or put right by an act of its own, never removed. What follows is said here, once, for whoever decides and for
// whoever asks.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/vocabulary/mandate.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// What the other is to the person.
enum class RelationKind : std::uint8_t {
    spouse,
    parent,
    child,
    sibling,
    spouse_parent,
    child_spouse,
    spouse_sibling,
    other_interest  // another tie of interest
};
BOOST_DESCRIBE_ENUM(RelationKind, spouse, parent, child, sibling, spouse_parent, child_spouse, spouse_sibling,
                    other_interest)
std::string_view relation_vi(RelationKind kind);
std::string_view relation_en(RelationKind kind);

struct RelationDeclared {
    static constexpr std::string_view kType = "relation.declared";
    PersonCode person;
    PersonCode other;
    RelationKind kind = RelationKind::spouse;
    std::optional<Date> since;           // absent: always
    std::optional<DocumentId> document;  // absent: the person's own word
    friend bool operator==(const RelationDeclared&, const RelationDeclared&) = default;
};
BOOST_DESCRIBE_STRUCT(RelationDeclared, (), (person, other, kind, since, document))

// Does not hold any more, or was declared in error: the reason says which.
struct RelationEnded {
    static constexpr std::string_view kType = "relation.ended";
    PersonCode person;
    PersonCode other;
    Date on;  // first day without it
    Text reason;
    std::optional<DocumentId> document;
    friend bool operator==(const RelationEnded&, const RelationEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(RelationEnded, (), (person, other, on, reason, document))

struct Relation {
    RelationDeclared declared;
    PersonCode declared_by;
    std::optional<Date> ended_on;
    bool holds_on(Date day) const {
        return (!declared.since || *declared.since <= day) && (!ended_on || day < *ended_on);
    }
    // Nobody is kept from an office by what another says of them: else whoever is rated could choose the rater. A
    // relation binds who declared it, and everybody once it stands on a document. `kept` gives the code that a person
    // is kept under, which `actor` is.
    template <class Kept>
    bool binds(const PersonCode& actor, const Kept& kept) const {
        return declared.document || kept(declared_by) == actor;
    }
};
BOOST_DESCRIBE_STRUCT(Relation, (), (declared, declared_by, ended_on))

// The relations that one person's stream tells of. Declared again, a relation takes the place of the one that stood.
void declare_relation(std::vector<Relation>& relations, const RelationDeclared& declared, const PersonCode& by);
void end_relation(std::vector<Relation>& relations, const RelationEnded& ended);
// The one that stands, or ended last; nullptr: none.
const Relation* relation_with(const std::vector<Relation>& relations, const PersonCode& other);

// Who holds such a power judges or decides alone, and stands aside for relatives. Whoever comments, votes, keeps the
// minutes, receives files or keeps records does not: the decree has everybody of the unit speak at the meeting (Điều 17
// to 19 ND 90), a relative too, and none of them decides by it.
constexpr bool stands_aside(Power power) {
    return power == Power::propose || power == Power::decide || power == Power::inspect ||
           power == Power::party_propose || power == Power::party_decide;
}

// The decree forbids to let relatives profit from one's office, and names no acts: which ones they are is the house's
// own rule, and said to be.
inline constexpr std::string_view kStandsAsideClause =
    "điểm d khoản 2 Điều 3 Nghị định số 90/2020/NĐ-CP; quy định nội bộ về người phải tránh";

}  // namespace minhbach
