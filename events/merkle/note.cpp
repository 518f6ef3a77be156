#include "events/merkle/note.hpp"

#include <simdjson.h>

#include <algorithm>
#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/merkle/base64.hpp"

namespace minhbach::events::merkle {
namespace {

constexpr std::size_t kNoteBytesMax = 1'000'000;
constexpr std::size_t kSignaturesMax = 100;
constexpr std::size_t kPublicKeyBytes = 32;
constexpr std::string_view kDash = "\u2014 ";

Refusal invalid_note(std::string detail_en) {
    return {"proof-invalid", "", "", "Chữ ký của điểm kiểm chứng nhật ký không hợp lệ.", std::move(detail_en), {}};
}

bool is_utf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

// Of well-formed UTF-8: the White_Space property of Unicode.
bool has_space(std::string_view text) {
    constexpr std::string_view kSpaces[] = {"\t",     "\n",     "\v",     "\f",     "\r",     " ",      "\u0085",
                                            "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                            "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u2028",
                                            "\u2029", "\u202f", "\u205f", "\u3000"};
    return std::any_of(std::begin(kSpaces), std::end(kSpaces),
                       [&](auto space) { return text.find(space) != text.npos; });
}

}  // namespace

bool is_key_name(std::string_view name) {
    return !name.empty() && is_utf8(name) && !has_space(name) && name.find('+') == std::string_view::npos;
}

Result<NamedKey> parse_vkey(std::string_view vkey, char type) {
    // The key's base64 may hold '+' itself: only the first two separate.
    const auto first = vkey.find('+');
    const auto second = first == std::string_view::npos ? first : vkey.find('+', first + 1);
    if (second == std::string_view::npos) return invalid_note("A verifier key has the form name+keyid+base64.");
    const auto key = from_base64(vkey.substr(second + 1));
    if (!is_key_name(vkey.substr(0, first))) return invalid_note("The name in the verifier key is not a key name.");
    if (!key || key->size() != 1 + kPublicKeyBytes || key->front() != type) {
        return invalid_note("The verifier key is not an Ed25519 key of the type expected.");
    }
    NamedKey named{std::string(vkey.substr(0, first)), type, key->substr(1)};
    if (named.vkey() != vkey) return invalid_note("The key id does not belong to the verifier key.");
    return named;
}

std::string signature_line(const NamedKey& key, std::string_view blob) {
    return std::string(kDash) + key.name + " " + base64(big_endian(key.id()).substr(4) + std::string(blob)) + "\n";
}

Result<SignatureLine> parse_signature_line(std::string_view line) {
    if (!line.starts_with(kDash)) return invalid_note("A signature line does not begin with a dash and a space.");
    line.remove_prefix(kDash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space)))
        return invalid_note("A signature line has no key name.");
    auto blob = from_base64(line.substr(space + 1));
    if (!blob || blob->size() < 5) return invalid_note("A signature is not base64.");
    const auto key_id = static_cast<std::uint32_t>(read_big_endian(std::string_view(*blob).substr(0, 4)));
    return SignatureLine{line.substr(0, space), key_id, blob->substr(4)};
}

Result<NoteVerifier> NoteVerifier::parse(std::string_view vkey) {
    auto key = parse_vkey(vkey, kNoteKey);
    if (!key) return key.error();
    return NoteVerifier(*std::move(key));
}

NoteVerifier NoteVerifier::renamed(std::string name) const {
    return NoteVerifier({std::move(name), kNoteKey, key_.public_key});
}

NoteSigner::NoteSigner(std::string name, const Seed& seed)
    : NoteSigner(std::move(name), std::make_shared<PrivateKey>(seed)) {}

NoteSigner::NoteSigner(std::string name, std::shared_ptr<const Signer> signer)
    : signer_(std::move(signer)), key_{std::move(name), kNoteKey, signer_->public_key()} {
    if (!is_key_name(key_.name)) throw std::logic_error("not a key name: " + key_.name);
}

std::string NoteSigner::sign(std::string_view text) const {
    if (!text.ends_with('\n')) throw std::logic_error("the text of a note ends with a line feed");
    return std::string(text) + "\n" + signature_line(key_, signer_->sign(text));
}

Result<OpenedNote> open_note(std::string_view note, std::span<const NoteVerifier> verifiers) {
    if (note.size() > kNoteBytesMax) return invalid_note("The note is too large.");
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
    if (!is_utf8(note) || std::any_of(note.begin(), note.end(), is_control)) {
        return invalid_note("The note is not UTF-8 text or holds control characters.");
    }
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos || !note.ends_with('\n')) return invalid_note("The note has no signatures.");
    const auto text = note.substr(0, split + 1);
    auto lines = note.substr(split + 2);
    if (lines.empty()) return invalid_note("The note has no signatures.");

    OpenedNote opened{std::string(text), {}};
    for (std::size_t count = 0; !lines.empty(); ++count) {
        if (count == kSignaturesMax) return invalid_note("The note has too many signatures.");
        const auto end = lines.find('\n');
        const auto line = parse_signature_line(lines.substr(0, end));
        if (!line) return line.error();
        lines.remove_prefix(end + 1);
        const auto verifier = std::find_if(verifiers.begin(), verifiers.end(), [&](const auto& v) {
            return v.name() == line->name && v.key_id() == line->key_id;
        });
        if (verifier == verifiers.end()) continue;
        if (!verifier->verify(text, line->blob))
            return invalid_note("The signature of " + verifier->name() + " is wrong.");
        opened.verified.push_back(verifier->name());
    }
    if (opened.verified.empty()) return invalid_note("The note is not signed by the expected key.");
    return opened;
}

}  // namespace minhbach::events::merkle
