// A package that somebody handed over, checked here: the file never leaves the device.
import { html, nothing, type TemplateResult } from "lit";
import { get } from "../api/client.js";
import { Load } from "../load.js";
import { seen } from "../log/ask.js";
import { checkPackage, type PackageChecked } from "../log/package.js";
import { icon } from "../parts/icons.js";
import { loadingView } from "../parts/states.js";
import { Screen } from "../screen.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Kiểm chứng gói hồ sơ", "Verify a package"],
    list: ["Nhật ký", "The log"],
    about: [
        "Chọn tệp gói hồ sơ thanh tra (.zip). Tệp được đọc ngay trong trình duyệt này, không gửi đi đâu.",
        "Choose an inspection package (.zip). It is read in this browser and sent nowhere.",
    ],
    file: ["Tệp gói hồ sơ", "The package"],
    key: [
        "Khóa đã ghi khi gặp nhật ký lần đầu (để trống: khóa thiết bị này đã nhớ)",
        "The key you wrote down (empty: the one this device knows)",
    ],
    check: ["Kiểm chứng gói", "Verify the package"],
    busy: ["Đang kiểm chứng từng bản ghi…", "Verifying every record…"],
    good: [
        "Gói hồ sơ đạt: mọi byte, chữ ký, bản ghi và nội dung đều khớp",
        "The package holds: every byte, signature, record and content",
    ],
    bad: ["Gói hồ sơ không đạt", "The package does not hold"],
    badHint: [
        "Không dùng gói này làm căn cứ. Điểm sai đầu tiên:",
        "Do not rely on this package. The first thing wrong:",
    ],
    scope: ["Phạm vi", "Scope"],
    origin: ["Nhật ký", "Log"],
    records: ["Bản ghi", "Records"],
    range: [
        (first: number, last: number) => `từ số ${numberText(first)} đến số ${numberText(last)}`,
        (first: number, last: number) => `from ${numberText(first)} to ${numberText(last)}`,
    ],
    size: ["Nhật ký khi xuất", "Log at the export"],
    shown: ["Phần nội dung khớp với cam kết", "Parts that match their commitments"],
    hidden: ["Phần đã xóa hoặc không đưa ra", "Parts erased or withheld"],
    complete: ["Đủ đến số cuối mà nhật ký đã ký", "Complete to the end the log signed"],
    simulated: ["DỮ LIỆU MÔ PHỎNG", "SIMULATED DATA"],
    keyKnown: ["Khóa trùng với khóa đã biết", "The key is the one known"],
    keyUnknown: [
        "Khóa trong gói chưa được đối chiếu với khóa nào; chỉ biết gói nguyên vẹn.",
        "The key in the package was compared with none; it is only known to be of one piece.",
    ],
});

export default class LogPackageScreen extends Screen {
    private state: "busy" | { good: PackageChecked; compared: boolean } | { bad: string } | undefined;
    private readonly log = new Load(this, () => get("/v1/log", {}));

    private readonly check = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        const file = data.get("package");
        if (!(file instanceof File) || file.size === 0) return;
        this.state = "busy";
        this.requestUpdate();
        const origin = this.log.body?.origin;
        const typed = String(data.get("key") ?? "").trim();
        const known = typed || (origin ? seen(origin)?.vkey : undefined);
        try {
            const good = await checkPackage(new Uint8Array(await file.arrayBuffer()), known);
            this.state = { good, compared: known !== undefined };
        } catch (error) {
            this.state = { bad: error instanceof Error ? error.message : String(error) };
        }
        this.requestUpdate();
    };

    override render(): TemplateResult {
        return html`
            <div class="head">
                <div>
                    <p class="crumbs"><a href="/nhat-ky">${w.list}</a></p>
                    <h1>${w.title}</h1>
                </div>
            </div>
            <form class="card" @submit=${(event: SubmitEvent) => void this.check(event)}>
                <p class="muted">${w.about}</p>
                <label class="field"
                    >${w.file}<input type="file" name="package" accept=".zip,application/zip" required
                /></label>
                <label class="field">${w.key}<input name="key" autocomplete="off" spellcheck="false" /></label>
                <button ?disabled=${this.state === "busy"}>${icon("shield")}${w.check}</button>
            </form>
            <div aria-live="polite">${this.outcome()}</div>
        `;
    }

    private outcome(): TemplateResult | typeof nothing {
        if (this.state === undefined) return nothing;
        if (this.state === "busy")
            return html`<p class="muted">${w.busy}</p>
                ${loadingView(2)}`;
        if ("bad" in this.state)
            return html`<div class="notice danger" role="alert">
                ${icon("fail")}
                <div>
                    <p class="notice-title">${w.bad}</p>
                    <p>${w.badHint}</p>
                    <p><code lang="en" class="breaks">${this.state.bad}</code></p>
                </div>
            </div>`;
        const { good, compared } = this.state;
        return html`<div class="notice good">
                ${icon("shield")}
                <div>
                    <p class="notice-title">${w.good}</p>
                    <p>${compared ? w.keyKnown : w.keyUnknown}</p>
                    ${good.simulated ? html`<p><b>${w.simulated}</b></p>` : nothing}
                </div>
            </div>
            <section class="card">
                <dl class="facts">
                    <dt>${w.scope}</dt>
                    <dd class="code">${good.scope}</dd>
                    <dt>${w.origin}</dt>
                    <dd class="code breaks">${good.origin}</dd>
                    <dt>${w.size}</dt>
                    <dd>${numberText(good.size)} <code class="breaks">${good.root}</code></dd>
                    <dt>${w.records}</dt>
                    <dd>
                        ${numberText(good.records)}${good.positions ? html`, ${w.range(...good.positions)}` : nothing}
                    </dd>
                    <dt>${w.shown}</dt>
                    <dd>${numberText(good.shown)}</dd>
                    <dt>${w.hidden}</dt>
                    <dd>${numberText(good.hidden)}</dd>
                    <dt>${w.complete}</dt>
                    <dd>
                        ${
                            good.complete.length > 12
                                ? numberText(good.complete.length)
                                : good.complete.map((one) => html`<p class="code">${one}</p>`)
                        }
                    </dd>
                </dl>
            </section>`;
    }
}
