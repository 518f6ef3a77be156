#include "api/routes/rule_questions.hpp"

#include <utility>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::api::routes {
namespace {

namespace law = services::law;

void append(std::string& out, json::Value value) {
    switch (value.kind()) {
        case json::Kind::null:
            out += "null";
            return;
        case json::Kind::boolean:
            out += value.boolean() ? "true" : "false";
            return;
        case json::Kind::integer:
            out += std::to_string(value.integer());
            return;
        case json::Kind::string:
            json::append_string(out, value.string());
            return;
        case json::Kind::array: {
            out += '[';
            bool first = true;
            value.for_each_element([&](json::Value element) {
                if (!std::exchange(first, false)) out += ',';
                append(out, element);
            });
            out += ']';
            return;
        }
        case json::Kind::number:
            out += "0.5";  // no fact is a fraction: whichever it was, the reader refuses it at its place
            return;
        case json::Kind::object:
            out += merged(value, std::nullopt);
            return;
    }
}

void append_fact(std::string& out, const law::FactSheet& sheet, law::FactIndex index) {
    const auto& fact = sheet.rulebook().facts()[index];
    const auto grade_at = [&](law::Grade grade) {
        if (grade == law::kNoGrade)
            out += "null";
        else
            json::append_string(out, fact.grades[static_cast<std::size_t>(grade)]);
    };
    switch (fact.kind) {
        case law::FactKind::count:
            out += std::to_string(sheet.count(index));
            return;
        case law::FactKind::flag:
            out += sheet.flag(index) ? "true" : "false";
            return;
        case law::FactKind::grade:
            return grade_at(sheet.grade(index));
        case law::FactKind::grades: {
            // How many there are of each grade is all the rules ask; best first, those without one last.
            out += '[';
            bool first = true;
            std::int64_t before = 0;
            const auto some = [&](std::int64_t number, law::Grade grade) {
                for (; number > 0; --number) {
                    if (!std::exchange(first, false)) out += ',';
                    grade_at(grade);
                }
            };
            for (std::size_t i = 0; i < fact.grades.size(); ++i) {
                const auto grade = static_cast<law::Grade>(i);
                const auto upto = sheet.things_at_least(index, grade);
                some(upto - before, grade);
                before = upto;
            }
            some(sheet.things(index) - before, law::kNoGrade);
            out += ']';
            return;
        }
        case law::FactKind::items:
            out += "[]";  // no dossier has such facts
            return;
    }
}

Refusal wrong_shape(std::string field) {
    return invalid_field(std::move(field), "Nêu \"facts\", hoặc \"dossier\" (có thể kèm \"changes\" và \"rulebook\").",
                         "Give \"facts\", or \"dossier\" with \"changes\" and \"rulebook\" where wanted.");
}

}  // namespace

Result<Asking> asking_of(json::Value root) {
    if (root.kind() != json::Kind::object) return wrong_shape("");
    Asking asking;
    std::optional<Refusal> refused;
    root.for_each_member([&](std::string_view name, json::Value value) {
        const auto id = [&](auto& out) {
            using T = typename std::remove_cvref_t<decltype(out)>::value_type;
            auto parsed = value.kind() == json::Kind::string ? T::parse(value.string())
                                                             : Result<T>(wrong_shape("/" + std::string(name)));
            if (parsed && !out)
                out = *std::move(parsed);
            else
                refused = wrong_shape("/" + std::string(name));
        };
        if (name == "dossier") return id(asking.dossier);
        if (name == "rulebook") return id(asking.rulebook);
        if (value.kind() == json::Kind::object && name == "facts" && !asking.facts)
            asking.facts = value;
        else if (value.kind() == json::Kind::object && name == "changes" && !asking.changes)
            asking.changes = value;
        else
            refused = wrong_shape("/" + std::string(name));
    });
    if (refused) return *std::move(refused);
    if (asking.dossier.has_value() == asking.facts.has_value()) return wrong_shape("/facts");
    return asking;
}

std::string facts_json(const law::FactSheet& sheet) {
    const auto& book = sheet.rulebook();
    const auto& column = book.columns()[sheet.column()];
    json::Writer writer;
    auto& out = writer.out;
    out = "{\"rulebook\":";
    json::append_string(out, book.id().str());
    out += ",\"track\":";
    json::append_string(out, json::enum_name(book.track()));
    out += ",\"year\":" + std::to_string(sheet.year()) + ",\"subject\":{\"class\":";
    json::append_string(out, column.class_);
    if (column.leader) out += std::string(",\"leader\":") + (*column.leader ? "true" : "false");
    out += "},\"disciplines\":";
    json::write(writer, sheet.disciplines);
    out += ",\"violationsAlreadyCounted\":";
    json::write(writer, sheet.violations_already_counted);
    for (const auto& group : book.fact_groups()) {
        if ((group.of >> sheet.column() & 1) == 0) continue;
        out += ',';
        json::append_string(out, group.name);
        out += ':';
        if (!group.is_object) {
            append_fact(out, sheet, group.facts.front());
            continue;
        }
        out += '{';
        bool first = true;
        for (const auto fact : group.facts) {
            if (!book.has(sheet.column(), fact)) continue;
            if (!std::exchange(first, false)) out += ',';
            const auto& one = book.facts()[fact];
            json::append_string(out, std::string_view(one.name).substr(one.group));
            out += ':';
            append_fact(out, sheet, fact);
        }
        out += '}';
    }
    return out + "}";
}

std::string merged(json::Value facts, const std::optional<json::Value>& changes) {
    std::string out = "{";
    const auto member = [&](std::string_view name, const std::string& value) {
        if (out.size() > 1) out += ',';
        json::append_string(out, name);
        out += ':' + value;
    };
    const auto text = [](json::Value value) {
        std::string written;
        append(written, value);
        return written;
    };
    const auto changed = changes ? changes->members() : std::vector<std::pair<std::string_view, json::Value>>{};
    std::vector<bool> used(changed.size());
    facts.for_each_member([&](std::string_view name, json::Value value) {
        for (std::size_t i = 0; i < changed.size(); ++i) {
            if (changed[i].first != name || used[i]) continue;
            used[i] = true;
            const bool both = value.kind() == json::Kind::object && changed[i].second.kind() == json::Kind::object;
            return member(name, both ? merged(value, changed[i].second) : text(changed[i].second));
        }
        member(name, text(value));
    });
    for (std::size_t i = 0; i < changed.size(); ++i)
        if (!used[i]) member(changed[i].first, text(changed[i].second));
    return out + "}";
}

std::string with_rulebook(const std::string& facts, const RulebookId& rulebook) {
    std::string change = "{\"rulebook\":";
    json::append_string(change, rulebook.str());
    const auto whole = json::Document::parse(facts).value();
    const auto document = json::Document::parse(change + "}").value();
    return merged(whole.root(), document.root());
}

}  // namespace minhbach::api::routes
