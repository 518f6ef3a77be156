// Whoever rates a head by a comment as a subordinate is not named to that head: the head reads what was said, and of
// whom and when no more than a day. Everybody else who may read the dossier reads the name, inspection above all.
//
// The rule is `is_unnamed_to`. It is asked in one place, where a question reads an act or a comment (answers/context):
//   - the dossier tells the comment without its author, from the day after on (whoever asks every minute, or as of
//     every position, learns no moment), those of one day in the order of their texts. Which day it is says the clock;
//     as of a position, the last event that was known there;
//   - lists of acts (timeline, activity, differences, who rated whom, findings, competence) do not tell it: between two
//     acts with their positions a place in the order is a time;
//   - the position of the dossier's last event passes over it. The number of its events counts it, as commands rest on
//     that number: that something was entered shows, by whom does not.
// A package of the own record leaves the record out and does not call itself complete (api/export/selection).
#pragma once

#include <optional>

#include "events/codec/codec.hpp"
#include "events/vocabulary/comment.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

bool is_unnamed_to(const std::optional<PersonCode>& reader, const PersonCode& subject, CommentSide side);
// Of a record of the log: a comment, or the request for one, which says in words who was asked. Of an erased one nobody
// can say any more for which side it was: it is taken for a subordinate's.
bool is_unnamed_to(const std::optional<PersonCode>& reader, const events::Recorded& recorded);
bool may_be_unnamed(std::string_view type);

// Stands where the author's code would; nobody can be registered under it.
const PersonCode& unnamed_author();

// Without what leads to whoever it was: name, office, mandate, clerk, position, and all of the time but the day.
Provenance unnamed(const Provenance& by);
// The paper it stands on, and what its entry broke, name the author, too.
CommentRecorded unnamed(CommentRecorded comment);
OpinionRequested unnamed(OpinionRequested request);

}  // namespace minhbach::projections
