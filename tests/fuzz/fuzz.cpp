// Every parser of what strangers send, one target each; MINHBACH_FUZZ names it. Besides what the sanitizers see, each
// target holds its parser to what it promises of what it has accepted.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "api/http/cursor.hpp"
#include "api/http/request_parser.hpp"
#include "api/http/target.hpp"
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
#include "services/evaluation/commands.hpp"
#include "services/law/rulebook.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/csv.hpp"
#include "services/organisation/xlsx.hpp"
#include "services/signature/validation.hpp"

namespace minhbach {
namespace {

namespace http = api::http;

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

template <class Command>
void command(std::string_view bytes) {
    const auto read = json::from_json<Command>(bytes);
    if (!read) return;
    const auto written = json::to_json(*read);
    const auto again = json::from_json<Command>(written);
    hold(again.has_value() && json::to_json(*again) == written, "what was read is written and read again");
}

void commands(std::string_view bytes) {
    command<services::evaluation::AdoptMinutes>(bytes);
    command<services::evaluation::HoldMeeting>(bytes);
    command<services::evaluation::DecideRatings>(bytes);
    command<services::organisation::RegisterPerson>(bytes);
    command<services::organisation::GrantMandate>(bytes);
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
        {"xlsx", xlsx},         {"rulebooks", rulebooks}, {"signatures", signatures}};
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
