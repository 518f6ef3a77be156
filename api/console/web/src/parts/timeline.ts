// What happened, newest first, by day.
import { html, nothing, type TemplateResult } from "lit";
import { dateText, dayOf } from "../words/format.js";
import { revealing } from "./reveal.js";

export interface Happening {
    key: string;
    at: string; // an instant
    title: unknown;
    detail?: unknown;
    tone?: "plain" | "good" | "warn" | "danger";
}

export function timeline(label: string, happenings: readonly Happening[]): TemplateResult {
    const days: [day: string, of: Happening[]][] = [];
    for (const one of happenings) {
        const day = dayOf(one.at);
        const last = days.at(-1);
        if (last?.[0] === day) last[1].push(one);
        else days.push([day, [one]]);
    }
    return html`<ol class="timeline" aria-label=${label}>
        ${days.map(
            ([day, of]) =>
                html`<li class="day">
                    <h3><time datetime=${day}>${dateText(day)}</time></h3>
                    <ol>
                        ${of.map(
                            (one) =>
                                html`<li class="happening ${one.tone ?? "plain"}" data-row=${one.key} tabindex="-1">
                                    <div class="happening-title">${one.title}</div>
                                    ${one.detail ? html`<div class="happening-detail">${one.detail}</div>` : nothing}
                                </li>`,
                        )}
                    </ol>
                </li>`,
        )}
    </ol>`;
}

export interface Step {
    title: string;
    at?: string; // reached then; absent: not yet
    now?: boolean;
}
// The milestones of a procedure, in order, reached and to come.
export const milestones = (label: string, steps: readonly Step[]): TemplateResult => html`
    <ol class="milestones" aria-label=${label} ${revealing()}>
        ${steps.map(
            (step) =>
                html`<li class=${step.at ? "reached" : ""} aria-current=${step.now ? "step" : nothing}>
                    <span>${step.title}</span>${
                        step.at ? html`<time datetime=${step.at}>${dateText(step.at)}</time>` : nothing
                    }
                </li>`,
        )}
    </ol>
`;
