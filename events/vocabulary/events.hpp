// Every event there is. A new type: its struct in one of these headers, its line here, its fold where it matters, and
// its golden JSON in tests/golden/events (written by the codec test).
#pragma once

#include <algorithm>
#include <boost/mp11.hpp>
#include <cstddef>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>
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
#include "events/vocabulary/party_collective.hpp"
#include "events/vocabulary/party_objection.hpp"
#include "events/vocabulary/relation.hpp"
#include "events/vocabulary/remediation.hpp"
#include "events/vocabulary/report.hpp"
#include "events/vocabulary/review.hpp"
#include "events/vocabulary/settlement.hpp"
#include "events/vocabulary/signature.hpp"
#include "events/vocabulary/submission.hpp"
#include "events/vocabulary/webhook.hpp"
#include "events/vocabulary/work.hpp"

namespace minhbach {

// What a fold sees where the subject's key was destroyed: the record stays, the content is gone.
struct Erased {
    friend bool operator==(const Erased&, const Erased&) = default;
};

// What happened is one of these.
using EventTypes = boost::mp11::mp_list<
    Erased,
    // the store
    ProvinceOpened, AccessLedgerSealed, LogRestored, DossierViewed, AttachmentViewed, PackageExported, CommandRefused,
    TokenFirstUsed, SessionBegan, SessionProvenAgain, SessionsEnded, ActProven, AccountChanged, AttachmentStored,
    IndexSealed, SigningKeyRotated,
    // documents and organisation
    DocumentRegistered, DocumentCorrected, UnitEstablished, UnitChanged, UnitDissolved, PersonRegistered,
    PersonCorrected, PersonMerged, PersonSeparated, PostAssigned, PostEnded, SecondmentRecorded, SecondmentEnded,
    PartyMembershipRecorded, RosterImported, EarlierRatingImported, ServiceRecorded, DisciplineRecorded,
    FindingConcluded, RelationDeclared, RelationEnded,
    // mandates
    MandateGranted, MandateConfirmed, MandateCorrected, MandateRevoked,
    // the cycle
    CycleOpened, ComparableGroupDefined, QuotaReadingNamed, QuotaExceptionGranted, CycleTermExtended, CycleClosed,
    CycleReopened, CycleSetupCopied, RulebookBound,
    // layers below the law, and who was told of them
    OverlayFilled, ConcretisationProposed, ConcretisationIssued, ConcretisationSent, ConcretisationOpened,
    ConcretisationAcknowledged, BriefingHeld,
    // work
    TasksAssigned, TaskChanged, TasksDelivered, TasksAccepted,
    // meetings
    MeetingHeld, MinutesAdopted, MinutesReopened,
    // evaluation
    DossierOpened, DossierMoved, DossierClosed, DossierReopened, SelfAssessmentFiled, SelfAssessmentReturned,
    CriteriaJudged, CommentRecorded, OpinionRequested, PartyOpinionRecorded, ProposalMade, RatingDecided,
    DecisionCorrected, NoticeIssued, NoticeAcknowledged, NoticeDeemedReceived, ResultPublished, CollectiveRated,
    QuotaSettled,
    // reviews, and the steps of rating a collective
    ReviewSuggested, ReviewDraftSent, ReviewHeld, ReviewConcluded, CollectiveSelfRated, CollectiveAppraised,
    CollectiveConcernRaised,
    // files going up
    FileSubmitted, FileReturned, FileAccepted, ReportSubmitted,
    // remediation
    RemediationPlanned, NoShortcomingStated, FollowUpAssigned, FollowUpConfirmed, ProgressReported, MeasureInspected,
    MeasureUrged, MeasureVerified, MeasureReopened,
    // objections and re-evaluation
    ObjectionFiled, ObjectionReceived, ObjectionWithdrawn, ObjectionResolved, RatingCancelled,
    CollectiveRatingCancelled, EffectSettled,
    // erasure
    RetentionDefined, LegalHoldPlaced, LegalHoldLifted, ErasureRequested, ErasureApproved, ErasureRefused,
    ErasureWithdrawn, ErasureExecuted,
    // who is told
    WebhookSubscribed, WebhookSecretRotated, WebhookEnded,
    // the party track
    PartyAdministratorNamed, PartyAdministratorConfirmed, PartyResultsHandedOver, PartyCorrectionHandedOver,
    PartyHandOverReceived, PartyHandOverSlipCorrected, PartyDossierOpened, PartyMemberExempted, PartySelfReviewFiled,
    PartyMemberAppraised, PartyBallotCounted, PartyProposalMade, PartyRatingDecided, PartyNoticeIssued,
    PartyRatingCancelled, PartyDecisionShared, PartyDossierViewed, PartyObjectionFiled, PartyObjectionReceived,
    PartyObjectionWithdrawn, PartyObjectionResolved, PartyCollectiveOpened, PartyCollectiveSelfRated,
    PartyCollectiveAppraised, PartyCollectiveBallotCounted, PartyCollectiveRated, PartyCollectiveRatingCancelled,
    // documents of which no more is kept than that there are such
    ClassifiedDocumentNoted,
    // personal digital signatures
    ActSigned,
    // who looked at what a protected petitioner filed, and who came without being anybody,
    // and administration that changes no record
    ProtectedObjectionViewed, AttemptsRefused, AdministrationDone>;

template <class T, class... Ts>
consteval std::size_t index_among(boost::mp11::mp_list<Ts...>) {
    std::size_t index = 0;
    static_cast<void>(((std::is_same_v<T, Ts> || (++index, false)) || ...));
    return index;
}
template <class... Ts>
consteval std::size_t largest_of(boost::mp11::mp_list<Ts...>) {
    return std::max({sizeof(Ts)...});
}
template <class T>
inline constexpr std::size_t kEventIndex = index_among<T>(EventTypes{});
template <class T>
concept OneEvent = kEventIndex<T> < boost::mp11::mp_size<EventTypes>::value;

// Holds one of EventTypes by value, as a std::variant of them would; Erased if nothing was given. A variant of so many
// types is spelled out in the name of every function that meets it and is copied by code made anew in every source: 13
// seconds and 50 MB for each object file. Here that is compiled once, in events.cpp.
class Event {
public:
    Event() : Event(Erased{}) {}
    template <class T>
        requires OneEvent<std::remove_cvref_t<T>>
    Event(T&& value) : index_(kEventIndex<std::remove_cvref_t<T>>) {  // NOLINT: an event is one of them
        ::new (static_cast<void*>(bytes_)) std::remove_cvref_t<T>(std::forward<T>(value));
    }
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();
    friend bool operator==(const Event& left, const Event& right);

    std::size_t index() const { return index_; }  // in EventTypes
    template <OneEvent T>
    bool is() const {
        return index_ == kEventIndex<T>;
    }
    // nullptr: it is another event.
    template <OneEvent T>
    const T* as() const {
        return is<T>() ? std::launder(reinterpret_cast<const T*>(bytes_)) : nullptr;
    }
    template <OneEvent T>
    T* as() {
        return is<T>() ? std::launder(reinterpret_cast<T*>(bytes_)) : nullptr;
    }
    // std::bad_variant_access: it is another event.
    template <OneEvent T>
    const T& get() const& {
        return const_cast<Event*>(this)->get<T>();
    }
    template <OneEvent T>
    T& get() & {
        auto* value = as<T>();
        if (!value) throw std::bad_variant_access();
        return *value;
    }
    template <OneEvent T>
    T get() && {
        return std::move(get<T>());
    }

private:
    std::size_t index_;
    alignas(std::max_align_t) std::byte bytes_[largest_of(EventTypes{})];
};

// Calls `f` with the event as what it is; `E` is Event or const Event.
template <class F, class E>
    requires std::is_same_v<std::remove_const_t<E>, Event>
auto visit(F&& f, E& event) {
    const auto among = [&]<class... Ts>(boost::mp11::mp_list<Ts...>) {
        using Result = std::invoke_result_t<F&, std::conditional_t<std::is_const_v<E>, const Erased&, Erased&>>;
        if constexpr (std::is_void_v<Result>) {
            static_cast<void>(((event.template is<Ts>() && (f(*event.template as<Ts>()), true)) || ...));
        } else {
            std::optional<Result> result;
            static_cast<void>(
                ((event.template is<Ts>() && (result.emplace(f(*event.template as<Ts>())), true)) || ...));
            return *std::move(result);
        }
    };
    return among(EventTypes{});
}

template <class Case>
struct EventOfCase : EventOfCase<decltype(&Case::operator())> {};
template <class Case, class T>
struct EventOfCase<void (Case::*)(const T&) const> {
    using type = T;
};

// Calls the first of `cases` that is about this event, if there is one; each is a lambda that takes one type of event.
// Unlike `visit` it is compiled for the types that are named, not for all.
template <class... Cases>
void match(const Event& event, const Cases&... cases) {
    static_assert(boost::mp11::mp_is_set<boost::mp11::mp_list<typename EventOfCase<Cases>::type...>>::value);
    const auto call = [&]<class Case>(const Case& one) {
        const auto* named = event.as<typename EventOfCase<Case>::type>();
        if (named) one(*named);
        return named != nullptr;
    };
    static_cast<void>((call(cases) || ...));
}

}  // namespace minhbach
