#include "projections/party.hpp"

#include <gtest/gtest.h>

#include "history.hpp"
#include "sample.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

// Whole, as stored events are; what matters to a test is set by it.
template <class E>
E whole() {
    return sample::Sampler(sample::Fill::everything).make<E>();
}
template <class E>
E of(std::string_view person) {
    auto event = whole<E>();
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    return event;
}

PartyDossierOpened an_opening(std::string_view person) {
    auto opened = of<PartyDossierOpened>(person);
    opened.cycle = kCycle;
    opened.year = 2023;
    opened.post = a_post("51-S05.P1", "51-S05");
    opened.cell = Label::of("Chi bộ Sở Tài chính");
    opened.committee_unit = UnitCode::of("51-S05");
    opened.member_since = Date::of("2015-06-03");
    opened.rulebook = RulebookId::of("qd124-2023");
    return opened;
}
PartyRatingDecided a_party_decision(std::string_view person, Level level, std::vector<PartySignal> signals = {}) {
    auto decided = of<PartyRatingDecided>(person);
    decided.late.reset();
    decided.level = level;
    decided.reason = Text::of("Theo tiêu chí");
    decided.signals = std::move(signals);
    decided.paper.number = Label::of("15-QĐ/ĐU");
    return decided;
}
PartyResultsHandedOver a_list(int number) {
    auto list = whole<PartyResultsHandedOver>();
    list.cycle = kCycle;
    list.agency = UnitCode::of("51-S05");
    list.number = number;
    list.committee = Label::of("Đảng ủy Sở Tài chính");
    list.committee_unit = list.agency;
    list.dated = Date::of("2023-12-04");
    list.document = DocumentId::of("D1");
    list.lines.items = {{PersonCode::of("A2"), HandedOverLevel{dossier_of("A2"), Level::good, 3, 40, {}}}};
    list.pending = 2;
    return list;
}

TEST(PartyDossier, IsFoldedStepByStepAndAnsweredAsItWasKnown) {
    History history;
    open_cycle(history);
    const auto opened = history.by("OFFICER", "OFFICER.1", an_opening("A2"));
    history.by("A2", "", of<PartySelfReviewFiled>("A2"));
    history.by("OFFICER", "OFFICER.1", of<PartyMemberAppraised>("A2"));
    history.by("OFFICER", "OFFICER.1", of<PartyBallotCounted>("A2"));
    const auto proposed = history.by("OFFICER", "OFFICER.1", of<PartyProposalMade>("A2"));
    history.by("DIRECTOR", "DIRECTOR.1",
               a_party_decision("A2", Level::excellent, {{PartySignalCode::state_level_not_excellent, {}}}));
    history.by("DIRECTOR", "DIRECTOR.1", of<PartyNoticeIssued>("A2"));
    const auto answers = history.answers();
    const auto now = answers.party_dossier(dossier_of("A2"));
    ASSERT_TRUE(now);
    EXPECT_EQ(now->line.status, PartyStatus::notified);
    EXPECT_EQ(now->line.level, Level::excellent);
    EXPECT_TRUE(now->line.warned);
    EXPECT_EQ(now->line.revision, 7);
    EXPECT_EQ(now->decision, 5);
    EXPECT_EQ(now->line.person.name, "Trương Văn Khánh");
    EXPECT_EQ(now->self_reviews.size() + now->appraisals.size() + now->ballots.size() + now->proposals.size(), 4u);
    EXPECT_EQ(now->decisions.at(0).event.paper.number.str(), "15-QĐ/ĐU");
    const auto then = answers.party_dossier(dossier_of("A2"), Position{static_cast<std::uint64_t>(proposed)});
    ASSERT_TRUE(then);
    EXPECT_EQ(then->line.status, PartyStatus::proposed);
    EXPECT_FALSE(then->line.level);
    EXPECT_FALSE(answers.party_dossier(dossier_of("A2"), Position{static_cast<std::uint64_t>(opened) - 1}));
    EXPECT_FALSE(answers.party_dossier(dossier_of("A1")));
}

TEST(PartyDossier, AReRatingReplacesTheLevelAndASharedDecisionIsTheOneInForce) {
    History history;
    open_cycle(history);
    history.by("OFFICER", "OFFICER.1", an_opening("A2"));
    history.by("DIRECTOR", "DIRECTOR.1", a_party_decision("A2", Level::good));
    const auto shared = history.by("DIRECTOR", "DIRECTOR.1", of<PartyDecisionShared>("A2"));
    history.by("DIRECTOR", "DIRECTOR.1", of<PartyRatingCancelled>("A2"));
    const auto decided = history.by("DIRECTOR", "DIRECTOR.1", a_party_decision("A2", Level::completed));
    const auto answers = history.answers();
    const auto level = answers.party_level(dossier_of("A2"));
    ASSERT_TRUE(level);
    EXPECT_EQ(level->level, Level::completed);
    EXPECT_FALSE(level->shared) << "the other one was";
    const auto before = answers.party_level(dossier_of("A2"), Position{static_cast<std::uint64_t>(shared)});
    ASSERT_TRUE(before);
    EXPECT_EQ(before->level, Level::good);
    EXPECT_EQ(before->shared->reason, Text::of("Theo tiêu chí"));
    const auto between = answers.party_level(dossier_of("A2"), Position{static_cast<std::uint64_t>(decided) - 1});
    EXPECT_FALSE(between->level) << "cancelled, and nothing in its place yet";
    EXPECT_EQ(answers.party_dossier(dossier_of("A2"))->line.status, PartyStatus::decided);
}

TEST(PartyDossier, ShowsADecisionAfterTheTermUntilAnotherTakesItsPlace) {
    History history;
    open_cycle(history);
    history.by("OFFICER", "OFFICER.1", an_opening("A2"));
    auto late = a_party_decision("A2", Level::good);
    late.late = Breach{Label::of("term-passed"), Label::of("mục 5.1"), Text::of("Sau thời hạn.")};
    history.by("DIRECTOR", "DIRECTOR.1", late);
    const auto shown = history.answers().party_dossier(dossier_of("A2"));
    EXPECT_TRUE(shown->line.late);
    EXPECT_EQ(shown->decisions.at(0).event.late->clause.str(), "mục 5.1");
    history.by("DIRECTOR", "DIRECTOR.1", of<PartyRatingCancelled>("A2"));
    EXPECT_FALSE(history.answers().party_dossier(dossier_of("A2"))->line.late);
    history.by("DIRECTOR", "DIRECTOR.1", a_party_decision("A2", Level::completed));
    EXPECT_FALSE(history.answers().party_dossier(dossier_of("A2"))->line.late);
}

TEST(PartyDossiers, AreListedByTheCommitteeThatDecides) {
    History history;
    open_cycle(history);
    for (const auto person : {"B1", "A2"}) history.by("OFFICER", "OFFICER.1", an_opening(person));
    auto elsewhere = an_opening("TEACHER");
    elsewhere.committee_unit = UnitCode::of("51-S05.T1");
    history.by("OFFICER", "OFFICER.1", elsewhere);
    history.by("OFFICER", "OFFICER.1", of<PartyMemberExempted>("B1"));
    const auto list = history.answers().party_dossiers(kCycle, UnitCode::of("51-S05"));
    ASSERT_TRUE(list);
    ASSERT_EQ(list->items.size(), 2u);
    EXPECT_EQ(list->items[0].dossier, dossier_of("A2"));
    EXPECT_EQ(list->items[1].status, PartyStatus::exempted);
    EXPECT_FALSE(history.answers().party_dossiers(kCycle, UnitCode::of("NOWHERE")));
}

TEST(HandOverAnswer, HoldsItsListsAndTheirReceipts) {
    History history;
    open_cycle(history);
    EXPECT_TRUE(history.answers().hand_over(kCycle, UnitCode::of("51-S05"))->lists.empty());
    history.by("OFFICER", "OFFICER.1", a_list(1));
    auto correction = whole<PartyCorrectionHandedOver>();
    correction.cycle = kCycle;
    correction.agency = correction.committee_unit = UnitCode::of("51-S05");
    correction.number = 2;
    correction.document = DocumentId::of("D1");
    correction.lines.items = {{PersonCode::of("A2"), HandedOverLevel{dossier_of("A2"), Level::completed, 5, 44, {}}}};
    history.by("OFFICER", "OFFICER.1", correction);
    history.by("DIRECTOR", "DIRECTOR.1",
               PartyHandOverReceived{kCycle, UnitCode::of("51-S05"), 1, UnitCode::of("51-S05"), Text::of("Đủ")});
    const auto answer = history.answers().hand_over(kCycle, UnitCode::of("51-S05"));
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->lists.size(), 2u);
    EXPECT_EQ(answer->revision, 3);
    PartyHandOverSlipCorrected slip;
    slip.cycle = kCycle;
    slip.agency = slip.committee_unit = UnitCode::of("51-S05");
    slip.number = 1;
    slip.person = PersonCode::of("A2");
    slip.what = Label::of("Số quyết định");
    slip.was = Text::of("15/QĐ-STC");
    slip.is = Text::of("51/QĐ-STC");
    slip.reason = Text::of("Gõ nhầm số");
    slip.document = DocumentId::of("D1");
    history.by("OFFICER", "OFFICER.1", slip);
    const auto with_slip = history.answers().hand_over(kCycle, UnitCode::of("51-S05"));
    ASSERT_EQ(with_slip->lists.at(0).slips.size(), 1u);
    EXPECT_EQ(with_slip->lists.at(0).slips[0].person->name, "Trương Văn Khánh");
    EXPECT_EQ(with_slip->lists.at(0).slips[0].by.actor, PersonCode::of("OFFICER"));
    EXPECT_EQ(with_slip->lists.at(0).lines.at(0).value, answer->lists.at(0).lines.at(0).value) << "the list stays";
    EXPECT_TRUE(with_slip->lists.at(1).slips.empty());
    EXPECT_EQ(with_slip->revision, 4);
    EXPECT_EQ(answer->lists[0].pending, 2);
    EXPECT_EQ(answer->lists[0].lines.at(0).value->position, 40);
    EXPECT_EQ(answer->lists[0].received->actor.str(), "DIRECTOR");
    EXPECT_EQ(answer->lists[0].remark, Text::of("Đủ"));
    EXPECT_TRUE(answer->lists[1].correction);
    EXPECT_FALSE(answer->lists[1].received);
}

TEST(PartyDossier, TellsItsObjectionsInTheirOrder) {
    History history;
    open_cycle(history);
    history.by("OFFICER", "OFFICER.1", an_opening("A2"));
    history.by("DIRECTOR", "DIRECTOR.1", a_party_decision("A2", Level::good));
    auto filed = of<PartyObjectionFiled>("A2");
    filed.objection = ObjectionId::of("KN1");
    history.by("A2", "", filed);
    auto receipt = of<PartyObjectionReceived>("A2");
    receipt.objection = filed.objection;
    receipt.resolver = PersonCode::of("DIRECTOR");
    history.by("OFFICER", "OFFICER.1", receipt);
    auto answer = of<PartyObjectionResolved>("A2");
    answer.objection = filed.objection;
    answer.outcome = ObjectionOutcome::upheld;
    history.by("DIRECTOR", "DIRECTOR.1", answer);
    const auto found = history.answers().party_dossier(dossier_of("A2"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->objections.at(0).event.objection, filed.objection);
    EXPECT_EQ(found->receipts.at(0).event.resolver.str(), "DIRECTOR");
    EXPECT_EQ(found->resolutions.at(0).event.outcome, ObjectionOutcome::upheld);
    EXPECT_EQ(found->line.status, PartyStatus::decided) << "an objection changes no level";
    EXPECT_EQ(found->line.revision, 5);
}

TEST(PartyCollectives, AreToldActByActAndAsTheyWereKnown) {
    History history;
    open_cycle(history);
    const auto at = [](auto event) {
        event.cycle = kCycle;
        event.committee_unit = UnitCode::of("51-S05");
        event.organisation = PartyOrganisationId::of("CB1");
        return event;
    };
    history.by("OFFICER", "OFFICER.1", at(whole<PartyCollectiveOpened>()));
    const auto self = history.by("OFFICER", "OFFICER.1", at(whole<PartyCollectiveSelfRated>()));
    auto rated = at(whole<PartyCollectiveRated>());
    rated.level = Level::good;
    history.by("DIRECTOR", "DIRECTOR.1", rated);
    const auto answers = history.answers();
    const auto id = PartyOrganisationId::of("CB1");
    const auto found = answers.party_collective(kCycle, UnitCode::of("51-S05"), id);
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->opened);
    EXPECT_EQ(found->self_ratings.size(), 1u);
    EXPECT_EQ(found->decisions.at(0).event.level, Level::good);
    const auto then =
        answers.party_collective(kCycle, UnitCode::of("51-S05"), id, Position{static_cast<std::uint64_t>(self)});
    EXPECT_TRUE(then->decisions.empty());
    EXPECT_FALSE(answers.party_collective(kCycle, UnitCode::of("51-S05"), PartyOrganisationId::of("CB2")));
    TraceQuestion question;
    const auto trace = answers.trace(question);
    for (const auto& act : trace->items) EXPECT_NE(act.type, "party.collective-rated");
}

TEST(PartyDossier, LeavesNoActInTheTraceOfTheState) {
    History history;
    open_cycle(history);
    history.by("OFFICER", "OFFICER.1", an_opening("A2"));
    history.by("OFFICER", "OFFICER.1", of<PartyBallotCounted>("A2"));
    const auto list = history.by("OFFICER", "OFFICER.1", a_list(1));
    TraceQuestion question;
    question.subject = PersonCode::of("A2");
    const auto trace = history.answers().trace(question);
    ASSERT_TRUE(trace);
    bool handed_over = false;
    for (const auto& act : trace->items) {
        EXPECT_NE(act.type, "party.ballot-counted");
        EXPECT_NE(act.type, "party.dossier-opened");
        handed_over = handed_over || act.by.position == list;
    }
    EXPECT_TRUE(handed_over) << "that is the state's own act";
}

TEST(PartyViews, AreKeptApartFromThoseOfTheState) {
    History history;
    open_cycle(history);
    history.viewed("CELL", PartyDossierViewed{dossier_of("A2"), PersonCode::of("A2"), Label::of("party-dossier"),
                                              Text::of("Kiểm tra")});
    const auto answers = history.answers();
    ASSERT_EQ(answers.party_views(dossier_of("A2"))->items.size(), 1u);
    EXPECT_EQ(answers.party_views(dossier_of("A2"))->items[0].purpose.str(), "Kiểm tra");
    EXPECT_TRUE(answers.views(dossier_of("A2"))->items.empty());
}

}  // namespace
}  // namespace minhbach::projections
