// What stands in a party dossier and in that of a party organisation alike: the last version of a step, the decisions,
// and those that were cancelled.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { groundWords } from "../words/acts.js";
import { words } from "../words/words.js";
import { byView, levelBadge } from "./badges.js";
import { paperText } from "./party-ballot.js";

const w = words({
    decision: ["Cấp ủy quyết định", "Decision"],
    cancelled: ["Hủy kết quả", "Cancelled"],
    paper: ["Văn bản", "Paper"],
    reason: ["Lý do", "Reason"],
});

export interface Sourced<E> {
    by: Schemas["Provenance"];
    event: E;
}
type Paper = Schemas["PartyRatingDecided"]["paper"];

const entered = ({ by }: Sourced<unknown>): TemplateResult => html`<p class="muted">${byView(by)}</p>`;

export const reasonView = (reason: string | undefined): TemplateResult | typeof nothing =>
    reason ? html`<p><b>${w.reason}:</b> ${reason}</p>` : nothing;

// What counts of several versions is the last.
export function lastView<E>(
    title: string,
    all: readonly Sourced<E>[] | undefined,
    shown: (event: E) => unknown,
): TemplateResult | typeof nothing {
    const last = all?.at(-1);
    if (!last) return nothing;
    return html`<section class="card">
        <h2>${title}</h2>
        ${shown(last.event)} ${entered(last)}
    </section>`;
}

type Decided = Sourced<{ level: Schemas["PartyRatingDecided"]["level"]; reason?: string; paper: Paper }>;
export const decisionsView = (all: readonly Decided[] | undefined): unknown =>
    all?.map(
        (one) =>
            html`<section class="card">
                <h2>${w.decision}</h2>
                <p>${levelBadge(one.event.level)}</p>
                ${reasonView(one.event.reason)}
                <p><b>${w.paper}:</b> ${paperText(one.event.paper)}</p>
                ${entered(one)}
            </section>`,
    );

type Cancelled = Sourced<{ ground: Schemas["PartyRatingCancelled"]["ground"]; reason: string; paper: Paper }>;
export const cancellationsView = (all: readonly Cancelled[] | undefined): unknown =>
    all?.map(
        (one) =>
            html`<section class="card">
                <h2>${w.cancelled}</h2>
                <p>${groundWords(one.event.ground)}: ${one.event.reason}</p>
                <p><b>${w.paper}:</b> ${paperText(one.event.paper)}</p>
                ${entered(one)}
            </section>`,
    );
