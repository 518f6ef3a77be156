// Two ways of entry. A NATIVE act is done here and rules are enforced. A PAPER act is transcribed from a signed
// document: it is never refused for breaking a rule of law, always marked, and each breach is listed with it.
#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// What was transcribed. The clerk is the record's `enteredBy`, the signer its `actor`.
struct Paper {
    DocumentId document;
    Time acted_at;  // when the act was done, as the document says
    std::optional<Digest> scan;
    friend bool operator==(const Paper&, const Paper&) = default;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (document, acted_at, scan))

// A rule of law that the act broke: the refusal a NATIVE act would have met.
struct Breach {
    Label type;  // a refusal type, e.g. "minutes-missing"
    Label clause;
    Text detail;
    friend bool operator==(const Breach&, const Breach&) = default;
};
BOOST_DESCRIBE_STRUCT(Breach, (), (type, clause, detail))

}  // namespace minhbach
