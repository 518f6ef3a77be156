#include "services/organisation/commands.hpp"

#include <gtest/gtest.h>

#include "given_organisation.hpp"

namespace minhbach::services::organisation {
namespace {

TEST(RegisterPerson, OnceByItsCode) {
    EXPECT_EQ(only<PersonRegistered>(province().when("OFFICER", a_person("C1"))), a_person("C1"));
    EXPECT_EQ(refusal_of(province().when("OFFICER", a_person("A1"))), "already-exists /person");
    EXPECT_EQ(refusal_of(province().when("A1", a_person("C1"))), "not-competent");
    auto unborn = a_person("C1");
    unborn.birth_date = Date::of("2023-11-20");
    EXPECT_EQ(refusal_of(province().when("OFFICER", unborn)), "invalid-field /birthDate");
    EXPECT_EQ(refusal_of(province().when("OFFICER", a_person(std::string(41, 'C')))), "invalid-field /person");
}

TEST(CorrectPerson, ChangesSomethingWithAReason) {
    CorrectPerson command;
    command.person = PersonCode::of("A1");
    command.full_name = Label::of("Nguyễn Thị Hồng Đào (B)");
    command.reason = kReason;
    EXPECT_EQ(only<PersonCorrected>(province().when("OFFICER", command)), command);
    EXPECT_EQ(refusal_of(province().when("HEAD1", command)), "not-competent");
    auto refused = command;
    refused.full_name = Label::of("Nguyễn Thị Hồng Đào");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "nothing-to-change");
    refused = command;
    refused.reason = {};
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "reason-required /reason");
    refused = command;
    refused.birth_date = Date::of("2024-01-01");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /birthDate");
    refused = command;
    refused.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /person");
    refused = command;
    refused.person = PersonCode::of("CHAIR");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "not-competent");
}

TEST(AssignPost, InAUnitThatExists) {
    const auto second = [](auto change) {
        auto command = in_post("A1", a_post("51-S05.P2", "51-S05"));
        command.post.from = Date::of("2023-11-01");
        change(command);
        return command;
    };
    const auto refused = [&](auto change, std::string_view actor = "OFFICER") {
        return refusal_of(province().when(actor, second(change)));
    };
    const auto decision = province().when("OFFICER", second([](auto&) {}));
    EXPECT_EQ(only<PostAssigned>(decision), second([](auto&) {}));
    EXPECT_EQ(decision->events.front().effective, Date::of("2023-11-01"));
    EXPECT_EQ(refused([](auto&) {}, "HEAD1"), "not-competent");
    EXPECT_EQ(refused([](auto& c) { c.person = PersonCode::of("NOBODY"); }), "invalid-field /person");
    EXPECT_EQ(refused([](auto& c) { c.post.unit = UnitCode::of("nowhere"); }), "invalid-field /post/unit");
    EXPECT_EQ(refused([](auto& c) { c.post.unit = UnitCode::of("534"); }), "not-competent");
    EXPECT_EQ(refused([](auto& c) { c.post.managed_by = UnitCode::of("nowhere"); }), "invalid-field /post/managedBy");
    EXPECT_EQ(refused([](auto& c) {
                  c.post.head_of = UnitCode::of("nowhere");
                  c.post.leader = true;
              }),
              "invalid-field /post/headOf");
    EXPECT_EQ(refused([](auto& c) { c.post.head_of = UnitCode::of("51-S05.P2"); }), "invalid-field /post/leader");
    EXPECT_EQ(refused([](auto& c) { c.post.title = {}; }), "invalid-field /post/title");
    EXPECT_EQ(refused([](auto& c) { c.post.to = Date::of("2023-10-31"); }), "invalid-field /post/to");
    EXPECT_EQ(refused([](auto& c) {
                  c.post.from = Date::of("1980-01-01");
                  c.post.unit = UnitCode::of("51-S05.P2");
              }),
              "invalid-field /post/from");
    EXPECT_EQ(refused([](auto& c) { c.document = DocumentId::of("D9"); }), "invalid-field /document");
}

TEST(AssignPost, NotTheSamePostTwice) {
    auto command = in_post("A1", a_post("51-S05.P1", "51-S05"));
    EXPECT_EQ(refusal_of(province().when("OFFICER", command)), "already-exists /post");
    command.post.from = Date::of("2023-11-01");
    EXPECT_EQ(refusal_of(province().when("OFFICER", command)), "already-exists /post");
    const EndPost end{PersonCode::of("A1"), UnitCode::of("51-S05.P1"), kSince, Date::of("2023-10-31"), {}};
    EXPECT_EQ(refusal_of(province().after("OFFICER", end).when("OFFICER", command)), "accepted");
}

TEST(RecordSecondment, ToAnotherAgencyOneAtATime) {
    const RecordSecondment command{
        PersonCode::of("A1"), UnitCode::of("51-S02"), Date::of("2023-03-01"), {}, DocumentId::of("D1")};
    EXPECT_EQ(only<SecondmentRecorded>(province().when("OFFICER", command)), command);
    EXPECT_EQ(refusal_of(province().when("HEAD1", command)), "not-competent");
    auto refused = command;
    refused.host = UnitCode::of("51-S05.P2");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /host") << "the same agency";
    refused = command;
    refused.to = Date::of("2023-02-28");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /to");
    refused = command;
    refused.person = PersonCode::of("N1");
    auto later = a_post("51-S05.P1", "51-S05");
    later.from = Date::of("2023-06-01");
    EXPECT_EQ(refusal_of(province().and_given({a_person("N1"), in_post("N1", later)}).when("OFFICER", refused)),
              "invalid-field /from")
        << "no post yet";
    const auto there = province().after("OFFICER", command);
    auto second = command;
    second.from = Date::of("2023-10-01");
    EXPECT_EQ(refusal_of(there.when("OFFICER", second)), "invalid-field /from");
    const EndSecondment end{command.person, command.host, command.from, Date::of("2023-09-30"), DocumentId::of("D1")};
    EXPECT_EQ(only<SecondmentEnded>(there.when("OFFICER", end)), end);
    EXPECT_EQ(refusal_of(there.after("OFFICER", end).when("OFFICER", end)), "nothing-to-change");
    EXPECT_EQ(refusal_of(there.after("OFFICER", end).when("OFFICER", second)), "accepted");
    EXPECT_EQ(refusal_of(province().when("OFFICER", end)), "invalid-field /from") << "never recorded";
    auto backwards = end;
    backwards.to = Date::of("2023-02-01");
    EXPECT_EQ(refusal_of(there.when("OFFICER", backwards)), "invalid-field /to");
}

TEST(EndPost, OfAPostThatIsEntered) {
    const EndPost command{PersonCode::of("A1"), UnitCode::of("51-S05.P1"), kSince, Date::of("2023-11-30"),
                          DocumentId::of("D1")};
    EXPECT_EQ(only<PostEnded>(province().when("OFFICER", command)), command);
    EXPECT_EQ(refusal_of(province().when("HEAD1", command)), "not-competent");
    EXPECT_EQ(refusal_of(province().after("OFFICER", command).when("OFFICER", command)), "nothing-to-change");
    auto refused = command;
    refused.from = Date::of("2021-01-01");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /from");
    refused = command;
    refused.to = Date::of("2019-12-31");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /to");
    refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /document");
    refused = command;
    refused.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /person");
}

TEST(RecordPartyMembership, IsAFactOfThePast) {
    const RecordPartyMembership command{PersonCode::of("A1"), true, Date::of("2010-05-19")};
    EXPECT_EQ(only<PartyMembershipRecorded>(province().when("OFFICER", command)), command);
    EXPECT_EQ(refusal_of(province().after("OFFICER", command).when("OFFICER", command)), "nothing-to-change");
    EXPECT_EQ(refusal_of(province().when("A2", command)), "not-competent");
    auto refused = command;
    refused.from = Date::of("2023-11-21");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /from");
    refused.from = Date::of("1980-01-01");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /from");
    refused = command;
    refused.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /person");
}

TEST(ImportEarlierRating, InItsOwnWordsWithItsSource) {
    ImportEarlierRating command;
    command.person = PersonCode::of("A1");
    command.year = 2019;
    command.wording = Label::of("Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực");
    command.unit_name = Label::of("Ủy ban nhân dân xã Phổ An");
    command.source = Label::of("Thông báo số 12/TB-UBND");
    EXPECT_EQ(only<EarlierRatingImported>(province().when("OFFICER", command)), command);
    EXPECT_EQ(refusal_of(province().after("OFFICER", command).when("OFFICER", command)), "already-exists /year");
    EXPECT_EQ(refusal_of(province().when("A1", command)), "not-competent");
    auto refused = command;
    refused.year = 2023;
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /year");
    refused = command;
    refused.wording = {};
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /wording");
    refused = command;
    refused.source = {};
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /source");
    refused = command;
    refused.unit = UnitCode::of("nowhere");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /unit");
    refused = command;
    refused.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /person");
}

TEST(RecordService, MonthsOfOneYear) {
    const RecordService command{PersonCode::of("A1"), 2023, 8, 0, 4, Label::of("Đơn nghỉ thai sản")};
    EXPECT_EQ(only<ServiceRecorded>(province().when("OFFICER", command)), command);
    const auto recorded = province().after("OFFICER", command);
    EXPECT_EQ(refusal_of(recorded.when("OFFICER", command)), "nothing-to-change");
    auto other = command;
    other.months_worked = 7;
    EXPECT_EQ(refusal_of(recorded.when("OFFICER", other)), "accepted");
    EXPECT_EQ(refusal_of(province().when("A1", command)), "not-competent");
    other.months_worked = 9;
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "facts-inconsistent /monthsWorked");
    other.months_worked = 13;
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "invalid-field /monthsWorked");
    other = command;
    other.absence_months = -1;
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "invalid-field /absenceMonths");
    other = command;
    other.maternity_months = 13;
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "invalid-field /maternityMonths");
    other = command;
    other.year = 2024;
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "invalid-field /year");
    other = command;
    other.source = {};
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "invalid-field /source");
    other = command;
    other.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", other)), "invalid-field /person");
}

TEST(RecordDiscipline, OnADocumentAndNotAboutOneself) {
    RecordDiscipline command;
    command.person = PersonCode::of("A1");
    command.violation = ViolationId::of("V1");
    command.act_year = 2022;
    command.effective = Date::of("2023-11-10");
    command.document = DocumentId::of("D1");
    const auto decision = province().when("OFFICER", command);
    EXPECT_EQ(only<DisciplineRecorded>(decision), command);
    EXPECT_EQ(decision->events.front().effective, Date::of("2023-11-10"));
    EXPECT_EQ(refusal_of(province().after("OFFICER", command).when("OFFICER", command)), "already-exists /violation");
    auto second = command;
    second.kind = DisciplineKind::party;
    EXPECT_EQ(refusal_of(province().after("OFFICER", command).when("OFFICER", second)), "accepted");
    EXPECT_EQ(refusal_of(province().when("HEAD1", command)), "not-competent");
    auto refused = command;
    refused.person = PersonCode::of("OFFICER");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "self-decision");
    refused = command;
    refused.effective = Date::of("2023-11-21");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /effective");
    refused = command;
    refused.act_year = 2024;
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /actYear");
    refused = command;
    refused.violation = {};
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /violation");
    refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /document");
    refused = command;
    refused.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /person");
}

TEST(ConcludeFinding, OncePerYearAndNotAboutOneself) {
    const ConcludeFinding command{PersonCode::of("A1"), 2023, ConcludedFinding::degradation, DocumentId::of("D1")};
    EXPECT_EQ(only<FindingConcluded>(province().when("OFFICER", command)), command);
    EXPECT_EQ(refusal_of(province().after("OFFICER", command).when("OFFICER", command)), "already-exists /finding");
    EXPECT_EQ(refusal_of(province().when("HEAD1", command)), "not-competent");
    auto refused = command;
    refused.person = PersonCode::of("OFFICER");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "self-decision");
    refused = command;
    refused.year = 2024;
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /year");
    refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /document");
    refused = command;
    refused.person = PersonCode::of("NOBODY");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /person");
}

// Posts, membership, service and earlier ratings enter the rules, so nobody enters the own ones.
TEST(EntriesAboutOneself, AreForSomebodyElse) {
    const auto own = PersonCode::of("OFFICER");
    auto second = in_post("OFFICER", a_post("51-S05.P1", "51-S05"));
    second.post.from = Date::of("2023-11-01");
    EXPECT_EQ(refusal_of(province().when("OFFICER", second)), "self-decision");
    EXPECT_EQ(refusal_of(province().when("OFFICER",
                                         EndPost{own, UnitCode::of("51-S05.P2"), kSince, Date::of("2023-11-30"), {}})),
              "self-decision");
    EXPECT_EQ(refusal_of(province().when("OFFICER", RecordPartyMembership{own, true, Date::of("2010-05-19")})),
              "self-decision");
    EXPECT_EQ(refusal_of(province().when("OFFICER", RecordService{own, 2023, 12, 0, 0, Label::of("Bảng chấm công")})),
              "self-decision");
    ImportEarlierRating rating;
    rating.person = own;
    rating.year = 2022;
    rating.level = Level::good;
    rating.wording = Label::of("Hoàn thành tốt nhiệm vụ");
    rating.source = Label::of("Thông báo số 12/TB");
    EXPECT_EQ(refusal_of(province().when("OFFICER", rating)), "self-decision");
    EXPECT_EQ(refusal_of(province().when("ADMIN", rating)), "accepted");
}

TEST(ImportEarlierRating, CountsAViolationOnlyWhereItGaveTheLevel) {
    ImportEarlierRating rating;
    rating.person = PersonCode::of("A1");
    rating.year = 2022;
    rating.level = Level::good;
    rating.wording = Label::of("Hoàn thành tốt nhiệm vụ");
    rating.source = Label::of("Thông báo số 12/TB");
    rating.violations_counted = {ViolationId::of("V1")};
    EXPECT_EQ(refusal_of(province().when("OFFICER", rating)), "facts-inconsistent /violationsCounted");
    rating.level.reset();
    EXPECT_EQ(refusal_of(province().when("OFFICER", rating)), "facts-inconsistent /violationsCounted");
    rating.level = Level::not_completed;
    EXPECT_EQ(refusal_of(province().when("OFFICER", rating)), "accepted");
}

}  // namespace
}  // namespace minhbach::services::organisation
