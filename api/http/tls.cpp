#include "api/http/tls.hpp"

#include <openssl/ssl.h>
#include <sys/stat.h>

#include <boost/asio/ssl/context.hpp>
#include <stdexcept>

#include "api/http/report.hpp"

namespace minhbach::api::http {
namespace {

namespace ssl = boost::asio::ssl;

// What changes with a file's content: which file it is, its length and time.
std::string state_of(const std::filesystem::path& file) {
    struct stat state{};
    if (::stat(file.c_str(), &state) != 0) return "absent";
    return std::to_string(state.st_ino) + "," + std::to_string(state.st_size) + "," +
           std::to_string(state.st_mtim.tv_sec) + "." + std::to_string(state.st_mtim.tv_nsec);
}

void refuse_if_shared(const std::filesystem::path& key) {
    struct stat state{};
    if (::stat(key.c_str(), &state) != 0) return;  // reading it says what is wrong
    if ((state.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw std::runtime_error(key.string() + " may be read by others than its owner; chmod 600");
}

[[noreturn]] void refuse(const std::filesystem::path& file, const boost::system::error_code& error) {
    throw std::runtime_error(file.string() + ": " + error.message());
}

std::shared_ptr<ssl::context> read(const TlsOptions& options) {
    refuse_if_shared(options.key);
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    auto* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    // Of 1.2 only what has forward secrecy and authenticates what it encrypts; of 1.3 everything is like that.
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(
        native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    boost::system::error_code error;
    context->use_certificate_chain_file(options.certificate.string(), error);
    if (error) refuse(options.certificate, error);
    context->use_private_key_file(options.key.string(), ssl::context::pem, error);
    if (error) refuse(options.key, error);
    if (SSL_CTX_check_private_key(native) != 1)
        throw std::runtime_error(options.key.string() + " is not the key of " + options.certificate.string());
    if (options.client_authorities) {
        context->load_verify_file(options.client_authorities->string(), error);
        if (error) refuse(*options.client_authorities, error);
        // People come without one. Whoever shows a bad one gets no further.
        context->set_verify_mode(ssl::verify_peer);
    }
    return context;
}

}  // namespace

std::shared_ptr<Certificates> Certificates::open(const TlsOptions& options) {
    std::shared_ptr<Certificates> certificates(new Certificates(options));
    certificates->seen_ = certificates->state_of_files();
    certificates->current_ = read(options);
    return certificates;
}

std::shared_ptr<ssl::context> Certificates::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

std::string Certificates::state_of_files() const {
    std::string state = state_of(options_.certificate) + ";" + state_of(options_.key);
    if (options_.client_authorities) state += ";" + state_of(*options_.client_authorities);
    return state;
}

void Certificates::look() {
    const std::lock_guard lock(mutex_);
    auto state = state_of_files();
    if (state == seen_) return;
    seen_ = std::move(state);
    try {
        current_ = read(options_);
        report("another TLS certificate is shown from now on");
    } catch (const std::exception& failure) {
        report(std::string("the TLS certificate stays as it was: ") + failure.what());
    }
}

}  // namespace minhbach::api::http
