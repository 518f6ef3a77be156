// What the rules below the law, terms and sources mean for people, told in the words of those rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_layers.hpp"
#include "services/evaluation/assessment.hpp"

namespace minhbach::services::evaluation {
namespace {

using testing::HasSubstr;

// "Ít nhất 50% nhiệm vụ hoàn thành vượt mức" (điểm b khoản 1 Điều 8), concretised by the agency as 60 %.
TEST(LayerStory, WhoExceededHalfIsExcellentByTheLawAndGoodByTheAgencysLayer) {
    const auto by_law = discussed(a_year_with_guidance(), {"A1"});
    EXPECT_TRUE(by_law.when("OFFICER", a_proposal("A1", Level::excellent)));
    const auto by_layer = discussed(layered(a_year_with_guidance()), {"A1"});
    const auto refused = by_layer.when("OFFICER", a_proposal("A1", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "level-not-allowed /level");
    EXPECT_THAT(refused.error().clause, HasSubstr("điểm b khoản 1 Điều 8"));
    EXPECT_TRUE(by_layer.when("OFFICER", a_proposal("A1", Level::good)));
    const auto past = by_layer.past();
    const auto assessed = assess(*past, past->dossier(dossier_of("A1")), Judge::advisory_body);
    ASSERT_TRUE(assessed);
    const auto& trace = assessed->evaluation.trace;
    EXPECT_TRUE(std::any_of(trace.begin(), trace.end(), [](const auto& entry) {
        return !entry.held && entry.note &&
               entry.note->str() == "Lớp cụ thể hóa 51-S05 (văn bản HD12): 60% thay cho 50%";
    }));
}

// "Quyết định ghi lớp cụ thể hóa đã áp dụng": document and hash of the layer stand in the decision for ever.
TEST(LayerStory, TheDecisionNamesTheLayersDocumentAndHash) {
    const auto year = discussed(layered(a_year_with_guidance()), {"A1"})
                          .after("OFFICER", a_proposal("A1", Level::good))
                          .at("2023-11-28T08:00");
    const auto event = only<RatingDecided>(year.when("DIRECTOR", a_decision({a_line("A1", Level::good)})));
    ASSERT_EQ(event.layers.size(), 1u);
    EXPECT_EQ(event.layers[0].name.str(), "51-S05");
    EXPECT_EQ(event.layers[0].document, DocumentId::of("HD12"));
    EXPECT_EQ(event.layers[0].layer_hash, concretisation::hash_of(a_layer()));
    auto lower = a_proposal("A1", Level::good);
    lower.reason = Text::of("Chưa nổi trội");
    const auto without = discussed(a_year_with_guidance(), {"A1"}).after("OFFICER", lower).at("2023-11-28T08:00");
    auto line = a_line("A1", Level::good, "Chưa nổi trội");
    EXPECT_TRUE(only<RatingDecided>(without.when("DIRECTOR", a_decision({line}))).layers.empty());
}

// "Nguồn ý kiến bắt buộc phải được lấy trước khi đề xuất."
TEST(LayerStory, ARequiredSideIsHeardBeforeTheProposal) {
    auto layer = a_layer();
    layer.shares.clear();
    layer.sources = {{CommentSide::peer, true, 3, {}}, {CommentSide::superior, false, 3, {}}};
    const auto year = discussed(layered(a_year_with_guidance(), layer), {"A1"});
    const auto refused = year.when("OFFICER", a_proposal("A1", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "step-order");
    EXPECT_THAT(refused.error().clause, HasSubstr("Lớp cụ thể hóa 51-S05, văn bản HD12"));
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("đồng cấp"));
    RecordComment comment{dossier_of("A1"), CommentSide::peer, Text::of("Phối hợp tốt"), {}};
    EXPECT_TRUE(year.after("A2", comment).when("OFFICER", a_proposal("A1", Level::excellent)));
    comment.side = CommentSide::superior;
    EXPECT_EQ(refusal_of(year.after("DEPUTY", comment).when("OFFICER", a_proposal("A1", Level::excellent))),
              "step-order")
        << "another side does not stand in";
}

// "Đã lấy ý kiến, hết thời hạn không trả lời": silence holds nobody up for ever.
TEST(LayerStory, AskedAndNoAnswerIsEnoughWhenTheTermHasRunOut) {
    auto layer = a_layer();
    layer.shares.clear();
    layer.sources = {{CommentSide::peer, true, 3, {}}};
    const auto year = discussed(layered(a_year_with_guidance(), layer), {"A1"}).at("2023-11-24T08:00");
    const RequestOpinion asking{dossier_of("A1"), CommentSide::peer, Label::of("Phòng Ngân sách"), {}};
    const auto asked = year.when("OFFICER", asking);
    EXPECT_EQ(only<OpinionRequested>(asked).due, Date::of("2023-11-29")) << "three working days after Friday";
    const auto waiting = year.and_decided(asked);
    const auto refused = waiting.at("2023-11-29T16:00").when("OFFICER", a_proposal("A1", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "step-order");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("29/11/2023"));
    EXPECT_TRUE(waiting.at("2023-11-30T08:00").when("OFFICER", a_proposal("A1", Level::excellent)));
    // The term of the layer is nobody's to shorten, and the sides are those that a person has.
    auto hurried = asking;
    hurried.due = Date::of("2023-11-27");
    EXPECT_EQ(refusal_of(year.when("OFFICER", hurried)), "invalid-field /due");
    auto below = asking;
    below.side = CommentSide::subordinate;
    EXPECT_EQ(refusal_of(year.when("OFFICER", below)), "invalid-field /side") << "staff have no subordinates";
    EXPECT_EQ(refusal_of(year.when("B1", asking)), "not-competent");
    EXPECT_TRUE(year.when("HEAD1", asking)) << "who comments on the person may ask, too";
}

// "Ý kiến cấp ủy đối với công chức không giữ chức vụ": the law asks for none, the agency may.
TEST(LayerStory, AnAgencyMayAskThePartyCommitteeAboutEverybody) {
    auto layer = a_layer();
    layer.shares.clear();
    layer.party_opinion = true;
    const auto year = discussed(layered(a_year_with_guidance(), layer), {"A1"});
    EXPECT_EQ(refusal_of(year.when("OFFICER", a_proposal("A1", Level::excellent))), "party-opinion-missing");
    EXPECT_TRUE(year.after("OFFICER", a_party_opinion("A1")).when("OFFICER", a_proposal("A1", Level::excellent)));
}

// "Tỷ lệ xuất sắc chỉ được thấp hơn": nine good or better allow one by the law's 20 %, none by the layer's 10 %.
TEST(LayerStory, ALowerShareBindsTheSettlement) {
    auto layer = a_layer();
    layer.shares.clear();
    layer.quota = LayerQuota{10, {}};
    const auto year = [&](const Given& begun) {
        std::vector<std::string_view> people{"DEPUTY", "HEAD1", "HEAD2", "OFFICER",  "A1",
                                             "A2",     "A3",    "B1",    "PRINCIPAL"};
        std::vector<Event> proposals;
        for (const auto person : people) {
            ProposalMade made;
            made.dossier = dossier_of(person);
            made.person = PersonCode::of(person);
            made.level = person == "A1" ? Level::excellent : Level::good;
            proposals.push_back(made);
        }
        return begun.and_given(proposals).at("2023-11-28T08:00");
    };
    EXPECT_TRUE(year(a_year_with_guidance()).when("DIRECTOR", a_settlement({"A1"})));
    const auto refused = year(layered(a_year_with_guidance(), layer)).when("DIRECTOR", a_settlement({"A1"}));
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /selected");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("tối đa 0 người"));
}

// "Kỳ đã khóa": what is decided stays, but who is wronged can still be put right.
TEST(LayerStory, AfterTheClosingOnlyWhatTheLawKeepsOpenGoesOn) {
    auto line = a_line("A1", Level::completed, "Chưa nổi trội");
    const auto year = discussed(a_year_with_guidance().and_given({a_document("KQ1")}), {"A1"})
                          .after("OFFICER", a_proposal("A1", Level::excellent))
                          .at("2023-11-28T08:00")
                          .after("DIRECTOR", a_decision({line}));
    cycle::CloseCycle closing{kCycle, DocumentId::of("KQ1"), true, Text::of("Còn hồ sơ chờ kết luận cấp trên")};
    const auto closed = year.at("2023-12-20T08:00").after("ADMIN", closing).at("2023-12-21T08:00");
    for (const auto& refused : {closed.when("A2", the_form("A2")), closed.when("DIRECTOR", a_judgement("A2")),
                                closed.when("CHAIR", a_collective("51-S05")), closed.when("DIRECTOR", a_settlement({})),
                                closed.when("OFFICER", a_meeting("M9", "51-S05", {"A1"}))}) {
        ASSERT_FALSE(refused);
        std::vector<std::string> types{refused.error().type};
        for (const auto& more : refused.error().more) types.push_back(more.type);
        EXPECT_THAT(types, testing::Contains("cycle-closed"));
    }
    EXPECT_THAT(closed.when("A2", the_form("A2")).error().detail_vi, HasSubstr("118/QĐ-STC"));
    ReRate again;
    again.dossier = dossier_of("A1");
    again.decision = closed.past()->dossier(dossier_of("A1")).decision->revision;
    again.ground = ReratingGround::error;
    again.reason = Text::of("Sai số liệu");
    again.level = Level::good;
    again.document = DocumentId::of("QD1");
    const auto rerated = closed.when("DIRECTOR", again);
    EXPECT_TRUE(rerated) << rerated.error().detail_en;
    EXPECT_TRUE(
        closed.when("DIRECTOR", IssueNotices{{dossier_of("A1")}, DocumentId::of("TB1"), Date::of("2023-12-21"), {}}));
    // Reopened on a document, the year goes on.
    const auto open =
        closed.after("ADMIN", cycle::ReopenCycle{kCycle, DocumentId::of("KQ1"), Text::of("Bổ sung hồ sơ")});
    EXPECT_TRUE(open.when("A2", the_form("A2")));
}

// "Hồ sơ giấy lập trước khi khóa kỳ": evidence of what was done in time is still taken in.
TEST(LayerStory, PaperOfBeforeTheClosingIsTakenInAndPaperOfAfterIsABreach) {
    const auto year = a_year_with_guidance().and_given({a_document("KQ1")}).at("2023-12-20T08:00");
    const auto closed = year.after("ADMIN", cycle::CloseCycle{kCycle, DocumentId::of("KQ1"), true, Text::of("Hết kỳ")})
                            .at("2023-12-22T08:00");
    auto form = the_form("A2");
    form.on_paper = on_paper("A2", "2023-11-20T09:00");
    EXPECT_TRUE(only<SelfAssessmentFiled>(closed.when("OFFICER", form)).breaches.empty());
    form.on_paper = on_paper("A2", "2023-12-21T09:00");
    const auto breaches = only<SelfAssessmentFiled>(closed.when("OFFICER", form)).breaches;
    ASSERT_EQ(breaches.size(), 1u);
    EXPECT_EQ(breaches[0].type.str(), "cycle-closed");
}

// Nghị định 90 before 15/9/2023 counted only violations while performing the duty; bound for a unit, it does so there.
TEST(LayerStory, AUnitBoundToTheEarlierRulebookIsJudgedByIt) {
    DisciplineRecorded discipline{
        PersonCode::of("A1"),   ViolationId::of("V1"), 2023, DisciplineKind::administrative, DisciplineForm::reprimand,
        Date::of("2023-06-01"), DocumentId::of("D1"),  false};
    const auto year = a_year_with_guidance().and_given({discipline});
    const cycle::BindRulebook binding{kCycle, kDepartment, RulebookId::of("nd90-2020"), DocumentId::of("GH1"),
                                      Text::of("Đơn vị thí điểm theo quy định cũ")};
    const auto level_of = [](const Given& history) {
        const auto past = discussed(history, {"A1"}).past();
        const auto assessed = assess(*past, past->dossier(dossier_of("A1")), Judge::advisory_body);
        return assessed ? std::pair(assessed->evaluation.level, assessed->evaluation.rulebook.str())
                        : std::pair(std::optional<Level>(), assessed.error().field);
    };
    EXPECT_EQ(level_of(year), std::pair(std::optional(Level::not_completed), std::string("nd90-48-2023")));
    const auto bound = year.at("2023-11-15T10:00").after("ADMIN", binding);
    EXPECT_EQ(level_of(bound), std::pair(std::optional(Level::excellent), std::string("nd90-2020")));
    // The school lies below the department, another department does not.
    const auto past = bound.past();
    EXPECT_EQ(rulebook_of(*past, kCycle, UnitCode::of("51-S05.T1"), Date::of("2023-11-16")).value()->id().str(),
              "nd90-2020");
    EXPECT_EQ(rulebook_of(*past, kCycle, UnitCode::of("51-S02"), Date::of("2023-11-16")).value()->id().str(),
              "nd90-48-2023");
    // Where nobody recorded what that rulebook asks, it says so instead of guessing.
    discipline.in_performance_of_duty.reset();
    EXPECT_EQ(level_of(a_year_with_guidance().and_given({discipline}).at("2023-11-15T10:00").after("ADMIN", binding)),
              std::pair(std::optional<Level>(), std::string("/disciplines/0/inPerformanceOfDuty")));
}

}  // namespace
}  // namespace minhbach::services::evaluation
