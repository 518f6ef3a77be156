#include "api/routes/rehearsal.hpp"

#include <algorithm>

#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

Obstacle obstacle_of(const Refusal& refusal) {
    const auto& kind = refusal_kind(refusal.type);
    Obstacle obstacle{refusal.type,      std::string(kind.title_vi), std::string(kind.title_en),
                      refusal.detail_vi, refusal.detail_en,          std::nullopt};
    if (!refusal.clause.empty()) obstacle.clause = refusal.clause;
    return obstacle;
}

}  // namespace

// What a rehearsal was refused for, unless it was the sample itself.
std::optional<Refusal> Rehearsal::obstacle_in(const services::Decision& decision, const SampleOf& sample) {
    if (decision) return std::nullopt;
    const Refusal first = decision.error();  // a copy: error() gives one each time
    std::vector<Refusal> all{first};
    all.insert(all.end(), first.more.begin(), first.more.end());
    std::erase_if(all, [&](const Refusal& refusal) {
        // The document is a stand-in: what it lacks says nothing about the act.
        if (refusal.field.ends_with("/document")) return true;
        return std::any_of(sample.own.begin(), sample.own.end(), [&](std::string_view own) {
            return own.starts_with('/') ? refusal.field.starts_with(own) : refusal.type == own;
        });
    });
    if (all.empty()) return std::nullopt;
    const std::string& type = all.front().type;
    if (!sample.telling.empty() && all.front().field == sample.telling) return all.front();
    if (type == "invalid-field" || type == "reason-required" || type == "nothing-to-change") return std::nullopt;
    return all.front();
}

LevelAllowed Rehearsal::level_line(Level level, const std::optional<Refusal>& refusal) {
    LevelAllowed line{level, !refusal, std::nullopt};
    if (refusal) line.obstacle = obstacle_of(*refusal);
    return line;
}

void Rehearsal::push(std::string href, std::string action, Words title, std::optional<Refusal> refusal) {
    AllowedAction line;
    line.action = std::move(action);
    line.title = std::move(title.vi);
    line.title_en = std::move(title.en);
    line.method = "POST";
    line.href = std::move(href);
    line.allowed = !refusal;
    if (refusal) line.obstacle = obstacle_of(*refusal);
    actions_.push_back(std::move(line));
}

}  // namespace minhbach::api::routes
