// A history that is written event by event to a real store, folded by the real runners, and asked. No rule is tested on
// the way: what happened, happened.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/codec/codec.hpp"
#include "events/ids.hpp"
#include "events/store.hpp"
#include "given_province.hpp"
#include "projections/answers.hpp"
#include "streams.hpp"
#include "temporary.hpp"

namespace minhbach::projections {

using tests::stream_of;

class History {
public:
    History() : clock_(Time::of("2023-11-01T07:30")) {
        events::StoreOptions options;
        options.free_bytes_min = 1 << 20;
        require(events::create_store(directory_.path() / "store", "minhbach.example/2023"));
        log_ = events::open_store(directory_.path() / "store", clock_, options).value();
    }
    ~History() { close(); }

    events::Log& log() { return *log_; }
    std::filesystem::path folder(std::string_view name) const { return directory_.path() / name; }

    History& at(std::string_view time) {
        clock_.set(Time::of(time));
        return *this;
    }
    // One append by the administrator.
    History& given(const std::vector<Event>& happened) {
        append(events::Ledger::main, "ADMIN", "ADMIN.1", happened, {}, {});
        return *this;
    }
    // One act; gives its position.
    std::int64_t by(std::string_view actor, std::string_view mandate, const Event& event) {
        return append(events::Ledger::main, actor, mandate, {event}, {}, {});
    }
    std::int64_t together(std::string_view actor, std::string_view mandate, const std::vector<Event>& happened) {
        return append(events::Ledger::main, actor, mandate, happened, {}, {});
    }
    // Transcribed by the officer.
    std::int64_t on_paper(std::string_view signer, std::string_view mandate, std::string_view acted_at,
                          const Event& event) {
        return append(events::Ledger::main, signer, mandate, {event}, PersonCode::of("OFFICER"), Time::of(acted_at));
    }
    void viewed(std::string_view actor, const Event& event) {
        append(events::Ledger::access, actor, "", {event}, {}, {});
    }
    std::int64_t size() const { return static_cast<std::int64_t>(log_->size(events::Ledger::main)); }

    Runner& acts() {
        if (!acts_) acts_ = std::make_unique<Runner>(*log_, events::Ledger::main, all_projections(), folder("main"));
        return *acts_;
    }
    Runner& access() {
        if (!access_)
            access_ = std::make_unique<Runner>(*log_, events::Ledger::access, access_projections(), folder("access"));
        return *access_;
    }
    // On everything that has happened so far.
    Answers answers() {
        wait(acts(), events::Ledger::main);
        wait(access(), events::Ledger::access);
        return {acts(), access(), *log_};
    }
    void close() {
        acts_.reset();
        access_.reset();
    }

private:
    static void require(const Outcome& outcome) {
        if (!outcome) throw std::runtime_error(outcome.error().detail_en);
    }
    void wait(Runner& runner, events::Ledger ledger) {
        const auto size = log_->size(ledger);
        if (size == 0) return;
        if (runner.wait_until(events::Position{size - 1}, 30'000)) return;
        std::string why = "the runner does not catch up";
        for (const auto& status : runner.status()) {
            if (status.error) why += "; " + status.name + ": " + *status.error;
        }
        throw std::runtime_error(why);
    }
    std::int64_t append(events::Ledger ledger, std::string_view actor, std::string_view mandate,
                        const std::vector<Event>& happened, std::optional<PersonCode> clerk,
                        std::optional<Time> acted_at) {
        events::Append append;
        append.actor = PersonCode::of(actor);
        append.capacity = mandate.empty() ? "SELF" : "IN_OFFICE";
        append.entered_by = std::move(clerk);
        append.authority = std::string(mandate);
        append.correlation = ids_.next(clock_.now());
        for (const auto& event : happened) {
            auto encoded = events::encode(event);
            encoded.id = ids_.next(clock_.now());
            encoded.decided_at = acted_at;
            append.writes.push_back({stream_of(event), std::nullopt, {std::move(encoded)}});
        }
        const auto assigned = log_->append_and_wait(ledger, std::move(append));
        if (!assigned) throw std::runtime_error(assigned.error().detail_en);
        return static_cast<std::int64_t>(assigned->first.value);
    }

    tests::TemporaryDirectory directory_;
    tests::HandClock clock_;
    events::EventIds ids_{7};
    std::unique_ptr<events::Log> log_;
    std::unique_ptr<Runner> acts_;
    std::unique_ptr<Runner> access_;
};

inline const CycleId kCycle = CycleId::of("2023");

inline DossierId dossier_of(std::string_view person) {
    return DossierId::of("2023." + std::string(person));
}

inline CycleOpened a_cycle() {
    CycleOpened cycle;
    cycle.cycle = kCycle;
    cycle.year = 2023;
    cycle.title = Label::of("Kỳ đánh giá, xếp loại năm 2023");
    cycle.document = DocumentId::of("D1");
    cycle.rulebook = RulebookId::of("nd90-48-2023");
    cycle.rulebook_hash = Digest::of(std::string(64, 'a'));
    cycle.scope = {UnitCode::of("51")};
    cycle.submission = {Date::of("2023-11-30"), false};
    return cycle;
}

inline std::vector<Event> dossiers_for(const std::vector<std::string_view>& people) {
    std::vector<Event> opened;
    for (const auto& event : a_province()) {
        const auto* assigned = event.as<PostAssigned>();
        if (!assigned || std::find(people.begin(), people.end(), assigned->person.str()) == people.end()) continue;
        opened.push_back(
            DossierOpened{dossier_of(assigned->person.str()), assigned->person, kCycle, 2023, assigned->post, {}});
    }
    return opened;
}

// The small province with its cycle and everybody's dossier.
inline void open_cycle(History& history) {
    history.at("2023-11-01T07:30").given(a_province());
    history.at("2023-11-15T08:00").given({a_cycle()});
    history.given(dossiers_for(
        {"DIRECTOR", "DEPUTY", "HEAD1", "HEAD2", "OFFICER", "A1", "A2", "A3", "B1", "PRINCIPAL", "TEACHER"}));
}

template <class E>
E about(std::string_view person) {
    E event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    return event;
}

inline SelfAssessmentFiled a_form(std::string_view person, Level level = Level::good, int exceeded = 8) {
    auto form = about<SelfAssessmentFiled>(person);
    form.sections = {{Label::of("Chính trị tư tưởng"), Text::of("Chấp hành tốt.")}};
    form.counts = {20, 20, 20, exceeded};
    form.proposed_level = level;
    return form;
}

inline ProposalMade a_proposal(std::string_view person, Level level, std::optional<Level> previous = {}) {
    auto proposal = about<ProposalMade>(person);
    proposal.level = level;
    proposal.previous = previous;
    return proposal;
}

inline RatingDecided a_decision(std::string_view person, std::optional<Level> level,
                                std::optional<Level> proposed = {}) {
    auto decision = about<RatingDecided>(person);
    decision.level = level;
    decision.proposed = proposed;
    decision.document = DocumentId::of("D1");
    decision.evaluation.rulebook = RulebookId::of("nd90-48-2023");
    decision.evaluation.rulebook_hash = Digest::of(std::string(64, 'a'));
    decision.evaluation.outcome = RuleOutcome::rated;
    decision.evaluation.level = level;
    return decision;
}

inline MeetingHeld a_meeting(std::string_view id, std::vector<std::string_view> discussed, std::string_view held_at) {
    MeetingHeld meeting;
    meeting.meeting = MeetingId::of(id);
    meeting.cycle = kCycle;
    meeting.unit = UnitCode::of("51-S05.P1");
    meeting.held_at = Time::of(held_at);
    meeting.chair = PersonCode::of("HEAD1");
    meeting.secretary = PersonCode::of("A3");
    meeting.attendees = {{PersonCode::of("HEAD1"), AttendeeRole::leadership, true, false, {}},
                         {PersonCode::of("A1"), AttendeeRole::staff, true, false, {}},
                         {PersonCode::of("A2"), AttendeeRole::staff, false, true, {}},
                         {PersonCode::of("A3"), AttendeeRole::trade_union, false, false, Label::of("Đi công tác")}};
    for (const auto person : discussed) meeting.discussed.push_back(PersonCode::of(person));
    return meeting;
}

inline MinutesAdopted minutes(std::string_view id, int version, std::string_view at) {
    MinutesAdopted adopted;
    adopted.meeting = MeetingId::of(id);
    adopted.version = version;
    adopted.adopted_at = Time::of(at);
    return adopted;
}

inline Known known_at(std::int64_t position) {
    return events::Position{static_cast<std::uint64_t>(position)};
}

inline std::vector<Finding> found(History& history, FindingType type, Known known = {}) {
    FindingsQuestion question;
    question.cycle = kCycle;
    question.types = {type};
    return history.answers().findings(question, known).value().items;
}

}  // namespace minhbach::projections
