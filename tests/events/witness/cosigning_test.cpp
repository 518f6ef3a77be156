#include "events/witness/cosigning.hpp"

#include "../log_fixture.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/cosignature.hpp"
#include "events/merkle/tree.hpp"
#include "events/witness/witness.hpp"
#include "temporary.hpp"

namespace minhbach::events {
namespace {

constexpr std::uint64_t kNow = 1'700'000'000;

merkle::Cosigner cosigner(std::uint8_t seed) {
    return {"witness" + std::to_string(seed) + ".example", merkle::Seed{seed}};
}
const std::string kPolicy = "# ba bên chứng kiến\nwitness a " + cosigner(1).vkey() + " http://a\nwitness b " +
                            cosigner(2).vkey() + " http://b\nwitness c " + cosigner(3).vkey() + "\n";

TEST(WitnessPolicy, SaysHowManyAreEnough) {
    const auto enough = [](const std::string& rest, const std::set<std::string>& cosigned) {
        return WitnessPolicy::parse(kPolicy + rest).value().is_enough(cosigned);
    };
    const std::string two = "group g 2 a b c\nquorum g\n";
    EXPECT_FALSE(enough(two, {}));
    EXPECT_FALSE(enough(two, {"b"}));
    EXPECT_TRUE(enough(two, {"a", "c"}));
    EXPECT_TRUE(enough("quorum none", {}));
    EXPECT_TRUE(enough("quorum b # một là đủ", {"b"}));
    EXPECT_FALSE(enough("quorum b", {"a", "c"}));
    EXPECT_FALSE(enough("group g all a b\nquorum g", {"a", "c"}));
    const std::string nested = "group inner any a b\ngroup outer all inner c\nquorum outer";
    EXPECT_TRUE(enough(nested, {"b", "c"}));
    EXPECT_FALSE(enough(nested, {"a", "b"}));
}

TEST(WitnessPolicy, RefusesWhatIsNone) {
    for (const std::string bad : {"", "group g 4 a b c\nquorum g", "group g 0 a\nquorum g", "group g x a\nquorum g",
                                  "group g any a d\nquorum g", "group g any a\ngroup h any a\nquorum h",
                                  "witness a x\nquorum a", "group a any b\nquorum a", "quorum d", "quorum a\nquorum a",
                                  "quorum", "cosigner a", "group g any none\nquorum g"})
        EXPECT_EQ(WitnessPolicy::parse(kPolicy + bad).error().type, "invalid-field") << bad;
    const auto note_key = merkle::NoteSigner("a.example", merkle::Seed{1}).vkey();
    EXPECT_FALSE(WitnessPolicy::parse("witness a " + note_key + "\nquorum a")) << "a log's key cosigns nothing";
    const merkle::Cosigner renamed("another.example", merkle::Seed{1});
    for (const auto& vkey : {cosigner(1).vkey(), renamed.vkey()})
        EXPECT_FALSE(WitnessPolicy::parse(kPolicy + "witness d " + vkey + "\nquorum a")) << "one party counts once";
}

TEST(WitnessPolicy, KnowsWhoCosignedANote) {
    const auto policy = WitnessPolicy::parse(kPolicy + "quorum a").value();
    const std::string text = "example/log\n0\n" + merkle::base64(view(merkle::empty_root())) + "\n";
    const auto note = merkle::NoteSigner("example/log", merkle::Seed{9}).sign(text);
    EXPECT_TRUE(policy.cosigned_by(note).value().empty());
    const auto cosigned = note + cosigner(3).cosign(text, kNow) + cosigner(4).cosign(text, kNow) +
                          cosigner(1).cosign(text, kNow) + cosigner(1).cosign(text, kNow + 1);
    EXPECT_EQ(policy.cosigned_by(cosigned).value(), (std::set<std::string>{"a", "c"}));
    EXPECT_FALSE(policy.cosigned_by(note + cosigner(2).cosign("another text\n", kNow)));
    EXPECT_FALSE(policy.cosigned_by(note + cosigner(2).cosign(text, kNow) + "no line of a note\n"));
}

// A log and the witnesses of the policy, in one process.
class CosigningTest : public LogTest {
protected:
    CosigningTest() {
        open();
        for (std::uint8_t seed = 1; seed <= 3; ++seed) start(seed);
    }
    void start(std::uint8_t seed, const std::string& folder = "") {
        const auto path = folders_.path() / (folder.empty() ? std::to_string(seed) : folder);
        std::filesystem::create_directories(path);
        witnesses_[seed - 1u] =
            Witness::open(path, cosigner(seed), {merkle::NoteVerifier::parse(log_->vkey()).value()}).value();
    }
    void append(std::uint64_t count) {
        std::vector<NewEvent> events;
        for (std::uint64_t i = 0; i < count; ++i) events.push_back(event());
        ASSERT_TRUE(log_->append_and_wait(Ledger::main,
                                          append_of({{Stream::of("dossier", "d"), std::nullopt, std::move(events)}})));
        log_->publish_checkpoint(Ledger::main);
    }
    Cosigning cosigning() {
        return {*log_, Ledger::main, policy_, [this](const PolicyWitness& witness, const std::string& body) {
                    ++asked_;
                    const auto& one = witnesses_.at(static_cast<std::size_t>(witness.name[0] - 'a'));
                    if (!one) return std::optional<WitnessReply>();
                    auto answer = one->add_checkpoint(body, kNow);
                    if (answer.status == 200) answer.body = before_ + answer.body + after_;
                    return std::optional(WitnessReply{answer.status, std::move(answer.body)});
                }};
    }

    tests::TemporaryDirectory folders_;
    WitnessPolicy policy_ = WitnessPolicy::parse(kPolicy + "group g 2 a b c\nquorum g").value();
    std::array<std::unique_ptr<Witness>, 3> witnesses_;
    int asked_ = 0;
    std::string before_, after_;  // what a witness says beside its cosignature
};

TEST_F(CosigningTest, GathersTheCosignaturesOfEveryCheckpoint) {
    auto ours = cosigning();
    for (const std::uint64_t count : {1u, 2u, 300u}) {
        append(count);
        const auto published = ours.round();
        ASSERT_TRUE(published);
        EXPECT_EQ(published->size, log_->size(Ledger::main));
        for (const auto& witness : policy_.witnesses())
            EXPECT_EQ(merkle::cosigned_at(published->note, witness.key).value(), kNow) << witness.name;
        const auto key = merkle::NoteVerifier::parse(log_->vkey()).value();
        EXPECT_EQ(merkle::open_checkpoint(published->note, key)->root, published->root);
        const int asked = asked_;
        EXPECT_EQ(ours.round()->note, published->note);
        EXPECT_EQ(asked_, asked) << "nothing is new";
    }
    EXPECT_EQ(asked_, 9);
}

// A witness, or whoever is on the way to it, says more than it was asked.
TEST_F(CosigningTest, PublishesOfAnAnswerTheCosignatureAlone) {
    const auto key = merkle::NoteVerifier::parse(log_->vkey()).value();
    const merkle::NamedKey log_key{key.name(), merkle::kNoteKey,
                                   merkle::parse_vkey(log_->vkey(), merkle::kNoteKey).value().public_key};
    const auto forged = merkle::signature_line(log_key, std::string(64, 'x'));
    const auto stranger = cosigner(7).cosign("another text\n", kNow);
    std::string many;
    for (int i = 0; i < 150; ++i) many += stranger;
    auto ours = cosigning();
    for (const auto& [before, after] : {std::pair(forged, std::string()), {std::string(), forged}, {many, many}}) {
        before_ = before;
        after_ = after;
        append(1);
        const auto published = ours.round();
        ASSERT_TRUE(published);
        EXPECT_EQ(merkle::open_checkpoint(published->note, key)->root, published->root);
        EXPECT_EQ(policy_.cosigned_by(published->note).value().size(), 3u);
        EXPECT_EQ(published->note.find(forged.substr(0, forged.size() - 1)), std::string::npos);
        EXPECT_EQ(published->note.find(stranger), std::string::npos);
    }
    // An empty line would make a text of the checkpoint's signatures, a line of none ends no note.
    for (const std::string before : {"\n", "x\n"}) {
        before_ = before;
        after_.clear();
        append(1);
        EXPECT_FALSE(ours.round());
        EXPECT_EQ(ours.standings()[0].trouble, "its answer is no cosignature by its key");
    }
}

TEST_F(CosigningTest, PublishesNothingWithoutEnoughAndGoesOnByItself) {
    auto ours = cosigning();
    append(5);
    witnesses_[0].reset();
    EXPECT_TRUE(ours.round()) << "two of three";
    EXPECT_EQ(ours.standings()[0].trouble, "it cannot be reached");
    append(5);
    witnesses_[1].reset();
    EXPECT_FALSE(ours.round());
    append(5);
    start(1);
    const auto again = ours.round();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->size, 15u);
    EXPECT_TRUE(ours.standings()[0].trouble.empty());
    EXPECT_EQ(ours.standings()[1].size, 5u);
}

TEST_F(CosigningTest, FindsOutWhatTheWitnessesHaveSeen) {
    append(7);
    ASSERT_TRUE(cosigning().round());
    append(1);
    auto after_a_start = cosigning();
    asked_ = 0;
    ASSERT_TRUE(after_a_start.round());
    EXPECT_EQ(asked_, 6) << "each says first what it has seen";
}

// A copy of the data from yesterday is put in place and goes on from there.
TEST_F(CosigningTest, ALogThatWasPutBackIsFoundOut) {
    append(3);
    log_.reset();
    const auto yesterday = folders_.path() / "yesterday";
    std::filesystem::copy(directory_, yesterday, std::filesystem::copy_options::recursive);
    open();
    append(7);
    ASSERT_TRUE(cosigning().round());
    for (const std::uint64_t written : {1u, 7u, 20u}) {
        log_.reset();
        std::filesystem::remove_all(directory_);
        std::filesystem::copy(yesterday, directory_, std::filesystem::copy_options::recursive);
        open();
        append(written);
        auto ours = cosigning();
        EXPECT_FALSE(ours.round()) << written;
        for (const auto& standing : ours.standings()) EXPECT_FALSE(standing.trouble.empty()) << written;
    }
}

TEST_F(CosigningTest, AnAnswerWithoutItsKeyIsNoCosignature) {
    append(3);
    Cosigning ours(*log_, Ledger::main, policy_, [&](const PolicyWitness&, const std::string& body) {
        const auto note = body.substr(body.find("\n\n") + 2);
        const auto text = note.substr(0, note.rfind("\n\n") + 1);
        return WitnessReply{200, cosigner(9).cosign(text, kNow)};
    });
    EXPECT_FALSE(ours.round());
    EXPECT_EQ(ours.standings()[0].trouble, "its answer is no cosignature by its key");
}

TEST_F(CosigningTest, AWitnessThatKnowsMoreThanTheLogIsTold) {
    append(3);
    Cosigning ours(*log_, Ledger::main, policy_,
                   [&](const PolicyWitness&, const std::string&) { return WitnessReply{409, "9\n"}; });
    EXPECT_FALSE(ours.round());
    EXPECT_NE(ours.standings()[0].trouble.find("the log was put back"), std::string::npos);
}

}  // namespace
}  // namespace minhbach::events
