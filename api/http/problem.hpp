// A refusal as a problem document (RFC 9457), application/problem+json with the members type ("/problems/<slug>"),
// title and titleEn from the catalogue, status, detail, detailEn, and, where they say something, field, clause,
// instance and more (the further refusals of the same input). `title` and `detail` are Vietnamese; the names ending in
// En say the same in English.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/http/message.hpp"
#include "events/result.hpp"

namespace minhbach::api::http {

struct ProblemExtras {
    int status = 0;        // instead of the status of the catalogue, for one type with two statuses (413 and 431)
    std::string instance;  // a URI of this occurrence, such as the resource that was asked for
    std::vector<std::pair<std::string, std::string>> members;  // further members: name, and its value as JSON text
};

// Adds WWW-Authenticate to 401 and Retry-After to 503. Throws std::logic_error for a type outside the catalogue.
Response problem(const Refusal& refusal, const ProblemExtras& extras = {});

Refusal malformed_request(std::string detail_vi, std::string detail_en);

}  // namespace minhbach::api::http
