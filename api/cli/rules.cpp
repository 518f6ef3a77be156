#include "api/cli/rules.hpp"

#include <algorithm>
#include <istream>
#include <map>
#include <optional>
#include <ostream>
#include <vector>

#include "api/cli/unread.hpp"
#include "events/codec/json.hpp"
#include "services/law/calendar.hpp"
#include "services/law/evaluate.hpp"
#include "services/law/quota.hpp"
#include "services/law/reading_facts.hpp"

namespace minhbach::api::cli {
namespace {

namespace law = services::law;

constexpr int kPercentMax = 100;

struct QuotaForm {
    QuotaBase base{};
    int percent = 0;
    QuotaRounding rounding{};
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int not_rated = 0;
    int staff = 0;
    std::optional<Unread> expect;
};
BOOST_DESCRIBE_STRUCT(QuotaForm, (),
                      (base, percent, rounding, excellent, good, completed, not_completed, not_rated, staff, expect))

struct PeriodForm {
    Date after;
    int days = 0;
    law::PeriodUnit unit{};
    std::optional<Unread> expect;
};
BOOST_DESCRIBE_STRUCT(PeriodForm, (), (after, days, unit, expect))

// The clauses tested as a JSON array. What never changes of a clause is written once.
class TraceInJson final : public law::Trace {
public:
    void tested(RuleStage stage, const law::Clause& clause, std::string_view compared, bool held,
                const law::written::Words* note) override {
        const auto& fixed = fixed_of(stage, clause);
        out += out.empty() ? '[' : ',';
        out += fixed.before;
        json::append_string(out, compared);
        out += held ? ",\"held\":true" : ",\"held\":false";
        if (note != nullptr) {
            out += ",\"note\":";
            json::append_string(out, note->vi.str());
            out += ",\"noteEn\":";
            json::append_string(out, note->en.str());
        }
        out += fixed.after;
    }
    std::string out;

private:
    struct Fixed {
        std::string before, after;
    };
    static const Fixed& fixed_of(RuleStage stage, const law::Clause& clause) {
        // Rulebooks live as long as the program.
        thread_local std::map<std::pair<const law::Clause*, RuleStage>, Fixed> known;
        const auto [found, is_new] = known.try_emplace({&clause, stage});
        if (is_new) {
            auto& [before, after] = found->second;
            before = "{\"citation\":";
            json::append_string(before, clause.citation.str());
            before += ",\"clause\":";
            json::append_string(before, clause.id.str());
            before += ",\"compared\":";
            after = ",\"requirement\":";
            json::append_string(after, clause.requirement.vi.str());
            after += ",\"requirementEn\":";
            json::append_string(after, clause.requirement.en.str());
            after += ",\"stage\":";
            json::append_string(after, json::enum_name(stage));
            after += '}';
        }
        return found->second;
    }
};

std::string answer_of(const RuleEvaluation& evaluation, const std::optional<std::vector<law::SignalGiven>>& signals,
                      const TraceInJson* trace) {
    json::Writer writer;
    const auto member = [&](std::string_view name, const auto& value) {
        writer.out += writer.out.empty() ? '{' : ',';
        json::append_string(writer.out, name);
        writer.out += ':';
        json::write(writer, value);
    };
    member("outcome", evaluation.outcome);
    member("level", evaluation.level);
    member("gaps", evaluation.gaps);
    member("caps", evaluation.caps);
    if (evaluation.reason) member("reason", *evaluation.reason);
    if (!evaluation.allowed_levels.empty()) member("allowedLevels", evaluation.allowed_levels);
    if (signals) member("signals", *signals);
    if (trace != nullptr) writer.out += ",\"trace\":" + (trace->out.empty() ? "[" : trace->out) + "]";
    return writer.out + "}";
}

std::string dotted(std::string_view pointer) {
    std::string name;
    for (std::size_t i = pointer.starts_with('/') ? 1 : 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            name += '.';
        } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
            name += pointer[++i] == '1' ? '/' : '~';
        } else {
            name += pointer[i];
        }
    }
    return name;
}

std::string line_of(const Refusal& refusal) {
    const bool kept = refusal.type == "facts-inconsistent" || refusal.type == "no-calendar";
    std::vector<std::string> fields;
    const auto add = [&](const Refusal& one) {
        auto field = dotted(one.field);
        if (!field.empty() && std::find(fields.begin(), fields.end(), field) == fields.end()) {
            fields.push_back(std::move(field));
        }
    };
    add(refusal);
    for (const auto& other : refusal.more) add(other);

    json::Writer writer;
    writer.out = "{\"error\":";
    json::append_string(writer.out, kept ? refusal.type : "invalid-field");
    writer.out += ",\"fields\":";
    json::write(writer, fields);
    writer.out += ",\"detail\":{\"vi\":";
    json::append_string(writer.out, refusal.detail_vi);
    writer.out += ",\"en\":";
    json::append_string(writer.out, refusal.detail_en);
    return writer.out + "}}";
}

std::string line_of(const Result<std::string>& answer) {
    return answer ? *answer : line_of(answer.error());
}

template <class Answer>
int each_line(std::istream& in, std::ostream& out, Answer answer) {
    int status = 0;
    for (std::string line; std::getline(in, line);) {
        const Result<std::string> answered = answer(line);
        if (!answered) status = 1;
        out << line_of(answered) << '\n';
    }
    out.flush();
    return status;
}

}  // namespace

Result<std::string> evaluate_json(std::string_view facts, bool trace) {
    const auto document = json::Document::parse(facts);
    if (!document) return document.error();
    const auto sheet = law::read_facts(document->root());
    if (!sheet) return sheet.error();
    TraceInJson told;
    const auto evaluation = law::evaluate(*sheet, trace ? &told : nullptr);
    if (!evaluation) return evaluation.error();
    std::optional<std::vector<law::SignalGiven>> signals;
    if (sheet->rulebook().has_signals()) signals = law::signals(*sheet, *evaluation);
    return answer_of(*evaluation, signals, trace ? &told : nullptr);
}

Result<std::string> quota_json(std::string_view counts) {
    const auto document = json::Document::parse(counts);
    if (!document) return document.error();
    json::Reader reader;
    QuotaForm form;
    json::read(reader, document->root(), form);
    const auto within = [&](std::string_view name, int value, int maximum) {
        if (value >= 0 && value <= maximum) return;
        reader.enter(name);
        reader.refuse("Số phải từ 0 đến " + std::to_string(maximum) + ".",
                      "The number must be between 0 and " + std::to_string(maximum) + ".");
        reader.leave();
    };
    constexpr int kCountMax = std::numeric_limits<int>::max();
    within("percent", form.percent, kPercentMax);
    within("excellent", form.excellent, kCountMax);
    within("good", form.good, kCountMax);
    within("completed", form.completed, kCountMax);
    within("notCompleted", form.not_completed, kCountMax);
    within("notRated", form.not_rated, kCountMax);
    within("staff", form.staff, kCountMax);
    if (!reader.ok()) return reader.refusal();

    const SettledCounts settled{form.excellent,     form.good,      form.completed,
                                form.not_completed, form.not_rated, form.staff};
    const auto maximum = law::excellent_max(settled, {form.base, form.percent, form.rounding});
    return "{\"maxExcellent\":" + std::to_string(maximum) +
           ",\"breach\":" + (form.excellent > maximum ? "true" : "false") + "}";
}

Result<std::string> deadline_json(std::string_view period) {
    const auto form = json::from_json<PeriodForm>(period);
    if (!form) return form.error();
    const auto on = law::Calendar::vietnam().period_end(form->after, form->days, form->unit);
    if (!on) return on.error();
    return "{\"on\":\"" + on->iso() + "\"}";
}

std::string evaluate_line(std::string_view json, bool trace) {
    return line_of(evaluate_json(json, trace));
}
std::string quota_line(std::string_view json) {
    return line_of(quota_json(json));
}
std::string deadline_line(std::string_view json) {
    return line_of(deadline_json(json));
}
std::string procedure_line(std::string_view json) {
    return line_of(procedure_json(json));
}

int rules_evaluate(std::istream& in, std::ostream& out, bool trace) {
    return each_line(in, out, [trace](const std::string& line) { return evaluate_json(line, trace); });
}
int rules_quota(std::istream& in, std::ostream& out) {
    return each_line(in, out, quota_json);
}
int rules_deadline(std::istream& in, std::ostream& out) {
    return each_line(in, out, deadline_json);
}
int rules_procedure(std::istream& in, std::ostream& out) {
    return each_line(in, out, procedure_json);
}

}  // namespace minhbach::api::cli
