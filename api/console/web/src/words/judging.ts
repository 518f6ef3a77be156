// Who judges, who meets, and what the rules make of the facts.
import type { Schemas } from "../api/client.js";
import { say, type Pair } from "./words.js";

const stages: Record<Schemas["RuleTraceEntry"]["stage"], Pair> = {
    ELIGIBILITY: ["Thời gian công tác trong năm", "Time worked in the year"],
    NOT_COMPLETED: ['Căn cứ xếp loại "Không hoàn thành nhiệm vụ"', "Grounds of non-completion"],
    UNIT_RATED: ["Tập thể, đơn vị đã được xếp loại", "The unit has a level"],
    BASIS: ["Có nhiệm vụ được giao", "Something was assigned"],
    EXCELLENT: ['Tiêu chí "Hoàn thành xuất sắc nhiệm vụ"', "Criteria of excellent"],
    GOOD: ['Tiêu chí "Hoàn thành tốt nhiệm vụ"', "Criteria of good"],
    COMPLETED: ['Tiêu chí "Hoàn thành nhiệm vụ"', "Criteria of completed"],
    ABSENCE: ["Thời gian nghỉ", "Absence"],
    UNIT_CAP: ["Không cao hơn mức của tập thể, đơn vị", "Not above the unit's level"],
};
const outcomes: Record<Schemas["RuleEvaluation"]["outcome"], Pair> = {
    RATED: ["Xác định được mức theo tiêu chí", "A level follows from the criteria"],
    UNDECIDED: [
        "Chưa xác định được mức theo tiêu chí; cấp có thẩm quyền quyết định và nêu lý do",
        "No level follows from the criteria; the authority decides and states why",
    ],
    NOT_RATED: ["Không thực hiện đánh giá, xếp loại", "Not rated"],
    BLOCKED: [
        "Chưa đủ điều kiện xếp loại (chờ kết quả xếp loại của tập thể, đơn vị)",
        "Waiting for the rating of the collective or unit",
    ],
};
const judges: Record<Schemas["CriteriaJudged"]["judge"], Pair> = {
    DIRECT_HEAD: ["Người đứng đầu đơn vị trực tiếp sử dụng", "Direct head"],
    ADVISORY_BODY: ["Cơ quan tham mưu về tổ chức cán bộ", "Personnel advisory body"],
    AUTHORITY: ["Cấp có thẩm quyền đánh giá, xếp loại", "Competent authority"],
};
const attendeeRoles: Record<Schemas["AttendeeView"]["role"], Pair> = {
    LEADERSHIP: ["Tập thể lãnh đạo", "Leadership"],
    PARTY_COMMITTEE: ["Cấp ủy", "Party committee"],
    TRADE_UNION: ["Công đoàn", "Trade union"],
    YOUTH_UNION: ["Đoàn Thanh niên", "Youth union"],
    HEAD_OF_CONSTITUENT: ["Người đứng đầu đơn vị cấu thành", "Head of a constituent unit"],
    STAFF: ["Công chức, viên chức", "Staff"],
};

export const stageWords = (stage: Schemas["RuleTraceEntry"]["stage"]): string => say(stages[stage]);
export const outcomeWords = (outcome: Schemas["RuleEvaluation"]["outcome"]): string => say(outcomes[outcome]);
export const judgeWords = (judge: Schemas["CriteriaJudged"]["judge"]): string => say(judges[judge]);
export const attendeeWords = (role: Schemas["AttendeeView"]["role"]): string => say(attendeeRoles[role]);
