#include "events/merkle/receipt.hpp"

#include "events/merkle/base64.hpp"
#include "events/merkle/lines.hpp"
#include "events/merkle/proof.hpp"

namespace minhbach::events::merkle {
namespace {

constexpr std::size_t kReceiptBytesMax = 1'000'000;
constexpr std::size_t kPathMax = 63;

Refusal invalid_receipt(std::string detail_en) {
    return {"proof-invalid", "", "", "Biên nhận của nhật ký không hợp lệ.", std::move(detail_en), {}};
}

}  // namespace

std::string text_of(const Receipt& receipt) {
    std::string text(kReceiptTitle);
    text += '\n';
    if (!receipt.extra.empty()) text += "extra " + base64(receipt.extra) + "\n";
    text += "index " + std::to_string(receipt.index) + "\n";
    for (const auto& hash : receipt.path) text += base64(view(hash)) + "\n";
    return text + "\n" + receipt.checkpoint;
}

Result<Receipt> parse_receipt(std::string_view text) {
    if (text.size() > kReceiptBytesMax) return invalid_receipt("The receipt is longer than any that a log writes.");
    Receipt receipt;
    if (take_line(text) != kReceiptTitle) return invalid_receipt("The first line is not that of a tlog-proof.");
    auto line = take_line(text);
    if (line && line->starts_with("extra ")) {
        auto extra = from_base64(line->substr(6));
        if (!extra || extra->empty()) return invalid_receipt("The line \"extra\" is not base64.");
        receipt.extra = *std::move(extra);
        line = take_line(text);
    }
    if (!line || !line->starts_with("index ")) return invalid_receipt("There is no line \"index\".");
    const auto index = parse_number(line->substr(6));
    if (!index) return invalid_receipt("The index is not a decimal number.");
    receipt.index = *index;
    for (line = take_line(text); line && !line->empty(); line = take_line(text)) {
        const auto hash = parse_hash(*line);
        if (!hash || receipt.path.size() == kPathMax) return invalid_receipt("The path is not one of SHA-256 hashes.");
        receipt.path.push_back(*hash);
    }
    if (!line) return invalid_receipt("The receipt ends before its checkpoint.");
    receipt.checkpoint = text;
    return receipt;
}

Result<CheckpointBody> check_receipt(const Receipt& receipt, const Hash& leaf, const NoteVerifier& log) {
    auto checkpoint = open_checkpoint(receipt.checkpoint, log);
    if (!checkpoint) return checkpoint;
    if (!verify_inclusion(receipt.index, checkpoint->size, leaf, receipt.path, checkpoint->root))
        return invalid_receipt("The path does not lead from the entry to the root of the checkpoint.");
    return checkpoint;
}

}  // namespace minhbach::events::merkle
