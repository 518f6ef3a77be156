// Remediation over HTTP: from the plan to its verification, who sees it, and the board.
#include "doors.hpp"
#include "given_remediation.hpp"
#include "rated.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kPlan = "/v1/remediation-plans/2023.p.A1";
const std::string kBoard = "/v1/cycles/2023/remediation";
const std::string kAdoption = R"({"cycle":"2023","owner":{"person":"A1"},"document":"QD1","shortcomings":[{
    "shortcoming":"HC1","description":"Phối hợp chưa chủ động","foundIn":{"source":"SELF_REVIEW"},
    "cause":"SUBJECTIVE","causeText":"Chưa có quy chế","measures":[{"measure":"BP1","action":"Ban hành quy chế",
    "product":"Quy chế","responsible":"A1","due":"2024-02-29"}]}]})";

class RemediationDoors : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        clock_.set(Time::of("2023-11-28T09:30"));
        for (const auto person : {"A1", "A2"})
            write({tests::rated(services::dossier_of(person), PersonCode::of(person), Level::good)});
        clock_.set(Time::of("2023-12-06T09:00"));
    }
    void plan() {
        using namespace services;
        done("A1", a_plan());
        done("DIRECTOR", an_assignment(FollowUpRole::follower, "B1"));
        done("B1", remediation::ConfirmFollowUp{kPlanOfA1, FollowUpRole::follower});
        folded();
    }
    http::Response act(const std::string& what, const std::string& person, const std::string& body,
                       const std::string& revision = "") {
        HeaderFields headers;
        if (!revision.empty()) headers.emplace_back("If-Match", "\"" + revision + "\"");
        return post(kPlan + "/" + what, person, body, headers);
    }
    int status(const std::string& target, const std::string& person) { return get(target, person).status; }
};

TEST_F(RemediationDoors, FromThePlanToItsVerification) {
    EXPECT_EQ(problem_of(act("adoption", "A1", kAdoption)), "precondition-required");
    const auto adopted = act("adoption", "A1", kAdoption, "0");
    ASSERT_EQ(adopted.status, 201) << adopted.content();
    EXPECT_EQ(text_at(adopted, "stream"), "remediation/2023.p.A1");
    EXPECT_EQ(header_of(adopted, "Location"), kPlan);
    EXPECT_EQ(problem_of(act("adoption", "HEAD1", kAdoption, "1")), "not-competent");
    EXPECT_EQ(problem_of(act("statement", "A1", R"({"cycle":"2023","owner":{"person":"A1"},"document":"QD1",
        "statement":"Không có"})",
                             "1")),
              "step-order");
    EXPECT_EQ(act("follow-up", "DIRECTOR", R"({"role":"FOLLOWER","assignee":"B1","document":"TB1"})").status, 201);
    EXPECT_EQ(act("follow-up/confirmation", "B1", R"({"role":"FOLLOWER"})").status, 201);
    EXPECT_EQ(act("follow-up", "DIRECTOR", R"({"role":"URGER","assignee":"HEAD2","document":"TB1"})").status, 201);
    EXPECT_EQ(act("follow-up/confirmation", "HEAD2", R"({"role":"URGER"})").status, 201);
    EXPECT_EQ(act("measures/BP1/progress", "A1", R"({"degreePercent":40,"account":"Đã dự thảo"})").status, 201);
    EXPECT_EQ(act("measures/BP1/inspections", "DIRECTOR", R"({"on":"2023-12-06","result":"Đúng tiến độ"})").status,
              201);
    EXPECT_EQ(act("measures/BP1/reminders", "HEAD2", R"({"message":"Đề nghị","escalated":false})").status, 201);
    EXPECT_EQ(act("measures/BP1/progress", "A1",
                  R"({"degreePercent":100,"account":"Đã ban hành","evidence":[{"document":"QD1"}]})")
                  .status,
              201);
    const std::string ground = R"({"ground":"Quy chế đã ban hành"})";
    EXPECT_EQ(problem_of(act("measures/BP1/verification", "A1", ground, "9")), "self-decision");
    EXPECT_EQ(act("measures/BP1/verification", "B1", ground, "9").status, 201);
    EXPECT_EQ(act("measures/BP1/reopening", "B1", R"({"reason":"Chưa thực hiện"})", "10").status, 201);
    folded();
    const auto whole = get(kPlan, "A1");
    ASSERT_EQ(whole.status, 200) << whole.content();
    EXPECT_EQ(text_at(whole, "data/measures/0/line/status"), "REOPENED");
    EXPECT_EQ(text_at(whole, "data/measures/0/history"), "[6]");
    EXPECT_EQ(text_at(whole, "data/line/revision"), "11");
    EXPECT_EQ(get("/v1/dossiers/2023.A1/timeline?types=measure.verified", "A1").status, 200);
}

TEST_F(RemediationDoors, APlanIsSeenByThoseConcernedAndOthersNameAPurpose) {
    plan();
    EXPECT_EQ(status(kPlan, "A1"), 200);
    EXPECT_EQ(status(kPlan, "HEAD1"), 200);
    EXPECT_EQ(status(kPlan, "DIRECTOR"), 200);
    EXPECT_EQ(status(kPlan, "B1"), 200) << "follows it";
    EXPECT_EQ(status(kPlan, "A2"), 404);
    EXPECT_EQ(status(kPlan, "HEAD2"), 404);
    EXPECT_EQ(status(kPlan, "ADMIN"), 404);
    EXPECT_EQ(status(kPlan, "INSPECTOR"), 422);
    EXPECT_EQ(status("/v1/me", "INSPECTOR"), 200);
    const auto before = access_size();
    EXPECT_EQ(status(kPlan + kPurpose, "INSPECTOR"), 200);
    ASSERT_EQ(access_size(), before + 1);
    EXPECT_EQ(events::decode(log_->read(events::Ledger::access, {before})).event.get<DossierViewed>().view.str(),
              "remediation-plan");
    EXPECT_EQ(status("/v1/remediation-plans/2023.p.A2", "INSPECTOR"), 404);
}

TEST_F(RemediationDoors, TheBoardPutsWhatIsOverdueFirstAndSaysUntilWhenAPlanIsOwed) {
    plan();
    const auto board = get(kBoard, "INSPECTOR");
    ASSERT_EQ(board.status, 200) << board.content();
    EXPECT_EQ(text_at(board, "data/workingDays"), "10");
    EXPECT_EQ(text_at(board, "data/termRule"), "quy định nội bộ");
    EXPECT_EQ(text_at(board, "data/day"), "2023-12-06") << "of the last event: the province is simulated";
    EXPECT_EQ(text_at(board, "data/owed/owed"), "2");
    EXPECT_EQ(text_at(board, "data/owed/planned"), "1");
    EXPECT_EQ(text_at(board, "data/owed/withinTerm"), "1");
    EXPECT_EQ(text_at(board, "data/plans/notDone"), "1");
    EXPECT_EQ(text_at(board, "data/items/1/owner/person"), "A2");
    EXPECT_EQ(text_at(board, "data/items/1/term"), "2023-12-12");
    EXPECT_EQ(text_at(board, "asOf/complete"), "true");

    EXPECT_EQ(text_at(get(kBoard + "?day=2023-12-12", "INSPECTOR"), "data/owed/withinTerm"), "1") << "the last day";
    const auto late = get(kBoard + "?day=2023-12-13", "INSPECTOR");
    EXPECT_EQ(text_at(late, "data/items/0/owner/person"), "A2");
    EXPECT_EQ(text_at(late, "data/items/0/standing"), "PAST_TERM");
    const auto overdue = get(kBoard + "?day=2024-03-01", "INSPECTOR");
    EXPECT_EQ(text_at(overdue, "data/items/0/owner/person"), "A1");
    EXPECT_EQ(text_at(overdue, "data/items/0/measures/0/status"), "OVERDUE");

    EXPECT_EQ(text_at(get(kBoard + "?status=NOT_DONE", "INSPECTOR"), "data/total"), "1");
    EXPECT_EQ(text_at(get(kBoard + "?standing=PLANNED", "INSPECTOR"), "data/total"), "1");
    EXPECT_EQ(text_at(get(kBoard + "?follower=B1", "INSPECTOR"), "data/total"), "1");
    EXPECT_EQ(text_at(get(kBoard + "?unit=51-S05.P2", "INSPECTOR"), "data/total"), "0");
    EXPECT_EQ(text_at(get(kBoard + "?person=A1&" + kPurpose.substr(1), "INSPECTOR"), "data/total"), "1");
    EXPECT_EQ(text_at(get(kBoard + "?known_as_of=2023-12-01T24:00", "INSPECTOR"), "data/owed/planned"), "0");
    EXPECT_EQ(status(kBoard + "?status=LATE", "INSPECTOR"), 400);
    EXPECT_EQ(status("/v1/cycles/1999/remediation", "INSPECTOR"), 404);
}

TEST_F(RemediationDoors, TheBoardGoesOnPageByPage) {
    plan();
    const auto first = get(kBoard + "?limit=1", "INSPECTOR");
    EXPECT_EQ(text_at(first, "data/items"), "[1]");
    EXPECT_EQ(text_at(first, "data/total"), "2");
    const auto link = header_of(first, "Link");
    ASSERT_TRUE(link.starts_with("<")) << link;
    const auto second = get(link.substr(1, link.find('>') - 1), "INSPECTOR");
    EXPECT_EQ(text_at(second, "data/items/0/owner/person"), "A2");
    EXPECT_EQ(header_of(second, "Link"), "");
}

TEST_F(RemediationDoors, EverybodySeesTheOwnOfTheBoard) {
    plan();
    const auto own = get(kBoard, "A2");
    EXPECT_EQ(text_at(own, "data/total"), "1");
    EXPECT_EQ(text_at(own, "data/items/0/owner/person"), "A2");
    EXPECT_EQ(text_at(own, "asOf/complete"), "false");
    EXPECT_EQ(text_at(get(kBoard, "B1"), "data/items/0/owner/person"), "A1") << "whom B1 follows";
    EXPECT_EQ(text_at(get(kBoard, "HEAD1"), "data/total"), "2");
    EXPECT_EQ(text_at(get(kBoard, "HEAD2"), "data/total"), "0");
    EXPECT_EQ(status(kBoard, "ADMIN"), 404);
}

TEST_F(RemediationDoors, APersonsPlansAndWhatIsCarriedOver) {
    plan();
    const auto own = get("/v1/people/A1/remediation", "A1");
    ASSERT_EQ(own.status, 200) << own.content();
    EXPECT_EQ(text_at(own, "data/plans/0/plan"), "2023.p.A1");
    EXPECT_EQ(text_at(own, "data/plans/0/open"), "1");
    EXPECT_EQ(text_at(own, "data/carried"), "[0]") << "nothing of an earlier year";
    EXPECT_EQ(status("/v1/people/A1/remediation", "A2"), 404);
    EXPECT_EQ(status("/v1/people/A1/remediation", "INSPECTOR"), 422);
    EXPECT_EQ(status("/v1/people/A1/remediation" + kPurpose, "INSPECTOR"), 200);
    EXPECT_EQ(status(kBoard + "?person=A1", "INSPECTOR"), 422) << "a board of one is that person's page";
    EXPECT_EQ(status("/v1/units/51-S05/remediation", "DIRECTOR"), 200);
    EXPECT_EQ(status("/v1/units/51-S05/remediation", "A1"), 404);
}

}  // namespace
}  // namespace minhbach::api::routes
