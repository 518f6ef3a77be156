// Every parser of what strangers send, one target each; MINHBACH_FUZZ names it. Besides what the sanitizers see, each
// target holds its parser to what it promises of what it has accepted.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "api/http/cookies.hpp"
#include "api/http/cursor.hpp"
#include "api/http/request_parser.hpp"
#include "api/http/target.hpp"
#include "api/sign_in/attempts.hpp"
#include "api/sign_in/id_token.hpp"
#include "api/sign_in/sessions.hpp"
#include "api/sign_in/tokens.hpp"
#include "api/sign_in/totp.hpp"
#include "commands_impl.hpp"
#include "events/codec/json.hpp"
#include "events/completeness/complete.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/merkle/note.hpp"
#include "events/merkle/receipt.hpp"
#include "events/merkle/tile.hpp"
#include "events/package/package.hpp"
#include "events/record.hpp"
#include "events/witness/policy.hpp"
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
}

void proofs(std::string_view bytes) {
    (void)events::merkle::parse_receipt(bytes);
    (void)events::parse_completeness(bytes);
    (void)events::merkle::parse_tile_path(bytes);
}

void packages(std::string_view bytes) {
    (void)events::package::check_package(bytes, std::nullopt);
}

// The first byte says which command, the rest is the body.
void commands(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto number = static_cast<unsigned char>(bytes.front()) % boost::mp11::mp_size<fuzz::Commands>::value;
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
    (void)sign_in::totp::step_of("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", bytes, now, 0);
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
    static const std::map<std::string_view, void (*)(std::string_view)> targets_by_name{{"requests", requests},
                                                                                        {"targets", targets},
                                                                                        {"records", records},
                                                                                        {"notes", notes},
                                                                                        {"proofs", proofs},
                                                                                        {"packages", packages},
                                                                                        {"commands", commands},
                                                                                        {"csv", csv},
                                                                                        {"xlsx", xlsx},
                                                                                        {"rulebooks", rulebooks},
                                                                                        {"id-tokens", id_tokens},
                                                                                        {"tokens", tokens},
                                                                                        {"signatures", signatures}};
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
