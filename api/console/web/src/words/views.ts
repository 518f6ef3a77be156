// What was looked at, as the access ledger names it; a name that is not here stands for itself.
import { say, type Pair } from "./words.js";

const views: Record<string, Pair> = {
    dossier: ["Hồ sơ", "Dossier"],
    timeline: ["Diễn biến", "Timeline"],
    diff: ["So sánh", "Comparison"],
    values: ["Các mức đã nêu", "Values"],
    "ground-sheet": ["Phiếu căn cứ xếp loại", "Sheet of grounds"],
    "self-assessments": ["Phiếu tự đánh giá", "Self-assessments"],
    meeting: ["Biên bản cuộc họp", "Minutes"],
    synthesis: ["Ý kiến và bản tổng hợp", "Opinions and synthesis"],
    notices: ["Thông báo", "Notices"],
    package: ["Xuất gói hồ sơ", "Package exported"],
    dossiers: ["Danh sách hồ sơ", "List of dossiers"],
    work: ["Nhiệm vụ, sản phẩm", "Tasks and products"],
    ratings: ["Kết quả các năm", "Ratings of the years"],
    remediation: ["Khắc phục", "Remediation"],
    "remediation-plan": ["Kế hoạch khắc phục", "Remediation plan"],
    review: ["Kiểm điểm", "Review"],
    person: ["Chức vụ và quyền", "Posts and mandates"],
    activity: ["Những việc đã làm", "What was done"],
    consequences: ["Hệ quả của kết quả các năm", "Consequences of the years"],
    "act-record": ["Các byte của bản ghi", "Bytes of the record"],
    "act-signatures": ["Chữ ký số trên bản ghi", "Digital signatures over the record"],
    "party-level": ["Mức xếp loại đảng viên", "Level as a party member"],
    page: ["Trang hồ sơ", "Page of the dossier"],
};

export const viewWords = (view: string): string => say(views[view] ?? [view, view]);
