// The province's consolidated reports: the first one with units missing by name, and two restatements. The reports are
// in reports.cpp, the files they consolidate in files.cpp.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

std::vector<Json::Member> answer(const World&) {
    const std::vector<std::string> no_file{"51-S17", "530", "536"}, late{"51-S20", "525", "531"},
        returned{"51-S07", "533"}, in_check{"51-S10", "51-S12", "51-S18", "527", "535"};
    return {{"expected", Json::object({{"unit", "51"},
                                       {"reports", 3},
                                       {"first", Json::object({{"asOf", moment("2023-11-30", 23)},
                                                               {"missing", 13},
                                                               {"withoutFile", Json::array(no_file)},
                                                               {"late", Json::array(late)},
                                                               {"returned", Json::array(returned)},
                                                               {"inCheck", Json::array(in_check)}})},
                                       {"restated", Json::object({{"asOf", moment("2023-12-07", 16)}, {"missing", 0}})},
                                       {"decided", Json::object({{"asOf", moment("2023-12-15", 10)}, {"proposed", 0}})},
                                       {"remainder", 2},
                                       {"unitReports", 33}})}};
}

}  // namespace

Case case_report() {
    return {"report", {}, 0, false, {}, nullptr, nullptr, answer};
}

}  // namespace minhbach::api::demo
