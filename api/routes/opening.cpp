#include "api/routes/opening.hpp"

#include "api/routes/answer.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kOwnDossier = "Xem hồ sơ của mình";
constexpr std::string_view kDailyWork = "Thực hiện nhiệm vụ đánh giá được giao";

}  // namespace

Result<Opening> opening_of(Context& context, const DossierId& dossier) {
    auto row = context.house.answers.dossier_row(dossier);
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

awaitable<Outcome> view_noted(Context& context, Opening opening, std::string view, std::string purpose) {
    if (purpose.empty() && opening.needs_purpose) {
        co_return Refusal{
            "reason-required",
            "?purpose",
            "",
            "Hãy nêu mục đích xem hồ sơ, ví dụ số quyết định thanh tra; mục đích được ghi vào nhật ký truy cập.",
            "Say for what purpose you open this dossier, e.g. the inspection decision; it goes to the access ledger.",
            {}};
    }
    if (purpose.empty()) purpose = opening.row.person == context.person() ? kOwnDossier : kDailyWork;
    const auto text = Text::parse(purpose);
    if (!text) {
        Refusal refusal = text.error();
        refusal.field = "?purpose";
        co_return refusal;
    }
    Event entry = DossierViewed{opening.row.dossier, opening.row.person, Label::of(view), *text};
    const bool durable = co_await noted(context.house, context.person(), std::move(entry));
    if (!durable) co_return outcome_unknown();
    co_return std::monostate{};
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

std::vector<Parameter> purpose_parameters() {
    return {in_query("purpose", "mục đích xem, khi người xem không trực tiếp đánh giá",
                     "purpose of the view, for those who do not rate this person"),
            in_header("Purpose", "như tham số purpose, mã hóa phần trăm",
                      "as the parameter purpose, percent-encoded UTF-8")};
}

}  // namespace minhbach::api::routes
