// The frame of every page: banner of simulated data, who is signed in, where one can go, up to where the record was
// read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/console/html.hpp"
#include "api/routes/context.hpp"

namespace minhbach::api::console {

struct Page {
    std::string title;  // Vietnamese
    std::string title_en;
    Node content;
    std::optional<std::string> seen_as_of;  // "30/11/2023 24:00" when it is not now
    int status = 200;
};

// `signed_in` is empty on the page that asks for the token.
http::Response page(routes::House& house, const std::optional<PersonCode>& signed_in, Page page);
inline http::Response page(routes::Context& context, Page content) {
    return page(context.house, context.person(), std::move(content));
}
// A refusal as a page: what is wrong and what to do.
http::Response refusal_page(routes::Context& context, const Refusal& refusal);

// A time as people write it ("30/11/2023 24:00") or as programs do, or a position: what known_as_of takes.
std::string as_of_parameter(std::string_view typed);
// The form of the as-of bar: shows this page as it was known at a time.
Node as_of_form(const routes::Context& context, const std::vector<std::pair<std::string, std::string>>& kept = {});

// On what an answer rests, in the words of the interface: record number, time stamp, verification code.
Node record_line(routes::Context& context, const projections::Basis& basis);

// Routes of pages.
routes::Route page_route(std::string path, std::string name, std::string vi, std::string en, std::string permission,
                         std::vector<routes::Parameter> parameters, routes::Handle handle);

}  // namespace minhbach::api::console
