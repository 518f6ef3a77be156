// The board of files, the quota, the trace by unit and actor, and the access ledger.
#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

FileSubmitted a_file(std::string_view unit, int version = 1, std::string_view to = "51-S02") {
    FileSubmitted file;
    file.cycle = kCycle;
    file.unit = UnitCode::of(unit);
    file.to = UnitCode::of(to);
    file.version = version;
    file.part_b = {{dossier_of("A1"), 3}};
    file.counts.good = 1;
    file.counts.staff = 1;
    return file;
}

// 28: the departments 51-S02 and 51-S05 and the district 534 owe a file to the province, the commune 21109 to its
// district.
TEST(Files, OnTimeLateMissingAsKnownThenAndNow) {
    History history;
    open_cycle(history);
    history.at("2023-11-29T23:59:59+07:00").by("OFFICER", "OFFICER.1", a_file("51-S05"));
    history.at("2023-11-30T09:00").by("OFFICER", "OFFICER.1", a_file("534"));
    FileReturned returned{kCycle, UnitCode::of("51-S05"), 1, Text::of("Thiếu biên bản."), Label::of("0255 3822 510")};
    const auto then = history.at("2023-11-30T15:00").by("HOMEAFFAIRS", "HOMEAFFAIRS.1", returned);
    history.at("2023-12-02T09:00").by("OFFICER", "OFFICER.1", a_file("51-S05", 2));
    history.by("HOMEAFFAIRS", "HOMEAFFAIRS.1", FileAccepted{kCycle, UnitCode::of("51-S05"), 2, {}});
    history.by("OFFICER", "OFFICER.1", a_file("51-S02"));

    const auto answers = history.answers();
    const auto now = answers.files(kCycle).value();
    EXPECT_EQ(now.deadline_end, Time::of("2023-11-29T24:00"));
    EXPECT_EQ(now.counts.due, 3);
    EXPECT_EQ(now.counts.on_time, 1);
    EXPECT_EQ(now.counts.late, 2);
    EXPECT_EQ(now.counts.missing, 0);
    EXPECT_EQ(now.counts.accepted, 1);
    EXPECT_EQ(now.counts.submitted, 2);
    ASSERT_EQ(now.items.size(), 3u);
    EXPECT_EQ(now.items[1].unit.unit.str(), "51-S05");
    EXPECT_EQ(now.items[1].status_key, "st.accepted");
    EXPECT_FALSE(now.items[1].late);
    EXPECT_EQ(now.items[1].version, 2);
    EXPECT_EQ(now.items[1].revision, 4);
    EXPECT_EQ(now.items[2].status_key, "st.late");

    const auto before = answers.files(kCycle, {}, Position{static_cast<std::uint64_t>(then)}).value();
    EXPECT_EQ(before.counts.on_time, 1);
    EXPECT_EQ(before.counts.late, 1);
    EXPECT_EQ(before.counts.missing, 1);
    EXPECT_EQ(before.counts.returned, 1);
    EXPECT_EQ(before.items[0].status_key, "st.missing");
    EXPECT_EQ(before.items[1].return_reason, Text::of("Thiếu biên bản."));
    EXPECT_EQ(before.items[1].return_phone, Label::of("0255 3822 510"));
    EXPECT_EQ(before.items[1].returned_by, "Võ Thị Hòa");
    EXPECT_FALSE(now.items[1].return_phone) << "it was accepted since";

    const auto district = answers.files(kCycle, UnitCode::of("534")).value();
    EXPECT_EQ(district.counts.due, 1);
    EXPECT_EQ(district.counts.missing, 1);
    EXPECT_EQ(district.items[0].to->str(), "534");

    const auto file = answers.file(kCycle, UnitCode::of("51-S05")).value();
    ASSERT_EQ(file.versions.size(), 2u);
    EXPECT_EQ(file.versions[0].return_reason->str(), "Thiếu biên bản.");
    EXPECT_TRUE(file.versions[1].accepted);
    EXPECT_EQ(file.versions[1].accepted->actor_name, "Võ Thị Hòa");
}

TEST(Files, AUnitThatWasDissolvedBeforeTheDeadlineOwesNone) {
    History history;
    open_cycle(history);
    history.at("2023-11-20T08:00")
        .given({UnitDissolved{UnitCode::of("534"), Date::of("2023-11-25"), DocumentId::of("D1")}});
    history.at("2023-12-01T08:00").given({a_document("D2")});
    EXPECT_EQ(history.answers().files(kCycle).value().counts.due, 2);
}

TEST(Quota, DistributionSettlementsReadingsAndExceptions) {
    History history;
    history.at("2023-11-01T07:30").given(a_province());
    history.given({a_cycle()});
    ComparableGroupDefined group;
    group.cycle = kCycle;
    group.group = GroupId::of("G1");
    group.agency = UnitCode::of("51-S05");
    group.name = Label::of("Chuyên viên");
    group.members = {PersonCode::of("A1"), PersonCode::of("A2")};
    group.document = DocumentId::of("D1");
    history.given({group});
    for (const auto& event : dossiers_for({"A1", "A2", "A3"})) {
        auto opened = event.get<DossierOpened>();
        if (opened.person.str() != "A3") opened.group = GroupId::of("G1");
        history.given({opened});
    }
    history.by("OFFICER", "OFFICER.1", a_proposal("A1", Level::excellent));
    history.by("OFFICER", "OFFICER.1", a_proposal("A2", Level::excellent));
    QuotaExceptionGranted exception;
    exception.cycle = kCycle;
    exception.agency = UnitCode::of("51-S05");
    exception.percent = 25;
    exception.approver = PersonCode::of("CHAIR");
    exception.document = DocumentId::of("D1");
    exception.reason = Text::of("Thành tích xuất sắc.");
    history.by("CHAIR", "CHAIR.1", exception);
    QuotaSettled settled;
    settled.cycle = kCycle;
    settled.agency = UnitCode::of("51-S05");
    settled.groups = {{std::nullopt, {1, 2, 0, 0, 0, 3}, {{QuotaBase::good, 25, QuotaRounding::floor, 1, true}}, 1},
                      {GroupId::of("G1"), {1, 1, 0, 0, 0, 2}, {}, 1}};
    settled.selected = {dossier_of("A1")};
    settled.lowered = {dossier_of("A2")};
    const auto settlement = history.by("DIRECTOR", "DIRECTOR.1", settled);

    const auto pending = history.answers().quota(kCycle, UnitCode::of("51-S05")).value();
    ASSERT_EQ(pending.groups.size(), 2u);
    EXPECT_EQ(pending.groups[0].proposed.excellent, 2);
    EXPECT_EQ(pending.groups[0].proposed.pending, 1);
    EXPECT_EQ(pending.groups[1].name, "Chuyên viên");
    EXPECT_EQ(pending.groups[1].proposed.total, 2);
    ASSERT_EQ(pending.settlements.size(), 1u);
    EXPECT_EQ(pending.settlements[0].by.position, settlement);
    EXPECT_FALSE(pending.settlements[0].stale);
    EXPECT_EQ(pending.exceptions.at(0).approver.name, "Trần Văn Bình");
    EXPECT_EQ(pending.exceptions.at(0).document.number, "118/QĐ-STC");
    EXPECT_TRUE(history.answers().dossier_row(dossier_of("A1")).value().settlement->selected);

    history.by("DIRECTOR", "DIRECTOR.1", a_decision("A1", Level::excellent));
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("A2", Level::good));
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("A3", Level::good));
    EXPECT_FALSE(history.answers().quota(kCycle, UnitCode::of("51-S05")).value().settlements[0].stale);
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("A3", Level::completed));
    EXPECT_TRUE(history.answers().quota(kCycle, UnitCode::of("51-S05")).value().settlements[0].stale);

    const auto distribution = history.answers().distribution(kCycle).value();
    EXPECT_EQ(distribution.decided.total, 3);
    ASSERT_EQ(distribution.items.size(), 1u);
    EXPECT_EQ(distribution.items[0].max_excellent, 1);
    EXPECT_TRUE(distribution.items[0].exception);
    EXPECT_EQ(history.answers()
                  .quota(kCycle, UnitCode::of("51-S05"), Position{static_cast<std::uint64_t>(settlement - 1)})
                  .value()
                  .settlements.size(),
              0u);
}

// Before the meeting each person counts with the newest that is said: decided, else proposed, else of the form.
TEST(Quota, ForecastBeforeTheMeeting) {
    History history;
    history.at("2023-11-01T07:30").given(a_province());
    history.at("2023-11-15T08:00").given({a_cycle()});
    ComparableGroupDefined group;
    group.cycle = kCycle;
    group.group = GroupId::of("G1");
    group.agency = UnitCode::of("51-S05");
    group.name = Label::of("Chuyên viên");
    group.members = {PersonCode::of("A1"), PersonCode::of("A2")};
    group.document = DocumentId::of("D1");
    history.given({group});
    for (const auto& event : dossiers_for({"A1", "A2", "A3", "B1", "HEAD1", "HEAD2", "DEPUTY", "TEACHER"})) {
        auto opened = event.get<DossierOpened>();
        if (opened.person.str() == "A1" || opened.person.str() == "A2") opened.group = GroupId::of("G1");
        history.given({opened});
    }
    for (const auto person : {"A1", "A2", "A3", "HEAD1"}) history.by(person, "", a_form(person, Level::excellent));
    history.by("TEACHER", "", a_form("TEACHER", Level::excellent));
    auto back = about<SelfAssessmentReturned>("A3");
    back.reason = Text::of("Rà soát lại số liệu");
    history.by("HEAD1", "HEAD1.1", back);
    const auto forecast = [&](std::size_t i) {
        return history.answers().quota(kCycle, UnitCode::of("51-S05")).value().forecast.at(i);
    };
    EXPECT_EQ(forecast(0).counts, (SettledCounts{3, 0, 0, 0, 0, 7})) << "A3 and three others have no level to count";
    EXPECT_EQ(forecast(1).group, GroupId::of("G1"));
    EXPECT_EQ(forecast(1).counts, (SettledCounts{2, 0, 0, 0, 0, 2}));

    history.by("OFFICER", "OFFICER.1", a_proposal("A2", Level::good));
    history.by("OFFICER", "OFFICER.1", a_proposal("HEAD1", Level::good));
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("HEAD1", Level::completed));
    const auto closed = [&](std::string_view person, ClosingCause cause) {
        auto closing = about<DossierClosed>(person);
        closing.cause = cause;
        closing.reason = Text::of("Theo văn bản");
        closing.document = DocumentId::of("D1");
        history.given({closing});
    };
    closed("HEAD2", ClosingCause::opened_in_error);
    closed("DEPUTY", ClosingCause::left_service);
    EXPECT_EQ(forecast(0).counts, (SettledCounts{1, 1, 1, 0, 1, 6}));
    EXPECT_EQ(forecast(1).counts, (SettledCounts{1, 1, 0, 0, 0, 2}));
}

TEST(Raters, WhoRatedWhomInWhichCapacityOnWhatDocument) {
    History history;
    open_cycle(history);
    for (const auto person : {"A1", "A2", "A3"}) {
        auto comment = about<CommentRecorded>(person);
        comment.text = Text::of("Hoàn thành tốt.");
        history.by("HEAD1", "HEAD1.1", comment);
        history.by("DIRECTOR", "DIRECTOR.1", a_decision(person, Level::good));
    }
    history.by("DIRECTOR", "DIRECTOR.1", a_decision("B1", Level::good));  // another division
    const auto answers = history.answers();
    const auto division = answers.raters(UnitCode::of("51-S05.P1"), kCycle).value();
    ASSERT_EQ(division.items.size(), 2u);
    EXPECT_EQ(division.items[0].actor.name, "Đỗ Văn Đức");
    EXPECT_EQ(division.items[0].type, "comment.recorded");
    EXPECT_EQ(division.items[0].count, 3);
    EXPECT_EQ(division.items[0].document->number, "118/QĐ-STC");
    EXPECT_EQ(division.items[1].count, 3);
    EXPECT_EQ(answers.raters(UnitCode::of("51-S05"), kCycle, {"rating.decided"}).value().items.at(0).count, 4);
}

TEST(Trace, BySubjectActorUnitDossierAndTime) {
    History history;
    open_cycle(history);
    history.at("2023-11-16T08:00").by("A1", "", a_form("A1"));
    history.at("2023-11-24T10:00").by("OFFICER", "OFFICER.1", a_proposal("A1", Level::good));
    history.by("OFFICER", "OFFICER.1", a_proposal("B1", Level::good));
    const auto answers = history.answers();
    const auto asked = [&](const std::function<void(TraceQuestion&)>& ask) {
        TraceQuestion question;
        ask(question);
        return answers.trace(question).value();
    };
    EXPECT_EQ(asked([](auto& q) { q.actor = PersonCode::of("OFFICER"); }).items.size(), 2u);
    EXPECT_EQ(asked([](auto& q) { q.actor = PersonCode::of("A1"); }).items.size(), 1u);
    const auto subject = asked([](auto& q) { q.subject = PersonCode::of("A1"); });
    EXPECT_EQ(subject.items.front().type, "proposal.made");
    EXPECT_EQ(subject.items.front().subject_name, "Nguyễn Thị Hồng Đào");
    EXPECT_EQ(asked([](auto& q) {
                  q.unit = UnitCode::of("51-S05");
                  q.types = {"proposal.made"};
              }).items.size(),
              2u);
    EXPECT_EQ(asked([](auto& q) {
                  q.unit = UnitCode::of("51-S05.P2");
                  q.types = {"proposal.made"};
              }).items.size(),
              1u);
    EXPECT_EQ(asked([](auto& q) { q.dossier = dossier_of("A1"); }).items.size(), 3u);
    EXPECT_EQ(asked([](auto& q) {
                  q.from = Time::of("2023-11-16T00:00");
                  q.to = Time::of("2023-11-24T00:00");
              }).items.size(),
              1u);
    // Everything, page by page, without a gap.
    TraceQuestion page;
    page.limit = 7;
    std::int64_t expected = history.size() - 1;
    do {
        const auto answer = answers.trace(page).value();
        for (const auto& act : answer.items) EXPECT_EQ(act.by.position, expected--);
        page.before = answer.next;
    } while (page.before);
    EXPECT_EQ(expected, -1);
}

TEST(Views, OfADossierAndRefusedCommands) {
    History history;
    open_cycle(history);
    DossierViewed viewed{dossier_of("A1"), PersonCode::of("A1"), Label::of("dossier"), Text::of("05/QĐ-TTr")};
    for (int i = 0; i < 3; ++i) history.viewed("CHAIR", viewed);
    viewed.dossier = dossier_of("A2");
    history.viewed("CHAIR", viewed);
    CommandRefused refused{
        Label::of("decide-ratings"), Label::of("dossier/2023.A1"), Label::of("not-competent"), {}, {}};
    history.viewed("B1", refused);
    const auto answers = history.answers();
    const auto first = answers.views(dossier_of("A1"), {}, 2).value();
    ASSERT_EQ(first.items.size(), 2u);
    EXPECT_EQ(first.items[0].position, 2);
    EXPECT_EQ(first.items[0].actor_name, "Trần Văn Bình");
    const auto rest = answers.views(dossier_of("A1"), first.next, 2).value();
    ASSERT_EQ(rest.items.size(), 1u);
    EXPECT_FALSE(rest.next);
    EXPECT_EQ(rest.items[0].position, 0);
    EXPECT_EQ(answers.refused().value().items.size(), 1u);
    EXPECT_EQ(answers.refused("dossier/2023.A1").value().items.at(0).refusal->str(), "not-competent");
    EXPECT_TRUE(answers.refused("dossier/2023.A2").value().items.empty());
}

TEST(Organisation, NamesAndPostsOnADayAndAsKnown) {
    History history;
    history.at("2023-11-01T07:30").given(a_province());
    const auto before = history.size() - 1;
    UnitChanged renamed;
    renamed.unit = UnitCode::of("51-S05.P1");
    renamed.name = Label::of("Phòng Quản lý ngân sách");
    renamed.from = Date::of("2023-06-01");
    renamed.document = DocumentId::of("D1");
    history.given(
        {renamed, PostEnded{PersonCode::of("A1"), UnitCode::of("51-S05.P1"), kSince, Date::of("2023-09-30"), {}}});
    const auto answers = history.answers();
    const auto division = UnitCode::of("51-S05.P1");
    EXPECT_EQ(answers.unit(division).value().name.name, "Phòng Quản lý ngân sách");
    EXPECT_EQ(answers.unit(division, Date::of("2023-05-31")).value().name.name, "Phòng Ngân sách");
    EXPECT_EQ(answers.unit(division, {}, Position{static_cast<std::uint64_t>(before)}).value().name.name,
              "Phòng Ngân sách");
    EXPECT_EQ(answers.unit(UnitCode::of("51-S05")).value().children.size(), 3u);
    EXPECT_TRUE(answers.person(PersonCode::of("A1"), Date::of("2023-09-30")).value().on_day);
    EXPECT_FALSE(answers.person(PersonCode::of("A1"), Date::of("2023-10-01")).value().on_day);
    EXPECT_TRUE(
        answers.person(PersonCode::of("A1"), Date::of("2023-10-01"), Position{static_cast<std::uint64_t>(before)})
            .value()
            .on_day);
    EXPECT_EQ(answers.person(PersonCode::of("HEAD1")).value().mandates.size(), 1u);
    EXPECT_EQ(answers.units().value().items.size(), 8u);
    EXPECT_EQ(answers.mandate(MandateId::of("HEAD1.1")).value().document->registered.number.str(), "118/QĐ-STC");
}

}  // namespace
}  // namespace minhbach::projections
