// Who can open a dossier, and on what: told to everybody who can, above all to whom it is about.
#include <algorithm>
#include <tuple>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/opening.hpp"
#include "api/routes/reader.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;

struct DossierReader {
    projections::PersonName person;
    Capacity capacity{};
    std::vector<Power> powers;   // of the mandate
    projections::UnitName unit;  // where the mandate is
    Label document;              // number of the document that gives it
    Date from;
    std::optional<Date> to;
    bool needs_purpose = false;  // opens it for a purpose that is entered, not in daily work
};
BOOST_DESCRIBE_STRUCT(DossierReader, (), (person, capacity, powers, unit, document, from, to, needs_purpose))

struct DossierReaders {
    DossierId dossier;
    projections::PersonName person;    // it is about; reads it always
    std::vector<DossierReader> items;  // those of daily work first, then by code; one line for each mandate
};
BOOST_DESCRIBE_STRUCT(DossierReaders, (), (dossier, person, items))

projections::PersonName named(const organisation::Registry& registry, const PersonCode& code) {
    const auto* person = registry.person(code);
    return {code, person ? person->full_name.str() : std::string()};
}

projections::UnitName named(const organisation::Registry& registry, const UnitCode& code, Date day) {
    projections::UnitName name;
    name.unit = code;
    const auto* unit = registry.unit(code);
    const auto* version = unit ? unit->at(day) : nullptr;
    if (!version) return name;
    name.name = version->name.str();
    name.parent = version->parent;
    const auto* parent = version->parent ? registry.unit(*version->parent) : nullptr;
    const auto* above = parent ? parent->at(day) : nullptr;
    if (above) name.parent_name = above->name.str();
    return name;
}

std::vector<DossierReader> readers_of(const organisation::Registry& registry, const Place& place, Date day) {
    std::vector<DossierReader> readers;
    for (const auto& [id, mandate] : registry.mandates()) {
        const auto& granted = mandate.granted;
        if (granted.person == place.person || !mandate.holds_on(day)) continue;
        if (!lets_see(registry, granted, place, day)) continue;
        const auto* document = registry.document(granted.document);
        readers.push_back({named(registry, granted.person), granted.capacity, granted.powers,
                           named(registry, granted.unit, day),
                           document ? document->registered.number : Label::of(granted.document.str()), granted.from,
                           granted.to, Reader(registry, granted.person, day).needs_purpose(place)});
    }
    const auto place_of = [](const DossierReader& reader) {
        return std::tuple(reader.needs_purpose, reader.person.person, reader.from, reader.document);
    };
    std::sort(readers.begin(), readers.end(),
              [&](const auto& left, const auto& right) { return place_of(left) < place_of(right); });
    return readers;
}

awaitable<http::Response> readers(Context& context, projections::Known) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return http::problem(id.error());
    const auto opening = opening_of(context, *id);
    if (!opening) co_return http::problem(opening.error());
    const auto& row = opening->row;
    if (!row.post) co_return http::problem(no_such_thing());
    DossierReaders answered{*id, {}, {}};
    context.house.desk.look([&](services::Past& past, Time now) {
        const auto& registry = past.registry();
        answered.person = named(registry, row.person);
        answered.items = readers_of(registry, {row.person, row.post->unit, row.post->managed_by}, now.local_date());
    });
    co_return answer(context, json::to_json(answered), as_of_now(context.house));
}

}  // namespace

std::vector<Route> dossier_reader_routes() {
    return {read_route<DossierReaders>("/v1/dossiers/{dossier}/readers", "dossier-readers",
                                       {"Ai được mở hồ sơ này hôm nay, theo văn bản giao quyền nào",
                                        "Who can open this dossier today, on which document"},
                                       "whoever may see the dossier", {}, readers, When::now)};
}

}  // namespace minhbach::api::routes
