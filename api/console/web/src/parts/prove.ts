// Before an act that signs the program may want to know again who sits there. The question lies over the page; the act
// goes on with its answer.
import { html, nothing, render, type TemplateResult } from "lit";
import { act, onProofRequired, type Problem } from "../api/client.js";
import { enter, me } from "../session.js";
import { c } from "../words/common.js";
import { words } from "../words/words.js";
import { openDialog } from "./overlays.js";
import { problemView } from "./states.js";

const w = words({
    title: ["Xác thực lại trước khi ký", "Show again who you are"],
    why: [
        "Việc này ghi tên bạn vào hồ sơ và không sửa, không xóa được.",
        "This act puts your name into the record for good.",
    ],
    password: ["Mật khẩu", "Password"],
    code: ["Mã dùng một lần trên thiết bị", "One-time code of your device"],
    token: ["Mã truy cập đã dùng để đăng nhập", "The token you signed in with"],
    go: ["Xác nhận", "Confirm"],
    provider: ["Xác thực lại qua hệ thống xác thực", "With the identity provider"],
    providerHint: [
        "Bạn sẽ quay lại trang này; những gì chưa gửi được giữ ở bản nháp nếu biểu mẫu có bản nháp.",
        "You come back to this page; what was not sent is kept where the form keeps a draft.",
    ],
});

function fields(): TemplateResult {
    const who = me();
    if (who?.method === "TOKEN")
        return html`<label class="field"
            >${w.token} <input name="token" type="password" autocomplete="off" required autofocus
        /></label>`;
    return html`<label class="field"
            >${w.password} <input name="password" type="password" autocomplete="current-password" required autofocus
        /></label>
        ${
            who?.hasCodeDevice
                ? html`<label class="field"
                      >${w.code} <input name="code" inputmode="numeric" autocomplete="one-time-code" required
                  /></label>`
                : nothing
        }`;
}

function prove(): Promise<boolean> {
    if (me()?.method === "OPENID") {
        const here = encodeURIComponent(location.pathname + location.search);
        return openDialog<boolean>(
            w.title,
            () =>
                html`<p>${w.why}</p>
                    <p class="muted">${w.providerHint}</p>
                    <p><a class="button" rel="external" href="/v1/sign-in/openid?again=true&to=${here}">${w.provider}</a></p>`,
        ).then(() => false);
    }
    return openDialog<boolean>(w.title, (close) => {
        let busy = false;
        const submit = async (event: SubmitEvent): Promise<void> => {
            event.preventDefault();
            const form = event.target as HTMLFormElement;
            if (busy) return;
            busy = true;
            const given = Object.fromEntries(
                [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
            );
            const answer = await act("/v1/sign-in/again", {}, given);
            busy = false;
            if (answer.kind === "ready") {
                enter(answer.body);
                return close(true);
            }
            const told = form.querySelector<HTMLElement>(".told");
            const problem: Problem | undefined = answer.kind === "refused" ? answer.problem : undefined;
            if (told) render(problem ? problemView(problem) : html`<p>${c.offline}</p>`, told);
        };
        return html`<form class="stack" @submit=${(event: SubmitEvent) => void submit(event)}>
            <p>${w.why}</p>
            <div class="told" role="alert"></div>
            ${fields()}
            <div class="row"><button>${w.go}</button></div>
        </form>`;
    }).then((proven) => proven === true);
}

export function proveWhenAsked(): void {
    onProofRequired(prove);
}
