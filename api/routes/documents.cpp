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
    const auto found = context.house.answers.document(*id, known);
    if (!found) co_return http::problem(found.error());
    const auto revision = found->document.corrections.size() + 1;
    co_return answer_of(context, *found, true, revision);
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
        read_route<projections::DocumentAnswer>("/v1/documents/{document}", "document",
                                                {"Một văn bản và các lần đính chính", "A document and its corrections"},
                                                "any signed-in person", {}, document),
    };
}

}  // namespace minhbach::api::routes
