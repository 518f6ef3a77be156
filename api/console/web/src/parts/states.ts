// The states of what is asked for: waiting, refused, unreachable, empty; and the conflict of two versions.
import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../api/client.js";
import { filter } from "../router.js";
import { c } from "../words/common.js";
import { inLanguage } from "../words/vocabulary.js";
import { icon, type IconName } from "./icons.js";
import { toast } from "./overlays.js";

export const loadingView = (rows = 4): TemplateResult => html`
    <div class="loading" role="status">
        <span class="visually-hidden">${c.loading}</span>
        ${Array.from({ length: rows }, () => html`<div class="skeleton" aria-hidden="true"></div>`)}
    </div>
`;

export const emptyView = (title: string, hint?: unknown, sign: IconName = "check"): TemplateResult => html`
    <div class="empty">
        ${icon(sign)}
        <p class="empty-title">${title}</p>
        ${hint ? html`<p class="muted">${hint}</p>` : nothing}
    </div>
`;

export const offlineView = (again?: () => void): TemplateResult => html`
    <div class="notice warn" role="alert">
        ${icon("offline")}
        <div>
            <p class="notice-title">${c.offline}</p>
            <p>${c.offlineHint}</p>
            ${again ? html`<button class="quiet" @click=${again}>${c.again}</button>` : nothing}
        </div>
    </div>
`;

// What was refused, why, on which clause, and in which field.
export const problemView = (problem: Problem): TemplateResult => html`
    <div class="notice danger" role="alert">
        ${icon("warn")}
        <div>
            <p class="notice-title">${inLanguage(problem, "title")}</p>
            <p>${inLanguage(problem, "detail")}</p>
            ${problem.clause ? html`<p class="muted"><b>${c.basis}:</b> ${problem.clause}</p>` : nothing}
            ${problem.field ? html`<p class="muted"><b>${c.field}:</b> <code>${problem.field}</code></p>` : nothing}
            ${
                problem.more?.length
                    ? html`<ul>
                      ${problem.more.map((one) => html`<li>${inLanguage(one, "detail")}</li>`)}
                  </ul>`
                    : nothing
            }
        </div>
    </div>
`;

// Asked before a named record is opened by somebody for whom that is no daily work. The purpose goes into the address,
// so that the same view can be shared with whoever has the same task. The one stated last on this visit is proposed.
let stated = "";
export const purposeView = (): TemplateResult => html`
    <form
        class="card narrow"
        @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const given = new FormData(event.target as HTMLFormElement).get("purpose");
            stated = String(given ?? "").trim();
            filter({ purpose: stated }, true);
        }}
    >
        <h2>${c.purposeTitle}</h2>
        <p class="muted">${c.purposeHint}</p>
        <label class="field"
            >${c.purpose}<input
                name="purpose"
                required
                minlength="3"
                maxlength="300"
                autocomplete="off"
                .value=${stated}
        /></label>
        <button>${c.open}</button>
    </form>
`;

export interface Version {
    label: string;
    value: string;
}

const inLines = (text: string): unknown => text.split("\n").map((line, at) => (at > 0 ? html`<br />${line}` : line));

// Where the browser keeps the clipboard from pages, the table is marked instead, to be copied by hand.
async function copyMine(button: HTMLElement, rows: readonly { label: string; mine: string }[]): Promise<void> {
    try {
        await navigator.clipboard.writeText(rows.map((row) => `${row.label}: ${row.mine}`).join("\n"));
        toast(c.copied);
    } catch {
        const compared = button.closest("section")?.querySelector("table");
        if (compared) getSelection()?.selectAllChildren(compared);
    }
}

// 412: what one entered beside what the system holds now, row by row; what differs is marked by a word's weight too.
export const conflictView = (
    rows: readonly { label: string; mine: string; theirs: string }[],
    keepMine: () => void,
    takeTheirs: () => void,
): TemplateResult => html`
    <section class="notice warn" role="alert">
        ${icon("warn")}
        <div class="grow">
            <p class="notice-title">${c.conflict}</p>
            <p>${c.conflictHint}</p>
            <table class="compare">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">${c.mine}</th>
                        <th scope="col">${c.theirs}</th>
                    </tr>
                </thead>
                <tbody>
                    ${rows.map(
                        (row) =>
                            html`<tr class=${row.mine === row.theirs ? "" : "differs"}>
                                <th scope="row">${row.label}</th>
                                <td data-label=${c.mine}>${inLines(row.mine)}</td>
                                <td data-label=${c.theirs}>${inLines(row.theirs)}</td>
                            </tr>`,
                    )}
                </tbody>
            </table>
            <p class="actions">
                <button type="button" @click=${keepMine}>${c.keepMine}</button>
                <button type="button" class="quiet" @click=${takeTheirs}>${c.takeTheirs}</button>
                <button
                    type="button"
                    class="quiet"
                    @click=${(event: Event) => void copyMine(event.currentTarget as HTMLElement, rows)}
                >
                    ${c.copyMine}
                </button>
            </p>
        </div>
    </section>
`;
