// A dossier that moves or is closed, and two codes of one person, as the read models show them then and now.
#include <gtest/gtest.h>

#include <algorithm>

#include "history.hpp"
#include "projections/dossiers.hpp"
#include "projections/ratings.hpp"

namespace minhbach::projections {
namespace {

DossiersQuestion those_of(std::string_view agency) {
    DossiersQuestion question;
    question.cycle = CycleId::of("2023");
    question.agency = UnitCode::of(agency);
    return question;
}

bool lists(const DossiersAnswer& answer, std::string_view person) {
    return std::any_of(answer.items.begin(), answer.items.end(),
                       [&](const auto& line) { return line.person.str() == person; });
}

TEST(RosterChange, AMovedDossierStandsInTheListsOfItsNewAgency) {
    History history;
    open_cycle(history);
    history.at("2023-11-16T08:00").by("A1", "", a_form("A1", Level::good));
    const auto proposed = history.at("2023-11-20T08:00").by("OFFICER", "OFFICER.1", a_proposal("A1", Level::good));
    const auto from = *history.answers().dossier_row(dossier_of("A1")).value().post;
    auto moved = about<DossierMoved>("A1");
    moved.from = from;
    moved.post = from;
    moved.post.unit = UnitCode::of("51-S05.T1");
    moved.post.managed_by = UnitCode::of("51-S05.T1");
    moved.document = DocumentId::of("D1");
    history.at("2023-11-22T08:00").by("PRINCIPAL", "PRINCIPAL.1", moved);
    const auto answers = history.answers();
    EXPECT_FALSE(lists(answers.dossiers(those_of("51-S05")).value(), "A1"));
    EXPECT_TRUE(lists(answers.dossiers(those_of("51-S05.T1")).value(), "A1"));
    const auto now = answers.dossier(dossier_of("A1")).value();
    EXPECT_EQ(now.line.status, DossierStatus::self_filed);  // what the old agency proposed is of the past
    EXPECT_FALSE(now.line.proposed_level);
    // As it was known before.
    const auto before = events::Position{static_cast<std::uint64_t>(proposed)};
    EXPECT_TRUE(lists(answers.dossiers(those_of("51-S05"), before).value(), "A1"));
    EXPECT_EQ(answers.dossier(dossier_of("A1"), before).value().line.proposed_level, Level::good);
}

TEST(RosterChange, AClosedDossierIsNotRatedAndOneOpenedInErrorCountsNowhere) {
    History history;
    open_cycle(history);
    const auto distribution = [&] {
        return history.answers().quota(CycleId::of("2023"), UnitCode::of("51-S05")).value().groups.front().decided;
    };
    const auto before = distribution();
    auto closed = about<DossierClosed>("A1");
    closed.cause = ClosingCause::died;
    closed.reason = Text::of("Từ trần ngày 02/11/2023");
    closed.document = DocumentId::of("D1");
    history.by("OFFICER", "OFFICER.1", closed);
    EXPECT_EQ(distribution().not_rated, before.not_rated + 1);
    EXPECT_EQ(distribution().pending, before.pending - 1);
    const auto line = history.answers().dossier(dossier_of("A1")).value().line;
    EXPECT_EQ(line.status_key, "st.closed");
    EXPECT_TRUE(line.not_rated);
    auto again = about<DossierReopened>("A1");
    again.reason = Text::of("Nhầm người");
    again.document = DocumentId::of("D1");
    history.by("OFFICER", "OFFICER.1", again);
    EXPECT_EQ(distribution().pending, before.pending);
    closed.cause = ClosingCause::opened_in_error;
    history.by("OFFICER", "OFFICER.1", closed);
    EXPECT_EQ(distribution().total, before.total - 1);
}

TEST(RosterChange, TheYearsOfAMergedCodeAreThoseOfThePerson) {
    History history;
    open_cycle(history);
    const auto imported = [&](std::string_view person, int year, Level level) {
        EarlierRatingImported event;
        event.person = PersonCode::of(person);
        event.year = year;
        event.level = level;
        event.wording = Label::of("Theo hồ sơ giấy");
        event.unit_name = Label::of("Sở Tài chính");
        event.source = Label::of("Hồ sơ giấy");
        history.by("OFFICER", "OFFICER.1", event);
    };
    history.by(
        "OFFICER", "OFFICER.1",
        PersonRegistered{PersonCode::of("A9"), Label::of("Nguyễn Thị Hồng Đào"), Date::of("1980-01-01"), Sex::female});
    imported("A9", 2021, Level::good);
    imported("A9", 2022, Level::completed);
    imported("A1", 2022, Level::excellent);
    history.by(
        "OFFICER", "OFFICER.1",
        PersonMerged{PersonCode::of("A9"), PersonCode::of("A1"), Text::of("Đăng ký hai lần"), DocumentId::of("D1")});
    const auto kept = history.answers().ratings(PersonCode::of("A1")).value().ratings;
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].year, 2022);
    EXPECT_EQ(kept[0].level, Level::excellent);
    EXPECT_EQ(kept[1].year, 2021);
    const auto person = history.answers().person(PersonCode::of("A9")).value().person;
    EXPECT_EQ(person.merged_into, PersonCode::of("A1"));
    EXPECT_EQ(history.answers().person(PersonCode::of("A1")).value().person.duplicates.size(), 1U);

    const auto before = history.by(
        "OFFICER", "OFFICER.1",
        PersonSeparated{PersonCode::of("A9"), PersonCode::of("A1"), Text::of("Hai người"), DocumentId::of("D1")});
    const auto apart = history.answers();
    const auto own = apart.ratings(PersonCode::of("A1")).value().ratings;
    ASSERT_EQ(own.size(), 1U) << "2021 is the other one's again";
    EXPECT_EQ(own[0].year, 2022);
    EXPECT_EQ(apart.ratings(PersonCode::of("A9")).value().ratings.size(), 2U);
    EXPECT_FALSE(apart.person(PersonCode::of("A9")).value().person.merged_into);
    EXPECT_TRUE(apart.person(PersonCode::of("A1")).value().person.duplicates.empty());
    const events::Position merged{static_cast<std::uint64_t>(before) - 1};
    EXPECT_EQ(apart.ratings(PersonCode::of("A1"), merged).value().ratings.size(), 2U) << "as it was known";
}

}  // namespace
}  // namespace minhbach::projections
