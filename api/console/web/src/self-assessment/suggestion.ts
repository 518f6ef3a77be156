// What the criteria give on the choices made so far. The program tries them on what it holds of the dossier: the bound
// rulebook, tasks, months worked, discipline, levels of units; nothing is kept.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { act, type Schemas } from "../api/client.js";
import { levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { Part } from "../screen.js";
import { numberText } from "../words/format.js";
import { rulebookWords } from "../words/rulebook.js";
import { inLanguage, qualitiesOf } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import type { Content } from "./content.js";

const w = words({
    title: ["Theo tiêu chí, từ số liệu tự khai", "By the criteria, from what you declare"],
    note: [
        "Tính thử, không lưu và không phải là kết quả. Mức do cấp có thẩm quyền kết luận.",
        "Tried and not kept; no result. The competent authority decides.",
    ],
    first: ["Chọn đủ các mục bên trái để xem.", "Choose all items first."],
    trace: ["Xem căn cứ từng tiêu chí", "Show each criterion"],
    taken: ["Số liệu hệ thống đang có", "What the program holds"],
    months: ["Số tháng công tác trong năm", "Months worked this year"],
    absent: ["Số tháng nghỉ", "Months absent"],
    disciplines: ["Quyết định kỷ luật", "Disciplinary decisions"],
    rulebook: ["Bộ quy tắc", "Rulebook"],
});

type Tried = Schemas["anonymousWhatIfAnswer"];
interface Facts {
    service?: { monthsWorked: number; absenceMonths: number };
    disciplines?: readonly unknown[];
}

class Suggestion extends Part {
    @property({ attribute: false }) dossier = "";
    @property({ attribute: false }) leader = false;
    @property({ attribute: false }) content!: Content;
    private tried: { of: string; answer?: Tried | undefined; obstacle?: string } | undefined;

    override updated(): void {
        void this.try();
    }

    // Once for each set of choices.
    private async try(): Promise<void> {
        const { values, effectiveness } = this.content;
        const qualities = qualitiesOf(this.leader);
        if (!effectiveness || qualities.some((quality) => !values[quality])) return;
        const general = Object.fromEntries(qualities.map((quality) => [quality, values[quality]]));
        const changes = { general, effectiveness };
        const of = JSON.stringify([this.dossier, changes]);
        if (this.tried?.of === of) return;
        this.tried = { ...this.tried, of };
        const answer = await act("/v1/rules/what-if", {}, { dossier: this.dossier, changes });
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
        const { service, disciplines } = answer.facts as Facts;
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
            </details>
            <h3>${w.taken}</h3>
            <dl class="facts">
                <dt>${w.months}</dt>
                <dd>${service ? numberText(service.monthsWorked) : "–"}</dd>
                ${
                    service && service.absenceMonths > 0
                        ? html`<dt>${w.absent}</dt>
                          <dd>${numberText(service.absenceMonths)}</dd>`
                        : nothing
                }
                <dt>${w.disciplines}</dt>
                <dd>${numberText(disciplines?.length ?? 0)}</dd>
                <dt>${w.rulebook}</dt>
                <dd>${rulebookWords(answer.rulebook)}</dd>
            </dl>`;
    }
}
customElements.define("mb-suggestion", Suggestion);

const pairText = (pair: { vi: string; en: string }): string => inLanguage({ text: pair.vi, textEn: pair.en }, "text");

export const suggestionView = (dossier: string, leader: boolean, content: Content): TemplateResult =>
    html`<aside class="card sticky" aria-label=${w.title}>
        <mb-suggestion .dossier=${dossier} .leader=${leader} .content=${content}></mb-suggestion>
    </aside>`;
