// Personal digital signatures over acts: the bytes to be signed, the signature handed in, and what was found of it.
// What is signed is the record as it lies in the log, byte for byte: the leaf that receipts, packages and entry bundles
// hold. It binds the content by salted commitments, so that a signature never lets anybody guess what was erased.
#include <charconv>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/tree.hpp"
#include "events/refusals.hpp"
#include "projections/names.hpp"
#include "projections/unnamed.hpp"
#include "services/signature/signature.hpp"

namespace minhbach::api::routes {
namespace {

namespace signature = services::signature;

// The record that is asked about.
struct AskedAct {
    std::uint64_t position = 0;
    std::string bytes;
    events::Record record;
};

Result<AskedAct> act_asked(const Context& context) {
    const auto text = context.in_path("position");
    AskedAct found;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), found.position);
    const auto& log = context.house.log;
    if (error != std::errc{} || end != text.data() + text.size() || text.size() > 15) return no_such_thing();
    if (found.position >= log.size(events::Ledger::main)) return no_such_thing();
    found.bytes = log.record_bytes(events::Ledger::main, {found.position});
    auto record = events::decode_record(found.bytes);
    if (!record) return record.error();
    found.record = std::move(*record);
    return found;
}

// The actor; whoever may open the dossier that the act stands in, which is entered as a view; inspection.
awaitable<Outcome> act_seen(Context& context, AskedAct act, std::string view) {
    if (act.record.actor == context.person()) co_return std::monostate{};
    const auto& stream = act.record.stream;
    if (is_party_content(stream.category(), act.record.type)) co_return no_such_thing();
    // The bytes hold the code of whoever acted: a protected petitioner's, a subordinate's who spoke of the head.
    if (is_of_protected_objection(stream.category(), act.record.type)) co_return no_such_thing();
    if (projections::may_be_unnamed(act.record.type)) {
        const auto recorded = events::decode(context.house.log.read(events::Ledger::main, {act.position}));
        if (projections::is_unnamed_to(context.person(), recorded)) co_return no_such_thing();
    }
    if (stream.category() == "dossier") {
        auto opening = opening_of(context, DossierId::of(stream.id()));
        if (!opening) co_return opening.error();
        auto purpose = purpose_of(context.request);
        if (!purpose) co_return purpose.error();
        co_return co_await view_noted(context, std::move(*opening), std::move(view), std::move(*purpose));
    }
    bool inspects = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { inspects = reader.inspects(); });
    if (!inspects) co_return no_such_thing();
    co_return std::monostate{};
}

std::string leaf_of_act(const AskedAct& act) {
    return events::hex(events::merkle::leaf_hash(act.bytes));
}

awaitable<http::Response> bytes_of_act(Context& context) {
    const auto act = act_asked(context);
    if (!act) co_return http::problem(act.error());
    const auto outcome = co_await act_seen(context, *act, "act-record");
    if (!outcome) co_return http::problem(outcome.error());
    auto response = http::respond(200, "application/octet-stream", act->bytes);
    const auto name = std::to_string(act->position) + ".cbor";
    response.headers.add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.headers.add("Leaf-Hash", leaf_of_act(*act));
    response.headers.add("Digest-SHA-256", events::hex(events::sha256(act->bytes)));
    response.headers.add("Cache-Control", "private, no-cache");
    co_return response;
}

struct SignatureShown {
    std::uint64_t position = 0;  // of the signature's own record
    Time recorded_at;
    SignatureReport report;
    SignatureText signature;
};
BOOST_DESCRIBE_STRUCT(SignatureShown, (), (position, recorded_at, report, signature))

struct ActSignatures {
    std::uint64_t position = 0;
    std::string act;
    std::string act_type;
    std::string stream;
    PersonCode actor;
    std::optional<std::string> actor_name;
    std::string leaf_hash;
    std::string record;             // SHA-256 of the bytes that are signed
    std::uint64_t authorities = 0;  // certificates of those whose word is taken today
    bool may_sign = false;          // who asks did this act
    std::vector<SignatureShown> signatures;
    std::uint64_t lost = 0;  // the signer's data was erased
};
BOOST_DESCRIBE_STRUCT(ActSignatures, (),
                      (position, act, act_type, stream, actor, actor_name, leaf_hash, record, authorities, may_sign,
                       signatures, lost))

awaitable<http::Response> signatures_of_act(Context& context) {
    const auto act = act_asked(context);
    if (!act) co_return http::problem(act.error());
    const auto outcome = co_await act_seen(context, *act, "act-signatures");
    if (!outcome) co_return http::problem(outcome.error());
    auto& house = context.house;
    const auto& record = act->record;
    ActSignatures answered;
    answered.position = act->position;
    answered.act = record.id.str();
    answered.act_type = record.type;
    answered.stream = record.stream.name();
    answered.actor = record.actor;
    answered.leaf_hash = leaf_of_act(*act);
    answered.record = events::hex(events::sha256(act->bytes));
    answered.authorities = house.authorities.count();
    house.desk.look([&](services::Past& past, Time) {
        if (const auto* person = past.registry().person(record.actor)) answered.actor_name = person->full_name.str();
        signature::SignAct sample{record.actor, {}};
        sample.made.act_type = Label::of(record.type);
        sample.made.stream = Label::of(record.stream.name());
        sample.made.position = static_cast<std::int64_t>(act->position);
        const services::Acting acting{context.person(), {}};
        answered.may_sign = signature::decide(past, acting, sample).has_value();
    });
    constexpr auto kLedger = events::Ledger::main;
    for (const auto position : house.log.stream_positions(kLedger, services::signature_stream(act->position))) {
        const auto recorded = events::decode(house.log.read(kLedger, position));
        if (const auto* made = recorded.event.as<ActSigned>())
            answered.signatures.push_back({position.value, recorded.record.recorded_at, made->report, made->signature});
        else
            ++answered.lost;
    }
    co_return answer(context, json::to_json(answered), as_of_now(house));
}

// Marks and capitals are often missing in certificates.
bool reads_like(const std::string& name, const std::string& other) {
    return !name.empty() && projections::search_fold(name) == projections::search_fold(other);
}

awaitable<http::Response> sign_act(Context& context) {
    const auto act = act_asked(context);
    if (!act) co_return http::problem(act.error());
    const auto request = json::from_json<SignRequest>(context.request.body);
    if (!request) co_return http::problem(request.error());
    auto& house = context.house;
    const auto& record = act->record;
    signature::SignAct command{record.actor, {}};
    auto& made = command.made;
    made.person = record.actor;
    made.position = static_cast<std::int64_t>(act->position);
    made.act = Label::of(record.id.str());
    made.act_type = Label::of(record.type);
    made.stream = Label::of(record.stream.name());
    made.record = Digest::of(events::hex(events::sha256(act->bytes)));
    made.signature = request->signature;
    // For nobody else are the bytes looked at.
    if (record.actor == context.person()) {
        const auto der = events::merkle::from_base64(request->signature.str());
        if (!der)
            co_return http::problem(invalid_field("/signature", "Chữ ký số cần ở dạng base64 (RFC 4648).",
                                                  "The signature takes base64 (RFC 4648)."));
        auto validated = signature::validate(*der, act->bytes, house.authorities, house.wall.now());
        if (!validated) co_return http::problem(validated.error());
        made.report = std::move(validated->report);
        house.desk.look([&](services::Past& past, Time) {
            const auto* person = past.registry().person(record.actor);
            made.report.names_signer = person && reads_like(validated->common_name, person->full_name.str());
        });
    }
    services::Desk::Decide decide = [command](services::Past& past, const services::Acting& acting) {
        return signature::decide(past, acting, command);
    };
    auto canonical = json::to_json(*request);
    co_return co_await carry_out(context, Kind::additive, services::signature_stream(act->position),
                                 std::move(canonical), std::move(decide));
}

Route signature_read(std::string path, std::string name, Words summary, Handle handle) {
    Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = "the actor of the act; who may open the dossier it stands in; inspection";
    route.refusals = {"not-found-or-not-allowed"};
    route.handle = std::move(handle);
    return with_purpose(std::move(route));
}

}  // namespace

std::vector<Route> signature_routes() {
    auto record =
        signature_read("/v1/log/entries/{position}/record", "act-record",
                       {"Các byte của bản ghi một việc: nội dung để ký số và để kiểm tra chữ ký số",
                        "The bytes of an act's record: what is signed, and what a signature is checked against"},
                       bytes_of_act);
    record.response = {{"application/octet-stream", {}}};
    auto all = signature_read("/v1/log/entries/{position}/signatures", "act-signatures",
                              {"Chữ ký số cá nhân trên bản ghi một việc và kết quả kiểm tra khi tiếp nhận",
                               "Personal digital signatures over an act's record, and what was found of each"},
                              signatures_of_act);
    all.response = {{"application/json", detail::enveloped_schema<ActSignatures>}};
    auto made = command_frame("/v1/log/entries/{position}/signatures", "sign-act",
                              {"Nộp chữ ký số cá nhân tách rời (CMS) trên bản ghi việc mình đã thực hiện",
                               "Hand in a personal digital signature (detached CMS) over the record of one's own act"},
                              Kind::additive, "the actor of the act");
    made.request = {{"application/json", schema<SignRequest>()}};
    made.response = {{"application/json", schema<Accepted>()}};
    made.refusals.insert(made.refusals.end(), {"signature-invalid", "already-exists"});
    made.cost = 5;
    made.handle = sign_act;
    return {std::move(record), std::move(all), std::move(made)};
}

}  // namespace minhbach::api::routes
