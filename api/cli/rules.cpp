#include "api/cli/rules.hpp"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <vector>

#include "events/codec/json.hpp"
#include "services/law/calendar.hpp"
#include "services/law/evaluate.hpp"
#include "services/law/quota.hpp"

namespace minhbach::api::cli {
namespace {

namespace law = services::law;

constexpr int kPercentMax = 100;

// A test vector may keep what it expects beside its input; whatever that is, it is not read.
struct Unread {};

struct SubjectForm {
    SubjectClass class_{};
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(SubjectForm, (), (class_, leader))

// The facts as they are written: staff and leaders have different members.
struct FactsForm {
    RulebookId rulebook;
    law::Track track{};
    int year = 0;
    SubjectForm subject;
    law::GeneralCriteria general;
    CriteriaCounts criteria;
    Effectiveness effectiveness{};
    law::ServiceMonths service;
    law::ConcludedFindings findings;
    std::vector<law::DisciplineDecision> disciplines;
    std::vector<law::CountedViolation> violations_already_counted;
    std::optional<WorkCounts> tasks;
    std::optional<WorkCounts> targets;
    std::vector<std::optional<Level>> managed_units;
    std::optional<law::UnitRating> unit_level;
};
BOOST_DESCRIBE_STRUCT(FactsForm, (),
                      (rulebook, track, year, subject, general, criteria, effectiveness, service, findings, disciplines,
                       violations_already_counted, tasks, targets, managed_units, unit_level))

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

}  // namespace
}  // namespace minhbach::api::cli

template <>
void minhbach::json::read(Reader&, Value, api::cli::Unread&) {}

namespace minhbach::api::cli {
namespace {

// What the generic codec leaves open: lists and null may not be left out here, because an absent fact is not a false
// one.
class Presence {
public:
    explicit Presence(json::Value object) : members_(object.members()) {}

    const json::Value* find(std::string_view name) const {
        const auto found =
            std::find_if(members_.begin(), members_.end(), [&](const auto& member) { return member.first == name; });
        return found == members_.end() ? nullptr : &found->second;
    }
    void required(json::Reader& reader, std::string_view name, bool null_allowed = false) const {
        const auto* value = find(name);
        if (value && (null_allowed || value->kind() != json::Kind::null)) return;
        refuse(reader, name, "Thiếu trường bắt buộc.", "A required member is missing.");
    }
    void absent(json::Reader& reader, std::string_view name, std::string_view vi, std::string_view en) const {
        if (find(name)) refuse(reader, name, vi, en);
    }

private:
    static void refuse(json::Reader& reader, std::string_view name, std::string_view vi, std::string_view en) {
        reader.enter(name);
        reader.refuse(vi, en);
        reader.leave();
    }
    std::vector<std::pair<std::string_view, json::Value>> members_;
};

void check_presence(json::Reader& reader, json::Value root, bool leads) {
    const Presence presence(root);
    presence.required(reader, "disciplines");
    presence.required(reader, "violationsAlreadyCounted");
    constexpr std::string_view kLeadersVi = "Chỉ dành cho người giữ chức vụ lãnh đạo, quản lý.";
    constexpr std::string_view kLeadersEn = "For leaders only.";
    if (leads) {
        presence.required(reader, "targets");
        presence.required(reader, "managedUnits");
        presence.required(reader, "unitLevel", true);
        presence.absent(reader, "tasks", "Người giữ chức vụ có chỉ tiêu (targets), không có nhiệm vụ riêng (tasks).",
                        "Leaders have targets, not tasks.");
    } else {
        presence.required(reader, "tasks");
        for (const auto* name : {"targets", "managedUnits", "unitLevel"}) {
            presence.absent(reader, name, kLeadersVi, kLeadersEn);
        }
    }
    reader.enter("general");
    const Presence general(*presence.find("general"));
    if (leads) {
        general.required(reader, "leadership");
    } else {
        general.absent(reader, "leadership", kLeadersVi, kLeadersEn);
    }
    reader.leave();
}

Result<law::Facts> read_facts(std::string_view text) {
    const auto document = json::Document::parse(text);
    if (!document) return document.error();
    json::Reader reader;
    FactsForm form;
    json::read(reader, document->root(), form);
    const law::Subject subject{form.subject.class_, form.subject.leader};
    if (reader.ok()) check_presence(reader, document->root(), subject.leads());
    if (!reader.ok()) return reader.refusal();

    return law::Facts{form.rulebook,
                      form.track,
                      form.year,
                      subject,
                      form.general,
                      form.criteria,
                      form.effectiveness,
                      form.service,
                      form.findings,
                      std::move(form.disciplines),
                      std::move(form.violations_already_counted),
                      subject.leads() ? *form.targets : *form.tasks,
                      std::move(form.managed_units),
                      form.unit_level};
}

std::string answer_of(const RuleEvaluation& evaluation, bool trace) {
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
    if (trace) member("trace", evaluation.trace);
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
    const auto read = read_facts(facts);
    if (!read) return read.error();
    const auto rulebook = law::find_rulebook(read->rulebook);
    if (!rulebook) return rulebook.error();
    const auto evaluation = law::evaluate(*read, **rulebook);
    if (!evaluation) return evaluation.error();
    return answer_of(*evaluation, trace);
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

int rules_evaluate(std::istream& in, std::ostream& out, bool trace) {
    return each_line(in, out, [trace](const std::string& line) { return evaluate_json(line, trace); });
}
int rules_quota(std::istream& in, std::ostream& out) {
    return each_line(in, out, quota_json);
}
int rules_deadline(std::istream& in, std::ostream& out) {
    return each_line(in, out, deadline_json);
}

}  // namespace minhbach::api::cli
