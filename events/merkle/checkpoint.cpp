#include "events/merkle/checkpoint.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "events/merkle/base64.hpp"

namespace minhbach::events::merkle {
namespace {

Refusal invalid(std::string detail_en) {
    return {"proof-invalid", "", "", "Điểm kiểm chứng nhật ký không đúng định dạng.", std::move(detail_en), {}};
}

// The next line without its line feed; nothing if the text has no complete line left.
std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

}  // namespace

std::string text_of(const CheckpointBody& body) {
    return body.origin + "\n" + std::to_string(body.size) + "\n" + base64(view(body.root)) + "\n";
}

Result<CheckpointBody> parse_checkpoint(std::string_view text) {
    const auto origin = take_line(text);
    const auto size = take_line(text);
    const auto root = take_line(text);
    if (!origin || origin->empty() || !size || !root)
        return invalid("A checkpoint has the lines origin, size and root.");
    CheckpointBody body;
    body.origin = *origin;
    const auto* end = size->data() + size->size();
    const auto parsed = std::from_chars(size->data(), end, body.size);
    if (parsed.ec != std::errc{} || parsed.ptr != end || (size->size() > 1 && size->front() == '0')) {
        return invalid("The size of the checkpoint is not a decimal number.");
    }
    const auto hash = from_base64(*root);
    if (!hash || hash->size() != body.root.size()) return invalid("The root of the checkpoint is not a SHA-256 hash.");
    std::copy(hash->begin(), hash->end(), reinterpret_cast<char*>(body.root.data()));
    while (!text.empty()) {
        const auto extension = take_line(text);
        if (!extension || extension->empty()) return invalid("An extension line of the checkpoint is empty.");
    }
    return body;
}

Result<CheckpointBody> open_checkpoint(std::string_view note, const NoteVerifier& log) {
    const auto opened = open_note(note, {&log, 1});
    if (!opened) return opened.error();
    auto body = parse_checkpoint(opened->text);
    if (body && body->origin != log.name()) return invalid("The checkpoint is of another log: " + body->origin + ".");
    return body;
}

}  // namespace minhbach::events::merkle
