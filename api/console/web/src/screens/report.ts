// Báo cáo tổng hợp: as it was submitted, or as it would be now; every figure leads to the names behind it.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Question, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { paperHead } from "../parts/paper.js";
import { byLine, recordLink } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { asOfField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { Screen } from "../screen.js";
import { me, session } from "../session.js";
import { numberText, shareText, timeText } from "../words/format.js";
import { classWords, shortLevelWords, type Outcome } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";

const w = words({
    title: ["Báo cáo tổng hợp", "Consolidated report"],
    first: ["Báo cáo lần đầu", "First report"],
    restated: [(n: number) => `Báo cáo điều chỉnh lần ${n}`, (n: number) => `Restatement no. ${n}`],
    draft: ["Dự thảo theo số liệu hiện có", "What the report would say now"],
    asOf: [(at: string) => `Số liệu tính đến ${at}`, (at: string) => `As of ${at}`],
    by: ["Người gửi", "Submitted by"],
    document: ["Văn bản", "Document"],
    which: ["Các lần báo cáo", "Reports"],
    subject: ["Đối tượng", "Class"],
    leader: [" giữ chức vụ lãnh đạo, quản lý", ", leaders"],
    other: [" không giữ chức vụ lãnh đạo, quản lý", ", others"],
    total: ["Tổng số", "Staff"],
    notRated: ["Không xếp loại", "Not rated"],
    rest: ["Chưa có kết quả", "Without a result"],
    proposed: ["Theo đề xuất", "As proposed"],
    sum: ["Cộng", "Total"],
    adds: [
        "Bốn mức + không xếp loại + chưa có kết quả = tổng số; tỷ lệ tính trên tổng số. Bấm vào số để xem tên; " +
            "người chưa được mở hồ sơ không có trong danh sách.",
        "Levels + not rated + without a result = staff; shares are of the whole staff. Follow a figure to the names; " +
            "whoever has no dossier is in no list.",
    ],
    reason: ["Lý do chưa có kết quả", "Why some are without a result"],
    namesToo: [
        "Khi bấm vào số, danh sách tên có cả người của các đơn vị này.",
        "The names behind a figure include the people of these units.",
    ],
    missing: ["Đơn vị chưa có trong báo cáo", "Units that are not in the report"],
    complete: ["Mọi đơn vị phải gửi hồ sơ đều có trong báo cáo", "Every unit that owes a file is in the report"],
    differences: ["Thay đổi so với lần trước", "Differences from the report before"],
    was: ["Lần trước", "Before"],
    is: ["Lần này", "Now"],
    column: ["Cột", "Column"],
    none: ["Đơn vị chưa gửi báo cáo tổng hợp", "The unit has submitted no report"],
    noUnit: ["Chọn đơn vị để xem báo cáo", "Choose a unit to see its report"],
    xlsx: ["Tải bảng tính XLSX", "Workbook (XLSX)"],
    csv: ["Tải CSV", "CSV"],
    print: ["In báo cáo", "Print"],
    units: [
        (n: number) => `${numberText(n)} đơn vị có trong báo cáo`,
        (n: number) => `${numberText(n)} units are in the report`,
    ],
    version: [(n: number) => `hồ sơ lần ${n}`, (n: number) => `file version ${n}`],
});
const fileStatuses: Record<Schemas["ReportMissing"]["status"], Pair> = {
    MISSING: ["Chưa gửi", "Missing"],
    SUBMITTED: ["Đã gửi, đang kiểm tra", "Submitted, being checked"],
    RETURNED: ["Trả lại để bổ sung", "Returned"],
    ACCEPTED: ["Đã tiếp nhận", "Accepted"],
};
const notRatedReasons: Record<Schemas["NotRatedCount"]["reason"], Pair> = {
    UNDER_SIX_MONTHS: ["công tác chưa đủ 6 tháng", "under six months"],
    SUSPENDED: ["tạm đình chỉ", "suspended"],
    LEFT: ["thôi việc, chuyển đi", "left"],
    OTHER: ["lý do khác", "other"],
};

type Report = Schemas["ReportAnswer"];
type Answer = { data: Report; asOf: Schemas["AsOf"] };
// What a row counts: a line of the report, or all of them.
type Of = Pick<Schemas["ReportLine"], "counts" | "remainder" | "proposed"> &
    Partial<Pick<Schemas["ReportLine"], "subjectClass" | "leader">>;

export default class ReportScreen extends Screen {
    private get cycle(): string | undefined {
        return session().cycle?.cycle;
    }
    // The one asked for; else the province for whoever sees all, else the own unit.
    private get unit(): string | undefined {
        const cycle = this.cycles.body?.data.items?.find((one) => one.cycle === this.cycle);
        return this.inQuery("unit") ?? (me()?.seesAll ? cycle?.scope?.[0] : me()?.mandates?.[0]?.unit);
    }
    private readonly cycles = new Load(this, () => get("/v1/cycles", {}));
    private readonly load = new Load<Answer>(this, () => this.question());

    private question(): Question<Answer> | undefined {
        const cycle = this.cycle;
        const unit = this.unit;
        if (!cycle || !unit) return undefined;
        const moment = this.inQuery("known_as_of");
        const known = moment ? { known_as_of: moment } : {};
        if (this.inQuery("draft")) return get("/v1/cycles/{cycle}/report", { cycle }, { unit }) as Question<Answer>;
        const restatement = this.inQuery("restatement");
        return (
            restatement
                ? get("/v1/cycles/{cycle}/reports/{unit}/{restatement}", { cycle, unit, restatement }, known)
                : get("/v1/cycles/{cycle}/reports/{unit}", { cycle, unit }, known)
        ) as Question<Answer>;
    }

    override render(): TemplateResult {
        const { answer } = this.load;
        const absent = answer?.kind === "refused" && answer.status === 404 && !this.inQuery("draft");
        return html`
            <div class="head"><h1>${w.title}</h1></div>
            <div class="filters no-print">${asOfField()}</div>
            ${
                !this.unit
                    ? this.cycles.show(() => emptyView(w.noUnit, undefined, "list"))
                    : absent
                      ? emptyView(w.none, html`<a href=${this.address({ draft: "true" })}>${w.draft}</a>`, "document")
                      : this.load.show(({ data, asOf }) => this.report(data, asOf))
            }
        `;
    }

    private address(more: Record<string, string>): string {
        return `/bao-cao?${new URLSearchParams({ unit: this.unit ?? "", ...more })}`;
    }

    private report(report: Report, asOf: Schemas["AsOf"]): TemplateResult {
        const file = (kind: string): string => {
            const cycle = `/v1/cycles/${report.cycle}`;
            return report.draft
                ? `${cycle}/report.${kind}?unit=${report.unit.unit}`
                : `${cycle}/reports/${report.unit.unit}/${report.restatement}/report.${kind}`;
        };
        const name = report.draft ? w.draft : report.restatement === 0 ? w.first : w.restated(report.restatement);
        return html`${paperHead(report.unit)}
            <section class="card accent">
                <div class="card-title">
                    <h2>${name}</h2>
                    <p class="actions">
                        <a class="button quiet small" href=${file("xlsx")} download>${w.xlsx}</a>
                        <a class="button quiet small" href=${file("csv")} download>${w.csv}</a>
                        <button type="button" class="quiet small" @click=${() => print()}>
                            ${icon("print")}${w.print}
                        </button>
                    </p>
                </div>
                <p>${unitView(report.unit)}</p>
                <p>${report.title}. <b>${w.asOf(timeText(report.asOf))}</b></p>
                ${
                    report.by
                        ? html`<p class="muted">${w.by}: ${byLine(report.by)} · ${recordLink(report.by.position)}</p>`
                        : nothing
                }
                ${report.document ? html`<p class="muted">${w.document}: ${report.document.number}</p>` : nothing}
                <nav class="no-print" aria-label=${w.which}>
                    <ul class="inline-list">
                        ${(report.submitted ?? []).map(
                            (one) =>
                                html`<li>
                                    <a
                                        href=${this.address({ restatement: String(one.restatement) })}
                                        aria-current=${
                                            !report.draft && one.restatement === report.restatement ? "page" : nothing
                                        }
                                        >${one.restatement === 0 ? w.first : w.restated(one.restatement)}</a
                                    >
                                    <small class="muted">${dateView(one.asOf)}</small>
                                </li>`,
                        )}
                        <li>
                            <a href=${this.address({ draft: "true" })} aria-current=${report.draft ? "page" : nothing}
                                >${w.draft}</a
                            >
                        </li>
                    </ul>
                </nav>
            </section>
            ${this.lines(report)} ${this.missing(report)} ${this.differences(report)} ${recordLine(asOf)}
        `;
    }

    // The names behind a figure, as they were known when the report was made.
    private figure(count: number, of: Of, level?: Outcome | "AS_PROPOSED"): TemplateResult {
        const asProposed = level === "AS_PROPOSED";
        const share =
            level && !asProposed && of.counts.staff > 0
                ? html` <small class="muted">${shareText(count, of.counts.staff)}</small>`
                : nothing;
        if (count === 0) return html`${numberText(count)}${share}`;
        const report = this.load.body?.data;
        const moment = this.inQuery("known_as_of") ?? (report && !report.draft ? report.asOf : undefined);
        const query = new URLSearchParams({
            unit: this.unit ?? "",
            ...(asProposed ? { status: "PROPOSED", decided_above: "true" } : level ? { level } : {}),
            ...(of.subjectClass ? { class: of.subjectClass, leader: String(of.leader ?? false) } : {}),
            ...(moment ? { known_as_of: moment } : {}),
        });
        return html`<a href="/danh-sach?${query}">${numberText(count)}</a>${share}`;
    }

    private row(name: unknown, of: Of, reasons: unknown): TemplateResult {
        const { counts } = of;
        const cell = (count: number, level: Outcome): TemplateResult =>
            html`<td class="number" data-label=${shortLevelWords(level)}>${this.figure(count, of, level)}</td>`;
        return html`<tr>
            <th scope="row">${name}</th>
            <td class="number" data-label=${w.total}>${this.figure(counts.staff, of)}</td>
            ${cell(counts.excellent, "EXCELLENT")} ${cell(counts.good, "GOOD")} ${cell(counts.completed, "COMPLETED")}
            ${cell(counts.notCompleted, "NOT_COMPLETED")}
            <td class="number" data-label=${w.notRated}>
                ${this.figure(counts.notRated, of, "NOT_RATED")} ${reasons}
            </td>
            <td class="number" data-label=${w.rest}>${this.figure(of.remainder, of, "PENDING")}</td>
            <td class="number" data-label=${w.proposed}>${this.figure(of.proposed, of, "AS_PROPOSED")}</td>
        </tr>`;
    }

    private lines(report: Report): TemplateResult {
        const lines = report.lines ?? [];
        const levels: Outcome[] = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"];
        return html`<table class="list report" aria-label=${w.title}>
                <thead>
                    <tr>
                        <th scope="col">${w.subject}</th>
                        <th scope="col" class="number">${w.total}</th>
                        ${levels.map((level) => html`<th scope="col" class="number">${shortLevelWords(level)}</th>`)}
                        <th scope="col" class="number">${w.notRated}</th>
                        <th scope="col" class="number">${w.rest}</th>
                        <th scope="col" class="number">${w.proposed}</th>
                    </tr>
                </thead>
                <tbody>
                    ${lines.map((line) =>
                        this.row(
                            classWords(line.subjectClass) + (line.leader ? w.leader : w.other),
                            line,
                            (line.notRated ?? []).map(
                                (one) =>
                                    html`<small class="muted"
                                        >${say(notRatedReasons[one.reason])}: ${numberText(one.count)}</small
                                    >`,
                            ),
                        ),
                    )}
                    ${this.row(
                        html`<b>${w.sum}</b>`,
                        {
                            counts: report.total,
                            remainder: report.remainder,
                            proposed: lines.reduce((sum, line) => sum + line.proposed, 0),
                        },
                        nothing,
                    )}
                </tbody>
            </table>
            <p class="muted">${w.adds}</p>
            ${report.remainderReason ? html`<p>${w.reason}: ${report.remainderReason}</p>` : nothing}`;
    }

    private missing(report: Report): TemplateResult {
        const missing = report.missing ?? [];
        const units = report.units ?? [];
        return html`<section class="block">
            <h2>${w.missing}</h2>
            ${missing.length > 0 ? html`<p class="muted no-print">${w.namesToo}</p>` : nothing}
            ${
                missing.length === 0
                    ? html`<p class="row-empty">${icon("check")}${w.complete}</p>`
                    : html`<ul class="plain-list">
                      ${missing.map(
                          (one) =>
                              html`<li>
                                  ${unitView(one.unit)}
                                  <span class="tag warn">${icon("flag")}${say(fileStatuses[one.status])}</span>
                              </li>`,
                      )}
                  </ul>`
            }
            ${
                units.length === 0
                    ? nothing
                    : html`<details class="no-print">
                      <summary>${w.units(units.length)}</summary>
                      <ul class="plain-list">
                          ${units.map(
                              (one) =>
                                  html`<li>
                                      <a href="/danh-sach?unit=${one.unit.unit}">${one.unit.name}</a>
                                      <small class="muted"
                                          >${one.unit.parentName ?? ""}, ${w.version(one.version)}</small
                                      >
                                  </li>`,
                          )}
                      </ul>
                  </details>`
            }
        </section>`;
    }

    private differences(report: Report): TemplateResult | typeof nothing {
        const differences = report.differences ?? [];
        if (differences.length === 0) return nothing;
        const columns: Record<string, string> = {
            staff: w.total,
            excellent: shortLevelWords("EXCELLENT"),
            good: shortLevelWords("GOOD"),
            completed: shortLevelWords("COMPLETED"),
            notCompleted: shortLevelWords("NOT_COMPLETED"),
            notRated: w.notRated,
            remainder: w.rest,
            proposed: w.proposed,
        };
        return html`<section class="block">
            <h2>${w.differences}</h2>
            <table class="list" aria-label=${w.differences}>
                <thead>
                    <tr>
                        <th scope="col">${w.subject}</th>
                        <th scope="col">${w.column}</th>
                        <th scope="col" class="number">${w.was}</th>
                        <th scope="col" class="number">${w.is}</th>
                    </tr>
                </thead>
                <tbody>
                    ${differences.map(
                        (one) =>
                            html`<tr>
                                <th scope="row" class="light">
                                    ${classWords(one.subjectClass) + (one.leader ? w.leader : w.other)}
                                </th>
                                <td data-label=${w.column}>${columns[one.column] ?? one.column}</td>
                                <td class="number" data-label=${w.was}>${numberText(one.was)}</td>
                                <td class="number" data-label=${w.is}><b>${numberText(one.is)}</b></td>
                            </tr>`,
                    )}
                </tbody>
            </table>
        </section>`;
    }
}
