// Which unit a screen is about: ?unit= of the address; else the first one that a mandate of today reaches; else, for
// those who see everything, none.
import { html, nothing, type TemplateResult } from "lit";
import { filter, place } from "../router.js";
import { me, type Power } from "../session.js";
import { words } from "../words/words.js";

const w = words({
    unit: ["Đơn vị", "Unit"],
    code: ["Mã đơn vị", "Unit's code"],
    show: ["Xem", "Show"],
});

interface Reached {
    unit: string;
    name: string;
}
// With `power`, those over which it is held.
export function unitsReached(power?: Power): Reached[] {
    const all = new Map<string, Reached>();
    for (const mandate of me()?.mandates ?? [])
        if (!power || mandate.powers?.includes(power))
            all.set(mandate.unit, { unit: mandate.unit, name: mandate.unitName ?? mandate.unit });
    return [...all.values()];
}

const seesAll = (): boolean => (me()?.seesAll ?? false) || (me()?.inspects ?? false) || (me()?.receives ?? false);

export const unitShown = (power?: Power): string | undefined =>
    place().query.get("unit") ?? (seesAll() ? undefined : unitsReached(power)[0]?.unit);

// A choice among the units one holds a mandate over; a code to be typed for those who see everything.
export const unitField = (power?: Power): TemplateResult | typeof nothing => {
    if (seesAll())
        return html`<form
            class="inline"
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                filter({ unit: String(new FormData(event.target as HTMLFormElement).get("unit") ?? "").trim() });
            }}
        >
            <label class="field"
                >${w.code}<input name="unit" size="12" autocomplete="off" .value=${place().query.get("unit") ?? ""}
            /></label>
            <button class="quiet">${w.show}</button>
        </form>`;
    const reached = unitsReached(power);
    if (reached.length < 2) return nothing;
    const shown = unitShown(power);
    return html`<label class="field">
        ${w.unit}
        <select name="unit" @change=${(event: Event) => filter({ unit: (event.target as HTMLSelectElement).value })}>
            ${reached.map(
                (one) =>
                    html`<option value=${one.unit} ?selected=${one.unit === shown}>${one.name} (${one.unit})</option>`,
            )}
        </select>
    </label>`;
};
