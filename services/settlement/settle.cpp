// The settlement itself (khoản 6 Điều 2 ND 90): everybody counted, every reading computed, the binding one enforced.
#include <algorithm>
#include <map>
#include <set>

#include "events/refusals.hpp"
#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"
#include "services/settlement/counting.hpp"
#include "services/settlement/settlement.hpp"

namespace minhbach::services::settlement {
namespace {

using evaluation::Dossier;
using organisation::Entry;

// One member of the agency, with the level that counts: as decided, else as proposed. `level` absent: not rated.
struct Member {
    DossierId dossier;
    PersonCode person;
    std::optional<Level> level;
    bool decided = false;
};

struct Roll {
    std::vector<Member> members;
    std::vector<DossierId> without_proposal;
};

Roll call(Past& past, const SettleQuota& command) {
    Roll roll;
    const auto managed = [&](const Post& post) { return post.managed_by == command.agency; };
    for (const auto& id : evaluation::dossiers_of(past, command.cycle, managed)) {
        const auto& dossier = past.dossier(id);
        Member member{id, dossier.opened->person, dossier.proposal, dossier.decision.has_value()};
        if (dossier.decision) {
            member.level = dossier.decision->level;
        } else if (!dossier.proposal) {
            const auto evaluation = evaluation::evaluation_of(past, dossier, Judge::advisory_body);
            if (!evaluation || evaluation->outcome != RuleOutcome::not_rated) {
                roll.without_proposal.push_back(id);
                continue;
            }
        }
        roll.members.push_back(std::move(member));
    }
    return roll;
}

// The first of a list, by name.
template <class Id>
std::string listed(const std::vector<Id>& ids) {
    constexpr std::size_t kNamed = 20;
    std::string named;
    for (std::size_t i = 0; i < std::min(kNamed, ids.size()); ++i) named += (i == 0 ? "" : ", ") + ids[i].str();
    return named;
}

std::optional<Refusal> proposals_missing(const Roll& roll, const std::string& clause) {
    if (roll.without_proposal.empty()) return std::nullopt;
    const auto named = listed(roll.without_proposal);
    const auto number = std::to_string(roll.without_proposal.size());
    return Refusal{"step-order",
                   "",
                   clause,
                   "Còn " + number + " hồ sơ chưa có đề xuất mức xếp loại: " + named + ".",
                   number + " dossiers have no proposal yet: " + named + ".",
                   {}};
}

std::vector<Refusal> wrong_selection(Past& past, const SettleQuota& command, const Roll& roll,
                                     const std::string& clause) {
    std::vector<Refusal> wrong;
    std::set<DossierId> seen;
    for (std::size_t i = 0; i < command.selected.size(); ++i) {
        const auto& id = command.selected[i];
        const auto field = "/selected/" + std::to_string(i);
        const auto& dossier = past.dossier(id);
        if (!seen.insert(id).second) {
            wrong.push_back(invalid_field(field, "Hồ sơ này đã có trong danh sách.", "This dossier is listed twice."));
        } else if (!dossier.exists() || dossier.opened->cycle != command.cycle ||
                   dossier.opened->post.managed_by != command.agency) {
            wrong.push_back(invalid_field(field, "Hồ sơ không thuộc cơ quan, đơn vị này trong kỳ.",
                                          "The dossier does not belong to this agency in the cycle."));
        } else if (dossier.decision && dossier.decision->level != Level::excellent) {
            wrong.push_back({"step-order",
                             field,
                             clause,
                             "Hồ sơ đã được kết luận ở mức khác nên không chọn được.",
                             "The dossier has been decided at another level.",
                             {}});
        } else if (!dossier.decision && dossier.proposal != Level::excellent) {
            wrong.push_back({"level-not-allowed",
                             field,
                             clause,
                             "Chỉ chọn trong số hồ sơ được đề xuất \"Hoàn thành xuất sắc nhiệm vụ\".",
                             "Only dossiers proposed \"Excellent completion of tasks\" can be selected.",
                             {}});
        }
    }
    for (const auto& member : roll.members) {
        if (!member.decided || member.level != Level::excellent || seen.contains(member.dossier)) continue;
        wrong.push_back({"step-order",
                         "/selected",
                         clause,
                         "Hồ sơ " + member.dossier.str() +
                             " đã được kết luận \"Hoàn thành xuất sắc nhiệm vụ\" nên phải có trong danh sách.",
                         "Dossier " + member.dossier.str() + " has been decided EXCELLENT and must stay selected.",
                         {}});
    }
    return wrong;
}

// Whoever was proposed excellent and is not selected becomes good, and the base with them.
std::vector<Counted> with_selection(const Roll& roll, const SettleQuota& command) {
    const std::set<DossierId> selected(command.selected.begin(), command.selected.end());
    std::vector<Counted> members;
    for (const auto& member : roll.members) {
        const bool lowered = member.level == Level::excellent && !selected.contains(member.dossier);
        members.push_back({member.dossier, member.person, lowered ? Level::good : member.level});
    }
    return members;
}

// An agency with comparable groups is settled in them, so everybody who is rated belongs to one; an agency without any
// is its one group.
std::optional<Refusal> in_no_group(const cycle::Cycle& cycle, const SettleQuota& command, const Roll& roll,
                                   const std::string& clause) {
    std::set<PersonCode> grouped;
    for (const auto& [id, group] : cycle.groups) {
        if (group.agency == command.agency) grouped.insert(group.members.begin(), group.members.end());
    }
    if (grouped.empty()) return std::nullopt;
    std::vector<PersonCode> left;
    for (const auto& member : roll.members) {
        if (member.level && !grouped.contains(member.person)) left.push_back(member.person);
    }
    if (left.empty()) return std::nullopt;
    const auto number = std::to_string(left.size());
    const auto named = listed(left);
    return Refusal{"step-order",
                   "",
                   clause,
                   "Còn " + number + " người được xếp loại chưa thuộc nhóm đối tượng nào của cơ quan, đơn vị: " +
                       named + "; hãy phân nhóm trước.",
                   number + " people who are rated belong to no comparable group of the agency: " + named +
                       "; define their group first.",
                   {}};
}

// Nobody selects themselves: refused to whoever is at the door, a breach of whoever signed the paper.
std::optional<Refusal> selects_the_actor(Past& past, const SettleQuota& command, const Entry& entry,
                                         const std::string& clause) {
    for (std::size_t i = 0; i < command.selected.size(); ++i) {
        if (past.dossier(command.selected[i]).opened->person != entry.authority().actor) continue;
        return Refusal{
            "self-decision",
            "/selected/" + std::to_string(i),
            clause,
            "Hồ sơ " + command.selected[i].str() +
                " là hồ sơ của chính người chốt tỷ lệ; việc này phải do người khác có thẩm quyền thực hiện.",
            "Dossier " + command.selected[i].str() + " is the actor's own; another competent person must settle.",
            {}};
    }
    return std::nullopt;
}

Result<std::optional<organisation::Transcription>> transcription_of(const SettleQuota& command) {
    const bool all = command.paper_document && command.signer && command.acted_at;
    const bool none = !command.paper_document && !command.signer && !command.acted_at;
    if (all)
        return std::optional(
            organisation::Transcription{Paper{*command.paper_document, *command.acted_at, {}}, *command.signer});
    if (none) return std::optional<organisation::Transcription>();
    return invalid_field("/paperDocument", "Nhập từ hồ sơ giấy phải có đủ văn bản, người ký và thời điểm thực hiện.",
                         "A transcription names its document, its signer and the time of the act.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const SettleQuota& command) {
    const auto* cycle = past.registry().cycle(command.cycle);
    if (!cycle) return invalid_field("/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    if (!past.registry().unit(command.agency))
        return invalid_field("/agency", "Không có đơn vị này.", "There is no such unit.");
    const auto transcription = transcription_of(command);
    if (!transcription) return transcription.error();
    const auto rulebook = evaluation::rulebook_of(past, command.cycle, command.agency, acting.today());
    if (!rulebook) return rulebook.error();
    Entry entry(past, acting, *transcription);
    if (auto outcome = entry.authorise_for_staff(Power::decide, command.agency); !outcome) return outcome.error();

    past.settlement(command.cycle, command.agency);  // an earlier one is replaced, and guards this one
    past.note(cycle_stream(command.cycle));
    const auto& clause = (*rulebook)->quota_clause().citation.str();
    const auto roll = call(past, command);
    if (auto wrong = wrong_selection(past, command, roll, clause); !wrong.empty()) return together(std::move(wrong));

    std::vector<Refusal> broken;
    if (auto closed = cycle::closed_for(past, command.cycle, entry.time())) broken.push_back(*std::move(closed));
    if (auto refusal = proposals_missing(roll, clause)) broken.push_back(*std::move(refusal));
    if (auto refusal = in_no_group(*cycle, command, roll, clause)) broken.push_back(*std::move(refusal));
    if (auto refusal = selects_the_actor(past, command, entry, clause)) broken.push_back(*std::move(refusal));
    QuotaSettled settled{command.cycle, command.agency, {}, command.selected, {}, {}, {}, command.reason, {}, {}};
    settled.groups = counted(*cycle, command.agency, **rulebook, binding_of(past, *cycle, command.agency, **rulebook),
                             with_selection(roll, command));
    for (const auto& group : settled.groups) {
        if (auto refusal = above_maximum(*cycle, group, **rulebook, "/selected")) broken.push_back(*std::move(refusal));
    }
    if (auto outcome = evaluation::raise(entry, std::move(broken)); !outcome) return outcome.error();

    for (const auto& member : roll.members) {
        const bool kept =
            std::find(command.selected.begin(), command.selected.end(), member.dossier) != command.selected.end();
        if (member.level == Level::excellent && !kept) settled.lowered.push_back(member.dossier);
    }
    if (const auto found = cycle->exceptions.find(command.agency); found != cycle->exceptions.end()) {
        settled.exception_document = found->second.document;
    }
    if (const auto found = cycle->readings.find(command.agency); found != cycle->readings.end()) {
        settled.reading_document = found->second.document;
    }
    settled.paper = entry.paper();
    settled.breaches = entry.breaches();
    return evaluation::written(entry, settlement_stream(command.cycle, command.agency), std::move(settled));
}

}  // namespace minhbach::services::settlement
