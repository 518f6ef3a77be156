// Given–when–then for rule functions: a past folded in memory from plain events, a command, and what came of it.
//
//     const auto decision = given(a_province()).at("2023-11-20T08:00").when("A1", FileSelfAssessment{...});
//     EXPECT_EQ(refusal_of(decision), "step-order");
//
// A history is a value: copied and extended, the original stays.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/decisions.hpp"
#include "services/law/rulebook.hpp"
#include "services/organisation/authority.hpp"
#include "services/past.hpp"
#include "streams.hpp"

namespace minhbach::services {

using tests::stream_of;

class GivenPast : public Past {
public:
    const organisation::Registry& registry() const override { return registry_; }
    void note(const events::Stream& stream) override { noted.insert(stream.name()); }

    std::vector<events::Stream> streams_about(const PersonCode& person) override {
        const auto& streams = about_[person];
        return {streams.begin(), streams.end()};
    }

    void fold(const events::Recorded& recorded) {
        const auto& stream = recorded.record.stream;
        if (!recorded.event.is<Erased>()) {
            const auto encoded = events::encode(recorded.event);
            for (const auto& subject : encoded.subjects) about_[subject].insert(stream);
            for (const auto& part : encoded.parts) {
                if (part.subject) about_[*part.subject].insert(stream);
            }
        }
        if (auto fresh = fresh_state(stream)) {
            apply(states_.try_emplace(stream.name(), std::move(*fresh)).first->second, recorded);
        } else {
            registry_.apply(recorded);
        }
    }

    Result<const law::Rulebook*> rulebook(const RulebookId& id, const Digest& hash) const override {
        if (variant && variant->id() == id) return variant.get();
        return Past::rulebook(id, hash);
    }

    std::set<std::string> noted;                     // names of the streams that were asked for
    std::shared_ptr<const law::Rulebook> variant{};  // in place of the program's rulebook of that id

protected:
    const StreamState& state(const events::Stream& stream, StreamState fresh) override {
        note(stream);
        return states_.try_emplace(stream.name(), std::move(fresh)).first->second;
    }

private:
    organisation::Registry registry_;
    std::map<std::string, StreamState> states_;
    std::map<PersonCode, std::set<events::Stream>> about_;
};

class Given {
public:
    // What follows, events and commands, happens then: RFC 3339 or local time, "2023-11-20T08:00".
    Given at(std::string_view time) const {
        auto next = *this;
        next.now_ = Time::of(time);
        return next;
    }

    Given and_given(const std::vector<Event>& events) const {
        auto next = *this;
        for (const auto& event : events) next.add({stream_of(event), event, {}, {}}, {});
        return next;
    }

    // What is bound to a rulebook of that id goes by this one.
    Given under(std::shared_ptr<const law::Rulebook> variant) const {
        auto next = *this;
        next.variant_ = std::move(variant);
        return next;
    }

    // What the person may do now is decided, and becomes part of the history.
    template <class Command>
    Given after(std::string_view person, const Command& command) const {
        return and_decided(when(person, command));
    }
    // Throws the refusal if there is one.
    Given and_decided(const Decision& decision) const {
        auto next = *this;
        const auto& decided = decision.value();
        for (const auto& write : decided.events) next.add(write, decided.authority);
        return next;
    }

    template <class Command>
    Decision when(std::string_view person, const Command& command) const {
        const auto folded = past();
        return decisions::decide(*folded, acting(person), command);
    }
    // The streams a decision was guarded by.
    template <class Command>
    std::set<std::string> noted_when(std::string_view person, const Command& command) const {
        const auto folded = past();
        (void)decisions::decide(*folded, acting(person), command);
        return folded->noted;
    }

    Acting acting(std::string_view person) const { return {PersonCode::of(person), now_}; }
    // The states as of now, for questions to them.
    std::unique_ptr<GivenPast> past() const {
        auto folded = std::make_unique<GivenPast>();
        folded->variant = variant_;
        for (const auto& recorded : history_) folded->fold(recorded);
        return folded;
    }

private:
    void add(const ToWrite& write, const Authority& authority) {
        events::Recorded recorded;
        recorded.record.position = {history_.size()};
        recorded.record.stream = write.stream;
        recorded.record.revision = {counts_[write.stream.name()]++};
        recorded.record.actor = authority.actor;
        recorded.record.entered_by = authority.entered_by;
        recorded.record.recorded_at = now_;
        recorded.record.effective = write.effective;
        recorded.record.decided_at = write.decided_at;
        recorded.event = write.event;
        history_.push_back(std::move(recorded));
    }

    Time now_ = Time::of("2023-11-20T08:00");
    std::vector<events::Recorded> history_;
    std::map<std::string, std::uint64_t> counts_;
    std::shared_ptr<const law::Rulebook> variant_;
};

// The command that would be entered as that event.
inline organisation::GrantMandate granting(const MandateGranted& granted) {
    return {granted.mandate,  granted.person, granted.powers, granted.unit,    granted.reach,
            granted.capacity, granted.from,   granted.to,     granted.document};
}

inline Given given(const std::vector<Event>& events) {
    return Given().and_given(events);
}

// "not-competent", "invalid-field /document", or "accepted".
inline std::string refusal_of(const Decision& decision) {
    if (decision) return "accepted";
    return decision.error().type + (decision.error().field.empty() ? "" : " " + decision.error().field);
}
inline std::string refusal_of(const Outcome& outcome) {
    if (outcome) return "accepted";
    return outcome.error().type + (outcome.error().field.empty() ? "" : " " + outcome.error().field);
}

// The events of an accepted decision, in order; throws the refusal if there is one.
inline std::vector<Event> events_of(const Decision& decision) {
    std::vector<Event> events;
    for (const auto& write : decision.value().events) events.push_back(write.event);
    return events;
}
inline std::vector<std::string> types_of(const Decision& decision) {
    std::vector<std::string> types;
    for (const auto& event : events_of(decision)) types.emplace_back(events::type_name(event));
    return types;
}
// The one event of a decision.
template <class T>
T only(const Decision& decision) {
    auto events = events_of(decision);
    if (events.size() != 1) throw std::runtime_error("expected one event, got " + std::to_string(events.size()));
    return events.front().get<T>();
}

}  // namespace minhbach::services
