// Identifiers and texts that are valid by construction. Parsed once at the edge; inside, no check is repeated.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "events/result.hpp"

namespace minhbach {

namespace detail {
// 1 to 64 characters of A-Z a-z 0-9 . _ - (no separator of streams or keys can occur in an id).
Result<std::string> parse_id(std::string_view raw);
// Well-formed UTF-8, brought to NFC (Unicode TR 15), trimmed, CR LF turned into LF; no control characters but line
// feed and tab, none that are invisible; at most `characters_max` code points. Look-alikes of Vietnamese letters
// (U+00D0 for U+0110, Cyrillic inside a Latin word) are refused with the place, counted in characters from 1.
Result<std::string> parse_text(std::string_view raw, std::size_t characters_max, bool may_be_empty);
}  // namespace detail

// A code or identifier of one kind of thing; two kinds cannot be mixed up. Ordered bytewise.
template <class Tag>
class Id {
public:
    Id() = default;  // "not named yet": only for members of aggregates before they are filled
    static Result<Id> parse(std::string_view raw) {
        auto checked = detail::parse_id(raw);
        if (!checked) return checked.error();
        return Id(std::move(*checked));
    }
    // For literals and for identifiers that the program composes; throws if the text is not an id.
    static Id of(std::string_view raw) { return parse(raw).value(); }

    const std::string& str() const { return raw_; }
    bool empty() const { return raw_.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    explicit Id(std::string raw) : raw_(std::move(raw)) {}
    std::string raw_;
};

// Free text of at most `Max` code points, NFC.
template <std::size_t Max>
class BoundedText {
public:
    static constexpr std::size_t characters_max = Max;
    BoundedText() = default;
    static Result<BoundedText> parse(std::string_view raw) {
        auto checked = detail::parse_text(raw, Max, false);
        if (!checked) return checked.error();
        BoundedText text;
        text.raw_ = std::move(*checked);
        return text;
    }
    static BoundedText of(std::string_view raw) { return parse(raw).value(); }

    const std::string& str() const { return raw_; }
    bool empty() const { return raw_.empty(); }
    friend auto operator<=>(const BoundedText&, const BoundedText&) = default;

private:
    std::string raw_;
};

using Label = BoundedText<300>;  // names, titles, numbers and symbols of documents
using Text = BoundedText<8000>;  // reasons, opinions, comments, sections of forms

// SHA-256 of a file or document, 64 lower-case hexadecimal digits.
class Digest {
public:
    Digest() = default;
    static Result<Digest> parse(std::string_view hex);
    static Digest of(std::string_view hex) { return parse(hex).value(); }
    const std::string& str() const { return hex_; }
    friend auto operator<=>(const Digest&, const Digest&) = default;

private:
    std::string hex_;
};

using PersonCode = Id<struct PersonTag>;          // a rated person or an actor
using UnitCode = Id<struct UnitTag>;              // an organisation unit: agency, constituent unit, public service unit
using DocumentId = Id<struct DocumentTag>;        // a document with number and date
using MandateId = Id<struct MandateTag>;          // a person's power to act, with document and dates
using CycleId = Id<struct CycleTag>;              // one evaluation cycle
using DossierId = Id<struct DossierTag>;          // one subject's evaluation in one cycle
using MeetingId = Id<struct MeetingTag>;          // a comment meeting
using GroupId = Id<struct GroupTag>;              // a comparable group (Nhóm đối tượng có nhiệm vụ tương đồng)
using TaskId = Id<struct TaskTag>;                // a task or target of the year
using ViolationId = Id<struct ViolationTag>;      // one act that may be disciplined by several decisions
using RulebookId = Id<struct RulebookTag>;        // e.g. nd90-48-2023
using AttachmentId = Id<struct AttachmentTag>;    // a file, by a random id
using PlanId = Id<struct PlanTag>;                // a remediation plan
using ShortcomingId = Id<struct ShortcomingTag>;  // unique in its plan
using MeasureId = Id<struct MeasureTag>;          // unique in its plan
using ObjectionId = Id<struct ObjectionTag>;      // a petition or complaint
using WebhookId = Id<struct WebhookTag>;          // a receiver of events, by an id its administrator chose
using EffectId = Id<struct EffectTag>;            // what a re-evaluation leaves to be done; unique in its stream
using ErasureId = Id<struct ErasureTag>;          // a request to erase a person's data
using HoldId = Id<struct HoldTag>;                // a legal hold
using RetentionId = Id<struct RetentionTag>;      // a class of records that are kept for the same time
using ReviewId = Id<struct ReviewTag>;            // the review of one person or collective in one cycle
using PointId = Id<struct PointTag>;              // a point suggested for a review; unique in the review
using ConferenceId = Id<struct ConferenceTag>;    // a review conference; unique in its unit and cycle
using CriterionId = Id<struct CriterionTag>;      // a criterion by which collectives are graded
using ConcernId = Id<struct ConcernTag>;          // raised against a collective; unique there
// A cell or committee of the party that is rated; unique with its committee and cycle.
using PartyOrganisationId = Id<struct PartyOrganisationTag>;

}  // namespace minhbach

template <class Tag>
struct std::hash<minhbach::Id<Tag>> {
    std::size_t operator()(const minhbach::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
