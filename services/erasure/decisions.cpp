// Asking, approving, refusing and withdrawing; holds and terms.
#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "events/refusals.hpp"
#include "services/erasure/commands.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/conflicts.hpp"
#include "services/organisation/inputs.hpp"
#include "services/past.hpp"

namespace minhbach::services::erasure {
namespace {

using organisation::Problems;
using organisation::written;

constexpr int kYearsMax = 100;

// By the post the person holds or held last; somebody who never held one belongs to no unit.
Result<Authority> competent(Past& past, const Acting& acting, Power power, const PersonCode& subject) {
    past.note(person_stream(subject));
    const auto* person = past.registry().person(subject);
    const auto* post = person ? person->last_post_at(acting.today()) : nullptr;
    if (!post) return organisation::competent_somewhere(past, acting.person, power, acting.today());
    return organisation::competent_about(past, acting.person, power, subject, *post, acting.today());
}

// Inspection answers for nobody's rating; where it is not at hand, who decides about the person does.
Result<Authority> competent_to_approve(Past& past, const Acting& acting, const PersonCode& subject) {
    auto inspector = competent(past, acting, Power::inspect, subject);
    if (inspector) return inspector;
    auto head = competent(past, acting, Power::decide, subject);
    return head ? std::move(head) : std::move(inspector);
}

// What is entered here outlives the erasure: a name in it would, too.
void require_nameless(Past& past, Problems& problems, const std::optional<PersonCode>& subject, std::string_view text,
                      std::string_view field) {
    const auto* person = subject ? past.registry().person(*subject) : nullptr;
    problems.require(!person || text.find(person->full_name.str()) == std::string_view::npos, field,
                     "Không ghi họ tên ở đây vì nội dung này được giữ sau khi xóa; hãy dùng mã.",
                     "Do not name the person here, for this text outlives the erasure; use the code.");
}

// Under whichever of their codes; what a code was merged into is entered in its stream.
bool is_same_person(Past& past, const PersonCode& one, const PersonCode& other) {
    past.note(person_stream(one));
    past.note(person_stream(other));
    return past.registry().kept_code(one) == past.registry().kept_code(other);
}

std::optional<Refusal> about_oneself(Past& past, const Acting& acting, const PersonCode& subject) {
    if (!is_same_person(past, acting.person, subject)) return std::nullopt;
    auto refusal = organisation::self_decision("Việc xóa dữ liệu của mình do người khác đề nghị và phê duyệt.",
                                               "Others ask for and approve the erasure of one's own data.");
    refusal.clause = kInternalRule;
    return refusal;
}

std::optional<Refusal> first_of(std::vector<Refusal> obstacles) {
    if (obstacles.empty()) return std::nullopt;
    return together(std::move(obstacles));
}

Result<const Erasure*> find_open(Past& past, const ErasureId& id) {
    past.note(erasure_stream(id));
    const auto* erasure = past.registry().erasures().find(id);
    if (!erasure) {
        return not_found("Không có đề nghị xóa dữ liệu mang mã " + id.str() + ".",
                         "There is no request for erasure " + id.str() + ".");
    }
    if (erasure->status != Status::requested) {
        return Refusal{"step-order",
                       "",
                       std::string(kInternalRule),
                       "Đề nghị này đã được xử lý hoặc đã rút.",
                       "This request was decided or withdrawn already.",
                       {}};
    }
    return erasure;
}

// Who decides on a request: not who asked, not whom it is about.
Result<Authority> second_person(Past& past, const Acting& acting, const Erasure& erasure) {
    const auto& subject = erasure.requested.subject;
    if (auto refusal = about_oneself(past, acting, subject)) return std::move(*refusal);
    if (is_same_person(past, acting.person, erasure.requester)) {
        return Refusal{"same-person",
                       "",
                       std::string(kInternalRule),
                       "Người đã đề nghị xóa không được tự quyết định đề nghị đó; cần người thứ hai.",
                       "Whoever asked for the erasure does not decide on it; a second person does.",
                       {}};
    }
    return competent_to_approve(past, acting, subject);
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const RequestErasure& command) {
    const auto authority = competent(past, acting, Power::record, command.subject);
    if (!authority) return authority.error();
    if (auto refusal = about_oneself(past, acting, command.subject)) return *refusal;
    past.note(erasure_stream(command.erasure));
    const auto& erasures = past.registry().erasures();
    if (erasures.find(command.erasure)) {
        return organisation::already_exists("/erasure", "Đã có đề nghị mang mã " + command.erasure.str() + ".",
                                            "There is a request " + command.erasure.str() + " already.");
    }
    if (const auto* other = erasures.standing(command.subject)) {
        past.note(erasure_stream(other->requested.erasure));
        return organisation::already_exists(
            "/subject", "Đã có đề nghị xóa dữ liệu của người này: " + other->requested.erasure.str() + ".",
            "There is a request about this person already: " + other->requested.erasure.str() + ".");
    }
    Problems problems;
    past.note(person_stream(command.subject));
    // In a store put back behind an erasure somebody whose key is gone is known by the streams alone.
    const bool is_known = past.registry().person(command.subject) || !past.streams_about(command.subject).empty();
    problems.require(is_known, "/subject", "Không có người mang mã " + command.subject.str() + ".",
                     "There is no person " + command.subject.str() + ".");
    problems.document(past, command.document);
    problems.require_reason(command.reason);
    require_nameless(past, problems, command.subject, command.reason.str(), "/reason");
    require_nameless(past, problems, command.subject, command.clause.str(), "/clause");
    if (!problems.none()) return std::move(problems).refusal();
    if (auto refusal = first_of(obstacles(past, command.subject, acting.today()))) return *std::move(refusal);
    return written(*authority, erasure_stream(command.erasure), command);
}

Decision decide(Past& past, const Acting& acting, const ApproveErasure& command) {
    const auto erasure = find_open(past, command.erasure);
    if (!erasure) return erasure.error();
    const auto authority = second_person(past, acting, **erasure);
    if (!authority) return authority.error();
    const auto& subject = (*erasure)->requested.subject;
    if (auto refusal = first_of(obstacles(past, subject, acting.today()))) return *std::move(refusal);
    return written(*authority, erasure_stream(command.erasure), ErasureApproved{command.erasure, subject});
}

Decision decide(Past& past, const Acting& acting, const RefuseErasure& command) {
    const auto erasure = find_open(past, command.erasure);
    if (!erasure) return erasure.error();
    const auto authority = second_person(past, acting, **erasure);
    if (!authority) return authority.error();
    const auto& subject = (*erasure)->requested.subject;
    Problems problems;
    problems.require_reason(command.reason);
    require_nameless(past, problems, subject, command.reason.str(), "/reason");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, erasure_stream(command.erasure),
                   ErasureRefused{command.erasure, subject, command.reason});
}

Decision decide(Past& past, const Acting& acting, const WithdrawErasure& command) {
    const auto erasure = find_open(past, command.erasure);
    if (!erasure) return erasure.error();
    const auto& subject = (*erasure)->requested.subject;
    const auto authority = competent(past, acting, Power::record, subject);
    if (!authority) return authority.error();
    if (!is_same_person(past, acting.person, (*erasure)->requester)) {
        return Refusal{"not-competent",
                       "",
                       std::string(kInternalRule),
                       "Chỉ người đã đề nghị mới rút đề nghị; người khác thì phê duyệt hoặc từ chối.",
                       "Only who asked withdraws the request; others approve or refuse it.",
                       {}};
    }
    Problems problems;
    problems.require_reason(command.reason);
    require_nameless(past, problems, subject, command.reason.str(), "/reason");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, erasure_stream(command.erasure),
                   ErasureWithdrawn{command.erasure, subject, command.reason});
}

Decision decide(Past& past, const Acting& acting, const PlaceLegalHold& command) {
    if (command.subject.has_value() == command.unit.has_value() || (command.subject && command.cycle)) {
        return invalid_field("/subject", "Lệnh giữ nhằm vào một người, hoặc một đơn vị (trong một kỳ hay mọi kỳ).",
                             "A hold is over one person, or over one unit (in one cycle or in all).");
    }
    const auto authority = command.subject ? competent(past, acting, Power::inspect, *command.subject)
                                           : organisation::competent_for_unit(past, acting.person, Power::inspect,
                                                                              *command.unit, acting.today());
    if (!authority) return authority.error();
    past.note(legal_hold_stream(command.hold));
    if (past.registry().erasures().hold(command.hold)) {
        return organisation::already_exists("/hold", "Đã có lệnh giữ mang mã " + command.hold.str() + ".",
                                            "There is a hold " + command.hold.str() + " already.");
    }
    Problems problems;
    if (command.subject) problems.person(past, *command.subject, "/subject");
    if (command.unit) problems.unit(past, *command.unit);
    problems.require(!command.cycle || past.registry().cycle(*command.cycle), "/cycle", "Không có kỳ đánh giá này.",
                     "There is no such cycle.");
    problems.document(past, command.document);
    problems.require_reason(command.reason);
    require_nameless(past, problems, command.subject, command.reason.str(), "/reason");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, legal_hold_stream(command.hold), command);
}

Decision decide(Past& past, const Acting& acting, const LiftLegalHold& command) {
    past.note(legal_hold_stream(command.hold));
    const auto* hold = past.registry().erasures().hold(command.hold);
    if (!hold) {
        return not_found("Không có lệnh giữ mang mã " + command.hold.str() + ".",
                         "There is no hold " + command.hold.str() + ".");
    }
    const auto& placed = hold->placed;
    const auto authority = placed.subject ? competent(past, acting, Power::inspect, *placed.subject)
                                          : organisation::competent_for_unit(past, acting.person, Power::inspect,
                                                                             *placed.unit, acting.today());
    if (!authority) return authority.error();
    if (hold->lifted) {
        return Refusal{"step-order",
                       "",
                       std::string(kInternalRule),
                       "Lệnh giữ này đã được gỡ.",
                       "This hold was lifted already.",
                       {}};
    }
    Problems problems;
    problems.document(past, command.document);
    problems.require_reason(command.reason);
    require_nameless(past, problems, placed.subject, command.reason.str(), "/reason");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, legal_hold_stream(command.hold),
                   LegalHoldLifted{command.hold, placed.subject, command.document, command.reason});
}

// For the whole province: by who runs its cycles, with a mandate that reaches its root.
Decision decide(Past& past, const Acting& acting, const DefineRetention& command) {
    Result<Authority> authority = Authority{};
    for (const auto& [code, unit] : past.registry().units()) {
        const auto* version = unit.at(acting.today());
        if (!version || version->parent) continue;
        authority = organisation::competent_for_unit(past, acting.person, Power::open_cycle, code, acting.today());
        if (!authority) return authority.error();
    }
    past.note(retention_stream(command.retention));
    if (past.registry().erasures().has_retention(command.retention)) {
        return organisation::already_exists("/retention", "Đã có loại mang mã " + command.retention.str() + ".",
                                            "There is a class " + command.retention.str() + " already.");
    }
    Problems problems;
    problems.document(past, command.document);
    problems.require(!command.kinds.empty(), "/kinds", "Phải nêu ít nhất một loại hồ sơ.",
                     "Name one kind of record at least.");
    problems.require(!command.years || (*command.years >= 0 && *command.years <= kYearsMax), "/years",
                     "Thời hạn từ 0 đến " + std::to_string(kYearsMax) + " năm; bỏ trống là vĩnh viễn.",
                     "0 to " + std::to_string(kYearsMax) + " years; left out: permanently.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, retention_stream(command.retention), command);
}

Decision enter_execution(Past& past, const ErasureExecuted& executed) {
    past.note(erasure_stream(executed.erasure));
    const auto* erasure = past.registry().erasures().find(executed.erasure);
    if (!erasure || (erasure->status != Status::approved && erasure->status != Status::executed)) {
        throw std::logic_error("the execution of an erasure that nobody approved: " + executed.erasure.str());
    }
    Decided decided;
    decided.authority.actor = PersonCode::of("system");
    decided.authority.capacity = Capacity::system;
    if (erasure->status == Status::approved)
        decided.events.push_back({erasure_stream(executed.erasure), executed, {}, {}});
    return decided;
}

}  // namespace minhbach::services::erasure
