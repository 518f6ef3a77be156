// The words of the interface (Vietnamese, with English beside them), dates and numbers as they are written here.
#pragma once

#include <string>
#include <string_view>

#include "api/console/html.hpp"
#include "projections/answers.hpp"

namespace minhbach::api::console {

struct Words {
    std::string_view vi;
    std::string_view en;
};

inline Node node_of(Words words) {
    return bilingual(words.vi, words.en);
}

Words words_of(projections::DossierStatus status);
Words words_of(projections::FileStatus status);
Words words_of(projections::FindingType type);
Words words_of(projections::ObjectionStatus status);
Words words_of(ObjectionOutcome outcome);
Words words_of(ReratingGround ground);
Words words_of(EffectKind kind);
Words words_of(projections::MeasureStatus status);
Words words_of(projections::PlanStanding standing);
Words words_of(FollowUpRole role);
Words words_of(Judge judge);
Words words_of(Judgement judgement);
Words words_of(Effectiveness effectiveness);
Words words_of(RuleStage stage);
Words words_of(RuleOutcome outcome);
Words words_of(RuleCap cap);
Words words_of_capacity(std::string_view code);  // "IN_OFFICE"
Words words_of_event(std::string_view type);     // "rating.decided"
Words words_of_standing(std::string_view why);   // of a competence

std::string level_text(std::optional<Level> level);  // absent: not rated
Node level_node(std::optional<Level> level);

std::string number_text(std::int64_t number);                   // 1.234
std::string time_text(Time time);                               // 28/11/2023 09:10:05
std::string share_text(std::int64_t part, std::int64_t whole);  // 28,27%

}  // namespace minhbach::api::console
