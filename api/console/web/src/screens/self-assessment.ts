// Phiếu tự đánh giá, xếp loại: written in a draft that stays on this device, checked on a page of its own, filed once.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type Accepted, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { levelBadge, statusBadge, termView, unitView } from "../parts/badges.js";
import { Autosave } from "../parts/drafts.js";
import { leafHashOf, longText, options, receiptView } from "../parts/forms.js";
import { icon } from "../parts/icons.js";
import { conflictView, emptyView } from "../parts/states.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { checkView } from "../self-assessment/check.js";
import {
    bodyOf,
    compared,
    contentOf,
    formWords,
    type Content,
    type Dossier,
    type Work,
} from "../self-assessment/content.js";
import { suggestionView } from "../self-assessment/suggestion.js";
import { tasksView } from "../self-assessment/tasks.js";
import { me, session } from "../session.js";
import { c } from "../words/common.js";
import { timeText } from "../words/format.js";
import {
    effectsInOrder,
    effectWords,
    inLanguage,
    judgedInOrder,
    judgedWords,
    levelsInOrder,
    levelWords,
    qualitiesOf,
    qualityWords,
    type Level,
    type Quality,
} from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Phiếu tự đánh giá, xếp loại", "Self-assessment form"],
    none: ["Chưa có hồ sơ trong kỳ này", "No dossier in this cycle"],
    fixed: ["Phiếu không thay đổi được nữa", "The form can no longer be changed"],
    openMine: ["Mở hồ sơ của tôi", "Open my dossier"],
    term: ["Hạn nộp", "Due"],
    draftNone: [
        "Bản nháp được lưu tự động trên thiết bị này; không ai khác xem được.",
        "A draft is kept on this device as you write; nobody else sees it.",
    ],
    draftLost: [
        "Trình duyệt này không lưu được bản nháp: hãy nộp trước khi rời trang.",
        "This browser keeps no draft: file before leaving the page.",
    ],
    general: ["Chính trị tư tưởng, đạo đức, tác phong, kỷ luật", "Ideology, ethics, style, discipline"],
    reasonHint: ['Bắt buộc khi chọn "Chưa đáp ứng".', 'Required with "Not met".'],
    tasksHint: [
        "Lấy từ việc giao, báo cáo và nghiệm thu trong năm; phiếu nộp kèm số liệu này.",
        "Taken from what was assigned, delivered and accepted during the year; filed with the form.",
    ],
    levelHint: [
        "Chọn sau cùng. Bên cạnh là mức suy ra từ tiêu chí, để tham khảo.",
        "Chosen last. Beside it stands what the criteria give, for reference.",
    ],
    toCheck: ["Kiểm tra trước khi nộp", "Check before filing"],
    receipt: ["Biên nhận nộp phiếu", "Receipt of the form"],
    filedLevel: ["Mức tự xếp loại", "Own level"],
});

export default class SelfAssessment extends Screen {
    private readonly dossier = new Load(this, () => {
        const dossier = session().cycle?.dossier;
        return dossier ? get("/v1/dossiers/{dossier}", { dossier }) : undefined;
    });
    private readonly actions = new Load(this, () => {
        const dossier = session().cycle?.dossier;
        return dossier ? get("/v1/dossiers/{dossier}/allowed-actions", { dossier }) : undefined;
    });
    private readonly work = new Load(this, () => {
        const cycle = session().cycle;
        const person = me()?.person;
        return cycle && person ? get("/v1/work/{year}/people/{person}", { year: cycle.year, person }) : undefined;
    });
    private content: Content | undefined;
    private readonly autosave = new Autosave<Content>(this);
    private readonly sending = new Sending(this);
    private conflict: Dossier | undefined;
    private receipt: { accepted: Accepted; hash?: string; level: Level } | undefined;

    // The draft of this device, else what was filed before, else nothing.
    private begin(dossier: Dossier): Content {
        const { person, dossier: id } = dossier.line;
        return (this.content ??= this.autosave.begin(person, `self-assessment.${id}`) ?? contentOf(dossier));
    }

    private change(change: Partial<Content>): void {
        if (!this.content) return;
        this.content = { ...this.content, ...change };
        this.sending.another();
        this.autosave.change(this.content);
        this.requestUpdate();
    }

    override render(): TemplateResult {
        if (!session().cycle?.dossier)
            return html`<h1>${w.title}</h1>
                ${emptyView(w.none, undefined, "document")}`;
        if (this.receipt) return this.receiptPage(this.receipt);
        return html`
            <h1>${w.title}</h1>
            ${this.dossier.show(({ data: dossier }) =>
                this.actions.show(({ data }) => {
                    const filing = data.actions?.find((one) => one.action === "file-self-assessment");
                    if (!filing?.allowed)
                        return html`${filing?.obstacle ? this.obstacle(filing.obstacle) : nothing}
                            <p><a class="button quiet" href="/cua-toi">${w.openMine}</a></p>`;
                    const content = this.begin(dossier);
                    return html`${this.frame(dossier)}
                    ${this.work.show(({ data: work }) =>
                        this.inQuery("step") === "check"
                            ? html`${this.sending.view()}
                              ${this.conflict ? this.conflictPage(dossier, this.conflict, content) : nothing}
                              ${checkView({
                                  leader: dossier.line.leader,
                                  work,
                                  content,
                                  busy: this.sending.busy,
                                  file: () => void this.file(dossier, content),
                              })}`
                            : this.writePage(dossier, work, content),
                    )}`;
                }),
            )}
        `;
    }

    private obstacle(obstacle: Schemas["Obstacle"]): TemplateResult {
        return html`<div class="notice" role="note">
            ${icon("document")}
            <div>
                <p class="notice-title">${w.fixed}</p>
                <p>${inLanguage(obstacle, "detail")}</p>
                ${obstacle.clause ? html`<p class="muted">${c.basis}: ${obstacle.clause}</p>` : nothing}
            </div>
        </div>`;
    }

    private frame({ line }: Dossier): TemplateResult {
        const term = session().cycle?.selfAssessment;
        const { draft, keepsNothing } = this.autosave;
        return html`<section class="card">
            <div class="card-title"><b>${session().cycle?.title}</b>${statusBadge(line.status)}</div>
            <dl class="facts">
                ${
                    term
                        ? html`<dt>${w.term}</dt>
                          <dd>${termView(term)}</dd>`
                        : nothing
                }
                <dt>${line.post}</dt>
                <dd>${unitView(line.unit)}</dd>
            </dl>
            <p class="muted" role="status">
                ${keepsNothing ? w.draftLost : draft ? c.draftKept(timeText(draft.keptAt)) : w.draftNone}
            </p>
        </section>`;
    }

    private writePage(dossier: Dossier, work: Work, content: Content): TemplateResult {
        return html`<div class="with-aside">
            <form @submit=${(event: Event) => event.preventDefault()}>
                <section class="card">
                    <h2>1. ${w.general}</h2>
                    ${qualitiesOf(dossier.line.leader).map((quality) => this.quality(quality, content))}
                </section>
                <section class="card">
                    <h2>2. ${formWords.tasks}</h2>
                    <p class="muted">${w.tasksHint}</p>
                    ${tasksView(work)}
                    ${options({
                        legend: formWords.effectiveness,
                        name: "effectiveness",
                        values: effectsInOrder,
                        words: effectWords,
                        chosen: content.effectiveness,
                        choose: (effectiveness) => this.change({ effectiveness }),
                    })}
                    ${longText({
                        label: formWords.results,
                        name: "results",
                        value: content.results,
                        change: (results) => this.change({ results }),
                    })}
                </section>
                <section class="card">
                    <h2>3. ${formWords.strengths}</h2>
                    ${longText({
                        label: formWords.strengths,
                        name: "strengths",
                        value: content.strengths,
                        change: (strengths) => this.change({ strengths }),
                    })}
                </section>
                <section class="card">
                    <h2>4. ${formWords.level}</h2>
                    ${options({
                        legend: formWords.level,
                        hint: w.levelHint,
                        name: "level",
                        values: levelsInOrder,
                        words: levelWords,
                        chosen: content.level,
                        choose: (level) => this.change({ level }),
                    })}
                </section>
                <p class="actions">
                    <button type="button" @click=${() => filter({ step: "check" })}>
                        ${w.toCheck}${icon("arrow")}
                    </button>
                </p>
            </form>
            ${suggestionView(dossier.line.dossier, dossier.line.leader, content)}
        </div>`;
    }

    private quality(quality: Quality, content: Content): TemplateResult {
        const value = content.values[quality];
        const reason = content.reasons[quality] ?? "";
        return html`<div class="item">
            ${options({
                legend: qualityWords(quality),
                name: quality,
                values: judgedInOrder,
                words: judgedWords,
                chosen: value,
                choose: (chosen) => this.change({ values: { ...content.values, [quality]: chosen } }),
            })}
            ${
                value === undefined
                    ? nothing
                    : longText({
                          label: formWords.reason,
                          name: `${quality}-reason`,
                          value: reason,
                          ...(value === "NOT_MET" ? { hint: w.reasonHint } : {}),
                          change: (text) => this.change({ reasons: { ...content.reasons, [quality]: text } }),
                      })
            }
        </div>`;
    }

    private async file({ line }: Dossier, content: Content): Promise<void> {
        const { level } = content;
        if (!level || !content.effectiveness) return;
        const revision = this.actions.body?.data.revision ?? line.revision;
        const body = bodyOf(line.leader, content);
        const done = await this.sending.send(
            (key) =>
                act("/v1/dossiers/{dossier}/self-assessment", { dossier: line.dossier }, body, {
                    ifMatch: revision,
                    key,
                }),
            async () => {
                const now = await ask(get("/v1/dossiers/{dossier}", { dossier: line.dossier }));
                if (now.kind === "ready") this.conflict = now.body.data;
                return now.kind === "ready";
            },
        );
        if (!done) return;
        this.autosave.drop();
        this.receipt = { accepted: done.body, level };
        scrollTo(0, 0);
        const hash = await leafHashOf(done.body);
        this.receipt = { accepted: done.body, level, ...(hash ? { hash } : {}) };
        this.requestUpdate();
    }

    private conflictPage(before: Dossier, now: Dossier, content: Content): TemplateResult {
        const theirs = contentOf(now);
        const goOn = async (): Promise<void> => {
            this.conflict = undefined;
            this.sending.another();
            await Promise.all([this.actions.again(), this.dossier.again()]);
        };
        return conflictView(
            compared(before.line.leader, content, theirs),
            () => void goOn(),
            () => {
                this.change(theirs);
                void goOn();
            },
        );
    }

    private receiptPage({
        accepted,
        hash,
        level,
    }: {
        accepted: Accepted;
        hash?: string;
        level: Level;
    }): TemplateResult {
        return html`<h1>${w.title}</h1>
            ${receiptView(accepted, hash, w.receipt, html`<p>${w.filedLevel}: ${levelBadge(level)}</p>`)}
            <p><a class="button" href="/cua-toi">${w.openMine}</a></p>`;
    }
}
