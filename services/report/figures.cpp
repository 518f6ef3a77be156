#include "services/report/figures.hpp"

#include <algorithm>
#include <set>

#include "services/evaluation/commands.hpp"
#include "services/evaluation/steps.hpp"
#include "services/past.hpp"

namespace minhbach::services::report {
namespace {

using evaluation::Dossier;
using organisation::Registry;

class Gathering {
public:
    Gathering(Past& past, const CycleId& cycle, Date day)
        : past_(past), registry_(past.registry()), cycle_(cycle), day_(day) {}

    Scope of(const UnitCode& unit) {
        const bool province = registry_.unit(unit)->kind == UnitKind::province;
        include(unit, [&](const UnitCode& lower) {
            const auto& submission = past_.submission(cycle_, lower);
            return submission.status == submission::FileStatus::accepted && (province || submission.file->to == unit);
        });
        std::sort(scope_.units.begin(), scope_.units.end(),
                  [](const auto& left, const auto& right) { return left.unit < right.unit; });
        std::sort(scope_.missing.begin(), scope_.missing.end());
        return std::move(scope_);
    }

private:
    using Accepted = std::function<bool(const UnitCode&)>;

    void include(const UnitCode& agency, const Accepted& accepted) {
        std::vector<UnitCode> lower;
        place(agency, agency, lower);
        for (const auto& below : lower) {
            if (!owes_a_file(below)) {
                // Nobody is managed there: its head belongs to the agency above.
                include(below, accepted);
                continue;
            }
            if (!accepted(below)) {
                scope_.missing.push_back(below);
                continue;
            }
            const auto file = *past_.submission(cycle_, below).file;
            scope_.units.push_back({below, file.version});
            include(below, [&](const UnitCode& further) {
                return std::find(file.consolidated.begin(), file.consolidated.end(), further) !=
                       file.consolidated.end();
            });
        }
    }

    // The agency's own units; agencies directly below go into `lower`.
    void place(const UnitCode& unit, const UnitCode& agency, std::vector<UnitCode>& lower) {
        scope_.agency_of.emplace(unit, agency);
        for (const auto& child : registry_.children(unit, day_)) {
            if (!lies_in_cycle(child)) continue;
            if (registry_.agency_of(child, day_) == child)
                lower.push_back(child);
            else
                place(child, agency, lower);
        }
    }

    bool lies_in_cycle(const UnitCode& unit) const {
        const auto& in = registry_.cycle(cycle_)->opened.scope;
        return std::any_of(in.begin(), in.end(), [&](const UnitCode& top) {
            return registry_.within(unit, top, day_) || registry_.within(top, unit, day_);
        });
    }

    bool owes_a_file(const UnitCode& unit) const {
        switch (registry_.unit(unit)->kind) {
            case UnitKind::department:
            case UnitKind::district:
            case UnitKind::commune:
            case UnitKind::ward:
            case UnitKind::township:
                return true;
            case UnitKind::sub_department:
            case UnitKind::centre:
            case UnitKind::school:
            case UnitKind::hospital:
                return !registry_.people_managed_by(unit, day_).empty();
            case UnitKind::province:
            case UnitKind::office:
            case UnitKind::division:
                return false;
        }
        return false;
    }

    Past& past_;
    const Registry& registry_;
    const CycleId& cycle_;
    Date day_;
    Scope scope_;
};

class Table {
public:
    Table() {
        lines_.push_back({SubjectClass::cadre, true, {}, {}, 0, 0});
        for (const auto subject_class : {SubjectClass::civil_servant, SubjectClass::public_employee}) {
            for (const bool leader : {true, false}) lines_.push_back({subject_class, leader, {}, {}, 0, 0});
        }
    }
    ReportLine& line_of(const Post& post) {
        const bool leader = evaluation::leads(post);
        return *std::find_if(lines_.begin(), lines_.end(), [&](const ReportLine& line) {
            return line.subject_class == post.subject_class && line.leader == leader;
        });
    }
    std::vector<ReportLine> take() { return std::move(lines_); }

private:
    std::vector<ReportLine> lines_;
};

void count_not_rated(ReportLine& line, NotRatedReason reason) {
    ++line.counts.not_rated;
    for (auto& known : line.not_rated) {
        if (known.reason != reason) continue;
        ++known.count;
        return;
    }
    line.not_rated.push_back({reason, 1});
    std::sort(line.not_rated.begin(), line.not_rated.end(),
              [](const auto& left, const auto& right) { return left.reason < right.reason; });
}

// As the rules said when it was decided.
NotRatedReason reason_of(const std::optional<RuleReason>& reason) {
    return reason == RuleReason::under_6_months ? NotRatedReason::under_six_months : NotRatedReason::other;
}

void count(Past& past, const Dossier& dossier, const UnitCode& works_in, ReportLine& line) {
    ++line.counts.staff;
    if (dossier.closed) {
        count_not_rated(line,
                        *dossier.closed == ClosingCause::suspended ? NotRatedReason::suspended : NotRatedReason::left);
        return;
    }
    if (dossier.decision) {
        if (dossier.decision->level)
            ++counter_of(line.counts, *dossier.decision->level);
        else
            count_not_rated(line, reason_of(dossier.decision->rule_reason));
        return;
    }
    const bool decided_above = dossier.opened->post.managed_by != works_in;
    if (dossier.proposal && decided_above) {
        ++counter_of(line.counts, *dossier.proposal);
        ++line.proposed;
        return;
    }
    if (!dossier.proposal && decided_above) {
        const auto evaluation = evaluation::evaluation_of(past, dossier, Judge::advisory_body);
        if (evaluation && evaluation->outcome == RuleOutcome::not_rated) {
            count_not_rated(line, reason_of(evaluation->reason));
            return;
        }
    }
    ++line.remainder;
}

}  // namespace

Scope scope_of(Past& past, const CycleId& cycle, const UnitCode& unit, Date day) {
    return Gathering(past, cycle, day).of(unit);
}

std::vector<ReportLine> lines_of(Past& past, const CycleId& cycle, const Scope& scope, Date day) {
    const auto& registry = past.registry();
    Table table;
    std::set<PersonCode> counted;
    const auto covered = [&](const Post& post) { return scope.agency_of.contains(post.unit); };
    for (const auto& id : evaluation::dossiers_of(past, cycle, covered)) {
        const auto& dossier = past.dossier(id);
        const auto& post = dossier.opened->post;
        counted.insert(dossier.opened->person);
        count(past, dossier, scope.agency_of.at(post.unit), table.line_of(post));
    }
    for (const auto& [place, agency] : scope.agency_of) {
        for (const auto& person : registry.people_in(place, day)) {
            if (!counted.insert(person).second || past.dossier(dossier_id(cycle, person)).exists()) continue;
            past.note(person_stream(person));
            auto& line = table.line_of(*registry.person(person)->main_post_at(day));
            ++line.counts.staff;
            ++line.remainder;
        }
    }
    return table.take();
}

}  // namespace minhbach::services::report
