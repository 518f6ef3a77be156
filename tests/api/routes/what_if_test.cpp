// What would follow from other facts: told as a person argues it, and kept nowhere.
#include "api/routes/argument.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

class WhatIf : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        done("A1", services::the_form("A1"));
        done("DIRECTOR", services::a_judgement("A1"));
        folded();
    }
    http::Response asked(const std::string& person, const std::string& body) {
        const auto size = main_size();
        auto answer = post("/v1/rules/what-if", person, body);
        EXPECT_EQ(written_since(size), "") << "nothing is kept";
        return answer;
    }
    // As they stand in the dossier, without saying whose they are.
    static std::string facts_of_a1() {
        return R"({"rulebook":"nd90-48-2023","track":"STATE","year":2023,)"
               R"("subject":{"class":"CIVIL_SERVANT","leader":false},"disciplines":[],)"
               R"("violationsAlreadyCounted":[],"general":{"politics":"WELL","ethics":"WELL","style":"WELL",)"
               R"("discipline":"WELL"},"criteria":{"total":20,"completed":20,"deficient":0},"effectiveness":"HIGH",)"
               R"("service":{"monthsWorked":12,"absenceMonths":0,"maternityMonths":0},)"
               R"("findings":{"degradation":false,"unitCorruptionHandled":false},)"
               R"("tasks":{"assigned":20,"completed":20,"onTimeWithQuality":20,"exceeded":10}})";
    }
    // The sentence of the first clause whose Vietnamese one holds `part`.
    static std::string said(const http::Response& answer, std::string_view part, std::string_view language) {
        for (int i = 0; i < 40; ++i) {
            const auto at = "trace/" + std::to_string(i) + "/said/";
            if (text_at(answer, at + "vi").find(part) != std::string::npos)
                return text_at(answer, at + std::string(language));
        }
        return "(none)";
    }
};

TEST_F(WhatIf, ADossierWithOneFactChangedAgainstAsItIs) {
    const auto answer = asked("DIRECTOR", R"({"dossier":"2023.A1","changes":{"tasks":{"exceeded":9}}})");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "unchanged/level"), "EXCELLENT") << "ten of twenty are half of them";
    EXPECT_EQ(text_at(answer, "level"), "GOOD");
    EXPECT_EQ(text_at(answer, "facts/tasks/exceeded"), "9");
    EXPECT_EQ(text_at(answer, "facts/tasks/assigned"), "20") << "the others stay";
    EXPECT_EQ(
        said(answer, "vượt mức", "vi"),
        "Ít nhất 50% nhiệm vụ hoàn thành vượt mức (điểm b khoản 1 Điều 8 Nghị định số 90/2020/NĐ-CP (được sửa đổi, "
        "bổ sung bởi Nghị định số 48/2023/NĐ-CP)): nhiệm vụ vượt mức: 9 trên nhiệm vụ được giao: 20, bằng 45%; yêu "
        "cầu ít nhất 50% – chưa đạt.");
    EXPECT_EQ(
        said(answer, "vượt mức", "en"),
        "At least 50% of the tasks are exceeded (point b, clause 1, Article 8 of Decree 90/2020/NĐ-CP (as amended "
        "by Decree 48/2023/NĐ-CP)): tasks exceeded: 9 of tasks assigned: 20, which is 45%; asked is at least 50% "
        "– not met.");
    EXPECT_EQ(text_at(answer, "conclusion/vi"), "Theo các căn cứ trên: \"Hoàn thành tốt nhiệm vụ\".");
    EXPECT_EQ(text_at(answer, "rulebookHash"), services::law::nd90_48_2023().hash().str());
    ASSERT_TRUE(house().access.wait_until({access_size() - 1}, 20'000));
    EXPECT_EQ(text_at(get("/v1/dossiers/2023.A1/views", "A1"), "data/items/0/view"), "what-if")
        << "who looked is entered";
}

TEST_F(WhatIf, TheSameFactsUnderAnotherRulebook) {
    const auto answer = asked("DIRECTOR", R"({"dossier":"2023.A1","rulebook":"nd90-2020"})");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "rulebook"), "nd90-2020");
    EXPECT_EQ(text_at(answer, "level"), "EXCELLENT");
    EXPECT_EQ(problem_of(asked("DIRECTOR", R"({"dossier":"2023.A1","rulebook":"qd124-2023"})")), "invalid-field");
    EXPECT_EQ(problem_of(asked("DIRECTOR", R"({"dossier":"2023.A1","rulebook":"nd1"})")), "unknown-rulebook");
}

TEST_F(WhatIf, FactsAloneNeedNoDossier) {
    std::string body = R"({"facts":{"rulebook":"nd90-48-2023","track":"STATE","year":2023,)"
                       R"("subject":{"class":"CIVIL_SERVANT","leader":true},"disciplines":[],)"
                       R"("violationsAlreadyCounted":[],"general":{"politics":"WELL","ethics":"WELL","style":"WELL",)"
                       R"("discipline":"WELL","leadership":"WELL"},"criteria":{"total":5,"completed":5,"deficient":0},)"
                       R"("effectiveness":"HIGH","service":{"monthsWorked":12,"absenceMonths":0,"maternityMonths":0},)"
                       R"("findings":{"degradation":false,"unitCorruptionHandled":false},)"
                       R"("targets":{"assigned":10,"completed":10,"onTimeWithQuality":10,"exceeded":6},)"
                       R"("managedUnits":["EXCELLENT","GOOD"],"unitLevel":"GOOD"})";
    const auto capped = asked("A3", body + "}");
    ASSERT_EQ(capped.status, 200) << capped.content();
    EXPECT_EQ(text_at(capped, "level"), "GOOD") << "not above the unit";
    EXPECT_EQ(text_at(capped, "caps/0"), "UNIT_LEVEL");
    EXPECT_EQ(text_at(capped, "unchanged"), "(absent)");
    EXPECT_NE(said(capped, "hạ xuống", "en"), "(none)");
    const auto blocked = asked("A3", body + R"(,"changes":{"unitLevel":null}})");
    EXPECT_EQ(text_at(blocked, "outcome"), "BLOCKED") << blocked.content();
    const auto wrong = asked("A3", body + R"(,"changes":{"targets":{"exceeded":11}}})");
    EXPECT_EQ(problem_of(wrong), "facts-inconsistent");
    EXPECT_EQ(problem_of(asked("A3", body + R"(,"changes":{"targets":{"exceeded":1.5}}})")), "invalid-field");
}

// Whoever writes a self-assessment declares the judgements; all else is what the program holds.
TEST_F(WhatIf, WhoFillsInAFormNeedsNobodyToHaveJudged) {
    const std::string general = R"("general":{"politics":"WELL","ethics":"WELL","style":"WELL","discipline":"WELL")";
    const auto body = [&](const std::string& changes) {
        return R"({"dossier":"2023.A2","changes":{)" + changes + "}}";
    };
    const auto answer = asked("A2", body(general + R"(},"effectiveness":"HIGH")"));
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "level"), "GOOD") << "two of twenty tasks exceeded";
    EXPECT_EQ(text_at(answer, "facts/tasks/assigned"), "20");
    EXPECT_EQ(text_at(answer, "facts/service/monthsWorked"), "12");
    EXPECT_EQ(text_at(answer, "unchanged"), "(absent)") << "nobody has judged";
    EXPECT_EQ(problem_of(asked("A2", body(general + "}"))), "step-order") << "effectiveness is missing";
    EXPECT_EQ(problem_of(asked("A2", body(R"("general":{"politics":"WELL"},"effectiveness":"HIGH")"))), "step-order");
    // What was entered of the person counts, whatever the form says.
    application_.reset();
    write({ServiceRecorded{PersonCode::of("A2"), 2023, 5, 0, 0, Label::of("501/QĐ-STC")}});
    application_ = made();
    folded();
    const auto later = asked("A2", body(general + R"(},"effectiveness":"HIGH")"));
    EXPECT_EQ(text_at(later, "facts/service/monthsWorked"), "5");
    EXPECT_EQ(text_at(later, "outcome"), "NOT_RATED") << later.content();
}

TEST_F(WhatIf, StoresNothingButWhoLookedAtWhom) {
    const auto main_before = main_size(), access_before = access_size();
    const auto first = asked("DIRECTOR", R"({"dossier":"2023.A1","changes":{"tasks":{"exceeded":2}}})");
    EXPECT_EQ(text_at(first, "level"), "GOOD") << first.content();
    const auto again = asked("DIRECTOR", R"({"dossier":"2023.A1"})");
    EXPECT_EQ(text_at(again, "level"), "EXCELLENT") << "what was supposed before is forgotten";
    const auto alone = asked("DIRECTOR", R"({"facts":)" + facts_of_a1() + "}");
    EXPECT_EQ(text_at(alone, "level"), "EXCELLENT") << alone.content();
    EXPECT_EQ(written_since(main_before), "");
    // Both questions about the dossier, and none for facts that are nobody's.
    EXPECT_EQ(access_size(), access_before + 2);
    const auto own = get("/v1/dossiers/2023.A1/self-assessments", "A1");
    EXPECT_EQ(text_at(own, "data/versions"), "[1]") << "the form is the one that was filed";
    EXPECT_EQ(text_at(own, "data/versions/0/ruleLevel"), "EXCELLENT");
}

TEST_F(WhatIf, WhatIsNoQuestionIsRefused) {
    for (const auto body : {R"([])", R"({})", R"({"dossier":"2023.A1","facts":{}})", R"({"dossier":7})",
                            R"({"dossier":"2023.A1","changes":[]})", R"({"dossier":"2023.A1","more":1})"})
        EXPECT_EQ(problem_of(asked("DIRECTOR", body)), "invalid-field") << body;
    EXPECT_EQ(problem_of(asked("DIRECTOR", "{")), "malformed-json");
    EXPECT_EQ(asked("A2", R"({"dossier":"2023.A1"})").status, 404) << "a colleague's dossier";
    EXPECT_EQ(asked("DIRECTOR", R"({"dossier":"2023.NOBODY"})").status, 404);
    EXPECT_EQ(problem_of(asked("HEAD1", R"({"dossier":"2023.A2"})")), "step-order") << "nobody has judged A2";
}

TEST_F(WhatIf, TheLayerOverTheDossierIsAskedToo) {
    clock_.set(Time::of("2023-11-22T09:00"));
    RuleLayer layer;
    layer.shares = {{Label::of("nd90.8.1.b"), Label::of("tasks.exceeded"), 60, {}, {}}};
    ConcretisationProposed proposed{
        services::kCycle,     services::kDepartment, 1, layer, Digest::of(std::string(64, 'a')),
        Label::of("Đảng ủy"), Date::of("2023-11-21")};
    ConcretisationIssued issued{services::kCycle, services::kDepartment, 1, Digest::of(std::string(64, 'a')),
                                DocumentId::of("QD1")};
    application_.reset();
    write({proposed, issued});
    application_ = made();
    folded();
    const auto answer = asked("DIRECTOR", R"({"dossier":"2023.A1"})");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "level"), "GOOD") << "half is not sixty percent";
    EXPECT_EQ(text_at(answer, "layers/0/document"), "QD1");
    EXPECT_NE(said(answer, "60% thay cho 50%", "en").find("Layer 51-S05 (document QD1): 60% instead of 50%"),
              std::string::npos);
}

TEST(Argument, HasWordsForEveryFactAndGradeOfEveryRulebook) {
    ASSERT_GE(services::law::rulebooks().size(), 3U);
    for (const auto& book : services::law::rulebooks())
        EXPECT_EQ(without_words(*book), std::vector<std::string>()) << book->id().str();
}

}  // namespace
}  // namespace minhbach::api::routes
