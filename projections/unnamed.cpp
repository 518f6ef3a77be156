#include "projections/unnamed.hpp"

#include <algorithm>
#include <utility>

namespace minhbach::projections {

bool is_unnamed_to(const std::optional<PersonCode>& reader, const PersonCode& subject, CommentSide side) {
    return reader == subject && side == CommentSide::subordinate;
}

bool is_unnamed_to(const std::optional<PersonCode>& reader, const events::Recorded& recorded) {
    if (!reader || !may_be_unnamed(recorded.record.type)) return false;
    if (const auto* comment = recorded.event.as<CommentRecorded>())
        return is_unnamed_to(reader, comment->person, comment->side);
    if (const auto* request = recorded.event.as<OpinionRequested>())
        return is_unnamed_to(reader, request->person, request->side);
    const auto& subjects = recorded.record.subjects;
    return std::any_of(subjects.begin(), subjects.end(), [&](const auto& about) { return about.subject == *reader; });
}

bool may_be_unnamed(std::string_view type) {
    return type == CommentRecorded::kType || type == OpinionRequested::kType;
}

const PersonCode& unnamed_author() {
    static const auto code = PersonCode::of(kUnnamedAuthor);
    return code;
}

Provenance unnamed(const Provenance& by) {
    Provenance told;
    told.position = -1;
    told.recorded_at = Time::local(by.recorded_at.local_date(), 0, 0);
    told.actor = unnamed_author();
    return told;
}

CommentRecorded unnamed(CommentRecorded comment) {
    comment.paper.reset();
    comment.breaches.clear();
    comment.host.reset();
    return comment;
}

OpinionRequested unnamed(OpinionRequested request) {
    request.asked = Label::of("Cấp dưới, không nêu tên");
    return request;
}

}  // namespace minhbach::projections
