// From the filing of an objection to its resolution.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"
#include "services/law/calendar.hpp"
#include "services/objection/commands.hpp"
#include "services/organisation/conflicts.hpp"

namespace minhbach::services::objection {
namespace {

using evaluation::Dossier;
using organisation::Entry;

using law::ProcedureStep;
using law::TermName;

constexpr std::string_view kSecondComplaint = "Điều 7, Điều 33 Luật Khiếu nại số 02/2011/QH13";

// The dossier of an objection is there, and so is its rulebook.
std::string clause(Past& past, const Dossier& dossier) {
    return evaluation::step_clause(past, dossier, ProcedureStep::petition);
}

Refusal out_of_order(Past& past, const Dossier& dossier, std::string field, std::string vi, std::string en) {
    return {"step-order", std::move(field), clause(past, dossier), std::move(vi), std::move(en), {}};
}

Refusal unknown(const ObjectionId& id) {
    return not_found("Không có kiến nghị, khiếu nại mang mã " + id.str() + ".",
                     "There is no objection " + id.str() + ".");
}

Result<const Objection*> find(Past& past, const ObjectionId& id) {
    const auto& objection = past.objection(id);
    if (objection.exists()) return &objection;
    return unknown(id);
}

std::optional<Refusal> closed(Past& past, const Objection& objection) {
    if (objection.open()) return std::nullopt;
    return out_of_order(
        past, past.dossier(objection.filed->dossier), "",
        objection.withdrawn ? "Kiến nghị, khiếu nại đã được rút." : "Kiến nghị, khiếu nại đã được giải quyết.",
        objection.withdrawn ? "The objection was withdrawn." : "The objection has been resolved.");
}

// Whoever is not on the list of a protected one is told what is told of one that is not there: a reason would name the
// unit, the person or the decision.
Refusal kept_from(const ObjectionId& id, Refusal refusal) {
    return is_protected(id) ? unknown(id) : refusal;
}

// Any of the powers that let somebody take up what reaches the agency.
Outcome authorise_receipt(Past& past, Entry& entry, const Acting& acting, const Dossier& dossier) {
    auto outcome = evaluation::authorise(past, entry, acting, Power::decide, dossier);
    for (const auto power : {Power::receive, Power::record}) {
        if (outcome) return outcome;
        if (auto other = evaluation::authorise(past, entry, acting, power, dossier)) return other;
    }
    return outcome;
}

// Every objection of the person against that decision, of that kind; those under protection where they may be known.
std::vector<const Objection*> others_against(Past& past, const ObjectionFiled& filed, bool with_protected) {
    std::vector<const Objection*> others;
    for (const auto& stream : past.streams_about(filed.person)) {
        if (!is_objection(stream.category()) || stream.id() == filed.objection.str()) continue;
        if (!with_protected && is_protected(ObjectionId::of(stream.id()))) continue;
        const auto& other = past.objection(ObjectionId::of(stream.id()));
        if (!other.exists() || other.filed->kind != filed.kind) continue;
        if (other.filed->dossier == filed.dossier && other.filed->decision == filed.decision) others.push_back(&other);
    }
    return others;
}

// A petition and the first complaint are for whoever decided: the decree and the law send them there, and the receipt
// says that it is the same person. What comes after the answer to a complaint goes to the superior: neither who decided
// nor who answered takes it up again.
std::optional<Refusal> author_again(Past& past, const ObjectionFiled& filed, const PersonCode& resolver) {
    if (filed.kind != ObjectionKind::complaint) return std::nullopt;
    // Whoever handles a protected one is on its list; nobody else learns that there was one.
    const auto others = others_against(past, filed, is_protected(filed.objection));
    const bool second =
        std::any_of(others.begin(), others.end(), [](const auto* one) { return one->outcome.has_value(); });
    if (!second) return std::nullopt;
    const auto* decision = past.dossier(filed.dossier).decision_at(filed.decision);
    const bool decided = decision && decision->by == resolver;
    const bool answered =
        std::any_of(others.begin(), others.end(), [&](const auto* one) { return one->resolved_by == resolver; });
    if (!decided && !answered) return std::nullopt;
    return Refusal{"conflict-of-interest",
                   "/resolver",
                   std::string(kSecondComplaint),
                   "Khiếu nại lần hai không do " + resolver.str() + " giải quyết, vì đã " +
                       (decided ? "kết luận mức bị khiếu nại" : "giải quyết khiếu nại lần đầu") +
                       "; khiếu nại lần hai thuộc thẩm quyền của cấp trên trực tiếp.",
                   "A second complaint is not for " + resolver.str() + ", who " +
                       (decided ? "decided the level complained of" : "answered the first one") +
                       "; it is for the direct superior.",
                   {}};
}

// The resolver decides about the person today, is not that person, nor related to them, nor the author where the law
// wants another.
std::optional<Refusal> unfit(Past& past, const Dossier& dossier, const ObjectionFiled& filed,
                             const PersonCode& resolver, Date day) {
    if (!past.registry().person(resolver)) {
        return invalid_field("/resolver", "Không có người mang mã " + resolver.str() + ".",
                             "There is no person " + resolver.str() + ".");
    }
    if (resolver == dossier.opened->person) {
        return Refusal{"self-decision",
                       "/resolver",
                       clause(past, dossier),
                       "Người kiến nghị không tự giải quyết kiến nghị của mình.",
                       "Nobody resolves the own objection.",
                       {}};
    }
    if (auto again = author_again(past, filed, resolver)) return again;
    std::optional<Refusal> refusal;
    for (const auto role : evaluation::by_whom(past, dossier, ProcedureStep::petition_answer)) {
        const auto power = evaluation::power_of(role);
        if (!power) continue;
        const auto competent =
            organisation::competent_about(past, resolver, *power, dossier.opened->person, dossier.opened->post, day);
        if (competent) return std::nullopt;
        if (!refusal) refusal = competent.error();
    }
    if (!refusal) return std::nullopt;  // a role without a power: whoever answers is looked at when it is answered
    refusal->field = "/resolver";
    return refusal;
}

struct Terms {
    bool in_time = true;
    Date answer_by;
    Label basis;
};

// As the rulebook says, and the layers below it, which may ask for an answer sooner.
Result<Terms> terms_of(const ObjectionFiled& filed, const evaluation::DecidedLevel& decision,
                       const law::Rulebook& rulebook, law::Who who, const concretisation::InForce& layers) {
    Terms terms;
    if (decision.received) {
        const auto last = evaluation::term_end(rulebook, who, TermName::petition_filing, *decision.received);
        if (!last) return last.error();
        terms.in_time = filed.received_on <= *last;
    }
    const auto& rule = evaluation::term_of(rulebook, who, TermName::petition_answer);
    const auto asked = concretisation::days_of(layers, LayerTermName::petition_answer);
    const auto answer = rule.end(filed.received_on, asked ? asked->days : rule.days);
    if (!answer) return answer.error();
    terms.answer_by = *answer;
    terms.basis = asked ? asked->clause : rule.clause->citation;
    return terms;
}

// One decision, one open objection of a kind: what is to be added goes into it, or it is withdrawn first.
std::optional<Refusal> still_open(Past& past, const Dossier& dossier, const FileObjection& command,
                                  const PersonCode& actor) {
    ObjectionFiled filed;
    filed.objection = command.objection;
    filed.person = dossier.opened->person;
    filed.kind = command.kind;
    filed.dossier = command.dossier;
    filed.decision = command.decision;
    // Who transcribes from paper is not told of what the person filed under protection.
    const bool with_protected = actor == dossier.opened->person;
    for (const auto* other : others_against(past, filed, with_protected)) {
        if (!other->open()) continue;
        const auto& id = other->filed->objection;
        return out_of_order(past, dossier, "/decision",
                            "Kiến nghị, khiếu nại " + id.str() +
                                " đối với kết luận này đang được giải quyết; hãy chờ trả lời hoặc rút trước.",
                            "Objection " + id.str() +
                                " against this decision is still open; wait for its answer, or "
                                "withdraw it.");
    }
    return std::nullopt;
}

std::optional<Refusal> wrong_day(const Entry& entry, const Acting& acting, Date received) {
    if (received <= acting.today() && (entry.paper() || received == entry.day())) return std::nullopt;
    return invalid_field("/receivedOn",
                         "Kiến nghị nộp tại đây được nhận trong ngày nộp; ngày nhận không được ở tương lai.",
                         "What is filed here is received the same day, and nothing is received in the future.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const FileObjection& command) {
    const auto found = evaluation::find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& person = dossier.opened->person;
    auto entered = evaluation::entry_for(past, acting, command.on_paper, ProcedureStep::petition, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (past.objection(command.objection).exists()) {
        return Refusal{"already-exists",
                       "/objection",
                       "",
                       "Đã có kiến nghị, khiếu nại mang mã " + command.objection.str() + ".",
                       "There is an objection " + command.objection.str() + " already.",
                       {}};
    }
    if (!dossier.decision && dossier.cancelled.empty()) {
        return out_of_order(past, dossier, "", "Hồ sơ chưa có kết luận mức xếp loại nên chưa có gì để kiến nghị.",
                            "Nothing has been decided yet, so there is nothing to object to.");
    }
    std::vector<Refusal> wrong, broken;
    const auto received_on = command.received_on.value_or(entry.day());
    const auto* decision = dossier.decision_at(command.decision);
    if (!decision) {
        wrong.push_back(invalid_field("/decision", "Hồ sơ không có kết luận nào ở phiên bản này.",
                                      "The dossier has no decision at this revision."));
    }
    evaluation::require_reason(command.grounds, "/grounds", wrong);
    if (auto refusal = wrong_day(entry, acting, received_on)) wrong.push_back(*std::move(refusal));
    if (!wrong.empty()) return together(std::move(wrong));

    if (auto refusal = still_open(past, dossier, command, acting.person)) broken.push_back(*std::move(refusal));
    const bool after_notice = evaluation::waits_for(past, dossier, ProcedureStep::petition, ProcedureStep::notice);
    if (after_notice && (!decision->received || *decision->received > received_on)) {
        broken.push_back(
            out_of_order(past, dossier, "/decision",
                         "Người được đánh giá kiến nghị sau khi nhận thông báo kết quả; chưa ghi nhận "
                         "việc nhận thông báo của kết luận này.",
                         "One objects after the receipt of the notice, which is not entered for this decision."));
    }
    if (auto outcome = evaluation::raise(entry, std::move(broken)); !outcome) return outcome.error();
    return evaluation::written(
        entry, objection_stream(command.objection),
        ObjectionFiled{command.objection, command.kind, command.dossier, person, command.decision, decision->document,
                       command.grounds, received_on, entry.paper(), entry.breaches()});
}

Decision decide(Past& past, const Acting& acting, const ReceiveObjection& command) {
    const auto found = find(past, command.objection);
    if (!found) return found.error();
    const auto& filed = *(*found)->filed;
    const auto& dossier = past.dossier(filed.dossier);
    const auto rulebook = evaluation::rulebook_of(past, dossier);
    if (!rulebook) return rulebook.error();
    Entry entry(past, acting, std::nullopt);
    if (auto outcome = authorise_receipt(past, entry, acting, dossier); !outcome)
        return kept_from(command.objection, outcome.error());
    // Once it is in hands, those who have it may hand it on: others who could have received it are off the list.
    const bool in_hands = (*found)->received.has_value();
    if (is_protected(command.objection) && in_hands && !(*found)->has_in_hands(acting.person))
        return unknown(command.objection);

    std::vector<Refusal> wrong;
    if (auto refusal = closed(past, **found)) wrong.push_back(*std::move(refusal));
    if (const auto& before = (*found)->received; before && before->resolver == command.resolver) {
        wrong.push_back({"nothing-to-change",
                         "/resolver",
                         "",
                         "Người giải quyết đã được giao việc này.",
                         "This resolver has been named already.",
                         {}});
    }
    if (auto refusal = unfit(past, dossier, filed, command.resolver, entry.day())) wrong.push_back(*std::move(refusal));
    if (!wrong.empty()) return together(std::move(wrong));

    const auto& decision = *dossier.decision_at(filed.decision);
    const auto who = evaluation::who_of(past, dossier);
    const auto terms = terms_of(filed, decision, **rulebook, who, evaluation::layers_of(past, dossier));
    if (!terms) return terms.error();
    return evaluation::written(
        entry, objection_stream(command.objection),
        ObjectionReceived{command.objection, filed.dossier, filed.person, command.resolver,
                          decision.by == command.resolver, terms->in_time, terms->answer_by, terms->basis});
}

Decision decide(Past& past, const Acting& acting, const WithdrawObjection& command) {
    const auto found = find(past, command.objection);
    if (!found) return found.error();
    const auto& filed = *(*found)->filed;
    Entry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise_self(filed.person); !outcome)
        return kept_from(command.objection, outcome.error());
    if (auto refusal = closed(past, **found)) return *std::move(refusal);
    return evaluation::written(entry, objection_stream(command.objection),
                               ObjectionWithdrawn{command.objection, filed.dossier, filed.person, command.reason});
}

Decision decide(Past& past, const Acting& acting, const ResolveObjection& command) {
    const auto found = find(past, command.objection);
    if (!found) return found.error();
    const auto& objection = **found;
    const auto& filed = *objection.filed;
    const auto& dossier = past.dossier(filed.dossier);
    auto entered = evaluation::entry_for(past, acting, command.on_paper, ProcedureStep::petition_answer, dossier);
    if (!entered) return kept_from(command.objection, entered.error());
    auto& entry = *entered;
    if (is_protected(command.objection) && !objection.has_in_hands(acting.person)) return unknown(command.objection);

    std::vector<Refusal> wrong, broken;
    if (auto refusal = closed(past, objection)) wrong.push_back(*std::move(refusal));
    evaluation::require_reason(command.reasons, "/reasons", wrong);
    if (auto document = evaluation::find_document(past, command.document, "/document"); !document) {
        wrong.push_back(document.error());
    }
    if (!wrong.empty()) return together(std::move(wrong));

    const auto& actor = entry.authority().actor;
    if (auto again = author_again(past, filed, actor)) broken.push_back(*std::move(again));
    if (!objection.received) {
        broken.push_back(out_of_order(past, dossier, "",
                                      "Kiến nghị, khiếu nại chưa được tiếp nhận và giao người giải quyết.",
                                      "The objection has not been received; nobody is named to resolve it."));
    } else if (objection.received->resolver != actor) {
        const auto& named = objection.received->resolver.str();
        broken.push_back(
            {"not-competent",
             "",
             clause(past, dossier),
             "Người được giao giải quyết là " + named + "; muốn đổi người giải quyết thì phải ghi nhận lại.",
             "The resolver named is " + named + "; another one has to be named first.",
             {}});
    }
    if (auto outcome = evaluation::raise(entry, std::move(broken)); !outcome) return outcome.error();
    if (const auto& received = objection.received)
        evaluation::note_late(entry, received->term_basis.str(), entry.day(), received->answer_by);
    return evaluation::written(entry, objection_stream(command.objection),
                               ObjectionResolved{command.objection, filed.dossier, filed.person, command.outcome,
                                                 dossier.decision_at(filed.decision)->by == actor, command.reasons,
                                                 command.document, entry.paper(), entry.breaches()});
}

}  // namespace minhbach::services::objection
