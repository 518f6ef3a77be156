// A dossier whose person went elsewhere before the level was decided, or will not be rated at all.
#include "events/refusals.hpp"
#include "services/evaluation/commands.hpp"
#include "services/evaluation/steps.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/posts.hpp"

namespace minhbach::services::evaluation {
namespace {

using organisation::Problems;

Refusal is_decided(const Dossier& dossier, const std::string& clause) {
    return {"step-order",
            "/dossier",
            clause,
            "Hồ sơ " + dossier.opened->dossier.str() + " đã có kết luận mức xếp loại.",
            "The level of dossier " + dossier.opened->dossier.str() + " is decided.",
            {}};
}

// Who runs the cycle in the agency that rates holders of the post, not in one's own case.
Result<Authority> may_run(Past& past, const Acting& acting, const Dossier& dossier, const UnitCode& agency) {
    const auto authority =
        organisation::competent_for_staff(past, acting.person, Power::open_cycle, agency, acting.today());
    if (!authority) return authority.error();
    if (acting.person == dossier.opened->person) {
        return organisation::self_decision("Không được tự chuyển, đóng hoặc mở lại hồ sơ của chính mình.",
                                           "Nobody moves, closes or reopens a dossier of one's own.");
    }
    return authority;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const MoveDossier& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& opened = *dossier.opened;
    const auto clause = former_agency_clause(past, dossier);
    const auto today = acting.today();
    past.note(person_stream(opened.person));
    const auto* person = past.registry().person(opened.person);
    const auto post = person ? organisation::rated_post_at(past.registry(), *person, today) : std::nullopt;
    if (!post) {
        return Refusal{
            "step-order",
            "/dossier",
            clause,
            "Hôm nay " + opened.person.str() + " không giữ chức vụ nào; hãy ghi nhận vị trí mới, hoặc đóng hồ sơ.",
            opened.person.str() + " holds no post today; assign the new one, or close the dossier.",
            {}};
    }
    const auto authority = may_run(past, acting, dossier, post->managed_by);
    if (!authority) return authority.error();
    if (dossier.decision) return is_decided(dossier, clause);
    if (*post == opened.post) return organisation::nothing_to_change();
    const auto& cycle = *past.registry().cycle(opened.cycle);
    Problems problems;
    problems.document(past, command.document);
    const auto& scope = cycle.opened.scope;
    problems.require(std::any_of(scope.begin(), scope.end(),
                                 [&](const auto& top) { return past.registry().within(post->unit, top, today); }),
                     "/dossier", "Đơn vị mới " + post->unit.str() + " không thuộc phạm vi của kỳ đánh giá.",
                     "The new unit " + post->unit.str() + " is outside the scope of the cycle.");
    if (!problems.none()) return std::move(problems).refusal();
    DossierMoved moved{opened.dossier, opened.person, opened.post, *post, std::nullopt, command.document};
    const auto* group = cycle.group_of(opened.person);
    if (group && group->agency == post->managed_by) moved.group = group->group;
    return organisation::written(*authority, dossier_stream(opened.dossier), moved);
}

Decision decide(Past& past, const Acting& acting, const CloseDossier& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto authority = may_run(past, acting, dossier, dossier.opened->post.managed_by);
    if (!authority) return authority.error();
    if (dossier.decision) return is_decided(dossier, kInternalRule);
    Problems problems;
    problems.require_reason(command.reason);
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(
        *authority, dossier_stream(command.dossier),
        DossierClosed{command.dossier, dossier.opened->person, command.cause, command.reason, command.document});
}

Decision decide(Past& past, const Acting& acting, const ReopenDossier& command) {
    const auto found = find_dossier(past, command.dossier, Closed::too);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto authority = may_run(past, acting, dossier, dossier.opened->post.managed_by);
    if (!authority) return authority.error();
    if (!dossier.closed) return organisation::nothing_to_change();
    Problems problems;
    problems.person(past, dossier.opened->person, "/dossier");  // one merged into another has no more dossiers
    problems.require_reason(command.reason);
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(
        *authority, dossier_stream(command.dossier),
        DossierReopened{command.dossier, dossier.opened->person, command.reason, command.document});
}

}  // namespace minhbach::services::evaluation
