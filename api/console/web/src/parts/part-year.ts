// Those who came, moved, left or were on leave in the year, among the selected and the lowered of the last settlement.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { place } from "../router.js";
import { Part } from "../screen.js";
import { me, roles } from "../session.js";
import { numberText } from "../words/format.js";
import { chanceWords, partYearWords } from "../words/quota.js";
import { words } from "../words/words.js";
import { personView, unitView } from "./badges.js";
import { table } from "./table.js";

const w = words({
    title: ["Người không công tác đủ năm tại cơ quan", "Who was not here for the whole year"],
    about: [
        (lowered: number, ofLowered: number, all: number, of: number) =>
            `${numberText(lowered)} trong ${numberText(ofLowered)} người không được chọn; ` +
            `${numberText(all)} trong ${numberText(of)} người được đề xuất xuất sắc.`,
        (lowered: number, ofLowered: number, all: number, of: number) =>
            `${numberText(lowered)} of ${numberText(ofLowered)} not chosen; ` +
            `${numberText(all)} of ${numberText(of)} proposed excellent.`,
    ],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    why: ["Trong năm", "In the year"],
    place: ["Kết quả chốt tỷ lệ", "Settlement"],
    selected: ["được chọn", "selected"],
    lowered: ["không được chọn", "not chosen"],
});

export class PartYearPart extends Part {
    @property() cycle = "";
    @property() unit = "";
    private readonly load = new Load(this, () =>
        this.cycle && this.unit && (roles.overseeing() || this.settles())
            ? get(
                  "/v1/cycles/{cycle}/settlements/{agency}/part-year",
                  { cycle: this.cycle, agency: this.unit },
                  { known_as_of: place().query.get("known_as_of") ?? undefined },
              )
            : undefined,
    );

    // Who was on leave is for those who oversee, and for those who settle: others are not asked to be refused.
    private settles(): boolean {
        return me()?.mandates?.some((one) => one.unit === this.unit && one.powers?.includes("DECIDE")) ?? false;
    }

    override render(): TemplateResult | typeof nothing {
        const data = this.load.body?.data;
        if (!data?.settlement || data.share.proposed === 0) return nothing;
        const { share } = data;
        return html`<section class="card">
            <h2>${w.title} <span class="count">${numberText(share.partYear)}</span></h2>
            <p>${w.about(share.partYearLowered, share.lowered, share.partYear, share.proposed)}</p>
            ${share.partYear > 0 ? html`<p class="muted">${chanceWords(share.chancePerMillion)}</p>` : nothing}
            ${
                share.partYear > 0
                    ? table<Schemas["PartYearLine"]>({
                          label: w.title,
                          rows: share.items ?? [],
                          key: (line) => line.dossier,
                          columns: [
                              {
                                  title: w.name,
                                  main: true,
                                  cell: (line) => personView(line.person, `/ho-so/${line.dossier}`),
                              },
                              { title: w.unit, cell: (line) => unitView(line.unit) },
                              { title: w.why, cell: (line) => partYearWords(line.why) },
                              {
                                  title: w.place,
                                  cell: (line) =>
                                      html`<span class="tag ${line.lowered ? "warn" : "good"}"
                                          >${line.lowered ? w.lowered : w.selected}</span
                                      >`,
                              },
                          ],
                      })
                    : nothing
            }
        </section>`;
    }
}
customElements.define("mb-part-year", PartYearPart);
