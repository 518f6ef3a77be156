// The words of the law and of the glossary for what the API names by codes. A code without words does not compile.
import type { Schemas } from "../api/client.js";
import { language, say, type Pair } from "./words.js";

type Line = Schemas["DossierLine"];
export type Level = NonNullable<Line["decidedLevel"]>;
export type Outcome = Level | "NOT_RATED" | "PENDING";
export type Status = Line["status"];
export type SubjectClass = Line["subjectClass"];

const levels: Record<Outcome, Pair> = {
    EXCELLENT: ["Hoàn thành xuất sắc nhiệm vụ", "Excellent completion of tasks"],
    GOOD: ["Hoàn thành tốt nhiệm vụ", "Good completion of tasks"],
    COMPLETED: ["Hoàn thành nhiệm vụ", "Completion of tasks"],
    NOT_COMPLETED: ["Không hoàn thành nhiệm vụ", "Non-completion of tasks"],
    NOT_RATED: ["Không thực hiện đánh giá, xếp loại", "Not rated"],
    PENDING: ["Chưa đánh giá, xếp loại", "Not yet rated"],
};
const shortLevels: Record<Outcome, Pair> = {
    EXCELLENT: ["HTXSNV", "Excellent"],
    GOOD: ["HTTNV", "Good"],
    COMPLETED: ["HTNV", "Completed"],
    NOT_COMPLETED: ["KHTNV", "Not completed"],
    NOT_RATED: ["KĐG", "Not rated"],
    PENDING: ["CĐG", "Pending"],
};
const statuses: Record<Status, Pair> = {
    DRAFT: ["Bản nháp (chưa có giá trị)", "Draft"],
    SELF_FILED: ["Đã nộp phiếu tự đánh giá", "Self-assessment filed"],
    RETURNED: ["Trả lại để bổ sung", "Returned for completion"],
    MINUTES_PENDING: ["Đã họp, chờ thông qua biên bản", "Held, minutes awaiting adoption"],
    MINUTES_ADOPTED: ["Biên bản đã thông qua", "Minutes adopted"],
    PROPOSED: ["Đã đề xuất", "Proposed"],
    DECIDED: ["Đã kết luận", "Decided"],
    NOTIFIED: ["Đã thông báo", "Notified"],
    ACKNOWLEDGED: ["Người được đánh giá đã nhận", "Acknowledged"],
    CLOSED: ["Đã đóng, không xếp loại", "Closed without a rating"],
};
const subjectClasses: Record<SubjectClass, Pair> = {
    CADRE: ["Cán bộ", "Cadre"],
    CIVIL_SERVANT: ["Công chức", "Civil servant"],
    PUBLIC_EMPLOYEE: ["Viên chức", "Public employee"],
};
const capacities: Record<string, Pair> = {
    SELF: ["Người được đánh giá", "Rated person"],
    IN_OFFICE: ["Đương chức", "In office"],
    ACTING: ["Quyền (Q.)", "Acting"],
    IN_CHARGE: ["Phụ trách", "In charge"],
    TM: ["Thay mặt (TM.)", "On behalf of the collective"],
    KT: ["Ký thay (KT.)", "Signing for the head"],
    TL: ["Thừa lệnh (TL.)", "By order"],
    TUQ: ["Thừa ủy quyền (TUQ.)", "By delegated authority"],
    CLERK: ["Người nhập thay từ hồ sơ giấy", "Transcribing clerk"],
    SYSTEM: ["Hệ thống", "System"],
};

export const levelWords = (level: Outcome): string => say(levels[level]);
export const shortLevelWords = (level: Outcome): string => say(shortLevels[level]);
export const statusWords = (status: Status): string => say(statuses[status]);
export const classWords = (subject: SubjectClass): string => say(subjectClasses[subject]);
export const capacityWords = (capacity: string): string => say(capacities[capacity] ?? [capacity, capacity]);
export const levelsInOrder: readonly Level[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];
export const classesInOrder = Object.keys(subjectClasses) as SubjectClass[];
export const statusesInOrder = Object.keys(statuses) as Status[];

// The program's own sentences come in both languages: title and titleEn, detail and detailEn.
export function inLanguage<Key extends string>(of: { [K in Key | `${Key}En`]?: string }, key: Key): string {
    return (language() === "en" ? of[`${key}En`] : undefined) ?? of[key] ?? "";
}

type Form = Schemas["SelfAssessmentFiled"];
export type General = Form["general"];
export type Quality = keyof General;
export type Judged = General["politics"]["value"];
export type Effectiveness = Form["effectiveness"];

const qualities: Record<Quality, Pair> = {
    politics: ["Chính trị tư tưởng", "Political ideology"],
    ethics: ["Đạo đức, lối sống", "Ethics and way of life"],
    style: ["Tác phong, lề lối làm việc", "Style of work"],
    discipline: ["Ý thức tổ chức kỷ luật", "Sense of discipline"],
    leadership: ["Năng lực lãnh đạo, quản lý, tập hợp, đoàn kết", "Leadership and the ability to unite"],
};
const judgements: Record<Judged, Pair> = {
    WELL: ["Thực hiện tốt", "Performed well"],
    MET: ["Đáp ứng", "Met"],
    NOT_MET: ["Chưa đáp ứng", "Not met"],
};
const effects: Record<Effectiveness, Pair> = {
    HIGH: ["Hiệu quả cao", "High"],
    MET: ["Bảo đảm hiệu quả", "Met"],
    LOW: ["Hiệu quả thấp", "Low"],
};
const forms: Record<Form["form"], Pair> = {
    FORM_01: ["Phiếu tự đánh giá, xếp loại (Mẫu số 01, cán bộ)", "Self-assessment form (no. 01, cadres)"],
    FORM_02: ["Phiếu tự đánh giá, xếp loại (Mẫu số 02, công chức)", "Self-assessment form (no. 02, civil servants)"],
    FORM_03: [
        "Phiếu tự đánh giá, xếp loại (Mẫu số 03, viên chức)",
        "Self-assessment form (no. 03, public employees)",
    ],
};
export const qualityWords = (quality: Quality): string => say(qualities[quality]);
export const judgedWords = (judged: Judged): string => say(judgements[judged]);
export const effectWords = (effect: Effectiveness): string => say(effects[effect]);
export const formWords = (form: Form["form"]): string => say(forms[form]);
// Leaders are judged on leadership, too.
export const qualitiesOf = (leader: boolean): Quality[] =>
    (Object.keys(qualities) as Quality[]).filter((quality) => leader || quality !== "leadership");
export const judgedInOrder = Object.keys(judgements) as Judged[];
export const effectsInOrder = Object.keys(effects) as Effectiveness[];

type Side = Schemas["CommentRecorded"]["side"];
const sides: Record<Side, Pair> = {
    DIRECT_HEAD: ["Ý kiến nhận xét của người đứng đầu đơn vị trực tiếp sử dụng", "Comment of the direct head"],
    SUPERIOR: ["Ý kiến của cấp trên", "Comment of a superior"],
    PEER: ["Ý kiến ngang cấp", "Comment of a peer"],
    SUBORDINATE: ["Ý kiến của cấp dưới", "Comment of a subordinate"],
    FORMER_AGENCY: ["Ý kiến của cơ quan cũ", "Comment of the former agency"],
    ORGANISATION: ["Ý kiến của tổ chức liên quan", "Comment of an organisation"],
    HOST_AGENCY: ["Ý kiến của cơ quan nơi biệt phái", "Comment of the host agency"],
};
export const commentSideWords = (side: Side): string => say(sides[side]);
export const sidesInOrder = Object.keys(sides) as Side[];

type Objection = Schemas["ObjectionLine"];
type ObjectionCode = Objection["kind"] | Objection["status"] | NonNullable<Objection["outcome"]>;
const objections: Record<ObjectionCode, Pair> = {
    PETITION: ["Kiến nghị", "Petition"],
    COMPLAINT: ["Khiếu nại", "Complaint"],
    FILED: ["Đã gửi", "Filed"],
    RECEIVED: ["Đã tiếp nhận", "Received"],
    WITHDRAWN: ["Đã rút", "Withdrawn"],
    RESOLVED: ["Đã giải quyết", "Resolved"],
    UPHELD: ["Chấp nhận", "Upheld"],
    PARTLY_UPHELD: ["Chấp nhận một phần", "Partly upheld"],
    REJECTED: ["Không chấp nhận", "Rejected"],
};
export const objectionWords = (code: ObjectionCode): string => say(objections[code]);
