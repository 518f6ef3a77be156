#include "events/vocabulary/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "events/refusals.hpp"

namespace minhbach {
namespace {

constexpr std::size_t kIdCharactersMax = 64;
constexpr std::size_t kDigestCharacters = 64;

struct LookAlike {
    UChar32 found;
    std::string_view meant;
    std::string_view meant_code;
};

// Icelandic eth and African D are drawn like the Vietnamese letter but sort, search and compare as another one.
constexpr std::array kLookAlikes{
    LookAlike{0x00D0, "Đ", "U+0110"},
    LookAlike{0x0189, "Đ", "U+0110"},
    LookAlike{0x00F0, "đ", "U+0111"},
    LookAlike{0x0256, "đ", "U+0111"},
};

std::string code_name(UChar32 character) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string digits;
    for (auto rest = static_cast<std::uint32_t>(character); rest != 0 || digits.size() < 4; rest >>= 4) {
        digits.insert(digits.begin(), kHex[rest & 0xF]);
    }
    return "U+" + digits;
}

std::string in_utf8(UChar32 character) {
    std::string bytes;
    icu::UnicodeString(character).toUTF8String(bytes);
    return bytes;
}

Refusal at_place(std::size_t place, const std::string& vi, const std::string& en) {
    return invalid_field("", "Ký tự thứ " + std::to_string(place) + " " + vi,
                         "Character " + std::to_string(place) + " " + en);
}

// Characters that are what they seem: printable ASCII, line feed and tab, the Latin letters of Vietnamese and of Europe
// in composed form, and the dashes and quotation marks of print. A text of these alone has no other composed form, and
// none of them is forbidden anywhere. Nearly every text is such a text, and it is read far more often than written.
// Their number, or nothing if the bytes hold anything else.
std::optional<std::size_t> count_if_plain(std::string_view raw) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    const auto follows = [&](std::size_t i) { return i < raw.size() && (bytes[i] & 0xC0) == 0x80; };
    std::size_t characters = 0;
    for (std::size_t i = 0; i < raw.size(); ++characters) {
        const auto lead = bytes[i];
        if (lead < 0x80) {
            if ((lead < ' ' || lead > '~') && lead != '\n' && lead != '\t') return std::nullopt;
            i += 1;
        } else if (lead >= 0xC3 && lead <= 0xC9) {  // U+00C0 to U+027F
            if (!follows(i + 1)) return std::nullopt;
            const auto character = (lead & 0x1Fu) << 6 | (bytes[i + 1] & 0x3Fu);
            constexpr unsigned kLatinEnd = 0x0250;
            if (character >= kLatinEnd || character == 0x00D0 || character == 0x00F0 || character == 0x0189)
                return std::nullopt;
            i += 2;
        } else if (lead == 0xE1) {  // U+1E00 to U+1EFF
            if (!follows(i + 1) || !follows(i + 2) || bytes[i + 1] < 0xB8 || bytes[i + 1] > 0xBB) return std::nullopt;
            i += 3;
        } else if (lead == 0xE2) {
            if (!follows(i + 1) || !follows(i + 2) || bytes[i + 1] != 0x80) return std::nullopt;
            switch (bytes[i + 2]) {
                case 0x93:  // en dash, em dash
                case 0x94:
                case 0x98:  // single and double quotation marks
                case 0x99:
                case 0x9C:
                case 0x9D:
                case 0xA6:  // ellipsis
                    break;
                default:
                    return std::nullopt;
            }
            i += 3;
        } else {
            return std::nullopt;
        }
    }
    return characters;
}

bool is_cyrillic(UChar32 c) {
    return c >= 0x0400 && c <= 0x052F;
}

bool is_latin_letter(UChar32 c) {
    return (c < 0x0250 || (c >= 0x1E00 && c <= 0x1EFF)) && c != 0xAA && c != 0xB5 && c != 0xBA && u_isalpha(c);
}

// What no text may hold, whatever it means; looks at one character and the one before it.
std::optional<Refusal> forbidden(UChar32 character, UChar32 before, std::size_t place) {
    const auto kind = u_charType(character);
    if (character == '\n' || character == '\t') return std::nullopt;
    if (kind == U_CONTROL_CHAR || kind == U_LINE_SEPARATOR || kind == U_PARAGRAPH_SEPARATOR) {
        return at_place(place, "là ký tự điều khiển (" + code_name(character) + "), không được dùng",
                        "is a control character (" + code_name(character) + "), which is not allowed");
    }
    // Invisible characters and marks of writing direction make two different texts look the same.
    if (kind == U_FORMAT_CHAR) {
        return at_place(place, "là ký tự ẩn (" + code_name(character) + "), không được dùng",
                        "is invisible (" + code_name(character) + "), which is not allowed");
    }
    const auto look_alike = std::find_if(kLookAlikes.begin(), kLookAlikes.end(),
                                         [&](const LookAlike& entry) { return entry.found == character; });
    if (look_alike != kLookAlikes.end()) {
        const auto found = in_utf8(character) + " (" + code_name(character) + ")";
        const auto meant = std::string(look_alike->meant) + " (" + std::string(look_alike->meant_code) + ")";
        return at_place(place, "là " + found + ", không phải chữ " + meant,
                        "is " + found + ", not the letter " + meant);
    }
    if ((is_cyrillic(character) && is_latin_letter(before)) || (is_latin_letter(character) && is_cyrillic(before))) {
        return at_place(place, "trộn chữ Kirin với chữ La-tinh trong một từ (" + code_name(character) + ")",
                        "mixes Cyrillic and Latin letters in one word (" + code_name(character) + ")");
    }
    return std::nullopt;
}

Refusal not_utf8(std::size_t offset) {
    return invalid_field("", "Nội dung không phải UTF-8 hợp lệ (từ byte thứ " + std::to_string(offset + 1) + ")",
                         "Not valid UTF-8 (at byte " + std::to_string(offset + 1) + ")");
}

// Byte offset of the first ill-formed sequence, if there is one. ICU counts in 32 bits.
std::optional<std::size_t> ill_formed_at(std::string_view raw) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    for (std::size_t i = 0; i < raw.size();) {
        const auto start = i;
        UChar32 character = 0;
        U8_NEXT(bytes, i, raw.size(), character);
        if (character < 0) return start;
    }
    return std::nullopt;
}

std::string to_nfc(std::string_view raw) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string normalized;
    normalized.reserve(raw.size());
    icu::StringByteSink<std::string> sink(&normalized);
    if (U_SUCCESS(status)) {
        nfc->normalizeUTF8(0, icu::StringPiece(raw.data(), static_cast<std::int32_t>(raw.size())), sink, nullptr,
                           status);
    }
    if (U_FAILURE(status))
        throw std::runtime_error(std::string("Unicode normalisation failed: ") + u_errorName(status));
    return normalized;
}

// Browsers send the line ends of a form as CR LF; the text keeps LF alone.
std::string with_line_feeds(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n') continue;
        text.push_back(raw[i]);
    }
    return text;
}

// Without white space at both ends; Unicode's, because no-break spaces come with every paste from a document.
std::string_view trimmed(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t begin = 0;
    while (begin < text.size()) {
        auto next = begin;
        UChar32 character = 0;
        U8_NEXT_UNSAFE(bytes, next, character);
        if (!u_isUWhiteSpace(character)) break;
        begin = next;
    }
    std::size_t end = text.size();
    while (end > begin) {
        auto previous = end;
        UChar32 character = 0;
        U8_PREV_UNSAFE(bytes, previous, character);
        if (!u_isUWhiteSpace(character)) break;
        end = previous;
    }
    return text.substr(begin, end - begin);
}

Refusal too_long(std::size_t characters, std::size_t characters_max) {
    return invalid_field(
        "",
        "Nội dung dài " + std::to_string(characters) + " ký tự, tối đa " + std::to_string(characters_max) + " ký tự",
        "The text has " + std::to_string(characters) + " characters, at most " + std::to_string(characters_max) +
            " are allowed");
}

Result<std::string> checked(std::string text, std::size_t characters, std::size_t characters_max, bool may_be_empty) {
    if (text.empty() && !may_be_empty) return invalid_field("", "Không được để trống", "Must not be empty");
    if (characters > characters_max) return too_long(characters, characters_max);
    return text;
}

}  // namespace

namespace detail {

Result<std::string> parse_id(std::string_view raw) {
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    if (raw.empty()) return invalid_field("", "Mã không được để trống", "The identifier must not be empty");
    if (raw.size() > kIdCharactersMax || !std::all_of(raw.begin(), raw.end(), allowed)) {
        return invalid_field("", "Mã gồm 1 đến 64 ký tự: chữ cái không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang",
                             "An identifier is 1 to 64 of A-Z a-z 0-9 . _ -");
    }
    return std::string(raw);
}

Result<std::string> parse_text(std::string_view raw, std::size_t characters_max, bool may_be_empty) {
    if (const auto plain = count_if_plain(raw)) {
        std::string text(trimmed(raw));
        // Of the plain characters only those of one byte are white space.
        const auto characters = *plain - (raw.size() - text.size());
        return checked(std::move(text), characters, characters_max, may_be_empty);
    }
    // No composition shortens a text by more than a few code points; this also keeps sizes within ICU's 32 bits.
    constexpr std::size_t kBytesPerCharacterMax = 32;
    if (raw.size() / kBytesPerCharacterMax > characters_max) return too_long(raw.size(), characters_max);
    if (const auto offset = ill_formed_at(raw)) return not_utf8(*offset);

    const auto whole = to_nfc(with_line_feeds(raw));
    std::string text(trimmed(whole));
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t characters = 0;
    UChar32 before = 0;
    for (std::size_t i = 0; i < text.size();) {
        UChar32 character = 0;
        U8_NEXT_UNSAFE(bytes, i, character);
        ++characters;
        if (const auto refusal = forbidden(character, before, characters)) return *refusal;
        before = character;
    }
    return checked(std::move(text), characters, characters_max, may_be_empty);
}

}  // namespace detail

Result<Digest> Digest::parse(std::string_view hex) {
    const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (hex.size() != kDigestCharacters || !std::all_of(hex.begin(), hex.end(), digit)) {
        return invalid_field("", "Mã băm SHA-256 gồm đúng 64 chữ số thập lục phân viết thường",
                             "A SHA-256 digest is exactly 64 lower-case hexadecimal digits");
    }
    Digest digest;
    digest.hex_ = hex;
    return digest;
}

}  // namespace minhbach
