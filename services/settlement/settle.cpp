// The settlement itself (khoản 6 Điều 2 ND 90): everybody counted, every reading computed, the binding one enforced.
#include <algorithm>
#include <map>
#include <set>

#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"
#include "services/law/quota.hpp"
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

std::optional<Refusal> proposals_missing(const Roll& roll, const std::string& clause) {
    if (roll.without_proposal.empty()) return std::nullopt;
    constexpr std::size_t kNamed = 20;
    std::string named;
    for (std::size_t i = 0; i < std::min(kNamed, roll.without_proposal.size()); ++i) {
        named += (i == 0 ? "" : ", ") + roll.without_proposal[i].str();
    }
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

class Counting {
public:
    Counting(const cycle::Cycle& cycle, const SettleQuota& command, const law::Rulebook& rulebook, const Roll& roll)
        : rulebook_(rulebook), roll_(roll), selected_(command.selected.begin(), command.selected.end()) {
        if (const auto named = cycle.readings.find(command.agency); named != cycle.readings.end()) {
            named_ = law::QuotaRule{named->second.base, rulebook.quota.percent, named->second.rounding};
        }
        if (const auto granted = cycle.exceptions.find(command.agency); granted != cycle.exceptions.end()) {
            exception_percent_ = granted->second.percent;
        }
    }

    SettledGroup of(const ComparableGroupDefined* group) const {
        SettledGroup settled;
        if (group) settled.group = group->group;
        for (const auto& member : roll_.members) {
            if (group && std::find(group->members.begin(), group->members.end(), member.person) == group->members.end())
                continue;
            ++settled.counts.staff;
            count(settled.counts, level_of(member));
        }
        settled.readings = law::quota_readings(settled.counts, rulebook_, named_, exception_percent_);
        settled.max_excellent = law::binding(settled.readings).max_excellent;
        return settled;
    }

private:
    // Whoever was proposed excellent and is not selected becomes good, and the base with them.
    std::optional<Level> level_of(const Member& member) const {
        if (member.level == Level::excellent && !selected_.contains(member.dossier)) return Level::good;
        return member.level;
    }
    static void count(SettledCounts& counts, std::optional<Level> level) {
        if (!level) {
            ++counts.not_rated;
        } else if (*level == Level::excellent) {
            ++counts.excellent;
        } else if (*level == Level::good) {
            ++counts.good;
        } else if (*level == Level::completed) {
            ++counts.completed;
        } else {
            ++counts.not_completed;
        }
    }

    const law::Rulebook& rulebook_;
    const Roll& roll_;
    std::set<DossierId> selected_;
    std::optional<law::QuotaRule> named_;
    std::optional<int> exception_percent_;
};

void check_quota(const SettledGroup& settled, const std::string& name, const std::string& clause,
                 std::vector<Refusal>& broken) {
    if (settled.counts.excellent <= settled.max_excellent) return;
    const auto used = std::to_string(settled.counts.excellent), most = std::to_string(settled.max_excellent);
    broken.push_back({"quota-exceeded",
                      "/selected",
                      clause,
                      name + ": được chọn tối đa " + most + " người, đang chọn " + used + ".",
                      (settled.group ? "Group " + settled.group->str() : "The agency") + ": at most " + most +
                          " may be selected, " + used + " are.",
                      {}});
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
    const auto rulebook = evaluation::rulebook_of(past, command.cycle);
    if (!rulebook) return rulebook.error();
    Entry entry(past, acting, *transcription);
    if (auto outcome = entry.authorise_for_staff(Power::decide, command.agency); !outcome) return outcome.error();

    past.settlement(command.cycle, command.agency);  // an earlier one is replaced, and guards this one
    past.note(cycle_stream(command.cycle));
    const auto& clause = (*rulebook)->quota_clause.citation.str();
    const auto roll = call(past, command);
    if (auto wrong = wrong_selection(past, command, roll, clause); !wrong.empty())
        return evaluation::together(std::move(wrong));

    std::vector<Refusal> broken;
    if (auto refusal = proposals_missing(roll, clause)) broken.push_back(*std::move(refusal));
    const Counting counting(*cycle, command, **rulebook, roll);
    QuotaSettled settled{command.cycle, command.agency, {}, command.selected, {}, {}, {}, command.reason, {}, {}};
    settled.groups.push_back(counting.of(nullptr));
    check_quota(settled.groups.back(), "Toàn cơ quan, đơn vị", clause, broken);
    for (const auto& [id, group] : cycle->groups) {
        if (group.agency != command.agency) continue;
        settled.groups.push_back(counting.of(&group));
        check_quota(settled.groups.back(), "Nhóm \"" + group.name.str() + "\" (" + id.str() + ")", clause, broken);
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
