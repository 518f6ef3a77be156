// How the dossier came to stand as it does, newest first; and every level that was ever given.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { byLine, openProvenance, recordLink } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { rangeField, type Chosen, type Stop } from "../parts/range.js";
import { choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { timeline } from "../parts/timeline.js";
import { filter, place } from "../router.js";
import { eventWords, groundWords, milestoneWords } from "../words/acts.js";
import { dateText, dayOf } from "../words/format.js";
import { words } from "../words/words.js";
import { actHappening } from "./act.js";
import { milestonesOf } from "./milestones.js";
import { DossierPart, type Dossier } from "./tab.js";

const w = words({
    title: ["Diễn biến", "Timeline"],
    label: ["Diễn biến, mới nhất trước", "Timeline, newest first"],
    values: ["Mọi mức đã từng được nêu", "Every level that was ever given"],
    between: ["Giữa hai mốc", "Between two milestones"],
    type: ["Loại việc", "Kind of act"],
    all: ["Tất cả", "All"],
    older: [
        "Chỉ hiện 500 việc mới nhất. Hãy lọc theo loại việc để xem các việc trước.",
        "Only the newest 500 acts are shown. Filter by kind to see earlier ones.",
    ],
    none: ["Không có việc nào thuộc loại này", "No act of this kind"],
    kind: ["Bước", "Step"],
    level: ["Mức", "Level"],
    who: ["Ai nêu, tư cách, căn cứ", "By whom, capacity, document"],
    why: ["Lý do", "Reason"],
    standing: ["Hiệu lực", "Standing"],
    inForce: ["Đang có hiệu lực", "In force"],
    superseded: ["Đã được thay thế", "Superseded"],
    cancelled: ["Đã hủy", "Cancelled"],
    origin: ["Xuất xứ", "Provenance"],
    self: ["Tự xếp loại", "Self-assessment"],
    proposal: ["Đề xuất", "Proposal"],
    decision: ["Kết luận", "Decision"],
    document: ["Văn bản", "Document"],
    replaced: [
        (n: number) => `${n} kết luận đã được thay thế, vẫn giữ nguyên để đối chiếu.`,
        (n: number) => `${n} superseded decisions, kept as they were.`,
    ],
});

export const documentsOf = (of: Dossier): Map<string, string> => {
    const numbers = new Map<string, string>();
    const add = (one: Schemas["DocumentName"] | undefined): void => {
        if (one) numbers.set(one.document, one.number);
    };
    add(of.decisionDocument);
    add(of.noticeDocument);
    for (const standing of of.decisionStandings ?? []) add(standing.cancelledOn);
    for (const objection of of.objections ?? []) add(objection.decisionDocument);
    return numbers;
};

export class DossierTimeline extends DossierPart {
    private readonly load = new Load(this, () =>
        get(
            "/v1/dossiers/{dossier}/timeline",
            { dossier: this.dossier },
            { events: true, limit: 500, ...this.known },
            this.purpose,
        ),
    );

    // The days of the milestones; those of one day stand together.
    private stops(): Stop[] {
        const titles = new Map<string, string[]>();
        for (const [milestone, at] of milestonesOf(this.of)) {
            if (!at) continue;
            const day = dayOf(at.length === 10 ? `${at}T00:00:00+07:00` : at);
            titles.set(day, [...(titles.get(day) ?? []), milestoneWords(milestone)]);
        }
        return [...titles]
            .sort(([left], [right]) => (left < right ? -1 : 1))
            .map(([day, of]) => ({ key: day, title: `${of.join(", ")} ${dateText(day)}` }));
    }

    private days(): Chosen | undefined {
        const { query } = place();
        const from = query.get("from");
        const to = query.get("to");
        return from && to ? { from, to } : undefined;
    }

    override render(): TemplateResult {
        return html`${this.load.show((body) => {
            const all = body.data.items ?? [];
            const wanted = place().query.get("type");
            const days = this.days();
            const lines = all.filter(({ act }) => {
                const day = dayOf(act.by.actedAt ?? act.by.recordedAt);
                return (!wanted || act.type === wanted) && (!days || (day >= days.from && day <= days.to));
            });
            const types = [...new Set(all.map((line) => line.act.type))];
            const documents = documentsOf(this.of);
            return html`
                <h2>${w.title}</h2>
                ${rangeField({
                    label: w.between,
                    stops: this.stops(),
                    chosen: days,
                    choose: (chosen) => filter({ from: chosen?.from, to: chosen?.to }, true),
                })}
                <div class="filters no-print">
                    ${choiceField(
                        w.type,
                        "type",
                        types.map((type) => ({ value: type, title: eventWords(type) })),
                        w.all,
                    )}
                </div>
                ${body.data.next === undefined ? nothing : html`<p class="muted">${icon("warn")} ${w.older}</p>`}
                ${
                    lines.length === 0
                        ? emptyView(w.none, undefined, "list")
                        : timeline(
                              w.label,
                              lines.map(({ act, touch, event }) =>
                                  actHappening({
                                      act,
                                      touch,
                                      event: event ?? null,
                                      documents,
                                      about: this.of.line.person,
                                  }),
                              ),
                          )
                }
                ${recordLine(body.asOf)}
            `;
        })}`;
    }
}
customElements.define("mb-dossier-timeline", DossierTimeline);

type Value = Schemas["RatingValue"];

export class DossierValues extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/dossiers/{dossier}/values", { dossier: this.dossier }, this.known, this.purpose),
    );

    override render(): TemplateResult {
        const kinds: Record<Value["kind"], string> = {
            SELF_ASSESSMENT: w.self,
            PROPOSAL: w.proposal,
            DECISION: w.decision,
        };
        return html`${this.load.show((body) => {
            const rows = body.data.items ?? [];
            return html`
                <h2>${w.values}</h2>
                ${table<Value>({
                    label: w.values,
                    rows,
                    key: (value) => String(value.by.position),
                    total: rows.length,
                    columns: [
                        { title: w.kind, cell: (value) => kinds[value.kind], main: true },
                        { title: w.level, cell: (value) => levelBadge(value.level ?? "NOT_RATED") },
                        {
                            title: w.who,
                            cell: (value) =>
                                html`${byLine(value.by)}
                                ${value.document ? html`<p>${w.document}: ${value.document.number}</p>` : nothing}`,
                        },
                        { title: w.why, cell: (value) => value.reason ?? "–" },
                        { title: w.standing, cell: (value) => this.standing(value, kinds) },
                    ],
                })}
                ${
                    body.data.supersededDecisions > 0
                        ? html`<p class="muted">${w.replaced(body.data.supersededDecisions)}</p>`
                        : nothing
                }
                ${recordLine(body.asOf)}
            `;
        })}`;
    }

    private standing(value: Value, kinds: Record<Value["kind"], string>): TemplateResult {
        const { cancelled } = value;
        return html`${
            cancelled
                ? html`<span class="tag danger">${w.cancelled}</span>
                      <p>${groundWords(cancelled.ground)}: ${cancelled.reason}</p>`
                : value.superseded
                  ? html`<span class="tag plain">${w.superseded}</span>`
                  : value.kind === "DECISION"
                    ? html`<span class="tag good">${w.inForce}</span>`
                    : nothing
        }
            <p class="actions small-actions">
                <button
                    type="button"
                    class="quiet small"
                    data-key="p"
                    @click=${() =>
                        void openProvenance({ by: value.by, value: kinds[value.kind], reason: value.reason ?? "" })}
                >
                    ${w.origin}
                </button>
                ${recordLink(value.by.position)}
            </p>`;
    }
}
customElements.define("mb-dossier-values", DossierValues);
