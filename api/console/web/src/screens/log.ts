// The log for whoever checks it: what was recorded, by position; the checkpoint that was signed, and whether the log only
// grew since this device last looked.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { asked, ledgerOf, seen, verifyLog, type Ledger, type LedgerView } from "../log/ask.js";
import type { Step } from "../log/check.js";
import { dateView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { proofSteps } from "../parts/proof.js";
import { choiceField } from "../parts/search.js";
import { emptyView, loadingView, offlineView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { filter, go } from "../router.js";
import { Screen } from "../screen.js";
import type { Keys } from "../shortcuts.js";
import { eventTypes, eventWords } from "../words/acts.js";
import { numberText, timeText } from "../words/format.js";
import { capacityWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Nhật ký và kiểm chứng", "Log and verification"],
    about: [
        "Mỗi việc là một bản ghi không sửa được. Trình duyệt này tự tính lại mã băm, đường dẫn và chữ ký.",
        "Each act is a record that cannot be changed. This browser recomputes hashes, paths and signatures.",
    ],
    checkpoint: ["Điểm kiểm chứng mới nhất", "Newest checkpoint"],
    records: ["Số bản ghi", "Records"],
    root: ["Mã gốc", "Root"],
    key: ["Khóa kiểm chứng", "Verifier key"],
    witnesses: ["Bên chứng kiến", "Witnesses"],
    noWitness: ["chưa có bên nào", "none yet"],
    witnessed: [
        (size: number) => `đã xác nhận đến ${numberText(size)} bản ghi`,
        (size: number) => `confirmed up to ${numberText(size)} records`,
    ],
    trouble: ["không liên lạc được", "cannot be reached"],
    lastSeen: ["Thiết bị này xem lần trước", "This device last looked"],
    never: ["chưa bao giờ", "never"],
    seenAt: [
        (size: number, at: string) => `${numberText(size)} bản ghi, lúc ${at}`,
        (size: number, at: string) => `${numberText(size)} records, at ${at}`,
    ],
    verifyNow: ["Kiểm chứng ngay", "Verify now"],
    verifying: ["Đang kiểm chứng…", "Verifying…"],
    package: ["Kiểm chứng gói hồ sơ", "Verify a package"],
    ledgers: ["Các sổ", "Ledgers"],
    main: ["Việc đã làm", "What was done"],
    access: ["Ai đã xem", "Who viewed"],
    accessAbout: [
        "Sổ truy cập: ai mở hồ sơ nào, việc gì bị từ chối. Không có nội dung và mục đích; chúng nằm ở mục Ai đã xem.",
        "The access ledger: who opened which dossier, what was refused. It holds no content and no purpose.",
    ],
    list: ["Các bản ghi", "Records"],
    position: ["Bản ghi số", "Record no."],
    open: ["Mở bản ghi", "Open the record"],
    type: ["Loại việc", "Kind of act"],
    all: ["Tất cả", "All"],
    subject: ["Mã người", "Code of a person"],
    subjectHint: ["Ví dụ QN201001", "Such as QN201001"],
    apply: ["Lọc", "Filter"],
    from: ["Từ bản ghi số", "From record no."],
    act: ["Việc", "Act"],
    actor: ["Người thực hiện", "Actor"],
    at: ["Lúc", "At"],
    subjects: ["Về", "About"],
    stream: ["Luồng", "Stream"],
    none: ["Không có bản ghi nào trong khoảng này", "No record in this range"],
    older: ["Các bản ghi sau", "Later records"],
    beginning: ["Về đầu", "To the first"],
    newest: ["Mới nhất", "Newest"],
    scanned: [
        (from: number, to: number, found: number) =>
            `Đã xem từ bản ghi số ${numberText(from)} đến ${numberText(to)}: ${numberText(found)} bản ghi phù hợp.`,
        (from: number, to: number, found: number) =>
            `Looked at records ${numberText(from)} to ${numberText(to)}: ${numberText(found)} match.`,
    ],
});

const kPage = 50;
type Event = NonNullable<AnswerOf<"/v1/events">["data"]["events"]>[number];

export default class LogScreen extends Screen {
    protected override keys(): Keys {
        return { v: () => void this.verify() };
    }

    private verified: Ledger = "main";
    private steps: readonly Step[] | "busy" | "offline" | undefined;
    private readonly log = new Load(this, () => get("/v1/log", {}));
    private readonly events = new Load(this, () => {
        const log = this.log.body;
        if (!log) return undefined;
        const { size } = ledgerOf(log, this.ledger).checkpoint;
        const first = this.inQuery("from");
        const from = first === undefined ? this.lastPage(size) : Number(first);
        return get(
            "/v1/events",
            {},
            {
                from: Number.isSafeInteger(from) && from >= 0 ? from : 0,
                limit: kPage,
                ...asked(this.ledger),
                type: this.inQuery("type"),
                subject: this.inQuery("subject"),
            },
        );
    });

    // What was verified of one ledger says nothing of the other.
    override willUpdate(): void {
        if (this.verified !== this.ledger) this.steps = undefined;
        this.verified = this.ledger;
    }

    private get ledger(): Ledger {
        return this.inQuery("ledger") === "access" ? "access" : "main";
    }

    // Without a filter the newest are shown; with one, from the beginning.
    private lastPage(size: number): number {
        return this.inQuery("type") || this.inQuery("subject") ? 0 : Math.max(0, size - kPage);
    }

    private readonly verify = async (): Promise<void> => {
        this.steps = "busy";
        this.requestUpdate();
        this.steps = (await verifyLog(this.ledger)) ?? "offline";
        await this.log.again();
        this.requestUpdate();
    };

    override render(): TemplateResult {
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
                <a class="button quiet" href="/nhat-ky/goi">${icon("document")}${w.package}</a>
            </div>
            <nav class="tabs" aria-label=${w.ledgers}>
                <a href="/nhat-ky" aria-current=${this.ledger === "main" ? "page" : nothing}>${w.main}</a>
                <a href="/nhat-ky?ledger=access" aria-current=${this.ledger === "access" ? "page" : nothing}
                    >${w.access}</a
                >
            </nav>
            ${this.ledger === "access" ? html`<p class="muted">${w.accessAbout}</p>` : nothing}
            ${this.log.show((log) => this.checkpoint(ledgerOf(log, this.ledger)))}
            <section class="block">
                <h2>${w.list}</h2>
                ${this.filters()} ${this.events.show((body) => this.list(body.data))}
            </section>
        `;
    }

    private checkpoint(log: LedgerView): TemplateResult {
        const before = seen(log.origin);
        const { witnesses } = log;
        return html`<section class="card accent">
            <div class="card-title">
                <h2>${w.checkpoint}</h2>
                <button
                    type="button"
                    ?disabled=${this.steps === "busy"}
                    data-key="v"
                    @click=${() => void this.verify()}
                >
                    ${icon("shield")}${this.steps === "busy" ? w.verifying : w.verifyNow}
                </button>
            </div>
            <dl class="facts">
                <dt>${w.records}</dt>
                <dd><b>${numberText(log.checkpoint.size)}</b></dd>
                <dt>${w.root}</dt>
                <dd><code class="breaks">${log.checkpoint.root}</code></dd>
                <dt>${w.key}</dt>
                <dd><code class="breaks">${log.vkey}</code></dd>
                <dt>${w.witnesses}</dt>
                <dd>
                    ${
                        witnesses.length === 0
                            ? w.noWitness
                            : witnesses.map(
                                  (one) =>
                                      html`<p>${one.name}: ${one.inTrouble ? w.trouble : w.witnessed(one.size)}</p>`,
                              )
                    }
                </dd>
                <dt>${w.lastSeen}</dt>
                <dd>${before ? w.seenAt(before.size, timeText(before.at)) : w.never}</dd>
            </dl>
            <div aria-live="polite">
                ${
                    this.steps === undefined
                        ? nothing
                        : this.steps === "busy"
                          ? loadingView(1)
                          : this.steps === "offline"
                            ? offlineView(() => void this.verify())
                            : proofSteps(this.steps)
                }
            </div>
        </section>`;
    }

    private address(position: string): string {
        return `/nhat-ky/${encodeURIComponent(position)}${this.ledger === "access" ? "?ledger=access" : ""}`;
    }

    private filters(): TemplateResult {
        const take = (event: SubmitEvent): void => {
            event.preventDefault();
            const data = new FormData(event.target as HTMLFormElement);
            const given = (name: string): string => String(data.get(name) ?? "").trim();
            if (given("position")) go(this.address(given("position").replace(/\./g, "")));
            else filter({ subject: given("subject"), from: given("from").replace(/\./g, "") });
        };
        return html`<form class="filters inline" @submit=${take}>
            <label class="field"
                >${w.position}<input name="position" inputmode="numeric" size="10" autocomplete="off"
            /></label>
            <label class="field"
                >${w.from}<input
                    name="from"
                    inputmode="numeric"
                    size="10"
                    .value=${this.inQuery("from") ?? ""}
                    autocomplete="off"
            /></label>
            <label class="field">
                ${w.subject}<input
                    name="subject"
                    size="14"
                    placeholder=${w.subjectHint}
                    .value=${this.inQuery("subject") ?? ""}
                    autocomplete="off"
                />
            </label>
            ${choiceField(
                w.type,
                "type",
                eventTypes.map((type) => ({ value: type, title: eventWords(type) })),
                w.all,
            )}
            <button class="quiet">${w.apply}</button>
        </form>`;
    }

    private list(body: AnswerOf<"/v1/events">["data"]): TemplateResult {
        const rows = body.events ?? [];
        const next = body.next;
        return html`
            ${table<Event>({
                label: w.list,
                rows,
                key: (event) => event.data.position,
                empty: emptyView(w.none, undefined, "list"),
                columns: [
                    {
                        title: w.position,
                        cell: ({ data }) =>
                            html`<a href=${this.address(data.position)}>${numberText(Number(data.position))}</a>`,
                        main: true,
                    },
                    {
                        title: w.act,
                        cell: (event) =>
                            html`${eventWords(event.type)} <small class="code muted">${event.type}</small>`,
                    },
                    {
                        title: w.actor,
                        cell: ({ data }) =>
                            html`<span class="code">${data.actor}</span> ${capacityWords(data.capacity)}`,
                    },
                    {
                        title: w.subjects,
                        cell: ({ data }) =>
                            html`<span class="code">${(data.subjects ?? []).join(", ") || "–"}</span>`,
                    },
                    { title: w.at, cell: (event) => dateView(event.time) },
                ],
            })}
            <p class="muted">
                ${w.scanned(body.scanned.from, Math.max(body.scanned.from, body.scanned.to - 1), rows.length)}
            </p>
            <p class="actions">
                <button type="button" class="quiet" @click=${() => filter({ from: "0" })}>${w.beginning}</button>
                ${
                    next !== undefined && next < body.scanned.size
                        ? html`<button type="button" class="quiet" @click=${() => filter({ from: String(next) })}>
                          ${w.older}
                      </button>`
                        : nothing
                }
                <button type="button" class="quiet" @click=${() => filter({ from: undefined })}>${w.newest}</button>
            </p>
        `;
    }
}
