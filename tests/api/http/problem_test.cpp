#include "api/http/problem.hpp"

#include <gtest/gtest.h>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::http {
namespace {

TEST(Problem, IsADocumentInBothLanguagesWithTheClause) {
    const Refusal refusal{"not-competent",   "/level", "khoản 1 Điều 16", "Không có \"thẩm quyền\".",
                          "Not\ncompetent.", {}};
    ProblemExtras extras;
    extras.instance = "/v1/dossiers/d-1";
    const Response response = problem(refusal, extras);
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json");
    EXPECT_EQ(
        response.body,
        R"({"clause":"khoản 1 Điều 16","detail":"Không có \"thẩm quyền\".","detailEn":"Not\ncompetent.",)"
        R"("field":"/level","instance":"/v1/dossiers/d-1","status":403,)"
        R"("title":"Không đúng thẩm quyền tại thời điểm thực hiện","titleEn":"Not competent at the time of the act",)"
        R"("type":"/problems/not-competent"})");
}

TEST(Problem, LeavesOutWhatSaysNothing) {
    const Response response = problem(not_found("Không có.", "None."));
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.body.find("field"), std::string::npos);
    EXPECT_EQ(response.body.find("clause"), std::string::npos);
    EXPECT_EQ(response.body.find("more"), std::string::npos);
}

TEST(Problem, NamesTheFurtherRefusalsOfTheSameInput) {
    Refusal refusal = invalid_field("/a", "Một.", "One.");
    refusal.more.push_back(invalid_field("/b", "Hai.", "Two."));
    const auto document = json::Document::parse(problem(refusal).body);
    ASSERT_TRUE(document);
    for (const auto& [name, value] : document->root().members()) {
        if (name != "more") continue;
        ASSERT_EQ(value.elements().size(), 1U);
        for (const auto& [inner, text] : value.elements().front().members())
            if (inner == "field") EXPECT_EQ(text.string(), "/b");
        return;
    }
    FAIL() << "no member \"more\"";
}

TEST(Problem, TakesFurtherMembersAndAnotherStatus) {
    ProblemExtras extras;
    extras.status = 431;
    extras.members = {{"position", "17"}, {"progress", "\"80 %\""}};
    const Response response = problem({"too-large", "", "", "a", "b", {}}, extras);
    EXPECT_EQ(response.status, 431);
    EXPECT_NE(response.body.find(R"("status":431)"), std::string::npos);
    EXPECT_TRUE(response.body.ends_with(R"(,"position":17,"progress":"80 %"})"));
    EXPECT_TRUE(json::Document::parse(response.body));
}

TEST(Problem, SaysHowToGoOn) {
    EXPECT_EQ(problem({"sign-in-required", "", "", "a", "b", {}}).headers.find("WWW-Authenticate"), "Bearer");
    EXPECT_EQ(problem({"overloaded", "", "", "a", "b", {}}).headers.find("Retry-After"), "1");
}

TEST(Problem, EveryTypeOfTheCatalogueHasADocument) {
    for (const auto& kind : refusal_kinds()) {
        const Response response = problem({std::string(kind.type), "", "", "a", "b", {}});
        EXPECT_EQ(response.status, kind.status);
        EXPECT_TRUE(json::Document::parse(response.body)) << kind.type;
    }
}

TEST(Problem, OfAnUnknownTypeIsABug) {
    EXPECT_THROW(problem({"no-such-type", "", "", "", "", {}}), std::logic_error);
}

}  // namespace
}  // namespace minhbach::api::http
