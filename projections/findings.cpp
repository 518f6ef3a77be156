#include "projections/findings.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <utility>
#include <vector>

namespace minhbach::projections {
namespace {

// retro_authority -> "retro-authority".
const auto& slugs() {
    static const auto all = [] {
        std::vector<std::pair<FindingType, std::string>> result;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<FindingType>>([&](auto one) {
            std::string slug = one.name;
            std::replace(slug.begin(), slug.end(), '_', '-');
            result.emplace_back(one.value, std::move(slug));
        });
        return result;
    }();
    return all;
}

}  // namespace

std::string_view finding_slug(FindingType type) {
    return std::find_if(slugs().begin(), slugs().end(), [&](const auto& one) { return one.first == type; })->second;
}

std::optional<FindingType> finding_of(std::string_view slug) {
    const auto found =
        std::find_if(slugs().begin(), slugs().end(), [&](const auto& one) { return one.second == slug; });
    return found == slugs().end() ? std::nullopt : std::optional(found->first);
}

}  // namespace minhbach::projections
