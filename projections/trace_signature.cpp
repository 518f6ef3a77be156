#include <charconv>

#include "projections/trace_follow_up.hpp"

namespace minhbach::projections::trace {

// Its stream names the record that was signed, also once the signer's data is erased.
void describe_signature(const events::Record& record, const Event& event, Builder& builder, Rows& rows) {
    if (record.stream.category() != "signature") return;
    const auto id = record.stream.id();
    std::uint64_t position = 0;
    std::from_chars(id.data(), id.data() + id.size(), position);
    auto& act = builder.act;
    if (const auto signed_act = rows.get_as<Act>(kActs, newest_first(position))) {
        act.cycle = signed_act->cycle;
        act.dossier = signed_act->dossier;
        act.subject = signed_act->subject;
        act.unit = signed_act->unit;
        act.agency = signed_act->agency;
        act.document = signed_act->document;
        // The dossier's own stream does not hold it.
        if (act.dossier) builder.touches({*act.dossier});
    }
    const auto* made = event.as<ActSigned>();
    if (!made) return;
    const auto stream = events::Stream::parse(made->stream.str());
    if (stream && stream->category() == "meeting") {
        if (const auto meeting = rows.get_as<MeetingFacts>(kMeetings, stream->id())) builder.touches(meeting->dossiers);
    }
    builder.set("signed", made->act_type);
    builder.set("signedPosition", made->position);
    builder.set("standing", made->report.standing);
    builder.set("certificate", made->report.subject);
    builder.set("issuer", made->report.issuer);
}

}  // namespace minhbach::projections::trace
