// What may be done with plans, reviews, quotas and entries of people: the same answer as the act itself would get.
#include <gmock/gmock.h>

#include "doors.hpp"
#include "given_remediation.hpp"
#include "rated.hpp"

namespace minhbach::api::routes {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Allowed : public Doors {
protected:
    // "" where the act is allowed, else the type of what stands in its way; "absent" where it is not named.
    std::string obstacle(const std::string& target, const std::string& person, std::string_view action,
                         std::string_view list = "data/actions") {
        const auto response = get(target + "/allowed-actions", person);
        if (response.status != 200) return std::to_string(response.status);
        const auto document = json::Document::parse(response.content()).value();
        const auto actions = tests::at(document.root(), list);
        if (!actions) return "(no list)";
        for (const auto line : actions->elements()) {
            if (tests::member(line, "action")->string() != action) continue;
            const auto type = tests::at(line, "obstacle/type");
            EXPECT_EQ(tests::member(line, "allowed")->boolean(), !type.has_value());
            return type ? std::string(type->string()) : "";
        }
        return "absent";
    }
    std::string of_measure(const std::string& person, std::string_view action) {
        return obstacle("/v1/remediation-plans/2023.p.A1", person, action, "data/measures/0/actions");
    }
};

TEST_F(Allowed, APlanIsAdoptedByItsOwnerOnceALevelIsDecided) {
    const std::string plan = "/v1/remediation-plans/2023.p.A1";
    clock_.set(Time::of("2023-11-28T09:30"));
    EXPECT_EQ(obstacle("/v1/remediation-plans/2023.p.A2", "A2", "adopt-plan"), "step-order");
    write({tests::rated(services::dossier_of("A1"), PersonCode::of("A1"), Level::good)});
    clock_.set(Time::of("2023-12-06T09:00"));
    EXPECT_EQ(obstacle(plan, "A1", "adopt-plan"), "");
    EXPECT_EQ(obstacle(plan, "A1", "state-no-shortcoming"), "");
    EXPECT_EQ(obstacle(plan, "HEAD1", "adopt-plan"), "not-competent");
    EXPECT_NE(obstacle(plan, "DIRECTOR", "assign-follow-up"), "") << "there is no plan yet";
    EXPECT_EQ(obstacle(plan, "TEACHER", "adopt-plan"), "404");
    EXPECT_EQ(obstacle("/v1/remediation-plans/2023.p.NOBODY", "A1", "adopt-plan"), "404");
    EXPECT_EQ(obstacle("/v1/remediation-plans/gibberish", "A1", "adopt-plan"), "404");
}

TEST_F(Allowed, WhoFollowsAPlanIsTheOneWhoMayActOnItsMeasures) {
    using namespace services;
    clock_.set(Time::of("2023-11-28T09:30"));
    write({tests::rated(dossier_of("A1"), PersonCode::of("A1"), Level::good)});
    clock_.set(Time::of("2023-12-06T09:00"));
    done("A1", a_plan());
    const std::string plan = "/v1/remediation-plans/2023.p.A1";
    EXPECT_EQ(obstacle(plan, "DIRECTOR", "assign-follow-up"), "");
    EXPECT_EQ(obstacle(plan, "A1", "state-no-shortcoming"), "step-order");
    done("DIRECTOR", an_assignment(FollowUpRole::urger, "B1"));
    const auto waiting = get(plan + "/allowed-actions", "B1");
    EXPECT_THAT(waiting.content(),
                HasSubstr(R"("assignee":"B1","confirmation":{"action":"confirm-follow-up","allowed":true)"));
    EXPECT_EQ(of_measure("B1", "urge-measure"), "not-competent");
    done("B1", remediation::ConfirmFollowUp{kPlanOfA1, FollowUpRole::urger});
    EXPECT_EQ(of_measure("B1", "urge-measure"), "");
    EXPECT_EQ(of_measure("A1", "report-progress"), "");
    EXPECT_EQ(of_measure("A1", "verify-measure"), "self-decision");
    EXPECT_EQ(of_measure("DIRECTOR", "verify-measure"), "step-order");
    EXPECT_EQ(of_measure("DIRECTOR", "inspect-measure"), "");
    EXPECT_THAT(get(plan + "/allowed-actions", "A1").content(), HasSubstr(R"("revision":3)"));
}

TEST_F(Allowed, AReviewGoesStepByStep) {
    const std::string unit = "/v1/reviews/2023.u.51-S05";
    clock_.set(Time::of("2023-11-13T09:00"));
    EXPECT_EQ(obstacle(unit, "CHAIR", "suggest-review"), "");
    EXPECT_EQ(obstacle(unit, "DIRECTOR", "suggest-review"), "not-competent");
    EXPECT_EQ(obstacle(unit, "DIRECTOR", "send-review-draft"), "");
    EXPECT_EQ(obstacle(unit, "OFFICER", "hold-review"), "step-order") << "the draft was not sent";
    EXPECT_EQ(obstacle(unit, "OFFICER", "conclude-review"), "invalid-field") << "there was no conference";
    const std::string owner = R"("cycle":"2023","owner":{"unit":"51-S05"},"document":"D1")";
    EXPECT_EQ(post(unit + "/drafts", "DIRECTOR",
                   "{" + owner + R"(,"sentAt":"2023-11-13T08:00:00+07:00","recipients":["DEPUTY"]})")
                  .status,
              201);
    EXPECT_EQ(obstacle(unit, "OFFICER", "hold-review"), "draft-too-late");
    clock_.set(Time::of("2023-11-20T12:00"));
    EXPECT_EQ(obstacle(unit, "OFFICER", "hold-review"), "");
    EXPECT_EQ(post("/v1/review-conferences", "OFFICER",
                   R"({"conference":"HN1","cycle":"2023","unit":"51-S05","heldAt":"2023-11-20T08:00:00+07:00",
                       "chair":"DIRECTOR","secretary":"OFFICER","attendees":[],"reviewed":[
                       {"owner":{"unit":"51-S05"},"kind":"LEADERSHIP_COLLECTIVE"},{"owner":{"person":"DIRECTOR"}}]})")
                  .status,
              201);
    EXPECT_EQ(obstacle(unit, "OFFICER", "conclude-review"), "");
    EXPECT_EQ(obstacle("/v1/reviews/2023.p.DIRECTOR", "OFFICER", "conclude-review"), "");
    EXPECT_EQ(obstacle("/v1/reviews/2023.p.DIRECTOR", "TEACHER", "conclude-review"), "404");
    folded();
    const auto whole = get("/v1/reviews/2023.p.DIRECTOR", "OFFICER");
    ASSERT_EQ(whole.status, 200) << whole.content();
    EXPECT_EQ(text_at(whole, "data/review/conferences/0/place"), "2");
    EXPECT_EQ(get("/v1/reviews/2023.u.51-S05", "DIRECTOR").status, 200);
    EXPECT_EQ(get("/v1/reviews/2023.u.51-S05", "TEACHER").status, 404);
}

TEST_F(Allowed, TheQuotaIsSettledByWhoeverDecidesAndOnlyOnceAllAreProposed) {
    const std::string quota = "/v1/cycles/2023/settlements/51-S05";
    EXPECT_EQ(obstacle(quota, "DIRECTOR", "settle-quota"), "step-order");
    EXPECT_EQ(obstacle(quota, "OFFICER", "settle-quota"), "not-competent");
    EXPECT_EQ(obstacle(quota, "OFFICER", "name-quota-reading"), obstacle(quota, "OFFICER", "grant-quota-exception"));
    EXPECT_EQ(obstacle(quota, "TEACHER", "settle-quota"), "404");
    EXPECT_EQ(obstacle("/v1/cycles/1999/settlements/51-S05", "DIRECTOR", "settle-quota"), "404");
}

TEST_F(Allowed, EntriesOfAPersonAreKeptByOthersWhoKeepRecords) {
    EXPECT_EQ(obstacle("/v1/people/A1", "OFFICER", "correct-person"), "");
    EXPECT_EQ(obstacle("/v1/people/A1", "OFFICER", "assign-post"), "");
    EXPECT_EQ(obstacle("/v1/people/A1", "OFFICER", "end-post"), "");
    EXPECT_EQ(obstacle("/v1/people/A1", "OFFICER", "record-secondment"), "");
    EXPECT_EQ(obstacle("/v1/people/A1", "OFFICER", "end-secondment"), "absent");
    EXPECT_EQ(obstacle("/v1/people/A1", "A1", "correct-person"), "not-competent");
    EXPECT_EQ(obstacle("/v1/people/OFFICER", "OFFICER", "end-post"), "self-decision");
    EXPECT_EQ(obstacle("/v1/people/A1", "TEACHER", "correct-person"), "404");
}

TEST_F(Allowed, ARelationIsDeclaredByThePersonAndKeepsFromDeciding) {
    EXPECT_EQ(obstacle("/v1/people/A2", "A2", "declare-relation"), "");
    EXPECT_EQ(obstacle("/v1/people/A2", "OFFICER", "declare-relation"), "");
    EXPECT_EQ(obstacle("/v1/people/A2", "HEAD1", "declare-relation"), "not-competent");
    EXPECT_EQ(obstacle("/v1/people/A2", "A2", "end-relation"), "absent");
    EXPECT_NE(obstacle("/v1/dossiers/2023.A2", "DIRECTOR", "decide-rating"), "conflict-of-interest");
    const std::string body = R"({"other":"A2","kind":"SIBLING"})";
    EXPECT_EQ(problem_of(post("/v1/people/DIRECTOR/relations", "A2", body)), "not-competent");
    EXPECT_EQ(post("/v1/people/DIRECTOR/relations", "DIRECTOR", body).status, 201);
    EXPECT_EQ(obstacle("/v1/people/DIRECTOR", "DIRECTOR", "end-relation"), "");
    for (const auto* action : {"decide-rating", "re-rate", "issue-notice"})
        EXPECT_EQ(obstacle("/v1/dossiers/2023.A2", "DIRECTOR", action), "conflict-of-interest") << action;
    EXPECT_EQ(obstacle("/v1/dossiers/2023.A1", "DIRECTOR", "issue-notice"), "step-order") << "about others as before";
    folded();
    const auto person = get("/v1/people/DIRECTOR", "DIRECTOR");
    EXPECT_EQ(text_at(person, "data/relations/0/kind"), "SIBLING");
    EXPECT_EQ(text_at(get("/v1/people/A2", "A2"), "data/relations/0/person/person"), "DIRECTOR") << "told to both";
    const auto asked = get("/v1/competence?actor=DIRECTOR&act=rating.decided&subject=A2", "INSPECTOR");
    EXPECT_EQ(text_at(asked, "data/competence/tie/binds"), "true");
    EXPECT_EQ(text_at(asked, "data/competence/remarks/0"), "RELATED");
    EXPECT_EQ(text_at(asked, "data/competence/now/competent"), "true") << "the mandate holds all the same";
    const std::string ended = R"({"other":"A2","on":"2023-11-20","reason":"Khai nhầm"})";
    EXPECT_EQ(post("/v1/people/DIRECTOR/relations/end", "DIRECTOR", ended).status, 201);
    EXPECT_NE(obstacle("/v1/dossiers/2023.A2", "DIRECTOR", "decide-rating"), "conflict-of-interest");
}

TEST_F(Allowed, WhoLookedIsToldToThePersonToInspectionAndToAdministrators) {
    get("/v1/dossiers/2023.A1", "HEAD1");
    get("/v1/dossiers/2023.A1?purpose=05%2FQ%C4%90-TTr", "INSPECTOR");
    get("/v1/dossiers/2023.A2?purpose=05%2FQ%C4%90-TTr", "INSPECTOR");
    const auto size = access_size();
    ASSERT_TRUE(house().access.wait_until({size - 1}, 20'000));
    const auto own = get("/v1/access-log?subject=A1", "A1");
    ASSERT_EQ(own.status, 200) << own.content();
    EXPECT_THAT(own.content(), HasSubstr(R"("actor":"HEAD1")"));
    EXPECT_THAT(own.content(), HasSubstr(R"("actor":"INSPECTOR")"));
    EXPECT_THAT(own.content(), Not(HasSubstr("2023.A2")));
    EXPECT_EQ(text_at(own, "asOf/ledger"), "access");
    EXPECT_EQ(get("/v1/access-log?subject=A2", "A1").status, 404);
    EXPECT_EQ(get("/v1/access-log", "HEAD1").status, 404);
    const auto by_actor = get("/v1/access-log?actor=INSPECTOR", "INSPECTOR");
    EXPECT_EQ(text_at(by_actor, "data/items"), "[2]");
    const auto by_words = get("/v1/access-log?purpose=05%2Fqd-ttr&subject=A2", "INSPECTOR");
    EXPECT_EQ(text_at(by_words, "data/items"), "[1]");
    EXPECT_EQ(text_at(by_words, "data/items/0/personName"),
              text_at(get("/v1/people/A2?purpose=p05", "INSPECTOR"), "data/person/fullName"));
    EXPECT_EQ(text_at(get("/v1/access-log?purpose=khac", "INSPECTOR"), "data/items"), "[0]");
    EXPECT_EQ(get("/v1/access-log?subject=%20", "INSPECTOR").status, 400);
}

}  // namespace
}  // namespace minhbach::api::routes
