// What the rated person sees of the own dossier: where it stands, the form as it was filed, what was said, the notice,
// what can be done about it, earlier years, and who has looked.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { opinions, ownForm, stepsOf, viewsTable, yearsTable } from "../dossier/own.js";
import { Load } from "../load.js";
import { protectedReadersView, protectedViewsView } from "../objection/readers.js";
import { askAndAct } from "../parts/acting.js";
import { byView, dateView, levelBadge, outcomeOf, statusBadge, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { openTab, tabs } from "../parts/tabs.js";
import { milestones } from "../parts/timeline.js";
import { Screen } from "../screen.js";
import { me, session } from "../session.js";
import { inLanguage, objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Hồ sơ của tôi", "My dossier"],
    none: ["Chưa có hồ sơ trong kỳ này", "No dossier in this cycle"],
    result: ["Kết quả", "Result"],
    steps: ["Các bước của hồ sơ", "Steps of the dossier"],
    form: ["Phiếu đã nộp", "The form as filed"],
    write: ["Viết phiếu tự đánh giá", "Write the self-assessment"],
    returned: ["Phiếu được trả lại để bổ sung", "The form was returned for completion"],
    opinions: ["Ý kiến và đánh giá", "Comments and judgements"],
    notice: ["Thông báo kết quả", "Notice of the result"],
    noNotice: ["Chưa có thông báo kết quả", "No notice yet"],
    number: ["Số", "Number"],
    dated: ["Ngày", "Dated"],
    issuedBy: ["Người ký", "Issued by"],
    acknowledge: ["Xác nhận đã nhận", "Acknowledge receipt"],
    acknowledgeAsk: [
        "Xác nhận này chỉ ghi rằng thông báo đã đến người được đánh giá, không có nghĩa là đồng ý với kết quả.",
        "This only records that the notice has arrived; it does not mean agreement with the result.",
    ],
    acknowledged: ["Đã xác nhận", "Acknowledged"],
    deemed: ["Coi như đã nhận theo biên bản", "Deemed received"],
    objections: ["Kiến nghị, khiếu nại", "Petitions and complaints"],
    noObjections: ["Chưa gửi kiến nghị nào", "No petition filed"],
    petition: ["Gửi kiến nghị", "File a petition"],
    withdraw: ["Rút kiến nghị", "Withdraw the petition"],
    withdrawAsk: ["Kiến nghị được rút vẫn còn trong hồ sơ.", "A withdrawn petition stays in the dossier."],
    withdrawn: ["Đã rút kiến nghị", "Withdrawn"],
    answerBy: ["Trả lời trước", "Answer by"],
    resolver: ["Người giải quyết", "Resolver"],
    sameDecider: [
        "Người giải quyết cũng là người đã kết luận.",
        "The resolver is the same person as the one who decided.",
    ],
    protected: ["Bảo vệ danh tính", "Identity protected"],
    readers: ["Ai được biết tôi là người gửi", "Who may know that I filed it"],
    years: ["Các năm", "Years"],
    views: ["Ai đã xem hồ sơ", "Who has looked"],
    overview: ["Tổng quan", "Overview"],
});

type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];
type Action = NonNullable<Schemas["AllowedActions"]["actions"]>[number];

export default class Mine extends Screen {
    private readonly dossier = new Load(this, () => {
        const dossier = session().cycle?.dossier;
        return dossier ? get("/v1/dossiers/{dossier}", { dossier }) : undefined;
    });
    private readonly actions = new Load(this, () => {
        const dossier = session().cycle?.dossier;
        return dossier ? get("/v1/dossiers/{dossier}/allowed-actions", { dossier }) : undefined;
    });
    private readonly ratings = new Load(this, () => {
        const person = me()?.person;
        return person && this.tab() === "years" ? get("/v1/people/{person}/ratings", { person }) : undefined;
    });
    private readonly views = new Load(this, () => {
        const dossier = session().cycle?.dossier;
        return dossier && this.tab() === "views"
            ? get("/v1/dossiers/{dossier}/views", { dossier }, { limit: 100 })
            : undefined;
    });
    private readonly protectedOnes = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        return cycle && session().cycle?.dossier
            ? get("/v1/cycles/{cycle}/protected-objections", { cycle })
            : undefined;
    });
    // Of the newest that is the own one.
    private readonly readers = new Load(this, () => {
        const newest = this.ownProtected()[0];
        return newest ? get("/v1/objections/{objection}/readers", { objection: newest.objection }) : undefined;
    });
    private readonly readersViews = new Load(this, () => {
        const newest = this.ownProtected()[0];
        return newest ? get("/v1/objections/{objection}/views", { objection: newest.objection }) : undefined;
    });

    private readonly all = (): { key: string; title: string }[] => [
        { key: "overview", title: w.overview },
        { key: "form", title: w.form },
        { key: "opinions", title: w.opinions },
        { key: "years", title: w.years },
        { key: "views", title: w.views },
    ];
    private tab(): string {
        return openTab("view", this.all());
    }

    override render(): TemplateResult {
        if (!session().cycle?.dossier)
            return html`<h1>${w.title}</h1>
                ${emptyView(w.none, undefined, "document")}${this.ratings.show(({ data }) => yearsTable(data.ratings))}`;
        return html`
            <h1>${w.title}</h1>
            ${this.dossier.show(
                ({ data, asOf }) => html`
                    ${this.top(data)}
                    ${tabs(w.title, "view", this.all())} ${this.opened(data)} ${recordLine(asOf)}
                `,
            )}
        `;
    }

    private opened(dossier: Dossier): unknown {
        switch (this.tab()) {
            case "form":
                return ownForm(dossier);
            case "opinions":
                return opinions(dossier);
            case "years":
                return this.ratings.show(({ data }) => yearsTable(data.ratings));
            case "views":
                return this.views.show(({ data }) => viewsTable(data.items));
            default:
                return html`<div class="cards">${this.notice(dossier)} ${this.objections(dossier)}</div>`;
        }
    }

    private action(name: string): Action | undefined {
        return this.actions.body?.data.actions?.find((one) => one.action === name);
    }

    private top(dossier: Dossier): TemplateResult {
        const { line } = dossier;
        const decided = line.notRated || line.decidedLevel !== undefined;
        const file = this.action("file-self-assessment");
        return html`<section class="card accent">
            <div class="card-title">
                <h2>${session().cycle?.title}</h2>
                ${statusBadge(line.status)}
            </div>
            ${milestones(w.steps, stepsOf(dossier))}
            <dl class="facts">
                <dt>${w.result}</dt>
                <dd>${levelBadge(decided ? outcomeOf(line) : undefined)}</dd>
                <dt>${line.post}</dt>
                <dd>${unitView(line.unit)}</dd>
            </dl>
            ${
                line.status === "RETURNED"
                    ? html`<div class="notice warn">
                      ${icon("warn")}
                      <div><p class="notice-title">${w.returned}</p></div>
                  </div>`
                    : nothing
            }
            ${
                file?.allowed
                    ? html`<p class="actions">
                      <a class="button" href="/phieu-tu-danh-gia">${w.write}${icon("arrow")}</a>
                  </p>`
                    : nothing
            }
        </section>`;
    }

    private notice(dossier: Dossier): TemplateResult {
        const { notice, noticeDocument, receipt } = dossier;
        const acknowledge = this.action("acknowledge-notice");
        return html`<section class="card">
            <h2>${w.notice}</h2>
            ${
                notice
                    ? html`<dl class="facts">
                      <dt>${w.number}</dt>
                      <dd>${noticeDocument?.number ?? notice.document}</dd>
                      <dt>${w.dated}</dt>
                      <dd>${dateView(notice.dated)}</dd>
                      <dt>${w.issuedBy}</dt>
                      <dd>${byView(notice.by)}</dd>
                      ${
                          receipt
                              ? html`<dt>${receipt.how === "DEEMED" ? w.deemed : w.acknowledged}</dt>
                                <dd>${dateView(receipt.on)}</dd>`
                              : nothing
                      }
                  </dl>`
                    : html`<p class="muted">${w.noNotice}</p>`
            }
            ${
                acknowledge?.allowed
                    ? html`<p class="actions">
                      <button type="button" @click=${() => void this.acknowledge(dossier)}>
                          ${icon("check")}${w.acknowledge}
                      </button>
                  </p>`
                    : nothing
            }
        </section>`;
    }

    private async acknowledge({ line }: Dossier): Promise<void> {
        const done = await askAndAct({
            title: w.acknowledge,
            about: html`<p>${w.acknowledgeAsk}</p>`,
            fields: [],
            button: w.acknowledge,
            revision: this.revision(),
            send: (_given, key, revision) =>
                act(
                    "/v1/dossiers/{dossier}/acknowledgement",
                    { dossier: line.dossier },
                    {},
                    { ifMatch: revision ?? 0, key },
                ),
            done: w.acknowledged,
        });
        if (done) await this.again();
    }

    private revision(): number {
        return this.actions.body?.data.revision ?? 0;
    }

    private async again(): Promise<void> {
        await Promise.all([this.dossier.again(), this.actions.again(), this.protectedOnes.again()]);
    }

    private ownProtected(): Schemas["ObjectionLine"][] {
        const items = this.protectedOnes.body?.data.items ?? [];
        return items.filter((one) => one.person.person === me()?.person);
    }

    private objections(dossier: Dossier): TemplateResult {
        const own = this.ownProtected();
        const all = [...(dossier.objections ?? []), ...own];
        const file = this.action("file-objection");
        return html`<section class="card">
            <h2>${w.objections}</h2>
            ${all.length === 0 ? html`<p class="muted">${w.noObjections}</p>` : nothing}
            ${all.map(
                (one) =>
                    html`<div class="item">
                        <p>
                            <b>${objectionWords(one.kind)}</b> ${dateView(one.receivedOn)}
                            <span class="tag info">${objectionWords(one.status)}</span>
                            ${own.includes(one) ? html`<span class="tag plain">${w.protected}</span>` : nothing}
                        </p>
                        <dl class="facts">
                            ${
                                one.resolver
                                    ? html`<dt>${w.resolver}</dt>
                                      <dd>${one.resolver.name}</dd>`
                                    : nothing
                            }
                            ${
                                one.answerBy
                                    ? html`<dt>${w.answerBy}</dt>
                                      <dd>${dateView(one.answerBy)} <small>${one.termBasis}</small></dd>`
                                    : nothing
                            }
                            ${
                                one.outcome
                                    ? html`<dt>${w.result}</dt>
                                      <dd>${objectionWords(one.outcome)}</dd>`
                                    : nothing
                            }
                        </dl>
                        ${one.resolverDecided ? html`<p class="tag warn">${w.sameDecider}</p>` : nothing}
                        ${
                            one.status === "FILED" || one.status === "RECEIVED"
                                ? html`<p class="actions">
                                  <button type="button" class="danger small" @click=${() => void this.withdraw(one)}>
                                      ${w.withdraw}
                                  </button>
                              </p>`
                                : nothing
                        }
                        ${
                            one === own[0]
                                ? html`<h3>${w.readers}</h3>
                                      ${this.readers.show(({ data }) => protectedReadersView(data))}
                                      ${this.readersViews.show(({ data }) => protectedViewsView(data))}`
                                : nothing
                        }
                    </div>`,
            )}
            ${
                file?.allowed
                    ? html`<p class="actions">
                      <a class="button quiet" href="/kien-nghi/${dossier.line.dossier}">${w.petition}</a>
                  </p>`
                    : file?.obstacle
                      ? html`<p class="muted">${inLanguage(file.obstacle, "detail")}</p>`
                      : nothing
            }
        </section>`;
    }

    private async withdraw(objection: Schemas["ObjectionLine"]): Promise<void> {
        const done = await askAndAct({
            title: w.withdraw,
            about: html`<p>${w.withdrawAsk}</p>`,
            fields: [],
            button: w.withdraw,
            danger: true,
            revision: objection.revision,
            send: (_given, key, revision) =>
                act(
                    "/v1/objections/{objection}/withdrawal",
                    { objection: objection.objection },
                    {},
                    { ifMatch: revision ?? objection.revision, key },
                ),
            done: w.withdrawn,
        });
        if (done) await this.again();
    }
}
