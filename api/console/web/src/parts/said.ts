// What was recorded about others on this device, to notice the same words for several people.
const key = "minhbach.said";
const kMost = 200;
const kShort = 40; // characters: so short a text may well be the same

function all(): Record<string, string> {
    try {
        return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>;
    } catch {
        return {};
    }
}

export const saidBefore = (text: string, dossier: string): boolean =>
    text.length >= kShort && Object.entries(all()).some(([of, one]) => of !== dossier && one === text);

export function remember(text: string, dossier: string): void {
    const said = Object.fromEntries([...Object.entries(all()), [dossier, text]].slice(-kMost));
    try {
        localStorage.setItem(key, JSON.stringify(said));
    } catch {
        // Then nothing is noticed.
    }
}
