#include "api/http/report.hpp"

#include <cstdio>
#include <string>

namespace minhbach::api::http {

void report(std::string_view line) {
    const std::string whole = "http: " + std::string(line) + "\n";
    std::fwrite(whole.data(), 1, whole.size(), stderr);
}

}  // namespace minhbach::api::http
