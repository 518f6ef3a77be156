// The words in which a rulebook writes its procedure: what the services can see as done, and who may be named.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>

namespace minhbach::services::law {

enum class ProcedureStep : std::uint8_t {
    self_assessment,  // of a person, or the self-review of a party member
    meeting,          // minutes adopted
    opinion_request,
    party_opinion,
    opinion,  // one that was asked for, or the comment of the former agency
    appraisal,
    ballot,
    proposal,
    decision,
    notice,  // in writing, received
    publication,
    petition,
    petition_answer,
    remediation_plan,
    review_draft,
    review,
    self_rating,  // of a collective
    state_rating,
    file,
};
BOOST_DESCRIBE_ENUM(ProcedureStep, self_assessment, meeting, opinion_request, party_opinion, opinion, appraisal, ballot,
                    proposal, decision, notice, publication, petition, petition_answer, remediation_plan, review_draft,
                    review, self_rating, state_rating, file)

enum class Role : std::uint8_t {
    rated_person,
    rated_collective,
    direct_head,
    unit_head,
    leadership,
    constituent_heads,
    staff,  // whoever works in the agency or constituent unit
    advisory_body,
    competent_authority,
    former_agency,
    party_committee,
    party_cell,
    cell_committee,
    trade_union,
    youth_union,
};
BOOST_DESCRIBE_ENUM(Role, rated_person, rated_collective, direct_head, unit_head, leadership, constituent_heads, staff,
                    advisory_body, competent_authority, former_agency, party_committee, party_cell, cell_committee,
                    trade_union, youth_union)

// Where the rated person stands in the own agency: at its head, helping to lead it, or neither.
enum class Position : std::uint8_t { agency_head, agency_deputy, other };
BOOST_DESCRIBE_ENUM(Position, agency_head, agency_deputy, other)

// The sides of events/vocabulary, and the party committee.
enum class OpinionSide : std::uint8_t {
    direct_head,
    superior,
    peer,
    subordinate,
    former_agency,
    organisation,
    host_agency,  // where the person was seconded to
    party_committee
};
BOOST_DESCRIBE_ENUM(OpinionSide, direct_head, superior, peer, subordinate, former_agency, organisation, host_agency,
                    party_committee)

// Asked, and no answer within the term: nothing goes on without it, or it goes on and that is on record.
enum class Unanswered : std::uint8_t { blocks, goes_on };
BOOST_DESCRIBE_ENUM(Unanswered, blocks, goes_on)

enum class TermName : std::uint8_t {
    rating,
    special_rating,
    notice,
    petition_filing,
    petition_answer,
    opinion_answer,
    remediation_plan,
    review_draft,
    file,
};
BOOST_DESCRIBE_ENUM(TermName, rating, special_rating, notice, petition_filing, petition_answer, opinion_answer,
                    remediation_plan, review_draft, file)

// What the law says beside the steps: of judging itself, the general criteria that are judged, who is competent over
// people and over units, the steps and the levels as a whole, and rating again.
enum class Principle : std::uint8_t {
    judging,
    politics,
    ethics,
    style,
    discipline,
    leadership,
    results,
    competence,
    competence_over_unit,
    steps,
    levels,
    re_rating
};
BOOST_DESCRIBE_ENUM(Principle, judging, politics, ethics, style, discipline, leadership, results, competence,
                    competence_over_unit, steps, levels, re_rating)

}  // namespace minhbach::services::law
