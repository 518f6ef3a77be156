#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "api/cli/commands.hpp"
#include "api/on_machine.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/files.hpp"
#include "events/record.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "services/states.hpp"

namespace minhbach::api::cli {
namespace {

using services::organisation::Registry;

bool holds(const Registry& registry, const PersonCode& person, Power power, Date today) {
    for (const auto* mandate : registry.mandates_of(person)) {
        const auto& powers = mandate->granted.powers;
        if (mandate->holds_on(today) && std::find(powers.begin(), powers.end(), power) != powers.end()) return true;
    }
    return false;
}

// Sở Nội vụ receives the files of departments and districts for the province.
bool receives_for_province(const Registry& registry, const PersonCode& person, Date today) {
    for (const auto* mandate : registry.mandates_of(person)) {
        const auto* unit = registry.unit(mandate->granted.unit);
        const auto& powers = mandate->granted.powers;
        if (mandate->holds_on(today) && unit && unit->kind == UnitKind::province &&
            std::find(powers.begin(), powers.end(), Power::receive) != powers.end()) {
            return true;
        }
    }
    return false;
}

// The first person by code, so that the same store gives the same person.
std::optional<PersonCode> somebody(const Registry& registry, const std::string& role, Date today) {
    std::vector<PersonCode> codes;
    for (const auto& [code, person] : registry.people()) codes.push_back(code);
    std::sort(codes.begin(), codes.end());
    for (const auto& code : codes) {
        const auto& person = *registry.person(code);
        const auto* post = person.posts.empty() ? nullptr : &person.posts.back();
        const bool leads = post && post->head_of;
        if (role == "inspector" && holds(registry, code, Power::inspect, today)) return code;
        if (role == "administrator" && holds(registry, code, Power::administer, today)) return code;
        if (role == "home-affairs" && receives_for_province(registry, code, today)) return code;
        if (role == "head" && leads && holds(registry, code, Power::decide, today)) return code;
        if (role == "staff" && post && !post->leader && registry.mandates_of(code).empty()) return code;
    }
    return std::nullopt;
}

// The machine with this certificate comes as the person.
int admit(const TokenOptions& options, const PersonCode& person, Time now) {
    const auto pem = events::read_file(*options.certificate).value_or("");
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                          BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr), X509_free);
    unsigned char* der = nullptr;
    const int size = certificate ? i2d_X509(certificate.get(), &der) : 0;
    if (size <= 0)
        return tell(invalid_field("", options.certificate->string() + " không phải chứng thư dạng PEM.",
                                  options.certificate->string() + " is no certificate in PEM."));
    const auto hash = events::hex(
        events::sha256(std::string_view(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size))));
    OPENSSL_free(der);
    announce(
        options.data,
        {Label::of("certificate"), {}, person, Digest::of(hash), now.plus_millis(options.days * 86'400'000LL), {}});
    const auto refusal = sign_in::Tokens(options.data / "machines").admit(Digest::of(hash), person, now, options.days);
    if (refusal) return tell(*refusal);
    std::cerr << "Máy có chứng thư này vào với tư cách " << person.str() << ", " << options.days << " ngày.\n"
              << "The machine with this certificate comes as " << person.str() << ", " << options.days << " days.\n";
    std::cout << hash << "\n";
    return 0;
}

}  // namespace

int token(const TokenOptions& options) {
    if (!options.role && !options.person) {
        return tell(invalid_field("", "Hãy nêu --role hoặc --person.", "Name --role or --person."));
    }
    auto log = events::open_store_read_only(options.data);
    if (!log) return tell(log.error());
    const services::States states(**log);
    sign_in::SystemClock clock;
    std::optional<PersonCode> person;
    if (options.person) {
        const auto code = PersonCode::parse(*options.person);
        if (!code) return tell(code.error());
        if (states.registry().person(*code)) person = *code;
    } else {
        person = somebody(states.registry(), *options.role, clock.now().local_date());
    }
    if (!person) {
        return tell(not_found("Trong dữ liệu không có người như vậy.", "The store has no such person."));
    }
    if (options.certificate) return admit(options, *person, clock.now());
    auto issued = sign_in::Tokens(options.data / "tokens").issue(*person, clock.now(), options.days);
    if (!issued) return tell(issued.error());
    announce(options.data, {Label::of("token"),
                            {},
                            *person,
                            Digest::of(events::hex(events::sha256(*issued))),
                            clock.now().plus_millis(options.days * 86'400'000LL),
                            {}});
    const auto& name = states.registry().person(*person)->full_name.str();
    std::cerr << "Mã truy cập của " << name << " (" << person->str() << "), " << options.days << " ngày.\n"
              << "Token of " << name << " (" << person->str() << "), " << options.days << " days.\n";
    std::cout << *issued << "\n";
    return 0;
}

}  // namespace minhbach::api::cli
