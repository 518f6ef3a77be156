// The rating year from the first form to the accepted file, and random years that must never contradict themselves.
#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "events/refusals.hpp"
#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

using settlement::SettleQuota;

TEST(Story, FromTheFormToTheAcceptedFile) {
    auto year = a_rating_year().at("2023-11-16T08:00");
    for (const auto person : kEverybody) year = year.after(person, the_form(person));
    year = year.at("2023-11-21T08:00");
    for (const auto person : {"DEPUTY", "HEAD1", "HEAD2", "OFFICER", "A1", "A2", "A3", "B1", "PRINCIPAL"}) {
        year = year.after("DIRECTOR", a_judgement(person));
    }
    year = year.after("CHAIR", a_judgement("DIRECTOR")).after("PRINCIPAL", a_judgement("TEACHER"));

    std::vector<MinutesOpinion> opinions{
        {PersonCode::of("A1"), 1, PersonCode::of("A2"), Text::of("Hoàn thành vượt mức nhiều việc.")}};
    year = year.at("2023-11-22T10:00")
               .after("OFFICER", a_meeting("M1", "51-S05", {kEverybody.begin(), kEverybody.end() - 1}))  // no TEACHER
               .after("OFFICER", minutes_of("M1", opinions))
               .at("2023-11-23T08:00");
    for (const auto person : {"DIRECTOR", "PRINCIPAL"}) year = year.after("OFFICER", a_party_opinion(person));
    year = units_rated(year.at("2023-11-24T08:00"));

    // Staff of the department; then the leaders, whose unit is rated now.
    for (const auto person : {"DEPUTY", "HEAD1", "HEAD2", "A2", "A3", "B1", "PRINCIPAL"}) {
        auto proposal = a_proposal(person, Level::good);
        if (is_leader(person)) proposal.reason = Text::of("Chưa nổi trội");
        year = year.after("OFFICER", proposal);
    }
    year = year.after("OFFICER", a_proposal("A1", Level::excellent))
               .after("HOMEAFFAIRS", a_proposal("DIRECTOR", Level::excellent));
    const auto officer = year.and_given({a_mandate("H.1", "HEAD2", {Power::propose}, "51-S05.P2", Reach::unit)});
    year = officer.after("HEAD2", a_proposal("OFFICER", Level::good));

    // Nine in the department: n = 9, at most one of them excellent.
    year = year.at("2023-11-28T08:00").after("DIRECTOR", a_settlement({"A1"}));
    std::vector<DecisionLine> lines{a_line("A1", Level::excellent)};
    for (const auto person : {"OFFICER", "A2", "A3", "B1"}) lines.push_back(a_line(person, Level::good));
    for (const auto person : {"DEPUTY", "HEAD1", "HEAD2", "PRINCIPAL"})
        lines.push_back(a_line(person, Level::good, "Chưa nổi trội"));
    const auto decision = year.when("DIRECTOR", a_decision(lines));
    ASSERT_TRUE(decision) << decision.error().detail_en;
    EXPECT_EQ(decision->events.size(), 9u);
    year = year.and_decided(decision);

    year = year.at("2023-11-29T15:00").after("OFFICER", submission::SubmitFile{kCycle, kDepartment, false, {}});
    year = year.at("2023-11-29T16:00").after("HOMEAFFAIRS", submission::AcceptFile{kCycle, kDepartment, {}});
    year = year.at("2023-11-30T08:00")
               .after("DIRECTOR", IssueNotices{{dossier_of("A1")}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}});
    year = year.at("2023-12-01T08:00").after("A1", AcknowledgeNotice{dossier_of("A1"), {}});
    year = year.after("DIRECTOR", PublishResults{{dossier_of("A1")}, PublicationForm::electronic, {}});

    const auto past = year.past();
    const auto& dossier = past->dossier(dossier_of("A1"));
    EXPECT_EQ(dossier.decision->level, Level::excellent);
    EXPECT_EQ(dossier.notice, Date::of("2023-11-30"));
    EXPECT_EQ(dossier.received, Date::of("2023-12-01"));
    EXPECT_TRUE(dossier.published);
    const auto& submission = past->submission(kCycle, kDepartment);
    EXPECT_EQ(submission.status, submission::FileStatus::accepted);
    EXPECT_EQ(submission.file->part_a.size(), 1u) << "the director, as a proposal";
}

// What must hold in every history of NATIVE acts, read off the events alone.
void expect_no_contradiction(const Decision& decision, Past& past) {
    for (const auto& write : decision->events) {
        if (const auto* proposal = write.event.as<ProposalMade>()) {
            const auto& dossier = past.dossier(proposal->dossier);
            EXPECT_TRUE(dossier.filed() && !dossier.decision);
            EXPECT_TRUE(past.meeting(proposal->meeting.value()).adopted);
            EXPECT_EQ(proposal->previous, dossier.proposal);
            EXPECT_TRUE(!proposal->rule_level || proposal->level >= *proposal->rule_level);
            EXPECT_TRUE(proposal->breaches.empty());
        } else if (const auto* decided = write.event.as<RatingDecided>()) {
            const auto& dossier = past.dossier(decided->dossier);
            EXPECT_TRUE(dossier.proposal && dossier.filed() && !dossier.decision)
                << "decided before it was proposed, or twice";
            EXPECT_TRUE(past.meeting(decided->meeting.value()).adopted);
            EXPECT_TRUE(decided->level.value() >= decided->evaluation.level.value());
            if (decided->level == Level::excellent) {
                EXPECT_TRUE(past.settlement(kCycle, kDepartment).selects(decided->dossier));
                const auto standing = settlement::standing(past, kCycle, kDepartment, law::nd90_48_2023(),
                                                           {{decided->dossier, decided->level}});
                for (const auto& group : standing) EXPECT_LE(group.counts.excellent, group.max_excellent);
            }
            EXPECT_NE(decision->authority.actor, decided->person);
        } else if (const auto* filed = write.event.as<SelfAssessmentFiled>()) {
            EXPECT_FALSE(past.dossier(filed->dossier).proposal);
            EXPECT_EQ(decision->authority.actor, filed->person);
        } else if (const auto* notice = write.event.as<NoticeIssued>()) {
            EXPECT_TRUE(past.dossier(notice->dossier).decision && !past.dossier(notice->dossier).notice);
        } else if (const auto* acknowledged = write.event.as<NoticeAcknowledged>()) {
            EXPECT_TRUE(past.dossier(acknowledged->dossier).notice && !past.dossier(acknowledged->dossier).received);
        } else if (const auto* settled = write.event.as<QuotaSettled>()) {
            for (const auto& group : settled->groups) EXPECT_LE(group.counts.excellent, group.max_excellent);
        } else if (const auto* minutes = write.event.as<MinutesAdopted>()) {
            EXPECT_FALSE(past.meeting(minutes->meeting).adopted);
            EXPECT_EQ(minutes->version, past.meeting(minutes->meeting).version + 1);
        }
    }
}

// Everything of a random year happens at one moment.
const Time kNow = Time::of("2023-11-28T08:00");
HoldMeeting now(HoldMeeting meeting) {
    meeting.held_at = kNow;
    meeting.ended_at = kNow;
    return meeting;
}
AdoptMinutes now(AdoptMinutes minutes) {
    minutes.adopted_at = kNow;
    return minutes;
}

class RandomYear : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomYear, NeverContradictsItself) {
    std::mt19937 random(GetParam());
    const auto one_of = [&](const auto& list) { return list[random() % list.size()]; };
    const std::vector<std::string_view> rated{"A1", "A2", "HEAD1"},
        actors{"DIRECTOR", "OFFICER", "HEAD1", "A1", "A2", "CHAIR"};
    const std::vector<Level> levels{Level::excellent, Level::good, Level::completed};
    const auto reason = [&]() -> std::optional<Text> {
        return random() % 2 ? std::optional(Text::of("Có lý do")) : std::nullopt;
    };

    // Each step mostly by who may do it, sometimes by anybody, always at a random moment of the procedure.
    const auto by = [&](std::string_view usual) { return random() % 8 == 0 ? one_of(actors) : usual; };
    const std::vector<std::function<Decision(const Given&)>> steps{
        [&](const Given& g) {
            const auto p = one_of(rated);
            return g.when(by(p), the_form(p));
        },
        [&](const Given& g) {
            return g.when(by("DIRECTOR"), a_judgement(one_of(rated), static_cast<Judge>(random() % 3)));
        },
        [&](const Given& g) {
            return g.when(by("OFFICER"), now(a_meeting(random() % 2 ? "M1" : "M2", "51-S05", {one_of(rated), "A2"})));
        },
        [&](const Given& g) { return g.when(by("OFFICER"), now(a_meeting("M3", "51-S05", rated))); },
        [&](const Given& g) {
            return g.when(by("OFFICER"), now(minutes_of(one_of(std::vector<std::string_view>{"M1", "M2", "M3"}))));
        },
        [&](const Given& g) { return g.when(by("OFFICER"), now(minutes_of("M3"))); },
        [&](const Given& g) {
            return g.when(by("OFFICER"),
                          random() % 4 ? ReopenMinutes{} : ReopenMinutes{MeetingId::of("M3"), Text::of("Bổ sung")});
        },
        [&](const Given& g) {
            auto proposal =
                a_proposal(one_of(rated), one_of(levels), one_of(std::vector<std::string_view>{"M1", "M3"}));
            proposal.reason = reason();
            return g.when(by("OFFICER"), proposal);
        },
        [&](const Given& g) { return g.when(by("DIRECTOR"), a_collective("51-S05.P1", one_of(levels))); },
        [&](const Given& g) {
            return g.when(by("HEAD1"), random() % 8 ? ReturnSelfAssessment{}
                                                    : ReturnSelfAssessment{dossier_of("A1"), Text::of("Thiếu"), {}});
        },
        [&](const Given& g) {
            return g.when(by("DIRECTOR"), a_settlement(random() % 2 ? std::vector<std::string_view>{}
                                                                    : std::vector<std::string_view>{"A1"}));
        },
        [&](const Given& g) {
            auto line = a_line(one_of(rated), one_of(levels));
            line.reason = reason();
            return g.when(by("DIRECTOR"), a_decision({line}));
        },
        [&](const Given& g) {
            return g.when(by("DIRECTOR"),
                          IssueNotices{{dossier_of(one_of(rated))}, DocumentId::of("TB1"), Date::of("2023-11-28"), {}});
        },
        [&](const Given& g) {
            const auto p = one_of(rated);
            return g.when(by(p), AcknowledgeNotice{dossier_of(p), {}});
        },
    };

    // Seven colleagues are done with, so that A1 may be selected.
    auto events = a_province() +
                  std::vector<Event>{a_document("CV5721"), dated("QD1", "2023-11-28"), a_document("TB1"), a_cycle()};
    for (const auto person : rated) events = events + worked(of_person(person), 4, 4, 2);
    events = events + worked(of_unit("51-S05.P1"), 4, 4, 2);
    auto history = Given()
                       .at("2023-11-15T08:00")
                       .and_given(events)
                       .and_given(dossiers_for(events, {"A1", "A2", "HEAD1", "DEPUTY", "HEAD2", "B1", "A3"}))
                       .and_given(steps_taken("51-S05.P1"));
    for (const auto person : {"DEPUTY", "HEAD2", "B1", "A3"}) {
        ProposalMade proposal;
        proposal.dossier = dossier_of(person);
        proposal.person = PersonCode::of(person);
        history = history.and_given({proposal});
    }
    history = history.at("2023-11-28T08:00");
    int accepted = 0;
    for (int i = 0; i < 400; ++i) {
        const auto decision = one_of(steps)(history);
        if (!decision) {
            EXPECT_NO_THROW((void)refusal_kind(decision.error().type)) << decision.error().type;
            EXPECT_FALSE(decision.error().detail_vi.empty() || decision.error().detail_en.empty());
            continue;
        }
        ++accepted;
        const auto before = history.past();
        expect_no_contradiction(decision, *before);
        history = history.and_decided(decision);
    }
    EXPECT_GT(accepted, 10);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomYear, ::testing::Range(1u, 13u));

}  // namespace
}  // namespace minhbach::services::evaluation
