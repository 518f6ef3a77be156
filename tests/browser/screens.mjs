// Every screen, one entry each: where it is, who opens it, what must be there. `{dossier}` and the like stand for what
// given.mjs finds in the demonstration province. `then` does something on the screen before it is judged.
export const screens = [
    {
        name: "sign-in",
        path: "/dang-nhap",
        see: { vi: ["Mã truy cập", "Đăng nhập"], en: ["Token", "Sign in"] },
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
];
