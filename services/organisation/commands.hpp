// Commands on the registry. Described, so that the doors can read them; valid texts and ids by construction.
#pragma once

#include "services/past.hpp"

namespace minhbach::services::organisation {

using RegisterDocument = DocumentRegistered;  // the command says what the event says
using CorrectDocument = DocumentCorrected;
using NoteClassifiedDocument = ClassifiedDocumentNoted;
using EstablishUnit = UnitEstablished;
using ChangeUnit = UnitChanged;
using DissolveUnit = UnitDissolved;
using RegisterPerson = PersonRegistered;
using CorrectPerson = PersonCorrected;
using MergePersons = PersonMerged;
using SeparatePersons = PersonSeparated;
using AssignPost = PostAssigned;
using EndPost = PostEnded;
using RecordSecondment = SecondmentRecorded;
using EndSecondment = SecondmentEnded;
using RecordPartyMembership = PartyMembershipRecorded;
using ImportEarlierRating = EarlierRatingImported;
using RecordService = ServiceRecorded;
using RecordDiscipline = DisciplineRecorded;
using ConcludeFinding = FindingConcluded;
using DeclareRelation = RelationDeclared;
using EndRelation = RelationEnded;
using ConfirmMandate = MandateConfirmed;
using CorrectMandate = MandateCorrected;
using RevokeMandate = MandateRevoked;

// As MandateGranted, but for what the rule says: whether somebody else has to confirm.
struct GrantMandate {
    MandateId mandate;
    PersonCode person;
    std::vector<Power> powers;
    UnitCode unit;
    Reach reach = Reach::unit;
    Capacity capacity = Capacity::in_office;
    Date from;
    std::optional<Date> to;  // last day
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(GrantMandate, (), (mandate, person, powers, unit, reach, capacity, from, to, document))

Decision decide(Past& past, const Acting& acting, const RegisterDocument& command);
Decision decide(Past& past, const Acting& acting, const CorrectDocument& command);
Decision decide(Past& past, const Acting& acting, const NoteClassifiedDocument& command);
Decision decide(Past& past, const Acting& acting, const EstablishUnit& command);
Decision decide(Past& past, const Acting& acting, const ChangeUnit& command);
Decision decide(Past& past, const Acting& acting, const DissolveUnit& command);
Decision decide(Past& past, const Acting& acting, const RegisterPerson& command);
Decision decide(Past& past, const Acting& acting, const CorrectPerson& command);
// By whoever keeps the records of both. Refused while the code that goes has a dossier that was worked on and is not
// closed, or a mandate that holds; and for two who were born on different days.
Decision decide(Past& past, const Acting& acting, const MergePersons& command);
// By whoever keeps the records of both: the merge stays in the log, and each code holds what was entered under it.
Decision decide(Past& past, const Acting& acting, const SeparatePersons& command);
Decision decide(Past& past, const Acting& acting, const AssignPost& command);
Decision decide(Past& past, const Acting& acting, const EndPost& command);
// To an agency other than the one of the post held that day, on a document; one at a time.
Decision decide(Past& past, const Acting& acting, const RecordSecondment& command);
Decision decide(Past& past, const Acting& acting, const EndSecondment& command);
Decision decide(Past& past, const Acting& acting, const RecordPartyMembership& command);
Decision decide(Past& past, const Acting& acting, const ImportEarlierRating& command);
Decision decide(Past& past, const Acting& acting, const RecordService& command);
Decision decide(Past& past, const Acting& acting, const RecordDiscipline& command);
Decision decide(Past& past, const Acting& acting, const ConcludeFinding& command);
// By the person, or on a document by whoever keeps the records of the person and is neither of the two.
Decision decide(Past& past, const Acting& acting, const DeclareRelation& command);
// By whom it was declared; one that stands on a document by whoever keeps the records, on a document.
Decision decide(Past& past, const Acting& acting, const EndRelation& command);
// With a power that needs a second person it gives nothing until one confirms; where nobody else could, it stands
// alone and says so.
Decision decide(Past& past, const Acting& acting, const GrantMandate& command);
// By another than granter and holder, who grants or inspects for the unit; of the party side by who grants there.
Decision decide(Past& past, const Acting& acting, const ConfirmMandate& command);
// A mandate that needs a second person can be narrowed by one, and is not widened.
Decision decide(Past& past, const Acting& acting, const CorrectMandate& command);
Decision decide(Past& past, const Acting& acting, const RevokeMandate& command);

// The first events of a store: the province, its units, the administrator as a person with the mandates to begin
// (`administer`, `grant`, `record`, `open_cycle` on the province). Refused on a store that has events.
struct OpenProvince {
    Label origin;
    Label name;
    bool simulated_clock = false;
    std::optional<int> seed;
    std::vector<UnitEstablished> units;  // parents before children; exactly one province
    Label administrator;                 // full name
    PersonCode administrator_code;
};
Decision decide(Past& past, const Acting& acting, const OpenProvince& command);

}  // namespace minhbach::services::organisation
