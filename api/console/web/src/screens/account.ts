// The own account: where one is signed in, the password, and the device for one-time codes.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type AnswerOf, type AcceptedOf } from "../api/client.js";
import { deedButtons } from "../parts/allowed.js";
import { toast } from "../parts/overlays.js";
import { relationDeeds, relationsSection } from "../parts/relations.js";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { enter, me } from "../session.js";
import { timeText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Tài khoản của tôi", "My account"],
    sessions: ["Đang đăng nhập", "Signed in"],
    sessionsHint: [
        "Phiên kết thúc khi không dùng trong thời gian đã đặt, hoặc khi bạn đăng xuất.",
        "A session ends when it is not used for the time that is set, or when you sign out.",
    ],
    began: ["Bắt đầu", "Began"],
    used: ["Dùng lần cuối", "Last used"],
    method: ["Bằng", "By"],
    here: ["phiên này", "this one"],
    everywhere: ["Đăng xuất khỏi mọi thiết bị", "Sign out on every device"],
    out: ["Đã đăng xuất khỏi mọi thiết bị.", "Signed out on every device."],
    PASSWORD: ["mật khẩu", "password"],
    TOKEN: ["mã truy cập", "token"],
    OPENID: ["hệ thống xác thực", "identity provider"],
    MACHINE: ["máy", "machine"],
    password: ["Mật khẩu", "Password"],
    none: [
        "Bạn chưa có mật khẩu. Đơn vị cấp phiếu tài khoản để đặt mật khẩu.",
        "You have no password yet. Your unit gives out a slip with which you set one.",
    ],
    current: ["Mật khẩu hiện nay", "Present password"],
    next: ["Mật khẩu mới (ít nhất 10 ký tự)", "New password (10 characters at least)"],
    change: ["Đổi mật khẩu", "Change the password"],
    changed: ["Đã đổi mật khẩu.", "The password is changed."],
    device: ["Mã dùng một lần", "One-time codes"],
    deviceHint: [
        "Ứng dụng trên điện thoại tạo mã 6 chữ số; mật khẩu lộ ra thì người khác vẫn không vào được.",
        "An app on your telephone makes codes of six digits: whoever learns your password still cannot come in.",
    ],
    begin: ["Đặt ứng dụng", "Set up an app"],
    key: ["Nhập khóa này vào ứng dụng", "Type this key into the app"],
    code: ["Mã mà ứng dụng hiện ra", "The code it shows"],
    confirm: ["Xác nhận", "Confirm"],
    set: ["Ứng dụng đã được đặt.", "The app is set up."],
    remove: ["Bỏ ứng dụng", "Do without it"],
    removed: ["Đã bỏ ứng dụng.", "The app is not asked any more."],
});

const field = (label: string, name: string, kind: "current" | "new" | "code"): TemplateResult =>
    html`<label class="field"
        >${label}
        ${
            kind === "code"
                ? html`<input name=${name} inputmode="numeric" autocomplete="one-time-code" required />`
                : html`<input
                      name=${name}
                      type="password"
                      autocomplete=${kind === "new" ? "new-password" : "current-password"}
                      required
                  />`
        }</label
    >`;

export default class Account extends Screen {
    private sessions: AnswerOf<"/v1/account/sessions"> | undefined;
    private related: AnswerOf<"/v1/people/{person}"> | undefined;
    private may: AnswerOf<"/v1/people/{person}/allowed-actions"> | undefined;
    private proposed: AcceptedOf<"/v1/account/device"> | undefined;
    private readonly password = new Sending(this);
    private readonly device = new Sending(this);

    override connectedCallback(): void {
        super.connectedCallback();
        void this.look();
    }

    private async look(): Promise<void> {
        const answer = await ask(get("/v1/account/sessions", {}));
        if (answer.kind === "ready") this.sessions = answer.body;
        this.requestUpdate();
        await this.lookAtRelations();
    }

    // A machine, or who is no longer registered, has no such page.
    private async lookAtRelations(): Promise<void> {
        const person = me()?.person;
        if (!person) return;
        const [known, may] = await Promise.all([
            ask(get("/v1/people/{person}", { person })),
            ask(get("/v1/people/{person}/allowed-actions", { person })),
        ]);
        if (known.kind === "ready") this.related = known.body;
        if (may.kind === "ready") this.may = may.body;
        this.requestUpdate();
    }

    private relations(): TemplateResult | typeof nothing {
        const known = this.related?.data;
        if (!known) return nothing;
        const relations = known.relations ?? [];
        const deeds = relationDeeds(known.person.person, relations);
        return relationsSection(
            relations,
            deedButtons(this.may?.data.actions, deeds, () => void this.lookAtRelations()),
        );
    }

    private async leave(): Promise<void> {
        const answer = await act("/v1/sign-out/everywhere", {}, undefined);
        if (answer.kind !== "ready") return;
        toast(w.out);
        enter(answer.body);
        go("/dang-nhap");
    }

    private submitted(event: SubmitEvent): (name: string) => string {
        event.preventDefault();
        const given = new FormData(event.target as HTMLFormElement);
        return (name) => String(given.get(name) ?? "").trim();
    }

    private withCode(given: (name: string) => string): { password: string; code?: string } {
        return { password: given("password"), ...(me()?.hasCodeDevice ? { code: given("code") } : {}) };
    }

    private async change(event: SubmitEvent): Promise<void> {
        const given = this.submitted(event);
        const body = { ...this.withCode(given), next: given("next") };
        const done = await this.password.send((key) => act("/v1/account/password", {}, body, { key }));
        if (!done) return;
        (event.target as HTMLFormElement).reset();
        toast(w.changed);
    }

    private async propose(): Promise<void> {
        const done = await this.device.send((key) => act("/v1/account/device", {}, undefined, { key }));
        if (done) this.proposed = done.body;
        this.requestUpdate();
    }

    private async confirm(event: SubmitEvent): Promise<void> {
        const code = this.submitted(event)("code");
        const done = await this.device.send((key) => act("/v1/account/device/confirmation", {}, { code }, { key }));
        if (!done) return;
        this.proposed = undefined;
        enter(done.body);
        toast(w.set);
    }

    private async without(event: SubmitEvent): Promise<void> {
        const given = this.submitted(event);
        const body = { password: given("password"), code: given("code") };
        const done = await this.device.send((key) => act("/v1/account/device/removal", {}, body, { key }));
        if (!done) return;
        enter(done.body);
        toast(w.removed);
    }

    private devicePart(): TemplateResult {
        if (me()?.hasCodeDevice)
            return html`<p>${w.set}</p>
                <form class="stack" @submit=${(event: SubmitEvent) => void this.without(event)}>
                    ${field(w.current, "password", "current")} ${field(w.code, "code", "code")}
                    <div class="row"><button class="quiet">${w.remove}</button></div>
                </form>`;
        if (!this.proposed)
            return html`<button type="button" @click=${() => void this.propose()}>${w.begin}</button>`;
        return html`<p>${w.key}: <code class="key">${this.proposed.key}</code></p>
            <form class="stack" @submit=${(event: SubmitEvent) => void this.confirm(event)}>
                ${field(w.code, "code", "code")}
                <div class="row"><button>${w.confirm}</button></div>
            </form>`;
    }

    override render(): TemplateResult {
        const who = me();
        return html`
            <h1>${w.title}</h1>
            <section class="card">
                <h2>${w.sessions}</h2>
                <p class="muted">${w.sessionsHint}</p>
                <div class="table-box" tabindex="0" role="region" aria-label=${w.sessions}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">${w.began}</th>
                                <th scope="col">${w.used}</th>
                                <th scope="col">${w.method}</th>
                            </tr>
                        </thead>
                        <tbody>
                            ${(this.sessions?.items ?? []).map(
                                (line) =>
                                    html`<tr>
                                        <td>${timeText(line.beganAt)}</td>
                                        <td>${timeText(line.lastUsed)}</td>
                                        <td>${w[line.method]}${line.thisOne ? html` (${w.here})` : nothing}</td>
                                    </tr>`,
                            )}
                        </tbody>
                    </table>
                </div>
                <div class="row">
                    <button type="button" class="quiet" @click=${() => void this.leave()}>${w.everywhere}</button>
                </div>
            </section>
            <section class="card">
                <h2>${w.password}</h2>
                ${
                    who?.hasPassword
                        ? html`<form class="stack" @submit=${(event: SubmitEvent) => void this.change(event)}>
                              ${this.password.view()} ${field(w.current, "password", "current")}
                              ${who.hasCodeDevice ? field(w.code, "code", "code") : nothing}
                              ${field(w.next, "next", "new")}
                              <div class="row"><button ?disabled=${this.password.busy}>${w.change}</button></div>
                          </form>`
                        : html`<p>${w.none}</p>`
                }
            </section>
            ${
                who?.hasPassword
                    ? html`<section class="card">
                          <h2>${w.device}</h2>
                          <p class="muted">${w.deviceHint}</p>
                          ${this.device.view()} ${this.devicePart()}
                      </section>`
                    : nothing
            }
            ${this.relations()}
        `;
    }
}
