// Which cycle a screen is about: ?cycle= of the address, or today's.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Question } from "../api/client.js";
import { filter, place } from "../router.js";
import { session } from "../session.js";
import { words } from "../words/words.js";

const w = words({ cycle: ["Kỳ đánh giá, xếp loại", "Cycle"] });

export type Cycles = AnswerOf<"/v1/cycles">;
export const cyclesQuestion = (): Question<Cycles> => get("/v1/cycles", {});
export const cycleShown = (): string | undefined => place().query.get("cycle") ?? session().cycle?.cycle;

// Nothing to choose among one.
export const cycleField = (cycles: Cycles | undefined): TemplateResult | typeof nothing => {
    const all = cycles?.data.items ?? [];
    if (all.length < 2) return nothing;
    const shown = cycleShown();
    return html`<label class="field">
        ${w.cycle}
        <select name="cycle" @change=${(event: Event) => filter({ cycle: (event.target as HTMLSelectElement).value })}>
            ${all.map((one) => html`<option value=${one.cycle} ?selected=${one.cycle === shown}>${one.title}</option>`)}
        </select>
    </label>`;
};
