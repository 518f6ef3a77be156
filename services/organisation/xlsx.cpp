#include "services/organisation/xlsx.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "services/organisation/xml.hpp"
#include "services/organisation/zip.hpp"

namespace minhbach::services::organisation {
namespace {

using Token = XmlReader::Token;

std::string number_text(double value) {
    std::array<char, 64> text{};
    const bool whole = std::floor(value) == value && std::abs(value) < 1e15;
    const auto end = whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<long long>(value))
                           : std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

// Spaces that do not break become ordinary ones; what has no width goes.
std::string with_plain_spaces(std::string_view text) {
    constexpr std::array<std::string_view, 3> kSpaces{"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\xAF"};
    constexpr std::array<std::string_view, 4> kNothing{"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xEF\xBB\xBF"};
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        const auto begins = [&](std::string_view mark) { return rest.starts_with(mark); };
        if (const auto* space = std::find_if(kSpaces.begin(), kSpaces.end(), begins); space != kSpaces.end()) {
            plain += ' ';
            i += space->size();
        } else if (const auto* none = std::find_if(kNothing.begin(), kNothing.end(), begins); none != kNothing.end()) {
            i += none->size();
        } else {
            plain += text[i++];
        }
    }
    return plain;
}

XlsxError not_a_workbook() {
    return {"", "Tệp không phải bảng tính XLSX đọc được; hãy mở và lưu lại tệp dạng XLSX",
            "The file is no readable XLSX workbook; open it and save it as XLSX"};
}

XlsxError too_large() {
    return {"", "Nội dung bảng tính quá lớn; hãy chia thành nhiều tệp", "The workbook holds too much; split it"};
}

// The texts that cells share. Readings of characters (rPh) are no part of them.
std::variant<std::vector<std::string>, XlsxError> read_strings(std::string_view part, std::size_t bytes_max) {
    std::vector<std::string> strings;
    std::size_t bytes = 0;
    bool in_text = false, in_reading = false;
    XmlReader xml(part);
    for (auto token = xml.next(); token != Token::done; token = xml.next()) {
        if (token == Token::wrong) return not_a_workbook();
        if (token == Token::text) {
            if (!in_text || in_reading || strings.empty()) continue;
            bytes += xml.text().size();
            if (bytes > bytes_max) return too_large();
            strings.back() += xml.text();
            continue;
        }
        const bool starts = token == Token::start;
        if (xml.name() == "si" && starts) strings.emplace_back();
        if (xml.name() == "t") in_text = starts;
        if (xml.name() == "rPh") in_reading = starts;
    }
    return strings;
}

// "D7" as row and column from 0.
std::optional<std::pair<int, std::size_t>> place_of(std::string_view name) {
    std::size_t at = 0, column = 0;
    for (; at < name.size() && at < 3 && name[at] >= 'A' && name[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::size_t>(name[at] - 'A' + 1);
    int row = 0;
    const auto* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + at, end, row);
    if (at == 0 || read.ec != std::errc() || read.ptr != end || row < 1) return std::nullopt;
    return std::pair(row, column - 1);
}

// The cells of one worksheet.
class Cells {
public:
    Cells(const std::vector<std::string>& strings, const XlsxLimits& limits) : strings_(strings), limits_(limits) {}

    std::optional<XlsxError> read(std::string_view part) {
        XmlReader xml(part);
        for (auto token = xml.next(); token != Token::done; token = xml.next()) {
            if (token == Token::wrong) return not_a_workbook();
            if (token == Token::text) {
                if (in_value_ && !in_reading_) value_ += xml.text();
                if (value_.size() > limits_.text_bytes_max) return too_large();
                continue;
            }
            const auto name = xml.name();
            const bool starts = token == Token::start;
            if (name == "row" && starts) {
                begin_row(xml);
            } else if (name == "c") {
                if (starts && !begin_cell(xml)) return not_a_workbook();
                if (!starts) {
                    if (auto wrong = end_cell()) return wrong;
                }
            } else if (name == "v" || name == "t") {
                in_value_ = starts;
            } else if (name == "rPh") {
                in_reading_ = starts;
            }
        }
        return std::nullopt;
    }

    std::vector<CsvRow> take() {
        std::vector<CsvRow> rows;
        for (auto& [line, fields] : rows_) rows.push_back({line, std::move(fields)});
        return rows;
    }

private:
    void begin_row(const XmlReader& xml) {
        const auto given = place_of("A" + xml.attribute("r").value_or(""));
        row_ = given ? given->first : row_ + 1;
        next_ = 0;
    }
    bool begin_cell(const XmlReader& xml) {
        column_ = next_;
        if (const auto name = xml.attribute("r")) {
            const auto place = place_of(*name);
            if (!place) return false;
            row_ = place->first;
            column_ = place->second;
        }
        next_ = column_ + 1;
        type_ = xml.attribute("t").value_or("n");
        value_.clear();
        return true;
    }
    std::optional<XlsxError> end_cell() {
        if (type_ == "e" || value_.empty()) return std::nullopt;
        if (type_ == "b") return put(value_ == "1" || value_ == "true" ? "true" : "false");
        if (type_ == "d") return put(std::string_view(value_).substr(0, 10));
        if (type_ == "str" || type_ == "inlineStr") return put(value_);
        const auto* end = value_.data() + value_.size();
        if (type_ == "s") {
            std::size_t index = 0;
            const auto read = std::from_chars(value_.data(), end, index);
            if (read.ec != std::errc() || read.ptr != end || index >= strings_.size()) return not_a_workbook();
            return put(strings_[index]);
        }
        double number = 0;
        const auto read = std::from_chars(value_.data(), end, number);
        if (read.ec != std::errc() || read.ptr != end) return not_a_workbook();
        return put(number_text(number));
    }

    std::optional<XlsxError> put(std::string_view text) {
        auto plain = with_plain_spaces(text);
        if (plain.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
        if (column_ >= limits_.columns_max) {
            const auto most = std::to_string(limits_.columns_max);
            return XlsxError{cell_name(column_, row_), "Bảng tính có quá nhiều cột (tối đa " + most + ")",
                             "The sheet has more than " + most + " columns"};
        }
        auto& fields = rows_[row_];
        if (rows_.size() > limits_.rows_max)
            return XlsxError{cell_name(column_, row_), "Bảng tính có quá nhiều dòng; hãy chia thành nhiều tệp",
                             "The sheet has too many rows; split it"};
        bytes_ += plain.size();
        if (bytes_ > limits_.text_bytes_max) return too_large();
        if (fields.size() <= column_) fields.resize(column_ + 1);
        fields[column_] = std::move(plain);
        return std::nullopt;
    }

    const std::vector<std::string>& strings_;
    const XlsxLimits& limits_;
    std::map<int, std::vector<std::string>> rows_;
    std::size_t bytes_ = 0;
    int row_ = 0;
    std::size_t column_ = 0, next_ = 0;
    std::string type_, value_;
    bool in_value_ = false, in_reading_ = false;
};

struct Parts {
    std::string sheet;  // name of the first worksheet's part
    std::string strings;
    bool from_1904 = false;
};

// Names in a part of relations are relative to "xl/", or begin at the root.
std::string part_name(const std::string& target) {
    return target.starts_with("/") ? target.substr(1) : "xl/" + target;
}

std::optional<Parts> parts_of(const Zip& zip) {
    const auto workbook = zip.member("xl/workbook.xml"), relations = zip.member("xl/_rels/workbook.xml.rels");
    if (!workbook || !relations) return std::nullopt;
    Parts parts;
    std::optional<std::string> first;
    XmlReader book(*workbook);
    for (auto token = book.next(); token != Token::done; token = book.next()) {
        if (token == Token::wrong) return std::nullopt;
        if (token != Token::start) continue;
        if (book.name() == "sheet" && !first) first = book.attribute("id").value_or("");
        if (book.name() == "workbookPr") {
            const auto set = book.attribute("date1904").value_or("0");
            parts.from_1904 = set == "1" || set == "true";
        }
    }
    XmlReader list(*relations);
    for (auto token = list.next(); token != Token::done; token = list.next()) {
        if (token == Token::wrong) return std::nullopt;
        if (token != Token::start || list.name() != "Relationship") continue;
        const auto name = part_name(list.attribute("Target").value_or(""));
        if (first && list.attribute("Id") == first) parts.sheet = name;
        if (list.attribute("Type").value_or("").ends_with("/sharedStrings")) parts.strings = name;
    }
    if (parts.sheet.empty()) return std::nullopt;
    return parts;
}

std::variant<XlsxSheet, XlsxError> read_first(const Zip& zip, const XlsxLimits& limits) {
    const auto parts = parts_of(zip);
    const auto part = parts ? zip.member(parts->sheet) : std::nullopt;
    if (!part || !is_utf8(*part)) return not_a_workbook();
    std::vector<std::string> strings;
    if (!parts->strings.empty()) {
        const auto shared = zip.member(parts->strings);
        if (!shared || !is_utf8(*shared)) return not_a_workbook();
        auto read = read_strings(*shared, limits.text_bytes_max);
        if (auto* wrong = std::get_if<XlsxError>(&read)) return std::move(*wrong);
        strings = std::get<std::vector<std::string>>(std::move(read));
    }
    Cells cells(strings, limits);
    if (auto wrong = cells.read(*part)) return *std::move(wrong);
    return XlsxSheet{cells.take(), parts->from_1904 ? 1462 : 0};
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
    return bytes.starts_with(std::string_view("PK\x03\x04", 4)) || bytes.starts_with(std::string_view("PK\x05\x06", 4));
}

bool looks_like_old_workbook(std::string_view bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

std::variant<XlsxSheet, XlsxError> read_xlsx(std::string_view bytes, const XlsxLimits& limits) {
    const XlsxError over{"", "Tệp bảng tính quá lớn khi giải nén; hãy chia thành nhiều tệp",
                         "The workbook is too large when it is unpacked; split it"};
    if (bytes.size() > limits.bytes_max) return over;
    const auto zip = Zip::open(bytes, {limits.unpacked_max, limits.members_max});
    if (const auto* fault = std::get_if<ZipFault>(&zip)) {
        if (*fault == ZipFault::too_large) return over;
        if (*fault == ZipFault::malformed) return not_a_workbook();
        return XlsxError{"", "Tệp bảng tính có mật khẩu; hãy bỏ mật khẩu rồi nhập lại",
                         "The workbook is protected by a password; remove it"};
    }
    return read_first(std::get<Zip>(zip), limits);
}

std::string column_letters(std::size_t field) {
    std::string letters;
    for (auto rest = field + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string cell_name(std::size_t field, int line) {
    return column_letters(field) + std::to_string(line);
}

std::optional<Date> read_serial(std::string_view cell, int days_shift) {
    constexpr int kFirst = 7'306, kLast = 73'050;  // 01/01/1920, 31/12/2099
    constexpr int kEpoch = 25'569;                 // 01/01/1970
    const auto whole = cell.substr(0, cell.find('.'));
    int days = 0;
    const auto read = std::from_chars(whole.data(), whole.data() + whole.size(), days);
    if (read.ec != std::errc() || read.ptr != whole.data() + whole.size()) return std::nullopt;
    days += days_shift;
    if (days < kFirst || days > kLast) return std::nullopt;
    return Date::from_days(days - kEpoch);
}

}  // namespace minhbach::services::organisation
