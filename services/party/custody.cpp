#include "services/party/custody.hpp"

#include <algorithm>
#include <stdexcept>

#include "events/refusals.hpp"
#include "services/organisation/second_person.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

std::optional<UnitCode> the_province(const organisation::Registry& registry) {
    for (const auto& [code, unit] : registry.units())
        if (unit.kind == UnitKind::province) return code;
    return std::nullopt;
}

// Or will hold: whoever is to begin later is there already.
bool has_administrator(const organisation::Registry& registry, Date day) {
    const auto& mandates = registry.mandates();
    return std::any_of(mandates.begin(), mandates.end(), [&](const auto& entry) {
        const auto& powers = entry.second.granted.powers;
        const bool keeps = std::find(powers.begin(), powers.end(), Power::party_administer) != powers.end();
        return keeps && (entry.second.holds_on(day) || (entry.second.granted.from > day && !entry.second.revoked_on));
    });
}

// By somebody of the state with that power over the whole province, and only while the party side has nobody.
Result<Authority> founding(Past& past, const Acting& acting, Power power) {
    const auto province = the_province(past.registry());
    if (!province) return not_found("Kho dữ liệu chưa được khởi tạo.", "The store is not set up.");
    const auto authority = organisation::competent_for_unit(past, acting.person, power, *province, acting.today());
    if (!authority) return authority.error();
    if (has_administrator(past.registry(), acting.today())) {
        return organisation::already_exists("", "Bên Đảng đã có người quản trị; người đó giao quyền cho người khác.",
                                            "The party side has an administrator, who grants further mandates.");
    }
    return authority;
}

}  // namespace

void Custody::apply(const events::Recorded& recorded) {
    if (const auto* named = recorded.event.as<PartyAdministratorNamed>()) {
        administrators[named->mandate] = {*named, recorded.record.actor, false};
    } else if (const auto* confirmed = recorded.event.as<PartyAdministratorConfirmed>()) {
        if (const auto found = administrators.find(confirmed->mandate); found != administrators.end())
            found->second.confirmed = true;
    } else if (!recorded.event.is<Erased>()) {
        throw std::logic_error("not an event of the party's custody: " + recorded.record.type);
    }
}

Decision decide(Past& past, const Acting& acting, const NamePartyAdministrator& command) {
    const auto authority = founding(past, acting, Power::grant);
    if (!authority) return authority.error();
    organisation::Problems problems;
    if (acting.person == command.person) {
        problems.add(organisation::self_decision("Không được tự giao quyền cho chính mình.",
                                                 "Nobody grants a mandate to oneself."));
    }
    const auto& custody = past.party_custody();
    if (custody.administrators.contains(command.mandate) || past.registry().mandate(command.mandate)) {
        problems.add(organisation::already_exists("/mandate", "Mã " + command.mandate.str() + " đã được dùng.",
                                                  "The id " + command.mandate.str() + " is used already."));
    }
    problems.person(past, command.person);
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, party_custody_stream(), command, command.from);
}

Decision decide(Past& past, const Acting& acting, const ConfirmPartyAdministrator& command) {
    const auto authority = founding(past, acting, Power::inspect);
    if (!authority) return authority.error();
    const auto& custody = past.party_custody();
    const auto found = custody.administrators.find(command.mandate);
    if (found == custody.administrators.end() || found->second.confirmed ||
        found->second.named.person != command.person) {
        return invalid_field("/mandate", "Không có đề nghị nào mang mã này cho người này.",
                             "Nobody was named by this id for this person.");
    }
    const auto& [named, by, confirmed] = found->second;
    if (acting.person == by || acting.person == named.person) return organisation::neither_of_the_two();
    MandateGranted mandate;
    mandate.mandate = named.mandate;
    mandate.person = named.person;
    mandate.powers = {Power::party_administer};
    mandate.unit = *the_province(past.registry());
    mandate.reach = Reach::subtree;
    mandate.from = named.from;
    mandate.document = named.document;
    past.note(mandates_stream(named.person));
    auto decided = organisation::written(*authority, party_custody_stream(), command);
    decided.events.push_back({mandates_stream(named.person), mandate, named.from, std::nullopt});
    return decided;
}

}  // namespace minhbach::services::party
