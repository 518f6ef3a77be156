// The log itself: C2SP tlog-tiles under /log/ (main ledger) and /log/access/ (who viewed what), and the same in JSON.
// Checkpoints, hash tiles and proofs tell nothing but hashes and are open; records name persons by code and need a
// token.
#include <charconv>

#include "api/http/cookies.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/reader.hpp"
#include "api/routes/router.hpp"
#include "events/completeness/sealed_index.hpp"
#include "events/merkle/receipt.hpp"
#include "events/merkle/tile.hpp"

namespace minhbach::api::routes {
namespace {

using events::Ledger;

constexpr std::string_view kForEver = "public, max-age=31536000, immutable";

Refusal no_checkpoint_yet() {
    return {"not-yet-known",
            "",
            "",
            "Bản ghi này chưa có điểm kiểm chứng có chữ ký; hãy thử lại sau giây lát.",
            "No signed checkpoint covers this entry yet; try again in a moment.",
            {}};
}

// Whether somebody outside asks: not the console, and not an administrator.
bool is_outside(Context& context) {
    auto& house = context.house;
    if (http::cookie(context.request, kCookie)) return false;
    const auto token = token_of(context.request, false);
    if (!token) return true;
    const auto signed_in = house.identity.peek(*token, house.wall.now());
    if (!signed_in) return false;
    bool administers = false;
    house.desk.look([&](services::Past& past, Time now) {
        administers = Reader(past.registry(), signed_in->person, now.local_date()).administers();
    });
    return !administers;
}

awaitable<http::Response> checkpoint(Context& context, Ledger ledger) {
    auto note = context.house.publishing.newest(ledger).note;
    if (note.empty()) co_return http::problem(no_checkpoint_yet());
    if (ledger == Ledger::main && is_outside(context)) context.house.taken.note(context.house.wall.now());
    auto response = http::respond(200, "text/plain; charset=utf-8", std::move(note));
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

awaitable<http::Response> tile(Context& context, Ledger ledger, bool entries) {
    std::string path = entries ? "tile/entries/" : "tile/";
    path += context.in_path("tile");
    const auto wanted = events::merkle::parse_tile_path(path);
    if (!wanted || wanted->entries != entries) co_return http::problem(no_such_thing());
    auto bytes = entries ? context.house.log.entry_bundle(ledger, wanted->index, wanted->width)
                         : context.house.log.hash_tile(ledger, wanted->level, wanted->index, wanted->width);
    if (!bytes) co_return http::problem(no_such_thing());
    auto response = http::respond(200, "application/octet-stream", std::move(*bytes));
    response.headers.add("Cache-Control", entries ? "private, no-cache" : kForEver);
    co_return response;
}

std::vector<Route> ledger_routes(Ledger ledger, const std::string& at, const std::string& suffix, const Words& of) {
    Route note = open_read(at + "/checkpoint", "log-checkpoint" + suffix,
                           {"Điểm kiểm chứng có chữ ký (C2SP tlog-checkpoint), " + of.vi,
                            "Signed checkpoint (C2SP tlog-checkpoint), " + of.en},
                           {{"text/plain", {}}}, [ledger](Context& context) { return checkpoint(context, ledger); });
    note.refusals.push_back("not-yet-known");

    Route bundle;
    bundle.method = "GET";
    bundle.path = at + "/tile/entries/{tile...}";
    bundle.name = "log-entries" + suffix;
    bundle.summary = {"Gói bản ghi (C2SP tlog-tiles), " + of.vi, "Entry bundle (C2SP tlog-tiles), " + of.en};
    bundle.access = Access::log_reader;
    bundle.permission = "inspection, administration, Home Affairs";
    bundle.response = {{"application/octet-stream", {}}};
    bundle.refusals = {"not-found-or-not-allowed"};
    bundle.handle = [ledger](Context& context) { return tile(context, ledger, true); };

    Route hashes = bundle;
    hashes.path = at + "/tile/{tile...}";
    hashes.name = "log-tile" + suffix;
    hashes.summary = {"Ô mã băm (C2SP tlog-tiles), " + of.vi, "Hash tile (C2SP tlog-tiles), " + of.en};
    hashes.access = Access::open;
    hashes.permission = "anybody";
    hashes.handle = [ledger](Context& context) { return tile(context, ledger, false); };
    return {std::move(note), std::move(bundle), std::move(hashes)};
}

struct WitnessShown {
    std::string name;
    std::uint64_t size = 0;   // of the newest checkpoint of the main ledger it has cosigned
    bool in_trouble = false;  // it could not be asked, or did not cosign, the last time
};
BOOST_DESCRIBE_STRUCT(WitnessShown, (), (name, size, in_trouble))

struct LogView {
    std::string origin;
    std::string vkey;  // C2SP verifier key
    std::string access_origin;
    std::string access_vkey;
    CheckpointShown checkpoint;
    CheckpointShown access_checkpoint;
    bool quorum_required = false;              // what is published is cosigned by enough witnesses
    std::optional<CheckpointShown> witnessed;  // the newest of the main ledger that is
    std::vector<WitnessShown> witnesses;       // of the policy
};
BOOST_DESCRIBE_STRUCT(LogView, (),
                      (origin, vkey, access_origin, access_vkey, checkpoint, access_checkpoint, quorum_required,
                       witnessed, witnesses))

CheckpointShown shown(const events::Checkpoint& checkpoint) {
    return {checkpoint.size, events::hex(checkpoint.root)};
}

awaitable<http::Response> log(Context& context) {
    const auto& the_log = context.house.log;
    const auto& published = context.house.publishing;
    LogView view{the_log.origin(Ledger::main),
                 the_log.vkey(Ledger::main),
                 the_log.origin(Ledger::access),
                 the_log.vkey(Ledger::access),
                 shown(published.newest(Ledger::main)),
                 shown(published.newest(Ledger::access)),
                 published.is_required(),
                 {},
                 {}};
    if (const auto witnessed = published.witnessed(Ledger::main)) view.witnessed = shown(*witnessed);
    for (const auto& standing : published.standings(Ledger::main))
        view.witnesses.push_back({standing.name, standing.size, !standing.trouble.empty()});
    auto response = http::json(200, json::to_json(view));
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

std::optional<std::uint64_t> position_in_path(const Context& context) {
    const auto text = context.in_path("position");
    std::uint64_t position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error != std::errc{} || end != text.data() + text.size() || text.size() > 15) return std::nullopt;
    return position;
}

Result<Ledger> ledger_asked(const Context& context) {
    if (!context.has("ledger") || context.query("ledger") == "main") return Ledger::main;
    if (context.query("ledger") == "access") return Ledger::access;
    return wrong_parameter("ledger");
}

struct RecordView {
    std::string origin;
    std::uint64_t position = 0;
    std::string stream;
    std::uint64_t revision = 0;
    std::string id;
    std::string type;
    std::uint64_t schema = 0;
    PersonCode actor;
    std::string capacity;
    std::optional<PersonCode> entered_by;
    std::string authority;
    std::vector<PersonCode> subjects;
    std::vector<std::uint64_t> subject_numbers;
    std::uint64_t actor_number = 0;
    Time recorded_at;
    std::optional<Date> effective;
    std::optional<Time> decided_at;
    std::string correlation;
    std::optional<std::string> causation;
    std::vector<std::string> commitments;
    std::string leaf_hash;  // SHA-256(0x00 ‖ cbor)
    std::string cbor;       // the record as it is hashed, hexadecimal
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (origin, position, stream, revision, id, type, schema, actor, capacity, entered_by, authority,
                       subjects, subject_numbers, actor_number, recorded_at, effective, decided_at, correlation,
                       causation, commitments, leaf_hash, cbor))

std::string leaf_hash_of(std::string_view cbor) {
    return events::hex(events::merkle::leaf_hash(cbor));
}

RecordView view_of(const events::Record& record, const std::string& cbor) {
    RecordView view;
    view.origin = record.origin;
    view.position = record.position.value;
    view.stream = record.stream.name();
    view.revision = record.revision.value;
    view.id = record.id.str();
    view.type = record.type;
    view.schema = record.schema;
    view.actor = record.actor;
    view.capacity = record.capacity;
    view.entered_by = record.entered_by;
    view.authority = record.authority;
    for (const auto& [subject, number] : record.subjects) {
        view.subjects.push_back(subject);
        view.subject_numbers.push_back(number);
    }
    view.actor_number = record.actor_number;
    view.recorded_at = record.recorded_at;
    view.effective = record.effective;
    view.decided_at = record.decided_at;
    view.correlation = record.correlation.str();
    if (record.causation) view.causation = record.causation->str();
    for (const auto& commitment : record.commitments) view.commitments.push_back(events::hex(commitment));
    view.leaf_hash = leaf_hash_of(cbor);
    view.cbor = events::hex(std::string_view(cbor));
    return view;
}

awaitable<http::Response> entry(Context& context) {
    const auto ledger = ledger_asked(context);
    if (!ledger) co_return http::problem(ledger.error());
    const auto position = position_in_path(context);
    if (!position || *position >= context.house.log.size(*ledger)) co_return http::problem(no_such_thing());
    const auto cbor = context.house.log.record_bytes(*ledger, {*position});
    const auto record = events::decode_record(cbor);
    if (!record) co_return http::problem(record.error());
    if (is_of_protected_objection(record->stream.category(), record->type)) co_return http::problem(no_such_thing());
    if (is_party_content(record->stream.category(), record->type)) {
        bool reads = false;
        as_reader(context, [&](const Reader& reader, services::Past&) { reads = reader.reads_all_of_party(); });
        if (!reads) co_return http::problem(no_such_thing());
    }
    co_return answer(context, json::to_json(view_of(*record, cbor)), as_of_now(context.house, *ledger));
}

struct ProofView {
    std::uint64_t position = 0;
    std::string leaf_hash;
    std::uint64_t size = 0;
    std::string root;
    std::vector<std::string> proof;  // RFC 6962 section 2.1.1
    std::string checkpoint;          // the signed note of that size and root
};
BOOST_DESCRIBE_STRUCT(ProofView, (), (position, leaf_hash, size, root, proof, checkpoint))

std::vector<std::string> in_hex(const std::vector<events::Hash>& hashes) {
    std::vector<std::string> texts;
    for (const auto& hash : hashes) texts.push_back(events::hex(hash));
    return texts;
}

// An entry with its path to the newest checkpoint.
struct Proven {
    Ledger ledger;
    events::Position position;
    events::Checkpoint checkpoint;
    std::vector<events::Hash> path;
};

awaitable<Result<Proven>> proven(Context& context) {
    const auto ledger = ledger_asked(context);
    if (!ledger) co_return ledger.error();
    const auto asked = position_in_path(context);
    const auto& log = context.house.log;
    if (!asked || *asked >= log.size(*ledger)) co_return no_such_thing();
    const events::Position position{*asked};
    auto newest = co_await covering(context.house, *ledger, position);
    if (!newest) co_return no_checkpoint_yet();
    auto path = log.inclusion_proof(*ledger, position, newest->size);
    if (!path) co_return path.error();
    co_return Proven{*ledger, position, *std::move(newest), *std::move(path)};
}

awaitable<http::Response> proof(Context& context) {
    const auto found = co_await proven(context);
    if (!found) co_return http::problem(found.error());
    const auto cbor = context.house.log.record_bytes(found->ledger, found->position);
    const auto& checkpoint = found->checkpoint;
    const ProofView view{found->position.value,        leaf_hash_of(cbor),  checkpoint.size,
                         events::hex(checkpoint.root), in_hex(found->path), checkpoint.note};
    auto response = http::json(200, json::to_json(view));
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

awaitable<http::Response> receipt(Context& context) {
    auto found = co_await proven(context);
    if (!found) co_return http::problem(found.error());
    const auto position = found->position.value;
    auto text = events::merkle::text_of({"", position, std::move(found->path), found->checkpoint.note});
    auto response = http::respond(200, "text/plain; charset=utf-8", std::move(text));
    response.headers.add("Cache-Control", "no-cache");
    response.headers.add("Content-Disposition", "attachment; filename=\"" + std::to_string(position) + ".tlog-proof\"");
    co_return response;
}

http::Response plain_text(std::string text) {
    auto response = http::respond(200, "text/plain; charset=utf-8", std::move(text));
    response.headers.add("Cache-Control", "private, no-cache");
    return response;
}

awaitable<http::Response> keys(Context& context) {
    auto response = http::respond(200, "text/plain; charset=utf-8", context.house.log.key_chain());
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

// "<kind> <name>" of the one list that is asked about.
Result<std::string> list_asked(const Context& context) {
    std::string name;
    for (const std::string kind : {"stream", "subject", "actor"}) {
        if (!context.has(kind)) continue;
        const auto asked = context.query(kind);
        const bool is_name =
            kind == "stream" ? events::Stream::parse(asked).has_value() : PersonCode::parse(asked).has_value();
        if (!is_name || !name.empty()) return wrong_parameter(kind);
        name = kind + " " + std::string(asked);
    }
    if (name.empty()) return wrong_parameter("stream");
    return name;
}

awaitable<http::Response> completeness(Context& context) {
    const auto ledger = ledger_asked(context);
    if (!ledger) co_return http::problem(ledger.error());
    const auto name = list_asked(context);
    if (!name) co_return http::problem(name.error());
    const auto newest = context.house.publishing.newest(*ledger);
    const auto proof = context.house.index_of(*ledger).prove(*name, newest);
    if (!proof) co_return http::problem(proof.error());
    auto response = plain_text(events::text_of(*proof));
    response.headers.add("Content-Disposition", "attachment; filename=\"minhbach-complete.txt\"");
    co_return response;
}

awaitable<http::Response> seals(Context& context) {
    const auto ledger = ledger_asked(context);
    if (!ledger) co_return http::problem(ledger.error());
    std::string lines;
    for (const auto& seal : events::seals_of(context.house.log, *ledger)) lines += events::line_of(seal) + "\n";
    co_return plain_text(std::move(lines));
}

struct ConsistencyView {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::vector<std::string> proof;  // RFC 6962 section 2.1.2
};
BOOST_DESCRIBE_STRUCT(ConsistencyView, (), (from, to, proof))

awaitable<http::Response> consistency(Context& context) {
    const auto ledger = ledger_asked(context);
    const auto from = number_in_query(context, "from");
    const auto to = number_in_query(context, "to");
    if (!ledger) co_return http::problem(ledger.error());
    if (!from) co_return http::problem(from.error());
    if (!to) co_return http::problem(to.error());
    const std::uint64_t size = to->value_or(context.house.publishing.newest(*ledger).size);
    if (size > context.house.log.size(*ledger)) co_return http::problem(wrong_parameter("to"));
    if (from->value_or(0) > size) co_return http::problem(wrong_parameter("from"));
    const auto path = context.house.log.consistency_proof(*ledger, from->value_or(0), size);
    if (!path) co_return http::problem(path.error());
    auto response = http::json(200, json::to_json(ConsistencyView{from->value_or(0), size, in_hex(*path)}));
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

Route proving(std::string path, std::string name, Words summary, SchemaOf answer, Handle handle) {
    Route route = open_read(std::move(path), std::move(name), std::move(summary),
                            {{"application/json", std::move(answer)}}, std::move(handle));
    route.permission = "anybody: hashes only";
    route.refusals = {"not-found-or-not-allowed", "malformed-request"};
    return route;
}

}  // namespace

std::vector<Route> log_routes() {
    std::vector<Route> routes = ledger_routes(Ledger::main, "/log", "", {"nhật ký chính", "main ledger"});
    for (Route& route :
         ledger_routes(Ledger::access, "/log/access", "-of-access", {"nhật ký truy cập", "access ledger"}))
        routes.push_back(std::move(route));
    const auto ledger = in_query("ledger", "nhật ký: main hoặc access", "which ledger",
                                 R"({"type":"string","enum":["main","access"]})");
    const std::string number = R"({"type":"integer","minimum":0})";
    routes.push_back(proving("/v1/log", "log", {"Tên, khóa và kích thước của nhật ký", "Name, key and size of the log"},
                             schema<LogView>(), log));
    routes.push_back(open_read("/v1/log/keys", "log-keys",
                               {"Chuỗi khóa của nhật ký: mỗi lần thay khóa do khóa cũ và khóa mới cùng ký",
                                "The chain of the log's keys: each change signed by the old key and the new one"},
                               {{"text/plain", {}}}, keys));
    routes.push_back(proving("/v1/log/entries/{position}/proof", "log-proof",
                             {"Bằng chứng một bản ghi nằm trong nhật ký", "Proof that an entry is in the log"},
                             schema<ProofView>(), proof));
    routes.back().parameters = {ledger};
    routes.back().refusals.push_back("not-yet-known");
    Route file = routes.back();
    file.path = "/v1/log/entries/{position}/receipt";
    file.name = "log-receipt";
    file.summary = {"Biên nhận một bản ghi nằm trong nhật ký (C2SP tlog-proof)",
                    "Receipt that an entry is in the log (C2SP tlog-proof)"};
    file.response = {{"text/plain", {}}};
    file.handle = receipt;
    routes.push_back(std::move(file));
    routes.push_back(
        proving("/v1/log/consistency", "log-consistency",
                {"Bằng chứng nhật ký chỉ được thêm, không bị sửa", "Proof that the log was only appended to"},
                schema<ConsistencyView>(), consistency));
    routes.back().parameters = {in_query("from", "kích thước trước", "the earlier size", number, true),
                                in_query("to", "kích thước sau, mặc định của điểm kiểm chứng mới nhất",
                                         "the later size, of the newest checkpoint if absent", number),
                                ledger};
    Route one = proving("/v1/log/entries/{position}", "log-entry", {"Một bản ghi của nhật ký", "One record of the log"},
                        detail::enveloped_schema<RecordView>, entry);
    one.access = Access::log_reader;
    one.permission = "inspection, administration, Home Affairs";
    one.parameters = {ledger};
    Route all = one;
    routes.push_back(std::move(one));

    all.response = {{"text/plain", {}}};
    all.heavy = true;
    all.path = "/v1/log/seals";
    all.name = "log-seals";
    all.summary = {"Các lần niêm phong chỉ mục của nhật ký", "When the index of the log was sealed, and to what"};
    all.handle = seals;
    routes.push_back(all);
    all.path = "/v1/log/completeness";
    all.name = "log-completeness";
    all.summary = {"Bằng chứng một danh sách sự kiện là đầy đủ: một trong stream, subject, actor",
                   "Proof that a list of events is complete: one of stream, subject, actor"};
    const std::string text = R"({"type":"string"})";
    all.parameters = {in_query("stream", "mọi sự kiện của một luồng", "all events of a stream", text),
                      in_query("subject", "mọi sự kiện về một người", "all events about a person", text),
                      in_query("actor", "mọi sự kiện do một người thực hiện", "all events of an actor", text), ledger};
    all.refusals.push_back("not-yet-known");
    all.handle = completeness;
    routes.push_back(std::move(all));
    return routes;
}

}  // namespace minhbach::api::routes
