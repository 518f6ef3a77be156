// What somebody chose on this device: language, light or dark, shortcuts. Nobody else sees it.
import { speak, type Language } from "./words/words.js";

export type Theme = "auto" | "light" | "dark";
export interface Preferences {
    language: Language;
    theme: Theme;
    shortcuts: boolean;
}

const key = "minhbach.preferences";
let current: Preferences = { language: "vi", theme: "auto", shortcuts: true };
const listeners = new Set<() => void>();

export const preferences = (): Readonly<Preferences> => current;

export function prefer(change: Partial<Preferences>): void {
    current = { ...current, ...change };
    try {
        localStorage.setItem(key, JSON.stringify(current));
    } catch {
        // A browser that keeps nothing: the choice holds until the page is left.
    }
    apply();
}

export function restorePreferences(): void {
    try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
        if (typeof kept === "object" && kept !== null) current = { ...current, ...kept };
    } catch {
        // As above.
    }
    apply();
}

function apply(): void {
    speak(current.language);
    document.documentElement.lang = current.language;
    if (current.theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = current.theme;
    for (const listener of listeners) listener();
}

export function onPreferences(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}
