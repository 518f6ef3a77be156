// What the criteria give on the choices made so far: tried by the program, kept nowhere.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { act, type Schemas } from "../api/client.js";
import { levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { Part } from "../screen.js";
import { inLanguage, qualitiesOf } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import type { Content, Dossier, Work } from "./content.js";

const w = words({
    title: ["Theo tiêu chí, từ số liệu tự khai", "By the criteria, from what you declare"],
    note: [
        "Tính thử, không lưu và không phải là kết quả. Mức do cấp có thẩm quyền kết luận.",
        "Tried and not kept; no result. The competent authority decides.",
    ],
    first: ["Chọn đủ các mục bên trái để xem.", "Choose all items first."],
    trace: ["Xem căn cứ từng tiêu chí", "Show each criterion"],
});

type Tried = Schemas["anonymousWhatIfAnswer"];
class Suggestion extends Part {
    @property({ attribute: false }) dossier!: Dossier;
    @property({ attribute: false }) work!: Work;
    @property({ attribute: false }) content!: Content;
    private tried: { of: string; answer?: Tried | undefined; obstacle?: string } | undefined;

    override updated(): void {
        void this.try();
    }

    // Once for each set of choices.
    private async try(): Promise<void> {
        const { values, effectiveness } = this.content;
        const qualities = qualitiesOf(this.dossier.line.leader);
        if (!effectiveness || qualities.some((quality) => !values[quality])) return;
        const general = Object.fromEntries(qualities.map((quality) => [quality, values[quality]]));
        const { line } = this.dossier;
        const facts = {
            rulebook: "nd90-48-2023",
            track: "STATE",
            year: line.year,
            subject: { class: line.subjectClass, leader: line.leader },
            disciplines: [],
            violationsAlreadyCounted: [],
            general,
            criteria: this.work.criteria,
            effectiveness,
            service: { monthsWorked: 12, absenceMonths: 0, maternityMonths: 0 },
            findings: { degradation: false, unitCorruptionHandled: false },
            tasks: this.work.counts,
        };
        const of = JSON.stringify(facts);
        if (this.tried?.of === of) return;
        this.tried = { ...this.tried, of };
        const answer = await act("/v1/rules/what-if", {}, { facts });
        if (this.tried.of !== of) return;
        this.tried = {
            of,
            ...(answer.kind === "ready" ? { answer: answer.body } : {}),
            ...(answer.kind === "refused" ? { obstacle: inLanguage(answer.problem, "detail") } : {}),
        };
        this.requestUpdate();
    }

    override render(): TemplateResult {
        const answer = this.tried?.answer;
        return html`<h2>${w.title}</h2>
            ${answer ? this.answered(answer) : html`<p class="muted">${this.tried?.obstacle ?? w.first}</p>`}
            <p class="muted">${w.note}</p>`;
    }

    private answered(answer: Tried): TemplateResult {
        return html`${answer.level ? levelBadge(answer.level) : nothing}
            <p role="status">${pairText(answer.conclusion)}</p>
            <details>
                <summary>${w.trace}</summary>
                <ul class="trace">
                    ${answer.trace?.map(
                        (one) =>
                            html`<li>${icon(one.held ? "check" : "close")}<span>${pairText(one.said)}</span></li>`,
                    )}
                </ul>
            </details>`;
    }
}
customElements.define("mb-suggestion", Suggestion);

const pairText = (pair: { vi: string; en: string }): string => inLanguage({ text: pair.vi, textEn: pair.en }, "text");

export const suggestionView = (dossier: Dossier, work: Work, content: Content): TemplateResult =>
    html`<aside class="card sticky" aria-label=${w.title}>
        <mb-suggestion .dossier=${dossier} .work=${work} .content=${content}></mb-suggestion>
    </aside>`;
