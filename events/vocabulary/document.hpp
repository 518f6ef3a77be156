// Documents: what every act rests on. Number and symbol, date, issuer, signer and in which capacity the signer signed
// (Nghị định 30/2020/NĐ-CP: TM. thay mặt, KT. ký thay, TL. thừa lệnh, TUQ. thừa ủy quyền).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

enum class DocumentKind : std::uint8_t {
    decision,
    letter,
    plan,
    notice,
    authorisation,
    appointment,
    minutes,
    guidance,
    conclusion,
    regulation,
    roster,
    signed_list,
    party_opinion,
    evidence,
    other
};
BOOST_DESCRIBE_ENUM(DocumentKind, decision, letter, plan, notice, authorisation, appointment, minutes, guidance,
                    conclusion, regulation, roster, signed_list, party_opinion, evidence, other)

enum class SigningCapacity : std::uint8_t { head, tm, kt, tl, tuq };
BOOST_DESCRIBE_ENUM(SigningCapacity, head, tm, kt, tl, tuq)

struct DocumentRegistered {
    static constexpr std::string_view kType = "document.registered";
    DocumentId document;
    Label number;  // number and symbol, "118/QĐ-STC"
    Date date;     // date of signing
    Label issuer;
    std::optional<UnitCode> issuer_unit;
    DocumentKind kind = DocumentKind::other;
    Label title;
    Label signer;
    std::optional<PersonCode> signer_person;
    SigningCapacity signing_capacity = SigningCapacity::head;
    Date effective_from;
    std::optional<Date> effective_to;  // last day of effect, inclusive
    std::optional<Digest> file_hash;
    friend bool operator==(const DocumentRegistered&, const DocumentRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentRegistered, (),
                      (document, number, date, issuer, issuer_unit, kind, title, signer, signer_person,
                       signing_capacity, effective_from, effective_to, file_hash))

// The entry was wrong (not the document). The absent fields stay; every act that relied on the document is flagged.
struct DocumentCorrected {
    static constexpr std::string_view kType = "document.corrected";
    DocumentId document;
    std::optional<Label> number;
    std::optional<Date> date;
    std::optional<Date> effective_from;
    std::optional<Date> effective_to;
    Text reason;
    friend bool operator==(const DocumentCorrected&, const DocumentCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentCorrected, (), (document, number, date, effective_from, effective_to, reason))

}  // namespace minhbach
