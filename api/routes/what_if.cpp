// What would be if: the facts of a dossier with some of them changed, or facts alone, and what the rules make of them.
// Nothing of it is kept.
#include <algorithm>
#include <array>
#include <set>

#include "api/routes/argument.hpp"
#include "api/routes/opening.hpp"
#include "api/routes/rule_questions.hpp"
#include "events/refusals.hpp"
#include "services/concretisation/layers.hpp"
#include "services/evaluation/assessment.hpp"
#include "services/law/reading_facts.hpp"

namespace minhbach::api::routes {
namespace {

namespace law = services::law;

struct Standing {
    RuleOutcome outcome{};
    std::optional<Level> level;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (outcome, level))

struct WhatIfAnswer {
    RulebookId rulebook;
    Digest rulebook_hash;
    RuleOutcome outcome{};
    std::optional<Level> level;
    std::vector<GapCode> gaps;
    std::vector<RuleCap> caps;
    std::optional<RuleReason> reason;
    std::vector<Level> allowed_levels;
    std::optional<Standing> unchanged;  // of the dossier: what the rules say of the facts as they are
    std::vector<AppliedLayer> layers;   // of the dossier
    projections::RawJson facts;         // as they were tested
    std::vector<ArguedClause> trace;
    TwoTexts conclusion;
};
BOOST_DESCRIBE_STRUCT(WhatIfAnswer, (),
                      (rulebook, rulebook_hash, outcome, level, gaps, caps, reason, allowed_levels, unchanged, layers,
                       facts, trace, conclusion))

Result<law::FactSheet> sheet_from(const std::string& text) {
    const auto document = json::Document::parse(text);
    if (!document) return document.error();
    return law::read_facts(document->root());
}

Result<WhatIfAnswer> answered(const law::FactSheet& sheet, const law::Tightening* layers, std::string facts) {
    auto argument = argued(sheet, layers);
    if (!argument) return argument.error();
    auto& evaluation = argument->evaluation;
    WhatIfAnswer answer;
    answer.rulebook = evaluation.rulebook;
    answer.rulebook_hash = evaluation.rulebook_hash;
    answer.outcome = evaluation.outcome;
    answer.level = evaluation.level;
    answer.gaps = std::move(evaluation.gaps);
    answer.caps = std::move(evaluation.caps);
    answer.reason = evaluation.reason;
    answer.allowed_levels = std::move(evaluation.allowed_levels);
    answer.facts.text = std::move(facts);
    answer.trace = std::move(argument->clauses);
    answer.conclusion = std::move(argument->conclusion);
    return answer;
}

Result<WhatIfAnswer> of_facts(const Asking& asking) {
    auto text = merged(*asking.facts, asking.changes);
    if (asking.rulebook) text = with_rulebook(text, *asking.rulebook);
    const auto sheet = sheet_from(text);
    if (!sheet) return sheet.error();
    return answered(*sheet, nullptr, std::move(text));
}

// Whether the changes say all that a judgement would: then nobody need have judged. So asks who fills in a form.
bool declares_judgement(const std::optional<json::Value>& changes, const law::Facts& facts) {
    if (!changes) return false;
    std::set<std::string_view> judged;
    bool effectiveness = false;
    changes->for_each_member([&](std::string_view name, json::Value value) {
        effectiveness = effectiveness || name == "effectiveness";
        if (name != "general" || value.kind() != json::Kind::object) return;
        value.for_each_member([&](std::string_view quality, json::Value) { judged.insert(quality); });
    });
    constexpr std::array<std::string_view, 4> kAsked{"politics", "ethics", "style", "discipline"};
    return effectiveness && (!facts.general.leadership || judged.contains("leadership")) &&
           std::all_of(kAsked.begin(), kAsked.end(), [&](auto quality) { return judged.contains(quality); });
}

Result<WhatIfAnswer> of_dossier(services::Past& past, const Asking& asking) {
    const auto& dossier = past.dossier(*asking.dossier);
    if (!dossier.exists()) return no_such_thing();
    const auto bound = services::evaluation::rulebook_of(past, dossier);
    if (!bound) return bound.error();
    const auto chosen = asking.rulebook ? law::find_rulebook(*asking.rulebook) : bound;
    if (!chosen) return chosen.error();
    auto facts = services::evaluation::facts_of(past, dossier, Judge::authority);
    if (!facts) {
        auto to_be_judged = services::evaluation::facts_before_judgement(past, dossier);
        if (!to_be_judged || !declares_judgement(asking.changes, *to_be_judged)) return facts.error();
        facts = std::move(to_be_judged);
    }
    const auto now = services::evaluation::evaluation_of(past, dossier, Judge::authority);
    facts->rulebook = (*chosen)->id();
    if ((*chosen)->track() != law::Track::state)
        return invalid_field("/rulebook", "Hồ sơ này xếp loại theo bộ quy tắc của chính quyền.",
                             "This dossier is rated by rulebooks of the state track.");
    auto text = facts_json(law::sheet_of(*facts, **chosen));
    if (asking.changes) {
        const auto document = json::Document::parse(text);
        if (!document) return document.error();
        text = merged(document->root(), asking.changes);
    }
    const auto sheet = sheet_from(text);
    if (!sheet) return sheet.error();
    const auto& opened = *dossier.opened;
    const auto layers = services::concretisation::in_force_for(past, opened.cycle, opened.post.unit, dossier.opened_on);
    const auto tightening = services::concretisation::tightening_of(layers, sheet->rulebook(), opened.post.title);
    auto answer = answered(*sheet, &tightening, std::move(text));
    if (!answer) return answer;
    answer->layers = layers.applied;
    if (now) answer->unchanged = Standing{now->outcome, now->level};
    return answer;
}

awaitable<http::Response> what_if(Context& context) {
    const auto document = json::Document::parse(context.request.body);
    if (!document) co_return http::problem(document.error());
    const auto asking = asking_of(document->root());
    if (!asking) co_return http::problem(asking.error());
    if (asking->facts) {
        const auto answer = of_facts(*asking);
        if (!answer) co_return http::problem(answer.error());
        co_return http::json(200, json::to_json(*answer));
    }
    const auto opening = opening_of(context, *asking->dossier);
    if (!opening) co_return http::problem(opening.error());
    const auto purpose = purpose_of(context.request);
    if (!purpose) co_return http::problem(purpose.error());
    const auto noted = co_await view_noted(context, *opening, "what-if", *purpose);
    if (!noted) co_return http::problem(noted.error());
    std::optional<Result<WhatIfAnswer>> answer;
    const auto look = [&](services::Past& past, Time) { answer = of_dossier(past, *asking); };
    const bool durable = co_await looked(context.house, look);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!*answer) co_return http::problem(answer->error());
    auto response = http::json(200, json::to_json(**answer));
    response.headers.add("Cache-Control", "private, no-store");
    co_return response;
}

}  // namespace

Route what_if_route() {
    Route route;
    route.method = "POST";
    route.path = "/v1/rules/what-if";
    route.name = "what-if";
    route.summary = {"Thử thay đổi số liệu của hồ sơ, không lưu lại gì",
                     "What would follow from other facts; nothing is kept"};
    route.permission = "facts: any signed-in person; a dossier: those who may open it";
    const SchemaOf request = [](SchemaBook&) {
        return std::string(
            R"({"type":"object","properties":{"facts":{"type":"object"},"dossier":{"type":"string"},)"
            R"("changes":{"type":"object"},"rulebook":{"type":"string"}},"additionalProperties":false})");
    };
    route.request = {{"application/json", request}};
    route.response = {{"application/json", schema<WhatIfAnswer>()}};
    route.refusals = {"malformed-json",     "invalid-field", "unknown-rulebook",
                      "facts-inconsistent", "step-order",    "not-found-or-not-allowed"};
    route.handle = what_if;
    return with_purpose(std::move(route));
}

}  // namespace minhbach::api::routes
