// Personal digital signatures over the record of one act: what is said of each, how anybody checks it with a program of
// their own, and for whoever did the act the bytes to sign and the way to hand a signature in.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { dateView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { proofBadge } from "../parts/proof.js";
import { emptyView } from "../parts/states.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { eventWords } from "../words/acts.js";
import { numberText } from "../words/format.js";
import { signatureWords } from "../words/signature.js";
import { words } from "../words/words.js";

const w = words({
    title: [(n: string) => `Chữ ký số trên bản ghi số ${n}`, (n: string) => `Digital signatures over record ${n}`],
    dossier: ["Hồ sơ", "Dossier"],
    what: ["Việc được ký", "The act"],
    type: ["Việc", "Act"],
    actor: ["Người thực hiện", "Actor"],
    record: ["Bản ghi số", "Record"],
    leaf: ["Mã băm của bản ghi trong nhật ký", "Hash of the record in the log"],
    digest: ["SHA-256 của các byte được ký", "SHA-256 of the bytes that are signed"],
    bytes: ["Tải các byte được ký", "Download the bytes that are signed"],
    binds: [
        "Bản ghi không chứa lời văn; nó ràng buộc nội dung bằng mã cam kết, nên đổi một chữ trong nội dung là chữ ký không còn khớp.",
        "The record holds no text; it binds the content by commitments, so that one letter changed no longer fits the signature.",
    ],
    made: ["Các chữ ký đã nhận", "Signatures"],
    none: [
        "Chưa có chữ ký số cá nhân nào trên bản ghi này",
        "There is no personal digital signature over this record",
    ],
    noneHint: [
        "Chữ ký số cá nhân không bắt buộc; việc đã ghi vẫn như đã ghi.",
        "A personal digital signature is not required; the act stays as it was recorded.",
    ],
    onlyThat: [
        "Chỉ nói về mật mã, tại thời điểm tiếp nhận; không phải kết luận về giá trị pháp lý.",
        "Cryptography only, as of the moment it came in; no conclusion about the value in law.",
    ],
    subject: ["Chứng thư của", "Certificate of"],
    names: ["Tên trong chứng thư giống họ tên người thực hiện", "The certificate's name reads like the actor's"],
    namesNot: ["Tên trong chứng thư khác họ tên người thực hiện", "The certificate's name differs from the actor's"],
    issuer: ["Tổ chức cấp", "Issuer"],
    serial: ["Số hiệu chứng thư", "Serial number"],
    valid: ["Hiệu lực của chứng thư", "Validity of the certificate"],
    algorithm: ["Thuật toán", "Algorithm"],
    fingerprint: ["SHA-256 của chứng thư", "SHA-256 of the certificate"],
    authority: ["SHA-256 chứng thư của tổ chức được tin cậy", "SHA-256 of the trusted issuer's certificate"],
    received: ["Tiếp nhận lúc", "Came in"],
    claimed: ["Giờ ký theo máy người ký (không kiểm chứng được)", "Time by the signer's clock (cannot be verified)"],
    unclaimed: ["không nêu", "not stated"],
    revocation: ["Thu hồi chứng thư", "Revocation"],
    unchecked: ["Chưa kiểm tra: hệ thống không hỏi bên ngoài", "Not checked: nobody outside was asked"],
    checked: ["Đã kiểm tra", "Checked"],
    why: ["Máy trả lời", "The machine's words"],
    download: ["Tải chữ ký (.p7s)", "Download the signature (.p7s)"],
    yourself: ["Tự kiểm tra bằng OpenSSL", "Check it yourself with OpenSSL"],
    yourselfHint: [
        "Tải các byte được ký và chữ ký, lấy chứng thư của tổ chức cấp từ chính tổ chức đó, rồi chạy lệnh này:",
        "Download the bytes and the signature, get the issuer's certificate from the issuer, and run:",
    ],
    sign: ["Ký số việc mình đã thực hiện", "Sign your own act"],
    first: ["1. Tải các byte được ký.", "1. Download the bytes."],
    second: [
        "2. Ký tách rời (CMS/PKCS#7, DER, kèm chứng thư) bằng phần mềm của chứng thư, hoặc bằng lệnh:",
        "2. Sign them, detached (CMS/PKCS#7, DER, with the certificate), with your certificate's program, or by:",
    ],
    third: ["3. Nộp tệp chữ ký", "3. Hand in the signature"],
    send: ["Nộp chữ ký", "Hand in"],
    lost: [
        (n: number) => `${numberText(n)} chữ ký đã mất cùng dữ liệu cá nhân của người ký.`,
        (n: number) => `${numberText(n)} signatures were lost with their signer's personal data.`,
    ],
    unreadable: [
        "Tệp này dài quá 32 KiB, không phải chữ ký tách rời.",
        "This file has more than 32 KiB: no detached signature.",
    ],
});

type Signed = AnswerOf<"/v1/log/entries/{position}/signatures">["data"];
type One = NonNullable<Signed["signatures"]>[number];
const kBytesMax = 32 * 1024;

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

export default class SignatureScreen extends Screen {
    private readonly signed = new Load(this, () =>
        get(
            "/v1/log/entries/{position}/signatures",
            { position: this.inPath("position") },
            {},
            this.inQuery("purpose"),
        ),
    );
    private readonly sending = new Sending(this);
    private tooLong = false;

    override render(): TemplateResult {
        return html`${this.signed.show(({ data }) => this.page(data))}`;
    }

    private page(signed: Signed): TemplateResult {
        const dossier = /^dossier\/(.+)$/.exec(signed.stream)?.[1];
        const made = signed.signatures ?? [];
        return html`
            <div class="head">
                <div>
                    ${dossier ? html`<p class="crumbs"><a href="/ho-so/${dossier}">${w.dossier}</a></p>` : nothing}
                    <h1>${w.title(numberText(signed.position))}</h1>
                </div>
            </div>
            <section class="card">
                <h2>${w.what}</h2>
                <dl class="facts">
                    <dt>${w.type}</dt>
                    <dd>${eventWords(signed.actType)} <small class="code muted">${signed.actType}</small></dd>
                    <dt>${w.actor}</dt>
                    <dd>${signed.actorName ?? signed.actor} <small class="code muted">${signed.actor}</small></dd>
                    <dt>${w.record}</dt>
                    <dd>${numberText(signed.position)} ${proofBadge(signed.position)}</dd>
                    <dt>${w.leaf}</dt>
                    <dd><code class="breaks">${signed.leafHash}</code></dd>
                    <dt>${w.digest}</dt>
                    <dd><code class="breaks">${signed.record}</code></dd>
                </dl>
                <p class="muted">${w.binds}</p>
                <p class="actions no-print">${this.bytesLink(signed)}</p>
            </section>
            <section>
                <h2>${w.made}</h2>
                ${made.length === 0 ? emptyView(w.none, w.noneHint, "document") : made.map((one) => this.one(signed, one))}
                ${signed.lost > 0 ? html`<p class="muted">${w.lost(signed.lost)}</p>` : nothing}
            </section>
            ${signed.maySign ? this.form(signed) : nothing}
        `;
    }

    private bytesLink(signed: Signed): TemplateResult {
        const purpose = this.inQuery("purpose");
        const search = purpose ? `?${new URLSearchParams({ purpose })}` : "";
        return html`<a
            class="button quiet"
            href="/v1/log/entries/${signed.position}/record${search}"
            download="${signed.position}.cbor"
            >${icon("document")}${w.bytes}</a
        >`;
    }

    private one(signed: Signed, { position, report, signature }: One): TemplateResult {
        const held = report.standing === "TRUSTED";
        const file = `${signed.position}-${position}.p7s`;
        const check = `openssl cms -verify -binary -inform DER -in ${file} -content ${signed.position}.cbor \\
    -CAfile CA.pem -purpose any -out /dev/null`;
        return html`<section class="card signature" data-signature=${position}>
            <p>
                <span class="tag ${held ? "good" : "warn"}">${icon(held ? "check" : "warn")}${signatureWords(report.standing)}</span>
            </p>
            <p class="muted">${w.onlyThat}</p>
            <dl class="facts">
                <dt>${w.subject}</dt>
                <dd>
                    ${report.subject}
                    <p class="muted">${report.namesSigner ? w.names : w.namesNot}</p>
                </dd>
                <dt>${w.issuer}</dt>
                <dd>${report.issuer}</dd>
                <dt>${w.serial}</dt>
                <dd><code class="breaks">${report.serial}</code></dd>
                <dt>${w.valid}</dt>
                <dd>${dateView(report.notBefore)} – ${dateView(report.notAfter)}</dd>
                <dt>${w.algorithm}</dt>
                <dd>${report.algorithm}; ${report.key}</dd>
                <dt>${w.received}</dt>
                <dd>${dateView(report.receivedAt)}</dd>
                <dt>${w.claimed}</dt>
                <dd>${report.claimedAt ? dateView(report.claimedAt) : w.unclaimed}</dd>
                <dt>${w.revocation}</dt>
                <dd>${report.revocationChecked ? w.checked : w.unchecked}</dd>
                <dt>${w.fingerprint}</dt>
                <dd><code class="breaks">${report.certificate}</code></dd>
                ${
                    report.authority
                        ? html`<dt>${w.authority}</dt>
                          <dd><code class="breaks">${report.authority}</code></dd>`
                        : nothing
                }
                ${
                    report.why
                        ? html`<dt>${w.why}</dt>
                          <dd><code lang="en" class="breaks">${report.why}</code></dd>`
                        : nothing
                }
                <dt>${w.record}</dt>
                <dd>${numberText(position)} ${proofBadge(position)}</dd>
            </dl>
            <details>
                <summary>${w.yourself}</summary>
                <p class="muted">${w.yourselfHint}</p>
                <pre tabindex="0">${check}</pre>
                <p class="actions">
                    ${this.bytesLink(signed)}
                    <a
                        class="button quiet"
                        href="data:application/pkcs7-signature;base64,${signature}"
                        download=${file}
                        >${icon("document")}${w.download}</a
                    >
                </p>
            </details>
        </section>`;
    }

    private form(signed: Signed): TemplateResult {
        const how = `openssl cms -sign -binary -md sha256 -outform DER -signer me.crt -inkey me.key \\
    -in ${signed.position}.cbor -out ${signed.position}.p7s`;
        return html`<form class="card no-print" @submit=${(event: SubmitEvent) => void this.send(event, signed.position)}>
            <h2>${w.sign}</h2>
            <p>${w.first}</p>
            <p class="actions">${this.bytesLink(signed)}</p>
            <p>${w.second}</p>
            <pre tabindex="0">${how}</pre>
            <label class="field"
                >${w.third}<input
                    type="file"
                    name="signature"
                    accept=".p7s,.p7m,.sig,.der,application/pkcs7-signature"
                    required
                    @change=${() => this.sending.another()}
            /></label>
            ${this.tooLong ? html`<p class="error" role="alert">${w.unreadable}</p>` : nothing} ${this.sending.view()}
            <button aria-disabled=${this.sending.busy ? "true" : nothing}>${icon("shield")}${w.send}</button>
        </form>`;
    }

    private async send(event: SubmitEvent, position: number): Promise<void> {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const file = new FormData(form).get("signature");
        if (!(file instanceof File)) return;
        this.tooLong = file.size > kBytesMax;
        this.requestUpdate();
        if (this.tooLong) return;
        const signature = base64Of(new Uint8Array(await file.arrayBuffer()));
        const done = await this.sending.send((key) =>
            act("/v1/log/entries/{position}/signatures", { position }, { signature }, { key }),
        );
        if (!done) return;
        form.reset();
        await this.signed.again();
    }
}
