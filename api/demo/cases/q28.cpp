// The board of direct files as the province knew it at 24:00 of 30/11/2023. The files themselves are in
// files.cpp.
#include <algorithm>

#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

std::vector<Json::Member> answer(const World& world) {
    const std::vector<std::string> returned{"51-S07", "533"}, late{"51-S20", "525", "531"},
        missing{"51-S17", "530", "536"};
    const std::vector<std::string> in_check{"51-S10", "51-S12", "51-S18", "527", "535"};
    std::vector<std::string> accepted;
    const auto special = [](const auto& list, const std::string& code) {
        return std::find(list.begin(), list.end(), code) != list.end();
    };
    for (const auto& [code, agency] : world.agencies) {
        const auto& unit = code.str();
        if (!special(returned, unit) && !special(late, unit) && !special(missing, unit) && !special(in_check, unit))
            accepted.push_back(unit);
    }
    return {
        {"expected", Json::object({{"knownAsOf", moment("2023-11-30", 24)},
                                   {"due", 33},
                                   {"sentInTime", 27},
                                   {"late", 3},
                                   {"missing", 3},
                                   {"acceptedThen", 20},
                                   {"inCheckThen", 5},
                                   {"returnedThen", 2},
                                   {"acceptedUnits", Json::array(accepted)},
                                   {"inCheckUnits", Json::array(in_check)},
                                   {"returnedUnits", Json::array(returned)},
                                   {"lateUnits", Json::array(late)},
                                   {"missingUnits", Json::array(missing)},
                                   {"acceptedNow", 33},
                                   {"communeFiles", 173},
                                   {"returnedByDistrict", Json::object({{"unit", "21523"}, {"district", "535"}})}})}};
}

}  // namespace

Case case_q28() {
    return {"q28", {28}, 0, false, {}, nullptr, nullptr, answer};
}

}  // namespace minhbach::api::demo
