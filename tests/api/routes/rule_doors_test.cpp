// Every vector of the rules at the door, and through the program.
#include "doors.hpp"
#include "program.hpp"
#include "rule_vectors.hpp"

namespace minhbach::api::routes {
namespace {

class RuleDoors : public Doors {};

TEST_F(RuleDoors, EveryVectorHoldsAsLines) {
    for (const auto& vectors : minhbach::testing::rule_vectors()) {
        const auto answer =
            ask({"POST", "/v1/rules/" + vectors.rule, "", {{"Content-Type", "application/x-ndjson"}}, vectors.input()});
        ASSERT_EQ(answer.status, 200) << answer.content().substr(0, 500);
        vectors.expect_answered(std::string(answer.content()));
    }
}

TEST_F(RuleDoors, EveryVectorHoldsOneByOne) {
    for (const auto& vectors : minhbach::testing::rule_vectors()) {
        std::string answers;
        std::size_t refused = 0;
        for (std::size_t i = 0; i < vectors.questions.size(); ++i) {
            const auto answer = post("/v1/rules/" + vectors.rule, "", vectors.questions[i]);
            const bool expects_error =
                minhbach::testing::member_of(minhbach::testing::member_of(vectors.lines[i], "expect"), "error") !=
                "(absent)";
            EXPECT_EQ(answer.status, expects_error ? 422 : 200) << vectors.questions[i] << answer.content();
            if (expects_error) ++refused;
        }
        EXPECT_EQ(refused, vectors.refused);
    }
}

TEST(RuleProgram, EveryVectorHoldsOnStandardInput) {
    tests::TemporaryDirectory folder;
    for (const auto& vectors : minhbach::testing::rule_vectors()) {
        const auto ended = minhbach::testing::run_program({"rules", vectors.rule}, vectors.input(), folder.path());
        EXPECT_EQ(ended.status, vectors.refused > 0 ? 1 : 0) << vectors.rule << ended.err;
        vectors.expect_answered(ended.out);
    }
    // A stream of good lines ends well, one that is none does not.
    const auto quota = minhbach::testing::rule_vectors().at(1);
    EXPECT_EQ(minhbach::testing::run_program({"rules", "quota"}, quota.questions.front() + "\n", folder.path()).status,
              0);
    EXPECT_EQ(minhbach::testing::run_program({"rules", "quota"}, "rubbish\n", folder.path()).status, 1);
    EXPECT_EQ(minhbach::testing::run_program({"rules"}, "", folder.path()).status, 2);
}

}  // namespace
}  // namespace minhbach::api::routes
