// Words of meetings: who takes part in which role.
import type { Schemas } from "../api/client.js";
import { say, type Pair } from "../words/words.js";

export type AttendeeRole = Schemas["Attendee"]["role"];
const roles: Record<AttendeeRole, Pair> = {
    LEADERSHIP: ["Tập thể lãnh đạo", "Leadership"],
    PARTY_COMMITTEE: ["Đại diện cấp ủy", "Party committee"],
    TRADE_UNION: ["Đại diện công đoàn", "Trade union"],
    YOUTH_UNION: ["Đại diện đoàn thanh niên", "Youth union"],
    HEAD_OF_CONSTITUENT: ["Người đứng đầu đơn vị cấu thành", "Heads of constituent units"],
    STAFF: ["Công chức, viên chức, người lao động", "Staff"],
};
export const attendeeWords = (role: AttendeeRole): string => say(roles[role]);
export const attendeesInOrder = Object.keys(roles) as AttendeeRole[];
