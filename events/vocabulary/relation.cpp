#include "events/vocabulary/relation.hpp"

#include <algorithm>
#include <cstdlib>

namespace minhbach {

std::string_view relation_vi(RelationKind kind) {
    switch (kind) {
        case RelationKind::spouse:
            return "vợ, chồng";
        case RelationKind::parent:
            return "cha, mẹ";
        case RelationKind::child:
            return "con";
        case RelationKind::sibling:
            return "anh, chị, em ruột";
        case RelationKind::spouse_parent:
            return "cha, mẹ của vợ hoặc chồng";
        case RelationKind::child_spouse:
            return "con dâu, con rể";
        case RelationKind::spouse_sibling:
            return "anh, chị, em ruột của vợ hoặc chồng";
        case RelationKind::other_interest:
            return "quan hệ lợi ích khác";
    }
    std::abort();
}

std::string_view relation_en(RelationKind kind) {
    switch (kind) {
        case RelationKind::spouse:
            return "spouse";
        case RelationKind::parent:
            return "parent";
        case RelationKind::child:
            return "child";
        case RelationKind::sibling:
            return "sibling";
        case RelationKind::spouse_parent:
            return "parent of the spouse";
        case RelationKind::child_spouse:
            return "spouse of a child";
        case RelationKind::spouse_sibling:
            return "sibling of the spouse";
        case RelationKind::other_interest:
            return "another tie of interest";
    }
    std::abort();
}

void declare_relation(std::vector<Relation>& relations, const RelationDeclared& declared, const PersonCode& by) {
    std::erase_if(relations,
                  [&](const Relation& one) { return one.declared.other == declared.other && !one.ended_on; });
    relations.push_back({declared, by, {}});
}

void end_relation(std::vector<Relation>& relations, const RelationEnded& ended) {
    for (auto& one : relations) {
        if (one.declared.other == ended.other && !one.ended_on) one.ended_on = ended.on;
    }
}

const Relation* relation_with(const std::vector<Relation>& relations, const PersonCode& other) {
    const Relation* found = nullptr;
    for (const auto& one : relations) {
        if (one.declared.other == other) found = &one;
    }
    return found;
}

}  // namespace minhbach
