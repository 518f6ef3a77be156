// What can be done in the dossier of a party member, by the member, the cell and the committee.
import { html, type TemplateResult } from "lit";
import { act, type AnswerOf, type Schemas } from "../api/client.js";
import { exemptionsInOrder, exemptionWords } from "../words/party.js";
import { words } from "../words/words.js";
import { askAndAct, type Field } from "./acting.js";
import { allowedAction, type Deed } from "./allowed.js";
import { personView } from "./badges.js";
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
} from "./party-fields.js";
import { objectionDeeds, type Ask } from "./party-objection-acts.js";

type Dossier = AnswerOf<"/v1/party/dossiers/{dossier}">["data"];
type Actions = Schemas["PartyDossierActions"];

const w = words({
    self: ["Nộp bản kiểm điểm", "File the self-review"],
    selfAbout: [
        (form: string) => `Mẫu ${form}. Bản đã nộp không sửa được; nộp lại thì bản trước vẫn được giữ.`,
        (form: string) => `Form ${form}. What is filed cannot be changed; filing again keeps what was filed before.`,
    ],
    strengths: ["Ưu điểm, kết quả đạt được", "Strengths and results"],
    limits: ["Hạn chế, khuyết điểm và nguyên nhân", "Shortcomings and their causes"],
    remedied: ["Kết quả khắc phục hạn chế đã nêu ở kỳ trước", "How earlier shortcomings were remedied"],
    explanation: ["Giải trình nội dung được gợi ý kiểm điểm", "Explanation of points that were suggested"],
    responsibility: [
        "Trách nhiệm đối với hạn chế của tập thể",
        "Responsibility for the shortcomings of the collective",
    ],
    measures: ["Phương hướng, biện pháp khắc phục", "Measures"],
    own: ["Tự nhận mức xếp loại", "Level one proposes for oneself"],
    appraise: ["Ghi ý kiến thẩm định", "Record the appraisal"],
    degradation: ["Đã kết luận suy thoái, tự diễn biến", "Found to have degraded"],
    forbidden: [
        "Đã kết luận vi phạm những điều đảng viên không được làm",
        "Found to have done what members must not",
    ],
    exemplary: ["Đã kết luận vi phạm trách nhiệm nêu gương", "Found to have broken the duty to set an example"],
    corruption: ["Đơn vị phụ trách xảy ra tham nhũng, tiêu cực", "Corruption in the unit led"],
    opinion: ["Ý kiến thẩm định của chi ủy", "The cell committee's opinion"],
    proposed: ["Mức chi ủy đề xuất", "Level proposed by the cell committee"],
    ballot: ["Ghi kết quả bỏ phiếu", "Record the ballot"],
    ballotAbout: [
        "Chỉ ghi số phiếu; không có chỗ ghi ai bỏ phiếu nào.",
        "Counts alone; there is no place for who voted how.",
    ],
    propose: ["Đề nghị mức xếp loại", "Propose a level"],
    proposeReason: ["Lý do (khi khác mức thẩm định)", "Reason (where it differs from the appraisal)"],
    exempt: ["Miễn kiểm điểm, xếp loại", "Exempt"],
    ground: ["Căn cứ miễn", "Ground"],
    decide: ["Quyết định mức xếp loại", "Decide the level"],
    decideReason: [
        "Lý do (khi khác mức đề nghị hoặc khác mức của Nhà nước)",
        "Reason (where it differs from the proposal or the state's level)",
    ],
    notice: ["Thông báo kết quả", "Notify the member"],
    share: ["Cung cấp căn cứ cho bên Nhà nước", "Share the grounds with the state side"],
    rerate: ["Hủy kết quả và xếp loại lại", "Cancel and re-rate"],
    violation: ["Mã vi phạm (khi căn cứ là kỷ luật)", "Code of the violation (where discipline is the ground)"],
    objection: ["Mã kiến nghị (khi căn cứ là kết quả giải quyết)", "Code of the objection (where it is the ground)"],
    reason: ["Lý do", "Reason"],
    done: ["Đã ghi nhận", "Recorded"],
});

const flag = (name: string, label: string, value: boolean | undefined): Field => ({
    name,
    label,
    kind: "yes",
    optional: true,
    value: value ? "yes" : "",
});
// What was reached already, so that the form begins with it.
const last = <E>(all: readonly { event: E }[] | undefined): E | undefined => all?.at(-1)?.event;

const cellActs = (of: Dossier, actions: Actions, ask: Ask): Deed[] => {
    const parts = { dossier: of.line.dossier };
    const leader = of.opened?.event.post.leader ?? false;
    const ifMatch = actions.revision;
    const self = last(of.selfReviews);
    const before = last(of.appraisals);
    const criteria = criteriaBefore("member", before?.criteria);
    return [
        {
            action: "file-party-self-review",
            title: w.self,
            main: true,
            run: ask({
                title: w.self,
                about: html`<p class="muted">${w.selfAbout(leader ? "02B" : "02A")}</p>`,
                wide: true,
                fields: [
                    area("strengths", w.strengths, false, self?.strengths),
                    area("limits", w.limits, false, self?.limits),
                    area("remedied", w.remedied, false, self?.remedied),
                    area("explanation", w.explanation, true, self?.explanation),
                    ...(leader ? [area("responsibility", w.responsibility, false, self?.responsibility)] : []),
                    area("measures", w.measures, false, self?.measures),
                    levelField(self?.proposed, w.own),
                ],
                button: w.self,
                send: ({ strengths = "", limits = "", remedied = "", measures = "", ...given }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/self-review",
                        parts,
                        {
                            form: leader ? "FORM_02B" : "FORM_02A",
                            strengths,
                            limits,
                            remedied,
                            measures,
                            proposed: levelOf(given),
                            ...optionalText("explanation", given["explanation"]),
                            ...optionalText("responsibility", given["responsibility"]),
                        },
                        { key, ifMatch },
                    ),
            }),
        },
        {
            action: "appraise-party-member",
            title: w.appraise,
            main: true,
            run: ask({
                title: w.appraise,
                wide: true,
                fields: [
                    ...gradeFields(criteria),
                    ...(leader ? targetFields(before?.targets) : []),
                    flag("degradation", w.degradation, before?.findings.degradation),
                    flag("forbidden", w.forbidden, before?.findings.forbiddenActs),
                    flag("exemplary", w.exemplary, before?.findings.exemplaryDutyBroken),
                    ...(leader ? [flag("corruption", w.corruption, before?.findings.unitCorruption)] : []),
                    area("opinion", w.opinion),
                    levelField(before?.proposed ?? self?.proposed, w.proposed),
                ],
                button: w.appraise,
                send: (given, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/appraisal",
                        parts,
                        {
                            criteria: gradedOf(criteria, given),
                            ...(leader ? { targets: targetsOf(given) } : {}),
                            findings: {
                                degradation: given["degradation"] === "yes",
                                forbiddenActs: given["forbidden"] === "yes",
                                exemplaryDutyBroken: given["exemplary"] === "yes",
                                unitCorruption: given["corruption"] === "yes",
                            },
                            mitigations: before?.mitigations ?? [],
                            opinion: given["opinion"] ?? "",
                            proposed: levelOf(given),
                        },
                        { key, ifMatch },
                    ),
            }),
        },
        {
            action: "count-party-ballot",
            title: w.ballot,
            main: true,
            run: ask({
                title: w.ballot,
                about: html`<p class="muted">${w.ballotAbout}</p>`,
                wide: true,
                fields: ballotFields(of.line.cell),
                button: w.ballot,
                send: (given, key) =>
                    act("/v1/party/dossiers/{dossier}/ballot", parts, ballotOf(given), { key, ifMatch }),
            }),
        },
        {
            action: "propose-party-level",
            title: w.propose,
            main: true,
            run: ask({
                title: w.propose,
                fields: [
                    levelField(last(of.proposals)?.level ?? before?.proposed),
                    area("reason", w.proposeReason, true),
                ],
                button: w.propose,
                send: ({ reason, ...given }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/proposal",
                        parts,
                        { level: levelOf(given), ...optionalText("reason", reason) },
                        { key, ifMatch },
                    ),
            }),
        },
        {
            action: "exempt-party-member",
            title: w.exempt,
            run: ask({
                title: w.exempt,
                fields: [
                    {
                        name: "ground",
                        label: w.ground,
                        kind: "choice",
                        choices: exemptionsInOrder
                            .filter((value) => value !== "ADMITTED_UNDER_6_MONTHS") // computed, never claimed
                            .map((value) => ({ value, title: exemptionWords(value) })),
                    },
                    ...paperFields(""),
                ],
                button: w.exempt,
                danger: true,
                send: ({ ground, ...paper }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/exemption",
                        parts,
                        { ground: ground as (typeof exemptionsInOrder)[number], paper: paperOf(paper) },
                        { key, ifMatch },
                    ),
            }),
        },
    ];
};

const committeeActs = (of: Dossier, actions: Actions, ask: Ask): Deed[] => {
    const parts = { dossier: of.line.dossier };
    const ifMatch = actions.revision;
    const paper = paperFields("");
    return [
        {
            action: "decide-party-ratings",
            title: w.decide,
            main: true,
            run: ask({
                title: w.decide,
                about: levelObstacles(allowedAction(actions.actions, "decide-party-ratings")),
                fields: [levelField(last(of.proposals)?.level), area("reason", w.decideReason, true), ...paper],
                button: w.decide,
                send: ({ reason, ...given }, key) =>
                    act(
                        "/v1/party/decisions",
                        {},
                        {
                            lines: [
                                {
                                    dossier: of.line.dossier,
                                    level: levelOf(given),
                                    ...optionalText("reason", reason),
                                },
                            ],
                            paper: paperOf(given),
                        },
                        { key, ifMatch },
                    ),
            }),
        },
        {
            action: "issue-party-notice",
            title: w.notice,
            main: true,
            run: ask({
                title: w.notice,
                fields: paper,
                button: w.notice,
                send: (given, key) =>
                    act("/v1/party/dossiers/{dossier}/notice", parts, { paper: paperOf(given) }, { key }),
            }),
        },
        {
            action: "share-party-decision",
            title: w.share,
            run: ask({
                title: w.share,
                fields: paper,
                button: w.share,
                send: (given, key) =>
                    act("/v1/party/dossiers/{dossier}/sharing", parts, { paper: paperOf(given) }, { key }),
            }),
        },
        {
            action: "re-rate-party-member",
            title: w.rerate,
            danger: true,
            run: ask({
                title: w.rerate,
                about: levelObstacles(allowedAction(actions.actions, "re-rate-party-member")),
                wide: true,
                fields: [
                    cancellationField(["ERROR", "DISHONESTY", "LATE_DISCIPLINE", "DISCIPLINE_ANNULLED", "OBJECTION"]),
                    { name: "violation", label: w.violation, optional: true },
                    { name: "objection", label: w.objection, optional: true },
                    area("reason", w.reason),
                    levelField(),
                    ...paper,
                ],
                button: w.rerate,
                danger: true,
                send: ({ ground, violation, objection, reason = "", ...given }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/re-rating",
                        parts,
                        {
                            decision: of.decision ?? 0,
                            ground: ground as Schemas["PartyRatingCancelled"]["ground"],
                            reason,
                            level: levelOf(given),
                            paper: paperOf(given),
                            ...optionalText("violation", violation),
                            ...optionalText("objection", objection),
                        },
                        { key, ifMatch },
                    ),
            }),
        },
    ];
};

export const partyDeeds = (of: Dossier, actions: Actions): Deed[] => {
    const about = (more: unknown): TemplateResult =>
        html`<p><b>${personView(of.line.person)}</b>, ${of.line.cell}</p>
            ${more}`;
    const ask: Ask = (acting) => () =>
        askAndAct({ revision: actions.revision, ...acting, about: about(acting.about), done: w.done });
    return [...cellActs(of, actions, ask), ...committeeActs(of, actions, ask), ...objectionDeeds(of, actions, ask)];
};
