// Terms that are extended, cycles that are closed, and the layer of an agency with who was told of it, at the door.
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class CycleChanges : public Doors {
protected:
    void extended(const std::string& term, const std::string& unit, const std::string& date) {
        const auto answer =
            post("/v1/cycles/2023/extensions", "ADMIN",
                 R"({"term":")" + term + "\"," + (unit.empty() ? "" : R"("forUnit":")" + unit + "\",") +
                     R"("until":{"date":")" + date + R"(","inclusive":true},"document":"D1","reason":"Bão số 5"})");
        ASSERT_EQ(answer.status, 201) << answer.content();
        folded();
    }
    void filed(std::string_view person) { done(person, services::the_form(person)); }
};

TEST_F(CycleChanges, AnExtendedTermIsTheOneThatFilesAreLateBy) {
    const auto before = main_size() - 1;
    extended("SUBMISSION", "534", "2023-12-05");
    const auto cycle = get("/v1/cycles/2023", "A1");
    EXPECT_EQ(text_at(cycle, "data/cycle/extensions"), "[1]");
    EXPECT_EQ(text_at(cycle, "data/cycle/extensions/0/event/was/date"), "2023-11-30");
    EXPECT_EQ(text_at(cycle, "data/cycle/extensions/0/by/actor"), "ADMIN");
    EXPECT_EQ(text_at(cycle, "data/submissionEnd"), "2023-11-29T17:00:00.000Z") << "for the others as before";
    EXPECT_EQ(text_at(get("/v1/cycles/2023?known_as_of=" + std::to_string(before), "A1"), "data/cycle/extensions"),
              "[0]");

    clock_.set(Time::of("2023-12-04T09:00"));
    FileSubmitted of_district, of_department;
    of_district.cycle = of_department.cycle = services::kCycle;
    of_district.unit = UnitCode::of("534");
    of_department.unit = UnitCode::of("51-S05");
    of_district.to = of_department.to = UnitCode::of("51-S02");
    write({of_district, of_department});
    folded();
    const auto in_time = get("/v1/cycles/2023/files/534", "HOMEAFFAIRS");
    EXPECT_EQ(text_at(in_time, "data/line/late"), "false") << in_time.content();
    EXPECT_EQ(text_at(in_time, "data/line/extended/date"), "2023-12-05");
    EXPECT_EQ(text_at(in_time, "data/line/extendedBy/document"), "D1");
    const auto late = get("/v1/cycles/2023/files/51-S05", "HOMEAFFAIRS");
    EXPECT_EQ(text_at(late, "data/line/late"), "true");
    EXPECT_EQ(text_at(late, "data/line/extended"), "(absent)");
    const auto board = get("/v1/cycles/2023/files", "HOMEAFFAIRS");
    EXPECT_EQ(text_at(board, "data/counts/late"), "1") << board.content();
    EXPECT_EQ(text_at(board, "data/counts/onTime"), "1");
}

TEST_F(CycleChanges, WhoIsLateWithTheSelfAssessmentByTheTermThatHoldsThere) {
    extended("SELF_ASSESSMENT", "", "2023-11-20");
    filed("A1");
    clock_.set(Time::of("2023-11-21T09:00"));
    filed("A2");
    folded();
    const auto list = get("/v1/cycles/2023/overdue-self-assessments", "INSPECTOR");
    EXPECT_EQ(text_at(list, "data/total"), "10") << list.content();
    const auto own = get("/v1/cycles/2023/overdue-self-assessments?unit=51-S05.P1", "HEAD1");
    EXPECT_EQ(text_at(own, "data/items"), "[3]") << own.content();
    EXPECT_EQ(text_at(get("/v1/cycles/2023/overdue-self-assessments", "A1"), "data/items"), "[0]");
    extended("SELF_ASSESSMENT", "51-S05.P1", "2023-11-22");
    EXPECT_EQ(text_at(get("/v1/cycles/2023/overdue-self-assessments?unit=51-S05.P1", "HEAD1"), "data/items"), "[0]");
    EXPECT_EQ(text_at(get("/v1/cycles/2023/overdue-self-assessments", "INSPECTOR"), "data/total"), "7");
    EXPECT_EQ(get("/v1/cycles/2023/overdue-self-assessments?limit=0", "INSPECTOR").status, 400);
}

TEST_F(CycleChanges, AClosedCycleNamesItsDocument) {
    EXPECT_EQ(problem_of(post("/v1/cycles/2023/closing", "ADMIN", R"({"document":"D1","leaveUnfinished":false})")),
              "step-order");
    EXPECT_EQ(
        post("/v1/cycles/2023/closing", "DIRECTOR", R"({"document":"D1","leaveUnfinished":true,"reason":"x"})").status,
        403);
    ASSERT_EQ(
        post("/v1/cycles/2023/closing", "ADMIN", R"({"document":"D1","leaveUnfinished":true,"reason":"Theo chỉ đạo"})")
            .status,
        201);
    folded();
    EXPECT_EQ(text_at(get("/v1/cycles/2023", "A1"), "data/closed"), "true");
    EXPECT_EQ(text_at(get("/v1/cycles/2023", "A1"), "data/cycle/closings/0/closed/event/unfinished"), "[11]");
    const auto refused = post("/v1/dossiers/2023.A1/self-assessment", "A1", json::to_json(services::the_form("A1")));
    EXPECT_EQ(refused.status, 409) << refused.content();
    EXPECT_EQ(problem_of(refused), "cycle-closed");
    EXPECT_NE(refused.content().find("118/QĐ-STC"), std::string::npos) << refused.content();
    ASSERT_EQ(post("/v1/cycles/2023/reopening", "ADMIN", R"({"document":"D1","reason":"Bổ sung hồ sơ"})").status, 201);
    EXPECT_EQ(post("/v1/dossiers/2023.A1/self-assessment", "A1", json::to_json(services::the_form("A1"))).status, 201);
    folded();
    EXPECT_EQ(text_at(get("/v1/cycles/2023", "A1"), "data/closed"), "false");
}

TEST_F(CycleChanges, TheSetUpOfAnotherCycleAndARulebookForAUnit) {
    EXPECT_EQ(problem_of(post("/v1/cycles/2023/copies", "ADMIN", R"({"from":"2022","document":"D1"})")),
              "invalid-field");
    const auto bound = post("/v1/cycles/2023/bindings", "ADMIN",
                            R"({"forUnit":"534","rulebook":"nd90-2020","document":"D1","reason":"Theo văn bản"})");
    ASSERT_EQ(bound.status, 201) << bound.content();
    folded();
    EXPECT_EQ(text_at(get("/v1/cycles/2023", "A1"), "data/cycle/bindings/0/event/rulebook"), "nd90-2020");
}

class Layers : public CycleChanges {
protected:
    void issued() {
        clock_.set(Time::of("2023-11-22T09:00"));
        const auto proposal = post("/v1/cycles/2023/concretisations/51-S05/proposals", "DIRECTOR",
                                   R"({"layer":{"shares":[{"clause":"nd90.8.1.b","fact":"tasks.exceeded","percent":60}],
                                       "sources":[{"side":"PEER","required":true,"answerWorkingDays":3}],
                                       "partyOpinion":false},
                                       "partyCommittee":"Đảng ủy Sở","agreedOn":"2023-11-21"})");
        ASSERT_EQ(proposal.status, 201) << proposal.content();
        const auto issue =
            post("/v1/cycles/2023/concretisations/51-S05/issues", "DIRECTOR", R"({"version":1,"document":"QD1"})");
        ASSERT_EQ(issue.status, 201) << issue.content();
        folded();
    }
};

TEST_F(Layers, WhoWasNeverToldIsAQuestion) {
    issued();
    const std::string at = "/v1/cycles/2023/concretisations/51-S05/";
    EXPECT_EQ(post(at + "sendings", "OFFICER", R"({"how":"Văn bản điện tử","recipients":["A1","A2","A3"]})").status,
              201);
    EXPECT_EQ(post(at + "openings", "A1", "{}").status, 201);
    EXPECT_EQ(post(at + "openings", "A1", "{}").status, 200) << "again: nothing to write";
    EXPECT_EQ(post(at + "acknowledgements", "A2", "{}").status, 201);
    EXPECT_EQ(problem_of(post(at + "acknowledgements", "TEACHER", "{}")), "not-competent");
    EXPECT_EQ(post(at + "briefings", "OFFICER",
                   R"({"heldAt":"2023-11-22T08:30:00+07:00","speaker":"DEPUTY","attendees":["B1"]})")
                  .status,
              201);
    folded();
    const auto whole = get("/v1/units/51-S05/concretisation?cycle=2023", "DIRECTOR");
    EXPECT_EQ(text_at(whole, "data/inForce"), "1") << whole.content();
    EXPECT_EQ(text_at(whole, "data/document/number"), "501/QĐ-STC");
    EXPECT_EQ(text_at(whole, "data/people"), "9") << "the school is an agency of its own";
    EXPECT_EQ(text_at(whole, "data/told"), "4") << "A1, A2, B1 and who spoke";
    EXPECT_EQ(text_at(whole, "data/items"), "[9]");
    const auto never = get("/v1/units/51-S05/concretisation?cycle=2023&never_told=true", "DIRECTOR");
    EXPECT_EQ(text_at(never, "data/items"), "[5]");
    EXPECT_NE(never.content().find("Huỳnh Thị Lan"), std::string::npos) << "A3 was sent it and never opened it";
    // Everybody may read the layer; who was told is not for colleagues.
    const auto colleague = get("/v1/units/51-S05/concretisation?cycle=2023", "A3");
    EXPECT_EQ(text_at(colleague, "data/versions"), "[1]");
    EXPECT_EQ(text_at(colleague, "data/items"), "[0]");
    EXPECT_EQ(get("/v1/units/51-S05/concretisation", "A3").status, 400);
    EXPECT_EQ(get("/v1/units/51-S05/concretisation?cycle=1999", "A3").status, 404);

    filed("A3");
    filed("A1");
    folded();
    const auto findings = get("/v1/findings?cycle=2023&type=never-told", "INSPECTOR");
    EXPECT_EQ(text_at(findings, "data/items"), "[1]") << findings.content();
    EXPECT_EQ(text_at(findings, "data/items/0/act/subject"), "A3");
    EXPECT_EQ(text_at(findings, "data/items/0/neverTold/document/document"), "QD1");
}

TEST_F(Layers, TheSlotsOfTheProvinceAreEmptyUntilTheirTextIsEntered) {
    const auto empty = get("/v1/cycles/2023/overlays", "A1");
    EXPECT_EQ(text_at(empty, "data/items"), "[2]") << empty.content();
    EXPECT_EQ(text_at(empty, "data/items/0/slot"), "13-HD/TU");
    EXPECT_EQ(text_at(empty, "data/items/0/filled"), "(absent)");
    const std::string body =
        R"({"slot":"13-HD/TU","document":"D1","layer":{"quota":{"percent":PERCENT},"partyOpinion":false}})";
    const auto with = [&](const std::string& percent) {
        auto text = body;
        return text.replace(text.find("PERCENT"), 7, percent);
    };
    const auto loose = post("/v1/cycles/2023/overlays", "ADMIN", with("25"));
    EXPECT_EQ(problem_of(loose), "loosens-rule") << loose.content();
    EXPECT_NE(loose.content().find("khoản 6 Điều 2"), std::string::npos);
    ASSERT_EQ(post("/v1/cycles/2023/overlays", "ADMIN", with("18")).status, 201);
    folded();
    EXPECT_EQ(text_at(get("/v1/cycles/2023/overlays", "A1"), "data/items/0/filled/event/layer/quota/percent"), "18");
}

TEST_F(Layers, AskedAndNotAnsweredIsInTheDossier) {
    issued();
    filed("A1");
    const auto asked =
        post("/v1/dossiers/2023.A1/opinion-requests", "OFFICER", R"({"side":"PEER","asked":"Phòng Ngân sách"})");
    ASSERT_EQ(asked.status, 201) << asked.content();
    folded();
    auto dossier = get("/v1/dossiers/2023.A1", "A1");
    EXPECT_EQ(text_at(dossier, "data/opinionsAsked/0/request/event/due"), "2023-11-27") << dossier.content();
    EXPECT_EQ(text_at(dossier, "data/opinionsAsked/0/unanswered"), "false");
    clock_.set(Time::of("2023-11-28T09:00"));
    filed("B1");  // the record goes on
    folded();
    EXPECT_EQ(text_at(get("/v1/dossiers/2023.A1", "A1"), "data/opinionsAsked/0/unanswered"), "true");
    done("A2", services::evaluation::RecordComment{services::dossier_of("A1"), CommentSide::peer, Text::of("Tốt"), {}});
    folded();
    dossier = get("/v1/dossiers/2023.A1", "A1");
    EXPECT_EQ(text_at(dossier, "data/opinionsAsked/0/answered/actor"), "A2");
    EXPECT_EQ(text_at(dossier, "data/opinionsAsked/0/unanswered"), "false");
}

}  // namespace
}  // namespace minhbach::api::routes
