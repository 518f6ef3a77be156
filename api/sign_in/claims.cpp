#include "api/sign_in/claims.hpp"

namespace minhbach::api::sign_in {

std::string text_of(const json::Value& object, std::string_view name) {
    std::string text;
    if (object.kind() != json::Kind::object) return text;
    object.for_each_member([&](std::string_view key, json::Value value) {
        if (key == name && value.kind() == json::Kind::string) text = std::string(value.string());
    });
    return text;
}

}  // namespace minhbach::api::sign_in
