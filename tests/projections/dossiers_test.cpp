#include "projections/dossiers.hpp"

#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

struct Rated {
    std::int64_t filed, meeting, minutes, proposed, decided, noticed;
};

// A1 from the form to the acknowledged notice.
Rated rate_a1(History& history) {
    Rated rated{};
    open_cycle(history);
    rated.filed = history.at("2023-11-16T08:00").by("A1", "", a_form("A1", Level::excellent));
    rated.meeting =
        history.at("2023-11-22T09:00").by("HEAD1", "HEAD1.1", a_meeting("M1", {"A1", "A2"}, "2023-11-22T08:00"));
    rated.minutes = history.by("HEAD1", "HEAD1.1", minutes("M1", 1, "2023-11-22T09:00"));
    auto comment = about<CommentRecorded>("A1");
    comment.text = Text::of("Hoàn thành tốt.");
    history.by("HEAD1", "HEAD1.1", comment);
    rated.proposed = history.at("2023-11-24T10:00").by("OFFICER", "OFFICER.1", a_proposal("A1", Level::good));
    rated.decided =
        history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A1", Level::good, Level::good));
    auto notice = about<NoticeIssued>("A1");
    notice.document = DocumentId::of("D1");
    notice.dated = Date::of("2023-11-30");
    rated.noticed = history.at("2023-11-30T09:00").by("DIRECTOR", "DIRECTOR.1", notice);
    history.at("2023-12-01T08:00").by("A1", "", about<NoticeAcknowledged>("A1"));
    return rated;
}

TEST(Dossier, StandsAsItWasKnown) {
    History history;
    const auto rated = rate_a1(history);
    const auto answers = history.answers();
    const auto id = dossier_of("A1");

    const auto now = answers.dossier(id).value();
    EXPECT_EQ(now.line.status, DossierStatus::acknowledged);
    EXPECT_EQ(now.line.status_key, "st.acknowledged");
    EXPECT_EQ(now.line.name, "Nguyễn Thị Hồng Đào");
    EXPECT_EQ(now.line.unit.name, "Phòng Ngân sách");
    EXPECT_EQ(now.line.unit.parent_name, "Sở Tài chính");
    EXPECT_EQ(now.line.decided_level, Level::good);
    EXPECT_EQ(now.line.revision, 7);
    EXPECT_EQ(now.comments.size(), 1u);
    EXPECT_EQ(now.comments[0].by.actor_name, "Đỗ Văn Đức");
    EXPECT_EQ(now.comments[0].by.mandate_document_number, "118/QĐ-STC");
    EXPECT_EQ(now.decisions.at(0).event.evaluation.outcome, RuleOutcome::rated);
    EXPECT_EQ(now.basis.position, history.size() - 1);
    EXPECT_TRUE(now.basis.complete);

    EXPECT_EQ(answers.dossier(id, known_at(rated.noticed)).value().line.status, DossierStatus::notified);
    EXPECT_EQ(answers.dossier(id, known_at(rated.decided)).value().line.status, DossierStatus::decided);
    const auto before = answers.dossier(id, known_at(rated.decided - 1)).value();
    EXPECT_EQ(before.line.status, DossierStatus::proposed);
    EXPECT_TRUE(before.decisions.empty());
    EXPECT_EQ(before.basis.position, rated.decided - 1);
    EXPECT_EQ(answers.dossier(id, known_at(rated.minutes)).value().line.status, DossierStatus::minutes_adopted);
    EXPECT_EQ(answers.dossier(id, known_at(rated.meeting)).value().line.status, DossierStatus::minutes_pending);
    EXPECT_EQ(answers.dossier(id, known_at(rated.filed)).value().line.status, DossierStatus::self_filed);
    EXPECT_EQ(answers.dossier(id, known_at(rated.filed - 1)).value().line.status, DossierStatus::draft);
    EXPECT_EQ(answers.dossier(id, known_at(20)).error().type, "not-found-or-not-allowed");
    EXPECT_EQ(answers.dossier(id, known_at(history.size())).error().type, "not-yet-known");
    EXPECT_EQ(answers.dossier(DossierId::of("2023.NOBODY")).error().type, "not-found-or-not-allowed");
}

TEST(Dossier, KnownAsOfATime) {
    History history;
    const auto rated = rate_a1(history);
    const auto answers = history.answers();
    EXPECT_EQ(answers.position_at(Time::of("2023-11-28T09:00")), Position{static_cast<std::uint64_t>(rated.decided)});
    EXPECT_EQ(answers.position_at(Time::of("2023-11-29T24:00")), Position{static_cast<std::uint64_t>(rated.decided)});
    EXPECT_EQ(answers.position_at(Time::of("2023-11-28T08:59:59.999+07:00")),
              Position{static_cast<std::uint64_t>(rated.proposed)});
    EXPECT_FALSE(answers.position_at(Time::of("2020-01-01T00:00")));
}

TEST(Dossiers, AreListedByGivenNameInPages) {
    History history;
    open_cycle(history);
    const auto answers = history.answers();
    DossiersQuestion question;
    question.cycle = kCycle;
    question.limit = 4;
    std::vector<std::string> names;
    int pages = 0;
    do {
        const auto page = answers.dossiers(question).value();
        EXPECT_EQ(page.total, 11);
        for (const auto& line : page.items) names.push_back(line.name);
        question.after = page.next;
        ++pages;
    } while (question.after);
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(names, (std::vector<std::string>{"Phạm Văn Cường", "Lê Thị Dung", "Nguyễn Thị Hồng Đào", "Đỗ Văn Đức",
                                               "Bùi Thị Giang", "Ngô Văn Hải", "Trương Văn Khánh", "Huỳnh Thị Lan",
                                               "Phan Văn Minh", "Đặng Thị Nga", "Vũ Văn Phúc"}));
}

TEST(Dossiers, AreFoundByUnitAgencyLevelStatusAndName) {
    History history;
    rate_a1(history);
    const auto answers = history.answers();
    const auto total = [&](const std::function<void(DossiersQuestion&)>& ask) {
        DossiersQuestion question;
        question.cycle = kCycle;
        ask(question);
        return answers.dossiers(question).value().total;
    };
    EXPECT_EQ(total([](auto& q) { q.unit = UnitCode::of("51-S05.P1"); }), 4);
    EXPECT_EQ(total([](auto& q) { q.unit = UnitCode::of("51-S05"); }), 11);
    EXPECT_EQ(total([](auto& q) { q.agency = UnitCode::of("51-S05.T1"); }), 1);
    EXPECT_EQ(total([](auto& q) { q.agency = UnitCode::of("51"); }), 1);
    EXPECT_EQ(total([](auto& q) { q.level = LevelFilter::good; }), 1);
    EXPECT_EQ(total([](auto& q) { q.level = LevelFilter::pending; }), 10);
    EXPECT_EQ(total([](auto& q) { q.proposed = Level::good; }), total([](auto& q) { q.expected = Level::good; }))
        << "who filed or was proposed that level, and nobody decided another";
    EXPECT_EQ(total([](auto& q) { q.group = GroupId::of("nobody"); }), 0);
    const auto above = total([](auto& q) { q.decided_above = true; });
    EXPECT_GT(above, 0) << "heads are decided by the agency above";
    EXPECT_EQ(above + total([](auto& q) { q.decided_above = false; }), 11);
    EXPECT_EQ(total([](auto& q) { q.status = DossierStatus::minutes_adopted; }), 1);
    EXPECT_EQ(total([](auto& q) { q.search = "hong dao"; }), 1);
    EXPECT_EQ(total([](auto& q) { q.search = "ĐÀO nguyễn"; }), 1);
    EXPECT_EQ(total([](auto& q) { q.search = "thi"; }), 5);
    EXPECT_EQ(total([](auto& q) { q.search = "teacher"; }), 1);
    EXPECT_EQ(total([](auto& q) { q.search = "khong co"; }), 0);
    const auto of_class = [&](SubjectClass wanted, std::optional<bool> leader) {
        return total([&](auto& q) {
            q.subject_class = wanted;
            q.leader = leader;
        });
    };
    int all = 0;
    for (const auto wanted : {SubjectClass::cadre, SubjectClass::civil_servant, SubjectClass::public_employee}) {
        EXPECT_EQ(of_class(wanted, {}), of_class(wanted, true) + of_class(wanted, false));
        all += of_class(wanted, {});
    }
    EXPECT_EQ(all, 11);
    EXPECT_GT(of_class(SubjectClass::civil_servant, true), 0);
    EXPECT_GT(of_class(SubjectClass::public_employee, false), 0);
}

TEST(Dossiers, AWrongNameIsCorrectedInEveryListAndStaysKnownAsItWas) {
    History history;
    open_cycle(history);
    const auto before = history.size() - 1;
    PersonCorrected corrected;
    corrected.person = PersonCode::of("A1");
    corrected.full_name = Label::of("Nguyễn Thị An");
    corrected.reason = Text::of("Nhập sai tên.");
    history.given({corrected});
    const auto answers = history.answers();
    DossiersQuestion everybody;
    everybody.cycle = kCycle;
    const auto all = answers.dossiers(everybody).value();
    EXPECT_EQ(all.total, 11);
    EXPECT_EQ(all.items.front().name, "Nguyễn Thị An");
    const auto then = answers.dossiers(everybody, known_at(before)).value();
    EXPECT_EQ(then.total, 11);
    EXPECT_EQ(then.items[2].name, "Nguyễn Thị Hồng Đào");
}

TEST(Timeline, HoldsWhatTouchesTheDossierNewestFirst) {
    History history;
    const auto rated = rate_a1(history);
    QuotaSettled settled;
    settled.cycle = kCycle;
    settled.agency = UnitCode::of("51-S05");
    settled.lowered = {dossier_of("A1")};
    history.by("DIRECTOR", "DIRECTOR.1", settled);
    MandateCorrected corrected;
    corrected.mandate = MandateId::of("OFFICER.1");
    corrected.person = PersonCode::of("OFFICER");
    corrected.from = Date::of("2023-11-25");
    corrected.reason = Text::of("Nhập sai ngày.");
    history.by("ADMIN", "ADMIN.1", corrected);

    const auto answers = history.answers();
    const auto timeline = answers.timeline(dossier_of("A1"), {}, true).value();
    std::vector<std::string> types;
    for (const auto& line : timeline.items) types.push_back(line.act.type);
    EXPECT_EQ(types,
              (std::vector<std::string>{"mandate.corrected", "quota.settled", "notice.acknowledged", "notice.issued",
                                        "rating.decided", "proposal.made", "comment.recorded", "minutes.adopted",
                                        "meeting.held", "self-assessment.filed", "dossier.opened"}));
    EXPECT_EQ(timeline.items[0].touch, Touch::mandate);
    EXPECT_EQ(timeline.items[1].touch, Touch::settlement);
    EXPECT_EQ(timeline.items[8].touch, Touch::meeting);
    EXPECT_EQ(timeline.items[9].touch, Touch::own);
    EXPECT_NE(json::to_json(timeline.items[9]).find(R"("event":{)"), std::string::npos);

    const auto page = answers.timeline(dossier_of("A1"), {}, false, {}, 3).value();
    EXPECT_EQ(page.items.size(), 3u);
    const auto rest = answers.timeline(dossier_of("A1"), {}, false, page.next, 100).value();
    EXPECT_EQ(rest.items.size(), 8u);
    EXPECT_FALSE(rest.next);
    EXPECT_EQ(answers.timeline(dossier_of("A1"), {"self.*", "proposal.made"}).value().items.size(), 2u);
    EXPECT_EQ(answers.timeline(dossier_of("A1"), {}, false, {}, 100, known_at(rated.proposed)).value().items.size(),
              6u);
}

TEST(SelfAssessments, FiledBeforeAndEditedAfterTheMeeting) {
    History history;
    open_cycle(history);
    history.at("2023-11-16T08:00").by("B1", "", a_form("B1"));
    history.at("2023-11-17T08:00").by("A1", "", a_form("A1", Level::good, 8));
    history.at("2023-11-21T15:00").by("HEAD1", "HEAD1.1", a_meeting("M1", {"A1", "B1"}, "2023-11-21T14:00"));
    auto returned = about<SelfAssessmentReturned>("A1");
    returned.reason = Text::of("Bổ sung số liệu.");
    history.at("2023-11-21T17:00").by("HEAD1", "HEAD1.1", returned);
    history.at("2023-11-21T20:12").by("A1", "", a_form("A1", Level::good, 11));

    const auto answers = history.answers();
    const auto edited = answers.self_assessments(dossier_of("A1")).value();
    EXPECT_TRUE(edited.filed_before_meeting);
    EXPECT_TRUE(edited.edited_after_meeting);
    ASSERT_EQ(edited.versions.size(), 2u);
    EXPECT_TRUE(edited.versions[0].returned);
    EXPECT_FALSE(edited.versions[1].returned);
    EXPECT_EQ(edited.versions[1].changes, (std::vector<FieldChange>{{"/counts/exceeded", "8", "11"}}));
    const auto untouched = answers.self_assessments(dossier_of("B1")).value();
    EXPECT_TRUE(untouched.filed_before_meeting);
    EXPECT_FALSE(untouched.edited_after_meeting);
}

TEST(Ratings, TheCurrentAndTheEarlierOnes) {
    History history;
    history.at("2023-11-01T07:30").given(a_province());
    EarlierRatingImported earlier;
    earlier.person = PersonCode::of("A1");
    earlier.year = 2019;
    earlier.wording = Label::of("Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực");
    earlier.unit_name = Label::of("Xã Phổ An (cũ)");
    earlier.source = Label::of("Hồ sơ giấy");
    history.given({earlier});
    earlier.year = 2022;
    earlier.level = Level::excellent;
    earlier.wording = Label::of("Hoàn thành xuất sắc nhiệm vụ");
    history.given({earlier, a_cycle()});
    history.given(dossiers_for({"A1"}));
    const auto before = history.size() - 1;
    history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A1", Level::good));
    const auto answers = history.answers();
    const auto now = answers.ratings(PersonCode::of("A1")).value();
    ASSERT_EQ(now.ratings.size(), 3u);
    EXPECT_EQ(now.name, "Nguyễn Thị Hồng Đào");
    EXPECT_EQ(now.ratings[0].level, Level::good);
    EXPECT_EQ(now.ratings[0].wording, "Hoàn thành tốt nhiệm vụ");
    EXPECT_EQ(now.ratings[0].decided_on, Date::of("2023-11-28"));
    EXPECT_EQ(now.ratings[1].year, 2022);
    EXPECT_EQ(now.ratings[2].year, 2019);
    EXPECT_FALSE(now.ratings[2].level);
    EXPECT_EQ(answers.ratings(PersonCode::of("A1"), known_at(before)).value().ratings.size(), 2u);
    EXPECT_TRUE(answers.ratings(PersonCode::of("TEACHER")).value().ratings.empty());
    EXPECT_EQ(answers.ratings(PersonCode::of("NOBODY")).error().type, "not-found-or-not-allowed");
}

TEST(Notices, GiveTheDaysThatTheCalendarCounts) {
    History history;
    rate_a1(history);
    history.at("2023-12-01T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision("A2", Level::good));
    const auto answers = history.answers();
    DossiersQuestion question;
    question.cycle = kCycle;
    const auto notices = answers.notices(question).value();
    EXPECT_EQ(notices.notice_working_days, 5);
    ASSERT_EQ(notices.total, 2);
    EXPECT_EQ(notices.items[0].decided_on, Date::of("2023-11-28"));
    EXPECT_EQ(notices.items[0].notice_dated, Date::of("2023-11-30"));
    EXPECT_EQ(notices.items[0].received_on, Date::of("2023-12-01"));
    EXPECT_EQ(notices.items[0].received_how, ReceivedHow::acknowledged);
    EXPECT_EQ(notices.items[1].decided_on, Date::of("2023-12-01"));
    EXPECT_FALSE(notices.items[1].notice_dated);
}

TEST(Meetings, WhoWasThereAndEveryVersionOfTheMinutes) {
    History history;
    open_cycle(history);
    history.at("2023-11-22T09:00").by("HEAD1", "HEAD1.1", a_meeting("M1", {"A1"}, "2023-11-22T08:00"));
    auto first = minutes("M1", 1, "2023-11-22T09:00");
    first.opinions.items.push_back({PersonCode::of("A1"), Opinion{1, PersonCode::of("A2"), Text::of("Tốt.")}});
    history.by("HEAD1", "HEAD1.1", first);
    history.by("HEAD1", "HEAD1.1", MinutesReopened{MeetingId::of("M1"), Text::of("Thiếu một ý kiến.")});
    const auto reopened = history.size() - 1;
    auto second = first;
    second.version = 2;
    second.opinions.items.push_back({PersonCode::of("A1"), Opinion{2, PersonCode::of("A3"), Text::of("Còn chậm.")}});
    history.by("HEAD1", "HEAD1.1", second);

    const auto answers = history.answers();
    const auto meeting = answers.meeting(MeetingId::of("M1")).value();
    EXPECT_EQ(meeting.due, 4);
    EXPECT_EQ(meeting.present, 2);
    EXPECT_EQ(meeting.in_writing, 1);
    EXPECT_EQ(meeting.absent, 1);
    EXPECT_TRUE(meeting.adopted);
    ASSERT_EQ(meeting.minutes.size(), 2u);
    EXPECT_EQ(meeting.minutes[0].event.opinions.items.size(), 1u);
    EXPECT_EQ(meeting.minutes[1].event.opinions.items.size(), 2u);
    EXPECT_EQ(meeting.reopened.size(), 1u);
    EXPECT_EQ(meeting.revision, 4);
    EXPECT_FALSE(answers.meeting(MeetingId::of("M1"), known_at(reopened)).value().adopted);
    EXPECT_FALSE(answers.dossier_row(dossier_of("A1"), known_at(reopened)).value().meetings[0].adopted);
    EXPECT_EQ(answers.meetings(kCycle, UnitCode::of("51-S05")).value().items.size(), 1u);
    EXPECT_TRUE(answers.meetings(kCycle, UnitCode::of("51-S02")).value().items.empty());
}

}  // namespace
}  // namespace minhbach::projections
