// The built program as a process of its own: run to its end with a standard input, or serving on a free port.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace minhbach::testing {

inline std::string the_program() {
    return BINARY_DIR "/minhbach";
}

inline std::string text_of_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// Starts `words` with its streams on files of `folder` (in, out, err); `descriptors_max` above 0 limits it for good.
inline pid_t started(const std::vector<std::string>& words, const std::filesystem::path& folder,
                     int descriptors_max = 0) {
    std::string command = "exec";
    for (const auto& word : words) command += " '" + word + "'";
    if (descriptors_max > 0) command = "ulimit -n " + std::to_string(descriptors_max) + "; " + command;
    command += " <'" + (folder / "in").string() + "' >'" + (folder / "out").string() + "' 2>'" +
               (folder / "err").string() + "'";
    std::ofstream(folder / "in", std::ios::app);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child == 0) {
        ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
        ::_exit(127);
    }
    return child;
}

inline int status_of(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

struct Ended {
    int status = 0;
    std::string out;
    std::string err;
};

inline Ended run_program(std::vector<std::string> words, const std::string& in, const std::filesystem::path& folder) {
    words.insert(words.begin(), the_program());
    std::ofstream(folder / "in", std::ios::trunc) << in;
    const int status = status_of(started(words, folder));
    return {status, text_of_file(folder / "out"), text_of_file(folder / "err")};
}

class ServingProgram {
public:
    // Serving once this returns; throws if it does not within half a minute.
    ServingProgram(const std::filesystem::path& data, const std::filesystem::path& folder, int descriptors_max = 0)
        : child_(started({the_program(), "serve", "--data", data.string(), "--listen", "127.0.0.1:0"}, folder,
                         descriptors_max)) {
        constexpr std::string_view kAddress = "http://127.0.0.1:";
        for (int i = 0; i < 600; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            const std::string told = text_of_file(folder / "err");
            const auto at = told.find(kAddress);
            if (at == std::string::npos || told.find('/', at + kAddress.size()) == std::string::npos) continue;
            port_ = static_cast<std::uint16_t>(std::stoi(told.substr(at + kAddress.size())));
            return;
        }
        stop();
        throw std::runtime_error("the program does not serve: " + text_of_file(folder / "err"));
    }
    ~ServingProgram() { stop(); }
    ServingProgram(const ServingProgram&) = delete;
    ServingProgram& operator=(const ServingProgram&) = delete;

    std::uint16_t port() const { return port_; }
    // Its exit status.
    int stop() {
        if (child_ <= 0) return status_;
        ::kill(child_, SIGTERM);
        status_ = status_of(child_);
        child_ = 0;
        return status_;
    }

private:
    pid_t child_;
    int status_ = 0;
    std::uint16_t port_ = 0;
};

}  // namespace minhbach::testing
