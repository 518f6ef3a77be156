// Files that acts rest on: begun, sent in pieces of one MiB, handed in as an act; and taken out again, which is a view.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"
#include "events/codec/codec.hpp"
#include "events/refusals.hpp"
#include "services/attachment/attachment.hpp"

namespace minhbach::api::routes {
namespace {

using events::Attachments;
using services::attachment::StoreAttachment;

struct Begun {
    AttachmentId attachment;
    std::uint64_t piece_bytes_max = Attachments::piece_bytes_max;
    std::uint64_t pieces_max = Attachments::pieces_max;
};
BOOST_DESCRIBE_STRUCT(Begun, (), (attachment, piece_bytes_max, pieces_max))

struct PieceKept {
    AttachmentId attachment;
    std::uint64_t piece = 0;
    Digest digest;  // of the piece, to be compared
};
BOOST_DESCRIBE_STRUCT(PieceKept, (), (attachment, piece, digest))

// What the command would be refused for before a byte is taken.
Result<services::Decided> rehearsed(Context& context, const StoreAttachment& command) {
    return context.house.desk.rehearse(context.person(), [&](services::Past& past, const services::Acting& acting) {
        return services::attachment::decide(past, acting, command);
    });
}

awaitable<http::Response> begin(Context& context) {
    const auto request = json::from_json<BeginRequest>(context.request.body);
    if (!request) co_return http::problem(request.error());
    StoreAttachment wanted;
    wanted.attachment = AttachmentId::of("new");
    wanted.person = request->person;
    wanted.name = Label::of("?");
    wanted.media_type = Label::of("application/pdf");
    if (const auto allowed = rehearsed(context, wanted); !allowed) co_return http::problem(allowed.error());
    const auto id = context.house.log.attachments().begin(request->person);
    if (!id) co_return http::problem(id.error());
    auto response = answer(context, json::to_json(Begun{*id}), as_of_now(context.house));
    response.status = 201;
    response.headers.add("Location", "/v1/attachments/" + id->str());
    co_return response;
}

awaitable<http::Response> put(Context& context) {
    const auto id = id_in_path<AttachmentId>(context, "attachment");
    if (!id) co_return http::problem(id.error());
    const auto number = context.in_path("piece");
    if (number.empty() || number.size() > 4 || number.find_first_not_of("0123456789") != std::string_view::npos) {
        co_return http::problem(no_such_thing());
    }
    const auto piece = std::stoull(std::string(number));
    const auto kept = context.house.log.attachments().put(*id, piece, context.request.body);
    if (!kept) co_return http::problem(kept.error());
    const PieceKept shown{*id, piece, Digest::of(events::hex(events::sha256(context.request.body)))};
    co_return answer(context, json::to_json(shown), as_of_now(context.house));
}

awaitable<http::Response> hand_in(Context& context) {
    const auto id = id_in_path<AttachmentId>(context, "attachment");
    if (!id) co_return http::problem(id.error());
    const auto request = json::from_json<HandInRequest>(context.request.body);
    if (!request) co_return http::problem(request.error());
    const auto whole = context.house.log.attachments().finish(*id);
    if (!whole) co_return http::problem(whole.error());
    StoreAttachment command{*id,
                            whole->subject,
                            request->name,
                            request->media_type,
                            static_cast<std::int64_t>(whole->bytes),
                            Digest::of(events::hex(whole->digest))};
    services::Desk::Decide decide = [command](services::Past& past, const services::Acting& acting) {
        return services::attachment::decide(past, acting, command);
    };
    auto canonical = json::to_json(*request);
    co_return co_await carry_out(context, Kind::additive, services::attachment_stream(*id), std::move(canonical),
                                 std::move(decide));
}

std::optional<AttachmentStored> stored(Context& context, const AttachmentId& id) {
    const auto& log = context.house.log;
    const auto positions = log.stream_positions(events::Ledger::main, services::attachment_stream(id));
    if (positions.empty()) return std::nullopt;
    const auto recorded = events::decode(log.read(events::Ledger::main, positions.front()));
    const auto* event = recorded.event.as<AttachmentStored>();
    return event ? std::optional(*event) : std::nullopt;
}

struct SightOfFile {
    bool sees = false;
    bool needs_purpose = false;
};

// Whoever sees the person sees the files about that person; files about nobody are seen by everybody with a unit.
SightOfFile sight_of(Context& context, const AttachmentStored& file) {
    if (file.person == context.person()) return {true, false};
    SightOfFile sight;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        sight.sees = file.person ? reader.sees_person(*file.person) : reader.has_unit();
        sight.needs_purpose = file.person && reader.needs_purpose(*file.person);
    });
    return sight;
}

awaitable<http::Response> take(Context& context) {
    const auto id = id_in_path<AttachmentId>(context, "attachment");
    if (!id) co_return http::problem(id.error());
    const auto file = stored(context, *id);
    const auto sight = file ? sight_of(context, *file) : SightOfFile{};
    if (!sight.sees) co_return http::problem(no_such_thing());
    const auto purpose = purpose_to_enter(context, sight.needs_purpose);
    if (!purpose) co_return http::problem(purpose.error());
    Event entry = AttachmentViewed{*id, file->person, *purpose};
    const bool durable = co_await noted(context.house, context.person(), std::move(entry));
    if (!durable) co_return http::problem(outcome_unknown());

    auto& attachments = context.house.log.attachments();
    const auto whole = attachments.look(*id);
    if (!whole) co_return http::problem(whole.error());
    auto first = attachments.piece(*id, 0);
    if (!first) co_return http::problem(first.error());
    auto pieces = std::make_shared<http::Pieces>();
    pieces->bytes = whole->bytes;
    pieces->next = [&attachments, id = *id, number = std::uint64_t{0}, kept = std::move(*first)]() mutable {
        auto piece = number == 0 ? std::move(kept) : attachments.piece(id, number).value();
        ++number;
        return piece;
    };
    // Whatever it is, a browser is to keep it and not to show it inside the pages of this program.
    auto response = http::respond(200, "application/octet-stream", {});
    response.pieces = std::move(pieces);
    response.headers.add("Content-Disposition", "attachment");
    response.headers.add("Attachment-Media-Type", file->media_type.str());
    response.headers.add("Digest-SHA-256", file->digest.str());
    co_return response;
}

Route attachment_route(std::string method, std::string path, std::string name, Words summary, Handle handle) {
    Route route;
    route.method = std::move(method);
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = "the person it is about, and those who act on that person; records: record, transcribe";
    route.refusals = {"not-found-or-not-allowed", "invalid-field", "not-competent", "read-only", "erased"};
    route.handle = std::move(handle);
    return route;
}

}  // namespace

std::vector<Route> attachment_routes() {
    auto start = attachment_route("POST", "/v1/attachments", "begin-attachment",
                                  {"Bắt đầu gửi một tệp đính kèm", "Begin to send an attachment"}, begin);
    start.request = {{"application/json", schema<BeginRequest>()}};
    start.response = {{"application/json", detail::enveloped_schema<Begun>}};
    start.success = 201;
    auto piece = attachment_route("POST", "/v1/attachments/{attachment}/pieces/{piece}", "put-attachment-piece",
                                  {"Gửi một phần của tệp (tối đa 1 MiB); gửi lại cũng được",
                                   "Send a piece of the file (1 MiB at most); may be repeated"},
                                  put);
    piece.request = {{"application/octet-stream", {}}};
    piece.response = {{"application/json", detail::enveloped_schema<PieceKept>}};
    auto whole =
        command_frame("/v1/attachments/{attachment}", "store-attachment",
                      {"Nộp tệp đã gửi đủ", "Hand in the file that was sent"}, Kind::additive, "as for beginning it");
    whole.request = {{"application/json", schema<HandInRequest>()}};
    whole.response = {{"application/json", schema<Accepted>()}};
    whole.refusals.push_back("classified-refused");
    whole.handle = hand_in;
    auto out = attachment_route("GET", "/v1/attachments/{attachment}", "attachment",
                                {"Tải tệp đính kèm; việc tải được ghi vào nhật ký truy cập",
                                 "Take an attachment; it is entered in the access ledger"},
                                take);
    out.parameters = purpose_parameters();
    out.response = {{"application/octet-stream", {}}};
    out.refusals.push_back("reason-required");
    // Files are read, sealed and synced.
    return {heavy(std::move(start)), heavy(std::move(piece)), heavy(std::move(whole)), std::move(out)};
}

}  // namespace minhbach::api::routes
