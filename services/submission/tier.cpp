// Sending, returning and accepting a unit's file on its tier. Being late is seen from the time of entry and never
// refused.
#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"
#include "services/submission/submission.hpp"

namespace minhbach::services::submission {
namespace {

using organisation::Entry;
using organisation::Registry;

std::optional<Refusal> unknown_target(const Registry& registry, const CycleId& cycle, const UnitCode& unit) {
    if (!registry.cycle(cycle)) return invalid_field("/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    if (!registry.unit(unit)) return invalid_field("/unit", "Không có đơn vị này.", "There is no such unit.");
    return std::nullopt;
}

bool is_agency(const Registry& registry, const UnitCode& unit, Date day) {
    return registry.agency_of(unit, day) == unit;
}

std::optional<UnitCode> parent_agency(const Registry& registry, const UnitCode& unit, Date day) {
    const auto* found = registry.unit(unit);
    const auto* version = found ? found->at(day) : nullptr;
    return version && version->parent ? registry.agency_of(*version->parent, day) : std::nullopt;
}

bool can_be_called(std::string_view number) {
    if (number.starts_with('+')) number.remove_prefix(1);
    const auto digits = std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 8 && digits <= 15 && number.find_first_not_of("0123456789 .-()") == std::string_view::npos;
}

struct Parts {
    std::vector<SubmittedDossier> part_a, part_b;
    SettledCounts counts;
    int pending = 0;
    std::vector<DossierId> undecided;
};

// Who works in the unit and is managed above it goes into part A, who is managed by it into part B.
Parts gather(Past& past, const CycleId& cycle, const UnitCode& unit, Date day) {
    const auto& registry = past.registry();
    std::set<UnitCode> own;
    for (const auto& below : registry.subtree(unit, day)) {
        if (registry.agency_of(below, day) == unit) own.insert(below);
    }
    Parts parts;
    const auto concerns = [&](const Post& post) { return post.managed_by == unit || own.contains(post.unit); };
    for (const auto& id : evaluation::dossiers_of(past, cycle, concerns)) {
        const auto& dossier = past.dossier(id);
        const SubmittedDossier submitted{id, dossier.events};
        if (dossier.closed) {
            const bool above = dossier.opened->post.managed_by != unit;
            (above ? parts.part_a : parts.part_b).push_back(submitted);
            if (!above) parts.counts.add(std::nullopt);
            continue;
        }
        if (dossier.opened->post.managed_by != unit) {
            const bool not_rated = !dossier.proposal && !dossier.decision && [&] {
                const auto evaluation = evaluation::evaluation_of(past, dossier, Judge::advisory_body);
                return evaluation && evaluation->outcome == RuleOutcome::not_rated;
            }();
            if (dossier.proposal || dossier.decision || not_rated) {
                parts.part_a.push_back(submitted);
                continue;
            }
        } else if (dossier.decision) {
            parts.part_b.push_back(submitted);
            parts.counts.add(dossier.decision->level);
            continue;
        }
        ++parts.pending;
        parts.undecided.push_back(id);
    }
    return parts;
}

std::vector<UnitCode> consolidated(Past& past, const CycleId& cycle, const UnitCode& unit, Date day) {
    const auto& registry = past.registry();
    std::vector<UnitCode> accepted;
    for (const auto& below : registry.subtree(unit, day)) {
        if (below == unit || !is_agency(registry, below, day) || parent_agency(registry, below, day) != unit) continue;
        const auto& submission = past.submission(cycle, below);
        if (submission.status == FileStatus::accepted && submission.file->to == unit) accepted.push_back(below);
    }
    return accepted;
}

// Returning and accepting: by whoever holds `receive` for the sender and works in the unit the file went to.
Result<Authority> receiving(Past& past, const Acting& acting, const CycleId& cycle, const UnitCode& unit) {
    const auto& registry = past.registry();
    if (auto refusal = unknown_target(registry, cycle, unit)) return *std::move(refusal);
    Entry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise_for_unit(Power::receive, unit); !outcome) return outcome.error();
    const auto& submission = past.submission(cycle, unit);
    if (submission.status != FileStatus::submitted) {
        return Refusal{"step-order",
                       "/unit",
                       registry.letter_of(cycle),
                       "Đơn vị " + unit.str() + " không có hồ sơ đang chờ tiếp nhận.",
                       "Unit " + unit.str() + " has no file waiting to be received.",
                       {}};
    }
    past.note(person_stream(acting.person));
    const auto* person = registry.person(acting.person);
    const auto* post = person ? person->main_post_at(acting.today()) : nullptr;
    const auto& to = submission.file->to;
    if (!post || registry.agency_of(post->unit, acting.today()) != to) {
        return Refusal{
            "not-competent",
            "/unit",
            registry.letter_of(cycle),
            "Hồ sơ được gửi đến " + to.str() + "; chỉ người tiếp nhận của đơn vị đó trả lại hoặc tiếp nhận được.",
            "The file was sent to " + to.str() + "; only its receiving officers return or accept it.",
            {}};
    }
    return entry.authority();
}

}  // namespace

std::optional<UnitCode> receiver_of(Past& past, const UnitCode& unit, Date day) {
    const auto& registry = past.registry();
    const auto above = parent_agency(registry, unit, day);
    if (!above) return std::nullopt;
    const auto* found = registry.unit(*above);
    if (!found || found->kind != UnitKind::province) return above;
    for (const auto& [id, mandate] : registry.mandates()) {
        const auto& granted = mandate.granted;
        const bool receives =
            std::find(granted.powers.begin(), granted.powers.end(), Power::receive) != granted.powers.end();
        if (!receives || granted.unit != *above || !mandate.holds_on(day)) continue;
        const auto* person = registry.person(granted.person);
        const auto* post = person ? person->main_post_at(day) : nullptr;
        if (!post) continue;
        past.note(mandates_stream(granted.person));
        if (auto agency = registry.agency_of(post->unit, day)) return agency;
    }
    return std::nullopt;
}

Decision decide(Past& past, const Acting& acting, const SubmitFile& command) {
    const auto& registry = past.registry();
    if (auto refusal = unknown_target(registry, command.cycle, command.unit)) return *std::move(refusal);
    Entry entry(past, acting, std::nullopt);
    if (auto outcome = entry.authorise_for_unit(Power::submit, command.unit); !outcome) return outcome.error();
    const auto day = acting.today();
    std::vector<Refusal> wrong;
    if (!is_agency(registry, command.unit, day)) {
        wrong.push_back(invalid_field("/unit",
                                      "Chỉ cơ quan, đơn vị độc lập mới gửi hồ sơ; phòng, ban gửi qua cơ quan của mình.",
                                      "Only agencies send a file; divisions are part of their agency's."));
    }
    if (command.document) {
        if (auto document = evaluation::find_document(past, *command.document, "/document"); !document) {
            wrong.push_back(document.error());
        }
    }
    if (!wrong.empty()) return together(std::move(wrong));

    const auto& submission = past.submission(command.cycle, command.unit);
    const auto to = receiver_of(past, command.unit, day);
    const auto refused = [&](std::string vi, std::string en) {
        return Refusal{"step-order", "/unit", registry.letter_of(command.cycle), std::move(vi), std::move(en), {}};
    };
    if (!to)
        return refused("Chưa xác định được nơi tiếp nhận hồ sơ của đơn vị này.",
                       "No unit receives the file of this unit.");
    if (submission.status == FileStatus::submitted) {
        return refused("Hồ sơ đã gửi và đang chờ tiếp nhận.", "The file has been sent and waits to be received.");
    }
    if (submission.status == FileStatus::accepted) {
        return refused("Hồ sơ đã được tiếp nhận.", "The file has been accepted.");
    }
    auto parts = gather(past, command.cycle, command.unit, day);
    if (!parts.undecided.empty() && !command.leave_out_pending) {
        constexpr std::size_t kNamed = 20;
        std::string named;
        for (std::size_t i = 0; i < std::min(kNamed, parts.undecided.size()); ++i) {
            named += (i == 0 ? "" : ", ") + parts.undecided[i].str();
        }
        const auto number = std::to_string(parts.undecided.size());
        auto refusal = refused("Còn " + number +
                                   " hồ sơ chưa có kết luận (hoặc đề xuất, với người do cấp trên quản lý): " + named +
                                   "; hãy hoàn thành hoặc gửi không kèm các hồ sơ này.",
                               number + " dossiers have no decision (or no proposal, where managed above): " + named +
                                   "; finish them or leave them out.");
        refusal.field = "/leaveOutPending";
        return refusal;
    }
    return evaluation::written(
        entry, submission_stream(command.cycle, command.unit),
        FileSubmitted{command.cycle, command.unit, *to, submission.exists() ? submission.file->version + 1 : 1,
                      std::move(parts.part_a), std::move(parts.part_b), parts.counts, parts.pending,
                      consolidated(past, command.cycle, command.unit, day), command.document});
}

Decision decide(Past& past, const Acting& acting, const ReturnFile& command) {
    const auto authority = receiving(past, acting, command.cycle, command.unit);
    if (!authority) return authority.error();
    std::vector<Refusal> wrong;
    evaluation::require_reason(command.reason, "/reason", wrong);
    if (command.phone && !can_be_called(command.phone->str()))
        wrong.push_back(invalid_field("/phone", "Số điện thoại gồm 8 đến 15 chữ số, có thể bắt đầu bằng dấu +.",
                                      "A telephone number has 8 to 15 digits and may begin with a plus sign."));
    if (!wrong.empty()) return together(std::move(wrong));
    const int version = past.submission(command.cycle, command.unit).file->version;
    return Decided{*authority,
                   {{submission_stream(command.cycle, command.unit),
                     FileReturned{command.cycle, command.unit, version, command.reason, command.phone},
                     {},
                     {}}}};
}

Decision decide(Past& past, const Acting& acting, const AcceptFile& command) {
    const auto authority = receiving(past, acting, command.cycle, command.unit);
    if (!authority) return authority.error();
    const int version = past.submission(command.cycle, command.unit).file->version;
    return Decided{*authority,
                   {{submission_stream(command.cycle, command.unit),
                     FileAccepted{command.cycle, command.unit, version, command.remark},
                     {},
                     {}}}};
}

}  // namespace minhbach::services::submission
