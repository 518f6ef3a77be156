// Webhooks from subscribing to the end, with a receiver behind a real socket.
#include <algorithm>
#include <deque>
#include <mutex>

#include "../http/running_server.hpp"
#include "api/follow/signing.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

using minhbach::testing::RunningServer;
using minhbach::testing::soon;
using std::chrono::milliseconds;

// Takes what comes, or answers as it is told to.
class Receiver {
public:
    Receiver()
        : server_([this](http::Request request) -> boost::asio::awaitable<http::Response> {
              const std::lock_guard lock(mutex_);
              int status = usual_;
              if (!next_.empty()) {
                  status = next_.front();
                  next_.pop_front();
              }
              all_.push_back(request);
              if (status == 200) taken_.push_back(sequence(request));
              auto response = http::respond(status, "text/plain", "");
              if (status == 429) response.headers.add("Retry-After", retry_after_);
              if (!date_.empty()) response.headers.add("Date", date_);
              co_return response;
          }) {}

    std::string destination() const { return "127.0.0.1:" + std::to_string(server_.port()); }
    void answer(std::deque<int> statuses) {
        const std::lock_guard lock(mutex_);
        next_ = std::move(statuses);
    }
    // With 429.
    void ask_again(std::string retry_after, std::string date) {
        const std::lock_guard lock(mutex_);
        retry_after_ = std::move(retry_after);
        date_ = std::move(date);
    }
    void answer_always(int status) {
        const std::lock_guard lock(mutex_);
        usual_ = status;
    }
    std::vector<std::uint64_t> taken() const {
        const std::lock_guard lock(mutex_);
        return taken_;
    }
    std::vector<http::Request> all() const {
        const std::lock_guard lock(mutex_);
        return all_;
    }
    static std::uint64_t sequence(const http::Request& request) {
        const auto document = json::Document::parse(request.body).value();
        return std::stoull(std::string(tests::at(document.root(), "sequence")->string()));
    }

private:
    mutable std::mutex mutex_;
    std::deque<int> next_;
    int usual_ = 200;
    std::string retry_after_ = "0";
    std::string date_;
    std::vector<std::uint64_t> taken_;
    std::vector<http::Request> all_;
    RunningServer server_;
};

class Webhooks : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        restart();
    }
    void restart(milliseconds wait_max = milliseconds(50)) {
        application_.reset();
        follow::Options options;
        options.webhooks.destinations = {receiver_.destination()};
        options.webhooks.patience.attempts_max = 3;
        options.webhooks.patience.first_wait = milliseconds(10);
        options.webhooks.patience.wait_max = wait_max;
        options.webhooks.secret_overlap = std::chrono::hours(1);
        application_ =
            std::make_unique<Application>(*log_, clock_, store(), std::chrono::minutes(1), std::nullopt, options);
        folded();
    }
    std::string body(const std::string& id, const std::string& more = "") const {
        return R"({"webhook":")" + id + R"(","receiver":"Sở Nội vụ","url":"http://)" + receiver_.destination() +
               R"(/hook?a=b")" + more + "}";
    }
    http::Response subscribe(const std::string& id, const std::string& more = "") {
        auto answer = post("/v1/webhooks", "ADMIN", body(id, more));
        EXPECT_EQ(answer.status, 201) << answer.content();
        return answer;
    }
    // Everything there is, in the main ledger, of this type.
    std::vector<std::uint64_t> all_of(std::string_view type) {
        std::vector<std::uint64_t> positions;
        for (std::uint64_t position = 0; position < main_size(); ++position) {
            const auto record = events::decode_record(log_->record_bytes(events::Ledger::main, {position})).value();
            if (type.empty() || record.type == type) positions.push_back(position);
        }
        return positions;
    }
    std::string standing(const std::string& id, const std::string& member) {
        return text_at(get("/v1/webhooks/" + id, "ADMIN"), "data/" + member);
    }
    Receiver receiver_;
};

TEST_F(Webhooks, DeliverEveryEventInOrderAndSigned) {
    const auto answer = subscribe("W1", R"(,"from":0)");
    const auto secret = text_at(answer, "secret");
    EXPECT_THAT(secret, ::testing::StartsWith("whsec_"));
    const auto expected = all_of("");
    ASSERT_TRUE(soon([&] { return receiver_.taken().size() >= expected.size(); }));
    EXPECT_EQ(receiver_.taken(), expected);
    for (const auto& request : receiver_.all()) {
        EXPECT_EQ(request.target, "/hook?a=b");
        EXPECT_EQ(request.headers.find("Content-Type"), "application/cloudevents+json; charset=utf-8");
        const std::string id(request.headers.find("webhook-id").value());
        const std::string seconds(request.headers.find("webhook-timestamp").value());
        EXPECT_EQ(request.headers.find("webhook-signature"),
                  follow::signatures({secret}, id, std::stoll(seconds), request.body));
        EXPECT_EQ(text_at(http::json(200, request.body), "id"), id);
        EXPECT_EQ(request.body.find("Tạ Thanh Tra"), std::string::npos);
    }
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0"; }));
    EXPECT_EQ(standing("W1", "state"), "ACTIVE");
    EXPECT_EQ(standing("W1", "lastDelivered"), std::to_string(expected.back()));
    // The secret is in no event and in no other answer.
    EXPECT_EQ(get("/v1/webhooks/W1", "ADMIN").content().find("whsec_"), std::string_view::npos);
    log_->scan(events::Ledger::main, {0}, {main_size()}, [&](events::Stored&& stored) {
        for (const auto& part : stored.parts) EXPECT_EQ(part.json.find(secret), std::string::npos);
        return true;
    });
}

// Those who come at once count each other before there is an event to be counted.
TEST_F(Webhooks, AreNoMoreThanMayBeHoweverManySubscribeAtOnce) {
    subscribe("W1");
    std::vector<follow::Engine::Place> places;
    for (std::size_t i = 1; i < follow::Engine::active_max; ++i) {
        places.push_back(house().webhooks.place_for(WebhookId::of("NEW" + std::to_string(i))));
        EXPECT_TRUE(places.back()) << i;
    }
    EXPECT_EQ(problem_of(post("/v1/webhooks", "ADMIN", body("W2"))), "overloaded");
    EXPECT_EQ(problem_of(post("/v1/webhooks", "ADMIN", body("W1"))), "already-exists");
    places.pop_back();
    subscribe("W2");
    EXPECT_FALSE(house().webhooks.place_for(WebhookId::of("W3")));
    places.pop_back();
    EXPECT_TRUE(house().webhooks.place_for(WebhookId::of("W3"))) << "what was refused is given back";
}

TEST_F(Webhooks, WaitUntilTheDateThatTheReceiverNamesByItsClock) {
    restart(std::chrono::seconds(10));
    receiver_.ask_again("Thu, 01 Jan 1970 00:00:02 GMT", "Thu, 01 Jan 1970 00:00:00 GMT");
    receiver_.answer({429});
    const auto begun = std::chrono::steady_clock::now();
    subscribe("W1");
    done("ADMIN", a_document("NEW1"));
    ASSERT_TRUE(soon([&] { return !receiver_.taken().empty(); }));
    EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
    EXPECT_EQ(receiver_.all()[0].headers.find("webhook-id"), receiver_.all()[1].headers.find("webhook-id"));
}

TEST_F(Webhooks, BeginBehindTheSubscriptionAndSendWhatIsAskedForAlone) {
    subscribe("W1", R"(,"types":["document.*"])");
    done("ADMIN", a_document("NEW1"));
    subscribe("W2", R"(,"subject":"A1","from":0)");
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0" && standing("W2", "lag") == "0"; }));
    const auto taken = receiver_.taken();
    EXPECT_EQ(std::count(taken.begin(), taken.end(), all_of("document.registered").back()), 1);
    for (const auto& request : receiver_.all()) {
        if (request.body.find("document.registered") != std::string::npos) continue;
        EXPECT_NE(request.body.find("\"A1\""), std::string::npos) << request.body;
    }
}

TEST_F(Webhooks, TryAgainAndGiveUpVisiblyAndSendAgainOnRequest) {
    receiver_.answer({500, 429, 200, 500, 500, 500});
    subscribe("W1", R"(,"types":["unit.established"],"from":0)");
    const auto units = all_of("unit.established");
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0"; }));
    // The first at the third attempt, the second never, the others at once.
    auto expected = units;
    expected.erase(expected.begin() + 1);
    EXPECT_EQ(receiver_.taken(), expected);
    EXPECT_EQ(standing("W1", "deadLetters"), "1");
    const auto letters = get("/v1/webhooks/W1/dead-letters", "ADMIN");
    EXPECT_EQ(text_at(letters, "data/items"), "[1]");
    EXPECT_EQ(text_at(letters, "data/items/0/position"), std::to_string(units[1]));
    EXPECT_EQ(text_at(letters, "data/items/0/attempts"), "3");
    EXPECT_NE(text_at(letters, "data/items/0/error").find("500"), std::string::npos);
    restart();
    EXPECT_EQ(standing("W1", "deadLetters"), "1");
    ASSERT_TRUE(soon([&] { return text_at(post("/v1/webhooks/W1/redelivery", "ADMIN", "{}"), "data/count") == "1"; }));
    ASSERT_TRUE(soon([&] { return standing("W1", "deadLetters") == "0"; }));
    EXPECT_EQ(receiver_.taken().back(), units[1]);
    EXPECT_EQ(text_at(post("/v1/webhooks/W1/redelivery", "ADMIN", R"({"positions":[1]})"), "data/count"), "0");
}

TEST_F(Webhooks, GoOnAfterAStopWhereTheyWere) {
    subscribe("W1", R"(,"from":0)");
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0"; }));
    restart();
    done("ADMIN", a_document("NEW1"));
    ASSERT_TRUE(soon([&] { return receiver_.taken().back() == main_size() - 1; }));
    EXPECT_EQ(receiver_.taken(), all_of(""));
}

// A log that was put back behind what a subscription had sent, and grew past it again: what stands there now are other
// events, and none is left out because one of its number was sent.
TEST_F(Webhooks, AreStoppedByACursorOfAnotherPastUntilItIsRemoved) {
    namespace fs = std::filesystem;
    subscribe("W1", R"(,"from":0)");
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0"; }));
    const auto past = directory_.path() / "past";
    const auto stopped = [&](const auto& step) {
        application_.reset();
        log_.reset();
        step();
        log_ = opened();
    };
    stopped([&] { fs::copy(store(), past, fs::copy_options::recursive); });
    restart();
    for (int i = 0; i < 5; ++i) done("ADMIN", a_document("LOST" + std::to_string(i)));
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0"; }));
    stopped([&] {
        fs::remove_all(past / "webhooks");
        fs::copy(store() / "webhooks", past / "webhooks", fs::copy_options::recursive);
        fs::remove_all(store());
        fs::rename(past, store());
    });
    const auto sent = receiver_.taken().size();
    const auto told = [&] { return standing("W1", "lastError"); };
    restart();
    ASSERT_TRUE(soon([&] { return told().find("cursor") != std::string::npos; }));
    // While it runs, the log grows past the cursor; afterwards it is started anew.
    for (int i = 0; i < 10; ++i) done("ADMIN", a_document("NEW" + std::to_string(i)));
    std::this_thread::sleep_for(milliseconds(2500));
    EXPECT_EQ(receiver_.taken().size(), sent);
    restart();
    ASSERT_TRUE(soon([&] { return told().find("cursor") != std::string::npos; })) << told();
    EXPECT_EQ(receiver_.taken().size(), sent);

    fs::remove(store() / "webhooks" / "W1" / "cursor");
    const auto expected = all_of("");
    ASSERT_TRUE(soon([&] { return receiver_.taken().size() >= sent + expected.size(); }));
    auto taken = receiver_.taken();
    taken.erase(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(sent));
    EXPECT_EQ(taken, expected);
}

// As it was kept before the leaf hash stood in it.
TEST_F(Webhooks, ACursorBeyondTheLogIsNotGoneOnFromOnceTheLogIsLongEnough) {
    subscribe("W1", R"(,"from":0)");
    ASSERT_TRUE(soon([&] { return standing("W1", "lag") == "0"; }));
    application_.reset();
    follow::Mailbox(store() / "webhooks" / "W1").keep(main_size() + 5);
    const auto sent = receiver_.taken().size();
    restart();
    ASSERT_TRUE(soon([&] { return standing("W1", "lastError").find("cursor") != std::string::npos; }));
    for (int i = 0; i < 10; ++i) done("ADMIN", a_document("NEW" + std::to_string(i)));
    std::this_thread::sleep_for(milliseconds(2500));
    EXPECT_EQ(receiver_.taken().size(), sent);
}

TEST_F(Webhooks, EndWhereTheReceiverIsGone) {
    receiver_.answer_always(410);
    subscribe("W1", R"(,"from":0)");
    ASSERT_TRUE(soon([&] { return standing("W1", "state") == "ENDED"; }));
    EXPECT_EQ(standing("W1", "whyEnded"), "GONE");
    EXPECT_EQ(all_of("webhook.ended").size(), 1u);
    EXPECT_EQ(receiver_.all().size(), 1u);
    EXPECT_EQ(standing("W1", "cursor"), "0");
    EXPECT_EQ(problem_of(post("/v1/webhooks/W1/secret", "ADMIN", "{}")), "step-order");
    EXPECT_EQ(problem_of(post("/v1/webhooks", "ADMIN", body("W1"))), "already-exists");
}

TEST_F(Webhooks, EndOnRequestAndSendNothingAfterwards) {
    subscribe("W1");
    EXPECT_EQ(problem_of(post("/v1/webhooks/W1/end", "ADMIN", R"({"reason":""})")), "invalid-field");
    EXPECT_EQ(post("/v1/webhooks/W1/end", "ADMIN", R"({"reason":"Không còn dùng."})").status, 201);
    EXPECT_EQ(standing("W1", "state"), "ENDED");
    EXPECT_EQ(standing("W1", "reason"), "Không còn dùng.");
    const auto sent = receiver_.all().size();
    done("ADMIN", a_document("NEW1"));
    std::this_thread::sleep_for(milliseconds(300));
    EXPECT_LE(receiver_.all().size(), sent + 1);
}

TEST_F(Webhooks, ANewSecretSignsBesideTheOneBefore) {
    const auto first = text_at(subscribe("W1", R"(,"types":["document.registered"])"), "secret");
    const HeaderFields key{{"Idempotency-Key", "\"rotate-1\""}};
    const auto rotated = post("/v1/webhooks/W1/secret", "ADMIN", "{}", key);
    ASSERT_EQ(rotated.status, 201) << rotated.content();
    const auto second = text_at(rotated, "secret");
    // Sent again, the answer has no secret, and the secret is the same.
    EXPECT_EQ(text_at(post("/v1/webhooks/W1/secret", "ADMIN", "{}", key), "secret"), "(absent)");
    done("ADMIN", a_document("NEW1"));
    ASSERT_TRUE(soon([&] { return receiver_.all().size() == 1; }));
    const auto request = receiver_.all().front();
    const std::string id(request.headers.find("webhook-id").value());
    const auto seconds = std::stoll(std::string(request.headers.find("webhook-timestamp").value()));
    EXPECT_EQ(request.headers.find("webhook-signature"),
              follow::signatures({second, first}, id, seconds, request.body));
}

TEST_F(Webhooks, AreKeptByAdministratorsAndHomeAffairsAlone) {
    EXPECT_EQ(post("/v1/webhooks", "HOMEAFFAIRS", body("W1")).status, 201);
    EXPECT_EQ(text_at(get("/v1/webhooks", "ADMIN"), "data/items"), "[1]");
    for (const std::string person : {"A1", "DIRECTOR", "INSPECTOR"}) {
        EXPECT_EQ(problem_of(post("/v1/webhooks", person, body("W2"))), "not-competent") << person;
        EXPECT_EQ(problem_of(post("/v1/webhooks/W1/secret", person, "{}")), "not-competent") << person;
        EXPECT_EQ(get("/v1/webhooks", person).status, 404) << person;
        EXPECT_EQ(get("/v1/webhooks/W1", person).status, 404) << person;
        EXPECT_EQ(get("/v1/webhooks/W1/dead-letters", person).status, 404) << person;
        EXPECT_EQ(post("/v1/webhooks/W1/redelivery", person, "{}").status, 404) << person;
    }
    EXPECT_EQ(get("/v1/webhooks/W9", "ADMIN").status, 404);
}

TEST_F(Webhooks, GoWhereTheOperatorAllowsAndNowhereElse) {
    const auto with_url = [&](const std::string& url) {
        return post("/v1/webhooks", "ADMIN", R"({"webhook":"W1","receiver":"x","url":")" + url + R"("})");
    };
    for (const std::string url : {"http://127.0.0.1:1/", "https://example.org/", "http://localhost:80/", "file:///etc"})
        EXPECT_EQ(problem_of(with_url(url)), "invalid-field") << url;
    const auto allowed = receiver_.destination();
    for (const std::string& url : {"http://a:b@" + allowed + "/", "http://" + allowed + "/#x"})
        EXPECT_EQ(problem_of(with_url(url)), "invalid-field") << url;
    EXPECT_EQ(problem_of(post("/v1/webhooks", "ADMIN", body("W1", R"(,"types":["rating.decide"])"))), "invalid-field");
    EXPECT_EQ(problem_of(post("/v1/webhooks", "ADMIN", body("W1", R"(,"unit":"99")"))), "invalid-field");
    EXPECT_EQ(receiver_.all().size(), 0u);
}

}  // namespace
}  // namespace minhbach::api::routes
