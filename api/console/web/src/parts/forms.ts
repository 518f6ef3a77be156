// Pieces of forms: a choice of few, a long text with its count, the receipt of what was handed in.
import { html, nothing, type TemplateResult } from "lit";
import { ask, get, type Accepted } from "../api/client.js";
import { numberText, timeText } from "../words/format.js";
import { words } from "../words/words.js";
import { icon } from "./icons.js";

const w = words({
    received: ["Đã ghi nhận", "Recorded"],
    record: ["Bản ghi số", "Record no."],
    at: ["Dấu thời gian ghi nhận", "Time of the record"],
    code: ["Mã xác nhận", "Code of the record"],
    codeHint: [
        "Mã này đổi nếu một chữ trong bản ghi đổi. Giữ lại mã hoặc biên nhận để đối chiếu.",
        "The code would differ if one letter of the record did. Keep it, or the receipt, to compare.",
    ],
    download: ["Tải biên nhận", "Download the receipt"],
    print: ["In trang này", "Print this page"],
    count: [
        (n: number, of: number) => `${numberText(n)}/${numberText(of)} ký tự`,
        (n: number, of: number) => `${numberText(n)}/${numberText(of)} characters`,
    ],
});

export function options<T extends string>(given: {
    legend: string;
    name: string;
    values: readonly T[];
    words: (value: T) => unknown;
    chosen: T | undefined;
    choose: (value: T) => void;
    hint?: unknown;
    error?: string | undefined;
}): TemplateResult {
    return html`<fieldset>
        <legend>${given.legend}</legend>
        ${given.hint ? html`<p class="muted">${given.hint}</p>` : nothing}
        <div class="options">
            ${given.values.map(
                (value) =>
                    html`<label>
                        <input
                            type="radio"
                            name=${given.name}
                            value=${value}
                            .checked=${given.chosen === value}
                            @change=${() => given.choose(value)}
                        />
                        ${given.words(value)}
                    </label>`,
            )}
        </div>
        ${given.error ? html`<p class="error">${given.error}</p>` : nothing}
    </fieldset>`;
}

export const longText = (given: {
    label: string;
    name: string;
    value: string;
    change: (value: string) => void;
    hint?: string;
    max?: number;
    required?: boolean;
    error?: string | undefined;
}): TemplateResult => {
    const max = given.max ?? 8000;
    return html`<label class="field">
        ${given.label} ${given.hint ? html`<small>${given.hint}</small>` : nothing}
        <textarea
            name=${given.name}
            maxlength=${max}
            ?required=${given.required ?? false}
            aria-invalid=${given.error ? "true" : nothing}
            .value=${given.value}
            @input=${(event: Event) => given.change((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <small class="counter">${w.count(given.value.length, max)}</small>
        ${given.error ? html`<span class="error">${given.error}</span>` : nothing}
    </label>`;
};

// The hash of what was written, where one may see its proof.
export async function leafHashOf(accepted: Accepted): Promise<string | undefined> {
    const proof = await ask(get("/v1/log/entries/{position}/proof", { position: accepted.position }));
    return proof.kind === "ready" ? proof.body.leafHash : undefined;
}

// After an act: under which number it stands, when it was recorded, and the hash that binds it.
export const receiptView = (
    accepted: Accepted,
    leafHash: string | undefined,
    title: string,
    what: unknown,
): TemplateResult => html`
    <section class="card accent receipt">
        <div class="card-title">
            <h2>${icon("shield")} ${title}</h2>
            <span class="tag good">${w.received}</span>
        </div>
        ${what}
        <dl class="facts">
            <dt>${w.record}</dt>
            <dd>${numberText(accepted.position)}</dd>
            <dt>${w.at}</dt>
            <dd><time datetime=${accepted.recordedAt}>${timeText(accepted.recordedAt)}</time></dd>
            ${
                leafHash
                    ? html`<dt>${w.code}</dt>
                      <dd><code class="hash">${leafHash}</code></dd>`
                    : nothing
            }
        </dl>
        <p class="muted">${w.codeHint}</p>
        <p class="actions">
            <a class="button quiet" href=${accepted.links.receipt} download="bien-nhan-${accepted.position}.txt"
                >${icon("document")}${w.download}</a
            >
            <button type="button" class="quiet" @click=${() => print()}>${icon("print")}${w.print}</button>
        </p>
    </section>
`;
