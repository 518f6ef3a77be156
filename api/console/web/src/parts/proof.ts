// The badge of a record: this browser computes the proof itself, and shows each step of it to whoever asks.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { verify, type Ledger, type Verdict } from "../log/ask.js";
import type { Step, StepName } from "../log/check.js";
import { Part } from "../screen.js";
import { timeText } from "../words/format.js";
import { words } from "../words/words.js";
import { verifyBadge, type Verification } from "./badges.js";
import { icon } from "./icons.js";
import { openDialog } from "./overlays.js";

const w = words({
    title: [(n: number) => `Kiểm chứng bản ghi số ${n}`, (n: number) => `Verification of record ${n}`],
    about: [
        "Trình duyệt này tự tính lại từng bước; không bước nào dựa vào lời xác nhận của hệ thống.",
        "This browser computes every step itself; none rests on the word of the system.",
    ],
    busy: ["Đang kiểm chứng…", "Verifying…"],
    check: ["Kiểm chứng bản ghi", "Verify the record"],
    held: ["Đạt", "Held"],
    failed: ["Không đạt", "Failed"],
    aside: ["Không kiểm tra ở đây", "Not checked here"],
    unable: [
        "Trình duyệt này không tính được chữ ký Ed25519. Hãy dùng trình duyệt mới hơn hoặc lệnh minhbach log verify.",
        "This browser cannot compute Ed25519 signatures. Use a newer one, or minhbach log verify.",
    ],
    waiting: [
        "Bản ghi mới được ghi, chưa nằm dưới điểm kiểm chứng nào đã công bố.",
        "The record is new and not yet below a published checkpoint.",
    ],
    offline: ["Không lấy được bằng chứng từ hệ thống.", "The proof could not be fetched."],
    firstKey: [
        "Thiết bị này gặp nhật ký lần đầu: khóa được ghi nhớ từ đây. Hãy so với khóa đã ghi trên giấy.",
        "This device meets the log for the first time and keeps its key. Compare it with the one on paper.",
    ],
    unread: [
        "Nội dung bản ghi không thuộc phạm vi được xem; kiểm tra theo mã băm mà hệ thống nêu.",
        "The bytes of the record are not for you to see; checked by the hash the system names.",
    ],
    saidWitness: [
        "Theo lời hệ thống; chữ ký của họ kiểm tra bằng lệnh log verify --policy.",
        "As the system says; log verify --policy checks their signatures.",
    ],
    noWitness: [
        "Chưa có bên chứng kiến ngoài nào xác nhận đến bản ghi này.",
        "No outside witness has confirmed as far as this record.",
    ],
});
const stepWords = words({
    record: [
        "Nội dung bản ghi đúng dạng, đúng vị trí, đúng nhật ký",
        "The record is well-formed, in its place and log",
    ],
    leaf: ["Mã băm SHA-256 của bản ghi, tính lại", "SHA-256 of the record, computed anew"],
    path: ["Đường dẫn từ bản ghi lên mã gốc của cây", "The path from the record to the root of the tree"],
    signature: ["Chữ ký Ed25519 trên điểm kiểm chứng", "The Ed25519 signature on the checkpoint"],
    key: ["Khóa đúng là khóa thiết bị này đã biết", "The key is the one this device knows"],
    growth: [
        "Từ lần xem trước của thiết bị này, nhật ký chỉ được ghi thêm",
        "Since this device last looked, the log was only added to",
    ],
    witness: ["Bên chứng kiến ngoài đã xác nhận", "Confirmed by an outside witness"],
}) satisfies Record<StepName, string>;
const valueWords: Record<string, string> = words({
    bytes: ["Độ dài (byte)", "Length (bytes)"],
    leaf: ["Mã băm", "Hash"],
    hashes: ["Số mã băm trên đường dẫn", "Hashes of the path"],
    root: ["Mã gốc", "Root"],
    origin: ["Nhật ký", "Log"],
    size: ["Số bản ghi", "Records"],
    key: ["Khóa", "Key"],
    from: ["Từ kích thước", "From the size"],
    to: ["Đến kích thước", "To the size"],
});

const aside = (step: Step): string | undefined =>
    step.held !== undefined
        ? undefined
        : step.name === "key"
          ? w.firstKey
          : step.name === "record"
            ? w.unread
            : step.name === "witness"
              ? step.said
                  ? w.saidWitness
                  : w.noWitness
              : undefined;

export const proofSteps = (steps: readonly Step[]): TemplateResult => html`
    <ol class="proof">
        ${steps.map((step) => {
            const [tone, sign, said] =
                step.held === undefined
                    ? (["plain", "clock", w.aside] as const)
                    : step.held
                      ? (["good", "check", w.held] as const)
                      : (["danger", "fail", w.failed] as const);
            const note = aside(step);
            return html`<li>
                <p><span class="tag ${tone}">${icon(sign)}${said}</span> <b>${stepWords[step.name]}</b></p>
                ${note ? html`<p class="muted">${note}</p>` : nothing}
                ${step.problem ? html`<p class="error"><code lang="en">${step.problem}</code></p>` : nothing}
                ${
                    step.values.length > 0
                        ? html`<dl class="values">
                          ${step.values.map(
                              ([name, value]) =>
                                  html`<dt>${valueWords[name] ?? name}</dt>
                                      <dd><code>${value}</code></dd>`,
                          )}
                      </dl>`
                        : nothing
                }
            </li>`;
        })}
    </ol>
`;

export function badgeOf(verdict: Verdict): Verification {
    switch (verdict.kind) {
        case "checked":
            if (!verdict.held) return { state: "failed" };
            return verdict.witnessed ? { state: "verified", at: verdict.at } : { state: "waiting" };
        case "waiting":
            return { state: "waiting" };
        default:
            return { state: "offline" };
    }
}

export const verdictView = (verdict: Verdict): TemplateResult =>
    verdict.kind === "checked"
        ? proofSteps(verdict.checked.steps)
        : html`<p>${{ waiting: w.waiting, offline: w.offline, unable: w.unable }[verdict.kind]}</p>`;

// Verdicts of this visit: a record is not fetched again for each place that names it.
const known = new Map<string, Promise<Verdict>>();
export function verdictOf(position: number, again = false, ledger: Ledger = "main"): Promise<Verdict> {
    const name = `${ledger} ${position}`;
    const kept = again ? undefined : known.get(name);
    if (kept) return kept;
    const asked = verify(position, ledger);
    known.set(name, asked);
    void asked.then((verdict) => {
        if (verdict.kind !== "checked") known.delete(name);
    });
    return asked;
}

export class Proof extends Part {
    @property({ type: Number }) position = -1;
    @property({ type: Boolean }) eager = false; // verifies by itself
    private shown = -1;
    private busy = false;
    private verdict: Verdict | undefined;

    override willUpdate(): void {
        if (this.shown === this.position) return;
        this.shown = this.position;
        this.verdict = undefined;
        if (this.eager) void this.check();
    }

    private async check(again = false): Promise<void> {
        const position = this.position;
        this.busy = true;
        this.requestUpdate();
        const verdict = await verdictOf(position, again);
        if (position !== this.position) return;
        this.busy = false;
        this.verdict = verdict;
        this.requestUpdate();
    }

    readonly open = async (): Promise<void> => {
        if (!this.verdict) await this.check();
        const verdict = this.verdict;
        if (!verdict) return;
        await openDialog(
            w.title(this.position),
            () =>
                html`<p class="muted">${w.about}</p>
                    <p>
                        ${verifyBadge(badgeOf(verdict))}${
                            verdict.kind === "checked"
                                ? html` <span class="muted">${timeText(verdict.at)}</span>`
                                : nothing
                        }
                    </p>
                    ${verdictView(verdict)}`,
            true,
        );
    };

    override render(): TemplateResult {
        if (this.busy)
            return html`<span class="verify offline" role="status">${icon("clock")}<span>${w.busy}</span></span>`;
        if (this.verdict) return verifyBadge(badgeOf(this.verdict), () => void this.open());
        return html`<button type="button" class="quiet small" @click=${() => void this.open()}>
            ${icon("shield")}${w.check}
        </button>`;
    }
}
customElements.define("mb-proof", Proof);

export const proofBadge = (position: number, eager = false): TemplateResult =>
    html`<mb-proof .position=${position} .eager=${eager}></mb-proof>`;
