// Who comes without being anybody stands in the access ledger: how often, from which network, nothing that was shown.
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class AttemptsOfNobody : public Doors {
protected:
    http::Response from(std::string peer, std::string method, const std::string& target, HeaderFields headers = {},
                        std::string body = {}) {
        http::Request request;
        request.method = std::move(method);
        request.target = target;
        auto parsed = http::parse_target(target);
        request.path = parsed->path;
        request.segments = parsed->segments;
        request.query = parsed->query;
        request.peer = std::move(peer);
        for (const auto& [name, value] : headers) request.headers.add(name, value);
        request.body = std::move(body);
        return send(std::move(request));
    }
    // The bookkeeper enters what is left when the program stops.
    std::map<std::string, int> entered() {
        application_->stop();
        log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access), log_->generation(),
                                 20'000);
        std::map<std::string, int> counts;
        for (std::uint64_t at = 0; at < access_size(); ++at) {
            const auto entry = events::decode(log_->read(events::Ledger::access, {at}));
            const auto* refused = entry.event.as<AttemptsRefused>();
            if (!refused) continue;
            EXPECT_EQ(entry.record.actor.str(), "system");
            EXPECT_TRUE(entry.record.subjects.empty());
            counts[refused->network.str() + " " + std::string(json::enum_name(refused->kind))] += refused->count;
            kept_ += json::to_json(*refused);
        }
        return counts;
    }
    std::string kept_;
};

TEST_F(AttemptsOfNobody, AreEnteredByNetworkAndKindAndNothingOfTheirSecrets) {
    const std::string forged = "mb_" + std::string(64, 'f');
    for (int i = 0; i < 7; ++i) EXPECT_EQ(from("203.0.113.5", "GET", "/v1/people/A1").status, 401);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(from("203.0.113.6", "GET", "/v1/people/A1", {{"Authorization", "Bearer " + forged}}).status, 401);
    EXPECT_EQ(from("198.51.100.1", "POST", "/v1/sign-in", {{"Content-Type", "application/json"}},
                   R"({"token":")" + forged + R"("})")
                  .status,
              401);
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(from("198.51.100.2", "POST", "/v1/sign-in/password", {{"Content-Type", "application/json"}},
                       R"({"person":"A1","password":"mat khau bi doan"})")
                      .status,
                  i < 5 ? 401 : 429);
    const auto counts = entered();
    EXPECT_EQ(counts.at("203.0.113.0/24 NOTHING_SHOWN"), 7);
    EXPECT_EQ(counts.at("203.0.113.0/24 UNKNOWN"), 3);
    EXPECT_EQ(counts.at("198.51.100.0/24 UNKNOWN"), 1);
    EXPECT_EQ(counts.at("198.51.100.0/24 SECRET_WRONG"), 5);
    EXPECT_EQ(counts.at("198.51.100.0/24 ACCOUNT_SHUT"), 1);
    for (const auto secret : {"mb_", "mat khau", "A1", "203.0.113.5", "198.51.100.2"})
        EXPECT_EQ(kept_.find(secret), std::string::npos) << secret;
}

TEST_F(AttemptsOfNobody, AreShownToInspectionAndAdministration) {
    EXPECT_EQ(from("203.0.113.5", "GET", "/v1/people/A1").status, 401);
    (void)entered();
    application_.reset();
    application_ = made();
    again();
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    for (const auto& asker : {"INSPECTOR", "ADMIN"}) {
        const auto answer = get("/v1/access/attempts", asker);
        EXPECT_EQ(text_at(answer, "data/items/0/network"), "203.0.113.0/24") << asker << answer.content();
        EXPECT_EQ(text_at(answer, "data/items/0/count"), "1") << asker;
    }
    EXPECT_EQ(get("/v1/access/attempts", "A1").status, 404);
    EXPECT_EQ(get("/v1/access/attempts", "HOMEAFFAIRS").status, 404);
}

TEST_F(AttemptsOfNobody, WhoIsSignedInLeavesNone) {
    EXPECT_EQ(get("/v1/people/A1", "A1").status, 200);
    EXPECT_TRUE(entered().empty());
}

}  // namespace
}  // namespace minhbach::api::routes
