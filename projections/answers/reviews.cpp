#include "projections/answers/reviews.hpp"

#include <algorithm>
#include <set>

namespace minhbach::projections {
namespace {

ReviewStanding standing_of(const ReviewRow& row) {
    if (!row.concluded.empty()) return ReviewStanding::concluded;
    if (!row.held.empty()) return ReviewStanding::held;
    if (!row.drafts.empty()) return ReviewStanding::draft_sent;
    return row.suggested.empty() ? ReviewStanding::missing : ReviewStanding::suggested;
}

std::optional<ReviewRow> review_row(const Context& context, const CycleId& cycle, const Owner& owner) {
    return context.row<ReviewRow>(reviews::kRows, entity(cycle.str(), remediation::owner_entity(owner)));
}

ReviewLine line_of(Context& context, const ReviewRow& row, Date term, Date day) {
    ReviewLine line;
    line.owner = row.owner;
    if (row.owner.unit) line.unit = context.unit_name(*row.owner.unit, context.today());
    line.name = line.unit ? line.unit->name : context.person_name(row.owner.person.value()).name;
    line.standing = standing_of(row);
    line.late = row.concluded_at ? row.concluded_at->local_date() >= term : day >= term;
    line.conference_from = row.conference_from;
    line.held_at = row.held_at;
    line.concluded_at = row.concluded_at;
    line.rated_at = row.rated_at;
    line.unanswered = row.unanswered();
    line.without_measure = row.without_measure();
    line.revision = row.revision;
    return line;
}

void show_points(Context& context, const ReviewRow& row, ReviewView& answer) {
    const auto* last = answer.conclusions.empty() ? nullptr : &answer.conclusions.back().event;
    for (const auto position : row.suggested) {
        const auto suggested = context.event<ReviewSuggested>(position);
        if (!suggested) continue;
        for (const auto& point : suggested->event.points) {
            PointView view{
                point.point, point.text, suggested->by, context.document_name(suggested->event.document), {}};
            for (const auto& one : last ? last->explained : std::vector<PointExplained>())
                if (one.point == point.point) view.explanation = one.explanation;
            answer.points.push_back(std::move(view));
        }
    }
}

void show_conferences(Context& context, const ReviewRow& row, ReviewView& answer) {
    for (const auto position : row.held) {
        const auto held = context.event<ReviewHeld>(position);
        if (!held) continue;
        const auto& e = held->event;
        ConferenceView view;
        view.by = held->by;
        view.conference = e.conference;
        view.unit = context.unit_name(e.unit, e.held_at.local_date());
        view.held_at = e.held_at;
        view.ended_at = e.ended_at;
        view.chair = context.person_name(e.chair);
        view.secretary = context.person_name(e.secretary);
        for (const auto& attendee : e.attendees) ++(attendee.present ? view.present : view.absent);
        for (std::size_t i = 0; i < e.reviewed.size(); ++i) {
            if (e.reviewed[i].owner != row.owner) continue;
            view.kind = e.reviewed[i].kind;
            view.place = static_cast<int>(i) + 1;
        }
        if (e.minutes) view.minutes = context.document_name(*e.minutes);
        answer.conferences.push_back(std::move(view));
    }
}

// Whoever has people to rate has a collective to review.
bool has_people(Context& context, const CycleId& cycle, const UnitCode& unit) {
    bool found = false;
    context.rows().scan(dossiers::kByUnit, entity(cycle.str(), unit.str()) + "/", "", context.known(), [&](const Row&) {
        found = true;
        return false;
    });
    return found;
}

// Keys of all owners of a cycle, "p/P1" and "u/51", each once and in order.
std::set<std::string> owners_of(Context& context, const Cycle& cycle) {
    std::set<std::string> owners;
    for (const auto& top : cycle.opened.scope)
        for (const auto& unit : context.subtree(top, context.today()))
            if (has_people(context, cycle.opened.cycle, unit))
                owners.insert(remediation::owner_entity({std::nullopt, unit}));
    for (auto& key : context.entities(reviews::kRows, cycle.opened.cycle.str() + "/")) {
        const auto row = context.row<ReviewRow>(reviews::kRows, entity(cycle.opened.cycle.str(), key));
        if (row && standing_of(*row) != ReviewStanding::missing) owners.insert(std::move(key));
    }
    return owners;
}

Owner owner_from(std::string_view key) {
    const auto code = key.substr(2);
    if (key.front() == 'p') return {PersonCode::of(code), std::nullopt};
    return {std::nullopt, UnitCode::of(code)};
}

bool below(Context& context, const Owner& owner, const UnitCode& unit) {
    if (owner.unit) return context.within(*owner.unit, unit, context.today());
    const auto person = context.person(*owner.person);
    const auto* post = person ? person->main_post_at(context.today()) : nullptr;
    return post && context.within(post->unit, unit, context.today());
}

}  // namespace

Date review_term(int year) {
    return Date::of(std::to_string(year) + "-12-31");
}

std::optional<ReviewRow> begun_review(const Context& context, const CycleId& cycle, const Owner& owner) {
    auto row = review_row(context, cycle, owner);
    if (row && standing_of(*row) == ReviewStanding::missing) row.reset();
    return row;
}

ReviewView review_of(Context& context, const CycleId& cycle, const Owner& owner) {
    ReviewRow nothing;
    nothing.cycle = cycle;
    nothing.owner = owner;
    const auto row = review_row(context, cycle, owner).value_or(nothing);
    const auto known = context.cycle(cycle);
    ReviewView answer;
    answer.cycle = cycle;
    answer.term = review_term(known ? known->opened.year : context.today().year());
    answer.line = line_of(context, row, answer.term, context.today());
    for (const auto position : row.drafts) context.append_event(answer.drafts, position);
    for (const auto position : row.concluded) context.append_event(answer.conclusions, position);
    for (const auto position : row.self_rated) context.append_event(answer.self_ratings, position);
    for (const auto position : row.appraised) context.append_event(answer.appraisals, position);
    for (const auto position : row.concerns) context.append_event(answer.concerns, position);
    show_points(context, row, answer);
    show_conferences(context, row, answer);
    return answer;
}

std::vector<FoundInReview> found_in_reviews(Context& context, const CycleId& cycle, int year) {
    std::vector<FoundInReview> found;
    context.rows().scan(reviews::kRows, cycle.str() + "/", "", context.known(), [&](const Row& stored) {
        const auto row = json::from_json<ReviewRow>(stored.json).value();
        const auto add = [&](FindingType type, std::int64_t position) {
            found.push_back(
                {type, position, ReviewDetail{row.owner, row.conference_from, row.held_at, row.rated_at, {}, {}}});
            return &found.back().detail;
        };
        if (row.too_early) add(FindingType::review_too_early, *row.too_early);
        if (const auto points = row.unanswered(); !points.empty() && (row.rated_at || !row.concluded.empty()))
            add(FindingType::suggestion_unanswered, row.concluded.empty() ? row.suggested.back() : row.concluded.back())
                ->points = points;
        if (row.rated_at && row.held_at && *row.held_at > *row.rated_at)
            add(FindingType::review_after_rating, row.held.front());
        const bool due = row.has_plan || context.today() >= review_term(year);
        if (const auto left = row.without_measure(); !left.empty() && due)
            add(FindingType::shortcoming_without_measure, row.concluded.back())->shortcomings = left;
        return true;
    });
    return found;
}

Result<ReviewAnswer> Answers::review(const CycleId& cycle, const Owner& owner, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(cycle)) return no_such("kỳ đánh giá", "cycle", cycle.str());
    if (owner.unit && !context.unit(*owner.unit)) return no_such("đơn vị", "unit", owner.unit->str());
    if (owner.person && !context.person(*owner.person)) return no_such("người", "person", owner.person->str());
    return ReviewAnswer{context.basis(), review_of(context, cycle, owner)};
}

Result<ReviewsAnswer> Answers::reviews(const ReviewsQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto cycle = context.cycle(question.cycle);
    if (!cycle) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    ReviewsAnswer answer{context.basis(), question.cycle, review_term(cycle->opened.year), {}, 0, {}};
    const auto day = question.day.value_or(context.today());
    std::string last;
    for (const auto& key : owners_of(context, *cycle)) {
        const auto owner = owner_from(key);
        if (question.unit && !below(context, owner, *question.unit)) continue;
        ReviewRow nothing;
        nothing.owner = owner;
        auto line = line_of(context, review_row(context, question.cycle, owner).value_or(nothing), answer.term, day);
        if (question.standing && line.standing != *question.standing) continue;
        if (question.late && line.late != *question.late) continue;
        ++answer.total;
        if (question.page.after && key <= *question.page.after) continue;
        if (answer.items.size() == question.page.limit) {
            answer.next = last;
            continue;
        }
        last = key;
        answer.items.push_back(std::move(line));
    }
    return answer;
}

}  // namespace minhbach::projections
