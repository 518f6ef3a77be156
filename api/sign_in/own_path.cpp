#include "api/sign_in/own_path.hpp"

#include <algorithm>

namespace minhbach::api::sign_in {

bool is_own_path(std::string_view path) {
    const auto is_plain = [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; };
    return path.starts_with('/') && !path.starts_with("//") && std::all_of(path.begin(), path.end(), is_plain);
}

}  // namespace minhbach::api::sign_in
