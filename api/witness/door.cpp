#include "api/witness/door.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace minhbach::api {
namespace {

using boost::asio::awaitable;

constexpr std::string_view kText = "text/plain; charset=utf-8";

awaitable<events::WitnessAnswer> added(events::Witness& witness, const std::string& body, std::uint64_t now) {
    co_return witness.add_checkpoint(body, now);
}

http::Response newest(const events::Witness& witness, std::string_view origin_hash) {
    auto note = witness.checkpoint(origin_hash);
    if (!note) return http::respond(404, kText, "no such log, or nothing of it was seen yet\n");
    auto response = http::respond(200, kText, *std::move(note));
    response.headers.add("Cache-Control", "no-cache");
    return response;
}

}  // namespace

http::Handler witness_door(events::Witness& witness, boost::asio::thread_pool& writers,
                           std::function<std::uint64_t()> now) {
    return [&witness, &writers, now = std::move(now)](http::Request request) -> awaitable<http::Response> {
        const auto& path = request.segments;
        if (path.size() == 1 && path[0] == "add-checkpoint") {
            if (request.method != "POST") {
                auto response = http::respond(405, kText, "POST a checkpoint here\n");
                response.headers.add("Allow", "POST");
                co_return response;
            }
            auto executor = writers.get_executor();
            auto adding = added(witness, request.body, now());
            auto answer = co_await boost::asio::co_spawn(executor, std::move(adding), boost::asio::use_awaitable);
            co_return http::respond(answer.status, answer.media_type, std::move(answer.body));
        }
        if (request.method == "GET" && path.size() == 2 && path[1] == "checkpoint") co_return newest(witness, path[0]);
        if (request.method == "GET" && path.size() == 1 && path[0] == "healthz")
            co_return http::respond(200, kText, "ok\n");
        co_return http::respond(404, kText, "a witness answers POST /add-checkpoint and GET /<hash>/checkpoint\n");
    };
}

}  // namespace minhbach::api
