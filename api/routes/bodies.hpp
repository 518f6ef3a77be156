// What routes read from a body that is no command of the services. It stands in one place so that the fuzzer reads what
// the routes read; what each means is said where it is used.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/export/selection.hpp"
#include "events/vocabulary/events.hpp"
#include "services/evaluation/commands.hpp"

namespace minhbach::api::routes {

// A decision on one dossier; many are decided at /v1/decisions. So are notices and publications.
struct DecideRating {
    DossierId dossier;
    std::optional<Level> level;  // absent: not rated
    std::optional<Text> reason;
    std::optional<MeetingId> meeting;
    DocumentId document;
    std::optional<services::evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(DecideRating, (), (dossier, level, reason, meeting, document, on_paper))

struct IssueNotice {
    DossierId dossier;
    DocumentId document;
    Date dated;
    std::optional<services::evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(IssueNotice, (), (dossier, document, dated, on_paper))

struct PublishResult {
    DossierId dossier;
    PublicationForm form = PublicationForm::electronic;
    std::optional<services::evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(PublishResult, (), (dossier, form, on_paper))

// What is shown or typed to come in, and for the own account. Passwords and codes are no texts of the vocabulary: those
// may be stored.
struct WithToken {
    Label token;
};
BOOST_DESCRIBE_STRUCT(WithToken, (), (token))

struct WithPassword {
    PersonCode person;
    std::string password;
    std::optional<std::string> code;  // of the device, where the account has one
};
BOOST_DESCRIBE_STRUCT(WithPassword, (), (person, password, code))

struct WithSlip {
    PersonCode person;
    std::string slip;
    std::string password;  // the one that is to be, from now on
};
BOOST_DESCRIBE_STRUCT(WithSlip, (), (person, slip, password))

struct Again {
    std::optional<std::string> password;
    std::optional<std::string> code;
    std::optional<Label> token;
};
BOOST_DESCRIBE_STRUCT(Again, (), (password, code, token))

struct NewPassword {
    std::string password;  // the one until now
    std::optional<std::string> code;
    std::string next;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (password, code, next))

struct DeviceCode {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(DeviceCode, (), (code))

struct RemoveDevice {
    std::string password;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(RemoveDevice, (), (password, code))

struct BeginRequest {
    std::optional<PersonCode> person;  // whom the file is about
};
BOOST_DESCRIBE_STRUCT(BeginRequest, (), (person))

struct HandInRequest {
    Label name;
    Label media_type;
};
BOOST_DESCRIBE_STRUCT(HandInRequest, (), (name, media_type))

struct ExportRequest {
    exports::Scope scope;
    std::optional<std::int64_t> size;  // of an earlier checkpoint
    Text purpose;
};
BOOST_DESCRIBE_STRUCT(ExportRequest, (), (scope, size, purpose))

struct SignRequest {
    SignatureText signature;  // detached CMS, DER in base64
};
BOOST_DESCRIBE_STRUCT(SignRequest, (), (signature))

struct RedeliveryRequest {
    std::vector<std::int64_t> positions;  // none: all dead letters
};
BOOST_DESCRIBE_STRUCT(RedeliveryRequest, (), (positions))

}  // namespace minhbach::api::routes
