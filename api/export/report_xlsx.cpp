#include "api/export/report_xlsx.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "api/export/report_table.hpp"

namespace minhbach::api::exports {
namespace {

using projections::ReportAnswer;

constexpr std::uint8_t kPaperA4 = 9;
constexpr lxw_row_t kHeader = 7;  // two rows: Vietnamese, English
constexpr lxw_row_t kFirst = kHeader + 2;

// A file of one's own that is gone afterwards.
class TemporaryFile {
public:
    TemporaryFile() : name_((std::filesystem::temp_directory_path() / "minhbach-report-XXXXXX").string()) {
        const int descriptor = ::mkstemp(name_.data());
        if (descriptor < 0) throw std::runtime_error("no temporary file for the workbook");
        ::close(descriptor);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { ::unlink(name_.c_str()); }
    const std::string& name() const { return name_; }
    std::string contents() const {
        std::ifstream file(name_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

private:
    std::string name_;
};

struct Heading {
    std::string vi;
    std::string en;
    double width = 10;
};

class Book {
public:
    Book(const ReportAnswer& report, bool simulated, const std::string& file)
        : report_(report), simulated_(simulated), book_(workbook_new(file.c_str())) {
        if (!book_) throw std::runtime_error("the workbook could not be made");
        std::string title = "Báo cáo tổng hợp kết quả đánh giá, xếp loại";
        std::string author = "Minh Bạch";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = author.data();
        properties.created = static_cast<time_t>(report.as_of.millis() / 1000);
        workbook_set_properties(book_, &properties);
        title_ = format([](auto* f) { format_set_bold(f), format_set_font_size(f, 14); });
        plain_ = format([](auto*) {});
        bold_ = format([](auto* f) { format_set_bold(f); });
        wrapped_ = format([](auto* f) { format_set_text_wrap(f); });
        warning_ = format([](auto* f) { format_set_bold(f), format_set_font_color(f, LXW_COLOR_RED); });
        header_ = format([](auto* f) {
            format_set_bold(f), format_set_text_wrap(f), format_set_border(f, LXW_BORDER_THIN);
            format_set_align(f, LXW_ALIGN_CENTER), format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        });
        cell_ = format([](auto* f) { format_set_border(f, LXW_BORDER_THIN), format_set_text_wrap(f); });
        number_ = format([](auto* f) { format_set_border(f, LXW_BORDER_THIN), format_set_num_format(f, "#,##0"); });
        share_ = format([](auto* f) { format_set_border(f, LXW_BORDER_THIN), format_set_num_format(f, "0.00%"); });
        sum_ = format([](auto* f) {
            format_set_bold(f), format_set_border(f, LXW_BORDER_THIN), format_set_num_format(f, "#,##0");
        });
    }

    void write() {
        summary();
        missing();
        units();
        differences();
        signatures();
        if (workbook_close(book_) != LXW_NO_ERROR) throw std::runtime_error("the workbook could not be written");
    }

private:
    template <class Set>
    lxw_format* format(const Set& set) {
        auto* made = workbook_add_format(book_);
        format_set_font_name(made, "Times New Roman");
        set(made);
        return made;
    }

    void text(lxw_row_t row, lxw_col_t column, const std::string& value, lxw_format* as) {
        worksheet_write_string(sheet_, row, column, value.c_str(), as);
    }
    void text(lxw_row_t row, lxw_col_t column, std::string_view value, lxw_format* as) {
        text(row, column, std::string(value), as);
    }
    void number(lxw_row_t row, lxw_col_t column, int value, lxw_format* as) {
        worksheet_write_number(sheet_, row, column, value, as);
    }

    // The head that every sheet repeats: what it is, as of when, which restatement, and whether it is simulated.
    void begin(const char* name, std::string_view title, const std::vector<Heading>& headings) {
        sheet_ = workbook_add_worksheet(book_, name);
        if (!sheet_) throw std::runtime_error("the worksheet could not be made");
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, kPaperA4);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.6, 0.6);
        worksheet_set_footer(sheet_, simulated_ ? "&LDỮ LIỆU MÔ PHỎNG / SIMULATED DATA&R&P/&N" : "&R&P/&N");
        text(0, 0, report_.unit.name + " (" + report_.unit.unit.str() + ")", bold_);
        text(1, 0, title, title_);
        text(2, 0, report_.title, plain_);
        text(3, 0, "Số liệu tính đến / As of: " + report_.as_of.vietnamese(), bold_);
        text(4, 0, number_vi(report_) + " / " + number_en(report_), bold_);
        if (simulated_) text(5, 0, std::string_view("DỮ LIỆU MÔ PHỎNG / SIMULATED DATA"), warning_);
        if (headings.empty()) return;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, headings[i].width, nullptr);
            text(kHeader, column, headings[i].vi, header_);
            text(kHeader + 1, column, headings[i].en, header_);
        }
        worksheet_freeze_panes(sheet_, kFirst, 0);
        worksheet_repeat_rows(sheet_, kHeader, kHeader + 1);
    }

    static std::vector<Heading> columns() {
        std::vector<Heading> headings{{"STT", "No.", 5}, {"Đối tượng", "Class", 34}};
        const auto add = [&](std::string_view column) {
            const auto words = words_of_column(column);
            headings.push_back({std::string(words.vi), std::string(words.en), 12});
        };
        add("staff");
        for (const auto* level : {"excellent", "good", "completed", "notCompleted"}) {
            add(level);
            headings.push_back({"Tỷ lệ", "Share", 8});
        }
        add("notRated");
        for (const auto reason : kReasons) {
            const auto words = words_of_reason(reason);
            headings.push_back({std::string(words.vi), std::string(words.en), 12});
        }
        add("remainder");
        add("proposed");
        return headings;
    }

    // A line's figures from column 2 on; those of the last line are sums of the cells above.
    void figures(lxw_row_t row, const ReportLine& line, bool total) {
        lxw_col_t column = 2;
        const auto count = [&](int value) {
            if (!total) {
                number(row, column++, value, number_);
                return;
            }
            char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
            lxw_rowcol_to_cell(from, kFirst, column);
            lxw_rowcol_to_cell(to, row - 1, column);
            const auto formula = "=SUM(" + std::string(from) + ":" + to + ")";
            worksheet_write_formula_num(sheet_, row, column++, formula.c_str(), sum_, value);
        };
        const auto& counts = line.counts;
        count(counts.staff);
        for (const int level : {counts.excellent, counts.good, counts.completed, counts.not_completed}) {
            count(level);
            if (counts.staff == 0)
                worksheet_write_blank(sheet_, row, column, share_);
            else
                worksheet_write_number(sheet_, row, column, static_cast<double>(level) / counts.staff, share_);
            ++column;
        }
        count(counts.not_rated);
        for (const auto reason : kReasons) count(not_rated_for(line, reason));
        count(line.remainder);
        count(line.proposed);
    }

    void summary() {
        begin("Tổng hợp", "BÁO CÁO TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG / CONSOLIDATED REPORT", columns());
        auto row = kFirst;
        for (const auto& line : report_.lines) {
            const auto words = words_of_line(line.subject_class, line.leader);
            number(row, 0, static_cast<int>(row - kFirst) + 1, number_);
            text(row, 1, std::string(words.vi) + " / " + std::string(words.en), cell_);
            figures(row++, line, false);
        }
        text(row, 0, std::string_view(), sum_);
        text(row, 1, std::string_view("Cộng / Total"), sum_);
        figures(row++, sum_of(report_), true);
        row += 1;
        text(row++, 0,
             std::string_view(
                 "Tỷ lệ tính trên tổng số, kể cả người không xếp loại. / Shares are of the whole staff, those "
                 "not rated included."),
             plain_);
        text(row++, 0,
             std::string_view("Đối chiếu: bốn mức + không xếp loại + chưa có kết quả = tổng số. / Levels + not rated + "
                              "without a result = staff."),
             plain_);
        if (report_.remainder_reason)
            text(row++, 0, "Lý do chưa có kết quả: " + report_.remainder_reason->str(), plain_);
    }

    void missing() {
        begin("Đơn vị chưa có trong báo cáo", "ĐƠN VỊ CHƯA CÓ HỒ SƠ TRONG BÁO CÁO / UNITS THAT ARE NOT IN THE REPORT",
              {{"STT", "No.", 5},
               {"Mã", "Code", 12},
               {"Đơn vị", "Unit", 44},
               {"Trạng thái", "Status", 34},
               {"Gửi muộn", "Late", 10}});
        auto row = kFirst;
        for (const auto& one : report_.missing) {
            const auto words = words_of_missing(one);
            number(row, 0, static_cast<int>(row - kFirst) + 1, number_);
            text(row, 1, one.unit.unit.str(), cell_);
            text(row, 2, one.unit.name, cell_);
            text(row, 3, std::string(words.vi) + " / " + std::string(words.en), cell_);
            text(row++, 4, std::string_view(one.late ? "x" : ""), cell_);
        }
        if (report_.missing.empty()) text(row, 2, std::string_view("Không có / None"), plain_);
    }

    void units() {
        begin("Đơn vị đã tổng hợp", "ĐƠN VỊ ĐÃ TIẾP NHẬN VÀ TỔNG HỢP / UNITS WHOSE FILES ARE IN THE REPORT",
              {{"STT", "No.", 5}, {"Mã", "Code", 14}, {"Đơn vị", "Unit", 48}, {"Lần gửi", "Version", 10}});
        auto row = kFirst;
        for (const auto& one : report_.units) {
            number(row, 0, static_cast<int>(row - kFirst) + 1, number_);
            text(row, 1, one.unit.unit.str(), cell_);
            text(row, 2, one.unit.name, cell_);
            number(row++, 3, one.version, number_);
        }
    }

    void differences() {
        begin("Thay đổi so với lần trước", "THAY ĐỔI SO VỚI BÁO CÁO LẦN TRƯỚC / DIFFERENCES FROM THE REPORT BEFORE",
              {{"Đối tượng", "Class", 44},
               {"Cột", "Column", 34},
               {"Lần trước", "Before", 12},
               {"Lần này", "Now", 12},
               {"Chênh lệch", "Difference", 12}});
        auto row = kFirst;
        for (const auto& one : report_.differences) {
            const auto line = words_of_line(one.subject_class, one.leader);
            const auto column = words_of_column(one.column.str());
            text(row, 0, std::string(line.vi) + " / " + std::string(line.en), cell_);
            text(row, 1, std::string(column.vi) + " / " + std::string(column.en), cell_);
            number(row, 2, one.was, number_);
            number(row, 3, one.is, number_);
            number(row++, 4, one.is - one.was, number_);
        }
        if (report_.differences.empty()) text(row, 0, std::string_view("Không có / None"), plain_);
    }

    void signatures() {
        begin("Ký báo cáo", "KÝ BÁO CÁO / SIGNATURES", {});
        worksheet_set_column(sheet_, 0, 3, 30, nullptr);
        lxw_row_t row = kHeader;
        if (report_.draft) {
            text(row++, 0, std::string_view("Dự thảo, chưa có giá trị báo cáo. / A draft; nobody has submitted it."),
                 bold_);
        } else {
            const auto date = report_.document && report_.document->date
                                  ? " ngày " + report_.document->date->vietnamese()
                                  : std::string();
            text(row++, 0,
                 "Văn bản / Document: " + (report_.document ? report_.document->number : std::string()) + date,
                 wrapped_);
            if (report_.by) {
                text(row++, 0,
                     "Người gửi / Submitted by: " + report_.by->actor_name.value_or(report_.by->actor.str()) + " (" +
                         report_.by->actor.str() + ")",
                     plain_);
                text(row++, 0, "Bản ghi số / Record no.: " + std::to_string(report_.by->position), plain_);
            }
        }
        row += 2;
        text(row, 0, std::string_view("NGƯỜI LẬP BIỂU / PREPARED BY"), bold_);
        text(row++, 2, std::string_view("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ / HEAD OF THE UNIT"), bold_);
        text(row, 0, std::string_view("(Ký, ghi rõ họ tên)"), plain_);
        text(row, 2, std::string_view("(Ký, ghi rõ họ tên, đóng dấu)"), plain_);
    }

    const ReportAnswer& report_;
    bool simulated_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format *title_, *plain_, *bold_, *wrapped_, *warning_, *header_, *cell_, *number_, *share_, *sum_;
};

}  // namespace

std::string report_xlsx(const ReportAnswer& report, bool simulated) {
    const TemporaryFile file;
    Book(report, simulated, file.name()).write();
    return file.contents();
}

}  // namespace minhbach::api::exports
