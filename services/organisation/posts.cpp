#include "services/organisation/posts.hpp"

namespace minhbach::services::organisation {
namespace {

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

}  // namespace minhbach::services::organisation
