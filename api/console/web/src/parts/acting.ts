// An act that is asked for in a dialog: its fields, what the program answers, and both versions where somebody else was
// faster. The same key goes with every attempt, so that an act is done once.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Answer } from "../api/client.js";
import { Part } from "../screen.js";
import { Sending } from "../sending.js";
import { c } from "../words/common.js";
import { dateText, dateTyped, instantTyped } from "../words/format.js";
import { words } from "../words/words.js";
import type { DocumentKind } from "./documents.js";
import { openDialog, toast } from "./overlays.js";
import type { Choice } from "./search.js";

const w = words({
    day: ["Ngày theo dạng dd/MM/yyyy", "A date as dd/MM/yyyy"],
    moment: ["Ngày và giờ theo dạng dd/MM/yyyy HH:mm", "Date and time as dd/MM/yyyy HH:mm"],
    dayWrong: ["Ngày phải có dạng dd/MM/yyyy", "The date must be dd/MM/yyyy"],
    optional: ["không bắt buộc", "optional"],
    choose: ["Chọn", "Choose"],
});

export interface Field {
    name: string;
    label: string;
    kind?:
        | "text"
        | "area"
        | "date"
        | "moment"
        | "number"
        | "choice"
        | "tel"
        | "yes"
        | "several"
        | "document"
        | "file"; // text
    hint?: string;
    value?: string; // dates as the API has them, a moment as it is typed
    choices?: readonly Choice[];
    optional?: boolean;
    of?: DocumentKind; // of a document
    least?: number;
    most?: number;
}
// A file is not among what is given: it is handed to `send` beside it.
export type Given = Readonly<Record<string, string>>; // dates and instants as the API takes them; "yes" or nothing for a box,
// those that were chosen of several with spaces between

export interface Acting {
    title: string;
    about?: unknown; // what the act does, on what
    fields: readonly Field[];
    button: string;
    danger?: boolean;
    wide?: boolean;
    revision?: number; // that was seen
    send: (given: Given, key: string, revision: number | undefined, file?: File) => Promise<Answer<unknown>>;
    done: string; // said when it is done
}

class ActForm extends Part {
    @property({ attribute: false }) acting!: Acting;
    @property({ attribute: false }) close!: (done?: boolean) => void;
    private readonly sending = new Sending(this);
    private wrong: string | undefined;

    private given(): Given | undefined {
        const form = this.querySelector("form")!;
        const data = new FormData(form);
        const all: Record<string, string> = {};
        for (const field of this.acting.fields) {
            if (field.kind === "file") continue;
            const typed = data.getAll(field.name).map(String).join(" ").trim();
            if ((field.kind === "date" || field.kind === "moment") && typed !== "") {
                const day = field.kind === "date" ? dateTyped(typed) : instantTyped(typed);
                if (!day) {
                    this.wrong = field.name;
                    this.requestUpdate();
                    form.querySelector<HTMLInputElement>(`[name="${field.name}"]`)?.focus();
                    return undefined;
                }
                all[field.name] = day;
            } else all[field.name] = typed;
        }
        this.wrong = undefined;
        return all;
    }

    private async send(): Promise<void> {
        const given = this.given();
        if (!given || this.sending.busy) return;
        const chosen = this.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
        const file = chosen && chosen.size > 0 ? chosen : undefined;
        const done = await this.sending.send(
            (key) => this.acting.send(given, key, this.acting.revision, file),
            undefined,
            () => this.close(true),
        );
        if (!done) return;
        this.close(true);
        toast(this.acting.done);
    }

    override render(): TemplateResult {
        const { acting } = this;
        return html`<form
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.send();
            }}
        >
            ${acting.about ? html`<div class="about">${acting.about}</div>` : nothing}
            ${acting.fields.map((field) => this.field(field))} ${this.sending.view()}
            ${
                this.sending.conflicting
                    ? nothing
                    : html`<p class="actions">
                          <button class=${acting.danger ? "danger" : ""} aria-disabled=${this.sending.busy ? "true" : nothing}>
                              ${acting.button}
                          </button>
                          <button type="button" class="quiet" @click=${() => this.close()}>${c.cancel}</button>
                      </p>`
            }
        </form>`;
    }

    private field(field: Field): TemplateResult {
        if (field.kind === "yes")
            return html`<label class="choice">
                <input
                    type="checkbox"
                    name=${field.name}
                    value="yes"
                    ?checked=${field.value === "yes"}
                    ?required=${!field.optional}
                />
                ${field.label}
            </label>`;
        if (field.kind === "several")
            return html`<fieldset>
                <legend>${field.label}</legend>
                <div class="options">
                    ${field.choices?.map(
                        ({ value, title }) =>
                            html`<label><input type="checkbox" name=${field.name} value=${value} />${title}</label>`,
                    )}
                </div>
            </fieldset>`;
        const wrong = this.wrong === field.name;
        const hint = field.hint ?? (field.kind === "date" ? w.day : field.kind === "moment" ? w.moment : undefined);
        if (field.kind === "document")
            return html`<div class="field">
                <span
                    >${field.label}${
                        field.optional ? html` <small class="muted">(${w.optional})</small>` : nothing
                    }</span
                >
                <mb-document
                    .name=${field.name}
                    .label=${field.label}
                    .value=${field.value ?? ""}
                    .kind=${field.of ?? "DECISION"}
                    .optional=${field.optional ?? false}
                ></mb-document>
            </div>`;
        return html`<label class="field">
            <span>${field.label}${field.optional ? html` <small class="muted">(${w.optional})</small>` : nothing}</span>
            ${this.input(field, wrong)}
            ${
                wrong
                    ? html`<span class="error" role="alert">${w.dayWrong}</span>`
                    : hint
                      ? html`<small>${hint}</small>`
                      : nothing
            }
        </label>`;
    }

    private input(field: Field, wrong: boolean): TemplateResult {
        const { name, value = "" } = field;
        const required = !field.optional;
        if (field.kind === "area")
            return html`<textarea name=${name} ?required=${required} .defaultValue=${value}></textarea>`;
        if (field.kind === "choice")
            return html`<select name=${name} ?required=${required}>
                ${value === "" ? html`<option value="">${w.choose}</option>` : nothing}
                ${field.choices?.map(
                    (one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.title}</option>`,
                )}
            </select>`;
        if (field.kind === "file") return html`<input name=${name} type="file" ?required=${required} />`;
        return html`<input
            name=${name}
            type=${field.kind === "number" ? "number" : field.kind === "tel" ? "tel" : "text"}
            min=${field.least ?? nothing}
            max=${field.most ?? nothing}
            autocomplete="off"
            ?required=${required}
            aria-invalid=${wrong ? "true" : nothing}
            .defaultValue=${field.kind === "date" && value ? dateText(value) : value}
        />`;
    }
}
customElements.define("mb-act-form", ActForm);

// True when it was done, or somebody else's version was taken: the screen asks again.
export async function askAndAct(acting: Acting): Promise<boolean> {
    const done = await openDialog<boolean>(
        acting.title,
        (close) => html`<mb-act-form .acting=${acting} .close=${close}></mb-act-form>`,
        acting.wide,
    );
    return done ?? false;
}
