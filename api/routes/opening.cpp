#include "api/routes/opening.hpp"

#include "api/routes/answer.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kOwnDossier = "Xem hồ sơ của mình";
constexpr std::string_view kDailyWork = "Thực hiện nhiệm vụ đánh giá được giao";

Refusal purpose_missing() {
    return {"reason-required",
            "?purpose",
            "",
            "Hãy nêu mục đích xem hồ sơ, ví dụ số quyết định thanh tra; mục đích được ghi vào nhật ký truy cập.",
            "Say for what purpose you open this dossier, e.g. the inspection decision; it goes to the access ledger.",
            {}};
}

Result<Text> purpose_text(const std::string& purpose) {
    auto text = Text::parse(purpose);
    if (text) return text;
    Refusal refusal = text.error();
    refusal.field = "?purpose";
    return refusal;
}

}  // namespace

Result<Opening> opening_of(Context& context, const DossierId& dossier) {
    auto row = context.answers().dossier_row(dossier);
    if (!row) return no_such_thing();
    bool sees = false, needs_purpose = true;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        if (!row->post) {  // erased: only those who see everything
            sees = reader.sees_all() || row->person == context.person();
            return;
        }
        const Place place{row->person, row->post->unit, row->post->managed_by};
        sees = reader.sees(place);
        needs_purpose = reader.needs_purpose(place);
    });
    if (!sees) return no_such_thing();
    return Opening{std::move(*row), needs_purpose};
}

LeftOutLines leave_out_unseen(Context& context, std::vector<projections::DossierLine>& lines) {
    LeftOutLines left_out;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        const auto place = [](const projections::DossierLine& line) {
            return Place{line.person, line.unit.unit, line.agency.unit};
        };
        left_out.lines = std::erase_if(lines, [&](const auto& line) { return !reader.sees(place(line)); });
        for (const auto& line : lines)
            if (reader.needs_purpose(place(line))) left_out.touched.emplace_back(line.dossier, line.person);
    });
    return left_out;
}

Result<std::string> purpose_of(const http::Request& request) {
    if (const auto given = request.query.find("purpose")) return std::string(*given);
    const auto field = request.headers.find("Purpose");
    if (!field) return std::string();
    std::string form = "purpose=";
    for (const char c : *field) {
        if (c == '&' || c == '=') return wrong_parameter("Purpose");
        if (c == '+')
            form += "%2B";
        else
            form += c;
    }
    const auto decoded = http::Query::parse(form);
    if (!decoded) return wrong_parameter("Purpose");
    return std::string(decoded->find("purpose").value_or(std::string_view()));
}

Result<Text> purpose_to_enter(const Context& context, bool is_needed) {
    auto purpose = purpose_of(context.request);
    if (!purpose) return purpose.error();
    if (purpose->empty() && is_needed) return purpose_missing();
    return purpose_text(purpose->empty() ? std::string(kDailyWork) : *purpose);
}

awaitable<Outcome> view_noted(Context& context, Opening opening, std::string view, std::string purpose) {
    if (purpose.empty() && opening.needs_purpose) co_return purpose_missing();
    if (purpose.empty()) purpose = opening.row.person == context.person() ? kOwnDossier : kDailyWork;
    const auto text = purpose_text(purpose);
    if (!text) co_return text.error();
    Event entry = DossierViewed{opening.row.dossier, opening.row.person, Label::of(view), *text};
    const bool durable = co_await noted(context.house, context.person(), std::move(entry));
    if (!durable) co_return outcome_unknown();
    co_return std::monostate{};
}

awaitable<Outcome> views_noted(Context& context, Touched touched, std::string view) {
    if (touched.empty()) co_return std::monostate{};
    const auto purpose = purpose_of(context.request);
    if (!purpose) co_return purpose.error();
    if (purpose->empty()) co_return purpose_missing();
    const auto text = purpose_text(*purpose);
    if (!text) co_return text.error();
    std::vector<Event> entries;
    for (auto& [dossier, person] : touched) entries.push_back(DossierViewed{dossier, person, Label::of(view), *text});
    const bool durable = co_await all_noted(context.house, context.person(), std::move(entries));
    if (!durable) co_return outcome_unknown();
    co_return std::monostate{};
}

awaitable<Outcome> person_opened(Context& context, PersonCode person, std::string view) {
    if (person == context.person()) co_return std::monostate{};
    bool sees = false, needs_purpose = true;
    std::vector<CycleId> cycles;  // by year
    as_reader(context, [&](const Reader& reader, services::Past& past) {
        sees = reader.sees_person(person);
        needs_purpose = reader.needs_purpose(person);
        if (!sees || !needs_purpose) return;
        for (const auto& [id, cycle] : past.registry().cycles()) cycles.push_back(id);
    });
    if (!sees) co_return no_such_thing();
    if (!needs_purpose) co_return std::monostate{};
    Touched touched;
    for (const auto& cycle : cycles) {
        const auto dossier = services::dossier_id(cycle, person);
        if (context.answers().dossier_row(dossier)) touched.emplace_back(dossier, person);
    }
    // Who has no dossier yet finds this view in the one of the last cycle, should it be opened.
    if (touched.empty() && !cycles.empty()) touched.emplace_back(services::dossier_id(cycles.back(), person), person);
    co_return co_await views_noted(context, std::move(touched), std::move(view));
}

awaitable<Result<Opening>> opened(Context& context, std::string view) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return id.error();
    auto opening = opening_of(context, *id);
    if (!opening) co_return opening.error();
    auto purpose = purpose_of(context.request);
    if (!purpose) co_return purpose.error();
    const auto outcome = co_await view_noted(context, *opening, std::move(view), std::move(*purpose));
    if (!outcome) co_return outcome.error();
    co_return std::move(*opening);
}

Route with_purpose(Route route) {
    for (auto& parameter : purpose_parameters()) route.parameters.push_back(std::move(parameter));
    route.refusals.insert(route.refusals.end(), {"reason-required", "invalid-field", "outcome-unknown"});
    return route;
}

std::vector<Parameter> purpose_parameters() {
    return {in_query("purpose", "mục đích xem, khi người xem không trực tiếp đánh giá",
                     "purpose of the view, for those who do not rate this person"),
            in_header("Purpose", "như tham số purpose, mã hóa phần trăm",
                      "as the parameter purpose, percent-encoded UTF-8")};
}

}  // namespace minhbach::api::routes
