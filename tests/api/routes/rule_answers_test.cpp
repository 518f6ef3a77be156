// Answers that ask the rules: what follows from each version of a form, and what would bind without a document.
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class RuleAnswers : public Doors {
protected:
    void file(int exceeded) {
        auto form = services::the_form("A1");
        form.counts = WorkCounts{20, 20, 20, exceeded};
        form.proposed_level = Level::excellent;
        done("A1", form);
    }
};

TEST_F(RuleAnswers, EachVersionOfAFormSaysWhichLevelFollowsFromIt) {
    file(8);
    clock_.set(Time::of("2023-11-21T17:00"));
    done("HEAD1",
         services::evaluation::ReturnSelfAssessment{services::dossier_of("A1"), Text::of("Rà soát lại số liệu"), {}});
    clock_.set(Time::of("2023-11-21T20:12"));
    file(11);
    folded();
    const auto answer = get("/v1/dossiers/2023.A1/self-assessments", "A1");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/versions"), "[2]");
    EXPECT_EQ(text_at(answer, "data/versions/0/ruleLevel"), "GOOD");
    EXPECT_EQ(text_at(answer, "data/versions/1/ruleLevel"), "EXCELLENT");
    EXPECT_EQ(text_at(answer, "data/versions/1/ruleOutcome"), "RATED");
    EXPECT_EQ(text_at(answer, "data/versions/1/changes/0/field"), "/counts/exceeded");
    // What others judged since says nothing about what was declared.
    auto judgement = services::a_judgement("A1");
    judgement.general.style = {Judgement::met, Text::of("Cần chủ động hơn")};
    done("DIRECTOR", judgement);
    folded();
    const auto again = get("/v1/dossiers/2023.A1/self-assessments", "A1");
    EXPECT_EQ(text_at(again, "data/versions/1/ruleLevel"), "EXCELLENT");
}

TEST_F(RuleAnswers, ALeaderWhoseUnitIsNotRatedHasAnOutcomeWithoutALevel) {
    done("HEAD1", services::the_form("HEAD1"));
    folded();
    const auto answer = get("/v1/dossiers/2023.HEAD1/self-assessments", "HEAD1");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/versions/0/ruleOutcome"), "BLOCKED");
    EXPECT_EQ(text_at(answer, "data/versions/0/ruleLevel"), "(absent)");
}

TEST_F(RuleAnswers, ASettlementOnAnExceptionTellsTheMaximumWithoutIt) {
    QuotaExceptionGranted granted;
    granted.cycle = services::kCycle;
    granted.agency = services::kDepartment;
    granted.percent = 25;
    granted.approver = PersonCode::of("CHAIR");
    granted.document = DocumentId::of("QD1");
    granted.reason = Text::of("Thành tích đột xuất");
    QuotaSettled settled;
    settled.cycle = services::kCycle;
    settled.agency = services::kDepartment;
    SettledGroup whole;
    whole.counts = {6, 24, 0, 0, 0, 30};
    whole.readings = {{QuotaBase::good, 25, QuotaRounding::floor, 6, true}};
    whole.max_excellent = 6;
    settled.groups = {whole};
    application_.reset();
    write({granted, settled});
    settled.exception_document = DocumentId::of("QD1");
    write({settled});
    application_ = made();
    folded();
    const auto answer = get("/v1/cycles/2023/settlements/51-S05", "OFFICER");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/settlements"), "[2]") << answer.content();
    EXPECT_EQ(text_at(answer, "data/settlements/0/settled/groups/0/maxExcellent"), "6");
    EXPECT_EQ(text_at(answer, "data/settlements/0/withoutException/0/maxExcellent"), "5");
    EXPECT_EQ(text_at(answer, "data/settlements/1/withoutException"), "[0]");
    // Nobody has filed: everybody is staff, and nobody can be excellent yet.
    EXPECT_EQ(text_at(answer, "data/forecast/0/counts/excellent"), "0");
    EXPECT_EQ(text_at(answer, "data/forecast/0/maxExcellent"), "0");
    EXPECT_NE(text_at(answer, "data/forecast/0/counts/staff"), "0");
}

// Nine are rated by the department, three of them hope for excellent: one may be, and the answer says so beforehand.
TEST_F(RuleAnswers, AForecastBeforeTheMeetingTellsHowManyMayBeExcellent) {
    for (const auto person : {"DEPUTY", "HEAD1", "HEAD2", "OFFICER", "A1", "A2", "A3", "B1", "PRINCIPAL"}) {
        auto form = services::the_form(person);
        const bool hopes = person[0] == 'A';
        form.proposed_level = hopes ? Level::excellent : Level::good;
        done(person, form);
    }
    folded();
    const auto size = main_size();
    const auto answer = get("/v1/cycles/2023/settlements/51-S05", "OFFICER");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/settlements"), "[0]") << "nothing is settled yet";
    EXPECT_EQ(text_at(answer, "data/forecast/0/counts/excellent"), "3");
    EXPECT_EQ(text_at(answer, "data/forecast/0/counts/good"), "6");
    EXPECT_EQ(text_at(answer, "data/forecast/0/counts/staff"), "9");
    EXPECT_EQ(text_at(answer, "data/forecast/0/maxExcellent"), "1");
    std::string binding;
    for (int i = 0; i < 9; ++i) {
        const auto at = "data/forecast/0/readings/" + std::to_string(i) + "/";
        if (text_at(answer, at + "binding") == "true") binding += text_at(answer, at + "maxExcellent") + " ";
    }
    EXPECT_EQ(binding, "1 ") << "one reading binds: " << answer.content();
    EXPECT_EQ(written_since(size), "");
}

}  // namespace
}  // namespace minhbach::api::routes
