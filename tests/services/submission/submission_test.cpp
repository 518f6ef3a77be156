#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::submission {
namespace {

RatingDecided decided(std::string_view person, std::optional<Level> level) {
    RatingDecided event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.level = level;
    event.document = DocumentId::of("QD1");
    return event;
}
ProposalMade proposed(std::string_view person, Level level) {
    ProposalMade event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.level = level;
    return event;
}

// Everybody the department manages is decided, its director proposed; the school's teacher is still open.
Given finished() {
    std::vector<Event> events{proposed("DIRECTOR", Level::excellent)};
    for (const auto person : {"DEPUTY", "HEAD1", "HEAD2", "OFFICER", "A2", "A3", "B1", "PRINCIPAL"})
        events.push_back(decided(person, Level::good));
    events.push_back(decided("A1", Level::excellent));
    return a_rating_year().at("2023-11-29T15:00").and_given(events);
}
SubmitFile the_file(std::string_view unit = "51-S05") {
    return {kCycle, UnitCode::of(unit), false, {}};
}
ReturnFile sent_back(std::string_view unit = "51-S05") {
    return {kCycle, UnitCode::of(unit), Text::of("Thiếu biên bản")};
}
AcceptFile taken(std::string_view unit = "51-S05") {
    return {kCycle, UnitCode::of(unit), {}};
}

TEST(SubmitFile, HoldsLeadersAsProposalsAndResultsAsDecided) {
    const auto file = only<FileSubmitted>(finished().when("OFFICER", the_file()));
    EXPECT_EQ(file.to.str(), "51-S02");
    EXPECT_EQ(file.version, 1);
    EXPECT_EQ(file.part_a, (std::vector{SubmittedDossier{dossier_of("DIRECTOR"), 2}}));
    EXPECT_EQ(file.part_b.size(), 9u);
    EXPECT_EQ(file.counts, (SettledCounts{1, 8, 0, 0, 0, 9}));
    EXPECT_EQ(file.pending, 0);
}

TEST(SubmitFile, WaitsForDecisionsUnlessTheyAreLeftOut) {
    const auto open =
        a_rating_year().at("2023-11-29T15:00").and_given({decided("A1", Level::good), decided("A2", std::nullopt)});
    const auto decision = open.when("OFFICER", the_file());
    EXPECT_EQ(refusal_of(decision), "step-order /leaveOutPending");
    EXPECT_EQ(decision.error().clause, "Văn bản số 5721/UBND-NC ngày 01/01/2020");
    auto partial = the_file();
    partial.leave_out_pending = true;
    const auto file = only<FileSubmitted>(open.when("OFFICER", partial));
    EXPECT_EQ(file.pending, 8);
    EXPECT_EQ(file.counts, (SettledCounts{0, 1, 0, 0, 1, 2}));
}

TEST(SubmitFile, IsSentByWhoeverMayAndByAgenciesOnly) {
    EXPECT_EQ(refusal_of(finished().when("HEAD1", the_file())), "not-competent");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", the_file("51-S05.P1"))), "invalid-field /unit");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", the_file("NOWHERE"))), "invalid-field /unit");
    auto letter = the_file();
    letter.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", letter)), "invalid-field /document");
}

TEST(SubmitFile, LateIsAcceptedForEntry) {
    EXPECT_TRUE(finished().at("2023-12-05T15:00").when("OFFICER", the_file()));
}

TEST(ReceivedFile, IsReturnedWithReasonsAndSentAgainAsTheNextVersion) {
    const auto sent = finished().after("OFFICER", the_file());
    EXPECT_EQ(refusal_of(sent.when("OFFICER", the_file())), "step-order /unit");
    EXPECT_EQ(refusal_of(sent.when("HOMEAFFAIRS", ReturnFile{kCycle, kDepartment, {}})), "reason-required /reason");
    EXPECT_EQ(only<FileReturned>(sent.when("HOMEAFFAIRS", sent_back())).version, 1);
    const auto again = sent.after("HOMEAFFAIRS", sent_back());
    EXPECT_EQ(refusal_of(again.when("HOMEAFFAIRS", taken())), "step-order /unit") << "nothing waits";
    EXPECT_EQ(only<FileSubmitted>(again.when("OFFICER", the_file())).version, 2);
}

// Given a file that waits, when it is returned with a number to call, then the number stands beside the reason.
TEST(ReceivedFile, IsReturnedWithANumberThatCanBeCalled) {
    const auto sent = finished().after("OFFICER", the_file());
    const auto with = [](std::string_view number) {
        auto command = sent_back();
        command.phone = Label::of(number);
        return command;
    };
    const auto returned = only<FileReturned>(sent.when("HOMEAFFAIRS", with("0255 3822 510")));
    EXPECT_EQ(returned.phone, Label::of("0255 3822 510"));
    EXPECT_EQ(returned.reason, sent_back().reason);
    EXPECT_EQ(only<FileReturned>(sent.when("HOMEAFFAIRS", with("+84 (255) 3822-510"))).version, 1);
    EXPECT_FALSE(only<FileReturned>(sent.when("HOMEAFFAIRS", sent_back())).phone);
    for (const auto wrong : {"3822", "gặp anh Hải", "0255 3822 510 0255 3822", "0255+3822510"})
        EXPECT_EQ(refusal_of(sent.when("HOMEAFFAIRS", with(wrong))), "invalid-field /phone") << wrong;
}

TEST(ReceivedFile, IsAcceptedOnceByTheReceiver) {
    EXPECT_EQ(refusal_of(finished().when("HOMEAFFAIRS", taken())), "step-order /unit");
    const auto sent = finished().after("OFFICER", the_file());
    EXPECT_EQ(refusal_of(sent.when("DIRECTOR", taken())), "not-competent");
    const auto elsewhere = sent.and_given({a_mandate("X", "CHAIR", {Power::receive}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(elsewhere.when("CHAIR", taken())), "not-competent /unit") << "the file went to another unit";
    const auto accepted = sent.after("HOMEAFFAIRS", taken());
    EXPECT_EQ(refusal_of(accepted.when("OFFICER", the_file())), "step-order /unit");
    EXPECT_EQ(accepted.past()->submission(kCycle, kDepartment).status, FileStatus::accepted);
}

// A school to its department, a commune to its district, and what was accepted there is part of the file above.
TEST(SubmitFile, GoesUpItsTierAndConsolidatesWhatWasAccepted) {
    const auto department =
        finished()
            .and_given({decided("TEACHER", Level::good)})
            .and_given({a_mandate("OFFICER.2", "OFFICER", {Power::receive}, "51-S05", Reach::managed)});
    const auto school = only<FileSubmitted>(department.when("OFFICER", the_file("51-S05.T1")));
    EXPECT_EQ(school.to.str(), "51-S05");
    EXPECT_EQ(school.part_a.at(0).dossier, dossier_of("PRINCIPAL"));
    EXPECT_EQ(school.part_b.at(0).dossier, dossier_of("TEACHER"));
    const auto sent = department.after("OFFICER", the_file("51-S05.T1"));
    EXPECT_TRUE(only<FileSubmitted>(sent.when("OFFICER", the_file())).consolidated.empty());
    const auto accepted = sent.after("OFFICER", taken("51-S05.T1"));
    EXPECT_EQ(only<FileSubmitted>(accepted.when("OFFICER", the_file())).consolidated,
              std::vector{UnitCode::of("51-S05.T1")});
}

TEST(ReceiverOf, FollowsTheTree) {
    const auto past = finished().past();
    const auto day = Date::of("2023-11-29");
    EXPECT_EQ(receiver_of(*past, UnitCode::of("21109"), day), UnitCode::of("534"));
    EXPECT_EQ(receiver_of(*past, UnitCode::of("534"), day), UnitCode::of("51-S02"));
    EXPECT_EQ(receiver_of(*past, UnitCode::of("51-S05.T1"), day), kDepartment);
    EXPECT_FALSE(receiver_of(*past, UnitCode::of("51"), day));
    const auto nobody =
        Given()
            .and_given({a_unit("51", UnitKind::province, {}, "Tỉnh"), a_unit("534", UnitKind::district, "51", "Huyện")})
            .past();
    EXPECT_FALSE(receiver_of(*nobody, UnitCode::of("534"), day));
}

}  // namespace
}  // namespace minhbach::services::submission
