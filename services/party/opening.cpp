// Opening the party dossiers of a cell, and who is exempt from review and rating.
#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

constexpr int kMonthsMin = 6;

// The citation in the rulebook of the dossier.
Label clause_of(const law::Rulebook& rulebook, PartyExemption ground) {
    const std::string_view id = ground == PartyExemption::exempt_from_activity      ? "qd124.5.2/exempt"
                                : ground == PartyExemption::suspended_from_activity ? "qd124.5.2/suspended"
                                                                                    : "qd124.5.2/admitted";
    for (const auto& clause : rulebook.clauses())
        if (clause.id.str() == id) return clause.citation;
    return Label::of(clause_in(rulebook, About::who_is_rated));
}

std::optional<Refusal> cannot_rate_members(const law::Rulebook& rulebook, int year) {
    if (rulebook.track() == law::Track::party && rulebook.column("PARTY_MEMBER", false) &&
        rulebook.column("PARTY_MEMBER", true) && rulebook.in_force().year() <= year) {
        return std::nullopt;
    }
    return Refusal{
        "unknown-rulebook",
        "/rulebook",
        "",
        "Bộ quy tắc " + rulebook.id().str() + " không xếp loại đảng viên của năm " + std::to_string(year) + ".",
        "Rulebook " + rulebook.id().str() + " does not rate party members of " + std::to_string(year) + ".",
        {}};
}

std::vector<PersonCode> people_below(const organisation::Registry& registry, const UnitCode& top, Date day) {
    std::vector<PersonCode> people;
    for (const auto& unit : registry.subtree(top, day)) {
        const auto here = registry.people_in(unit, day);
        people.insert(people.end(), here.begin(), here.end());
    }
    std::sort(people.begin(), people.end());
    return people;
}

// Why this person gets no dossier in this cell; nothing: one is opened.
std::optional<Refusal> not_of_the_cell(const organisation::Registry& registry, const organisation::Person& person,
                                       const OpenPartyDossiers& command, Date day, const std::string& field) {
    const auto* post = person.main_post_at(day);
    if (!post || !registry.within(post->unit, command.unit, day)) {
        return invalid_field(field, person.code.str() + " không công tác tại " + command.unit.str() + ".",
                             person.code.str() + " does not work in " + command.unit.str() + ".");
    }
    if (!member_since(person, day)) {
        return invalid_field(field, person.code.str() + " không phải là đảng viên.",
                             person.code.str() + " is no party member.");
    }
    return std::nullopt;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const OpenPartyDossiers& command) {
    const auto day = acting.today();
    organisation::Problems problems;
    if (!problems.unit_on(past, command.unit, day)) return std::move(problems).refusal();
    const auto authority =
        organisation::competent_for_unit(past, acting.person, Power::party_propose, command.unit, day);
    if (!authority) return authority.error();
    past.note(cycle_stream(command.cycle));
    const auto& registry = past.registry();
    const auto* cycle = registry.cycle(command.cycle);
    problems.require(cycle != nullptr, "/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    problems.require(!command.cell.empty(), "/cell", "Phải nêu tên chi bộ.", "Name the cell.");
    if (problems.unit_on(past, command.committee_unit, day, "/committeeUnit")) {
        problems.require(registry.within(command.unit, command.committee_unit, day), "/committeeUnit",
                         "Đảng ủy cơ sở phải ở chính đơn vị đó hoặc đơn vị cấp trên.",
                         "The grassroots committee stands at the unit itself or above it.");
    }
    const auto rulebook = law::find_rulebook(command.rulebook);
    if (!rulebook) problems.add(rulebook.error());
    if (!problems.none()) return std::move(problems).refusal();
    if (auto refusal = cannot_rate_members(**rulebook, cycle->opened.year)) return *std::move(refusal);

    const bool all = command.persons.empty();
    const auto people = all ? people_below(registry, command.unit, day) : command.persons;
    Decided decided{*authority, {}};
    std::set<PersonCode> seen;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto field = "/persons/" + std::to_string(i);
        const auto* person = problems.person(past, people[i], field);
        if (!person) continue;
        problems.require(seen.insert(person->code).second, field, "Người này được ghi hai lần.",
                         "The person is named twice.");
        if (auto refusal = not_of_the_cell(registry, *person, command, day, field)) {
            if (!all) problems.add(*std::move(refusal));
            continue;
        }
        const auto id = dossier_id(command.cycle, person->code);
        if (past.party_dossier(id).exists()) continue;
        const auto since = *member_since(*person, day);
        const auto write = [&](Event event) {
            decided.events.push_back({party_dossier_stream(id), std::move(event), std::nullopt, std::nullopt});
        };
        write(PartyDossierOpened{id, person->code, command.cycle, cycle->opened.year, *person->main_post_at(day),
                                 command.cell, command.committee_unit, since, (*rulebook)->id(), (*rulebook)->hash()});
        if (const int months = months_between(since, day); months < kMonthsMin) {
            const auto ground = PartyExemption::admitted_under_6_months;
            write(PartyMemberExempted{id, person->code, ground, months, {}, clause_of(**rulebook, ground)});
        }
    }
    if (!problems.none()) return std::move(problems).refusal();
    return decided;
}

Decision decide(Past& past, const Acting& acting, const ExemptMember& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    PartyEntry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise(Power::party_propose, dossier); !outcome) return outcome.error();
    organisation::Problems problems;
    problems.require(command.ground != PartyExemption::admitted_under_6_months, "/ground",
                     "Thời gian kết nạp được tính từ ngày vào Đảng đã ghi nhận, không khai bằng văn bản.",
                     "The time since admission is computed from the recorded membership, not claimed.");
    check_paper(problems, command.paper, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    if (auto refusal = already_decided(past, dossier)) return *std::move(refusal);
    if (dossier.exempted) return organisation::nothing_to_change();
    const auto& opened = *dossier.opened;
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    return entry.written(party_dossier_stream(command.dossier),
                         PartyMemberExempted{command.dossier, opened.person, command.ground, std::nullopt,
                                             command.paper, clause_of(**rulebook, command.ground)});
}

}  // namespace minhbach::services::party
