#include "services/organisation/units_csv.hpp"

#include <map>
#include <set>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "services/organisation/csv.hpp"

namespace minhbach::services::organisation {
namespace {

Refusal wrong(std::string field, std::string vi, std::string en) {
    return {"roster-invalid", std::move(field), "", std::move(vi), std::move(en), {}};
}

}  // namespace

Result<std::vector<UnitEstablished>> read_units(std::string_view csv, Date from_otherwise) {
    const auto read = read_csv(csv);
    if (const auto* error = std::get_if<CsvError>(&read)) {
        return wrong("/lines/" + std::to_string(error->line), error->detail_vi, error->detail_en);
    }
    const auto& rows = std::get<std::vector<CsvRow>>(read);
    std::map<std::string, std::size_t> columns;
    if (!rows.empty()) {
        for (std::size_t i = 0; i < rows[0].fields.size(); ++i) columns[rows[0].fields[i]] = i;
    }
    for (const auto* name : {"code", "name", "kind", "parent"}) {
        if (!columns.contains(name)) {
            return wrong("/lines/1", std::string("Thiếu cột ") + name + ".",
                         std::string("The column ") + name + " is missing.");
        }
    }

    std::vector<UnitEstablished> units;
    std::vector<Refusal> refusals;
    std::set<UnitCode> known;
    int provinces = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto field = [&](const std::string& name) -> std::string_view {
            const auto found = columns.find(name);
            return found == columns.end() || found->second >= rows[i].fields.size() ? std::string_view{}
                                                                                    : rows[i].fields[found->second];
        };
        const auto refuse = [&](const char* column, const std::string& vi, const std::string& en) {
            const std::string line = std::to_string(rows[i].line);
            refusals.push_back(wrong("/lines/" + line + "/" + column, "Dòng " + line + ", cột " + column + ": " + vi,
                                     "Line " + line + ", column " + column + ": " + en));
        };
        UnitEstablished unit;
        unit.from = from_otherwise;
        if (auto code = UnitCode::parse(field("code")))
            unit.unit = *code;
        else
            refuse("code", code.error().detail_vi, code.error().detail_en);
        if (auto name = Label::parse(field("name")))
            unit.name = *name;
        else
            refuse("name", name.error().detail_vi, name.error().detail_en);
        if (const auto kind = json::enum_value<UnitKind>(json::capitals(field("kind"))))
            unit.kind = *kind;
        else
            refuse("kind", "loại đơn vị không được biết đến.", "the kind of unit is not known.");
        if (!field("parent").empty()) {
            const auto parent = UnitCode::parse(field("parent"));
            if (parent && known.contains(*parent))
                unit.parent = *parent;
            else
                refuse("parent", "đơn vị cấp trên phải đứng trước trong danh sách.", "the parent must come before.");
        } else if (unit.kind != UnitKind::province) {
            refuse("parent", "chỉ tỉnh không có đơn vị cấp trên.", "only the province has no parent.");
        }
        if (!field("from").empty()) {
            if (const auto from = Date::parse(field("from")))
                unit.from = *from;
            else
                refuse("from", from.error().detail_vi, from.error().detail_en);
        }
        provinces += unit.kind == UnitKind::province ? 1 : 0;
        if (!known.insert(unit.unit).second) refuse("code", "mã bị lặp lại.", "the code is repeated.");
        units.push_back(std::move(unit));
    }
    if (refusals.empty() && provinces != 1) {
        refusals.push_back(wrong("", "Danh sách phải có đúng một tỉnh.", "The list must have exactly one province."));
    }
    if (!refusals.empty()) return together(std::move(refusals));
    return units;
}

}  // namespace minhbach::services::organisation
