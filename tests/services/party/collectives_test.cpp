// Party organisations, rated by the committee above: Điều 11-13 Quy định số 124-QĐ/TW, Hướng dẫn số 25-HD/BTCTW.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"
#include "other_actor.hpp"
#include "services/party/collective.hpp"

namespace minhbach::services::party {
namespace {

using ::testing::HasSubstr;

OpenPartyCollective opening(std::string_view id, std::optional<std::string_view> head = {},
                            PartyOrganisationKind kind = PartyOrganisationKind::cell) {
    OpenPartyCollective command;
    command.cycle = kCycle;
    command.committee_unit = kDepartment;
    command.organisation = PartyOrganisationId::of(id);
    command.name = Label::of("Chi bộ " + std::string(id));
    command.organisation_kind = kind;
    command.unit = kDepartment;
    if (head) command.head = PersonCode::of(*head);
    command.rulebook = kPartyRulebook;
    return command;
}
template <class Command>
Command on(std::string_view id) {
    Command command;
    command.cycle = kCycle;
    command.committee_unit = kDepartment;
    command.organisation = PartyOrganisationId::of(id);
    return command;
}
SelfRatePartyCollective self_rating(std::string_view id, Level level = Level::good) {
    auto command = on<SelfRatePartyCollective>(id);
    command.level = level;
    command.ground = Text::of("Theo báo cáo kiểm điểm");
    return command;
}
AppraisePartyCollective appraising(std::string_view id, Level level = Level::good) {
    auto command = on<AppraisePartyCollective>(id);
    const bool best = level == Level::excellent;
    command.criteria = {{Label::of("Xây dựng Đảng"), CriterionKind::general, true, CriterionGrade::good},
                        {Label::of("Kết quả lãnh đạo"), CriterionKind::result, true,
                         best ? CriterionGrade::excellent : CriterionGrade::good}};
    command.targets = {10, 10, false, false};
    command.opinion = Text::of("Nhất trí với mức tự xếp loại");
    command.proposed = level;
    return command;
}
CountPartyCollectiveBallot votes(std::string_view id, int good = 7) {
    auto command = on<CountPartyCollectiveBallot>(id);
    command.held_on = Date::of("2023-12-04");
    command.present = 7;
    command.good = good;
    command.excellent = 7 - good;
    command.minutes = a_party_paper("08-BB/ĐU");
    return command;
}
RatePartyCollective rating(std::string_view id, Level level = Level::good) {
    auto command = on<RatePartyCollective>(id);
    command.level = level;
    command.paper = a_party_paper("19-QĐ/ĐU");
    return command;
}

Given opened(const std::vector<std::string>& ids, std::optional<std::string_view> head_of_first = {}) {
    auto history = a_party_year();
    for (const auto& id : ids)
        history = history.after("SECRETARY", opening(id, &id == &ids.front() ? head_of_first : std::nullopt));
    return history;
}
Given voted_on(const Given& history, std::string_view id, Level level = Level::good) {
    return history.after("CELL", self_rating(id, level))
        .after("CELL", appraising(id, level))
        .after("CELL", votes(id, level == Level::excellent ? 0 : 7));
}

TEST(PartyCollective, GoesThroughItsStepsAndKeepsWhy) {
    const auto ready = voted_on(opened({"CB1"}), "CB1");
    const auto rated = only<PartyCollectiveRated>(ready.when("SECRETARY", rating("CB1")));
    EXPECT_EQ(rated.level, Level::good);
    EXPECT_EQ(rated.proposed, Level::good);
    ASSERT_TRUE(rated.evaluation);
    EXPECT_EQ(rated.evaluation->rulebook, kPartyRulebook);
    EXPECT_FALSE(rated.evaluation->trace.empty());
    EXPECT_FALSE(rated.quota) << "good needs no room";
    EXPECT_EQ(refusal_of(ready.when("CELL", rating("CB1"))), "not-competent") << "the committee decides";
    EXPECT_EQ(refusal_of(ready.when("DIRECTOR", rating("CB1"))), "not-competent") << "the state's head does not";
    EXPECT_EQ(refusal_of(ready.when("SECRETARY", rating("CB9"))), "not-found-or-not-allowed /organisation");
}

// Điều 11, in its order: each step that is missing is named.
TEST(PartyCollective, NoStepIsLeftOut) {
    const auto year = opened({"CB1"});
    const auto refused = year.when("SECRETARY", rating("CB1"));
    EXPECT_EQ(refusal_of(refused), "step-order /organisation");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_EQ(refused.error().more.size(), 2u) << "self-rating, appraisal and ballot";
    EXPECT_EQ(refusal_of(year.when("CELL", appraising("CB1"))), "step-order /organisation");
    EXPECT_EQ(refusal_of(year.when("CELL", votes("CB1"))), "step-order /organisation");
    const auto half = year.after("CELL", self_rating("CB1")).after("CELL", appraising("CB1"));
    EXPECT_EQ(refusal_of(half.when("SECRETARY", rating("CB1"))), "step-order /organisation") << "no ballot yet";
    EXPECT_EQ(refusal_of(half.when("CELL", self_rating("CB1"))), "step-order /organisation") << "appraised already";
    EXPECT_EQ(refusal_of(half.after("CELL", votes("CB1")).when("SECRETARY", rating("CB1"))), "accepted");
}

TEST(PartyCollective, OnPaperTheMissingStepsAreKeptWithTheDecision) {
    auto paper = rating("CB1");
    paper.on_paper = PartyOnPaper{a_party_paper("11-QĐ/ĐU"), Time::of("2023-12-01T15:00"), Label::of("Cặp 12"),
                                  PersonCode::of("SECRETARY")};
    const auto rated = only<PartyCollectiveRated>(opened({"CB1"}).when("CELL", paper));
    ASSERT_TRUE(rated.transcript);
    EXPECT_EQ(rated.transcript->breaches.size(), 3u);
    EXPECT_EQ(rated.transcript->breaches.front().type.str(), "step-order");
}

// Bỏ phiếu kín: counts alone, which add up and are too many to tell who voted how.
TEST(PartyCollective, ABallotIsItsCounts) {
    const auto year = opened({"CB1"}).after("CELL", self_rating("CB1")).after("CELL", appraising("CB1"));
    auto wrong = votes("CB1");
    wrong.present = 8;
    EXPECT_EQ(refusal_of(year.when("CELL", wrong)), "facts-inconsistent /present");
    auto few = votes("CB1", 2);
    few.excellent = 0;
    few.present = 2;
    EXPECT_EQ(refusal_of(year.when("CELL", few)), "invalid-field /present");
    EXPECT_EQ(only<PartyCollectiveBallotCounted>(year.when("CELL", votes("CB1"))).good, 7);
}

// Điều 12: at most 20 in 100 of those rated good, so one of six; cells and committees apart.
TEST(PartyCollective, ExcellentIsOneOfSixOfTheSameKind) {
    const std::vector<std::string> five{"CB1", "CB2", "CB3", "CB4", "CB5"};
    auto year = voted_on(opened(five), "CB1", Level::excellent);
    for (const auto id : {"CB2", "CB3", "CB4", "CB5"}) year = voted_on(year, id);
    const auto refused = year.when("SECRETARY", rating("CB1", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /level") << "five give none";
    EXPECT_THAT(refused.error().clause, HasSubstr("Điều 12"));
    const auto other_kind =
        voted_on(year.after("SECRETARY", opening("DU1", {}, PartyOrganisationKind::committee)), "DU1");
    EXPECT_EQ(refusal_of(other_kind.when("SECRETARY", rating("CB1", Level::excellent))), "quota-exceeded /level")
        << "a committee is in no base of cells";
    const auto six = voted_on(year.after("SECRETARY", opening("CB6")), "CB6");
    const auto rated = only<PartyCollectiveRated>(six.when("SECRETARY", rating("CB1", Level::excellent)));
    EXPECT_EQ(rated.quota, (PartyQuotaStanding{{}, 1, 6, 1}));
}

TEST(PartyCollective, AnotherLevelThanTheRulesNeedsAReason) {
    const auto ready = voted_on(opened({"CB1"}), "CB1");
    EXPECT_EQ(refusal_of(ready.when("SECRETARY", rating("CB1", Level::completed))), "reason-required /reason");
    auto lower = rating("CB1", Level::completed);
    lower.reason = Text::of("Cấp trên kết luận còn hạn chế");
    EXPECT_EQ(refusal_of(ready.when("SECRETARY", lower)), "accepted");
}

TEST(PartyCollective, WhoHeadsItRatesItInTheFirstStepAndInNoOther) {
    const auto year = opened({"CB1"}, "A1");
    EXPECT_EQ(refusal_of(year.when("A1", self_rating("CB1"))), "accepted");
    EXPECT_EQ(refusal_of(year.when("A2", self_rating("CB1"))), "not-competent");
    const auto headed =
        opened({"CB1"}, "A1")
            .and_given({a_mandate("X", "A1", {Power::party_decide, Power::party_propose}, "51-S05", Reach::subtree)});
    EXPECT_EQ(refusal_of(headed.after("A1", self_rating("CB1")).when("A1", appraising("CB1"))), "self-decision");
    EXPECT_EQ(refusal_of(a_party_year().when("SECRETARY", opening("CB1", "B1"))), "accepted");
    EXPECT_EQ(refusal_of(a_party_year().when("SECRETARY", opening("CB1", "OFFICER"))), "invalid-field /head")
        << "no member";
}

// Điều 11: "tập thể lãnh đạo trước, thành viên sau".
TEST(PartyCollective, ItsHeadIsRatedAfterItAndNoBetterThanItAllows) {
    auto year = received(opened({"CB1"}, "A2"));
    const auto ready = voted(year, {"A2", "A3"});
    const auto early = ready.when("SECRETARY", a_party_decision({a_party_line("A2")}));
    EXPECT_EQ(refusal_of(early), "collective-not-rated /lines/0/dossier");
    EXPECT_EQ(early.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_EQ(refusal_of(ready.when("SECRETARY", a_party_decision({a_party_line("A3")}))), "accepted")
        << "who heads nothing waits for nothing";
    const auto rated = voted_on(ready, "CB1").after("SECRETARY", rating("CB1"));
    EXPECT_EQ(refusal_of(rated.when("SECRETARY", a_party_decision({a_party_line("A2")}))), "accepted");
}

TEST(PartyCollective, ALeadersUnitIsTheWorseOfTheUnitAndTheOrganisationHeaded) {
    const auto ready = voted_on(voted(units_rated(received(opened({"CB1"}, "HEAD1")), Level::good), {"HEAD1"}), "CB1");
    const auto unit_level = [](const Given& rated) {
        return only<PartyRatingDecided>(rated.when("SECRETARY", a_party_decision({a_party_line("HEAD1")})))
            .facts.unit_level;
    };
    EXPECT_EQ(unit_level(ready.after("SECRETARY", rating("CB1"))), RatedLevel::good);
    auto low = rating("CB1", Level::completed);
    low.reason = Text::of("Còn hạn chế");
    EXPECT_EQ(unit_level(ready.after("SECRETARY", low)), RatedLevel::completed);
}

TEST(PartyCollective, IsRatedAgainByCancellation) {
    const auto rated = voted_on(opened({"CB1"}), "CB1").after("SECRETARY", rating("CB1"));
    EXPECT_EQ(refusal_of(rated.when("SECRETARY", rating("CB1", Level::good))), "step-order /organisation");
    auto again = on<ReRatePartyCollective>("CB1");
    again.decision = 4;
    again.ground = ReratingGround::dishonesty;
    again.reason = Text::of("Báo cáo sai số liệu");
    again.level = Level::completed;
    again.paper = a_party_paper("25-QĐ/ĐU");
    const auto events = events_of(rated.when("SECRETARY", again));
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].get<PartyCollectiveRatingCancelled>().decision, 4);
    EXPECT_EQ(events[1].get<PartyCollectiveRated>().supersedes, 4);
    again.decision = 3;
    EXPECT_EQ(refusal_of(rated.when("SECRETARY", again)), "step-order /decision");
    again.decision = 4;
    again.ground = ReratingGround::late_discipline;
    EXPECT_EQ(refusal_of(rated.when("SECRETARY", again)), "invalid-field /ground");
}

TEST(PartyCollective, IsOpenedByThePartySideBelowItsCommittee) {
    const auto year = a_party_year();
    EXPECT_EQ(refusal_of(year.when("OFFICER", opening("CB1"))), "not-competent");
    auto far = opening("CB1");
    far.unit = UnitCode::of("534");
    EXPECT_EQ(refusal_of(year.when("SECRETARY", far)), "invalid-field /unit");
    auto state = opening("CB1");
    state.rulebook = RulebookId::of("nd90-48-2023");
    EXPECT_EQ(refusal_of(year.when("SECRETARY", state)), "unknown-rulebook /rulebook");
    EXPECT_EQ(refusal_of(opened({"CB1"}).when("SECRETARY", opening("CB1"))), "already-exists /organisation");
    EXPECT_TRUE(is_party_content("party-collectives", PartyCollectiveRated::kType)) << "the party side alone reads it";
    EXPECT_FALSE(is_party_content("collective", CollectiveRated::kType));
}

// Another actor in the rulebook that the organisation was opened on, another person who may act; the clause is the
// step's.
TEST(PartyCollectiveByWhom, EachStepIsTakenByWhomTheRulebookNames) {
    const auto under = [](const Given& history, std::string_view clause, std::string_view was, std::string_view by) {
        return history.under(with_actor(clause, was, by, **law::find_rulebook(kPartyRulebook)));
    };
    const auto refused_citing = [](const Decision& refused) {
        return refused ? "accepted" : refused.error().type + " " + refused.error().clause;
    };
    const std::string article = "not-competent Điều 11 Quy định số 124-QĐ/TW";
    const auto year = opened({"CB1"}, "A1");
    const auto both = R"(RATED_COLLECTIVE","UNIT_HEAD)";
    const auto by_head = under(year, "qd124.11/step-1", both, "UNIT_HEAD");
    EXPECT_TRUE(by_head.when("A1", self_rating("CB1")));
    EXPECT_EQ(refused_citing(by_head.when("CELL", self_rating("CB1"))), article);
    const auto by_the_cell = under(year, "qd124.11/step-1", both, "RATED_COLLECTIVE");
    EXPECT_TRUE(by_the_cell.when("CELL", self_rating("CB1")));
    EXPECT_EQ(refused_citing(by_the_cell.when("A1", self_rating("CB1"))), article);

    const auto self_rated = year.after("CELL", self_rating("CB1"));
    EXPECT_EQ(refused_citing(self_rated.when("SECRETARY", appraising("CB1"))), article) << "advisers appraise";
    const auto by_authority = under(self_rated, "qd124.11/step-2", "ADVISORY_BODY", "COMPETENT_AUTHORITY");
    EXPECT_TRUE(by_authority.when("SECRETARY", appraising("CB1")));
    EXPECT_EQ(refused_citing(by_authority.when("CELL", appraising("CB1"))), article);

    const auto ready = voted_on(opened({"CB1"}), "CB1");
    const auto by_adviser = under(ready, "qd124.11/step-3", "COMPETENT_AUTHORITY", "ADVISORY_BODY");
    EXPECT_TRUE(by_adviser.when("CELL", rating("CB1")));
    EXPECT_EQ(refused_citing(by_adviser.when("SECRETARY", rating("CB1"))), article);
}

// The ballot of organisations is no step of the rulebook: those count it who prepare or take the decision.
TEST(PartyCollectiveByWhom, ABallotIsCountedByThoseWhoPrepareOrTakeTheDecision) {
    const auto appraised = opened({"CB1"}).after("CELL", self_rating("CB1")).after("CELL", appraising("CB1"));
    EXPECT_TRUE(appraised.when("CELL", votes("CB1")));
    EXPECT_TRUE(appraised.when("SECRETARY", votes("CB1")));
    EXPECT_EQ(refusal_of(appraised.when("OFFICER", votes("CB1"))), "not-competent");
}

TEST(PartyCollective, IsAppraisedByTheRulebookItWasOpenedOnAsThePastHasIt) {
    const auto other =
        with_actor("qd124.11/step-3", "COMPETENT_AUTHORITY", "ADVISORY_BODY", **law::find_rulebook(kPartyRulebook));
    const auto self_rated = opened({"CB1"}).after("CELL", self_rating("CB1"));
    const auto appraised = only<PartyCollectiveAppraised>(self_rated.under(other).when("CELL", appraising("CB1")));
    EXPECT_EQ(appraised.evaluation.rulebook_hash, other->hash());
}

// Mục 5.1 Hướng dẫn số 25-HD/BTCTW: "trước ngày 31 tháng 12". A later decision is possible, and says so.
TEST(PartyCollective, DecidedAfterTheTermSaysSoWithTheClause) {
    const auto ready = voted_on(opened({"CB1"}), "CB1");
    const auto late_on = [&](std::string_view at) {
        return only<PartyCollectiveRated>(ready.at(at).when("SECRETARY", rating("CB1"))).late;
    };
    EXPECT_FALSE(late_on("2023-12-30T17:00"));
    const auto late = late_on("2023-12-31T08:00");
    ASSERT_TRUE(late);
    EXPECT_EQ(late->type.str(), "term-passed");
    EXPECT_THAT(late->clause.str(), HasSubstr("mục 5.1 Hướng dẫn số 25-HD/BTCTW"));
    EXPECT_THAT(late->detail.str(), HasSubstr("30/12/2023"));
}

}  // namespace
}  // namespace minhbach::services::party
