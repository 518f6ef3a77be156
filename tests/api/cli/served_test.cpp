// The built program behind a real socket: what no handler alone can show.
#include <memory>

#include "../http/running_server.hpp"
#include "../routes/doors.hpp"
#include "api/cli/descriptors.hpp"
#include "api/cli/listen.hpp"
#include "api/http/server.hpp"
#include "events/store.hpp"
#include "http_client.hpp"
#include "program.hpp"

namespace minhbach::api::routes {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::ServingProgram;
using minhbach::testing::soon;

// The small province of the doors, served by the program instead of this process.
class Served : public Doors {
protected:
    void serve(int descriptors_max = 0) {
        for (const auto person : {"ADMIN", "HEAD1", "A1"}) token(person);
        TearDown();
        program_ = std::make_unique<ServingProgram>(store(), directory_.path(), descriptors_max);
    }
    HttpClient connect() const { return HttpClient(program_->port(), std::chrono::seconds(30)); }
    std::vector<std::pair<std::string, std::string>> as(const std::string& person, const std::string& type) {
        return {{"Authorization", "Bearer " + token(person)}, {"Content-Type", type}};
    }

    std::unique_ptr<ServingProgram> program_;
};

std::string a_roster(std::size_t bytes) {
    std::string csv =
        "personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,document\n";
    for (int i = 0; csv.size() < bytes; ++i)
        csv += "R" + std::to_string(i) +
               ",Lý Thị Mới,02/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,,,có,51-S05,01/01/2021,,\n";
    return csv;
}

TEST_F(Served, ARosterOfTwoMebibytesIsExaminedForWhoeverIsSignedIn) {
    serve();
    const std::string csv = a_roster(2u << 20);
    const std::string target = "/v1/imports?dry_run=true";
    auto client = connect();
    const auto report = client.request("POST", target, as("ADMIN", "text/csv"), csv);
    EXPECT_EQ(report.status, 200) << report.body.substr(0, 500);
    // Nobody else may fill the memory: no token, a wrong one, another address.
    const std::string announced =
        "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 2097152\r\n";
    for (const std::string sign_in : {"", "Authorization: Bearer mb_0000000000000000000000000000000000000000\r\n"}) {
        auto stranger = connect();
        stranger.send(announced + sign_in + "\r\n");
        EXPECT_EQ(stranger.receive()->status, 401) << sign_in;
    }
    auto elsewhere = connect();
    elsewhere.send("POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Length: 2097152\r\nAuthorization: Bearer " +
                   token("ADMIN") + "\r\n\r\n");
    EXPECT_EQ(elsewhere.receive()->status, 413);
    EXPECT_EQ(program_->stop(), 0);
}

TEST_F(Served, ManyConnectionsLeaveTheStoreItsDescriptors) {
    serve(256);
    std::vector<std::unique_ptr<HttpClient>> many;
    for (int i = 0; i < 300; ++i) many.push_back(std::make_unique<HttpClient>(connect()));
    const std::string comment = R"({"side":"DIRECT_HEAD","text":"Hoàn thành tốt nhiệm vụ được giao."})";
    const auto written =
        many.front()->request("POST", "/v1/dossiers/2023.A1/comments", as("HEAD1", "application/json"), comment);
    EXPECT_EQ(written.status, 201) << written.body;
    const auto position = written.body.find("\"lastPosition\":");
    ASSERT_NE(position, std::string::npos);
    const auto read = many.front()->get(
        "/v1/people/A1/ratings?min_position=" + std::to_string(std::stoull(written.body.substr(position + 15))),
        as("A1", "application/json"));
    EXPECT_EQ(read.status, 200) << read.body;
    // Those who go make room for others.
    many.clear();
    const bool again = soon([&] {
        auto client = connect();
        return client.get("/healthz").status == 200;
    });
    EXPECT_TRUE(again);
    EXPECT_EQ(program_->stop(), 0);
}

// Who could come in since when, and by what: a server that was started in the clear or without the provider is seen.
TEST_F(Served, TheStartIsEnteredWithHowTheServerWasStarted) {
    const auto before = log_->accepted(events::Ledger::access);
    serve();
    EXPECT_EQ(program_->stop(), 0);
    const auto log = events::open_store(store(), clock_);
    ASSERT_TRUE(log) << log.error().detail_en;
    std::vector<AdministrationDone> starts;
    for (auto at = before; at < (*log)->size(events::Ledger::access); ++at) {
        const auto entry = events::decode((*log)->read(events::Ledger::access, {at}));
        const auto* done = entry.event.as<AdministrationDone>();
        if (done && done->act.str().starts_with("serve")) starts.push_back(*done);
    }
    ASSERT_EQ(starts.size(), 1u);
    EXPECT_EQ(starts[0].act.str(), "serve/loopback/plain/local");
    EXPECT_TRUE(starts[0].account) << "of the machine";
    EXPECT_TRUE(starts[0].done_at);
}

TEST_F(Served, WhoIsRefusedByTheHeadAloneIsEnteredByNetwork) {
    serve();
    EXPECT_EQ(connect().get("/v1/me").status, 401);
    EXPECT_EQ(program_->stop(), 0);
    const auto log = events::open_store(store(), clock_);
    ASSERT_TRUE(log) << log.error().detail_en;
    std::vector<std::string> networks;
    for (std::uint64_t at = 0; at < (*log)->size(events::Ledger::access); ++at) {
        const auto entry = events::decode((*log)->read(events::Ledger::access, {at}));
        if (const auto* refused = entry.event.as<AttemptsRefused>()) networks.push_back(refused->network.str());
    }
    EXPECT_EQ(networks, std::vector<std::string>{"127.0.0.0/24"});
}

TEST(Serving, SaysWhoMayComeInAndHow) {
    http::ServerOptions options;
    const auto told = [&](bool with_openid) { return cli::act_of_serving(options, with_openid).str(); };
    options.address = "::1";
    EXPECT_EQ(told(true), "serve/loopback/plain/openid");
    options.address = "0.0.0.0";
    options.proxy = "10.0.0.1";
    EXPECT_EQ(told(false), "serve/network/behind-proxy/local");
    options.proxy.clear();
    options.tls = http::TlsOptions{"cert.pem", "key.pem", {}};
    EXPECT_EQ(told(false), "serve/network/tls/local");
    options.tls->client_authorities = "machines.pem";
    EXPECT_EQ(told(true), "serve/network/tls+client-certificates/openid");
}

TEST(Descriptors, AreSharedOutSoThatTheStoresComeFirst) {
    EXPECT_EQ(cli::shared_out(1'048'576, 4096).connections_max, 4096u);
    EXPECT_FALSE(cli::shared_out(1'048'576, 4096).is_tight());
    for (const std::size_t limit : {1u, 64u, 256u, 1024u}) {
        const auto shared = cli::shared_out(limit, 4096);
        EXPECT_GE(shared.connections_max, 1u);
        EXPECT_TRUE(shared.is_tight()) << limit;
        if (limit >= 256) EXPECT_LE(shared.connections_max + http::kRefusalsMax, limit / 2 + limit / 4) << limit;
    }
}

}  // namespace
}  // namespace minhbach::api::routes
