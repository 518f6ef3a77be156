// A witness as other logs meet it: over a socket.
#include "api/witness/door.hpp"

#include <gtest/gtest.h>

#include "../http/running_server.hpp"
#include "events/merkle/tree.hpp"
#include "events/record.hpp"
#include "temporary.hpp"

namespace minhbach::api {
namespace {

TEST(WitnessDoor, AnswersAsTheProtocolSays) {
    const tests::TemporaryDirectory directory;
    const events::merkle::NoteSigner log("minhbach.example/2023", events::merkle::Seed{7});
    auto cosigner = events::open_witness_key(directory.path() / "witness", "chungkien.example").value();
    const auto key = events::merkle::parse_vkey(cosigner.vkey(), events::merkle::kCosignatureKey).value();
    const auto witness = events::Witness::open(directory.path() / "witness", std::move(cosigner),
                                               {events::merkle::NoteVerifier::parse(log.vkey()).value()})
                             .value();
    boost::asio::thread_pool writers(1);
    minhbach::testing::RunningServer server(witness_door(*witness, writers, [] { return 1'700'000'000u; }));
    auto client = server.connect();

    const std::string newest = "/" + events::hex(events::sha256(log.name())) + "/checkpoint";
    EXPECT_EQ(client.get(newest).status, 404);
    const auto text = text_of(events::merkle::CheckpointBody{log.name(), 0, events::merkle::empty_root()});
    const auto note = log.sign(text);
    const auto added = client.request("POST", "/add-checkpoint", {}, "old 0\n\n" + note);
    ASSERT_EQ(added.status, 200) << added.body;
    EXPECT_EQ(events::merkle::cosigned_at(note + added.body, key).value(), 1'700'000'000u);
    const auto shown = client.get(newest);
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body, note + added.body);
    const auto behind = client.request("POST", "/add-checkpoint", {}, "old 3\n\n" + note);
    EXPECT_EQ(behind.status, 400) << "older than what it is said to continue";
    EXPECT_EQ(client.request("POST", "/add-checkpoint", {}, "").status, 400);
    EXPECT_EQ(client.get("/add-checkpoint").status, 405);
    EXPECT_EQ(client.get("/healthz").status, 200);
    EXPECT_EQ(client.get("/").status, 404);
    EXPECT_EQ(client.get(newest + "/more").status, 404);
    server.stop();
    writers.join();
}

}  // namespace
}  // namespace minhbach::api
