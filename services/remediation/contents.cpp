#include "services/remediation/contents.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "events/refusals.hpp"
#include "services/law/calendar.hpp"

namespace minhbach::services::remediation {
namespace {

constexpr std::size_t kShortcomingsMax = 100;
constexpr std::size_t kMeasuresMax = 500;  // of the whole plan
constexpr std::size_t kAnswerableMax = 500;

class Check {
public:
    Check(Past& past, const AdoptPlan& command, const Plan& before, Date day)
        : past_(past),
          command_(command),
          before_(before),
          day_(day),
          clause_(past.registry().letter_of(command.cycle)) {}

    Found result() {
        require(!command_.shortcomings.empty() && command_.shortcomings.size() <= kShortcomingsMax, "/shortcomings",
                "Kế hoạch phải có từ 1 đến " + std::to_string(kShortcomingsMax) + " hạn chế, khuyết điểm.",
                "A plan has 1 to " + std::to_string(kShortcomingsMax) + " shortcomings.");
        for (std::size_t i = 0; i < command_.shortcomings.size(); ++i)
            shortcoming(command_.shortcomings[i], "/shortcomings/" + std::to_string(i));
        require(measures_.size() <= kMeasuresMax, "/shortcomings",
                "Kế hoạch có tối đa " + std::to_string(kMeasuresMax) + " biện pháp.",
                "A plan has at most " + std::to_string(kMeasuresMax) + " measures.");
        answerable();
        of_the_review();
        Found found{std::move(wrong_), std::move(broken_)};
        if (!problems_.none()) found.wrong.push_back(std::move(problems_).refusal());
        return found;
    }

private:
    void require(bool holds, const std::string& field, std::string vi, std::string en) {
        if (!holds) wrong_.push_back(invalid_field(field, std::move(vi), std::move(en)));
    }
    void rule(bool holds, std::string type, const std::string& field, std::string vi, std::string en) {
        if (!holds) broken_.push_back({std::move(type), field, clause_, std::move(vi), std::move(en), {}});
    }

    void shortcoming(const Shortcoming& item, const std::string& field) {
        require(!item.shortcoming.empty() && shortcomings_.insert(item.shortcoming).second, field + "/shortcoming",
                "Mã hạn chế, khuyết điểm phải có và không trùng trong kế hoạch.",
                "A shortcoming has an id of its own in the plan.");
        require(!item.description.empty(), field + "/description", "Phải ghi nội dung hạn chế, khuyết điểm.",
                "The description is missing.");
        require(!item.cause_text.empty(), field + "/causeText", "Phải ghi nguyên nhân.", "The cause is missing.");
        require(!item.measures.empty(), field + "/measures", "Phải có ít nhất một biện pháp khắc phục.",
                "A shortcoming has at least one measure.");
        found_in(item, field + "/foundIn");
        for (std::size_t i = 0; i < item.measures.size(); ++i)
            measure(item.measures[i], field + "/measures/" + std::to_string(i));
    }

    void found_in(const Shortcoming& item, const std::string& field) {
        using enum ShortcomingSource;
        const auto& found = item.found_in;
        const bool of_document = found.source == review_suggestion || found.source == inspection_conclusion ||
                                 found.source == rating_decision;
        const bool fits = found.meeting.has_value() == (found.source == meeting_opinion) &&
                          found.document.has_value() == of_document &&
                          found.objection.has_value() == (found.source == objection) &&
                          found.earlier_plan.has_value() == (found.source == earlier_year) &&
                          found.review.has_value() == (found.source == review_conclusion);
        require(fits, field,
                "Nguồn phát hiện phải dẫn đúng một căn cứ phù hợp (cuộc họp, văn bản, kiến nghị, kế hoạch "
                "năm trước, kiểm điểm); tự đánh giá thì không dẫn căn cứ.",
                "Exactly the reference that fits the source is given: meeting, document, objection, earlier plan, "
                "review; none for the self-review.");
        if (!fits) return;
        problems_.document(past_, found.document, field + "/document");
        if (found.meeting) meeting(*found.meeting, field + "/meeting");
        if (found.objection) own_objection(*found.objection, field + "/objection");
        if (found.earlier_plan) earlier(*found.earlier_plan, field + "/earlierPlan");
        if (found.review) concluded(*found.review, item.shortcoming, field + "/review");
    }

    // Under the id that the conclusion gave it.
    void concluded(const ReviewId& id, const ShortcomingId& shortcoming, const std::string& field) {
        const auto& conclusion = past_.review(id).concluded;
        const bool listed = conclusion && id == review_id(command_.cycle, command_.owner) &&
                            std::any_of(conclusion->shortcomings.begin(), conclusion->shortcomings.end(),
                                        [&](const auto& one) { return one.shortcoming == shortcoming; });
        require(listed, field,
                "Kết luận kiểm điểm của chính người, đơn vị này trong kỳ không nêu hạn chế mang mã " +
                    shortcoming.str() + ".",
                "The conclusion of the owner's review in this cycle lists no shortcoming " + shortcoming.str() + ".");
    }

    // Every shortcoming that the conclusion lists is taken up.
    void of_the_review() {
        const auto review = review_id(command_.cycle, command_.owner);
        const auto left = left_out(past_, command_.cycle, command_.owner, [&](const ShortcomingId& id) {
            return std::any_of(command_.shortcomings.begin(), command_.shortcomings.end(),
                               [&](const auto& one) { return one.shortcoming == id && one.found_in.review == review; });
        });
        rule(left.empty(), "shortcoming-left-out", "/shortcomings",
             "Kế hoạch chưa đưa vào hạn chế, khuyết điểm nêu trong kết luận kiểm điểm: " + left + ".",
             "The plan leaves out what the conclusion of the review lists: " + left + ".");
    }

    void meeting(const MeetingId& id, const std::string& field) {
        const auto& meeting = past_.meeting(id);
        const auto& person = command_.owner.person;
        require(meeting.exists() && meeting.held->cycle == command_.cycle && (!person || meeting.covers(*person)),
                field, "Cuộc họp " + id.str() + " không nhận xét, đánh giá người này trong kỳ.",
                "Meeting " + id.str() + " did not discuss the owner in this cycle.");
    }

    // A person's own, or for a collective that of somebody whose dossier belongs to it.
    void own_objection(const ObjectionId& id, const std::string& field) {
        const auto& objection = past_.objection(id);
        // A plan is read by others than those who may know of it.
        const auto* dossier =
            objection.exists() && !is_protected(id) ? &past_.dossier(objection.filed->dossier) : nullptr;
        const auto& owner = command_.owner;
        const bool concerns = dossier && dossier->exists() && dossier->opened->cycle == command_.cycle &&
                              (owner.person ? dossier->opened->person == *owner.person
                                            : past_.registry().within(dossier->opened->post.unit, *owner.unit, day_));
        require(concerns, field,
                "Kiến nghị, khiếu nại " + id.str() + " không liên quan đến người, đơn vị này trong kỳ.",
                "Objection " + id.str() + " does not concern the owner in this cycle.");
    }

    void earlier(const PlanId& id, const std::string& field) {
        const auto& plan = past_.plan(id);
        const auto* then = plan.exists() ? past_.registry().cycle(*plan.cycle) : nullptr;
        const auto* now = past_.registry().cycle(command_.cycle);
        require(then && now && then->opened.year < now->opened.year && plan.owner == command_.owner, field,
                "Kế hoạch " + id.str() + " không phải kế hoạch năm trước của cùng người, đơn vị này.",
                "Plan " + id.str() + " is not an earlier year's plan of the same owner.");
    }

    void measure(const Measure& item, const std::string& field) {
        require(!item.measure.empty() && measures_.insert(item.measure).second, field + "/measure",
                "Mã biện pháp phải có và không trùng trong kế hoạch.", "A measure has an id of its own in the plan.");
        require(!item.action.empty(), field + "/action", "Phải ghi biện pháp.", "The action is missing.");
        require(!item.product.empty(), field + "/product", "Phải ghi sản phẩm hoặc minh chứng phải có.",
                "The product or evidence expected is missing.");
        problems_.person(past_, item.responsible, field + "/responsible");
        const auto known = before_.measures.find(item.measure);
        const bool stays = known != before_.measures.end();
        if (stays && known->second.verified && known->second.measure != item) {
            wrong_.push_back(step_order(past_, before_, field,
                                        "Biện pháp đã được xác nhận khắc phục thì không thay đổi; muốn thay đổi thì "
                                        "phải mở lại.",
                                        "A verified measure stays as it is; reopen it first."));
        }
        if (!stays || known->second.measure.due != item.due) due(item.due, field + "/due");
    }

    void due(Date day, const std::string& field) {
        const auto working = law::Calendar::vietnam().is_working_day(day);
        if (!working) {
            auto refusal = working.error();
            refusal.field = field;
            wrong_.push_back(std::move(refusal));
            return;
        }
        rule(*working && day > day_, "invalid-field", field,
             "Thời hạn " + day.vietnamese() + " phải là ngày làm việc sau ngày lập kế hoạch (" + day_.vietnamese() +
                 ").",
             "The due date " + day.iso() + " must be a working day after the plan (" + day_.iso() + ").");
    }

    void answerable() {
        const std::string list = "/answerable";
        if (command_.owner.person) {
            require(command_.answerable.empty(), list, "Chỉ kế hoạch của tập thể nêu người chịu trách nhiệm và tỷ lệ.",
                    "Only a collective's plan names persons answerable and their share.");
            return;
        }
        require(command_.answerable.size() <= kAnswerableMax, list,
                "Danh sách có tối đa " + std::to_string(kAnswerableMax) + " dòng.",
                "The list has at most " + std::to_string(kAnswerableMax) + " lines.");
        std::map<ShortcomingId, int> shares;
        std::set<std::pair<ShortcomingId, PersonCode>> named;
        for (std::size_t i = 0; i < command_.answerable.size(); ++i) {
            const auto& item = command_.answerable[i];
            const auto field = list + "/" + std::to_string(i);
            problems_.person(past_, item.person, field + "/person");
            require(shortcomings_.contains(item.shortcoming), field + "/shortcoming",
                    "Kế hoạch không có hạn chế, khuyết điểm mang mã này.", "The plan has no such shortcoming.");
            require(named.emplace(item.shortcoming, item.person).second, field, "Người này được ghi hai lần.",
                    "The person is named twice for the shortcoming.");
            require(item.share_percent >= 1 && item.share_percent <= 100, field + "/sharePercent",
                    "Tỷ lệ từ 1 đến 100%.", "The share is 1 to 100 percent.");
            require(!item.part.empty(), field + "/part", "Phải ghi phần trách nhiệm.", "The part is missing.");
            shares[item.shortcoming] += item.share_percent;
        }
        for (const auto& id : shortcomings_) {
            const auto share = shares.find(id);
            rule(share != shares.end() && share->second == 100, "facts-inconsistent", list,
                 "Hạn chế, khuyết điểm " + id.str() +
                     " của tập thể phải nêu người chịu trách nhiệm với tổng tỷ lệ 100%.",
                 "The collective's shortcoming " + id.str() + " names persons whose shares add up to 100 %.");
        }
    }

    Past& past_;
    const AdoptPlan& command_;
    const Plan& before_;
    Date day_;
    std::string clause_;
    organisation::Problems problems_;
    std::vector<Refusal> wrong_, broken_;
    std::set<ShortcomingId> shortcomings_;
    std::set<MeasureId> measures_;
};

}  // namespace

std::string left_out(Past& past, const CycleId& cycle, const Owner& owner,
                     const std::function<bool(const ShortcomingId&)>& taken_up) {
    std::string left;
    const auto& conclusion = past.review(review_id(cycle, owner)).concluded;
    if (!conclusion) return left;
    for (const auto& one : conclusion->shortcomings)
        if (!taken_up(one.shortcoming)) left += (left.empty() ? "" : ", ") + one.shortcoming.str();
    return left;
}

Found check_contents(Past& past, const AdoptPlan& command, const Plan& before, Date day) {
    return Check(past, command, before, day).result();
}

}  // namespace minhbach::services::remediation
