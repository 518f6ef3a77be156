#include "events/merkle/cosignature.hpp"

#include <algorithm>
#include <stdexcept>

#include "events/big_endian.hpp"

namespace minhbach::events::merkle {
namespace {

constexpr std::size_t kTimeBytes = 8;

std::string signed_text(std::string_view text, std::uint64_t seconds) {
    return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

Refusal wrong_cosignature(const NamedKey& witness) {
    return {"proof-invalid",
            "",
            "",
            "Chữ ký chứng kiến của " + witness.name + " không hợp lệ.",
            "The cosignature of " + witness.name + " is wrong.",
            {}};
}

}  // namespace

Cosigner::Cosigner(std::string name, const Seed& seed)
    : private_key_(seed), key_{std::move(name), kCosignatureKey, private_key_.public_key()} {
    if (!is_key_name(key_.name)) throw std::logic_error("not a key name: " + key_.name);
}

std::string Cosigner::cosign(std::string_view text, std::uint64_t seconds) const {
    if (!text.ends_with('\n')) throw std::logic_error("the text of a note ends with a line feed");
    return signature_line(key_, big_endian(seconds) + private_key_.sign(signed_text(text, seconds)));
}

Result<std::optional<Cosignature>> find_cosignature(std::string_view text, std::string_view lines,
                                                    const NamedKey& witness) {
    std::optional<Cosignature> newest;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        if (end == std::string_view::npos) return wrong_cosignature(witness);
        const auto whole = lines.substr(0, end + 1);
        lines.remove_prefix(end + 1);
        const auto line = parse_signature_line(whole.substr(0, end));
        if (!line) return line.error();
        if (line->name != witness.name || line->key_id != witness.id()) continue;
        if (line->blob.size() != kTimeBytes + kSignatureBytes) return wrong_cosignature(witness);
        const auto seconds = read_big_endian(std::string_view(line->blob).substr(0, kTimeBytes));
        if (!witness.verify(signed_text(text, seconds), std::string_view(line->blob).substr(kTimeBytes)))
            return wrong_cosignature(witness);
        if (!newest || seconds > newest->seconds) newest = Cosignature{seconds, std::string(whole)};
    }
    return newest;
}

Result<std::optional<std::uint64_t>> cosigned_at(std::string_view note, const NamedKey& witness) {
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos) return wrong_cosignature(witness);
    const auto newest = find_cosignature(note.substr(0, split + 1), note.substr(split + 2), witness);
    if (!newest) return newest.error();
    return *newest ? std::optional((*newest)->seconds) : std::nullopt;
}

}  // namespace minhbach::events::merkle
