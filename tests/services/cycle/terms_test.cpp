// Terms that are extended, cycles that are closed and opened again, rulebooks bound to a unit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_layers.hpp"

namespace minhbach::services::cycle {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Given year() {
    return a_year_with_guidance();
}

ExtendTerm extension(std::optional<std::string_view> unit, std::string_view until) {
    ExtendTerm command;
    command.cycle = kCycle;
    if (unit) command.for_unit = UnitCode::of(*unit);
    command.until = {Date::of(until), true};
    command.document = DocumentId::of("D1");
    command.reason = Text::of("Thiên tai, mất điện nhiều ngày");
    return command;
}

std::optional<Deadline> term_of(const Given& history, std::string_view unit, CycleTerm term = CycleTerm::submission) {
    const auto past = history.past();
    return term_in_force(past->registry(), *past->registry().cycle(kCycle), term, UnitCode::of(unit),
                         Date::of("2023-11-30"));
}

TEST(ExtendTerm, ForOneUnitWithEverythingBelowIt) {
    const auto event = only<CycleTermExtended>(year().when("ADMIN", extension("534", "2023-12-05")));
    EXPECT_EQ(event.was, (Deadline{Date::of("2023-11-30"), false}));
    const auto extended = year().after("ADMIN", extension("534", "2023-12-05"));
    EXPECT_EQ(term_of(extended, "534"), (Deadline{Date::of("2023-12-05"), true}));
    EXPECT_EQ(term_of(extended, "21109"), (Deadline{Date::of("2023-12-05"), true})) << "the commune below";
    EXPECT_EQ(term_of(extended, "51-S05"), (Deadline{Date::of("2023-11-30"), false}));
    EXPECT_EQ(term_of(extended, "534", CycleTerm::self_assessment), std::nullopt) << "the other term is untouched";
    // A later, wider extension reaches it too; an earlier date for the whole cycle takes nothing away.
    const auto wider = extended.after("ADMIN", extension({}, "2023-12-02"));
    EXPECT_EQ(term_of(wider, "534"), (Deadline{Date::of("2023-12-05"), true}));
    EXPECT_EQ(term_of(wider, "51-S05"), (Deadline{Date::of("2023-12-02"), true}));
}

TEST(ExtendTerm, Refusals) {
    EXPECT_EQ(refusal_of(year().when("DIRECTOR", extension({}, "2023-12-05"))), "not-competent");
    EXPECT_EQ(refusal_of(year().when("ADMIN", extension({}, "2023-11-29"))), "invalid-field /until/date")
        << "24:00 of 29/11 is when it ends already";
    EXPECT_TRUE(year().when("ADMIN", extension({}, "2023-11-30"))) << "inclusive is one day later";
    EXPECT_EQ(refusal_of(year().when("ADMIN", extension({}, "2025-01-01"))), "invalid-field /until/date");
    EXPECT_EQ(refusal_of(year().when("ADMIN", extension("nowhere", "2023-12-05"))), "invalid-field /forUnit");
    auto command = extension({}, "2023-12-05");
    command.document = DocumentId::of("NONE");
    EXPECT_EQ(refusal_of(year().when("ADMIN", command)), "invalid-field /document");
    command = extension({}, "2023-12-05");
    command.reason = Text{};
    EXPECT_EQ(refusal_of(year().when("ADMIN", command)), "reason-required /reason");
    command = extension({}, "2023-12-05");
    command.cycle = CycleId::of("1999");
    EXPECT_EQ(refusal_of(year().when("ADMIN", command)), "not-found-or-not-allowed /cycle");
    // The form is never due after the file it goes into.
    command = extension({}, "2023-12-05");
    command.term = CycleTerm::self_assessment;
    EXPECT_EQ(refusal_of(year().when("ADMIN", command)), "invalid-field /until/date");
    EXPECT_TRUE(year().after("ADMIN", extension({}, "2023-12-05")).when("ADMIN", command));
}

CloseCycle closing(bool leave = false) {
    return {kCycle, DocumentId::of("D1"), leave, {}};
}

TEST(CloseCycle, RefusesWhatIsUnfinishedByNameUnlessItIsLeftSo) {
    const auto refused = year().when("ADMIN", closing());
    EXPECT_EQ(refusal_of(refused), "step-order /leaveUnfinished");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("Còn 11 hồ sơ"));
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("2023.A1"));
    EXPECT_EQ(refusal_of(year().when("ADMIN", closing(true))), "reason-required /reason");
    auto command = closing(true);
    command.reason = Text::of("Theo chỉ đạo");
    const auto event = only<CycleClosed>(year().when("ADMIN", command));
    EXPECT_EQ(event.unfinished.size(), kEverybody.size());
    EXPECT_EQ(refusal_of(year().when("DIRECTOR", command)), "not-competent");
    const auto closed = year().after("ADMIN", command);
    EXPECT_EQ(refusal_of(closed.when("ADMIN", command)), "cycle-closed") << "once";
    EXPECT_EQ(refusal_of(closed.when("ADMIN", extension({}, "2023-12-05"))), "cycle-closed");
    EXPECT_EQ(refusal_of(closed.when("ADMIN", OpenDossiers{kCycle, kDepartment, {}})), "cycle-closed");
    EXPECT_EQ(refusal_of(closed.when("DIRECTOR", a_layer_proposal())), "cycle-closed");
}

TEST(CloseCycle, NamesFilesThatWait) {
    FileSubmitted file;
    file.cycle = kCycle;
    file.unit = UnitCode::of("534");
    file.to = UnitCode::of("51-S02");
    auto command = closing(true);
    command.reason = Text::of("Theo chỉ đạo");
    EXPECT_THAT(only<CycleClosed>(year().and_given({file}).when("ADMIN", command)).files_open,
                ElementsAre(UnitCode::of("534")));
}

TEST(CloseCycle, WithEverybodyDecidedNeedsNoReason) {
    std::vector<Event> decisions;
    for (const auto person : kEverybody) {
        RatingDecided decided;
        decided.dossier = dossier_of(person);
        decided.person = PersonCode::of(person);
        decided.level = Level::good;
        decided.document = DocumentId::of("QD1");
        decisions.push_back(decided);
    }
    EXPECT_TRUE(only<CycleClosed>(year().and_given(decisions).when("ADMIN", closing())).unfinished.empty());
}

TEST(ReopenCycle, OnlyWhatIsClosed) {
    const ReopenCycle reopening{kCycle, DocumentId::of("D1"), Text::of("Bổ sung hồ sơ còn thiếu")};
    EXPECT_EQ(refusal_of(year().when("ADMIN", reopening)), "step-order /cycle");
    auto command = closing(true);
    command.reason = Text::of("Theo chỉ đạo");
    const auto closed = year().after("ADMIN", command);
    EXPECT_EQ(refusal_of(closed.when("DIRECTOR", reopening)), "not-competent");
    EXPECT_TRUE(closed.after("ADMIN", reopening).when("ADMIN", extension({}, "2023-12-05")));
}

BindRulebook binding(std::string_view unit, std::string_view rulebook) {
    return {kCycle, UnitCode::of(unit), RulebookId::of(rulebook), DocumentId::of("D1"), Text::of("Theo văn bản")};
}

TEST(BindRulebook, BeforeTheFirstSelfAssessmentThere) {
    const auto event = only<RulebookBound>(year().when("ADMIN", binding("51-S05", "nd90-2020")));
    EXPECT_EQ(event.rulebook_hash, law::find_rulebook(RulebookId::of("nd90-2020")).value()->hash());
    EXPECT_EQ(refusal_of(year().when("DIRECTOR", binding("51-S05", "nd90-2020"))), "not-competent");
    EXPECT_EQ(refusal_of(year().when("ADMIN", binding("51-S05", "nd90-48-2023"))), "nothing-to-change");
    EXPECT_EQ(refusal_of(year().when("ADMIN", binding("51-S05", "qd124-2023"))), "unknown-rulebook /rulebook");
    EXPECT_EQ(refusal_of(year().when("ADMIN", binding("51-S05", "nd1"))), "unknown-rulebook /rulebook");
    const auto filed = year().after("B1", the_form("B1"));
    EXPECT_EQ(refusal_of(filed.when("ADMIN", binding("51-S05", "nd90-2020"))), "step-order /forUnit");
    EXPECT_EQ(refusal_of(filed.when("ADMIN", binding("51-S05.P2", "nd90-2020"))), "step-order /forUnit");
    EXPECT_TRUE(filed.when("ADMIN", binding("51-S05.P1", "nd90-2020"))) << "nobody filed there";
    // Back to the cycle's own for a part of it.
    EXPECT_TRUE(
        year().after("ADMIN", binding("51-S05", "nd90-2020")).when("ADMIN", binding("51-S05.P1", "nd90-48-2023")));
}

}  // namespace
}  // namespace minhbach::services::cycle
