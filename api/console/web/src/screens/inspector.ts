// The inspector's desk: the cycle as known now or then, whose files are there, what should be explained, and whether the
// log is sound.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { verifyLog } from "../log/ask.js";
import { holds, type Step } from "../log/check.js";
import { dateView, unitView, verifyBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { proofSteps } from "../parts/proof.js";
import { recordLine } from "../parts/record.js";
import { asOfField, choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { Screen } from "../screen.js";
import { session } from "../session.js";
import type { Keys } from "../shortcuts.js";
import { findingTypes, questionWords, type FindingType } from "../words/findings.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Bàn làm việc thanh tra", "Inspector's desk"],
    cycle: ["Kỳ đánh giá, xếp loại", "Cycle"],
    files: ["Hồ sơ của các đơn vị", "Units' files"],
    due: ["Phải gửi", "Due"],
    inTime: ["Gửi đúng hạn", "In time"],
    late: ["Gửi muộn", "Late"],
    missing: ["Chưa gửi", "Missing"],
    returned: ["Trả lại", "Returned"],
    accepted: ["Đã tiếp nhận", "Accepted"],
    notInTime: ["Đơn vị gửi muộn, chưa gửi hoặc bị trả lại", "Units late, missing or returned"],
    allInTime: ["Mọi đơn vị đã gửi đúng hạn", "Every unit sent its file in time"],
    unit: ["Đơn vị", "Unit"],
    status: ["Trạng thái", "Status"],
    sent: ["Gửi lần đầu", "First sent"],
    version: ["Số lần gửi", "Versions"],
    findings: ["Nội dung cần làm rõ", "Points to be explained"],
    findingsNote: [
        "Mỗi nội dung là một câu hỏi, chưa phải là kết luận vi phạm.",
        "Each is a question, not a concluded violation.",
    ],
    question: ["Câu hỏi", "Question"],
    cases: ["Số trường hợp", "Cases"],
    noFindings: ["Không có nội dung nào cần làm rõ", "Nothing is to be explained"],
    health: ["Tình trạng nhật ký", "Health of the log"],
    verifyNow: ["Kiểm chứng ngay", "Verify now"],
    verifying: ["Đang kiểm chứng…", "Verifying…"],
    checkpoint: ["Điểm kiểm chứng mới nhất", "Newest checkpoint"],
    records: [(n: number) => `${numberText(n)} bản ghi`, (n: number) => `${numberText(n)} records`],
    outside: ["Bên ngoài lấy điểm kiểm chứng gần nhất", "A checkpoint was last taken outside"],
    witness: ["Bên chứng kiến ngoài", "Outside witnesses"],
    noWitness: ["chưa có bên nào", "none yet"],
    witnessed: [
        (size: number) => `đã xác nhận đến ${numberText(size)} bản ghi`,
        (size: number) => `confirmed up to ${numberText(size)} records`,
    ],
    explore: ["Mở nhật ký", "Open the log"],
    trace: ["Ai đánh giá ai", "Who rated whom"],
    distribution: ["Phân bố và tỷ lệ", "Distribution and quota"],
    report: ["Báo cáo tổng hợp", "Consolidated report"],
    search: ["Tìm hồ sơ", "Find a dossier"],
    overdue: ["quá một ngày", "more than a day ago"],
});

type File = Schemas["FileLine"];

export default class InspectorScreen extends Screen {
    protected override keys(): Keys {
        return { v: () => void this.verify() };
    }

    private steps: readonly Step[] | "busy" | "offline" | undefined;
    private checkedAt = "";
    private get cycle(): string | undefined {
        return this.inQuery("cycle") ?? session().cycle?.cycle;
    }
    private get known(): { known_as_of?: string } {
        const moment = this.inQuery("known_as_of");
        return moment ? { known_as_of: moment } : {};
    }
    private readonly cycles = new Load(this, () => get("/v1/cycles", {}));
    private readonly files = new Load(this, () =>
        this.cycle ? get("/v1/cycles/{cycle}/files", { cycle: this.cycle }, this.known) : undefined,
    );
    private readonly findings = new Load(this, () =>
        this.cycle ? get("/v1/findings", {}, { cycle: this.cycle, limit: 1000, ...this.known }) : undefined,
    );
    private readonly log = new Load(this, () => get("/v1/log", {}));
    private readonly health = new Load(this, () => get("/v1/health", {}));

    private readonly verify = async (): Promise<void> => {
        this.steps = "busy";
        this.requestUpdate();
        this.steps = (await verifyLog()) ?? "offline";
        this.checkedAt = new Date().toISOString();
        this.requestUpdate();
    };

    override render(): TemplateResult {
        const cycles = (this.cycles.body?.data.items ?? []).toSorted((left, right) => right.year - left.year);
        return html`
            <div class="head">
                <h1>${w.title}</h1>
                <p class="actions">
                    <a class="button quiet" href="/ai-danh-gia-ai">${w.trace}</a>
                    <a class="button quiet" href="/phan-bo">${w.distribution}</a>
                    <a class="button quiet" href="/bao-cao">${w.report}</a>
                    <a class="button quiet" href="/danh-sach">${icon("search")}${w.search}</a>
                </p>
            </div>
            <div class="filters no-print">
                ${choiceField(
                    w.cycle,
                    "cycle",
                    cycles
                        .filter(({ cycle }) => cycle !== session().cycle?.cycle)
                        .map(({ cycle, title }) => ({ value: cycle, title })),
                    session().cycle?.title ?? "–",
                )}
                ${asOfField()}
            </div>
            ${this.files.show((body) => this.filesView(body))} ${this.findings.show((body) => this.findingsView(body))}
            ${this.healthView()}
        `;
    }

    private filesView({ data, asOf }: AnswerOf<"/v1/cycles/{cycle}/files">): TemplateResult {
        const { counts } = data;
        const figures: [number, string][] = [
            [counts.due, w.due],
            [counts.onTime, w.inTime],
            [counts.late, w.late],
            [counts.missing, w.missing],
            [counts.returned, w.returned],
            [counts.accepted, w.accepted],
        ];
        const wanting = (data.items ?? []).filter(
            (file) => file.late || file.status === "MISSING" || file.status === "RETURNED",
        );
        return html`<section class="block">
            <h2>${w.files}</h2>
            <ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
            ${
                wanting.length === 0
                    ? html`<p class="row-empty">${icon("check")}${w.allInTime}</p>`
                    : html`<details open>
                      <summary>${w.notInTime} <span class="count">${numberText(wanting.length)}</span></summary>
                      ${table<File>({
                          label: w.notInTime,
                          rows: wanting,
                          key: (file) => file.unit.unit,
                          columns: [
                              { title: w.unit, cell: (file) => unitView(file.unit), main: true },
                              { title: w.status, cell: (file) => this.fileStatus(file) },
                              {
                                  title: w.sent,
                                  cell: (file) => (file.firstSubmittedAt ? dateView(file.firstSubmittedAt) : "–"),
                              },
                              { title: w.version, cell: (file) => numberText(file.version), number: true },
                          ],
                      })}
                  </details>`
            }
            ${recordLine(asOf)}
        </section>`;
    }

    private fileStatus(file: File): TemplateResult {
        if (file.status === "MISSING") return html`<span class="tag warn">${icon("flag")}${w.missing}</span>`;
        return html`${file.late ? html`<span class="tag warn">${icon("clock")}${w.late}</span>` : nothing}
        ${file.status === "RETURNED" ? html`<span class="tag warn">${w.returned}</span>` : nothing}
        ${file.status === "ACCEPTED" ? html`<span class="tag good">${w.accepted}</span>` : nothing}`;
    }

    private findingsView({ data }: AnswerOf<"/v1/findings">): TemplateResult {
        const counts = new Map<FindingType, number>();
        for (const finding of data.items ?? []) counts.set(finding.type, (counts.get(finding.type) ?? 0) + 1);
        const rows = findingTypes
            .flatMap((type) => (counts.has(type) ? [{ type, count: counts.get(type) ?? 0 }] : []))
            .sort((left, right) => right.count - left.count);
        return html`<section class="block">
            <h2>${w.findings} <span class="count">${numberText(data.total)}</span></h2>
            <p class="muted">${w.findingsNote}</p>
            ${table<{ type: FindingType; count: number }>({
                label: w.findings,
                rows,
                key: (row) => row.type,
                empty: emptyView(w.noFindings),
                columns: [
                    {
                        title: w.question,
                        cell: (row) =>
                            html`<a
                                href="/noi-dung-can-lam-ro?type=${row.type
                                    .toLowerCase()
                                    .replaceAll("_", "-")}${this.kept()}"
                                >${questionWords(row.type)}</a
                            >`,
                        main: true,
                    },
                    { title: w.cases, cell: (row) => numberText(row.count), number: true },
                ],
            })}
        </section>`;
    }

    private kept(): string {
        const query = new URLSearchParams();
        for (const name of ["cycle", "known_as_of"]) {
            const value = this.inQuery(name);
            if (value) query.set(name, value);
        }
        return query.size > 0 ? `&${query}` : "";
    }

    private healthView(): TemplateResult {
        const steps = this.steps;
        const checked = Array.isArray(steps) ? (steps as Step[]) : undefined;
        return html`<section class="card">
            <div class="card-title">
                <h2>${w.health}</h2>
                <p class="actions">
                    ${
                        checked
                            ? verifyBadge(
                                  holds({ steps: checked })
                                      ? { state: "verified", at: this.checkedAt }
                                      : { state: "failed" },
                              )
                            : steps === "offline"
                              ? verifyBadge({ state: "offline" })
                              : nothing
                    }
                    <button type="button" data-key="v" ?disabled=${steps === "busy"} @click=${() => void this.verify()}>
                        ${icon("shield")}${steps === "busy" ? w.verifying : w.verifyNow}
                    </button>
                    <a class="button quiet" href="/nhat-ky">${w.explore}</a>
                </p>
            </div>
            ${this.log.show(
                (log) =>
                    html`<dl class="facts">
                        <dt>${w.checkpoint}</dt>
                        <dd>
                            ${w.records(log.checkpoint.size)}
                            <code class="breaks">${log.checkpoint.root.slice(0, 32)}…</code>
                        </dd>
                        <dt>${w.witness}</dt>
                        <dd>
                            ${
                                (log.witnesses ?? []).length === 0
                                    ? w.noWitness
                                    : (log.witnesses ?? []).map(
                                          (one) => html`<p>${one.name}: ${w.witnessed(one.size)}</p>`,
                                      )
                            }
                        </dd>
                        ${
                            this.health.body
                                ? html`<dt>${w.outside}</dt>
                                  <dd>
                                      ${dateView(this.health.body.checkpointTakenAt)}
                                      ${
                                          this.health.body.checkpointOverdue
                                              ? html`<span class="tag warn">${w.overdue}</span>`
                                              : nothing
                                      }
                                  </dd>`
                                : nothing
                        }
                    </dl>`,
            )}
            <div aria-live="polite">${checked ? proofSteps(checked) : nothing}</div>
        </section>`;
    }
}
