// What a rulebook says in one place: a clause with where it comes from and how sure it is, for whom something holds, a
// term in words.
import { html, nothing, type TemplateResult } from "lit";
import type { AnswerOf, Schemas } from "../api/client.js";
import { place } from "../router.js";
import { numberText } from "../words/format.js";
import {
    clauseKindWords,
    confidenceWords,
    inTongue,
    positionWords,
    stepWords,
    type Clause,
    type Position,
} from "../words/rulebook.js";
import { words } from "../words/words.js";

export type Book = AnswerOf<"/v1/rulebooks/{rulebook}">;

const w = words({
    days: [
        (n: number, of: string) => `${numberText(n)} ngày làm việc kể từ bước ${of}`,
        (n: number, of: string) => `${numberText(n)} working days from: ${of}`,
    ],
    calendarDays: [
        (n: number, of: string) => `${numberText(n)} ngày kể từ bước ${of}`,
        (n: number, of: string) => `${numberText(n)} days from: ${of}`,
    ],
    earliest: [
        (n: number, of: string) => `sớm nhất ${numberText(n)} ngày làm việc sau bước ${of}`,
        (n: number, of: string) => `${numberText(n)} working days after ${of} at the earliest`,
    ],
    before: [
        (day: number, month: number, later: number) =>
            `trước ngày ${day}/${month}${later > 0 ? " năm sau" : " của năm đánh giá"}`,
        (day: number, month: number, later: number) =>
            `before ${day}/${month} of the ${later > 0 ? "next year" : "year"}`,
    ],
});

// Whether it is for those the reader chose; what names nobody is for everybody.
export function isFor(book: Book, of: readonly string[] | undefined): boolean {
    const chosen = place().query.get("of");
    if (!chosen || !of?.length) return true;
    const column = book.columns?.find((one) => one.column === chosen);
    return of.includes(chosen) || (column !== undefined && of.includes(column.class));
}

export function whomText(book: Book, of: readonly string[] | undefined, positions?: readonly Position[]): string {
    const named = (of ?? []).map((name) => {
        const column = book.columns?.find((one) => one.column === name || one.class === name);
        return column ? inTongue(column.title) : name;
    });
    return [...named, ...(positions ?? []).map(positionWords)].join("; ");
}

export function clauseView(book: Book, id: string): TemplateResult | typeof nothing {
    const clause = book.clauses?.find((one) => one.clause === id);
    return clause ? clauseText(book, clause) : nothing;
}

export function clauseText(book: Book, clause: Clause): TemplateResult {
    const sure = clause.sourceConfidence === "EXACT";
    const wanted = place().query.get("clause") === clause.clause;
    return html`<div class="clause ${wanted ? "wanted" : ""}" data-clause=${clause.clause}>
        <p>${inTongue(clause.requirement)}</p>
        <p class="muted">
            ${clause.citation}
            <span class="tags"
                ><span class="tag ${clause.kind === "LAW" ? "info" : "plain"}"
                    >${clauseKindWords(clause.kind)}</span
                ><span class="tag ${sure ? "good" : "warn"}">${confidenceWords(clause.sourceConfidence)}</span></span
            >
            ${clause.of?.length ? html`<small>${whomText(book, clause.of)}</small>` : nothing}
        </p>
    </div>`;
}

export function termText({ days, unit, from, earliest, before }: Schemas["TermRule"]): string {
    if (before) return w.before(before.day, before.month, before.yearsLater);
    const of = from ? stepWords(from).toLocaleLowerCase() : "";
    if (earliest) return w.earliest(days ?? 0, of);
    return unit === "CALENDAR" ? w.calendarDays(days ?? 0, of) : w.days(days ?? 0, of);
}
