// How the levels are spread over the agencies, and the excellent quota of one of them: its base, its rounding, who was
// chosen, who was lowered, and by which exception.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { unitView } from "../parts/badges.js";
import { barRows, chart } from "../parts/chart.js";
import { icon } from "../parts/icons.js";
import { byLine, recordLink } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { asOfField, choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { session } from "../session.js";
import { numberText, shareText } from "../words/format.js";
import { levelsInOrder, levelWords, shortLevelWords, type Level } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";

const w = words({
    title: ["Phân bố mức xếp loại và tỷ lệ xuất sắc", "Distribution and excellent quota"],
    which: ["Số liệu", "Figures"],
    decided: ["Mức kết luận", "Decided levels"],
    proposed: ["Mức đề xuất", "Proposed levels"],
    chart: ["Mức xếp loại theo cơ quan", "Levels by agency"],
    agency: ["Cơ quan", "Agency"],
    total: ["Tổng số", "Total"],
    rest: ["Không xếp loại, chưa có kết quả", "Not rated or pending"],
    max: ["Tối đa xuất sắc", "Excellent at most"],
    over: ["Nhiều hơn mức tối đa", "Above the maximum"],
    exception: ["Có văn bản ngoại lệ", "By an exception"],
    openQuota: ["Xem tỷ lệ", "Show the quota"],
    quota: ['Tỷ lệ xếp loại "Hoàn thành xuất sắc nhiệm vụ"', "Excellent quota"],
    settled: [(n: number) => `Lần chốt thứ ${n}`, (n: number) => `Settlement no. ${n}`],
    stale: ["Không còn đúng sau khi xếp loại lại", "Changed by re-ratings"],
    notSettled: ["Chưa chốt tỷ lệ", "The quota is not settled"],
    group: ["Nhóm", "Group"],
    whole: ["Toàn cơ quan", "The whole agency"],
    reading: ["Cách tính", "Reading"],
    percent: ["Tỷ lệ", "Percent"],
    rounding: ["Làm tròn", "Rounding"],
    binding: ["Đang áp dụng", "In use"],
    used: ["Đã xếp", "Used"],
    selected: ["Được chọn trong tỷ lệ", "Chosen within the quota"],
    lowered: ["Không được chọn vì vượt tỷ lệ", "Not chosen: above the quota"],
    nobody: ["không có ai", "nobody"],
    exceptions: ["Ngoại lệ", "Exceptions"],
    approver: ["Người cho phép", "Approved by"],
    reason: ["Lý do", "Reason"],
    without: [
        (n: number) => `không có văn bản này thì tối đa ${numberText(n)}`,
        (n: number) => `without the document at most ${numberText(n)}`,
    ],
    close: ["Đóng phần tỷ lệ", "Close the quota"],
});
const bases: Record<Schemas["QuotaReading"]["base"], Pair> = {
    GOOD: ["của số HTTNV", "of those rated good"],
    GOOD_OR_BETTER: ["của số HTTNV trở lên", "of those rated good or better"],
    TOTAL_RATED: ["của số được xếp loại", "of all rated"],
    TOTAL_STAFF: ["của tổng số", "of the whole staff"],
};
const roundings: Record<Schemas["QuotaReading"]["rounding"], Pair> = {
    FLOOR: ["Bỏ phần lẻ", "Down"],
    HALF_UP: ["Từ nửa trở lên thì tăng một", "Half up"],
    CEIL: ["Tăng một", "Up"],
};

type Line = Schemas["AgencyLine"];
const countOf = (of: Schemas["Distribution"], level: Level): number =>
    ({ EXCELLENT: of.excellent, GOOD: of.good, COMPLETED: of.completed, NOT_COMPLETED: of.notCompleted })[level];

export default class DistributionScreen extends Screen {
    private get known(): { known_as_of?: string } {
        const moment = this.inQuery("known_as_of");
        return moment ? { known_as_of: moment } : {};
    }
    private readonly load = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        return cycle ? get("/v1/cycles/{cycle}/distribution", { cycle }, this.known) : undefined;
    });
    private readonly quota = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        const agency = this.inQuery("agency");
        return cycle && agency
            ? get("/v1/cycles/{cycle}/settlements/{agency}", { cycle, agency }, this.known)
            : undefined;
    });

    override render(): TemplateResult {
        return html`
            <div class="head"><h1>${w.title}</h1></div>
            <div class="filters no-print">
                ${choiceField(w.which, "of", [{ value: "proposed", title: w.proposed }], w.decided)} ${asOfField()}
            </div>
            ${this.inQuery("agency") ? this.quota.show((body) => this.quotaView(body.data)) : nothing}
            ${this.load.show((body) => this.page(body))}
        `;
    }

    private page(body: AnswerOf<"/v1/cycles/{cycle}/distribution">): TemplateResult {
        const which = this.inQuery("of") === "proposed" ? "proposed" : "decided";
        const lines = body.data.items ?? [];
        return html`${this.bars(lines, which)} ${recordLine(body.asOf)}`;
    }

    private bars(lines: readonly Line[], which: "proposed" | "decided"): TemplateResult {
        const tone = (level: Level): string => `level-${level.toLowerCase().replace("_", "-")}`;
        return chart(
            w.chart,
            html`${barRows(
                w.chart,
                lines.map((line) => ({
                    label: line.agency.name,
                    parts: levelsInOrder.map((level) => ({ value: countOf(line[which], level), tone: tone(level) })),
                    said: numberText(line[which].total),
                    limit: line.maxExcellent,
                })),
            )}
                <p class="legend">
                    ${levelsInOrder.map(
                        (level) => html`<span><i class="key ${tone(level)}"></i>${levelWords(level)}</span>`,
                    )}
                    <span><i class="key limit-key"></i>${w.max}</span>
                </p>`,
            html`<thead>
                    <tr>
                        <th scope="col">${w.agency}</th>
                        ${levelsInOrder.map(
                            (level) => html`<th scope="col" class="number">${shortLevelWords(level)}</th>`,
                        )}
                        <th scope="col" class="number">${w.rest}</th>
                        <th scope="col" class="number">${w.total}</th>
                        <th scope="col" class="number">${w.max}</th>
                    </tr>
                </thead>
                <tbody>
                    ${lines.map((line) => this.row(line, which))}
                </tbody>`,
        );
    }

    // The address of the names behind a figure.
    private names(line: Line, by: "proposed" | "level", level: Level): URLSearchParams {
        return new URLSearchParams({ agency: line.agency.unit, [by]: level, ...this.known });
    }

    private row(line: Line, which: "proposed" | "decided"): TemplateResult {
        const of = line[which];
        const over = line.maxExcellent !== undefined && of.excellent > line.maxExcellent;
        return html`<tr data-row=${line.agency.unit} tabindex="-1">
            <th scope="row">
                ${unitView(line.agency)}
                <button type="button" class="quiet small" @click=${() => filter({ agency: line.agency.unit })}>
                    ${w.openQuota}
                </button>
            </th>
            ${levelsInOrder.map(
                (level) =>
                    html`<td class="number">
                        <a href="/danh-sach?${this.names(line, which === "proposed" ? "proposed" : "level", level)}"
                            >${numberText(countOf(of, level))}</a
                        >
                        <small class="muted">${shareText(countOf(of, level), of.total)}</small>
                    </td>`,
            )}
            <td class="number">${numberText(of.notRated + of.pending)}</td>
            <td class="number">${numberText(of.total)}</td>
            <td class="number">
                ${line.maxExcellent === undefined ? "–" : numberText(line.maxExcellent)}
                ${over ? html`<span class="tag warn">${icon("flag")}${w.over}</span>` : nothing}
                ${line.exception ? html`<span class="tag info">${w.exception}</span>` : nothing}
            </td>
        </tr>`;
    }

    private quotaView(data: Schemas["QuotaAnswer"]): TemplateResult {
        const settlements = (data.settlements ?? []).toReversed();
        const names = new Map((data.groups ?? []).map((group) => [group.group ?? "", group.name ?? w.whole]));
        const groupName = (group: string | undefined): string => names.get(group ?? "") ?? group ?? w.whole;
        const people = (dossiers: readonly string[] | undefined): unknown =>
            dossiers?.length
                ? html`<ul class="inline-list">
                      ${dossiers.map((one) => html`<li><a href="/ho-so/${one}">${one}</a></li>`)}
                  </ul>`
                : w.nobody;
        return html`<section class="card accent">
            <div class="card-title">
                <h2>${w.quota}</h2>
                <button type="button" class="quiet small" @click=${() => filter({ agency: undefined })}>
                    ${icon("close")}${w.close}
                </button>
            </div>
            <p>${unitView(data.agency)}</p>
            ${settlements.length === 0 ? emptyView(w.notSettled, undefined, "clock") : nothing}
            ${settlements.map(
                (one, index) =>
                    html`<h3>
                            ${w.settled(settlements.length - index)}
                            ${one.stale ? html`<span class="tag warn">${icon("flag")}${w.stale}</span>` : nothing}
                        </h3>
                        <p class="muted">${byLine(one.by)} · ${recordLink(one.by.position)}</p>
                        ${(one.settled.groups ?? []).map((group) => this.group(group, groupName(group.group)))}
                        <dl class="facts">
                            <dt>${w.selected}</dt>
                            <dd>${people(one.settled.selected)}</dd>
                            <dt>${w.lowered}</dt>
                            <dd>${people(one.settled.lowered)}</dd>
                            ${
                                one.settled.reason
                                    ? html`<dt>${w.reason}</dt>
                                      <dd>${one.settled.reason}</dd>`
                                    : nothing
                            }
                            ${(one.withoutException ?? []).map(
                                (max) =>
                                    html`<dt>${w.exceptions}</dt>
                                        <dd>${groupName(max.group)}: ${w.without(max.maxExcellent)}</dd>`,
                            )}
                        </dl>`,
            )}
            ${(data.exceptions ?? []).map(
                (one) =>
                    html`<h3>${w.exceptions}</h3>
                        <dl class="facts">
                            <dt>${w.percent}</dt>
                            <dd>${numberText(one.granted.percent)}% – ${one.document.number}</dd>
                            <dt>${w.approver}</dt>
                            <dd>${one.approver.name}</dd>
                            <dt>${w.reason}</dt>
                            <dd>${one.granted.reason}</dd>
                        </dl>`,
            )}
        </section>`;
    }

    private group(group: Schemas["SettledGroup"], name: string): TemplateResult {
        return html`<table class="list" aria-label=${`${w.group}: ${name}`}>
            <thead>
                <tr>
                    ${[`${w.group}: ${name}`, w.percent, w.rounding, w.max, w.used].map(
                        (title) => html`<th scope="col">${title}</th>`,
                    )}
                </tr>
            </thead>
            <tbody>
                ${(group.readings ?? []).map(
                    (reading) =>
                        html`<tr class=${reading.binding ? "selected" : ""}>
                            <th scope="row" class="light">
                                ${say(bases[reading.base])}
                                ${reading.binding ? html`<span class="tag info">${w.binding}</span>` : nothing}
                            </th>
                            <td data-label=${w.percent}>${numberText(reading.percent)}%</td>
                            <td data-label=${w.rounding}>${say(roundings[reading.rounding])}</td>
                            <td data-label=${w.max}>${numberText(reading.maxExcellent)}</td>
                            <td data-label=${w.used}>${numberText(group.counts.excellent)}</td>
                        </tr>`,
                )}
            </tbody>
        </table>`;
    }
}
