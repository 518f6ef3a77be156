#include "api/console/pages.hpp"

#include <algorithm>
#include <iterator>

#include "api/routes/all.hpp"

namespace minhbach::api::console {

std::optional<CycleOpened> current_cycle(const routes::House& house, projections::Known known) {
    const auto cycles = house.answers.cycles(known);
    if (!cycles || cycles->items.empty()) return std::nullopt;
    return *std::max_element(cycles->items.begin(), cycles->items.end(),
                             [](const CycleOpened& left, const CycleOpened& right) { return left.year < right.year; });
}

Node who(const projections::Provenance& by) {
    Node node = all(
        {element("strong", {}, by.actor_name.value_or(by.actor.str())), " (", words_of_capacity(by.capacity).vi, ")"});
    if (by.mandate_document_number) node.add(all({", căn cứ ", *by.mandate_document_number}));
    if (by.entry == projections::Entry::paper) {
        node.add("; nhập từ hồ sơ giấy");
        if (by.entered_by) node.add(all({" bởi ", by.entered_by->str()}));
    }
    node.add(all({"; ", element("time", {{"datetime", by.at().rfc3339()}}, time_text(by.at()))}));
    node.add(element("small", {}, all({" bản ghi số ", number_text(by.position)})));
    return node;
}

Node unit_node(const projections::UnitName& unit) {
    Node node = unit.name;
    node.add(
        element("small", {}, all({" ", unit.unit.str(), unit.parent_name ? Node(" – " + *unit.parent_name) : Node()})));
    return node;
}

}  // namespace minhbach::api::console

namespace minhbach::api::routes {

std::vector<Route> console_routes() {
    std::vector<Route> routes;
    for (const auto chapter : {console::dossier_pages, console::list_pages, console::report_pages}) {
        auto pages = chapter();
        std::move(pages.begin(), pages.end(), std::back_inserter(routes));
    }
    return routes;
}

}  // namespace minhbach::api::routes
