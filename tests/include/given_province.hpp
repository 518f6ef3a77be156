// A small province that most rules can be shown on. Everybody's mandates and posts run from 2020 without an end.
//
//   51           province, chaired by CHAIR        decides for those managed by 51
//   51-S02       Sở Nội vụ                          HOMEAFFAIRS receives files for the province
//   51-S05       Sở Tài chính: DIRECTOR, DEPUTY     DIRECTOR decides for those managed by 51-S05
//     51-S05.P1  division: HEAD1, staff A1 A2 A3    HEAD1 comments, assigns work, holds meetings
//     51-S05.P2  division: HEAD2, staff B1          OFFICER (in P2) proposes, records the party's opinion, submits,
//     transcribes 51-S05.T1  school (public employees): PRINCIPAL managed by 51-S05, TEACHER managed by the school
//   534          district, 21109 commune below it
//   ADMIN        administers, grants, records and opens cycles in the whole province
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/vocabulary/events.hpp"

namespace minhbach {

inline const Date kSince = Date::of("2020-01-01");

inline UnitEstablished a_unit(std::string_view code, UnitKind kind, std::optional<std::string_view> parent,
                              std::string_view name) {
    UnitEstablished unit;
    unit.unit = UnitCode::of(code);
    unit.name = Label::of(name);
    unit.kind = kind;
    if (parent) unit.parent = UnitCode::of(*parent);
    unit.from = kSince;
    return unit;
}

inline PersonRegistered a_person(std::string_view code, std::string_view name = "Nguyễn Thị Hồng Đào") {
    return {PersonCode::of(code), Label::of(name), Date::of("1985-03-02"), Sex::female};
}

inline Post a_post(std::string_view unit, std::string_view managed_by, std::string_view title = "Chuyên viên") {
    Post post;
    post.unit = UnitCode::of(unit);
    post.title = Label::of(title);
    post.managed_by = UnitCode::of(managed_by);
    post.from = kSince;
    return post;
}
inline Post a_head(std::string_view unit, std::string_view managed_by, std::string_view title = "Trưởng phòng") {
    auto post = a_post(unit, managed_by, title);
    post.leader = true;
    post.head_of = post.unit;
    return post;
}
inline PostAssigned in_post(std::string_view person, Post post) {
    return {PersonCode::of(person), std::move(post), {}};
}

// In effect from 2020 on.
inline DocumentRegistered a_document(std::string_view id, std::string_view number = "118/QĐ-STC") {
    DocumentRegistered document;
    document.document = DocumentId::of(id);
    document.number = Label::of(number);
    document.date = kSince;
    document.issuer = Label::of("Ủy ban nhân dân tỉnh Quảng Ngãi");
    document.kind = DocumentKind::decision;
    document.title = Label::of("Quyết định về việc giao nhiệm vụ");
    document.signer = Label::of("Nguyễn Văn An");
    document.effective_from = kSince;
    return document;
}

inline DocumentRegistered dated(std::string_view id, std::string_view day) {
    auto document = a_document(id);
    document.date = Date::of(day);
    return document;
}

// On the document D1.
inline MandateGranted a_mandate(std::string_view id, std::string_view person, std::vector<Power> powers,
                                std::string_view unit, Reach reach) {
    MandateGranted mandate;
    mandate.mandate = MandateId::of(id);
    mandate.person = PersonCode::of(person);
    mandate.powers = std::move(powers);
    mandate.unit = UnitCode::of(unit);
    mandate.reach = reach;
    mandate.from = kSince;
    mandate.document = DocumentId::of("D1");
    return mandate;
}

inline std::vector<Event> operator+(std::vector<Event> left, const std::vector<Event>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

inline std::vector<Event> a_province() {
    auto principal = a_head("51-S05.T1", "51-S05", "Hiệu trưởng");
    principal.subject_class = SubjectClass::public_employee;
    auto teacher = a_post("51-S05.T1", "51-S05.T1", "Giáo viên");
    teacher.subject_class = SubjectClass::public_employee;
    auto deputy = a_post("51-S05", "51-S05", "Phó Giám đốc");
    deputy.leader = true;
    auto chair = a_head("51", "51", "Chủ tịch Ủy ban nhân dân tỉnh");
    chair.subject_class = SubjectClass::cadre;
    return {
        ProvinceOpened{Label::of("minhbach.example/2023"), Label::of("Tỉnh Quảng Ngãi"), true, 1},
        a_document("D1"),
        a_unit("51", UnitKind::province, {}, "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        a_unit("51-S02", UnitKind::department, "51", "Sở Nội vụ"),
        a_unit("51-S05", UnitKind::department, "51", "Sở Tài chính"),
        a_unit("51-S05.P1", UnitKind::division, "51-S05", "Phòng Ngân sách"),
        a_unit("51-S05.P2", UnitKind::division, "51-S05", "Văn phòng Sở"),
        a_unit("51-S05.T1", UnitKind::school, "51-S05", "Trường Trung cấp Tài chính"),
        a_unit("534", UnitKind::district, "51", "Huyện Đức Phổ"),
        a_unit("21109", UnitKind::commune, "534", "Xã Phổ An"),
        a_person("ADMIN", "Lê Quản Trị"),
        a_person("CHAIR", "Trần Văn Bình"),
        a_person("HOMEAFFAIRS", "Võ Thị Hòa"),
        a_person("DIRECTOR", "Phạm Văn Cường"),
        a_person("DEPUTY", "Lê Thị Dung"),
        a_person("HEAD1", "Đỗ Văn Đức"),
        a_person("HEAD2", "Bùi Thị Giang"),
        a_person("OFFICER", "Ngô Văn Hải"),
        a_person("A1", "Nguyễn Thị Hồng Đào"),
        a_person("A2", "Trương Văn Khánh"),
        a_person("A3", "Huỳnh Thị Lan"),
        a_person("B1", "Phan Văn Minh"),
        a_person("PRINCIPAL", "Đặng Thị Nga"),
        a_person("TEACHER", "Vũ Văn Phúc"),
        in_post("CHAIR", chair),
        in_post("HOMEAFFAIRS", a_post("51-S02", "51-S02")),
        in_post("DIRECTOR", a_head("51-S05", "51", "Giám đốc Sở")),
        in_post("DEPUTY", deputy),
        in_post("HEAD1", a_head("51-S05.P1", "51-S05")),
        in_post("HEAD2", a_head("51-S05.P2", "51-S05", "Chánh Văn phòng")),
        in_post("OFFICER", a_post("51-S05.P2", "51-S05")),
        in_post("A1", a_post("51-S05.P1", "51-S05")),
        in_post("A2", a_post("51-S05.P1", "51-S05")),
        in_post("A3", a_post("51-S05.P1", "51-S05")),
        in_post("B1", a_post("51-S05.P2", "51-S05")),
        in_post("PRINCIPAL", principal),
        in_post("TEACHER", teacher),
        a_mandate("ADMIN.1", "ADMIN", {Power::administer, Power::grant, Power::record, Power::open_cycle}, "51",
                  Reach::subtree),
        a_mandate("CHAIR.1", "CHAIR", {Power::decide, Power::assign_work, Power::comment}, "51", Reach::managed),
        a_mandate("HOMEAFFAIRS.1", "HOMEAFFAIRS", {Power::receive, Power::propose}, "51", Reach::managed),
        a_mandate("DIRECTOR.1", "DIRECTOR", {Power::decide, Power::assign_work, Power::comment}, "51-S05",
                  Reach::managed),
        a_mandate("HEAD1.1", "HEAD1", {Power::comment, Power::assign_work, Power::meeting}, "51-S05.P1", Reach::unit),
        a_mandate("HEAD2.1", "HEAD2", {Power::comment, Power::assign_work, Power::meeting}, "51-S05.P2", Reach::unit),
        a_mandate(
            "OFFICER.1", "OFFICER",
            {Power::propose, Power::party_opinion, Power::meeting, Power::submit, Power::transcribe, Power::record},
            "51-S05", Reach::subtree),
        a_mandate("PRINCIPAL.1", "PRINCIPAL", {Power::decide, Power::assign_work, Power::comment}, "51-S05.T1",
                  Reach::managed),
    };
}

}  // namespace minhbach
