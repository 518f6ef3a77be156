// The decision of the grassroots committee, on one member or on a list; notice, and sharing with the state side.
#include <algorithm>
#include <map>

#include "events/refusals.hpp"
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
            count_for_quota(standing, counts, decided, dossier.proposal);
        }
        settle_quota(standing, counts, rulebook);
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

// Of the signal, in the rulebook.
std::string warning_clause(const law::Rulebook& rulebook) {
    for (const auto& signal : rulebook.document().signals.value_or(std::vector<law::written::Signal>{}))
        if (signal.signal == law::SignalCode::state_level_not_excellent)
            return rulebook.clause(signal.clause).citation.str();
    return kInternalRule;
}

// Party excellent without state excellent is a warning that is kept, and has to be answered for.
std::optional<Refusal> reason_missing(const PartyRatingDecided& event, const law::Rulebook& rulebook) {
    const auto warned = std::any_of(event.signals.begin(), event.signals.end(), [](const auto& signal) {
        return signal.code == PartySignalCode::state_level_not_excellent;
    });
    if (warned) {
        return Refusal{"reason-required",
                       "/reason",
                       warning_clause(rulebook),
                       "Nhà nước không xếp loại xuất sắc; xếp đảng viên xuất sắc thì phải nêu lý do.",
                       "The state's level is not excellent: say why the party's is.",
                       {}};
    }
    if (!event.proposed || *event.proposed == event.level) return std::nullopt;
    return Refusal{"reason-required",
                   "/reason",
                   clause_in(rulebook, About::steps),
                   "Mức quyết định khác mức chi bộ đề nghị thì phải nêu lý do.",
                   "A level other than the one the cell proposed needs a reason.",
                   {}};
}

class Judging {
public:
    Judging(Past& past, const Acting& acting, const DecidePartyRatings& command)
        : past_(past), acting_(acting), command_(command), quota_(past, command, acting.today()) {}

    void operator()(const PartyDecisionLine& line, Listing& listing) {
        const auto found = find_dossier(past_, line.dossier);
        if (!found) return listing.refuse(found.error());
        const auto& dossier = **found;
        if (!listing.is_first(line.dossier)) return;
        auto entered = entry_for(past_, acting_, command_.on_paper, law::ProcedureStep::decision, dossier);
        if (!entered) return listing.refuse(entered.error());
        auto& entry = *entered;
        if (auto refusal = already_decided(past_, dossier)) return listing.refuse(*std::move(refusal));
        std::optional<PartyRatingDecided> event;
        auto broken = broken_rules(line, dossier, event);
        if (auto outcome = entry.raise(std::move(broken)); !outcome) return listing.refuse(outcome.error());
        event->transcript = entry.transcript();
        const auto& opened = *dossier.opened;
        if (const auto rulebook = past_.rulebook(opened.rulebook, opened.rulebook_hash))
            event->late =
                late_by(**rulebook, who_of(**rulebook, opened), law::ProcedureStep::decision, opened.year, entry.day());
        listing.write(entry.authority(), entry.to_write(party_dossier_stream(line.dossier), *std::move(event)));
    }

private:
    // What comes before the decision: the first of it that is missing.
    std::optional<Refusal> too_early(const MemberDossier& dossier, const Result<RatedLevel>& state_level) {
        if (auto refusal = exempted(dossier)) return refusal;
        if (!state_level) return state_level.error();
        if (auto refusal = headed_not_rated(past_, dossier)) return refusal;
        if (dossier.proposal) return std::nullopt;
        const auto& id = dossier.opened->dossier.str();
        return step_order(clause_of(past_, *dossier.opened, About::steps),
                          "Chi bộ chưa đề nghị mức xếp loại của hồ sơ " + id + ".",
                          "The cell has not proposed a level for " + id + ".");
    }

    std::vector<Refusal> broken_rules(const PartyDecisionLine& line, const MemberDossier& dossier,
                                      std::optional<PartyRatingDecided>& event) {
        std::vector<Refusal> broken;
        const auto state_level = state_level_of(past_, *dossier.opened);
        if (auto refusal = too_early(dossier, state_level)) broken.push_back(*std::move(refusal));
        auto assessed =
            assess(past_, dossier, state_level ? std::optional(*state_level) : std::nullopt, acting_.today());
        std::optional<PartyAssessment> assessment;
        if (assessed)
            assessment.emplace(*std::move(assessed));
        else if (broken.empty())
            broken.push_back(assessed.error());
        event = party::decided(dossier, assessment, line.level, line.reason, command_.paper);
        if (!assessment) return broken;
        const bool has_reason = line.reason && !line.reason->empty();
        auto objections = against_rules(*assessment, line.level, has_reason);
        if (!has_reason && objections.empty())
            if (auto refusal = reason_missing(*event, assessment->sheet.rulebook()))
                objections.push_back(*std::move(refusal));
        check_quota(*event, *dossier.opened, assessment->sheet.rulebook(), objections);
        // Of what comes too early the first is enough; the level is looked at when its turn has come.
        if (broken.empty() || command_.on_paper)
            for (auto& objection : objections) broken.push_back(std::move(objection));
        return broken;
    }

    void check_quota(PartyRatingDecided& event, const PartyDossierOpened& opened, const law::Rulebook& rulebook,
                     std::vector<Refusal>& objections) {
        if (event.level != Level::excellent) return;
        event.quota = quota_.standing(opened, rulebook);
        if (auto refusal = above_quota(*event.quota, rulebook, "đảng viên", "rated good or better in the group"))
            objections.push_back(*std::move(refusal));
    }

    Past& past_;
    const Acting& acting_;
    const DecidePartyRatings& command_;
    PartyQuota quota_;
};

struct InForce {
    const MemberDossier* dossier;
    PartyEntry entry;
};

Result<InForce> in_force(Past& past, const Acting& acting, const DossierId& id, const PartyPaper& paper,
                         const std::optional<PartyOnPaper>& on_paper) {
    const auto found = find_dossier(past, id);
    if (!found) return found.error();
    InForce standing{*found, PartyEntry(past, acting, on_paper)};
    if (auto outcome = standing.entry.authorise(Power::party_decide, **found); !outcome) return outcome.error();
    organisation::Problems problems;
    check_paper(problems, paper, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    if (!(*found)->decision)
        return step_order(clause_of(past, *(*found)->opened, About::steps), "Hồ sơ chưa có quyết định xếp loại.",
                          "No level has been decided yet.");
    return standing;
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
    const auto standing = in_force(past, acting, command.dossier, command.paper, command.on_paper);
    if (!standing) return standing.error();
    if (standing->dossier->notified_on) {
        return step_order(clause_of(past, *standing->dossier->opened, About::steps),
                          "Quyết định này đã được thông báo.", "This decision was notified already.");
    }
    return standing->entry.written(party_dossier_stream(command.dossier),
                                   PartyNoticeIssued{command.dossier, standing->dossier->opened->person, command.paper,
                                                     standing->entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const SharePartyDecision& command) {
    const auto standing = in_force(past, acting, command.dossier, command.paper, std::nullopt);
    if (!standing) return standing.error();
    if (standing->dossier->shared) return organisation::nothing_to_change();
    return standing->entry.written(party_dossier_stream(command.dossier),
                                   PartyDecisionShared{command.dossier, standing->dossier->opened->person,
                                                       standing->dossier->decision->revision, command.paper});
}

}  // namespace minhbach::services::party
