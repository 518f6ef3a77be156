#include "api/cli/descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>

#include "api/http/server.hpp"

namespace minhbach::api::cli {

std::size_t raised_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    rlimit raised = limit;
    raised.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
    return limit.rlim_cur == RLIM_INFINITY ? std::size_t{1} << 20 : static_cast<std::size_t>(limit.rlim_cur);
}

Descriptors shared_out(std::size_t limit, std::size_t connections_wanted) {
    const std::size_t kept = std::min(kStoreDescriptors, limit / 8 * 5) + http::kRefusalsMax;
    const std::size_t left = limit > kept ? limit - kept : 1;
    return {limit, std::min(connections_wanted, left)};
}

}  // namespace minhbach::api::cli
