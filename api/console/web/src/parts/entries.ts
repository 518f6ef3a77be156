// Fields of forms whose rows come and go: each writes into the row it belongs to.
import { html, nothing, type TemplateResult } from "lit";
import { words } from "../words/words.js";

const w = words({
    remove: ["Bỏ", "Remove"],
    removeOf: [(of: string) => `Bỏ ${of}`, (of: string) => `Remove ${of}`],
});

interface Entry<K extends string> {
    of: { [Name in K]: string }; // the row
    name: K;
    label: string;
    changed?: () => void;
    area?: boolean;
    optional?: boolean;
    hint?: string;
    error?: string | false; // said instead of the hint
    least?: number; // a number, with `most`
    most?: number;
}

export const entry = <K extends string>(given: Entry<K>): TemplateResult => {
    const put = (event: Event): void => {
        given.of[given.name] = (event.target as HTMLInputElement).value.trim();
        given.changed?.();
    };
    const number = given.least !== undefined || given.most !== undefined;
    return html`<label class="field">
        ${given.label}
        ${
            given.area
                ? html`<textarea
                      class="low"
                      ?required=${!given.optional}
                      .value=${given.of[given.name]}
                      @change=${put}
                  ></textarea>`
                : html`<input
                      type=${number ? "number" : "text"}
                      min=${given.least ?? nothing}
                      max=${given.most ?? nothing}
                      ?required=${!given.optional}
                      autocomplete="off"
                      aria-invalid=${given.error ? "true" : nothing}
                      .value=${given.of[given.name]}
                      @change=${put}
                  />`
        }
        ${
            given.error
                ? html`<span class="error" role="alert">${given.error}</span>`
                : given.hint
                  ? html`<small>${given.hint}</small>`
                  : nothing
        }
    </label>`;
};

export const entryChoice = <T extends string>(given: {
    label: string;
    values: readonly T[];
    words: (value: T) => string;
    chosen: T;
    choose: (value: T) => void;
}): TemplateResult => html`<label class="field">
    ${given.label}
    <select @change=${(event: Event) => given.choose((event.target as HTMLSelectElement).value as T)}>
        ${given.values.map(
            (value) =>
                html`<option value=${value} ?selected=${value === given.chosen}>${given.words(value)}</option>`,
        )}
    </select>
</label>`;

// Takes the row out of its list; the last `least` rows stay.
export const removeButton = <T>(
    rows: T[],
    row: T,
    title: string,
    changed: () => void,
    least = 1,
): TemplateResult | typeof nothing =>
    rows.length <= least
        ? nothing
        : html`<button
              type="button"
              class="small quiet"
              aria-label=${w.removeOf(title)}
              @click=${() => {
                  rows.splice(rows.indexOf(row), 1);
                  changed();
              }}
          >
              ${w.remove}
          </button>`;

// The first number of an id that is not taken.
export const freeNumber = (taken: readonly string[], make: (n: number) => string): number => {
    let n = taken.length + 1;
    while (taken.includes(make(n))) n += 1;
    return n;
};
