#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

std::vector<std::uint64_t> newest(std::vector<std::uint64_t> positions) {
    std::sort(positions.begin(), positions.end(), std::greater<>());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

// The log numbers the events of every subject and actor without a gap: nothing can be left out here.
std::vector<std::uint64_t> known_of(const Context& context, const std::vector<events::Position>& all) {
    std::vector<std::uint64_t> positions;
    for (const auto position : all) {
        if (position <= context.known()) positions.push_back(position.value);
    }
    return newest(std::move(positions));
}

std::vector<std::uint64_t> of_unit(Context& context, const UnitCode& unit) {
    std::vector<std::uint64_t> positions;
    for (const auto& member : context.subtree(unit, context.today())) {
        for (const auto& digits : context.entities(trace::kByUnit, member.str() + "/")) {
            positions.push_back(position_of_newest_first(digits));
        }
    }
    return newest(std::move(positions));
}

bool is_within(const Act& act, const TraceQuestion& question) {
    if (question.cycle && act.cycle != question.cycle) return false;
    if (question.from && act.by.recorded_at < *question.from) return false;
    if (question.to && act.by.recorded_at >= *question.to) return false;
    return is_asked(question.types, act.type);
}

// Fills the answer from acts that come newest first; false when there is nothing more to look for.
class Page {
public:
    Page(Context& context, const TraceQuestion& question, TraceAnswer& answer)
        : context_(context), question_(question), answer_(answer) {}

    bool take(std::uint64_t position) {
        if (question_.before && static_cast<std::int64_t>(position) >= *question_.before) return true;
        auto act = context_.act(position);
        if (!act) return true;
        if (question_.from && act->by.recorded_at < *question_.from) return false;
        if (!is_within(*act, question_)) return true;
        if (answer_.items.size() == question_.limit) {
            answer_.next = answer_.items.back().by.position;
            return false;
        }
        answer_.items.push_back(std::move(*act));
        return true;
    }

private:
    Context& context_;
    const TraceQuestion& question_;
    TraceAnswer& answer_;
};

std::optional<std::vector<std::uint64_t>> positions_asked(Context& context, const TraceQuestion& question) {
    constexpr auto kMain = events::Ledger::main;
    if (question.dossier) return positions_touching(context, *question.dossier);
    if (question.subject) return known_of(context, context.log().subject_positions(kMain, *question.subject));
    if (question.actor) return known_of(context, context.log().actor_positions(kMain, *question.actor));
    if (question.unit) return of_unit(context, *question.unit);
    return std::nullopt;
}

}  // namespace

Result<TraceAnswer> Answers::trace(const TraceQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    TraceAnswer answer;
    answer.basis = context.basis();
    if (context.leaves_out_comments(question.subject)) answer.basis.complete = false;
    if (question.subject) answer.erased = erased_person(context, *question.subject);
    if (question.actor && !answer.erased) answer.erased = erased_person(context, *question.actor);
    Page page(context, question, answer);
    if (const auto positions = positions_asked(context, question)) {
        for (const auto position : *positions) {
            if (!page.take(position)) break;
        }
        return answer;
    }
    const auto after =
        question.before && *question.before >= 0 ? newest_first(static_cast<std::uint64_t>(*question.before)) : "";
    context.rows().scan(trace::kActs, "", after, context.known(),
                        [&](const Row& row) { return page.take(position_of_newest_first(row.entity)); });
    return answer;
}

Result<RatersAnswer> Answers::raters(const UnitCode& unit, const std::optional<CycleId>& cycle,
                                     const std::vector<std::string>& types, Known known_as_of) const {
    static const std::vector<std::string> kRating{"comment.recorded", "criteria.judged", "proposal.made",
                                                  "rating.decided"};
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.unit(unit)) return no_such("đơn vị", "unit", unit.str());
    RatersAnswer answer{context.basis(), context.unit_name(unit, context.today()), {}};

    std::map<std::tuple<PersonCode, std::string, std::string, Entry, std::string>, std::size_t> known;
    auto positions = of_unit(context, unit);
    std::reverse(positions.begin(), positions.end());
    for (const auto position : positions) {
        const auto act = context.act(position);
        if (!act || (cycle && act->cycle != *cycle) || !act->subject ||
            !is_asked(types.empty() ? kRating : types, act->type))
            continue;
        const auto mandate = act->by.mandate ? act->by.mandate->str() : std::string();
        const auto [at, added] = known.try_emplace({act->by.actor, act->by.capacity, mandate, act->by.entry, act->type},
                                                   answer.items.size());
        if (added) {
            RaterLine line;
            line.actor = context.person_name(act->by.actor);
            line.capacity = act->by.capacity;
            line.mandate = act->by.mandate;
            line.entry = act->by.entry;
            line.type = act->type;
            line.first_at = act->by.at();
            if (line.mandate) {
                if (const auto held = context.mandate(*line.mandate)) {
                    line.document = context.document_name(held->document);
                    line.from = held->from;
                    line.to = held->to;
                }
            }
            answer.items.push_back(std::move(line));
        }
        auto& line = answer.items[at->second];
        line.last_at = act->by.at();
        const bool listed = std::any_of(line.subjects.begin(), line.subjects.end(),
                                        [&](const auto& subject) { return subject.person == *act->subject; });
        if (!listed) line.subjects.push_back(context.person_name(*act->subject));
        line.count = static_cast<int>(line.subjects.size());
    }
    return answer;
}

}  // namespace minhbach::projections
