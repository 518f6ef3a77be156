#include "services/organisation/posts.hpp"

#include <algorithm>

#include "events/codec/json.hpp"
#include "services/law/facts.hpp"

namespace minhbach::services::organisation {
namespace {

// At the head of the own agency, helping to lead it, or neither.
law::Position position_of(const Registry& registry, const Post& post, Date day) {
    if (!post.leader) return law::Position::other;
    const auto& unit = post.head_of ? *post.head_of : post.unit;
    if (registry.agency_of(unit, day) != unit) return law::Position::other;
    return post.head_of ? law::Position::agency_head : law::Position::agency_deputy;
}

bool share_a_day(const Post& a, const Post& b) {
    return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

}  // namespace

const Post* same_post(const Person& person, const Post& post) {
    for (const auto& held : person.posts) {
        if (held.unit != post.unit) continue;
        if (held.from == post.from || (held.title == post.title && share_a_day(held, post))) return &held;
    }
    return nullptr;
}

Date day_of_reference(const Post& post, Date today) {
    if (post.from > today) return post.from;
    return post.to && *post.to < today ? *post.to : today;
}

std::optional<UnitCode> manager_of(const Registry& registry, const UnitCode& unit,
                                   const std::optional<UnitCode>& head_of, Date day) {
    const auto agency = registry.agency_of(head_of ? *head_of : unit, day);
    if (!agency || head_of != agency) return agency;
    const auto* version = registry.unit(*agency)->at(day);
    // Nobody in the store stands above the province.
    return version->parent ? registry.agency_of(*version->parent, day) : agency;
}

std::optional<law::Who> who_holds(const law::Rulebook& rulebook, const Registry& registry, const Post& post, Date day) {
    const law::Subject subject{post.subject_class, post.leader};
    const auto column = rulebook.column(json::enum_name(post.subject_class), subject.leads());
    if (!column) return std::nullopt;
    return law::Who{*column, position_of(registry, post, day)};
}

std::optional<Post> rated_post_at(const Registry& registry, const Person& person, Date day) {
    const auto* held = person.main_post_at(day);
    if (!held) return std::nullopt;
    auto post = *held;
    const auto rating = std::find_if(person.secondments.begin(), person.secondments.end(), [&](const auto& one) {
        return one.rated_by_host() && one.from <= day && (!one.to || *one.to >= day);
    });
    if (rating == person.secondments.end()) return post;
    const auto agency = registry.agency_of(rating->host, day);
    if (!agency) return post;
    post.unit = rating->host;
    post.managed_by = *agency;
    post.head_of.reset();  // what is headed at home is rated there
    return post;
}

std::vector<PersonCode> rated_by(const Registry& registry, const UnitCode& agency, Date day) {
    std::vector<PersonCode> people;
    for (const auto& code : registry.people_managed_by(agency, day)) {
        const auto post = rated_post_at(registry, *registry.person(code), day);
        if (post && post->managed_by == agency) people.push_back(code);
    }
    for (const auto& [code, person] : registry.people()) {
        if (person.merged_into || person.secondments.empty()) continue;
        const auto post = rated_post_at(registry, person, day);
        if (!post || post->managed_by != agency || person.main_post_at(day)->managed_by == agency) continue;
        people.push_back(code);
    }
    std::sort(people.begin(), people.end());
    return people;
}

}  // namespace minhbach::services::organisation
