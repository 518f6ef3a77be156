// One record of the log: what its bytes say, read by this browser, and every step of the proof.
import { html, nothing, type TemplateResult } from "lit";
import { get } from "../api/client.js";
import { Load } from "../load.js";
import { asked, type Ledger, type Verdict } from "../log/ask.js";
import { hexOf } from "../log/bytes.js";
import { dateView, verifyBadge } from "../parts/badges.js";
import { badgeOf, verdictOf, verdictView } from "../parts/proof.js";
import { icon } from "../parts/icons.js";
import { loadingView } from "../parts/states.js";
import { Screen } from "../screen.js";
import type { Keys } from "../shortcuts.js";
import { eventWords } from "../words/acts.js";
import { numberText } from "../words/format.js";
import { capacityWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: [(n: string) => `Bản ghi số ${n}`, (n: string) => `Record ${n}`],
    list: ["Nhật ký", "The log"],
    before: ["Bản ghi trước", "Record before"],
    after: ["Bản ghi sau", "Record after"],
    content: ["Bản ghi nói gì", "What the record says"],
    contentHint: [
        "Đọc từ chính các byte của bản ghi. Bản ghi không chứa họ tên, mức xếp loại hay lời văn; nội dung nằm trong hồ sơ.",
        "Read from the bytes of the record. It holds no name, level or text; the content is in the dossier.",
    ],
    type: ["Việc", "Act"],
    stream: ["Luồng và số thứ tự trong luồng", "Stream and revision"],
    actor: ["Người thực hiện", "Actor"],
    nth: [
        (n: number) => `việc thứ ${numberText(n + 1)} của người này`,
        (n: number) => `act ${numberText(n + 1)} of this actor`,
    ],
    capacity: ["Tư cách", "Capacity"],
    authority: ["Quyền được giao", "Mandate"],
    entered: ["Người nhập thay", "Entered by"],
    subjects: ["Về", "About"],
    at: ["Ghi nhận lúc", "Recorded at"],
    id: ["Mã sự kiện", "Event"],
    commitments: ["Mã cam kết của nội dung", "Commitments to the content"],
    origin: ["Nhật ký", "Log"],
    bytes: ["Các byte của bản ghi (CBOR)", "Bytes of the record (CBOR)"],
    proof: ["Kiểm chứng từng bước", "Proof, step by step"],
    proofHint: [
        "Tính bằng WebCrypto trong trình duyệt này; hệ thống chỉ cung cấp các byte và bằng chứng.",
        "Computed by WebCrypto in this browser; the system only supplies bytes and proof.",
    ],
    again: ["Kiểm chứng lại", "Verify again"],
    receipt: ["Tải biên nhận", "Download the receipt"],
    dossier: ["Mở hồ sơ", "Open the dossier"],
});

export default class LogEntryScreen extends Screen {
    private verdict: Verdict | undefined;
    private shown = "";
    private readonly entry = new Load(this, () => {
        const position = this.inPath("position");
        return position ? get("/v1/log/entries/{position}", { position }, asked(this.ledger)) : undefined;
    });

    private get ledger(): Ledger {
        return this.inQuery("ledger") === "access" ? "access" : "main";
    }
    private address(position: number): string {
        return `/nhat-ky/${position}${this.ledger === "access" ? "?ledger=access" : ""}`;
    }

    protected override keys(): Keys {
        return { v: () => void this.verify(true) };
    }

    override willUpdate(): void {
        const position = this.inPath("position");
        const shown = `${this.ledger} ${position}`;
        if (shown === this.shown) return;
        this.shown = shown;
        this.verdict = undefined;
        if (/^\d{1,15}$/.test(position)) void this.verify();
    }

    private async verify(again = false): Promise<void> {
        const { shown } = this;
        if (again) {
            this.verdict = undefined;
            this.requestUpdate();
        }
        const verdict = await verdictOf(Number(this.inPath("position")), again, this.ledger);
        if (shown !== this.shown) return;
        this.verdict = verdict;
        this.requestUpdate();
    }

    override render(): TemplateResult {
        const position = Number(this.inPath("position"));
        const known = Number.isSafeInteger(position);
        return html`
            <div class="head">
                <div>
                    <p class="crumbs"><a href=${this.ledger === "access" ? "/nhat-ky?ledger=access" : "/nhat-ky"}>${w.list}</a></p>
                    <h1>${w.title(known ? numberText(position) : this.inPath("position"))}</h1>
                </div>
                <p class="actions">
                    ${
                        known && position > 0
                            ? html`<a class="button quiet" href=${this.address(position - 1)}>${w.before}</a>`
                            : nothing
                    }
                    ${known ? html`<a class="button quiet" href=${this.address(position + 1)}>${w.after}</a>` : nothing}
                </p>
            </div>
            ${this.entry.show(({ data }) => this.page(data.cbor))}
        `;
    }

    private page(cbor: string): TemplateResult {
        return html`
            <section class="card">
                <div class="card-title">
                    <h2>${w.proof}</h2>
                    ${this.verdict ? verifyBadge(badgeOf(this.verdict)) : nothing}
                </div>
                <p class="muted">${w.proofHint}</p>
                ${this.verdict ? verdictView(this.verdict) : loadingView(3)}
                <p class="actions no-print">
                    <button type="button" class="quiet" @click=${() => void this.verify(true)}>
                        ${icon("shield")}${w.again}
                    </button>
                    <a
                        class="button quiet"
                        href="/v1/log/entries/${this.inPath("position")}/receipt?ledger=${this.ledger}"
                        download="receipt-${this.ledger}-${this.inPath("position")}.tlog-proof"
                        >${w.receipt}</a
                    >
                </p>
            </section>
            ${this.content()}
            <section class="card">
                <details>
                    <summary>${w.bytes}</summary>
                    <pre tabindex="0" class="breaks">${cbor}</pre>
                </details>
            </section>
        `;
    }

    private content(): TemplateResult | typeof nothing {
        const record = this.verdict?.kind === "checked" ? this.verdict.checked.record : undefined;
        if (!record) return nothing;
        const dossier = /^dossier\/(.+)$/.exec(record.stream)?.[1];
        return html`<section class="card">
            <h2>${w.content}</h2>
            <p class="muted">${w.contentHint}</p>
            <dl class="facts">
                <dt>${w.type}</dt>
                <dd>${eventWords(record.type)} <small class="code muted">${record.type}</small></dd>
                <dt>${w.stream}</dt>
                <dd>
                    <span class="code breaks">${record.stream}</span>, ${numberText(record.revision)}
                    ${dossier ? html` · <a href="/ho-so/${dossier}">${w.dossier}</a>` : nothing}
                </dd>
                <dt>${w.actor}</dt>
                <dd><span class="code">${record.actor}</span>, ${w.nth(record.actorNumber)}</dd>
                <dt>${w.capacity}</dt>
                <dd>${capacityWords(record.capacity)}</dd>
                <dt>${w.authority}</dt>
                <dd class="code">${record.authority || "–"}</dd>
                ${
                    record.enteredBy
                        ? html`<dt>${w.entered}</dt>
                          <dd class="code">${record.enteredBy}</dd>`
                        : nothing
                }
                <dt>${w.subjects}</dt>
                <dd class="code breaks">
                    ${record.subjects.map(([code, number]) => `${code} (${number})`).join(", ") || "–"}
                </dd>
                <dt>${w.at}</dt>
                <dd>${dateView(new Date(record.recordedAt).toISOString())}</dd>
                <dt>${w.id}</dt>
                <dd><code class="breaks">${record.id}</code></dd>
                <dt>${w.origin}</dt>
                <dd><code class="breaks">${record.origin}</code></dd>
                <dt>${w.commitments}</dt>
                <dd>${record.commitments.map((one) => html`<p><code class="breaks">${hexOf(one)}</code></p>`)}</dd>
            </dl>
        </section>`;
    }
}
