#include "services/organisation/second_person.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::organisation {
namespace {

bool are_of_party(const std::vector<Power>& powers) {
    return std::any_of(powers.begin(), powers.end(), is_of_party);
}

// Each side looks after its own.
std::vector<Power> confirming(const std::vector<Power>& powers) {
    if (are_of_party(powers)) return {Power::party_administer};
    return {Power::grant, Power::inspect};
}

bool lets_confirm(const Registry& registry, const MandateGranted& mandate, const GrantMandate& command, Date day) {
    const auto powers = confirming(command.powers);
    return std::any_of(powers.begin(), powers.end(), [&](Power power) {
        const bool gives = std::find(mandate.powers.begin(), mandate.powers.end(), power) != mandate.powers.end();
        return gives && reaches_unit(registry, mandate, power, command.unit, day);
    });
}

// The day since when it is not there any more; empty where no entry ever shortened it.
std::optional<Date> taken_away_on(const Mandate& mandate, Date today) {
    if (!mandate.changed_on) return std::nullopt;
    auto since = *mandate.changed_on;
    if (mandate.revoked_on && *mandate.revoked_on <= today) since = std::max(since, *mandate.revoked_on);
    if (mandate.granted.to && *mandate.granted.to < today) since = std::max(since, mandate.granted.to->plus(1));
    return since;
}

Refusal needed(std::string_view field, std::string detail_vi, std::string detail_en) {
    return {"second-person-needed", std::string(field),   std::string(kInternalRule),
            std::move(detail_vi),   std::move(detail_en), {}};
}

Refusal taken_away_lately(const Mandate& mandate, Date since) {
    const auto& holder = mandate.granted.person.str();
    const auto until = since.plus(kAloneAfterDays);
    return needed("",
                  "Quyền này cần người thứ hai xác nhận, nhưng " + holder + " không còn quyền xác nhận từ ngày " +
                      since.vietnamese() + " và không còn ai khác. Trước ngày " + until.vietnamese() +
                      " một người không tự giao được; khi thay người, hãy giao quyền cho người mới trước khi thu hồi.",
                  "A second person has to confirm this, but " + holder + " cannot any more since " + since.iso() +
                      ", and nobody else can. Before " + until.iso() +
                      " one person does not grant it alone; grant to the successor first, then revoke.");
}

}  // namespace

bool need_second_person(const std::vector<Power>& powers) {
    return std::any_of(powers.begin(), powers.end(), needs_second_person);
}

Result<SecondPerson> second_person_for(Past& past, const Acting& acting, const GrantMandate& command) {
    if (!need_second_person(command.powers)) return SecondPerson::not_asked;
    const auto& registry = past.registry();
    const auto today = acting.today();
    const auto& granter = registry.kept_code(acting.person);
    const auto& receiver = registry.kept_code(command.person);
    std::optional<Refusal> lately;
    for (const auto& [id, mandate] : registry.mandates()) {
        const auto& holder = registry.kept_code(mandate.granted.person);
        if (holder == granter || holder == receiver || mandate.awaits_confirmation()) continue;
        if (!lets_confirm(registry, mandate.granted, command, today)) continue;
        past.note(mandates_stream(mandate.granted.person));
        if (mandate.holds_on(today)) return SecondPerson::awaited;
        const auto since = taken_away_on(mandate, today);
        if (since && since->plus(kAloneAfterDays) > today) lately = taken_away_lately(mandate, *since);
    }
    if (lately) return *std::move(lately);
    return SecondPerson::nobody_else;
}

Result<Authority> competent_to_confirm(Past& past, const PersonCode& person, const MandateGranted& mandate, Date day) {
    std::optional<Refusal> first;
    for (const Power power : confirming(mandate.powers)) {
        auto authority = competent_for_unit(past, person, power, mandate.unit, day);
        if (authority) return authority;
        if (!first) first = authority.error();
    }
    return *std::move(first);
}

std::optional<Refusal> widened_by_one(const MandateGranted& before, const MandateGranted& after) {
    if (!need_second_person(before.powers)) return std::nullopt;
    const bool earlier = after.from < before.from;
    const bool later = before.to && (!after.to || *after.to > *before.to);
    if (!earlier && !later) return std::nullopt;
    return needed(
        earlier ? "/from" : "/to",
        "Quyền này do hai người giao và xác nhận; đính chính chỉ được thu hẹp thời gian. Để kéo dài, hãy giao "
        "quyền mới và chờ người thứ hai xác nhận.",
        "Two persons give this mandate, so that a correction can only shorten it. To lengthen it grant a new "
        "one, which a second person confirms.");
}

std::optional<Refusal> revived_by_one(const Mandate& mandate, Date revoked_on) {
    if (!need_second_person(mandate.granted.powers) || !mandate.revoked_on || revoked_on <= *mandate.revoked_on)
        return std::nullopt;
    return needed("/on",
                  "Quyền này đã thu hồi từ ngày " + mandate.revoked_on->vietnamese() +
                      "; chỉ được lùi về ngày sớm hơn. Nếu cần, hãy giao quyền mới và chờ người thứ hai xác nhận.",
                  "The mandate is revoked from " + mandate.revoked_on->iso() +
                      " on, which can only become earlier. Grant a new one, which a second person confirms.");
}

Refusal neither_of_the_two() {
    return {"same-person",
            "",
            std::string(kInternalRule),
            "Người xác nhận phải khác người đề nghị và người được giao quyền.",
            "Whoever confirms is neither who named nor who was named.",
            {}};
}

}  // namespace minhbach::services::organisation
