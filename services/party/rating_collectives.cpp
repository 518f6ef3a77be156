#include <algorithm>

#include "events/refusals.hpp"
#include "services/evaluation/collective_steps.hpp"
#include "services/party/collective.hpp"
#include "services/party/rules.hpp"

namespace minhbach::services::party {
namespace {

using organisation::Problems;

constexpr std::size_t kOrganisationsMax = 500;  // of one committee
constexpr std::size_t kCriteriaMax = 100;
constexpr std::size_t kDisciplinesMax = 500;

template <class Command>
events::Stream stream_of(const Command& command) {
    return party_collectives_stream(command.cycle, command.committee_unit);
}

Refusal nothing_like_it() {
    auto refusal = not_found("Không có tổ chức đảng mang mã này trong danh sách xếp loại của cấp ủy.",
                             "The committee rates no organisation of this id.");
    refusal.field = "/organisation";
    return refusal;
}

// One organisation, and who acts on it for the committee that rates it.
struct At {
    const PartyCollective* collective;
    PartyEntry entry;
};

std::optional<Refusal> about_the_own(const Past& past, const PartyCollective& collective, const PersonCode& actor) {
    if (collective.opened.head != actor) return std::nullopt;
    auto refusal = organisation::self_decision("Người đứng đầu không thẩm định, xếp loại tổ chức của mình.",
                                               "Whoever heads an organisation does not rate it.");
    refusal.clause = clause_of(past, collective.opened, About::re_rating);
    return refusal;
}

template <class Command>
Result<At> at_committee(Past& past, const Acting& acting, const Command& command, law::ProcedureStep step) {
    const auto* collective = past.party_collectives(command.cycle, command.committee_unit).find(command.organisation);
    if (!collective) return nothing_like_it();
    auto entered = entry_for(past, acting, command.on_paper, step, collective->opened);
    if (!entered) return entered.error();
    At at{collective, *std::move(entered)};
    const auto own = at.entry.raise(about_the_own(past, *collective, at.entry.authority().actor));
    if (!own) return own.error();
    return at;
}

std::optional<Refusal> is_decided(const Past& past, const PartyCollective& collective) {
    if (!collective.decision) return std::nullopt;
    return step_order(clause_of(past, collective.opened, About::steps),
                      "Tổ chức đã có quyết định xếp loại; muốn thay đổi thì phải hủy và xếp loại lại.",
                      "The organisation has its level; another one needs a cancellation and a re-rating.",
                      "/organisation");
}

std::optional<Refusal> cannot_rate(const law::Rulebook& rulebook, int year) {
    if (rulebook.track() == law::Track::party && rulebook.column("ORGANISATION", false) &&
        rulebook.in_force().year() <= year)
        return std::nullopt;
    return Refusal{"unknown-rulebook",
                   "/rulebook",
                   "",
                   "Bộ quy tắc này không xếp loại tổ chức của năm " + std::to_string(year) + ".",
                   "This rulebook rates no organisations of " + std::to_string(year) + ".",
                   {}};
}

// By the rulebook that the organisation was opened on; the facts are those of collectives on both sides.
Result<RuleEvaluation> what_the_rules_say(const Past& past, const AppraisePartyCollective& command,
                                          const PartyCollectiveOpened& opened) {
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    CollectiveAppraised facts;
    facts.kind = opened.kind;
    for (const auto& one : command.criteria)
        facts.criteria.push_back({CriterionId(), one.name, one.kind, one.basic, one.grade, std::nullopt});
    const auto& targets = command.targets;
    facts.targets = {targets.assigned, targets.completed, targets.main_targets_missed, targets.force_majeure};
    facts.subordinate_units = command.subordinates;
    if (command.disunity) facts.disunity = DocumentId::of("paper");
    if (command.degradation) facts.degradation = DocumentId::of("paper");
    for (const auto& one : command.disciplines)
        facts.disciplines.push_back({one.violation, one.act_year, one.kind, one.form, one.effective, one.of, one.unit,
                                     one.self_detected_and_remedied, one.at_other_unit, DocumentId::of("paper")});
    return evaluation::evaluation_of(**rulebook, facts, opened.year);
}

// A decision, or a re-rating, against the rules and the share of excellent.
std::vector<Refusal> against(const PartyCollectives& collectives, const PartyCollective& collective, Level level,
                             bool has_reason, const law::Rulebook& rulebook, std::optional<PartyQuotaStanding>& quota) {
    std::vector<Refusal> broken;
    if (collective.appraisal)
        evaluation::against_evaluation(collective.appraisal->evaluation, level, has_reason, "/level", "/reason",
                                       broken);
    if (level != Level::excellent) return broken;
    quota = quota_among(collectives, collective.opened.organisation_kind, rulebook,
                        std::pair(collective.opened.organisation, level));
    if (auto refusal = above_quota(*quota, rulebook, "tổ chức", "organisations rated good or better"))
        broken.push_back(*std::move(refusal));
    return broken;
}

template <class Command>
PartyCollectiveRated decision_of(const Command& command, const At& at, std::optional<PartyQuotaStanding> quota) {
    PartyCollectiveRated rated;
    rated.cycle = command.cycle;
    rated.committee_unit = command.committee_unit;
    rated.organisation = command.organisation;
    rated.level = command.level;
    if (const auto& appraisal = at.collective->appraisal) {
        rated.proposed = appraisal->proposed;
        rated.evaluation = appraisal->evaluation;
    }
    rated.reason = command.reason;
    rated.quota = std::move(quota);
    rated.paper = command.paper;
    rated.transcript = at.entry.transcript();
    return rated;
}

}  // namespace

PartyQuotaStanding quota_among(const PartyCollectives& collectives, PartyOrganisationKind kind,
                               const law::Rulebook& rulebook,
                               const std::optional<std::pair<PartyOrganisationId, Level>>& as_if) {
    PartyQuotaStanding standing;
    SettledCounts counts;
    for (const auto& [id, one] : collectives.all) {
        if (one.opened.organisation_kind != kind) continue;
        auto decided = one.decision ? std::optional(one.decision->level) : std::nullopt;
        if (as_if && as_if->first == id) decided = as_if->second;
        const auto proposed = one.appraisal ? std::optional(one.appraisal->proposed) : std::nullopt;
        count_for_quota(standing, counts, decided, proposed);
    }
    settle_quota(standing, counts, rulebook);
    return standing;
}

Decision decide(Past& past, const Acting& acting, const OpenPartyCollective& command) {
    const auto day = acting.today();
    Problems problems;
    if (!problems.unit_on(past, command.committee_unit, day, "/committeeUnit")) return std::move(problems).refusal();
    PartyEntry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise_for_unit(Power::party_decide, command.committee_unit); !outcome) {
        if (!entry.authorise_for_unit(Power::party_propose, command.committee_unit)) return outcome.error();
    }
    past.note(cycle_stream(command.cycle));
    const auto& registry = past.registry();
    const auto* cycle = registry.cycle(command.cycle);
    const auto& collectives = past.party_collectives(command.cycle, command.committee_unit);
    problems.require(cycle != nullptr, "/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    problems.require(!command.name.empty(), "/name", "Phải ghi tên tổ chức đảng.", "Name the organisation.");
    if (problems.unit_on(past, command.unit, day)) {
        problems.require(registry.within(command.unit, command.committee_unit, day), "/unit",
                         "Tổ chức đảng phải ở chính đơn vị của cấp ủy hoặc đơn vị cấp dưới.",
                         "The organisation stands at the committee's unit or below it.");
    }
    if (command.head) {
        const auto* head = problems.person(past, *command.head, "/head");
        problems.require(!head || head->party_member_at(day), "/head", "Người đứng đầu phải là đảng viên.",
                         "Who heads it is a party member.");
        problems.require(!collectives.headed_by(*command.head), "/head",
                         "Người này đã đứng đầu một tổ chức được xếp loại ở đây.",
                         "The person heads another organisation that is rated here.");
    }
    if (collectives.find(command.organisation)) {
        problems.add(organisation::already_exists("/organisation", "Cấp ủy đã có tổ chức mang mã này trong kỳ.",
                                                  "The committee has an organisation of this id in the cycle."));
    }
    problems.require(collectives.all.size() < kOrganisationsMax, "/organisation", "Cấp ủy có quá nhiều tổ chức.",
                     "Too many organisations of one committee.");
    const auto rulebook = law::find_rulebook(command.rulebook);
    if (!rulebook) problems.add(rulebook.error());
    if (!problems.none()) return std::move(problems).refusal();
    if (auto refusal = cannot_rate(**rulebook, cycle->opened.year)) return *std::move(refusal);
    return entry.written(
        stream_of(command),
        PartyCollectiveOpened{command.cycle, command.committee_unit, command.organisation, cycle->opened.year,
                              command.name, command.organisation_kind, command.kind, command.unit, command.head,
                              (*rulebook)->id(), (*rulebook)->hash()});
}

Decision decide(Past& past, const Acting& acting, const SelfRatePartyCollective& command) {
    const auto* collective = past.party_collectives(command.cycle, command.committee_unit).find(command.organisation);
    if (!collective) return nothing_like_it();
    auto entered = entry_for(past, acting, command.on_paper, law::ProcedureStep::self_rating, collective->opened);
    if (!entered) return entered.error();
    const auto& entry = *entered;
    if (collective->appraisal || collective->decision) {
        return step_order(clause_of(past, collective->opened, About::steps),
                          "Tổ chức đã được thẩm định hoặc xếp loại; không tự xếp loại nữa.",
                          "The organisation is appraised or rated already.", "/organisation");
    }
    Problems problems;
    problems.require(!command.ground.empty(), "/ground", "Phải nêu căn cứ tự xếp loại.", "The ground is missing.");
    if (!problems.none()) return std::move(problems).refusal();
    return entry.written(stream_of(command),
                         PartyCollectiveSelfRated{command.cycle, command.committee_unit, command.organisation,
                                                  command.level, command.ground, entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const AppraisePartyCollective& command) {
    auto at = at_committee(past, acting, command, law::ProcedureStep::appraisal);
    if (!at) return at.error();
    const auto& collective = *at->collective;
    if (auto refusal = is_decided(past, collective)) return *std::move(refusal);
    Problems problems;
    check_criteria(problems, command.criteria);
    check_targets(problems, command.targets);
    problems.require(command.criteria.size() <= kCriteriaMax && command.disciplines.size() <= kDisciplinesMax,
                     "/criteria", "Danh sách quá dài.", "A list is too long.");
    problems.require(command.subordinates >= 0, "/subordinates", "Số tổ chức trực thuộc không được âm.",
                     "Organisations below cannot be negative in number.");
    if (command.disunity) check_paper(problems, *command.disunity, acting.today(), "/disunity");
    if (command.degradation) check_paper(problems, *command.degradation, acting.today(), "/degradation");
    problems.require(!command.opinion.empty(), "/opinion", "Phải nhập ý kiến thẩm định.", "State the appraisal.");
    if (!problems.none()) return std::move(problems).refusal();
    const auto rules = what_the_rules_say(past, command, collective.opened);
    if (!rules) return rules.error();
    std::vector<Refusal> broken;
    if (!collective.self_rated)
        broken.push_back(step_order(clause_of(past, collective.opened, About::steps),
                                    "Tổ chức chưa tự xếp loại nên chưa đến bước thẩm định.",
                                    "The organisation has not rated itself yet.", "/organisation"));
    if (collective.appraisal && !command.reason)
        broken.push_back({"reason-required",
                          "/reason",
                          clause_of(past, collective.opened, About::steps),
                          "Thẩm định lại thì phải nêu lý do.",
                          "Another appraisal needs a reason.",
                          {}});
    else
        evaluation::against_evaluation(*rules, command.proposed, command.reason.has_value(), "/proposed", "/reason",
                                       broken);
    if (auto outcome = at->entry.raise(std::move(broken)); !outcome) return outcome.error();
    return at->entry.written(
        stream_of(command),
        PartyCollectiveAppraised{command.cycle, command.committee_unit, command.organisation, command.criteria,
                                 command.targets, command.subordinates, command.disciplines, command.disunity,
                                 command.degradation, command.opinion, command.proposed, *rules, command.reason,
                                 at->entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const CountPartyCollectiveBallot& command) {
    auto at = at_committee(past, acting, command, law::ProcedureStep::ballot);
    if (!at) return at.error();
    if (auto refusal = is_decided(past, *at->collective)) return *std::move(refusal);
    Problems problems;
    check_ballot(problems, ballot_of(command), acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    if (!at->collective->appraisal) {
        const auto outcome = at->entry.breach(step_order(clause_of(past, at->collective->opened, About::steps),
                                                         "Tổ chức chưa được thẩm định; bỏ phiếu sau thẩm định.",
                                                         "The ballot comes after the appraisal.", "/organisation"));
        if (!outcome) return outcome.error();
    }
    return at->entry.written(stream_of(command), PartyCollectiveBallotCounted{
                                                     command.cycle, command.committee_unit, command.organisation,
                                                     command.held_on, command.present, command.excellent, command.good,
                                                     command.completed, command.not_completed, command.invalid,
                                                     command.not_returned, command.minutes, at->entry.transcript()});
}

Decision decide(Past& past, const Acting& acting, const RatePartyCollective& command) {
    auto at = at_committee(past, acting, command, law::ProcedureStep::decision);
    if (!at) return at.error();
    const auto& collective = *at->collective;
    if (auto refusal = is_decided(past, collective)) return *std::move(refusal);
    Problems problems;
    check_paper(problems, command.paper, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    const auto rulebook = past.rulebook(collective.opened.rulebook, collective.opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    std::vector<Refusal> broken;
    const auto missing = [&](std::string vi, std::string en) {
        broken.push_back(step_order(clause_of(past, collective.opened, About::steps), std::move(vi), std::move(en),
                                    "/organisation"));
    };
    if (!collective.self_rated) missing("Tổ chức chưa tự xếp loại.", "The organisation has not rated itself.");
    if (!collective.appraisal) missing("Tổ chức chưa được thẩm định.", "The organisation was not appraised.");
    if (!collective.ballot_on) missing("Chưa bỏ phiếu xếp loại tổ chức này.", "No ballot was counted.");
    std::optional<PartyQuotaStanding> quota;
    const auto& collectives = past.party_collectives(command.cycle, command.committee_unit);
    const bool has_reason = command.reason && !command.reason->empty();
    for (auto& one : against(collectives, collective, command.level, has_reason, **rulebook, quota))
        broken.push_back(std::move(one));
    if (auto outcome = at->entry.raise(std::move(broken)); !outcome) return outcome.error();
    auto rated = decision_of(command, *at, std::move(quota));
    rated.late = late_by(**rulebook, who_of(**rulebook, collective.opened), law::ProcedureStep::decision,
                         collective.opened.year, at->entry.day());
    return at->entry.written(stream_of(command), std::move(rated));
}

Decision decide(Past& past, const Acting& acting, const ReRatePartyCollective& command) {
    auto at = at_committee(past, acting, command, law::ProcedureStep::decision);
    if (!at) return at.error();
    const auto& collective = *at->collective;
    if (!collective.decision || collective.decision->revision != command.decision) {
        return step_order(clause_of(past, collective.opened, About::re_rating),
                          "Quyết định này không phải là quyết định đang có hiệu lực của tổ chức.",
                          "This is not the decision in force of the organisation.", "/decision");
    }
    Problems problems;
    problems.require(command.ground == ReratingGround::dishonesty || command.ground == ReratingGround::error, "/ground",
                     "Căn cứ này chỉ áp dụng đối với cá nhân.", "This ground is one of persons.");
    problems.require_reason(command.reason);
    check_paper(problems, command.paper, acting.today());
    if (command.level == collective.decision->level) problems.add(organisation::nothing_to_change());
    if (!problems.none()) return std::move(problems).refusal();
    const auto rulebook = past.rulebook(collective.opened.rulebook, collective.opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    std::optional<PartyQuotaStanding> quota;
    const auto& collectives = past.party_collectives(command.cycle, command.committee_unit);
    auto broken = against(collectives, collective, command.level, true, **rulebook, quota);
    if (auto outcome = at->entry.raise(std::move(broken)); !outcome) return outcome.error();
    auto decided = at->entry.written(
        stream_of(command),
        PartyCollectiveRatingCancelled{command.cycle, command.committee_unit, command.organisation, command.decision,
                                       command.ground, command.reason, command.paper, at->entry.transcript()});
    auto rated = decision_of(command, *at, std::move(quota));
    rated.supersedes = command.decision;
    decided.events.push_back(at->entry.to_write(stream_of(command), std::move(rated)));
    return decided;
}

}  // namespace minhbach::services::party
