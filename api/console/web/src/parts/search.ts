// Fields that narrow what is shown. What is typed or chosen goes into the address.
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { filter, place } from "../router.js";
import { session } from "../session.js";
import { c } from "../words/common.js";
import { dateText, dayOf, momentTyped } from "../words/format.js";
import { icon } from "./icons.js";
import { toast } from "./overlays.js";

let waiting: ReturnType<typeof setTimeout> | undefined;
let typedInto: EventTarget | null = null; // the field whose words are not in the address yet

// Marks may be left out: the program folds them. Filters after a moment without typing, or at Enter. While somebody
// types, the field is theirs: the address follows it, and a space before the next word stays.
export const searchField = (name = "search"): TemplateResult => {
    const asked = place().query.get(name) ?? "";
    const take = (field: HTMLInputElement): void => {
        clearTimeout(waiting);
        typedInto = null;
        const value = field.value.trim();
        if (field.isConnected && value !== (place().query.get(name) ?? ""))
            filter({ [name]: value, cursor: undefined }, true);
    };
    const follow = (field?: Element): void => {
        if (!(field instanceof HTMLInputElement) || field === typedInto) return;
        if (field.value.trim() !== asked) field.value = asked;
    };
    return html`<label class="search">
        <span class="visually-hidden">${c.search}</span>${icon("search")}
        <input
            type="search"
            name=${name}
            placeholder=${c.search}
            autocomplete="off"
            ${ref(follow)}
            @change=${(event: Event) => take(event.target as HTMLInputElement)}
            @input=${(event: Event) => {
                typedInto = event.target;
                clearTimeout(waiting);
                waiting = setTimeout(() => take(event.target as HTMLInputElement), 350);
            }}
        />
    </label>`;
};

export interface Choice {
    value: string;
    title: string;
}
export const choiceField = (
    label: string,
    name: string,
    choices: readonly Choice[],
    all?: string,
): TemplateResult => {
    const chosen = place().query.get(name) ?? "";
    return html`<label class="field">
        ${label}
        <select
            name=${name}
            @change=${(event: Event) =>
                filter({ [name]: (event.target as HTMLSelectElement).value, cursor: undefined })}
        >
            ${all === undefined ? nothing : html`<option value="" ?selected=${chosen === ""}>${all}</option>`}
            ${choices.map(
                (choice) =>
                    html`<option value=${choice.value} ?selected=${choice.value === chosen}>${choice.title}</option>`,
            )}
        </select>
    </label>`;
};

// "2023-11-30T24:00" as people write it.
export const momentText = (moment: string): string => {
    const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(moment);
    return match ? `${match[3]}/${match[2]}/${match[1]} ${match[4] ?? ""}`.trim() : moment;
};

// The bar that cannot be overlooked while one looks at the past; ?known_as_of of the address, as the API takes it.
export const asOfBar = (): TemplateResult | typeof nothing => {
    const moment = place().query.get("known_as_of");
    if (!moment) return nothing;
    return html`<div class="as-of" role="status">
        ${icon("clock")}<b>${c.asOf(momentText(moment))}</b>
        <button type="button" @click=${() => filter({ known_as_of: undefined })}>${c.asOfNow}</button>
    </div>`;
};

// Days of the cycle for the slider beside the field: from two months before files are due to four after, not in the
// future.
const kBefore = 60;
const kAfter = 120;
const dayAt = (begin: string, days: number): string =>
    new Date(Date.parse(`${begin}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const daysBetween = (begin: string, end: string): number =>
    Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${begin}T00:00:00Z`)) / 86_400_000);

const daySlider = (): TemplateResult | typeof nothing => {
    const due = session().cycle?.submission.lastDay;
    if (!due) return nothing;
    const begin = dayAt(due, -kBefore);
    const last = Math.max(1, Math.min(kBefore + kAfter, daysBetween(begin, dayOf(new Date().toISOString()))));
    const moment = place().query.get("known_as_of");
    const at = moment ? Math.min(last, Math.max(0, daysBetween(begin, moment.slice(0, 10)))) : last;
    const name = (days: number): string => (days === last ? c.asOfLatest : c.asOfDay(dateText(dayAt(begin, days))));
    return html`<label class="field day-slider">
        ${c.asOfSlide} <output .textContent=${name(at)}></output>
        <input
            type="range"
            name="day"
            min="0"
            max=${last}
            .value=${String(at)}
            aria-valuetext=${name(at)}
            @input=${(event: Event) => {
                const field = event.target as HTMLInputElement;
                const said = name(Number(field.value));
                field.setAttribute("aria-valuetext", said);
                field.previousElementSibling!.textContent = said;
            }}
            @change=${(event: Event) => {
                const days = Number((event.target as HTMLInputElement).value);
                filter({ known_as_of: days === last ? undefined : `${dayAt(begin, days)}T24:00` }, true);
            }}
        />
    </label>`;
};

export const asOfField = (): TemplateResult => html`<div class="as-of-fields">
    <form
        class="inline"
        @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const typed = String(new FormData(event.target as HTMLFormElement).get("moment") ?? "");
            const moment = momentTyped(typed);
            if (moment || typed.trim() === "") filter({ known_as_of: moment });
            else toast(c.asOfWrong, "warn");
        }}
    >
        <label class="field">
            ${c.asOfAsk}
            <input
                name="moment"
                size="26"
                placeholder=${c.asOfHint}
                .value=${momentText(place().query.get("known_as_of") ?? "")}
            />
        </label>
        <button class="quiet">${c.show}</button>
    </form>
    ${daySlider()}
</div>`;
