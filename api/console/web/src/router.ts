// Addresses. What a screen shows is in its address: parts of the path, and filters in the query. Back returns to the
// place on the page and to the row one came from.

export interface Place {
    pattern: string | undefined; // of the screen, /ho-so/{dossier}; undefined: there is no such screen
    parts: Readonly<Record<string, string>>;
    query: URLSearchParams;
    path: string;
}

interface Kept {
    top: number;
    row?: string;
}

const listeners = new Set<() => void>();
let patterns: readonly string[] = [];
let current: Place = locate();

// Once: the paths of all screens, {parts} in braces; more specific ones first.
export function know(paths: readonly string[]): void {
    patterns = paths;
    current = locate();
}

function locate(): Place {
    const path = location.pathname;
    const query = new URLSearchParams(location.search);
    for (const pattern of patterns) {
        const parts = matched(pattern, path);
        if (parts) return { pattern, parts, query, path };
    }
    return { pattern: undefined, parts: {}, query, path };
}

function matched(pattern: string, path: string): Record<string, string> | undefined {
    const wanted = pattern.split("/");
    const given = path.split("/");
    if (wanted.length !== given.length) return undefined;
    const parts: Record<string, string> = {};
    for (const [index, segment] of wanted.entries()) {
        const value = given[index] ?? "";
        if (segment.startsWith("{")) {
            try {
                parts[segment.slice(1, -1)] = decodeURIComponent(value);
            } catch {
                return undefined;
            }
        } else if (segment !== value) return undefined;
    }
    return parts;
}

export const place = (): Place => current;

export function onPlace(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

function arrive(): void {
    current = locate();
    for (const listener of listeners) listener();
}

function keep(row?: string): void {
    const kept: Kept = { top: scrollY, ...(row ? { row } : {}) };
    history.replaceState(kept, "");
}

// Goes to another screen. `row`: the id of the row one leaves from, to be found again on the way back.
export function go(address: string, row?: string): void {
    keep(row ?? (document.activeElement?.closest("[data-row]") as HTMLElement | null)?.dataset["row"]);
    history.pushState(null, "", address);
    arrive();
    scrollTo(0, 0);
}

// Filters: the same screen under another query. A filter that is typed replaces; one that is chosen can be gone back.
export function filter(change: Record<string, string | undefined>, replace = false): void {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(change)) {
        if (value === undefined || value === "") query.delete(name);
        else query.set(name, value);
    }
    const address = location.pathname + (query.size > 0 ? `?${query}` : "");
    if (replace) history.replaceState(history.state, "", address);
    else {
        keep();
        history.pushState(null, "", address);
    }
    arrive();
}

// Where one was on this page when one left it; a list asks when its rows are there.
export function returned(): Kept | undefined {
    const state: unknown = history.state;
    return typeof state === "object" && state !== null && "top" in state ? (state as Kept) : undefined;
}

// Once: called with what the browser shows, before anything is drawn.
export function startRouter(): void {
    history.scrollRestoration = "manual";
    addEventListener("popstate", arrive);
    document.addEventListener("click", (event) => {
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
        const link = (event.target as Element).closest("a");
        if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
        if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
        if (/^\/(v1|docs|log|assets)(\/|$)/.test(link.pathname)) return;
        if (!patterns.some((pattern) => matched(pattern, link.pathname))) return;
        event.preventDefault();
        go(link.pathname + link.search, (link.closest("[data-row]") as HTMLElement | null)?.dataset["row"]);
    });
}
