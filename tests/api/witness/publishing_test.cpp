// Which checkpoints leave the house, with a witness behind a socket.
#include "api/witness/publishing.hpp"

#include "../../events/log_fixture.hpp"
#include "../http/running_server.hpp"
#include "api/witness/door.hpp"
#include "events/merkle/cosignature.hpp"
#include "temporary.hpp"

namespace minhbach::api {
namespace {

using events::Ledger;

class PublishingTest : public events::LogTest {
protected:
    PublishingTest() {
        open();
        auto cosigner = events::open_witness_key(folders_.path() / "witness", "chungkien.example").value();
        key_ = events::merkle::parse_vkey(cosigner.vkey(), events::merkle::kCosignatureKey).value();
        std::vector<events::merkle::NoteVerifier> logs;
        for (const auto ledger : {Ledger::main, Ledger::access})
            logs.push_back(events::merkle::NoteVerifier::parse(log_->vkey(ledger)).value());
        witness_ = events::Witness::open(folders_.path() / "witness", std::move(cosigner), std::move(logs)).value();
        server_ = std::make_unique<minhbach::testing::RunningServer>(
            witness_door(*witness_, writers_, [] { return std::uint64_t{1'700'000'000}; }));
        port_ = server_->port();
    }
    ~PublishingTest() override { server_.reset(); }
    Witnessing witnessing(bool required) const {
        const std::string policy =
            "witness one " + key_.vkey() + " http://127.0.0.1:" + std::to_string(port_) + "\nquorum one\n";
        return {events::WitnessPolicy::parse(policy).value(), required};
    }
    void append() {
        ASSERT_TRUE(log_->append_and_wait(
            Ledger::main, events::append_of({{events::Stream::of("dossier", "d"), std::nullopt, {events::event()}}})));
    }
    bool is_cosigned(const std::string& note) const {
        const auto at = events::merkle::cosigned_at(note, key_);
        return at && *at == 1'700'000'000;
    }

    tests::TemporaryDirectory folders_;
    events::merkle::NamedKey key_;
    boost::asio::thread_pool writers_{1};
    std::unique_ptr<events::Witness> witness_;
    std::unique_ptr<minhbach::testing::RunningServer> server_;
    std::uint16_t port_ = 0;
};

TEST_F(PublishingTest, WithoutWitnessesEveryCheckpointIsPublished) {
    Publishing publishing(*log_, folders_.path(), {});
    append();
    publishing.want(Ledger::main);
    EXPECT_TRUE(minhbach::testing::soon([&] { return publishing.newest(Ledger::main).size == 1; }));
    EXPECT_FALSE(publishing.witnessed(Ledger::main));
    EXPECT_TRUE(publishing.standings(Ledger::main).empty());
}

TEST_F(PublishingTest, WhereAQuorumIsRequiredOnlyWhatIsCosignedIsPublished) {
    std::string published;
    {
        Publishing publishing(*log_, folders_.path(), witnessing(true));
        append();
        publishing.want(Ledger::main);
        ASSERT_TRUE(minhbach::testing::soon([&] { return publishing.newest(Ledger::main).size == 1; }));
        published = publishing.newest(Ledger::main).note;
        EXPECT_TRUE(is_cosigned(published));
        EXPECT_EQ(publishing.standings(Ledger::main).at(0).size, 1u);
        server_->stop();
        append();
        log_->publish_checkpoint(Ledger::main);
        publishing.want(Ledger::main);
        ASSERT_TRUE(minhbach::testing::soon([&] { return !publishing.standings(Ledger::main)[0].trouble.empty(); }));
        EXPECT_EQ(publishing.newest(Ledger::main).note, published);
    }
    Publishing after_a_start(*log_, folders_.path(), witnessing(true));
    EXPECT_EQ(after_a_start.newest(Ledger::main).note, published);
}

TEST_F(PublishingTest, WhatAnEarlierPolicyAskedForIsNotEnoughForAStricterOne) {
    {
        Publishing publishing(*log_, folders_.path(), witnessing(true));
        append();
        publishing.want(Ledger::main);
        ASSERT_TRUE(minhbach::testing::soon([&] { return publishing.newest(Ledger::main).size == 1; }));
    }
    server_->stop();
    const events::merkle::Cosigner second("thuhai.example", events::merkle::Seed{2});
    const auto port = std::to_string(port_);
    const auto both =
        events::WitnessPolicy::parse("witness one " + key_.vkey() + " http://127.0.0.1:" + port + "\nwitness two " +
                                     second.vkey() + " http://127.0.0.1:" + port + "\ngroup g all one two\nquorum g\n");
    Publishing stricter(*log_, folders_.path(), Witnessing{both.value(), true});
    EXPECT_EQ(stricter.newest(Ledger::main).size, 0u);
    EXPECT_FALSE(stricter.witnessed(Ledger::main));
}

TEST_F(PublishingTest, WhereNoneIsRequiredTheNewestIsPublishedAndTheCosignedKnown) {
    Publishing publishing(*log_, folders_.path(), witnessing(false));
    append();
    publishing.want(Ledger::main);
    ASSERT_TRUE(minhbach::testing::soon([&] {
        const auto witnessed = publishing.witnessed(Ledger::main);
        return witnessed && witnessed->size == 1;
    }));
    EXPECT_TRUE(is_cosigned(publishing.witnessed(Ledger::main)->note));
    EXPECT_EQ(publishing.newest(Ledger::main).size, 1u);
}

// Whoever puts older data back and goes on from there has another history than the one that was cosigned.
TEST_F(PublishingTest, OlderDataIsFoundOutAtTheStart) {
    append();
    log_.reset();
    const auto yesterday = folders_.path() / "yesterday";
    std::filesystem::copy(directory_, yesterday, std::filesystem::copy_options::recursive);
    open();
    append();
    append();
    {
        Publishing publishing(*log_, folders_.path(), witnessing(true));
        publishing.want(Ledger::main);
        ASSERT_TRUE(minhbach::testing::soon([&] { return publishing.newest(Ledger::main).size == 3; }));
    }
    EXPECT_NO_THROW(Publishing(*log_, folders_.path(), witnessing(true)));
    for (const int more : {0, 2, 5}) {
        log_.reset();
        std::filesystem::remove_all(directory_);
        std::filesystem::copy(yesterday, directory_, std::filesystem::copy_options::recursive);
        open();
        for (int i = 0; i < more; ++i) append();
        EXPECT_THROW(Publishing(*log_, folders_.path(), witnessing(true)), std::runtime_error) << more;
    }
}

}  // namespace
}  // namespace minhbach::api
