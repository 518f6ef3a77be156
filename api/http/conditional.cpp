#include "api/http/conditional.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "api/http/problem.hpp"
#include "api/http/trimmed.hpp"
#include "events/codec/json.hpp"

namespace minhbach::api::http {
namespace {

void skip_space(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

bool is_tag_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x21 || (byte >= 0x23 && byte != 0x7F);
}

// One entity tag from the front of the text, or nothing where there is none.
std::optional<std::string> take_tag(std::string_view& text) {
    const std::size_t prefix = text.starts_with("W/") ? 2 : 0;
    if (text.size() <= prefix || text[prefix] != '"') return std::nullopt;
    const std::size_t end = text.find('"', prefix + 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view tag = text.substr(0, end + 1);
    if (!std::ranges::all_of(tag.substr(prefix + 1, end - prefix - 1), is_tag_character)) return std::nullopt;
    text.remove_prefix(end + 1);
    return std::string(tag);
}

// A comma-separated list; empty elements are allowed, an empty list is not (RFC 9110 section 5.6.1).
std::optional<std::vector<std::string>> parse_tags(std::string_view text) {
    std::vector<std::string> tags;
    for (;;) {
        skip_space(text);
        if (!text.empty() && text.front() != ',') {
            auto tag = take_tag(text);
            if (!tag) return std::nullopt;
            tags.push_back(std::move(*tag));
            skip_space(text);
        }
        if (text.empty()) break;
        if (text.front() != ',') return std::nullopt;
        text.remove_prefix(1);
    }
    if (tags.empty()) return std::nullopt;
    return tags;
}

// Of "7" and "7-<hash>"; "07" is another tag than "7", even if it is the same number.
std::optional<std::uint64_t> revision_of(std::string_view tag) {
    if (tag.size() < 3 || !tag.starts_with('"')) return std::nullopt;
    const std::string_view inner = tag.substr(1, tag.size() - 2);
    const std::string_view digits = inner.substr(0, inner.find('-'));
    std::uint64_t revision = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), revision);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (std::to_string(revision) != digits || inner.ends_with('-')) return std::nullopt;
    return revision;
}

std::string_view without_weakness(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string entity_tag(std::uint64_t revision) {
    return '"' + std::to_string(revision) + '"';
}

std::string entity_tag(std::uint64_t revision, std::string_view hash) {
    return entity_tag(std::string_view(std::to_string(revision) + "-" + std::string(hash)));
}

std::string entity_tag(std::string_view opaque) {
    if (!std::ranges::all_of(opaque, is_tag_character))
        throw std::logic_error("not an entity tag: " + std::string(opaque));
    return '"' + std::string(opaque) + '"';
}

Result<IfMatch> IfMatch::of(const Request& request) {
    IfMatch condition;
    const auto field = request.headers.joined("If-Match");
    if (!field) return condition;
    condition.present_ = true;
    if (trimmed(*field) == "*") {
        condition.any_ = true;
        return condition;
    }
    auto tags = parse_tags(*field);
    if (!tags)
        return malformed_request("If-Match phải là \"*\" hoặc danh sách thẻ phiên bản trong ngoặc kép, ví dụ \"7\".",
                                 "If-Match must be \"*\" or a list of quoted entity tags such as \"7\".");
    condition.tags_ = std::move(*tags);
    return condition;
}

bool IfMatch::admits(std::string_view current) const {
    if (!present_) return true;
    if (current.empty()) return false;
    if (any_) return true;
    if (current.starts_with("W/")) return false;
    const auto revision = revision_of(current);
    const bool bare = revision && entity_tag(*revision) == current;
    return std::ranges::any_of(
        tags_, [&](const std::string& tag) { return tag == current || (bare && revision_of(tag) == revision); });
}

std::optional<std::uint64_t> IfMatch::revision() const {
    return tags_.size() == 1 ? revision_of(tags_.front()) : std::nullopt;
}

bool is_not_modified(const Request& request, std::string_view current) {
    const auto field = request.headers.joined("If-None-Match");
    if (!field || current.empty()) return false;
    if (trimmed(*field) == "*") return true;
    const auto tags = parse_tags(*field);
    return tags && std::ranges::any_of(
                       *tags, [&](const auto& tag) { return without_weakness(tag) == without_weakness(current); });
}

Response not_modified(std::string_view current) {
    Response response;
    response.status = 304;
    response.headers.add("ETag", current);
    return response;
}

Response precondition_failed(std::string_view current) {
    const Refusal refusal{"stale-revision",
                          "",
                          "",
                          "Nội dung đã thay đổi sau lần xem gần nhất; tải lại, kiểm tra rồi thực hiện lại.",
                          "The content changed since it was read; reload it, check it and try again.",
                          {}};
    if (current.empty()) return problem(refusal);
    ProblemExtras extras;
    json::append_string(extras.members.emplace_back("etag", "").second, current);
    Response response = problem(refusal, extras);
    response.headers.add("ETag", current);
    return response;
}

Response precondition_required() {
    return problem({"precondition-required",
                    "",
                    "",
                    "Yêu cầu này phải kèm If-Match với phiên bản đang xem, lấy từ ETag của lần đọc gần nhất.",
                    "This request must carry If-Match with the revision that was read, as given in ETag.",
                    {}});
}

}  // namespace minhbach::api::http
