#include "services/organisation/roster_cells.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace minhbach::services::organisation {
namespace {

// Lower case of ASCII and of the capitals that occur in the words read here.
std::string lowered(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPairs{
        {{"Ó", "ó"}, {"Ữ", "ữ"}, {"Ộ", "ộ"}, {"Á", "á"}, {"Ứ", "ứ"}, {"Ê", "ê"}}};
    std::string lower(text);
    for (auto& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const auto& [capital, small] : kPairs) {
        for (auto at = lower.find(capital); at != std::string::npos; at = lower.find(capital, at)) {
            lower.replace(at, capital.size(), small);
        }
    }
    return with_single_spaces(lower);
}

// A word of a list, brought to the form the list is written in.
std::string word(std::string_view cell) {
    const auto label = Label::parse(cell);
    return lowered(label ? label->str() : std::string(cell));
}

bool digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string with_single_spaces(std::string_view text) {
    std::string single;
    for (const char c : text) {
        if (c != ' ' || single.empty() || single.back() != ' ') single += c;
    }
    return single;
}

std::string shortened(std::string_view cell) {
    constexpr std::size_t kBytesMax = 200;
    if (cell.size() <= kBytesMax) return std::string(cell);
    auto end = kBytesMax;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
    return std::string(cell.substr(0, end)) + "…";
}

std::optional<bool> read_flag(std::string_view cell) {
    const auto given = word(cell);
    for (const auto* yes : {"có", "x", "true", "1", "yes"}) {
        if (given == yes) return true;
    }
    for (const auto* no : {"", "không", "ko", "false", "0", "no"}) {
        if (given == no) return false;
    }
    return std::nullopt;
}

std::optional<Sex> read_sex(std::string_view cell) {
    const auto given = word(cell);
    if (given == "nam" || given == "male") return Sex::male;
    if (given == "nữ" || given == "female") return Sex::female;
    return std::nullopt;
}

std::optional<SubjectClass> read_class(std::string_view cell) {
    const auto given = word(cell);
    if (given == "cadre" || given == "cán bộ") return SubjectClass::cadre;
    if (given == "civil_servant" || given == "công chức") return SubjectClass::civil_servant;
    if (given == "public_employee" || given == "viên chức") return SubjectClass::public_employee;
    return std::nullopt;
}

ReadDate read_date(std::string_view cell) {
    if (cell.size() != 10) return {};
    if (cell[2] == '/' && cell[5] == '/' && digits(cell.substr(0, 2)) && digits(cell.substr(3, 2)) &&
        digits(cell.substr(6))) {
        const auto date =
            Date::from_civil(number(cell.substr(6)), number(cell.substr(3, 2)), number(cell.substr(0, 2)));
        return {true, date ? std::optional(*date) : std::nullopt};
    }
    if (cell[4] == '-' && cell[7] == '-' && digits(cell.substr(0, 4)) && digits(cell.substr(5, 2)) &&
        digits(cell.substr(8))) {
        const auto date = Date::parse(cell);
        return {true, date ? std::optional(*date) : std::nullopt};
    }
    return {};
}

}  // namespace minhbach::services::organisation
