// What a re-evaluation leaves to be done, by which unit, and that it was done.
#include <algorithm>
#include <set>

#include "services/evaluation/rerating.hpp"
#include "services/evaluation/steps.hpp"
#include "services/settlement/settlement.hpp"

namespace minhbach::services::evaluation {
namespace {

constexpr int kTiersMax = 8;

class Listed {
public:
    explicit Listed(const Effects& before) : before_(before) {}
    void add(EffectKind kind, const UnitCode& owner, std::optional<GroupId> group, std::optional<UnitCode> unit,
             std::optional<DossierId> dossier) {
        all.push_back({before_.next(all.size()), kind, owner, std::move(group), std::move(unit), std::move(dossier)});
    }
    std::vector<Effect> all;

private:
    const Effects& before_;
};

// More excellent than the quota allows. A correction may break it after the fact, and the law is silent.
void add_quota(Past& past, const Dossier& dossier, std::optional<Level> level, const law::Rulebook& rulebook,
               Listed& listed) {
    const auto& opened = *dossier.opened;
    const auto& agency = opened.post.managed_by;
    const auto& groups = past.registry().cycle(opened.cycle)->groups;
    for (const auto& group : settlement::standing(past, opened.cycle, agency, rulebook, {{opened.dossier, level}})) {
        if (group.counts.excellent <= group.max_excellent) continue;
        if (!group.group) {
            listed.add(EffectKind::quota_of_agency, agency, {}, agency, {});
            continue;
        }
        const auto& members = groups.at(*group.group).members;
        if (std::find(members.begin(), members.end(), opened.person) == members.end()) continue;
        listed.add(EffectKind::quota_of_group, agency, group.group, agency, {});
    }
}

bool holds(const FileSubmitted& file, const DossierId& dossier) {
    const auto is_it = [&](const SubmittedDossier& one) { return one.dossier == dossier; };
    return std::any_of(file.part_a.begin(), file.part_a.end(), is_it) ||
           std::any_of(file.part_b.begin(), file.part_b.end(), is_it);
}

// Files that hold the dossier, and the files above that consolidated them. One that was returned is made anew anyway.
void add_files(Past& past, const Dossier& dossier, Date day, Listed& listed) {
    const auto& opened = *dossier.opened;
    std::set<UnitCode> senders{opened.post.managed_by};
    if (const auto agency = past.registry().agency_of(opened.post.unit, day)) senders.insert(*agency);
    std::set<UnitCode> named;
    const auto stands = [](const submission::Submission& sent) {
        return sent.exists() && sent.status != submission::FileStatus::returned;
    };
    for (const auto& sender : senders) {
        const auto* sent = &past.submission(opened.cycle, sender);
        if (!stands(*sent) || !holds(*sent->file, opened.dossier)) continue;
        auto unit = sender;
        for (int tier = 0; tier < kTiersMax && named.insert(unit).second; ++tier) {
            listed.add(EffectKind::submission_sent, unit, {}, unit, {});
            const auto above = sent->file->to;
            sent = &past.submission(opened.cycle, above);
            if (!stands(*sent)) break;
            const auto& parts = sent->file->consolidated;
            if (std::find(parts.begin(), parts.end(), unit) == parts.end()) break;
            unit = above;
        }
    }
}

// Reports that counted the level: of the person's agency and of those above it, as far up as accepted files carried it.
void add_reports(Past& past, const Dossier& dossier, Date day, Listed& listed) {
    if (!dossier.decision) return;
    const auto& opened = *dossier.opened;
    const auto& registry = past.registry();
    std::vector<UnitCode> below;
    auto agency = registry.agency_of(opened.post.unit, day);
    for (int tier = 0; tier < kTiersMax && agency; ++tier) {
        const auto& report = past.report(opened.cycle, *agency).last;
        const auto is_missing = [&](const UnitCode& unit) {
            return std::find(report->missing.begin(), report->missing.end(), unit) != report->missing.end();
        };
        if (report && dossier.decision->at <= report->as_of && std::none_of(below.begin(), below.end(), is_missing))
            listed.add(EffectKind::report_submitted, *agency, {}, *agency, {});
        below.push_back(*agency);
        const auto* unit = registry.unit(*agency);
        const auto* version = unit ? unit->at(day) : nullptr;
        agency = version && version->parent ? registry.agency_of(*version->parent, day) : std::nullopt;
    }
}

Outcome authorise_for_owner(Entry& entry, const UnitCode& owner) {
    auto outcome = entry.authorise_for_staff(Power::decide, owner);
    for (const auto power : {Power::submit, Power::propose, Power::record, Power::receive}) {
        if (outcome) return outcome;
        if (auto other = entry.authorise_for_unit(power, owner)) return other;
    }
    return outcome;
}

}  // namespace

std::vector<Effect> effects_of(Past& past, const Dossier& dossier, std::optional<Level> level,
                               const law::Rulebook& rulebook, Date day) {
    const auto& opened = *dossier.opened;
    const auto& agency = opened.post.managed_by;
    Listed listed(dossier.effects);
    add_quota(past, dossier, level, rulebook, listed);
    add_files(past, dossier, day, listed);
    add_reports(past, dossier, day, listed);
    listed.add(EffectKind::notice_due, agency, {}, {}, {});
    past.note(person_stream(opened.person));
    const auto* person = past.registry().person(opened.person);
    if (person && person->party_member_at(day)) listed.add(EffectKind::party_committee_due, agency, {}, {}, {});
    return std::move(listed.all);
}

std::vector<Effect> effects_of(Past& past, const CycleId& cycle, const UnitCode& unit, std::optional<Level> level,
                               Date day) {
    Listed listed(past.collective(cycle, unit).effects);
    const auto led = [&](const Post& post) {
        return post.head_of ? post.head_of == unit : post.leader && post.unit == unit;
    };
    for (const auto& id : dossiers_of(past, cycle, led)) {
        const auto& dossier = past.dossier(id);
        const bool above = level && dossier.decision && dossier.decision->level && *dossier.decision->level < *level;
        if (above) listed.add(EffectKind::head_above_unit, dossier.opened->post.managed_by, {}, unit, id);
    }
    const auto* found = past.registry().unit(unit);
    const auto* version = found ? found->at(day) : nullptr;
    const auto owner = version && version->parent ? past.registry().agency_of(*version->parent, day) : std::nullopt;
    listed.add(EffectKind::notice_due, owner.value_or(unit), {}, unit, {});
    return std::move(listed.all);
}

Decision decide(Past& past, const Acting& acting, const SettleEffect& command) {
    if (!past.registry().cycle(command.cycle)) {
        return invalid_field("/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    }
    if (command.dossier.has_value() == command.unit.has_value()) {
        return invalid_field("/dossier", "Phải nêu hồ sơ hoặc tập thể, đơn vị có kết quả bị hủy, và chỉ một trong hai.",
                             "Name the dossier or the collective whose result was cancelled, one of the two.");
    }
    std::optional<PersonCode> person;
    const Effects* effects = nullptr;
    if (command.dossier) {
        const auto found = find_dossier(past, *command.dossier);
        if (!found) return found.error();
        if ((*found)->opened->cycle != command.cycle) {
            return invalid_field("/cycle", "Hồ sơ thuộc kỳ khác.", "The dossier belongs to another cycle.");
        }
        person = (*found)->opened->person;
        effects = &(*found)->effects;
    } else {
        effects = &past.collective(command.cycle, *command.unit).effects;
    }
    const auto* open = effects->find(command.effect);
    if (!open) {
        auto refusal = not_found("Không có việc phải làm mang mã " + command.effect.str() + ".",
                                 "There is no effect " + command.effect.str() + ".");
        refusal.field = "/effect";
        return refusal;
    }
    Entry entry(past, acting, std::nullopt);
    if (auto outcome = authorise_for_owner(entry, open->effect.owner); !outcome) return outcome.error();
    std::vector<Refusal> wrong;
    if (person == acting.person) {
        wrong.push_back({"self-decision",
                         "",
                         kInternalRule,
                         "Việc này liên quan đến hồ sơ của chính người thực hiện; phải do người khác thực hiện.",
                         "This concerns the actor's own dossier; somebody else must settle it.",
                         {}});
    }
    if (open->settled) {
        wrong.push_back({"nothing-to-change",
                         "/effect",
                         "",
                         "Việc này đã được ghi nhận là đã làm.",
                         "This has been settled already.",
                         {}});
    }
    require_reason(command.what, "/what", wrong);
    if (command.document) {
        if (auto document = find_document(past, *command.document, "/document"); !document) {
            wrong.push_back(document.error());
        }
    }
    if (!wrong.empty()) return together(std::move(wrong));
    return written(entry,
                   command.dossier ? dossier_stream(*command.dossier) : collective_stream(command.cycle, *command.unit),
                   EffectSettled{command.cycle, command.dossier, person, command.unit, command.effect, command.what,
                                 command.document});
}

}  // namespace minhbach::services::evaluation
