#include "services/organisation/csv.hpp"

#include <algorithm>
#include <optional>

namespace minhbach::services::organisation {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// How long the well-formed sequence at the beginning is (RFC 3629); 0 if there is none.
std::size_t sequence_length(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned first = at(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || bytes.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0U) != 0x80U) return 0;
    }
    const unsigned second = at(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool beyond = first == 0xF4 && second >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

std::optional<CsvError> not_utf8(std::string_view bytes) {
    int line = 1;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto length = sequence_length(bytes.substr(i));
        if (length == 0) {
            return CsvError{line, 1, "Dòng không phải UTF-8 hợp lệ; hãy lưu lại tệp dạng \"CSV UTF-8\"",
                            "The line is not valid UTF-8; save the file as CSV UTF-8"};
        }
        line += bytes[i] == '\n';
        i += length;
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(std::string_view bytes, const CsvLimits& limits) : bytes_(bytes), limits_(limits) {}

    std::variant<std::vector<CsvRow>, CsvError> read() {
        while (at_ < bytes_.size()) {
            rows_.push_back({line_, {}});
            if (rows_.size() > limits_.rows_max) {
                return error(
                    "Tệp có quá " + std::to_string(limits_.rows_max - 1) + " dòng dữ liệu; hãy chia thành nhiều tệp",
                    "The file has more than " + std::to_string(limits_.rows_max - 1) + " rows; split it");
            }
            if (auto wrong = read_row()) return std::move(*wrong);
        }
        while (!rows_.empty() && rows_.back().fields.size() == 1 && rows_.back().fields.front().empty())
            rows_.pop_back();
        return std::move(rows_);
    }

private:
    // Leaves `at_` behind the row's line end.
    std::optional<CsvError> read_row() {
        auto& fields = rows_.back().fields;
        while (true) {
            fields.emplace_back();
            if (fields.size() > limits_.fields_max) {
                return error("Dòng có quá nhiều cột (tối đa " + std::to_string(limits_.fields_max) + ")",
                             "The row has more than " + std::to_string(limits_.fields_max) + " fields");
            }
            auto wrong =
                at_ < bytes_.size() && bytes_[at_] == '"' ? read_quoted(fields.back()) : read_bare(fields.back());
            if (wrong) return wrong;
            if (at_ == bytes_.size()) return std::nullopt;
            if (bytes_[at_] == ',') {
                ++at_;
                continue;
            }
            if (skip_line_end()) return std::nullopt;
            if (bytes_[at_] == '\r') {
                return error("Ký tự xuống dòng CR đứng một mình; dòng phải kết thúc bằng LF hoặc CR LF",
                             "A lone CR; lines end with LF or CR LF");
            }
            return error("Sau dấu nháy kép đóng phải là dấu phẩy hoặc hết dòng",
                         "After a closing quote comes a comma or the end of the line");
        }
    }

    std::optional<CsvError> read_bare(std::string& field) {
        const auto begin = at_;
        while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n' && bytes_[at_] != '\r') {
            if (bytes_[at_] == '"') {
                return error(
                    "Dấu nháy kép ở giữa ô; ô có dấu nháy kép phải đặt trong dấu nháy kép và nhân đôi dấu bên trong",
                    "A quote inside a bare field; quote the field and double the quotes inside");
            }
            ++at_;
        }
        field = bytes_.substr(begin, at_ - begin);
        return too_long(field);
    }

    std::optional<CsvError> read_quoted(std::string& field) {
        const int opened_on = line_;
        ++at_;
        while (at_ < bytes_.size()) {
            const char c = bytes_[at_++];
            if (c == '"') {
                if (at_ == bytes_.size() || bytes_[at_] != '"') return too_long(field);
                ++at_;
            } else if (c == '\n') {
                ++line_;
            }
            field.push_back(c);
            if (field.size() > limits_.field_bytes_max) return too_long(field);
        }
        auto wrong = error("Thiếu dấu nháy kép đóng của ô bắt đầu ở dòng này",
                           "The quoted field that begins here is not closed");
        wrong.line = opened_on;
        return wrong;
    }

    std::optional<CsvError> too_long(const std::string& field) const {
        if (field.size() <= limits_.field_bytes_max) return std::nullopt;
        return error("Nội dung ô quá dài (tối đa " + std::to_string(limits_.field_bytes_max) + " byte)",
                     "The field is longer than " + std::to_string(limits_.field_bytes_max) + " bytes");
    }

    bool skip_line_end() {
        const auto rest = bytes_.substr(at_);
        const std::size_t length = rest.starts_with("\r\n") ? 2 : rest.starts_with("\n") ? 1 : 0;
        at_ += length;
        line_ += length > 0;
        return length > 0;
    }

    CsvError error(std::string vi, std::string en) const {
        const int field = rows_.empty() ? 1 : static_cast<int>(rows_.back().fields.size());
        return {line_, std::max(field, 1), std::move(vi), std::move(en)};
    }

    std::string_view bytes_;
    const CsvLimits& limits_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::vector<CsvRow> rows_;
};

}  // namespace

std::variant<std::vector<CsvRow>, CsvError> read_csv(std::string_view bytes, const CsvLimits& limits) {
    if (bytes.size() > limits.bytes_max) {
        return CsvError{1, 1, "Tệp lớn hơn " + std::to_string(limits.bytes_max) + " byte; hãy chia thành nhiều tệp",
                        "The file is larger than " + std::to_string(limits.bytes_max) + " bytes; split it"};
    }
    if (is_utf16(bytes)) {
        return CsvError{1, 1, "Tệp mã hóa UTF-16; hãy lưu lại dạng \"CSV UTF-8\"",
                        "The file is UTF-16; save it as CSV UTF-8"};
    }
    if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
    if (auto wrong = not_utf8(bytes)) return std::move(*wrong);
    return Reader(bytes, limits).read();
}

bool is_utf8(std::string_view bytes) {
    return !not_utf8(bytes);
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& fields : rows) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) text += ',';
            // A row of one empty field would read as the end of the file.
            const bool quoted =
                fields[i].find_first_of(",\"\r\n") != std::string::npos || (fields.size() == 1 && fields[i].empty());
            if (!quoted) {
                text += fields[i];
                continue;
            }
            text += '"';
            for (const char c : fields[i]) text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        text += '\n';
    }
    return text;
}

}  // namespace minhbach::services::organisation
