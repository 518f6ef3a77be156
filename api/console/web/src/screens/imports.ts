// A roster: examined first, with what is wrong cell by cell and what would change row by row; recorded as one act.
import { html, nothing, type TemplateResult } from "lit";
import { send, type Accepted, type Answer, type Schemas } from "../api/client.js";
import { icon } from "../parts/icons.js";
import { toast } from "../parts/overlays.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";

const w = words({
    title: ["Nhập danh sách cán bộ, công chức, viên chức", "Import a roster"],
    about: [
        "Tệp CSV hoặc XLSX. Hệ thống kiểm tra trước, chưa ghi gì; chỉ ghi cả tệp khi không còn ô nào sai.",
        "A CSV or XLSX file. It is examined first and nothing is written; the whole is recorded once no cell is wrong.",
    ],
    template: ["Tải tệp mẫu (CSV)", "Download a template (CSV)"],
    file: ["Tệp danh sách", "File"],
    examine: ["Kiểm tra tệp", "Examine the file"],
    examining: ["Đang kiểm tra", "Examining"],
    recording: ["Đang ghi", "Recording"],
    rows: ["Dòng", "Rows"],
    errors: ["Ô sai", "Wrong cells"],
    changes: ["Thay đổi", "Changes"],
    already: [
        "Tệp này đã được nhập trước đây; nhập lại không thay đổi gì.",
        "This file was imported before; again it changes nothing.",
    ],
    clean: ["Không có ô nào sai", "No cell is wrong"],
    line: ["Dòng", "Row"],
    column: ["Cột", "Column"],
    cell: ["Ô", "Cell"],
    given: ["Giá trị trong tệp", "What the file says"],
    wrong: ["Sai ở đâu", "What is wrong"],
    person: ["Mã người", "Person"],
    kind: ["Loại", "Kind"],
    what: ["Nội dung", "What"],
    seen: ["Đã xem các thay đổi", "I have seen the changes"],
    record: [
        (n: number) => `Ghi danh sách (${numberText(n)} dòng)`,
        (n: number) => `Record the roster (${numberText(n)} rows)`,
    ],
    recorded: [(n: number) => `Đã ghi ${numberText(n)} bản ghi`, (n: number) => `${numberText(n)} records written`],
    done: ["Đã nhập danh sách", "The roster is recorded"],
});
const kinds: Record<Schemas["RosterDifference"]["kind"], Pair> = {
    ADDED: ["Thêm mới", "Added"],
    CHANGED: ["Thay đổi", "Changed"],
    EXTENDED: ["Bổ sung", "Extended"],
    NORMALISED: ["Chuẩn hóa ký tự", "Characters normalised"],
};
const columns =
    "personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy,from,to,document";

type Report = Schemas["anonymousImportReport"];

export default class Imports extends Screen {
    private file: File | undefined;
    private report: Report | undefined;
    private accepted: Accepted | undefined;
    private sending = new Sending(this); // of one file
    private recording = false; // else it is examined
    private seen = false;

    override render(): TemplateResult {
        return html`<div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
                <p class="actions">
                    <a
                        class="button quiet"
                        download="danh-sach-mau.csv"
                        href="data:text/csv;charset=utf-8,${columns}%0A"
                        >${icon("document")}${w.template}</a
                    >
                </p>
            </div>
            <form
                class="card"
                @submit=${(event: SubmitEvent) => {
                    event.preventDefault();
                    void this.examine();
                }}
            >
                <label class="field half"
                    >${w.file}<input
                        type="file"
                        name="file"
                        required
                        accept=".csv,.xlsx,text/csv"
                        @change=${(event: Event) => this.choose((event.target as HTMLInputElement).files?.[0])}
                /></label>
                <p class="actions"><button ?disabled=${!this.file || this.sending.busy}>${w.examine}</button></p>
                ${
                    this.sending.busy
                        ? html`<p role="status">
                              <label class="meter"
                                  ><progress></progress
                                  ><span>${this.recording ? w.recording : w.examining}: ${this.file?.name}</span></label
                              >
                          </p>`
                        : nothing
                }
            </form>
            ${this.sending.view()}
            ${
                this.accepted
                    ? html`<div class="notice good" role="status">
                          ${icon("check")}
                          <div>
                              <p class="notice-title">${w.done}</p>
                              <p>${w.recorded(this.accepted.count)}</p>
                          </div>
                      </div>`
                    : this.report
                      ? this.examined(this.report)
                      : nothing
            }`;
    }

    private choose(file: File | undefined): void {
        this.file = file;
        this.report = undefined;
        this.accepted = undefined;
        this.seen = false;
        this.sending = new Sending(this);
        this.requestUpdate();
    }

    private post<T>(query: string, key: string): Promise<Answer<T>> {
        const name = this.file?.name ?? "roster.csv";
        const type = name.toLowerCase().endsWith(".xlsx")
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "text/csv";
        return send<T>(`/v1/imports${query}`, {
            method: "POST",
            headers: { "Content-Type": type, "Minhbach-Console": "1", "Idempotency-Key": `"${key}"` },
            body: this.file ?? "",
        });
    }

    private async examine(): Promise<void> {
        this.recording = false;
        const done = await this.sending.send((key) => this.post<{ data: Report }>("?dry_run=true", key));
        if (done) this.report = done.body.data;
        this.requestUpdate();
    }

    private async record(report: Report): Promise<void> {
        const query = new URLSearchParams({ file_name: this.file?.name ?? "roster.csv" });
        if (report.differencesSeen) query.set("differences_seen", report.differencesSeen);
        this.recording = true;
        const done = await this.sending.send((key) => this.post<Accepted>(`?${query}`, key));
        if (!done) return;
        this.accepted = done.body;
        toast(w.done);
        this.requestUpdate();
    }

    private examined({ report, ...whole }: Report): TemplateResult {
        const errors = report.errors ?? [];
        const differences = report.differences ?? [];
        const figures: [number, string][] = [
            [report.rows, w.rows],
            [errors.length, w.errors],
            [differences.length, w.changes],
        ];
        const wrong: Column<Schemas["RosterError"]>[] = [
            { title: w.line, main: true, cell: (one) => numberText(one.line) },
            ...(errors.some((one) => one.cell)
                ? [
                      {
                          title: w.cell,
                          cell: (one: Schemas["RosterError"]) => html`<span class="code">${one.cell ?? ""}</span>`,
                      },
                  ]
                : []),
            { title: w.column, cell: (one) => html`<span class="code">${one.column}</span>` },
            { title: w.given, cell: (one) => html`<span class="given">${one.given || "–"}</span>` },
            { title: w.wrong, cell: (one) => say([one.detailVi, one.detailEn]) },
        ];
        const changed: Column<Schemas["RosterDifference"]>[] = [
            { title: w.line, main: true, cell: (one) => numberText(one.line) },
            { title: w.person, cell: (one) => html`<span class="code">${one.person}</span>` },
            {
                title: w.kind,
                cell: (one) =>
                    html`<span class="tag ${one.kind === "NORMALISED" ? "warn" : "info"}"
                        >${say(kinds[one.kind])}</span
                    >`,
            },
            { title: w.what, cell: (one) => say([one.whatVi, one.whatEn]) },
        ];
        return html`<ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
            ${report.alreadyImported ? html`<p class="row-empty">${icon("check")}${w.already}</p>` : nothing}
            <section class="block">
                <h2>${w.errors}</h2>
                ${
                    errors.length > 0
                        ? table({
                              label: w.errors,
                              columns: wrong,
                              rows: errors,
                              key: (one) => `${one.line}-${one.column}`,
                          })
                        : emptyView(w.clean)
                }
            </section>
            ${
                differences.length > 0
                    ? html`<section class="block">
                          <h2>${w.changes}</h2>
                          ${table({
                              label: w.changes,
                              columns: changed,
                              rows: differences,
                              key: (one) => `${one.line}-${one.person}-${one.whatEn}`,
                          })}
                      </section>`
                    : nothing
            }
            ${
                errors.length === 0
                    ? html`<section class="block">
                          ${
                              differences.length > 0
                                  ? html`<label class="choice"
                                        ><input
                                            type="checkbox"
                                            .checked=${this.seen}
                                            @change=${(event: Event) => {
                                                this.seen = (event.target as HTMLInputElement).checked;
                                                this.requestUpdate();
                                            }}
                                        />${w.seen}</label
                                    >`
                                  : nothing
                          }
                          <p class="actions">
                              <button
                                  type="button"
                                  ?disabled=${this.sending.busy || (differences.length > 0 && !this.seen)}
                                  @click=${() => void this.record({ report, ...whole })}
                              >
                                  ${w.record(report.rows)}
                              </button>
                          </p>
                      </section>`
                    : nothing
            }`;
    }
}
