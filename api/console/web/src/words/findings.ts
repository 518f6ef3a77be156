import type { Schemas } from "../api/client.js";
import { say, type Pair } from "./words.js";

// The question a finding puts. It is a point to be explained, not a violation, until somebody concludes so.
export type FindingType = Schemas["Finding"]["type"];
const questions: Record<FindingType, Pair> = {
    RETRO_AUTHORITY: [
        "Việc này có được làm trong thời hạn của quyền được giao không?",
        "Was this done within the dates of its authority?",
    ],
    PROPOSAL_OVERRIDE: [
        "Vì sao mức kết luận khác mức đề xuất?",
        "Why does the decided level differ from the proposed one?",
    ],
    PARTY_OPINION_MISSING: [
        "Đã lấy ý kiến nhận xét của cấp ủy trước khi kết luận chưa?",
        "Was the party committee's opinion obtained before the decision?",
    ],
    PARTY_OPINION_LATE: [
        "Vì sao ý kiến của cấp ủy có sau khi kết luận?",
        "Why is the party committee's opinion later than the decision?",
    ],
    ORDER_VIOLATION: [
        "Vì sao kết luận trước khi tập thể, đơn vị được xếp loại?",
        "Why was it decided before the unit had its rating?",
    ],
    BATCH_SIGNING: [
        "Từng hồ sơ có được xem xét trước khi kết luận hàng loạt không?",
        "Was each dossier considered before the decisions in bulk?",
    ],
    LAST_MINUTE: [
        "Vì sao nhập hoặc thay đổi trong 24 giờ trước thời hạn?",
        "Why was it entered or changed in the last 24 hours?",
    ],
    RELIED_ON_CORRECTED_DOCUMENT: [
        "Việc này có còn căn cứ sau khi văn bản được đính chính không?",
        "Does this still have a basis after the document was corrected?",
    ],
    PAPER_BREACH: [
        "Hồ sơ giấy nhập vào có đúng quy định tại thời điểm thực hiện không?",
        "Did the transcribed act follow the rules of its day?",
    ],
    HEAD_UNIT_MISMATCH: [
        "Vì sao mức của người lãnh đạo cao hơn mức của đơn vị?",
        "Why does a leader stand above the unit?",
    ],
    STALE_SETTLEMENT: [
        "Tỷ lệ đã chốt có còn đúng sau khi xếp loại lại không?",
        "Does the settled quota still hold after the re-ratings?",
    ],
    REVIEW_TOO_EARLY: [
        "Vì sao hội nghị kiểm điểm sớm hơn 3 ngày làm việc sau khi gửi dự thảo?",
        "Why was the review held within three working days of the draft?",
    ],
    SUGGESTION_UNANSWERED: [
        "Nội dung gợi ý kiểm điểm đã được giải trình chưa?",
        "Was the suggested point explained?",
    ],
    REVIEW_AFTER_RATING: [
        "Vì sao kiểm điểm tập thể sau khi đã xếp loại?",
        "Why was the collective reviewed after its rating?",
    ],
    SHORTCOMING_WITHOUT_MEASURE: [
        "Hạn chế nêu trong kiểm điểm được khắc phục bằng biện pháp nào?",
        "By what measure is the shortcoming of the review remedied?",
    ],
    NEVER_TOLD: [
        "Người này đã được phổ biến lớp cụ thể hóa trước khi tự đánh giá chưa?",
        "Was this person told of the agency's concretisation before the self-assessment?",
    ],
    TERM_PASSED: ["Vì sao việc này được thực hiện sau thời hạn?", "Why was this done after its term?"],
    EFFECT_OPEN: [
        "Vì sao việc phải làm sau khi xếp loại lại vẫn chưa xong?",
        "Why is what followed from the re-rating still undone?",
    ],
    ONE_LEVEL_FOR_ALL: [
        "Vì sao mọi người được một người nêu cùng một mức?",
        "Why did one person give everybody the same level?",
    ],
    SAME_TEXT: [
        "Vì sao nhiều người được nhận xét bằng cùng một câu?",
        "Why were several people told the same thing, word for word?",
    ],
    RATED_EACH_OTHER: [
        "Hai người này đánh giá lẫn nhau có độc lập với nhau không?",
        "Did these two rate each other independently?",
    ],
    LOWER_AFTER_OBJECTION: [
        "Vì sao mức giảm sau khi người này kiến nghị, khiếu nại?",
        "Why is the level lower since this person objected?",
    ],
    EXCELLENT_BY_TURNS: [
        "Mức xuất sắc có luân phiên trong đơn vị qua các năm không?",
        "Does the excellent level go round the unit year by year?",
    ],
    NEWCOMERS_LOWERED: [
        "Vì sao người mới về, chuyển đến, thôi việc, nghỉ dài ngày chiếm phần lớn hơn trong số không được chọn vì tỷ lệ?",
        "Why do those who came, moved, left or were on leave make up a larger share of those lowered for the quota?",
    ],
};

export const questionWords = (type: FindingType): string => say(questions[type]);
export const findingTypes = Object.keys(questions) as FindingType[];
