#include "services/organisation/inputs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "events/refusals.hpp"

namespace minhbach::services::organisation {
namespace {

constexpr std::array<std::string_view, 3> kMat{"mật", "Mật", "MẬT"};

bool is(std::string_view word, const std::array<std::string_view, 3>& spellings) {
    return std::find(spellings.begin(), spellings.end(), word) != spellings.end();
}

// Letters beyond ASCII count as letters; digits do not.
bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Word {
    std::size_t begin;
    std::string_view text;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < text.size() && is_letter(text[i])) ++i;
        words.push_back({begin, text.substr(begin, i - begin)});
    }
    return words;
}

bool touches(std::string_view text, const Word& word, std::string_view before, std::string_view after) {
    const auto end = word.begin + word.text.size();
    return word.begin > 0 && before.find(text[word.begin - 1]) != std::string_view::npos && end < text.size() &&
           after.find(text[end]) != std::string_view::npos;
}

}  // namespace

bool bears_secrecy_mark(std::string_view text) {
    constexpr std::array<std::string_view, 3> kToi{"tối", "Tối", "TỐI"};
    constexpr std::array<std::string_view, 3> kTuyet{"tuyệt", "Tuyệt", "TUYỆT"};
    constexpr std::array<std::string_view, 3> kBi{"bí", "Bí", "BÍ"};
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is(words[i].text, kMat)) continue;
        const auto before = i > 0 ? words[i - 1].text : std::string_view{};
        if (is(before, kToi) || is(before, kTuyet)) return true;
        if (words[i].text == "MẬT" && !is(before, kBi)) return true;
        if (touches(text, words[i], "([", ")]")) return true;
        // In a number and symbol, "12/QĐ-Mật", nothing but a mark stands between a dash or slash and the end.
        const bool last = words[i].begin + words[i].text.size() == text.size();
        if (last && words[i].begin > 0 && (text[words[i].begin - 1] == '-' || text[words[i].begin - 1] == '/'))
            return true;
    }
    return false;
}

bool fits(const PersonCode& code) {
    return code.str().size() <= kPersonCodeMax && code.str() != kUnnamedAuthor;
}

Refusal code_too_long(std::string_view field) {
    return invalid_field(std::string(field),
                         "Mã số của một người dài tối đa " + std::to_string(kPersonCodeMax) +
                             " ký tự và không phải \"" + std::string(kUnnamedAuthor) + "\".",
                         "A person's code has at most " + std::to_string(kPersonCodeMax) + " characters and is not \"" +
                             std::string(kUnnamedAuthor) + "\".");
}

Refusal classified_refused(std::string_view field) {
    return {"classified-refused",
            std::string(field),
            std::string(kSecrecyLaw),
            "Văn bản có dấu chỉ mức độ mật không được đưa vào hệ thống này; chỉ ghi số, ngày và nơi lưu giữ.",
            "A document with a secrecy mark must not enter this system; note its number, date and place alone.",
            {}};
}

void Problems::require(bool holds, std::string_view field, std::string detail_vi, std::string detail_en) {
    if (!holds) add(invalid_field(std::string(field), std::move(detail_vi), std::move(detail_en)));
}

void Problems::require_reason(const Text& reason, std::string_view field) {
    if (reason.empty()) {
        add({"reason-required", std::string(field), "", "Phải nêu lý do.", "A reason is required.", {}});
    }
}

Refusal Problems::refusal() && {
    return together(std::move(refusals_));
}

const Document* Problems::document(Past& past, const DocumentId& id, std::string_view field) {
    past.note(document_stream(id));
    const auto* document = past.registry().document(id);
    require(document, field, "Văn bản " + id.str() + " chưa được đăng ký; hãy đăng ký văn bản trước.",
            "Document " + id.str() + " is not registered; register it first.");
    return document;
}

const Document* Problems::document(Past& past, const std::optional<DocumentId>& id, std::string_view field) {
    return id ? document(past, *id, field) : nullptr;
}

const Person* Problems::person(Past& past, const PersonCode& code, std::string_view field) {
    past.note(person_stream(code));
    const auto* person = past.registry().person(code);
    require(person, field, "Không có người mang mã " + code.str() + ".", "There is no person " + code.str() + ".");
    if (!person || !person->merged_into) return person;
    require(false, field, "Mã " + code.str() + " đã được hợp nhất vào mã " + person->merged_into->str() + ".",
            "The code " + code.str() + " was merged into " + person->merged_into->str() + ".");
    return nullptr;
}

const Unit* Problems::unit(Past& past, const UnitCode& code, std::string_view field) {
    past.note(unit_stream(code));
    const auto* unit = past.registry().unit(code);
    require(unit, field, "Không có đơn vị mang mã " + code.str() + ".", "There is no unit " + code.str() + ".");
    return unit;
}

const Unit* Problems::unit_on(Past& past, const UnitCode& code, Date day, std::string_view field) {
    const auto* known = unit(past, code, field);
    if (!known) return nullptr;
    require(known->at(day), field, "Đơn vị " + code.str() + " không tồn tại vào ngày " + day.vietnamese() + ".",
            "Unit " + code.str() + " does not exist on " + day.iso() + ".");
    return known->at(day) ? known : nullptr;
}

Refusal already_exists(std::string_view field, std::string detail_vi, std::string detail_en) {
    return {"already-exists", std::string(field), "", std::move(detail_vi), std::move(detail_en), {}};
}

Refusal nothing_to_change() {
    return {"nothing-to-change",
            "",
            "",
            "Nội dung gửi lên giống hệt nội dung đang có.",
            "What was sent is what is there already.",
            {}};
}

Refusal self_decision(std::string detail_vi, std::string detail_en) {
    return {"self-decision", "", "", std::move(detail_vi), std::move(detail_en), {}};
}

Refusal inconsistent(std::string_view field, std::string detail_vi, std::string detail_en) {
    return {"facts-inconsistent", std::string(field), "", std::move(detail_vi), std::move(detail_en), {}};
}

Decided written(Authority authority, events::Stream stream, Event event, std::optional<Date> effective) {
    return {std::move(authority), {{std::move(stream), std::move(event), effective, std::nullopt}}};
}

}  // namespace minhbach::services::organisation
