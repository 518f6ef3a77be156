#include "events/refusals.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace minhbach {
namespace {

constexpr std::array kKinds{
    // Rules of law and of procedure.
    RefusalKind{"not-competent", 403, "Không đúng thẩm quyền tại thời điểm thực hiện",
                "Not competent at the time of the act"},
    RefusalKind{"self-decision", 403, "Không được tự kết luận đối với chính mình", "Nobody decides about themselves"},
    RefusalKind{"term-passed", 409, "Quá thời hạn", "The term has passed"},
    RefusalKind{"step-order", 409, "Chưa đến bước này trong quy trình", "Step out of order"},
    RefusalKind{"minutes-missing", 409, "Chưa có biên bản cuộc họp được thông qua", "No adopted minutes"},
    RefusalKind{"party-opinion-missing", 409, "Chưa có ý kiến nhận xét của cấp ủy",
                "Party committee's opinion missing"},
    RefusalKind{"collective-not-rated", 409, "Tập thể, đơn vị chưa được xếp loại", "Collective or unit not yet rated"},
    RefusalKind{"draft-too-late", 409, "Dự thảo báo cáo kiểm điểm gửi chưa đủ thời hạn trước hội nghị",
                "Draft report sent too late for the conference"},
    RefusalKind{"suggestion-unanswered", 422, "Nội dung gợi ý kiểm điểm chưa được giải trình",
                "A suggested point is not explained"},
    RefusalKind{"shortcoming-left-out", 422, "Hạn chế, khuyết điểm nêu trong kết luận kiểm điểm chưa được đưa vào",
                "A shortcoming of the review is left out"},
    RefusalKind{"inspection-first", 409, "Phải kiểm tra, kết luận trước khi xếp loại", "An inspection comes first"},
    RefusalKind{"above-unit", 422, "Mức đề nghị cao hơn mức xếp loại của đơn vị", "Level above the unit's level"},
    RefusalKind{"level-not-allowed", 422, "Mức xếp loại không phù hợp với tiêu chí",
                "Level not allowed by the criteria"},
    RefusalKind{"discipline-forces-level", 422, "Bị kỷ luật trong năm đánh giá: xếp loại \"Không hoàn thành nhiệm vụ\"",
                "Discipline in the rating year fixes the level"},
    RefusalKind{"not-eligible", 422, "Chưa đủ thời gian công tác để xếp loại", "Not eligible to be rated"},
    RefusalKind{"quota-exceeded", 422, "Vượt tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"",
                "Excellent quota exceeded"},
    RefusalKind{"quota-not-settled", 409, "Chưa chốt tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"",
                "Excellent quota not settled"},
    RefusalKind{"reason-required", 422, "Phải nêu lý do", "A reason is required"},
    RefusalKind{"cycle-closed", 409, "Kỳ đánh giá đã khóa", "The cycle is closed"},
    RefusalKind{"loosens-rule", 422, "Nới lỏng quy định của cấp trên", "Asks less than the level above"},
    RefusalKind{"deadline-passed", 422, "Đã quá thời hạn", "Deadline passed"},
    RefusalKind{"facts-inconsistent", 422, "Số liệu không thống nhất với nhau", "Facts contradict each other"},
    RefusalKind{"classified-refused", 422, "Không tiếp nhận tài liệu có dấu chỉ mức độ mật",
                "Documents with a secrecy mark are not accepted"},
    RefusalKind{"conflict-of-interest", 403, "Có quan hệ lợi ích phải tránh", "Conflict of interest"},
    RefusalKind{"already-exists", 409, "Đã tồn tại", "Already exists"},
    RefusalKind{"nothing-to-change", 422, "Không có nội dung thay đổi", "Nothing to change"},
    RefusalKind{"retained", 409, "Hồ sơ còn trong thời hạn lưu trữ", "Records are still to be kept"},
    RefusalKind{"on-hold", 409, "Đang có vụ việc chưa kết thúc; chưa được xóa", "Held: a case is still open"},
    RefusalKind{"second-person-needed", 409, "Cần người thứ hai", "A second person is needed"},
    RefusalKind{"same-person", 403, "Người đề nghị không được tự phê duyệt", "Whoever asks does not approve"},
    // Input.
    RefusalKind{"invalid-field", 422, "Trường chưa hợp lệ", "Field invalid"},
    RefusalKind{"malformed-json", 400, "Nội dung JSON không đúng định dạng", "Malformed JSON"},
    RefusalKind{"malformed-request", 400, "Yêu cầu không đúng định dạng", "Malformed request"},
    RefusalKind{"unsupported-media-type", 415, "Không hỗ trợ loại nội dung này", "Unsupported media type"},
    RefusalKind{"too-large", 413, "Yêu cầu quá lớn", "Request too large"},
    RefusalKind{"method-not-allowed", 405, "Không hỗ trợ phương thức này", "Method not allowed"},
    RefusalKind{"unknown-rulebook", 422, "Bộ quy tắc chưa được hỗ trợ", "Unknown rulebook"},
    RefusalKind{"bad-rulebook", 422, "Bộ quy tắc không hợp lệ", "The rulebook is not sound"},
    RefusalKind{"no-calendar", 422, "Chưa có lịch ngày nghỉ của năm này", "No calendar data for this year"},
    RefusalKind{"roster-invalid", 422, "Danh sách có dòng chưa hợp lệ", "The roster has invalid rows"},
    RefusalKind{"signature-invalid", 422, "Chữ ký số không khớp với nội dung", "The signature does not fit the bytes"},
    // Identity and concurrency.
    RefusalKind{"sign-in-required", 401, "Cần đăng nhập", "Sign-in required"},
    RefusalKind{"token-expired", 401, "Phiên đăng nhập đã hết hạn", "Token expired"},
    RefusalKind{"sign-in-refused", 401, "Đăng nhập không thành công", "Sign-in refused"},
    RefusalKind{"code-required", 401, "Cần mã dùng một lần", "One-time code required"},
    RefusalKind{"sign-in-shut", 429, "Tạm khóa đăng nhập", "Sign-in shut for a while"},
    RefusalKind{"proof-required", 403, "Cần xác thực lại trước khi ký", "Prove again who you are before you sign"},
    RefusalKind{"too-many-requests", 429, "Quá nhiều yêu cầu", "Too many requests"},
    RefusalKind{"not-found-or-not-allowed", 404, "Không tìm thấy, hoặc không thuộc phạm vi được xem",
                "Not found or not visible"},
    RefusalKind{"stale-revision", 412, "Nội dung đã được người khác cập nhật", "Changed by someone else"},
    RefusalKind{"precondition-required", 428, "Thiếu thông tin phiên bản đang xem", "Revision missing"},
    RefusalKind{"past-changed", 503, "Dữ liệu làm căn cứ đã không được ghi", "What this rested on was not written"},
    RefusalKind{"key-conflict", 422, "Yêu cầu trùng mã nhưng khác nội dung", "Same key, other content"},
    RefusalKind{"in-flight", 409, "Yêu cầu trùng mã đang được xử lý", "Request with the same key is in progress"},
    RefusalKind{"erased", 410, "Dữ liệu cá nhân đã được xóa", "Personal data erased"},
    // The state of the system.
    RefusalKind{"not-yet-known", 503, "Dữ liệu đến vị trí yêu cầu chưa sẵn sàng", "Position not yet reached"},
    RefusalKind{"overloaded", 503, "Hệ thống đang quá tải", "Overloaded"},
    RefusalKind{"outcome-unknown", 503, "Chưa xác định được kết quả ghi", "Outcome unknown"},
    RefusalKind{"read-only", 503, "Hệ thống tạm thời chỉ cho xem", "Temporarily read-only"},
    RefusalKind{"provider-unavailable", 503, "Hệ thống xác thực không trả lời",
                "The identity provider does not answer"},
    // The directory of the store, and proofs of the log: for the operator and the verifier.
    RefusalKind{"directory-missing", 503, "Không có thư mục dữ liệu", "The data directory is missing"},
    RefusalKind{"directory-not-empty", 409, "Thư mục dữ liệu không trống", "The data directory is not empty"},
    RefusalKind{"directory-foreign", 503, "Thư mục không phải kho dữ liệu của phiên bản này",
                "Not a data directory of this version"},
    RefusalKind{"signer-unavailable", 503, "Không dùng được khóa ký của nhật ký",
                "The log's signing key cannot be used"},
    RefusalKind{"directory-held", 503, "Tiến trình khác đang giữ thư mục dữ liệu",
                "Another process holds the data directory"},
    RefusalKind{"directory-damaged", 503, "Kho dữ liệu bị hỏng hoặc bị thiếu", "The store is damaged or incomplete"},
    RefusalKind{"directory-exposed", 503, "Kho dữ liệu để ngỏ cho người khác", "The store is open to others"},
    RefusalKind{"backup-damaged", 503, "Bản sao lưu bị hỏng hoặc bị thiếu", "The backup is damaged or incomplete"},
    RefusalKind{"backup-foreign", 409, "Bản sao lưu không phải của nhật ký này", "Not a backup of this log"},
    RefusalKind{"behind-checkpoint", 409, "Lùi về trước một mốc đã công bố", "Behind a checkpoint that was published"},
    RefusalKind{"proof-invalid", 422, "Bằng chứng không khớp", "The proof does not verify"},
    RefusalKind{"internal-error", 500, "Lỗi nội bộ của hệ thống", "Internal error"},
};

}  // namespace

std::span<const RefusalKind> refusal_kinds() {
    return kKinds;
}

const RefusalKind& refusal_kind(std::string_view type) {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.type == type; });
    if (found == kKinds.end()) throw std::logic_error("refusal type not in the catalogue: " + std::string(type));
    return *found;
}

Refusal invalid_field(std::string field, std::string detail_vi, std::string detail_en) {
    return {"invalid-field", std::move(field), "", std::move(detail_vi), std::move(detail_en), {}};
}

Refusal not_found(std::string detail_vi, std::string detail_en) {
    return {"not-found-or-not-allowed", "", "", std::move(detail_vi), std::move(detail_en), {}};
}

Refusal together(std::vector<Refusal> refusals) {
    if (refusals.empty()) throw std::logic_error("no refusal to put together");
    std::vector<Refusal> others;
    for (auto& refusal : refusals) {
        auto more = std::exchange(refusal.more, {});
        others.push_back(std::move(refusal));
        std::move(more.begin(), more.end(), std::back_inserter(others));
    }
    auto first = std::move(others.front());
    others.erase(others.begin());
    first.more = std::move(others);
    return first;
}

void throw_refusal(const Refusal& refusal) {
    throw std::runtime_error(refusal.type + " " + refusal.field + ": " + refusal.detail_en);
}

}  // namespace minhbach
