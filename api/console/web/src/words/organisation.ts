// Words of units, posts and mandates.
import type { Schemas } from "../api/client.js";
import { say, type Pair } from "./words.js";

export type UnitKind = Schemas["Unit"]["kind"];
export type PowerCode = NonNullable<Schemas["Mandate"]["powers"]>[number];
export type Reach = Schemas["Mandate"]["reach"];

const kinds: Record<UnitKind, Pair> = {
    PROVINCE: ["Tỉnh", "Province"],
    DEPARTMENT: ["Sở, ban, ngành", "Department"],
    DISTRICT: ["Huyện, thị xã, thành phố", "District"],
    COMMUNE: ["Xã", "Commune"],
    WARD: ["Phường", "Ward"],
    TOWNSHIP: ["Thị trấn", "Township"],
    OFFICE: ["Văn phòng", "Office"],
    DIVISION: ["Phòng", "Division"],
    SUB_DEPARTMENT: ["Chi cục", "Sub-department"],
    CENTRE: ["Trung tâm", "Centre"],
    SCHOOL: ["Trường", "School"],
    HOSPITAL: ["Bệnh viện", "Hospital"],
};
const powers: Record<PowerCode, Pair> = {
    ASSIGN_WORK: ["Giao nhiệm vụ", "Assign work"],
    COMMENT: ["Nhận xét", "Comment"],
    PROPOSE: ["Thẩm định, đề xuất", "Appraise and propose"],
    DECIDE: ["Kết luận", "Decide"],
    PARTY_OPINION: ["Ghi ý kiến cấp ủy", "Record the committee's opinion"],
    MEETING: ["Ghi cuộc họp, biên bản", "Record meetings and minutes"],
    SUBMIT: ["Gửi hồ sơ", "Send files"],
    RECEIVE: ["Tiếp nhận hồ sơ", "Receive files"],
    RECORD: ["Ghi dữ liệu tổ chức, cán bộ", "Keep the records of units and people"],
    TRANSCRIBE: ["Nhập từ hồ sơ giấy", "Transcribe from paper"],
    OPEN_CYCLE: ["Mở kỳ đánh giá", "Open cycles"],
    GRANT: ["Giao quyền", "Grant mandates"],
    INSPECT: ["Thanh tra, kiểm tra", "Inspect"],
    ADMINISTER: ["Quản trị hệ thống (không xem nội dung)", "Administer (no content)"],
    PARTY_ADMINISTER: ["Quản lý dữ liệu đảng viên", "Administer the party track"],
    PARTY_PROPOSE: ["Đề xuất xếp loại đảng viên", "Propose party ratings"],
    PARTY_DECIDE: ["Quyết định xếp loại đảng viên", "Decide party ratings"],
    PARTY_READ: ["Xem xếp loại đảng viên", "Read party ratings"],
};
const reaches: Record<Reach, Pair> = {
    UNIT: ["riêng đơn vị", "the unit alone"],
    SUBTREE: ["đơn vị và cấp dưới", "the unit and all below"],
    MANAGED: ["những người do đơn vị quản lý", "those managed by the unit"],
};
export const unitKindWords = (kind: UnitKind): string => say(kinds[kind]);
export const unitKindsInOrder = Object.keys(kinds) as UnitKind[];
export const powerWords = (power: PowerCode): string => say(powers[power]);
export const powersInOrder = Object.keys(powers) as PowerCode[];
export const reachWords = (reach: Reach): string => say(reaches[reach]);
export const reachesInOrder = Object.keys(reaches) as Reach[];

export type RelationCode = Schemas["RelationView"]["kind"];
const relations: Record<RelationCode, Pair> = {
    SPOUSE: ["vợ, chồng", "spouse"],
    PARENT: ["cha, mẹ", "parent"],
    CHILD: ["con", "child"],
    SIBLING: ["anh, chị, em ruột", "sibling"],
    SPOUSE_PARENT: ["cha, mẹ của vợ hoặc chồng", "parent of the spouse"],
    CHILD_SPOUSE: ["con dâu, con rể", "spouse of a child"],
    SPOUSE_SIBLING: ["anh, chị, em ruột của vợ hoặc chồng", "sibling of the spouse"],
    OTHER_INTEREST: ["người có quan hệ lợi ích khác", "tied by another interest"],
};
export const relationWords = (kind: RelationCode): string => say(relations[kind]);
export const relationsInOrder = Object.keys(relations) as RelationCode[];

type Remark = NonNullable<Schemas["Competence"]["remarks"]>[number];
const remarks: Record<Remark, Pair> = {
    ISSUED_AFTER: ["Văn bản có hiệu lực sau ngày thực hiện", "Takes effect after the day of the act"],
    ENTERED_AFTER: ["Văn bản được nhập sau khi thực hiện", "Entered after the act"],
    CORRECTED_LATER: ["Văn bản được đính chính sau khi thực hiện", "Corrected after the act"],
    RELATED: [
        "Người thực hiện có quan hệ đã khai với người được đánh giá",
        "The actor is related to the rated person",
    ],
};
export const remarkWords = (remark: Remark): string => say(remarks[remark]);
