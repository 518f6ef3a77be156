#include "projections/names.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "events/record.hpp"

namespace minhbach::projections {
namespace {

void require_icu(UErrorCode code, const char* what) {
    if (U_FAILURE(code)) throw std::runtime_error(std::string(what) + ": " + u_errorName(code));
}

// A collator may be used by one thread at a time.
const icu::Collator& vietnamese_collator() {
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode code = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), code));
        require_icu(code, "no collation for Vietnamese");
        return made;
    }();
    return *collator;
}

const icu::Normalizer2& normalizer(bool composed) {
    UErrorCode code = U_ZERO_ERROR;
    const auto* found = composed ? icu::Normalizer2::getNFCInstance(code) : icu::Normalizer2::getNFDInstance(code);
    require_icu(code, "no Unicode normalisation");
    return *found;
}

icu::UnicodeString normalized(const icu::UnicodeString& text, bool composed) {
    UErrorCode code = U_ZERO_ERROR;
    auto result = normalizer(composed).normalize(text, code);
    require_icu(code, "Unicode normalisation failed");
    return result;
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::vector<icu::UnicodeString> words(const icu::UnicodeString& text) {
    std::vector<icu::UnicodeString> result;
    icu::UnicodeString word;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (!u_isUWhiteSpace(c)) {
            word.append(c);
        } else if (!word.isEmpty()) {
            result.push_back(word);
            word.remove();
        }
    }
    if (!word.isEmpty()) result.push_back(word);
    return result;
}

// The terminating zero is kept: a name that ends sorts before one that goes on.
void append_key(std::string& out, const icu::UnicodeString& text) {
    const auto& collator = vietnamese_collator();
    std::vector<uint8_t> key(64);
    auto length = static_cast<std::size_t>(collator.getSortKey(text, key.data(), static_cast<int32_t>(key.size())));
    if (length > key.size()) {
        key.resize(length);
        length = static_cast<std::size_t>(collator.getSortKey(text, key.data(), static_cast<int32_t>(key.size())));
    }
    out += events::hex(std::string_view(reinterpret_cast<const char*>(key.data()), length));
}

}  // namespace

std::string name_order(std::string_view full_name) {
    const auto parts = words(normalized(utf16(full_name), true));
    std::string order;
    if (parts.empty()) return "00";
    append_key(order, parts.back());
    if (parts.size() > 1) append_key(order, parts.front());
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) append_key(order, parts[i]);
    return order + "00";
}

std::string search_fold(std::string_view text) {
    const auto decomposed = normalized(normalized(utf16(text), true), false);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        kept.append(c == 0x0110 || c == 0x0111 ? static_cast<UChar32>('d') : c);
    }
    kept.foldCase();
    std::string result;
    for (const auto& word : words(kept)) {
        if (!result.empty()) result += ' ';
        word.toUTF8String(result);
    }
    return result;
}

}  // namespace minhbach::projections
