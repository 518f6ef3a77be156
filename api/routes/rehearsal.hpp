// What somebody may do now, and why not: every act is rehearsed with the desk, by the same functions that will decide.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/routes/command.hpp"
#include "api/routes/context.hpp"

namespace minhbach::api::routes {

// Why something cannot be done now.
struct Obstacle {
    std::string type;
    std::string title;
    std::string title_en;
    std::string detail;
    std::string detail_en;
    std::optional<std::string> clause;
};
BOOST_DESCRIBE_STRUCT(Obstacle, (), (type, title, title_en, detail, detail_en, clause))

struct LevelAllowed {
    Level level = Level::good;
    bool allowed = false;
    std::optional<Obstacle> obstacle;
};
BOOST_DESCRIBE_STRUCT(LevelAllowed, (), (level, allowed, obstacle))

struct AllowedAction {
    std::string action;  // the name of the route
    std::string title;   // the button
    std::string title_en;
    std::string method;
    std::string href;
    bool allowed = false;
    std::optional<Obstacle> obstacle;
    std::vector<LevelAllowed> levels;  // for a proposal or a decision
};
BOOST_DESCRIBE_STRUCT(AllowedAction, (), (action, title, title_en, method, href, allowed, obstacle, levels))

// A rehearsal runs on sample content, and what is refused for the sample says nothing about the act: every document and
// invalid field, and what is named here.
struct SampleOf {
    std::vector<std::string_view> own{};  // types, or beginnings of fields, of refusals that come of the sample
    std::string_view telling{};           // a field whose refusal counts, even where it is an invalid one
};

class Rehearsal {
public:
    // `house` and `person` must outlive this.
    Rehearsal(House& house, const PersonCode& person) : house_(house), person_(person) {}

    template <class Command>
    std::optional<Refusal> tried(const Command& command, const SampleOf& sample = {}) {
        return obstacle_in(house_.desk.rehearse(person_,
                                                [&](services::Past& past, const services::Acting& acting) {
                                                    return decisions::decide(past, acting, command);
                                                }),
                           sample);
    }

    template <class Command>
    void add(std::string href, std::string action, Words title, const Command& command, const SampleOf& sample = {}) {
        push(std::move(href), std::move(action), std::move(title), tried(command, sample));
    }

    // Allowed if any of the commands is: the same act in several capacities, or with several levels.
    template <class Command>
    void add_any(std::string href, std::string action, Words title, const std::vector<Command>& commands) {
        std::optional<Refusal> first;
        for (const Command& command : commands) {
            auto refusal = tried(command);
            if (!refusal) return push(std::move(href), std::move(action), std::move(title), std::nullopt);
            if (!first) first = std::move(refusal);
        }
        push(std::move(href), std::move(action), std::move(title), std::move(first));
    }

    template <class MakeCommand>
    void add_levels(std::string href, std::string action, Words title, MakeCommand make) {
        std::vector<LevelAllowed> levels;
        std::optional<Refusal> first;
        bool any = false;
        for (const Level level : {Level::excellent, Level::good, Level::completed, Level::not_completed}) {
            auto refusal = tried(make(level));
            levels.push_back(level_line(level, refusal));
            any = any || !refusal;
            if (refusal && !first) first = std::move(refusal);
        }
        push(std::move(href), std::move(action), std::move(title), any ? std::nullopt : std::move(first));
        actions_.back().levels = std::move(levels);
    }

    // As somebody else found out.
    void push(std::string href, std::string action, Words title, std::optional<Refusal> refusal);

    std::vector<AllowedAction> take() { return std::exchange(actions_, {}); }

private:
    static std::optional<Refusal> obstacle_in(const services::Decision& decision, const SampleOf& sample);
    static LevelAllowed level_line(Level level, const std::optional<Refusal>& refusal);

    House& house_;
    const PersonCode& person_;
    std::vector<AllowedAction> actions_;
};

}  // namespace minhbach::api::routes
