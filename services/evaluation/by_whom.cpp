// Who may take a step is read from the rulebook: each role it names is held by a mandate with one power, by heading the
// unit, or by being the rated person. Roles of several people together (the staff, the leadership) take no step here by
// themselves: they sit in meetings, and whoever holds the mandate for meetings writes down what they said there.
#include <algorithm>

#include "services/evaluation/collective_steps.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

using law::Role;

struct RoleName {
    Role role;
    std::string_view vi;
    std::string_view en;
};
constexpr std::array kRoleNames{
    RoleName{Role::rated_person, "người được đánh giá", "the rated person"},
    RoleName{Role::rated_collective, "tập thể được xếp loại", "the rated collective"},
    RoleName{Role::direct_head, "người đứng đầu trực tiếp", "the direct head"},
    RoleName{Role::unit_head, "người đứng đầu đơn vị", "the head of the unit"},
    RoleName{Role::leadership, "tập thể lãnh đạo", "the leadership"},
    RoleName{Role::constituent_heads, "người đứng đầu đơn vị cấu thành", "the heads of constituent units"},
    RoleName{Role::staff, "công chức, viên chức của đơn vị", "the staff"},
    RoleName{Role::advisory_body, "cơ quan tham mưu về tổ chức cán bộ", "the personnel advisory body"},
    RoleName{Role::competent_authority, "cấp có thẩm quyền", "the competent authority"},
    RoleName{Role::former_agency, "cơ quan, đơn vị cũ", "the former agency"},
    RoleName{Role::party_committee, "cấp ủy", "the party committee"},
    RoleName{Role::party_cell, "chi bộ", "the party cell"},
    RoleName{Role::cell_committee, "chi ủy", "the cell committee"},
    RoleName{Role::trade_union, "công đoàn", "the trade union"},
    RoleName{Role::youth_union, "đoàn thanh niên", "the youth union"},
};

std::string named(const std::vector<Role>& roles, std::string_view RoleName::* language) {
    std::string all;
    for (const auto role : roles) {
        const auto found =
            std::find_if(kRoleNames.begin(), kRoleNames.end(), [&](const auto& one) { return one.role == role; });
        if (found != kRoleNames.end()) all += (all.empty() ? "" : ", ") + std::string((*found).*language);
    }
    return all;
}

// By whom people who meet are written down. Nothing: nobody.
struct Keeper {
    bool head = false;  // of the unit that meets
    std::optional<Power> power;
    friend bool operator==(const Keeper&, const Keeper&) = default;
};

std::optional<Keeper> keeper_of(Role role) {
    switch (role) {
        case Role::staff:
        case Role::leadership:
        case Role::constituent_heads:
            return Keeper{false, Power::meeting};
        case Role::unit_head:
            return Keeper{true, {}};
        default:
            if (const auto power = power_of(role)) return Keeper{false, power};
            return std::nullopt;
    }
}

bool keeps(const std::vector<Role>& roles, const Keeper& keeper) {
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return keeper_of(role) == keeper; });
}

void add_once(std::string& clauses, const std::string& clause) {
    if (clauses.find(clause) == std::string::npos) clauses += (clauses.empty() ? "" : "; ") + clause;
}

// No single person acts for several together.
Refusal of_several(Role role, const std::string& clause) {
    const std::vector<Role> only{role};
    return {"not-competent",
            "",
            clause,
            "Bộ quy tắc giao bước này cho " + named(only, &RoleName::vi) + ", không giao cho một người",
            "The rulebook gives the step to " + named(only, &RoleName::en) + " and to no single person",
            {}};
}

}  // namespace

std::optional<Power> power_of(Role role) {
    switch (role) {
        case Role::direct_head:
            return Power::comment;
        case Role::advisory_body:
        case Role::rated_collective:
            return Power::propose;
        case Role::competent_authority:
            return Power::decide;
        case Role::party_committee:
            return Power::party_opinion;
        case Role::rated_person:
        case Role::unit_head:
        case Role::leadership:
        case Role::constituent_heads:
        case Role::staff:
        case Role::former_agency:
        case Role::party_cell:
        case Role::cell_committee:
        case Role::trade_union:
        case Role::youth_union:
            return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Role> roles_of(const law::Procedure& procedure, ProcedureStep step, std::optional<law::Who> who) {
    if (who)
        if (const auto* rule = procedure.step(step, *who)) return rule->by;
    for (const auto& rule : procedure.steps())
        if (rule.step == step) return rule.by;
    return {};
}

std::vector<Role> by_whom(Past& past, const Dossier& dossier, ProcedureStep step) {
    return roles_of(book_of(past, dossier).procedure(), step, who_of(past, dossier));
}

Result<Entry> entry_of_first(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper,
                             const std::vector<Role>& roles, const std::string& clause,
                             const std::function<Outcome(Entry&, Role)>& enter) {
    std::optional<Entry> found;
    std::optional<Refusal> refused;
    for (const auto role : roles) {
        Entry tried(past, acting, transcription(on_paper));
        const auto outcome = enter(tried, role);
        if (!outcome) {
            if (!refused) refused = outcome.error();
            continue;
        }
        const bool clean = tried.breaches().empty();
        if (clean || !found) found.emplace(std::move(tried));
        if (clean) break;
    }
    if (found) return *std::move(found);
    if (!refused)
        refused = Refusal{"not-competent",
                          "",
                          clause,
                          "Bộ quy tắc không giao bước này cho ai",
                          "The rulebook gives this step to nobody",
                          {}};
    if (!on_paper && refused->type == "not-competent" && !roles.empty()) {
        refused->detail_vi += ". Bước này do: " + named(roles, &RoleName::vi) + ".";
        refused->detail_en += ". The step is taken by: " + named(roles, &RoleName::en) + ".";
    }
    return *std::move(refused);
}

Result<Entry> entry_for(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper, ProcedureStep step,
                        const Dossier& dossier) {
    const auto& opened = *dossier.opened;
    const auto& procedure = book_of(past, dossier).procedure();
    const auto clause = step_clause(past, dossier, step);
    const auto roles = by_whom(past, dossier, step);
    return entry_of_first(past, acting, on_paper, roles, clause, [&](Entry& entry, Role role) -> Outcome {
        const auto* competence = procedure.principle(law::Principle::competence, who_of(past, dossier));
        entry.rests_on(role == Role::competent_authority && competence ? competence->citation.str() : clause);
        if (role == Role::rated_person) return entry.authorise_self(opened.person);
        if (role == Role::unit_head) {
            if (auto own = own_dossier(past, acting, dossier)) return *std::move(own);
            return entry.authorise_head(opened.post.unit);
        }
        const auto power = power_of(role);
        if (!power) return of_several(role, clause);
        return authorise(past, entry, acting, *power, dossier);
    });
}

Result<Entry> entry_for(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper, ProcedureStep step,
                        const CycleId& cycle, const UnitCode& unit) {
    const auto& rules = rules_of_collectives(past, cycle);
    const auto clause = collective_clause(past, cycle, step);
    const law::Who organisation{rules.column("ORGANISATION", false).value_or(0), law::Position::other};
    const auto roles = roles_of(rules.procedure(), step, organisation);
    return entry_of_first(past, acting, on_paper, roles, clause, [&](Entry& entry, Role role) -> Outcome {
        const auto* competence = rules.procedure().principle(law::Principle::competence, organisation);
        entry.rests_on(role == Role::competent_authority && competence ? competence->citation.str() : clause);
        if (role == Role::unit_head) return entry.authorise_head(unit);
        const auto power = power_of(role);
        return power ? entry.authorise_for_unit(*power, unit) : Outcome(of_several(role, clause));
    });
}

Result<Entry> entry_for_meeting(Past& past, const Acting& acting, const std::optional<OnPaper>& on_paper,
                                const Meet& meet) {
    const auto rulebook = rulebook_of(past, meet.cycle, meet.unit, meet.day);
    if (!rulebook) return rulebook.error();
    // Of several people: whoever may keep the meetings about each of them.
    std::optional<std::vector<Role>> roles;
    std::string clause;
    for (const auto& person : meet.about) {
        const auto& dossier = past.dossier(dossier_id(meet.cycle, person));
        if (!dossier.exists()) continue;
        if (const auto bound = rulebook_of(past, dossier); !bound) return bound.error();
        auto theirs = by_whom(past, dossier, ProcedureStep::meeting);
        add_once(clause, step_clause(past, dossier, ProcedureStep::meeting));
        if (!roles) {
            roles = std::move(theirs);
        } else {
            std::erase_if(*roles, [&](Role role) {
                const auto keeper = keeper_of(role);
                return !keeper || !keeps(theirs, *keeper);
            });
        }
    }
    if (!roles) {
        roles = roles_of((*rulebook)->procedure(), ProcedureStep::meeting, {});
        clause = (*rulebook)->procedure().clauses_of(ProcedureStep::meeting);
    }
    if (roles->empty())
        return Refusal{"not-competent",
                       "",
                       clause,
                       "Bộ quy tắc không giao việc ghi cuộc họp về tất cả những người này cho ai; hãy họp riêng.",
                       "The rulebook gives a meeting about all of these people to nobody; hold one for each.",
                       {}};
    return entry_of_first(past, acting, on_paper, *roles, clause, [&](Entry& entry, Role role) -> Outcome {
        entry.rests_on(clause);
        const auto keeper = keeper_of(role);
        if (!keeper) return of_several(role, clause);
        return keeper->head ? entry.authorise_head(meet.unit) : entry.authorise_for_unit(*keeper->power, meet.unit);
    });
}

}  // namespace minhbach::services::evaluation
