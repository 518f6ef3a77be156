#include "events/vocabulary/organisation.hpp"

namespace minhbach {

bool ranks_higher(const Post& left, const Post& right) {
    if (left.leader != right.leader) return left.leader;
    if (left.from != right.from) return left.from > right.from;
    return left.unit < right.unit;
}

const Post* main_post_at(const std::vector<Post>& posts, Date day) {
    const Post* highest = nullptr;
    for (const auto& post : posts) {
        if (post.is_held_on(day) && (!highest || ranks_higher(post, *highest))) highest = &post;
    }
    return highest;
}

}  // namespace minhbach
