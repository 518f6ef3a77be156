// 01/11/2023: the store is opened, the roster imported, mandates entered on their documents, earlier ratings loaded.
#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"

namespace minhbach::api::demo {
namespace {

namespace organisation = services::organisation;

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\n") == std::string::npos) return field;
    std::string out = "\"";
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string yes(bool value) {
    return value ? "có" : "không";
}

constexpr std::string_view kHeading =
    "personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,document\n";

std::string roster(const World& world) {
    std::string csv = "\xEF\xBB\xBF";  // spreadsheets write it
    csv += kHeading;
    for (const auto& person : world.people()) {
        const auto subject_class = person.subject_class == SubjectClass::cadre           ? "cán bộ"
                                   : person.subject_class == SubjectClass::civil_servant ? "công chức"
                                                                                         : "viên chức";
        for (const auto& field :
             {person.code.str(), person.name, person.birth.vietnamese(),
              std::string(person.sex == Sex::male ? "nam" : "nữ"), person.unit.str(), person.title,
              std::string(subject_class), yes(person.leader), person.head_of ? person.head_of->str() : "",
              person.party ? person.from.vietnamese() : yes(false), person.managed_by.str(), person.from.vietnamese(),
              std::string()}) {
            csv += quoted(field) + ',';
        }
        csv += "\r\n";
    }
    return csv;
}

// What a hurried clerk sent first: eight rows, each with a mistake of its own.
std::string bad_roster() {
    std::string csv(kHeading);
    csv += "QX000001,Nguyễn Văn Một,31/02/1980,nam,51-S05-C2,Chuyên viên,công chức,không,,có,,01/01/2019,,\n";
    csv += "QX000002,Trần Thị Hai,12/05/1985,nữ,51-S99,Chuyên viên,công chức,không,,không,,01/01/2019,,\n";
    csv += "QX000003,Lê Văn Ba,03/03/1979,nam,51-S05-C2,Chuyên viên,công chức,không,,không,,01/01/2019,,\n";
    csv += "QX000003,Lê Văn Ba,04/03/1979,nam,51-S06-C2,Chuyên viên,công chức,không,,không,,01/01/2019,,\n";
    csv += "QX000004,Phạm Thị Bốn,07/07/1990,nữ,51-S05-C2,Chuyên viên,,không,,không,,01/01/2019,,\n";
    csv += "QX000005,Võ Văn Năm,09/09/1975,nam,51-S05-C2,,công chức,có,51-S05-C2,có,,01/01/2019,,\n";
    csv += "QX000006,\xC3\x90inh Văn Sáu,11/11/1988,nam,51-S05-C2,Chuyên viên,công chức,không,,không,,01/01/2019,,\n";
    csv += "QX000007,";
    for (int i = 0; i < 80; ++i) csv += "Rất dài ";
    csv += ",01/02/1992,nữ,51-S05-C2,Chuyên viên,công chức,không,,không,,01/01/2019,,\n";
    csv += "QX000008,Bùi Thị Tám,05/06/1994,nữ,51-S05-C2,Chuyên viên,công chức,không,,01/01/2030,,01/01/2019,,\n";
    return csv;
}

void plan_province(Plan& plan, const World& world) {
    organisation::OpenProvince open;
    open.origin = Label::of("minhbach.example/quangngai-mo-phong-2023");
    open.name = world.unit(UnitCode::of("51")).established.name;
    open.simulated_clock = true;
    open.seed = static_cast<int>(world.options().seed & 0x7fff'ffff);
    for (const auto& unit : world.units()) open.units.push_back(unit.established);
    open.administrator = Label::of("Trần Quản Trị");
    open.administrator_code = world.administrator;
    plan.at(SimulatedClock::first(), [=](Stage& stage) { stage.run(open.administrator_code, "open-province", open); });

    const auto administrator = world.administrator;
    organisation::ImportRoster wrong{Label::of("danh-sach-gui-lan-dau.csv"), bad_roster(), {}};
    plan.at(moment("2023-11-01", 7, 50), [=](Stage& stage) {
        stage.refused(administrator, "import-roster", wrong, services::province_stream(), "roster-invalid");
    });
    organisation::ImportRoster import{Label::of("danh-sach-can-bo-cong-chuc-vien-chuc-2023.csv"), roster(world), {}};
    plan.at(moment("2023-11-01", 8), [=](Stage& stage) { stage.run(administrator, "import-roster", import); });
}

// Mandates of the province and of those who keep an agency going.
void plan_mandates(Plan& plan, const World& world) {
    using enum Power;
    const auto province = UnitCode::of("51");
    const auto administrator = world.administrator;
    const auto first = moment("2023-11-01", 8, 30);
    const Paperwork assignment{"VB-51-PC",
                               "1511/QĐ-UBND",
                               Date::of("2023-10-20"),
                               province,
                               DocumentKind::appointment,
                               "Quyết định phân công nhiệm vụ đánh giá, xếp loại chất lượng năm 2023",
                               world.chairman};
    const auto registered = document(world, assignment);
    plan.at(first, [=](Stage& stage) { stage.run(administrator, "register-document", registered); });
    const auto grant_first = [&](const std::string& name, const Grant& grant) {
        plan.at(first, [=](Stage& stage) { stage.run(administrator, "grant-mandate", mandate(name, grant)); });
    };
    const Date from = assignment.date;
    grant_first("51-SNV", {world.home_affairs,
                           {record, grant, open_cycle},
                           province,
                           Reach::subtree,
                           registered.document,
                           Capacity::in_office,
                           from,
                           {}});
    grant_first("51-SNV-TN", {world.home_affairs,
                              {propose, receive},
                              province,
                              Reach::managed,
                              registered.document,
                              Capacity::in_office,
                              from,
                              {}});

    const auto home_affairs = world.home_affairs;
    const auto second = moment("2023-11-01", 9);
    const auto give = [&](const std::string& name, const Grant& given) {
        plan.at(second, [=](Stage& stage) { stage.run(home_affairs, "grant-mandate", mandate(name, given)); });
    };
    const auto appointed = [&](const PersonPlan& person) {
        Paperwork appointment{"VB-BN-" + person.code.str(),
                              person.code.str().substr(2) + "/QĐ-BN",
                              Date::of("2020-06-25"),
                              person.managed_by,
                              DocumentKind::appointment,
                              "Quyết định bổ nhiệm " + person.title,
                              {}};
        appointment.from = Date::of("2020-07-01");
        const auto command = document(world, appointment);
        plan.at(second, [=](Stage& stage) { stage.run(home_affairs, "register-document", command); });
        return command.document;
    };
    const std::vector<Power> head_powers{decide, assign_work, comment, meeting, submit};
    const auto chair_document = appointed(world.person(world.chairman));
    give("51-CT", {world.chairman,
                   {decide, assign_work, comment, meeting},
                   province,
                   Reach::managed,
                   chair_document,
                   Capacity::in_office,
                   Date::of("2020-07-01"),
                   {}});
    give("51-TT",
         {world.inspector, {inspect}, province, Reach::subtree, registered.document, Capacity::in_office, from, {}});
    // Who reads everything is given that by two.
    const organisation::ConfirmMandate confirmed{MandateId::of("MQ-51-TT"), world.inspector};
    plan.at(second, [=](Stage& stage) { stage.run(administrator, "confirm-mandate", confirmed); });

    for (const auto& [code, agency] : world.agencies) {
        Paperwork paperwork{"VB-" + code.str() + "-PC",
                            "15/QĐ-PC",
                            Date::of("2023-10-24"),
                            code,
                            DocumentKind::appointment,
                            "Quyết định phân công nhiệm vụ của cơ quan",
                            agency.director};
        const auto command = document(world, paperwork);
        plan.at(second, [=](Stage& stage) { stage.run(home_affairs, "register-document", command); });
        give(code.str() + "-TC", {agency.officer,
                                  {propose, meeting, record, submit, receive, party_opinion, transcribe},
                                  code,
                                  Reach::subtree,
                                  command.document,
                                  Capacity::in_office,
                                  paperwork.date,
                                  {}});
        if (agency.deputy) {
            give(code.str() + "-PGD", {*agency.deputy,
                                       {party_opinion, propose},
                                       code,
                                       Reach::subtree,
                                       appointed(world.person(*agency.deputy)),
                                       Capacity::in_office,
                                       Date::of("2020-07-01"),
                                       {}});
        }
    }
    for (const auto& unit : world.units()) {
        if (!unit.head || unit.established.unit == province) continue;
        const auto& code = unit.established.unit;
        const auto& head = world.person(*unit.head);
        const bool agency = world.agency_of(code) == code;
        auto powers = agency ? head_powers : std::vector<Power>{comment, assign_work, meeting};
        if (world.agencies.contains(code) && !world.agencies.at(code).deputy) powers.push_back(propose);
        give(code.str() + "-TT", {head.code,
                                  powers,
                                  code,
                                  agency ? Reach::managed : Reach::unit,
                                  appointed(head),
                                  Capacity::in_office,
                                  Date::of("2020-07-01"),
                                  {}});
    }
}

// Ratings of 2019 to 2022 in their own words.
void plan_history(Plan& plan, const World& world) {
    for (const auto& person : world.people()) {
        if (!person.rated) continue;
        // Nobody enters the own history.
        const auto by = person.code == world.home_affairs ? world.administrator : world.home_affairs;
        Dice dice(world.options().seed, "history " + person.code.str());
        for (int year = 2019; year < kYear; ++year) {
            if (person.from.year() >= year) continue;
            const int drawn = dice.between(1, 100);
            organisation::ImportEarlierRating command;
            command.person = person.code;
            command.year = year;
            if (year == 2019 && drawn > 96) {
                command.wording = Label::of("Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực");
            } else {
                command.level = drawn <= 16 ? Level::excellent : drawn <= 96 ? Level::good : Level::completed;
                command.wording = Label::of(vietnamese(*command.level));
            }
            command.unit = person.unit;
            command.unit_name = world.unit(person.unit).established.name;
            command.source = Label::of("Hồ sơ đánh giá, xếp loại năm " + std::to_string(year));
            plan.at(moment("2023-11-01", 14, dice.between(0, 59)),
                    [=](Stage& stage) { stage.run(by, "import-earlier-rating", command); });
        }
        if (person.service) {
            const auto service = *person.service;
            plan.at(moment("2023-11-02", 8), [=](Stage& stage) { stage.run(by, "record-service", service); });
        }
    }
}

}  // namespace

DocumentRegistered document(const World& world, const Paperwork& paperwork) {
    DocumentRegistered registered;
    registered.document = DocumentId::of(paperwork.id);
    registered.number = Label::of(paperwork.number);
    registered.date = paperwork.date;
    registered.issuer = world.unit(paperwork.unit).established.name;
    registered.issuer_unit = paperwork.unit;
    registered.kind = paperwork.kind;
    registered.title = Label::of(paperwork.title);
    const auto& head = world.unit(paperwork.unit).head;
    const auto& signer = paperwork.signer ? paperwork.signer : head;
    registered.signer = Label::of(signer ? world.person(*signer).name : "Người có thẩm quyền");
    registered.signer_person = signer;
    registered.signing_capacity = paperwork.capacity;
    registered.effective_from = paperwork.from.value_or(paperwork.date);
    registered.effective_to = paperwork.to;
    return registered;
}

DocumentId plan_document(Plan& plan, const World& world, Time when, const Paperwork& paperwork) {
    const auto command = document(world, paperwork);
    const auto recorder = world.recorder(paperwork.unit);
    plan.at(when, [=](Stage& stage) {
        stage.run(recorder, "register-document", command, services::document_stream(command.document));
    });
    return command.document;
}

services::organisation::GrantMandate mandate(const std::string& name, const Grant& grant) {
    return {MandateId::of("MQ-" + name),
            grant.person,
            grant.powers,
            grant.unit,
            grant.reach,
            grant.capacity,
            grant.from,
            grant.to,
            grant.document};
}

void plan_opening(Plan& plan, const World& world) {
    plan_province(plan, world);
    plan_mandates(plan, world);
    plan_history(plan, world);
}

}  // namespace minhbach::api::demo
