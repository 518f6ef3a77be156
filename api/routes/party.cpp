// The party track. Whatever is under /v1/party/ is in the custody of the party side: acts need its powers, reads need
// them too, or are of one's own dossier, and every dossier that is shown is entered in the access ledger before a byte
// leaves. No power of the state, inspection included, opens any of it.
#include <map>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

namespace party = services::party;

constexpr std::string_view kOwnPartyDossier = "Xem hồ sơ đảng viên của mình";

events::Stream its_party_dossier(const auto& command) {
    return services::party_dossier_stream(command.dossier);
}

template <class Command>
Route on_party_dossier(std::string what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/party/dossiers/{dossier}/" + what, std::move(name), std::move(summary), kind,
                                  std::move(permission), its_party_dossier);
}

struct PartyReading {
    projections::PartyDossierRow row;
    bool needs_purpose = true;
};

// `not-found-or-not-allowed` for what is not there and for what is not to be seen.
Result<PartyReading> party_reading(Context& context, const DossierId& dossier) {
    auto row = context.answers().party_dossier_row(dossier);
    if (!row) return no_such_thing();
    bool reads = false, works = false;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        reads = reader.reads_party(row->person, row->unit, row->committee_unit);
        works = reader.works_in_party(row->unit, row->committee_unit);
    });
    if (!reads) return no_such_thing();
    const bool own = row->person == context.person();
    return PartyReading{*std::move(row), !own && !works};
}

awaitable<Outcome> party_views_noted(Context& context, Touched touched, std::string view, bool needs_purpose) {
    if (touched.empty()) co_return std::monostate{};
    const auto purpose = purpose_to_enter(context, needs_purpose);
    if (!purpose) co_return purpose.error();
    std::vector<Event> entries;
    for (auto& [dossier, person] : touched) {
        const bool own = person == context.person();
        entries.push_back(
            PartyDossierViewed{dossier, person, Label::of(view), own ? Text::of(kOwnPartyDossier) : *purpose});
    }
    const bool durable = co_await all_noted(context.house, context.person(), std::move(entries));
    if (!durable) co_return outcome_unknown();
    co_return std::monostate{};
}

awaitable<Result<PartyReading>> party_opened(Context& context, std::string view) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return id.error();
    auto reading = party_reading(context, *id);
    if (!reading) co_return reading.error();
    Touched touched{{reading->row.dossier, reading->row.person}};
    const auto outcome =
        co_await party_views_noted(context, std::move(touched), std::move(view), reading->needs_purpose);
    if (!outcome) co_return outcome.error();
    co_return std::move(reading);
}

awaitable<http::Response> party_dossier(Context& context, projections::Known known) {
    const auto reading = co_await party_opened(context, "party-dossier");
    if (!reading) co_return http::problem(reading.error());
    const auto found = context.answers().party_dossier(reading->row.dossier, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->line.revision));
}

awaitable<http::Response> party_views(Context& context, projections::Known) {
    const auto limit = page_limit(context, 50, 500);
    if (!limit) co_return http::problem(limit.error());
    const auto before = position_cursor(context, "party-views");
    if (!before) co_return http::problem(before.error());
    const auto reading = co_await party_opened(context, "party-views");
    if (!reading) co_return http::problem(reading.error());
    auto found = context.answers().party_views(reading->row.dossier, *before, *limit);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "party-views", next);
    co_return response;
}

// Whether the party powers reach the committee, and whether a purpose is asked for.
struct AtCommittee {
    bool reads = false;
    bool works = false;
};
AtCommittee at_committee(Context& context, const UnitCode& unit) {
    AtCommittee at;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        at.reads = reader.reads_committee(unit);
        at.works = reader.works_in_party(unit, unit);
    });
    return at;
}

awaitable<http::Response> party_dossiers(Context& context, projections::Known known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    const auto cycle = id_in_query<CycleId>(context, "cycle");
    if (!unit) co_return http::problem(unit.error());
    if (!cycle || !*cycle) co_return http::problem(wrong_parameter("cycle"));
    const auto at = at_committee(context, *unit);
    if (!at.reads) co_return http::problem(no_such_thing());
    auto found = context.answers().party_dossiers(**cycle, *unit, known);
    if (!found) co_return http::problem(found.error());
    // A cell sees its own members of the committee's.
    as_reader(context, [&](const Reader& reader, services::Past&) {
        std::erase_if(found->items, [&](const projections::PartyDossierLine& line) {
            return !reader.reads_party(line.person.person, line.unit.unit, *unit);
        });
    });
    Touched touched;
    for (const auto& line : found->items) touched.emplace_back(line.dossier, line.person.person);
    const auto outcome = co_await party_views_noted(context, std::move(touched), "party-dossiers", !at.works);
    if (!outcome) co_return http::problem(outcome.error());
    co_return answer_of(context, *found);
}

struct ReratingsView {
    UnitCode committee_unit;
    std::vector<party::DueRerating> items;
};
BOOST_DESCRIBE_STRUCT(ReratingsView, (), (committee_unit, items))

awaitable<http::Response> party_reratings(Context& context, projections::Known) {
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!unit) co_return http::problem(unit.error());
    const auto at = at_committee(context, *unit);
    if (!at.reads) co_return http::problem(no_such_thing());
    ReratingsView view{*unit, {}};
    auto query = [&](services::Past& past, Time now) {
        const Reader reader(past.registry(), context.person(), now.local_date());
        view.items = party::due_reratings(past, view.committee_unit, now.local_date());
        std::erase_if(view.items, [&](const party::DueRerating& one) {
            const auto& opened = *past.party_dossier(one.dossier).opened;
            return !reader.reads_party(one.person, opened.post.unit, opened.committee_unit);
        });
    };
    const bool durable = co_await looked(context.house, query);
    if (!durable) co_return http::problem(outcome_unknown());
    Touched touched;
    for (const auto& one : view.items) touched.emplace_back(one.dossier, one.person);
    const auto outcome = co_await party_views_noted(context, std::move(touched), "party-reratings", !at.works);
    if (!outcome) co_return http::problem(outcome.error());
    co_return answer(context, json::to_json(view), as_of_now(context.house));
}

// What was handed over to the committees that the reader's party powers reach.
awaitable<http::Response> received_lists(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto agency = id_in_path<UnitCode>(context, "agency");
    if (!cycle || !agency) co_return http::problem(no_such_thing());
    auto found = context.answers().hand_over(*cycle, *agency, known);
    if (!found) co_return http::problem(no_such_thing());
    bool works = true;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        std::erase_if(found->lists, [&](const projections::HandedOverList& list) {
            return !reader.reads_committee(list.committee_unit.unit);
        });
        for (const auto& list : found->lists)
            works = works && reader.works_in_party(list.committee_unit.unit, list.committee_unit.unit);
    });
    if (found->lists.empty()) co_return http::problem(no_such_thing());
    std::map<DossierId, PersonCode> shown;
    for (const auto& list : found->lists)
        for (const auto& line : list.lines)
            shown.emplace(services::dossier_id(*cycle, line.person.person), line.person.person);
    Touched touched(shown.begin(), shown.end());
    const auto outcome = co_await party_views_noted(context, std::move(touched), "hand-over", !works);
    if (!outcome) co_return http::problem(outcome.error());
    const auto revision = static_cast<std::uint64_t>(found->revision);
    co_return answer_of(context, *found, true, revision);
}

events::Stream of_first_line(const party::DecidePartyRatings& command) {
    return command.lines.empty() ? services::party_custody_stream()
                                 : services::party_dossier_stream(command.lines.front().dossier);
}

std::vector<Route> party_acts() {
    return {
        command_route<party::NamePartyAdministrator>(
            "/v1/party/administrators", "name-party-administrator",
            {"Đề nghị người quản trị đầu tiên của bên Đảng", "Name the first administrator of the party side"},
            Kind::additive, "grant, over the province", [](const auto&) { return services::party_custody_stream(); }),
        command_route<party::ConfirmPartyAdministrator>(
            "/v1/party/administrators/{mandate}/confirmation", "confirm-party-administrator",
            {"Xác nhận người quản trị của bên Đảng", "Confirm the administrator of the party side"}, Kind::additive,
            "inspect, over the province; not who named", [](const auto&) { return services::party_custody_stream(); }),
        command_route<party::OpenPartyDossiers>(
            "/v1/party/dossiers", "open-party-dossiers",
            {"Mở hồ sơ kiểm điểm, xếp loại đảng viên của chi bộ", "Open the dossiers of a cell's members"},
            Kind::additive, "party_propose", [](const auto&) { return services::party_custody_stream(); }),
        on_party_dossier<party::ExemptMember>("exemption", "exempt-party-member",
                                              {"Miễn kiểm điểm, xếp loại", "Exempt from review and rating"},
                                              Kind::judging, "party_propose"),
        on_party_dossier<party::FilePartySelfReview>(
            "self-review", "file-party-self-review",
            {"Nộp bản kiểm điểm cá nhân (mẫu 02A, 02B)", "File the self-review (form 02A, 02B)"}, Kind::additive,
            "the member"),
        on_party_dossier<party::AppraiseMember>("appraisal", "appraise-party-member",
                                                {"Chi ủy thẩm định", "Appraisal by the cell committee"}, Kind::judging,
                                                "party_propose"),
        on_party_dossier<party::CountPartyBallot>(
            "ballot", "count-party-ballot",
            {"Kết quả bỏ phiếu kín, chỉ số phiếu", "The secret ballot, as counts alone"}, Kind::judging,
            "party_propose"),
        on_party_dossier<party::ProposePartyLevel>("proposal", "propose-party-level",
                                                   {"Chi bộ đề nghị mức xếp loại", "The cell proposes a level"},
                                                   Kind::judging, "party_propose"),
        command_route<party::DecidePartyRatings>(
            "/v1/party/decisions", "decide-party-ratings",
            {"Quyết định xếp loại đảng viên (If-Match: phiên bản của hồ sơ đầu tiên)",
             "Decide on members (If-Match: the revision of the first dossier)"},
            Kind::judging, "party_decide, for each dossier", of_first_line),
        on_party_dossier<party::IssuePartyNotice>(
            "notice", "issue-party-notice", {"Thông báo kết quả", "Notify the member"}, Kind::additive, "party_decide"),
        on_party_dossier<party::SharePartyDecision>(
            "sharing", "share-party-decision",
            {"Cung cấp căn cứ của quyết định cho bên Nhà nước", "Share the decision's paper and reason with the state"},
            Kind::additive, "party_decide"),
        on_party_dossier<party::ReRateMember>("re-rating", "re-rate-party-member",
                                              {"Hủy kết quả và xếp loại lại", "Cancel and rate again"}, Kind::judging,
                                              "party_decide"),
        on_party_dossier<party::FilePartyObjection>(
            "objections", "file-party-objection",
            {"Kiến nghị, khiếu nại về kết quả xếp loại đảng viên", "Object to the party's level"}, Kind::additive,
            "the member"),
        on_party_dossier<party::ReceivePartyObjection>(
            "objections/{objection}/receipt", "receive-party-objection",
            {"Tiếp nhận, giao người giải quyết", "Take an objection up and name who resolves it"}, Kind::additive,
            "party_decide or party_propose"),
        on_party_dossier<party::WithdrawPartyObjection>("objections/{objection}/withdrawal", "withdraw-party-objection",
                                                        {"Rút kiến nghị, khiếu nại", "Withdraw an objection"},
                                                        Kind::additive, "the member"),
        on_party_dossier<party::ResolvePartyObjection>("objections/{objection}/resolution", "resolve-party-objection",
                                                       {"Giải quyết kiến nghị, khiếu nại", "Resolve an objection"},
                                                       Kind::judging,
                                                       "party_decide of the committee it goes to; the resolver named"),
        command_route<party::ReceiveHandOver>(
            "/v1/party/hand-overs/{cycle}/{agency}/receipts", "receive-hand-over",
            {"Xác nhận đã nhận danh sách bàn giao", "Confirm the receipt of a list"}, Kind::additive,
            "party_decide or party_propose, over the committee's unit",
            [](const auto& command) { return services::hand_over_stream(command.cycle, command.agency); }),
    };
}

}  // namespace

std::vector<Route> party_routes() {
    auto routes = party_acts();
    const std::string readers = "the party side: those whose party powers reach the member; the member";
    const auto add = [&](Route route) {
        route.refusals.insert(route.refusals.end(), {"reason-required", "invalid-field", "outcome-unknown"});
        routes.push_back(std::move(route));
    };
    const auto with = [](std::vector<Parameter> parameters) {
        for (auto& parameter : purpose_parameters()) parameters.push_back(std::move(parameter));
        return parameters;
    };
    add(read_route<projections::PartyDossierAnswer>("/v1/party/dossiers/{dossier}", "party-dossier",
                                                    {"Hồ sơ đảng viên", "The party dossier of a member"}, readers,
                                                    purpose_parameters(), party_dossier));
    add(heavy(read_route<projections::PartyViewsAnswer>(
        "/v1/party/dossiers/{dossier}/views", "party-views",
        {"Ai đã xem hồ sơ đảng viên này", "Who looked into this party dossier"}, readers,
        with({limit_parameter(50, 500), cursor_parameter()}), party_views, When::as_it_is)));
    add(heavy(read_route<projections::PartyDossiersAnswer>(
        "/v1/party/committees/{unit}/dossiers", "party-dossiers",
        {"Hồ sơ đảng viên của một đảng ủy cơ sở", "The dossiers of a grassroots committee"}, readers,
        with({in_query("cycle", "kỳ đánh giá", "the cycle", R"({"type":"string"})", true)}), party_dossiers)));
    add(heavy(read_route<ReratingsView>("/v1/party/committees/{unit}/re-ratings", "party-re-ratings",
                                        {"Kết quả phải xem xét lại: kỷ luật sau, mức của Nhà nước thay đổi",
                                         "Decisions to look at again: late discipline, another state level"},
                                        readers, purpose_parameters(), party_reratings, When::now)));
    add(read_route<projections::HandOverAnswer>(
        "/v1/party/hand-overs/{cycle}/{agency}", "received-hand-overs",
        {"Danh sách bàn giao gửi đến cấp ủy", "The lists handed over to one's committee"}, readers,
        purpose_parameters(), received_lists));
    return routes;
}

}  // namespace minhbach::api::routes
