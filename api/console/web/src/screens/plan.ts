// One plan: each shortcoming with its cause and measures, what was done and shown, who verified, and what can be done.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { byView, dateView, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { paperHead, signatures } from "../parts/paper.js";
import { recordLine } from "../parts/record.js";
import {
    followUpsView,
    ladderView,
    measureActs,
    measureBadge,
    planActs,
    standingBadge,
    type MeasureAct,
} from "../parts/remediation.js";
import { timeline, type Happening } from "../parts/timeline.js";
import { Screen } from "../screen.js";
import { holds } from "../session.js";
import { dateText, numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";

const w = words({
    title: ["Kế hoạch khắc phục hạn chế, khuyết điểm", "Remediation plan"],
    board: ["Khắc phục", "Remediation"],
    owner: ["Người, đơn vị", "Person, unit"],
    unit: ["Đơn vị", "Unit"],
    standing: ["Trạng thái", "Status"],
    made: ["Ngày lập", "Made on"],
    term: ["Thời hạn lập (quy định nội bộ)", "Due (internal rule)"],
    version: [(n: number) => `phiên bản ${numberText(n)}`, (n: number) => `version ${numberText(n)}`],
    followed: ["Theo dõi, kiểm tra, đôn đốc", "Followed by"],
    statement: ["Nội dung cam kết", "Statement"],
    shortcoming: ["Hạn chế, khuyết điểm", "Shortcoming"],
    found: ["Phát hiện qua", "Found in"],
    cause: ["Nguyên nhân", "Cause"],
    product: ["Sản phẩm", "Product"],
    responsible: ["Chịu trách nhiệm", "Responsible"],
    due: ["Thời hạn", "Due"],
    verified: ["Xác nhận", "Verified"],
    notVerified: ["chưa có người khác xác nhận", "nobody else has verified it yet"],
    effect: ["Hiệu quả", "Effect"],
    lasting: ["Chưa bị mở lại sau khi xác nhận", "Not reopened since it was verified"],
    reopened: [
        (n: number) => `Mở lại ${numberText(n)} lần`,
        (n: number) => (n === 1 ? "Reopened once" : `Reopened ${numberText(n)} times`),
    ],
    history: ["Diễn biến", "What happened"],
    nothing: ["Chưa có diễn biến nào", "Nothing has happened yet"],
    difficulties: ["Khó khăn:", "Difficulties:"],
    evidence: ["Minh chứng:", "Evidence:"],
    print: ["In kế hoạch", "Print the plan"],
    answerable: ["Trách nhiệm của từng người", "Who answers for what"],
    share: [(n: number) => `${numberText(n)}%`, (n: number) => `${numberText(n)}%`],
    dossier: ["Mở hồ sơ", "Open the dossier"],
});
const sources: Record<Schemas["FoundIn"]["source"], Pair> = {
    SELF_REVIEW: ["Tự kiểm điểm", "Self-review"],
    MEETING_OPINION: ["Ý kiến tại cuộc họp nhận xét, đánh giá", "An opinion of the meeting"],
    REVIEW_SUGGESTION: ["Gợi ý kiểm điểm", "A suggestion for review"],
    INSPECTION_CONCLUSION: ["Kết luận thanh tra, kiểm tra", "An inspection's conclusion"],
    RATING_DECISION: ["Kết luận đánh giá, xếp loại", "The rating decision"],
    OBJECTION: ["Giải quyết kiến nghị, khiếu nại", "An objection"],
    EARLIER_YEAR: ["Việc năm trước chưa xong", "Left open by an earlier year"],
    REVIEW_CONCLUSION: ["Kết luận kiểm điểm", "The review's conclusion"],
};
const causes: Record<Schemas["Shortcoming"]["cause"], Pair> = {
    OBJECTIVE: ["Khách quan", "Objective"],
    SUBJECTIVE: ["Chủ quan", "Subjective"],
};
const happened: Record<string, Pair> = {
    "progress.reported": ["Báo cáo tiến độ", "Progress reported"],
    "measure.inspected": ["Kiểm tra", "Inspected"],
    "measure.urged": ["Đôn đốc", "Urged"],
    "measure.verified": ["Xác nhận đã khắc phục", "Verified"],
    "measure.reopened": ["Mở lại", "Reopened"],
};

type Plan = AnswerOf<"/v1/remediation-plans/{plan}">["data"];

export default class PlanScreen extends Screen {
    private readonly plan = new Load(this, () =>
        get(
            "/v1/remediation-plans/{plan}",
            { plan: this.inPath("plan") },
            { known_as_of: this.inQuery("known_as_of") },
            this.inQuery("purpose"),
        ),
    );

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/khac-phuc">${w.board}</a></p>
            <h1>${w.title}</h1>
            ${this.plan.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private buttons(acts: readonly MeasureAct[]): TemplateResult | typeof nothing {
        if (this.inQuery("known_as_of") !== undefined || acts.length === 0) return nothing;
        const again = (done: boolean): void => {
            if (done) void this.plan.again();
        };
        return html`<p class="actions">
            ${acts.map(
                (one) =>
                    html`<button
                        type="button"
                        class="small ${one.danger ? "danger" : "quiet"}"
                        @click=${() => void one.run().then(again)}
                    >
                        ${one.title}
                    </button>`,
            )}
        </p>`;
    }

    private content(plan: Plan): TemplateResult {
        const { line } = plan;
        const statement = line.standing === "STATED" ? plan.versions?.at(-1)?.text : undefined;
        return html`${paperHead(line.unit)}
            <section class="card accent">
                <dl class="facts">
                    <dt>${w.owner}</dt>
                    <dd>
                        ${
                            line.owner.person
                                ? personView({ person: line.owner.person, name: line.name })
                                : html`<b>${line.name}</b>`
                        }
                    </dd>
                    <dt>${w.unit}</dt>
                    <dd>${unitView(line.unit)}</dd>
                    <dt>${w.standing}</dt>
                    <dd>${standingBadge(line.standing)}</dd>
                    ${
                        line.plannedOn
                            ? html`<dt>${w.made}</dt>
                                  <dd>${dateView(line.plannedOn)} · ${w.version(line.version)}</dd>`
                            : nothing
                    }
                    ${
                        line.term
                            ? html`<dt>${w.term}</dt>
                                  <dd>${dateView(line.term)}</dd>`
                            : nothing
                    }
                    <dt>${w.followed}</dt>
                    <dd>${followUpsView(line.followUps)}</dd>
                    ${
                        statement
                            ? html`<dt>${w.statement}</dt>
                                  <dd><blockquote>${statement}</blockquote></dd>`
                            : nothing
                    }
                </dl>
                <p class="actions">
                    ${
                        line.dossier
                            ? html`<a class="button quiet small" href="/ho-so/${line.dossier}">${w.dossier}</a>`
                            : nothing
                    }
                    <button type="button" class="quiet small" @click=${() => print()}>
                        ${icon("print")}${w.print}
                    </button>
                </p>
                ${this.buttons(planActs(line, holds("DECIDE")))}
            </section>
            ${plan.shortcomings?.map((one) => this.shortcoming(plan, one))}
            ${
                plan.answerable?.length
                    ? html`<section class="card">
                          <h2>${w.answerable}</h2>
                          <ul>
                              ${plan.answerable.map(
                                  (one) =>
                                      html`<li>
                                          ${personView(one.person)}
                                          ${
                                              one.value
                                                  ? html`· ${w.share(one.value.sharePercent)} · ${one.value.part}`
                                                  : nothing
                                          }
                                      </li>`,
                              )}
                          </ul>
                      </section>`
                    : nothing
            }
            ${signatures([{ title: w.owner, name: line.name }])}`;
    }

    private shortcoming(plan: Plan, one: Schemas["Shortcoming"]): TemplateResult {
        const measures = plan.measures?.filter((measure) => measure.line.shortcoming === one.shortcoming) ?? [];
        return html`<section class="card">
            <h2>${one.description}</h2>
            <dl class="facts">
                <dt>${w.found}</dt>
                <dd>
                    ${say(sources[one.foundIn.source])}${
                        one.foundIn.document ? html` · <span class="code">${one.foundIn.document}</span>` : nothing
                    }
                </dd>
                <dt>${w.cause}</dt>
                <dd>${say(causes[one.cause])}: ${one.causeText}</dd>
            </dl>
            ${measures.map((measure) => this.measure(plan, measure))}
        </section>`;
    }

    private measure(plan: Plan, { line, history }: Schemas["MeasureView"]): TemplateResult {
        const acts = measureActs(plan.line, line, holds("DECIDE"), holds("INSPECT"));
        return html`<article class="inset">
            <div class="card-title">
                <h3>${line.action}</h3>
                ${measureBadge(line)}
            </div>
            <dl class="facts">
                <dt>${w.product}</dt>
                <dd>${line.product}</dd>
                <dt>${w.responsible}</dt>
                <dd>${personView(line.responsible)}</dd>
                <dt>${w.due}</dt>
                <dd>${dateView(line.due)}</dd>
                <dt>${w.verified}</dt>
                <dd>${line.verifiedBy ? byView(line.verifiedBy) : w.notVerified}</dd>
                ${
                    line.verifiedBy || line.reopened > 0
                        ? html`<dt>${w.effect}</dt>
                              <dd>${line.reopened > 0 ? w.reopened(line.reopened) : w.lasting}</dd>`
                        : nothing
                }
            </dl>
            ${ladderView(line)} ${this.buttons(acts)}
            <details ?open=${(history?.length ?? 0) <= 6}>
                <summary>${w.history}</summary>
                ${
                    history?.length
                        ? timeline(
                              line.action,
                              [...history].reverse().map((one, index) => this.act(one, index)),
                          )
                        : html`<p class="muted">${w.nothing}</p>`
                }
            </details>
        </article>`;
    }

    private act(one: Schemas["MeasureAct"], index: number): Happening {
        const type = say(happened[one.type] ?? [one.type, one.type]);
        const shown = one.evidence?.map((evidence) => evidence.document ?? evidence.attachment).filter(Boolean) ?? [];
        return {
            key: `${one.by.position}-${index}`,
            at: one.by.actedAt ?? one.by.recordedAt,
            title: [
                type,
                ...(one.degreePercent === undefined ? [] : [w.share(one.degreePercent)]),
                ...(one.on ? [dateText(one.on)] : []),
            ].join(" · "),
            detail: html`${one.text ? html`<p>${one.text}</p>` : nothing}
            ${one.difficulties ? html`<p><b>${w.difficulties}</b> ${one.difficulties}</p>` : nothing}
            ${
                shown.length > 0
                    ? html`<p><b>${w.evidence}</b> <span class="code">${shown.join(", ")}</span></p>`
                    : nothing
            }
            ${byView(one.by)}`,
            tone: one.escalated
                ? "danger"
                : one.type === "measure.verified"
                  ? "good"
                  : one.type === "measure.urged" || one.type === "measure.reopened"
                    ? "warn"
                    : "plain",
        };
    }
}
