#include <thread>

#include "events/check.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/proof.hpp"
#include "events/merkle/tree.hpp"
#include "events/tile_verifier.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class LogProof : public LogTest {
protected:
    void append(std::uint64_t count) {
        std::vector<NewEvent> events;
        for (std::uint64_t i = 0; i < count; ++i) events.push_back(event());
        ASSERT_TRUE(log_->append_and_wait(Ledger::main,
                                          append_of({{Stream::of("dossier", "d"), std::nullopt, std::move(events)}})));
    }
    Result<std::string> fetch(const std::string& path) {
        if (path == "checkpoint") return log_->checkpoint(Ledger::main).note;
        const auto tile = merkle::parse_tile_path(path);
        if (!tile) return tile.error();
        const auto bytes = tile->entries ? log_->entry_bundle(Ledger::main, tile->index, tile->width)
                                         : log_->hash_tile(Ledger::main, tile->level, tile->index, tile->width);
        if (!bytes) return Refusal{"not-found-or-not-allowed", "", "", "", "no such tile", {}};
        return *bytes;
    }
    Hash leaf(std::uint64_t position) { return merkle::leaf_hash(log_->record_bytes(Ledger::main, {position})); }
};

TEST_F(LogProof, SignsCheckpointsThatVerify) {
    open();
    const auto verifier = merkle::NoteVerifier::parse(log_->vkey()).value();
    EXPECT_EQ(merkle::open_checkpoint(log_->checkpoint(Ledger::main).note, verifier).value(),
              (merkle::CheckpointBody{kOrigin, 0, merkle::empty_root()}));
    append(300);
    const auto checkpoint = log_->publish_checkpoint(Ledger::main);
    EXPECT_EQ(checkpoint.size, 300u);
    const auto body = merkle::open_checkpoint(checkpoint.note, verifier).value();
    EXPECT_EQ(body.size, 300u);
    EXPECT_EQ(body.root, checkpoint.root);
    merkle::Tree tree;
    for (std::uint64_t i = 0; i < 300; ++i) tree.append(leaf(i));
    EXPECT_EQ(tree.root(), checkpoint.root);
    const auto access = merkle::NoteVerifier::parse(log_->vkey(Ledger::access)).value();
    EXPECT_FALSE(merkle::open_checkpoint(checkpoint.note, access));
    EXPECT_TRUE(merkle::open_checkpoint(log_->checkpoint(Ledger::access).note, access));
    EXPECT_EQ(read_vkey(directory_).value(), log_->vkey());
}

TEST_F(LogProof, PublishesByItselfSoonAfterAnAppend) {
    options_.checkpoint_every_ms = 20;
    open();
    append(3);
    for (int i = 0; i < 500 && log_->checkpoint(Ledger::main).size < 3; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(log_->checkpoint(Ledger::main).size, 3u);
}

TEST_F(LogProof, KeepsEveryPublishedCheckpointConsistent) {
    open();
    Witnessed witnessed;
    for (const std::uint64_t count : {1u, 1u, 200u, 54u, 1u, 300u, 700u}) {
        append(count);
        witnessed.checkpoints.push_back(log_->publish_checkpoint(Ledger::main).note);
    }
    reopen();
    std::vector<Checkpoint> all;
    log_->visit_checkpoints(Ledger::main,
                            [&](const Checkpoint& checkpoint) { return all.push_back(checkpoint), true; });
    ASSERT_GE(all.size(), 8u);
    for (const auto& earlier : all) {
        for (const auto& later : all) {
            if (earlier.size > later.size) continue;
            const auto proof = log_->consistency_proof(Ledger::main, earlier.size, later.size).value();
            EXPECT_TRUE(merkle::verify_consistency(earlier.size, later.size, proof, earlier.root, later.root));
        }
    }
    EXPECT_TRUE(check(*log_, Ledger::main, witnessed).violations.empty());
}

TEST_F(LogProof, ProvesEveryEvent) {
    open();
    append(600);
    const auto checkpoint = log_->publish_checkpoint(Ledger::main);
    for (std::uint64_t i = 0; i < 600; i += 7) {
        const auto proof = log_->inclusion_proof(Ledger::main, {i}, 600).value();
        ASSERT_TRUE(merkle::verify_inclusion(i, 600, leaf(i), proof, checkpoint.root)) << i;
    }
    EXPECT_EQ(log_->inclusion_proof(Ledger::main, {600}, 600).error().type, "invalid-field");
    EXPECT_EQ(log_->inclusion_proof(Ledger::main, {0}, 601).error().type, "invalid-field");
    EXPECT_EQ(log_->consistency_proof(Ledger::main, 0, 601).error().type, "invalid-field");
    EXPECT_EQ(log_->consistency_proof(Ledger::main, 10, 9).error().type, "invalid-field");
}

TEST_F(LogProof, ServesEveryWidthOfEveryTileUpToTheCheckpoint) {
    open();
    append(600);
    log_->publish_checkpoint(Ledger::main);
    for (const std::uint64_t index : {0u, 1u, 2u}) {
        const auto available = index < 2 ? 256u : 600u - 512u;
        const auto widest = *log_->hash_tile(Ledger::main, 0, index, available);
        const auto bundle = *log_->entry_bundle(Ledger::main, index, available);
        for (unsigned width = 1; width <= 256; ++width) {
            const auto tile = log_->hash_tile(Ledger::main, 0, index, width);
            const auto entries = log_->entry_bundle(Ledger::main, index, width);
            ASSERT_EQ(tile.has_value(), width <= available);
            ASSERT_EQ(entries.has_value(), width <= available);
            if (!tile) continue;
            ASSERT_EQ(*tile, widest.substr(0, width * 32));
            ASSERT_TRUE(bundle.starts_with(*entries));
        }
    }
    EXPECT_EQ(log_->hash_tile(Ledger::main, 1, 0, 2).value().size(), 64u);
    for (const auto& [level, index, width] : {std::tuple(1u, 0ull, 3u),
                                              {1u, 1ull, 1u},
                                              {2u, 0ull, 1u},
                                              {63u, 0ull, 1u},
                                              {64u, 0ull, 1u},
                                              {0u, 3ull, 1u},
                                              {0u, ~0ull, 1u},
                                              {0u, 0ull, 0u},
                                              {0u, 0ull, 257u}}) {
        EXPECT_FALSE(log_->hash_tile(Ledger::main, level, index, width)) << level << "/" << index << ".p/" << width;
    }
}

TEST_F(LogProof, ServedTilesVerifyFromTheKeyAlone) {
    open();
    const FetchTile honest = [this](const std::string& path) { return fetch(path); };
    for (const std::uint64_t count : {0u, 1u, 254u, 1u, 300u, 44u}) {
        if (count > 0) append(count);
        const auto checkpoint = log_->publish_checkpoint(Ledger::main);
        const auto report = check_served(honest, log_->vkey());
        ASSERT_TRUE(report);
        for (const auto& violation : report->violations) ADD_FAILURE() << violation.what;
        EXPECT_EQ(report->size, checkpoint.size);
        EXPECT_EQ(report->root, checkpoint.root);
    }
    EXPECT_FALSE(check_served(honest, log_->vkey(Ledger::access)));
    EXPECT_FALSE(check_served(honest, "junk"));
}

TEST_F(LogProof, AnyBitServedWronglyIsNoticed) {
    open();
    append(600);
    log_->publish_checkpoint(Ledger::main);
    std::vector<std::string> paths;
    const FetchTile recording = [&](const std::string& path) {
        paths.push_back(path);
        return fetch(path);
    };
    ASSERT_TRUE(check_served(recording, log_->vkey()).value().violations.empty());
    EXPECT_EQ(paths.size(), 1u + 3 + 4);
    for (const auto& wrong : std::vector(paths)) {
        const auto size = fetch(wrong).value().size();
        for (const std::size_t at : {std::size_t{0}, std::size_t{1}, size / 3, size - 1}) {
            const FetchTile lying = [&](const std::string& path) {
                auto bytes = fetch(path);
                if (path == wrong) (*bytes)[at] = static_cast<char>((*bytes)[at] ^ 0x20);
                return bytes;
            };
            const auto report = check_served(lying, log_->vkey());
            ASSERT_TRUE(!report || !report->violations.empty()) << wrong << " at " << at;
        }
        const FetchTile missing = [&](const std::string& path) {
            return path == wrong ? fetch("nothing") : fetch(path);
        };
        const auto report = check_served(missing, log_->vkey());
        ASSERT_TRUE(!report || !report->violations.empty()) << wrong;
    }
}

}  // namespace
}  // namespace minhbach::events
