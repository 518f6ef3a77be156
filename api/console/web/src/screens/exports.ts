// Packages to be taken away and verified elsewhere: asked for with a purpose, watched while they are written.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type Answer, type AnswerOf } from "../api/client.js";
import { askAndAct } from "../parts/acting.js";
import { personView } from "../parts/badges.js";
import { bundle, bundled, mayBundle } from "../parts/bundle.js";
import { icon } from "../parts/icons.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { Screen } from "../screen.js";
import { me, roles, session } from "../session.js";
import { numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";

const w = words({
    title: ["Gói hồ sơ để kiểm chứng", "Packages to be verified elsewhere"],
    about: [
        "Gói chứa bản ghi, chứng cứ và chương trình kiểm chứng; đối chiếu được mà không cần hệ thống này. " +
            "Việc xuất được ghi vào nhật ký truy cập.",
        "A package holds records, proofs and what verifies them without this system. Taking it is entered in " +
            "the access ledger.",
    ],
    take: ["Xuất gói hồ sơ", "Take a package"],
    own: ["Hồ sơ của tôi", "My own record"],
    scope: ["Phạm vi", "Scope"],
    scopePerson: ["Một người", "One person"],
    scopeUnit: ["Một đơn vị", "One unit"],
    scopeCycle: ["Cả kỳ đánh giá, xếp loại", "The whole cycle"],
    code: ["Mã người, mã đơn vị hoặc mã kỳ", "Code of the person, unit or cycle"],
    purpose: ["Mục đích, ví dụ số quyết định thanh tra", "Purpose, such as the number of the inspection decision"],
    asked: ["Đã bắt đầu lập gói", "The package is being written"],
    state: ["Tình trạng", "State"],
    records: ["Bản ghi", "Records"],
    size: ["Dung lượng", "Size"],
    digest: ["Mã băm SHA-256", "SHA-256"],
    download: ["Tải gói", "Download"],
    none: ["Chưa xuất gói nào trên thiết bị này", "No package was taken on this device"],
    bundle: ["Gói đang chọn", "The bundle"],
    bundleAbout: [
        "Những người đã chọn trong danh sách hoặc khi đọc hồ sơ. Mỗi người là một gói, lập với cùng một mục đích.",
        "Those chosen in a list or while reading. Each becomes a package of its own, all for the same purpose.",
    ],
    takeAll: [(n: number) => `Xuất ${numberText(n)} gói đã chọn`, (n: number) => `Take ${numberText(n)} packages`],
    clear: ["Bỏ chọn tất cả", "Empty the bundle"],
    withheld: [
        (n: number) => `${numberText(n)} phần không thuộc phạm vi được xem`,
        (n: number) => `${numberText(n)} parts withheld`,
    ],
    kilobytes: [(n: number) => `${numberText(n)} kB`, (n: number) => `${numberText(n)} kB`],
});
type Job = AnswerOf<"/v1/exports/{job}">["data"];
const states: Record<Job["state"], Pair> = {
    WAITING: ["Chờ lập", "Waiting"],
    RUNNING: ["Đang lập", "Being written"],
    DONE: ["Đã xong", "Done"],
    FAILED: ["Không lập được", "Failed"],
};
const tones: Record<Job["state"], string> = { WAITING: "plain", RUNNING: "info", DONE: "good", FAILED: "danger" };

export default class Exports extends Screen {
    private readonly jobs = new Map<string, Job>();
    private timer: ReturnType<typeof setTimeout> | undefined;

    private get kept(): string {
        return `minhbach.exports.${me()?.person ?? ""}`;
    }

    // Jobs are known to who asked, by their number, which this device keeps.
    private ids(): string[] {
        try {
            return JSON.parse(localStorage.getItem(this.kept) ?? "[]") as string[];
        } catch {
            return [];
        }
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.look();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        clearTimeout(this.timer);
    }

    private async look(): Promise<void> {
        clearTimeout(this.timer);
        for (const job of this.ids()) {
            const known = this.jobs.get(job);
            if (known?.state === "DONE" || known?.state === "FAILED") continue;
            const answer = await ask(get("/v1/exports/{job}", { job }));
            if (answer.kind === "ready") this.jobs.set(job, answer.body.data);
            else if (answer.kind === "refused") this.keep(this.ids().filter((one) => one !== job));
        }
        this.requestUpdate();
        if ([...this.jobs.values()].some(({ state }) => state === "WAITING" || state === "RUNNING"))
            this.timer = setTimeout(() => void this.look(), 1_000);
    }

    private keep(ids: readonly string[]): void {
        try {
            localStorage.setItem(this.kept, JSON.stringify(ids.slice(0, 20)));
        } catch {
            // Then the list is gone with the page.
        }
    }

    override render(): TemplateResult {
        const rows = [...this.jobs.values()].reverse();
        const columns: Column<Job>[] = [
            {
                title: w.scope,
                main: true,
                cell: ({ scope, purpose }) =>
                    html`<span class="code">${scope.person ?? scope.unit ?? scope.cycle}</span><br />
                        <small class="light">${purpose}</small>`,
            },
            {
                title: w.state,
                cell: (job) =>
                    html`<span class="tag ${tones[job.state]}">${say(states[job.state])}</span>
                        ${job.state === "RUNNING" ? html`<progress></progress>` : nothing}
                        ${job.detail ? html`<p class="muted">${job.detail}</p>` : nothing}
                        ${
                            job.partsWithheld
                                ? html`<br /><small class="muted">${w.withheld(job.partsWithheld)}</small>`
                                : nothing
                        }`,
            },
            { title: w.records, number: true, cell: (job) => numberText(job.records) },
            {
                title: w.size,
                number: true,
                cell: (job) => (job.bytes === undefined ? "–" : w.kilobytes(Math.ceil(job.bytes / 1000))),
            },
            { title: w.digest, cell: (job) => (job.digest ? html`<code class="hash">${job.digest}</code>` : "–") },
            {
                title: w.download,
                cell: (job) =>
                    job.package
                        ? html`<a class="button small" href=${job.package} download
                              >${icon("document")}${w.download}</a
                          >`
                        : "–",
            },
        ];
        return html`<div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
                <p class="actions"><button type="button" @click=${() => void this.take()}>${w.take}</button></p>
            </div>
            ${mayBundle() ? this.bundle() : nothing}
            ${table({
                label: w.title,
                columns,
                rows,
                key: ({ job }) => job,
                empty: emptyView(w.none, undefined, "document"),
            })}`;
    }

    private bundle(): TemplateResult | typeof nothing {
        const people = bundled();
        if (people.length === 0) return nothing;
        return html`<section class="card accent">
            <h2>${w.bundle}</h2>
            <p class="muted">${w.bundleAbout}</p>
            <ul class="plain-list">
                ${people.map((one) => html`<li>${personView(one)}</li>`)}
            </ul>
            <p class="actions">
                <button type="button" @click=${() => void this.takeBundle()}>${w.takeAll(people.length)}</button>
                <button
                    type="button"
                    class="quiet"
                    @click=${() => {
                        bundle([]);
                        this.requestUpdate();
                    }}
                >
                    ${w.clear}
                </button>
            </p>
        </section>`;
    }

    private async takeBundle(): Promise<void> {
        const people = bundled();
        const done = await askAndAct({
            title: w.takeAll(people.length),
            fields: [{ name: "purpose", label: w.purpose }],
            button: w.takeAll(people.length),
            send: async ({ purpose = "" }, key) => {
                let last;
                for (const { person } of people) {
                    last = await this.ask({ person }, purpose, `${key}.${person}`);
                    if (last.kind !== "ready") return last;
                }
                bundle([]);
                return last!;
            },
            done: w.asked,
        });
        if (done) void this.look();
    }

    private async ask(scope: Job["scope"], purpose: string, key: string): Promise<Answer<unknown>> {
        const answer = await act("/v1/exports", {}, { scope, purpose }, { key });
        if (answer.kind === "ready") {
            this.jobs.set(answer.body.data.job, answer.body.data);
            this.keep([answer.body.data.job, ...this.ids()]);
        }
        return answer;
    }

    private async take(): Promise<void> {
        const inspects = roles.inspecting();
        const done = await askAndAct({
            title: w.take,
            about: inspects ? undefined : html`<p><b>${w.own}</b> <span class="code">${me()?.person}</span></p>`,
            fields: [
                ...(inspects
                    ? [
                          {
                              name: "scope",
                              label: w.scope,
                              kind: "choice" as const,
                              value: "unit",
                              choices: [
                                  { value: "person", title: w.scopePerson },
                                  { value: "unit", title: w.scopeUnit },
                                  { value: "cycle", title: w.scopeCycle },
                              ],
                          },
                          { name: "code", label: w.code, value: session().cycle?.cycle ?? "" },
                      ]
                    : []),
                { name: "purpose", label: w.purpose },
            ],
            button: w.take,
            send: ({ scope, code, purpose = "" }, key) =>
                this.ask(inspects ? { [scope ?? "unit"]: code } : { person: me()?.person ?? "" }, purpose, key),
            done: w.asked,
        });
        if (done) void this.look();
    }
}
