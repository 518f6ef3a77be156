// What a follower of the log may ask, and what pages and the stream have in common.
#pragma once

#include <string>
#include <vector>

#include "api/follow/scanner.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::routes {

// `malformed-request` for a type that does not exist (a misspelt filter would leave everything out), and for a unit of
// the access ledger, whose entries concern none.
// What the party side alone reads is let through for whoever reads all of it.
Result<follow::Filter> filter_in_query(Context& context);
std::vector<Parameter> filter_parameters();

// Where to begin: `from` or, one behind it, `after`; the beginning without either. Refused beyond the end of the
// ledger: whoever has seen more than there is follows another log.
Result<std::uint64_t> begin_in_query(const Context& context, events::Ledger ledger);
std::vector<Parameter> begin_parameters();

// How far a follower is: every record in [from, to) was looked at, `matched` of them were asked for.
struct Progress {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::uint64_t matched = 0;
    std::uint64_t size = 0;  // of the ledger: durable events
    std::string checkpoint;  // the newest published one, as a signed note; empty while there is none
};
BOOST_DESCRIBE_STRUCT(Progress, (), (from, to, matched, size, checkpoint))

http::Response follow_live(Context& context, follow::Filter filter, std::uint64_t from);

}  // namespace minhbach::api::routes
