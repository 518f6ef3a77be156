// Reports as they were submitted, with the files that were missing then.
#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

ReportSubmitted a_report(int restatement, std::string_view as_of, int good) {
    ReportSubmitted report;
    report.cycle = kCycle;
    report.unit = UnitCode::of("51");
    report.restatement = restatement;
    report.as_of = Time::of(as_of);
    report.lines = {{SubjectClass::civil_servant, false, {0, good, 0, 0, 0, good}, {}, 0, 0}};
    report.total = report.lines.front().counts;
    report.document = DocumentId::of("D1");
    return report;
}
FileSubmitted a_file(std::string_view unit) {
    FileSubmitted file;
    file.cycle = kCycle;
    file.unit = UnitCode::of(unit);
    file.to = UnitCode::of("51-S02");
    return file;
}

TEST(Reports, KeepTheirFiguresAndTellHowTheMissingFilesStoodThen) {
    History history;
    open_cycle(history);
    history.at("2023-11-30T08:00").by("OFFICER", "OFFICER.1", a_file("51-S05"));
    auto first = a_report(0, "2023-11-30T23:00", 5);
    first.missing = {UnitCode::of("51-S05"), UnitCode::of("534")};
    const auto then = history.at("2023-11-30T23:00").by("HOMEAFFAIRS", "HOMEAFFAIRS.1", first);
    history.at("2023-12-05T08:00").by("OFFICER", "OFFICER.1", a_file("534"));
    auto second = a_report(1, "2023-12-06T09:00", 9);
    second.units = {{UnitCode::of("51-S05"), 1}, {UnitCode::of("534"), 1}};
    second.differences = {{SubjectClass::civil_servant, false, Label::of("good"), 5, 9}};
    history.at("2023-12-06T09:00").by("HOMEAFFAIRS", "HOMEAFFAIRS.1", second);

    const auto answers = history.answers();
    const auto province = UnitCode::of("51");
    const auto now = answers.report(kCycle, province).value();
    EXPECT_EQ(now.restatement, 1);
    EXPECT_EQ(now.total.good, 9);
    EXPECT_EQ(now.differences.size(), 1u);
    EXPECT_EQ(now.units.at(1).unit.name, "Huyện Đức Phổ");
    EXPECT_EQ(now.document->number, "118/QĐ-STC");
    EXPECT_EQ(now.by->actor_name, "Võ Thị Hòa");
    ASSERT_EQ(now.submitted.size(), 2u);
    EXPECT_EQ(now.submitted.at(1).total.good, 5);

    const auto earlier = answers.report(kCycle, province, 0).value();
    EXPECT_EQ(earlier.total.good, 5);
    ASSERT_EQ(earlier.missing.size(), 2u);
    EXPECT_EQ(earlier.missing.at(0).unit.name, "Sở Tài chính");
    EXPECT_EQ(earlier.missing.at(0).status, FileStatus::submitted);
    EXPECT_TRUE(earlier.missing.at(0).late);
    EXPECT_EQ(earlier.missing.at(1).status, FileStatus::missing) << "its file came later";

    const Position known{static_cast<std::uint64_t>(then)};
    EXPECT_EQ(answers.report(kCycle, province, {}, known).value().restatement, 0);
    EXPECT_FALSE(answers.report(kCycle, province, 1, known));
    EXPECT_FALSE(answers.report(kCycle, province, 2));
    EXPECT_FALSE(answers.report(kCycle, UnitCode::of("534")));
    EXPECT_FALSE(answers.report(CycleId::of("1999"), province));
}

TEST(Reports, ADraftGetsItsNames) {
    History history;
    open_cycle(history);
    auto counted = a_report(0, "2023-11-30T23:00", 5);
    counted.missing = {UnitCode::of("534")};
    const auto draft = history.answers().report_draft(counted).value();
    EXPECT_TRUE(draft.draft);
    EXPECT_FALSE(draft.by);
    EXPECT_FALSE(draft.document);
    EXPECT_EQ(draft.missing.at(0).unit.name, "Huyện Đức Phổ");
    EXPECT_TRUE(draft.submitted.empty());
}

}  // namespace
}  // namespace minhbach::projections
