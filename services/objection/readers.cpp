#include "services/objection/readers.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "services/organisation/authority.hpp"

namespace minhbach::services::objection {
namespace {

// As ReceiveObjection asks for it.
constexpr std::array kReceiving{Power::decide, Power::receive, Power::record};

void add_receivers(Past& past, const DossierId& id, Date day, std::vector<NamedReader>& readers) {
    const auto& dossier = past.dossier(id);
    if (!dossier.exists()) return;
    std::set<PersonCode> holders;
    for (const auto& [mandate_id, mandate] : past.registry().mandates()) {
        const auto& powers = mandate.granted.powers;
        const bool may = std::any_of(powers.begin(), powers.end(), [](Power power) {
            return std::find(kReceiving.begin(), kReceiving.end(), power) != kReceiving.end();
        });
        if (may && mandate.holds_on(day) && mandate.granted.person != dossier.opened->person)
            holders.insert(mandate.granted.person);
    }
    for (const auto& person : holders) {
        const bool is_competent = std::any_of(kReceiving.begin(), kReceiving.end(), [&](Power power) {
            return organisation::competent_for_person(past, person, power, dossier.opened->post, day).has_value();
        });
        if (is_competent) readers.push_back({person, ReaderRole::may_receive});
    }
}

}  // namespace

std::vector<NamedReader> readers_of(Past& past, const ObjectionId& id, Date day) {
    const auto& objection = past.objection(id);
    std::vector<NamedReader> readers;
    if (!is_protected(id) || !objection.exists()) return readers;
    readers.push_back({objection.filed->person, ReaderRole::petitioner});
    auto handled = objection.handled_by;
    std::sort(handled.begin(), handled.end());
    for (auto& person : handled) readers.push_back({std::move(person), ReaderRole::handled});
    if (objection.open() && !objection.received) add_receivers(past, objection.filed->dossier, day, readers);
    return readers;
}

std::vector<NamedReader> readers_before_filing(Past& past, const DossierId& id, Date day) {
    const auto& dossier = past.dossier(id);
    std::vector<NamedReader> readers;
    if (!dossier.exists()) return readers;
    readers.push_back({dossier.opened->person, ReaderRole::petitioner});
    add_receivers(past, id, day, readers);
    return readers;
}

}  // namespace minhbach::services::objection
