// Whether a text speaks of a level, so that no correction of wording can carry one.
#include <algorithm>
#include <array>

#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

// Lower case of what Vietnamese is written in: composed letters, as every text is kept.
char32_t lower(char32_t c) {
    const bool latin = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    if (latin) return c + 32;
    const bool pairs = (c >= 0x100 && c <= 0x1B0) || (c >= 0x1EA0 && c <= 0x1EF8);
    if (c == 0x1AF) return 0x1B0;
    return pairs && c % 2 == 0 ? c + 1 : c;
}

void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// Words in lower case between single spaces, one space before and behind; punctuation is a word "," of its own.
std::string words_of(std::string_view text) {
    std::string out = " ";
    const auto apart = [&] {
        if (out.back() != ' ') out += ' ';
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        }
        i += length;
        const bool letter = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                            (c >= 0xC0 && c < 0x2000);
        if (letter) {
            append(out, lower(c));
        } else {
            apart();
            const bool space_only = c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'_' || c == U'-' ||
                                    c == U'"' || c == U'\'' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB;
            if (!space_only && out != " " && !out.ends_with(", ")) out += ", ";
        }
    }
    apart();
    return out;
}

// The names by law, their short forms and the program's codes mean a level wherever they stand.
constexpr std::array<std::string_view, 13> kNames{" hoàn thành xuất sắc nhiệm vụ ",
                                                  " hoàn thành tốt nhiệm vụ ",
                                                  " hoàn thành nhiệm vụ ",
                                                  " mức xếp loại ",
                                                  " htxsnv ",
                                                  " httnv ",
                                                  " htnv ",
                                                  " khtnv ",
                                                  " htxs ",
                                                  " not completed ",
                                                  " non completion ",
                                                  " excellent completion ",
                                                  " completion of tasks "};
// Level words, which mean a level alone in a text or behind a word that announces one.
constexpr std::array<std::string_view, 12> kLevelWords{
    "hoàn thành xuất sắc", "hoàn thành tốt", "không hoàn thành", "hoàn thành", "xuất sắc", "tốt",
    "excellent",           "good",           "completed",        "completion", "htt",      "kht"};
constexpr std::array<std::string_view, 10> kAnnouncing{"xếp loại", "loại",  "mức",    "hạng",  "kết quả",
                                                       "level",    "rated", "rating", "grade", "đạt"};
// "Xuất sắc" alone is mostly the level; as part of a title of emulation it is none.
constexpr std::array<std::string_view, 5> kTitles{"lao động", "thi đua", "thành tích", "tập thể", "gương mặt"};
// Written out as the codes of the program and of lists: in capitals only, for the words are also ordinary English.
constexpr std::array<std::string_view, 3> kCodes{"EXCELLENT", "GOOD", "COMPLETED"};
constexpr std::array<std::string_view, 4> kLetters{" e ", " g ", " c ", " n "};

bool contains(std::string_view text, std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
}

bool announced(std::string_view text) {
    for (const auto before : kAnnouncing) {
        for (const auto between : {" ", " là ", " , ", " is ", " as "}) {
            for (const auto word : kLevelWords) {
                const auto phrase = " " + std::string(before) + between + std::string(word) + " ";
                if (contains(text, phrase)) return true;
            }
        }
    }
    return false;
}

bool alone(std::string_view text) {
    while (text.ends_with(", ")) text.remove_suffix(2);
    const auto is_text = [&](std::string_view word) { return text == " " + std::string(word) + " "; };
    return std::any_of(kLevelWords.begin(), kLevelWords.end(), is_text) ||
           std::find(kLetters.begin(), kLetters.end(), text) != kLetters.end();
}

bool excels(std::string_view text) {
    constexpr std::string_view kWord = " xuất sắc ";
    for (auto at = text.find(kWord); at != std::string_view::npos; at = text.find(kWord, at + 1)) {
        const auto before = text.substr(0, at);
        const bool title = std::any_of(kTitles.begin(), kTitles.end(), [&](auto name) {
            return before.ends_with(" " + std::string(name)) || contains(before, " danh hiệu ");
        });
        if (!title) return true;
    }
    return false;
}

bool bears_code(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
    for (const auto code : kCodes) {
        for (auto at = text.find(code); at != std::string_view::npos; at = text.find(code, at + 1)) {
            const bool begins = at == 0 || !letter(text[at - 1]);
            const bool ends = at + code.size() == text.size() || !letter(text[at + code.size()]);
            if (begins && ends) return true;
        }
    }
    return false;
}

}  // namespace

bool names_a_level(std::string_view text) {
    const auto words = words_of(text);
    const bool named = std::any_of(kNames.begin(), kNames.end(), [&](auto name) { return contains(words, name); });
    return named || bears_code(text) || excels(words) || announced(words) || alone(words);
}

}  // namespace minhbach::services::evaluation
