// Words of the party track.
import type { Schemas } from "../api/client.js";
import { say, type Pair } from "./words.js";

type Status = Schemas["PartyDossierLine"]["status"];
const statuses: Record<Status, Pair> = {
    OPENED: ["Đã mở hồ sơ", "Opened"],
    EXEMPTED: ["Được miễn kiểm điểm, xếp loại", "Exempted"],
    SELF_REVIEWED: ["Đã tự kiểm điểm", "Self-reviewed"],
    APPRAISED: ["Chi ủy đã thẩm định", "Appraised"],
    VOTED: ["Đã bỏ phiếu", "Voted on"],
    PROPOSED: ["Chi bộ đã đề nghị", "Proposed"],
    DECIDED: ["Đã quyết định", "Decided"],
    NOTIFIED: ["Đã thông báo", "Notified"],
};
const grounds: Record<Schemas["PartyMemberExempted"]["ground"], Pair> = {
    EXEMPT_FROM_ACTIVITY: ["Được miễn công tác, sinh hoạt đảng", "Exempt from party activity"],
    SUSPENDED_FROM_ACTIVITY: ["Bị đình chỉ sinh hoạt đảng", "Suspended from party activity"],
    ADMITTED_UNDER_6_MONTHS: ["Kết nạp chưa đủ 6 tháng", "Admitted less than six months ago"],
};
type Criterion = Schemas["PartyCriterion"];
const grades: Record<Criterion["grade"], Pair> = {
    EXCELLENT: ["Xuất sắc", "Excellent"],
    GOOD: ["Tốt", "Good"],
    AVERAGE: ["Trung bình", "Average"],
    POOR: ["Kém", "Poor"],
};
const criterionKinds: Record<Criterion["kind"], Pair> = {
    GENERAL: ["tiêu chí chung", "general"],
    RESULT: ["kết quả thực hiện nhiệm vụ", "results"],
};
type Opened = Schemas["PartyCollectiveOpened"];
const organisationKinds: Record<Opened["organisationKind"], Pair> = {
    CELL: ["Chi bộ", "Cell"],
    COMMITTEE: ["Đảng bộ, đảng ủy", "Committee"],
};
const collectiveKinds: Record<Opened["kind"], Pair> = {
    ORGANISATION_UNIT: ["Tổ chức đảng", "The organisation"],
    LEADERSHIP_COLLECTIVE: ["Tập thể lãnh đạo", "Those who lead it"],
};
export const gradeWords = (grade: Criterion["grade"]): string => say(grades[grade]);
export const gradesInOrder = Object.keys(grades) as Criterion["grade"][];
export const criterionKindWords = (kind: Criterion["kind"]): string => say(criterionKinds[kind]);
export const organisationKindWords = (kind: Opened["organisationKind"]): string => say(organisationKinds[kind]);
export const organisationKindsInOrder = Object.keys(organisationKinds) as Opened["organisationKind"][];
export const partyCollectiveWords = (kind: Opened["kind"]): string => say(collectiveKinds[kind]);
export const partyCollectivesInOrder = Object.keys(collectiveKinds) as Opened["kind"][];
export const exemptionsInOrder = Object.keys(grounds) as Schemas["PartyMemberExempted"]["ground"][];
export const partyStatusWords = (status: Status): string => say(statuses[status]);
export const exemptionWords = (ground: Schemas["PartyMemberExempted"]["ground"]): string => say(grounds[ground]);
