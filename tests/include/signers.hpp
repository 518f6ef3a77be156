// Authorities and people with certificates, made with openssl for one test, and what they sign with it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace minhbach::tests {

class Signers {
public:
    explicit Signers(std::filesystem::path folder) : folder_(std::move(folder)) {}

    static constexpr const char* kEc = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";
    static constexpr const char* kRsa = "-newkey rsa:2048";

    // Vouches for itself.
    void authority(const std::string& name) const {
        run(std::string("openssl req -x509 -utf8 ") + kEc + " -nodes -days 3650 -subj '/O=Thử nghiệm/CN=CA " + name +
            "' -keyout " + key(name) + " -out " + certificate(name));
    }
    // One that the authority vouches for; `more` are lines of extensions. Valid for 30 days from now on.
    void person(const std::string& name, const std::string& authority, const std::string& common_name,
                const std::string& kind = kEc, const std::string& more = "basicConstraints=CA:FALSE\n") const {
        const auto request = path(name + ".csr"), extensions = path(name + ".ext");
        std::ofstream(extensions) << more;
        run("openssl req -utf8 " + kind + " -nodes -subj '/C=VN/CN=" + common_name + "' -keyout " + key(name) +
            " -out " + request);
        run("openssl x509 -req -days 30 -sha256 -CAcreateserial -in " + request + " -CA " + certificate(authority) +
            " -CAkey " + key(authority) + " -extfile " + extensions + " -out " + certificate(name));
    }

    // DER. `how` is added to the command: what `openssl cms -sign` knows.
    std::string sign(const std::string& name, const std::string& bytes, const std::string& how = "-md sha256") const {
        const auto content = path("content"), made = path("made");
        std::ofstream(content, std::ios::binary) << bytes;
        run("openssl cms -sign -binary -outform DER -in " + content + " -out " + made + " -signer " +
            certificate(name) + " -inkey " + key(name) + " " + how);
        return read(made);
    }
    // What the operator has, or whoever checks without this program.
    bool openssl_verifies(const std::string& authority, const std::string& bytes, const std::string& der) const {
        std::ofstream(path("content"), std::ios::binary) << bytes;
        std::ofstream(path("given"), std::ios::binary) << der;
        return status("openssl cms -verify -binary -inform DER -in " + path("given") + " -content " + path("content") +
                      " -CAfile " + certificate(authority) + " -purpose any -out /dev/null") == 0;
    }

    std::string certificate(const std::string& name) const { return path(name + ".crt"); }
    std::string key(const std::string& name) const { return path(name + ".key"); }
    std::string pem(const std::string& name) const { return read(certificate(name)); }
    std::string der(const std::string& name) const {
        run("openssl x509 -outform DER -in " + certificate(name) + " -out " + path("made"));
        return read(path("made"));
    }

private:
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    static std::string read(const std::string& file) {
        std::ifstream in(file, std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        return bytes.str();
    }
    static int status(const std::string& command) { return std::system((command + " 2>/dev/null").c_str()); }
    static void run(const std::string& command) {
        if (status(command) != 0) throw std::runtime_error("openssl refuses: " + command);
    }

    std::filesystem::path folder_;
};

}  // namespace minhbach::tests
