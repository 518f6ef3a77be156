// Every screen, one line each: a file of this folder with the same name, whose default export is the screen.
import { roles } from "../session.js";
import type { Screen } from "../screen.js";
import type { Pair } from "../words/words.js";

export interface ScreenEntry {
    name: string; // of the file
    path: string; // {parts} in braces; more specific paths first
    title: Pair;
    who: () => boolean; // for whom: others are told that it is not theirs
    menu?: "work" | "look" | "system"; // under which heading of the navigation; absent: reached from elsewhere
    load: () => Promise<{ default: new () => Screen }>;
}

export const screens: readonly ScreenEntry[] = [
    {
        name: "home",
        path: "/",
        title: ["Việc cần làm hôm nay", "Work to do today"],
        who: roles.signedIn,
        menu: "work",
        load: () => import("./home.js"),
    },
    {
        name: "mine",
        path: "/cua-toi",
        title: ["Hồ sơ của tôi", "My dossier"],
        who: roles.signedIn,
        menu: "work",
        load: () => import("./mine.js"),
    },
    {
        name: "self-assessment",
        path: "/phieu-tu-danh-gia",
        title: ["Phiếu tự đánh giá, xếp loại", "Self-assessment form"],
        who: roles.rated,
        menu: "work",
        load: () => import("./self-assessment.js"),
    },
    {
        name: "tasks",
        path: "/nhiem-vu",
        title: ["Nhiệm vụ trong năm", "Tasks of the year"],
        who: roles.signedIn,
        menu: "work",
        load: () => import("./tasks.js"),
    },
    {
        name: "tasks",
        path: "/nhiem-vu/{person}",
        title: ["Nhiệm vụ của một người", "Tasks of a person"],
        who: roles.withUnit,
        load: () => import("./tasks.js"),
    },
    {
        name: "comments",
        path: "/nhan-xet",
        title: ["Nhận xét của người đứng đầu", "Comments of the direct head"],
        who: roles.commenting,
        menu: "work",
        load: () => import("./comments.js"),
    },
    {
        name: "comment",
        path: "/nhan-xet/{dossier}",
        title: ["Ý kiến nhận xét", "Comment"],
        who: roles.commenting,
        load: () => import("./comment.js"),
    },
    {
        name: "petition",
        path: "/kien-nghi/{dossier}",
        title: ["Kiến nghị về kết quả xếp loại", "Petition about the result"],
        who: roles.signedIn,
        load: () => import("./petition.js"),
    },
    {
        name: "dossiers",
        path: "/danh-sach",
        title: ["Danh sách hồ sơ", "Dossiers"],
        who: roles.withUnit,
        menu: "look",
        load: () => import("./dossiers.js"),
    },
    {
        name: "meetings",
        path: "/cuoc-hop",
        title: ["Cuộc họp nhận xét, đánh giá", "Comment meetings"],
        who: roles.withUnit,
        menu: "work",
        load: () => import("./meetings.js"),
    },
    {
        name: "meeting-new",
        path: "/cuoc-hop/moi",
        title: ["Ghi cuộc họp", "Record a meeting"],
        who: roles.meeting,
        load: () => import("./meeting-new.js"),
    },
    {
        name: "meeting",
        path: "/cuoc-hop/{meeting}",
        title: ["Biên bản cuộc họp", "Minutes"],
        who: roles.signedIn,
        load: () => import("./meeting.js"),
    },
    {
        name: "decisions",
        path: "/ket-luan",
        title: ["Thẩm định, kết luận và thông báo", "Proposals, decisions and notices"],
        who: () => roles.proposing() || roles.deciding(),
        menu: "work",
        load: () => import("./decisions.js"),
    },
    {
        name: "settlement",
        path: "/ty-le",
        title: ["Tỷ lệ xuất sắc", "Excellent quota"],
        who: () => roles.deciding() || roles.overseeing(),
        menu: "work",
        load: () => import("./settlement.js"),
    },
    {
        name: "objections",
        path: "/giai-quyet",
        title: ["Kiến nghị, khiếu nại", "Petitions and complaints"],
        who: roles.withUnit,
        menu: "work",
        load: () => import("./objections.js"),
    },
    {
        name: "objection",
        path: "/giai-quyet/{objection}",
        title: ["Giải quyết kiến nghị, khiếu nại", "A petition or complaint"],
        who: roles.withUnit,
        load: () => import("./objection.js"),
    },
    {
        name: "sign-in",
        path: "/dang-nhap",
        title: ["Đăng nhập", "Sign in"],
        who: roles.anybody,
        load: () => import("./sign-in.js"),
    },
    {
        name: "board",
        path: "/bang-ho-so",
        title: ["Bảng hồ sơ", "Board of files"],
        who: roles.withUnit,
        menu: "work",
        load: () => import("./board.js"),
    },
    {
        name: "file",
        path: "/bang-ho-so/{unit}",
        title: ["Hồ sơ của đơn vị", "The unit's file"],
        who: roles.withUnit,
        load: () => import("./file.js"),
    },
    {
        name: "remediation",
        path: "/khac-phuc",
        title: ["Khắc phục hạn chế, khuyết điểm", "Remediation"],
        who: roles.signedIn,
        menu: "work",
        load: () => import("./remediation.js"),
    },
    {
        name: "plan",
        path: "/khac-phuc/{plan}",
        title: ["Kế hoạch khắc phục", "Remediation plan"],
        who: roles.signedIn,
        load: () => import("./plan.js"),
    },
    {
        name: "design",
        path: "/thiet-ke",
        title: ["Hệ thống thiết kế", "Design system"],
        who: roles.anybody,
        load: () => import("./design.js"),
    },
];
