// Signing in: with a password, the first time with the slip of the unit, with a token, or with the provider of the
// province. What is typed goes to the program once; a cookie that scripts cannot read holds the session afterwards.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type Answer, type AnswerOf } from "../api/client.js";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { enter, type Session } from "../session.js";
import { c } from "../words/common.js";
import { words } from "../words/words.js";

const w = words({
    password: ["Mật khẩu", "Password"],
    slip: ["Lần đầu: phiếu tài khoản", "First time: slip"],
    token: ["Mã truy cập", "Token"],
    ways: ["Cách đăng nhập", "Way to sign in"],
    person: ["Mã cán bộ", "Person code"],
    personHint: ["Ghi trên phiếu tài khoản, ví dụ QN101001.", "It stands on the slip, e.g. QN101001."],
    code: ["Mã dùng một lần trên thiết bị (nếu đã đặt)", "One-time code of your device (if you set one up)"],
    slipCode: ["Mã trên phiếu", "Code on the slip"],
    slipHint: [
        "Đơn vị cấp phiếu; mã dùng một lần, trong 7 ngày.",
        "The unit gives out the slip; its code works once, for 7 days.",
    ],
    next: ["Mật khẩu mới (ít nhất 10 ký tự)", "New password (10 characters at least)"],
    tokenHint: [
        "Mã truy cập do người quản trị hệ thống cấp và gắn với một người.",
        "Tokens are issued by the administrator and belong to one person.",
    ],
    provider: ["Đăng nhập qua hệ thống xác thực", "Sign in with the identity provider"],
    proof: [
        "Mỗi việc đánh giá, xếp loại là một bản ghi không sửa, không xóa được; ai có quyền cũng kiểm chứng được.",
        "Every act of the rating is a record that nobody can change or remove, and that whoever may see it can verify.",
    ],
    documents: ["Tài liệu giao diện lập trình", "Documentation of the API"],
    design: ["Hệ thống thiết kế", "Design system"],
});

type Way = "password" | "slip" | "token";

// Only a path of this program: never "//elsewhere".
const safe = (address: string | undefined): string =>
    address && /^\/(?![/\\])[^\\\r\n]*$/.test(address) ? address : "/";

export default class SignIn extends Screen {
    private way: Way = "password";
    private ways: AnswerOf<"/v1/sign-in/ways"> | undefined;
    private readonly sending = new Sending(this);

    override connectedCallback(): void {
        super.connectedCallback();
        void ask(get("/v1/sign-in/ways", {})).then((answer) => {
            if (answer.kind === "ready") this.ways = answer.body;
            this.requestUpdate();
        });
    }

    private attempt(given: FormData): Promise<Answer<Session>> {
        const of = (name: string): string => String(given.get(name) ?? "");
        const person = of("person").trim().toUpperCase();
        if (this.way === "token") return act("/v1/sign-in", {}, { token: of("token").trim() });
        if (this.way === "slip")
            return act("/v1/sign-in/slip", {}, { person, slip: of("slip"), password: of("password") });
        const code = of("code").replace(/\s/g, "");
        return act("/v1/sign-in/password", {}, { person, password: of("password"), ...(code ? { code } : {}) });
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const given = new FormData(event.target as HTMLFormElement);
        const done = await this.sending.send(() => this.attempt(given));
        if (!done) return;
        const back = safe(this.inQuery("ve"));
        history.replaceState(null, "", "/dang-nhap");
        enter(done.body);
        go(back);
    }

    private fields(): TemplateResult {
        if (this.way === "token")
            return html`<label class="field">
                ${w.token}
                <input name="token" type="password" autocomplete="off" required aria-describedby="token-hint" />
                <small id="token-hint">${w.tokenHint}</small>
            </label>`;
        const person = html`<label class="field">
            ${w.person}
            <input
                name="person"
                autocomplete="username"
                autocapitalize="characters"
                required
                aria-describedby="person-hint"
            />
            <small id="person-hint">${w.personHint}</small>
        </label>`;
        if (this.way === "slip")
            return html`${person}
                <label class="field">
                    ${w.slipCode}
                    <input name="slip" autocomplete="one-time-code" required aria-describedby="slip-hint" />
                    <small id="slip-hint">${w.slipHint}</small>
                </label>
                <label class="field">
                    ${w.next}
                    <input name="password" type="password" autocomplete="new-password" minlength="10" required />
                </label>`;
        return html`${person}
            <label class="field">
                ${w.password}
                <input name="password" type="password" autocomplete="current-password" required />
            </label>
            <label class="field">
                ${w.code}
                <input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" />
            </label>`;
    }

    override render(): TemplateResult {
        const ways: Way[] = ["password", "slip", "token"];
        const back = encodeURIComponent(safe(this.inQuery("ve")));
        return html`
            <div class="door">
                <form class="card accent narrow" @submit=${(event: SubmitEvent) => void this.submit(event)}>
                    <h1>${c.signIn}</h1>
                    <p class="muted">${c.subtitle}</p>
                    ${this.sending.view()}
                    ${
                        this.ways?.openid
                            ? html`<a class="button" href="/v1/sign-in/openid?to=${back}" rel="external"
                                  >${w.provider}</a
                              >`
                            : nothing
                    }
                    <fieldset class="choice">
                        <legend>${w.ways}</legend>
                        ${ways.map(
                            (way) =>
                                html`<label
                                    ><input
                                        type="radio"
                                        name="way"
                                        value=${way}
                                        .checked=${this.way === way}
                                        @change=${() => {
                                            this.way = way;
                                            this.requestUpdate();
                                        }}
                                    />${w[way]}</label
                                >`,
                        )}
                    </fieldset>
                    ${this.fields()}
                    <button ?disabled=${this.sending.busy}>${c.signIn}</button>
                </form>
                <p class="muted door-note">${w.proof}</p>
                <p class="door-note"><a href="/docs">${w.documents}</a> · <a href="/thiet-ke">${w.design}</a></p>
            </div>
        `;
    }
}
