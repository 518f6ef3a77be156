#include "api/console/words.hpp"

#include <algorithm>
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

Words words_of(projections::DossierStatus status) {
    using enum projections::DossierStatus;
    switch (status) {
        case draft:
            return {"Bản nháp (chưa có giá trị)", "Draft"};
        case self_filed:
            return {"Đã nộp phiếu tự đánh giá", "Self-assessment filed"};
        case returned:
            return {"Trả lại để bổ sung", "Returned for completion"};
        case minutes_pending:
            return {"Đã họp, chờ thông qua biên bản", "Held, minutes awaiting adoption"};
        case minutes_adopted:
            return {"Biên bản đã thông qua", "Minutes adopted"};
        case proposed:
            return {"Đã đề xuất", "Proposed"};
        case decided:
            return {"Đã kết luận", "Decided"};
        case notified:
            return {"Đã thông báo", "Notified"};
        case acknowledged:
            return {"Người được đánh giá đã nhận", "Acknowledged"};
        case closed:
            return {"Đã đóng, không xếp loại", "Closed without a rating"};
    }
    return {};
}

Words words_of(projections::FileStatus status) {
    using enum projections::FileStatus;
    switch (status) {
        case missing:
            return {"Chưa gửi", "Missing"};
        case submitted:
            return {"Đã gửi", "Submitted"};
        case returned:
            return {"Trả hồ sơ", "Returned"};
        case accepted:
            return {"Đã tiếp nhận", "Accepted"};
    }
    return {};
}

Words words_of(projections::FindingType type) {
    using enum projections::FindingType;
    switch (type) {
        case retro_authority:
            return {"Việc làm ngoài thời hạn của quyền được giao", "Act outside the dates of its authority"};
        case proposal_override:
            return {"Mức kết luận khác mức đề xuất", "Decided level differs from the proposed one"};
        case party_opinion_missing:
            return {"Chưa có ý kiến nhận xét của cấp ủy", "Party committee's opinion missing"};
        case party_opinion_late:
            return {"Ý kiến của cấp ủy sau khi kết luận", "Party committee's opinion after the decision"};
        case order_violation:
            return {"Kết luận trước khi xếp loại tập thể, đơn vị", "Decided before the unit's rating"};
        case batch_signing:
            return {"Kết luận hàng loạt trong thời gian ngắn", "Decisions in bulk"};
        case last_minute:
            return {"Nhập hoặc thay đổi trong 24 giờ trước thời hạn", "Entered or changed in the last 24 hours"};
        case relied_on_corrected_document:
            return {"Căn cứ vào văn bản được đính chính sau đó", "Relied on an entry corrected later"};
        case paper_breach:
            return {"Hồ sơ giấy nhập vào có điểm chưa đúng quy định", "A transcribed act broke a rule"};
        case head_unit_mismatch:
            return {"Mức của người lãnh đạo cao hơn mức của đơn vị", "A leader stands above the unit"};
        case stale_settlement:
            return {"Tỷ lệ đã chốt không còn đúng sau khi xếp loại lại", "A settlement changed by re-ratings"};
        case review_too_early:
            return {"Hội nghị kiểm điểm sớm hơn 3 ngày làm việc sau khi gửi dự thảo", "Review held too soon"};
        case suggestion_unanswered:
            return {"Nội dung gợi ý kiểm điểm chưa được giải trình", "A suggested point was never explained"};
        case review_after_rating:
            return {"Kiểm điểm tập thể sau khi đã xếp loại", "Collective reviewed after its rating"};
        case shortcoming_without_measure:
            return {"Hạn chế nêu trong kiểm điểm chưa có biện pháp khắc phục", "A shortcoming without a measure"};
        case never_told:
            return {"Tự đánh giá khi chưa được phổ biến lớp cụ thể hóa", "Never told of the agency's concretisation"};
    }
    return {};
}

Words words_of(projections::MeasureStatus status) {
    using enum projections::MeasureStatus;
    switch (status) {
        case overdue:
            return {"Quá hạn", "Overdue"};
        case reopened:
            return {"Đã mở lại", "Reopened"};
        case not_done:
            return {"Chưa khắc phục", "Not done"};
        case in_progress:
            return {"Đang khắc phục", "In progress"};
        case done:
            return {"Đã khắc phục", "Done"};
    }
    return {};
}

Words words_of(projections::PlanStanding standing) {
    using enum projections::PlanStanding;
    switch (standing) {
        case planned:
            return {"Đã lập kế hoạch", "Planned"};
        case stated:
            return {"Đã cam kết không có hạn chế, khuyết điểm", "No shortcoming stated"};
        case within_term:
            return {"Chưa có, còn trong thời hạn", "None yet, within the term"};
        case past_term:
            return {"Chưa có, quá thời hạn", "None, past the term"};
    }
    return {};
}

Words words_of(FollowUpRole role) {
    switch (role) {
        case FollowUpRole::follower:
            return {"Theo dõi", "Follows"};
        case FollowUpRole::inspector:
            return {"Kiểm tra, giám sát", "Inspects"};
        case FollowUpRole::urger:
            return {"Đôn đốc", "Urges"};
    }
    return {};
}

Words words_of(Judge judge) {
    switch (judge) {
        case Judge::direct_head:
            return {"Người đứng đầu đơn vị trực tiếp sử dụng", "Direct head"};
        case Judge::advisory_body:
            return {"Cơ quan tham mưu về tổ chức cán bộ", "Personnel advisory body"};
        case Judge::authority:
            return {"Cấp có thẩm quyền đánh giá, xếp loại", "Competent authority"};
    }
    return {};
}

Words words_of(Judgement judgement) {
    switch (judgement) {
        case Judgement::well:
            return {"Thực hiện tốt", "Performed well"};
        case Judgement::met:
            return {"Đáp ứng", "Met"};
        case Judgement::not_met:
            return {"Chưa đáp ứng", "Not met"};
    }
    return {};
}

Words words_of(Effectiveness effectiveness) {
    switch (effectiveness) {
        case Effectiveness::high:
            return {"Hiệu quả cao", "High"};
        case Effectiveness::met:
            return {"Bảo đảm hiệu quả", "Met"};
        case Effectiveness::low:
            return {"Hiệu quả thấp", "Low"};
    }
    return {};
}

Words words_of(RuleStage stage) {
    switch (stage) {
        case RuleStage::eligibility:
            return {"Thời gian công tác trong năm", "Time worked in the year"};
        case RuleStage::not_completed:
            return {"Căn cứ xếp loại \"Không hoàn thành nhiệm vụ\"", "Grounds of non-completion"};
        case RuleStage::unit_rated:
            return {"Tập thể, đơn vị đã được xếp loại", "The unit has a level"};
        case RuleStage::basis:
            return {"Có nhiệm vụ được giao", "Something was assigned"};
        case RuleStage::excellent:
            return {"Tiêu chí \"Hoàn thành xuất sắc nhiệm vụ\"", "Criteria of excellent"};
        case RuleStage::good:
            return {"Tiêu chí \"Hoàn thành tốt nhiệm vụ\"", "Criteria of good"};
        case RuleStage::completed:
            return {"Tiêu chí \"Hoàn thành nhiệm vụ\"", "Criteria of completed"};
        case RuleStage::absence:
            return {"Thời gian nghỉ", "Absence"};
        case RuleStage::unit_cap:
            return {"Không cao hơn mức của tập thể, đơn vị", "Not above the unit's level"};
    }
    return {};
}

Words words_of(RuleOutcome outcome) {
    switch (outcome) {
        case RuleOutcome::rated:
            return {"Xác định được mức theo tiêu chí", "A level follows from the criteria"};
        case RuleOutcome::undecided:
            return {"Chưa xác định được mức theo tiêu chí; cấp có thẩm quyền quyết định và nêu lý do",
                    "No level follows from the criteria; the authority decides and states why"};
        case RuleOutcome::not_rated:
            return {"Không thực hiện đánh giá, xếp loại", "Not rated"};
        case RuleOutcome::blocked:
            return {"Chưa đủ điều kiện xếp loại (chờ kết quả xếp loại của tập thể, đơn vị)",
                    "Waiting for the rating of the collective or unit"};
    }
    return {};
}

Words words_of(RuleCap cap) {
    switch (cap) {
        case RuleCap::absence_3_to_under_6_months:
            return {"Nghỉ từ 3 tháng đến dưới 6 tháng", "Absence of three to under six months"};
        case RuleCap::unit_level:
            return {"Mức xếp loại của tập thể, đơn vị", "The unit's level"};
    }
    return {};
}

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

Words words_of_standing(std::string_view why) {
    static constexpr auto kTable = std::to_array<std::pair<std::string_view, Words>>({
        {"OK", {"Đúng thẩm quyền", "Competent"}},
        {"NO_MANDATE", {"Không có quyền được giao", "No mandate"}},
        {"NOT_YET_VALID", {"Quyền được giao chưa có hiệu lực", "Mandate not yet valid"}},
        {"ENDED", {"Quyền được giao đã hết hiệu lực", "Mandate ended"}},
        {"REVOKED", {"Quyền được giao đã bị thu hồi", "Mandate revoked"}},
        {"NO_POWER", {"Quyền được giao không gồm việc này", "Mandate without this power"}},
        {"NO_REACH", {"Không thuộc phạm vi được giao", "Out of the mandate's reach"}},
        {"UNKNOWN_THEN", {"Lúc đó hệ thống chưa biết", "Not known then"}},
    });
    return find(kTable, why);
}

std::string level_text(std::optional<Level> level) {
    return level ? std::string(vietnamese(*level)) : std::string("Không thực hiện đánh giá, xếp loại");
}

Node level_node(std::optional<Level> level) {
    return bilingual(level_text(level), level ? english(*level) : std::string_view("Not rated"));
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

std::string share_text(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "–";
    const std::int64_t hundredths = (part * 10'000 + whole / 2) / whole;
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "," + std::string(2 - rest.size(), '0') + rest + "%";
}

}  // namespace minhbach::api::console
