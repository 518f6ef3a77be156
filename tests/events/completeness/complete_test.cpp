// Proofs that a list is complete, from a real store.
#include "events/completeness/complete.hpp"

#include "../log_fixture.hpp"
#include "events/check.hpp"
#include "events/codec/codec.hpp"
#include "events/completeness/seal_check.hpp"

namespace minhbach::events {
namespace {

class Completeness : public LogTest {
protected:
    Completeness() { open(); }

    void add(const std::string& stream, const std::string& subject) {
        ASSERT_TRUE(log_->append_and_wait(Ledger::main, one(stream, std::nullopt, subject)));
    }
    bool write(const IndexSealed& entry) {
        auto event = encode(entry);
        event.id = test_ids().next(clock_.now());
        auto append = append_of({{seals_stream(Ledger::main), std::nullopt, {event}}});
        append.actor = PersonCode::of("system");
        return log_->append_and_wait(Ledger::main, std::move(append)).has_value();
    }
    void seal(SealedIndex& index, SealedIndex::Due due = {1, 0}) {
        index.keep(due, clock_.now(), [&](const IndexSealed& entry) { return write(entry); });
    }
    Result<Complete> checked(SealedIndex& index, const std::string& name) {
        const auto proof = index.prove(name, log_->publish_checkpoint(Ledger::main));
        if (!proof) return proof.error();
        const auto read = parse_completeness(text_of(*proof));
        if (!read) return read.error();
        EXPECT_EQ(text_of(*read), text_of(*proof));
        return check_completeness(*read, merkle::NoteVerifier::parse(log_->vkey()).value());
    }
    CheckReport report() { return check(*log_, Ledger::main); }
};

TEST_F(Completeness, CountsAllOfAListBeforeAndBehindTheSeal) {
    for (int i = 0; i < 30; ++i) add("c" + std::to_string(i % 4), "P" + std::to_string(i % 3));
    SealedIndex index(*log_, Ledger::main);
    seal(index);
    for (int i = 0; i < 7; ++i) add("c1", "P" + std::to_string(i));
    const auto stream = checked(index, "stream dossier/c1").value();
    EXPECT_EQ(stream.count, 8u + 7u);
    EXPECT_EQ(stream.sealed, 8u);
    EXPECT_EQ(stream.size, 30u + 1u + 7u);
    EXPECT_EQ(checked(index, "subject P0").value().count, 10u + 1u);
    EXPECT_EQ(checked(index, "subject P6").value().count, 1u) << "begins behind the seal";
    EXPECT_EQ(checked(index, "actor P000009").value().count, 37u);
    EXPECT_EQ(checked(index, "actor system").value().count, 1u) << "the seal itself";
    EXPECT_EQ(checked(index, "subject nobody").value().count, 0u);
    EXPECT_TRUE(report().violations.empty());
}

TEST_F(Completeness, IsSealedAfterSoManyRecordsOrADayAndNotForTheSealAlone) {
    SealedIndex index(*log_, Ledger::main);
    seal(index, {10, 1'000'000});
    EXPECT_EQ(log_->size(Ledger::main), 0u) << "nothing to seal";
    for (int i = 0; i < 9; ++i) add("c", "P1");
    seal(index, {10, 1'000'000});
    EXPECT_EQ(log_->size(Ledger::main), 9u);
    EXPECT_EQ(checked(index, "subject P1").error().type, "not-yet-known");
    add("c", "P1");
    seal(index, {10, 1'000'000});
    EXPECT_EQ(log_->size(Ledger::main), 11u);
    seal(index, {1, 0});
    EXPECT_EQ(log_->size(Ledger::main), 11u) << "a seal is nothing new";
    add("c", "P1");
    seal(index, {10, 1'000'000});
    EXPECT_EQ(log_->size(Ledger::main), 12u);
    clock_.set(clock_.now().millis() + 1'000'000);
    seal(index, {10, 1'000'000});
    EXPECT_EQ(log_->size(Ledger::main), 13u) << "its time had come";
}

TEST_F(Completeness, GoesOnFromTheNewestSealWhenTheProgramStartsAgain) {
    for (int i = 0; i < 12; ++i) add("c", "P1");
    {
        SealedIndex index(*log_, Ledger::main);
        seal(index);
    }
    add("c", "P2");
    SealedIndex index(*log_, Ledger::main);
    seal(index, {1'000, 1'000'000});
    EXPECT_EQ(seals_of(*log_, Ledger::main).size(), 1u);
    EXPECT_EQ(checked(index, "stream dossier/c").value().count, 13u);
    seal(index);
    ASSERT_EQ(seals_of(*log_, Ledger::main).size(), 2u);
    EXPECT_EQ(checked(index, "stream dossier/c").value().sealed, 13u);
}

TEST_F(Completeness, AWrongSealIsFoundByTheCheckerAndStopsTheProofs) {
    for (int i = 0; i < 5; ++i) add("c", "P1");
    ASSERT_TRUE(write({Label::of("5"), Digest::of(std::string(64, 'a'))}));
    const auto found = report();
    ASSERT_EQ(found.violations.size(), 1u);
    EXPECT_EQ(found.violations[0].invariant, "seals");
    SealedIndex index(*log_, Ledger::main);
    EXPECT_THROW(seal(index), std::runtime_error);
    EXPECT_EQ(checked(index, "subject P1").error().type, "not-yet-known");
}

TEST_F(Completeness, ASealThatCouldNotBeWrittenProvesNothing) {
    for (int i = 0; i < 5; ++i) add("c", "P1");
    SealedIndex index(*log_, Ledger::main);
    index.keep({1, 0}, clock_.now(), [](const IndexSealed&) { return false; });
    EXPECT_EQ(checked(index, "subject P1").error().type, "not-yet-known");
    add("c", "P1");
    seal(index);
    EXPECT_EQ(checked(index, "subject P1").value().count, 6u);
}

TEST_F(Completeness, CountingThatIsStoppedGoesOnWhereItWas) {
    for (int i = 0; i < 5; ++i) add("c", "P1");
    const auto write_it = [&](const IndexSealed& entry) { return write(entry); };
    SealedIndex first(*log_, Ledger::main);
    first.keep({1, 0}, clock_.now(), write_it, [] { return true; });
    EXPECT_TRUE(seals_of(*log_, Ledger::main).empty());
    seal(first);
    EXPECT_EQ(checked(first, "subject P1").value().count, 5u);
    // The one after a start counts again what was sealed.
    SealedIndex second(*log_, Ledger::main);
    second.keep({1'000, 1'000'000}, clock_.now(), write_it, [] { return true; });
    EXPECT_EQ(checked(second, "subject P1").error().type, "not-yet-known");
    second.keep({1'000, 1'000'000}, clock_.now(), write_it);
    EXPECT_EQ(checked(second, "subject P1").value().count, 5u);
    EXPECT_EQ(seals_of(*log_, Ledger::main).size(), 1u);
}

// What somebody who holds the log might leave out or put in. Everything else in the file fits.
TEST_F(Completeness, RefusesWhateverIsLeftOutOrPutIn) {
    for (int i = 0; i < 20; ++i) add("c" + std::to_string(i % 2), "P" + std::to_string(i % 3));
    SealedIndex index(*log_, Ledger::main);
    seal(index);
    for (int i = 0; i < 5; ++i) add("c1", "P1");
    const auto checkpoint = log_->publish_checkpoint(Ledger::main);
    const auto key = merkle::NoteVerifier::parse(log_->vkey()).value();
    const auto sound = index.prove("subject P1", checkpoint).value();
    ASSERT_TRUE(check_completeness(sound, key));
    const auto refused = [&](const std::string& what, const CompletenessProof& proof) {
        const auto result = check_completeness(proof, key);
        ASSERT_FALSE(result) << what;
        EXPECT_EQ(result.error().type, "proof-invalid") << what;
    };
    for (std::size_t i = 0; i < sound.records.size(); ++i) {
        auto proof = sound;
        proof.records.erase(proof.records.begin() + static_cast<long>(i));
        refused("without record " + std::to_string(i), proof);
        proof = sound;
        proof.records.insert(proof.records.begin() + static_cast<long>(i), sound.records[i]);
        refused("record twice " + std::to_string(i), proof);
        proof = sound;
        proof.records[i].back() ^= 1;
        refused("record changed " + std::to_string(i), proof);
    }
    for (std::size_t i = 0; i < sound.ranges.size(); ++i) {
        auto proof = sound;
        proof.ranges[i].hash[0] ^= 1;
        refused("range changed " + std::to_string(i), proof);
    }
    // The end of the list is left out, with subtrees that fit: only the index knows.
    const auto seal_size = parse_seal(sound.seal)->size;
    const auto other = index.prove("subject P2", checkpoint).value();
    auto proof = other;
    proof.name = sound.name;
    refused("another's records", proof);
    proof.path = sound.path;
    refused("another's records, the path of this one", proof);
    proof = sound;
    proof.path = other.path;
    refused("another's path", proof);
    proof = sound;
    --proof.path.end->count;
    refused("fewer", proof);
    proof = sound;
    proof.seal = std::to_string(seal_size + 1) + sound.seal.substr(sound.seal.find(' '));
    refused("another event seals", proof);
    proof = sound;
    proof.seal.back() = ' ';
    refused("a seal that is none", proof);
    proof = sound;
    proof.name = "person P1";
    refused("no list", proof);
    refused("a checkpoint of another log", [&] {
        auto changed = sound;
        changed.checkpoint[0] ^= 1;
        return changed;
    }());
}

TEST_F(Completeness, TextHasOneForm) {
    for (int i = 0; i < 9; ++i) add("c", "P1");
    SealedIndex index(*log_, Ledger::main);
    seal(index);
    const auto text = text_of(index.prove("actor P000009", log_->publish_checkpoint(Ledger::main)).value());
    const auto key = merkle::NoteVerifier::parse(log_->vkey()).value();
    for (std::size_t i = 0; i < text.size(); i += 3) {
        auto changed = text;
        changed[i] ^= 4;
        const auto read = parse_completeness(changed);
        EXPECT_TRUE(!read || !check_completeness(*read, key)) << "byte " << i;
    }
    EXPECT_FALSE(parse_completeness(""));
    EXPECT_FALSE(parse_completeness(text.substr(0, text.size() / 2)));
}

}  // namespace
}  // namespace minhbach::events
