// The certificate a server shows, taken from its files anew when they have changed. Internal to api/http; thread-safe.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "api/http/server.hpp"

namespace boost::asio::ssl {
class context;
}

namespace minhbach::api::http {

class Certificates {
public:
    // Throws std::runtime_error that names the file which cannot be read, does not fit the others, or lets others than
    // its owner read the key.
    static std::shared_ptr<Certificates> open(const TlsOptions& options);

    // For a connection that begins now.
    std::shared_ptr<boost::asio::ssl::context> current() const;
    // Reads the files again if one has changed. Where they do not fit together, which is so in the middle of an
    // exchange, the certificate before stays in use, and standard error says so once.
    void look();

private:
    explicit Certificates(TlsOptions options) : options_(std::move(options)) {}
    std::string state_of_files() const;

    const TlsOptions options_;
    mutable std::mutex mutex_;
    std::shared_ptr<boost::asio::ssl::context> current_;
    std::string seen_;  // of the files, when they were last looked at
};

}  // namespace minhbach::api::http
