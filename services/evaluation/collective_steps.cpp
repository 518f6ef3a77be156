#include "services/evaluation/collective_steps.hpp"

#include <algorithm>
#include <set>

#include "events/codec/json.hpp"
#include "services/evaluation/collective_quota.hpp"

namespace minhbach::services::evaluation {
namespace {

constexpr std::size_t kCriteriaMax = 100;
constexpr std::size_t kCollectiveDisciplinesMax = 500;
constexpr std::size_t kAskedMax = 50;

std::string at_index(std::string_view list, std::size_t i, std::string_view member = "") {
    return "/" + std::string(list) + "/" + std::to_string(i) + std::string(member);
}

Refusal against_order(std::string clause, std::string field, std::string vi, std::string en) {
    return {"step-order", std::move(field), std::move(clause), std::move(vi), std::move(en), {}};
}

void require_document(Past& past, const DocumentId& id, std::string field, std::vector<Refusal>& wrong) {
    if (auto document = find_document(past, id, std::move(field)); !document) wrong.push_back(document.error());
}

// The conclusion of an inspection that came after everything that is open against the collective.
void check_inspection(Past& past, const CycleId& cycle, const Collective& collective, const DocumentId& id,
                      std::vector<Refusal>& wrong, std::vector<Refusal>& broken) {
    const auto document = find_document(past, id, "/inspection");
    if (!document) return wrong.push_back(document.error());
    const auto& registered = (*document)->registered;
    if (registered.kind != DocumentKind::conclusion)
        wrong.push_back(invalid_field("/inspection", "Văn bản phải là kết luận (CONCLUSION) của việc kiểm tra.",
                                      "The document is the CONCLUSION of an inspection."));
    for (const auto& [concern, raised_on] : collective.open_concerns) {
        if (registered.date >= raised_on) continue;
        broken.push_back({"inspection-first",
                          "/inspection",
                          collective_clause(past, cycle, ProcedureStep::decision),
                          "Kết luận kiểm tra ngày " + registered.date.vietnamese() + " có trước vụ việc " +
                              concern.str() + " (" + raised_on.vietnamese() + ").",
                          "The inspection of " + registered.date.iso() + " came before concern " + concern.str() +
                              " of " + raised_on.iso() + ".",
                          {}});
    }
}

void check_criteria(const std::vector<GradedCriterion>& criteria, const std::string& clause,
                    std::vector<Refusal>& wrong, std::vector<Refusal>& broken) {
    std::set<CriterionId> seen;
    std::set<CriterionKind> kinds;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const auto& one = criteria[i];
        kinds.insert(one.kind);
        if (one.criterion.empty() || one.name.empty() || !seen.insert(one.criterion).second)
            wrong.push_back(invalid_field(at_index("criteria", i, "/criterion"),
                                          "Mỗi tiêu chí có mã không trùng và có tên.",
                                          "A criterion has an id of its own and a name."));
        const bool product = one.kind == CriterionKind::result && one.grade == CriterionGrade::excellent;
        if ((product || one.grade == CriterionGrade::poor) && !one.ground)
            broken.push_back(
                {"reason-required",
                 at_index("criteria", i, "/ground"),
                 clause,
                 product ? "Kết quả \"Xuất sắc\" phải nêu sản phẩm cụ thể." : "Cấp độ \"Kém\" phải nêu lý do.",
                 product ? "An excellent result names its concrete product." : "POOR needs its ground.",
                 {}});
    }
    if (kinds.size() < 2 || criteria.size() > kCriteriaMax)
        wrong.push_back(
            invalid_field("/criteria",
                          "Phải chấm cả tiêu chí chung (GENERAL) và tiêu chí kết quả (RESULT), tối đa " +
                              std::to_string(kCriteriaMax) + " tiêu chí.",
                          "Grade general criteria and result criteria, at most " + std::to_string(kCriteriaMax) + "."));
}

// What is recorded about those who lead the unit cannot be left out of the appraisal of the leading body.
void check_members(Past& past, const AppraiseCollective& command, int year, Date day, std::vector<Refusal>& broken) {
    if (command.kind != CollectiveKind::leadership_collective) return;
    const auto& registry = past.registry();
    for (const auto& code : registry.people_in(command.unit, day)) {
        past.note(person_stream(code));
        const auto& person = *registry.person(code);
        if (!person.main_post_at(day)->leader) continue;
        for (const auto& [recorded, known_at] : person.disciplines) {
            const auto is_it = [&](const auto& one) { return one.violation == recorded.violation; };
            if (recorded.effective.year() != year) continue;
            if (std::any_of(command.disciplines.begin(), command.disciplines.end(), is_it)) continue;
            broken.push_back({"facts-inconsistent",
                              "/disciplines",
                              collective_clause(past, command.cycle, law::Principle::levels),
                              "Chưa nêu việc kỷ luật thành viên " + code.str() + " (vi phạm " +
                                  recorded.violation.str() + ") trong năm.",
                              "The discipline of member " + code.str() + " (violation " + recorded.violation.str() +
                                  ") in the year is left out.",
                              {}});
        }
    }
}

void check_named(Past& past, const AppraiseCollective& command, std::vector<Refusal>& wrong) {
    require_document(past, command.document, "/document", wrong);
    if (command.disunity) require_document(past, *command.disunity, "/disunity", wrong);
    if (command.degradation) require_document(past, *command.degradation, "/degradation", wrong);
    if (command.targets) require_document(past, command.targets->signed_list, "/targets/signedList", wrong);
    if (command.disciplines.size() > kCollectiveDisciplinesMax || command.opinions.size() > kAskedMax)
        wrong.push_back(
            invalid_field("", "Danh sách kỷ luật hoặc ý kiến quá dài.", "Too many disciplines or opinions."));
    for (std::size_t i = 0; i < command.disciplines.size(); ++i) {
        const auto& one = command.disciplines[i];
        require_document(past, one.document, at_index("disciplines", i, "/document"), wrong);
        if (one.unit && !past.registry().unit(*one.unit))
            wrong.push_back(
                invalid_field(at_index("disciplines", i, "/unit"), "Không có đơn vị này.", "No such unit."));
    }
    for (std::size_t i = 0; i < command.opinions.size(); ++i)
        if (command.opinions[i].source.empty() || command.opinions[i].text.empty())
            wrong.push_back(invalid_field(at_index("opinions", i), "Ý kiến phải có nguồn và nội dung.",
                                          "An opinion has a source and a text."));
    if (command.synthesis.empty())
        wrong.push_back(invalid_field("/synthesis", "Phải ghi tổng hợp thẩm định.", "The synthesis is missing."));
}

template <class E>
law::Grade place_of(const law::ItemMember& member, E value) {
    const auto name = json::enum_name(value);
    const auto found = std::find(member.grades.begin(), member.grades.end(), name);
    return found == member.grades.end() ? law::kNoGrade : static_cast<law::Grade>(found - member.grades.begin());
}

law::FactSheet::Item item_of(const law::Fact& fact, const GradedCriterion& criterion) {
    law::FactSheet::Item item;
    for (const auto& member : fact.members) {
        if (member.name == "kind")
            item.push_back(place_of(member, criterion.kind));
        else if (member.name == "grade")
            item.push_back(place_of(member, criterion.grade));
        else
            item.push_back(member.name == "basic" && criterion.basic ? 0 : 1);
    }
    return item;
}

}  // namespace

void against_evaluation(const RuleEvaluation& evaluation, Level level, bool has_reason, std::string_view level_field,
                        std::string_view reason_field, std::vector<Refusal>& broken) {
    if (evaluation.outcome == RuleOutcome::rated && evaluation.level == level) return;
    const auto& allowed = evaluation.allowed_levels;
    const auto rules = law::find_rulebook(evaluation.rulebook, evaluation.rulebook_hash);
    const auto clause = rules ? clause_of(**rules, law::Principle::levels) : std::string(kInternalRule);
    if (evaluation.outcome == RuleOutcome::undecided &&
        std::find(allowed.begin(), allowed.end(), level) == allowed.end()) {
        broken.push_back({"level-not-allowed",
                          std::string(level_field),
                          clause,
                          "Không có mức nào suy ra được từ tiêu chí; mức này không thuộc các mức được chọn.",
                          "No level follows from the criteria, and this is not one of those that may be chosen.",
                          {}});
    }
    if (has_reason) return;
    const auto rule = evaluation.level ? std::string(vietnamese(*evaluation.level)) : std::string("chưa xác định");
    const auto rule_en = evaluation.level ? std::string(english(*evaluation.level)) : std::string("undecided");
    broken.push_back({"reason-required",
                      std::string(reason_field),
                      clause,
                      "Mức này khác mức theo quy định (" + rule + ") nên phải nêu lý do.",
                      "The level is not what the rules say (" + rule_en + "): state why.",
                      {}});
}

std::optional<Refusal> about_own_unit(Past& past, const Entry& entry, const CycleId& cycle, const UnitCode& unit) {
    const auto* person = past.registry().person(entry.authority().actor);
    if (!person) return std::nullopt;
    const auto posts = person->posts_at(entry.day());
    if (std::none_of(posts.begin(), posts.end(),
                     [&](const Post* post) { return post->head_of == unit || (post->leader && post->unit == unit); }))
        return std::nullopt;
    return Refusal{"self-decision",
                   "",
                   collective_clause(past, cycle, law::Principle::competence),
                   "Người lãnh đạo đơn vị không tự xếp loại đơn vị mình; việc này thuộc cấp trên trực tiếp.",
                   "Whoever leads a unit does not rate it; the level above does.",
                   {}};
}

const law::Rulebook& rules_of_collectives(Past& past, const CycleId& cycle) {
    const auto& newest = law::rulebook_with(ProcedureStep::self_rating, past.registry().cycle(cycle)->opened.year);
    // As everything else that goes by a rulebook: by the one the past has under that id and hash.
    return *past.rulebook(newest.id(), newest.hash()).value();
}

std::string collective_clause(Past& past, const CycleId& cycle, ProcedureStep step) {
    const auto& rules = rules_of_collectives(past, cycle);
    const law::Who organisation{rules.column("ORGANISATION", false).value_or(0), law::Position::other};
    const auto* rule = rules.procedure().step(step, organisation);
    return rule ? rule->clause->citation.str() : kInternalRule;
}

std::string collective_clause(Past& past, const CycleId& cycle, law::Principle principle) {
    return clause_of(rules_of_collectives(past, cycle), principle);
}

Result<RuleEvaluation> evaluation_of(const law::Rulebook& rulebook, const CollectiveAppraised& facts, int year) {
    const auto* book = &rulebook;
    law::FactSheet sheet(*book, *book->column(column_of(facts.kind), false), year);
    const auto give = [&](std::string_view name, std::int64_t value) {
        const auto fact = book->fact(name);
        if (fact && book->has(sheet.column(), *fact)) sheet.give(*fact, value);
    };
    if (const auto criteria = book->fact("criteria")) {
        std::vector<law::FactSheet::Item> items;
        for (const auto& one : facts.criteria) items.push_back(item_of(book->facts()[*criteria], one));
        sheet.give_items(*criteria, std::move(items));
    }
    give("targets.assigned", facts.targets.assigned);
    give("targets.completed", facts.targets.completed);
    give("targets.mainTargetsMissed", facts.targets.main_targets_missed ? 1 : 0);
    give("targets.forceMajeure", facts.targets.force_majeure ? 1 : 0);
    give("subordinateUnits", facts.subordinate_units);
    give("findings.disunity", facts.disunity ? 1 : 0);
    give("findings.degradation", facts.degradation ? 1 : 0);
    for (const auto& one : facts.disciplines)
        sheet.disciplines.push_back({one.violation, one.act_year, one.kind, one.form, one.effective_on, std::nullopt,
                                     one.of, one.unit, one.self_detected_and_remedied, one.at_other_unit});
    return law::evaluate(sheet);
}

Decision decide(Past& past, const Acting& acting, const SelfRateCollective& command) {
    std::vector<Refusal> wrong;
    require_cycle_and_unit(past, command.cycle, command.unit, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    auto entry = entry_for(past, acting, command.on_paper, ProcedureStep::self_rating, command.cycle, command.unit);
    if (!entry) return entry.error();
    const auto& collective = past.collective(command.cycle, command.unit);
    if (collective.exists() || collective.appraised)
        return against_order(collective_clause(past, command.cycle, ProcedureStep::self_rating), "/unit",
                             "Tập thể đã được thẩm định hoặc xếp loại; không tự xếp loại nữa.",
                             "The collective is appraised or rated already.");
    require_document(past, command.document, "/document", wrong);
    if (command.ground.empty())
        wrong.push_back(invalid_field("/ground", "Phải nêu căn cứ tự xếp loại.", "The ground is missing."));
    if (!wrong.empty()) return together(std::move(wrong));
    if (auto closed = cycle::closed_for(past, command.cycle, entry->time()))
        if (auto outcome = entry->breach(*std::move(closed)); !outcome) return outcome.error();
    return written(*entry, collective_stream(command.cycle, command.unit),
                   CollectiveSelfRated{command.cycle, command.unit, command.kind, command.level, command.ground,
                                       command.document, entry->paper(), entry->breaches()});
}

Decision decide(Past& past, const Acting& acting, const AppraiseCollective& command) {
    std::vector<Refusal> wrong, broken;
    require_cycle_and_unit(past, command.cycle, command.unit, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::appraisal, command.cycle, command.unit);
    if (!entered) return entered.error();
    auto& entry = *entered;
    const auto& collective = past.collective(command.cycle, command.unit);
    if (collective.exists())
        return against_order(collective_clause(past, command.cycle, ProcedureStep::decision), "/unit",
                             "Tập thể đã được xếp loại trong kỳ.", "The collective has its level.");
    const int year = past.registry().cycle(command.cycle)->opened.year;

    check_criteria(command.criteria, collective_clause(past, command.cycle, law::Principle::levels), wrong, broken);
    check_named(past, command, wrong);
    if (command.inspection) check_inspection(past, command.cycle, collective, *command.inspection, wrong, broken);
    if (collective.appraised) require_reason(command.reason, "/reason", wrong);
    if (!wrong.empty()) return together(std::move(wrong));

    CollectiveAppraised appraised{
        command.cycle,
        command.unit,
        command.kind,
        command.criteria,
        {},
        command.targets.has_value(),
        static_cast<int>(units_to_rate(past, command.cycle, command.unit, entry.day()).size()),
        command.disciplines,
        command.disunity,
        command.degradation,
        command.opinions,
        command.proposed,
        {},
        command.synthesis,
        command.reason,
        command.inspection,
        command.document,
        {},
        {}};
    const auto counted = past.work(year, Owner{std::nullopt, command.unit}).counts();
    appraised.targets = {command.targets ? command.targets->assigned : counted.assigned,
                         command.targets ? command.targets->completed : counted.completed, command.main_targets_missed,
                         command.force_majeure};
    const auto rulebook = rulebook_of_collective(past, collective, command.kind, year);
    if (!rulebook) return rulebook.error();
    auto evaluation = evaluation_of(**rulebook, appraised, year);
    if (!evaluation) return evaluation.error();
    appraised.evaluation = *std::move(evaluation);

    if (auto closed = cycle::closed_for(past, command.cycle, entry.time())) broken.push_back(*std::move(closed));
    if (auto refusal = about_own_unit(past, entry, command.cycle, command.unit)) broken.push_back(*std::move(refusal));
    if (!collective.self_rated)
        broken.push_back(against_order(collective_clause(past, command.cycle, ProcedureStep::self_rating), "/unit",
                                       "Tập thể chưa tự xếp loại nên chưa đến bước thẩm định.",
                                       "The collective has not rated itself yet."));
    else if (collective.self_rated->kind != command.kind)
        broken.push_back({"facts-inconsistent",
                          "/kind",
                          collective_clause(past, command.cycle, ProcedureStep::self_rating),
                          "Tập thể tự xếp loại với tư cách khác.",
                          "The collective rated itself as the other kind.",
                          {}});
    check_members(past, command, year, entry.day(), broken);
    against_evaluation(appraised.evaluation, command.proposed, command.reason.has_value(), "/proposed", "/reason",
                       broken);
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
    appraised.paper = entry.paper();
    appraised.breaches = entry.breaches();
    return written(entry, collective_stream(command.cycle, command.unit), std::move(appraised));
}

Decision decide(Past& past, const Acting& acting, const RaiseConcern& command) {
    std::vector<Refusal> wrong;
    require_cycle_and_unit(past, command.cycle, command.unit, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    Entry entry(past, acting, std::nullopt);
    std::optional<Refusal> refused;
    for (const auto power : {Power::inspect, Power::decide, Power::receive, Power::propose}) {
        const auto outcome = entry.authorise_for_unit(power, command.unit);
        if (outcome) {
            refused.reset();
            break;
        }
        if (!refused) refused = outcome.error();
    }
    if (refused) return *refused;
    if (past.collective(command.cycle, command.unit).concerns.contains(command.concern))
        return Refusal{"already-exists", "/concern", "", "Đã có vụ việc mang mã này.", "There is such a concern.", {}};
    require_document(past, command.document, "/document", wrong);
    if (command.text.empty())
        wrong.push_back(invalid_field("/text", "Phải nêu nội dung vụ việc.", "Say what it is about."));
    if (!wrong.empty()) return together(std::move(wrong));
    return written(entry, collective_stream(command.cycle, command.unit),
                   CollectiveConcernRaised{command.cycle, command.unit, command.concern, command.kind, command.text,
                                           command.document});
}

void check_steps(Past& past, const RateCollective& command, std::vector<Refusal>& wrong, std::vector<Refusal>& broken) {
    const auto& collective = past.collective(command.cycle, command.unit);
    if (command.inspection) check_inspection(past, command.cycle, collective, *command.inspection, wrong, broken);
    if (!command.level) return;
    if (!collective.open_concerns.empty() && !command.inspection) {
        std::string open;
        for (const auto& [concern, on] : collective.open_concerns) open += (open.empty() ? "" : ", ") + concern.str();
        broken.push_back({"inspection-first",
                          "/inspection",
                          collective_clause(past, command.cycle, ProcedureStep::decision),
                          "Còn đơn thư, dấu hiệu vi phạm hoặc mất đoàn kết chưa có kết luận kiểm tra: " + open + ".",
                          "Complaints, signs of violation or of disunity wait for an inspection: " + open + ".",
                          {}});
    }
    const int year = past.registry().cycle(command.cycle)->opened.year;
    const bool in_steps = rulebook_of_collectives(past, CollectiveKind::organisation_unit, year) != nullptr;
    if (in_steps && !collective.self_rated && !collective.appraised)
        broken.push_back(against_order(collective_clause(past, command.cycle, ProcedureStep::self_rating), "/unit",
                                       "Tập thể chưa tự xếp loại và chưa được thẩm định, đề xuất.",
                                       "The collective has neither rated itself nor been appraised."));
    if (collective.self_rated && !collective.appraised)
        broken.push_back(
            against_order(collective_clause(past, command.cycle, ProcedureStep::appraisal), "/unit",
                          "Tập thể đã tự xếp loại nhưng chưa được thẩm định, đề xuất.",
                          "The collective rated itself; appraisal and proposal come before the decision."));
    if (collective.appraised)
        against_evaluation(collective.appraised->evaluation, *command.level, command.departure.has_value(), "/level",
                           "/departure", broken);
}

CollectiveRated resting_on(const Collective& collective, CollectiveRated rated) {
    if (!collective.appraised) return rated;
    rated.appraisal = collective.appraisal;
    rated.proposed = collective.appraised->proposed;
    rated.evaluation = collective.appraised->evaluation;
    return rated;
}

}  // namespace minhbach::services::evaluation
