// Words of a rulebook: steps, who takes part, terms, how sure a clause is.
import type { Schemas } from "../api/client.js";
import { say, type Pair } from "./words.js";

export type Clause = Schemas["anonymousClauseText"];
export type Step = Schemas["ProcedureStep"]["step"];
export type Role = NonNullable<Schemas["ProcedureStep"]["by"]>[number];
export type Position = NonNullable<Schemas["ProcedureStep"]["positions"]>[number];
export type OpinionFrom = Schemas["Opinion"]["from"];

// Short names of the rulebooks there are; each has its whole title on its own page.
const rulebooks: Record<string, Pair> = {
    "nd90-2020": ["Nghị định số 90/2020/NĐ-CP", "Decree 90/2020/NĐ-CP"],
    "nd90-48-2023": [
        "Nghị định số 90/2020/NĐ-CP, sửa đổi bởi số 48/2023/NĐ-CP",
        "Decree 90/2020/NĐ-CP as amended by 48/2023/NĐ-CP",
    ],
    "qd124-2023": ["Quy định số 124-QĐ/TW năm 2023", "Regulation 124-QĐ/TW of 2023"],
};
export const rulebooksInOrder = Object.keys(rulebooks).reverse();
export const rulebookWords = (code: string): string => say(rulebooks[code] ?? [code, code]);

const steps: Record<Step, Pair> = {
    SELF_ASSESSMENT: ["Tự đánh giá, tự kiểm điểm", "Self-assessment"],
    MEETING: ["Cuộc họp nhận xét, đánh giá", "Comment meeting"],
    OPINION_REQUEST: ["Lấy ý kiến", "Opinions asked for"],
    PARTY_OPINION: ["Ý kiến nhận xét của cấp ủy", "Party committee's opinion"],
    OPINION: ["Ý kiến nhận xét", "Opinion"],
    APPRAISAL: ["Thẩm định", "Appraisal"],
    BALLOT: ["Bỏ phiếu", "Ballot"],
    PROPOSAL: ["Đề xuất mức xếp loại", "Proposal"],
    DECISION: ["Kết luận mức xếp loại", "Decision"],
    NOTICE: ["Thông báo kết quả", "Notice"],
    PUBLICATION: ["Công khai kết quả", "Publication"],
    PETITION: ["Kiến nghị", "Petition"],
    PETITION_ANSWER: ["Giải quyết kiến nghị", "Answer to a petition"],
    REMEDIATION_PLAN: ["Kế hoạch khắc phục", "Remediation plan"],
    REVIEW_DRAFT: ["Dự thảo báo cáo kiểm điểm", "Draft report of the review"],
    REVIEW: ["Kiểm điểm", "Review"],
    SELF_RATING: ["Tập thể tự xếp loại", "Collective rates itself"],
    STATE_RATING: ["Xếp loại của Nhà nước", "The state's rating"],
    FILE: ["Gửi hồ sơ", "The file is sent"],
};
const roles: Record<Role, Pair> = {
    RATED_PERSON: ["Người được đánh giá", "Rated person"],
    RATED_COLLECTIVE: ["Tập thể được đánh giá", "Rated collective"],
    DIRECT_HEAD: ["Người đứng đầu đơn vị trực tiếp sử dụng", "Direct head"],
    UNIT_HEAD: ["Người đứng đầu cơ quan, đơn vị", "Head of the unit"],
    LEADERSHIP: ["Tập thể lãnh đạo", "Leadership"],
    CONSTITUENT_HEADS: ["Người đứng đầu đơn vị cấu thành", "Heads of constituent units"],
    STAFF: ["Toàn thể công chức, viên chức", "All staff"],
    ADVISORY_BODY: ["Cơ quan tham mưu về tổ chức cán bộ", "Personnel advisory body"],
    COMPETENT_AUTHORITY: ["Cấp có thẩm quyền", "Competent authority"],
    FORMER_AGENCY: ["Cơ quan cũ", "Former agency"],
    PARTY_COMMITTEE: ["Cấp ủy", "Party committee"],
    PARTY_CELL: ["Chi bộ", "Party cell"],
    CELL_COMMITTEE: ["Chi ủy", "Committee of the cell"],
    TRADE_UNION: ["Công đoàn", "Trade union"],
    YOUTH_UNION: ["Đoàn Thanh niên", "Youth union"],
};
const positions: Record<Position, Pair> = {
    AGENCY_HEAD: ["người đứng đầu cơ quan", "heads of agencies"],
    AGENCY_DEPUTY: ["cấp phó của người đứng đầu", "deputies of the head"],
    OTHER: ["người khác trong cơ quan", "others in the agency"],
};
const opinions: Record<OpinionFrom, Pair> = {
    DIRECT_HEAD: ["Người đứng đầu đơn vị trực tiếp sử dụng", "Direct head"],
    SUPERIOR: ["Cấp trên", "Superiors"],
    PEER: ["Người ngang cấp", "Peers"],
    SUBORDINATE: ["Cấp dưới", "Subordinates"],
    FORMER_AGENCY: ["Cơ quan cũ", "Former agency"],
    ORGANISATION: ["Tổ chức liên quan", "Organisations"],
    HOST_AGENCY: ["Cơ quan nơi biệt phái", "Host agency"],
    PARTY_COMMITTEE: ["Cấp ủy", "Party committee"],
};
const terms: Record<Schemas["TermRule"]["term"], Pair> = {
    RATING: ["Xếp loại hằng năm", "Yearly rating"],
    SPECIAL_RATING: ["Xếp loại trong trường hợp riêng", "Rating in special cases"],
    NOTICE: ["Thông báo kết quả", "Notice of the result"],
    PETITION_FILING: ["Gửi kiến nghị", "Filing a petition"],
    PETITION_ANSWER: ["Trả lời kiến nghị", "Answering a petition"],
    OPINION_ANSWER: ["Trả lời khi được lấy ý kiến", "Answering when asked for an opinion"],
    REMEDIATION_PLAN: ["Lập kế hoạch khắc phục", "Adopting the remediation plan"],
    REVIEW_DRAFT: ["Gửi dự thảo báo cáo kiểm điểm", "Sending the draft of the review"],
    FILE: ["Gửi hồ sơ", "Sending the file"],
};
const principles: Record<Schemas["Principle"]["principle"], Pair> = {
    JUDGING: ["Nguyên tắc đánh giá", "How one is judged"],
    POLITICS: ["Chính trị tư tưởng", "Political ideology"],
    ETHICS: ["Đạo đức, lối sống", "Ethics and way of life"],
    STYLE: ["Tác phong, lề lối làm việc", "Style of work"],
    DISCIPLINE: ["Ý thức tổ chức kỷ luật", "Sense of discipline"],
    LEADERSHIP: ["Năng lực lãnh đạo, quản lý", "Leadership"],
    RESULTS: ["Kết quả thực hiện chức trách, nhiệm vụ", "Results of the work"],
    COMPETENCE: ["Thẩm quyền đánh giá, xếp loại", "Who is competent"],
    COMPETENCE_OVER_UNIT: ["Thẩm quyền xếp loại tập thể, đơn vị", "Who is competent over a unit"],
    STEPS: ["Trình tự các bước", "Order of the steps"],
    LEVELS: ["Các mức xếp loại", "The levels"],
    RE_RATING: ["Hủy kết quả và xếp loại lại", "Cancelling and rating again"],
};
const standings: Record<Clause["kind"], Pair> = {
    LAW: ["Quy định của pháp luật, của Đảng", "Law"],
    GUIDANCE: ["Văn bản hướng dẫn", "Guidance"],
    INTERNAL_RULE: ["Quy định nội bộ", "Internal rule"],
};
const confidences: Record<Clause["sourceConfidence"], Pair> = {
    EXACT: ["đúng nguyên văn", "word by word"],
    FOUND: ["theo bản tìm được, cần đối chiếu công báo", "as found; to be compared with the gazette"],
    KNOWN: ["theo hiểu biết chung, cần đối chiếu công báo", "as generally known; to be compared with the gazette"],
    READING: ["cách hiểu, cần cấp có thẩm quyền xác nhận", "a reading; to be confirmed by the authority"],
};

export const stepWords = (step: Step): string => say(steps[step]);
export const roleWords = (role: Role): string => say(roles[role]);
export const positionWords = (position: Position): string => say(positions[position]);
export const opinionWords = (from: OpinionFrom): string => say(opinions[from]);
export const termWords = (term: Schemas["TermRule"]["term"]): string => say(terms[term]);
export const principleWords = (principle: Schemas["Principle"]["principle"]): string => say(principles[principle]);
export const clauseKindWords = (kind: Clause["kind"]): string => say(standings[kind]);
export const confidenceWords = (confidence: Clause["sourceConfidence"]): string => say(confidences[confidence]);
export const inTongue = ({ vi, en }: Schemas["Words"]): string => say([vi, en]);
