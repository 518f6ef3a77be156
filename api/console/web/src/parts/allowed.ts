// What the program says may be done now: buttons for that, and beneath them what cannot be done yet, and why.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { inLanguage } from "../words/vocabulary.js";
import { words } from "../words/words.js";

export type Allowed = Schemas["AllowedAction"];

const w = words({
    notYet: ["Chưa làm được, và lý do", "Not possible yet, and why"],
});

export const allowedAction = (actions: readonly Allowed[] | undefined, name: string): Allowed | undefined =>
    actions?.find((one) => one.action === name);
export const mayDo = (actions: readonly Allowed[] | undefined, name: string): boolean =>
    allowedAction(actions, name)?.allowed ?? false;

// What a button does; the title is the program's unless another one is given.
export interface Deed {
    action: string;
    title?: string;
    danger?: boolean;
    main?: boolean;
    run: () => Promise<boolean>; // true: something was done
}

// Of the deeds those that are allowed, as buttons; `done` is called after one of them.
export const deedButtons = (
    actions: readonly Allowed[] | undefined,
    deeds: readonly Deed[],
    done: () => void,
): TemplateResult | typeof nothing => {
    const shown = deeds.filter((deed) => mayDo(actions, deed.action));
    if (shown.length === 0) return nothing;
    return html`<p class="actions no-print">
        ${shown.map((deed) => {
            const known = allowedAction(actions, deed.action)!;
            return html`<button
                type="button"
                class="small ${deed.danger ? "danger" : deed.main ? "" : "quiet"}"
                @click=${() =>
                    void deed.run().then((any) => {
                        if (any) done();
                    })}
            >
                ${deed.title ?? inLanguage(known, "title")}
            </button>`;
        })}
    </p>`;
};

// What somebody would be competent for and cannot do yet. What is for others is left out.
const forOthers = ["not-competent", "self-decision", "not-found-or-not-allowed"];
export const obstaclesView = (actions: readonly Allowed[] | undefined): TemplateResult | typeof nothing => {
    const held = actions?.filter((one) => one.obstacle && !forOthers.includes(one.obstacle.type)) ?? [];
    if (held.length === 0) return nothing;
    // Where nothing can be done, why not is what one came for.
    return html`<details class="no-print" ?open=${!actions?.some((one) => one.allowed)}>
        <summary>${w.notYet}</summary>
        <ul class="plain-list spaced">
            ${held.map(
                (one) =>
                    html`<li>
                        <b>${inLanguage(one, "title")}:</b> ${inLanguage(one.obstacle!, "detail")}${
                            one.obstacle?.clause
                                ? html` <small class="muted">(${one.obstacle.clause})</small>`
                                : nothing
                        }
                    </li>`,
            )}
        </ul>
    </details>`;
};
