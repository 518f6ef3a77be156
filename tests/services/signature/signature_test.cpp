// Who may add a personal signature to which record.
#include "services/signature/signature.hpp"

#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::signature {
namespace {

SignAct a_signature(std::string_view actor, std::string_view text = "MIIB") {
    SignAct command{PersonCode::of(actor), {}};
    auto& made = command.made;
    made.person = command.actor;
    made.position = 7;
    made.act = Label::of("018bd1c4-7a00-7000-8000-000000000000");
    made.act_type = Label::of("rating.decided");
    made.stream = Label::of("dossier/2023.A1");
    made.record = Digest::of(std::string(64, 'a'));
    made.signature = SignatureText::of(text);
    for (auto* label :
         {&made.report.algorithm, &made.report.key, &made.report.subject, &made.report.issuer, &made.report.serial})
        *label = Label::of("x");
    made.report.certificate = Digest::of(std::string(64, 'b'));
    return command;
}

TEST(SignAct, IsForTheActorAlone) {
    const auto command = a_signature("DIRECTOR");
    const auto decision = given(a_province()).when("DIRECTOR", command);
    EXPECT_EQ(only<ActSigned>(decision), command.made);
    EXPECT_EQ(decision->events.front().stream.name(), "signature/7");
    EXPECT_EQ(decision->authority.capacity, Capacity::self);
    EXPECT_EQ(refusal_of(given(a_province()).when("OFFICER", command)), "not-competent");
}

TEST(SignAct, SealsItUnderTheSignersKey) {
    const auto encoded = events::encode(a_signature("DIRECTOR").made);
    ASSERT_EQ(encoded.parts.size(), 1u);
    EXPECT_EQ(encoded.parts.front().subject, PersonCode::of("DIRECTOR"));
}

TEST(SignAct, IsTakenOnceAndNotWithoutEnd) {
    auto history = given(a_province()).after("DIRECTOR", a_signature("DIRECTOR"));
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", a_signature("DIRECTOR"))), "already-exists /signature");
    for (std::size_t i = 1; i < Signatures::signatures_max; ++i)
        history = history.after("DIRECTOR", a_signature("DIRECTOR", "MII" + std::to_string(i)));
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", a_signature("DIRECTOR", "MIIZ"))), "already-exists /signature");
    auto other = a_signature("DIRECTOR", "MIIZ");
    other.made.position = 8;
    EXPECT_EQ(refusal_of(history.when("DIRECTOR", other)), "accepted");
}

TEST(SignAct, IsNotForWhatIsNoActOfTheStateSide) {
    for (const auto& [type, stream] : std::vector<std::pair<std::string, std::string>>{
             {"act.signed", "signature/3"},
             {"access-ledger.sealed", "books/main"},
             {"party.rating-decided", "party-dossier/2023.A1"},
             {"party.collective-rated", "party-collectives/2023/51-S05"}}) {
        auto command = a_signature("DIRECTOR");
        command.made.act_type = Label::of(type);
        command.made.stream = Label::of(stream);
        EXPECT_EQ(refusal_of(given(a_province()).when("DIRECTOR", command)), "invalid-field") << type;
    }
}

}  // namespace
}  // namespace minhbach::services::signature
