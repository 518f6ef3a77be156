// The decisions of the hand-over: the state's side gives, the party's side receives.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/evaluation/steps.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

using organisation::Problems;

// By whoever decides or submits for the agency's people.
Result<Authority> may_hand_over(Past& past, const Acting& acting, const UnitCode& agency) {
    past.note(unit_stream(agency));
    auto decides = organisation::competent_for_staff(past, acting.person, Power::decide, agency, acting.today());
    if (decides) return decides;
    auto submits = organisation::competent_for_staff(past, acting.person, Power::submit, agency, acting.today());
    return submits ? submits : decides;
}

HandedOverLevel as_it_is(const evaluation::Dossier& dossier) {
    HandedOverLevel line;
    line.dossier = dossier.opened->dossier;
    if (!dossier.decision) return line;
    line.level = dossier.decision->level;
    line.decision = dossier.decision->revision;
    line.position = dossier.decision->position;
    line.document = dossier.decision->document;
    return line;
}

int next_number(const HandOver& hand_over) {
    return hand_over.lists.empty() ? 1 : hand_over.lists.rbegin()->first + 1;
}

void check(Past& past, Problems& problems, const CycleId& cycle, const UnitCode& agency, const UnitCode& committee_unit,
           const DocumentId& document, Date day) {
    past.note(cycle_stream(cycle));
    problems.require(past.registry().cycle(cycle) != nullptr, "/cycle", "Không có kỳ đánh giá này.",
                     "There is no such cycle.");
    problems.unit(past, agency, "/agency");
    problems.unit_on(past, committee_unit, day, "/committeeUnit");
    problems.document(past, document);
}

}  // namespace

std::vector<OwedCorrection> owed_corrections(Past& past, const CycleId& cycle, const UnitCode& agency) {
    std::vector<OwedCorrection> owed;
    const auto& hand_over = past.hand_over(cycle, agency);
    for (const auto& [person, line] : hand_over.lines) {
        const auto& dossier = past.dossier(line.value.dossier);
        if (!dossier.exists()) continue;  // erased
        auto now = as_it_is(dossier);
        if (now == line.value) continue;
        const auto& list = hand_over.lists.at(line.number);
        owed.push_back({person, line.value, line.number, list.committee_unit, std::move(now)});
    }
    return owed;
}

Decision decide(Past& past, const Acting& acting, const HandOverResults& command) {
    const auto authority = may_hand_over(past, acting, command.agency);
    if (!authority) return authority.error();
    const auto day = acting.today();
    Problems problems;
    check(past, problems, command.cycle, command.agency, command.committee_unit, command.document, day);
    problems.require(!command.committee.empty(), "/committee", "Phải nêu tên cấp ủy.", "Name the party committee.");
    if (!problems.none()) return std::move(problems).refusal();

    const auto& registry = past.registry();
    const auto& hand_over = past.hand_over(command.cycle, command.agency);
    PartyResultsHandedOver list;
    list.cycle = command.cycle;
    list.agency = command.agency;
    list.number = next_number(hand_over);
    list.committee = command.committee;
    list.committee_unit = command.committee_unit;
    list.dated = day;
    list.document = command.document;
    std::vector<PersonCode> people;
    for (const auto& unit : registry.subtree(command.committee_unit, day)) {
        const auto here = registry.people_in(unit, day);
        people.insert(people.end(), here.begin(), here.end());
    }
    std::sort(people.begin(), people.end());
    for (const auto& code : people) {
        past.note(person_stream(code));
        if (!registry.person(code)->party_member_at(day) || hand_over.lines.contains(code)) continue;
        const auto& dossier = past.dossier(dossier_id(command.cycle, code));
        if (!dossier.exists() || dossier.opened->post.managed_by != command.agency) continue;
        if (!dossier.decision) {
            ++list.pending;
            continue;
        }
        list.lines.items.push_back({code, as_it_is(dossier)});
    }
    if (list.lines.items.empty()) {
        return step_order(clause_of_year(past, command.cycle, About::state_before_party),
                          "Không có đảng viên nào đã được Nhà nước xếp loại mà chưa bàn giao (" +
                              std::to_string(list.pending) + " người chưa có kết luận).",
                          "No party member who was rated is left to be handed over (" + std::to_string(list.pending) +
                              " have no decision yet).",
                          "/agency");
    }
    return organisation::written(*authority, hand_over_stream(command.cycle, command.agency), std::move(list));
}

Decision decide(Past& past, const Acting& acting, const HandOverCorrections& command) {
    const auto authority = may_hand_over(past, acting, command.agency);
    if (!authority) return authority.error();
    Problems problems;
    check(past, problems, command.cycle, command.agency, command.committee_unit, command.document, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    const auto& hand_over = past.hand_over(command.cycle, command.agency);
    PartyCorrectionHandedOver list;
    list.cycle = command.cycle;
    list.agency = command.agency;
    list.number = next_number(hand_over);
    list.committee_unit = command.committee_unit;
    list.dated = acting.today();
    list.document = command.document;
    for (auto& owed : owed_corrections(past, command.cycle, command.agency)) {
        if (owed.committee_unit != command.committee_unit) continue;
        list.committee = hand_over.lists.at(owed.number).committee;
        list.lines.items.push_back({owed.person, std::move(owed.now)});
    }
    if (list.lines.items.empty()) return organisation::nothing_to_change();
    return organisation::written(*authority, hand_over_stream(command.cycle, command.agency), std::move(list));
}

Decision decide(Past& past, const Acting& acting, const CorrectHandOverSlip& command) {
    const auto authority = may_hand_over(past, acting, command.agency);
    if (!authority) return authority.error();
    const auto& hand_over = past.hand_over(command.cycle, command.agency);
    const auto found = hand_over.lists.find(command.number);
    if (found == hand_over.lists.end())
        return invalid_field("/number", "Không có danh sách bàn giao mang số này.", "There is no list of this number.");
    Problems problems;
    problems.require(!command.person || found->second.people.contains(*command.person), "/person",
                     "Danh sách không có người này.", "The list has no line of this person.");
    problems.require(!command.what.empty(), "/what", "Phải nêu nội dung được đính chính.", "Name what is corrected.");
    problems.require(!command.is.empty(), "/is", "Phải ghi nội dung đúng.", "Say what is right.");
    if (command.was == command.is)
        problems.add({"nothing-to-change",
                      "/is",
                      "",
                      "Nội dung đính chính giống nội dung đã ghi.",
                      "The correction says what was said before.",
                      {}});
    const auto speaks_of_level = [](const auto& text) { return evaluation::names_a_level(text.str()); };
    if (speaks_of_level(command.what) || speaks_of_level(command.was) || speaks_of_level(command.is))
        problems.add(step_order(clause_of_year(past, command.cycle, About::state_before_party),
                                "Đính chính không được nói đến mức xếp loại; mức đã thay đổi thì bàn giao điều chỉnh.",
                                "A slip is never a level; a level that changed is handed over as a correction.",
                                "/is"));
    problems.require_reason(command.reason);
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(*authority, hand_over_stream(command.cycle, command.agency),
                                 PartyHandOverSlipCorrected{command.cycle, command.agency, command.number,
                                                            found->second.committee_unit, command.person, command.what,
                                                            command.was, command.is, command.reason, command.document});
}

Decision decide(Past& past, const Acting& acting, const ReceiveHandOver& command) {
    const auto& hand_over = past.hand_over(command.cycle, command.agency);
    const auto found = hand_over.lists.find(command.number);
    if (found == hand_over.lists.end()) {
        return invalid_field("/number", "Không có danh sách bàn giao mang số này.", "There is no list of this number.");
    }
    const auto& list = found->second;
    auto authority =
        organisation::competent_for_unit(past, acting.person, Power::party_decide, list.committee_unit, acting.today());
    if (!authority) {
        const auto proposes = organisation::competent_for_unit(past, acting.person, Power::party_propose,
                                                               list.committee_unit, acting.today());
        if (!proposes) return authority.error();
        authority = proposes;
    }
    if (list.received) {
        return step_order(clause_of_year(past, command.cycle, About::state_before_party),
                          "Danh sách này đã được xác nhận đã nhận.", "The receipt of this list was confirmed already.",
                          "/number");
    }
    return organisation::written(
        *authority, hand_over_stream(command.cycle, command.agency),
        PartyHandOverReceived{command.cycle, command.agency, command.number, list.committee_unit, command.remark});
}

}  // namespace minhbach::services::party
