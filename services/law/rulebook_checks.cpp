#include "services/law/rulebook_checks.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>

#include "events/codec/json.hpp"

namespace minhbach::services::law {
namespace {

using json::enum_name;

// Twice the bound, so that "more than 20" is 41 and "at least 20" is 40: an interval with closed ends.
struct Interval {
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    bool empty() const { return low > high; }
    Interval within(const Interval& other) const { return {std::max(low, other.low), std::min(high, other.high)}; }
    bool covers(const Interval& other) const { return low <= other.low && high >= other.high; }
};

struct Bound {
    Interval interval;
    std::string clauses;  // those that gave it
};
using Bounds = std::map<std::string, Bound>;  // by what is compared

std::string key(const Rulebook& book, const Term& term) {
    switch (term.kind) {
        case Term::Kind::number:
            return std::to_string(term.number);
        case Term::Kind::sum: {
            std::string all;
            for (const auto fact : term.facts) all += "+" + book.facts()[fact].name;
            return all;
        }
        case Term::Kind::things:
            if (!term.where.empty()) {
                std::string all = "items " + book.facts()[term.facts.front()].name;
                for (const auto& test : term.where)
                    all += " " + std::to_string(test.member) + ":" + std::to_string(test.grade) +
                           (test.or_better ? "+" : "");
                return all;
            }
            return "things " + book.facts()[term.facts.front()].name + " " + std::to_string(term.at_least) +
                   (term.known ? " known" : "");
        case Term::Kind::disciplines:
            return "disciplines " + json::to_json(term.counting);
    }
    return {};
}

Interval interval(Comparison comparison, std::int64_t than) {
    switch (comparison) {
        case Comparison::at_least:
            return {.low = 2 * than};
        case Comparison::more_than:
            return {.low = 2 * than + 1};
        case Comparison::at_most:
            return {.high = 2 * than};
        case Comparison::less_than:
            return {.high = 2 * than - 1};
        case Comparison::equal:
            return {2 * than, 2 * than};
    }
    return {};
}

// What a predicate says of single numbers and grades; false if it says more than that.
bool add(const Rulebook& book, const Predicate& predicate, const std::string& clause, Bounds& bounds) {
    const auto narrow = [&](const std::string& what, Interval by) {
        auto& bound = bounds[what];
        const auto narrowed = bound.interval.within(by);
        if (narrowed.low != bound.interval.low || narrowed.high != bound.interval.high)
            bound.clauses += (bound.clauses.empty() ? "" : ", ") + clause;
        bound.interval = narrowed;
        return true;
    };
    if (const auto* all = std::get_if<All>(&predicate.test)) {
        bool whole = true;
        for (const auto& part : all->parts) whole = add(book, part, clause, bounds) && whole;
        return whole;
    }
    if (const auto* compare = std::get_if<Compare>(&predicate.test)) {
        if (compare->right.kind != Term::Kind::number) return false;
        return narrow(key(book, compare->left), interval(compare->is, compare->right.number));
    }
    if (const auto* share = std::get_if<Share>(&predicate.test))
        return narrow(key(book, share->part) + " / " + key(book, share->whole), interval(share->is, share->percent));
    if (const auto* graded = std::get_if<Graded>(&predicate.test)) {
        for (const auto fact : graded->facts) narrow(book.facts()[fact].name, {.low = 0, .high = 2 * graded->at_least});
        return true;
    }
    if (const auto* is = std::get_if<Is>(&predicate.test))
        return narrow(book.facts()[is->fact].name, {2 * is->grade, 2 * is->grade});
    if (const auto* flag = std::get_if<Flag>(&predicate.test)) return narrow(book.facts()[flag->fact].name, {2, 2});
    if (const auto* none = std::get_if<None>(&predicate.test); none != nullptr && none->parts.size() == 1) {
        if (const auto* flag = std::get_if<Flag>(&none->parts.front().test))
            return narrow(book.facts()[flag->fact].name, {0, 0});
    }
    return false;
}

class Check {
public:
    Check(const Rulebook& book, const std::function<void(std::string, std::string)>& refuse)
        : book_(book), refuse_(refuse) {}

    void run() {
        for (ColumnIndex column = 0; column < book_.columns().size(); ++column) check(column);
        for (const auto& [level, name] : json::enumerators<Level>()) {
            const bool given = std::any_of(book_.order().begin(), book_.order().end(),
                                           [&, l = level](const Step& step) { return step.level == l; });
            if (!given) refuse_("/order", "no step gives the level " + name);
        }
    }

private:
    struct Asked {
        Level level;
        std::size_t step;
        Bounds bounds;
        bool whole = true;  // the bounds are all it asks
    };

    Asked asked_of(const Step& step, ColumnIndex column, std::size_t index) const {
        Asked asked{*step.level, index, {}, true};
        for (const auto& other : book_.order()) {
            const bool counts =
                &other == &step || (other.does == StepKind::level &&
                                    std::find(step.needs.begin(), step.needs.end(), *other.level) != step.needs.end());
            if (!counts) continue;
            for (const auto* clause : other.clauses[column])
                asked.whole = add(book_, *clause->holds, clause->id.str(), asked.bounds) && asked.whole;
        }
        return asked;
    }

    void check(ColumnIndex column) {
        const auto name = book_.columns()[column].column;
        std::vector<Asked> levels;
        for (std::size_t i = 0; i < book_.order().size(); ++i) {
            const auto& step = book_.order()[i];
            if (step.does == StepKind::level) levels.push_back(asked_of(step, column, i));
        }
        const auto place = [](const Asked& asked) { return "/order/" + std::to_string(asked.step); };
        for (const auto& asked : levels)
            for (const auto& [what, bound] : asked.bounds)
                if (bound.interval.empty())
                    refuse_(place(asked), enum_name(asked.level) + " cannot be reached in column \"" + name +
                                              "\": " + bound.clauses + " contradict each other");
        for (std::size_t i = 1; i < levels.size(); ++i)
            if (follows(levels[i], levels[i - 1]))
                refuse_(place(levels[i]), enum_name(levels[i].level) + " cannot be reached in column \"" + name +
                                              "\": who meets it has " + enum_name(levels[i - 1].level) + " already");
        for (const auto& step : book_.order()) {
            if (step.does != StepKind::force) continue;
            for (const auto* ground : step.clauses[column])
                for (const auto& asked : levels) overlap(*ground, asked, name);
        }
    }

    // Whoever meets `worse` meets `better`, too.
    static bool follows(const Asked& worse, const Asked& better) {
        if (!better.whole) return false;
        return std::all_of(better.bounds.begin(), better.bounds.end(), [&](const auto& one) {
            const auto found = worse.bounds.find(one.first);
            return one.second.interval.covers(found == worse.bounds.end() ? Interval{} : found->second.interval);
        });
    }

    // A ground about a number that the level sets a limit to must lie beyond that limit.
    void overlap(const Clause& ground, const Asked& asked, const std::string& column) {
        Bounds bounds;
        if (!ground.holds || !add(book_, *ground.holds, ground.id.str(), bounds)) return;
        for (const auto& [what, bound] : bounds) {
            const auto limit = asked.bounds.find(what);
            if (limit == asked.bounds.end() || bound.interval.within(limit->second.interval).empty()) continue;
            refuse_("/clauses", "\"" + ground.id.str() + "\" overlaps " + limit->second.clauses + " of " +
                                    enum_name(asked.level) + " in column \"" + column + "\" on " + what);
        }
    }

    const Rulebook& book_;
    const std::function<void(std::string, std::string)>& refuse_;
};

}  // namespace

void check(const Rulebook& book, const std::function<void(std::string, std::string)>& refuse) {
    Check(book, refuse).run();
}

}  // namespace minhbach::services::law
