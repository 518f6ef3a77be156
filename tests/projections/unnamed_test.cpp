// Comments of subordinates: what the rated head is told of them, and what everybody else.
#include "projections/unnamed.hpp"

#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

struct Said {
    std::int64_t first, second;
};

CommentRecorded of_head(std::string_view text, CommentSide side = CommentSide::subordinate) {
    auto comment = about<CommentRecorded>("HEAD1");
    comment.side = side;
    comment.text = Text::of(text);
    return comment;
}

// Two of the division speak on the 22nd, and the Director on the 23rd.
Said two_speak(History& history) {
    Said said{};
    open_cycle(history);
    said.first = history.at("2023-11-22T09:10:33").by("A2", "", of_head("Giao việc chưa đều"));
    said.second = history.at("2023-11-22T10:00").by("A1", "", of_head("Công bằng"));
    history.at("2023-11-23T08:00").by("DIRECTOR", "DIRECTOR.1", of_head("Tốt", CommentSide::superior));
    return said;
}

TEST(Unnamed, TheHeadReadsWhatWasSaidAndTheDay) {
    History history;
    two_speak(history);
    const auto told = history.answers().told_to({PersonCode::of("HEAD1"), {}}).dossier(dossier_of("HEAD1")).value();
    ASSERT_EQ(told.comments.size(), 3u);
    EXPECT_EQ(told.comments[0].by.actor.str(), "DIRECTOR") << "superiors speak with their name";
    EXPECT_EQ(told.comments[1].event.text.str(), "Công bằng") << "by their texts, not as they came";
    EXPECT_EQ(told.comments[2].event.text.str(), "Giao việc chưa đều");
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
        const auto& by = told.comments[i].by;
        EXPECT_EQ(by.actor, unnamed_author());
        EXPECT_EQ(by.actor_name, std::nullopt);
        EXPECT_EQ(by.recorded_at, Time::local(Date::of("2023-11-22"), 0, 0));
        EXPECT_EQ(by.position, -1);
        EXPECT_EQ(by.mandate, std::nullopt);
    }
}

TEST(Unnamed, WhoeverElseMayReadItReadsTheName) {
    History history;
    const auto said = two_speak(history);
    for (const auto* reader : {"DIRECTOR", "A3"}) {
        const auto told = history.answers().told_to({PersonCode::of(reader), {}}).dossier(dossier_of("HEAD1")).value();
        ASSERT_EQ(told.comments.size(), 3u);
        EXPECT_EQ(told.comments[0].by.actor_name, "Trương Văn Khánh");
        EXPECT_EQ(told.comments[0].by.position, said.first);
    }
    EXPECT_EQ(history.answers().dossier(dossier_of("HEAD1")).value().comments[0].by.actor.str(), "A2")
        << "and so does the program itself";
}

TEST(Unnamed, NoMomentIsLearntByAskingAgainAndAgain) {
    History history;
    const auto said = two_speak(history);
    const auto told = history.answers().told_to({PersonCode::of("HEAD1"), {}});
    for (const auto position : {said.first - 1, said.first, said.second})
        EXPECT_TRUE(told.dossier(dossier_of("HEAD1"), known_at(position)).value().comments.empty()) << position;
    EXPECT_EQ(told.dossier(dossier_of("HEAD1"), known_at(said.second + 1)).value().comments.size(), 3u)
        << "the day after";
    EXPECT_EQ(told.dossier(dossier_of("HEAD1"), known_at(said.second)).value().line.position,
              told.dossier(dossier_of("HEAD1"), known_at(said.first - 1)).value().line.position)
        << "nor by the position of the last event";
}

TEST(Unnamed, ListsOfActsPassOverIt) {
    History history;
    const auto said = two_speak(history);
    const auto told = history.answers().told_to({PersonCode::of("HEAD1"), {}});
    const auto all = history.answers();
    const auto timeline = told.timeline(dossier_of("HEAD1"), {"comment.recorded"}, true).value();
    ASSERT_EQ(timeline.items.size(), 1u);
    EXPECT_EQ(timeline.items[0].act.by.actor.str(), "DIRECTOR");
    EXPECT_FALSE(timeline.basis.complete);
    EXPECT_EQ(all.timeline(dossier_of("HEAD1"), {"comment.recorded"}).value().items.size(), 3u);

    TraceQuestion question;
    question.types = {"comment.recorded"};
    question.subject = PersonCode::of("HEAD1");
    EXPECT_EQ(told.trace(question).value().items.size(), 1u);
    EXPECT_EQ(all.trace(question).value().items.size(), 3u);
    question.limit = 1;
    EXPECT_EQ(told.trace(question).value().next, std::nullopt) << "no page is kept for what is not told";
    question.subject.reset();
    question.unit = UnitCode::of("51-S05.P1");
    question.limit = 50;
    EXPECT_EQ(told.trace(question).value().items.size(), 1u) << "the head reads the acts of the unit, too";

    const auto raters = told.raters(UnitCode::of("51-S05.P1"), {}).value();
    ASSERT_EQ(raters.items.size(), 1u);
    EXPECT_EQ(raters.items[0].actor.person.str(), "DIRECTOR");
    EXPECT_EQ(all.raters(UnitCode::of("51-S05.P1"), {}).value().items.size(), 3u);

    CompetenceQuestion competence;
    competence.act = said.first;
    EXPECT_EQ(told.competence(competence).error().type, "not-found-or-not-allowed");
    EXPECT_EQ(all.competence(competence).value().competence.actor.person.str(), "A2");
}

TEST(Unnamed, WhatThePaperAndItsBreachesSayOfTheAuthorIsLeftOut) {
    History history;
    open_cycle(history);
    auto comment = of_head("Chưa sâu sát");
    comment.paper = Paper{DocumentId::of("D1"), Time::of("2023-11-21T09:00"), {}};
    comment.breaches = {{Label::of("not-competent"), Label::of("Điều 18"), Text::of("A2 không có thẩm quyền")}};
    history.at("2023-11-22T09:00").on_paper("A2", "", "2023-11-21T09:00", comment);
    history.at("2023-11-23T08:00").by("DIRECTOR", "DIRECTOR.1", of_head("Tốt", CommentSide::superior));
    const auto told = history.answers().told_to({PersonCode::of("HEAD1"), {}}).dossier(dossier_of("HEAD1")).value();
    ASSERT_EQ(told.comments.size(), 2u);
    EXPECT_EQ(told.comments[1].event.text.str(), "Chưa sâu sát");
    EXPECT_FALSE(told.comments[1].event.paper);
    EXPECT_TRUE(told.comments[1].event.breaches.empty());
    EXPECT_EQ(told.comments[1].by.entered_by, std::nullopt);
}

TEST(Unnamed, NorWhomOneAsked) {
    History history;
    open_cycle(history);
    auto request = about<OpinionRequested>("HEAD1");
    request.side = CommentSide::subordinate;
    request.asked = Label::of("đồng chí Khánh");
    request.due = Date::of("2023-11-24");
    history.at("2023-11-21T08:00").by("OFFICER", "OFFICER.1", request);
    const auto told = history.answers().told_to({PersonCode::of("HEAD1"), {}});
    EXPECT_EQ(told.dossier(dossier_of("HEAD1")).value().opinions_asked.at(0).request.event.asked.str(),
              "Cấp dưới, không nêu tên");
    EXPECT_TRUE(told.timeline(dossier_of("HEAD1"), {"opinion.requested"}, true).value().items.empty());
    EXPECT_EQ(history.answers().dossier(dossier_of("HEAD1")).value().opinions_asked.at(0).request.event.asked.str(),
              "đồng chí Khánh");
}

}  // namespace
}  // namespace minhbach::projections
