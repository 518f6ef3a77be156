// Who comes without being anybody stands in the access ledger: how often, from which network, nothing that was shown.
#include <fstream>
#include <iterator>
#include <set>

#include "api/routes/all.hpp"
#include "doors.hpp"
#include "events/merkle/base64.hpp"

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

// Every way to show who one is, with something wrong, misspelt or of another shape: neither what the machine's operator
// reads, nor what is kept, nor the answer holds it.
TEST_F(AttemptsOfNobody, WhatWasShownStandsNowhere) {
    const std::string secret = "hoacucvang8431";
    const std::string kJson = "application/json", kForm = "application/x-www-form-urlencoded";
    struct Shown {
        std::string type, body;
    };
    const std::map<std::string, std::vector<Shown>> shown{
        {"sign-in",
         {{kJson, R"({"token":"mb_WRONG"})"}, {kJson, R"({"token":"WRONG)"}, {kJson, R"({"token":["WRONG"]})"}}},
        {"sign-in-with-password",
         {{kJson, R"({"person":"A1","password":"WRONG"})"},
          {kJson, R"({"person":"A1","password":"WRONG","code":"WRONG"})"},
          {kJson, R"({"person":"a WRONG!","password":"x"})"},
          {kJson, R"({"person":"A1","password":"WRONG)"},
          {kJson, R"({"person":"A1","password":{"WRONG":"WRONG"}})"}}},
        {"sign-in-with-slip",
         {{kJson, R"({"person":"A2","slip":"WRONG","password":"hoa sen WRONG"})"},
          {kJson, R"({"person":"A2","slip":["WRONG"],"password":"WRONG"})"}}},
        {"prove-again", {{kJson, R"({"password":"WRONG","code":"WRONG"})"}, {kJson, R"({"token":"mb_WRONG"})"}}},
        {"change-password",
         {{kJson, R"({"password":"WRONG","next":"mới WRONG"})"}, {kJson, R"({"password":"WRONG","next":7})"}}},
        {"confirm-device", {{kJson, R"({"code":"WRONG"})"}}},
        {"remove-device", {{kJson, R"({"password":"WRONG","code":"WRONG"})"}}},
        {"sign-in-as-machine",
         {{kForm, "grant_type=client_credentials&client_id=DIRECTOR&client_secret=WRONG"},
          {kForm, "grant_type=client_credentials&client_id=WRONG&client_secret=%zzWRONG"},
          {kForm, "grant_type=password&username=A1&password=WRONG"}}}};
    const auto replaced = [&](std::string text) {
        for (auto at = text.find("WRONG"); at != std::string::npos; at = text.find("WRONG"))
            text.replace(at, 5, secret);
        return text;
    };
    const auto basic = events::merkle::base64("DIRECTOR:" + secret);
    const auto cookie = cookie_of("A1");
    std::string told;
    const auto tell = [&](const http::Response& response) {
        told += response.content();
        for (std::size_t i = 0; i < response.headers.size(); ++i) told += " " + std::string(response.headers[i].value);
    };
    ::testing::internal::CaptureStderr();
    std::set<std::string> tried;
    for (const auto& route : all_routes()) {
        const auto found = shown.find(route.name);
        if (route.attempts_sign_in && !route.request.empty()) EXPECT_TRUE(found != shown.end()) << route.name;
        if (found == shown.end()) continue;
        tried.insert(route.name);
        for (const auto& [type, body] : found->second) {
            HeaderFields fields{{"Content-Type", type}, {"Minhbach-Console", "1"}};
            if (!route.name.starts_with("sign-in")) fields.emplace_back("Cookie", cookie);
            const auto answer = from("203.0.113.5", "POST", route.path, fields, replaced(body));
            EXPECT_GE(answer.status, 400) << route.name << " " << body;
            tell(answer);
        }
    }
    EXPECT_EQ(tried.size(), shown.size());
    for (const HeaderFields& fields :
         {HeaderFields{{"Authorization", "Bearer mb_" + secret}},
          HeaderFields{{"Authorization", "Bearer mt_" + secret}}, HeaderFields{{"Authorization", "Basic " + basic}},
          HeaderFields{{"Cookie", "minhbach=ms_" + secret}}})
        tell(from("203.0.113.5", "GET", "/v1/me", fields));
    tell(from("203.0.113.5", "POST", "/v1/sign-in/machine",
              {{"Content-Type", kForm}, {"Authorization", "Basic " + basic}}, "grant_type=client_credentials"));
    tell(from("203.0.113.5", "GET", "/v1/me?access_token=" + secret));
    tell(from("203.0.113.5", "GET", "/v1/sign-in/openid/return?state=" + secret + "&code=" + secret));
    told += get("/metrics", "").content();
    EXPECT_FALSE(entered().empty());
    told += ::testing::internal::GetCapturedStderr();
    for (std::uint64_t at = 0; at < access_size(); ++at)
        for (const auto& part : log_->read(events::Ledger::access, {at}).parts) told += part.json;
    for (const auto& file : std::filesystem::recursive_directory_iterator(store())) {
        std::ifstream bytes(file.path(), std::ios::binary);
        if (file.is_regular_file()) told.append(std::istreambuf_iterator<char>(bytes), {});
    }
    EXPECT_GT(told.size(), 100'000u);
    EXPECT_EQ(told.find(secret), std::string::npos) << told.substr(told.find(secret) - 200, 400);
    EXPECT_EQ(told.find(basic), std::string::npos);
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
