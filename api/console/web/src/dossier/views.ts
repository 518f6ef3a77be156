// Who has looked into the dossier.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, personView } from "../parts/badges.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { numberText } from "../words/format.js";
import { viewWords } from "../words/views.js";
import { words } from "../words/words.js";
import { DossierPart } from "./tab.js";

const w = words({
    viewers: ["Ai đã xem", "Who has looked"],
    viewersHint: [
        "Mọi lần mở đều được ghi, kể cả lần mở này; người được đánh giá đọc được bảng này.",
        "Every opening is recorded, this one too; the rated person can read this list.",
    ],
    noViewer: ["Chưa có ai xem", "Nobody has looked"],
    who: ["Người xem", "Who"],
    when: ["Lúc", "When"],
    what: ["Nội dung", "What"],
    purpose: ["Mục đích", "Purpose"],
    daily: ["công việc được giao", "daily work"],
    moreViews: ["Chỉ hiện 500 lần xem mới nhất.", "Only the newest 500 views are shown."],
    people: [
        (views: number, people: number) => `${numberText(views)} lần xem của ${numberText(people)} người.`,
        (views: number, people: number) => `${numberText(views)} views by ${numberText(people)} people.`,
    ],
});

export class DossierViews extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/dossiers/{dossier}/views", { dossier: this.dossier }, { limit: 500 }),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const rows = data.items ?? [];
            return html`<h2>${w.viewers}</h2>
                <p class="muted">${w.viewersHint}</p>
                <p>${w.people(rows.length, new Set(rows.map((view) => view.actor)).size)}</p>
                ${table<Schemas["ViewLine"]>({
                    label: w.viewers,
                    rows,
                    key: (view) => `x${view.position}`,
                    total: rows.length,
                    empty: emptyView(w.noViewer, undefined, "person"),
                    columns: [
                        {
                            title: w.who,
                            cell: (view) =>
                                personView({
                                    person: view.actor,
                                    ...(view.actorName ? { name: view.actorName } : {}),
                                }),
                            main: true,
                        },
                        { title: w.when, cell: (view) => dateView(view.at) },
                        { title: w.what, cell: (view) => viewWords(view.view ?? "") },
                        {
                            title: w.purpose,
                            cell: (view) => view.purpose || html`<span class="muted">${w.daily}</span>`,
                        },
                    ],
                })}
                ${data.next === undefined ? nothing : html`<p class="muted">${w.moreViews}</p>`} ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-dossier-views", DossierViews);
