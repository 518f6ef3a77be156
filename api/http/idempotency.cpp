#include "api/http/idempotency.hpp"

#include "api/http/problem.hpp"

namespace minhbach::api::http {
namespace {

std::optional<std::string> parse_structured_string(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return std::nullopt;
    text = text.substr(1, text.size() - 2);

    std::string value;
    value.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] < 0x20 || text[i] > 0x7E) return std::nullopt;
        if (text[i] == '\\') {
            ++i;
            if (i == text.size() || (text[i] != '"' && text[i] != '\\')) return std::nullopt;
        }
        value.push_back(text[i]);
    }
    return value;
}

}  // namespace

Result<std::optional<std::string>> idempotency_key(const Request& request) {
    const auto field = request.headers.find("Idempotency-Key");
    if (!field) return std::optional<std::string>();
    auto key = parse_structured_string(*field);
    if (!key || key->empty() || key->size() > kIdempotencyKeyCharactersMax ||
        request.headers.count("Idempotency-Key") > 1)
        return malformed_request(
            "Idempotency-Key phải là một chuỗi ASCII trong ngoặc kép, từ 1 đến 255 ký tự, chỉ gửi một lần.",
            "Idempotency-Key must be one ASCII string in double quotes, of 1 to 255 characters.");
    return key;
}

}  // namespace minhbach::api::http
