// What people write in the ordinary way. Somebody's name stands in it, so that no two long texts are the same by
// chance.
#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kManner[] = {"chủ động, có trách nhiệm trong công việc", "phối hợp tốt với đồng nghiệp",
                                   "chấp hành nghiêm giờ giấc làm việc",       "tận tình với người dân, doanh nghiệp",
                                   "nắm vững chuyên môn, nghiệp vụ",           "cần mạnh dạn đề xuất hơn"};
constexpr const char* kResult[] = {"sản phẩm bảo đảm chất lượng", "các báo cáo gửi đúng hạn",
                                   "một số việc hoàn thành vượt mức", "tham mưu kịp thời",
                                   "hồ sơ được giải quyết đúng quy định"};

CriterionJudgement judged(Judgement value) {
    return {value, {}};
}

}  // namespace

std::string comment_text(const World& world, const PersonPlan& person) {
    Dice dice(world.options().seed, "comment " + person.code.str());
    if (person.way.facts == Level::good && dice.percent(20)) return "Hoàn thành tốt nhiệm vụ được giao.";
    return "Ông (Bà) " + person.name + " " + kManner[dice.below(6)] + "; " + kResult[dice.below(5)] + "; " +
           std::to_string(person.way.tasks) + " nhiệm vụ được giao trong năm.";
}

std::string opinion_text(const World& world, const PersonPlan& person, int number) {
    Dice dice(world.options().seed, "opinion " + std::to_string(number) + " " + person.code.str());
    return "Ông (Bà) " + person.name + " " + kManner[dice.below(6)] + ", " + kResult[dice.below(5)] + ".";
}

GeneralJudgements judgements(const PersonPlan& person, Level level) {
    const auto value = level == Level::excellent ? Judgement::well : Judgement::met;
    GeneralJudgements general{judged(Judgement::well), judged(Judgement::well), judged(value), judged(value), {}};
    if (level != Level::excellent && level != Level::good) general.politics = general.ethics = judged(Judgement::met);
    if (person.leader || person.subject_class == SubjectClass::cadre) general.leadership = judged(value);
    return general;
}

Effectiveness effectiveness(Level level) {
    return level == Level::excellent       ? Effectiveness::high
           : level == Level::not_completed ? Effectiveness::low
                                           : Effectiveness::met;
}

}  // namespace minhbach::api::demo
