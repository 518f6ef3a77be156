// Certificates that tests make with openssl, each vouched for by itself alone.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace minhbach::testing {

struct Certificate {
    std::filesystem::path key, chain;

    Certificate(const std::filesystem::path& folder, const std::string& name, const std::string& whose)
        : key(folder / (name + ".key")), chain(folder / (name + ".crt")) {
        const auto command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name +
            " -addext subjectAltName=" + whose + " -keyout " + key.string() + " -out " + chain.string() +
            " 2>/dev/null";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
    }
};

}  // namespace minhbach::testing
