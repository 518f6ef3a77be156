// Phiếu tự đánh giá, xếp loại: written in a draft that stays on this device, checked on a page of its own, filed once.
import { html, nothing, type TemplateResult } from "lit";
import {
    act,
    ask,
    get,
    newKey,
    type Accepted,
    type AnswerOf,
    type BodyOf,
    type Problem,
    type Schemas,
} from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge, statusBadge, termView, unitView } from "../parts/badges.js";
import { Autosave, dropDraft, restoreDraft, type Draft } from "../parts/drafts.js";
import { longText, options, receiptView } from "../parts/forms.js";
import { icon } from "../parts/icons.js";
import { toast } from "../parts/overlays.js";
import { conflictView, emptyView, problemView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { me, session } from "../session.js";
import { c } from "../words/common.js";
import { numberText, timeText } from "../words/format.js";
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
    type Effectiveness,
    type Judged,
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
    reason: ["Thuyết minh", "Explanation"],
    reasonHint: ['Bắt buộc khi chọn "Chưa đáp ứng".', 'Required with "Not met".'],
    tasks: ["Kết quả thực hiện nhiệm vụ được giao", "Tasks of the year"],
    tasksHint: [
        "Lấy từ việc giao, báo cáo và nghiệm thu trong năm; phiếu nộp kèm số liệu này.",
        "Taken from what was assigned, delivered and accepted during the year; filed with the form.",
    ],
    noTasks: ["Chưa có nhiệm vụ nào được giao trong năm", "No task was assigned this year"],
    task: ["Nhiệm vụ", "Task"],
    product: ["Sản phẩm", "Product"],
    due: ["Thời hạn", "Due"],
    delivered: ["Đã báo cáo", "Delivered"],
    accepted: ["Nghiệm thu", "Acceptance"],
    notDelivered: ["Chưa báo cáo", "Not delivered"],
    notAccepted: ["Chưa nghiệm thu", "Not accepted yet"],
    exceeded: ["Vượt mức", "Exceeded"],
    onTime: ["Đúng tiến độ, bảo đảm chất lượng", "In time and of quality"],
    late: ["Chưa bảo đảm", "Deficient"],
    assignedCount: ["được giao", "assigned"],
    completedCount: ["hoàn thành", "completed"],
    onTimeCount: ["đúng tiến độ, chất lượng", "in time, of quality"],
    exceededCount: ["vượt mức", "exceeded"],
    results: ["Tự nhận xét kết quả thực hiện nhiệm vụ", "Your own remarks on the results"],
    strengths: ["Ưu điểm, khuyết điểm", "Strengths and shortcomings"],
    effectiveness: ["Hiệu quả công việc", "Effectiveness"],
    level: ["Tự xếp loại", "Your own level"],
    levelHint: [
        "Chọn sau cùng. Bên cạnh là mức suy ra từ tiêu chí, để tham khảo.",
        "Chosen last. Beside it stands what the criteria give, for reference.",
    ],
    suggestion: ["Theo tiêu chí, từ số liệu tự khai", "By the criteria, from what you declare"],
    suggestionNote: [
        "Tính thử, không lưu và không phải là kết quả. Mức do cấp có thẩm quyền kết luận.",
        "Tried and not kept; no result. The competent authority decides.",
    ],
    suggestionFirst: ["Chọn đủ các mục bên trái để xem.", "Choose all items first."],
    trace: ["Xem căn cứ từng tiêu chí", "Show each criterion"],
    toCheck: ["Kiểm tra trước khi nộp", "Check before filing"],
    back: ["Sửa tiếp", "Go on writing"],
    file: ["Nộp phiếu", "File the form"],
    filing: ["Đang nộp…", "Filing…"],
    check: ["Kiểm tra lần cuối", "Last check"],
    missing: ["Còn thiếu", "Still missing"],
    becomesFixed: ["Những gì được ghi lại và không sửa được", "What is recorded and cannot be changed"],
    fixed1: [
        "Toàn bộ nội dung trên trang này, người nộp và thời điểm nộp.",
        "All that stands on this page, who files and when.",
    ],
    fixed2: [
        "Người đứng đầu, cơ quan tham mưu, cấp có thẩm quyền và thanh tra đọc được phiếu.",
        "The head, the personnel body, the authority and inspection can read it.",
    ],
    fixed3: [
        "Chỉ nộp lại được khi phiếu được trả lại, hoặc trước khi có đề xuất; bản trước vẫn còn.",
        "It can be filed again when it is returned, or before a proposal; earlier versions stay.",
    ],
    receipt: ["Biên nhận nộp phiếu", "Receipt of the form"],
    filedLevel: ["Mức tự xếp loại", "Own level"],
    returned: ["Phiếu được trả lại để bổ sung", "The form was returned for completion"],
    empty: ["(chưa ghi)", "(nothing)"],
    revision: ["Phiên bản của hồ sơ", "Revision of the dossier"],
});

// The headings of the statutory form; a document, so Vietnamese in either language.
const headings = {
    results: "Kết quả thực hiện chức trách, nhiệm vụ được giao",
    strengths: "Ưu điểm, khuyết điểm",
} as const;

interface Content {
    values: Partial<Record<Quality, Judged>>;
    reasons: Partial<Record<Quality, string>>;
    results: string;
    strengths: string;
    effectiveness?: Effectiveness;
    level?: Level;
}
type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];
type Work = AnswerOf<"/v1/work/{year}/people/{person}">["data"];
type Tried = Schemas["anonymousWhatIfAnswer"];
const what = (dossier: string): string => `self-assessment.${dossier}`;

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
    private draft: Draft<Content> | undefined;
    private autosave: Autosave<Content> | undefined;
    private keepsNothing = false;
    private key = newKey();
    private busy = false;
    private problem: Problem | undefined;
    private conflict: Dossier | undefined;
    private receipt: { accepted: Accepted; hash?: string; level: Level } | undefined;
    private tried: { of: string; answer: Tried | undefined } | undefined;

    override disconnectedCallback(): void {
        this.autosave?.end();
        super.disconnectedCallback();
    }

    // The draft of this device, else what was filed before, else nothing.
    private begin(dossier: Dossier): Content {
        if (this.content) return this.content;
        const id = dossier.line.dossier;
        const person = dossier.line.person;
        this.draft = restoreDraft<Content>(person, what(id));
        this.content = this.draft?.content ?? contentOf(dossier);
        this.autosave = new Autosave<Content>(person, what(id), (draft) => {
            this.draft = draft ?? this.draft;
            this.keepsNothing = draft === undefined;
            this.requestUpdate();
        });
        return this.content;
    }

    private change(change: Partial<Content>): void {
        if (!this.content) return;
        this.content = { ...this.content, ...change };
        this.key = newKey();
        this.autosave?.change(this.content);
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
                            ? this.checkPage(dossier, work, content)
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
                ${this.keepsNothing ? w.draftLost : this.draft ? c.draftKept(timeText(this.draft.keptAt)) : w.draftNone}
            </p>
        </section>`;
    }

    private writePage(dossier: Dossier, work: Work, content: Content): TemplateResult {
        void this.tryRules(dossier, work, content);
        return html`<div class="with-aside">
            <form @submit=${(event: Event) => event.preventDefault()}>
                <section class="card">
                    <h2>1. ${w.general}</h2>
                    ${qualitiesOf(dossier.line.leader).map((quality) => this.quality(quality, content))}
                </section>
                <section class="card">
                    <h2>2. ${w.tasks}</h2>
                    <p class="muted">${w.tasksHint}</p>
                    ${this.tasks(work)}
                    ${options({
                        legend: w.effectiveness,
                        name: "effectiveness",
                        values: effectsInOrder,
                        words: effectWords,
                        chosen: content.effectiveness,
                        choose: (effectiveness) => this.change({ effectiveness }),
                    })}
                    ${longText({
                        label: w.results,
                        name: "results",
                        value: content.results,
                        change: (results) => this.change({ results }),
                    })}
                </section>
                <section class="card">
                    <h2>3. ${w.strengths}</h2>
                    ${longText({
                        label: w.strengths,
                        name: "strengths",
                        value: content.strengths,
                        change: (strengths) => this.change({ strengths }),
                    })}
                </section>
                <section class="card">
                    <h2>4. ${w.level}</h2>
                    ${options({
                        legend: w.level,
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
            <aside class="card sticky" aria-label=${w.suggestion}>${this.suggestion()}</aside>
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
                          label: w.reason,
                          name: `${quality}-reason`,
                          value: reason,
                          ...(value === "NOT_MET" ? { hint: w.reasonHint } : {}),
                          change: (text) => this.change({ reasons: { ...content.reasons, [quality]: text } }),
                      })
            }
        </div>`;
    }

    private tasks(work: Work): TemplateResult {
        const { counts } = work;
        const figures: [number, string][] = [
            [counts.assigned, w.assignedCount],
            [counts.completed, w.completedCount],
            [counts.onTimeWithQuality, w.onTimeCount],
            [counts.exceeded, w.exceededCount],
        ];
        return html`
            <ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
            ${table({
                label: w.tasks,
                rows: work.tasks ?? [],
                key: (task) => task.item.task,
                empty: emptyView(w.noTasks, undefined, "document"),
                columns: [
                    {
                        title: w.task,
                        main: true,
                        cell: ({ item }) => html`${item.title} <small class="code">${item.task}</small>`,
                    },
                    { title: w.product, cell: ({ item, delivery }) => delivery?.product ?? item.product },
                    { title: w.due, cell: ({ item }) => dateView(item.due) },
                    {
                        title: w.delivered,
                        cell: ({ delivery }) =>
                            delivery ? dateView(delivery.on) : html`<span class="tag warn">${w.notDelivered}</span>`,
                    },
                    { title: w.accepted, cell: ({ acceptance }) => acceptanceView(acceptance) },
                ],
            })}
        `;
    }

    private suggestion(): TemplateResult {
        const answer = this.tried?.answer;
        return html`<h2>${w.suggestion}</h2>
            ${
                answer
                    ? html`${answer.level ? levelBadge(answer.level) : nothing}
                      <p role="status">${pairText(answer.conclusion)}</p>
                      <details>
                          <summary>${w.trace}</summary>
                          <ul class="trace">
                              ${answer.trace?.map(
                                  (one) =>
                                      html`<li>
                                          ${icon(one.held ? "check" : "close")}<span>${pairText(one.said)}</span>
                                      </li>`,
                              )}
                          </ul>
                      </details>`
                    : html`<p class="muted">${w.suggestionFirst}</p>`
            }
            <p class="muted">${w.suggestionNote}</p>`;
    }

    // What the rules make of what is declared; asked once for each set of choices.
    private async tryRules({ line }: Dossier, work: Work, content: Content): Promise<void> {
        const qualities = qualitiesOf(line.leader);
        if (!content.effectiveness || qualities.some((quality) => !content.values[quality])) return;
        const facts = {
            rulebook: "nd90-48-2023",
            track: "STATE",
            year: line.year,
            subject: { class: line.subjectClass, leader: line.leader },
            disciplines: [],
            violationsAlreadyCounted: [],
            general: Object.fromEntries(qualities.map((quality) => [quality, content.values[quality]])),
            criteria: work.criteria,
            effectiveness: content.effectiveness,
            service: { monthsWorked: 12, absenceMonths: 0, maternityMonths: 0 },
            findings: { degradation: false, unitCorruptionHandled: false },
            tasks: work.counts,
        };
        const of = JSON.stringify(facts);
        if (this.tried?.of === of) return;
        this.tried = { of, answer: this.tried?.answer };
        const answer = await act("/v1/rules/what-if", {}, { facts });
        if (this.tried.of !== of) return;
        this.tried = { of, answer: answer.kind === "ready" ? answer.body : undefined };
        this.requestUpdate();
    }

    private missing({ line }: Dossier, content: Content): string[] {
        const lacks: string[] = [];
        for (const quality of qualitiesOf(line.leader)) {
            if (!content.values[quality]) lacks.push(qualityWords(quality));
            else if (content.values[quality] === "NOT_MET" && !content.reasons[quality]?.trim())
                lacks.push(`${qualityWords(quality)}: ${w.reason}`);
        }
        if (!content.effectiveness) lacks.push(w.effectiveness);
        if (!content.results.trim()) lacks.push(w.results);
        if (!content.level) lacks.push(w.level);
        return lacks;
    }

    private checkPage(dossier: Dossier, work: Work, content: Content): TemplateResult {
        const lacks = this.missing(dossier, content);
        return html`
            ${this.problem ? problemView(this.problem) : nothing}
            ${this.conflict ? this.conflictPage(dossier, this.conflict, content) : nothing}
            ${
                lacks.length > 0
                    ? html`<div class="notice warn" role="alert">
                      ${icon("warn")}
                      <div>
                          <p class="notice-title">${w.missing}</p>
                          <ul>
                              ${lacks.map((one) => html`<li>${one}</li>`)}
                          </ul>
                      </div>
                  </div>`
                    : nothing
            }
            <section class="card accent">
                <h2>${w.check}</h2>
                ${summary(dossier.line.leader, content)}
                <h3>${w.tasks}</h3>
                ${this.tasks(work)}
            </section>
            <section class="notice">
                ${icon("shield")}
                <div>
                    <p class="notice-title">${w.becomesFixed}</p>
                    <ul>
                        <li>${w.fixed1}</li>
                        <li>${w.fixed2}</li>
                        <li>${w.fixed3}</li>
                    </ul>
                </div>
            </section>
            <p class="actions">
                <button
                    type="button"
                    ?disabled=${lacks.length > 0 || this.busy}
                    @click=${() => void this.file(dossier, content)}
                >
                    ${this.busy ? w.filing : w.file}
                </button>
                <button type="button" class="quiet" @click=${() => history.back()}>${w.back}</button>
            </p>
        `;
    }

    private async file({ line }: Dossier, content: Content): Promise<void> {
        if (this.busy || !content.level || !content.effectiveness) return;
        this.busy = true;
        this.problem = undefined;
        this.requestUpdate();
        const body = {
            sections: (["results", "strengths"] as const)
                .filter((part) => content[part].trim())
                .map((part) => ({ heading: headings[part], text: content[part].trim() })),
            general: Object.fromEntries(
                qualitiesOf(line.leader).map((quality) => {
                    const reason = content.reasons[quality]?.trim();
                    return [quality, { value: content.values[quality], ...(reason ? { reason } : {}) }];
                }),
            ),
            effectiveness: content.effectiveness,
            proposedLevel: content.level,
        } as BodyOf<"/v1/dossiers/{dossier}/self-assessment">;
        const revision = this.actions.body?.data.revision ?? line.revision;
        const answer = await act("/v1/dossiers/{dossier}/self-assessment", { dossier: line.dossier }, body, {
            ifMatch: revision,
            key: this.key,
        });
        this.busy = false;
        if (answer.kind === "offline") toast(c.offline, "warn");
        else if (answer.kind === "refused") {
            const stale = answer.status === 412;
            this.problem = stale ? undefined : answer.problem;
            if (stale) {
                const now = await ask(get("/v1/dossiers/{dossier}", { dossier: line.dossier }));
                if (now.kind === "ready") this.conflict = now.body.data;
            }
        } else {
            this.autosave?.end();
            dropDraft(line.person, what(line.dossier));
            this.receipt = { accepted: answer.body, level: content.level };
            scrollTo(0, 0);
            const proof = await ask(get("/v1/log/entries/{position}/proof", { position: answer.body.position }));
            if (proof.kind === "ready") this.receipt = { ...this.receipt, hash: proof.body.leafHash };
        }
        this.requestUpdate();
    }

    private conflictPage(before: Dossier, now: Dossier, content: Content): TemplateResult {
        const theirs = contentOf(now);
        const row = (
            label: string,
            of: (one: Content) => string,
        ): { label: string; mine: string; theirs: string } => ({
            label,
            mine: of(content) || w.empty,
            theirs: of(theirs) || w.empty,
        });
        const rows = [
            ...qualitiesOf(before.line.leader).map((quality) =>
                row(qualityWords(quality), (one) => (one.values[quality] ? judgedWords(one.values[quality]) : "")),
            ),
            row(w.results, (one) => one.results),
            row(w.strengths, (one) => one.strengths),
            row(w.level, (one) => (one.level ? levelWords(one.level) : "")),
        ];
        const goOn = async (): Promise<void> => {
            this.conflict = undefined;
            this.key = newKey();
            await Promise.all([this.actions.again(), this.dossier.again()]);
        };
        return conflictView(
            rows,
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

function contentOf(dossier: Dossier): Content {
    const filed = dossier.selfAssessment?.event;
    const values: Content["values"] = {};
    const reasons: Content["reasons"] = {};
    for (const [quality, judged] of Object.entries(filed?.general ?? {}) as [
        Quality,
        { value: Judged; reason?: string } | undefined,
    ][]) {
        if (!judged) continue;
        values[quality] = judged.value;
        if (judged.reason) reasons[quality] = judged.reason;
    }
    const text = (heading: string): string => filed?.sections?.find((one) => one.heading === heading)?.text ?? "";
    return {
        values,
        reasons,
        results: text(headings.results),
        strengths: text(headings.strengths),
        ...(filed ? { effectiveness: filed.effectiveness, level: filed.proposedLevel } : {}),
    };
}

const pairText = (pair: { vi: string; en: string }): string => inLanguage({ text: pair.vi, textEn: pair.en }, "text");

const acceptanceView = (acceptance: Schemas["Acceptance"] | undefined): TemplateResult => {
    if (!acceptance) return html`<span class="tag plain">${w.notAccepted}</span>`;
    if (acceptance.exceeded) return html`<span class="tag good">${w.exceeded}</span>`;
    const good = acceptance.completed && acceptance.onTime && acceptance.ofQuality;
    return good ? html`<span class="tag info">${w.onTime}</span>` : html`<span class="tag warn">${w.late}</span>`;
};

const summary = (leader: boolean, content: Content): TemplateResult => html`
    <dl class="facts">
        ${qualitiesOf(leader).map((quality) => {
            const value = content.values[quality];
            return html`<dt>${qualityWords(quality)}</dt>
                <dd>
                    ${value ? judgedWords(value) : w.empty}${
                        content.reasons[quality]
                            ? html`<blockquote>${content.reasons[quality]}</blockquote>`
                            : nothing
                    }
                </dd>`;
        })}
        <dt>${w.effectiveness}</dt>
        <dd>${content.effectiveness ? effectWords(content.effectiveness) : w.empty}</dd>
        <dt>${w.results}</dt>
        <dd><blockquote>${content.results || w.empty}</blockquote></dd>
        <dt>${w.strengths}</dt>
        <dd><blockquote>${content.strengths || w.empty}</blockquote></dd>
        <dt>${w.level}</dt>
        <dd>${content.level ? levelBadge(content.level) : w.empty}</dd>
    </dl>
`;
