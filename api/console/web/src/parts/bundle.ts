// Whom inspection gathers while it reads, to take their records away together. Kept on this device, for whoever is
// signed in; nothing of it is sent before a package is asked for.
import { html, nothing, type TemplateResult } from "lit";
import { me, roles } from "../session.js";
import { words } from "../words/words.js";
import { icon } from "./icons.js";

const w = words({
    add: ["Thêm vào gói hồ sơ", "Add to the bundle"],
    remove: ["Bỏ khỏi gói hồ sơ", "Take out of the bundle"],
    open: [
        (n: number) => `Gói đang chọn: ${n} người`,
        (n: number) => `Bundle: ${n} ${n === 1 ? "person" : "people"}`,
    ],
});

export interface Bundled {
    person: string;
    name: string;
}
const kMost = 100;
const keyOf = (): string => `minhbach.bundle.${me()?.person ?? ""}`;

// Others take away their own record alone.
export const mayBundle = (): boolean => roles.inspecting();

export function bundled(): Bundled[] {
    try {
        return JSON.parse(localStorage.getItem(keyOf()) ?? "[]") as Bundled[];
    } catch {
        return [];
    }
}

export function bundle(people: readonly Bundled[]): void {
    try {
        localStorage.setItem(keyOf(), JSON.stringify(people.slice(0, kMost)));
    } catch {
        // Then nothing is gathered.
    }
}

const isBundled = (person: string): boolean => bundled().some((one) => one.person === person);

export function toggleBundled(one: Bundled): void {
    bundle(
        isBundled(one.person)
            ? bundled().filter(({ person }) => person !== one.person)
            : [...bundled(), { person: one.person, name: one.name }],
    );
}

// Of one person, where a record is open.
export const bundleButton = (one: Bundled, changed: () => void): TemplateResult | typeof nothing => {
    if (!mayBundle()) return nothing;
    const inIt = isBundled(one.person);
    return html`<button
        type="button"
        class="quiet small no-print"
        data-key="x"
        aria-pressed=${inIt ? "true" : "false"}
        @click=${() => {
            toggleBundled(one);
            changed();
        }}
    >
        ${icon(inIt ? "check" : "document")}${inIt ? w.remove : w.add}
    </button>`;
};

export const bundleLink = (): TemplateResult | typeof nothing => {
    const many = mayBundle() ? bundled().length : 0;
    return many > 0 ? html`<a class="button quiet small no-print" href="/goi-ho-so">${w.open(many)}</a>` : nothing;
};
