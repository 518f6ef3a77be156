// Which opinions of the minutes come back in the synthesis that is put before whoever decides. Found by number or by
// words, and said by which; whether an opinion was rendered fairly, a person reads.
#pragma once

#include <string_view>

#include "events/vocabulary/evaluation.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

enum class Rendered : std::uint8_t { by_number, in_words, not_found };
BOOST_DESCRIBE_ENUM(Rendered, by_number, in_words, not_found)

struct RenderedOpinion {
    int number = 0;
    PersonName speaker;
    Text text;
    Rendered rendered = Rendered::not_found;
    int words_found = 0;  // in 100: pairs of neighbouring words of the opinion that the synthesis has too
};
BOOST_DESCRIBE_STRUCT(RenderedOpinion, (), (number, speaker, text, rendered, words_found))

struct SynthesisAnswer {
    Basis basis;
    DossierId dossier;
    PersonName person;
    std::optional<MeetingId> meeting;
    std::optional<int> minutes_version;  // that stood when the level was proposed; without a proposal the last
    std::optional<Provenance> minutes;
    std::optional<Provenance> proposal;     // the last
    std::optional<Text> synthesis;          // absent: the proposal brought none, or there is no proposal
    std::vector<RenderedOpinion> opinions;  // about the person, by number
    int not_found = 0;
    int lost = 0;  // opinions whose text is erased
};
BOOST_DESCRIBE_STRUCT(SynthesisAnswer, (),
                      (basis, dossier, person, meeting, minutes_version, minutes, proposal, synthesis, opinions,
                       not_found, lost))

// As the answer tells it. A number counts after "ý kiến" (số, các số): "ý kiến số 1, 2 và 4-6".
RenderedOpinion rendered_in(std::string_view synthesis, RenderedOpinion opinion);

}  // namespace minhbach::projections
