// Every screen, one entry each: where it is, who opens it, what must be there. `{dossier}` and the like stand for what
// given.mjs finds in the demonstration province. `then` does something on the screen before it is judged. What is
// `printed` is looked at on paper, too.
import { officeScreens } from "./offices.mjs";
import { partyScreens } from "./party.mjs";
import { procedureScreens } from "./procedure.mjs";
import { readingScreens } from "./reading.mjs";

const purpose = "purpose=05%2FQ%C4%90-TTr";

export const screens = [
    ...officeScreens,
    ...readingScreens,
    ...procedureScreens,
    ...partyScreens,
    {
        name: "sign-in",
        path: "/dang-nhap",
        see: { vi: ["Mã cán bộ", "Mật khẩu", "Đăng nhập"], en: ["Person code", "Password", "Sign in"] },
    },
    {
        name: "account",
        path: "/tai-khoan",
        role: "staff",
        see: {
            vi: ["Tài khoản của tôi", "Đang đăng nhập", "phiên này", "Quan hệ gia đình, lợi ích", "Khai quan hệ"],
            en: ["My account", "Signed in", "this one", "Family and interest relations", "Declare a relation"],
        },
    },
    { name: "design", path: "/thiet-ke", see: { vi: ["Hệ thống thiết kế"], en: ["Design system"] } },
    {
        name: "home-staff",
        path: "/",
        role: "staff",
        see: { vi: ["Việc cần làm hôm nay", "Hồ sơ của tôi"], en: ["Work to do today", "My dossier"] },
    },
    {
        name: "home-head",
        path: "/",
        role: "head",
        see: { vi: ["Chờ kết luận mức xếp loại"], en: ["Waiting for your decision"] },
    },
    {
        name: "home-inspector",
        path: "/",
        role: "inspector",
        see: { vi: ["Nội dung cần làm rõ", "Hồ sơ của các đơn vị"], en: ["Findings", "Units' files"] },
    },
    {
        name: "home-home-affairs",
        path: "/",
        role: "home-affairs",
        see: { vi: ["Phải gửi", "Gửi muộn"], en: ["Due", "Late"] },
    },
    {
        name: "home-administrator",
        path: "/",
        role: "administrator",
        see: { vi: ["Người quản trị hệ thống không xem nội dung hồ sơ."], en: ["Administrators see no content."] },
    },
    {
        name: "home-drafting",
        world: "working",
        path: "/",
        role: "drafting",
        see: {
            vi: ["Nộp phiếu tự đánh giá, xếp loại", /còn \d+ ngày làm việc/],
            en: ["File the self-assessment", /\d+ working days? left/],
        },
    },
    {
        name: "self-assessment",
        world: "working",
        path: "/phieu-tu-danh-gia",
        role: "drafting",
        see: {
            vi: ["Thẩm định dự toán các đơn vị", "Hiệu quả công việc"],
            en: ["Effectiveness", "Tasks of the year"],
        },
    },
    {
        name: "self-assessment-check",
        printed: true,
        world: "working",
        path: "/phieu-tu-danh-gia?step=check",
        role: "returned",
        see: { vi: ["Những gì được ghi lại và không sửa được"], en: ["What is recorded and cannot be changed"] },
    },
    {
        name: "mine-overview",
        printed: true,
        path: "/cua-toi",
        role: "staff",
        see: { vi: ["Thông báo kết quả", "Gửi kiến nghị"], en: ["Notice of the result", "File a petition"] },
    },
    {
        name: "mine-form",
        printed: true,
        path: "/cua-toi?view=form",
        role: "staff",
        see: { vi: ["Chính trị tư tưởng"], en: ["Political ideology"] },
    },
    {
        name: "mine-opinions",
        path: "/cua-toi?view=opinions",
        role: "staff",
        see: { vi: ["Đánh giá tiêu chí"], en: ["Criteria judged"] },
    },
    { name: "mine-years", path: "/cua-toi?view=years", role: "staff", see: { vi: ["2023"], en: ["2023"] } },
    { name: "mine-views", path: "/cua-toi?view=views", role: "staff", see: { vi: ["Mục đích"], en: ["Purpose"] } },
    {
        name: "mine-returned",
        world: "working",
        path: "/cua-toi",
        role: "returned",
        see: { vi: ["Phiếu được trả lại để bổ sung"], en: ["The form was returned for completion"] },
    },
    {
        name: "comments",
        world: "working",
        path: "/nhan-xet",
        role: "director",
        see: { vi: ["Đỗ Thùy Loan"], en: ["Waiting"] },
    },
    {
        name: "comment",
        world: "working",
        path: "/nhan-xet/{waiting}",
        role: "director",
        see: { vi: ["Kỳ trước (2023)", "Ghi ý kiến nhận xét"], en: ["The cycle before (2023)", "Record a comment"] },
    },
    {
        name: "comment-judging",
        world: "working",
        path: "/nhan-xet/{waiting}?do=judge",
        role: "director",
        see: { vi: ["Ghi đánh giá"], en: ["Record the judgement"] },
    },
    {
        name: "petition",
        path: "/kien-nghi/{dossier}",
        role: "staff",
        see: { vi: ["Ai đọc được"], en: ["Who can read it"] },
    },
    {
        name: "dossiers",
        printed: true,
        path: "/danh-sach?search=duy",
        role: "home-affairs",
        see: { vi: ["Trương Văn Duy"], en: ["Trương Văn Duy"] },
    },
    {
        name: "dossiers-none",
        path: "/danh-sach?search=khongcoai",
        role: "home-affairs",
        see: { vi: ["Không có hồ sơ nào khớp"], en: ["No dossier fits"] },
    },
    {
        name: "dossiers-then",
        path: "/danh-sach?known_as_of=2023-11-27T12:00&search=duy",
        role: "home-affairs",
        see: { vi: ["ĐANG XEM THEO 27/11/2023 12:00"], en: ["SEEN AS OF 27/11/2023 12:00"] },
    },
    {
        name: "tasks",
        world: "working",
        path: "/nhiem-vu",
        role: "drafting",
        see: { vi: ["Tham mưu văn bản hướng dẫn", "Báo cáo sản phẩm"], en: ["Deliver"] },
    },
    {
        name: "tasks-of-person",
        world: "working",
        path: "/nhiem-vu/{draftingCode}",
        role: "director",
        see: { vi: ["Nghiệm thu"], en: ["Acceptance"] },
    },
    {
        name: "dossier-purpose",
        path: "/ho-so/2023.QN201001",
        role: "inspector",
        complains: true, // the browser reports the status of the refusal
        see: { vi: ["Nêu mục đích xem hồ sơ"], en: ["State the purpose of opening"] },
    },
    {
        name: "dossier-timeline",
        printed: true,
        path: `/ho-so/2023.QN201001?${purpose}`,
        role: "inspector",
        see: {
            vi: ["ý kiến chỉ đạo", "Lê Thị Bích Chi – Quyền (Q.), 118/QĐ-STC", "Đính chính việc giao quyền"],
            en: ["ý kiến chỉ đạo", "Mandate corrected"],
        },
    },
    {
        name: "dossier-provenance",
        path: `/ho-so/2023.QN201001?${purpose}`,
        role: "inspector",
        see: { vi: ["Diễn biến"], en: ["Timeline"] },
        then: async (page, language, { byDeputy }) => {
            await page.locator(`[data-row="${byDeputy}"] [data-key=p]`).click();
            const dialog = page.getByRole("dialog");
            await dialog.getByText({ vi: "Đã kiểm chứng lúc", en: "Verified at" }[language]).waitFor();
            await dialog.getByText("118/QĐ-STC").waitFor();
        },
    },
    {
        name: "dossier-values",
        path: `/ho-so/2023.QN206002?${purpose}&xem=values`,
        role: "inspector",
        see: { vi: ["Mọi mức đã từng được nêu", "Tự xếp loại"], en: ["Every level that was ever given"] },
    },
    {
        name: "dossier-difference",
        path: `/ho-so/2023.QN201001?${purpose}&xem=diff`,
        role: "inspector",
        see: {
            vi: ["Đúng thẩm quyền", "Quyền được giao chưa có hiệu lực", "118/QĐ-STC, hiệu lực từ 28/11/2023"],
            en: ["Competent", "Mandate not yet valid"],
        },
    },
    {
        name: "dossier-evidence",
        path: `/ho-so/2023.QN206002?${purpose}&xem=evidence`,
        role: "inspector",
        see: { vi: ["Nộp sau cuộc họp", "Hoàn thành vượt mức"], en: ["Filed after the meeting"] },
    },
    {
        name: "dossier-grounds",
        printed: true,
        path: `/ho-so/2023.QN201001?${purpose}&xem=grounds`,
        role: "inspector",
        see: {
            vi: ["Phiếu căn cứ xếp loại", "Ít nhất 50% nhiệm vụ hoàn thành vượt mức"],
            en: ["Sheet of grounds", "Chosen within the quota"],
        },
    },
    {
        name: "dossier-minutes",
        printed: true,
        path: `/ho-so/2023.QN206002?${purpose}&xem=minutes`,
        role: "inspector",
        see: { vi: ["7 có mặt trong 7 phải dự"], en: ["7 of 7 due were present"] },
    },
    {
        name: "dossier-notices",
        printed: true,
        path: `/ho-so/2023.QN225002?${purpose}&xem=notices`,
        role: "inspector",
        see: { vi: ["sau 8 ngày làm việc", "quá 5 ngày làm việc (quy định nội bộ)"], en: ["after 8 working days"] },
    },
    {
        name: "dossier-remediation",
        path: `/ho-so/2023.QN101002?${purpose}&xem=remediation`,
        role: "inspector",
        see: { vi: ["Kế hoạch khắc phục năm 2023", "Đã khắc phục"], en: ["Remediation plan of 2023", "Done"] },
    },
    {
        name: "dossier-years",
        path: `/ho-so/2023.QN201001?${purpose}&xem=years`,
        role: "inspector",
        see: { vi: ["Kết quả các năm", "2023"], en: ["Ratings of the years"] },
    },
    {
        name: "dossier-views",
        path: `/ho-so/2023.QN201001?${purpose}&xem=views`,
        role: "inspector",
        see: { vi: ["Ai đã xem", "05/QĐ-TTr"], en: ["Who has looked"] },
    },
    {
        name: "dossier-then",
        path: `/ho-so/2023.QN201001?${purpose}&xem=grounds&known_as_of=2023-11-24T12:00`,
        role: "inspector",
        see: { vi: ["ĐANG XEM THEO 24/11/2023 12:00", "Chưa kết luận."], en: ["Not decided yet."] },
    },
    {
        name: "log",
        path: "/nhat-ky",
        role: "inspector",
        see: { vi: ["Chữ ký Ed25519 trên điểm kiểm chứng"], en: ["The Ed25519 signature on the checkpoint"] },
        then: async (page) => {
            await page.locator("[data-key=v]").click();
            await page.locator(".proof").waitFor();
        },
    },
    {
        name: "log-entry",
        path: "/nhat-ky/{byDeputy}",
        role: "inspector",
        see: { vi: ["dossier/2023.QN201001", "Đã kiểm chứng lúc"], en: ["dossier/2023.QN201001", "Verified at"] },
    },
    {
        name: "signature",
        path: `/ky-so/{byDeputy}?${purpose}`,
        role: "inspector",
        see: {
            vi: ["Chưa có chữ ký số cá nhân nào trên bản ghi này", "Tải các byte được ký"],
            en: ["There is no personal digital signature", "Download the bytes that are signed"],
        },
    },
    {
        name: "log-package",
        path: "/nhat-ky/goi",
        role: "inspector",
        see: { vi: ["Tệp được đọc ngay trong trình duyệt này"], en: ["It is read in this browser"] },
    },
    {
        name: "inspector",
        path: "/thanh-tra",
        role: "inspector",
        see: {
            vi: ["Phải gửi", "Việc này có được làm trong thời hạn của quyền được giao không?", "Tình trạng nhật ký"],
            en: ["Was this done within the dates of its authority?", "Health of the log"],
        },
    },
    {
        name: "inspector-then",
        path: "/thanh-tra?known_as_of=2023-11-30T24:00",
        role: "inspector",
        see: { vi: ["ĐANG XEM THEO 30/11/2023 24:00", "Chưa gửi"], en: ["SEEN AS OF 30/11/2023 24:00", "Missing"] },
    },
    {
        name: "findings",
        path: "/noi-dung-can-lam-ro?type=retro-authority",
        role: "inspector",
        see: { vi: ["13 trong 13", "118/QĐ-STC có hiệu lực từ 28/11/2023"], en: ["13 of 13"] },
    },
    {
        name: "raters",
        path: "/ai-danh-gia-ai?agency=51-S06&unit=51-S06-M1",
        role: "inspector",
        see: { vi: ["Huỳnh Thị Mỹ Thu", "Quyền (Q.)", "Phân bố"], en: ["Huỳnh Thị Mỹ Thu", "Acting"] },
    },
    {
        name: "raters-cell",
        path: "/ai-danh-gia-ai?agency=51-S06&unit=51-S06-M1",
        role: "inspector",
        see: { vi: ["Ma trận"], en: ["Matrix"] },
        then: async (page) => {
            await page.locator("td.heat button").first().click();
            await page.getByRole("dialog").locator(".happening").first().waitFor();
        },
    },
    {
        name: "raters-list",
        path: "/ai-danh-gia-ai?agency=51-S06&unit=51-S06-M1&xem=list&type=rating.decided&level=GOOD",
        role: "inspector",
        see: { vi: ["Kết luận đánh giá, xếp loại"], en: ["Conclusion"] },
    },
    {
        name: "raters-capacities",
        path: "/ai-danh-gia-ai?agency=51-S06&unit=51-S06-M1&xem=capacities",
        role: "inspector",
        see: { vi: ["214/QĐ-SCT"], en: ["214/QĐ-SCT"] },
    },
    {
        name: "distribution",
        printed: true,
        path: "/phan-bo?agency=51-S05",
        role: "inspector",
        see: {
            vi: ["Lần chốt thứ 1", "Bỏ phần lẻ", "Mức xếp loại theo cơ quan"],
            en: ["Settlement no. 1", "In use"],
        },
        then: async (page) => {
            await page.locator("figure summary").click();
        },
    },
    {
        name: "report",
        printed: true,
        path: "/bao-cao",
        role: "home-affairs",
        see: { vi: ["Báo cáo điều chỉnh lần 2", "Thay đổi so với lần trước"], en: ["Restatement no. 2"] },
    },
    {
        name: "report-first",
        printed: true,
        path: "/bao-cao?unit=51&restatement=0",
        role: "inspector",
        see: { vi: ["Báo cáo lần đầu", "Trả lại để bổ sung"], en: ["First report"] },
    },
    {
        name: "report-draft",
        path: "/bao-cao?unit=51&draft=true",
        role: "home-affairs",
        see: { vi: ["Dự thảo theo số liệu hiện có"], en: ["What the report would say now"] },
    },
];
