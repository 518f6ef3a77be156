// Single keys, which can be switched off in the preferences (WCAG 2.1.4). They never work while somebody types.
import { preferences } from "./preferences.js";
import { go } from "./router.js";
import { roles } from "./session.js";

export type Key = "/" | "j" | "k" | "Enter" | "d" | "p" | "v" | "x" | "?";
// What single keys do while something is shown.
export type Keys = Partial<Record<Key, () => void>>;
const handlers = new Map<Key, (() => void)[]>();

// The newest handler of a key is the one that counts; the function returned takes it away.
export function onKey(key: Key, handler: () => void): () => void {
    const stack = handlers.get(key) ?? [];
    handlers.set(key, [...stack, handler]);
    return () =>
        handlers.set(
            key,
            (handlers.get(key) ?? []).filter((one) => one !== handler),
        );
}

function isTyping(target: EventTarget | null): boolean {
    return (
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    );
}

export function startShortcuts(): void {
    document.addEventListener("keydown", (event) => {
        if (!preferences().shortcuts || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
            return;
        if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
        const handler = handlers.get(event.key as Key)?.at(-1);
        // Enter on a link or a button is theirs.
        if (!handler || (event.key === "Enter" && (event.target as Element).closest("a, button, summary"))) return;
        event.preventDefault();
        handler();
    });
}

// j and k over the rows of a page, Enter on the one that is marked, x to choose it: rows are elements with data-row that
// can be focused.
function move(by: 1 | -1): void {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
}

export function startRowKeys(): void {
    onKey("j", () => move(1));
    onKey("k", () => move(-1));
    onKey("Enter", () => {
        const row = document.activeElement?.closest<HTMLElement>("[data-row]");
        row?.querySelector<HTMLAnchorElement>("a[href]")?.click();
    });
    onKey("x", () => {
        const row = document.activeElement?.closest<HTMLElement>("[data-row]");
        row?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    });
    onKey("/", () => {
        const field = document.querySelector<HTMLInputElement>("main input[type=search]");
        if (field) field.focus();
        else if (roles.withUnit()) go("/danh-sach");
    });
}
