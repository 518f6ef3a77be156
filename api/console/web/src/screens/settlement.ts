// The excellent quota of an agency, for those who decide: how many the proposals would allow under every reading, who
// is above the line, and the settlement.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct } from "../parts/acting.js";
import { deedButtons, mayDo, obstaclesView } from "../parts/allowed.js";
import { byView, levelBadge, personView, unitView } from "../parts/badges.js";
import { barChart } from "../parts/chart.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import { Paged } from "../parts/paged.js";
import "../parts/part-year.js";
import { recordLine } from "../parts/record.js";
import { quotaDeeds } from "../parts/quota.js";
import { asOfField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { unitField, unitShown } from "../parts/units.js";
import { Screen } from "../screen.js";
import { byGivenName, numberText } from "../words/format.js";
import { baseWords, roundingWords, shareWords } from "../words/quota.js";
import { levelWords, levelsInOrder, type Level } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ['Tỷ lệ xếp loại "Hoàn thành xuất sắc nhiệm vụ"', "Excellent quota"],
    about: [
        "Chỉ người có thẩm quyền kết luận xem được; người được đánh giá không thấy tỷ lệ này.",
        "For those who decide; the rated do not see it.",
    ],
    noUnit: ["Nhập mã cơ quan để xem", "Type the code of an agency"],
    agency: ["Cơ quan", "Agency"],
    whole: ["Toàn cơ quan", "The whole agency"],
    meter: [
        (used: number, most: number) => `${numberText(used)} đề xuất xuất sắc, được tối đa ${numberText(most)}`,
        (used: number, most: number) => `${numberText(used)} proposed excellent, at most ${numberText(most)}`,
    ],
    readings: ["Mọi cách tính", "Every reading"],
    reading: ["Cách tính", "Reading"],
    most: ["Tối đa", "At most"],
    binding: ["đang áp dụng", "binding"],
    distribution: ["Nếu kết luận theo đề xuất hiện nay", "If the proposals of now were decided"],
    people: ["Người", "People"],
    line: ["Những người được đề xuất xuất sắc", "Who is proposed excellent"],
    lineAbout: [
        (most: number) =>
            `Chọn tối đa ${numberText(most)} người giữ mức đề xuất; ` +
            `người còn lại được xếp loại "Hoàn thành tốt nhiệm vụ".`,
        (most: number) => `Select at most ${numberText(most)} who keep it; the others are rated Good.`,
    ],
    lineSettled: ["Đã chốt; mức của từng người như dưới đây.", "Settled; each stands as shown."],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    post: ["Chức vụ", "Post"],
    group: ["Nhóm", "Group"],
    self: ["Tự xếp loại", "Self"],
    place: ["So với vạch", "Against the line"],
    above: ["giữ mức xuất sắc", "stays excellent"],
    below: ["xuống mức tốt", "becomes good"],
    open: ["chưa chốt", "not settled"],
    nobody: ["Không ai được đề xuất mức xuất sắc", "Nobody is proposed excellent"],
    settle: ["Chốt tỷ lệ", "Settle the quota"],
    settleAbout: [
        (kept: number, lowered: number) =>
            `${numberText(kept)} người giữ mức xuất sắc, ${numberText(lowered)} người xuống mức tốt. ` +
            `Mọi cách tính được ghi cùng.`,
        (kept: number, lowered: number) =>
            `${numberText(kept)} stay excellent, ${numberText(lowered)} become good. ` +
            `Every reading is recorded with it.`,
    ],
    reason: ["Lý do lựa chọn", "Why these"],
    settled: ["Đã chốt tỷ lệ", "Settled"],
    past: ["Các lần chốt", "Settlements"],
    selected: [
        (n: number) => `${numberText(n)} người giữ mức xuất sắc`,
        (n: number) => `${numberText(n)} stayed excellent`,
    ],
    lowered: [(n: number) => `${numberText(n)} người xuống mức tốt`, (n: number) => `${numberText(n)} became good`],
    stale: ["đề xuất đã đổi sau khi chốt", "proposals changed since"],
    exception: [
        (percent: number, number: string, approver: string) =>
            `Ngoại lệ ${numberText(percent)}% theo ${number}, ${approver} chấp thuận`,
        (percent: number, number: string, approver: string) =>
            `Exception of ${numberText(percent)}% by ${number}, approved by ${approver}`,
    ],
    without: [
        (n: number) => `Không có ngoại lệ: tối đa ${numberText(n)}`,
        (n: number) => `Without the exception: at most ${numberText(n)}`,
    ],
    named: ["Cách tính được chỉ định:", "Reading named:"],
    noSettlement: ["Chưa chốt lần nào", "Not settled yet"],
});

type Quota = AnswerOf<"/v1/cycles/{cycle}/settlements/{agency}">["data"];
type Line = Schemas["DossierLine"];

export default class Settlement extends Screen {
    private chosen: ReadonlySet<string> = new Set();
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly quota = new Load(this, () => {
        const cycle = cycleShown();
        const agency = unitShown("DECIDE");
        return cycle && agency
            ? get(
                  "/v1/cycles/{cycle}/settlements/{agency}",
                  { cycle, agency },
                  { known_as_of: this.inQuery("known_as_of") },
              )
            : undefined;
    });
    private readonly actions = new Load(this, () => {
        const cycle = cycleShown();
        const agency = unitShown("DECIDE");
        return cycle && agency && this.inQuery("known_as_of") === undefined
            ? get("/v1/cycles/{cycle}/settlements/{agency}/allowed-actions", { cycle, agency })
            : undefined;
    });
    private readonly dossiers = new Paged<AnswerOf<"/v1/dossiers">, Line>(
        this,
        () => {
            const cycle = cycleShown();
            const agency = unitShown("DECIDE");
            return cycle && agency
                ? get("/v1/dossiers", {}, { cycle, agency, limit: 500, known_as_of: this.inQuery("known_as_of") })
                : undefined;
        },
        (body) => body.data.items,
    );

    override render(): TemplateResult {
        return html`<div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
            </div>
            <div class="filters no-print">${unitField("DECIDE")} ${cycleField(this.cycles.body)} ${asOfField()}</div>
            ${unitShown("DECIDE") ? nothing : emptyView(w.noUnit, undefined, "search")}
            ${this.quota.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private get acts(): Schemas["QuotaActions"] | undefined {
        return this.actions.body?.data;
    }
    private readonly done = (): void => {
        void this.quota.again();
        void this.actions.again();
        void this.dossiers.first.again();
    };

    private content(quota: Quota): TemplateResult {
        return html`<section class="card accent">
                <dl class="facts">
                    <dt>${w.agency}</dt>
                    <dd>${unitView(quota.agency)}</dd>
                </dl>
                ${quota.forecast?.map((group) => this.meter(quota, group))}
                ${quota.exceptions?.map(
                    ({ granted, document, approver }) =>
                        html`<p class="muted">
                            ${w.exception(granted.percent, document.number, approver.name)}. ${granted.reason}
                        </p>`,
                )}
                ${quota.readings?.map(
                    ({ reading, document }) =>
                        html`<p class="muted">
                            <b>${w.named}</b> ${baseWords(reading.base)}, ${roundingWords(reading.rounding)}
                            (${document.number})
                        </p>`,
                )}
                ${this.acts ? deedButtons(this.acts.actions, quotaDeeds(this.acts), this.done) : nothing}
                ${obstaclesView(this.acts?.actions)}
            </section>
            ${this.dossiers.first.show((body) => this.line(quota, this.dossiers.rows(body)))}
            ${quota.forecast?.map((group) => this.readings(quota, group))}
            <section class="card">
                <h2>${w.past}</h2>
                ${
                    quota.settlements?.length
                        ? quota.settlements.map((one) => this.settlement(one))
                        : html`<p class="muted">${w.noSettlement}</p>`
                }
            </section>
            <mb-part-year class="part" .cycle=${quota.cycle} .unit=${quota.agency.unit}></mb-part-year>
            <mb-collective-quota class="part" .cycle=${quota.cycle} .unit=${quota.agency.unit}></mb-collective-quota>`;
    }

    private nameOf(quota: Quota, group: string | undefined): string {
        return group ? (quota.groups?.find((one) => one.group === group)?.name ?? group) : w.whole;
    }

    private meter(quota: Quota, group: Schemas["SettledGroup"]): TemplateResult {
        const used = group.counts.excellent;
        const most = group.maxExcellent;
        return html`<p>
            <label class="meter"
                ><b>${this.nameOf(quota, group.group)}</b>
                <meter min="0" max=${Math.max(1, used, most)} high=${most} value=${used}></meter>
                <span
                    >${w.meter(used, most)}
                    <span class="tag ${used > most ? "danger" : "good"}"
                        >${used > most ? shareWords.over(used - most) : shareWords.within}</span
                    ></span
                ></label
            >
        </p>`;
    }

    // The address of the names behind a figure of the agency, or of one group of it.
    private names(quota: Quota, group: string | undefined, by: "expected" | "proposed", level: Level): string {
        const known = this.inQuery("known_as_of");
        return `/danh-sach?${new URLSearchParams({
            cycle: quota.cycle,
            agency: quota.agency.unit,
            [by]: level,
            ...(group ? { group } : {}),
            ...(known ? { known_as_of: known } : {}),
        })}`;
    }

    private readings(quota: Quota, group: Schemas["SettledGroup"]): TemplateResult {
        const { counts } = group;
        const of = {
            EXCELLENT: counts.excellent,
            GOOD: counts.good,
            COMPLETED: counts.completed,
            NOT_COMPLETED: counts.notCompleted,
        };
        const columns: Column<Schemas["QuotaReading"]>[] = [
            {
                title: w.reading,
                main: true,
                cell: (one) =>
                    html`<span class=${one.binding ? "" : "light"}
                            >${shareWords.percentOf(one.percent)} ${baseWords(one.base)}, ${roundingWords(one.rounding)}</span
                        >
                        ${one.binding ? html`<span class="tag info">${w.binding}</span>` : nothing}`,
            },
            { title: w.most, number: true, cell: (one) => html`<b>${numberText(one.maxExcellent)}</b>` },
        ];
        return html`<section class="block">
            <h2>${this.nameOf(quota, group.group)}</h2>
            <h3>${w.readings}</h3>
            ${table({
                label: `${w.readings}: ${this.nameOf(quota, group.group)}`,
                columns,
                rows: group.readings ?? [],
                key: (one) => `${one.base}-${one.rounding}`,
            })}
            ${barChart({
                title: w.distribution,
                unit: w.people,
                bars: levelsInOrder.map((level) => ({
                    label: levelWords(level),
                    value: of[level],
                    tone: `level-${level.toLowerCase().replace("_", "-")}`,
                    ...(of[level] > 0 ? { href: this.names(quota, group.group, "expected", level) } : {}),
                })),
            })}
        </section>`;
    }

    private line(quota: Quota, all: readonly Line[]): TemplateResult {
        const settled = quota.settlements?.[0]; // the newest binds
        const rows = all
            .filter((line) => line.proposedLevel === "EXCELLENT")
            .sort((a, b) => byGivenName(a.name, b.name));
        const most =
            quota.forecast?.reduce((sum, group) => sum + (group.group ? group.maxExcellent : 0), 0) ||
            (quota.forecast?.[0]?.maxExcellent ?? 0);
        const may = mayDo(this.acts?.actions, "settle-quota") && rows.some((line) => !line.decidedLevel);
        const columns: Column<Line>[] = [
            { title: w.name, main: true, cell: (line) => personView(line, `/ho-so/${line.dossier}`) },
            { title: w.unit, cell: (line) => unitView(line.unit) },
            { title: w.post, cell: (line) => line.post },
            ...(rows.some((line) => line.group)
                ? [{ title: w.group, cell: (line: Line) => this.nameOf(quota, line.group) }]
                : []),
            { title: w.self, cell: (line) => (line.selfLevel ? levelBadge(line.selfLevel, true) : "–") },
            {
                title: w.place,
                cell: (line) =>
                    settled?.settled.selected?.includes(line.dossier)
                        ? html`<span class="tag good">${w.above}</span>`
                        : settled?.settled.lowered?.includes(line.dossier)
                          ? html`<span class="tag warn">${w.below}</span>`
                          : html`<span class="tag plain">${w.open}</span>`,
            },
        ];
        return html`<section class="block">
            <h2>${w.line} <span class="count">${numberText(rows.length)}</span></h2>
            <p class="muted">${may ? w.lineAbout(most) : settled ? w.lineSettled : nothing}</p>
            ${
                rows.length === 0
                    ? emptyView(w.nobody)
                    : table({
                          label: w.line,
                          columns,
                          rows,
                          key: (line) => line.dossier,
                          name: (line) => line.name,
                          ...(may ? { selected: this.chosen } : {}),
                          onSelection: (selected) => {
                              this.chosen = selected;
                              this.requestUpdate();
                          },
                      })
            }
            ${
                may
                    ? html`<p class="actions">
                          <button type="button" @click=${() => void this.settle(quota, rows)}>${w.settle}</button>
                          <span class="tag ${this.chosen.size > most ? "danger" : "info"}"
                              >${w.meter(this.chosen.size, most)}</span
                          >
                      </p>`
                    : nothing
            }
        </section>`;
    }

    private async settle(quota: Quota, rows: readonly Line[]): Promise<void> {
        const selected = rows.filter((line) => this.chosen.has(line.dossier));
        const revision = this.acts?.revision ?? 0;
        const done = await askAndAct({
            title: w.settle,
            about: html`<p>${w.settleAbout(selected.length, rows.length - selected.length)}</p>
                <ul>
                    ${selected.map((line) => html`<li>${personView(line)}</li>`)}
                </ul>`,
            fields: [{ name: "reason", label: w.reason, kind: "area", optional: selected.length === rows.length }],
            button: w.settle,
            revision,
            send: ({ reason }, key, seen) =>
                act(
                    "/v1/cycles/{cycle}/settlements/{agency}",
                    { cycle: quota.cycle, agency: quota.agency.unit },
                    { selected: selected.map((line) => line.dossier), ...(reason ? { reason } : {}) },
                    { key, ifMatch: seen ?? revision },
                ),
            done: w.settled,
        });
        if (done) this.done();
    }

    // Who was meant, each by the dossier.
    private people(said: string, dossiers: readonly string[]): TemplateResult {
        const names = new Map((this.dossiers.first.body?.data.items ?? []).map((line) => [line.dossier, line.name]));
        return html`<p>
                ${said}${dossiers.length > 0 ? ":" : nothing}
            </p>
            ${
                dossiers.length > 0
                    ? html`<ul class="inline-list">
                          ${dossiers.map((one) => html`<li><a href="/ho-so/${one}">${names.get(one) ?? one}</a></li>`)}
                      </ul>`
                    : nothing
            }`;
    }

    private settlement(one: Schemas["SettlementView"]): TemplateResult {
        const { selected = [], lowered = [], reason } = one.settled;
        return html`<div class="inset">
            <p>${byView(one.by)} ${one.stale ? html`<span class="tag warn">${w.stale}</span>` : nothing}</p>
            ${this.people(w.selected(selected.length), selected)} ${this.people(w.lowered(lowered.length), lowered)}
            ${reason ? html`<blockquote>${reason}</blockquote>` : nothing}
            ${one.withoutException?.map((group) => html`<p class="muted">${w.without(group.maxExcellent)}</p>`)}
        </div>`;
    }
}
