// Every event there is. A new type: its struct in one of these headers, its line here, its fold where it matters, and
// its golden JSON in tests/golden/events (written by the codec test).
#pragma once

#include <variant>

#include "events/vocabulary/access.hpp"
#include "events/vocabulary/attachment.hpp"
#include "events/vocabulary/collective.hpp"
#include "events/vocabulary/concretisation.hpp"
#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/document.hpp"
#include "events/vocabulary/erasure.hpp"
#include "events/vocabulary/evaluation.hpp"
#include "events/vocabulary/mandate.hpp"
#include "events/vocabulary/meeting.hpp"
#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/organisation.hpp"
#include "events/vocabulary/party.hpp"
#include "events/vocabulary/remediation.hpp"
#include "events/vocabulary/report.hpp"
#include "events/vocabulary/review.hpp"
#include "events/vocabulary/settlement.hpp"
#include "events/vocabulary/submission.hpp"
#include "events/vocabulary/webhook.hpp"
#include "events/vocabulary/work.hpp"

namespace minhbach {

// What a fold sees where the subject's key was destroyed: the record stays, the content is gone.
struct Erased {
    friend bool operator==(const Erased&, const Erased&) = default;
};

using Event =
    std::variant<Erased,
                 // the store
                 ProvinceOpened, AccessLedgerSealed, LogRestored, DossierViewed, AttachmentViewed, PackageExported,
                 CommandRefused, TokenFirstUsed, AttachmentStored, IndexSealed, SigningKeyRotated,
                 // documents and organisation
                 DocumentRegistered, DocumentCorrected, UnitEstablished, UnitChanged, UnitDissolved, PersonRegistered,
                 PersonCorrected, PersonMerged, PostAssigned, PostEnded, SecondmentRecorded, SecondmentEnded,
                 PartyMembershipRecorded, RosterImported, EarlierRatingImported, ServiceRecorded, DisciplineRecorded,
                 FindingConcluded,
                 // mandates
                 MandateGranted, MandateCorrected, MandateRevoked,
                 // the cycle
                 CycleOpened, ComparableGroupDefined, QuotaReadingNamed, QuotaExceptionGranted, CycleTermExtended,
                 CycleClosed, CycleReopened, CycleSetupCopied, RulebookBound,
                 // layers below the law, and who was told of them
                 OverlayFilled, ConcretisationProposed, ConcretisationIssued, ConcretisationSent, ConcretisationOpened,
                 ConcretisationAcknowledged, BriefingHeld,
                 // work
                 TasksAssigned, TaskChanged, TasksDelivered, TasksAccepted,
                 // meetings
                 MeetingHeld, MinutesAdopted, MinutesReopened,
                 // evaluation
                 DossierOpened, DossierMoved, DossierClosed, DossierReopened, SelfAssessmentFiled,
                 SelfAssessmentReturned, CriteriaJudged, CommentRecorded, OpinionRequested, PartyOpinionRecorded,
                 ProposalMade, RatingDecided, DecisionCorrected, NoticeIssued, NoticeAcknowledged, NoticeDeemedReceived,
                 ResultPublished, CollectiveRated, QuotaSettled,
                 // reviews, and the steps of rating a collective
                 ReviewSuggested, ReviewDraftSent, ReviewHeld, ReviewConcluded, CollectiveSelfRated,
                 CollectiveAppraised, CollectiveConcernRaised,
                 // files going up
                 FileSubmitted, FileReturned, FileAccepted, ReportSubmitted,
                 // remediation
                 RemediationPlanned, NoShortcomingStated, FollowUpAssigned, FollowUpConfirmed, ProgressReported,
                 MeasureInspected, MeasureUrged, MeasureVerified, MeasureReopened,
                 // objections and re-evaluation
                 ObjectionFiled, ObjectionReceived, ObjectionWithdrawn, ObjectionResolved, RatingCancelled,
                 CollectiveRatingCancelled, EffectSettled,
                 // erasure
                 RetentionDefined, LegalHoldPlaced, LegalHoldLifted, ErasureRequested, ErasureApproved, ErasureRefused,
                 ErasureWithdrawn, ErasureExecuted,
                 // who is told
                 WebhookSubscribed, WebhookSecretRotated, WebhookEnded,
                 // the party track
                 PartyAdministratorNamed, PartyAdministratorConfirmed, PartyResultsHandedOver,
                 PartyCorrectionHandedOver, PartyHandOverReceived, PartyDossierOpened, PartyMemberExempted,
                 PartySelfReviewFiled, PartyMemberAppraised, PartyBallotCounted, PartyProposalMade, PartyRatingDecided,
                 PartyNoticeIssued, PartyRatingCancelled, PartyDecisionShared, PartyDossierViewed,
                 // documents of which no more is kept than that there are such
                 ClassifiedDocumentNoted>;

}  // namespace minhbach
