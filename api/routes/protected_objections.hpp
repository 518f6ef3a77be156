// Objections whose petitioner is protected: read by those on a list of named people, which the petitioner sees, with
// who opened it.
#pragma once

#include "api/routes/context.hpp"

namespace minhbach::api::routes {

// The answer, entered in the access ledger before it leaves; `not-found-or-not-allowed` to whoever is not on the list.
awaitable<http::Response> protected_objection(Context& context, projections::ObjectionAnswer found);

}  // namespace minhbach::api::routes
