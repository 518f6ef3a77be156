#include "services/organisation/roster_rows.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "services/organisation/csv.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/posts.hpp"
#include "services/organisation/roster_cells.hpp"
#include "services/organisation/roster_sheet.hpp"
#include "services/organisation/xlsx.hpp"

namespace minhbach::services::organisation {
namespace {

enum class Column : std::size_t {
    person_code,
    full_name,
    birth_date,
    sex,
    unit_code,
    post,
    subject_class,
    leader,
    head_of,
    party_member,
    managed_by,
    from,
    to,
    document
};
constexpr std::array<std::string_view, 14> kNames{"personCode", "fullName", "birthDate", "sex",     "unitCode",
                                                  "post",       "class",    "leader",    "headOf",  "partyMember",
                                                  "managedBy",  "from",     "to",        "document"};
constexpr int kYoungestInPost = 15;

std::string_view name_of(Column column) {
    return kNames[static_cast<std::size_t>(column)];
}

// Which field of a row holds which column.
using Places = std::array<std::size_t, kNames.size()>;

class Table {
public:
    Table(const Registry& registry, Date today) : registry_(registry), today_(today) {
        for (const auto& [id, document] : registry.documents())
            numbers_.try_emplace(document.registered.number.str(), id);
    }

    RosterRows read(std::string_view file);

private:
    void read_csv_file(std::string_view csv);
    void read_workbook(std::string_view xlsx);
    bool read_header(const CsvRow& header);
    void read_row(const CsvRow& row);
    void read_person(RosterRow& row);
    void read_post(RosterRow& row);
    void read_membership(RosterRow& row);
    void check_against_earlier(const RosterRow& row);

    std::string_view cell(Column column) const { return cells_[static_cast<std::size_t>(column)]; }
    void fail(Column column, std::string vi, std::string en) {
        fail(line_, name_of(column), cell(column), std::move(vi), std::move(en));
    }
    void fail(int line, std::string_view column, std::string_view given, std::string vi, std::string en);
    template <class T>
    T parsed(Column column, const char* vi_missing, const char* en_missing);
    Label spelled(Column column, RosterRow& row, const char* vi_missing, const char* en_missing);
    std::optional<Date> date(Column column, bool required);
    std::optional<UnitCode> unit(Column column, Date day, bool required);
    bool flag(Column column);

    const Registry& registry_;
    Date today_;
    std::unordered_map<std::string, DocumentId> numbers_;
    Places places_{};
    bool workbook_ = false;
    int days_shift_ = 0;  // of its dates
    int line_ = 0;
    std::array<std::string, kNames.size()> cells_;
    bool row_fails_ = false;
    std::optional<Date> born_;  // of the row being read
    std::unordered_map<PersonCode, std::vector<std::size_t>> rows_of_;
    RosterRows result_;
};

void Table::fail(int line, std::string_view column, std::string_view given, std::string vi, std::string en) {
    row_fails_ = true;
    if (result_.errors.size() == kRosterErrorsMax) return;
    result_.errors.push_back(
        {line, std::string(column), shortened(given), std::move(vi), std::move(en), result_.cell(column, line)});
}

bool Table::read_header(const CsvRow& header) {
    constexpr auto kAbsent = static_cast<std::size_t>(-1);
    places_.fill(kAbsent);
    const auto before = result_.errors.size();
    if (header.fields.size() == 1 && header.fields.front().find(';') != std::string::npos) {
        fail(header.line, "", header.fields.front(), "Các cột phân cách bằng dấu chấm phẩy; hãy lưu tệp với dấu phẩy",
             "The columns are separated by semicolons; save the file with commas");
        return false;
    }
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto given = trimmed(header.fields[i]);
        if (workbook_ && given.empty()) continue;  // merged across columns
        if (workbook_) result_.places.try_emplace(std::string(given), i);
        const auto found = std::find(kNames.begin(), kNames.end(), given);
        if (found == kNames.end()) {
            fail(header.line, shortened(given), given, "Không có cột mang tên này", "There is no column of that name");
            continue;
        }
        auto& place = places_[static_cast<std::size_t>(found - kNames.begin())];
        if (place != kAbsent) fail(header.line, given, given, "Cột bị lặp lại", "The column is given twice");
        place = i;
    }
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (places_[i] == kAbsent) fail(header.line, kNames[i], "", "Thiếu cột này", "The column is missing");
    }
    return result_.errors.size() == before;
}

template <class T>
T Table::parsed(Column column, const char* vi_missing, const char* en_missing) {
    if (cell(column).empty()) {
        fail(column, vi_missing, en_missing);
        return {};
    }
    auto value = T::parse(cell(column));
    if (value) return std::move(*value);
    fail(column, value.error().detail_vi, value.error().detail_en);
    return {};
}

Label Table::spelled(Column column, RosterRow& row, const char* vi_missing, const char* en_missing) {
    auto label = parsed<Label>(column, vi_missing, en_missing);
    if (label.empty()) return label;
    label = Label::of(with_single_spaces(label.str()));
    if (label.str() != cell(column)) row.normalised.emplace_back(name_of(column));
    return label;
}

std::optional<Date> Table::date(Column column, bool required) {
    const auto given = cell(column);
    if (given.empty()) {
        if (required) fail(column, "Thiếu ngày", "The date is missing");
        return std::nullopt;
    }
    const auto read = read_date(given);
    if (read.date) return read.date;
    if (workbook_) {
        if (const auto day = read_serial(given, days_shift_)) return day;
    }
    const std::string text(given);
    if (read.looks_like_one) {
        fail(column, "Ngày " + text + " không tồn tại", "The day " + text + " does not exist");
    } else {
        fail(column, "Ngày phải viết dạng ngày/tháng/năm đủ số, ví dụ 05/03/1985, hoặc 1985-03-05",
             "Dates are written dd/MM/yyyy, e.g. 05/03/1985, or 1985-03-05");
    }
    return std::nullopt;
}

std::optional<UnitCode> Table::unit(Column column, Date day, bool required) {
    const auto given = cell(column);
    if (given.empty()) {
        if (required) fail(column, "Thiếu mã đơn vị", "The unit is missing");
        return std::nullopt;
    }
    const auto code = UnitCode::parse(given);
    const auto* known = code ? registry_.unit(*code) : nullptr;
    if (!known) {
        fail(column, "Không có đơn vị mang mã " + std::string(given), "There is no unit " + std::string(given));
        return std::nullopt;
    }
    if (!known->at(day)) {
        fail(column, "Đơn vị " + code->str() + " không tồn tại vào ngày " + day.vietnamese(),
             "The unit " + code->str() + " does not exist on " + day.iso());
        return std::nullopt;
    }
    return *code;
}

bool Table::flag(Column column) {
    const auto value = read_flag(cell(column));
    if (!value) fail(column, "Ghi \"có\" hoặc \"không\" (hoặc x, để trống)", "Write yes or no (or x, or nothing)");
    return value.value_or(false);
}

void Table::read_person(RosterRow& row) {
    row.person = parsed<PersonCode>(Column::person_code, "Thiếu mã số", "The person's code is missing");
    if (!fits(row.person)) {
        const auto refusal = code_too_long("");
        fail(Column::person_code, refusal.detail_vi, refusal.detail_en);
    }
    row.full_name = spelled(Column::full_name, row, "Thiếu họ tên", "The name is missing");
    if (const auto sex = read_sex(cell(Column::sex))) {
        row.sex = *sex;
    } else {
        fail(Column::sex, "Ghi \"nam\" hoặc \"nữ\"", "Write nam (male) or nữ (female)");
    }
    born_ = date(Column::birth_date, true);
    if (born_) {
        row.birth_date = *born_;
        if (*born_ > today_)
            fail(Column::birth_date, "Ngày sinh ở sau ngày hôm nay", "The date of birth is in the future");
    }
}

void Table::read_post(RosterRow& row) {
    auto& post = row.post;
    const bool leader = flag(Column::leader);
    post.leader = leader;
    post.title =
        spelled(Column::post, row,
                leader ? "Người giữ chức vụ lãnh đạo, quản lý phải có chức vụ" : "Thiếu chức vụ, vị trí việc làm",
                leader ? "A leader without a post" : "The post is missing");
    if (const auto subject_class = read_class(cell(Column::subject_class))) {
        post.subject_class = *subject_class;
    } else {
        const bool missing = cell(Column::subject_class).empty();
        fail(Column::subject_class,
             std::string(missing ? "Thiếu đối tượng: " : "Đối tượng là ") + "cán bộ, công chức hoặc viên chức",
             std::string(missing ? "The class is missing: " : "The class is ") +
                 "CADRE, CIVIL_SERVANT or PUBLIC_EMPLOYEE");
    }
    const auto from = date(Column::from, true);
    post.to = date(Column::to, false);
    if (from) post.from = *from;
    if (from && post.to && *post.to < *from) {
        fail(Column::to, "Ngày thôi giữ chức vụ trước ngày bắt đầu", "The post ends before it begins");
    }
    if (from && born_ && from->year() - born_->year() < kYoungestInPost) {
        fail(Column::birth_date, "Ngày sinh không phù hợp với ngày bắt đầu giữ chức vụ",
             "Too young when the post began");
    }
    const auto day = day_of_reference(post, today_);
    const auto in = unit(Column::unit_code, day, true);
    if (in) post.unit = *in;
    post.head_of = unit(Column::head_of, day, false);
    if (!cell(Column::head_of).empty() && !leader) {
        fail(Column::leader, "Người đứng đầu đơn vị phải là lãnh đạo, quản lý", "Who heads a unit is a leader");
    }
    if (!cell(Column::managed_by).empty()) {
        if (const auto by = unit(Column::managed_by, day, false)) post.managed_by = *by;
    } else if (in) {
        if (const auto by = manager_of(registry_, *in, post.head_of, day)) {
            post.managed_by = *by;
        } else {
            fail(Column::managed_by, "Không xác định được đơn vị quản lý; hãy ghi mã đơn vị",
                 "The managing unit must be named");
        }
    }
    if (const auto given = cell(Column::document); !given.empty()) {
        const auto id = DocumentId::parse(given);
        const auto by_number = numbers_.find(std::string(given));
        if (id && registry_.document(*id)) {
            row.document = *id;
        } else if (by_number != numbers_.end()) {
            row.document = by_number->second;
        } else {
            fail(Column::document, "Văn bản " + std::string(given) + " chưa được đăng ký",
                 "Document " + std::string(given) + " is not registered");
        }
    }
}

void Table::read_membership(RosterRow& row) {
    const auto given = cell(Column::party_member);
    if (const auto as_flag = read_flag(given)) {
        row.member = *as_flag;
        return;
    }
    const bool begins_with_digit = given.front() >= '0' && given.front() <= '9';
    if (!begins_with_digit) {
        fail(Column::party_member, "Ghi \"có\", \"không\" hoặc ngày kết nạp Đảng",
             "Write yes, no or the day of admission");
        return;
    }
    const auto since = date(Column::party_member, true);
    if (!since) return;
    if (*since > today_) {
        fail(Column::party_member, "Ngày kết nạp Đảng ở sau ngày hôm nay", "The day of admission is in the future");
    } else if (born_ && *since <= *born_) {
        fail(Column::party_member, "Ngày kết nạp Đảng ở trước ngày sinh", "The day of admission is before birth");
    }
    row.member = true;
    row.member_since = since;
}

void Table::check_against_earlier(const RosterRow& row) {
    const auto earlier = rows_of_.find(row.person);
    if (earlier == rows_of_.end()) return;
    Person listed;
    for (const auto index : earlier->second) {
        const auto& other = result_.rows[index];
        if (!row.agrees_with(other)) {
            fail(Column::person_code,
                 "Mã số " + row.person.str() + " đã dùng ở dòng " + std::to_string(other.line) + " cho " +
                     other.full_name.str() + " với thông tin cá nhân khác",
                 "The code " + row.person.str() + " is used in line " + std::to_string(other.line) +
                     " with other personal data");
            return;
        }
        listed.posts.push_back(other.post);
        if (same_post(listed, row.post)) {
            fail(Column::person_code, "Chức vụ này trùng với dòng " + std::to_string(other.line),
                 "The same post is in line " + std::to_string(other.line));
            return;
        }
    }
}

void Table::read_row(const CsvRow& source) {
    line_ = source.line;
    row_fails_ = false;
    ++result_.lines;
    if (!workbook_ && source.fields.size() != kNames.size()) {
        fail(line_, "", "",
             "Dòng có " + std::to_string(source.fields.size()) + " cột, cần " + std::to_string(kNames.size()),
             "The row has " + std::to_string(source.fields.size()) + " fields instead of " +
                 std::to_string(kNames.size()));
        return;
    }
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const auto place = places_[i];
        cells_[i] = place < source.fields.size() ? trimmed(source.fields[place]) : std::string_view();
    }
    RosterRow row;
    row.line = line_;
    read_person(row);
    read_post(row);
    read_membership(row);
    if (row_fails_) return;
    check_against_earlier(row);
    if (row_fails_) return;
    rows_of_[row.person].push_back(result_.rows.size());
    result_.rows.push_back(std::move(row));
}

RosterRows Table::read(std::string_view file) {
    if (looks_like_old_workbook(file)) {
        fail(1, "", "", "Tệp là bảng tính dạng cũ hoặc có mật khẩu; hãy lưu lại dạng XLSX không có mật khẩu",
             "The file is an old or a protected workbook; save it as XLSX without a password");
    } else if (looks_like_xlsx(file)) {
        read_workbook(file);
    } else {
        read_csv_file(file);
    }
    return std::move(result_);
}

void Table::read_workbook(std::string_view xlsx) {
    workbook_ = true;
    const auto read = read_xlsx(xlsx);
    if (const auto* wrong = std::get_if<XlsxError>(&read)) {
        fail(1, "", "", wrong->detail_vi, wrong->detail_en);
        if (!wrong->cell.empty()) result_.errors.back().cell = wrong->cell;
        return;
    }
    const auto& sheet = std::get<XlsxSheet>(read);
    days_shift_ = sheet.days_shift;
    const auto found = find_header(sheet.rows, kNames);
    if (!found) {
        fail(1, "", "", "Không tìm thấy dòng tên cột (personCode, fullName, ...) ở đầu trang tính thứ nhất",
             "No row at the top of the first sheet names the columns (personCode, fullName, ...)");
        return;
    }
    if (!read_header(found->header)) return;
    if (sheet.rows.size() - found->below > kRosterRowsMax) {
        fail(found->header.line, "", "", "Trang tính có quá nhiều dòng; hãy chia thành nhiều tệp",
             "The sheet has too many rows; split it");
        return;
    }
    for (auto i = found->below; i < sheet.rows.size(); ++i) read_row(sheet.rows[i]);
    if (found->below == sheet.rows.size())
        fail(found->header.line, "", "", "Tệp không có dòng dữ liệu nào", "The file has no rows");
}

void Table::read_csv_file(std::string_view csv) {
    CsvLimits limits;
    limits.rows_max = kRosterRowsMax + 1;
    const auto table = read_csv(csv, limits);
    if (const auto* wrong = std::get_if<CsvError>(&table)) {
        fail(wrong->line, "", "", "Cột thứ " + std::to_string(wrong->field) + ": " + wrong->detail_vi,
             "Field " + std::to_string(wrong->field) + ": " + wrong->detail_en);
        return;
    }
    const auto& rows = std::get<std::vector<CsvRow>>(table);
    if (rows.empty()) {
        fail(1, "", "", "Tệp không có nội dung", "The file is empty");
        return;
    }
    if (!read_header(rows.front())) return;
    for (std::size_t i = 1; i < rows.size(); ++i) read_row(rows[i]);
    if (rows.size() == 1) fail(1, "", "", "Tệp không có dòng dữ liệu nào", "The file has no rows");
}

}  // namespace

bool RosterRow::agrees_with(const RosterRow& other) const {
    return full_name == other.full_name && birth_date == other.birth_date && sex == other.sex &&
           member == other.member && member_since == other.member_since;
}

std::optional<std::string> RosterRows::cell(std::string_view column, int line) const {
    const auto place = places.find(column);
    if (place == places.end()) return std::nullopt;
    return cell_name(place->second, line);
}

RosterRows read_roster(const Registry& registry, Date today, std::string_view file) {
    return Table(registry, today).read(file);
}

}  // namespace minhbach::services::organisation
