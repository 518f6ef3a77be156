#include "services/review/reviewed.hpp"

#include <algorithm>
#include <stdexcept>

#include "events/refusals.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::review {
namespace {

Outcome authorise(Past& past, Entry& entry, const Owner& owner, const Way& way) {
    if (way.by == Way::By::owner) return entry.authorise_self(owner.person.value());
    if (way.by == Way::By::head) return entry.authorise_head(owner.unit.value());
    if (way.unit) return entry.authorise_for_unit(way.power, *way.unit);
    if (owner.unit) return entry.authorise_for_unit(way.power, *owner.unit);
    past.note(person_stream(*owner.person));
    const auto* person = past.registry().person(*owner.person);
    const auto* post = person ? person->last_post_at(entry.day()) : nullptr;
    if (!post)
        return invalid_field("/owner/person", "Người này chưa được ghi nhận chức vụ, vị trí việc làm.",
                             "The person has no post.");
    return entry.authorise_for_person(way.power, *owner.person, *post);
}

}  // namespace

Outcome check_review(Past& past, const ReviewId& review, const CycleId& cycle, const Owner& owner, Date today) {
    Problems problems;
    past.note(cycle_stream(cycle));
    problems.require(past.registry().cycle(cycle), "/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    problems.require(owner.person.has_value() != owner.unit.has_value(), "/owner",
                     "Phải ghi một người hoặc một đơn vị.", "The owner is one person or one unit.");
    if (!problems.none()) return std::move(problems).refusal();
    if (owner.unit)
        problems.unit_on(past, *owner.unit, today, "/owner/unit");
    else
        problems.person(past, *owner.person, "/owner/person");
    const auto id = cycle.str() + (owner.person ? ".p." + owner.person->str() : ".u." + owner.unit->str());
    problems.require(review.str() == id, "/review", "Mã kiểm điểm phải là " + id + ".",
                     "The review's id is " + id + ".");
    if (!problems.none()) return std::move(problems).refusal();
    return {};
}

Result<Entry> entry_by(Past& past, const Acting& acting, const Owner& owner, std::initializer_list<Way> ways,
                       const std::optional<evaluation::OnPaper>& on_paper) {
    std::optional<Entry> first;
    std::optional<Refusal> refused;
    for (const auto& way : ways) {
        Entry entry(past, acting, evaluation::transcription(on_paper));
        if (auto outcome = authorise(past, entry, owner, way); !outcome) {
            if (!refused) refused = outcome.error();
        } else if (entry.breaches().empty()) {
            return entry;
        } else if (!first) {
            first.emplace(entry);
        }
    }
    if (first) return *first;
    return *refused;
}

Outcome not_about_oneself(Entry& entry, const Owner& owner, const std::string& clause) {
    if (!owner.person || entry.authority().actor != *owner.person) return {};
    return entry.breach({"self-decision",
                         "",
                         clause,
                         "Không ai tự gợi ý, tự kết luận kiểm điểm của chính mình.",
                         "Nobody suggests or concludes the own review.",
                         {}});
}

std::string pointer(std::string_view list, std::size_t i, std::string_view member) {
    return "/" + std::string(list) + "/" + std::to_string(i) + std::string(member);
}

namespace {

const law::Rulebook& rulebook_of(const Past& past, const CycleId& cycle) {
    const auto& newest = law::rulebook_with(law::ProcedureStep::review, past.registry().cycle(cycle)->opened.year);
    return *past.rulebook(newest.id(), newest.hash()).value();
}

law::Who who(const law::Rulebook& rulebook, const Owner& owner) {
    const auto column = rulebook.column(owner.unit ? "ORGANISATION" : "PARTY_MEMBER", false);
    if (!column) throw std::logic_error("rulebook " + rulebook.id().str() + " has reviews, but not of them");
    return {*column, law::Position::other};
}

}  // namespace

std::string order_clause(Past& past, const CycleId& cycle) {
    return rulebook_of(past, cycle).procedure().clauses_of(law::ProcedureStep::review);
}

std::string form_clause(Past& past, const CycleId& cycle, const Owner& owner) {
    const auto& rulebook = rulebook_of(past, cycle);
    const auto step = owner.unit ? law::ProcedureStep::review_draft : law::ProcedureStep::self_assessment;
    const auto* form = rulebook.procedure().form(step, who(rulebook, owner));
    return form ? form->clause->citation.str() : order_clause(past, cycle);
}

const law::DueRule& draft_term(Past& past, const CycleId& cycle, const Owner& owner) {
    const auto& rulebook = rulebook_of(past, cycle);
    return evaluation::term_of(rulebook, who(rulebook, owner), law::TermName::review_draft);
}

bool waits_for_draft(Past& past, const CycleId& cycle, const Owner& owner) {
    const auto& rulebook = rulebook_of(past, cycle);
    const auto* rule = rulebook.procedure().step(law::ProcedureStep::review, who(rulebook, owner));
    return rule &&
           std::find(rule->after.begin(), rule->after.end(), law::ProcedureStep::review_draft) != rule->after.end();
}

Refusal out_of_order(Past& past, const CycleId& cycle, std::string field, std::string vi, std::string en) {
    return {"step-order", std::move(field), order_clause(past, cycle), std::move(vi), std::move(en), {}};
}

}  // namespace minhbach::services::review
