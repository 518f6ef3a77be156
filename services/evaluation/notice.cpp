// After the decision: written notice, its receipt, and publication inside the agency.
#include <algorithm>
#include <set>

#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

Refusal out_of_order(Past& past, const Dossier& dossier, std::string vi, std::string en) {
    return {"step-order", "", step_clause(past, dossier, ProcedureStep::notice), std::move(vi), std::move(en), {}};
}

std::optional<Refusal> not_decided(Past& past, const Dossier& dossier, ProcedureStep step) {
    if (dossier.decision || !waits_for(past, dossier, step, ProcedureStep::decision)) return std::nullopt;
    const auto& id = dossier.opened->dossier.str();
    return out_of_order(past, dossier, "Hồ sơ " + id + " chưa có kết luận mức xếp loại.",
                        "Dossier " + id + " has no decision yet.");
}

std::optional<Refusal> not_noticed(Past& past, const Dossier& dossier) {
    if (dossier.notice) return std::nullopt;
    return out_of_order(past, dossier, "Chưa có thông báo kết quả bằng văn bản.",
                        "No written notice has been issued yet.");
}

std::optional<Refusal> already_received(Past& past, const Dossier& dossier) {
    if (!dossier.received) return std::nullopt;
    return out_of_order(past, dossier,
                        "Việc nhận thông báo đã được ghi nhận ngày " + dossier.received->vietnamese() + ".",
                        "The receipt has been recorded for " + dossier.received->iso() + ".");
}

constexpr std::size_t kDossiersMax = DecideRatings::lines_max;

// One act on many dossiers: all of them or none. `act` gives the event of one dossier, or its refusals.
template <class Act>
Decision on_each(Past& past, const Acting& acting, const std::vector<DossierId>& dossiers,
                 const std::optional<OnPaper>& on_paper, ProcedureStep step, const Act& act) {
    if (dossiers.empty() || dossiers.size() > kDossiersMax) {
        const auto most = std::to_string(kDossiersMax);
        return invalid_field("/dossiers", "Danh sách phải có từ 1 đến " + most + " hồ sơ.",
                             "The list holds 1 to " + most + " dossiers.");
    }
    Decided decided;
    std::vector<Refusal> refusals;
    std::set<DossierId> seen;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const auto refuse = [&](Refusal refusal) {
            refusal.field = "/dossiers/" + std::to_string(i);
            refusals.push_back(std::move(refusal));
        };
        const auto found = find_dossier(past, dossiers[i]);
        if (!found) {
            refuse(found.error());
            continue;
        }
        if (!seen.insert(dossiers[i]).second) {
            refuse(invalid_field("", "Hồ sơ này đã có trong danh sách.", "This dossier is listed twice."));
            continue;
        }
        auto entry = entry_for(past, acting, on_paper, step, **found);
        if (!entry) {
            refuse(entry.error());
            continue;
        }
        auto one = act(**found, *entry);
        if (!one) {
            refuse(one.error());
        } else if (!decided.events.empty() && decided.authority.mandate != one->authority.mandate) {
            refuse(invalid_field(
                "", "Hồ sơ này thuộc một văn bản giao quyền khác với hồ sơ đầu danh sách; hãy thực hiện riêng.",
                "This dossier rests on another mandate than the first; act on it separately."));
        } else {
            decided.authority = one->authority;
            decided.events.push_back(std::move(one->events.front()));
        }
    }
    if (!refusals.empty()) return together(std::move(refusals));
    return decided;
}

Outcome note_late_notice(Past& past, Entry& entry, const Dossier& dossier, Date dated) {
    if (!dossier.decision) return {};
    const auto term = notice_term(past, dossier, dossier.decision->day);
    if (!term) return term.error();
    if (*term) note_late(entry, (*term)->clause.str(), dated, (*term)->last);
    return {};
}

}  // namespace

Result<std::optional<NoticeTerm>> notice_term(Past& past, const Dossier& dossier, Date decided_on) {
    const auto* rule = book_of(past, dossier).procedure().term(law::TermName::notice, who_of(past, dossier));
    const auto& cycle = past.registry().cycle(dossier.opened->cycle)->opened;
    if (!rule || rule->before || cycle.notice_working_days == 0) return std::optional<NoticeTerm>();
    NoticeTerm term{std::min(rule->days, cycle.notice_working_days), decided_on, rule->clause->citation};
    if (const auto asked = concretisation::days_of(layers_of(past, dossier), LayerTermName::notice)) {
        if (asked->days < term.days) term.clause = asked->clause;
        term.days = std::min(term.days, asked->days);
    }
    const auto last = rule->end(decided_on, term.days);
    if (!last) return last.error();
    term.last = *last;
    return std::optional(term);
}

Decision decide(Past& past, const Acting& acting, const IssueNotices& command) {
    const auto document = find_document(past, command.document, "/document");
    if (!document) return document.error();
    if (command.dated > acting.today()) {
        return invalid_field("/dated", "Ngày thông báo không được sau ngày nhập.",
                             "The notice cannot be dated in the future.");
    }
    return on_each(past, acting, command.dossiers, command.on_paper, ProcedureStep::notice,
                   [&](const Dossier& dossier, Entry& entry) -> Decision {
                       std::vector<Refusal> broken;
                       if (auto refusal = not_decided(past, dossier, ProcedureStep::notice)) {
                           broken.push_back(*std::move(refusal));
                       } else if (dossier.decision && command.dated < dossier.decision->day) {
                           broken.push_back(out_of_order(past, dossier, "Thông báo đề ngày trước ngày kết luận.",
                                                         "The notice is dated before the decision."));
                       }
                       if (dossier.notice) {
                           broken.push_back(out_of_order(
                               past, dossier, "Đã có thông báo kết quả đề ngày " + dossier.notice->vietnamese() + ".",
                               "A notice dated " + dossier.notice->iso() + " exists already."));
                       }
                       if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
                       if (auto outcome = note_late_notice(past, entry, dossier, command.dated); !outcome)
                           return outcome.error();
                       const auto& opened = *dossier.opened;
                       auto decided = written(entry, dossier_stream(opened.dossier),
                                              NoticeIssued{opened.dossier, opened.person, command.document,
                                                           command.dated, entry.paper(), entry.breaches()});
                       if (command.dated != entry.day()) decided.events.front().effective = command.dated;
                       return decided;
                   });
}

Decision decide(Past& past, const Acting& acting, const AcknowledgeNotice& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    Entry entry(past, acting, transcription(command.on_paper));
    if (auto outcome = entry.authorise_self(dossier.opened->person); !outcome) return outcome.error();
    std::vector<Refusal> broken;
    if (auto refusal = not_noticed(past, dossier)) broken.push_back(*std::move(refusal));
    if (auto refusal = already_received(past, dossier)) broken.push_back(*std::move(refusal));
    if (dossier.notice && entry.day() < *dossier.notice) {
        broken.push_back(out_of_order(past, dossier, "Giấy nhận đề ngày trước ngày của thông báo.",
                                      "The receipt is dated before the notice."));
    }
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
    return written(entry, dossier_stream(command.dossier),
                   NoticeAcknowledged{command.dossier, dossier.opened->person, entry.paper(), entry.breaches()});
}

Decision decide(Past& past, const Acting& acting, const DeemNoticeReceived& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;

    // The authority that gave notice, or who keeps the agency's records.
    Entry entry(past, acting, std::nullopt);
    if (auto as_authority = authorise(past, entry, acting, Power::decide, dossier); !as_authority) {
        if (auto as_clerk = authorise(past, entry, acting, Power::record, dossier); !as_clerk)
            return as_authority.error();
    }
    std::vector<Refusal> wrong;
    if (auto refusal = not_noticed(past, dossier)) wrong.push_back(*std::move(refusal));
    if (auto refusal = already_received(past, dossier)) wrong.push_back(*std::move(refusal));
    if (command.on > acting.today() || (dossier.notice && command.on < *dossier.notice)) {
        wrong.push_back(invalid_field("/on", "Ngày lập biên bản phải từ ngày thông báo đến hôm nay.",
                                      "The minutes are dated between the notice and today."));
    }
    if (auto document = find_document(past, command.minutes, "/minutes"); !document) wrong.push_back(document.error());
    require_reason(command.reason, "/reason", wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    auto decided = written(
        entry, dossier_stream(command.dossier),
        NoticeDeemedReceived{command.dossier, dossier.opened->person, command.on, command.minutes, command.reason});
    if (command.on != entry.day()) decided.events.front().effective = command.on;
    return decided;
}

Decision decide(Past& past, const Acting& acting, const PublishResults& command) {
    return on_each(past, acting, command.dossiers, command.on_paper, ProcedureStep::publication,
                   [&](const Dossier& dossier, Entry& entry) -> Decision {
                       std::vector<Refusal> broken;
                       if (auto refusal = not_decided(past, dossier, ProcedureStep::publication))
                           broken.push_back(*std::move(refusal));
                       if (dossier.published) {
                           broken.push_back(out_of_order(past, dossier, "Kết quả đã được công khai.",
                                                         "The result has been published already."));
                       }
                       if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
                       const auto& opened = *dossier.opened;
                       return written(entry, dossier_stream(opened.dossier),
                                      ResultPublished{opened.dossier, opened.person, command.form, entry.day(),
                                                      entry.paper(), entry.breaches()});
                   });
}

}  // namespace minhbach::services::evaluation
