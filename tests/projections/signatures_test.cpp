// Personal signatures on the timelines of what was signed.
#include <gtest/gtest.h>

#include <filesystem>

#include "history.hpp"

namespace minhbach::projections {
namespace {

ActSigned a_signature(std::string_view signer, std::int64_t position, std::string_view type, std::string_view stream) {
    ActSigned made;
    made.person = PersonCode::of(signer);
    made.position = position;
    made.act = Label::of("018bd1c4-7a00-7000-8000-000000000000");
    made.act_type = Label::of(type);
    made.stream = Label::of(stream);
    made.record = Digest::of(std::string(64, 'a'));
    made.signature = SignatureText::of("MIIB");
    auto& report = made.report;
    for (auto* label : {&report.algorithm, &report.key, &report.subject, &report.issuer, &report.serial})
        *label = Label::of("x");
    report.certificate = Digest::of(std::string(64, 'b'));
    return made;
}

std::vector<TimelineLine> signatures_on(History& history, std::string_view person) {
    return history.answers().timeline(dossier_of(person), {"act.signed"}).value().items;
}

TEST(Signatures, StandWhereTheActDoes) {
    History history;
    open_cycle(history);
    history.at("2023-11-22T09:00").by("OFFICER", "OFFICER.1", a_meeting("M1", {"A1", "A2"}, "2023-11-22T08:00"));
    const auto adopted = history.by("OFFICER", "OFFICER.1", minutes("M1", 1, "2023-11-22T09:00"));
    const auto decided =
        history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A2", Level::good, Level::good));
    history.by("DIRECTOR", "", a_signature("DIRECTOR", decided, "rating.decided", "dossier/2023.A2"));
    history.by("OFFICER", "", a_signature("OFFICER", adopted, "minutes.adopted", "meeting/M1"));

    const auto on_a2 = signatures_on(history, "A2");
    ASSERT_EQ(on_a2.size(), 2u);
    EXPECT_EQ(on_a2[0].touch, Touch::meeting);
    EXPECT_EQ(on_a2[1].touch, Touch::own);
    EXPECT_EQ(on_a2[1].act.subject, PersonCode::of("A2"));
    EXPECT_EQ(on_a2[1].act.agency, UnitCode::of("51-S05"));
    EXPECT_EQ(signatures_on(history, "A1").size(), 1u);  // the minutes
    EXPECT_EQ(signatures_on(history, "A3").size(), 0u);
}

TEST(Signatures, StillStandThereOnceTheirSignerIsErased) {
    History history;
    open_cycle(history);
    const auto decided =
        history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A2", Level::good, Level::good));
    history.by("DIRECTOR", "", a_signature("DIRECTOR", decided, "rating.decided", "dossier/2023.A2"));
    ASSERT_EQ(signatures_on(history, "A2").size(), 1u);
    EXPECT_FALSE(signatures_on(history, "A2").front().act.changes.empty());
    history.close();
    history.log().erase(PersonCode::of("DIRECTOR"));
    std::filesystem::remove_all(history.folder("main"));  // folded anew, as after an erasure
    const auto left = signatures_on(history, "A2");
    ASSERT_EQ(left.size(), 1u);
    EXPECT_TRUE(left.front().act.changes.empty());  // whose certificate it was is gone
}

}  // namespace
}  // namespace minhbach::projections
