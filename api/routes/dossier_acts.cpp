// What is done to a dossier, in the order of law: self-assessment, judgements, comments, opinion, proposal, decision,
// notice, receipt, publication.
#include "api/routes/all.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

events::Stream its_dossier(const auto& command) {
    return services::dossier_stream(command.dossier);
}

template <class Command>
Route on_dossier(std::string what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/dossiers/{dossier}/" + what, std::move(name), std::move(summary), kind,
                                  std::move(permission), its_dossier);
}

template <class Request, class Command>
Route on_dossier(std::string what, std::string name, Words summary, Kind kind, std::string permission,
                 Command (*command)(Request&&)) {
    return command_route<Request, Command>("/v1/dossiers/{dossier}/" + what, std::move(name), std::move(summary), kind,
                                           std::move(permission), {its_dossier, command, {}, {}});
}

// One document for many people: what it rests on is the document as it was entered.
events::Stream document_of(const auto& command) {
    return services::document_stream(command.document);
}

}  // namespace

std::vector<Route> dossier_act_routes() {
    return {
        on_dossier<evaluation::MoveDossier>(
            "moves", "move-dossier",
            {"Chuyển hồ sơ theo người chuyển công tác", "Move a dossier with the person to the new agency"},
            Kind::judging, "open_cycle in the new agency"),
        on_dossier<evaluation::CloseDossier>("closing", "close-dossier",
                                             {"Đóng hồ sơ không xếp loại", "Close a dossier without a rating"},
                                             Kind::judging, "open_cycle"),
        on_dossier<evaluation::ReopenDossier>("reopening", "reopen-dossier",
                                              {"Mở lại hồ sơ đã đóng", "Open a closed dossier again"}, Kind::judging,
                                              "open_cycle"),
        on_dossier<evaluation::FileSelfAssessment>("self-assessment", "file-self-assessment",
                                                   {"Nộp phiếu tự đánh giá, xếp loại", "File the self-assessment"},
                                                   Kind::additive, "the rated person; transcribe"),
        on_dossier<evaluation::ReturnSelfAssessment>(
            "return", "return-self-assessment",
            {"Trả lại phiếu để bổ sung", "Return the self-assessment for completion"}, Kind::judging,
            "comment or propose"),
        on_dossier<evaluation::JudgeCriteria>("judgements", "judge-criteria",
                                              {"Đánh giá từng tiêu chí", "Judge the criteria"}, Kind::judging,
                                              "comment, propose or decide, by whose judgement it is"),
        on_dossier<evaluation::RecordComment>("comments", "record-comment", {"Ghi ý kiến nhận xét", "Record a comment"},
                                              Kind::additive, "comment; others of the same agency as such"),
        on_dossier<evaluation::RequestOpinion>("opinion-requests", "request-opinion",
                                               {"Lấy ý kiến nhiều chiều", "Ask a side for its opinion"}, Kind::additive,
                                               "propose or comment"),
        on_dossier<evaluation::RecordPartyOpinion>("party-opinion", "record-party-opinion",
                                                   {"Ghi ý kiến cấp ủy", "Record the party committee's opinion"},
                                                   Kind::additive, "party_opinion"),
        on_dossier<evaluation::ProposeLevel>("proposal", "propose-level",
                                             {"Thẩm định, đề xuất mức xếp loại", "Propose a level"}, Kind::judging,
                                             "propose"),
        on_dossier<DecideRating, evaluation::DecideRatings>(
            "decision", "decide-rating", {"Kết luận mức xếp loại", "Decide the level"}, Kind::judging, "decide",
            [](DecideRating&& request) -> evaluation::DecideRatings {
                return {{{request.dossier, request.level, std::move(request.reason), request.meeting}},
                        request.document,
                        std::move(request.on_paper)};
            }),
        on_dossier<evaluation::CorrectDecision>(
            "corrections", "correct-decision",
            {"Đính chính sai sót câu chữ của quyết định", "Correct a slip in the decision"}, Kind::judging, "decide"),
        on_dossier<IssueNotice, evaluation::IssueNotices>(
            "notice", "issue-notice", {"Ban hành thông báo", "Issue the notice"}, Kind::additive, "decide",
            [](IssueNotice&& request) -> evaluation::IssueNotices {
                return {{request.dossier}, request.document, request.dated, std::move(request.on_paper)};
            }),
        on_dossier<evaluation::AcknowledgeNotice>("acknowledgement", "acknowledge-notice",
                                                  {"Xác nhận đã nhận", "Acknowledge receipt"}, Kind::additive,
                                                  "the rated person"),
        on_dossier<evaluation::DeemNoticeReceived>(
            "deemed-receipt", "deem-notice-received",
            {"Lập biên bản từ chối nhận, coi như đã nhận", "Minutes of a refusal to receive stand for the receipt"},
            Kind::additive, "decide or propose"),
        on_dossier<PublishResult, evaluation::PublishResults>(
            "publication", "publish-result", {"Công khai kết quả trong cơ quan, đơn vị", "Publish the result"},
            Kind::additive, "decide",
            [](PublishResult&& request) -> evaluation::PublishResults {
                return {{request.dossier}, request.form, std::move(request.on_paper)};
            }),
        command_route<evaluation::DecideRatings>("/v1/decisions", "decide-ratings",
                                                 {"Quyết định kèm danh sách (If-Match: phiên bản của văn bản)",
                                                  "Decision with annex list (If-Match: the revision of the document)"},
                                                 Kind::judging, "decide, for each dossier", document_of),
        command_route<evaluation::IssueNotices>("/v1/notices", "issue-notices",
                                                {"Thông báo kèm danh sách", "Notices by one document"}, Kind::additive,
                                                "decide, for each dossier", document_of),
    };
}

}  // namespace minhbach::api::routes
