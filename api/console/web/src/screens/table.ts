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
        name: "sign-in",
        path: "/dang-nhap",
        title: ["Đăng nhập", "Sign in"],
        who: roles.anybody,
        load: () => import("./sign-in.js"),
    },
    {
        name: "design",
        path: "/thiet-ke",
        title: ["Hệ thống thiết kế", "Design system"],
        who: roles.anybody,
        load: () => import("./design.js"),
    },
];
