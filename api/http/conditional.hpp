// Conditional requests (RFC 9110 section 13). The entity tag of a resource begins with the revision of its stream, so
// If-Match carries the expected revision of a command from the reader's screen to the guard of the log. What is shown
// of other streams changes without it: the hash after the revision tells a reader's copy from what would be sent now,
// and says nothing to a command.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/message.hpp"
#include "events/result.hpp"

namespace minhbach::api::http {

// "<revision>", "<revision>-<hash>" and "<opaque>" with their quotes: strong tags. `hash` and `opaque` are of visible
// ASCII without a quote.
std::string entity_tag(std::uint64_t revision);
std::string entity_tag(std::uint64_t revision, std::string_view hash);
std::string entity_tag(std::string_view opaque);

// The If-Match of a request.
class IfMatch {
public:
    // Refuses with malformed-request what is neither "*" nor a list of entity tags.
    static Result<IfMatch> of(const Request& request);

    bool present() const { return present_; }
    // Whether the command may go on while the resource has the tag `current` (empty: there is no such resource).
    // An absent field admits everything. The comparison is strong: a weak tag never matches. Where `current` is a bare
    // revision, a tag with the same revision and a hash matches as well.
    bool admits(std::string_view current) const;
    // The revision it names, when it is one strong tag made by entity_tag(revision) or entity_tag(revision, hash).
    std::optional<std::uint64_t> revision() const;

private:
    bool present_ = false;
    bool any_ = false;
    std::vector<std::string> tags_;  // as sent, with quotes and a W/ before a weak one
};

// Whether a reader who sent this If-None-Match already has the representation with the tag `current`; weak comparison.
// A field that cannot be read is answered in full.
bool is_not_modified(const Request& request, std::string_view current);

// 304 with the tag; a 304 is a view too, so whoever sends it has entered the view first.
Response not_modified(std::string_view current);
// 412 stale-revision with the current tag in ETag and in the member `etag`.
Response precondition_failed(std::string_view current);
// 428 precondition-required: a judging command without If-Match.
Response precondition_required();

}  // namespace minhbach::api::http
