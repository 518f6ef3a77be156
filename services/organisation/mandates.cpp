#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/second_person.hpp"

namespace minhbach::services::organisation {
namespace {

Refusal to_oneself() {
    return self_decision("Không được tự giao quyền hoặc đính chính việc giao quyền cho chính mình.",
                         "Nobody grants a mandate to oneself or corrects one's own.");
}

// Each side grants its own mandates and none of the other's.
Power granting(const std::vector<Power>& powers) {
    return std::any_of(powers.begin(), powers.end(), is_of_party) ? Power::party_administer : Power::grant;
}

void check_sides(Problems& problems, const GrantMandate& granted) {
    const auto& powers = granted.powers;
    const auto of_party = std::count_if(powers.begin(), powers.end(), is_of_party);
    if (of_party == 0) return;
    problems.require(static_cast<std::size_t>(of_party) == powers.size(), "/powers",
                     "Không giao chung quyền của bên Đảng và quyền của bên Nhà nước trong một lần.",
                     "No mandate gives powers of the party side and of the state side together.");
    problems.require(granted.reach != Reach::managed, "/reach",
                     "Quyền của bên Đảng theo đơn vị, không theo thẩm quyền quản lý cán bộ của Nhà nước.",
                     "The party's powers go by units, not by whose post the state manages.");
}

// A mandate cannot reach beyond the effect of the document it rests on.
void check_dates(Problems& problems, const auto& granted, const Document& document) {
    const auto& effect = document.registered;
    problems.require(!granted.to || *granted.to >= granted.from, "/to", "Ngày kết thúc không được trước ngày bắt đầu.",
                     "The mandate ends before it begins.");
    problems.require(
        granted.from >= effect.effective_from, "/from",
        "Văn bản " + effect.number.str() + " chỉ có hiệu lực từ ngày " + effect.effective_from.vietnamese() + ".",
        "Document " + effect.number.str() + " takes effect on " + effect.effective_from.iso() + ".");
    if (!effect.effective_to) return;
    problems.require(granted.to && *granted.to <= *effect.effective_to, "/to",
                     "Văn bản " + effect.number.str() + " hết hiệu lực sau ngày " + effect.effective_to->vietnamese() +
                         "; việc giao quyền phải kết thúc chậm nhất vào ngày đó.",
                     "Document " + effect.number.str() + " ends with " + effect.effective_to->iso() +
                         "; the mandate must end with it.");
}

Refusal no_such_mandate(const MandateId& id, const PersonCode& person) {
    return invalid_field("/mandate", person.str() + " không có quyền được giao mang mã " + id.str() + ".",
                         person.str() + " has no mandate " + id.str() + ".");
}

struct Found {
    const Mandate* mandate;
    Authority authority;
};

Result<Found> mandate_to_change(Past& past, const Acting& acting, const MandateId& id, const PersonCode& person) {
    past.note(mandates_stream(person));
    const auto* mandate = past.registry().mandate(id);
    if (!mandate || mandate->granted.person != person) return no_such_mandate(id, person);
    const auto authority = competent_for_unit(past, acting.person, granting(mandate->granted.powers),
                                              mandate->granted.unit, acting.today());
    if (!authority) return authority.error();
    return Found{mandate, *authority};
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const GrantMandate& command) {
    Problems problems;
    if (!problems.unit_on(past, command.unit, command.from)) return std::move(problems).refusal();
    const auto authority =
        competent_for_unit(past, acting.person, granting(command.powers), command.unit, acting.today());
    if (!authority) return authority.error();
    if (acting.person == command.person) return to_oneself();
    if (past.registry().mandate(command.mandate)) {
        return already_exists("/mandate", "Đã có quyền được giao mang mã " + command.mandate.str() + ".",
                              "There is a mandate " + command.mandate.str() + " already.");
    }
    problems.person(past, command.person);
    problems.require(!command.powers.empty(), "/powers", "Phải chọn ít nhất một quyền.",
                     "A mandate gives at least one power.");
    problems.require(std::set(command.powers.begin(), command.powers.end()).size() == command.powers.size(), "/powers",
                     "Một quyền được ghi hai lần.", "A power is named twice.");
    check_sides(problems, command);
    problems.require(command.capacity != Capacity::self && command.capacity != Capacity::clerk &&
                         command.capacity != Capacity::system,
                     "/capacity", "Tư cách này không giao được bằng văn bản.",
                     "This capacity cannot be given by a document.");
    if (const auto* document = problems.document(past, command.document)) check_dates(problems, command, *document);
    if (!problems.none()) return std::move(problems).refusal();
    const auto second = second_person_for(past, acting, command);
    if (!second) return second.error();
    const auto& [mandate, person, powers, unit, reach, capacity, from, to, document] = command;
    const MandateGranted granted{mandate, person, powers, unit, reach, capacity, from, to, document, *second};
    return written(*authority, mandates_stream(person), granted, from);
}

Decision decide(Past& past, const Acting& acting, const ConfirmMandate& command) {
    past.note(mandates_stream(command.person));
    const auto& registry = past.registry();
    const auto* mandate = registry.mandate(command.mandate);
    if (!mandate || mandate->granted.person != command.person) return no_such_mandate(command.mandate, command.person);
    const auto authority = competent_to_confirm(past, acting.person, mandate->granted, acting.today());
    if (!authority) return authority.error();
    const auto& confirmer = registry.kept_code(acting.person);
    if (confirmer == registry.kept_code(mandate->granted_by) || confirmer == registry.kept_code(command.person))
        return neither_of_the_two();
    if (!mandate->awaits_confirmation()) {
        return invalid_field("/mandate", "Việc giao quyền " + command.mandate.str() + " không chờ ai xác nhận.",
                             "The mandate " + command.mandate.str() + " waits for nobody.");
    }
    const auto& granted = mandate->granted;
    const bool over = granted.to && *granted.to < acting.today();
    if (mandate->revoked_on || over) {
        return invalid_field("/mandate", "Việc giao quyền này đã bị thu hồi hoặc đã hết hạn; hãy giao lại.",
                             "The mandate was revoked or is over; it has to be granted anew.");
    }
    return written(*authority, mandates_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const CorrectMandate& command) {
    const auto found = mandate_to_change(past, acting, command.mandate, command.person);
    if (!found) return found.error();
    if (acting.person == command.person) return to_oneself();
    auto corrected = found->mandate->granted;
    if (command.from) corrected.from = *command.from;
    if (command.to) corrected.to = command.to;
    if (command.document) corrected.document = *command.document;
    if (corrected == found->mandate->granted) return nothing_to_change();
    Problems problems;
    if (auto widened = widened_by_one(found->mandate->granted, corrected)) problems.add(*std::move(widened));
    problems.require_reason(command.reason);
    if (const auto* document = problems.document(past, corrected.document)) check_dates(problems, corrected, *document);
    if (!problems.none()) return std::move(problems).refusal();
    return written(found->authority, mandates_stream(command.person), command, corrected.from);
}

Decision decide(Past& past, const Acting& acting, const RevokeMandate& command) {
    const auto found = mandate_to_change(past, acting, command.mandate, command.person);
    if (!found) return found.error();
    if (found->mandate->revoked_on == command.on) return nothing_to_change();
    const auto& granted = found->mandate->granted;
    Problems problems;
    if (auto revived = revived_by_one(*found->mandate, command.on)) problems.add(*std::move(revived));
    problems.document(past, command.document);
    problems.require(command.on >= granted.from, "/on",
                     "Quyền này chỉ bắt đầu từ ngày " + granted.from.vietnamese() + ".",
                     "The mandate begins on " + granted.from.iso() + ".");
    problems.require(!granted.to || command.on <= *granted.to, "/on", "Quyền này đã kết thúc trước ngày thu hồi.",
                     "The mandate has ended before that day.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(found->authority, mandates_stream(command.person), command, command.on);
}

}  // namespace minhbach::services::organisation
