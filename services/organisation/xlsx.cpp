#include "services/organisation/xlsx.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <stdexcept>

#include "services/organisation/zip_check.hpp"

namespace minhbach::services::organisation {
namespace {

namespace sheets = orcus::spreadsheet;
namespace iface = orcus::spreadsheet::iface;

// More than the limits allow; `cell` is where.
struct OverLimit : std::runtime_error {
    OverLimit() : std::runtime_error("the worksheet is over its limits") {}
};

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

class Strings : public iface::import_shared_strings {
public:
    explicit Strings(std::size_t bytes_max) : bytes_max_(bytes_max) {}
    const std::string* at(std::size_t index) const { return index < strings_.size() ? &strings_[index] : nullptr; }

    size_t append(std::string_view s) override {
        bytes_ += s.size();
        if (bytes_ > bytes_max_) throw OverLimit();
        strings_.emplace_back(s);
        return strings_.size() - 1;
    }
    size_t add(std::string_view s) override { return append(s); }
    void append_segment(std::string_view s) override {
        if (segments_.size() + s.size() > bytes_max_) throw OverLimit();
        segments_ += s;
    }
    size_t commit_segments() override {
        const auto whole = std::move(segments_);
        segments_.clear();
        return append(whole);
    }
    void set_segment_font(size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(sheets::color_elem_t, sheets::color_elem_t, sheets::color_elem_t,
                                sheets::color_elem_t) override {}

private:
    std::size_t bytes_max_, bytes_ = 0;
    std::vector<std::string> strings_;
    std::string segments_;
};

// The cells of one worksheet as they come.
class Cells : public iface::import_sheet, public iface::import_formula {
public:
    Cells(const Strings& strings, const XlsxLimits& limits) : strings_(strings), limits_(limits) {}

    std::map<int, std::vector<std::string>> rows;
    std::optional<XlsxError> over;  // a limit was passed

    void set_auto(sheets::row_t row, sheets::col_t col, std::string_view s) override { put(row, col, s); }
    void set_string(sheets::row_t row, sheets::col_t col, sheets::string_id_t index) override {
        if (const auto* text = strings_.at(index)) put(row, col, *text);
    }
    void set_value(sheets::row_t row, sheets::col_t col, double value) override { put(row, col, number_text(value)); }
    void set_bool(sheets::row_t row, sheets::col_t col, bool value) override {
        put(row, col, value ? "true" : "false");
    }
    void set_date_time(sheets::row_t row, sheets::col_t col, int year, int month, int day, int, int, double) override {
        const auto date = Date::from_civil(year, month, day);
        put(row, col, date ? date->iso() : std::to_string(year));
    }
    void set_format(sheets::row_t, sheets::col_t, size_t) override {}
    void set_format(sheets::row_t, sheets::col_t, sheets::row_t, sheets::col_t, size_t) override {}
    void fill_down_cells(sheets::row_t, sheets::col_t, sheets::row_t) override {}
    sheets::range_size_t get_sheet_size() const override { return {1'048'576, 16'384}; }

    // A formula says what it came to.
    iface::import_formula* get_formula() override { return this; }
    void set_position(sheets::row_t row, sheets::col_t col) override { row_ = row, col_ = col; }
    void set_formula(sheets::formula_grammar_t, std::string_view) override {}
    void set_shared_formula_index(size_t) override {}
    void set_result_string(std::string_view value) override { put(row_, col_, value); }
    void set_result_value(double value) override { set_value(row_, col_, value); }
    void set_result_bool(bool value) override { set_bool(row_, col_, value); }
    void set_result_empty() override {}
    void commit() override {}

private:
    void put(sheets::row_t row, sheets::col_t col, std::string_view text) {
        auto plain = with_plain_spaces(text);
        if (over || row < 0 || col < 0 || plain.find_first_not_of(" \t\r\n") == std::string::npos) return;
        const auto column = static_cast<std::size_t>(col);
        const auto fail = [&](std::string vi, std::string en) {
            over = XlsxError{cell_name(column, row + 1), std::move(vi), std::move(en)};
            throw OverLimit();
        };
        if (column >= limits_.columns_max) {
            fail("Bảng tính có quá nhiều cột (tối đa " + std::to_string(limits_.columns_max) + ")",
                 "The sheet has more than " + std::to_string(limits_.columns_max) + " columns");
        }
        auto& fields = rows[row + 1];
        if (rows.size() > limits_.rows_max) fail("Bảng tính có quá nhiều dòng", "The sheet has too many rows");
        bytes_ += plain.size();
        if (bytes_ > limits_.text_bytes_max)
            fail("Nội dung bảng tính quá lớn; hãy chia thành nhiều tệp", "The sheet holds too much; split it");
        if (fields.size() <= column) fields.resize(column + 1);
        fields[column] = std::move(plain);
    }

    const Strings& strings_;
    const XlsxLimits& limits_;
    std::size_t bytes_ = 0;
    sheets::row_t row_ = 0;
    sheets::col_t col_ = 0;
};

// The first worksheet is kept, the others are passed over.
class Workbook : public iface::import_factory {
public:
    explicit Workbook(const XlsxLimits& limits) : strings_(limits.text_bytes_max), first_(strings_, limits) {}
    Cells& first() { return first_; }
    bool has_sheet() const { return has_sheet_; }

    iface::import_shared_strings* get_shared_strings() override { return &strings_; }
    iface::import_sheet* append_sheet(sheets::sheet_t index, std::string_view) override { return get_sheet(index); }
    iface::import_sheet* get_sheet(std::string_view) override { return nullptr; }
    iface::import_sheet* get_sheet(sheets::sheet_t index) override {
        if (index != 0) return nullptr;
        has_sheet_ = true;
        return &first_;
    }
    void finalize() override {}

private:
    Strings strings_;
    Cells first_;
    bool has_sheet_ = false;
};

XlsxError not_a_workbook() {
    return {"", "Tệp không phải bảng tính XLSX đọc được; hãy mở và lưu lại tệp dạng XLSX",
            "The file is no readable XLSX workbook; open it and save it as XLSX"};
}

std::optional<XlsxError> unfit(std::string_view bytes, const XlsxLimits& limits) {
    const XlsxError too_large{"", "Tệp bảng tính quá lớn khi giải nén; hãy chia thành nhiều tệp",
                              "The workbook is too large when it is unpacked; split it"};
    if (bytes.size() > limits.bytes_max) return too_large;
    switch (check_zip(bytes, limits.unpacked_max, limits.members_max)) {
        case ZipVerdict::fine:
            return std::nullopt;
        case ZipVerdict::malformed:
            return not_a_workbook();
        case ZipVerdict::encrypted:
            return XlsxError{"", "Tệp bảng tính có mật khẩu; hãy bỏ mật khẩu rồi nhập lại",
                             "The workbook is protected by a password; remove it"};
        case ZipVerdict::too_large:
            return too_large;
    }
    return std::nullopt;
}

bool counts_from_1904(std::string_view bytes) {
    orcus::zip_archive_stream_blob stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    orcus::zip_archive archive(&stream);
    archive.load();
    std::vector<unsigned char> part;
    if (!archive.read_file_entry("xl/workbook.xml", part)) return false;
    const std::string_view text(reinterpret_cast<const char*>(part.data()), part.size());
    return text.find("date1904=\"1\"") != std::string_view::npos ||
           text.find("date1904=\"true\"") != std::string_view::npos;
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
    return bytes.starts_with(std::string_view("PK\x03\x04", 4)) || bytes.starts_with(std::string_view("PK\x05\x06", 4));
}

bool looks_like_old_workbook(std::string_view bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

std::variant<XlsxSheet, XlsxError> read_xlsx(std::string_view bytes, const XlsxLimits& limits) {
    if (auto wrong = unfit(bytes, limits)) return *std::move(wrong);
    Workbook workbook(limits);
    XlsxSheet sheet;
    try {
        if (counts_from_1904(bytes)) sheet.days_shift = 1462;
        orcus::orcus_xlsx reader(&workbook);
        reader.read_stream(bytes);
    } catch (const OverLimit&) {
        if (!workbook.first().over)
            return XlsxError{"", "Nội dung bảng tính quá lớn; hãy chia thành nhiều tệp",
                             "The workbook holds too much; split it"};
    } catch (const std::exception&) {
        return not_a_workbook();
    }
    auto& cells = workbook.first();
    if (cells.over) return *std::move(cells.over);
    if (!workbook.has_sheet()) return not_a_workbook();
    for (auto& [line, fields] : cells.rows) sheet.rows.push_back({line, std::move(fields)});
    return sheet;
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
