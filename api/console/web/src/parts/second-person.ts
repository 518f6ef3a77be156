// Power over powers, over the system, or to read everybody is granted by one and confirmed by another: what waits for
// whoever is signed in, as the program says, and the act.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Question } from "../api/client.js";
import { me } from "../session.js";
import { numberText } from "../words/format.js";
import { reachWords } from "../words/organisation.js";
import { words } from "../words/words.js";
import { askAndAct, type Acting } from "./acting.js";
import { dateView } from "./badges.js";
import { powersView, seen } from "./mandates.js";
import { table, type Column } from "./table.js";

const w = words({
    title: ["Chờ xác nhận việc giao quyền", "Mandates to confirm"],
    note: [
        "Quyền giao quyền, quản trị hệ thống hoặc thanh tra chỉ có giá trị khi một người khác xác nhận. Hãy đối chiếu với văn bản trước khi xác nhận; nếu không đúng, đề nghị thu hồi.",
        "A mandate to grant, to administer or to inspect gives nothing until another person confirms it. Compare it with its document first; where it is wrong, have it revoked.",
    ],
    person: ["Người được giao", "Holder"],
    powers: ["Quyền", "Powers"],
    reach: ["Phạm vi", "Reach"],
    from: ["Từ ngày", "From"],
    document: ["Văn bản", "Document"],
    grantedBy: ["Người giao", "Granted by"],
    act: ["Việc", "Act"],
    confirm: ["Xác nhận", "Confirm"],
    confirming: ["Xác nhận việc giao quyền", "Confirm a mandate"],
    done: ["Đã ghi nhận", "Recorded"],
});

type ToConfirm = AnswerOf<"/v1/mandates">;
type Line = NonNullable<ToConfirm["data"]["items"]>[number];

export const toConfirm = (): Question<ToConfirm> | undefined =>
    me()?.mandates?.length ? get("/v1/mandates", {}) : undefined;

const facts = (one: Line): TemplateResult =>
    html`<p class="code">${one.mandate}</p>
        <p><b>${one.person.name}</b> <span class="code">${one.person.person}</span></p>
        ${powersView(one.powers)}`;

async function confirming(one: Line): Promise<Acting> {
    const revision = await seen(one.mandate);
    return {
        title: w.confirming,
        about: facts(one),
        fields: [],
        button: w.confirm,
        revision,
        send: (_given, key, known) =>
            act(
                "/v1/mandates/{mandate}/confirmation",
                { mandate: one.mandate },
                { person: one.person.person },
                { key, ifMatch: known ?? revision },
            ),
        done: w.done,
    };
}

// Nothing where nothing waits.
export function toConfirmView(found: ToConfirm["data"], done: () => void): TemplateResult | typeof nothing {
    const rows = found.items ?? [];
    if (rows.length === 0) return nothing;
    const confirm = async (one: Line): Promise<void> => {
        if (await askAndAct(await confirming(one))) done();
    };
    const columns: Column<Line>[] = [
        {
            title: w.person,
            main: true,
            cell: (one) =>
                html`${one.person.name} <span class="code">${one.person.person}</span><br /><small class="code"
                        >${one.mandate}</small
                    >`,
        },
        { title: w.powers, cell: (one) => powersView(one.powers) },
        { title: w.reach, cell: (one) => html`<span class="code">${one.unit}</span>: ${reachWords(one.reach)}` },
        {
            title: w.from,
            cell: (one) => html`${dateView(one.from)}${one.to ? html` – ${dateView(one.to)}` : nothing}`,
        },
        { title: w.document, cell: (one) => html`<span class="code">${one.document}</span>` },
        {
            title: w.grantedBy,
            cell: (one) => html`${one.grantedBy.name} <span class="code">${one.grantedBy.person}</span>`,
        },
        {
            title: w.act,
            cell: (one) =>
                html`<button type="button" class="small" @click=${() => void confirm(one)}>${w.confirm}</button>`,
        },
    ];
    return html`<section class="block" aria-label=${w.title}>
        <h2>${w.title} <span class="count">${numberText(rows.length)}</span></h2>
        <p class="muted">${w.note}</p>
        ${table({ label: w.title, columns, rows, key: (one) => one.mandate })}
    </section>`;
}
