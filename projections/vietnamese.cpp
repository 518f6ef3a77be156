#include "projections/vietnamese.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace minhbach::projections {
namespace {

const icu::Collator& collator() {
    // Collators are safe to share while nobody changes them.
    static const std::unique_ptr<icu::Collator> vietnamese = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> result(icu::Collator::createInstance(icu::Locale("vi"), error));
        if (U_FAILURE(error)) throw std::runtime_error("ICU has no Vietnamese collation");
        return result;
    }();
    return *vietnamese;
}

void append_key(std::string& out, const icu::UnicodeString& text) {
    std::vector<std::uint8_t> key(64);
    const int32_t length = collator().getSortKey(text, key.data(), static_cast<int32_t>(key.size()));
    if (length > static_cast<int32_t>(key.size())) {
        key.resize(static_cast<std::size_t>(length));
        collator().getSortKey(text, key.data(), length);
    }
    out.append(reinterpret_cast<const char*>(key.data()),
               static_cast<std::size_t>(length));  // ends with 0, which separates
}

}  // namespace

std::string name_sort_key(std::string_view full_name) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < full_name.size();) {
        const std::size_t end = std::min(full_name.find(' ', begin), full_name.size());
        if (end > begin) words.push_back(full_name.substr(begin, end - begin));
        begin = end + 1;
    }
    std::string key;
    if (words.empty()) return key;
    const auto utf16 = [](std::string_view word) {
        return icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    };
    append_key(key, utf16(words.back()));
    append_key(key, utf16(words.front()));
    icu::UnicodeString middle;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) middle.append(utf16(words[i])).append(u' ');
    append_key(key, middle);
    return key;
}

std::string folded(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no NFD");
    const icu::UnicodeString decomposed = nfd->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), error);
    icu::UnicodeString result;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        UChar32 c = decomposed.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (c == 0x0110 || c == 0x0111) c = U'd';
        result.append(c);
    }
    std::string out;
    result.foldCase().toUTF8String(out);
    return out;
}

}  // namespace minhbach::projections
