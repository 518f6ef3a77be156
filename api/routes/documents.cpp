// Documents: what every act rests on.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;

// Number, date and signer of a document are known to everybody who is signed in: acts cite them.
awaitable<http::Response> document(Context& context, projections::Known known) {
    const auto id = id_in_path<DocumentId>(context, "document");
    if (!id) co_return http::problem(id.error());
    const auto found = context.answers().document(*id, known);
    if (!found) co_return http::problem(found.error());
    const auto revision = found->document.corrections.size() + 1;
    co_return answer_of(context, *found, true, revision);
}

// That there is such a document concerns those who keep documents and those who inspect.
awaitable<http::Response> classified_document(Context& context, projections::Known) {
    const auto id = id_in_path<DocumentId>(context, "document");
    if (!id) co_return http::problem(id.error());
    std::optional<ClassifiedDocumentNoted> found;
    auto query = [&](services::Past& past, Time now) {
        const Reader reader(past.registry(), context.person(), now.local_date());
        const auto* noted = past.registry().classified_document(*id);
        if (noted && (reader.inspects() || reader.holds(Power::record))) found = *noted;
    };
    const bool durable = co_await looked(context.house, query);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!found) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(*found), as_of_now(context.house));
}

}  // namespace

std::vector<Route> document_routes() {
    return {
        command_route<organisation::RegisterDocument>(
            "/v1/documents", "register-document", {"Ghi nhận văn bản", "Register a document"}, Kind::additive, "record",
            [](const auto& command) { return services::document_stream(command.document); }),
        command_route<organisation::CorrectDocument>(
            "/v1/documents/{document}/corrections", "correct-document",
            {"Đính chính thông tin văn bản đã nhập", "Correct the entry of a document"}, Kind::judging, "record",
            [](const auto& command) { return services::document_stream(command.document); }),
        command_route<organisation::NoteClassifiedDocument>(
            "/v1/classified-documents", "note-classified-document",
            {"Ghi nhận văn bản có độ mật: chỉ số, ngày, nơi lưu giữ",
             "Note a document with a secrecy mark: number, date and place alone"},
            Kind::additive, "record", [](const auto& command) { return services::document_stream(command.document); }),
        read_route<ClassifiedDocumentNoted>(
            "/v1/classified-documents/{document}", "classified-document",
            {"Một văn bản có độ mật: số, ngày, nơi lưu giữ", "A document with a secrecy mark: number, date, place"},
            "record; inspection", {}, classified_document, When::now),
        read_route<projections::DocumentAnswer>("/v1/documents/{document}", "document",
                                                {"Một văn bản và các lần đính chính", "A document and its corrections"},
                                                "any signed-in person", {}, document),
    };
}

}  // namespace minhbach::api::routes
