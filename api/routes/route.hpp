// One entry of the route table: everything that is known about a way to ask or to act. Routing, permission, the
// OpenAPI document and the tests read the same entry.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/message.hpp"
#include "api/routes/schema.hpp"

namespace minhbach::api::routes {

struct Context;

struct Words {
    std::string vi;
    std::string en;
};

// Who may come in. What a signed-in person then sees or may do is decided by the handler, on mandates of that day.
enum class Access {
    open,       // no sign-in: health, checkpoints, hash tiles, documentation, rules
    signed_in,  // a valid token
    log_reader  // a token of somebody who may read the raw log: inspection, administration, Home Affairs
};

struct Parameter {
    std::string name;
    std::string in;  // "query" or "header"
    Words words;
    bool required = false;
    std::string schema = R"({"type":"string"})";
};

struct Body {
    std::string media_type = "application/json";
    SchemaOf schema;  // empty: any text of that media type
};

using Handle = std::function<boost::asio::awaitable<http::Response>(Context&)>;

struct Route {
    std::string method;
    std::string path;  // "/v1/dossiers/{dossier}/timeline"; a last segment "{name...}" takes all that follows
    std::string name;  // stable, kebab-case: operationId, the command's name in the access ledger, the label of metrics
    Words summary;
    Access access = Access::signed_in;
    std::string permission;  // in words, for the document: whom the handler lets act or see
    std::vector<Parameter> parameters;
    std::vector<Body> request;   // none, or the media types that are taken
    std::vector<Body> response;  // of `success`; none: no body
    int success = 200;
    std::vector<int> also;              // further statuses with the same body; 303 has none
    std::vector<std::string> refusals;  // types this route is known to give beyond those that every route may give
    // Answered from the read models: not before these have read what the log held when the program began.
    bool reads_models = false;
    // Goes through many rows: handled on the threads for that, so that nobody else waits for it.
    bool heavy = false;
    bool asks_provider = false;     // waits for the identity provider, on the threads for that
    double cost = 1;                // of what its client may ask in a second
    bool attempts_sign_in = false;  // has an allowance of its own besides
    bool begins_sign_in = false;    // with the provider; so has this
    bool takes_batches = false;     // of anybody; else who may be anybody sends no more than credentials
    // Puts a name under something for good: who is in a session shows again who they are before it (services/law: the
    // acts of deciding, adopting and erasing).
    bool signs = false;
    Handle handle;
};

// GET for anybody; the caller adds what is special.
inline Route open_read(std::string path, std::string name, Words summary, std::vector<Body> response, Handle handle) {
    Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.access = Access::open;
    route.permission = "anybody";
    route.response = std::move(response);
    route.handle = std::move(handle);
    return route;
}

inline Route heavy(Route route) {
    route.heavy = true;
    route.cost = 5;
    return route;
}

inline Route signing(Route route) {
    route.signs = true;
    route.refusals.push_back("proof-required");
    return route;
}

Parameter in_query(std::string name, std::string vi, std::string en, std::string schema = R"({"type":"string"})",
                   bool required = false);
Parameter in_header(std::string name, std::string vi, std::string en, bool required = false);

}  // namespace minhbach::api::routes
