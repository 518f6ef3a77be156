#include "events/merkle/note.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/hash.hpp"

namespace minhbach::events::merkle {
namespace {

constexpr std::size_t kNoteBytesMax = 1'000'000;
constexpr std::size_t kSignaturesMax = 100;
constexpr char kEd25519 = 1;
constexpr std::size_t kPublicKeyBytes = 32;
constexpr std::size_t kSignatureBytes = 64;
constexpr std::string_view kDash = "\u2014 ";

Refusal invalid(std::string detail_en) {
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

std::uint32_t key_id_of(std::string_view name, std::string_view typed_key) {
    const auto hash = sha256({name, "\n", typed_key});
    return static_cast<std::uint32_t>(read_big_endian(view(hash).substr(0, 4)));
}

std::string hex8(std::uint32_t value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) out.push_back(kDigits[value >> shift & 15]);
    return out;
}

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

struct SignatureLine {
    std::string_view name;
    std::uint32_t key_id;
    std::string signature;
};

Result<SignatureLine> parse_signature(std::string_view line) {
    if (!line.starts_with(kDash)) return invalid("A signature line does not begin with a dash and a space.");
    line.remove_prefix(kDash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space)))
        return invalid("A signature line has no key name.");
    auto blob = from_base64(line.substr(space + 1));
    if (!blob || blob->size() < 5) return invalid("A signature is not base64.");
    const auto key_id = static_cast<std::uint32_t>(read_big_endian(std::string_view(*blob).substr(0, 4)));
    return SignatureLine{line.substr(0, space), key_id, blob->substr(4)};
}

}  // namespace

bool is_key_name(std::string_view name) {
    return !name.empty() && is_utf8(name) && !has_space(name) && name.find('+') == std::string_view::npos;
}

Result<NoteVerifier> NoteVerifier::parse(std::string_view vkey) {
    // The key's base64 may hold '+' itself: only the first two separate.
    const auto first = vkey.find('+');
    const auto second = first == std::string_view::npos ? first : vkey.find('+', first + 1);
    if (second == std::string_view::npos) return invalid("A verifier key has the form name+keyid+base64.");
    const auto name = vkey.substr(0, first);
    const auto id = vkey.substr(first + 1, second - first - 1);
    const auto key = from_base64(vkey.substr(second + 1));
    if (!is_key_name(name)) return invalid("The name in the verifier key is not a key name.");
    if (!key || key->size() != 1 + kPublicKeyBytes || key->front() != kEd25519) {
        return invalid("The verifier key is not an Ed25519 key.");
    }
    const auto key_id = key_id_of(name, *key);
    if (id != hex8(key_id)) return invalid("The key id does not belong to the verifier key.");
    return NoteVerifier(std::string(name), key_id, key->substr(1));
}

std::string NoteVerifier::vkey() const {
    return name_ + "+" + hex8(key_id_) + "+" + base64(kEd25519 + public_key_);
}

NoteVerifier NoteVerifier::renamed(std::string name) const {
    const auto key_id = key_id_of(name, kEd25519 + public_key_);
    return NoteVerifier(std::move(name), key_id, public_key_);
}

bool NoteVerifier::verify(std::string_view text, std::string_view signature) const {
    if (signature.size() != kSignatureBytes) return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(public_key_), public_key_.size()),
                  EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(text), text.size()) == 1;
}

NoteSigner::NoteSigner(std::string name, const Seed& seed)
    : name_(std::move(name)),
      key_(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()),
           [](void* key) { EVP_PKEY_free(static_cast<EVP_PKEY*>(key)); }) {
    if (!is_key_name(name_)) throw std::logic_error("not a key name: " + name_);
    std::array<unsigned char, kPublicKeyBytes> raw;
    auto size = raw.size();
    if (!key_ || EVP_PKEY_get_raw_public_key(static_cast<EVP_PKEY*>(key_.get()), raw.data(), &size) != 1) {
        throw std::runtime_error("OpenSSL: Ed25519 key cannot be used");
    }
    public_key_.assign(reinterpret_cast<const char*>(raw.data()), size);
    key_id_ = key_id_of(name_, kEd25519 + public_key_);
}

Seed NoteSigner::random_seed() {
    Seed seed;
    if (RAND_priv_bytes(seed.data(), static_cast<int>(seed.size())) != 1)
        throw std::runtime_error("OpenSSL: no random bytes");
    return seed;
}

std::string NoteSigner::vkey() const {
    return name_ + "+" + hex8(key_id_) + "+" + base64(kEd25519 + public_key_);
}

std::string NoteSigner::sign(std::string_view text) const {
    if (!text.ends_with('\n')) throw std::logic_error("the text of a note ends with a line feed");
    std::string blob = big_endian(key_id_).substr(4);
    blob.resize(4 + kSignatureBytes);
    std::size_t size = kSignatureBytes;
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    auto* key = static_cast<EVP_PKEY*>(key_.get());
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(blob.data()) + 4, &size, bytes(text),
                       text.size()) != 1) {
        throw std::runtime_error("OpenSSL: Ed25519 signing failed");
    }
    return std::string(text) + "\n" + std::string(kDash) + name_ + " " + base64(blob) + "\n";
}

Result<OpenedNote> open_note(std::string_view note, std::span<const NoteVerifier> verifiers) {
    if (note.size() > kNoteBytesMax) return invalid("The note is too large.");
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
    if (!is_utf8(note) || std::any_of(note.begin(), note.end(), is_control)) {
        return invalid("The note is not UTF-8 text or holds control characters.");
    }
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos || !note.ends_with('\n')) return invalid("The note has no signatures.");
    const auto text = note.substr(0, split + 1);
    auto lines = note.substr(split + 2);
    if (lines.empty()) return invalid("The note has no signatures.");

    OpenedNote opened{std::string(text), {}};
    for (std::size_t count = 0; !lines.empty(); ++count) {
        if (count == kSignaturesMax) return invalid("The note has too many signatures.");
        const auto end = lines.find('\n');
        const auto line = parse_signature(lines.substr(0, end));
        if (!line) return line.error();
        lines.remove_prefix(end + 1);
        const auto verifier = std::find_if(verifiers.begin(), verifiers.end(), [&](const auto& v) {
            return v.name() == line->name && v.key_id() == line->key_id;
        });
        if (verifier == verifiers.end()) continue;
        if (!verifier->verify(text, line->signature))
            return invalid("The signature of " + verifier->name() + " is wrong.");
        opened.verified.push_back(verifier->name());
    }
    if (opened.verified.empty()) return invalid("The note is not signed by the expected key.");
    return opened;
}

}  // namespace minhbach::events::merkle
