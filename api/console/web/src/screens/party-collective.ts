// A party organisation that a committee rates: self-rating, appraisal with its grades, the ballot as counts, the level.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct, type Acting } from "../parts/acting.js";
import { allowedAction, deedButtons, obstaclesView, type Deed } from "../parts/allowed.js";
import { levelBadge, unitView } from "../parts/badges.js";
import { cycleShown } from "../parts/cycles.js";
import { ballotView } from "../parts/party-ballot.js";
import {
    area,
    ballotFields,
    ballotOf,
    cancellationField,
    criteriaBefore,
    gradedOf,
    gradeFields,
    levelField,
    levelObstacles,
    levelOf,
    optionalText,
    paperFields,
    paperOf,
    targetFields,
    targetsOf,
} from "../parts/party-fields.js";
import { cancellationsView, decisionsView, lastView, reasonView } from "../parts/party-record.js";
import { recordLine } from "../parts/record.js";
import { table } from "../parts/table.js";
import { Screen } from "../screen.js";
import { numberText } from "../words/format.js";
import { criterionKindWords, gradeWords, organisationKindWords, partyCollectiveWords } from "../words/party.js";
import { words } from "../words/words.js";

const w = words({
    list: ["Xếp loại đảng viên", "Party members' ratings"],
    title: ["Xếp loại tổ chức đảng", "Rating of a party organisation"],
    kind: ["Loại", "Kind"],
    unit: ["Mã đơn vị", "Code of the unit"],
    committee: ["Cấp ủy có thẩm quyền tại", "Committee at"],
    head: ["Người đứng đầu", "Headed by"],
    level: ["Mức xếp loại", "Level"],
    self: ["Tự xếp loại", "Self-rating"],
    ground: ["Căn cứ tự xếp loại", "Ground of the self-rating"],
    appraisal: ["Thẩm định", "Appraisal"],
    criterion: ["Tiêu chí", "Criterion"],
    grade: ["Mức đánh giá", "Grade"],
    targets: [
        (done: number, of: number) => `Hoàn thành ${numberText(done)} trong ${numberText(of)} chỉ tiêu, nhiệm vụ`,
        (done: number, of: number) => `${numberText(done)} of ${numberText(of)} targets completed`,
    ],
    ballot: ["Bỏ phiếu kín", "Secret ballot"],
    reason: ["Lý do", "Reason"],
    rateSelf: ["Ghi mức tự xếp loại", "Record the self-rating"],
    appraise: ["Ghi ý kiến thẩm định", "Record the appraisal"],
    subordinates: ["Số tổ chức trực thuộc", "Organisations below it"],
    opinion: ["Ý kiến thẩm định", "Opinion"],
    proposed: ["Mức đề xuất", "Proposed level"],
    again: [
        "Lý do (khi thẩm định lại hoặc khác mức theo tiêu chí)",
        "Reason (appraised anew, or other than the criteria)",
    ],
    count: ["Ghi kết quả bỏ phiếu", "Record the ballot"],
    decide: ["Quyết định mức xếp loại", "Decide the level"],
    decideReason: ["Lý do (khi khác mức theo tiêu chí)", "Reason (where it is not the level of the criteria)"],
    rerate: ["Hủy kết quả và xếp loại lại", "Cancel and re-rate"],
    done: ["Đã ghi nhận", "Recorded"],
});

type Answer = AnswerOf<"/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}">["data"];
type Actions = Schemas["PartyCollectiveActions"];

export default class PartyCollective extends Screen {
    private get parts(): { cycle: string; committeeUnit: string; organisation: string } | undefined {
        const cycle = cycleShown();
        return cycle
            ? { cycle, committeeUnit: this.inPath("committee"), organisation: this.inPath("organisation") }
            : undefined;
    }
    private readonly collective = new Load(this, () => {
        const { parts } = this;
        return parts
            ? get("/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}", parts, {
                  known_as_of: this.inQuery("known_as_of"),
              })
            : undefined;
    });
    private readonly actions = new Load(this, () => {
        const { parts } = this;
        return parts && this.inQuery("known_as_of") === undefined
            ? get("/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/allowed-actions", parts)
            : undefined;
    });
    private readonly done = (): void => {
        void this.collective.again();
        void this.actions.again();
    };

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/dang?xem=organisations">${w.list}</a></p>
            <h1>${w.title}</h1>
            ${this.collective.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private content(of: Answer): TemplateResult {
        const opened = of.opened?.event;
        const level = of.decisions?.at(-1)?.event.level;
        const actions = this.actions.body?.data;
        return html`<section class="card accent">
                <h2>${opened?.name ?? this.inPath("organisation")}</h2>
                <dl class="facts">
                    ${
                        opened
                            ? html`<dt>${w.kind}</dt>
                                  <dd>
                                      ${organisationKindWords(opened.organisationKind)},
                                      ${partyCollectiveWords(opened.kind)}
                                  </dd>
                                  <dt>${w.unit}</dt>
                                  <dd class="code">${opened.unit}</dd>`
                            : nothing
                    }
                    <dt>${w.committee}</dt>
                    <dd>${unitView(of.committeeUnit)}</dd>
                    ${
                        opened?.head
                            ? html`<dt>${w.head}</dt>
                                  <dd class="code">${opened.head}</dd>`
                            : nothing
                    }
                    <dt>${w.level}</dt>
                    <dd>${level ? levelBadge(level) : "–"}</dd>
                </dl>
                ${actions ? deedButtons(actions.actions, this.deeds(of, actions), this.done) : nothing}
                ${obstaclesView(actions?.actions)}
            </section>
            ${lastView(
                w.self,
                of.selfRatings,
                (event) =>
                    html`<p>${levelBadge(event.level)}</p>
                        <blockquote>${event.ground}</blockquote>`,
            )}
            ${lastView(w.appraisal, of.appraisals, (event) => this.appraisal(event))}
            ${lastView(w.ballot, of.ballots, (event) => ballotView(event))}
            ${decisionsView(of.decisions)}
            ${cancellationsView(of.cancellations)}`;
    }

    private appraisal(event: Schemas["PartyCollectiveAppraised"]): TemplateResult {
        return html`<p>${levelBadge(event.proposed)}</p>
            <blockquote>${event.opinion}</blockquote>
            <p>${w.targets(event.targets.completed, event.targets.assigned)}</p>
            ${table<Schemas["PartyCriterion"]>({
                label: w.appraisal,
                rows: event.criteria ?? [],
                key: (one) => one.name,
                columns: [
                    {
                        title: w.criterion,
                        main: true,
                        cell: (one) =>
                            html`${one.name} <small class="muted">(${criterionKindWords(one.kind)})</small>`,
                    },
                    { title: w.grade, cell: (one) => gradeWords(one.grade) },
                ],
            })}
            ${reasonView(event.reason)}`;
    }

    private deeds(of: Answer, actions: Actions): Deed[] {
        const parts = {
            cycle: actions.cycle,
            committeeUnit: actions.committeeUnit,
            organisation: actions.organisation,
        };
        const before = of.appraisals?.at(-1)?.event;
        const self = of.selfRatings?.at(-1)?.event;
        const criteria = criteriaBefore("organisation", before?.criteria);
        const under = "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}" as const;
        const ifMatch = actions.revision;
        const deed = (action: string, acting: Omit<Acting, "done" | "button">, more: Partial<Deed> = {}): Deed => ({
            action,
            title: acting.title,
            ...more,
            run: () =>
                askAndAct({
                    revision: actions.revision,
                    wide: true,
                    ...acting,
                    button: acting.title,
                    danger: more.danger ?? false,
                    done: w.done,
                }),
        });
        const main = { main: true };
        return [
            deed(
                "self-rate-party-collective",
                {
                    title: w.rateSelf,
                    fields: [levelField(self?.level), area("ground", w.ground, false, self?.ground)],
                    send: ({ ground = "", ...given }, key) =>
                        act(`${under}/self-rating`, parts, { level: levelOf(given), ground }, { key, ifMatch }),
                },
                main,
            ),
            deed(
                "appraise-party-collective",
                {
                    title: w.appraise,
                    fields: [
                        ...gradeFields(criteria),
                        ...targetFields(before?.targets),
                        {
                            name: "subordinates",
                            label: w.subordinates,
                            kind: "number",
                            least: 0,
                            value: String(before?.subordinates ?? 0),
                        },
                        area("opinion", w.opinion),
                        levelField(before?.proposed ?? self?.level, w.proposed),
                        area("reason", w.again, !before),
                    ],
                    send: ({ opinion = "", reason, subordinates, ...given }, key) =>
                        act(
                            `${under}/appraisal`,
                            parts,
                            {
                                criteria: gradedOf(criteria, given),
                                targets: targetsOf(given),
                                subordinates: Number(subordinates),
                                disciplines: before?.disciplines ?? [],
                                opinion,
                                proposed: levelOf(given),
                                ...optionalText("reason", reason),
                                ...(before?.disunity ? { disunity: before.disunity } : {}),
                                ...(before?.degradation ? { degradation: before.degradation } : {}),
                            },
                            { key, ifMatch },
                        ),
                },
                main,
            ),
            deed(
                "count-party-collective-ballot",
                {
                    title: w.count,
                    fields: ballotFields(""),
                    send: (given, key) => act(`${under}/ballot`, parts, ballotOf(given), { key, ifMatch }),
                },
                main,
            ),
            deed(
                "rate-party-collective",
                {
                    title: w.decide,
                    about: levelObstacles(allowedAction(actions.actions, "rate-party-collective")),
                    fields: [levelField(before?.proposed), area("reason", w.decideReason, true), ...paperFields("")],
                    send: ({ reason, ...given }, key) =>
                        act(
                            `${under}/decision`,
                            parts,
                            { level: levelOf(given), paper: paperOf(given), ...optionalText("reason", reason) },
                            { key, ifMatch },
                        ),
                },
                main,
            ),
            deed(
                "re-rate-party-collective",
                {
                    title: w.rerate,
                    about: levelObstacles(allowedAction(actions.actions, "re-rate-party-collective")),
                    fields: [
                        cancellationField(["ERROR", "DISHONESTY"]),
                        area("reason", w.reason),
                        levelField(),
                        ...paperFields(""),
                    ],
                    send: ({ ground, reason = "", ...given }, key) =>
                        act(
                            `${under}/re-rating`,
                            parts,
                            {
                                decision: actions.decision ?? 0,
                                ground: ground as Schemas["PartyCollectiveRatingCancelled"]["ground"],
                                reason,
                                level: levelOf(given),
                                paper: paperOf(given),
                            },
                            { key, ifMatch },
                        ),
                },
                { danger: true },
            ),
        ];
    }
}
