// How acts of the party side are entered: done here (NATIVE), where rules are enforced; or transcribed from a paper of
// the time, where what they broke is kept beside them. As organisation::Entry does for the state's side, with papers
// that never enter the register of documents.
#pragma once

#include <vector>

#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/party/member_dossier.hpp"

namespace minhbach::services::party {

// Beside the other members of a command; without it the act is done here and now.
struct PartyOnPaper {
    PartyPaper paper;
    Time acted_at;  // not in the future
    Label place;    // where the paper is kept
    PersonCode signer;
};
BOOST_DESCRIBE_STRUCT(PartyOnPaper, (), (paper, acted_at, place, signer))

class PartyEntry {
public:
    PartyEntry(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper);

    // Who acts and on what; one of them first. A refusal is final: nobody who may enter it is at the door, a paper that
    // cannot be (future, without number, with a secrecy mark), or NATIVE and not competent. Whoever transcribes works
    // in the dossier or at the committee by a power of the party, and never in the own dossier.
    Outcome authorise(Power power, const MemberDossier& dossier);
    Outcome authorise_for_unit(Power power, const UnitCode& unit);
    Outcome authorise_self(const MemberDossier& dossier);

    // Who heads the organisation that stands at the unit.
    Outcome authorise_head(const std::optional<PersonCode>& head, const UnitCode& unit);

    // A rule is broken: NATIVE gives the refusal back, PAPER notes it and goes on.
    Outcome breach(Refusal refusal);
    // The same for all of them together.
    Outcome raise(std::vector<Refusal> broken);
    Outcome raise(std::optional<Refusal> broken);

    bool has_breaches() const { return !breaches_.empty(); }
    bool is_on_paper() const { return on_paper_.has_value(); }
    Time time() const { return on_paper_ ? on_paper_->acted_at : acting_.now; }
    Date day() const { return time().local_date(); }
    const Authority& authority() const { return authority_; }
    std::optional<PartyTranscript> transcript() const;
    // One event of the act.
    ToWrite to_write(events::Stream stream, Event event) const;
    Decided written(events::Stream stream, Event event) const;

private:
    using Competence = std::function<Result<Authority>(const PersonCode&, Power, Date)>;
    Outcome settle(Power power, const Competence& competence);
    Outcome check_paper() const;

    Past* past_;
    Acting acting_;
    std::optional<PartyOnPaper> on_paper_;
    Authority authority_;
    std::vector<Breach> breaches_;
};

// Competence over the member of the dossier: the cell proposes for whoever works in its unit; the committee decides
// where it stands, whatever the post.
Result<Authority> competent_in(Past& past, const PersonCode& actor, Power power, const MemberDossier& dossier,
                               Date day);

// What can never be of a paper: no number, no issuer, dated in the future, or a secrecy mark.
void check_paper(organisation::Problems& problems, const PartyPaper& paper, Date today,
                 const std::string& field = "/paper");

}  // namespace minhbach::services::party
