// Remediation plans of the person, with their measures.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, personView } from "../parts/badges.js";
import { byLine } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";
import { DossierPart } from "./tab.js";

const w = words({
    status: ["Trạng thái", "Status"],
    noPlan: ["Không có kế hoạch khắc phục", "There is no remediation plan"],
    plan: [(year: number) => `Kế hoạch khắc phục năm ${year}`, (year: number) => `Remediation plan of ${year}`],
    term: ["Thời hạn lập", "To be planned by"],
    planned: ["Đã lập ngày", "Planned on"],
    shortcoming: ["Hạn chế, khuyết điểm", "Shortcoming"],
    measure: ["Biện pháp", "Measure"],
    responsible: ["Người chịu trách nhiệm", "Responsible"],
    due: ["Thời hạn", "Due"],
    verified: ["Người xác nhận", "Verified by"],
    carried: ["Từ năm trước chuyển sang", "Carried over from earlier years"],
});

const measureStatuses: Record<Schemas["MeasureLine"]["status"], Pair> = {
    OVERDUE: ["Quá hạn", "Overdue"],
    REOPENED: ["Đã mở lại", "Reopened"],
    NOT_DONE: ["Chưa khắc phục", "Not done"],
    IN_PROGRESS: ["Đang khắc phục", "In progress"],
    DONE: ["Đã khắc phục", "Done"],
};
const standings: Record<Schemas["OwnerPlan"]["standing"], Pair> = {
    PLANNED: ["Đã lập kế hoạch", "Planned"],
    STATED: ["Đã cam kết không có hạn chế, khuyết điểm", "No shortcoming stated"],
    WITHIN_TERM: ["Chưa có, còn trong thời hạn", "None yet, within the term"],
    PAST_TERM: ["Chưa có, quá thời hạn", "None, past the term"],
};
const measureTone = (status: Schemas["MeasureLine"]["status"]): string =>
    status === "DONE" ? "good" : status === "OVERDUE" || status === "REOPENED" ? "warn" : "info";

export class PlanOf extends DossierPart {
    @property({ attribute: false }) plan = "";
    private readonly load = new Load(this, () =>
        this.plan ? get("/v1/remediation-plans/{plan}", { plan: this.plan }, this.known, this.purpose) : undefined,
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data }) => {
            const described = new Map((data.shortcomings ?? []).map((one) => [one.shortcoming, one.description]));
            return table<Schemas["MeasureLine"]>({
                label: w.measure,
                rows: (data.measures ?? []).map((one) => one.line),
                key: (line) => `${this.plan}.${line.measure}`,
                columns: [
                    { title: w.measure, cell: (line) => line.action, main: true },
                    { title: w.shortcoming, cell: (line) => described.get(line.shortcoming) ?? line.shortcoming },
                    { title: w.responsible, cell: (line) => personView(line.responsible) },
                    { title: w.due, cell: (line) => dateView(line.due) },
                    {
                        title: w.status,
                        cell: (line) =>
                            html`<span class="tag ${measureTone(line.status)}"
                                    >${say(measureStatuses[line.status])}</span
                                >
                                ${line.status === "IN_PROGRESS" ? html` ${numberText(line.degreePercent)}%` : nothing}`,
                    },
                    { title: w.verified, cell: (line) => (line.verifiedBy ? byLine(line.verifiedBy) : "–") },
                ],
            });
        })}`;
    }
}
customElements.define("mb-plan-of", PlanOf);

export class DossierRemediation extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/people/{person}/remediation", { person: this.of.line.person }, this.known, this.purpose),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const plans = data.plans ?? [];
            const carried = data.carried ?? [];
            return html`
                ${plans.length === 0 ? emptyView(w.noPlan, undefined, "list") : nothing}
                ${plans.map(
                    (plan) =>
                        html`<article class="card">
                            <div class="card-title">
                                <h2>${w.plan(plan.year)}</h2>
                                <span class="tag ${plan.standing === "PAST_TERM" ? "warn" : "info"}"
                                    >${say(standings[plan.standing])}</span
                                >
                            </div>
                            <dl class="facts">
                                <dt>${w.term}</dt>
                                <dd>${dateView(plan.term)}</dd>
                                <dt>${w.planned}</dt>
                                <dd>${dateView(plan.plannedOn)}</dd>
                            </dl>
                            <mb-plan-of .of=${this.of} .plan=${plan.plan}></mb-plan-of>
                        </article>`,
                )}
                ${
                    carried.length === 0
                        ? nothing
                        : html`<section class="block">
                          <h2>${w.carried}</h2>
                          <ul class="plain-list">
                              ${carried.map(
                                  (one) => html`<li>${one.year}: ${one.description} – ${one.measure.action}</li>`,
                              )}
                          </ul>
                      </section>`
                }
                ${recordLine(asOf)}
            `;
        })}`;
    }
}
customElements.define("mb-dossier-remediation", DossierRemediation);
