// The board of files: who sent, late or not at all, what was returned and why, and what is to be done with each.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, termView, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import {
    acceptFile,
    countsView,
    fileStatusBadge,
    fileStatusWords,
    phoneSought,
    phoneView,
    returnFile,
    withPhones,
    type FileLine,
    type FileStatus,
} from "../parts/files.js";
import { icon } from "../parts/icons.js";
import { recordLine } from "../parts/record.js";
import { asOfField, searchField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { Screen } from "../screen.js";
import { holds, session } from "../session.js";
import { dateText, folded, numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Bảng hồ sơ", "Board of files"],
    about: [
        "Đơn vị nào đã gửi, gửi muộn, chưa gửi; hồ sơ nào bị trả và vì sao.",
        "Which units sent their file, late or not at all; what was returned, and why.",
    ],
    ofDistrict: ["Hồ sơ các xã, phường, thị trấn gửi về", "Files the communes owe to"],
    whole: ["Toàn tỉnh", "The whole province"],
    noCycle: ["Chưa mở kỳ đánh giá, xếp loại nào", "No cycle has been opened yet"],
    term: ["Hạn gửi hồ sơ", "Files are due"],
    progress: [
        (n: number, of: number) => `${numberText(n)}/${numberText(of)} hồ sơ đã tiếp nhận`,
        (n: number, of: number) => `${numberText(n)} of ${numberText(of)} files accepted`,
    ],
    all: ["Tất cả", "All"],
    late: ["Gửi muộn", "Late"],
    unit: ["Đơn vị", "Unit"],
    status: ["Trạng thái", "Status"],
    sent: ["Gửi lúc", "Sent"],
    version: [(n: number) => `lần ${numberText(n)}`, (n: number) => `no. ${numberText(n)}`],
    counts: ["Kết quả trong hồ sơ", "Results in the file"],
    pending: [
        (n: number) => `còn ${numberText(n)} người chưa có kết quả`,
        (n: number) => `${numberText(n)} still without a result`,
    ],
    changed: [
        (n: number) => `${numberText(n)} kết quả thay đổi sau khi gửi`,
        (n: number) => `${numberText(n)} results changed after it was sent`,
    ],
    acts: ["Việc", "To do"],
    return: ["Trả hồ sơ", "Return"],
    accept: ["Tiếp nhận", "Accept"],
    why: ["Lý do trả:", "Returned because:"],
    extended: [
        (day: string, document: string) => `gia hạn đến ${day} (${document})`,
        (day: string, document: string) => `extended to ${day} (${document})`,
    ],
    communes: ["các xã", "its communes"],
    none: ["Không có hồ sơ nào như vậy", "No such file"],
    report: ["Báo cáo tổng hợp", "Consolidated report"],
});

type Files = AnswerOf<"/v1/cycles/{cycle}/files">["data"];

export default class Board extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly files = new Load(this, () => {
        const cycle = cycleShown();
        return cycle
            ? get(
                  "/v1/cycles/{cycle}/files",
                  { cycle },
                  { district: this.inQuery("district"), known_as_of: this.inQuery("known_as_of") },
              )
            : undefined;
    });

    override render(): TemplateResult {
        const cycle = cycleShown();
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
                <p class="actions"><a class="button quiet" href="/bao-cao">${icon("document")}${w.report}</a></p>
            </div>
            ${cycle ? nothing : emptyView(w.noCycle, undefined, "clock")}
            <div class="filters no-print">${searchField()} ${cycleField(this.cycles.body)} ${asOfField()}</div>
            ${this.files.show(
                (body) =>
                    html`${this.summary(body.data)} ${this.filters(body.data)} ${this.list(body.data)}
                    ${recordLine(body.asOf)}`,
            )}
        `;
    }

    private summary(files: Files): TemplateResult {
        const { counts, deadline } = files;
        const today = session().cycle;
        const lastDay = dateText(new Date(Date.parse(files.deadlineEnd) - 1).toISOString());
        return html`<section class="card accent">
            <dl class="facts">
                ${
                    files.district
                        ? html`<dt>${w.ofDistrict}</dt>
                              <dd>${unitView(files.district)} <a href="/bang-ho-so">${w.whole}</a></dd>`
                        : nothing
                }
                <dt>${w.term}</dt>
                <dd>
                    ${
                        today?.cycle === files.cycle
                            ? termView(today.submission)
                            : html`<time datetime=${deadline.date}>${lastDay}</time>`
                    }
                </dd>
            </dl>
            <p>
                <label class="meter"
                    ><progress max=${Math.max(1, counts.due)} value=${counts.accepted}></progress>
                    <span>${w.progress(counts.accepted, counts.due)}</span></label
                >
            </p>
        </section>`;
    }

    private tabs(files: Files): Tab[] {
        const { counts } = files;
        const of: [FileStatus, number][] = [
            ["MISSING", counts.missing],
            ["SUBMITTED", counts.submitted],
            ["RETURNED", counts.returned],
            ["ACCEPTED", counts.accepted],
        ];
        return [
            { key: "ALL", title: w.all, count: counts.due },
            ...of.map(([key, count]) => ({ key, title: fileStatusWords(key), count })),
            { key: "LATE", title: w.late, count: counts.late },
        ];
    }

    private filters(files: Files): TemplateResult {
        return tabs(w.status, "status", this.tabs(files));
    }

    private list(files: Files): TemplateResult {
        const wanted = openTab("status", this.tabs(files));
        const search = folded(this.inQuery("search") ?? "");
        const rows = (files.items ?? []).filter(
            (line) =>
                (wanted === "ALL" || (wanted === "LATE" ? line.late : line.status === wanted)) &&
                (search === "" ||
                    folded(
                        `${line.unit.name} ${line.unit.unit} ${line.unit.parentName ?? ""} ${phoneSought(line.returnPhone)}`,
                    ).includes(search)),
        );
        const here = cycleShown();
        const of = here && here !== session().cycle?.cycle ? `?cycle=${encodeURIComponent(here)}` : "";
        const then = this.inQuery("known_as_of") !== undefined;
        const columns: Column<FileLine>[] = [
            {
                title: w.unit,
                main: true,
                cell: (line) =>
                    html`<span class="unit"
                        ><a href="/bang-ho-so/${line.unit.unit}${of}">${line.unit.name}</a
                        ><small
                            >${line.unit.parentName ? `${line.unit.parentName} · ` : ""}<span class="code"
                                >${line.unit.unit}</span
                            >${
                                line.kind === "DISTRICT"
                                    ? html` · <a href="/bang-ho-so?district=${line.unit.unit}">${w.communes}</a>`
                                    : nothing
                            }</small
                        ></span
                    >`,
            },
            { title: w.status, cell: (line) => this.status(line) },
            {
                title: w.sent,
                cell: (line) =>
                    line.submittedAt
                        ? html`${dateView(line.submittedAt)}${
                              line.version > 1
                                  ? html`<br /><small class="muted">${w.version(line.version)}</small>`
                                  : nothing
                          }`
                        : "–",
            },
            { title: w.counts, cell: (line) => this.counts(line) },
            ...(then || !holds("RECEIVE") ? [] : [{ title: w.acts, cell: (line: FileLine) => this.acts(line) }]),
        ];
        return table({
            label: w.title,
            columns,
            rows,
            key: (line) => line.unit.unit,
            total: files.counts.due,
            empty: emptyView(w.none),
        });
    }

    private status(line: FileLine): TemplateResult {
        return html`${fileStatusBadge(line)}
        ${
            line.extended
                ? html`<br /><small class="muted"
                          >${w.extended(dateText(line.extended.date), line.extendedBy?.number ?? "")}</small
                      >`
                : nothing
        }
        ${line.returnReason ? html`<p class="why"><b>${w.why}</b> ${withPhones(line.returnReason)}</p>` : nothing}
        ${line.returnPhone ? html`<p class="why">${phoneView(line.returnPhone, line.returnedBy)}</p>` : nothing}`;
    }

    private counts(line: FileLine): TemplateResult {
        return html`${countsView(line.counts)}
        ${line.pending > 0 ? html`<br /><small class="muted">${w.pending(line.pending)}</small>` : nothing}
        ${
            line.changedAfter > 0
                ? html`<br /><small class="tag warn">${w.changed(line.changedAfter)}</small>`
                : nothing
        }`;
    }

    private acts(line: FileLine): TemplateResult | string {
        const cycle = cycleShown();
        if (line.status !== "SUBMITTED" || !cycle) return "–";
        const then = (done: boolean): void => {
            if (done) void this.files.again();
        };
        return html`<span class="actions">
            <button type="button" class="small" @click=${() => void acceptFile(cycle, line).then(then)}>
                ${w.accept}
            </button>
            <button type="button" class="small danger" @click=${() => void returnFile(cycle, line).then(then)}>
                ${w.return}
            </button>
        </span>`;
    }
}
