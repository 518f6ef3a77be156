// Every parser of what strangers send, one target each; MINHBACH_FUZZ names it. Besides what the sanitizers see, each
// target holds its parser to what it promises of what it has accepted.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "api/cli/rules.hpp"
#include "api/follow/address.hpp"
#include "api/follow/retry_after.hpp"
#include "api/http/conditional.hpp"
#include "api/http/cookies.hpp"
#include "api/http/cursor.hpp"
#include "api/http/encoding.hpp"
#include "api/http/idempotency.hpp"
#include "api/http/request_parser.hpp"
#include "api/http/target.hpp"
#include "api/routes/rule_questions.hpp"
#include "api/sign_in/attempts.hpp"
#include "api/sign_in/client_credentials.hpp"
#include "api/sign_in/id_token.hpp"
#include "api/sign_in/sessions.hpp"
#include "api/sign_in/tokens.hpp"
#include "api/sign_in/totp.hpp"
#include "commands_impl.hpp"
#include "events/codec/document.hpp"
#include "events/codec/json.hpp"
#include "events/completeness/complete.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/merkle/note.hpp"
#include "events/merkle/proof.hpp"
#include "events/merkle/receipt.hpp"
#include "events/merkle/tile.hpp"
#include "events/package/package.hpp"
#include "events/record.hpp"
#include "events/witness/policy.hpp"
#include "events/witness/witness.hpp"
#include "services/law/rulebook.hpp"
#include "services/organisation/csv.hpp"
#include "services/organisation/xlsx.hpp"
#include "services/signature/validation.hpp"

namespace minhbach {
namespace {

namespace http = api::http;
namespace sign_in = api::sign_in;

void hold(bool promise, const char* what) {
    if (promise) return;
    std::fprintf(stderr, "not as promised: %s\n", what);
    std::abort();
}

void requests(std::string_view bytes) {
    const auto told = [&](std::size_t piece) {
        http::RequestParser parser(16 * 1024);
        std::string outcome;
        std::size_t at = 0;
        while (at < bytes.size()) {
            std::size_t consumed = 0;
            // What was not understood yet is given again, with more behind it.
            for (std::size_t size = piece; consumed == 0 && at < bytes.size(); size += piece) {
                const auto given = bytes.substr(at, size);
                switch (parser.put(given, consumed)) {
                    case http::RequestParser::Step::refused:
                        return outcome + "refused";
                    case http::RequestParser::Step::head:
                        if (!parser.allow_body(64 * 1024)) return outcome + "refused";
                        break;
                    case http::RequestParser::Step::request: {
                        const auto& request = parser.request();
                        outcome += request.method + " " + request.path + " " + request.body + "\n";
                        parser.start();
                        break;
                    }
                    case http::RequestParser::Step::need_more:
                        break;
                }
                if (at + given.size() >= bytes.size() && consumed == 0) return outcome;
            }
            at += consumed;
        }
        return outcome;
    };
    // Whole, and in pieces as a slow line brings them.
    (void)told(bytes.size() + 1);
    (void)told(7);
}

void targets(std::string_view bytes) {
    const auto target = http::parse_target(bytes);
    if (!target) return;
    hold(target->path.starts_with('/') || target->path == "*", "a path begins with a slash");
    for (const auto& segment : target->segments) hold(segment != "." && segment != "..", "no segment leads upwards");
    (void)http::decode_cursor("list", 2, bytes);
}

void records(std::string_view bytes) {
    const auto record = events::decode_record(bytes);
    if (record) hold(events::encode(*record) == bytes, "a record has one encoding");
}

void notes(std::string_view bytes) {
    (void)events::merkle::parse_checkpoint(bytes);
    (void)events::merkle::open_note(bytes, {});
    (void)events::merkle::NoteVerifier::parse(bytes);
    (void)events::merkle::parse_signature_line(bytes);
    (void)events::merkle::keys_of_chain(bytes);
    (void)events::WitnessPolicy::parse(bytes);
    if (const auto asked = events::parse_cosigning(bytes)) {
        (void)events::merkle::verify_consistency(asked->old, asked->old + asked->path.size(), asked->path, {}, {});
        (void)events::merkle::parse_checkpoint(asked->note);
    }
}

void proofs(std::string_view bytes) {
    (void)events::merkle::parse_receipt(bytes);
    (void)events::parse_completeness(bytes);
    (void)events::merkle::parse_tile_path(bytes);
}

void packages(std::string_view bytes) {
    (void)events::package::check_package(bytes, std::nullopt);
}

// The first byte says as which type, the rest is the body.
void commands(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto number = static_cast<unsigned char>(bytes.front()) % boost::mp11::mp_size<fuzz::Bodies>::value;
    const auto body = bytes.substr(1);
    fuzz::read_commands<0>(number, body);
    fuzz::read_commands<1>(number, body);
    fuzz::read_commands<2>(number, body);
    fuzz::read_commands<3>(number, body);
}

// An ID token and the keys it is verified with, in two lines. No key of anybody's is at hand here, so nothing that is
// made up may verify but by a key that came with it.
void id_tokens(std::string_view bytes) {
    const auto end = bytes.find('\n');
    const auto token = bytes.substr(0, end);
    (void)sign_in::key_named_by(token);
    const auto keys = sign_in::KeySet::parse(end == std::string_view::npos ? "{}" : bytes.substr(end + 1));
    if (!keys) return;
    const auto checked =
        sign_in::check_id_token(token, *keys, {"https://id", "console", "n", "sub", 1'700'000'000, 60});
    if (checked) hold(!checked->person.empty(), "who is let in has a name");
}

// What somebody shows as a token or as the cookie of a session, and what stands in the files of sessions.
void tokens(std::string_view bytes) {
    // None was ever issued: the folders are not there.
    static sign_in::Tokens tokens("/nowhere/tokens");
    static sign_in::Sessions sessions("/nowhere/sessions");
    const Time now = Time::of("2024-01-02T08:00");
    hold(!tokens.check(bytes, now), "a token that was not issued lets nobody in");
    hold(!tokens.admits(bytes, now), "nor is it admitted");
    hold(!sessions.check(bytes, now), "a session that was not begun lets nobody in");
    (void)json::from_json<sign_in::Session>(bytes);
    http::Request request;
    request.headers.add("Cookie", bytes);
    (void)http::cookie(request, "minhbach");
    (void)sign_in::network_of(bytes);
    if (const auto form = http::Query::parse(bytes)) {
        http::Request machine;
        (void)sign_in::client_credentials(machine, *form);
        machine.headers.add("Authorization", bytes);
        (void)sign_in::client_credentials(machine, *form);
    }
    (void)sign_in::totp::step_of("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", bytes, now, 0);
}

// Fields that the routes read, and what another server may answer or be named by.
void fields(std::string_view bytes) {
    http::Request request;
    for (const auto* name : {"Idempotency-Key", "If-Match", "If-None-Match", "Accept-Encoding"})
        request.headers.add(name, bytes);
    const auto key = http::idempotency_key(request);
    if (key && *key) hold(!(*key)->empty() && (*key)->size() <= http::kIdempotencyKeyCharactersMax, "a key has a size");
    const auto match = http::IfMatch::of(request);
    if (match && match->revision()) hold(match->admits(http::entity_tag(*match->revision())), "a tag means itself");
    (void)http::is_not_modified(request, http::entity_tag(4, "0123456789abcdef"));
    (void)http::accepts_encoding(request, "gzip");
    const Time now = Time::of("2024-01-02T08:00");
    const auto wait = api::follow::parse_retry_after(bytes, bytes, now);
    if (wait) hold(wait->count() >= 0 && *wait <= std::chrono::hours(24), "nobody waits longer than a day");
    (void)api::follow::parse_retry_after(bytes, "", now);
    const auto address = api::follow::parse_address(bytes);
    if (!address) return;
    const auto again = api::follow::parse_address(address->base + address->target);
    hold(again && again->destination == address->destination, "an address in parts is the address");
}

// The rules are asked by anybody. The first byte says which question, the rest is the body.
void questions(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto which = static_cast<unsigned char>(bytes.front()) % 5;
    const auto body = bytes.substr(1);
    if (which < 4) {
        const auto told = which == 0   ? api::cli::evaluate_json(body, true)
                          : which == 1 ? api::cli::quota_json(body)
                          : which == 2 ? api::cli::deadline_json(body)
                                       : api::cli::procedure_json(body);
        if (told) hold(json::Document::parse(*told).has_value(), "an answer is JSON");
        return;
    }
    const auto document = json::Document::parse(body);
    if (!document) return;
    const auto asking = api::routes::asking_of(document->root());
    if (!asking) return;
    hold(asking->facts.has_value() != asking->dossier.has_value(), "either facts or a dossier");
    if (!asking->facts) return;
    auto facts = api::routes::merged(*asking->facts, asking->changes);
    hold(json::Document::parse(facts).has_value(), "changed facts are JSON");
    if (asking->rulebook) facts = api::routes::with_rulebook(facts, *asking->rulebook);
    (void)api::cli::evaluate_json(facts, false);
}

void csv(std::string_view bytes) {
    (void)services::organisation::read_csv(bytes);
}

void xlsx(std::string_view bytes) {
    (void)services::organisation::read_xlsx(bytes);
}

void rulebooks(std::string_view bytes) {
    (void)services::law::Rulebook::read(bytes);
}

// The bytes that are signed come first, as long as the first byte says.
void signatures(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto size = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    const auto text = bytes.substr(0, size);
    const auto found =
        services::signature::validate(bytes.substr(text.size()), text, {}, Time::of("2026-01-01T00:00:00Z"));
    if (!found) return;
    hold(found->report.standing == SignatureStanding::unknown_issuer ||
             found->report.standing == SignatureStanding::weak,
         "nobody is trusted where no authority is");
    hold(!found->report.certificate.str().empty(), "what was found names the certificate");
}

const std::map<std::string_view, void (*)(std::string_view)>& table() {
    static const std::map<std::string_view, void (*)(std::string_view)> targets_by_name{
        {"requests", requests}, {"targets", targets},     {"records", records},      {"notes", notes},
        {"proofs", proofs},     {"packages", packages},   {"commands", commands},    {"csv", csv},
        {"xlsx", xlsx},         {"rulebooks", rulebooks}, {"id-tokens", id_tokens},  {"tokens", tokens},
        {"fields", fields},     {"questions", questions}, {"signatures", signatures}};
    return targets_by_name;
}

}  // namespace
}  // namespace minhbach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto target = [] {
        const char* name = std::getenv("MINHBACH_FUZZ");
        const auto found = minhbach::table().find(name ? name : "");
        if (found == minhbach::table().end()) {
            std::fputs("MINHBACH_FUZZ is one of:", stderr);
            for (const auto& [known, call] : minhbach::table()) std::fprintf(stderr, " %s", std::string(known).c_str());
            std::fputs("\n", stderr);
            std::exit(2);
        }
        return found->second;
    }();
    target({reinterpret_cast<const char*>(data), size});
    return 0;
}
