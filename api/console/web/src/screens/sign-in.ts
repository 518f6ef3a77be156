// Signing in with a token. It goes to the program once; a cookie that scripts cannot read holds it afterwards.
import { html, nothing, type TemplateResult } from "lit";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { signIn } from "../session.js";
import { c } from "../words/common.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Đăng nhập", "Sign in"],
    token: ["Mã truy cập", "Token"],
    hint: [
        "Mã truy cập do người quản trị hệ thống cấp và gắn với một người.",
        "Tokens are issued by the administrator and belong to one person.",
    ],
    proof: [
        "Mỗi việc đánh giá, xếp loại là một bản ghi không sửa, không xóa được; ai có quyền cũng kiểm chứng được.",
        "Every act of the rating is a record that nobody can change or remove, and that whoever may see it can verify.",
    ],
    documents: ["Tài liệu giao diện lập trình", "Documentation of the API"],
    design: ["Hệ thống thiết kế", "Design system"],
});

// Only a path of this program: never "//elsewhere".
const safe = (address: string | undefined): string =>
    address && /^\/(?![/\\])[^\\\r\n]*$/.test(address) ? address : "/";

export default class SignIn extends Screen {
    private readonly sending = new Sending(this);

    private async enter(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const token = String(new FormData(event.target as HTMLFormElement).get("token") ?? "").trim();
        if (!token || !(await this.sending.send(() => signIn(token)))) return;
        const back = safe(this.inQuery("ve"));
        history.replaceState(null, "", "/dang-nhap");
        go(back);
    }

    override render(): TemplateResult {
        return html`
            <div class="door">
                <form class="card accent narrow" @submit=${(event: SubmitEvent) => void this.enter(event)}>
                    <h1>${w.title}</h1>
                    <p class="muted">${c.subtitle}</p>
                    ${this.sending.view()}
                    <label class="field">
                        ${w.token}
                        <input
                            name="token"
                            type="password"
                            autocomplete="current-password"
                            required
                            aria-describedby="token-hint"
                        />
                        <small id="token-hint">${w.hint}</small>
                    </label>
                    <button aria-disabled=${this.sending.busy ? "true" : nothing}>${c.signIn}</button>
                </form>
                <p class="muted door-note">${w.proof}</p>
                <p class="door-note"><a href="/docs">${w.documents}</a> · <a href="/thiet-ke">${w.design}</a></p>
            </div>
        `;
    }
}
