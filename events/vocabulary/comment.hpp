// Opinions about the person of a dossier: who was asked, and what was said from which side.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// Đánh giá đa chiều: from which side the comment comes.
enum class CommentSide : std::uint8_t {
    direct_head,
    superior,
    peer,
    subordinate,
    former_agency,
    organisation,
    host_agency  // where the person was seconded to (biệt phái)
};
BOOST_DESCRIBE_ENUM(CommentSide, direct_head, superior, peer, subordinate, former_agency, organisation, host_agency)

// In answers, where the author of a subordinate's comment is not told.
inline constexpr std::string_view kUnnamedAuthor = "khong-neu-ten";

struct CommentRecordedFirst {
    static constexpr std::string_view kType = "comment.recorded";
    DossierId dossier;
    PersonCode person;
    CommentSide side = CommentSide::direct_head;
    Text text;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(CommentRecordedFirst, (), (dossier, person, side, text, paper, breaches))

// First: as it was before the comment of a host said which host it is of.
struct CommentRecorded {
    static constexpr std::string_view kType = "comment.recorded";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = CommentRecordedFirst;
    static CommentRecorded upcast(Previous old) {
        return {old.dossier, old.person, old.side, old.text, old.paper, old.breaches};
    }
    DossierId dossier;
    PersonCode person;
    CommentSide side = CommentSide::direct_head;
    Text text;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    std::optional<UnitCode> host{};  // of `host_agency`: the unit the person was seconded to
    friend bool operator==(const CommentRecorded&, const CommentRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(CommentRecorded, (), (dossier, person, side, text, paper, breaches, host))

// An opinion was asked for, to be given by the end of `due`; a comment of that side answers it.
struct OpinionRequested {
    static constexpr std::string_view kType = "opinion.requested";
    DossierId dossier;
    PersonCode person;
    CommentSide side = CommentSide::superior;
    Label asked;  // who, in words
    Date due;
    friend bool operator==(const OpinionRequested&, const OpinionRequested&) = default;
};
BOOST_DESCRIBE_STRUCT(OpinionRequested, (), (dossier, person, side, asked, due))

}  // namespace minhbach
