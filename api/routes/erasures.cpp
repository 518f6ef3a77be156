// Erasure of a person's data, legal holds and terms of keeping: asked for, decided, looked at, certified.
#include <algorithm>
#include <utility>

#include "api/http/report.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace erasure = services::erasure;

struct ErasureView {
    projections::Basis basis;
    projections::ErasureRow erasure;
    projections::DocumentName document;
    bool emptied = false;  // the key is gone and nothing that was readable is left in the read models
    std::optional<std::string> certificate;
};
BOOST_DESCRIBE_STRUCT(ErasureView, (), (basis, erasure, document, emptied, certificate))

// Whoever takes part in erasures: who keeps records, inspects, decides, administers or receives for the province.
bool may_look(Context& context) {
    bool may = false;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        may = reader.sees_all() || reader.administers() || reader.holds(Power::record) || reader.holds(Power::decide);
    });
    return may;
}

Result<projections::ErasureAnswer> find(Context& context, projections::Known known) {
    const auto id = id_in_path<ErasureId>(context, "erasure");
    if (!id) return id.error();
    if (!may_look(context)) return no_such_thing();
    auto found = context.answers().erasure(*id, known);
    if (!found) return no_such_thing();
    return found;
}

awaitable<http::Response> one(Context& context, projections::Known known) {
    auto found = find(context, known);
    if (!found) co_return http::problem(found.error());
    const auto revision = static_cast<std::uint64_t>(found->erasure.revision);
    ErasureView view{found->basis, std::move(found->erasure), std::move(found->document), false, {}};
    view.emptied = view.erasure.status == projections::ErasureStatus::executed &&
                   context.house.erasing.is_emptied(view.erasure.erasure) &&
                   context.house.erasing.left_beside().empty();
    if (view.emptied) view.certificate = "/v1/erasures/" + view.erasure.erasure.str() + "/certificate";
    co_return answer_of(context, view, true, revision);
}

template <class Ask>
awaitable<http::Response> page_of(Context& context, projections::Known known, std::string listing, Ask ask) {
    if (!may_look(context)) co_return http::problem(no_such_thing());
    const auto limit = page_limit(context, 50, 200);
    if (!limit) co_return http::problem(limit.error());
    const auto after = page_cursor(context, listing);
    if (!after) co_return http::problem(after.error());
    auto found = ask(known, projections::Keyset{*after, *limit});
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found);
    link_page(context, response, listing, next);
    co_return response;
}

awaitable<http::Response> list(Context& context, projections::Known known) {
    auto ask = [&](projections::Known k, const projections::Keyset& page) {
        return context.answers().erasures(k, page);
    };
    co_return co_await page_of(context, known, "erasures", ask);
}

awaitable<http::Response> holds(Context& context, projections::Known known) {
    auto ask = [&](projections::Known k, const projections::Keyset& page) {
        return context.answers().legal_holds(k, page);
    };
    co_return co_await page_of(context, known, "legal-holds", ask);
}

awaitable<http::Response> retention(Context& context, projections::Known known) {
    const auto found = context.answers().retention(known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

std::string one_line(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

std::string step(const projections::Provenance& by) {
    return std::to_string(by.position) + " " + by.actor.str() + " " + (by.mandate ? by.mandate->str() : "-") + " " +
           by.recorded_at.rfc3339();
}

// The text that is signed; LOG_FORMAT.md section 9.
std::string certificate_text(const std::string& origin, const projections::ErasureRow& row,
                             const events::Checkpoint& checkpoint) {
    std::string text = "minhbach erasure v1\n";
    const auto line = [&](std::string_view name, const std::string& value) {
        text.append(name).append(1, ' ').append(value).append(1, '\n');
    };
    line("origin", origin);
    line("erasure", row.erasure.str());
    line("subject", row.subject.str());
    line("document", row.document.str());
    line("clause", one_line(row.clause.str()));
    line("requested", step(row.requested));
    line("approved", step(row.decided.value()));
    line("executed", std::to_string(row.executed.value().position) + " " + row.executed.value().recorded_at.rfc3339());
    const auto& lost = row.lost.value();
    line("lost", std::to_string(lost.events) + " " + std::to_string(lost.parts) + " " +
                     std::to_string(lost.access_events) + " " + std::to_string(lost.files));
    line("size", std::to_string(checkpoint.size));
    line("root", events::hex(checkpoint.root));
    return text;
}

awaitable<http::Response> certificate(Context& context) {
    const auto found = find(context, {});
    if (!found) co_return http::problem(found.error());
    const auto& row = found->erasure;
    if (row.status != projections::ErasureStatus::executed || !context.house.erasing.is_emptied(row.erasure)) {
        co_return http::problem({"step-order",
                                 "",
                                 "",
                                 "Việc xóa chưa hoàn tất nên chưa có giấy chứng nhận; hãy hỏi lại sau.",
                                 "The erasure is not finished, so nothing is certified yet; ask again later.",
                                 {}});
    }
    if (!context.house.erasing.left_beside().empty()) {
        co_return http::problem(
            {"step-order",
             "",
             "",
             "Bên cạnh kho dữ liệu còn thư mục do việc sửa chữa hoặc khôi phục để lại, có khóa hoặc dữ liệu đọc được; "
             "người vận hành phải xóa (tên thư mục có trong nhật ký của máy chủ), sau đó mới có giấy chứng nhận.",
             "Beside the store there is a directory that a repair or restoration left, with keys or with what was "
             "readable; the operator has to remove it (the server's journal names it) before anything is certified.",
             {}});
    }
    const events::Position position{static_cast<std::uint64_t>(row.executed.value().position)};
    const auto checkpoint = co_await covering(context.house, events::Ledger::main, position);
    if (!checkpoint) co_return http::problem(not_yet_known(position.value));
    auto text = certificate_text(context.house.log.origin(events::Ledger::main), row, *checkpoint);
    auto response = http::respond(200, "text/plain; charset=utf-8", context.house.log.sign_statement(std::move(text)));
    response.headers.add("Cache-Control", "private, no-store");
    response.headers.add("Content-Disposition", "attachment; filename=\"" + row.erasure.str() + ".erasure\"");
    co_return response;
}

events::Stream erasure_of(const auto& command) {
    return services::erasure_stream(command.erasure);
}
events::Stream hold_of(const auto& command) {
    return services::legal_hold_stream(command.hold);
}
events::Stream retention_of(const auto& command) {
    return services::retention_stream(command.retention);
}

Route refusing(Route route, std::vector<std::string> refusals) {
    route.refusals.insert(route.refusals.end(), refusals.begin(), refusals.end());
    return route;
}

// Approved is durable when the answer is; then the key goes before it leaves. If that fails now it is tried again, here
// or at the next start: nothing is taken back.
Route then_carried_out(Route route) {
    route.handle = [approve = route.handle](Context& context) -> awaitable<http::Response> {
        http::Response response;
        try {
            response = co_await approve(context);
        } catch (...) {
            context.house.erasing.carry_out_what_there_is();
            throw;
        }
        // 503: it may be written all the same.
        if (response.status >= 500) context.house.erasing.carry_out_what_there_is();
        if (response.status >= 300) co_return response;
        try {
            context.house.erasing.carry_out();
        } catch (const std::exception& failure) {
            http::report(std::string("an approved erasure is not carried out yet: ") + failure.what());
        }
        co_return response;
    };
    return heavy(std::move(route));
}

template <class Command>
Route on_erasure(std::string what, std::string name, Words summary, std::string permission) {
    return command_route<Command>("/v1/erasures/{erasure}/" + what, std::move(name), std::move(summary), Kind::judging,
                                  std::move(permission), erasure_of);
}

}  // namespace

std::vector<Route> erasure_routes() {
    const std::string seen_by = "inspection, administration, Home Affairs; record and decide";
    const std::string second = "inspect, or decide about the person; not who asked";
    Route signed_note;
    signed_note.method = "GET";
    signed_note.path = "/v1/erasures/{erasure}/certificate";
    signed_note.name = "erasure-certificate";
    signed_note.summary = {"Giấy chứng nhận đã xóa, có chữ ký của nhật ký",
                           "The certificate, signed with the log's key"};
    signed_note.permission = seen_by;
    signed_note.response = {{"text/plain", {}}};
    signed_note.refusals = {"not-found-or-not-allowed", "step-order", "not-yet-known"};
    signed_note.reads_models = true;
    signed_note.handle = certificate;
    return {
        refusing(command_route<erasure::RequestErasure>(
                     "/v1/erasures", "request-erasure",
                     {"Đề nghị xóa dữ liệu cá nhân của một người", "Ask for the erasure of a person's data"},
                     Kind::additive, "record, over the person", erasure_of),
                 {"self-decision", "already-exists", "on-hold", "retained", "reason-required"}),
        then_carried_out(refusing(
            on_erasure<erasure::ApproveErasure>(
                "approval", "approve-erasure",
                {"Phê duyệt việc xóa; khóa dữ liệu bị hủy ngay", "Approve the erasure; the key is destroyed at once"},
                second),
            {"self-decision", "same-person", "on-hold", "retained"})),
        refusing(on_erasure<erasure::RefuseErasure>("refusal", "refuse-erasure",
                                                    {"Từ chối đề nghị xóa", "Refuse the request"}, second),
                 {"self-decision", "same-person", "reason-required"}),
        refusing(on_erasure<erasure::WithdrawErasure>("withdrawal", "withdraw-erasure",
                                                      {"Rút đề nghị xóa", "Withdraw the request"}, "who asked"),
                 {"reason-required"}),
        heavy(read_route<projections::ErasuresAnswer>("/v1/erasures", "erasures",
                                                      {"Các đề nghị xóa dữ liệu", "The requests for erasure"}, seen_by,
                                                      {limit_parameter(50, 200), cursor_parameter()}, list)),
        read_route<ErasureView>("/v1/erasures/{erasure}", "erasure",
                                {"Một đề nghị xóa: ai đề nghị, ai quyết định, đã xóa gì",
                                 "A request: who asked, who decided, what was lost"},
                                seen_by, {}, one),
        std::move(signed_note),
        refusing(command_route<erasure::PlaceLegalHold>("/v1/legal-holds", "place-legal-hold",
                                                        {"Ra lệnh giữ dữ liệu", "Place a legal hold"}, Kind::additive,
                                                        "inspect", hold_of),
                 {"already-exists", "reason-required"}),
        refusing(command_route<erasure::LiftLegalHold>("/v1/legal-holds/{hold}/lifting", "lift-legal-hold",
                                                       {"Gỡ lệnh giữ dữ liệu", "Lift a legal hold"}, Kind::judging,
                                                       "inspect", hold_of),
                 {"reason-required"}),
        heavy(read_route<projections::HoldsAnswer>("/v1/legal-holds", "legal-holds",
                                                   {"Các lệnh giữ dữ liệu", "The legal holds"}, seen_by,
                                                   {limit_parameter(50, 200), cursor_parameter()}, holds)),
        refusing(
            command_route<erasure::DefineRetention>("/v1/retention-classes", "define-retention",
                                                    {"Quy định thời hạn lưu trữ", "Say for how long records are kept"},
                                                    Kind::additive, "open_cycle, over the province", retention_of),
            {"already-exists"}),
        read_route<projections::RetentionAnswer>("/v1/retention-classes", "retention-classes",
                                                 {"Thời hạn lưu trữ", "For how long records are kept"},
                                                 "any signed-in person", {}, retention),
    };
}

}  // namespace minhbach::api::routes
