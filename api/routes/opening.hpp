// Opening a dossier: who may, for what purpose, and the entry in the access ledger before any byte leaves. A 304 is a
// view too.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/routes/context.hpp"

namespace minhbach::api::routes {

struct Opening {
    projections::DossierRow row;  // as it stands now
    bool needs_purpose = false;   // the reader does not rate this person in daily work
};

// `not-found-or-not-allowed` for what is not there and for what is not to be seen.
Result<Opening> opening_of(Context& context, const DossierId& dossier);

// Of the field Purpose (percent-encoded UTF-8) or the parameter ?purpose=; empty if neither is given.
Result<std::string> purpose_of(const http::Request& request);

// What is entered as the purpose: the one given, else that of daily work; refuses with `reason-required` where one is
// needed and none is given.
Result<Text> purpose_to_enter(const Context& context, bool is_needed);

// Waits until the view stands in the access ledger. Refuses with `reason-required` where a purpose is needed and none
// is given.
awaitable<Outcome> view_noted(Context& context, Opening opening, std::string view, std::string purpose);

// All of the above for the dossier in the path: the row, or what to answer instead.
awaitable<Result<Opening>> opened(Context& context, std::string view);

// For what is told of one person outside the dossiers: ratings, notices, what was done. Whoever opens dossiers without
// a purpose reads on; others name one, and every dossier of the person gets an entry. Refuses as `opened` does.
awaitable<Outcome> person_opened(Context& context, PersonCode person, std::string view);

// Lines about people whom the reader may not see leave the list.
struct LeftOutLines {
    std::size_t lines = 0;
    std::vector<std::pair<DossierId, PersonCode>> touched;  // of those that stay: whose view needs a purpose
};
LeftOutLines leave_out_unseen(Context& context, std::vector<projections::DossierLine>& lines);

// Entries of a view that touches several dossiers and needs a purpose for each; refuses with `reason-required` as
// above. Nothing is asked or entered where none is touched.
using Touched = std::vector<std::pair<DossierId, PersonCode>>;
awaitable<Outcome> views_noted(Context& context, Touched touched, std::string view);

// The route with the parameters and refusals of a purpose.
Route with_purpose(Route route);
std::vector<Parameter> purpose_parameters();

}  // namespace minhbach::api::routes
