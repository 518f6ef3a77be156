#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <iostream>
#include <system_error>

#include "api/application.hpp"
#include "api/cli/commands.hpp"
#include "api/cli/descriptors.hpp"
#include "api/cli/listen.hpp"
#include "api/follow/address.hpp"
#include "api/http/server.hpp"
#include "api/on_machine.hpp"
#include "api/routes/house.hpp"
#include "api/scrubbing.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/files.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "events/witness/policy.hpp"

namespace minhbach::api::cli {
namespace {

constexpr std::size_t kConnectionsOfOneMin = 256;  // of one address, where there are few in all: an office behind one

std::chrono::milliseconds millis(double seconds) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

follow::Options following_of(const ServeOptions& options) {
    follow::Options following;
    following.progress_every = millis(options.progress_every);
    // A token that was taken back is noticed at least as often as a stream says how far it is.
    following.token_check_every = std::min(following.token_check_every, following.progress_every);
    following.streams_max = static_cast<std::size_t>(options.streams);
    following.webhooks.destinations = options.webhook_to;
    following.webhooks.patience.attempts_max = options.webhook_attempts;
    following.webhooks.patience.first_wait = millis(options.webhook_wait);
    return following;
}

// In the order of their names. Whatever lies there is a certificate, or the program does not begin.
Result<services::signature::Authorities> authorities_in(const std::filesystem::path& directory) {
    constexpr std::uintmax_t kBytesMax = 1u << 20;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) {
        std::error_code error;
        const bool is_file = std::filesystem::is_regular_file(file, error);
        const bool fits = is_file && std::filesystem::file_size(file, error) <= kBytesMax;
        texts.push_back(fits ? events::read_file(file).value_or("") : "");
    }
    auto authorities = services::signature::Authorities::of(texts);
    if (authorities) return authorities;
    auto refusal = authorities.error();
    const auto name = files.at(std::stoull(refusal.field)).string();
    return invalid_field("", name + ": " + refusal.detail_vi, name + ": " + refusal.detail_en);
}

Result<Doors> doors_of(const ServeOptions& options) {
    Doors doors;
    if (options.signature_authorities) {
        auto authorities = authorities_in(*options.signature_authorities);
        if (!authorities) return authorities.error();
        doors.authorities = std::move(*authorities);
    }
    doors.identity.sessions = {std::chrono::minutes(options.idle_minutes),
                               std::chrono::minutes(options.session_minutes),
                               std::chrono::minutes(options.proof_minutes)};
    doors.asking = {options.requests_per_second, 5 * options.requests_per_second};
    if (!options.openid_issuer) return doors;
    sign_in::OpenIdOptions openid{
        *options.openid_issuer, options.openid_client, {}, options.public_url, options.openid_claim};
    if (options.openid_secret) {
        if (events::is_exposed(*options.openid_secret))
            return invalid_field("", options.openid_secret->string() + " để ngỏ cho người khác; chmod 600.",
                                 options.openid_secret->string() + " may be read by others; chmod 600.");
        openid.client_secret = events::read_file(*options.openid_secret).value_or("");
        while (openid.client_secret.ends_with('\n') || openid.client_secret.ends_with('\r'))
            openid.client_secret.pop_back();
    }
    auto provider = sign_in::OpenId::with(std::move(openid));
    if (!provider) return provider.error();
    doors.identity.openid = std::move(*provider);
    return doors;
}

}  // namespace

int serve(const ServeOptions& options) {
    auto listen_or = listen_on(options.listen);
    if (!listen_or) return tell(listen_or.error());
    auto& listen = *listen_or;

    std::optional<Witnessing> witnessing;
    if (options.policy) {
        auto policy = events::WitnessPolicy::parse(events::read_file(*options.policy).value_or(""));
        if (!policy) return tell(policy.error());
        witnessing = Witnessing{*std::move(policy), options.require_quorum};
    }

    for (const auto& destination : options.webhook_to) {
        const auto address = follow::parse_address("http://" + destination + "/");
        if (!address || address->destination != destination)
            return tell(invalid_field("", "Nơi nhận cần dạng máy:cổng, chữ thường: " + destination + ".",
                                      "A destination takes the form host:port, in lower case: " + destination + "."));
    }

    auto doors = doors_of(options);
    if (!doors) return tell(doors.error());

    // The io_context comes before the log: what a request waits for is completed by the writer, which drains last of
    // all.
    sign_in::SystemClock clock;
    boost::asio::io_context io;
    events::StoreOptions store;
    const auto damage = std::make_shared<events::KnownDamage>();
    damage->replace(Scrubbing::found_before(options.data));
    store.damage = damage;
    auto log = events::open_store(options.data, clock, store);
    if (!log) return tell(log.error());
    const Scrubbing scrubbing(options.data, {options.scrub_rate << 20, std::chrono::seconds(options.scrub_every)},
                              damage);
    Application application(**log, clock, options.data, std::chrono::minutes(1), std::move(witnessing),
                            following_of(options), {}, *std::move(doors));
    application.house().scrubbing = &scrubbing;
    listen.body_bytes_max_of = [&](const http::Request& head) { return application.body_bytes_max_of(head); };
    listen.io_threads = options.threads;
    listen.refusal_of = [&](const http::Request& head) { return application.refusal_of(head); };
    const Descriptors descriptors = shared_out(raised_descriptor_limit(), listen.connections_max);
    listen.connections_max = descriptors.connections_max;
    listen.connections_of_one_max =
        std::min(listen.connections_max, std::max(listen.connections_max / 4, kConnectionsOfOneMin));
    if (descriptors.is_tight()) {
        std::cerr << "Chỉ có " << descriptors.limit << " mô tả tệp; nhận tối đa " << descriptors.connections_max
                  << " kết nối, mỗi địa chỉ " << listen.connections_of_one_max << ". / Only " << descriptors.limit
                  << " file descriptors; at most " << descriptors.connections_max << " connections, "
                  << listen.connections_of_one_max << " of one address.\n";
    }
    http::Server server(io, listen, application.handler());
    boost::asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&](const boost::system::error_code& error, int) {
        if (!error) server.stop();
    });
    try {
        // Entered by ourselves, within seconds.
        announce(options.data, {act_of_serving(listen, options.openid_issuer.has_value()), {}, {}, {}, {}, {}});
    } catch (const std::system_error& failure) {
        // A disk that is full takes no entries, and what is there is read all the same.
        std::cerr << "Chưa ghi được việc khởi động máy chủ. / The start of the server is not entered: "
                  << failure.what() << "\n";
    }
    std::cerr << "Đang phục vụ tại " << url_of(listen, server.port()) << " — " << options.data.string() << ", "
              << (*log)->size(events::Ledger::main) << " bản ghi.\n";
    server.run();
    application.stop();
    std::cerr << "Đã dừng. / Stopped.\n";
    return 0;
}

}  // namespace minhbach::api::cli
