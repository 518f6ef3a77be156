#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <csignal>
#include <iostream>
#include <sstream>

#include "api/cli/commands.hpp"
#include "api/cli/listen.hpp"
#include "api/http/server.hpp"
#include "api/witness/door.hpp"
#include "events/files.hpp"
#include "events/refusals.hpp"
#include "events/witness/witness.hpp"

namespace minhbach::api::cli {
namespace {

std::uint64_t seconds_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

// One verifier key a line, more of them for a log that changed its key; empty lines and those that begin with '#' say
// nothing.
Result<std::vector<events::merkle::NoteVerifier>> known_logs(const std::filesystem::path& file) {
    std::vector<events::merkle::NoteVerifier> logs;
    std::istringstream lines(events::read_file(file).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        auto key = events::merkle::NoteVerifier::parse(line);
        if (!key) return key.error();
        logs.push_back(*std::move(key));
    }
    if (logs.empty()) {
        return invalid_field("", "Tệp " + file.string() + " không nêu khóa của nhật ký nào.",
                             file.string() + " names no log's key.");
    }
    return logs;
}

}  // namespace

int witness(const WitnessOptions& options) {
    auto listen = listen_on(options.listen);
    if (!listen) return tell(listen.error());
    auto logs = known_logs(options.logs);
    if (!logs) return tell(logs.error());
    auto cosigner = events::open_witness_key(options.data, options.name);
    if (!cosigner) return tell(cosigner.error());
    const auto vkey = cosigner->vkey();
    const auto count = logs->size();
    auto opened = events::Witness::open(options.data, *std::move(cosigner), *std::move(logs));
    if (!opened) return tell(opened.error());

    boost::asio::io_context io;
    boost::asio::thread_pool writers(1);
    http::Server server(io, *listen, witness_door(**opened, writers, seconds_now));
    boost::asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&](const boost::system::error_code& error, int) {
        if (!error) server.stop();
    });
    std::cerr << "Chứng kiến " << count << " nhật ký tại " << url_of(*listen, server.port()) << " — khóa / key " << vkey
              << "\n";
    server.run();
    writers.join();
    std::cerr << "Đã dừng. / Stopped.\n";
    return 0;
}

}  // namespace minhbach::api::cli
