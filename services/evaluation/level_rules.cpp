#include <algorithm>
#include <cstdlib>

#include "events/codec/json.hpp"
#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

std::string quoted(std::string_view level) {
    return "\"" + std::string(level) + "\"";
}

RuleStage stage_of(Level level) {
    switch (level) {
        case Level::excellent:
            return RuleStage::excellent;
        case Level::good:
            return RuleStage::good;
        case Level::completed:
            return RuleStage::completed;
        case Level::not_completed:
            return RuleStage::not_completed;
    }
    std::abort();
}

// The first line of the table that keeps the person from `level`: excellent asks all that good asks, good all that
// completed asks (reading F2).
const RuleTraceEntry* obstacle(const RuleEvaluation& evaluation, Level level) {
    const bool grounds = std::none_of(evaluation.trace.begin(), evaluation.trace.end(), [](const auto& entry) {
        return entry.stage == RuleStage::completed || entry.stage == RuleStage::good;
    });
    for (const auto& entry : evaluation.trace) {
        const bool asked = entry.stage >= stage_of(level) && entry.stage <= RuleStage::completed;
        if (grounds ? entry.stage == RuleStage::not_completed && entry.held : asked && !entry.held) return &entry;
    }
    return nullptr;
}

class Objections {
public:
    Objections(const Assessment& assessment, const law::Rulebook& rulebook)
        : assessment_(assessment), evaluation_(assessment.evaluation), rulebook_(rulebook) {}

    std::vector<Refusal> found;

    void better_than(Level rule, Level level) {
        const auto capped_by = [&](RuleCap cap) {
            return std::find(evaluation_.caps.begin(), evaluation_.caps.end(), cap) != evaluation_.caps.end();
        };
        const auto most_vi = "Theo quy định, mức xếp loại cao nhất là " + quoted(vietnamese(rule));
        const auto most_en = "By the rules the level is at most " + quoted(english(rule));
        if (rule == Level::not_completed && !law::violations_that_count(assessment_.facts, rulebook_).empty()) {
            add("discipline-forces-level", rulebook_.disciplines()->in_year->citation.str(),
                "Người bị kỷ luật trong năm đánh giá được xếp loại \"Không hoàn thành nhiệm vụ\"; hãy chọn mức này.",
                "A person disciplined in the rating year is rated \"Non-completion of tasks\"; choose that level.");
        } else if (capped_by(RuleCap::unit_level)) {
            above_unit();
        } else if (capped_by(RuleCap::absence_3_to_under_6_months)) {
            add("level-not-allowed", rulebook_.first(RuleStage::absence).citation.str(),
                most_vi + " do nghỉ từ 3 tháng đến dưới 6 tháng trong năm.",
                most_en + " because of an absence of 3 to under 6 months.");
        } else if (const auto* entry = obstacle(evaluation_, level)) {
            const auto ground = entry->stage == RuleStage::not_completed;
            add("level-not-allowed", entry->citation.str(),
                most_vi + (ground ? "; căn cứ: " : "; chưa đạt yêu cầu: ") + entry->requirement.str() + ".",
                most_en + (ground ? "; ground: " : "; not met: ") + in_english(*entry) + ".");
        } else {
            add("level-not-allowed", clause_of(rulebook_, law::Principle::judging), most_vi + ".", most_en + ".");
        }
    }

    void not_among_allowed() {
        const auto& unit = assessment_.facts.unit_level;
        if (unit && law::level_of(*unit) == Level::not_completed) return above_unit();
        std::string vi, en;
        for (const auto allowed : evaluation_.allowed_levels) {
            vi += (vi.empty() ? "" : " hoặc ") + quoted(vietnamese(allowed));
            en += (en.empty() ? "" : " or ") + quoted(english(allowed));
        }
        add("level-not-allowed", obstacle_citation(),
            "Không có mức nào suy ra được từ tiêu chí; chỉ được chọn " + vi + " và phải nêu lý do.",
            "No level follows from the criteria; choose " + en + " and state the reason.");
    }

    void add(std::string type, std::string clause, std::string vi, std::string en, std::string field = "/level") {
        found.push_back({std::move(type), std::move(field), std::move(clause), std::move(vi), std::move(en), {}});
    }

    std::string obstacle_citation() const {
        const auto* entry = obstacle(evaluation_, Level::completed);
        return entry ? entry->citation.str() : clause_of(rulebook_, law::Principle::judging);
    }

    std::string unit_clause() const { return unit_cap(rulebook_, assessment_.facts.subject).citation.str(); }

private:
    // A trace keeps what is asked in Vietnamese; several clauses of one number ask different things.
    std::string in_english(const RuleTraceEntry& entry) const {
        const auto& clauses = rulebook_.clauses();
        const auto same = std::find_if(clauses.begin(), clauses.end(), [&](const law::Clause& clause) {
            return clause.id == entry.clause && clause.requirement.vi == entry.requirement;
        });
        return same == clauses.end() ? entry.requirement.str() : same->requirement.en.str();
    }

    void above_unit() {
        const auto unit = law::level_of(*assessment_.facts.unit_level).value();
        add("above-unit", unit_clause(),
            "Đơn vị phụ trách được xếp loại " + quoted(vietnamese(unit)) + "; không được chọn mức cao hơn.",
            "The unit is rated " + quoted(english(unit)) + "; no higher level may be chosen.");
    }

    const Assessment& assessment_;
    const RuleEvaluation& evaluation_;
    const law::Rulebook& rulebook_;
};

}  // namespace

const law::Clause& unit_cap(const law::Rulebook& rulebook, const law::Subject& subject) {
    const auto column = rulebook.column(json::enum_name(subject.subject_class), subject.leader);
    return rulebook.first(RuleStage::unit_cap, column.value());
}

std::vector<Refusal> against_rules(const Assessment& assessment, const law::Rulebook& rulebook,
                                   std::optional<Level> level, bool has_reason) {
    const auto& evaluation = assessment.evaluation;
    Objections objections(assessment, rulebook);
    const auto reason_required = [&](std::string vi, std::string en) {
        if (!has_reason) {
            objections.add("reason-required", clause_of(rulebook, law::Principle::judging), std::move(vi),
                           std::move(en), "/reason");
        }
    };
    switch (evaluation.outcome) {
        case RuleOutcome::not_rated:
            if (!level) break;
            objections.add(
                "not-eligible", rulebook.first(RuleStage::eligibility).citation.str(),
                "Người này công tác chưa đủ 6 tháng trong năm nên không xếp loại, chỉ kiểm điểm thời gian công tác.",
                "This person worked less than 6 months in the year: no level, only a review of the time worked.");
            break;
        case RuleOutcome::blocked:
            objections.add("collective-not-rated", objections.unit_clause(),
                           "Đơn vị phụ trách hoặc đơn vị quản lý trực tiếp chưa được xếp loại; hãy xếp loại tập thể, "
                           "đơn vị trước.",
                           "The unit led or a unit managed directly has no level yet; rate the collective first.");
            break;
        case RuleOutcome::undecided: {
            const auto& allowed = evaluation.allowed_levels;
            // Reading F9 holds for GAP-9 too: who worked six months is rated, whatever the absence.
            if (!level || std::find(allowed.begin(), allowed.end(), *level) == allowed.end()) {
                objections.not_among_allowed();
            }
            reason_required("Không có mức nào suy ra được từ tiêu chí; cấp có thẩm quyền quyết định và phải nêu lý do.",
                            "No level follows from the criteria; whoever chooses one states why.");
            break;
        }
        case RuleOutcome::rated: {
            const auto rule = evaluation.level.value();
            if (!level) {
                objections.add("level-not-allowed", rulebook.first(RuleStage::eligibility).citation.str(),
                               "Người này đủ điều kiện xếp loại nên phải có mức xếp loại.",
                               "This person is eligible, so a level must be given.");
            } else if (*level < rule) {
                objections.better_than(rule, *level);
            } else if (*level != rule) {
                reason_required(
                    "Mức được chọn thấp hơn mức theo tiêu chí " + quoted(vietnamese(rule)) + " nên phải nêu lý do.",
                    "The level is below the one the criteria give, " + quoted(english(rule)) + ": state why.");
            }
            break;
        }
    }
    return std::move(objections.found);
}

}  // namespace minhbach::services::evaluation
