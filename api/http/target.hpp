// The request target (RFC 9112 section 3.2) and the query in it, decoded once and checked.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/result.hpp"

namespace minhbach::api::http {

// Parameters in the order of the query, each name at most once: a second value for the same question is a mistake of
// the caller that must not be settled by taking the first or the last.
class Query {
public:
    using value_type = std::pair<std::string, std::string>;
    using const_iterator = std::vector<value_type>::const_iterator;

    // application/x-www-form-urlencoded: %XX and '+' decoded, well-formed UTF-8, no NUL. Refuses with
    // malformed-request what is not so, and a name given twice. Serves for the bodies of forms as well.
    static Result<Query> parse(std::string_view encoded);

    std::optional<std::string_view> find(std::string_view name) const;
    bool contains(std::string_view name) const { return find(name).has_value(); }
    // The first parameter whose name is not among `known`: an unknown parameter is refused by the routes.
    std::optional<std::string_view> first_unknown(std::initializer_list<std::string_view> known) const;

    bool empty() const { return parameters_.empty(); }
    std::size_t size() const { return parameters_.size(); }
    const_iterator begin() const { return parameters_.begin(); }
    const_iterator end() const { return parameters_.end(); }

private:
    std::vector<value_type> parameters_;
};

struct Target {
    std::string path;
    std::vector<std::string> segments;
    Query query;
};

// Takes the origin form ("/a/b?c=d"), the absolute form of proxies, and "*" (path "*", no segments). Refuses with
// malformed-request. An empty segment stays ("/a/" has the segments "a" and ""), so that it matches no route.
Result<Target> parse_target(std::string_view target);

// Everything but the unreserved characters of RFC 3986 as %XX.
std::string percent_encode(std::string_view text);

}  // namespace minhbach::api::http
