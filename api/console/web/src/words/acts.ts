// What was done, to what, and whether it was right, in the words of the glossary. Codes the API leaves open, such as the
// types of events, fall back to themselves.
import type { Schemas } from "../api/client.js";
import { dateText, numberText, timeText } from "./format.js";
import { isSignatureStanding, signatureWords, signedFields } from "./signature.js";
import { capacityWords, effectWords, judgedWords, levelWords, type Level } from "./vocabulary.js";
import { say, type Pair } from "./words.js";

const events: Record<string, Pair> = {
    "objection.filed": ["Gửi kiến nghị, khiếu nại", "Objection filed"],
    "objection.received": ["Tiếp nhận kiến nghị, khiếu nại", "Objection received"],
    "objection.withdrawn": ["Rút kiến nghị, khiếu nại", "Objection withdrawn"],
    "objection.resolved": ["Giải quyết kiến nghị, khiếu nại", "Objection resolved"],
    "rating.cancelled": ["Hủy kết quả", "Result cancelled"],
    "collective-rating.cancelled": ["Hủy kết quả của tập thể, đơn vị", "Result of the collective cancelled"],
    "effect.settled": ["Việc phải làm sau xếp loại lại: đã làm", "Effect settled"],
    "retention.defined": ["Quy định thời hạn lưu trữ", "Term of keeping defined"],
    "legal-hold.placed": ["Lệnh giữ dữ liệu", "Legal hold placed"],
    "legal-hold.lifted": ["Gỡ lệnh giữ dữ liệu", "Legal hold lifted"],
    "erasure.requested": ["Đề nghị xóa dữ liệu cá nhân", "Erasure requested"],
    "erasure.approved": ["Phê duyệt xóa dữ liệu cá nhân", "Erasure approved"],
    "erasure.refused": ["Từ chối xóa dữ liệu cá nhân", "Erasure refused"],
    "erasure.withdrawn": ["Rút đề nghị xóa dữ liệu cá nhân", "Erasure request withdrawn"],
    "erasure.executed": ["Đã xóa dữ liệu cá nhân", "Personal data erased"],
    "dossier.opened": ["Mở hồ sơ", "Dossier opened"],
    "dossier.moved": ["Chuyển hồ sơ theo người chuyển công tác", "Dossier moved with the person"],
    "dossier.closed": ["Đóng hồ sơ không xếp loại", "Dossier closed without a rating"],
    "dossier.reopened": ["Mở lại hồ sơ", "Dossier opened again"],
    "person.merged": ["Hợp nhất hai mã của cùng một người", "Two codes of one person merged"],
    "self-assessment.filed": ["Nộp phiếu tự đánh giá, xếp loại", "Self-assessment filed"],
    "self-assessment.returned": ["Trả lại phiếu để bổ sung", "Self-assessment returned"],
    "criteria.judged": ["Đánh giá từng tiêu chí", "Criteria judged"],
    "comment.recorded": ["Ý kiến nhận xét", "Comment"],
    "party-opinion.recorded": ["Ý kiến nhận xét của cấp ủy", "Party committee's opinion"],
    "proposal.made": ["Thẩm định, đề xuất mức xếp loại", "Appraisal and proposal"],
    "rating.decided": ["Kết luận đánh giá, xếp loại", "Conclusion"],
    "decision.corrected": ["Đính chính", "Correction of a slip"],
    "notice.issued": ["Thông báo kết quả đánh giá, xếp loại", "Notice of result"],
    "notice.acknowledged": ["Xác nhận đã nhận", "Receipt acknowledged"],
    "notice.deemed-received": ["Lập biên bản từ chối nhận thông báo", "Deemed received"],
    "result.published": ["Công khai kết quả trong cơ quan, đơn vị", "Internal publication"],
    "meeting.held": ["Cuộc họp nhận xét, đánh giá", "Comment meeting"],
    "minutes.adopted": ["Thông qua biên bản", "Minutes adopted"],
    "minutes.reopened": ["Mở lại biên bản", "Minutes reopened"],
    "review.suggested": ["Gợi ý kiểm điểm", "Review suggested"],
    "review.draft-sent": ["Gửi dự thảo báo cáo kiểm điểm", "Draft of the review sent"],
    "review.held": ["Hội nghị kiểm điểm", "Review conference"],
    "review.concluded": ["Kết luận kiểm điểm", "Review concluded"],
    "collective.self-rated": ["Tập thể tự xếp loại", "Collective rated itself"],
    "collective.appraised": ["Thẩm định, đề xuất mức của tập thể", "Collective appraised"],
    "collective.concern-raised": ["Ghi nhận đơn thư, dấu hiệu vi phạm của tập thể", "Concern raised"],
    "collective.rated": ["Kết luận mức xếp loại của tập thể, đơn vị", "Collective rated"],
    "quota.settled": ['Chốt tỷ lệ xếp loại "Hoàn thành xuất sắc nhiệm vụ"', "Excellent quota settled"],
    "cycle.term-extended": ["Gia hạn", "Term extended"],
    "cycle.closed": ["Khóa kỳ đánh giá", "Cycle closed"],
    "cycle.reopened": ["Mở lại kỳ đánh giá", "Cycle reopened"],
    "cycle.setup-copied": ["Lấy lại cách tổ chức của kỳ trước", "Set-up copied"],
    "cycle.rulebook-bound": ["Áp dụng bộ quy tắc khác cho đơn vị", "Rulebook bound to a unit"],
    "overlay.filled": ["Nhập văn bản của Tỉnh ủy", "Overlay filled"],
    "concretisation.proposed": ["Đề xuất lớp cụ thể hóa", "Concretisation proposed"],
    "concretisation.issued": ["Ban hành lớp cụ thể hóa", "Concretisation issued"],
    "concretisation.sent": ["Gửi lớp cụ thể hóa", "Concretisation sent"],
    "concretisation.opened": ["Đã mở xem lớp cụ thể hóa", "Concretisation opened"],
    "concretisation.acknowledged": ["Xác nhận đã đọc lớp cụ thể hóa", "Concretisation acknowledged"],
    "briefing.held": ["Hội nghị quán triệt, phổ biến", "Briefing held"],
    "opinion.requested": ["Lấy ý kiến", "Opinion requested"],
    "mandate.granted": ["Giao quyền", "Mandate granted"],
    "mandate.confirmed": ["Xác nhận việc giao quyền", "Mandate confirmed"],
    "mandate.corrected": ["Đính chính việc giao quyền", "Mandate corrected"],
    "mandate.revoked": ["Thu hồi quyền", "Mandate revoked"],
    "document.corrected": ["Đính chính thông tin văn bản", "Document corrected"],
    "file.submitted": ["Gửi hồ sơ của đơn vị", "File submitted"],
    "file.returned": ["Trả hồ sơ", "File returned"],
    "file.accepted": ["Tiếp nhận hồ sơ", "File accepted"],
    "remediation.planned": ["Lập kế hoạch khắc phục hạn chế, khuyết điểm", "Remediation planned"],
    "no-shortcoming.stated": ["Cam kết không có hạn chế, khuyết điểm", "No shortcoming stated"],
    "follow-up.assigned": ["Phân công theo dõi, kiểm tra, đôn đốc", "Follow-up assigned"],
    "follow-up.confirmed": ["Xác nhận được phân công", "Follow-up confirmed"],
    "progress.reported": ["Báo cáo kết quả khắc phục", "Progress reported"],
    "measure.inspected": ["Kiểm tra, giám sát", "Inspected"],
    "measure.urged": ["Đôn đốc", "Urged"],
    "measure.verified": ["Xác nhận đã khắc phục", "Verified"],
    "measure.reopened": ["Mở lại biện pháp", "Reopened"],
    "cycle.opened": ["Mở kỳ đánh giá", "Cycle opened"],
    "comparable-group.defined": ["Xác định nhóm nhiệm vụ tương đồng", "Comparable group defined"],
    "document.registered": ["Ghi nhận văn bản", "Document registered"],
    "person.registered": ["Ghi nhận người", "Person registered"],
    "report.submitted": ["Gửi báo cáo tổng hợp", "Report submitted"],
    "person.separated": ["Tách hai mã đã hợp nhất nhầm", "Two codes separated again"],
    "party.administrator-named": ["Giao quản trị dữ liệu đảng viên", "Administrator of the party track named"],
    "party.administrator-confirmed": [
        "Xác nhận quản trị dữ liệu đảng viên",
        "Administrator of the party track confirmed",
    ],
    "party.results-handed-over": ["Bàn giao kết quả cho cấp ủy", "Results handed over to the party committee"],
    "party.correction-handed-over": ["Bàn giao danh sách điều chỉnh", "Correction handed over"],
    "party.hand-over-slip-corrected": ["Đính chính danh sách bàn giao", "Slip in a hand-over list corrected"],
    "party.hand-over-received": ["Cấp ủy xác nhận đã nhận danh sách", "Hand-over received"],
    "party.dossier-opened": ["Mở hồ sơ đảng viên", "Party dossier opened"],
    "party.exempted": ["Miễn kiểm điểm, xếp loại đảng viên", "Member exempted"],
    "party.self-review-filed": ["Đảng viên tự kiểm điểm", "Self-review of the member filed"],
    "party.member-appraised": ["Chi ủy thẩm định", "Appraised by the cell's committee"],
    "party.ballot-counted": ["Kết quả bỏ phiếu kín", "Secret ballot counted"],
    "party.proposal-made": ["Chi bộ đề nghị mức xếp loại", "Proposal of the cell"],
    "party.rating-decided": ["Quyết định xếp loại đảng viên", "Member's level decided"],
    "party.notice-issued": ["Thông báo kết quả xếp loại đảng viên", "Member notified"],
    "party.rating-cancelled": ["Hủy kết quả xếp loại đảng viên", "Member's level cancelled"],
    "party.decision-shared": ["Cung cấp căn cứ cho bên Nhà nước", "Grounds shared with the state side"],
    "party.objection-filed": ["Gửi kiến nghị về xếp loại đảng viên", "Objection about the member's level filed"],
    "party.objection-received": [
        "Tiếp nhận kiến nghị về xếp loại đảng viên",
        "Objection about the member's level received",
    ],
    "party.objection-withdrawn": [
        "Rút kiến nghị về xếp loại đảng viên",
        "Objection about the member's level withdrawn",
    ],
    "party.objection-resolved": [
        "Giải quyết kiến nghị về xếp loại đảng viên",
        "Objection about the member's level resolved",
    ],
    "party.collective-opened": ["Mở hồ sơ xếp loại tổ chức đảng", "Rating of a party organisation opened"],
    "party.collective-self-rated": ["Tổ chức đảng tự xếp loại", "Party organisation rated itself"],
    "party.collective-appraised": ["Thẩm định tổ chức đảng", "Party organisation appraised"],
    "party.collective-ballot-counted": ["Kết quả bỏ phiếu về tổ chức đảng", "Ballot on a party organisation counted"],
    "party.collective-rated": ["Quyết định xếp loại tổ chức đảng", "Party organisation's level decided"],
    "party.collective-rating-cancelled": [
        "Hủy kết quả xếp loại tổ chức đảng",
        "Party organisation's level cancelled",
    ],
    "roster.imported": ["Nhập danh sách nhân sự", "Roster imported"],
    "attachment.stored": ["Lưu tệp đính kèm", "Attachment stored"],
    "act.signed": ["Ký số vào bản ghi", "Record signed digitally"],
    "classified-document.noted": ["Ghi nhận có tài liệu mật", "Classified document noted"],
    "discipline.recorded": ["Ghi nhận kỷ luật", "Discipline recorded"],
    "earlier-rating.imported": ["Nhập kết quả năm trước", "Earlier rating imported"],
    "finding.concluded": ["Ghi nhận kết luận thanh tra, kiểm tra", "Inspection conclusion recorded"],
    "index.sealed": ["Niêm phong chỉ mục", "Index sealed"],
    "dossier.viewed": ["Xem hồ sơ", "Dossier viewed"],
    "party.dossier-viewed": ["Xem hồ sơ phía Đảng", "Party dossier viewed"],
    "attachment.viewed": ["Xem tệp minh chứng", "Attachment viewed"],
    "command.refused": ["Yêu cầu bị từ chối", "Command refused"],
    "token.first-used": ["Mã truy cập dùng lần đầu", "Token used for the first time"],
    "access-ledger.sealed": ["Niêm phong sổ truy cập", "Access ledger sealed"],
    "log.restored": ["Phục hồi nhật ký", "Log restored"],
    "package.exported": ["Xuất gói hồ sơ thanh tra", "Inspection package exported"],
    "party-membership.recorded": ["Ghi nhận đảng tịch", "Party membership recorded"],
    "person.corrected": ["Đính chính thông tin người", "Person corrected"],
    "post.assigned": ["Giao chức vụ", "Post assigned"],
    "post.ended": ["Thôi giữ chức vụ", "Post ended"],
    "province.opened": ["Khởi tạo hệ thống của tỉnh", "Province opened"],
    "quota-exception.granted": ["Cho phép vượt tỷ lệ", "Exception of the quota granted"],
    "quota-reading.named": ["Nêu cách tính tỷ lệ", "Reading of the quota named"],
    "secondment.recorded": ["Ghi nhận biệt phái", "Secondment recorded"],
    "relation.declared": ["Khai quan hệ gia đình, lợi ích", "Relation declared"],
    "relation.ended": ["Chấm dứt quan hệ đã khai", "Relation ended"],
    "secondment.ended": ["Hết thời gian biệt phái", "Secondment ended"],
    "service.recorded": ["Ghi nhận thời gian công tác", "Service recorded"],
    "signing-key.rotated": ["Đổi khóa ký nhật ký", "Signing key changed"],
    "task.changed": ["Thay đổi nhiệm vụ", "Task changed"],
    "tasks.accepted": ["Nghiệm thu nhiệm vụ", "Tasks accepted"],
    "tasks.assigned": ["Giao nhiệm vụ", "Tasks assigned"],
    "tasks.delivered": ["Nộp sản phẩm", "Tasks delivered"],
    "tasks.exceeded": ["Xác nhận vượt mức", "Tasks exceeded"],
    "unit.changed": ["Thay đổi đơn vị", "Unit changed"],
    "unit.dissolved": ["Giải thể đơn vị", "Unit dissolved"],
    "unit.established": ["Thành lập đơn vị", "Unit established"],
    "webhook.subscribed": ["Đăng ký nhận sự kiện", "Webhook subscribed"],
    "webhook.secret-rotated": ["Đổi khóa của đăng ký nhận sự kiện", "Secret of the webhook changed"],
    "webhook.ended": ["Thôi nhận sự kiện", "Webhook ended"],
};
const standings: Record<string, Pair> = {
    OK: ["Đúng thẩm quyền", "Competent"],
    NO_MANDATE: ["Không có quyền được giao", "No mandate"],
    NOT_YET_VALID: ["Quyền được giao chưa có hiệu lực", "Mandate not yet valid"],
    ENDED: ["Quyền được giao đã hết hiệu lực", "Mandate ended"],
    REVOKED: ["Quyền được giao đã bị thu hồi", "Mandate revoked"],
    NOT_YET_CONFIRMED: ["Chưa được người thứ hai xác nhận", "Not yet confirmed by a second person"],
    NO_POWER: ["Quyền được giao không gồm việc này", "Mandate without this power"],
    NO_REACH: ["Không thuộc phạm vi được giao", "Out of the mandate's reach"],
    UNKNOWN_THEN: ["Lúc đó hệ thống chưa biết", "Not known then"],
};
type Touch = Schemas["TimelineLine"]["touch"];
const touches: Record<Touch, Pair> = {
    OWN: ["Hồ sơ", "Dossier"],
    MEETING: ["Cuộc họp", "Meeting"],
    SETTLEMENT: ["Tỷ lệ xuất sắc", "Quota"],
    COLLECTIVE: ["Tập thể, đơn vị", "Collective"],
    OBJECTION: ["Kiến nghị, khiếu nại", "Objection"],
    MANDATE: ["Quyền của người thực hiện", "Mandate of whoever acted"],
    DOCUMENT: ["Văn bản căn cứ", "Document relied on"],
};
export type Milestone = Schemas["DiffAnswer"]["from"];
const milestoneWordsOf: Record<Milestone, Pair> = {
    OPENED: ["Mở hồ sơ", "Opened"],
    SELF_FILED: ["Tự đánh giá", "Self-assessed"],
    MEETING: ["Cuộc họp", "Meeting"],
    MINUTES: ["Biên bản", "Minutes"],
    PROPOSAL: ["Đề xuất", "Proposal"],
    DECISION: ["Kết luận", "Decision"],
    NOTICE: ["Thông báo", "Notice"],
    RECEIPT: ["Đã nhận", "Received"],
    NOW: ["Hiện nay", "Now"],
};
const fields: Record<string, Pair> = {
    level: ["Mức đề xuất", "Proposed level"],
    proposedLevel: ["Mức tự xếp loại", "Self-assessed level"],
    decidedLevel: ["Mức kết luận", "Decided level"],
    selected: ["Số người được chọn trong tỷ lệ", "People chosen within the quota"],
    lowered: ["Số người không được chọn vì vượt tỷ lệ", "People lowered for the quota"],
    minutes: ["Bản biên bản", "Version of the minutes"],
    heldAt: ["Thời điểm họp", "Held at"],
    notice: ["Ngày thông báo", "Date of the notice"],
    published: ["Hình thức công khai", "Form of publication"],
    dated: ["Ngày của ý kiến", "Date of the opinion"],
    from: ["Có hiệu lực từ", "Valid from"],
    to: ["Có hiệu lực đến", "Valid to"],
    "counts/assigned": ["Nhiệm vụ được giao", "Tasks assigned"],
    "counts/completed": ["Nhiệm vụ đã hoàn thành", "Tasks completed"],
    "counts/onTimeWithQuality": ["Đúng tiến độ, bảo đảm chất lượng", "On time and of quality"],
    "counts/exceeded": ["Hoàn thành vượt mức", "Exceeded"],
    effectiveness: ["Hiệu quả", "Effectiveness"],
    unit: ["Đơn vị", "Unit"],
    agency: ["Cơ quan quản lý", "Managing agency"],
    document: ["Văn bản", "Document"],
    date: ["Ngày văn bản", "Date of the document"],
    effectiveFrom: ["Văn bản có hiệu lực từ", "Document effective from"],
    secondPerson: ["Người thứ hai", "Second person"],
    ...signedFields,
};
const secondPersons: Record<string, Pair> = {
    AWAITED: ["Chờ xác nhận", "Awaited"],
    NOBODY_ELSE: ["Không còn ai khác xác nhận được", "Nobody else could confirm"],
};
const publications: Record<string, Pair> = {
    ELECTRONIC: ["Trên môi trường điện tử", "Electronically"],
    POSTED: ["Niêm yết tại trụ sở", "Posted"],
    MEETING: ["Tại cuộc họp", "At a meeting"],
};
const grounds: Record<Schemas["CancelledValue"]["ground"], Pair> = {
    OBJECTION: ["Theo kết quả giải quyết kiến nghị, khiếu nại", "After an objection"],
    LATE_DISCIPLINE: ["Kỷ luật ghi nhận sau khi xếp loại", "Discipline recorded later"],
    DISCIPLINE_ANNULLED: ["Kỷ luật được hủy", "Discipline annulled"],
    DISHONESTY: ["Kê khai không trung thực", "Dishonest statement"],
    ERROR: ["Sai sót", "Error"],
};
const found = (table: Record<string, Pair>, code: string): string => say(table[code] ?? [code, code]);
export const eventWords = (type: string): string => found(events, type);
export const eventTypes = Object.keys(events);
export const standingWords = (why: string): string => found(standings, why);
export const touchWords = (touch: Touch): string => say(touches[touch]);
export const milestoneWords = (milestone: Milestone): string => say(milestoneWordsOf[milestone]);
export const milestonesInOrder = Object.keys(milestoneWordsOf) as Milestone[];
export const groundWords = (ground: Schemas["CancelledValue"]["ground"]): string => say(grounds[ground]);
export const publicationWords = (form: string): string => found(publications, form);

// A field that changed, by its name in the event: "/counts/exceeded".
export function fieldWords(field: string): string {
    const name = field.replace(/^\//, "");
    const known = fields[name];
    if (known) return say(known);
    const section = /^sections\/(\d+)\/(heading|text)$/.exec(name);
    if (section)
        return say([`Mục ${Number(section[1]) + 1} của phiếu`, `Section ${Number(section[1]) + 1} of the form`]);
    return name;
}

// What stands in a field, as people write it.
export function valueText(value: string | undefined): string {
    if (value === undefined || value === "") return "–";
    if (/^(EXCELLENT|GOOD|COMPLETED|NOT_COMPLETED)$/.test(value)) return levelWords(value as Level);
    if (/^(WELL|MET|NOT_MET)$/.test(value)) return judgedWords(value as "WELL" | "MET" | "NOT_MET");
    if (/^(HIGH|LOW)$/.test(value)) return effectWords(value as "HIGH" | "LOW");
    if (isSignatureStanding(value)) return signatureWords(value);
    if (value in events) return eventWords(value);
    if (value in publications) return publicationWords(value);
    if (value in secondPersons) return found(secondPersons, value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateText(value);
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return timeText(value);
    if (/^(0|[1-9]\d{0,8})$/.test(value)) return numberText(Number(value));
    return value;
}

// Of a comment of subordinates the rated head reads what was said and the day, and not by whom.
export const isUnnamed = (by: Schemas["Provenance"]): boolean => by.position < 0;
const unnamed: Pair = ["Không nêu tên", "Not named"];
export const authorText = (by: Schemas["Provenance"]): string =>
    isUnnamed(by) ? say(unnamed) : (by.actorName ?? by.actor);

// Who acted, in a line: "Lê Thị Bích Chi – Quyền (Q.), 118/QĐ-STC".
export const actorText = (by: Schemas["Provenance"]): string =>
    isUnnamed(by)
        ? say(unnamed)
        : `${authorText(by)} – ${capacityWords(by.capacity)}` +
          (by.mandateDocumentNumber ? `, ${by.mandateDocumentNumber}` : "");
