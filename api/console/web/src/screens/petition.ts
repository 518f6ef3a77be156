// Kiến nghị: against which decision, on what grounds, and who will read it. Filed once; a receipt follows.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type Accepted, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { protectedReadersView } from "../objection/readers.js";
import { byView, dateView, levelBadge } from "../parts/badges.js";
import { Autosave } from "../parts/drafts.js";
import { leafHashOf, longText, options, receiptView } from "../parts/forms.js";
import { icon } from "../parts/icons.js";
import { emptyView } from "../parts/states.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { c } from "../words/common.js";
import { byGivenName, timeText } from "../words/format.js";
import { capacityWords, inLanguage, objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Kiến nghị về kết quả xếp loại", "Petition about the result"],
    against: ["Kết quả được kiến nghị", "The result in question"],
    number: ["Quyết định", "Decision"],
    level: ["Mức", "Level"],
    decider: ["Người kết luận", "Decided by"],
    kind: ["Hình thức", "Kind"],
    kindHint: [
        "Kiến nghị gửi người đã đánh giá, xếp loại (Điều 24 Nghị định số 90/2020/NĐ-CP). Khiếu nại theo Luật Khiếu nại.",
        "A petition goes to whoever rated (Article 24 of Decree 90/2020/NĐ-CP). A complaint follows the Law on complaints.",
    ],
    grounds: ["Nội dung và căn cứ", "Content and grounds"],
    groundsHint: [
        "Nêu việc cụ thể, văn bản, sản phẩm. Viết lại được cho đến khi gửi.",
        "Name facts, documents, products. It can be rewritten until it is sent.",
    ],
    protect: ["Bảo vệ danh tính người kiến nghị", "Protect the identity of the petitioner"],
    protectHint: [
        "Chỉ những người có tên trong danh sách biết ai gửi; mọi lần mở đều được ghi và người gửi xem được. Người khác " +
            "chỉ thấy cơ quan có một kiến nghị. Quy định nội bộ.",
        "Only those on the list learn who filed it; every opening is entered and shown to you. Others see that the " +
            "agency has a petition, no more. An internal rule.",
    ],
    readers: ["Ai đọc được", "Who can read it"],
    daily: ["Trong công việc đánh giá", "In the daily work of rating"],
    onPurpose: ["Khi nêu mục đích, được ghi lại", "For a purpose, which is entered"],
    colleagues: ["Ngoài những người này, không ai mở được.", "Nobody but these can open it."],
    you: ["Người gửi kiến nghị", "Whoever files it"],
    term: [
        "Nghị định không đặt thời hạn cho kiến nghị; thời hạn trả lời, nếu có, là quy định nội bộ và hiện cùng căn cứ của nó.",
        "The decree sets no term for a petition; a term to answer, if there is one, is an internal rule and shown as such.",
    ],
    send: ["Gửi kiến nghị", "File the petition"],
    sent: ["Biên nhận kiến nghị", "Receipt of the petition"],
    mine: ["Về hồ sơ của tôi", "Back to my dossier"],
    noDecision: ["Chưa có kết luận nào để kiến nghị", "There is no decision yet"],
    too: ["Cần nêu nội dung và căn cứ", "State the content and the grounds"],
});

type Kind = "PETITION" | "COMPLAINT";
interface Content {
    kind: Kind;
    grounds: string;
    protect?: boolean;
}
type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];

export default class Petition extends Screen {
    private readonly dossier = new Load(this, () =>
        get("/v1/dossiers/{dossier}", { dossier: this.inPath("dossier") }),
    );
    private readonly actions = new Load(this, () =>
        get("/v1/dossiers/{dossier}/allowed-actions", { dossier: this.inPath("dossier") }),
    );
    private readonly readers = new Load(this, () =>
        get("/v1/dossiers/{dossier}/readers", { dossier: this.inPath("dossier") }),
    );
    private readonly protectedReaders = new Load(this, () =>
        get("/v1/dossiers/{dossier}/protected-readers", { dossier: this.inPath("dossier") }),
    );
    private content: Content | undefined;
    private readonly autosave = new Autosave<Content>(this);
    private readonly sending = new Sending(this);
    private tried = false;
    private receipt: { accepted: Accepted; hash?: string } | undefined;

    private begin({ line }: Dossier): Content {
        return (this.content ??= this.autosave.begin(line.person, `petition.${line.dossier}`) ?? {
            kind: "PETITION",
            grounds: "",
        });
    }

    private change(change: Partial<Content>): void {
        if (!this.content) return;
        this.content = { ...this.content, ...change };
        this.sending.another();
        this.autosave.change(this.content);
        this.requestUpdate();
    }

    override render(): TemplateResult {
        if (this.receipt)
            return html`<h1>${w.title}</h1>
                ${receiptView(this.receipt.accepted, this.receipt.hash, w.sent, nothing)}
                <p><a class="button" href="/cua-toi">${w.mine}</a></p>`;
        return html`<h1>${w.title}</h1>
            ${this.dossier.show(({ data }) =>
                this.actions.show(({ data: allowed }) => {
                    const filing = allowed.actions?.find((one) => one.action === "file-objection");
                    if (!data.decisions?.length) return emptyView(w.noDecision, undefined, "document");
                    if (filing && !filing.allowed && filing.obstacle)
                        return html`<div class="notice" role="note">
                            ${icon("document")}
                            <div><p>${inLanguage(filing.obstacle, "detail")}</p></div>
                        </div>`;
                    return this.form(data, this.begin(data));
                }),
            )}`;
    }

    private form(dossier: Dossier, content: Content): TemplateResult {
        const decision = dossier.decisions!.at(-1)!;
        const { draft } = this.autosave;
        const lacks = this.tried && !content.grounds.trim() ? w.too : undefined;
        return html`<div class="with-aside">
            <form
                class="card"
                @submit=${(event: SubmitEvent) => (event.preventDefault(), void this.send(dossier, content))}
            >
                <h2>${w.against}</h2>
                <dl class="facts">
                    <dt>${w.number}</dt>
                    <dd>
                        ${dossier.decisionDocument?.number ?? decision.event.document} ·
                        ${dateView(dossier.decisionDocument?.date)}
                    </dd>
                    <dt>${w.level}</dt>
                    <dd>${levelBadge(dossier.line.notRated ? "NOT_RATED" : dossier.line.decidedLevel)}</dd>
                    <dt>${w.decider}</dt>
                    <dd>${byView(decision.by)}</dd>
                </dl>
                ${options<Kind>({
                    legend: w.kind,
                    hint: w.kindHint,
                    name: "kind",
                    values: ["PETITION", "COMPLAINT"],
                    words: objectionWords,
                    chosen: content.kind,
                    choose: (kind) => this.change({ kind }),
                })}
                <div class="field">
                    <label class="choice"
                        ><input
                            type="checkbox"
                            name="protect"
                            .checked=${content.protect === true}
                            @change=${(event: Event) =>
                                this.change({ protect: (event.target as HTMLInputElement).checked })}
                        />
                        ${w.protect}</label
                    >
                    <small class="muted">${w.protectHint}</small>
                </div>
                ${longText({
                    label: w.grounds,
                    hint: w.groundsHint,
                    name: "grounds",
                    value: content.grounds,
                    change: (grounds) => this.change({ grounds }),
                    error: lacks,
                })}
                ${draft ? html`<p class="muted" role="status">${c.draftKept(timeText(draft.keptAt))}</p>` : nothing}
                ${this.sending.view()}
                <button aria-disabled=${this.sending.busy ? "true" : nothing}>${w.send}</button>
            </form>
            <aside class="card sticky" aria-label=${w.readers}>
                <h2>${w.readers}</h2>
                ${
                    content.protect
                        ? this.protectedReaders.show(({ data }) => protectedReadersView(data))
                        : this.readers.show(({ data }) => this.readersView(data))
                }
                <p class="muted">${w.term}</p>
            </aside>
        </div>`;
    }

    // Those whom the program lets in today, by the document that gives them the right.
    private readersView({ person, items = [] }: Schemas["anonymousDossierReaders"]): TemplateResult {
        const group = (title: string, of: typeof items): unknown =>
            of.length === 0
                ? nothing
                : html`<h3>${title}</h3>
                      <ul class="plain-list readers">
                          ${[...of]
                              .sort((left, right) => byGivenName(left.person.name, right.person.name))
                              .map(
                                  (one) =>
                                      html`<li>
                                          ${one.person.name || one.person.person}
                                          <small class="muted"
                                              >${capacityWords(one.capacity)}, ${one.unit.name} ·
                                              ${one.document}</small
                                          >
                                      </li>`,
                              )}
                      </ul>`;
        return html`<ul class="plain-list readers">
                <li>${person.name || person.person} <small class="muted">${w.you}</small></li>
            </ul>
            ${group(
                w.daily,
                items.filter((one) => !one.needsPurpose),
            )}
            ${group(
                w.onPurpose,
                items.filter((one) => one.needsPurpose),
            )}
            <p class="muted">${w.colleagues}</p>`;
    }

    private async send(dossier: Dossier, content: Content): Promise<void> {
        this.tried = true;
        this.requestUpdate();
        if (!content.grounds.trim()) return;
        const { line } = dossier;
        const done = await this.sending.send((key) =>
            act(
                "/v1/objections",
                {},
                {
                    // Under protection the code says nothing of the person.
                    objection: content.protect ? `protected.${key}` : `KN.${line.dossier}.${key.slice(0, 8)}`,
                    kind: content.kind,
                    dossier: line.dossier,
                    decision: dossier.decisionStandings?.at(-1)?.revision ?? dossier.decisions!.length,
                    grounds: content.grounds.trim(),
                },
                { key },
            ),
        );
        if (!done) return;
        this.autosave.drop();
        this.receipt = { accepted: done.body };
        scrollTo(0, 0);
        const hash = await leafHashOf(done.body);
        this.receipt = { accepted: done.body, ...(hash ? { hash } : {}) };
        this.requestUpdate();
    }
}
