// What the criteria say of one person: each clause with what was asked, what was compared, and whether it held.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { Part } from "../screen.js";
import { comparedWords, gapWords } from "../words/compared.js";
import { outcomeWords, stageWords } from "../words/judging.js";
import { rulebookWords } from "../words/rulebook.js";
import { language, words } from "../words/words.js";

const w = words({
    criteria: ["Tiêu chí và căn cứ pháp luật", "Criteria and clauses"],
    rulebook: ["Bộ quy tắc", "Rulebook"],
    outcome: ["Kết quả xét tiêu chí", "What the criteria say"],
    level: ["Mức theo tiêu chí", "Level by the criteria"],
    caps: ["Giới hạn mức", "Cap"],
    gaps: ["Trường hợp chưa có quy định", "Case without a rule"],
    allowed: ["Các mức được quyết định", "Levels allowed"],
    step: ["Bước xét", "Step"],
    requirement: ["Yêu cầu và căn cứ", "Requirement and clause"],
    compared: ["Số liệu đối chiếu", "Compared"],
    held: ["Đúng", "Held"],
    yes: ["Có", "Yes"],
    no: ["Không", "No"],
    capAbsence: ["Nghỉ từ 3 tháng đến dưới 6 tháng", "Absence of three to under six months"],
    capUnit: ["Mức xếp loại của tập thể, đơn vị", "The unit's level"],
});

class Criteria extends Part {
    @property({ attribute: false }) evaluation!: Schemas["RuleEvaluation"];

    // A decision keeps each requirement in Vietnamese; the rulebook has it in English, too.
    private readonly book = new Load(this, () =>
        language() === "en" ? get("/v1/rulebooks/{rulebook}", { rulebook: this.evaluation.rulebook }) : undefined,
    );
    private requirement({ clause, requirement }: Schemas["RuleTraceEntry"]): string {
        const same = this.book.body?.clauses?.find(
            (one) => one.clause === clause && one.requirement.vi === requirement,
        );
        return same && language() === "en" ? same.requirement.en : requirement;
    }

    override render(): TemplateResult {
        const { evaluation } = this;
        const caps = { ABSENCE_3_TO_UNDER_6_MONTHS: w.capAbsence, UNIT_LEVEL: w.capUnit };
        return html`
            <dl class="facts">
                <dt>${w.rulebook}</dt>
                <dd>
                    <a href="/bo-quy-tac/${evaluation.rulebook}">${rulebookWords(evaluation.rulebook)}</a>
                    <small class="code muted">${evaluation.rulebookHash.slice(0, 16)}</small>
                </dd>
                <dt>${w.outcome}</dt>
                <dd>${outcomeWords(evaluation.outcome)}</dd>
                ${
                    evaluation.level
                        ? html`<dt>${w.level}</dt>
                          <dd>${levelBadge(evaluation.level)}</dd>`
                        : nothing
                }
                ${(evaluation.caps ?? []).map(
                    (cap) =>
                        html`<dt>${w.caps}</dt>
                            <dd>${caps[cap]}</dd>`,
                )}
                ${(evaluation.gaps ?? []).map(
                    (gap) =>
                        html`<dt>${w.gaps}</dt>
                            <dd>${gapWords(gap)} <small class="code muted">${gap}</small></dd>`,
                )}
                ${
                    evaluation.allowedLevels?.length
                        ? html`<dt>${w.allowed}</dt>
                          <dd>${evaluation.allowedLevels.map((level) => levelBadge(level))}</dd>`
                        : nothing
                }
            </dl>
            <table class="list" aria-label=${w.criteria}>
                <thead>
                    <tr>
                        ${[w.step, w.requirement, w.compared, w.held].map(
                            (title) => html`<th scope="col">${title}</th>`,
                        )}
                    </tr>
                </thead>
                <tbody>
                    ${(evaluation.trace ?? []).map(
                        (entry) =>
                            html`<tr>
                                <td data-label=${w.step}>${stageWords(entry.stage)}</td>
                                <th scope="row" class="light">
                                    ${this.requirement(entry)}
                                    <p class="muted">
                                        <small
                                            ><a href="/bo-quy-tac/${evaluation.rulebook}?clause=${entry.clause}"
                                                >${entry.citation}</a
                                            ></small
                                        >
                                    </p>
                                    ${entry.note ? html`<p class="muted"><small>${entry.note}</small></p>` : nothing}
                                </th>
                                <td data-label=${w.compared}>${comparedWords(entry.compared)}</td>
                                <td data-label=${w.held}>
                                    <span class="tag ${entry.held ? "good" : "plain"}"
                                        >${icon(entry.held ? "check" : "close")}${entry.held ? w.yes : w.no}</span
                                    >
                                </td>
                            </tr>`,
                    )}
                </tbody>
            </table>
        `;
    }
}
customElements.define("mb-criteria", Criteria);
