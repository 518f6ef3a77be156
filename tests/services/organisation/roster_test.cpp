#include "services/organisation/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "given_organisation.hpp"

namespace minhbach::services::organisation {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kHeader =
    "personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,document\n";
const Date kImportedOn = Date::of("2023-11-01");

Given november() {
    return province().at("2023-11-01T08:00");
}

std::string roster(std::string_view rows) {
    return std::string(kHeader) + std::string(rows);
}

ImportRoster importing(std::string csv) {
    ImportRoster command;
    command.file_name = Label::of("danh-sach.csv");
    command.csv = std::move(csv);
    return command;
}

RosterReport examined(const Given& history, std::string_view csv) {
    return examine_roster(history.past()->registry(), kImportedOn, csv);
}

// Imports the file after somebody has looked at its differences.
Given imported(const Given& history, const std::string& csv) {
    auto command = importing(csv);
    command.differences_seen = differences_digest(examined(history, csv));
    return history.after("OFFICER", command);
}

constexpr std::string_view kNewcomer =
    "C1,Trần Thị Ý,05/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,không,,03/02/2015,,01/06/2015,,D1\n";
constexpr std::string_view kHead =
    "C2,Lý Văn Sơn,1980-01-31,nam,51-S05.T2,Giám "
    "đốc,PUBLIC_EMPLOYEE,có,51-S05.T2,x,,2021-01-01,31/12/2025,118/QĐ-STC\n";

Given with_centre() {
    return november().and_given({a_unit("51-S05.T2", UnitKind::centre, "51-S05", "Trung tâm Tư vấn tài chính")});
}

TEST(Roster, OneAppendWithAFactEach) {
    const auto decision = with_centre().when("OFFICER", importing(roster(std::string(kNewcomer) + std::string(kHead))));
    EXPECT_EQ(types_of(decision), (std::vector<std::string>{"roster.imported", "person.registered", "post.assigned",
                                                            "party-membership.recorded", "person.registered",
                                                            "post.assigned", "party-membership.recorded"}));
    const auto events = events_of(decision);
    const auto& summary = events[0].get<RosterImported>();
    EXPECT_EQ(summary.rows, 2);
    EXPECT_EQ(summary.persons_added, 2);
    EXPECT_EQ(summary.posts_added, 2);
    EXPECT_EQ(summary.corrections, 0);
    EXPECT_EQ(decision->events[0].stream, province_stream());

    const auto& first = events[2].get<PostAssigned>();
    EXPECT_EQ(first.post.managed_by, UnitCode::of("51-S05"));  // the agency of the division
    EXPECT_EQ(first.document, DocumentId::of("D1"));
    EXPECT_FALSE(first.post.leader);
    EXPECT_EQ(events[3].get<PartyMembershipRecorded>().from, Date::of("2015-02-03"));

    const auto& head = events[5].get<PostAssigned>();
    EXPECT_EQ(head.post.managed_by, UnitCode::of("51-S05"));  // its own agency is below the one that rates it
    EXPECT_EQ(head.post.subject_class, SubjectClass::public_employee);
    EXPECT_EQ(head.post.head_of, UnitCode::of("51-S05.T2"));
    EXPECT_EQ(head.post.to, Date::of("2025-12-31"));
    EXPECT_EQ(head.document, DocumentId::of("D1"));  // named by its number
    EXPECT_EQ(events[6].get<PartyMembershipRecorded>().from, kImportedOn);
}

TEST(Roster, ColumnsInAnyOrderWithMarkAndCrLf) {
    const std::string csv =
        "\xEF\xBB\xBF"
        "document,to,from,managedBy,partyMember,headOf,leader,class,post,unitCode,sex,birthDate,fullName,personCode\r\n"
        ",,01/06/2015,,,,,Viên chức,Giáo viên,51-S05.T1,Nam,05/03/1990,\"Trần Văn Ý\",C1\r\n";
    const auto decision = november().when("OFFICER", importing(csv));
    const auto post = events_of(decision)[2].get<PostAssigned>().post;
    EXPECT_EQ(post.unit, UnitCode::of("51-S05.T1"));
    EXPECT_EQ(post.subject_class, SubjectClass::public_employee);
    EXPECT_EQ(post.managed_by, UnitCode::of("51-S05.T1"));
}

TEST(Roster, SameFileAgainChangesNothing) {
    const auto csv = roster(kNewcomer);
    const auto once = imported(november(), csv);
    EXPECT_TRUE(examined(once, csv).already_imported);
    EXPECT_TRUE(events_of(once.when("OFFICER", importing(csv))).empty());
    // Other bytes that say the same leave only the entry of the file.
    EXPECT_EQ(types_of(once.when("OFFICER", importing(csv + "\n"))), (std::vector<std::string>{"roster.imported"}));
    EXPECT_TRUE(examined(once, csv + "\n").differences.empty());
}

TEST(Roster, ChangedFileShowsItsDifferencesFirst) {
    const auto once = imported(november(), roster(kNewcomer));
    const auto changed = roster(
        "C1,Trần Thị Ý Nhi,06/03/1990,nữ,51-S05.P2,Chuyên viên chính,công chức,không,,03/02/2015,,01/10/2023,,D1\n");
    const auto report = examined(once, changed);
    EXPECT_TRUE(report.errors.empty());
    ASSERT_EQ(report.differences.size(), 4u);
    EXPECT_EQ(report.differences[0].what_vi, "Thay đổi họ tên: Trần Thị Ý → Trần Thị Ý Nhi");
    EXPECT_EQ(report.differences[1].what_vi, "Thay đổi ngày sinh: 05/03/1990 → 06/03/1990");
    EXPECT_THAT(report.differences[2].what_vi, HasSubstr("chưa xác định → 30/09/2023"));
    EXPECT_THAT(report.differences[3].what_vi, HasSubstr("Thêm chức vụ Chuyên viên chính (51-S05.P2)"));
    EXPECT_EQ(report.differences[3].kind, RosterDifferenceKind::extended);

    auto command = importing(changed);
    EXPECT_EQ(refusal_of(once.when("OFFICER", command)), "precondition-required /differencesSeen");
    command.differences_seen = Digest::of(std::string(64, '0'));
    EXPECT_EQ(refusal_of(once.when("OFFICER", command)), "stale-revision /differencesSeen");
    command.differences_seen = differences_digest(report);
    const auto decision = once.when("OFFICER", command);
    EXPECT_EQ(types_of(decision),
              (std::vector<std::string>{"roster.imported", "person.corrected", "post.ended", "post.assigned"}));
    EXPECT_EQ(events_of(decision)[0].get<RosterImported>().corrections, 3);
    EXPECT_EQ(events_of(decision)[1].get<PersonCorrected>().reason.str(), "Theo danh sách nhập từ tệp danh-sach.csv");
    const auto past = once.and_decided(decision).past();
    EXPECT_EQ(past->registry().person(PersonCode::of("C1"))->main_post_at(kImportedOn)->unit,
              UnitCode::of("51-S05.P2"));
}

// A, B, A: the first file once more is a change like any other.
TEST(Roster, AnEarlierFileAgainShowsItsDifferences) {
    const auto first = roster(kNewcomer);
    const auto second =
        roster("C1,Trần Thị Ý Nhi,05/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,không,,03/02/2015,,01/06/2015,,D1\n");
    const auto twice = imported(imported(november(), first), second);
    const auto report = examined(twice, first);
    EXPECT_FALSE(report.already_imported);
    ASSERT_EQ(report.differences.size(), 1u);
    EXPECT_EQ(report.differences[0].what_vi, "Thay đổi họ tên: Trần Thị Ý Nhi → Trần Thị Ý");
    EXPECT_EQ(refusal_of(twice.when("OFFICER", importing(first))), "precondition-required /differencesSeen");
    const auto back = imported(twice, first);
    EXPECT_EQ(back.past()->registry().person(PersonCode::of("C1"))->full_name.str(), "Trần Thị Ý");
    EXPECT_TRUE(examined(back, first).already_imported);
    // Files of two agencies in turn do not disturb each other.
    const auto other = roster("C9,Lê Văn Tư,05/03/1990,nam,51-S05.P2,Chuyên viên,công chức,không,,,,01/06/2015,,D1\n");
    EXPECT_TRUE(events_of(imported(back, other).when("OFFICER", importing(first))).empty());
}

TEST(Roster, AdditionsForSomebodyKnownAreSeenFirst) {
    const auto known = roster(
        "A1,Nguyễn Thị Hồng Đào,02/03/1985,nữ,51-S05.P1,Chuyên viên,công chức,không,,,,"
        "01/01/2020,,\n"
        "A1,Nguyễn Thị Hồng Đào,02/03/1985,nữ,51-S05.P2,Kế toán,công chức,không,,,,01/10/2023,,\n");
    const auto report = examined(november(), known);
    ASSERT_EQ(report.differences.size(), 1u);
    EXPECT_EQ(report.differences[0].kind, RosterDifferenceKind::extended);
    EXPECT_EQ(refusal_of(november().when("OFFICER", importing(known))), "precondition-required /differencesSeen");
}

TEST(Roster, ChangesNothingAboutItsImporter) {
    const auto own = roster(
        "OFFICER,Ngô Văn Hải,02/03/1985,nữ,51-S05.P2,Chánh Văn phòng,công chức,không,,,,"
        "01/01/2020,,\n");
    auto command = importing(own);
    command.differences_seen = differences_digest(examined(november(), own));
    EXPECT_EQ(refusal_of(november().when("OFFICER", command)), "self-decision /csv");
    EXPECT_EQ(refusal_of(november().when("ADMIN", command)), "accepted");
    const auto unchanged = roster(
        "OFFICER,Ngô Văn Hải,02/03/1985,nữ,51-S05.P2,Chuyên viên,công chức,không,,,,"
        "01/01/2020,,\n");
    EXPECT_EQ(refusal_of(november().when("OFFICER", importing(unchanged))), "accepted");
}

TEST(Roster, OnlyAdditionsNeedNobodyToLook) {
    EXPECT_EQ(differences_digest(examined(november(), roster(kNewcomer))), std::nullopt);
    EXPECT_EQ(refusal_of(november().when("OFFICER", importing(roster(kNewcomer)))), "accepted");
}

TEST(Roster, CorrectsAPostKnownByUnitAndFirstDay) {
    const auto once = imported(november(), roster(kNewcomer));
    const auto changed =
        roster("C1,Trần Thị Ý,05/03/1990,nữ,51-S05.P1,Phó Trưởng phòng,công chức,có,,03/02/2015,,01/06/2015,,D1\n");
    const auto report = examined(once, changed);
    EXPECT_EQ(report.differences.size(), 2u);
    EXPECT_EQ(report.differences[0].what_vi, "Thay đổi chức vụ: Chuyên viên → Phó Trưởng phòng");
    const auto past = imported(once, changed).past();
    const auto& posts = past->registry().person(PersonCode::of("C1"))->posts;
    ASSERT_EQ(posts.size(), 1u);
    EXPECT_TRUE(posts.front().leader);

    const auto ended = roster(
        "C1,Trần Thị Ý,05/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,không,,03/02/2015,,01/06/2015,31/10/2023,D1\n");
    auto command = importing(ended);
    command.differences_seen = differences_digest(examined(once, ended));
    EXPECT_EQ(types_of(once.when("OFFICER", command)), (std::vector<std::string>{"roster.imported", "post.ended"}));
}

TEST(Roster, PartyMembershipChangesAreDifferences) {
    const auto once = imported(november(), roster(kNewcomer));
    const auto with_membership = [](std::string_view member) {
        return roster("C1,Trần Thị Ý,05/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,không,," + std::string(member) +
                      ",,01/06/2015,,D1\n");
    };
    EXPECT_TRUE(examined(once, with_membership("có")).differences.empty());
    const auto left = imported(once, with_membership("không"));
    EXPECT_FALSE(left.past()->registry().person(PersonCode::of("C1"))->party_member_at(kImportedOn));
    const auto later = imported(once, with_membership("03/02/2016")).past();
    EXPECT_FALSE(later->registry().person(PersonCode::of("C1"))->party_member_at(Date::of("2016-02-02")));
    EXPECT_TRUE(later->registry().person(PersonCode::of("C1"))->party_member_at(Date::of("2016-02-03")));
}

TEST(Roster, SpellingIsMendedAndSaid) {
    // "Đào" decomposed, and two spaces.
    const auto csv = roster(
        "C1,Nguyễn  Thị Hồng \xC4\x90"
        "a\xCC\x80o,05/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,,,,,01/06/2015,,\n");
    const auto report = examined(november(), csv);
    EXPECT_TRUE(report.errors.empty());
    ASSERT_EQ(report.differences.size(), 2u);
    EXPECT_EQ(report.differences[0].kind, RosterDifferenceKind::normalised);
    EXPECT_THAT(report.differences[0].what_vi, HasSubstr("fullName"));
    const auto past = imported(november(), csv).past();
    EXPECT_EQ(past->registry().person(PersonCode::of("C1"))->full_name.str(), "Nguyễn Thị Hồng Đào");
}

TEST(Roster, SeveralPostsOfOnePersonAreSeveralRows) {
    const auto csv =
        roster(std::string(kNewcomer) +
               "C1,Trần Thị Ý,05/03/1990,nữ,51-S05.P2,Kế toán,công chức,không,,03/02/2015,,01/06/2018,,\n");
    const auto past = imported(november(), csv).past();
    EXPECT_EQ(past->registry().person(PersonCode::of("C1"))->posts_at(kImportedOn).size(), 2u);
}

TEST(Roster, BadRowsAreNamedByLineAndColumn) {
    const std::string long_name(301, 'A');
    const auto csv = roster(
        "B1x,Nguyễn Văn A,31/02/1985,nam,51-S05.P1,Chuyên viên,công chức,không,,,,01/01/2015,,\n"
        "B2x,Nguyễn Văn B,01/02/1985,nam,51-S99,Chuyên viên,công chức,không,,,,01/01/2015,,\n"
        "B3x,Nguyễn Văn C,01/02/1985,nam,51-S05.P1,Chuyên viên,công chức,không,,,,01/01/2015,,\n"
        "B3x,Nguyễn Văn D,01/02/1986,nam,51-S05.P1,Chuyên viên,công chức,không,,,,01/01/2015,,\n"
        "B4x,Nguyễn Văn E,01/02/1985,nam,51-S05.P1,Chuyên viên,,không,,,,01/01/2015,,\n"
        "B5x,Nguyễn Văn G,01/02/1985,nam,51-S05.P1,,công chức,có,,,,01/01/2015,,\n"
        "B6x,Nguyễn Hồng \xC3\x90"
        "ăng,01/02/1985,nam,51-S05.P1,Chuyên viên,công chức,không,,,,01/01/2015,,\n"
        "B7x," +
        long_name +
        ",01/02/1985,nam,51-S05.P1,Chuyên viên,công chức,không,,,,01/01/2015,,\n"
        "B8x,Nguyễn Văn H,01/02/1985,nam,51-S05.P1,Chuyên viên,công chức,không,,03/02/2024,,01/01/2015,,\n");
    const auto report = examined(november(), csv);
    EXPECT_EQ(report.rows, 9);
    std::vector<std::string> places;
    for (const auto& error : report.errors) places.push_back(std::to_string(error.line) + " " + error.column);
    EXPECT_THAT(places, ElementsAre("2 birthDate", "3 unitCode", "5 personCode", "6 class", "7 post", "8 fullName",
                                    "9 fullName", "10 partyMember"));
    EXPECT_EQ(report.errors[0].detail_vi, "Ngày 31/02/1985 không tồn tại");
    EXPECT_EQ(report.errors[0].given, "31/02/1985");
    EXPECT_THAT(report.errors[2].detail_vi, HasSubstr("đã dùng ở dòng 4 cho Nguyễn Văn C"));
    EXPECT_THAT(report.errors[4].detail_vi, HasSubstr("phải có chức vụ"));
    EXPECT_THAT(report.errors[5].detail_vi, HasSubstr("U+00D0"));
    EXPECT_THAT(report.errors[6].detail_vi, HasSubstr("tối đa 300"));
    EXPECT_THAT(report.errors[7].detail_vi, HasSubstr("sau ngày hôm nay"));

    const auto decision = november().when("OFFICER", importing(csv));
    EXPECT_EQ(refusal_of(decision), "roster-invalid /csv");
    ASSERT_EQ(decision.error().more.size(), 8u);
    EXPECT_EQ(decision.error().more[0].field, "/lines/2/birthDate");
    EXPECT_EQ(decision.error().more[0].detail_vi, "Dòng 2, cột birthDate: Ngày 31/02/1985 không tồn tại");
}

// One cell of an otherwise good row replaced.
std::string error_with(std::string_view column, std::string_view cell, const Given& history = november()) {
    std::vector<std::string> names, cells;
    const auto split = [](std::string_view line) {
        std::vector<std::string> parts(1);
        for (const char c : line) {
            if (c == ',')
                parts.emplace_back();
            else if (c != '\n')
                parts.back() += c;
        }
        return parts;
    };
    names = split(kHeader);
    cells = split(kNewcomer);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == column) cells[i] = cell;
    }
    std::string row = cells.front();
    for (std::size_t i = 1; i < cells.size(); ++i) row += "," + cells[i];
    const auto report = examined(history, roster(row + "\n"));
    std::string places;
    for (const auto& error : report.errors) places += (places.empty() ? "" : " ") + error.column;
    return places;
}

TEST(Roster, EveryColumnIsChecked) {
    EXPECT_EQ(error_with("personCode", "C1"), "");
    EXPECT_EQ(error_with("personCode", ""), "personCode");
    EXPECT_EQ(error_with("personCode", "mã số"), "personCode");
    EXPECT_EQ(error_with("personCode", std::string(41, 'C')), "personCode");
    EXPECT_EQ(error_with("fullName", ""), "fullName");
    EXPECT_EQ(error_with("fullName", "Tr\tn\x01"), "fullName");
    EXPECT_EQ(error_with("birthDate", "5/3/1990"), "birthDate");
    EXPECT_EQ(error_with("birthDate", "29/02/1990"), "birthDate");
    EXPECT_EQ(error_with("birthDate", "1990-02-29"), "birthDate");
    EXPECT_EQ(error_with("birthDate", ""), "birthDate");
    EXPECT_EQ(error_with("birthDate", "02/11/2023"), "birthDate birthDate partyMember");
    EXPECT_EQ(error_with("birthDate", "01/01/2010"), "birthDate");
    EXPECT_EQ(error_with("sex", "khác"), "sex");
    EXPECT_EQ(error_with("sex", "NỮ"), "");
    EXPECT_EQ(error_with("unitCode", ""), "unitCode");
    EXPECT_EQ(error_with("post", ""), "post");
    EXPECT_EQ(error_with("class", "CÁN BỘ"), "");
    EXPECT_EQ(error_with("class", "nhân viên"), "class");
    EXPECT_EQ(error_with("leader", "có thể"), "leader");
    EXPECT_EQ(error_with("headOf", "51-S05.P1"), "leader");
    EXPECT_EQ(error_with("headOf", "51-S99"), "headOf leader");
    EXPECT_EQ(error_with("partyMember", "Có"), "");
    EXPECT_EQ(error_with("partyMember", "đảng viên"), "partyMember");
    EXPECT_EQ(error_with("partyMember", "31/02/2015"), "partyMember");
    EXPECT_EQ(error_with("partyMember", "01/01/1980"), "partyMember");
    EXPECT_EQ(error_with("managedBy", "51"), "");
    EXPECT_EQ(error_with("managedBy", "51-S99"), "managedBy");
    EXPECT_EQ(error_with("from", ""), "from");
    EXPECT_EQ(error_with("from", "hôm nay"), "from");
    EXPECT_EQ(error_with("to", "31/05/2015"), "to unitCode");
    EXPECT_EQ(error_with("to", "31/12/2023"), "");
    EXPECT_EQ(error_with("document", "999/QĐ"), "document");
}

TEST(Roster, WrongFilesAreToldAsSuch) {
    const auto first = [](std::string_view csv) {
        const auto report = examined(november(), csv);
        return report.errors.empty() ? std::string("none") : report.errors.front().detail_vi;
    };
    EXPECT_EQ(first(""), "Tệp không có nội dung");
    EXPECT_EQ(first(kHeader), "Tệp không có dòng dữ liệu nào");
    EXPECT_THAT(first("personCode;fullName\nC1;A\n"), HasSubstr("dấu chấm phẩy"));
    EXPECT_THAT(first("personCode,hoTen\n"), HasSubstr("Không có cột"));
    EXPECT_THAT(first("\xFF\xFEp"), HasSubstr("UTF-16"));
    EXPECT_THAT(first(roster("C1,Tr\xFFn\n")), HasSubstr("không phải UTF-8"));
    EXPECT_THAT(first(roster("C1,\"Trần\n")), HasSubstr("Thiếu dấu nháy kép đóng"));
    EXPECT_THAT(first(roster("C1,Trần\n")), HasSubstr("Dòng có 2 cột, cần 14"));
    EXPECT_THAT(first("personCode,personCode\n"), HasSubstr("lặp lại"));
    EXPECT_EQ(examined(november(), "personCode\n").errors.size(), 13u);
}

TEST(Roster, SamePostTwiceIsAnError) {
    EXPECT_EQ(examined(november(), roster(std::string(kNewcomer) + std::string(kNewcomer))).errors.front().column,
              "personCode");
    const auto once = imported(november(), roster(kNewcomer));
    const auto earlier =
        roster("C1,Trần Thị Ý,05/03/1990,nữ,51-S05.P1,Chuyên viên,công chức,không,,03/02/2015,,01/05/2015,,D1\n");
    const auto report = examined(once, earlier);
    ASSERT_EQ(report.errors.size(), 1u);
    EXPECT_EQ(report.errors.front().column, "from");
    EXPECT_EQ(refusal_of(once.when("OFFICER", importing(earlier))), "roster-invalid /csv");
}

TEST(Roster, ByRecordOnEveryUnitOfIt) {
    EXPECT_EQ(refusal_of(november().when("HEAD1", importing(roster(kNewcomer)))), "not-competent");
    const auto elsewhere = roster("C1,Trần Thị Ý,05/03/1990,nữ,534,Chuyên viên,công chức,không,,,,01/06/2020,,\n");
    EXPECT_EQ(refusal_of(november().when("OFFICER", importing(elsewhere))), "not-competent");
    EXPECT_EQ(refusal_of(november().when("ADMIN", importing(elsewhere))), "accepted");
    // Nor can one department claim another's people by listing them.
    const auto claimed =
        roster("HOMEAFFAIRS,Võ Thị Hòa,02/03/1985,nữ,51-S05.P1,Chuyên viên,công chức,không,,,,01/10/2023,,\n");
    EXPECT_EQ(refusal_of(november().when("OFFICER", importing(claimed))), "not-competent");
    EXPECT_EQ(refusal_of(november().when("A1", importing(""))), "not-competent");
}

TEST(Roster, ErrorsAreBounded) {
    std::string rows;
    for (std::size_t i = 0; i < kRosterErrorsMax + 10; ++i) rows += "x\n";
    const auto report = examined(november(), roster(rows));
    EXPECT_EQ(report.errors.size(), kRosterErrorsMax);
    EXPECT_EQ(report.rows, static_cast<int>(kRosterErrorsMax) + 10);
    const auto one = examined(november(), roster(std::string(30'000, 'x') + "\n"));
    EXPECT_EQ(one.errors.size(), 1u);
}

// A good file with bytes changed at random: examined without failing, and what it would write is written whole or not
// at all.
TEST(RosterProperty, DamagedFilesGiveAReport) {
    std::mt19937 random(3);
    const auto good = roster(std::string(kNewcomer) + std::string(kNewcomer));
    const auto past = november().past();
    for (int round = 0; round < 3'000; ++round) {
        auto damaged = good;
        for (auto n = 1 + random() % 4; n > 0; --n) damaged[random() % damaged.size()] = static_cast<char>(random());
        const auto report = examine_roster(past->registry(), kImportedOn, damaged);
        for (const auto& error : report.errors) {
            ASSERT_GE(error.line, 1);
            ASSERT_FALSE(error.detail_vi.empty());
        }
    }
}

}  // namespace
}  // namespace minhbach::services::organisation
