// Who came from another agency within the year and how long they were there, and who works for another one for a time.
#include <algorithm>
#include <map>
#include <set>

#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

Date first_of(int year) {
    return Date::of(std::to_string(year) + "-01-01");
}

// Whole months between two days, the second not included.
int whole_months(Date from, Date until) {
    const int months = (until.year() - from.year()) * 12 + until.month() - from.month();
    return until.day() < from.day() ? months - 1 : months;
}

// Months of the year in these posts, ascending by their first day; posts held together count once.
int months_of_year(const std::vector<const Post*>& posts, int year) {
    int months = 0;
    std::optional<std::pair<Date, Date>> span;  // the second day not included
    const auto close = [&] {
        if (span && span->first < span->second) months += whole_months(span->first, span->second);
        span.reset();
    };
    for (const auto* post : posts) {
        const auto from = std::max(post->from, first_of(year));
        const auto until = std::min(post->to->plus(1), first_of(year + 1));
        if (until <= from) continue;
        if (span && from <= span->second) {
            span->second = std::max(span->second, until);
        } else {
            close();
            span.emplace(from, until);
        }
    }
    close();
    return months;
}

}  // namespace

const law::OpinionRule* former_agency_rule(Past& past, const Dossier& dossier) {
    return book_of(past, dossier).procedure().opinion(law::OpinionSide::former_agency, who_of(past, dossier));
}

std::string former_agency_clause(Past& past, const Dossier& dossier) {
    const auto* rule = former_agency_rule(past, dossier);
    return rule ? rule->clause->citation.str() : kInternalRule;
}

std::optional<UnitCode> former_agency(Past& past, const Dossier& dossier, Date day) {
    const auto* rule = former_agency_rule(past, dossier);
    if (!rule || !rule->required) return std::nullopt;
    const auto& registry = past.registry();
    const auto& opened = *dossier.opened;
    const auto* person = registry.person(opened.person);
    if (!person) return std::nullopt;
    const auto agency_of = [&](const Post& post) {
        return registry.agency_of(post.unit, std::max(post.from, first_of(opened.year)));
    };
    std::set<UnitCode> present;  // where the person works since: nobody comes from there
    if (const auto agency = registry.agency_of(opened.post.unit, dossier.opened_on)) present.insert(*agency);
    std::map<UnitCode, std::vector<const Post*>> left;
    for (const auto& post : person->posts) {
        const auto agency = agency_of(post);
        if (!agency || post.from > dossier.opened_on) continue;
        if (post.to && *post.to < dossier.opened_on) {
            left[*agency].push_back(&post);
        } else {
            present.insert(*agency);
        }
    }
    for (const auto& [agency, posts] : left) {
        if (present.contains(agency) || months_of_year(posts, opened.year) < rule->months.value_or(0)) continue;
        const auto* unit = registry.unit(agency);
        if (unit && unit->at(day)) return agency;
    }
    return std::nullopt;
}

std::vector<const SecondmentRecorded*> hosts(const organisation::Registry& registry, const Dossier& dossier, Date day) {
    const auto& opened = *dossier.opened;
    std::vector<const SecondmentRecorded*> found;
    const auto* person = registry.person(opened.person);
    if (!person) return found;
    const auto rater = registry.agency_of(opened.post.managed_by, dossier.opened_on);
    std::map<std::optional<UnitCode>, const SecondmentRecorded*> by_agency;
    for (const auto& one : person->secondments) {
        const bool of_the_year = one.from.year() <= opened.year && (!one.to || one.to->year() >= opened.year);
        const auto agency = registry.agency_of(one.host, one.from);
        if (!of_the_year || one.from > day || agency == rater) continue;
        const auto* host = registry.unit(one.host);
        if (!host || !host->at(day)) continue;  // nobody is left to ask
        auto& latest = by_agency[agency];
        if (!latest || latest->from < one.from) latest = &one;
    }
    for (const auto& [agency, one] : by_agency) found.push_back(one);
    std::sort(found.begin(), found.end(), [](const auto* left, const auto* right) { return left->from < right->from; });
    return found;
}

}  // namespace minhbach::services::evaluation
