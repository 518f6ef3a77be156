// Proposing and issuing a layer, and filling the province's slots.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/concretisation/layers.hpp"
#include "services/evaluation/commands.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::concretisation {
namespace {

using organisation::Problems;

Refusal out_of_order(std::string field, std::string vi, std::string en) {
    return {"step-order", std::move(field), kInternalRule, std::move(vi), std::move(en), {}};
}

// Frozen by the first form: nobody is judged by what was written after they had assessed themselves.
std::optional<Refusal> frozen(Past& past, const CycleId& cycle, const std::function<bool(const Post&)>& concerned) {
    for (const auto& id : evaluation::dossiers_of(past, cycle, concerned)) {
        if (past.dossier(id).self_assessments == 0) continue;
        return out_of_order(
            "/layer",
            "Hồ sơ " + id.str() + " đã có phiếu tự đánh giá; lớp cụ thể hóa không thay đổi được nữa trong kỳ này.",
            "Dossier " + id.str() + " has a self-assessment; the layer can no longer change in this cycle.");
    }
    return std::nullopt;
}

// An agency in the cycle, and whoever decides for its staff.
Result<Authority> head_of(Past& past, const Acting& acting, const CycleId& id, const UnitCode& agency) {
    past.note(cycle_stream(id));
    const auto* cycle = past.registry().cycle(id);
    const auto today = acting.today();
    Problems problems;
    problems.require(cycle != nullptr, "/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    problems.unit_on(past, agency, today, "/agency");
    if (!problems.none()) return std::move(problems).refusal();
    problems.require(past.registry().agency_of(agency, today) == agency && cycle::in_scope(past, *cycle, agency, today),
                     "/agency", "Đơn vị này không phải cơ quan, đơn vị độc lập trong phạm vi của kỳ.",
                     "The unit is no agency of its own in the scope of the cycle.");
    if (!problems.none()) return std::move(problems).refusal();
    if (auto closed = cycle::closed_for(past, id, acting.now)) return *std::move(closed);
    return organisation::competent_for_staff(past, acting.person, Power::decide, agency, today);
}

std::function<bool(const Post&)> people_of(const Past& past, const UnitCode& agency, Date day) {
    return [&past, agency, day](const Post& post) { return past.registry().agency_of(post.unit, day) == agency; };
}

// The layers above the agency's own: the province's.
InForce above(Past& past, const CycleId& cycle, const UnitCode& agency, Date day) {
    auto layers = in_force_for(past, cycle, agency, day);
    if (past.concretisation(cycle, agency).in_force()) {
        layers.applied.pop_back();
        layers.layers.pop_back();
    }
    return layers;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const ProposeConcretisation& command) {
    const auto authority = head_of(past, acting, command.cycle, command.agency);
    if (!authority) return authority.error();
    const auto today = acting.today();
    const auto rulebook = evaluation::rulebook_of(past, command.cycle, command.agency, today);
    if (!rulebook) return rulebook.error();
    if (auto refusal = frozen(past, command.cycle, people_of(past, command.agency, today))) return *std::move(refusal);
    Problems problems;
    problems.require(!command.party_committee.str().empty(), "/partyCommittee", "Phải nêu tên cấp ủy.",
                     "Name the party committee.");
    problems.require(command.agreed_on <= today, "/agreedOn", "Ngày cấp ủy thống nhất không được ở tương lai.",
                     "The committee cannot have agreed in the future.");
    for (auto& conflict :
         conflicts(past, command.cycle, command.layer, above(past, command.cycle, command.agency, today), **rulebook))
        problems.add(std::move(conflict));
    if (!problems.none()) return std::move(problems).refusal();
    const auto& state = past.concretisation(command.cycle, command.agency);
    return organisation::written(
        *authority, concretisation_stream(command.cycle, command.agency),
        ConcretisationProposed{command.cycle, command.agency, state.proposed ? state.proposed->version + 1 : 1,
                               command.layer, hash_of(command.layer), command.party_committee, command.agreed_on});
}

Decision decide(Past& past, const Acting& acting, const IssueConcretisation& command) {
    const auto authority = head_of(past, acting, command.cycle, command.agency);
    if (!authority) return authority.error();
    const auto today = acting.today();
    const auto& state = past.concretisation(command.cycle, command.agency);
    if (!state.proposed || state.proposed->version != command.version)
        return out_of_order("/version", "Chỉ ban hành bản đề xuất mới nhất của cơ quan, đơn vị.",
                            "Only the agency's last proposal can be issued.");
    if (state.issued && state.issued->version == command.version) return organisation::nothing_to_change();
    const auto& proposal = *state.proposed;
    if (!proposal.agreed_on)
        return out_of_order("/version",
                            "Bản này lấy từ kỳ trước; người đứng đầu phải đề xuất lại sau khi thống nhất với cấp ủy.",
                            "This one was copied from an earlier cycle; propose it again with the party committee.");
    const auto rulebook = evaluation::rulebook_of(past, command.cycle, command.agency, today);
    if (!rulebook) return rulebook.error();
    if (auto refusal = frozen(past, command.cycle, people_of(past, command.agency, today))) {
        refusal->field = "/version";
        return *std::move(refusal);
    }
    Problems problems;
    // A slot of the province may have been filled since it was proposed.
    for (auto& conflict :
         conflicts(past, command.cycle, proposal.layer, above(past, command.cycle, command.agency, today), **rulebook))
        problems.add(std::move(conflict));
    const auto* document = problems.document(past, command.document);
    if (document)
        problems.require(document->registered.date >= *proposal.agreed_on && document->registered.date <= today,
                         "/document", "Văn bản ban hành phải ký từ ngày cấp ủy thống nhất đến hôm nay.",
                         "The document is signed between the committee's agreement and today.");
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(
        *authority, concretisation_stream(command.cycle, command.agency),
        ConcretisationIssued{command.cycle, command.agency, command.version, proposal.layer_hash, command.document});
}

Decision decide(Past& past, const Acting& acting, const FillOverlay& command) {
    past.note(cycle_stream(command.cycle));
    const auto* cycle = past.registry().cycle(command.cycle);
    if (!cycle) return invalid_field("/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    Authority authority;
    for (const auto& unit : cycle->opened.scope) {
        const auto found =
            organisation::competent_for_unit(past, acting.person, Power::open_cycle, unit, acting.today());
        if (!found) return found.error();
        authority = *found;
    }
    if (auto closed = cycle::closed_for(past, command.cycle, acting.now)) return *std::move(closed);
    if (auto refusal = frozen(past, command.cycle, [](const Post&) { return true; })) return *std::move(refusal);
    const auto rulebook = past.rulebook(cycle->opened.rulebook, cycle->opened.rulebook_hash);
    if (!rulebook) return rulebook.error();
    Problems problems;
    problems.require(std::find(kSlots.begin(), kSlots.end(), command.slot.str()) != kSlots.end(), "/slot",
                     "Chỉ có các văn bản 13-HD/TU và 1263-QĐ/TU.", "The slots are 13-HD/TU and 1263-QĐ/TU.");
    problems.document(past, command.document);
    // The other slot stands beside it, not above; agencies' layers are checked again when they are issued.
    for (auto& conflict : conflicts(past, command.cycle, command.layer, {}, **rulebook))
        problems.add(std::move(conflict));
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(
        authority, cycle_stream(command.cycle),
        OverlayFilled{command.cycle, command.slot, command.layer, hash_of(command.layer), command.document});
}

}  // namespace minhbach::services::concretisation
