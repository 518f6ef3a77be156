#include "events/refusals.hpp"
#include "services/evaluation/commands.hpp"
#include "services/law/calendar.hpp"
#include "services/organisation/conflicts.hpp"
#include "services/party/objection.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

struct Found {
    const MemberDossier* dossier;
    const PartyObjection* objection;
};

// One that is open.
Result<Found> find(Past& past, const DossierId& id, const ObjectionId& objection) {
    const auto dossier = find_dossier(past, id);
    if (!dossier) return dossier.error();
    const auto found = (*dossier)->objections.find(objection);
    if (found == (*dossier)->objections.end()) {
        auto refusal = not_found("Hồ sơ không có kiến nghị, khiếu nại mang mã " + objection.str() + ".",
                                 "The dossier has no objection " + objection.str() + ".");
        refusal.field = "/objection";
        return refusal;
    }
    if (!found->second.open()) {
        return step_order(clause_of(past, *(*dossier)->opened, About::re_rating),
                          "Kiến nghị, khiếu nại này đã được rút hoặc đã giải quyết.",
                          "This objection was withdrawn or resolved.", "/objection");
    }
    return Found{*dossier, &found->second};
}

std::optional<Refusal> unfit(Past& past, const MemberDossier& dossier, const PersonCode& resolver, const UnitCode& body,
                             Date day) {
    organisation::Problems problems;
    if (!problems.person(past, resolver, "/resolver")) return std::move(problems).refusal();
    if (resolver == dossier.opened->person) {
        auto refusal = organisation::self_decision("Người kiến nghị không tự giải quyết kiến nghị của mình.",
                                                   "Nobody resolves the own objection.");
        refusal.field = "/resolver";
        return refusal;
    }
    if (auto conflict = organisation::conflict_of(past, resolver, Power::party_decide, dossier.opened->person, day)) {
        conflict->field = "/resolver";
        return conflict;
    }
    const auto competent = organisation::competent_for_unit(past, resolver, Power::party_decide, body, day);
    if (competent) return std::nullopt;
    auto refusal = competent.error();
    refusal.field = "/resolver";
    refusal.clause = clause_of(past, *dossier.opened, About::re_rating);
    return refusal;
}

}  // namespace

UnitCode body_of(const organisation::Registry& registry, const MemberDossier& dossier, ObjectionKind kind, Date day) {
    const auto& committee = dossier.opened->committee_unit;
    if (kind == ObjectionKind::petition) return committee;
    const auto* unit = registry.unit(committee);
    const auto* version = unit ? unit->at(day) : nullptr;
    return version && version->parent ? *version->parent : committee;
}

Decision decide(Past& past, const Acting& acting, const FilePartyObjection& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    PartyEntry entry(past, acting, command.on_paper);
    if (auto outcome = entry.authorise_self(dossier); !outcome) return outcome.error();
    const auto received_on = command.received_on.value_or(entry.day());
    organisation::Problems problems;
    if (dossier.objections.contains(command.objection)) {
        problems.add(organisation::already_exists("/objection", "Hồ sơ đã có kiến nghị, khiếu nại mang mã này.",
                                                  "The dossier has an objection of this id already."));
    }
    problems.require(dossier.decision_at(command.decision), "/decision", "Hồ sơ không có quyết định ở phiên bản này.",
                     "The dossier has no decision at this revision.");
    problems.require(!command.grounds.empty(), "/grounds", "Phải nêu căn cứ kiến nghị.", "State the grounds.");
    problems.require(received_on <= acting.today() && (entry.is_on_paper() || received_on == entry.day()),
                     "/receivedOn", "Kiến nghị nộp tại đây được nhận trong ngày nộp; ngày nhận không được ở tương lai.",
                     "What is filed here is received the same day, and nothing is received in the future.");
    if (!problems.none()) return std::move(problems).refusal();
    for (const auto& [id, other] : dossier.objections) {
        if (!other.open() || other.filed.decision != command.decision || other.filed.kind != command.kind) continue;
        const auto outcome = entry.breach(
            step_order(clause_of(past, *dossier.opened, About::re_rating),
                       "Kiến nghị, khiếu nại " + id.str() + " đối với quyết định này đang được giải quyết.",
                       "Objection " + id.str() + " against this decision is still open.", "/decision"));
        if (!outcome) return outcome.error();
    }
    // A decision that was replaced may have been notified: that is not known any more and not asked for.
    const bool in_force = dossier.decision && dossier.decision->revision == command.decision;
    if (in_force && (!dossier.notified_on || *dossier.notified_on > received_on)) {
        const auto outcome =
            entry.breach(step_order(clause_of(past, *dossier.opened, About::re_rating),
                                    "Quyết định này chưa được thông báo; kiến nghị sau khi có thông báo.",
                                    "This decision was not notified yet; one objects after the notice.", "/decision"));
        if (!outcome) return outcome.error();
    }
    return entry.written(party_dossier_stream(command.dossier),
                         PartyObjectionFiled{command.dossier, dossier.opened->person, command.objection, command.kind,
                                             command.decision, command.grounds, received_on, entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const ReceivePartyObjection& command) {
    const auto found = find(past, command.dossier, command.objection);
    if (!found) return found.error();
    const auto& [dossier, objection] = *found;
    PartyEntry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise(Power::party_decide, *dossier); !outcome) {
        if (!entry.authorise(Power::party_propose, *dossier)) return outcome.error();
    }
    if (objection->received && objection->received->resolver == command.resolver)
        return organisation::nothing_to_change();
    const auto& filed = objection->filed;
    const auto body = body_of(past.registry(), *dossier, filed.kind, acting.today());
    if (auto refusal = unfit(past, *dossier, command.resolver, body, acting.today())) return *std::move(refusal);
    // The internal terms of the cycle's rulebook hold for both tracks and for whoever is rated.
    const auto& opened = *dossier->opened;
    const auto rulebook = evaluation::rulebook_of(past, opened.cycle, opened.post.unit, acting.today());
    if (!rulebook) return rulebook.error();
    const auto term = [&](law::TermName name, Date from) {
        const auto* rule = (*rulebook)->procedure().term(name);
        if (!rule) throw std::logic_error("a rulebook of a cycle has no term of petitions");
        return rule->end(from);
    };
    const auto answer = term(law::TermName::petition_answer, filed.received_on);
    if (!answer) return answer.error();
    bool in_time = true;
    if (dossier->notified_on) {
        const auto last = term(law::TermName::petition_filing, *dossier->notified_on);
        if (!last) return last.error();
        in_time = filed.received_on <= *last;
    }
    const auto* decision = dossier->decision_at(filed.decision);
    return entry.written(party_dossier_stream(command.dossier),
                         PartyObjectionReceived{command.dossier, dossier->opened->person, command.objection,
                                                command.resolver, decision && decision->by == command.resolver, body,
                                                in_time, *answer, Label::of(kInternalRule)});
}

Decision decide(Past& past, const Acting& acting, const WithdrawPartyObjection& command) {
    const auto found = find(past, command.dossier, command.objection);
    if (!found) return found.error();
    PartyEntry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise_self(*found->dossier); !outcome) return outcome.error();
    return entry.written(
        party_dossier_stream(command.dossier),
        PartyObjectionWithdrawn{command.dossier, found->dossier->opened->person, command.objection, command.reason});
}

Decision decide(Past& past, const Acting& acting, const ResolvePartyObjection& command) {
    const auto found = find(past, command.dossier, command.objection);
    if (!found) return found.error();
    const auto& [dossier, objection] = *found;
    const auto body = body_of(past.registry(), *dossier, objection->filed.kind, acting.today());
    PartyEntry entry(past, acting, command.on_paper);
    if (acting.person == dossier->opened->person) {
        return organisation::self_decision("Người kiến nghị không tự giải quyết kiến nghị của mình.",
                                           "Nobody resolves the own objection.");
    }
    if (auto outcome = entry.authorise_for_unit(Power::party_decide, body); !outcome) return outcome.error();
    organisation::Problems problems;
    check_paper(problems, command.paper, acting.today());
    problems.require_reason(command.reasons, "/reasons");
    if (!problems.none()) return std::move(problems).refusal();
    std::vector<Refusal> broken;
    const auto& actor = entry.authority().actor;
    const auto& person = dossier->opened->person;
    if (auto conflict = organisation::conflict_of(past, actor, Power::party_decide, person, acting.today()))
        broken.push_back(*std::move(conflict));
    if (!objection->received) {
        broken.push_back(step_order(clause_of(past, *dossier->opened, About::re_rating),
                                    "Kiến nghị, khiếu nại chưa được tiếp nhận và giao người giải quyết.",
                                    "The objection has not been received; nobody is named to resolve it."));
    } else if (objection->received->resolver != actor) {
        const auto& named = objection->received->resolver.str();
        broken.push_back({"not-competent",
                          "",
                          clause_of(past, *dossier->opened, About::re_rating),
                          "Người được giao giải quyết là " + named + "; muốn đổi thì phải giao lại.",
                          "The resolver named is " + named + "; another one has to be named first.",
                          {}});
    }
    if (auto outcome = entry.raise(std::move(broken)); !outcome) return outcome.error();
    const auto* decision = dossier->decision_at(objection->filed.decision);
    return entry.written(
        party_dossier_stream(command.dossier),
        PartyObjectionResolved{command.dossier, dossier->opened->person, command.objection, command.outcome,
                               decision && decision->by == actor, command.reasons, command.paper, entry.transcript()});
}

}  // namespace minhbach::services::party
