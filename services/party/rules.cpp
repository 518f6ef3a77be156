#include "services/party/rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "events/refusals.hpp"
#include "services/law/quota.hpp"

namespace minhbach::services::party {

Result<const MemberDossier*> find_dossier(Past& past, const DossierId& id) {
    const auto& dossier = past.party_dossier(id);
    if (dossier.exists()) return &dossier;
    auto refusal =
        not_found("Không có hồ sơ đảng viên mang mã " + id.str() + ".", "There is no party dossier " + id.str() + ".");
    refusal.field = "/dossier";
    return refusal;
}

Refusal step_order(std::string_view clause, std::string vi, std::string en, std::string field) {
    return {"step-order", std::move(field), std::string(clause), std::move(vi), std::move(en), {}};
}

std::optional<Refusal> exempted(const MemberDossier& dossier) {
    if (!dossier.exempted) return std::nullopt;
    return Refusal{"not-eligible",
                   "",
                   dossier.exempted->clause.str(),
                   "Đảng viên này không thuộc đối tượng kiểm điểm, xếp loại của năm.",
                   "This member is exempt from review and rating this year.",
                   {}};
}

std::optional<Refusal> already_decided(const Past& past, const MemberDossier& dossier) {
    if (!dossier.decision) return std::nullopt;
    return step_order(clause_of(past, *dossier.opened, About::steps),
                      "Hồ sơ đã có quyết định xếp loại; muốn thay đổi thì phải hủy và xếp loại lại.",
                      "The level has been decided; another one needs a cancellation and a re-rating.");
}

std::optional<Date> member_since(const organisation::Person& person, Date day) {
    std::map<Date, bool> by_day;  // of one day the last entry counts
    for (const auto& entry : person.party_membership) by_day[entry.from] = entry.member;
    std::optional<Date> since;
    for (const auto& [from, member] : by_day) {
        if (from > day) break;
        if (!member)
            since.reset();
        else if (!since)
            since = from;
    }
    return since;
}

int months_between(Date from, Date to) {
    constexpr int kMonthsOfYear = 12;
    const int months = (to.year() - from.year()) * kMonthsOfYear + to.month() - from.month();
    return to.day() < from.day() ? months - 1 : months;
}

namespace {

RatedLevel rated(const std::optional<Level>& level) {
    return level ? static_cast<RatedLevel>(*level) : RatedLevel::not_applicable;
}

// What is known not to be given caps nothing.
RatedLevel worse(RatedLevel a, RatedLevel b) {
    if (a == RatedLevel::not_applicable) return b;
    if (b == RatedLevel::not_applicable) return a;
    return std::max(a, b);
}

}  // namespace

Result<RatedLevel> state_level_of(Past& past, const PartyDossierOpened& opened) {
    const auto refuse = [&](std::string vi, std::string en) {
        return step_order(clause_of(past, opened, About::state_before_party), std::move(vi), std::move(en), "/dossier");
    };
    const auto& state = past.dossier(opened.dossier);
    const auto& agency = state.exists() ? state.opened->post.managed_by : opened.post.managed_by;
    const auto* line = past.hand_over(opened.cycle, agency).received(opened.person);
    if (!line) {
        return refuse("Xếp loại của Nhà nước đối với " + opened.person.str() +
                          " chưa được bàn giao và xác nhận đã nhận; xếp loại của Nhà nước đi trước xếp loại đảng viên.",
                      "The state's level of " + opened.person.str() +
                          " was not handed over and received yet; the state rates before the party.");
    }
    const auto in_force = state.decision ? std::optional(state.decision->revision) : std::nullopt;
    if (!in_force || line->value.decision != in_force) {
        return refuse("Xếp loại của Nhà nước đối với " + opened.person.str() +
                          " đã thay đổi sau khi bàn giao; phải bàn giao nội dung điều chỉnh trước.",
                      "The state's level of " + opened.person.str() +
                          " changed after it was handed over; the correction comes first.");
    }
    return rated(line->value.level);
}

namespace {

// A fact the rulebook declares; it was checked to be one of the party track when the dossier was opened.
law::FactIndex fact(const law::Rulebook& rulebook, std::string_view name) {
    return rulebook.fact(name).value();
}

void give_grade(law::FactSheet& sheet, std::string_view name, const std::optional<RatedLevel>& level) {
    const auto index = fact(sheet.rulebook(), name);
    if (level)
        sheet.give(index, static_cast<std::int64_t>(*level));
    else
        sheet.give_unknown(index);
}

law::FactSheet sheet_of(const PartyFacts& facts, const law::Rulebook& rulebook, int year) {
    law::FactSheet sheet(rulebook, rulebook.column("PARTY_MEMBER", facts.leader).value(), year);
    const auto give = [&](std::string_view name, std::int64_t value) { sheet.give(fact(rulebook, name), value); };
    std::vector<law::FactSheet::Item> items;
    for (const auto& criterion : facts.criteria) {
        items.push_back({static_cast<law::Grade>(criterion.kind), static_cast<law::Grade>(criterion.basic ? 0 : 1),
                         static_cast<law::Grade>(criterion.grade)});
    }
    sheet.give_items(fact(rulebook, "criteria"), std::move(items));
    give("findings.degradation", facts.findings.degradation);
    give("findings.forbiddenActs", facts.findings.forbidden_acts);
    give("findings.exemplaryDutyBroken", facts.findings.exemplary_duty_broken);
    give("membership.exempt", 0);
    give("membership.suspended", 0);
    give("membership.monthsSinceAdmission", facts.months_since_admission);
    give_grade(sheet, "stateLevel", facts.state_level);
    if (facts.leader) {
        const auto targets = facts.targets.value_or(PartyTargets{});
        give("targets.assigned", targets.assigned);
        give("targets.completed", targets.completed);
        give("targets.mainTargetsMissed", targets.main_targets_missed);
        give("targets.forceMajeure", targets.force_majeure);
        give("findings.unitCorruption", facts.findings.unit_corruption);
        give_grade(sheet, "unitLevel", facts.unit_level);
    }
    for (const auto& one : facts.disciplines) {
        law::DisciplineDecision decision{one.violation, one.act_year, one.kind, one.form, one.effective};
        decision.of = Disciplined::self;
        decision.self_detected_and_remedied = one.self_detected_and_remedied;
        decision.at_other_unit = one.at_other_unit;
        sheet.disciplines.push_back(decision);
    }
    return sheet;
}

std::vector<PartyDiscipline> disciplines_of(const organisation::Person& person, const PartyMemberAppraised& appraisal,
                                            Date day, const std::optional<ViolationId>& annulled) {
    std::vector<PartyDiscipline> list;
    for (const auto& [recorded, known_at] : person.disciplines) {
        if (recorded.effective > day || recorded.violation == annulled) continue;
        PartyDiscipline one{recorded.violation, recorded.act_year, recorded.kind, recorded.form, recorded.effective};
        for (const auto& mitigation : appraisal.mitigations) {
            if (mitigation.violation != recorded.violation) continue;
            one.self_detected_and_remedied = mitigation.self_detected_and_remedied;
            one.at_other_unit = mitigation.at_other_unit;
        }
        list.push_back(one);
    }
    return list;
}

}  // namespace

Result<PartyAssessment> assess(Past& past, const MemberDossier& dossier, std::optional<RatedLevel> state_level,
                               Date day, const std::optional<ViolationId>& annulled) {
    const auto& opened = *dossier.opened;
    if (!dossier.appraisal) {
        return step_order(clause_of(past, opened, About::steps),
                          "Chi ủy chưa thẩm định hồ sơ " + opened.dossier.str() + ".",
                          "The cell committee has not appraised " + opened.dossier.str() + " yet.", "/dossier");
    }
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    past.note(person_stream(opened.person));
    const auto& person = *past.registry().person(opened.person);

    PartyFacts facts;
    facts.leader = opened.post.leader;
    facts.criteria = dossier.appraisal->criteria;
    facts.targets = dossier.appraisal->targets;
    facts.findings = dossier.appraisal->findings;
    facts.months_since_admission = months_between(opened.member_since, day);
    facts.state_level = state_level;
    if (facts.leader) {
        const auto& unit = opened.post.head_of ? *opened.post.head_of : opened.post.unit;
        const auto& collective = past.collective(opened.cycle, unit);
        if (collective.exists()) facts.unit_level = rated(collective.rated->level);
        const auto* headed = past.party_collectives(opened.cycle, opened.committee_unit).headed_by(opened.person);
        if (headed && facts.unit_level && headed->decision)
            facts.unit_level = worse(*facts.unit_level, rated(headed->decision->level));
    }
    facts.disciplines = disciplines_of(person, *dossier.appraisal, day, annulled);
    auto sheet = sheet_of(facts, **rulebook, opened.year);
    auto evaluation = law::evaluate(sheet);
    if (!evaluation) return evaluation.error();
    return PartyAssessment{std::move(facts), std::move(sheet), *std::move(evaluation)};
}

std::vector<Refusal> against_rules(const PartyAssessment& assessment, Level level, bool has_reason) {
    const auto& evaluation = assessment.evaluation;
    std::vector<Refusal> found;
    const auto add = [&](std::string type, std::string field, std::string_view clause, std::string vi, std::string en) {
        found.push_back({std::move(type), std::move(field), std::string(clause), std::move(vi), std::move(en), {}});
    };
    const auto clause_of = [&](RuleStage stage) {
        return assessment.sheet.rulebook().first(stage, assessment.sheet.column()).citation.str();
    };
    const auto about = [&](About what) { return clause_in(assessment.sheet.rulebook(), what); };
    const auto need_reason = [&](std::string vi, std::string en) {
        if (!has_reason) add("reason-required", "/reason", about(About::steps), std::move(vi), std::move(en));
    };
    switch (evaluation.outcome) {
        case RuleOutcome::not_rated:
            add("not-eligible", "/level", clause_of(RuleStage::eligibility),
                "Đảng viên này không thuộc đối tượng xếp loại của năm.", "This member is not rated this year.");
            break;
        case RuleOutcome::blocked:
            if (evaluation.reason == RuleReason::state_not_rated) {
                add("step-order", "/level", about(About::state_before_party), "Nhà nước chưa xếp loại người này.",
                    "The state has not rated this person yet.");
            } else {
                add("collective-not-rated", "/level", about(About::steps),
                    "Cơ quan, đơn vị phụ trách chưa được xếp loại; xếp loại đơn vị trước người lãnh đạo.",
                    "The unit led has no level yet; units are rated before those who lead them.");
            }
            break;
        case RuleOutcome::undecided:
            if (std::find(evaluation.allowed_levels.begin(), evaluation.allowed_levels.end(), level) ==
                evaluation.allowed_levels.end()) {
                add("level-not-allowed", "/level", about(About::steps),
                    "Mức này không thuộc các mức được chọn khi tiêu chí bỏ ngỏ.",
                    "This level is none of those to choose from where the criteria leave it open.");
            }
            need_reason("Không có mức nào suy ra được từ tiêu chí; phải nêu lý do.",
                        "No level follows from the criteria; state why.");
            break;
        case RuleOutcome::rated: {
            const auto rule = evaluation.level.value();
            if (level < rule) {
                const bool forced = rule == Level::not_completed;
                add(forced && !law::violations_that_count(assessment.sheet).empty() ? "discipline-forces-level"
                                                                                    : "level-not-allowed",
                    "/level", forced ? clause_of(RuleStage::not_completed) : about(About::levels),
                    "Mức theo tiêu chí là \"" + std::string(vietnamese(rule)) + "\"; không được xếp cao hơn.",
                    "The criteria give \"" + std::string(english(rule)) + "\"; no better level may be given.");
            } else if (level != rule) {
                need_reason("Mức được chọn thấp hơn mức theo tiêu chí \"" + std::string(vietnamese(rule)) +
                                "\" nên phải nêu lý do.",
                            "The level is below the one the criteria give; state why.");
            }
            break;
        }
    }
    return found;
}

PartyRatingDecided decided(const MemberDossier& dossier, const std::optional<PartyAssessment>& assessment, Level level,
                           const std::optional<Text>& reason, const PartyPaper& paper) {
    PartyRatingDecided event;
    event.dossier = dossier.opened->dossier;
    event.person = dossier.opened->person;
    event.level = level;
    event.proposed = dossier.proposal;
    event.reason = reason;
    event.paper = paper;
    if (!assessment) {
        event.evaluation.rulebook = dossier.opened->rulebook;
        event.evaluation.rulebook_hash = dossier.opened->rulebook_hash;
        event.evaluation.outcome = RuleOutcome::undecided;
        return event;
    }
    event.facts = assessment->facts;
    event.evaluation = assessment->evaluation;
    for (const auto& [code, year] : law::signals(assessment->sheet, assessment->evaluation)) {
        if (code == law::SignalCode::state_level_not_excellent && level != Level::excellent) continue;
        event.signals.push_back({static_cast<PartySignalCode>(code), year});
    }
    if (level == Level::not_completed) event.violations_counted = law::violations_that_count(assessment->sheet);
    return event;
}

std::optional<Refusal> headed_not_rated(Past& past, const MemberDossier& dossier) {
    const auto& opened = *dossier.opened;
    const auto* headed = past.party_collectives(opened.cycle, opened.committee_unit).headed_by(opened.person);
    if (!headed || headed->decision) return std::nullopt;
    return Refusal{"collective-not-rated",
                   "/dossier",
                   clause_of(past, opened, About::steps),
                   headed->opened.name.str() + " chưa được xếp loại; xếp loại tập thể trước người đứng đầu.",
                   "The organisation " + headed->opened.organisation.str() +
                       " has no level yet; it is rated before the one who heads it.",
                   {}};
}

void count_for_quota(PartyQuotaStanding& standing, SettledCounts& counts, const std::optional<Level>& decided,
                     const std::optional<Level>& proposed) {
    if (decided == Level::excellent) ++standing.excellent;
    if (const auto level = decided ? decided : proposed) ++counter_of(counts, *level);
}

void settle_quota(PartyQuotaStanding& standing, const SettledCounts& counts, const law::Rulebook& rulebook) {
    standing.base = counts.excellent + counts.good;
    standing.excellent_max = static_cast<int>(law::excellent_max(counts, rulebook.quota()));
}

std::optional<Refusal> above_quota(const PartyQuotaStanding& standing, const law::Rulebook& rulebook,
                                   const std::string& whom_vi, const std::string& whom_en) {
    if (standing.excellent <= standing.excellent_max) return std::nullopt;
    const auto base = std::to_string(standing.base), most = std::to_string(standing.excellent_max),
               used = std::to_string(standing.excellent);
    return Refusal{
        "quota-exceeded",
        "/level",
        rulebook.quota_clause().citation.str(),
        "Nhóm có " + base + " " + whom_vi + " được xếp loại tốt trở lên nên tối đa " + most +
            " xuất sắc; kể cả quyết định này có " + used + ".",
        "Of " + base + " " + whom_en + " at most " + most + " are excellent; with this decision " + used + " are.",
        {}};
}

void check_ballot(organisation::Problems& problems, const BallotCounts& ballot, Date today) {
    check_paper(problems, ballot.minutes, today, "/minutes");
    problems.require(ballot.held_on <= today, "/heldOn", "Ngày bỏ phiếu không được sau ngày hôm nay.",
                     "The ballot is in the future.");
    std::int64_t sum = 0;
    bool negative = false;
    for (const int count : ballot.counted) {
        negative = negative || count < 0;
        sum += count;
    }
    if (negative || sum != ballot.present) {
        problems.add(organisation::inconsistent(
            "/present",
            "Tổng số phiếu các mức, phiếu không hợp lệ và phiếu không thu về (" + std::to_string(sum) +
                ") phải bằng số phiếu phát ra (" + std::to_string(ballot.present) + ").",
            "Votes, invalid ballots and those not returned (" + std::to_string(sum) + ") add up to those given out (" +
                std::to_string(ballot.present) + ")."));
    }
    if (ballot.present < kBallotsMin) {
        auto refusal = invalid_field(
            "/present", "Dưới " + std::to_string(kBallotsMin) + " phiếu thì kết quả cho biết ai bỏ phiếu thế nào.",
            "Of fewer than " + std::to_string(kBallotsMin) + " ballots the count tells who voted how.");
        refusal.clause = kInternalRule;
        problems.add(std::move(refusal));
    }
}

void check_criteria(organisation::Problems& problems, const std::vector<PartyCriterion>& criteria) {
    std::set<Label> names;
    for (const auto kind : {CriterionKind::general, CriterionKind::result}) {
        const bool there =
            std::any_of(criteria.begin(), criteria.end(), [&](const auto& one) { return one.kind == kind; });
        problems.require(there, "/criteria", "Phải có cả tiêu chí chung và tiêu chí kết quả thực hiện nhiệm vụ.",
                         "There are general criteria and criteria of results.");
    }
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const auto field = "/criteria/" + std::to_string(i) + "/name";
        problems.require(!criteria[i].name.empty(), field, "Phải nêu tên tiêu chí.", "Name the criterion.");
        problems.require(names.insert(criteria[i].name).second, field, "Tiêu chí bị lặp lại.",
                         "The criterion is named twice.");
    }
}

void check_targets(organisation::Problems& problems, const PartyTargets& targets) {
    problems.require(targets.assigned > 0, "/targets/assigned", "Phải có chỉ tiêu được giao.",
                     "Some targets were assigned.");
    problems.require(targets.completed >= 0 && targets.completed <= targets.assigned, "/targets/completed",
                     "Số chỉ tiêu hoàn thành phải từ 0 đến số được giao.",
                     "Between none and all of the targets are completed.");
}

}  // namespace minhbach::services::party
