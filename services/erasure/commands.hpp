// The commands of erasure. Two people: who keeps the person's records asks (`record`), who inspects or is competent to
// decide about the person approves (`inspect`, or `decide`), each on a mandate that reaches the person that day;
// neither is the person, under whichever code. What stands in the way is looked for when it is asked and once more when
// it is approved:
//   on-hold    a legal hold, an objection or complaint that is not closed, a remediation measure that is not verified,
//              a dossier neither decided nor closed (or closed for a suspension, which ends), an effect of a
//              re-evaluation that somebody still owes
//   retained   a record whose kind has no term (they are kept), a permanent one, or one that has not ended
// The terms of keeping are counted from the year in which the work ended (Thông tư số 10/2022/TT-BNV); everything else
// here is a rule of this project and says so ("quy định nội bộ").
#pragma once

#include "services/decision.hpp"
#include "services/erasure/erasures.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::erasure {

using RequestErasure = ErasureRequested;

struct ApproveErasure {
    ErasureId erasure;
};
BOOST_DESCRIBE_STRUCT(ApproveErasure, (), (erasure))

struct RefuseErasure {
    ErasureId erasure;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(RefuseErasure, (), (erasure, reason))

struct WithdrawErasure {
    ErasureId erasure;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawErasure, (), (erasure, reason))

using PlaceLegalHold = LegalHoldPlaced;

struct LiftLegalHold {
    HoldId hold;
    DocumentId document;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(LiftLegalHold, (), (hold, document, reason))

using DefineRetention = RetentionDefined;

// Refuse besides `on-hold` and `retained`: `not-competent`, `self-decision`, `same-person`, `step-order`,
// `already-exists`, `invalid-field` (also a text that names the person), `not-found-or-not-allowed`.
Decision decide(Past& past, const Acting& acting, const RequestErasure& command);
Decision decide(Past& past, const Acting& acting, const ApproveErasure& command);
Decision decide(Past& past, const Acting& acting, const RefuseErasure& command);
Decision decide(Past& past, const Acting& acting, const WithdrawErasure& command);
Decision decide(Past& past, const Acting& acting, const PlaceLegalHold& command);
Decision decide(Past& past, const Acting& acting, const LiftLegalHold& command);
Decision decide(Past& past, const Acting& acting, const DefineRetention& command);

// The program's own entry once the key is gone; nothing to write where it is entered already. Throws std::logic_error
// for an erasure that nobody approved.
Decision enter_execution(Past& past, const ErasureExecuted& executed);

// Everything that stands in the way on that day, holds first.
std::vector<Refusal> obstacles(Past& past, const PersonCode& subject, Date day);

}  // namespace minhbach::services::erasure
