// A lower layer asks more, never less; it is issued before anybody assesses themselves, and then stands.
#include "services/concretisation/concretisation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_layers.hpp"
#include "services/concretisation/layers.hpp"

namespace minhbach::services::concretisation {
namespace {

using testing::HasSubstr;

std::string proposed(const RuleLayer& layer, const Given& year = a_year_with_guidance()) {
    return refusal_of(year.when("DIRECTOR", a_layer_proposal(layer)));
}
RuleLayer with(const std::function<void(RuleLayer&)>& change) {
    auto layer = a_layer();
    change(layer);
    return layer;
}
GrantedPower a_power() {
    return {DocumentId::of("CV5721"), Label::of("khoản 2 mục III")};
}

TEST(ProposeConcretisation, ByTheHeadWithThePartyCommittee) {
    const auto event = only<ConcretisationProposed>(a_year_with_guidance().when("DIRECTOR", a_layer_proposal()));
    EXPECT_EQ(event.version, 1);
    EXPECT_EQ(event.layer, a_layer());
    EXPECT_EQ(event.layer_hash, hash_of(a_layer()));
    EXPECT_EQ(event.agreed_on, Date::of("2023-11-14"));
    for (const auto person : {"OFFICER", "HEAD1", "A1", "CHAIR"})
        EXPECT_EQ(refusal_of(a_year_with_guidance().when(person, a_layer_proposal())), "not-competent") << person;
    auto early = a_layer_proposal();
    early.agreed_on = Date::of("2023-11-16");
    EXPECT_EQ(refusal_of(a_year_with_guidance().when("DIRECTOR", early)), "invalid-field /agreedOn");
    auto nobody = a_layer_proposal();
    nobody.party_committee = Label{};
    EXPECT_EQ(refusal_of(a_year_with_guidance().when("DIRECTOR", nobody)), "invalid-field /partyCommittee");
    auto division = a_layer_proposal();
    division.agency = UnitCode::of("51-S05.P1");
    EXPECT_EQ(refusal_of(a_year_with_guidance().when("DIRECTOR", division)), "invalid-field /agency");
}

TEST(ProposeConcretisation, APercentageOnlyGetsStricter) {
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(50)}; })), "accepted") << "as strict";
    const auto loose =
        a_year_with_guidance().when("DIRECTOR", a_layer_proposal(with([](auto& l) { l.shares = {a_share(49)}; })));
    EXPECT_EQ(refusal_of(loose), "loosens-rule /layer/shares/0/percent");
    EXPECT_THAT(loose.error().clause, HasSubstr("điểm b khoản 1 Điều 8 Nghị định số 90/2020/NĐ-CP"));
    EXPECT_THAT(loose.error().detail_vi, HasSubstr("49% là nới lỏng so với 50%"));
    // "Không quá" is stricter downwards: at most 20 % of the criteria found wanting.
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(10, "nd90.10.1.b", "criteria.deficient")}; })),
              "accepted");
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(21, "nd90.10.1.b", "criteria.deficient")}; })),
              "loosens-rule /layer/shares/0/percent");
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(101)}; })), "invalid-field /layer/shares/0/percent");
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(60, "nd90.99", "tasks.exceeded")}; })),
              "invalid-field /layer/shares/0/clause");
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(60, "nd90.8.1.b", "tasks.missing")}; })),
              "invalid-field /layer/shares/0/clause");
}

TEST(ProposeConcretisation, APowerThatIsNamedAllowsLess) {
    EXPECT_EQ(proposed(with([](auto& l) {
                  l.shares = {a_share(40)};
                  l.shares[0].under = a_power();
              })),
              "accepted");
    EXPECT_EQ(proposed(with([](auto& l) {
                  l.shares = {a_share(40)};
                  l.shares[0].under = GrantedPower{DocumentId::of("NONE"), Label::of("khoản 1")};
              })),
              "invalid-field /layer/shares/0/under/document");
}

TEST(ProposeConcretisation, TheQuotaAndTheTermOnlyShrink) {
    EXPECT_EQ(proposed(with([](auto& l) { l.quota = LayerQuota{15, {}}; })), "accepted");
    const auto more =
        a_year_with_guidance().when("DIRECTOR", a_layer_proposal(with([](auto& l) { l.quota = LayerQuota{25, {}}; })));
    EXPECT_EQ(refusal_of(more), "loosens-rule /layer/quota/percent");
    EXPECT_THAT(more.error().clause, HasSubstr("khoản 6 Điều 2"));
    EXPECT_EQ(proposed(with([](auto& l) { l.quota = LayerQuota{25, a_power()}; })), "accepted");
    const LayerTerm early{{Date::of("2023-11-18"), true}, {}}, late{{Date::of("2023-12-01"), true}, {}};
    EXPECT_EQ(proposed(with([&](auto& l) { l.self_assessment = early; })), "accepted");
    EXPECT_EQ(proposed(with([&](auto& l) { l.self_assessment = late; })), "loosens-rule /layer/selfAssessment/until");
}

TEST(FillOverlay, StandsAboveTheAgencies) {
    FillOverlay overlay{kCycle, Label::of("13-HD/TU"), {}, DocumentId::of("HD12")};
    overlay.layer.sources = {{CommentSide::superior, true, 3, {}}};
    overlay.layer.shares = {a_share(55)};
    overlay.layer.quota = LayerQuota{18, {}};
    const auto year = a_year_with_guidance();
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", overlay)), "not-competent");
    auto other = overlay;
    other.slot = Label::of("14-HD/TU");
    EXPECT_EQ(refusal_of(year.when("ADMIN", other)), "invalid-field /slot");
    auto loose = overlay;
    loose.layer.shares = {a_share(45)};
    EXPECT_EQ(refusal_of(year.when("ADMIN", loose)), "loosens-rule /layer/shares/0/percent");
    const auto filled = year.after("ADMIN", overlay);
    // Now the province's text is what an agency may not loosen.
    EXPECT_EQ(proposed(with([](auto& l) { l.shares = {a_share(52)}; }), filled),
              "loosens-rule /layer/shares/0/percent");
    EXPECT_EQ(proposed(with([](auto& l) { l.quota = LayerQuota{20, {}}; }), filled),
              "loosens-rule /layer/quota/percent");
    const auto optional = filled.when(
        "DIRECTOR", a_layer_proposal(with([](auto& l) { l.sources = {{CommentSide::superior, false, 3, {}}}; })));
    EXPECT_EQ(refusal_of(optional), "loosens-rule /layer/sources/0/required");
    EXPECT_THAT(optional.error().clause, HasSubstr("13-HD/TU"));
    EXPECT_EQ(proposed(with([](auto& l) { l.sources = {{CommentSide::superior, true, 4, {}}}; }), filled),
              "loosens-rule /layer/sources/0/answerWorkingDays");
    EXPECT_EQ(proposed(with([](auto& l) {
                           l.sources = {{CommentSide::superior, true, 2, {}}, {CommentSide::peer, false, 5, {}}};
                       }),
                       filled),
              "accepted")
        << "sooner, and one source more";
    // An answer is due in the rulebook's own term at the latest, and what the law requires stays required.
    EXPECT_EQ(proposed(with([](auto& l) { l.sources = {{CommentSide::peer, false, 6, {}}}; }), filled),
              "loosens-rule /layer/sources/0/answerWorkingDays");
    const auto law = filled.when(
        "DIRECTOR", a_layer_proposal(with([](auto& l) { l.sources = {{CommentSide::former_agency, false, 3, {}}}; })));
    EXPECT_EQ(refusal_of(law), "loosens-rule /layer/sources/0/required");
    EXPECT_THAT(law.error().clause, HasSubstr("khoản 1 Điều 20"));
    // Issuing checks once more what was filled in between.
    const auto before = year.after("DIRECTOR", a_layer_proposal(with([](auto& l) { l.shares = {a_share(52)}; })));
    EXPECT_EQ(refusal_of(before.after("ADMIN", overlay).when("DIRECTOR", a_layer_issue())),
              "loosens-rule /layer/shares/0/percent");
    // Nobody in the province may have assessed themselves yet.
    EXPECT_EQ(refusal_of(year.after("A1", the_form("A1")).when("ADMIN", overlay)), "step-order /layer");
}

TEST(IssueConcretisation, OnlyTheLastProposalAndOnItsDocument) {
    const auto year = a_year_with_guidance().after("DIRECTOR", a_layer_proposal());
    const auto event = only<ConcretisationIssued>(year.when("DIRECTOR", a_layer_issue()));
    EXPECT_EQ(event.layer_hash, hash_of(a_layer()));
    EXPECT_EQ(refusal_of(year.when("OFFICER", a_layer_issue())), "not-competent");
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", a_layer_issue(2))), "step-order /version");
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", a_layer_issue(1, "KH1"))), "invalid-field /document")
        << "not signed yet";
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", a_layer_issue(1, "CV5721"))), "invalid-field /document")
        << "before the committee agreed";
    EXPECT_EQ(refusal_of(year.after("DIRECTOR", a_layer_issue()).when("DIRECTOR", a_layer_issue())),
              "nothing-to-change");
    EXPECT_EQ(refusal_of(a_year_with_guidance().when("DIRECTOR", a_layer_issue())), "step-order /version");
}

TEST(IssueConcretisation, IsFrozenByTheFirstSelfAssessmentOfTheAgency) {
    const auto year = a_year_with_guidance().after("DIRECTOR", a_layer_proposal()).at("2023-11-16T08:00");
    const auto frozen = year.after("B1", the_form("B1"));
    const auto refused = frozen.when("DIRECTOR", a_layer_issue());
    EXPECT_EQ(refusal_of(refused), "step-order /version");
    EXPECT_EQ(refused.error().clause, "quy định nội bộ");
    EXPECT_THAT(refused.error().detail_vi, HasSubstr("2023.B1"));
    EXPECT_EQ(proposed(a_layer(), frozen), "step-order /layer");
    // The school below is an agency of its own.
    EXPECT_TRUE(year.after("TEACHER", the_form("TEACHER")).when("DIRECTOR", a_layer_issue()));
}

TEST(Circulation, IsWrittenByThoseInChargeAndByEachPersonForThemselves) {
    const auto year = layered(a_year_with_guidance());
    const SendConcretisation sending{
        kCycle, kDepartment, Label::of("Thư điện tử công vụ"), {PersonCode::of("A1"), PersonCode::of("A2")}};
    EXPECT_EQ(only<ConcretisationSent>(year.when("OFFICER", sending)).version, 1);
    EXPECT_TRUE(year.when("DIRECTOR", sending));
    EXPECT_EQ(refusal_of(year.when("A1", sending)), "not-competent");
    auto twice = sending;
    twice.recipients.push_back(PersonCode::of("A1"));
    EXPECT_EQ(refusal_of(year.when("OFFICER", twice)), "invalid-field /recipients/2");
    EXPECT_EQ(refusal_of(a_year_with_guidance().when("OFFICER", sending)), "step-order /agency") << "nothing issued";

    const OpenConcretisation opening{kCycle, kDepartment};
    const AcknowledgeConcretisation reading{kCycle, kDepartment};
    EXPECT_EQ(only<ConcretisationOpened>(year.when("A1", opening)).person, PersonCode::of("A1"));
    EXPECT_EQ(only<ConcretisationAcknowledged>(year.when("A1", reading)).person, PersonCode::of("A1"));
    EXPECT_TRUE(types_of(year.after("A1", opening).when("A1", opening)).empty()) << "once is enough";
    EXPECT_TRUE(types_of(year.after("A1", reading).when("A1", reading)).empty());
    EXPECT_EQ(refusal_of(year.when("TEACHER", reading)), "not-competent /agency") << "works at the school";
    EXPECT_EQ(refusal_of(year.when("CHAIR", opening)), "not-competent /agency");

    HoldBriefing briefing{
        kCycle, kDepartment, Time::of("2023-11-15T08:30"), PersonCode::of("DEPUTY"), {PersonCode::of("A3")}, {}};
    EXPECT_TRUE(year.when("OFFICER", briefing));
    EXPECT_EQ(refusal_of(year.when("A3", briefing)), "not-competent");
    briefing.held_at = Time::of("2023-11-16T08:30");
    EXPECT_EQ(refusal_of(year.when("OFFICER", briefing)), "invalid-field /heldAt");
    briefing.held_at = Time::of("2023-11-14T08:30");
    EXPECT_EQ(refusal_of(year.when("OFFICER", briefing)), "invalid-field /heldAt") << "before the document";
}

TEST(Tightening, TheStricterOfTwoLayersHoldsAndAPostMayHaveItsOwn) {
    auto layer = a_layer();
    layer.shares.push_back(a_share(70));
    layer.shares.back().position = Label::of("Chuyên viên");
    const InForce layers{{{Label::of("51-S05"), DocumentId::of("HD12"), hash_of(layer)}}, {&layer}};
    const auto& book = law::nd90_48_2023();
    const auto clauses = law::clauses_with_share(book, "nd90.8.1.b", "tasks.exceeded");
    ASSERT_EQ(clauses.size(), 1u);
    EXPECT_EQ(tightening_of(layers, book, Label::of("Chuyên viên")).percent_of(*clauses[0]), 70);
    EXPECT_EQ(tightening_of(layers, book, Label::of("Kế toán")).percent_of(*clauses[0]), 60);
    EXPECT_EQ(law::Tightening().percent_of(*clauses[0]), 50);
    const auto tightened = tightening_of(layers, book, Label::of("Kế toán"));
    ASSERT_NE(tightened.of(*clauses[0]), nullptr);
    EXPECT_EQ(tightened.of(*clauses[0])->note.vi.str(), "Lớp cụ thể hóa 51-S05 (văn bản HD12): 60% thay cho 50%");
}

// Terms that bind the agency can be shorter than the rulebook's, never longer; of two layers the shorter holds.
TEST(LayerTerms, TightenAndNeverLoosen) {
    const auto proposed = [&](LayerTermName term, int days, const Given& history = a_year_with_guidance()) {
        auto layer = a_layer();
        layer.terms = std::vector<LayerDays>{{term, days, {}}};
        return history.when("DIRECTOR", a_layer_proposal(layer));
    };
    EXPECT_TRUE(proposed(LayerTermName::notice, 3));
    EXPECT_TRUE(proposed(LayerTermName::petition_answer, 10));
    const auto longer = proposed(LayerTermName::petition_answer, 11);
    EXPECT_EQ(refusal_of(longer), "loosens-rule /layer/terms/0/days");
    EXPECT_EQ(longer.error().clause, "quy định nội bộ");
    EXPECT_EQ(refusal_of(proposed(LayerTermName::notice, 0)), "invalid-field /layer/terms/0/days");
    RuleLayer province;
    province.terms = std::vector<LayerDays>{{LayerTermName::notice, 2, {}}};
    const auto overlaid = a_year_with_guidance().after(
        "ADMIN", FillOverlay{kCycle, Label::of("13-HD/TU"), province, DocumentId::of("D1")});
    const auto looser = proposed(LayerTermName::notice, 3, overlaid);
    EXPECT_EQ(refusal_of(looser), "loosens-rule /layer/terms/0/days");
    EXPECT_NE(looser.error().clause.find("13-HD/TU"), std::string::npos);
    EXPECT_TRUE(proposed(LayerTermName::notice, 2, overlaid));
}

}  // namespace
}  // namespace minhbach::services::concretisation
