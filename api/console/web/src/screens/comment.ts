// One form beside last year's, and what the direct head does with it: a comment, a judgement of each criterion, or the
// way back to whoever wrote it.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type Accepted, type Answer, type AnswerOf, type BodyOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct } from "../parts/acting.js";
import { byView, levelBadge, statusBadge, unitView } from "../parts/badges.js";
import { Autosave } from "../parts/drafts.js";
import { longText, options } from "../parts/forms.js";
import { icon } from "../parts/icons.js";
import { toast } from "../parts/overlays.js";
import { remember, saidBefore } from "../parts/said.js";
import { emptyView } from "../parts/states.js";
import { openTab, tabs } from "../parts/tabs.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { filedFacts } from "../self-assessment/filed.js";
import { me, session } from "../session.js";
import { c } from "../words/common.js";
import { timeText } from "../words/format.js";
import {
    commentSideWords,
    effectsInOrder,
    effectWords,
    formWords,
    inLanguage,
    judgedInOrder,
    judgedWords,
    qualitiesOf,
    qualityWords,
    type Effectiveness,
    type Judged,
    type Quality,
} from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Ý kiến nhận xét", "Comment"],
    back: ["Danh sách", "The list"],
    tasks: ["Nhiệm vụ, sản phẩm trong năm", "Tasks and products of the year"],
    before: ["Kỳ trước", "The cycle before"],
    noBefore: ["Không có phiếu của kỳ trước trên hệ thống", "No earlier form here"],
    now: ["Phiếu năm nay", "This year's form"],
    notFiled: ["Chưa nộp phiếu", "Nothing filed yet"],
    effect: ["Hiệu quả công việc", "Effectiveness"],
    said: ["Ý kiến đã ghi", "Comments recorded"],
    write: ["Ghi ý kiến nhận xét", "Record a comment"],
    judge: ["Đánh giá tiêu chí", "Judge the criteria"],
    send: ["Trả lại để bổ sung", "Return for completion"],
    text: ["Ý kiến nhận xét", "Comment"],
    textHint: ["Nêu việc làm được, việc chưa làm được của riêng người này.", "What this person did and did not do."],
    record: ["Ghi ý kiến", "Record"],
    recorded: ["Đã ghi ý kiến", "Recorded"],
    saveJudgement: ["Ghi đánh giá", "Record the judgement"],
    judged: ["Đã ghi đánh giá", "Judgement recorded"],
    reason: ["Lý do", "Reason"],
    returnAsk: [
        "Người được đánh giá đọc được lý do này và nộp lại phiếu.",
        "The rated person reads this reason and files again.",
    ],
    returned: ["Đã trả lại phiếu", "Returned"],
    same: [
        "Ý kiến này giống hệt ý kiến đã ghi cho người khác trên thiết bị này.",
        "This is word for word what was recorded for somebody else on this device.",
    ],
    takeOver: ["Lấy theo tự đánh giá", "Take over from the form"],
    incomplete: ["Chọn đủ các mục", "Choose all items"],
    reasonNeeded: ["Phải nêu lý do", "A reason is required"],
});

type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];
interface Content {
    text: string;
    values: Partial<Record<Quality, Judged>>;
    reasons: Partial<Record<Quality, string>>;
    effectiveness?: Effectiveness;
}
export default class Comment extends Screen {
    private readonly dossier = new Load(this, () =>
        get("/v1/dossiers/{dossier}", { dossier: this.inPath("dossier") }, {}, this.inQuery("purpose")),
    );
    private readonly actions = new Load(this, () =>
        get("/v1/dossiers/{dossier}/allowed-actions", { dossier: this.inPath("dossier") }),
    );
    private readonly years = new Load(this, () => {
        const person = this.dossier.body?.data.line.person;
        return person ? get("/v1/people/{person}/ratings", { person }, {}, this.inQuery("purpose")) : undefined;
    });
    private readonly earlier = new Load(this, () => {
        const year = this.dossier.body?.data.line.year ?? 0;
        const ratings = [...(this.years.body?.data.ratings ?? [])].sort((left, right) => right.year - left.year);
        const earlier = ratings.find((one) => one.year < year && one.dossier)?.dossier;
        return earlier ? get("/v1/dossiers/{dossier}", { dossier: earlier }, {}, this.inQuery("purpose")) : undefined;
    });
    private content: Content | undefined;
    private readonly autosave = new Autosave<Content>(this);
    private readonly sending = new Sending(this);
    private lacks = "";

    private begin({ line }: Dossier): Content {
        return (this.content ??= this.autosave.begin(me()?.person ?? "", `comment.${line.dossier}`) ?? {
            text: "",
            values: {},
            reasons: {},
        });
    }

    private change(change: Partial<Content>): void {
        if (!this.content) return;
        this.content = { ...this.content, ...change };
        this.sending.another();
        this.lacks = "";
        this.autosave.change(this.content);
        this.requestUpdate();
    }

    private action(name: string): NonNullable<Schemas["AllowedActions"]["actions"]>[number] | undefined {
        return this.actions.body?.data.actions?.find((one) => one.action === name);
    }

    override render(): TemplateResult {
        return html`
            <p class="crumbs"><a href="/nhan-xet">${w.back}</a></p>
            ${this.dossier.show(({ data }) => {
                const content = this.begin(data);
                return html`
                    <div class="head">
                        <div>
                            <h1>${data.line.name || data.line.person}</h1>
                            <p>${data.line.post} · <span class="code">${data.line.person}</span></p>
                        </div>
                        ${statusBadge(data.line.status)}
                    </div>
                    <p>${unitView(data.line.unit)}</p>
                    <p><a href="/nhiem-vu/${data.line.person}?year=${data.line.year}">${w.tasks}</a></p>
                    <div class="sides">
                        <section class="card">${this.lastYear()}</section>
                        <section class="card accent">
                            <h2>${w.now} (${session().cycle?.year})</h2>
                            ${formView(data, w.notFiled)}
                        </section>
                    </div>
                    ${this.acts(data, content)} ${this.said(data)}
                `;
            })}
        `;
    }

    private lastYear(): TemplateResult {
        const earlier = this.earlier.body?.data;
        return html`<h2>${w.before}${earlier ? ` (${earlier.line.year})` : ""}</h2>
            ${earlier ? formView(earlier, w.noBefore) : emptyView(w.noBefore, undefined, "document")}
            ${earlier?.comments?.map(
                ({ event, by }) =>
                    html`<h3>${commentSideWords(event.side)}</h3>
                        <blockquote>${event.text}</blockquote>
                        <p class="muted">${byView(by)}</p>`,
            )}`;
    }

    private acts(dossier: Dossier, content: Content): TemplateResult {
        const all = [
            { key: "comment", title: w.write },
            { key: "judge", title: w.judge },
        ];
        const returning = this.action("return-self-assessment");
        const { draft } = this.autosave;
        return html`<section class="card">
            <div class="card-title">
                ${tabs(w.title, "do", all)}
                ${
                    returning?.allowed
                        ? html`<button type="button" class="danger small" @click=${() => void this.sendBack(dossier)}>
                          ${w.send}
                      </button>`
                        : nothing
                }
            </div>
            ${openTab("do", all) === "judge" ? this.judging(dossier, content) : this.writing(dossier, content)}
            ${this.sending.view()} ${this.lacks ? html`<p class="error" role="alert">${this.lacks}</p>` : nothing}
            ${draft ? html`<p class="muted" role="status">${c.draftKept(timeText(draft.keptAt))}</p>` : nothing}
        </section>`;
    }

    private obstacleOf(name: string): unknown {
        const obstacle = this.action(name)?.obstacle;
        return obstacle ? html`<p class="muted">${icon("clock")} ${inLanguage(obstacle, "detail")}</p>` : nothing;
    }

    private writing(dossier: Dossier, content: Content): TemplateResult {
        const allowed = this.action("record-comment")?.allowed ?? false;
        return html`<form
            @submit=${(event: SubmitEvent) => (event.preventDefault(), void this.record(dossier, content))}
        >
            ${longText({
                label: w.text,
                hint: w.textHint,
                name: "text",
                value: content.text,
                change: (text) => this.change({ text }),
            })}
            ${
                saidBefore(content.text.trim(), dossier.line.dossier)
                    ? html`<p class="tag warn" role="status">${icon("warn")}${w.same}</p>`
                    : nothing
            }
            ${allowed ? nothing : this.obstacleOf("record-comment")}
            <button ?disabled=${!allowed || this.sending.busy}>${w.record}</button>
        </form>`;
    }

    private judging(dossier: Dossier, content: Content): TemplateResult {
        const allowed = this.action("judge-criteria")?.allowed ?? false;
        const filed = dossier.selfAssessment?.event;
        return html`<form
            @submit=${(event: SubmitEvent) => (event.preventDefault(), void this.judge(dossier, content))}
        >
            ${
                filed
                    ? html`<p class="actions">
                      <button type="button" class="quiet small" @click=${() => this.takeOver(dossier)}>
                          ${w.takeOver}
                      </button>
                  </p>`
                    : nothing
            }
            ${qualitiesOf(dossier.line.leader).map(
                (quality) =>
                    html`<div class="item">
                        ${options({
                            legend: qualityWords(quality),
                            name: quality,
                            values: judgedInOrder,
                            words: judgedWords,
                            chosen: content.values[quality],
                            choose: (value) => this.change({ values: { ...content.values, [quality]: value } }),
                        })}
                        ${
                            content.values[quality] === "NOT_MET"
                                ? longText({
                                      label: w.reason,
                                      name: `${quality}-reason`,
                                      value: content.reasons[quality] ?? "",
                                      change: (reason) =>
                                          this.change({ reasons: { ...content.reasons, [quality]: reason } }),
                                  })
                                : nothing
                        }
                    </div>`,
            )}
            ${options({
                legend: w.effect,
                name: "effectiveness",
                values: effectsInOrder,
                words: effectWords,
                chosen: content.effectiveness,
                choose: (effectiveness) => this.change({ effectiveness }),
            })}
            ${allowed ? nothing : this.obstacleOf("judge-criteria")}
            <button ?disabled=${!allowed || this.sending.busy}>${w.saveJudgement}</button>
        </form>`;
    }

    private takeOver(dossier: Dossier): void {
        const filed = dossier.selfAssessment?.event;
        if (!filed) return;
        const values: Content["values"] = {};
        for (const quality of qualitiesOf(dossier.line.leader)) {
            const judged = filed.general[quality];
            if (judged) values[quality] = judged.value;
        }
        this.change({ values, effectiveness: filed.effectiveness });
    }

    private async record({ line }: Dossier, content: Content): Promise<void> {
        const text = content.text.trim();
        if (!text) return this.lack(w.text);
        const done = await this.acted((ifMatch, key) =>
            act(
                "/v1/dossiers/{dossier}/comments",
                { dossier: line.dossier },
                { side: "DIRECT_HEAD", text },
                { ifMatch, key },
            ),
        );
        if (!done) return;
        remember(text, line.dossier);
        this.autosave.drop();
        this.content = undefined;
        this.requestUpdate();
        toast(w.recorded);
    }

    private async judge({ line }: Dossier, content: Content): Promise<void> {
        const qualities = qualitiesOf(line.leader);
        if (!content.effectiveness || qualities.some((one) => !content.values[one])) return this.lack(w.incomplete);
        if (qualities.some((one) => content.values[one] === "NOT_MET" && !content.reasons[one]?.trim()))
            return this.lack(w.reasonNeeded);
        const body = {
            judge: "DIRECT_HEAD",
            general: Object.fromEntries(
                qualities.map((one) => [
                    one,
                    {
                        value: content.values[one],
                        ...(content.reasons[one]?.trim() ? { reason: content.reasons[one].trim() } : {}),
                    },
                ]),
            ),
            effectiveness: content.effectiveness,
        } as BodyOf<"/v1/dossiers/{dossier}/judgements">;
        const done = await this.acted((ifMatch, key) =>
            act("/v1/dossiers/{dossier}/judgements", { dossier: line.dossier }, body, { ifMatch, key }),
        );
        if (done) toast(w.judged);
    }

    private async sendBack({ line }: Dossier): Promise<void> {
        const revision = this.actions.body?.data.revision ?? line.revision;
        const done = await askAndAct({
            title: w.send,
            about: html`<p>${w.returnAsk}</p>`,
            fields: [{ name: "reason", label: w.reason, kind: "area" }],
            button: w.send,
            danger: true,
            revision,
            send: ({ reason = "" }, key, seen) =>
                act(
                    "/v1/dossiers/{dossier}/return",
                    { dossier: line.dossier },
                    { reason },
                    { key, ifMatch: seen ?? revision },
                ),
            done: w.returned,
        });
        if (done) await Promise.all([this.dossier.again(), this.actions.again()]);
    }

    private lack(what: string): void {
        this.lacks = what;
        this.requestUpdate();
    }

    // Sends, and shows what is so afterwards.
    private async acted(send: (ifMatch: number, key: string) => Promise<Answer<Accepted>>): Promise<boolean> {
        const revision = this.actions.body?.data.revision ?? 0;
        const done = await this.sending.send((key) => send(revision, key));
        if (done || this.sending.problem) await Promise.all([this.dossier.again(), this.actions.again()]);
        return done !== undefined;
    }

    private said(dossier: Dossier): TemplateResult | typeof nothing {
        if (!dossier.comments?.length) return nothing;
        return html`<section class="card">
            <h2>${w.said}</h2>
            ${dossier.comments.map(
                ({ event, by }) =>
                    html`<div class="item">
                        <h3>${commentSideWords(event.side)}</h3>
                        <blockquote>${event.text}</blockquote>
                        <p class="muted">${byView(by)}</p>
                    </div>`,
            )}
        </section>`;
    }
}

const formView = (dossier: Dossier, none: string): TemplateResult => {
    const filed = dossier.selfAssessment;
    if (!filed) return emptyView(none, undefined, "document");
    const { event, by } = filed;
    return html`<p>${levelBadge(event.proposedLevel)}</p>
        <p class="muted">${formWords(event.form)} · ${byView(by)}</p>
        ${filedFacts(event)}`;
};
