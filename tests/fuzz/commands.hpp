// Every type that a route reads from a body. A test over the sources says when one is missing.
#pragma once

#include <boost/mp11/list.hpp>

#include "api/routes/bodies.hpp"
#include "services/decisions.hpp"
#include "services/webhook/webhook.hpp"

namespace minhbach::fuzz {

using Bodies = boost::mp11::mp_list<
    services::concretisation::AcknowledgeConcretisation, services::concretisation::FillOverlay,
    services::concretisation::HoldBriefing, services::concretisation::IssueConcretisation,
    services::concretisation::OpenConcretisation, services::concretisation::ProposeConcretisation,
    services::concretisation::SendConcretisation, services::cycle::BindRulebook, services::cycle::CloseCycle,
    services::cycle::CopySetup, services::cycle::DefineComparableGroup, services::cycle::ExtendTerm,
    services::cycle::GrantQuotaException, services::cycle::NameQuotaReading, services::cycle::OpenCycle,
    services::cycle::OpenDossiers, services::cycle::ReopenCycle, services::erasure::ApproveErasure,
    services::erasure::DefineRetention, services::erasure::LiftLegalHold, services::erasure::PlaceLegalHold,
    services::erasure::RefuseErasure, services::erasure::RequestErasure, services::erasure::WithdrawErasure,
    services::evaluation::AcknowledgeNotice, services::evaluation::AdoptMinutes,
    services::evaluation::AppraiseCollective, services::evaluation::CloseDossier, services::evaluation::CorrectDecision,
    services::evaluation::DecideRatings, services::evaluation::DeemNoticeReceived,
    services::evaluation::FileSelfAssessment, services::evaluation::HoldMeeting, services::evaluation::IssueNotices,
    services::evaluation::JudgeCriteria, services::evaluation::MoveDossier, services::evaluation::ProposeLevel,
    services::evaluation::RaiseConcern, services::evaluation::RateCollective, services::evaluation::ReRate,
    services::evaluation::ReRateCollective, services::evaluation::RecordComment,
    services::evaluation::RecordPartyOpinion, services::evaluation::ReopenDossier, services::evaluation::ReopenMinutes,
    services::evaluation::RequestOpinion, services::evaluation::ReturnSelfAssessment,
    services::evaluation::SelfRateCollective, services::evaluation::SettleEffect, services::objection::FileObjection,
    services::objection::ReceiveObjection, services::objection::ResolveObjection,
    services::objection::WithdrawObjection, services::organisation::AssignPost, services::organisation::ChangeUnit,
    services::organisation::ConcludeFinding, services::organisation::CorrectDocument,
    services::organisation::CorrectMandate, services::organisation::CorrectPerson,
    services::organisation::DeclareRelation, services::organisation::DissolveUnit, services::organisation::EndPost,
    services::organisation::EndRelation, services::organisation::EndSecondment, services::organisation::EstablishUnit,
    services::organisation::GrantMandate, services::organisation::ImportEarlierRating,
    services::organisation::MergePersons, services::organisation::NoteClassifiedDocument,
    services::organisation::RecordDiscipline, services::organisation::RecordPartyMembership,
    services::organisation::RecordSecondment, services::organisation::RecordService,
    services::organisation::RegisterDocument, services::organisation::RegisterPerson,
    services::organisation::RevokeMandate, services::organisation::SeparatePersons, services::party::AppraiseMember,
    services::party::AppraisePartyCollective, services::party::ConfirmPartyAdministrator,
    services::party::CorrectHandOverSlip, services::party::CountPartyBallot,
    services::party::CountPartyCollectiveBallot, services::party::DecidePartyRatings, services::party::ExemptMember,
    services::party::FilePartyObjection, services::party::FilePartySelfReview, services::party::HandOverCorrections,
    services::party::HandOverResults, services::party::IssuePartyNotice, services::party::NamePartyAdministrator,
    services::party::OpenPartyCollective, services::party::OpenPartyDossiers, services::party::ProposePartyLevel,
    services::party::RatePartyCollective, services::party::ReRateMember, services::party::ReRatePartyCollective,
    services::party::ReceiveHandOver, services::party::ReceivePartyObjection, services::party::ResolvePartyObjection,
    services::party::SelfRatePartyCollective, services::party::SharePartyDecision,
    services::party::WithdrawPartyObjection, services::remediation::AdoptPlan, services::remediation::AssignFollowUp,
    services::remediation::ConfirmFollowUp, services::remediation::InspectMeasure, services::remediation::ReopenMeasure,
    services::remediation::ReportProgress, services::remediation::StateNoShortcoming,
    services::remediation::UrgeMeasure, services::remediation::VerifyMeasure, services::report::SubmitReport,
    services::review::ConcludeReview, services::review::HoldReview, services::review::SendReviewDraft,
    services::review::SuggestReview, services::settlement::SettleQuota, services::submission::AcceptFile,
    services::submission::ReturnFile, services::submission::SubmitFile, services::webhook::EndWebhook,
    services::webhook::RotateWebhookSecret, services::webhook::SubscribeWebhook, services::work::AcceptTasks,
    services::work::AssignTasks, services::work::ChangeTask, services::work::DeliverTasks, api::routes::Again,
    api::routes::BeginRequest, api::routes::DecideRating, api::routes::DeviceCode, api::routes::ExportRequest,
    api::routes::HandInRequest, api::routes::IssueNotice, api::routes::NewPassword, api::routes::PublishResult,
    api::routes::RedeliveryRequest, api::routes::RemoveDevice, api::routes::SignRequest, api::routes::WithPassword,
    api::routes::WithSlip, api::routes::WithToken>;

}  // namespace minhbach::fuzz
