// Fields of what is sent, by their names in the API.
import { say, type Pair } from "./words.js";

const fields: Record<string, Pair> = {
    yes: ["có", "yes"],
    no: ["không", "no"],
    status: ["Trạng thái", "Status"],
    level: ["Mức", "Level"],
    proposed: ["Mức đề xuất", "Proposed level"],
    reason: ["Lý do", "Reason"],
    reasons: ["Lý do", "Reasons"],
    text: ["Ý kiến", "Comment"],
    opinion: ["Ý kiến", "Opinion"],
    synthesis: ["Tổng hợp ý kiến", "Synthesis of the opinions"],
    general: ["Tiêu chí chung", "General criteria"],
    sections: ["Nội dung phiếu", "The form"],
    selected: ["Những người giữ mức xuất sắc", "Who stays excellent"],
    shortcomings: ["Hạn chế, khuyết điểm và biện pháp", "Shortcomings and measures"],
    answerable: ["Trách nhiệm cá nhân", "Who is answerable"],
    opinions: ["Các ý kiến", "Opinions"],
    conclusion: ["Kết luận", "Conclusion"],
    remark: ["Ghi chú", "Remark"],
    phone: ["Điện thoại", "Telephone"],
    outcome: ["Kết quả", "Outcome"],
    fullName: ["Họ và tên", "Name"],
    birthDate: ["Ngày sinh", "Born on"],
    sex: ["Giới tính", "Sex"],
    name: ["Tên", "Name"],
    parent: ["Đơn vị cấp trên", "Unit above"],
    committee: ["Cấp ủy", "Committee"],
    paper: ["Văn bản", "Paper"],
    minutes: ["Biên bản", "Minutes"],
    ground: ["Căn cứ", "Ground"],
    form: ["Mẫu", "Form"],
    strengths: ["Ưu điểm", "Strengths"],
    limits: ["Hạn chế, khuyết điểm", "Shortcomings"],
    remedied: ["Khắc phục hạn chế năm trước", "Earlier shortcomings"],
    responsibility: ["Trách nhiệm đối với tập thể", "Responsibility for the collective"],
    explanation: ["Giải trình nội dung được gợi ý", "Explanation of what was suggested"],
    measures: ["Biện pháp khắc phục", "Measures"],
    criteria: ["Tiêu chí", "Criteria"],
    targets: ["Chỉ tiêu, nhiệm vụ", "Targets"],
    findings: ["Kết luận của cấp có thẩm quyền", "Findings"],
    heldOn: ["Ngày bỏ phiếu", "Held on"],
    present: ["Số phiếu phát ra", "Ballots given out"],
    excellent: ["Xuất sắc", "Excellent"],
    good: ["Tốt", "Good"],
    completed: ["Hoàn thành", "Completed"],
    notCompleted: ["Không hoàn thành", "Not completed"],
    invalid: ["Phiếu không hợp lệ", "Invalid"],
    notReturned: ["Phiếu không thu về", "Not returned"],
};

// Empty where there is no word for it here.
export const sentFieldWords = (name: string): string => {
    const known = fields[name];
    return known ? say(known) : "";
};
