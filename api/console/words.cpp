#include "api/console/words.hpp"

#include <array>
#include <utility>

namespace minhbach::api::console {
namespace {

template <std::size_t Size>
Words find(const std::array<std::pair<std::string_view, Words>, Size>& table, std::string_view key) {
    for (const auto& [name, words] : table)
        if (name == key) return words;
    return {key, ""};
}

}  // namespace

Words words_of_capacity(std::string_view code) {
    static constexpr auto kTable = std::to_array<std::pair<std::string_view, Words>>({
        {"SELF", {"Người được đánh giá", "Rated person"}},
        {"IN_OFFICE", {"Đương chức", "In office"}},
        {"ACTING", {"Quyền (Q.)", "Acting"}},
        {"IN_CHARGE", {"Phụ trách", "In charge"}},
        {"TM", {"Thay mặt (TM.)", "On behalf of the collective"}},
        {"KT", {"Ký thay (KT.)", "Signing for the head"}},
        {"TL", {"Thừa lệnh (TL.)", "By order"}},
        {"TUQ", {"Thừa ủy quyền (TUQ.)", "By delegated authority"}},
        {"CLERK", {"Người nhập thay từ hồ sơ giấy", "Transcribing clerk"}},
        {"SYSTEM", {"Hệ thống", "System"}},
    });
    return find(kTable, code);
}

Words words_of_event(std::string_view type) {
    static constexpr auto kTable = std::to_array<std::pair<std::string_view, Words>>({
        {"act.signed", {"Ký số vào bản ghi", "Record signed digitally"}},
        {"objection.filed", {"Gửi kiến nghị, khiếu nại", "Objection filed"}},
        {"objection.received", {"Tiếp nhận kiến nghị, khiếu nại", "Objection received"}},
        {"objection.withdrawn", {"Rút kiến nghị, khiếu nại", "Objection withdrawn"}},
        {"objection.resolved", {"Giải quyết kiến nghị, khiếu nại", "Objection resolved"}},
        {"rating.cancelled", {"Hủy kết quả", "Result cancelled"}},
        {"collective-rating.cancelled", {"Hủy kết quả của tập thể, đơn vị", "Result of the collective cancelled"}},
        {"effect.settled", {"Việc phải làm sau xếp loại lại: đã làm", "Effect settled"}},
        {"retention.defined", {"Quy định thời hạn lưu trữ", "Term of keeping defined"}},
        {"legal-hold.placed", {"Lệnh giữ dữ liệu", "Legal hold placed"}},
        {"legal-hold.lifted", {"Gỡ lệnh giữ dữ liệu", "Legal hold lifted"}},
        {"erasure.requested", {"Đề nghị xóa dữ liệu cá nhân", "Erasure requested"}},
        {"erasure.approved", {"Phê duyệt xóa dữ liệu cá nhân", "Erasure approved"}},
        {"erasure.refused", {"Từ chối xóa dữ liệu cá nhân", "Erasure refused"}},
        {"erasure.withdrawn", {"Rút đề nghị xóa dữ liệu cá nhân", "Erasure request withdrawn"}},
        {"erasure.executed", {"Đã xóa dữ liệu cá nhân", "Personal data erased"}},
        {"dossier.opened", {"Mở hồ sơ", "Dossier opened"}},
        {"dossier.moved", {"Chuyển hồ sơ theo người chuyển công tác", "Dossier moved with the person"}},
        {"dossier.closed", {"Đóng hồ sơ không xếp loại", "Dossier closed without a rating"}},
        {"dossier.reopened", {"Mở lại hồ sơ", "Dossier opened again"}},
        {"relation.declared", {"Khai quan hệ gia đình, lợi ích", "Relation declared"}},
        {"relation.ended", {"Chấm dứt quan hệ đã khai", "Relation ended"}},
        {"person.merged", {"Hợp nhất hai mã của cùng một người", "Two codes of one person merged"}},
        {"self-assessment.filed", {"Nộp phiếu tự đánh giá, xếp loại", "Self-assessment filed"}},
        {"self-assessment.returned", {"Trả lại phiếu để bổ sung", "Self-assessment returned"}},
        {"criteria.judged", {"Đánh giá từng tiêu chí", "Criteria judged"}},
        {"comment.recorded", {"Ý kiến nhận xét", "Comment"}},
        {"party-opinion.recorded", {"Ý kiến nhận xét của cấp ủy", "Party committee's opinion"}},
        {"proposal.made", {"Thẩm định, đề xuất mức xếp loại", "Appraisal and proposal"}},
        {"rating.decided", {"Kết luận đánh giá, xếp loại", "Conclusion"}},
        {"decision.corrected", {"Đính chính", "Correction of a slip"}},
        {"notice.issued", {"Thông báo kết quả đánh giá, xếp loại", "Notice of result"}},
        {"notice.acknowledged", {"Xác nhận đã nhận", "Receipt acknowledged"}},
        {"notice.deemed-received", {"Lập biên bản từ chối nhận thông báo", "Deemed received"}},
        {"result.published", {"Công khai kết quả trong cơ quan, đơn vị", "Internal publication"}},
        {"meeting.held", {"Cuộc họp nhận xét, đánh giá", "Comment meeting"}},
        {"minutes.adopted", {"Thông qua biên bản", "Minutes adopted"}},
        {"minutes.reopened", {"Mở lại biên bản", "Minutes reopened"}},
        {"review.suggested", {"Gợi ý kiểm điểm", "Review suggested"}},
        {"review.draft-sent", {"Gửi dự thảo báo cáo kiểm điểm", "Draft of the review sent"}},
        {"review.held", {"Hội nghị kiểm điểm", "Review conference"}},
        {"review.concluded", {"Kết luận kiểm điểm", "Review concluded"}},
        {"collective.self-rated", {"Tập thể tự xếp loại", "Collective rated itself"}},
        {"collective.appraised", {"Thẩm định, đề xuất mức của tập thể", "Collective appraised"}},
        {"collective.concern-raised", {"Ghi nhận đơn thư, dấu hiệu vi phạm của tập thể", "Concern raised"}},
        {"collective.rated", {"Kết luận mức xếp loại của tập thể, đơn vị", "Collective rated"}},
        {"quota.settled", {"Chốt tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"", "Excellent quota settled"}},
        {"cycle.term-extended", {"Gia hạn", "Term extended"}},
        {"cycle.closed", {"Khóa kỳ đánh giá", "Cycle closed"}},
        {"cycle.reopened", {"Mở lại kỳ đánh giá", "Cycle reopened"}},
        {"cycle.setup-copied", {"Lấy lại cách tổ chức của kỳ trước", "Set-up copied"}},
        {"cycle.rulebook-bound", {"Áp dụng bộ quy tắc khác cho đơn vị", "Rulebook bound to a unit"}},
        {"overlay.filled", {"Nhập văn bản của Tỉnh ủy", "Overlay filled"}},
        {"concretisation.proposed", {"Đề xuất lớp cụ thể hóa", "Concretisation proposed"}},
        {"concretisation.issued", {"Ban hành lớp cụ thể hóa", "Concretisation issued"}},
        {"concretisation.sent", {"Gửi lớp cụ thể hóa", "Concretisation sent"}},
        {"concretisation.opened", {"Đã mở xem lớp cụ thể hóa", "Concretisation opened"}},
        {"concretisation.acknowledged", {"Xác nhận đã đọc lớp cụ thể hóa", "Concretisation acknowledged"}},
        {"briefing.held", {"Hội nghị quán triệt, phổ biến", "Briefing held"}},
        {"opinion.requested", {"Lấy ý kiến", "Opinion requested"}},
        {"mandate.granted", {"Giao quyền", "Mandate granted"}},
        {"mandate.confirmed", {"Xác nhận việc giao quyền", "Mandate confirmed"}},
        {"mandate.corrected", {"Đính chính việc giao quyền", "Mandate corrected"}},
        {"mandate.revoked", {"Thu hồi quyền", "Mandate revoked"}},
        {"document.corrected", {"Đính chính thông tin văn bản", "Document corrected"}},
        {"file.submitted", {"Gửi hồ sơ của đơn vị", "File submitted"}},
        {"file.returned", {"Trả hồ sơ", "File returned"}},
        {"file.accepted", {"Tiếp nhận hồ sơ", "File accepted"}},
        {"remediation.planned", {"Lập kế hoạch khắc phục hạn chế, khuyết điểm", "Remediation planned"}},
        {"no-shortcoming.stated", {"Cam kết không có hạn chế, khuyết điểm", "No shortcoming stated"}},
        {"follow-up.assigned", {"Phân công theo dõi, kiểm tra, đôn đốc", "Follow-up assigned"}},
        {"follow-up.confirmed", {"Xác nhận được phân công", "Follow-up confirmed"}},
        {"progress.reported", {"Báo cáo kết quả khắc phục", "Progress reported"}},
        {"measure.inspected", {"Kiểm tra, giám sát", "Inspected"}},
        {"measure.urged", {"Đôn đốc", "Urged"}},
        {"measure.verified", {"Xác nhận đã khắc phục", "Verified"}},
        {"measure.reopened", {"Mở lại biện pháp", "Reopened"}},
    });
    return find(kTable, type);
}

std::string number_text(std::int64_t number) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
        digits.insert(static_cast<std::size_t>(place), ".");
    return (number < 0 ? "-" : "") + digits;
}

std::string time_text(Time time) {
    const std::string whole = time.vietnamese();  // 09:10:05 ngày 28/11/2023
    return whole.substr(whole.size() - 10) + " " + whole.substr(0, 8);
}

std::string escaped(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

}  // namespace minhbach::api::console
