// Power over powers, over the system, or to read everybody: granted by one, confirmed by another, and until then shut.
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class SecondPersons : public Doors {
protected:
    void granted(std::string_view powers) {
        const auto body =
            R"({"mandate":"TTR","person":"B1","powers":[)" + std::string(powers) +
            R"(],"unit":"51","reach":"SUBTREE","capacity":"IN_OFFICE","from":"2023-11-20","document":"D1"})";
        ASSERT_EQ(post("/v1/mandates", "ADMIN", body).status, 201);
        folded();
    }
    HeaderFields revision() { return {{"If-Match", header_of(get("/v1/mandates/TTR", "INSPECTOR"), "ETag")}}; }
    http::Response confirmed(const std::string& person, const std::string& body = "{}") {
        auto answer = post("/v1/mandates/TTR/confirmation", person, body, revision());
        folded();
        return answer;
    }
    std::string waiting(const std::string& person) { return text_at(get("/v1/mandates", person), "data/items"); }
};

TEST_F(SecondPersons, OpenNothingBefore) {
    granted(R"("INSPECT")");
    EXPECT_EQ(text_at(get("/v1/mandates/TTR", "A1"), "data/mandate/secondPerson"), "AWAITED");
    EXPECT_EQ(text_at(get("/v1/me", "B1"), "inspects"), "false");
    EXPECT_EQ(text_at(get("/v1/me", "B1"), "mandates"), "[0]");
    EXPECT_EQ(get("/v1/dossiers/2023.A1" + kPurpose, "B1").status, 404);
    EXPECT_EQ(confirmed("INSPECTOR").status, 201);
    EXPECT_EQ(text_at(get("/v1/mandates/TTR", "A1"), "data/mandate/confirmed/by"), "INSPECTOR");
    EXPECT_EQ(text_at(get("/v1/me", "B1"), "inspects"), "true");
    EXPECT_EQ(get("/v1/dossiers/2023.A1" + kPurpose, "B1").status, 200);
}

TEST_F(SecondPersons, AdministerNothingBefore) {
    granted(R"("ADMINISTER","GRANT")");
    const std::string further =
        R"({"mandate":"M2","person":"A2","powers":["COMMENT"],"unit":"51-S05.P1","reach":"UNIT",)"
        R"("capacity":"IN_OFFICE","from":"2023-11-20","document":"D1"})";
    EXPECT_EQ(problem_of(post("/v1/mandates", "B1", further)), "not-competent");
    EXPECT_EQ(text_at(get("/v1/me", "B1"), "administers"), "false");
    EXPECT_EQ(confirmed("INSPECTOR").status, 201);
    EXPECT_EQ(text_at(get("/v1/me", "B1"), "administers"), "true");
    EXPECT_EQ(post("/v1/mandates", "B1", further).status, 201);
}

TEST_F(SecondPersons, AreNeitherGranterNorHolderAndHaveSeenWhatTheyConfirm) {
    granted(R"("INSPECT")");
    EXPECT_EQ(problem_of(confirmed("ADMIN")), "same-person");
    EXPECT_EQ(problem_of(confirmed("B1")), "not-competent");
    EXPECT_EQ(problem_of(confirmed("DIRECTOR")), "not-competent");
    EXPECT_EQ(confirmed("INSPECTOR", R"({"person":"A2"})").status, 422);
    EXPECT_EQ(post("/v1/mandates/TTR/confirmation", "INSPECTOR", "{}").status, 428);
    EXPECT_EQ(post("/v1/mandates/TTR/confirmation", "INSPECTOR", "{}", {{"If-Match", "\"9\""}}).status, 412);
    EXPECT_EQ(confirmed("INSPECTOR").status, 201);
    EXPECT_EQ(problem_of(confirmed("INSPECTOR")), "invalid-field");
}

TEST_F(SecondPersons, AreToldWhatWaitsAndNobodyElseIs) {
    EXPECT_EQ(waiting("INSPECTOR"), "[0]");
    granted(R"("INSPECT")");
    EXPECT_EQ(waiting("INSPECTOR"), "[1]");
    const auto line = get("/v1/mandates", "INSPECTOR");
    EXPECT_EQ(text_at(line, "data/items/0/person/person"), "B1");
    EXPECT_EQ(text_at(line, "data/items/0/grantedBy/person"), "ADMIN");
    for (const std::string person : {"ADMIN", "B1", "DIRECTOR", "HOMEAFFAIRS", "A1"})
        EXPECT_EQ(waiting(person), "[0]") << person;
    EXPECT_EQ(confirmed("INSPECTOR").status, 201);
    EXPECT_EQ(waiting("INSPECTOR"), "[0]");
}

// Signing: who sits at an open desk shows again who they are.
TEST_F(SecondPersons, ShowAgainWhoTheyAre) {
    granted(R"("INSPECT")");
    auto fields = revision();
    fields.emplace_back("Content-Type", "application/json");
    fields.emplace_back("Cookie", cookie_of("INSPECTOR", 20));
    fields.emplace_back("Minhbach-Console", "1");
    EXPECT_EQ(problem_of(ask({"POST", "/v1/mandates/TTR/confirmation", "", fields, "{}"})), "proof-required");
}

}  // namespace
}  // namespace minhbach::api::routes
