// Following the log live, through real sockets.
#include <functional>
#include <optional>

#include "../http/running_server.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::RunningServer;
using minhbach::testing::soon;
using std::chrono::milliseconds;

struct Message {
    std::optional<std::uint64_t> id;
    std::string event;
    std::string data;
};

// Understands what comes: chunks, and messages in them.
class Listener {
public:
    Listener(const RunningServer& server, const std::string& target, const std::string& token,
             const std::string& last_event_id = {})
        : client_(server.port()) {
        testing::HeaderList headers{{"Authorization", "Bearer " + token}};
        if (!last_event_id.empty()) headers.emplace_back("Last-Event-ID", last_event_id);
        head_ = client_.get(target, headers);
    }
    const testing::HttpAnswer& head() const { return head_; }

    // The next message; nothing when the stream has ended, cleanly or not.
    std::optional<Message> next() {
        for (;;) {
            if (const auto end = text_.find("\n\n"); end != std::string::npos) {
                auto message = parse(text_.substr(0, end + 1));
                text_.erase(0, end + 2);
                if (message) return message;
                continue;
            }
            if (!unchunk()) return std::nullopt;
        }
    }
    // Those that are events, until `count` have come.
    std::vector<Message> events(std::size_t count) {
        std::vector<Message> all;
        while (all.size() < count) {
            auto message = next();
            if (!message) break;
            if (message->event == "event") all.push_back(std::move(*message));
        }
        return all;
    }
    bool has_ended_cleanly() const { return has_ended_; }

private:
    bool unchunk() {
        for (;;) {
            const auto line = bytes_.find("\r\n");
            if (line != std::string::npos) {
                const auto size = std::stoul(bytes_.substr(0, line), nullptr, 16);
                if (bytes_.size() >= line + 2 + size + 2) {
                    text_ += bytes_.substr(line + 2, size);
                    bytes_.erase(0, line + 2 + size + 2);
                    has_ended_ = size == 0;
                    return !has_ended_;
                }
            }
            const auto more = client_.receive_some();
            if (!more) return false;
            bytes_ += *more;
        }
    }
    static std::optional<Message> parse(std::string_view lines) {
        Message message;
        while (!lines.empty()) {
            const auto line = lines.substr(0, lines.find('\n'));
            lines.remove_prefix(line.size() + 1);
            if (line.starts_with("id: ")) message.id = std::stoull(std::string(line.substr(4)));
            if (line.starts_with("event: ")) message.event = line.substr(7);
            if (line.starts_with("data: ")) message.data = line.substr(6);
        }
        return message.event.empty() ? std::nullopt : std::optional(message);
    }

    HttpClient client_;
    testing::HttpAnswer head_;
    std::string bytes_, text_;
    bool has_ended_ = false;
};

std::uint64_t number_in(const Message& message, std::string_view path) {
    const auto document = json::Document::parse(message.data).value();
    return static_cast<std::uint64_t>(tests::at(document.root(), path)->integer());
}

class EventStream : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        application_.reset();
        follow::Options options;
        options.progress_every = milliseconds(100);
        options.token_check_every = milliseconds(100);
        options.streams_max = 3;
        application_ =
            std::make_unique<Application>(*log_, clock_, store(), std::chrono::minutes(1), std::nullopt, options);
        folded();
        token("INSPECTOR");
        server_.emplace(application_->handler());
    }
    void TearDown() override {
        server_.reset();
        Doors::TearDown();
    }
    void write_one() { done("ADMIN", a_document("NEW" + std::to_string(++written_))); }
    Listener listen(const std::string& query, const std::string& last = {}) {
        return Listener(*server_, "/v1/events/stream" + query, token("INSPECTOR"), last);
    }
    std::optional<RunningServer> server_;
    int written_ = 0;
};

TEST_F(EventStream, BringsWhatIsThereAndThenWhatComes) {
    auto listener = listen("");
    EXPECT_EQ(listener.head().status, 200);
    EXPECT_EQ(listener.head().header("Content-Type"), "text/event-stream");
    EXPECT_EQ(listener.head().header("Cache-Control"), "no-store");
    const auto before = main_size();
    auto seen = listener.events(before);
    for (int i = 0; i < 5; ++i) write_one();
    for (auto& message : listener.events(main_size() - before)) seen.push_back(std::move(message));
    ASSERT_EQ(seen.size(), main_size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        ASSERT_EQ(seen[i].id, i);
        const auto document = json::Document::parse(seen[i].data).value();
        const auto cbor = log_->record_bytes(events::Ledger::main, {i});
        EXPECT_EQ(tests::at(document.root(), "leafhash")->string(), events::hex(events::merkle::leaf_hash(cbor)));
    }
}

TEST_F(EventStream, GoesOnBehindTheLastEventWhereTheConnectionWasCut) {
    std::vector<std::uint64_t> seen;
    std::string last;
    const auto total = main_size() + 20;
    while (seen.size() < total) {
        {
            auto listener = listen("?from=0", last);
            ASSERT_EQ(listener.head().status, 200);
            const std::size_t some = 1 + seen.size() % 17;
            for (const auto& message : listener.events(std::min<std::size_t>(some, total - seen.size()))) {
                seen.push_back(*message.id);
                last = std::to_string(*message.id);
            }
        }  // here the connection is cut, with whatever else was on its way
        while (main_size() < total && written_ < static_cast<int>(seen.size())) write_one();
        ASSERT_TRUE(soon([&] { return *house().streams_open == 0; }));
    }
    for (std::size_t i = 0; i < total; ++i) EXPECT_EQ(seen[i], i);
}

TEST_F(EventStream, SaysHowFarItIsAlsoWhereNothingIsAskedFor) {
    auto listener = listen("?type=erased.*,webhook.ended");
    EXPECT_EQ(listener.head().status, 400);
    auto silent = listen("?type=webhook.ended");
    std::uint64_t next = 0;
    while (next < main_size()) {
        const auto message = silent.next();
        ASSERT_TRUE(message);
        EXPECT_EQ(message->event, "progress");
        EXPECT_EQ(number_in(*message, "from"), next);
        EXPECT_EQ(number_in(*message, "matched"), 0u);
        next = number_in(*message, "to");
        if (next > 0) EXPECT_EQ(message->id, next - 1);
    }
    write_one();
    for (;;) {
        const auto message = silent.next();
        ASSERT_TRUE(message);
        EXPECT_EQ(number_in(*message, "from"), next);
        next = number_in(*message, "to");
        if (next == main_size()) break;
    }
}

TEST_F(EventStream, TheRangesOfProgressHoldAsManyEventsAsTheySay) {
    auto listener = listen("?type=post.assigned");
    std::uint64_t count = 0, next = 0;
    while (next < main_size()) {
        const auto message = listener.next();
        ASSERT_TRUE(message);
        if (message->event == "event") {
            ++count;
            continue;
        }
        EXPECT_EQ(number_in(*message, "from"), next);
        EXPECT_EQ(number_in(*message, "matched"), count);
        next = number_in(*message, "to");
        count = 0;
    }
}

TEST_F(EventStream, EndsWhenItsTokenIsTakenBack) {
    auto listener = listen("");
    ASSERT_TRUE(listener.next());
    std::filesystem::remove(store() / "tokens" / events::hex(events::sha256(token("INSPECTOR"))));
    while (listener.next()) {
    }
    EXPECT_TRUE(listener.has_ended_cleanly());
    EXPECT_EQ(listen("").head().status, 401);
}

// A machine that came with its certificate has neither token nor cookie to be asked for.
TEST_F(EventStream, GoesOnForAMachineUntilItsCertificateIsTakenBack) {
    const std::string certificate(64, 'a');
    auto& identity = house().identity;
    ASSERT_FALSE(identity.machines.admit(Digest::of(certificate), PersonCode::of("INSPECTOR"), house().wall.now(), 1));
    RunningServer machines([&](http::Request request) -> boost::asio::awaitable<http::Response> {
        request.client_certificate = certificate;
        auto answering = application_->handler()(std::move(request));
        auto response = co_await std::move(answering);
        co_return response;
    });
    HttpClient client(machines.port());
    ASSERT_EQ(client.get("/v1/events/stream?type=webhook.ended").status, 200);
    const auto began = std::chrono::steady_clock::now();
    // Five looks at the certificate; the end of a chunked body is a chunk of no bytes.
    while (std::chrono::steady_clock::now() - began < milliseconds(500)) {
        const auto more = client.receive_some();
        ASSERT_TRUE(more);
        ASSERT_FALSE(more->ends_with("\r\n0\r\n\r\n") || *more == "0\r\n\r\n");
    }
    identity.withdraw(PersonCode::of("INSPECTOR"));
    std::string rest;
    while (const auto more = client.receive_some()) rest += *more;
    EXPECT_TRUE(rest.ends_with("0\r\n\r\n"));
}

// The first use of a token is entered by the request that makes it, and a look now and then makes none.
TEST_F(EventStream, LooksAtItsTokenWithoutAUseOfIt) {
    const auto uses = [&] {
        log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access), log_->generation(),
                                 10'000);
        int count = 0;
        log_->scan(events::Ledger::access, {0}, {access_size()}, [&](events::Stored&& stored) {
            count += stored.record.type == "token.first-used" ? 1 : 0;
            return true;
        });
        return count;
    };
    auto listener = listen("?type=webhook.ended");
    ASSERT_TRUE(listener.next());
    ASSERT_EQ(uses(), 1);
    house().identity.forget(Digest::of(events::hex(events::sha256(token("INSPECTOR")))));
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(listener.next());  // 100 ms each
    EXPECT_EQ(uses(), 1);
    EXPECT_EQ(HttpClient(server_->port()).get("/v1/me", {{"Authorization", "Bearer " + token("INSPECTOR")}}).status,
              200);
    EXPECT_EQ(uses(), 2);
}

TEST_F(EventStream, EndsWhenTheRightToReadTheLogEnds) {
    auto listener = listen("");
    ASSERT_TRUE(listener.next());
    services::organisation::RevokeMandate revoked;
    revoked.person = PersonCode::of("INSPECTOR");
    revoked.mandate = MandateId::of("INSPECTOR.1");
    revoked.document = DocumentId::of("QD1");
    revoked.on = Date::of("2023-11-20");
    done("ADMIN", revoked);
    while (listener.next()) {
    }
    EXPECT_TRUE(listener.has_ended_cleanly());
    EXPECT_EQ(listen("").head().status, 404);
}

TEST_F(EventStream, ThereAreOnlySoManyAtOnce) {
    {
        std::vector<Listener> open;
        for (int i = 0; i < 3; ++i) {
            open.push_back(listen(""));
            EXPECT_EQ(open.back().head().status, 200);
        }
        EXPECT_EQ(listen("").head().status, 503);
        EXPECT_EQ(HttpClient(server_->port()).get("/healthz").status, 200);
    }
    EXPECT_TRUE(soon([&] { return *house().streams_open == 0; }));
    EXPECT_EQ(listen("").head().status, 200);
}

TEST_F(EventStream, EndsWhenTheServerStops) {
    auto listener = listen("");
    ASSERT_TRUE(listener.next());
    const auto began = std::chrono::steady_clock::now();
    server_->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(3000));
    while (listener.next()) {
    }
    EXPECT_TRUE(listener.has_ended_cleanly());
}

}  // namespace
}  // namespace minhbach::api::routes
