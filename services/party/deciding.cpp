// The decision of the grassroots committee, on one member or on a list; notice, and sharing with the state side.
#include <algorithm>
#include <map>

#include "events/refusals.hpp"
#include "services/law/quota.hpp"
#include "services/listing.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

// Excellent at most as the rulebook says of each comparable group, as it will be with this whole list. Who is only
// proposed counts in the base, and not as excellent. Members in no group are one group of their committee.
class PartyQuota {
public:
    PartyQuota(Past& past, const DecidePartyRatings& command, Date day) : past_(past), day_(day) {
        for (const auto& line : command.lines) lines_.emplace(line.dossier, line.level);
    }

    PartyQuotaStanding standing(const PartyDossierOpened& opened, const law::Rulebook& rulebook) {
        past_.note(cycle_stream(opened.cycle));
        const auto* group = past_.registry().cycle(opened.cycle)->group_of(opened.person);
        PartyQuotaStanding standing;
        if (group) standing.group = group->group;
        SettledCounts counts;
        for (const auto& person : group ? group->members : without_group(opened)) {
            const auto id = dossier_id(opened.cycle, person);
            const auto& dossier = past_.party_dossier(id);
            if (!dossier.exists() || dossier.exempted) continue;
            const auto line = lines_.find(id);
            const auto decided = line != lines_.end() ? std::optional(line->second)
                                 : dossier.decision   ? std::optional(dossier.decision->level)
                                                      : std::nullopt;
            if (decided == Level::excellent) ++standing.excellent;
            if (const auto level = decided ? decided : dossier.proposal) ++counter_of(counts, *level);
        }
        standing.base = counts.excellent + counts.good;
        standing.excellent_max = static_cast<int>(law::excellent_max(counts, rulebook.quota()));
        return standing;
    }

private:
    std::vector<PersonCode> without_group(const PartyDossierOpened& opened) const {
        const auto& registry = past_.registry();
        const auto& cycle = *registry.cycle(opened.cycle);
        std::vector<PersonCode> people;
        for (const auto& unit : registry.subtree(opened.committee_unit, day_)) {
            for (const auto& person : registry.people_in(unit, day_)) {
                const auto& dossier = past_.party_dossier(dossier_id(opened.cycle, person));
                const bool same = dossier.exists() && dossier.opened->committee_unit == opened.committee_unit;
                if (same && !cycle.group_of(person)) people.push_back(person);
            }
        }
        return people;
    }

    Past& past_;
    const Date day_;
    std::map<DossierId, Level> lines_;
};

class Judging {
public:
    Judging(Past& past, const Acting& acting, const DecidePartyRatings& command)
        : past_(past), acting_(acting), command_(command), quota_(past, command, acting.today()) {}

    void operator()(const PartyDecisionLine& line, Listing& listing) {
        const auto found = find_dossier(past_, line.dossier);
        if (!found) return listing.refuse(found.error());
        const auto& dossier = **found;
        if (!listing.is_first(line.dossier)) return;
        const auto authority = competent(past_, acting_, Power::party_decide, dossier);
        if (!authority) return listing.refuse(authority.error());
        if (auto refusal = exempted(dossier)) return listing.refuse(*std::move(refusal));
        if (auto refusal = already_decided(dossier)) return listing.refuse(*std::move(refusal));
        const auto state_level = state_level_of(past_, *dossier.opened);
        if (!state_level) return listing.refuse(state_level.error());
        if (!dossier.proposal) {
            return listing.refuse(step_order(kSteps,
                                             "Chi bộ chưa đề nghị mức xếp loại của hồ sơ " + line.dossier.str() + ".",
                                             "The cell has not proposed a level for " + line.dossier.str() + "."));
        }
        const auto assessment = assess(past_, dossier, *state_level, acting_.today());
        if (!assessment) return listing.refuse(assessment.error());
        const bool has_reason = line.reason && !line.reason->empty();
        auto event = party::decided(dossier, *assessment, line.level, line.reason, command_.paper);
        auto objections = against_rules(*assessment, line.level, has_reason);
        check_reasons(event, has_reason, objections);
        check_quota(event, *dossier.opened, assessment->sheet.rulebook(), objections);
        for (auto& objection : objections) listing.refuse(std::move(objection));
        listing.write(*authority, {party_dossier_stream(line.dossier), std::move(event), std::nullopt, std::nullopt});
    }

private:
    // Party excellent without state excellent is a warning that is kept, and has to be answered for.
    void check_reasons(const PartyRatingDecided& event, bool has_reason, std::vector<Refusal>& objections) {
        if (has_reason || !objections.empty()) return;
        const auto warned = std::any_of(event.signals.begin(), event.signals.end(), [](const auto& signal) {
            return signal.code == PartySignalCode::state_level_not_excellent;
        });
        if (warned) {
            objections.push_back({"reason-required",
                                  "/reason",
                                  "Hướng dẫn số 21-HD/BTCTW năm 2019",
                                  "Nhà nước không xếp loại xuất sắc; xếp đảng viên xuất sắc thì phải nêu lý do.",
                                  "The state's level is not excellent: say why the party's is.",
                                  {}});
        } else if (event.proposed && *event.proposed != event.level) {
            objections.push_back({"reason-required",
                                  "/reason",
                                  std::string(kSteps),
                                  "Mức quyết định khác mức chi bộ đề nghị thì phải nêu lý do.",
                                  "A level other than the one the cell proposed needs a reason.",
                                  {}});
        }
    }

    void check_quota(PartyRatingDecided& event, const PartyDossierOpened& opened, const law::Rulebook& rulebook,
                     std::vector<Refusal>& objections) {
        if (event.level != Level::excellent) return;
        event.quota = quota_.standing(opened, rulebook);
        const auto& [group, excellent, base, most] = *event.quota;
        if (excellent <= most) return;
        objections.push_back({"quota-exceeded",
                              "/level",
                              rulebook.quota_clause().citation.str(),
                              "Nhóm có " + std::to_string(base) + " đảng viên được xếp loại tốt trở lên nên tối đa " +
                                  std::to_string(most) + " xuất sắc; danh sách có " + std::to_string(excellent) + ".",
                              "Of " + std::to_string(base) + " rated good or better in the group at most " +
                                  std::to_string(most) + " are excellent; with this list " + std::to_string(excellent) +
                                  " are.",
                              {}});
    }

    Past& past_;
    const Acting& acting_;
    const DecidePartyRatings& command_;
    PartyQuota quota_;
};

struct InForce {
    const MemberDossier* dossier;
    Authority authority;
};

Result<InForce> in_force(Past& past, const Acting& acting, const DossierId& id, const PartyPaper& paper) {
    const auto found = find_dossier(past, id);
    if (!found) return found.error();
    const auto authority = competent(past, acting, Power::party_decide, **found);
    if (!authority) return authority.error();
    organisation::Problems problems;
    check_paper(problems, paper, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    if (!(*found)->decision)
        return step_order(kSteps, "Hồ sơ chưa có quyết định xếp loại.", "No level has been decided yet.");
    return InForce{*found, *authority};
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const DecidePartyRatings& command) {
    organisation::Problems problems;
    problems.require(!command.lines.empty() && command.lines.size() <= DecidePartyRatings::lines_max, "/lines",
                     "Danh sách phải có từ 1 đến " + std::to_string(DecidePartyRatings::lines_max) + " hồ sơ.",
                     "The list holds 1 to " + std::to_string(DecidePartyRatings::lines_max) + " dossiers.");
    check_paper(problems, command.paper, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    return decide_lines(command.lines, Judging(past, acting, command));
}

Decision decide(Past& past, const Acting& acting, const IssuePartyNotice& command) {
    const auto standing = in_force(past, acting, command.dossier, command.paper);
    if (!standing) return standing.error();
    if (standing->dossier->notified) {
        return step_order(kSteps, "Quyết định này đã được thông báo.", "This decision was notified already.");
    }
    return organisation::written(standing->authority, party_dossier_stream(command.dossier),
                                 PartyNoticeIssued{command.dossier, standing->dossier->opened->person, command.paper});
}

Decision decide(Past& past, const Acting& acting, const SharePartyDecision& command) {
    const auto standing = in_force(past, acting, command.dossier, command.paper);
    if (!standing) return standing.error();
    if (standing->dossier->shared) return organisation::nothing_to_change();
    return organisation::written(standing->authority, party_dossier_stream(command.dossier),
                                 PartyDecisionShared{command.dossier, standing->dossier->opened->person,
                                                     standing->dossier->decision->revision, command.paper});
}

}  // namespace minhbach::services::party
