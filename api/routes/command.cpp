#include "api/routes/command.hpp"

#include <algorithm>

#include "events/merkle/receipt.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

constexpr int kTries = 3;

bool equal(json::Value left, json::Value right) {
    if (left.kind() != right.kind()) return false;
    switch (left.kind()) {
        case json::Kind::null:
            return true;
        case json::Kind::boolean:
            return left.boolean() == right.boolean();
        case json::Kind::integer:
            return left.integer() == right.integer();
        case json::Kind::number:
            return false;
        case json::Kind::string:
            return left.string() == right.string();
        case json::Kind::array: {
            const auto these = left.elements(), those = right.elements();
            return std::equal(these.begin(), these.end(), those.begin(), those.end(), equal);
        }
        case json::Kind::object: {
            const auto these = left.members(), those = right.members();
            return these.size() == those.size() && std::all_of(these.begin(), these.end(), [&](const auto& member) {
                       return std::any_of(those.begin(), those.end(), [&](const auto& other) {
                           return member.first == other.first && equal(member.second, other.second);
                       });
                   });
        }
    }
    return false;
}

events::Hash fingerprint_of(const http::Request& request, const std::string& canonical_body) {
    std::string bytes = request.method;
    bytes += '\0';
    bytes += request.path;
    bytes += '\0';
    bytes += canonical_body;
    return events::sha256(bytes);
}

// RFC 7240: preferences separated by commas, in one field or several.
bool prefers_receipt(const http::Request& request) {
    const auto preferences = request.headers.joined("Prefer").value_or("");
    for (std::string_view rest = preferences; !rest.empty();) {
        const auto comma = rest.find(',');
        auto one = rest.substr(0, comma);
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (one == "receipt") return true;
    }
    return false;
}

awaitable<std::optional<std::vector<std::string>>> receipts_of(House& house, services::Receipt written) {
    constexpr auto kLedger = events::Ledger::main;
    if (written.count == 0 || written.count > kReceiptsMax) co_return std::nullopt;
    const events::Position last{written.first.value + written.count - 1};
    const auto checkpoint = co_await covering(house, kLedger, last);
    if (!checkpoint) co_return std::nullopt;
    std::vector<std::string> texts;
    for (std::uint64_t i = 0; i < written.count; ++i) {
        const events::Position position{written.first.value + i};
        auto path = house.log.inclusion_proof(kLedger, position, checkpoint->size);
        if (!path) co_return std::nullopt;
        texts.push_back(events::merkle::text_of(
            {house.log.record_bytes(kLedger, position), position.value, *std::move(path), checkpoint->note}));
    }
    co_return texts;
}

http::Response receipt_answer(House& house, const services::Receipt& receipt,
                              std::optional<std::vector<std::string>> receipts) {
    Accepted accepted;
    accepted.position = receipt.first.value;
    accepted.last_position = receipt.first.value + receipt.count;
    if (accepted.last_position > 0) --accepted.last_position;
    accepted.count = receipt.count;
    accepted.stream = receipt.target.name();
    // Replayed from the log, a receipt knows the revision only if the command wrote to its target.
    accepted.revision =
        receipt.revision > 0 ? receipt.revision : house.log.stream_count(events::Ledger::main, receipt.target);
    accepted.recorded_at = receipt.recorded_at;
    accepted.replayed = receipt.replayed;
    accepted.simulated = house.simulated();
    const std::string position = std::to_string(receipt.first.value);
    const std::string entry = "/v1/log/entries/" + position;
    accepted.links = {resource_of(receipt.target, receipt.first.value), entry + "/proof", entry + "/receipt",
                      "/log/checkpoint"};
    const bool with_receipts = receipts.has_value();
    accepted.receipts = std::move(receipts);

    auto response = http::json(receipt.count > 0 ? 201 : 200, json::to_json(accepted));
    response.headers.add("ETag", http::entity_tag(accepted.revision));
    if (receipt.count > 0) response.headers.add("Location", accepted.links.resource);
    if (with_receipts) response.headers.add("Preference-Applied", "receipt");
    response.headers.add("Cache-Control", "private, no-store");
    return response;
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out;
    json::append_string(out, text);
    return out;
}

std::string resource_of(const events::Stream& stream, std::uint64_t position) {
    const std::string_view category = stream.category();
    const std::string id(stream.id());
    const auto slash = id.find('/');
    const std::string first = id.substr(0, slash);
    const std::string second = slash == std::string::npos ? "" : id.substr(slash + 1);
    if (category == "dossier") return "/v1/dossiers/" + id;
    if (category == "document") return "/v1/documents/" + id;
    if (category == "unit") return "/v1/units/" + id;
    if (category == "person" || category == "mandates") return "/v1/people/" + id;
    if (category == "cycle") return "/v1/cycles/" + id;
    if (category == "meeting") return "/v1/meetings/" + id;
    if (category == "collective") return "/v1/cycles/" + first + "/collectives/" + second;
    if (category == "settlement") return "/v1/cycles/" + first + "/settlements/" + second;
    if (category == "concretisation") return "/v1/units/" + second + "/concretisation?cycle=" + first;
    if (category == "report") return "/v1/cycles/" + first + "/reports/" + second;
    if (category == "submission") return "/v1/cycles/" + first + "/files/" + second;
    if (is_objection(category)) return "/v1/objections/" + id;
    if (category == "party-dossier") return "/v1/party/dossiers/" + id;
    if (category == "party-collectives") return "/v1/party/collectives/" + first + "/" + second;
    if (category == "hand-over") return "/v1/cycles/" + first + "/hand-overs/" + second;
    if (category == "erasure") return "/v1/erasures/" + id;
    if (category == "legal-hold") return "/v1/legal-holds";
    if (category == "retention") return "/v1/retention-classes";
    if (category == "remediation") return "/v1/remediation-plans/" + id;
    if (category == "webhook") return "/v1/webhooks/" + id;
    if (category == "review") return "/v1/reviews/" + id;
    if (category == "conferences") return "/v1/units/" + second + "/review?cycle=" + first;
    if (category == "signature") return "/v1/log/entries/" + id + "/signatures";
    if (category == "work")
        return "/v1/work/" + first + (second.starts_with("p/") ? "/people/" : "/units/") + second.substr(2);
    return "/v1/log/entries/" + std::to_string(position);
}

Result<std::string> with_fixed(const std::string& body, const std::vector<Fixed>& fixed) {
    auto document = json::Document::parse(body);
    if (!document) return document.error();
    if (document->root().kind() != json::Kind::object)
        return invalid_field("", "Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
    const auto members = document->root().members();
    std::string added;
    for (const auto& [name, value] : fixed) {
        const auto given =
            std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == name; });
        if (given == members.end()) {
            if (!added.empty()) added += ',';
            json::append_string(added, name);
            added += ":" + value;
            continue;
        }
        const auto wanted = json::Document::parse(value);
        if (!wanted || !equal(given->second, wanted->root()))
            return invalid_field("/" + name, "Giá trị này khác với địa chỉ của yêu cầu.",
                                 "This differs from the address of the request.");
    }
    if (added.empty()) return body;
    std::string whole = body;
    if (!members.empty()) added += ',';
    whole.insert(whole.find('{') + 1, added);
    return whole;
}

std::vector<Fixed> fixed_by_path(const Context& context) {
    std::vector<Fixed> fixed;
    for (const auto& [name, value] : context.path) fixed.push_back({name, json_string(value)});
    return fixed;
}

std::vector<std::string> names_in_path(std::string_view path) {
    std::vector<std::string> names;
    for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1))
        names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
    return names;
}

awaitable<http::Response> carry_out(Context& context, Kind kind, events::Stream target, std::string canonical_body,
                                    services::Desk::Decide decide) {
    const auto if_match = http::IfMatch::of(context.request);
    if (!if_match) co_return http::problem(if_match.error());
    const auto key = http::idempotency_key(context.request);
    if (!key) co_return http::problem(key.error());

    services::Conditions conditions;
    conditions.command = context.route.name;
    conditions.target = std::move(target);
    conditions.idempotency_key = *key;
    conditions.fingerprint = fingerprint_of(context.request, canonical_body);
    if (if_match->present()) {
        conditions.if_match = if_match->revision();
        const auto current = [&] {
            return http::entity_tag(context.house.log.stream_count(events::Ledger::main, conditions.target));
        };
        // What is not one revision of ours ("*", a list, a weak tag) is compared here; the desk compares revisions.
        if (!conditions.if_match && !if_match->admits(current())) co_return http::precondition_failed(current());
        if (!conditions.if_match && kind == Kind::judging) co_return http::precondition_required();
    } else if (kind == Kind::judging) {
        co_return http::precondition_required();
    }

    for (int tried = 1;; ++tried) {
        auto receipt = co_await executed(context.house, context.person(), conditions, decide);
        if (receipt) {
            std::optional<std::vector<std::string>> receipts;
            if (prefers_receipt(context.request)) receipts = co_await receipts_of(context.house, *receipt);
            co_return receipt_answer(context.house, *receipt, std::move(receipts));
        }
        const bool retry = receipt.error().type == "stale-revision" && !conditions.if_match && kind == Kind::additive;
        if (retry && tried < kTries) continue;
        if (receipt.error().type == "stale-revision") {
            const auto now = context.house.log.stream_count(events::Ledger::main, conditions.target);
            http::ProblemExtras extras;
            extras.members = {{"etag", json_string(http::entity_tag(now))}};
            auto response = http::problem(receipt.error(), extras);
            response.headers.add("ETag", http::entity_tag(now));
            co_return response;
        }
        co_return http::problem(receipt.error());
    }
}

Handle command_handler(Kind kind, FixedMembers fixed,
                       std::function<Result<ReadCommand>(const std::string& body)> read) {
    return [kind, fixed = std::move(fixed), read = std::move(read)](Context& context) -> awaitable<http::Response> {
        const auto members = fixed ? fixed(context) : fixed_by_path(context);
        const auto body = with_fixed(context.request.body, members);
        if (!body) co_return http::problem(body.error());
        auto command = read(*body);
        if (!command) co_return http::problem(command.error());
        auto& [target, canonical_body, decide] = *command;
        co_return co_await carry_out(context, kind, std::move(target), std::move(canonical_body), std::move(decide));
    };
}

Route command_frame(std::string path, std::string name, Words summary, Kind kind, std::string permission) {
    Route route;
    route.method = "POST";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = std::move(permission);
    route.success = 201;
    const bool judging = kind == Kind::judging;
    route.parameters.push_back(
        in_header("If-Match", "phiên bản đang xem, dạng \"n\"", "the revision you have seen, as \"n\"", judging));
    route.parameters.push_back(in_header("Idempotency-Key", "mã do bên gửi chọn để gửi lại an toàn, trong ngoặc kép",
                                         "a key of the sender's choice, in quotes, that makes sending again safe"));
    route.parameters.push_back(in_header("Prefer", "receipt: kèm biên nhận (C2SP tlog-proof) của từng bản ghi",
                                         "receipt: with a receipt (C2SP tlog-proof) of every event"));
    route.refusals = {"not-found-or-not-allowed",
                      "not-competent",
                      "step-order",
                      "invalid-field",
                      "malformed-json",
                      "stale-revision",
                      "key-conflict",
                      "unsupported-media-type",
                      "too-large",
                      "outcome-unknown"};
    if (judging) route.refusals.push_back("precondition-required");
    return route;
}

}  // namespace minhbach::api::routes
