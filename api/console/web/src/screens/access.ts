// The access ledger: who looked at whose dossier, when and what for; and which acts a rule refused. To the rated person
// what was looked at of their own; to inspection and administrators all of it.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { dateView, personView } from "../parts/badges.js";
import { Paged } from "../parts/paged.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { me, roles } from "../session.js";
import { numberText } from "../words/format.js";
import { viewWords } from "../words/views.js";
import { inLanguage } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Ai đã xem hồ sơ", "Who looked"],
    own: [
        "Mọi lần người khác mở hồ sơ của người đang đăng nhập, kèm mục đích đã nêu.",
        "Every time somebody else opened the dossier of the one signed in, with the purpose they stated.",
    ],
    all: [
        "Mỗi lần mở hồ sơ được ghi vào sổ truy cập trước khi nội dung hiện ra. Sổ có chuỗi bản ghi riêng, " +
            "được niêm phong cùng nhật ký.",
        "Every opening of a dossier is entered in the access ledger before anything is shown. The ledger has a chain " +
            "of records of its own, sealed with the log.",
    ],
    administrator: [
        "Người quản trị thấy ai đã xem và mục đích, không xem nội dung hồ sơ.",
        "Administrators are told who looked and what for, and see no content.",
    ],
    which: ["Xem gì", "What"],
    views: ["Lượt xem", "Views"],
    refusals: ["Việc bị từ chối", "Refused acts"],
    attempts: ["Truy cập không rõ là ai", "Attempts of nobody"],
    attemptsAbout: [
        "Yêu cầu và lần đăng nhập bị từ chối vì không chứng minh được là ai, cộng dồn theo mạng và loại trong từng phút. " +
            "Sổ không giữ những gì đã gõ hay địa chỉ đầy đủ.",
        "Requests and sign-ins refused because nobody was proven, counted by network and kind for each minute. Nothing " +
            "of what was typed is kept, nor the whole address.",
    ],
    network: ["Mạng", "Network"],
    kind: ["Vì sao bị từ chối", "Why it was refused"],
    count: ["Số lần", "Times"],
    between: ["Từ, đến", "From, to"],
    noneAttempted: ["Không có lần nào", "None"],
    others: ["nhiều mạng khác", "many other networks"],
    NOTHING_SHOWN: ["không kèm mã truy cập", "nothing was shown"],
    UNKNOWN: ["mã hoặc phiên không có thật", "a token or session that is none"],
    EXPIRED: ["mã hoặc phiên đã hết hạn", "a token or session that is over"],
    SECRET_WRONG: ["sai mật khẩu, phiếu hoặc mã một lần", "password, slip or code was wrong"],
    ACCOUNT_SHUT: ["tài khoản đang tạm khóa", "the account was shut"],
    PROVIDER_REFUSED: ["hệ thống xác thực không xác nhận", "the provider proved nobody"],
    at: ["Lúc", "At"],
    actor: ["Người xem", "Who looked"],
    person: ["Hồ sơ của", "Whose dossier"],
    view: ["Đã xem", "Looked at"],
    purpose: ["Mục đích", "Purpose"],
    none: ["Không có lượt xem nào như vậy", "No such view"],
    noneRefused: ["Không có việc nào bị từ chối", "Nothing was refused"],
    actorCode: ["Mã người xem", "Code of who looked"],
    personCode: ["Mã người có hồ sơ", "Code of whose dossier"],
    words: ["Từ trong mục đích", "Words of the purpose"],
    filter: ["Lọc", "Filter"],
    command: ["Việc", "Act"],
    by: ["Người thực hiện", "By"],
    why: ["Lý do từ chối", "Why it was refused"],
    target: ["Về", "About"],
});

type View = Schemas["LookLine"];
type Refused = Schemas["RefusedLine"];
type Attempts = Schemas["AttemptsLine"];

export default class Access extends Screen {
    private readonly views = new Paged<AnswerOf<"/v1/access-log">, View>(
        this,
        () => {
            if (this.shown() !== "views") return undefined;
            const query = { actor: this.inQuery("actor"), purpose: this.inQuery("words"), limit: 100 };
            const subject = this.seesAll() ? this.inQuery("person") : me()?.person;
            return get("/v1/access-log", {}, { ...query, subject });
        },
        (body) => body.data.items,
    );
    private readonly refused = new Paged<AnswerOf<"/v1/access/refusals">, Refused>(
        this,
        () => (this.shown() === "refusals" ? get("/v1/access/refusals", {}, { limit: 100 }) : undefined),
        (body) => body.data.items,
    );

    private readonly attempts = new Paged<AnswerOf<"/v1/access/attempts">, Attempts>(
        this,
        () => (this.shown() === "attempts" ? get("/v1/access/attempts", {}, { limit: 100 }) : undefined),
        (body) => body.data.items,
    );

    private seesAll(): boolean {
        return roles.inspecting() || roles.administering();
    }

    private all(): Tab[] {
        return [
            { key: "views", title: w.views },
            ...(roles.inspecting() ? [{ key: "refusals", title: w.refusals }] : []),
            ...(this.seesAll() ? [{ key: "attempts", title: w.attempts }] : []),
        ];
    }

    private shown(): string {
        return openTab("xem", this.all());
    }

    override render(): TemplateResult {
        const all = this.all();
        return html`<h1>${w.title}</h1>
            <p class="muted">
                ${!this.seesAll() ? w.own : w.all} ${roles.administering() ? w.administrator : nothing}
            </p>
            ${all.length > 1 ? tabs(w.which, "xem", all) : nothing}
            ${
                this.shown() === "views"
                    ? html`${this.filters()}
                      ${this.views.first.show((body) => html`${this.list(body)} ${recordLine(body.asOf)}`)}`
                    : this.shown() === "attempts"
                      ? this.attempts.first.show((body) => html`${this.tried(body)} ${recordLine(body.asOf)}`)
                      : this.refused.first.show((body) => html`${this.refusals(body)} ${recordLine(body.asOf)}`)
            }`;
    }

    private filters(): TemplateResult {
        const field = (name: string, label: string): TemplateResult =>
            html`<label class="field"
                >${label}<input name=${name} autocomplete="off" .value=${this.inQuery(name) ?? ""}
            /></label>`;
        return html`<form
            class="filters no-print"
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                const data = new FormData(event.target as HTMLFormElement);
                const of = (name: string): string => String(data.get(name) ?? "").trim();
                filter({ person: of("person"), actor: of("actor"), words: of("words") });
            }}
        >
            ${this.seesAll() ? field("person", w.personCode) : nothing} ${field("actor", w.actorCode)}
            ${field("words", w.words)}
            <button class="quiet">${w.filter}</button>
        </form>`;
    }

    private list(body: AnswerOf<"/v1/access-log">): TemplateResult {
        const named = (person: string, name: string | undefined): { person: string; name?: string } => ({
            person,
            ...(name ? { name } : {}),
        });
        const columns: Column<View>[] = [
            { title: w.actor, main: true, cell: (line) => personView(named(line.actor, line.actorName)) },
            { title: w.at, cell: (line) => dateView(line.at) },
            ...(this.seesAll()
                ? [
                      {
                          title: w.person,
                          cell: (line: View) =>
                              line.person ? personView(named(line.person, line.personName)) : (line.dossier ?? "–"),
                      },
                  ]
                : []),
            { title: w.view, cell: (line) => (line.view ? viewWords(line.view) : "–") },
            { title: w.purpose, cell: (line) => line.purpose ?? "–" },
        ];
        return table({
            label: w.title,
            columns,
            rows: this.views.rows(body),
            key: (line) => String(line.position),
            more: this.views.more,
            empty: emptyView(w.none, undefined, "shield"),
        });
    }

    private refusals(body: AnswerOf<"/v1/access/refusals">): TemplateResult {
        const columns: Column<Refused>[] = [
            {
                title: w.by,
                main: true,
                cell: (line) =>
                    personView({ person: line.actor, ...(line.actorName ? { name: line.actorName } : {}) }),
            },
            { title: w.at, cell: (line) => dateView(line.at) },
            { title: w.command, cell: (line) => inLanguage(line, "act") || (line.command ?? "–") },
            { title: w.target, cell: (line) => html`<span class="code">${line.target}</span>` },
            {
                title: w.why,
                cell: (line) =>
                    html`${line.detail ?? line.refusal}${
                        line.clause ? html`<br /><small class="muted">${line.clause}</small>` : nothing
                    }`,
            },
        ];
        return table({
            label: w.refusals,
            columns,
            rows: this.refused.rows(body),
            key: (line) => String(line.position),
            more: this.refused.more,
            empty: emptyView(w.noneRefused, undefined, "shield"),
        });
    }

    private tried(body: AnswerOf<"/v1/access/attempts">): TemplateResult {
        const columns: Column<Attempts>[] = [
            {
                title: w.network,
                main: true,
                cell: (line) => (line.network === "*" ? w.others : html`<span class="code">${line.network}</span>`),
            },
            { title: w.kind, cell: (line) => w[line.kind] },
            { title: w.count, cell: (line) => numberText(line.count) },
            { title: w.between, cell: (line) => html`${dateView(line.first)} – ${dateView(line.last)}` },
        ];
        return html`<p class="muted">${w.attemptsAbout}</p>
            ${table({
                label: w.attempts,
                columns,
                rows: this.attempts.rows(body),
                key: (line) => String(line.position),
                more: this.attempts.more,
                empty: emptyView(w.noneAttempted, undefined, "shield"),
            })}`;
    }
}
