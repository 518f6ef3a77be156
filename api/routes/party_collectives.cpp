// Party organisations that a committee rates. In the custody of the party side as dossiers are: acts need its powers,
// and so do reads. What is shown is of organisations; nobody's dossier is opened by it.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "services/law/quota.hpp"

namespace minhbach::api::routes {
namespace {

namespace party = services::party;

events::Stream of_committee(const auto& command) {
    return services::party_collectives_stream(command.cycle, command.committee_unit);
}

template <class Command>
Route on_party_collective(const std::string& what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/" + what,
                                  std::move(name), std::move(summary), kind, std::move(permission), of_committee);
}

struct PartyCollectiveLine {
    PartyOrganisationId organisation;
    Label name;
    PartyOrganisationKind organisation_kind{};
    CollectiveKind kind{};
    UnitCode unit;
    std::optional<PersonCode> head;
    std::optional<Level> self_rated;
    std::optional<Level> proposed;
    std::optional<Date> ballot_on;
    std::optional<Level> level;
    std::optional<int> decision;  // its revision
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveLine, (),
                      (organisation, name, organisation_kind, kind, unit, head, self_rated, proposed, ballot_on, level,
                       decision))

// The share of excellent among organisations of one kind, and which of them are decided or proposed so.
struct PartyCollectiveShare {
    PartyOrganisationKind organisation_kind{};
    PartyQuotaStanding standing;
    Label clause;
    std::vector<PartyOrganisationId> excellent;
    std::vector<PartyOrganisationId> wanted;  // proposed so and not decided yet
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveShare, (), (organisation_kind, standing, clause, excellent, wanted))

struct PartyCollectivesView {
    CycleId cycle;
    UnitCode committee_unit;
    std::vector<PartyCollectiveLine> items;  // by organisation
    std::vector<PartyCollectiveShare> shares;
    std::uint64_t revision = 0;  // the If-Match of a decision
};
BOOST_DESCRIBE_STRUCT(PartyCollectivesView, (), (cycle, committee_unit, items, shares, revision))

PartyCollectiveLine line_of(const party::PartyCollective& collective) {
    const auto& opened = collective.opened;
    PartyCollectiveLine line{
        opened.organisation,   opened.name, opened.organisation_kind, opened.kind, opened.unit, opened.head,
        collective.self_rated, {},          collective.ballot_on,     {},          {}};
    if (collective.appraisal) line.proposed = collective.appraisal->proposed;
    if (collective.decision) {
        line.level = collective.decision->level;
        line.decision = collective.decision->revision;
    }
    return line;
}

void add_share(PartyCollectivesView& view, const party::PartyCollectives& collectives, PartyOrganisationKind kind) {
    PartyCollectiveShare share;
    share.organisation_kind = kind;
    const party::PartyCollective* any = nullptr;
    for (const auto& [id, one] : collectives.all) {
        if (one.opened.organisation_kind != kind) continue;
        any = &one;
        if (one.decision && one.decision->level == Level::excellent) share.excellent.push_back(id);
        if (!one.decision && one.appraisal && one.appraisal->proposed == Level::excellent) share.wanted.push_back(id);
    }
    if (!any) return;
    const auto rulebook = services::law::find_rulebook(any->opened.rulebook, any->opened.rulebook_hash);
    if (!rulebook) return;  // the rulebook is another program's
    share.standing = party::quota_among(collectives, kind, **rulebook);
    share.clause = (*rulebook)->quota_clause().citation;
    view.shares.push_back(std::move(share));
}

bool reads_committee(Context& context, const UnitCode& unit) {
    bool reads = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { reads = reader.reads_committee(unit); });
    return reads;
}

awaitable<http::Response> party_collectives(Context& context, projections::Known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "committeeUnit");
    if (!cycle || !unit || !reads_committee(context, *unit)) co_return http::problem(no_such_thing());
    PartyCollectivesView view{*cycle, *unit, {}, {}, 0};
    bool known = false;
    auto query = [&](services::Past& past, Time) {
        known = past.registry().cycle(view.cycle) != nullptr;
        const auto& collectives = past.party_collectives(view.cycle, view.committee_unit);
        for (const auto& [id, one] : collectives.all) view.items.push_back(line_of(one));
        for (const auto kind : {PartyOrganisationKind::cell, PartyOrganisationKind::committee})
            add_share(view, collectives, kind);
        view.revision = context.house.log.stream_count(
            events::Ledger::main, services::party_collectives_stream(view.cycle, view.committee_unit));
    };
    const bool durable = co_await looked(context.house, query);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!known) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(view), as_of_now(context.house), view.revision);
}

awaitable<http::Response> party_collective(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "committeeUnit");
    const auto organisation = id_in_path<PartyOrganisationId>(context, "organisation");
    if (!cycle || !unit || !organisation || !reads_committee(context, *unit)) {
        co_return http::problem(no_such_thing());
    }
    const auto found = context.answers().party_collective(*cycle, *unit, *organisation, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> party_collective_routes() {
    const std::string readers = "the party side: those whose party powers reach the committee";
    auto list = read_route<PartyCollectivesView>(
        "/v1/party/collectives/{cycle}/{committeeUnit}", "party-collectives",
        {"Tổ chức đảng do cấp ủy xếp loại, và tỷ lệ xuất sắc", "What a committee rates, and its share of excellent"},
        readers, {}, party_collectives, When::now);
    list.refusals.emplace_back("outcome-unknown");
    return {
        command_route<party::OpenPartyCollective>(
            "/v1/party/collectives/{cycle}/{committeeUnit}", "open-party-collective",
            {"Đưa tổ chức đảng vào danh sách xếp loại", "Open the rating of a party organisation"}, Kind::additive,
            "party_decide or party_propose, at the committee", of_committee),
        on_party_collective<party::SelfRatePartyCollective>(
            "self-rating", "self-rate-party-collective", {"Tổ chức đảng tự xếp loại", "The organisation rates itself"},
            Kind::additive, "the head, party_propose"),
        on_party_collective<party::AppraisePartyCollective>(
            "appraisal", "appraise-party-collective",
            {"Thẩm định, đề xuất mức xếp loại", "Appraise and propose a level"}, Kind::judging,
            "whom the rulebook names: party_propose at the committee; never the head"),
        on_party_collective<party::CountPartyCollectiveBallot>(
            "ballot", "count-party-collective-ballot",
            {"Kết quả bỏ phiếu kín, chỉ số phiếu", "The secret ballot, as counts alone"}, Kind::judging,
            "party_propose or party_decide, at the committee"),
        on_party_collective<party::RatePartyCollective>(
            "decision", "rate-party-collective", {"Quyết định xếp loại tổ chức đảng", "Decide the level"},
            Kind::judging, "party_decide, at the committee; never the head"),
        on_party_collective<party::ReRatePartyCollective>("re-rating", "re-rate-party-collective",
                                                          {"Hủy kết quả và xếp loại lại", "Cancel and rate again"},
                                                          Kind::judging, "party_decide, at the committee"),
        std::move(list),
        read_route<projections::PartyCollectiveAnswer>(
            "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}", "party-collective",
            {"Các bước xếp loại một tổ chức đảng", "The steps of rating one organisation"}, readers, {},
            party_collective),
    };
}

}  // namespace minhbach::api::routes
