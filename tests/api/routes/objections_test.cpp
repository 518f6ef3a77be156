// After the decision, over the doors: an objection, its resolution, the re-rating and what it leaves to be done.
#include "decided.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kPetition =
    R"({"objection":"KN-1","kind":"PETITION","dossier":"2023.A1","decision":4,"grounds":"Vượt mức 10 nhiệm vụ"})";
const std::string kRerating =
    R"({"decision":4,"ground":"OBJECTION","objection":"KN-1","reason":"Kiến nghị đúng","level":"EXCELLENT",)"
    R"("document":"QD1"})";

class AfterTheDecision : public Decided {
protected:
    int sent(const std::string& target, const std::string& person, const std::string& body, const char* revision) {
        const auto response = post(target, person, body, {{"If-Match", std::string("\"") + revision + "\""}});
        EXPECT_EQ(response.status, 201) << response.content();
        folded();
        return response.status;
    }
    void rerate() {
        EXPECT_EQ(post("/v1/objections", "A1", kPetition).status, 201);
        sent("/v1/objections/KN-1/receipt", "OFFICER", R"({"resolver":"DIRECTOR"})", "1");
        sent("/v1/objections/KN-1/resolution", "DIRECTOR",
             R"({"outcome":"UPHELD","reasons":"Đã đối chiếu","document":"QD1"})", "2");
        sent("/v1/dossiers/2023.A1/re-rating", "DIRECTOR", kRerating, "7");
    }
    std::string action(const std::string& person, const std::string& name, const std::string& member) {
        const auto response = get("/v1/dossiers/2023.A1/allowed-actions", person);
        for (int i = 0;; ++i) {
            const auto place = "data/actions/" + std::to_string(i) + "/";
            const auto given = text_at(response, place + "action");
            if (given == name || given == "(absent)") return text_at(response, place + member);
        }
    }
};

TEST_F(AfterTheDecision, AnObjectionIsFiledReceivedAndResolved) {
    decide_and_notify();
    const auto filed = post("/v1/objections", "A1", kPetition);
    EXPECT_EQ(filed.status, 201) << filed.content();
    EXPECT_EQ(header_of(filed, "Location"), "/v1/objections/KN-1");
    EXPECT_EQ(problem_of(post("/v1/objections", "A2", kPetition)), "not-competent");
    EXPECT_EQ(post("/v1/objections/KN-1/receipt", "OFFICER", R"({"resolver":"DIRECTOR"})").status, 428);
    sent("/v1/objections/KN-1/receipt", "OFFICER", R"({"resolver":"DIRECTOR"})", "1");
    const auto own = get("/v1/objections/KN-1", "A1");
    EXPECT_EQ(own.status, 200);
    EXPECT_EQ(text_at(own, "data/line/resolverDecided"), "true");
    EXPECT_EQ(text_at(own, "data/line/termBasis"), "quy định nội bộ");
    EXPECT_TRUE(header_of(own, "ETag").starts_with("\"2-"));
    EXPECT_EQ(get("/v1/objections/KN-1", "A2").status, 404);
    EXPECT_EQ(get("/v1/objections/KN-9", "A1").status, 404);
    EXPECT_EQ(problem_of(get("/v1/objections/KN-1", "INSPECTOR")), "reason-required");
    EXPECT_EQ(get("/v1/objections/KN-1" + kPurpose, "INSPECTOR").status, 200);
    const auto board = get("/v1/cycles/2023/objections?status=RECEIVED", "INSPECTOR");
    EXPECT_EQ(text_at(board, "data/counts/open"), "1");
    EXPECT_EQ(get("/v1/cycles/2023/objections", "A1").status, 404);
    EXPECT_EQ(text_at(get("/v1/cycles/2023/objections?unit=51-S05", "DIRECTOR"), "data/items"), "[1]");
    EXPECT_EQ(post("/v1/objections/KN-1/withdrawal", "A1", R"({"reason":"Đã được giải thích"})").status, 201);
}

TEST_F(AfterTheDecision, AReratingSupersedesAndSaysWhatIsLeft) {
    decide_and_notify();
    rerate();
    const auto whole = get("/v1/dossiers/2023.A1", "A1");
    EXPECT_EQ(text_at(whole, "data/line/decidedLevel"), "EXCELLENT");
    EXPECT_EQ(text_at(whole, "data/decisionStandings/0/inForce"), "false");
    EXPECT_EQ(text_at(whole, "data/decisionStandings/1/supersedes"), "4");
    const auto values = get("/v1/dossiers/2023.A1/values", "A1");
    EXPECT_EQ(text_at(values, "data/items"), "[4]");
    EXPECT_EQ(text_at(values, "data/supersededDecisions"), "1");
    EXPECT_EQ(get("/v1/dossiers/2023.A1/values", "A2").status, 404);

    const auto effects = get("/v1/cycles/2023/effects?owner=51-S05&open=true", "DIRECTOR");
    EXPECT_EQ(text_at(effects, "data/open"), "2");
    EXPECT_EQ(text_at(effects, "data/items/0/kind"), "QUOTA_OF_AGENCY");
    const auto settled =
        post("/v1/cycles/2023/effects/HQ-2/settlement", "OFFICER", R"({"dossier":"2023.A1","what":"Đã thông báo"})");
    EXPECT_EQ(settled.status, 201) << settled.content();
    folded();
    EXPECT_EQ(text_at(get("/v1/cycles/2023/effects?open=true", "INSPECTOR"), "data/open"), "1");
    EXPECT_EQ(text_at(get("/v1/findings?cycle=2023&type=head-unit-mismatch&scope=HEAD", "INSPECTOR"), "data/items"),
              "[0]");
    EXPECT_EQ(get("/v1/findings?cycle=2023&scope=NOBODY", "INSPECTOR").status, 400);
}

// The term of a notice runs from the decision in force: a re-rating of 4 December begins another one.
TEST_F(AfterTheDecision, TheTermOfTheNoticeIsThatOfTheDossier) {
    decide_and_notify();
    const auto term = [&](const std::string& member) {
        return text_at(get("/v1/notices?cycle=2023", "DIRECTOR"), "data/items/0/term/" + member);
    };
    EXPECT_EQ(term("days"), "5");
    EXPECT_EQ(term("last"), "2023-12-05");
    rerate();
    EXPECT_EQ(term("last"), "2023-12-11");
}

TEST_F(AfterTheDecision, TheDifferenceBetweenTwoMoments) {
    decide_and_notify();
    rerate();
    const auto diff = get("/v1/cycles/2023/diff?from=2023-12-03T24:00", "INSPECTOR");
    EXPECT_EQ(text_at(diff, "data/ratings/0/from"), "GOOD");
    EXPECT_EQ(text_at(diff, "data/ratings/0/to"), "EXCELLENT");
    EXPECT_EQ(
        text_at(get("/v1/cycles/2023/diff?from=2023-12-03T24:00&to=2023-12-03T24:00", "INSPECTOR"), "data/ratings"),
        "[0]");
    EXPECT_EQ(get("/v1/cycles/2023/diff", "INSPECTOR").status, 400);
    EXPECT_EQ(get("/v1/cycles/2023/diff?from=2023-12-03T24:00", "A1").status, 404);
}

TEST_F(AfterTheDecision, AllowedActionsTellWhatMayFollow) {
    EXPECT_EQ(action("A1", "file-objection", "obstacle/type"), "step-order");
    EXPECT_EQ(action("DIRECTOR", "re-rate", "allowed"), "false");
    decide_and_notify();
    EXPECT_EQ(action("A1", "file-objection", "allowed"), "true");
    EXPECT_EQ(action("A1", "file-objection", "href"), "/v1/objections");
    EXPECT_EQ(action("A1", "re-rate", "obstacle/type"), "self-decision");
    EXPECT_EQ(action("DIRECTOR", "re-rate", "allowed"), "true");
    EXPECT_EQ(action("DIRECTOR", "file-objection", "obstacle/type"), "not-competent");
}

}  // namespace
}  // namespace minhbach::api::routes
