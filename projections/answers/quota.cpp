#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

void count(Distribution& distribution, bool given, const std::optional<Level>& level) {
    ++distribution.total;
    if (!given) {
        ++distribution.pending;
    } else if (!level) {
        ++distribution.not_rated;
    } else {
        ++counter_of(distribution, *level);
    }
}

void count(Distribution& proposed, Distribution& decided, const DossierRow& row) {
    if (counts_nowhere(row.closed)) return;
    if (row.closed) {  // with nobody to rate
        count(proposed, true, std::nullopt);
        return count(decided, true, std::nullopt);
    }
    const auto* proposal = row.proposal();
    const auto* decision = row.decision();
    // Who is not rated gets no proposal: the decision says so in both.
    const bool never_proposed = decision && !decision->level && !proposal;
    count(proposed, proposal || never_proposed, proposal ? std::optional(proposal->level) : std::nullopt);
    count(decided, decision != nullptr, decision ? decision->level : std::nullopt);
}

void expect(SettledCounts& counts, const DossierRow& row) {
    if (row.closed == ClosingCause::opened_in_error || row.closed == ClosingCause::duplicate) return;
    if (row.closed) return counts.add(std::nullopt);
    if (const auto* decision = row.decision()) return counts.add(decision->level);
    if (const auto* proposal = row.proposal()) return counts.add(proposal->level);
    const bool filed = !row.self_assessments.empty() && !row.self_assessments.back().returned;
    if (filed) return counts.add(row.self_assessments.back().level);
    ++counts.staff;
}

template <class T>
std::vector<Sourced<T>> acts_of(Context& context, std::string_view table, const std::string& prefix) {
    std::vector<Sourced<T>> acts;
    for (const auto& digits : context.entities(table, prefix)) {
        context.append_event(acts, static_cast<std::int64_t>(position_of_newest_first(digits)));
    }
    return acts;
}

bool differs(const SettledCounts& settled, const Distribution& decided) {
    return settled.excellent != decided.excellent || settled.good != decided.good ||
           settled.completed != decided.completed || settled.not_completed != decided.not_completed ||
           settled.not_rated != decided.not_rated;
}

// Once everybody is decided the levels must be those that were settled; until then nothing can be said.
bool is_stale(const QuotaSettled& settled, const std::vector<GroupDistribution>& groups) {
    for (const auto& group : settled.groups) {
        for (const auto& now : groups) {
            if (now.group == group.group && now.decided.pending == 0 && differs(group.counts, now.decided)) return true;
        }
    }
    return false;
}

}  // namespace

Result<QuotaAnswer> Answers::quota(const CycleId& cycle, const UnitCode& agency, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto known_cycle = context.cycle(cycle);
    if (!known_cycle) return no_such("kỳ đánh giá", "cycle", cycle.str());
    if (!context.unit(agency)) return no_such("đơn vị", "unit", agency.str());
    QuotaAnswer answer;
    answer.basis = context.basis();
    answer.cycle = cycle;
    answer.agency = context.unit_name(agency, context.today());

    answer.groups.push_back({});
    for (const auto& group : known_cycle->groups) {
        if (group.agency == agency) answer.groups.push_back({group.group, group.name.str(), {}, {}});
    }
    for (const auto& group : answer.groups) answer.forecast.push_back({group.group, {}, {}, 0});
    DossiersQuestion members;
    members.cycle = cycle;
    members.agency = agency;
    context.visit_dossiers(members, [&](const DossierId& id, const std::string&) {
        const auto row = context.dossier(id).value();
        for (std::size_t i = 0; i < answer.groups.size(); ++i) {
            auto& group = answer.groups[i];
            if (group.group && group.group != row.group) continue;
            count(group.proposed, group.decided, row);
            expect(answer.forecast[i].counts, row);
        }
    });

    const auto prefix = entity(cycle.str(), agency.str()) + "/";
    for (auto& settled : acts_of<QuotaSettled>(context, quota::kSettlements, prefix)) {
        SettlementView view{std::move(settled.by), std::move(settled.event), false, {}};
        view.stale = is_stale(view.settled, answer.groups);
        answer.settlements.push_back(std::move(view));
    }
    for (auto& named : acts_of<QuotaReadingNamed>(context, quota::kReadings, prefix)) {
        answer.readings.push_back({std::move(named.by), named.event, context.document_name(named.event.document)});
    }
    for (auto& granted : acts_of<QuotaExceptionGranted>(context, quota::kExceptions, prefix)) {
        answer.exceptions.push_back({std::move(granted.by), granted.event, context.person_name(granted.event.approver),
                                     context.document_name(granted.event.document)});
    }
    return answer;
}

Result<DistributionAnswer> Answers::distribution(const CycleId& cycle, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(cycle)) return no_such("kỳ đánh giá", "cycle", cycle.str());
    DistributionAnswer answer;
    answer.basis = context.basis();
    answer.cycle = cycle;
    std::map<UnitCode, AgencyLine> agencies;
    DossiersQuestion everybody;
    everybody.cycle = cycle;
    context.visit_dossiers(everybody, [&](const DossierId& id, const std::string&) {
        const auto row = context.dossier(id).value();
        count(answer.proposed, answer.decided, row);
        if (!row.post) return;
        auto& line = agencies[row.post->managed_by];
        count(line.proposed, line.decided, row);
    });
    for (auto& [code, line] : agencies) {
        line.agency = context.unit_name(code, context.today());
        const auto prefix = entity(cycle.str(), code.str()) + "/";
        const auto settlements = acts_of<QuotaSettled>(context, quota::kSettlements, prefix);
        if (!settlements.empty() && !settlements.front().event.groups.empty()) {
            line.max_excellent = settlements.front().event.groups.front().max_excellent;
        }
        line.exception = !context.entities(quota::kExceptions, prefix).empty();
        answer.items.push_back(std::move(line));
    }
    return answer;
}

}  // namespace minhbach::projections
