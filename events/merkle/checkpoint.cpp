#include "events/merkle/checkpoint.hpp"

#include "events/merkle/base64.hpp"
#include "events/merkle/lines.hpp"

namespace minhbach::events::merkle {
namespace {

Refusal invalid_checkpoint(std::string detail_en) {
    return {"proof-invalid", "", "", "Điểm kiểm chứng nhật ký không đúng định dạng.", std::move(detail_en), {}};
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
        return invalid_checkpoint("A checkpoint has the lines origin, size and root.");
    CheckpointBody body;
    body.origin = *origin;
    const auto entries = parse_number(*size);
    if (!entries) return invalid_checkpoint("The size of the checkpoint is not a decimal number.");
    body.size = *entries;
    const auto hash = parse_hash(*root);
    if (!hash) return invalid_checkpoint("The root of the checkpoint is not a SHA-256 hash.");
    body.root = *hash;
    while (!text.empty()) {
        const auto extension = take_line(text);
        if (!extension || extension->empty())
            return invalid_checkpoint("An extension line of the checkpoint is empty.");
    }
    return body;
}

Result<CheckpointBody> open_checkpoint(std::string_view note, const NoteVerifier& log) {
    return open_checkpoint(note, std::span(&log, 1));
}

Result<CheckpointBody> open_checkpoint(std::string_view note, std::span<const NoteVerifier> keys) {
    const auto opened = open_note(note, keys);
    if (!opened) return opened.error();
    auto body = parse_checkpoint(opened->text);
    if (body && body->origin != keys.front().name())
        return invalid_checkpoint("The checkpoint is of another log: " + body->origin + ".");
    return body;
}

}  // namespace minhbach::events::merkle
