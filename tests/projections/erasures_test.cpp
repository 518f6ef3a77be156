// What the read models say once a person's key is gone: whoever is erased, every question is answered, nothing is
// invented, and folding anew gives the same rows.
#include "projections/erasures.hpp"

#include <gtest/gtest.h>

#include "events/erasures.hpp"
#include "history.hpp"
#include "projections/runner/forgetting.hpp"

namespace minhbach::projections {
namespace {

const ErasureId kErasure = ErasureId::of("XDL-1");

// A year with something in every place: a form, a meeting with opinions, a proposal, a decision, views.
void a_year(History& history) {
    open_cycle(history);
    history.at("2023-11-16T08:00").by("A2", "", a_form("A2"));
    MinutesAdopted adopted = minutes("M1", 1, "2023-11-22T10:00");
    adopted.opinions.items.push_back({PersonCode::of("A2"), Opinion{1, PersonCode::of("A1"), Text::of("Tốt")}});
    adopted.opinions.items.push_back({PersonCode::of("HEAD1"), Opinion{2, PersonCode::of("A1"), Text::of("Tốt")}});
    history.at("2023-11-22T09:00").by("HEAD1", "HEAD1.1", a_meeting("M1", {"A2", "HEAD1"}, "2023-11-22T08:00"));
    history.at("2023-11-22T10:00").by("HEAD1", "HEAD1.1", adopted);
    for (const auto person : {"A2", "HEAD1", "DIRECTOR"}) {
        history.at("2023-11-24T08:00").by("OFFICER", "OFFICER.1", a_proposal(person, Level::good));
        history.at("2023-11-28T09:00").by("DIRECTOR", "DIRECTOR.1", a_decision(person, Level::good, Level::good));
    }
    history.viewed("DIRECTOR",
                   DossierViewed{dossier_of("A2"), PersonCode::of("A2"), Label::of("dossier"), Text::of("Thanh tra")});
}

void erase(History& history, std::string_view person) {
    const auto subject = PersonCode::of(person);
    history.at("2033-01-10T09:00")
        .by("OFFICER", "OFFICER.1",
            ErasureRequested{kErasure, subject, DocumentId::of("D1"), Label::of("Điều 16"), Text::of("Hết hạn")});
    history.at("2033-01-11T09:00").by("CHAIR", "CHAIR.1", ErasureApproved{kErasure, subject});
    (void)history.answers();
    EXPECT_TRUE(history.log().erase(subject));
    const auto lost = events::count_lost(history.log(), subject);
    history.by("system", "", ErasureExecuted{kErasure, subject, lost.events, lost.parts, lost.access_events, 0});
    history.acts().rebuild_beside(all_projections());
    history.access().rebuild_beside(access_projections());
}

void ask_everything(History& history, const PersonCode& person) {
    const auto answers = history.answers();
    const auto dossier = dossier_of(person.str());
    const auto unit = UnitCode::of("51-S05");
    (void)answers.person(person).value();
    (void)answers.ratings(person).value();
    (void)answers.dossier(dossier).value();
    (void)answers.timeline(dossier, {}, true).value();
    (void)answers.self_assessments(dossier).value();
    (void)answers.values(dossier).value();
    (void)answers.diff(dossier, Milestone::opened, Milestone::now);
    for (const auto& cycle_unit : {std::optional<UnitCode>(), std::optional(unit)}) {
        DossiersQuestion question;
        question.cycle = kCycle;
        question.unit = cycle_unit;
        (void)answers.dossiers(question).value();
        (void)answers.notices(question).value();
    }
    TraceQuestion trace;
    (void)answers.trace(trace).value();
    trace.subject = person;
    EXPECT_EQ(answers.trace(trace).value().erased.value().erasure, kErasure);
    trace = {};
    trace.actor = person;
    EXPECT_EQ(answers.trace(trace).value().erased.value().erasure, kErasure);
    for (std::int64_t position = 0; position < history.size(); ++position) {
        CompetenceQuestion competence;
        competence.act = position;
        (void)answers.competence(competence);
    }
    (void)answers.raters(unit, kCycle).value();
    (void)answers.unit(unit).value();
    (void)answers.quota(kCycle, unit);
    (void)answers.distribution(kCycle).value();
    (void)answers.files(kCycle).value();
    (void)answers.cycle_diff(kCycle, events::Position{55}).value();
    RemediationQuestion remediation;
    remediation.cycle = kCycle;
    (void)answers.remediation(remediation).value();
    (void)answers.remediation_of({person, {}});
    (void)answers.meeting(MeetingId::of("M1")).value();
    (void)answers.meetings(kCycle).value();
    FindingsQuestion findings;
    findings.cycle = kCycle;
    (void)answers.findings(findings).value();
    (void)answers.views(dossier);
    (void)answers.refused();
}

class ErasedPersons : public ::testing::TestWithParam<const char*> {};

TEST_P(ErasedPersons, LeaveEveryQuestionAnswerable) {
    History history;
    a_year(history);
    erase(history, GetParam());
    ask_everything(history, PersonCode::of(GetParam()));
    for (const auto& name : history.acts().stopped()) ADD_FAILURE() << name << " stopped";
    EXPECT_TRUE(
        check_rebuild(history.log(), events::Ledger::main, history.acts(), all_projections(), history.folder("shadow"))
            .empty());
    EXPECT_TRUE(check_rebuild(history.log(), events::Ledger::access, history.access(), access_projections(),
                              history.folder("shadow"))
                    .empty());
}

// A rated person, a head with mandates who led the meeting, who decided, and who proposed.
INSTANTIATE_TEST_SUITE_P(Whoever, ErasedPersons, ::testing::Values("A2", "HEAD1", "DIRECTOR", "OFFICER"));

TEST(Erasures, SayWhoseDataIsGoneSinceWhenAndOnWhat) {
    History history;
    a_year(history);
    EXPECT_FALSE(history.answers().person(PersonCode::of("A2")).value().erased);
    erase(history, "A2");
    const auto answers = history.answers();
    const auto row = answers.erasure(kErasure).value().erasure;
    EXPECT_EQ(row.status, ErasureStatus::executed);
    EXPECT_EQ(row.requested.actor, PersonCode::of("OFFICER"));
    EXPECT_EQ(row.decided.value().actor, PersonCode::of("CHAIR"));
    EXPECT_EQ(row.lost.value().access_events, 1);
    const auto person = answers.person(PersonCode::of("A2")).value();
    EXPECT_FALSE(person.person.full_name);
    EXPECT_EQ(person.erased.value().since, Time::of("2033-01-11T09:00"));
    EXPECT_EQ(person.erased.value().document, DocumentId::of("D1"));
    const auto dossier = answers.dossier(dossier_of("A2")).value();
    EXPECT_EQ(dossier.lost, 4);
    EXPECT_TRUE(dossier.decisions.empty());
    EXPECT_EQ(dossier.erased.value().erasure, kErasure);
    // A list is of what can be read; the others are where they were.
    DossiersQuestion question;
    question.cycle = kCycle;
    EXPECT_EQ(answers.dossiers(question).value().total, 10);
    // What others said of others in the same minutes stays.
    EXPECT_EQ(answers.meeting(MeetingId::of("M1")).value().basis.complete, true);
    // As known before the approval nothing else is shown: what is gone is gone at every position.
    const auto before = answers.person(PersonCode::of("A2"), {}, events::Position{60}).value();
    EXPECT_FALSE(before.person.full_name);
}

TEST(Erasures, WhatAKilledRebuildLeftIsRemovedAtTheStart) {
    History history;
    a_year(history);
    const auto folder = history.folder("projections");
    for (const auto* name : {"main", "main.rebuilding", "access.rebuilding"})
        std::filesystem::create_directories(folder / name / "rows-1");
    without_erased(history.log(), folder);  // also where nobody was erased yet
    EXPECT_TRUE(std::filesystem::exists(folder / "main"));
    EXPECT_FALSE(std::filesystem::exists(folder / "main.rebuilding"));
    EXPECT_FALSE(std::filesystem::exists(folder / "access.rebuilding"));
}

TEST(Erasures, ReadModelsThatKnowOfFewerAreRemoved) {
    History history;
    a_year(history);
    const auto folder = history.folder("projections");
    std::filesystem::create_directories(folder / "main");
    EXPECT_EQ(without_erased(history.log(), folder), folder);
    EXPECT_TRUE(std::filesystem::exists(folder / "main"));  // nothing was erased
    erase(history, "A2");
    without_erased(history.log(), folder);
    EXPECT_FALSE(std::filesystem::exists(folder / "main"));
    std::filesystem::create_directories(folder / "main");
    without_erased(history.log(), folder);
    EXPECT_TRUE(std::filesystem::exists(folder / "main"));  // it is noted
    note_erasures(folder, 0);
    without_erased(history.log(), folder);
    EXPECT_FALSE(std::filesystem::exists(folder / "main"));
}

TEST(Erasures, ReadModelsOfBeforeAnErasureThatIsNotEnteredAreRemoved) {
    History history;
    a_year(history);
    history.at("2033-01-10T09:00")
        .by("OFFICER", "OFFICER.1",
            ErasureRequested{kErasure, PersonCode::of("A2"), DocumentId::of("D1"), Label::of("Điều 16"),
                             Text::of("Hết hạn")});
    history.by("CHAIR", "CHAIR.1", ErasureApproved{kErasure, PersonCode::of("A2")});
    (void)history.answers();
    const auto folder = history.folder("projections");
    std::filesystem::create_directories(folder / "main");
    note_erasures(folder, 1);  // by whoever counted what was only approved
    without_erased(history.log(), folder);
    EXPECT_FALSE(std::filesystem::exists(folder / "main"));
}

}  // namespace
}  // namespace minhbach::projections
