#include <set>

#include "events/refusals.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::organisation {
namespace {

// The tree as given: every parent before its children, one province at the top, every code once.
void check_units(Problems& problems, const std::vector<UnitEstablished>& units, Date today) {
    std::set<UnitCode> seen;
    int provinces = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto& unit = units[i];
        const auto field = "/units/" + std::to_string(i);
        problems.require(seen.insert(unit.unit).second, field + "/unit",
                         "Mã đơn vị " + unit.unit.str() + " bị lặp lại.",
                         "The unit " + unit.unit.str() + " is given twice.");
        const bool top = unit.kind == UnitKind::province;
        provinces += top;
        problems.require(top == !unit.parent, field + "/parent", "Chỉ đơn vị cấp tỉnh không có đơn vị cấp trên.",
                         "The province, and only the province, has no parent.");
        problems.require(!unit.parent || (*unit.parent != unit.unit && seen.contains(*unit.parent)), field + "/parent",
                         "Đơn vị cấp trên phải đứng trước đơn vị " + unit.unit.str() + " trong danh sách.",
                         "The parent of " + unit.unit.str() + " must come before it.");
        problems.require(unit.from <= today, field + "/from", "Đơn vị phải tồn tại khi khởi tạo hệ thống.",
                         "The unit must exist when the store is set up.");
        problems.require(!unit.document, field + "/document", "Chưa có văn bản nào được đăng ký khi khởi tạo.",
                         "No document is registered yet.");
    }
    problems.require(provinces == 1, "/units", "Phải có đúng một đơn vị cấp tỉnh.",
                     "There must be exactly one province.");
}

// What the administrator's first mandate rests on, until a real appointment replaces it.
DocumentRegistered bootstrap_document(const OpenProvince& command, const UnitCode& province, Date today) {
    DocumentRegistered document;
    document.document = DocumentId::of("KHOI-TAO");
    document.number = Label::of("Khởi tạo hệ thống");
    document.date = today;
    document.issuer = command.name;
    document.issuer_unit = province;
    document.kind = DocumentKind::appointment;
    document.title = Label::of("Giao quyền quản trị ban đầu khi khởi tạo hệ thống");
    document.signer = command.administrator;
    document.effective_from = today;
    return document;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const OpenProvince& command) {
    past.note(province_stream());
    const auto& registry = past.registry();
    if (registry.province() || !registry.units().empty() || !registry.people().empty()) {
        return already_exists("", "Kho dữ liệu đã được khởi tạo.", "The store is set up already.");
    }
    Problems problems;
    check_units(problems, command.units, acting.today());
    if (!fits(command.administrator_code)) problems.add(code_too_long("/administratorCode"));
    if (!problems.none()) return std::move(problems).refusal();

    const auto today = acting.today();
    UnitCode province;
    for (const auto& unit : command.units) {
        if (unit.kind == UnitKind::province) province = unit.unit;
    }
    const auto document = bootstrap_document(command, province, today);

    Decided decided;
    decided.authority = {command.administrator_code, std::nullopt, std::nullopt, Capacity::system};
    const auto write = [&](events::Stream stream, Event event) {
        decided.events.push_back({std::move(stream), std::move(event), std::nullopt, std::nullopt});
    };
    write(province_stream(), ProvinceOpened{command.origin, command.name, command.simulated_clock, command.seed});
    for (const auto& unit : command.units) write(unit_stream(unit.unit), unit);
    // Nothing is known of the administrator but the name; the birth date is entered with the roster.
    write(person_stream(command.administrator_code),
          PersonRegistered{command.administrator_code, command.administrator, Date::of("1970-01-01"), Sex::male});
    write(document_stream(document.document), document);
    MandateGranted mandate;
    mandate.mandate = MandateId::of("KHOI-TAO");
    mandate.person = command.administrator_code;
    mandate.powers = {Power::administer, Power::grant, Power::record, Power::open_cycle};
    mandate.unit = province;
    mandate.reach = Reach::subtree;
    mandate.from = today;
    mandate.document = document.document;
    mandate.second_person = SecondPerson::nobody_else;
    write(mandates_stream(command.administrator_code), mandate);
    return decided;
}

}  // namespace minhbach::services::organisation
