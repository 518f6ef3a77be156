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
export const partyStatusWords = (status: Status): string => say(statuses[status]);
export const exemptionWords = (ground: Schemas["PartyMemberExempted"]["ground"]): string => say(grounds[ground]);
