// What changed between two milestones: field by field with who changed it and whether that person was competent, as was
// known then and as is known now; then the texts word by word; then everything that was done between.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { icon } from "../parts/icons.js";
import { byLine, openProvenance } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { textDiff } from "../parts/text-diff.js";
import { timeline } from "../parts/timeline.js";
import { filter, place } from "../router.js";
import {
    fieldWords,
    milestonesInOrder,
    milestoneWords,
    standingWords,
    valueText,
    type Milestone,
} from "../words/acts.js";
import { dateText, numberText } from "../words/format.js";
import { words } from "../words/words.js";
import { actHappening } from "./act.js";
import { DossierPart } from "./tab.js";
import { documentsOf } from "./timeline.js";

const w = words({
    from: ["Từ mốc", "From"],
    to: ["Đến mốc", "To"],
    changes: ["Nội dung thay đổi", "What changed"],
    texts: ["Khác nhau của lời văn", "Differences of the texts"],
    acts: ["Mọi việc trong khoảng này", "Everything done between"],
    none: ["Không có giá trị nào thay đổi giữa hai mốc này", "No value changed between these milestones"],
    field: ["Nội dung", "Field"],
    was: ["Trước", "Before"],
    is: ["Sau", "After"],
    who: ["Ai thay đổi, lúc nào", "By whom, when"],
    why: ["Lý do", "Reason"],
    then: ["Theo hiểu biết lúc đó", "As known then"],
    now: ["Theo hiểu biết hiện nay", "As known now"],
    competence: ["Thẩm quyền", "Competence"],
    origin: ["Xuất xứ", "Provenance"],
    noReason: ["không nêu", "none given"],
    between: [
        (from: number, to: number) => `Từ bản ghi số ${numberText(from)} đến bản ghi số ${numberText(to)}.`,
        (from: number, to: number) => `From record ${numberText(from)} to record ${numberText(to)}.`,
    ],
    corrected: ["đính chính:", "corrected:"],
    valid: [(from: string) => `hiệu lực từ ${from}`, (from: string) => `valid from ${from}`],
});

type Line = Schemas["DiffLine"];
const isLong = (change: Schemas["FieldChange"]): boolean =>
    (change.from?.length ?? 0) > 40 && (change.to?.length ?? 0) > 40;

export class DossierDifference extends DossierPart {
    private get range(): { from: Milestone; to: Milestone } {
        const asked = (name: string, otherwise: Milestone): Milestone =>
            milestonesInOrder.find((one) => one === place().query.get(name)) ?? otherwise;
        return { from: asked("from", "MEETING"), to: asked("to", "DECISION") };
    }
    private readonly load = new Load(this, () =>
        get("/v1/dossiers/{dossier}/diff", { dossier: this.dossier }, { ...this.range, ...this.known }, this.purpose),
    );

    override render(): TemplateResult {
        const choose = (label: string, name: "from" | "to"): TemplateResult =>
            html`<label class="field">
                ${label}
                <select
                    name=${name}
                    @change=${(event: Event) => filter({ [name]: (event.target as HTMLSelectElement).value })}
                >
                    ${milestonesInOrder.map(
                        (one) =>
                            html`<option value=${one} ?selected=${one === this.range[name]}>
                                ${milestoneWords(one)}
                            </option>`,
                    )}
                </select>
            </label>`;
        return html`
            <div class="filters no-print">${choose(w.from, "from")} ${choose(w.to, "to")}</div>
            ${this.load.show((body) => {
                const lines = body.data.changes ?? [];
                const long = lines.flatMap((line) => (line.act.changes ?? []).filter(isLong));
                const documents = documentsOf(this.of);
                return html`
                    <section class="block">
                        <h2>${w.changes}</h2>
                        <p class="muted">${w.between(body.data.fromPosition, body.data.toPosition)}</p>
                        ${lines.length === 0 ? emptyView(w.none) : this.fields(lines)}
                    </section>
                    ${
                        long.length === 0
                            ? nothing
                            : html`<section class="block">
                              <h2>${w.texts}</h2>
                              ${long.map(
                                  (change) =>
                                      html`<h3>${fieldWords(change.field)}</h3>
                                          ${textDiff(change.from ?? "", change.to ?? "")}`,
                              )}
                          </section>`
                    }
                    <section class="block">
                        <h2>${w.acts}</h2>
                        ${timeline(
                            w.acts,
                            (body.data.acts ?? [])
                                .toReversed()
                                .map((act) => actHappening({ act, documents, about: this.of.line.person })),
                        )}
                    </section>
                    ${recordLine(body.asOf)}
                `;
            })}
        `;
    }

    private fields(lines: readonly Line[]): TemplateResult {
        return html`<table class="list" aria-label=${w.changes}>
            <thead>
                <tr>
                    ${[w.field, w.was, w.is, w.who, w.why, w.competence].map(
                        (title) => html`<th scope="col">${title}</th>`,
                    )}
                </tr>
            </thead>
            <tbody>
                ${lines.flatMap((line) =>
                    (line.act.changes ?? []).map(
                        (change) =>
                            html`<tr data-row=${line.act.by.position} tabindex="-1">
                                <th scope="row">
                                    ${fieldWords(change.field)}
                                    <button
                                        type="button"
                                        class="quiet small"
                                        data-key="p"
                                        @click=${() => void openProvenance({ ...line.act })}
                                    >
                                        ${w.origin}
                                    </button>
                                </th>
                                <td data-label=${w.was}>
                                    ${isLong(change) ? "…" : html`<del>${valueText(change.from)}</del>`}
                                </td>
                                <td data-label=${w.is}>
                                    ${isLong(change) ? "…" : html`<ins>${valueText(change.to)}</ins>`}
                                </td>
                                <td data-label=${w.who}>${byLine(line.act.by)}</td>
                                <td data-label=${w.why}>
                                    ${line.act.reason ?? html`<span class="muted">${w.noReason}</span>`}
                                </td>
                                <td data-label=${w.competence}>
                                    <dl class="stacked">
                                        <dt>${w.then}</dt>
                                        <dd>${this.standing(line.competence.then)}</dd>
                                        <dt>${w.now}</dt>
                                        <dd>${this.standing(line.competence.now)}</dd>
                                    </dl>
                                </td>
                            </tr>`,
                    ),
                )}
            </tbody>
        </table>`;
    }

    private standing(standing: Schemas["Standing"]): TemplateResult {
        const { document, mandate } = standing;
        return html`<span class="tag ${standing.competent ? "good" : "warn"}"
                >${icon(standing.competent ? "check" : "flag")}${standingWords(standing.why)}</span
            >
            ${
                document
                    ? html`<p>
                      ${document.registered.number}${mandate ? html`, ${w.valid(dateText(mandate.from))}` : nothing}
                  </p>`
                    : nothing
            }
            ${(document?.corrections ?? []).map((one) => html`<p class="muted">${w.corrected} ${one.reason}</p>`)}`;
    }
}
customElements.define("mb-dossier-difference", DossierDifference);
