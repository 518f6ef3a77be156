// One plan: each shortcoming with its cause and measures, what was done and shown, who verified, and what can be done.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { byView, dateView, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { paperHead, signatures } from "../parts/paper.js";
import { recordLine } from "../parts/record.js";
import { deedButtons, mayDo, obstaclesView } from "../parts/allowed.js";
import { confirming, measureDeeds, planDeeds } from "../parts/remediation-acts.js";
import {
    causeWords,
    followUpsView,
    ladderView,
    measureBadge,
    sourceWords,
    standingBadge,
} from "../parts/remediation.js";
import { emptyView, loadingView } from "../parts/states.js";
import { timeline, type Happening } from "../parts/timeline.js";
import { Screen } from "../screen.js";
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
    missing: ["Chưa lập kế hoạch khắc phục", "No plan has been adopted"],
    adopt: ["Lập kế hoạch khắc phục", "Adopt a plan"],
    adoptAgain: ["Lập phiên bản sau", "Adopt the next version"],
});
const happened: Record<string, Pair> = {
    "progress.reported": ["Báo cáo tiến độ", "Progress reported"],
    "measure.inspected": ["Kiểm tra", "Inspected"],
    "measure.urged": ["Đôn đốc", "Urged"],
    "measure.verified": ["Xác nhận đã khắc phục", "Verified"],
    "measure.reopened": ["Mở lại", "Reopened"],
};

type PlanActions = Schemas["PlanActions"];
type Plan = AnswerOf<"/v1/remediation-plans/{plan}">["data"];

export default class PlanScreen extends Screen {
    // Asked first: it says whether there is a plan at all.
    private readonly actions = new Load(this, () =>
        this.inQuery("known_as_of") === undefined
            ? get("/v1/remediation-plans/{plan}/allowed-actions", { plan: this.inPath("plan") })
            : undefined,
    );
    private readonly plan = new Load(this, () => {
        const known_as_of = this.inQuery("known_as_of");
        const { answer, body } = this.actions;
        if (known_as_of === undefined && (answer === undefined || body?.data.revision === 0)) return undefined;
        const written = Number(this.inQuery("min_position")); // by whoever comes from writing it
        return get(
            "/v1/remediation-plans/{plan}",
            { plan: this.inPath("plan") },
            { known_as_of, ...(written > 0 ? { min_position: written } : {}) },
            this.inQuery("purpose"),
        );
    });

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/khac-phuc">${w.board}</a></p>
            <h1>${w.title}</h1>
            ${
                this.actions.body?.data.revision === 0
                    ? this.missing(this.actions.body.data)
                    : this.actions.answer || this.inQuery("known_as_of")
                      ? this.plan.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)
                      : loadingView()
            }`;
    }

    private get acts(): PlanActions | undefined {
        return this.actions.body?.data;
    }
    private readonly done = (): void => {
        void this.actions.again();
        void this.plan.again();
    };

    // Nobody has adopted it: whose it would be, and what they can do about it.
    private missing(acts: PlanActions): TemplateResult {
        return html`<section class="card accent">
            <dl class="facts">
                <dt>${w.owner}</dt>
                <dd>
                    ${
                        acts.owner.person
                            ? personView({ person: acts.owner.person, name: acts.name })
                            : unitView({ unit: acts.owner.unit ?? "", name: acts.name })
                    }
                </dd>
            </dl>
            ${emptyView(w.missing, undefined, "document")} ${this.planButtons(acts)}
        </section>`;
    }

    private planButtons(acts: PlanActions | undefined): TemplateResult | typeof nothing {
        if (!acts) return nothing;
        return html`${
            mayDo(acts.actions, "adopt-plan")
                ? html`<p class="actions no-print">
                      <a class="button" href="/khac-phuc/${acts.plan}/lap"
                          >${acts.revision === 0 ? w.adopt : w.adoptAgain}</a
                      >
                  </p>`
                : nothing
        }
        ${deedButtons(acts.actions, planDeeds(acts), this.done)}
        ${acts.toConfirm?.map((one) => deedButtons([one.confirmation], [confirming(acts, one.role)], this.done))}
        ${obstaclesView(acts.actions)}`;
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
                ${this.planButtons(this.acts)}
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
                    ${sourceWords(one.foundIn.source)}${
                        one.foundIn.document ? html` · <span class="code">${one.foundIn.document}</span>` : nothing
                    }
                </dd>
                <dt>${w.cause}</dt>
                <dd>${causeWords(one.cause)}: ${one.causeText}</dd>
            </dl>
            ${measures.map((measure) => this.measure(measure))}
        </section>`;
    }

    private measure({ line, history }: Schemas["MeasureView"]): TemplateResult {
        const own = this.acts?.measures?.find((one) => one.measure === line.measure)?.actions;
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
            ${ladderView(line)} ${this.acts ? deedButtons(own, measureDeeds(this.acts, line), this.done) : nothing}
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
