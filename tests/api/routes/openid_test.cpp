// Signing in with a provider that is slow, away or flooded: who signs in with it waits, and nobody else. The flow
// itself runs with a real provider in tests/openid.
#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "../http/running_server.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::RunningServer;
using minhbach::testing::soon;
using std::chrono::milliseconds;

// Describes itself as it should, or after a while, or not at all.
class Provider {
public:
    Provider()
        : server_([this](http::Request request) -> boost::asio::awaitable<http::Response> {
              ++asked_;
              const auto executor = co_await boost::asio::this_coro::executor;
              const auto until = std::chrono::steady_clock::now() + milliseconds(8000);
              while (is_held_ && std::chrono::steady_clock::now() < until) {
                  boost::asio::steady_timer timer(executor, milliseconds(10));
                  co_await timer.async_wait(boost::asio::use_awaitable);
              }
              if (is_away_) co_return http::respond(500, "text/plain", "");
              co_return http::json(200, R"({"issuer":")" + issuer() + R"(","authorization_endpoint":")" + issuer() +
                                            R"(/auth","token_endpoint":")" + issuer() + R"(/token","jwks_uri":")" +
                                            issuer() + R"(/keys"})");
          }) {}
    std::string issuer() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    std::atomic<bool> is_held_{false}, is_away_{false};
    std::atomic<int> asked_{0};

private:
    RunningServer server_;
};

class OpenIdDoors : public Doors {
protected:
    api::Doors doors() const override {
        auto wide = Doors::doors();
        wide.beginning = beginning_;
        sign_in::OpenIdOptions options;
        options.issuer = provider_.issuer();
        options.client_id = "minhbach";
        options.public_url = "http://127.0.0.1:1";
        wide.identity.openid = sign_in::OpenId::with(std::move(options)).value();
        return wide;
    }
    void made_anew() {
        application_.reset();
        application_ = made();
        again();
        folded();
    }
    http::Response begin(std::string peer = "203.0.113.5") {
        http::Request request;
        request.method = "GET";
        request.target = request.path = "/v1/sign-in/openid";
        request.segments = {"v1", "sign-in", "openid"};
        request.peer = std::move(peer);
        return send(std::move(request));
    }
    Provider provider_;
    http::Allowance::Rate beginning_{1e9, 1e9};
};

TEST_F(OpenIdDoors, LeadToTheProvider) {
    const auto answer = begin();
    EXPECT_EQ(answer.status, 303) << answer.content();
    EXPECT_TRUE(header_of(answer, "Location").starts_with(provider_.issuer() + "/auth?"));
    EXPECT_EQ(begin().status, 303);
    EXPECT_EQ(provider_.asked_, 1);
}

TEST_F(OpenIdDoors, AProviderThatIsAwayIsNotAskedByEverybody) {
    provider_.is_away_ = true;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(problem_of(begin()), "provider-unavailable");
    EXPECT_EQ(provider_.asked_, 1);
}

TEST_F(OpenIdDoors, WhoReadsDoesNotWaitForASlowProvider) {
    const auto reader = token("INSPECTOR");
    provider_.is_held_ = true;
    RunningServer server(application_->handler());
    std::vector<HttpClient> waiting;
    const auto begin_one_more = [&] {
        waiting.emplace_back(server.port());
        waiting.back().send(HttpClient::compose("GET", "/v1/sign-in/openid"));
    };
    for (int i = 0; i < 4; ++i) begin_one_more();
    ASSERT_TRUE(soon([&] { return provider_.asked_ > 0 && server.server().counters().requests_started == 4; }));
    HttpClient client(server.port());
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(client.get("/v1/access/attempts", {{"Authorization", "Bearer " + reader}}).status, 200);
    EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(3000));

    // Nor do more wait than there is room for: the rest is told at once.
    for (std::size_t i = 4; i < 33; ++i) begin_one_more();
    const auto last = waiting.back().receive();
    ASSERT_TRUE(last);
    EXPECT_EQ(last->status, 503);
    EXPECT_NE(last->body.find("/problems/overloaded"), std::string::npos) << last->body;
    provider_.is_held_ = false;
    for (std::size_t i = 0; i + 1 < waiting.size(); ++i) {
        const auto answer = waiting[i].receive();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 303) << answer->body;
    }
    EXPECT_EQ(provider_.asked_, 1) << "one asks for all";
}

TEST_F(OpenIdDoors, OneAddressBeginsOnlySoOften) {
    beginning_ = {0.001, 3};
    made_anew();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(begin().status, 303);
    const auto refused = begin();
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(problem_of(refused), "too-many-requests");
    EXPECT_EQ(begin("198.51.100.7").status, 303) << "others go on";
}

TEST_F(OpenIdDoors, OneNetworkKeepsNobodyElseFromBeginning) {
    auto& openid = *house().identity.openid;
    const Time now = house().wall.now();
    const auto begun = [&](const std::string& network) {
        return openid.begin("/", std::nullopt, network, now).has_value();
    };
    for (int i = 0; i < 10'100; ++i) ASSERT_TRUE(begun("203.0.113.0/24")) << i;
    EXPECT_TRUE(begun("198.51.100.0/24"));
    EXPECT_EQ(begin("198.51.100.7").status, 303);
}

// What is known from the head: nothing is read of a body that nobody will look at.
TEST_F(OpenIdDoors, AHeadIsAnsweredWhereNothingTakesTheBodyBehindIt) {
    const auto head = [&](const std::string& method, const std::string& path) {
        http::Request request;
        request.method = method;
        auto target = http::parse_target(path);
        request.target = request.path = path;
        request.segments = target->segments;
        return request;
    };
    const auto refusal = [&](const std::string& method, const std::string& path) {
        const auto refused = application_->refusal_of(head(method, path));
        return refused ? refused->status : 0;
    };
    EXPECT_EQ(refusal("POST", "/nothing"), 404);
    EXPECT_EQ(refusal("POST", "/v1/nothing"), 404);
    EXPECT_EQ(refusal("POST", "/healthz"), 405);
    EXPECT_EQ(refusal("DELETE", "/v1/people"), 405);
    EXPECT_EQ(refusal("GET", "/"), 0);
    EXPECT_EQ(refusal("GET", "/dang-nhap"), 0) << "a screen";
    for (const std::string open : {"/v1/sign-in", "/v1/sign-in/password", "/v1/sign-in/slip", "/v1/sign-in/machine"}) {
        EXPECT_EQ(refusal("POST", open), 0) << open;
        EXPECT_EQ(application_->body_bytes_max_of(head("POST", open)), 16u * 1024) << open;
    }
    EXPECT_EQ(application_->body_bytes_max_of(head("GET", "/healthz")), 16u * 1024);
    for (const std::string rules : {"evaluate", "quota", "deadline", "procedure"})
        EXPECT_EQ(application_->body_bytes_max_of(head("POST", "/v1/rules/" + rules)), std::nullopt) << "batches";
    EXPECT_EQ(application_->body_bytes_max_of(head("POST", "/v1/decisions")), std::nullopt) << "as the server says";
    auto roster = head("POST", "/v1/imports");
    roster.headers.add("Authorization", "Bearer " + token("ADMIN"));
    EXPECT_EQ(application_->body_bytes_max_of(roster), 64u << 20);
}

}  // namespace
}  // namespace minhbach::api::routes
