// Small signs that say one thing: a level, a status, whether a record was verified, a date, the days that are left.
// Each says it in words; shape and colour only help.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { authorText, isUnnamed } from "../words/acts.js";
import { c } from "../words/common.js";
import { dateText, dayOf, timeText } from "../words/format.js";
import {
    capacityWords,
    levelWords,
    shortLevelWords,
    statusWords,
    type Level,
    type Outcome,
    type Status,
} from "../words/vocabulary.js";
import { icon, type IconName } from "./icons.js";

const shapes: Record<Outcome, TemplateResult> = {
    EXCELLENT: svg`<path d="m8 1.500 1.900 4 4.400.6-3.200 3.100.8 4.400L8 11.500l-3.900 2.100.8-4.400L1.700 6.100l4.400-.6L8 1.500Z" />`,
    GOOD: svg`<circle cx="8" cy="8" r="6" />`,
    COMPLETED: svg`<path d="M8 1.800 14.200 8 8 14.200 1.800 8 8 1.800Z" class="hollow" />`,
    NOT_COMPLETED: svg`<path d="M8 14 1.500 3h13L8 14Z" />`,
    NOT_RATED: svg`<path d="M2.500 8h11" class="hollow" />`,
    PENDING: svg`<circle cx="8" cy="8" r="5.500" class="hollow dashed" />`,
};

// A level as a word with its own shape. `short` in tables; the whole words are told to whoever points or listens.
export const levelBadge = (level: Outcome | undefined, short = false): TemplateResult => {
    const known = level ?? "PENDING";
    return html`<span
        class="level level-${known.toLowerCase().replace("_", "-")}"
        title=${short ? levelWords(known) : nothing}
    >
        <svg viewBox="0 0 16 16" aria-hidden="true">${shapes[known]}</svg>${
            short
                ? html`<span aria-hidden="true">${shortLevelWords(known)}</span
                  ><span class="visually-hidden">${levelWords(known)}</span>`
                : levelWords(known)
        }</span
    >`;
};

export const outcomeOf = (line: { decidedLevel?: Level; notRated: boolean }): Outcome =>
    line.notRated ? "NOT_RATED" : (line.decidedLevel ?? "PENDING");

const tones: Record<Status, string> = {
    DRAFT: "plain",
    SELF_FILED: "info",
    RETURNED: "warn",
    MINUTES_PENDING: "info",
    MINUTES_ADOPTED: "info",
    PROPOSED: "info",
    DECIDED: "good",
    NOTIFIED: "good",
    ACKNOWLEDGED: "good",
    CLOSED: "plain",
};
export const statusBadge = (status: Status): TemplateResult =>
    html`<span class="tag ${tones[status]}">${statusWords(status)}</span>`;

export type Verification =
    | { state: "verified"; at: string }
    | { state: "waiting" }
    | { state: "failed" }
    | { state: "offline" };

// The four states of a proof, each a button where there is something to show.
export const verifyBadge = (verification: Verification, explain?: () => void): TemplateResult => {
    const signs: Record<Verification["state"], IconName> = {
        verified: "shield",
        waiting: "clock",
        failed: "fail",
        offline: "offline",
    };
    const said =
        verification.state === "verified"
            ? c.verified(timeText(verification.at))
            : { waiting: c.waiting, failed: c.failed, offline: c.unreached }[verification.state];
    const content = html`${icon(signs[verification.state])}<span>${said}</span>`;
    return explain
        ? html`<button type="button" class="verify ${verification.state}" @click=${explain}>${content}</button>`
        : html`<span class="verify ${verification.state}">${content}</span>`;
};

// dd/MM/yyyy, and for an instant the minute.
export const dateView = (iso: string | undefined): TemplateResult | typeof nothing =>
    iso ? html`<time datetime=${iso}>${iso.length > 10 ? timeText(iso) : dateText(iso)}</time>` : nothing;

export interface Term {
    lastDay: string;
    workingDaysLeft?: number;
    passed: boolean;
}

// A deadline as the law writes it, with the working days that are left.
export const termView = (term: Term): TemplateResult => {
    const left = term.workingDaysLeft;
    const near = !term.passed && left !== undefined && left <= 2;
    return html`<span class="term"
        >${c.until(dateText(term.lastDay))}${
            term.passed
                ? html` <span class="tag plain">${c.passed}</span>`
                : left === undefined
                  ? nothing
                  : html` <span class="tag ${near ? "warn" : "info"}">${icon("clock")}${c.daysLeft(left)}</span>`
        }</span
    >`;
};

// A person by name and code: names repeat.
export const personView = (person: { person: string; name?: string }, address?: string): TemplateResult => {
    const name = person.name || person.person;
    return html`<span class="person"
        >${address ? html`<a href=${address}>${name}</a>` : html`<span>${name}</span>`}
        <small class="code">${person.person}</small></span
    >`;
};

// A unit with its code and the unit above it: names of units repeat in the province.
export const unitView = (unit: { unit: string; name?: string; parentName?: string }): TemplateResult =>
    unit.name && unit.name !== unit.unit
        ? html`<span class="unit"
              >${unit.name}<small
                  >${unit.parentName ? `${unit.parentName} · ` : ""}<span class="code">${unit.unit}</span></small
              ></span
          >`
        : html`<span class="unit code">${unit.unit}</span>`;

// When somebody acted; no more than the day where the author is not named.
export const momentView = (by: Schemas["Provenance"]): TemplateResult | typeof nothing =>
    dateView(isUnnamed(by) ? dayOf(by.recordedAt) : (by.actedAt ?? by.recordedAt));

// Who acted, in what capacity, on which document, when, under which number of the record.
export const byView = (by: Schemas["Provenance"]): TemplateResult =>
    isUnnamed(by)
        ? html`<span class="by"><b>${authorText(by)}</b> · ${momentView(by)}</span>`
        : html`<span class="by"
              ><b>${authorText(by)}</b> ·
              ${capacityWords(by.capacity)}${by.mandateDocumentNumber ? ` · ${by.mandateDocumentNumber}` : ""} ·
              ${momentView(by)}</span
          >`;
