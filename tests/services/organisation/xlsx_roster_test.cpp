// Rosters kept in spreadsheets, made here by another program (openpyxl), as people make them: titles, merged headings,
// dates in both forms, spaces that nobody sees.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "events/codec/json.hpp"
#include "given_cycle.hpp"
#include "services/organisation/xlsx.hpp"
#include "services/organisation/xml.hpp"
#include "services/organisation/zip.hpp"
#include "temporary.hpp"

namespace minhbach::services::organisation {
namespace {

// Runs Python statements with `book` and `sheet` at hand, and gives the bytes of the workbook.
std::string workbook(const std::string& statements) {
    const tests::TemporaryDirectory directory;
    const auto script = directory.path() / "make.py", file = directory.path() / "roster.xlsx";
    std::ofstream(script) << "import sys, datetime, openpyxl\nfrom openpyxl.utils.datetime import CALENDAR_MAC_1904\n"
                             "book = openpyxl.Workbook()\nsheet = book.active\n"
                          << statements << "\nbook.save(sys.argv[1])\n";
    const auto command = "/usr/bin/python3 '" + script.string() + "' '" + file.string() + "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openpyxl could not make the workbook");
    std::ifstream read(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(read), std::istreambuf_iterator<char>()};
}

const std::string kNames =
    "names = ['personCode','fullName','birthDate','sex','unitCode','post','class','leader','headOf','partyMember',"
    "'managedBy','from','to','document']\n";
const std::string kRow =
    "def row(code, name, born='05/03/1990', member='không', since='01/01/2020'):\n"
    "    return [code, name, born, 'nam', '51-S05.P1', 'Chuyên viên', 'công chức', 'không', '', member, '', since,\n"
    "            '', '']\n";

RosterReport examined(const std::string& bytes) {
    const auto past = a_rating_year().past();
    return examine_roster(past->registry(), Date::of("2023-11-20"), bytes);
}
std::string errors_of(const RosterReport& report) {
    std::string text;
    for (const auto& error : report.errors) text += error.cell.value_or("-") + " " + error.column + "; ";
    return text;
}
std::vector<Event> imported(const std::string& bytes) {
    ImportRoster command{Label::of("danh-sach.xlsx"), bytes, {}};
    return events_of(a_rating_year().when("ADMIN", command));
}
template <class T>
T first(const std::vector<Event>& events) {
    for (const auto& event : events) {
        if (const auto* found = event.as<T>()) return *found;
    }
    throw std::out_of_range("no such event");
}

TEST(XlsxRoster, ReadsWhatPeopleKeepInSpreadsheets) {
    const auto bytes = workbook(kNames + kRow + R"(
sheet['A1'] = 'DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'
sheet.merge_cells('A1:N1')
sheet['A2'] = 'Thông tin cá nhân'
sheet.merge_cells('A2:D2')
sheet['E2'] = 'Chức vụ'
sheet.merge_cells('E2:N2')
for i, name in enumerate(names): sheet.cell(3, i + 1, name)
sheet['A3'] = ' personCode '
for i, value in enumerate(row(' NV01\u00a0', '  Nguyễn\u00a0Văn  An\u200b ', datetime.date(1985, 3, 2),
                              datetime.date(2010, 5, 19), datetime.datetime(2015, 7, 1, 8, 30))):
    sheet.cell(5, i + 1, value)
for i, value in enumerate(row(10012, 'Trần Thị Bình', '1985-03-02', 'có')): sheet.cell(6, i + 1, value)
)");
    const auto report = examined(bytes);
    EXPECT_EQ(errors_of(report), "");
    EXPECT_EQ(report.rows, 2);
    const auto events = imported(bytes);
    const auto person = first<PersonRegistered>(events);
    EXPECT_EQ(person.person.str(), "NV01");
    EXPECT_EQ(person.full_name.str(), "Nguyễn Văn An");
    EXPECT_EQ(person.birth_date, Date::of("1985-03-02"));
    EXPECT_EQ(first<PostAssigned>(events).post.from, Date::of("2015-07-01"));
    EXPECT_EQ(first<PartyMembershipRecorded>(events).from, Date::of("2010-05-19"));
    EXPECT_NE(json::to_json(report).find("10012"), std::string::npos) << "a number is a code without decimals";
}

TEST(XlsxRoster, FindsNamesThatAreMergedDownwards) {
    const auto bytes = workbook(kNames + kRow + R"(
for i, name in enumerate(names):
    if i < 5:
        sheet.cell(2, i + 1, name)
        sheet.merge_cells(start_row=2, end_row=3, start_column=i + 1, end_column=i + 1)
    else:
        sheet.cell(3, i + 1, name)
sheet['F2'] = 'Chức vụ'
sheet.merge_cells('F2:N2')
for i, value in enumerate(row('NV01', 'Nguyễn Văn An')): sheet.cell(4, i + 1, value)
)");
    EXPECT_EQ(errors_of(examined(bytes)), "");
    EXPECT_EQ(examined(bytes).rows, 1);
}

TEST(XlsxRoster, NamesTheCellOfEveryMistake) {
    const auto report = examined(workbook(kNames + kRow + R"(
sheet.append(['Danh sách'])
sheet.append(names)
sheet.append(row('NV01', 'Nguyễn Văn An', '31/02/1980'))
sheet.append(row('NV02', 'Trần Thị Bình', 1985))
sheet.append(row('NV03', '', '05/03/1990', 'có thể'))
sheet['E5'] = '51-S99'
)"));
    EXPECT_EQ(errors_of(report), "C3 birthDate; C4 birthDate; B5 fullName; E5 unitCode; J5 partyMember; ");
    EXPECT_EQ(report.errors.front().detail_vi, "Ngày 31/02/1980 không tồn tại");
    ImportRoster command{Label::of("a.xlsx"),
                         workbook(kNames + kRow +
                                  "sheet.append(names)\n"
                                  "sheet.append(row('NV01', 'An', 'x'))"),
                         {}};
    const auto refused = a_rating_year().when("ADMIN", command);
    EXPECT_EQ(refusal_of(refused), "roster-invalid /csv");
    EXPECT_TRUE(refused.error().more.at(0).detail_vi.starts_with("Dòng 2, cột birthDate (ô C2): "))
        << refused.error().more.at(0).detail_vi;
}

TEST(XlsxRoster, SaysWhereAColumnIsMissingOrUnknown) {
    EXPECT_EQ(errors_of(examined(workbook(kNames + "sheet.append(names + ['ghiChu'])"))), "O1 ghiChu; ");
    EXPECT_EQ(errors_of(examined(workbook(kNames + "sheet.append(names[1:])"))), "- personCode; ");
    EXPECT_EQ(errors_of(examined(workbook("sheet.append(['Họ tên', 'Ngày sinh'])"))), "- ; ");
    EXPECT_EQ(errors_of(examined(workbook(kNames + "sheet.append(names)"))), "- ; ") << "no data";
}

TEST(XlsxRoster, CountsDaysFrom1904WhereTheWorkbookDoes) {
    const auto events = imported(workbook(kNames + kRow + R"(
book.epoch = CALENDAR_MAC_1904
sheet.append(names)
sheet.append(row('NV01', 'Nguyễn Văn An', datetime.date(1985, 3, 2)))
)"));
    EXPECT_EQ(first<PersonRegistered>(events).birth_date, Date::of("1985-03-02"));
}

TEST(XlsxRoster, TakesWhatAFormulaCameTo) {
    // openpyxl keeps no results, so the cell is empty and that is what is said.
    const auto report = examined(workbook(kNames + kRow + R"(
sheet.append(names)
sheet.append(row('NV01', '=CONCATENATE("Nguyễn ","An")'))
)"));
    EXPECT_EQ(errors_of(report), "B2 fullName; ");
}

TEST(XlsxRoster, TheSameBytesAreImportedOnce) {
    const auto bytes = workbook(kNames + kRow + "sheet.append(names)\nsheet.append(row('NV01', 'Nguyễn Văn An'))");
    const auto once = a_rating_year().after("ADMIN", ImportRoster{Label::of("a.xlsx"), bytes, {}});
    EXPECT_TRUE(events_of(once.when("ADMIN", ImportRoster{Label::of("b.xlsx"), bytes, {}})).empty());
}

TEST(XlsxRoster, RefusesWhatIsNoWorkbook) {
    const auto good = workbook(kNames + kRow + "sheet.append(names)\nsheet.append(row('NV01', 'Nguyễn Văn An'))");
    for (const auto length : {std::size_t{4}, std::size_t{100}, good.size() / 2, good.size() - 1})
        EXPECT_EQ(examined(good.substr(0, length)).errors.size(), 1u) << length;
    EXPECT_EQ(examined("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0')).errors.size(), 1u);
    EXPECT_EQ(examined(std::string("PK\x03\x04", 4) + std::string(4096, 'x')).errors.size(), 1u);
    // One byte changed anywhere: an error or a reading, never a crash.
    for (std::size_t at = 0; at < good.size(); at += 41) {
        auto damaged = good;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        (void)examined(damaged);
    }
}

TEST(XlsxRoster, RefusesADecompressionBombBeforeUnpackingIt) {
    const tests::TemporaryDirectory directory;
    const auto file = directory.path() / "bomb.xlsx";
    const auto command =
        "/usr/bin/python3 -c \"import sys, zipfile\n"
        "z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n"
        "for i in range(20): z.writestr('xl/worksheets/sheet%d.xml' % i, bytes(20 * 1024 * 1024))\n"
        "z.close()\" '" +
        file.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::ifstream read(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(read), std::istreambuf_iterator<char>()};
    EXPECT_LT(bytes.size(), 1'000'000u);
    EXPECT_EQ(std::get<ZipFault>(Zip::open(bytes, {})), ZipFault::too_large);
    const auto report = examined(bytes);
    ASSERT_EQ(report.errors.size(), 1u);
    EXPECT_NE(report.errors.front().detail_vi.find("quá lớn"), std::string::npos);
}

TEST(XmlReader, ReadsWhatNestsAndNothingElse) {
    const auto last = [](std::string_view text) {
        XmlReader xml(text);
        auto token = xml.next();
        while (token != XmlReader::Token::done && token != XmlReader::Token::wrong) token = xml.next();
        return token;
    };
    using enum XmlReader::Token;
    for (const auto* good : {"<a/>", "<?xml version='1.0'?><x:a b=\"1\"><c>&lt;&#x110;</c><!-- - --></x:a>\n"})
        EXPECT_EQ(last(good), done) << good;
    for (const auto* bad :
         {"", "a", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='<'/>", "<a>&amp</a>", "<a>&x;</a>", "<a>&#0;</a>",
          "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a", "<a b", "<a b='", "</a>", "<!-- ", "<a><![CDATA[x</a>"})
        EXPECT_EQ(last(bad), wrong) << bad;
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    EXPECT_EQ(last(deep), wrong);
    XmlReader xml("<r:x r:id='&quot;1'>Đ&amp;</r:x>");
    EXPECT_EQ(xml.next(), start);
    EXPECT_EQ(xml.name(), "x");
    EXPECT_EQ(xml.attribute("id"), "\"1");
    EXPECT_EQ(xml.next(), text);
    EXPECT_EQ(xml.text(), "Đ&");
}

TEST(ReadXlsx, KeepsToItsLimits) {
    const auto wide = workbook("sheet.cell(2, 70, 'x')");
    const auto too_wide = read_xlsx(wide);
    ASSERT_TRUE(std::holds_alternative<XlsxError>(too_wide));
    EXPECT_EQ(std::get<XlsxError>(too_wide).cell, "BR2");
    XlsxLimits few;
    few.rows_max = 3;
    EXPECT_TRUE(std::holds_alternative<XlsxError>(read_xlsx(workbook("for i in range(9): sheet.append(['x'])"), few)));
    XlsxLimits small;
    small.text_bytes_max = 100;
    EXPECT_TRUE(
        std::holds_alternative<XlsxError>(read_xlsx(workbook("for i in range(9): sheet.append(['x' * 60])"), small)));
}

TEST(ReadXlsx, NamesCellsAndDays) {
    EXPECT_EQ(cell_name(3, 7), "D7");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(read_serial("31108", 0), Date::of("1985-03-02"));
    EXPECT_EQ(read_serial("31108.5", 0), Date::of("1985-03-02"));
    EXPECT_EQ(read_serial("29646", 1462), Date::of("1985-03-02"));
    for (const auto* no : {"1985", "", "x", "99999", "3110a", "-31108"}) EXPECT_FALSE(read_serial(no, 0)) << no;
}

}  // namespace
}  // namespace minhbach::services::organisation
