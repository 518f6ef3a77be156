// The results of all years.
import { html, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge, unitView } from "../parts/badges.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { words } from "../words/words.js";
import { DossierPart, dossierAddress } from "./tab.js";

const w = words({
    years: ["Kết quả các năm", "Ratings of the years"],
    noYears: ["Chưa có kết quả của năm nào", "No year has a rating"],
    year: ["Năm", "Year"],
    level: ["Mức", "Level"],
    unit: ["Đơn vị", "Unit"],
    document: ["Văn bản", "Document"],
    decidedOn: ["Ngày kết luận", "Decided on"],
    asWritten: ["Ghi theo lời văn của năm đó", "In the words of its year"],
});

export class DossierYears extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/people/{person}/ratings", { person: this.of.line.person }, this.known, this.purpose),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const rows = (data.ratings ?? []).toSorted((left, right) => right.year - left.year);
            return html`<h2>${w.years}</h2>
                ${table<Schemas["Rating"]>({
                    label: w.years,
                    rows,
                    key: (rating) => String(rating.position),
                    empty: emptyView(w.noYears, undefined, "list"),
                    columns: [
                        {
                            title: w.year,
                            cell: (rating) =>
                                rating.dossier && rating.dossier !== this.dossier
                                    ? html`<a href=${dossierAddress(rating.dossier)}>${rating.year}</a>`
                                    : String(rating.year),
                            main: true,
                        },
                        {
                            title: w.level,
                            cell: (rating) =>
                                rating.level
                                    ? levelBadge(rating.level)
                                    : html`${rating.wording}
                                          <p class="muted"><small>${w.asWritten}</small></p>`,
                        },
                        {
                            title: w.unit,
                            cell: (rating) =>
                                rating.unit ? unitView({ unit: rating.unit, name: rating.unitName ?? "" }) : "–",
                        },
                        { title: w.document, cell: (rating) => rating.document ?? rating.source ?? "–" },
                        { title: w.decidedOn, cell: (rating) => dateView(rating.decidedOn) },
                    ],
                })}
                ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-dossier-years", DossierYears);
