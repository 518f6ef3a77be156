// Words that many screens use; those of one screen stand in its own file.
import { words } from "./words.js";
import { numberText } from "./format.js";

export const c = words({
    product: ["Minh Bạch", "Minh Bạch"],
    subtitle: [
        "Đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức",
        "Quality rating of cadres, civil servants and public employees",
    ],
    simulated: ["DỮ LIỆU MÔ PHỎNG", "SIMULATED DATA"],
    skip: ["Đến nội dung chính", "Skip to the content"],
    menu: ["Danh mục", "Menu"],
    menuWork: ["Công việc", "Work"],
    menuLook: ["Tra cứu", "Look up"],
    menuSystem: ["Hệ thống", "System"],
    signIn: ["Đăng nhập", "Sign in"],
    signOut: ["Đăng xuất", "Sign out"],
    help: ["Phím tắt", "Keyboard shortcuts"],
    settings: ["Tùy chọn", "Preferences"],
    language: ["Ngôn ngữ", "Language"],
    theme: ["Giao diện", "Appearance"],
    themeAuto: ["Theo thiết bị", "As the device"],
    themeLight: ["Sáng", "Light"],
    themeDark: ["Tối", "Dark"],
    shortcutsOn: ["Bật phím tắt", "Shortcuts on"],
    close: ["Đóng", "Close"],
    cancel: ["Thôi", "Cancel"],
    open: ["Mở", "Open"],
    again: ["Thử lại", "Try again"],
    loading: ["Đang tải…", "Loading…"],
    offline: ["Không kết nối được với hệ thống", "The system cannot be reached"],
    offlineHint: [
        "Kiểm tra đường truyền rồi thử lại. Bản nháp vẫn còn trên thiết bị này.",
        "Check the connection and try again. Drafts are still on this device.",
    ],
    basis: ["Căn cứ", "Basis"],
    field: ["Trường", "Field"],
    nothing: ["Không có nội dung", "Nothing here"],
    home: ["Về trang đầu", "Home"],
    notFound: ["Không có trang này", "There is no such page"],
    notYours: ["Trang này không thuộc phạm vi của người đang đăng nhập", "This page is not for you"],
    notYoursHint: [
        "Quyền được giao hôm nay không có việc trên trang này.",
        "No mandate you hold today has anything to do here.",
    ],
    purposeTitle: ["Nêu mục đích xem hồ sơ", "State the purpose of opening"],
    purposeHint: [
        "Mục đích được ghi vào nhật ký truy cập; người được đánh giá đọc được.",
        "The purpose is entered in the access ledger; the rated person can read it.",
    ],
    purpose: ["Mục đích, ví dụ số quyết định thanh tra", "Purpose, such as the number of the inspection decision"],
    search: ["Tìm theo tên, không cần dấu", "Find by name, marks optional"],
    searchShort: ["Tìm", "Find"],
    more: ["Xem thêm", "Show more"],
    shown: [
        (shown: number, total: number) => `${numberText(shown)} trong ${numberText(total)}`,
        (shown: number, total: number) => `${numberText(shown)} of ${numberText(total)}`,
    ],
    selected: [(n: number) => `Đã chọn ${numberText(n)}`, (n: number) => `${numberText(n)} selected`],
    select: [(of: string) => `Chọn ${of}`, (of: string) => `Select ${of}`],
    selectAll: ["Chọn tất cả các dòng đang hiện", "Select all rows shown"],
    daysLeft: [
        (n: number) => (n === 0 ? "hết ngày hôm nay" : `còn ${numberText(n)} ngày làm việc`),
        (n: number) =>
            n === 0
                ? "until the end of today"
                : n === 1
                  ? "1 working day left"
                  : `${numberText(n)} working days left`,
    ],
    passed: ["đã quá thời hạn", "passed"],
    until: [(day: string) => `24 giờ 00 ngày ${day}`, (day: string) => `24:00 on ${day}`],
    asOf: [
        (moment: string) => `ĐANG XEM THEO ${moment} — dữ liệu hệ thống biết lúc đó`,
        (moment: string) => `SEEN AS OF ${moment} — what the system knew then`,
    ],
    asOfNow: ["Xem như hiện nay", "Back to now"],
    asOfAsk: ["Xem theo thời điểm", "As known at"],
    asOfHint: ["Ví dụ 30/11/2023 24:00", "Such as 30/11/2023 24:00"],
    asOfWrong: ["Ngày phải có dạng dd/MM/yyyy", "The date must be dd/MM/yyyy"],
    show: ["Xem", "Show"],
    asChart: ["Biểu đồ", "Chart"],
    asTable: ["Bảng số liệu", "Table"],
    verified: [(at: string) => `Đã kiểm chứng lúc ${at}`, (at: string) => `Verified at ${at}`],
    waiting: ["Chờ xác nhận bên ngoài", "Awaiting witness"],
    failed: ["Kiểm chứng không đạt", "Verification failed"],
    unreached: ["Không kết nối", "Offline"],
    readTo: [
        (position: number, root: string) => `Đọc đến bản ghi số ${numberText(position)}; mã xác nhận ${root}`,
        (position: number, root: string) => `Read up to record ${numberText(position)}; checkpoint ${root}`,
    ],
    incomplete: ["Dữ liệu chưa đầy đủ", "The data are incomplete"],
    conflict: ["Nội dung đã được người khác cập nhật", "Changed by someone else"],
    conflictHint: [
        "Chưa có gì được ghi. So sánh hai bản rồi chọn tiếp tục từ bản nào.",
        "Nothing was written. Compare the two and choose which to go on from.",
    ],
    mine: ["Nội dung đang nhập", "What you entered"],
    theirs: ["Nội dung hiện có trên hệ thống", "What the system holds now"],
    keepMine: ["Tiếp tục với nội dung đang nhập", "Go on with mine"],
    takeTheirs: ["Lấy nội dung của hệ thống", "Take the system's"],
    draftKept: [
        (at: string) => `Bản nháp đã lưu trên thiết bị này lúc ${at}; không ai khác xem được`,
        (at: string) => `Draft kept on this device at ${at}; nobody else sees it`,
    ],
    ended: ["Phiên đăng nhập đã hết", "The session has ended"],
});

export const s = words({
    title: ["Phím tắt", "Keyboard shortcuts"],
    search: ["Đến ô tìm kiếm", "Go to the search"],
    next: ["Dòng sau", "Next row"],
    previous: ["Dòng trước", "Previous row"],
    open: ["Mở dòng đang chọn", "Open the row"],
    diff: ["So sánh hai thời điểm", "Compare two moments"],
    provenance: ["Xem xuất xứ của giá trị", "Show where a value comes from"],
    verify: ["Kiểm chứng bản ghi", "Verify the record"],
    bundle: ["Thêm vào gói hồ sơ", "Add to the bundle"],
    help: ["Bảng này", "This list"],
    off: ["Phím tắt đang tắt; bật lại trong Tùy chọn", "Shortcuts are off; switch them on in Preferences"],
});
