// Who was told of an agency's layer, and how: sent, opened, acknowledged, explained at a briefing.
#include <set>

#include "events/refusals.hpp"
#include "services/concretisation/concretisation.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/past.hpp"

namespace minhbach::services::concretisation {
namespace {

using organisation::Problems;

Result<const Concretisation*> issued(Past& past, const CycleId& cycle, const UnitCode& agency) {
    const auto& state = past.concretisation(cycle, agency);
    if (state.in_force()) return &state;
    return Refusal{"step-order",
                   "/agency",
                   kInternalRule,
                   "Cơ quan, đơn vị " + agency.str() + " chưa ban hành lớp cụ thể hóa trong kỳ này.",
                   "Agency " + agency.str() + " has not issued its concretisation in this cycle.",
                   {}};
}

// Whoever decides for the agency's staff, else whoever is in charge of personnel there.
Result<Authority> in_charge(Past& past, const Acting& acting, const UnitCode& agency) {
    const auto head = organisation::competent_for_staff(past, acting.person, Power::decide, agency, acting.today());
    if (head) return head;
    const auto officer = organisation::competent_for_staff(past, acting.person, Power::propose, agency, acting.today());
    return officer ? officer : head;
}

void check_people(Past& past, Problems& problems, const std::vector<PersonCode>& people, std::string_view list) {
    problems.require(!people.empty(), list, "Phải nêu ít nhất một người.", "Name at least one person.");
    std::set<PersonCode> named;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto field = std::string(list) + "/" + std::to_string(i);
        problems.person(past, people[i], field);
        problems.require(named.insert(people[i]).second, field, "Người này được ghi hai lần.",
                         "The person is named twice.");
    }
}

// Whoever works in the agency says it of themselves.
Result<Authority> as_reader(Past& past, const Acting& acting, const UnitCode& agency) {
    past.note(person_stream(acting.person));
    const auto* person = past.registry().person(acting.person);
    const auto* post = person ? person->main_post_at(acting.today()) : nullptr;
    if (post && past.registry().agency_of(post->unit, acting.today()) == agency)
        return Authority{acting.person, std::nullopt, std::nullopt, Capacity::self};
    return Refusal{"not-competent",
                   "/agency",
                   kInternalRule,
                   "Chỉ người đang công tác tại " + agency.str() + " xác nhận cho chính mình.",
                   "Only who works in " + agency.str() + " confirms this, for themselves.",
                   {}};
}

template <class Event, class Command>
Decision told(Past& past, const Acting& acting, const Command& command,
              const std::set<PersonCode> Concretisation::* done) {
    const auto state = issued(past, command.cycle, command.agency);
    if (!state) return state.error();
    const auto reader = as_reader(past, acting, command.agency);
    if (!reader) return reader.error();
    if (((*state)->*done).contains(acting.person)) return Decided{*reader, {}};
    return organisation::written(*reader, concretisation_stream(command.cycle, command.agency),
                                 Event{command.cycle, command.agency, (*state)->issued->version, acting.person});
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const SendConcretisation& command) {
    const auto state = issued(past, command.cycle, command.agency);
    if (!state) return state.error();
    const auto authority = in_charge(past, acting, command.agency);
    if (!authority) return authority.error();
    Problems problems;
    check_people(past, problems, command.recipients, "/recipients");
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(
        *authority, concretisation_stream(command.cycle, command.agency),
        ConcretisationSent{command.cycle, command.agency, (*state)->issued->version, command.how, command.recipients});
}

Decision decide(Past& past, const Acting& acting, const HoldBriefing& command) {
    const auto state = issued(past, command.cycle, command.agency);
    if (!state) return state.error();
    const auto authority = in_charge(past, acting, command.agency);
    if (!authority) return authority.error();
    Problems problems;
    check_people(past, problems, command.attendees, "/attendees");
    problems.person(past, command.speaker, "/speaker");
    if (command.minutes) problems.document(past, *command.minutes, "/minutes");
    problems.require(command.held_at <= acting.now, "/heldAt", "Hội nghị không thể ở tương lai.",
                     "The briefing cannot lie in the future.");
    const auto* document = past.registry().document((*state)->issued->document);
    problems.require(!document || command.held_at.local_date() >= document->registered.date, "/heldAt",
                     "Hội nghị không thể trước ngày ban hành văn bản.",
                     "The briefing cannot be earlier than the document it explains.");
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, concretisation_stream(command.cycle, command.agency),
                                 BriefingHeld{command.cycle, command.agency, (*state)->issued->version, command.held_at,
                                              command.speaker, command.attendees, command.minutes});
}

Decision decide(Past& past, const Acting& acting, const OpenConcretisation& command) {
    return told<ConcretisationOpened>(past, acting, command, &Concretisation::opened);
}

Decision decide(Past& past, const Acting& acting, const AcknowledgeConcretisation& command) {
    return told<ConcretisationAcknowledged>(past, acting, command, &Concretisation::acknowledged);
}

}  // namespace minhbach::services::concretisation
