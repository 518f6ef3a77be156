// A personal digital signature over a record of the log: the signature as it came, and what was found when it did.
#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// What cryptography says of a signature that fits the bytes, and no more: nothing here says what an act is worth in
// law.
enum class SignatureStanding : std::uint8_t {
    trusted,         // an authority that this house trusts vouches for the certificate
    untrusted,       // no such authority does
    unknown_issuer,  // this house trusts no authority at all, so nobody could
    expired,         // the certificate had run out when the signature came in
    not_yet_valid,
    not_for_signing,  // the certificate was given out for something else
    weak              // made with a digest or key that can be forged today
};
BOOST_DESCRIBE_ENUM(SignatureStanding, trusted, untrusted, unknown_issuer, expired, not_yet_valid, not_for_signing,
                    weak)

// Made once, when the signature came in, and never again: certificates run out, what was found stays.
struct SignatureReport {
    SignatureStanding standing = SignatureStanding::unknown_issuer;
    std::optional<Label> why;  // the machine's words, where it is not trusted
    Label algorithm;           // "ecdsa-with-SHA256, SHA256"
    Label key;                 // "EC prime256v1", "RSA 2048"
    Label subject;             // of the certificate, as RFC 2253 writes names
    Label issuer;
    Label serial;  // hexadecimal
    Time not_before;
    Time not_after;
    Digest certificate;               // SHA-256 of it
    std::optional<Digest> authority;  // of the certificate of the trusted authority
    std::optional<Time> claimed_at;   // the signer's own clock: anybody can set that
    Time received_at;                 // what validity was judged by
    bool revocation_checked = false;  // nobody was asked whether the certificate was taken back
    bool names_signer = false;        // the certificate's common name reads like the signer's name
    friend bool operator==(const SignatureReport&, const SignatureReport&) = default;
};
BOOST_DESCRIBE_STRUCT(SignatureReport, (),
                      (standing, why, algorithm, key, subject, issuer, serial, not_before, not_after, certificate,
                       authority, claimed_at, received_at, revocation_checked, names_signer))

inline constexpr std::size_t kSignatureBytesMax = 32 * 1024;  // DER, with the certificates it carries
using SignatureText = BoundedText<(kSignatureBytesMax + 2) / 3 * 4>;

// The actor of an act signed the bytes of its record, outside this system, with a certificate of their own.
struct ActSigned {
    static constexpr std::string_view kType = "act.signed";
    PersonCode person;  // who signed; the certificate names them, so all of this is sealed under their key
    std::int64_t position = 0;
    Label act;       // the event
    Label act_type;  // "rating.decided"
    Label stream;    // that it stands in: "dossier/2023.A1"
    Digest record;   // SHA-256 of the record's bytes, which are what was signed
    SignatureReport report;
    SignatureText signature;  // detached CMS (RFC 5652), DER in base64
    friend bool operator==(const ActSigned&, const ActSigned&) = default;
};
BOOST_DESCRIBE_STRUCT(ActSigned, (), (person, position, act, act_type, stream, record, report, signature))

}  // namespace minhbach
