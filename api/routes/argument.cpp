#include "api/routes/argument.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "events/codec/json.hpp"

namespace minhbach::api::routes {
namespace {

namespace law = services::law;

struct Word {
    std::string_view code, vi, en;
};

// What the rulebooks call their facts.
constexpr auto kFacts = std::to_array<Word>({
    {"general.politics", "chính trị tư tưởng", "political ideology"},
    {"general.ethics", "đạo đức, lối sống", "ethics and way of life"},
    {"general.style", "tác phong, lề lối làm việc", "style of work"},
    {"general.discipline", "ý thức tổ chức kỷ luật", "sense of discipline"},
    {"general.leadership", "năng lực lãnh đạo, quản lý", "leadership"},
    {"criteria.total", "tiêu chí về kết quả", "result criteria"},
    {"criteria.completed", "tiêu chí hoàn thành", "criteria completed"},
    {"criteria.deficient", "tiêu chí chưa bảo đảm", "criteria found wanting"},
    {"effectiveness", "hiệu quả công việc", "effectiveness"},
    {"service.monthsWorked", "tháng công tác", "months worked"},
    {"service.absenceMonths", "tháng nghỉ", "months absent"},
    {"service.maternityMonths", "tháng nghỉ thai sản", "months of maternity leave"},
    {"findings.degradation", "kết luận suy thoái, tự diễn biến, tự chuyển hóa", "a finding of degradation"},
    {"findings.unitCorruptionHandled", "đơn vị có tham nhũng, lãng phí bị xử lý", "corruption in the unit was handled"},
    {"tasks.assigned", "nhiệm vụ được giao", "tasks assigned"},
    {"tasks.completed", "nhiệm vụ hoàn thành", "tasks completed"},
    {"tasks.onTimeWithQuality", "nhiệm vụ đúng tiến độ, bảo đảm chất lượng", "tasks on time with quality"},
    {"tasks.exceeded", "nhiệm vụ vượt mức", "tasks exceeded"},
    {"targets.assigned", "chỉ tiêu, nhiệm vụ được giao", "targets assigned"},
    {"targets.completed", "chỉ tiêu, nhiệm vụ hoàn thành", "targets completed"},
    {"targets.onTimeWithQuality", "chỉ tiêu, nhiệm vụ đúng tiến độ, bảo đảm chất lượng",
     "targets on time with quality"},
    {"targets.exceeded", "chỉ tiêu, nhiệm vụ vượt mức", "targets exceeded"},
    {"managedUnits", "đơn vị quản lý trực tiếp", "units managed directly"},
    {"unitLevel", "mức xếp loại của đơn vị phụ trách", "the level of the unit in charge"},
    {"criteria", "tiêu chí", "criteria"},
    {"targets.mainTargetsMissed", "chỉ tiêu chủ yếu không đạt", "main targets missed"},
    {"targets.forceMajeure", "trường hợp bất khả kháng", "force majeure"},
    {"subordinateUnits", "đơn vị trực thuộc", "subordinate units"},
    {"findings.disunity", "mất đoàn kết nội bộ", "disunity"},
    {"findings.forbiddenActs", "vi phạm điều đảng viên không được làm", "acts forbidden to members"},
    {"findings.exemplaryDutyBroken", "vi phạm trách nhiệm nêu gương", "the duty to set an example broken"},
    {"findings.unitCorruption", "tham nhũng, lãng phí trong đơn vị", "corruption or waste in the unit"},
    {"membership.exempt", "được miễn công tác, sinh hoạt đảng", "exemption from party activity"},
    {"membership.suspended", "bị đình chỉ sinh hoạt đảng", "suspension from party activity"},
    {"membership.monthsSinceAdmission", "tháng kể từ khi kết nạp", "months since admission"},
    {"stateLevel", "mức xếp loại của Nhà nước", "the level by the state"},
    {"criteria kind", "loại", "kind"},
    {"criteria basic", "cơ bản", "basic"},
    {"criteria grade", "mức", "grade"},
});
constexpr auto kGrades = std::to_array<Word>({
    {"WELL", "thực hiện tốt", "done well"},
    {"MET", "đáp ứng", "met"},
    {"NOT_MET", "chưa đáp ứng", "not met"},
    {"HIGH", "cao", "high"},
    {"LOW", "thấp", "low"},
    {"EXCELLENT", "hoàn thành xuất sắc", "excellent"},
    {"GOOD", "hoàn thành tốt", "good"},
    {"COMPLETED", "hoàn thành", "completed"},
    {"NOT_COMPLETED", "không hoàn thành", "not completed"},
    {"NOT_APPLICABLE", "không xếp loại", "not rated"},
    {"AVERAGE", "trung bình", "average"},
    {"POOR", "kém", "poor"},
    {"GENERAL", "chung", "general"},
    {"RESULT", "về kết quả", "on results"},
});

template <std::size_t N>
TwoTexts found_in(const std::array<Word, N>& words, std::string_view code) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.code == code; });
    if (found == words.end()) return {std::string(code), std::string(code)};
    return {std::string(found->vi), std::string(found->en)};
}

template <std::size_t N>
bool is_in(const std::array<Word, N>& words, std::string_view code) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.code == code; });
}

TwoTexts both(const TwoTexts& left, std::string_view vi, std::string_view en) {
    return {left.vi + std::string(vi), left.en + std::string(en)};
}
TwoTexts both(const TwoTexts& left, const TwoTexts& right) {
    return both(left, right.vi, right.en);
}

// "46,15" and "46.15": hundredths, cut and never rounded up, so that 49,99% is not told as 50%.
std::string percent(std::int64_t part, std::int64_t whole, char point) {
    const auto hundredths = part * 10'000 / whole;
    auto text = std::to_string(hundredths / 100);
    if (hundredths % 100 == 0) return text;
    const auto rest = std::to_string(hundredths % 100);
    return text + point + std::string(2 - rest.size(), '0') + rest;
}

TwoTexts asked_at(law::Comparison is) {
    switch (is) {
        case law::Comparison::at_least:
            return {"ít nhất ", "at least "};
        case law::Comparison::at_most:
            return {"không quá ", "at most "};
        case law::Comparison::more_than:
            return {"trên ", "more than "};
        case law::Comparison::less_than:
            return {"dưới ", "less than "};
        case law::Comparison::equal:
            return {"đúng ", "exactly "};
    }
    std::abort();
}

// The predicates of a rulebook in words, on the facts of one sheet.
class Teller {
public:
    explicit Teller(const law::FactSheet& sheet) : sheet_(sheet) {}

    TwoTexts tell(const law::Predicate& predicate) const {
        return std::visit([this](const auto& test) { return told(test); }, predicate.test);
    }

private:
    TwoTexts name(law::FactIndex fact) const { return found_in(kFacts, sheet_.rulebook().facts()[fact].name); }
    TwoTexts grade(law::FactIndex fact, law::Grade place) const {
        if (place == law::kNoGrade) return {"chưa có", "not known"};
        return found_in(kGrades, sheet_.rulebook().facts()[fact].grades[static_cast<std::size_t>(place)]);
    }
    std::int64_t count(const law::Term& term) const { return law::value(term, sheet_); }

    // "nhiệm vụ vượt mức: 6"
    TwoTexts term(const law::Term& term) const {
        const auto number = std::to_string(count(term));
        if (term.kind == law::Term::Kind::number) return {number, number};
        if (term.kind == law::Term::Kind::disciplines)
            return {"hành vi vi phạm bị xử lý kỷ luật: " + number, "violations disciplined: " + number};
        TwoTexts names;
        for (const auto fact : term.facts) {
            if (!names.vi.empty()) names = both(names, " cộng ", " and ");
            names = both(names, name(fact));
        }
        if (term.at_least != law::kNoGrade && !term.facts.empty()) {
            const auto level = grade(term.facts.front(), term.at_least);
            names = both(names, " từ mức " + level.vi + " trở lên", " rated " + level.en + " or better");
        }
        for (const auto& test : term.where) names = both(names, where(term.facts.front(), test));
        if (term.known) names = both(names, " đã xếp loại", " that are rated");
        return both(names, ": " + number, ": " + number);
    }

    // " cơ bản", " mức tốt trở lên"
    TwoTexts where(law::FactIndex fact, const law::ItemTest& test) const {
        const auto& of = sheet_.rulebook().facts()[fact];
        const auto& member = of.members[test.member];
        auto said = found_in(kFacts, of.name + " " + member.name);
        said = {" " + said.vi, " " + said.en};
        if (member.grades.empty()) return said;
        const auto is = found_in(kGrades, member.grades[static_cast<std::size_t>(test.grade)]);
        said = both(said, " " + is.vi, " " + is.en);
        return test.or_better ? both(said, " trở lên", " or better") : said;
    }

    TwoTexts told(const law::Share& share) const {
        const auto part = count(share.part), whole = count(share.whole);
        const auto asked =
            both(asked_at(share.is), std::to_string(share.percent) + "%", std::to_string(share.percent) + "%");
        auto said = both(term(share.part), " trên ", " of ");
        said = both(said, term(share.whole));
        if (whole > 0)
            said = both(said, ", bằng " + percent(part, whole, ',') + "%",
                        ", which is " + percent(part, whole, '.') + "%");
        return both(said, "; yêu cầu " + asked.vi, "; asked is " + asked.en);
    }
    TwoTexts told(const law::Compare& compare) const {
        const auto asked = asked_at(compare.is);
        const auto right = term(compare.right);
        return both(term(compare.left), "; yêu cầu " + asked.vi + right.vi, "; asked is " + asked.en + right.en);
    }
    TwoTexts told(const law::Graded& graded) const {
        TwoTexts said;
        for (const auto fact : graded.facts) {
            if (!said.vi.empty()) said = both(said, ", ", ", ");
            const auto one = grade(fact, sheet_.grade(fact));
            said = both(said, name(fact).vi + " " + one.vi, name(fact).en + " " + one.en);
        }
        const auto asked = grade(graded.facts.front(), graded.at_least);
        return both(said, "; yêu cầu từ \"" + asked.vi + "\" trở lên", "; asked is \"" + asked.en + "\" or better");
    }
    TwoTexts told(const law::Is& is) const {
        const auto one = grade(is.fact, sheet_.grade(is.fact));
        return {name(is.fact).vi + " là " + one.vi, name(is.fact).en + " is " + one.en};
    }
    TwoTexts told(const law::Flag& flag) const {
        const bool set = sheet_.flag(flag.fact);
        return {(set ? "có " : "không có ") + name(flag.fact).vi,
                (set ? "there is: " : "there is not: ") + name(flag.fact).en};
    }
    TwoTexts told(const law::Known& known) const {
        const auto one = grade(known.fact, sheet_.grade(known.fact));
        return {name(known.fact).vi + ": " + one.vi, name(known.fact).en + ": " + one.en};
    }
    TwoTexts told(const law::All& all) const { return joined(all.parts, "; và ", "; and "); }
    TwoTexts told(const law::Any& any) const { return joined(any.parts, "; hoặc ", "; or "); }
    TwoTexts told(const law::None& none) const {
        const auto parts = joined(none.parts, "; hoặc ", "; or ");
        return {"không được có: " + parts.vi, "none of: " + parts.en};
    }
    TwoTexts joined(const std::vector<law::Predicate>& parts, std::string_view vi, std::string_view en) const {
        TwoTexts said;
        for (const auto& part : parts) {
            if (!said.vi.empty()) said = both(said, vi, en);
            said = both(said, tell(part));
        }
        return said;
    }

    const law::FactSheet& sheet_;
};

// "điểm a khoản 1 Điều 11" is "point a, clause 1, Article 11"; the names of laws and decrees stay as they are cited.
std::string english_citation(std::string text) {
    constexpr auto kPlaces = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"điểm ", "point "},
         {" khoản ", ", clause "},
         {"khoản ", "clause "},
         {" Điều ", ", Article "},
         {"Điều ", "Article "},
         {"Nghị định số ", "of Decree "},
         {"được sửa đổi, bổ sung bởi ", "as amended by "},
         {"Nghị định ", "Decree "},
         {"Luật Viên chức số ", "of the Law on Public Employees "},
         {"Luật Cán bộ, công chức số ", "of the Law on Cadres and Civil Servants "},
         {"Luật số ", "Law "}});
    for (const auto& [vi, en] : kPlaces)
        for (auto at = text.find(vi); at != std::string::npos; at = text.find(vi, at + en.size()))
            text.replace(at, vi.size(), en);
    // Only the decree that is cited belongs to the place; the one in brackets stands alone.
    for (auto at = text.find("by of Decree"); at != std::string::npos; at = text.find("by of Decree"))
        text.replace(at, 12, "by Decree");
    return text;
}

class Arguing final : public law::Trace {
public:
    Arguing(const law::FactSheet& sheet, const law::Tightening* layers)
        : teller_(sheet), sheet_(sheet), layers_(layers) {}

    void tested(RuleStage stage, const law::Clause& clause, std::string_view compared, bool held,
                const law::written::Words* note) override {
        ArguedClause one;
        one.stage = stage;
        one.clause = clause.id;
        one.citation = {clause.citation.str(), english_citation(clause.citation.str())};
        one.requirement = {clause.requirement.vi.str(), clause.requirement.en.str()};
        one.compared = compared;
        one.held = held;
        const auto* layer = layers_ == nullptr ? nullptr : layers_->of(clause);
        if (note != nullptr) one.note = {note->vi.str(), note->en.str()};
        const auto facts = facts_of(clause, layer, compared);
        const auto end = verdict(stage, held);
        one.said = {one.requirement.vi + " (" + one.citation.vi + "): " + facts.vi + " – " + end.vi + ".",
                    one.requirement.en + " (" + one.citation.en + "): " + facts.en + " – " + end.en + "."};
        if (one.note) one.said = both(one.said, " " + one.note->vi + ".", " " + one.note->en + ".");
        clauses.push_back(std::move(one));
    }

    std::vector<ArguedClause> clauses;

private:
    // In words where the predicate itself was compared; decisions on discipline are told as they are.
    TwoTexts facts_of(const law::Clause& clause, const law::Tightening::Asked* layer, std::string_view compared) const {
        if (!clause.holds) return {std::string(compared), std::string(compared)};
        const auto& predicate = layer ? layer->holds : *clause.holds;
        std::string described;
        law::describe(described, predicate, sheet_);
        if (described != compared) return {std::string(compared), std::string(compared)};
        return teller_.tell(predicate);
    }

    static TwoTexts verdict(RuleStage stage, bool held) {
        if (stage == RuleStage::not_completed)
            return held ? TwoTexts{"có căn cứ", "there is this ground"}
                        : TwoTexts{"không có căn cứ này", "there is no such ground"};
        return held ? TwoTexts{"đạt", "met"} : TwoTexts{"chưa đạt", "not met"};
    }

    Teller teller_;
    const law::FactSheet& sheet_;
    const law::Tightening* layers_;
};

TwoTexts conclusion_of(const RuleEvaluation& evaluation) {
    switch (evaluation.outcome) {
        case RuleOutcome::rated:
            return {"Theo các căn cứ trên: \"" + std::string(vietnamese(evaluation.level.value())) + "\".",
                    "It follows: \"" + std::string(english(evaluation.level.value())) + "\"."};
        case RuleOutcome::not_rated:
            return {"Không thực hiện đánh giá, xếp loại.", "The person is not rated."};
        case RuleOutcome::blocked:
            return {"Chưa xét được: đơn vị phụ trách hoặc đơn vị quản lý trực tiếp chưa được xếp loại.",
                    "Nothing can be said yet: the unit led, or one managed directly, has no level."};
        case RuleOutcome::undecided: {
            TwoTexts allowed;
            for (const auto level : evaluation.allowed_levels) {
                if (!allowed.vi.empty()) allowed = both(allowed, " hoặc ", " or ");
                allowed = both(allowed, "\"" + std::string(vietnamese(level)) + "\"",
                               "\"" + std::string(english(level)) + "\"");
            }
            return {"Không mức nào suy ra được; người có thẩm quyền chọn " + allowed.vi + " và nêu lý do.",
                    "No level follows; whoever is competent chooses " + allowed.en + " and states why."};
        }
    }
    std::abort();
}

}  // namespace

std::vector<std::string> without_words(const law::Rulebook& rulebook) {
    std::vector<std::string> lacking;
    const auto need = [&](bool is_known, std::string code) {
        if (!is_known) lacking.push_back(std::move(code));
    };
    for (const auto& fact : rulebook.facts()) {
        need(is_in(kFacts, fact.name), fact.name);
        for (const auto& grade : fact.grades) need(is_in(kGrades, grade), grade);
        for (const auto& member : fact.members) {
            need(is_in(kFacts, fact.name + " " + member.name), fact.name + " " + member.name);
            for (const auto& grade : member.grades) need(is_in(kGrades, grade), grade);
        }
    }
    return lacking;
}

Result<Argument> argued(const law::FactSheet& sheet, const law::Tightening* layers) {
    Arguing arguing(sheet, layers);
    auto evaluation = law::evaluate(sheet, &arguing, layers);
    if (!evaluation) return evaluation.error();
    Argument argument{*std::move(evaluation), std::move(arguing.clauses), {}};
    argument.conclusion = conclusion_of(argument.evaluation);
    return argument;
}

}  // namespace minhbach::api::routes
