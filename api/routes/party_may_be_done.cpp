#include "api/routes/party_may_be_done.hpp"

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::api::routes {
namespace {

namespace party = services::party;

const Text& party_sample() {
    static const Text text = Text::of("Nội dung mẫu");
    return text;
}

PartyPaper sample_paper(Date today) {
    return {Label::of("01-M/MAU"), today, Label::of("Nơi ban hành mẫu"), std::nullopt};
}

std::vector<PartyCriterion> sample_criteria() {
    return {{Label::of("Tiêu chí chung"), CriterionKind::general, true, CriterionGrade::good},
            {Label::of("Kết quả thực hiện nhiệm vụ"), CriterionKind::result, true, CriterionGrade::good}};
}

// Of the party's rules those last in force when the year began; none: an id that no rulebook has.
RulebookId party_rulebook_of(int year) {
    RulebookId last = RulebookId::of("chua-co");
    Date since;
    for (const auto& rulebook : services::law::rulebooks()) {
        if (rulebook->track() != services::law::Track::party || rulebook->in_force().year() > year) continue;
        if (rulebook->in_force() < since) continue;
        since = rulebook->in_force();
        last = rulebook->id();
    }
    return last;
}

// ---- the dossier of a member

struct MemberGround {
    Date today;
    bool reads = false;
    bool leader = false;
    int decision = 0;                      // revision of the one in force, or of the last that was cancelled
    std::optional<ObjectionId> objection;  // the one that is open
    PersonCode resolver;
};

MemberGround member_ground(Context& context, const DossierId& id) {
    MemberGround ground;
    ground.resolver = context.person();
    as_reader(context, [&](const Reader& reader, services::Past& past) {
        const auto& dossier = past.party_dossier(id);
        if (!dossier.exists()) return;
        const auto& opened = *dossier.opened;
        ground.reads = reader.reads_party(opened.person, opened.post.unit, opened.committee_unit);
        ground.leader = opened.post.leader;
        if (dossier.decision)
            ground.decision = dossier.decision->revision;
        else if (!dossier.cancelled.empty())
            ground.decision = dossier.cancelled.back().revision;
        for (const auto& [objection, one] : dossier.objections)
            if (one.open()) ground.objection = objection;
    });
    context.house.desk.look([&](services::Past&, Time now) { ground.today = now.local_date(); });
    return ground;
}

void rehearse_cell(Rehearsal& rehearsal, const std::string& under, const DossierId& id, const MemberGround& ground) {
    const auto& words = party_sample();
    const auto paper = sample_paper(ground.today);
    std::optional<PartyTargets> targets;
    if (ground.leader) targets = PartyTargets{1, 1, false, false};
    rehearsal.add(under + "self-review", "file-party-self-review", {"Nộp bản kiểm điểm", "File the self-review"},
                  party::FilePartySelfReview{id,
                                             ground.leader ? PartyForm::form_02b : PartyForm::form_02a,
                                             words,
                                             words,
                                             words,
                                             {},
                                             words,
                                             words,
                                             Level::good});
    rehearsal.add(under + "appraisal", "appraise-party-member", {"Ghi ý kiến thẩm định", "Record the appraisal"},
                  party::AppraiseMember{id, sample_criteria(), targets, {}, {}, words, Level::good});
    rehearsal.add(
        under + "ballot", "count-party-ballot", {"Ghi kết quả bỏ phiếu", "Record the ballot"},
        party::CountPartyBallot{id, ground.today, party::kBallotsMin, 0, party::kBallotsMin, 0, 0, 0, 0, paper});
    rehearsal.add(under + "proposal", "propose-party-level", {"Đề nghị mức xếp loại", "Propose a level"},
                  party::ProposePartyLevel{id, Level::good, words});
    rehearsal.add(under + "exemption", "exempt-party-member",
                  {"Miễn kiểm điểm, xếp loại", "Exempt from review and rating"},
                  party::ExemptMember{id, PartyExemption::exempt_from_activity, paper});
}

void rehearse_committee(Rehearsal& rehearsal, const std::string& under, const DossierId& id,
                        const MemberGround& ground) {
    const auto& words = party_sample();
    const auto paper = sample_paper(ground.today);
    rehearsal.add_levels("/v1/party/decisions", "decide-party-ratings", {"Quyết định mức xếp loại", "Decide the level"},
                         [&](Level level) { return party::DecidePartyRatings{{{id, level, words}}, paper}; });
    rehearsal.add(under + "notice", "issue-party-notice", {"Thông báo kết quả", "Notify the member"},
                  party::IssuePartyNotice{id, paper});
    rehearsal.add(under + "sharing", "share-party-decision",
                  {"Cung cấp căn cứ cho bên Nhà nước", "Share the grounds with the state side"},
                  party::SharePartyDecision{id, paper});
    rehearsal.add_levels(under + "re-rating", "re-rate-party-member",
                         {"Hủy kết quả và xếp loại lại", "Cancel and re-rate"}, [&](Level level) {
                             return party::ReRateMember{id,   ground.decision, ReratingGround::error, {}, words, level,
                                                        paper};
                         });
}

void rehearse_objections(Rehearsal& rehearsal, const std::string& under, const DossierId& id,
                         const MemberGround& ground) {
    const auto& words = party_sample();
    rehearsal.add(
        under + "objections", "file-party-objection", {"Gửi kiến nghị", "File an objection"},
        party::FilePartyObjection{id, ObjectionId::of("chua-co"), ObjectionKind::petition, ground.decision, words, {}});
    if (!ground.objection) return;
    const auto& objection = *ground.objection;
    const auto its = under + "objections/" + objection.str() + "/";
    rehearsal.add(its + "receipt", "receive-party-objection",
                  {"Tiếp nhận, giao người giải quyết", "Take it up and name who resolves it"},
                  party::ReceivePartyObjection{id, objection, ground.resolver}, {{"/resolver"}});
    rehearsal.add(its + "withdrawal", "withdraw-party-objection", {"Rút kiến nghị", "Withdraw the objection"},
                  party::WithdrawPartyObjection{id, objection, {}});
    rehearsal.add(
        its + "resolution", "resolve-party-objection", {"Giải quyết kiến nghị", "Resolve the objection"},
        party::ResolvePartyObjection{id, objection, ObjectionOutcome::rejected, words, sample_paper(ground.today)});
}

awaitable<http::Response> on_member(Context& context, projections::Known) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return http::problem(id.error());
    const auto ground = member_ground(context, *id);
    if (!ground.reads) co_return http::problem(no_such_thing());
    PartyDossierActions answer{*id, 0, {}};
    answer.revision = context.house.log.stream_count(events::Ledger::main, services::party_dossier_stream(*id));
    Rehearsal rehearsal(context.house, context.person());
    const auto under = "/v1/party/dossiers/" + id->str() + "/";
    rehearse_cell(rehearsal, under, *id, ground);
    rehearse_committee(rehearsal, under, *id, ground);
    rehearse_objections(rehearsal, under, *id, ground);
    answer.actions = rehearsal.take();
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

// ---- what a committee opens and rates

struct CommitteeGround {
    Date today;
    int year = 0;
    bool reads = false;
    std::optional<party::PartyCollective> collective;
};

CommitteeGround committee_ground(Context& context, const CycleId& cycle, const UnitCode& unit,
                                 const std::optional<PartyOrganisationId>& organisation) {
    CommitteeGround ground;
    as_reader(context, [&](const Reader& reader, services::Past& past) {
        const auto* known = past.registry().cycle(cycle);
        if (known) ground.year = known->opened.year;
        ground.reads = known && reader.reads_committee(unit);
        if (!organisation) return;
        const auto* found = past.party_collectives(cycle, unit).find(*organisation);
        if (found) ground.collective = *found;
    });
    context.house.desk.look([&](services::Past&, Time now) { ground.today = now.local_date(); });
    return ground;
}

awaitable<http::Response> on_committee(Context& context, projections::Known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    const auto asked = id_in_query<CycleId>(context, "cycle");
    if (!unit) co_return http::problem(unit.error());
    if (!asked || !*asked) co_return http::problem(wrong_parameter("cycle"));
    const auto& cycle = *asked;
    const auto ground = committee_ground(context, *cycle, *unit, {});
    if (!ground.reads) co_return http::problem(no_such_thing());
    PartyCommitteeActions answer{*cycle, *unit, 0, party_rulebook_of(ground.year), {}};
    const auto stream = services::party_collectives_stream(*cycle, *unit);
    answer.revision = context.house.log.stream_count(events::Ledger::main, stream);
    Rehearsal rehearsal(context.house, context.person());
    const auto& rulebook = answer.rulebook;
    rehearsal.add("/v1/party/dossiers", "open-party-dossiers", {"Mở hồ sơ đảng viên", "Open members' dossiers"},
                  party::OpenPartyDossiers{*cycle, *unit, Label::of("Chi bộ mẫu"), *unit, rulebook, {}});
    rehearsal.add("/v1/party/collectives/" + cycle->str() + "/" + unit->str(), "open-party-collective",
                  {"Đưa tổ chức đảng vào danh sách xếp loại", "Open the rating of an organisation"},
                  party::OpenPartyCollective{*cycle,
                                             *unit,
                                             PartyOrganisationId::of("chua-co"),
                                             Label::of("Tổ chức mẫu"),
                                             PartyOrganisationKind::cell,
                                             CollectiveKind::organisation_unit,
                                             *unit,
                                             {},
                                             rulebook});
    answer.actions = rehearsal.take();
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

awaitable<http::Response> on_organisation(Context& context, projections::Known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "committeeUnit");
    const auto id = id_in_path<PartyOrganisationId>(context, "organisation");
    if (!cycle || !unit || !id) co_return http::problem(no_such_thing());
    const auto ground = committee_ground(context, *cycle, *unit, *id);
    if (!ground.reads || !ground.collective) co_return http::problem(no_such_thing());
    PartyCollectiveActions answer{*cycle, *unit, *id, 0, {}, {}};
    const auto stream = services::party_collectives_stream(*cycle, *unit);
    answer.revision = context.house.log.stream_count(events::Ledger::main, stream);
    const auto& words = party_sample();
    const auto paper = sample_paper(ground.today);
    if (const auto& decided = ground.collective->decision) answer.decision = decided->revision;
    Rehearsal rehearsal(context.house, context.person());
    const auto under = "/v1/party/collectives/" + cycle->str() + "/" + unit->str() + "/" + id->str() + "/";
    rehearsal.add(under + "self-rating", "self-rate-party-collective",
                  {"Ghi mức tự xếp loại", "Record the self-rating"},
                  party::SelfRatePartyCollective{*cycle, *unit, *id, Level::good, words});
    party::AppraisePartyCollective appraisal;
    appraisal.cycle = *cycle;
    appraisal.committee_unit = *unit;
    appraisal.organisation = *id;
    appraisal.criteria = sample_criteria();
    appraisal.targets = PartyTargets{1, 1, false, false};
    appraisal.opinion = words;
    appraisal.reason = words;
    rehearsal.add(under + "appraisal", "appraise-party-collective", {"Ghi ý kiến thẩm định", "Record the appraisal"},
                  appraisal, {{"level-not-allowed"}});
    rehearsal.add(under + "ballot", "count-party-collective-ballot", {"Ghi kết quả bỏ phiếu", "Record the ballot"},
                  party::CountPartyCollectiveBallot{*cycle, *unit, *id, ground.today, party::kBallotsMin, 0,
                                                    party::kBallotsMin, 0, 0, 0, 0, paper});
    rehearsal.add_levels(
        under + "decision", "rate-party-collective", {"Quyết định mức xếp loại", "Decide the level"},
        [&](Level level) { return party::RatePartyCollective{*cycle, *unit, *id, level, words, paper}; });
    rehearsal.add_levels(under + "re-rating", "re-rate-party-collective",
                         {"Hủy kết quả và xếp loại lại", "Cancel and re-rate"}, [&](Level level) {
                             return party::ReRatePartyCollective{
                                 *cycle, *unit, *id,  answer.decision.value_or(0), ReratingGround::error,
                                 words,  level, paper};
                         });
    answer.actions = rehearsal.take();
    co_return routes::answer(context, json::to_json(answer), as_of_now(context.house));
}

template <class T>
Route party_actions(std::string with, std::string name, Words of, std::vector<Parameter> parameters, Read read) {
    return read_route<T>(with + "/allowed-actions", std::move(name),
                         {"Việc người đang đăng nhập được làm với " + of.vi + ", và lý do khi chưa được",
                          "What you may do with " + of.en + ", and why not"},
                         "the party side: those whose party powers reach it; the member for the own dossier",
                         std::move(parameters), std::move(read), When::now);
}

}  // namespace

std::vector<Route> party_allowed_routes() {
    return {
        party_actions<PartyDossierActions>("/v1/party/dossiers/{dossier}", "allowed-actions-on-party-dossier",
                                           {"hồ sơ đảng viên", "a member's dossier"}, {}, on_member),
        party_actions<PartyCommitteeActions>(
            "/v1/party/committees/{unit}", "allowed-actions-at-party-committee",
            {"danh sách xếp loại của cấp ủy", "what a committee rates"},
            {in_query("cycle", "kỳ đánh giá", "the cycle", R"({"type":"string"})", true)}, on_committee),
        party_actions<PartyCollectiveActions>(
            "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}", "allowed-actions-on-party-collective",
            {"việc xếp loại một tổ chức đảng", "the rating of an organisation"}, {}, on_organisation),
    };
}

}  // namespace minhbach::api::routes
