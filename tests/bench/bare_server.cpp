// The limit that our server is compared with: Beast as its own examples use it, a JSON parse, and one thread that
// writes whatever arrived meanwhile to RocksDB in one synced batch. No identity, no rules, no idempotency, no sealing,
// no proof.
//
//   POST /          a JSON document -> 201 once its bytes are synced; 400 if it is not JSON
//   GET /constant   the same 600 bytes of JSON each time
#include <CLI/CLI.hpp>
#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <iostream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <rocksdb/db.h>
#include <simdjson.h>

#include "events/big_endian.hpp"
#include "events/rocksdb/columns.hpp"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Response = http::response<http::string_body>;

using Done = asio::any_completion_handler<void(std::uint64_t)>;

// One thread, one queue: batch k+1 gathers while batch k syncs.
class Writer {
public:
    Writer(asio::io_context& io, rocksdb::DB& database) : io_(io), database_(database), thread_([this] { run(); }) {}
    ~Writer() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_one();
        thread_.join();
    }

    // The number of the document, once it is durable.
    asio::awaitable<std::uint64_t> append(std::string document) {
        auto initiate = [this](auto handler, std::string bytes) { push(std::move(handler), std::move(bytes)); };
        return asio::async_initiate<const asio::use_awaitable_t<>, void(std::uint64_t)>(initiate, asio::use_awaitable,
                                                                                        std::move(document));
    }

private:
    struct Waiting {
        std::string document;
        Done done;
        std::uint64_t number = 0;
    };

    void push(Done done, std::string document) {
        {
            const std::lock_guard lock(mutex_);
            queue_.push_back({std::move(document), std::move(done)});
        }
        changed_.notify_one();
    }

    void run() {
        for (;;) {
            auto batch = std::make_shared<std::vector<Waiting>>();
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
                if (queue_.empty()) return;
                batch->swap(queue_);
            }
            write(*batch);
            asio::post(io_, [batch] {
                for (auto& waiting : *batch) std::move(waiting.done)(waiting.number);
            });
        }
    }

    void write(std::vector<Waiting>& batch) {
        rocksdb::WriteBatch writes;
        for (auto& waiting : batch) {
            waiting.number = next_++;
            writes.Put(minhbach::events::big_endian(waiting.number), waiting.document);
        }
        rocksdb::WriteOptions options;
        options.sync = true;
        const auto status = database_.Write(options, &writes);
        if (!status.ok()) throw std::runtime_error("write: " + status.ToString());
    }

    asio::io_context& io_;
    rocksdb::DB& database_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Waiting> queue_;
    bool stopping_ = false;
    std::uint64_t next_ = 0;
    std::thread thread_;
};

std::string constant_document() {
    std::string document = R"({"position":1,"note":")";
    document.append(600 - document.size() - 2, 'x');
    return document + "\"}";
}

Response respond(const http::request<http::string_body>& request, http::status status, std::string body) {
    Response response(status, request.version());
    response.set(http::field::content_type, "application/json");
    response.keep_alive(request.keep_alive());
    response.body() = std::move(body);
    response.prepare_payload();
    return response;
}

asio::awaitable<Response> handle(http::request<http::string_body> request, Writer& writer,
                                 simdjson::dom::parser& parser) {
    static const std::string constant = constant_document();
    if (request.method() == http::verb::get && request.target() == "/constant")
        co_return respond(request, http::status::ok, constant);
    if (request.method() != http::verb::post) co_return respond(request, http::status::not_found, "{}");
    if (parser.parse(request.body()).error() != simdjson::SUCCESS)
        co_return respond(request, http::status::bad_request, "{}");
    std::string document = std::move(request.body());
    const std::uint64_t number = co_await writer.append(std::move(document));
    co_return respond(request, http::status::created, "{\"position\":" + std::to_string(number) + "}");
}

asio::awaitable<void> serve(tcp::socket socket, Writer& writer, simdjson::dom::parser& parser) {
    boost::system::error_code error;
    socket.set_option(tcp::no_delay(true), error);
    beast::tcp_stream stream(std::move(socket));
    beast::flat_buffer buffer;
    for (;;) {
        http::request<http::string_body> request;
        stream.expires_after(std::chrono::seconds(60));
        co_await http::async_read(stream, buffer, request, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
        const Response response = co_await handle(std::move(request), writer, parser);
        co_await http::async_write(stream, response, asio::redirect_error(asio::use_awaitable, error));
        if (error || !response.keep_alive()) co_return;
    }
}

asio::awaitable<void> accept(tcp::acceptor& acceptor, Writer& writer, simdjson::dom::parser& parser) {
    for (;;) {
        tcp::socket socket = co_await acceptor.async_accept(asio::use_awaitable);
        asio::co_spawn(acceptor.get_executor(), serve(std::move(socket), writer, parser), asio::detached);
    }
}

// The options of our own store, so that only what is done differs.
std::unique_ptr<rocksdb::DB> open(const std::string& directory) {
    using namespace minhbach::events;
    auto options = database_options();
    options.create_if_missing = true;
    auto descriptors = column_descriptors(8u << 20);
    auto wide = descriptors[column_index(Ledger::main, Column::payloads)].options;
    rocksdb::DB* database = nullptr;
    const auto status = rocksdb::DB::Open(rocksdb::Options(options, wide), directory, &database);
    if (!status.ok()) throw std::runtime_error("cannot open " + directory + ": " + status.ToString());
    return std::unique_ptr<rocksdb::DB>(database);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("A bare server: the limit that the benchmark compares with");
    std::string directory;
    std::uint16_t port = 0;
    app.add_option("--data", directory, "an empty directory of its own")->required();
    app.add_option("--port", port, "on 127.0.0.1; 0 takes any and prints it");
    CLI11_PARSE(app, argc, argv);
    try {
        const auto database = open(directory);
        asio::io_context io(1);
        simdjson::dom::parser parser;
        tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), port});
        asio::signal_set signals(io, SIGINT, SIGTERM);
        signals.async_wait([&](const boost::system::error_code&, int) { io.stop(); });
        std::cout << acceptor.local_endpoint().port() << std::endl;
        {
            Writer writer(io, *database);
            asio::co_spawn(io, accept(acceptor, writer, parser), asio::detached);
            io.run();
        }
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "bare_server: " << failure.what() << "\n";
        return 1;
    }
}
