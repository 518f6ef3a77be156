// The province's own record and the access ledger: who viewed what, who was refused what.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// The first event of a store.
struct ProvinceOpened {
    static constexpr std::string_view kType = "province.opened";
    Label origin;
    Label name;
    bool simulated_clock = false;  // DỮ LIỆU MÔ PHỎNG: every answer, print and export repeats it
    std::optional<int> seed;
    friend bool operator==(const ProvinceOpened&, const ProvinceOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(ProvinceOpened, (), (origin, name, simulated_clock, seed))

// The access ledger as it stood: whoever witnesses the main ledger covers both.
struct AccessLedgerSealed {
    static constexpr std::string_view kType = "access-ledger.sealed";
    Label size;  // decimal, as text: may pass 2^53
    Digest root;
    friend bool operator==(const AccessLedgerSealed&, const AccessLedgerSealed&) = default;
};
BOOST_DESCRIBE_STRUCT(AccessLedgerSealed, (), (size, root))

// A checkpoint that was signed and that the log, as it was put back, does not reach.
struct CheckpointLeftBehind {
    Label ledger;  // "main" or "access"
    Label size;    // decimal, as text
    std::optional<Digest> root;
    Label known_by;  // "backup", "data", "witnessed", "file", or the name of a witness
    friend bool operator==(const CheckpointLeftBehind&, const CheckpointLeftBehind&) = default;
};
BOOST_DESCRIBE_STRUCT(CheckpointLeftBehind, (), (ledger, size, root, known_by))

// The log was put back from a backup: the first event after what the backup held. What was signed beyond that size by
// the log that was lost is not continued here.
struct LogRestored {
    static constexpr std::string_view kType = "log.restored";
    Label run;   // of the backup
    Label size;  // of the main ledger as it was put back: decimal, as text
    Digest root;
    Label access_size;
    Digest access_root;
    std::vector<CheckpointLeftBehind> behind;  // those that were known; then there is a reason
    std::optional<Text> reason;
    friend bool operator==(const LogRestored&, const LogRestored&) = default;
};
BOOST_DESCRIBE_STRUCT(LogRestored, (), (run, size, root, access_size, access_root, behind, reason))

// How often every stream, subject and actor is named in the first `size` records of the ledger that holds this event,
// as the root of a tree over all of them: with it an answer shows where its list ends.
struct IndexSealed {
    static constexpr std::string_view kType = "index.sealed";
    Label size;  // decimal, as text: may pass 2^53
    Digest root;
    friend bool operator==(const IndexSealed&, const IndexSealed&) = default;
};
BOOST_DESCRIBE_STRUCT(IndexSealed, (), (size, root))

// From here on the log signs with another key. The statement that both keys signed lies beside the log.
struct SigningKeyRotated {
    static constexpr std::string_view kType = "signing-key.rotated";
    Label from;  // verifier keys of the main ledger
    Label to;
    friend bool operator==(const SigningKeyRotated&, const SigningKeyRotated&) = default;
};
BOOST_DESCRIBE_STRUCT(SigningKeyRotated, (), (from, to))

// Access ledger: a dossier was shown. Views of one actor, dossier and purpose within a minute are one entry.
struct DossierViewed {
    static constexpr std::string_view kType = "dossier.viewed";
    DossierId dossier;
    PersonCode person;
    Label view;  // which answer was given: "dossier", "timeline", "ground-sheet", ...
    Text purpose;
    friend bool operator==(const DossierViewed&, const DossierViewed&) = default;
};
BOOST_DESCRIBE_STRUCT(DossierViewed, (), (dossier, person, view, purpose))

// Access ledger: a party dossier was shown; its readers are others (events/vocabulary/party.hpp).
struct PartyDossierViewed {
    static constexpr std::string_view kType = "party.dossier-viewed";
    DossierId dossier;
    PersonCode person;
    Label view;
    Text purpose;
    friend bool operator==(const PartyDossierViewed&, const PartyDossierViewed&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyDossierViewed, (), (dossier, person, view, purpose))

// Access ledger: a file that acts rest on was taken out.
struct AttachmentViewed {
    static constexpr std::string_view kType = "attachment.viewed";
    AttachmentId attachment;
    std::optional<PersonCode> person;  // whom it is about
    Text purpose;
    friend bool operator==(const AttachmentViewed&, const AttachmentViewed&) = default;
};
BOOST_DESCRIBE_STRUCT(AttachmentViewed, (), (attachment, person, purpose))

// Access ledger: a package left the house.
struct PackageExported {
    static constexpr std::string_view kType = "package.exported";
    Label scope;  // "person/P0001", "unit/51-S05", "cycle/2023"
    Label size;   // of the log it rests on: decimal, as text
    Text purpose;
    Digest digest;  // of the whole package
    friend bool operator==(const PackageExported&, const PackageExported&) = default;
};
BOOST_DESCRIBE_STRUCT(PackageExported, (), (scope, size, purpose, digest))

// Access ledger: a command was refused by a rule. The main ledger holds nothing of it.
struct CommandRefused {
    static constexpr std::string_view kType = "command.refused";
    Label command;  // e.g. "decide-rating"
    Label target;   // the stream it was meant for
    Label refusal;  // refusal type
    std::optional<Label> clause;
    std::optional<Text> detail;
    friend bool operator==(const CommandRefused&, const CommandRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(CommandRefused, (), (command, target, refusal, clause, detail))

// How somebody shows who they are.
enum class SignInMethod { token, password, openid, machine };
BOOST_DESCRIBE_ENUM(SignInMethod, token, password, openid, machine)

// Access ledger: somebody signed in to the console. What is kept of the session is its hash. `acr` and `amr` say, in
// the words of the provider (OpenID Connect Core, section 2) or in ours ("pwd", "otp"), how strongly they were proven.
struct SessionBegan {
    static constexpr std::string_view kType = "session.began";
    Digest session;
    PersonCode person;
    SignInMethod method = SignInMethod::token;
    std::optional<Label> acr;
    std::vector<Label> amr;
    std::optional<Label> issuer;  // of OpenID Connect
    friend bool operator==(const SessionBegan&, const SessionBegan&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionBegan, (), (session, person, method, acr, amr, issuer))

// Access ledger: the person of a session has shown again who they are, before acts that sign.
struct SessionProvenAgain {
    static constexpr std::string_view kType = "session.proven-again";
    Digest session;
    PersonCode person;
    SignInMethod method = SignInMethod::token;
    std::optional<Label> acr;
    std::vector<Label> amr;
    friend bool operator==(const SessionProvenAgain&, const SessionProvenAgain&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionProvenAgain, (), (session, person, method, acr, amr))

// Access ledger: a person ended a session, or all that they had.
struct SessionsEnded {
    static constexpr std::string_view kType = "sessions.ended";
    PersonCode person;
    std::optional<Digest> session;  // absent: every one
    friend bool operator==(const SessionsEnded&, const SessionsEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionsEnded, (), (person, session))

// Access ledger: an act that signs was let through, and how its actor had shown who they are. The act itself, if the
// rules accept it, is in the main ledger under the same actor.
struct ActProven {
    static constexpr std::string_view kType = "act.proven";
    Label command;
    Digest credential;  // hash of the session or token
    SignInMethod method = SignInMethod::token;
    std::optional<Label> acr;
    std::vector<Label> amr;
    Time proven_at;
    friend bool operator==(const ActProven&, const ActProven&) = default;
};
BOOST_DESCRIBE_STRUCT(ActProven, (), (command, credential, method, acr, amr, proven_at))

enum class AccountChange { slip_issued, password_set, code_device_set, code_device_removed, locked };
BOOST_DESCRIBE_ENUM(AccountChange, slip_issued, password_set, code_device_set, code_device_removed, locked)

// Access ledger: the account with which a person signs in was changed, by the actor of the record. No secret is kept.
struct AccountChanged {
    static constexpr std::string_view kType = "account.changed";
    PersonCode person;
    AccountChange change = AccountChange::slip_issued;
    std::optional<Label> document;  // what the slip was given out on
    friend bool operator==(const AccountChanged&, const AccountChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(AccountChanged, (), (person, change, document))

// What was wrong with an attempt of somebody who is not known.
enum class AttemptKind {
    nothing_shown,    // a request that needs to be signed in, without token, cookie or certificate
    unknown,          // a token, session or certificate that is none
    expired,          // one whose time is over
    secret_wrong,     // password, slip or one-time code
    account_shut,     // while an account was shut
    provider_refused  // what came back from the provider of identities proves nobody
};
BOOST_DESCRIBE_ENUM(AttemptKind, nothing_shown, unknown, expired, secret_wrong, account_shut, provider_refused)

// Access ledger: requests that nobody signed in with, those of one network and kind within about a minute. Nothing of
// what was typed or shown is kept, and of the address the network alone: this is kept for ever, and a whole address can
// be somebody's.
struct AttemptsRefused {
    static constexpr std::string_view kType = "attempts.refused";
    Label network;  // "203.0.113.0/24", "2001:db8:1::/48"; "*": of others, where too many came at once
    AttemptKind kind = AttemptKind::nothing_shown;
    int count = 0;
    Time first;  // on the real clock
    Time last;
    friend bool operator==(const AttemptsRefused&, const AttemptsRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(AttemptsRefused, (), (network, kind, count, first, last))

// Access ledger: an act of administration that changes no record: read models folded anew, letters sent again, and what
// is done on the machine itself, where nobody signs in (a token, a slip, a certificate, a backup, a repair). What
// changes a record is an event of its own.
struct AdministrationDone {
    static constexpr std::string_view kType = "administration.done";
    Label act;                         // "rebuild-projections", "token", "account-slip", "backup", ...
    std::optional<Label> account;      // of the machine: who ran the program there
    std::optional<PersonCode> person;  // for whom
    std::optional<Digest> credential;  // hash of what was given out
    std::optional<Time> until;
    std::optional<Time> done_at;  // where it is entered later
    friend bool operator==(const AdministrationDone&, const AdministrationDone&) = default;
};
BOOST_DESCRIBE_STRUCT(AdministrationDone, (), (act, account, person, credential, until, done_at))

// Access ledger: a token was used for the first time. Only its hash is kept.
struct TokenFirstUsed {
    static constexpr std::string_view kType = "token.first-used";
    Digest token_hash;
    PersonCode person;
    friend bool operator==(const TokenFirstUsed&, const TokenFirstUsed&) = default;
};
BOOST_DESCRIBE_STRUCT(TokenFirstUsed, (), (token_hash, person))

}  // namespace minhbach
