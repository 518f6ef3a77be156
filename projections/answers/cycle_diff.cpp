#include "projections/cycle_diff.hpp"

#include <algorithm>
#include <map>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

// The acts recorded after `from`, oldest first.
std::vector<Act> acts_between(Context& context, events::Position from, const std::vector<std::string>& types) {
    std::vector<Act> acts;
    context.rows().scan(trace::kActs, "", "", context.known(), [&](const Row& row) {
        if (position_of_newest_first(row.entity) <= from.value) return false;
        auto act = json::from_json<Act>(row.json).value();
        if (std::find(types.begin(), types.end(), act.type) != types.end()) acts.push_back(std::move(act));
        return true;
    });
    std::reverse(acts.begin(), acts.end());
    return acts;
}

class Comparison {
public:
    Comparison(Context& then, Context& now, CycleDiffAnswer& answer) : then_(then), now_(now), answer_(answer) {}

    void files(const FilesAnswer& before, const FilesAnswer& after) {
        answer_.files_from = before.counts;
        answer_.files_to = after.counts;
        std::map<UnitCode, const FileLine*> earlier;
        for (const auto& line : before.items) earlier.emplace(line.unit.unit, &line);
        for (const auto& line : after.items) {
            const auto found = earlier.find(line.unit.unit);
            const FileStatus status = found == earlier.end() ? FileStatus::missing : found->second->status;
            const int version = found == earlier.end() ? 0 : found->second->version;
            if (status == line.status && version == line.version) continue;
            const bool outside = line.late || line.status == FileStatus::missing;
            answer_.files.push_back({line.unit, status, line.status, version, line.version, outside});
        }
    }

    void results(const DistributionAnswer& before, const DistributionAnswer& after) {
        std::map<UnitCode, const AgencyLine*> earlier;
        for (const auto& line : before.items) earlier.emplace(line.agency.unit, &line);
        for (const auto& line : after.items) {
            const auto found = earlier.find(line.agency.unit);
            const Distribution decided = found == earlier.end() ? Distribution{} : found->second->decided;
            if (json::to_json(decided) == json::to_json(line.decided)) continue;
            answer_.results.push_back({line.agency, decided, line.decided});
        }
    }

    void acts(const CycleId& cycle) {
        for (const auto& act :
             acts_between(now_, then_.known(), {"rating.cancelled", "collective-rating.cancelled", "post.assigned"})) {
            if (act.type == "post.assigned") {
                transfer(act);
            } else if (act.cycle == cycle) {
                act.dossier ? rerated(*act.dossier) : rerated(*act.unit);
            }
        }
    }

private:
    void rerated(const DossierId& id) {
        for (auto& known : answer_.ratings) {
            if (known.dossier != id) continue;
            ++known.reratings;
            return;
        }
        const auto after = now_.dossier(id);
        if (!after) return;
        RatingDifference difference;
        difference.dossier = id;
        difference.person = now_.person_name(after->person);
        const auto before = then_.dossier(id);
        const auto* first = before && before->decision() ? before->decision() : after->first_decision();
        if (first) difference.from = first->level;
        if (const auto* last = after->decision()) difference.to = last->level;
        difference.reratings = 1;
        answer_.ratings.push_back(std::move(difference));
    }

    void rerated(const UnitCode& unit) {
        for (auto& known : answer_.ratings) {
            if (!known.collective || known.collective->unit != unit) continue;
            ++known.reratings;
            return;
        }
        const auto key = entity(answer_.cycle.str(), unit.str());
        const auto after = now_.row<Collective>(ratings::kCollectives, key);
        if (!after || after->versions.empty()) return;
        const auto before = then_.row<Collective>(ratings::kCollectives, key);
        RatingDifference difference;
        difference.collective = now_.unit_name(unit, now_.today());
        difference.from = before && before->in_force() ? before->level : after->versions.front().level;
        difference.to = after->level;
        difference.reratings = 1;
        answer_.ratings.push_back(std::move(difference));
    }

    void transfer(const Act& act) {
        const auto recorded = now_.recorded(act.by.position);
        const auto* assigned = recorded.event.as<PostAssigned>();
        if (!assigned || assigned->post.from > then_.today()) return;
        TransferDifference difference;
        difference.person = now_.person_name(assigned->person);
        difference.to = now_.unit_name(assigned->post.unit, now_.today());
        difference.effective = assigned->post.from;
        difference.by = now_.named(act.by);
        if (const auto person = then_.person(assigned->person)) {
            if (const auto* held = person->main_post_at(then_.today()))
                difference.from = now_.unit_name(held->unit, now_.today());
        }
        answer_.transfers.push_back(std::move(difference));
    }

    Context& then_;
    Context& now_;
    CycleDiffAnswer& answer_;
};

}  // namespace

Result<CycleDiffAnswer> Answers::cycle_diff(const CycleId& cycle, Known from, Known to) const {
    auto then = Context::at(acts_, log_, events::Ledger::main, from, reader_);
    if (!then) return then.error();
    auto now = Context::at(acts_, log_, events::Ledger::main, to, reader_);
    if (!now) return now.error();
    const Known last = now->known();  // one moment for every part of the answer
    const auto files_then = files(cycle, {}, from), files_now = files(cycle, {}, last);
    if (!files_then) return files_then.error();
    if (!files_now) return files_now.error();
    const auto results_then = distribution(cycle, from), results_now = distribution(cycle, last);
    if (!results_then) return results_then.error();
    if (!results_now) return results_now.error();

    CycleDiffAnswer answer;
    answer.basis = now->basis();
    answer.cycle = cycle;
    answer.from_position = then->basis().position;
    answer.to_position = static_cast<std::int64_t>(last->value);
    Comparison comparison(*then, *now, answer);
    comparison.files(*files_then, *files_now);
    comparison.acts(cycle);
    comparison.results(*results_then, *results_now);
    return answer;
}

}  // namespace minhbach::projections
