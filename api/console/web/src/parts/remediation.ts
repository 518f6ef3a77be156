// Words, signs and acts of remediation: for the board and for one plan.
import { html, nothing, type TemplateResult } from "lit";
import { act, type Answer, type Schemas } from "../api/client.js";
import { me } from "../session.js";
import { numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";
import { askAndAct, type Given } from "./acting.js";
import { dateView } from "./badges.js";
import "./documents.js";
import { icon } from "./icons.js";

export type MeasureLine = Schemas["MeasureLine"];
export type RemediationLine = Schemas["RemediationLine"];
export type MeasureStatus = MeasureLine["status"];
export type Standing = RemediationLine["standing"];
export type FollowUpRole = Schemas["FollowUpView"]["role"];

const statuses: Record<MeasureStatus, Pair> = {
    OVERDUE: ["Quá hạn", "Overdue"],
    REOPENED: ["Mở lại", "Reopened"],
    NOT_DONE: ["Chưa khắc phục", "Not done"],
    IN_PROGRESS: ["Đang khắc phục", "In progress"],
    DONE: ["Đã khắc phục", "Done"],
};
const tones: Record<MeasureStatus, string> = {
    OVERDUE: "danger",
    REOPENED: "warn",
    NOT_DONE: "plain",
    IN_PROGRESS: "info",
    DONE: "good",
};
const standings: Record<Standing, Pair> = {
    PLANNED: ["Đã lập kế hoạch", "Planned"],
    STATED: ["Cam kết không có hạn chế, khuyết điểm", "Stated that there is none"],
    WITHIN_TERM: ["Chưa có, còn trong thời hạn", "None yet, within the term"],
    PAST_TERM: ["Chưa có, đã quá thời hạn", "None, past the term"],
};
const standingTones: Record<Standing, string> = {
    PLANNED: "info",
    STATED: "good",
    WITHIN_TERM: "plain",
    PAST_TERM: "danger",
};
const followRoles: Record<FollowUpRole, Pair> = {
    FOLLOWER: ["Theo dõi", "Follows"],
    INSPECTOR: ["Kiểm tra, giám sát", "Inspects"],
    URGER: ["Đôn đốc", "Urges"],
};

const w = words({
    percent: [(n: number) => `${numberText(n)}%`, (n: number) => `${numberText(n)}%`],
    waits: ["chờ xác nhận", "awaits verification"],
    doneLate: ["xong sau thời hạn", "done late"],
    ladder: ["Các bước đôn đốc", "Steps of urging"],
    overdue: ["Quá hạn", "Overdue"],
    urged: [(n: number) => `Đôn đốc lần ${numberText(n)}`, (n: number) => `Urged, no. ${numberText(n)}`],
    escalated: ["Báo cáo cấp trên", "Reported upwards"],
    notConfirmed: ["chưa xác nhận", "not confirmed"],
    progress: ["Báo cáo tiến độ", "Report progress"],
    degree: ["Mức độ hoàn thành, %", "Degree done, %"],
    degreeHint: [
        "100 nghĩa là đã khắc phục và chờ người khác xác nhận",
        "100 says done, and waits for somebody else to verify",
    ],
    account: ["Đã làm gì", "What was done"],
    difficulties: ["Khó khăn, vướng mắc", "Difficulties"],
    evidence: ["Văn bản minh chứng (mã)", "Document that shows it (code)"],
    inspect: ["Ghi kết quả kiểm tra", "Record an inspection"],
    on: ["Ngày kiểm tra", "Inspected on"],
    result: ["Kết quả kiểm tra", "Result of the inspection"],
    urge: ["Gửi đôn đốc", "Send a reminder"],
    message: ["Nội dung đôn đốc", "Message"],
    escalate: ["Đồng thời báo cáo cấp trên", "Report it upwards as well"],
    verify: ["Xác nhận đã khắc phục", "Verify remediation"],
    ground: ["Căn cứ xác nhận", "On what ground"],
    verifyNote: [
        "Người chịu trách nhiệm không tự xác nhận được việc của mình.",
        "Nobody verifies what they are responsible for.",
    ],
    reopen: ["Mở lại", "Reopen"],
    reopenReason: ["Vì sao chưa đạt hiệu quả", "Why it had no effect"],
    assign: ["Phân công theo dõi", "Assign follow-up"],
    role: ["Vai trò", "Role"],
    assignee: ["Mã người được phân công", "Code of the person"],
    document: ["Văn bản phân công (mã)", "Document of the assignment (code)"],
    confirm: ["Nhận phân công", "Confirm the assignment"],
    recorded: ["Đã ghi nhận", "Recorded"],
});

export const measureWords = (status: MeasureStatus): string => say(statuses[status]);
export const measuresInOrder = Object.keys(statuses) as MeasureStatus[];
export const standingWords = (standing: Standing): string => say(standings[standing]);
export const followWords = (role: FollowUpRole): string => say(followRoles[role]);
export const standingBadge = (standing: Standing): TemplateResult =>
    html`<span class="tag ${standingTones[standing]}">${standingWords(standing)}</span>`;

export const measureBadge = (measure: MeasureLine): TemplateResult =>
    html`<span class="tags"
        ><span class="tag ${tones[measure.status]}"
            >${measureWords(measure.status)}${
                measure.status !== "DONE" && measure.degreePercent > 0
                    ? html` · ${w.percent(measure.degreePercent)}`
                    : nothing
            }</span
        >${measure.awaitsVerification ? html`<span class="tag warn">${w.waits}</span>` : nothing}${
            measure.doneLate ? html`<span class="tag plain">${w.doneLate}</span>` : nothing
        }</span
    >`;

// Overdue, urged, urged again, reported upwards: how far it has come.
export const ladderView = (measure: MeasureLine): TemplateResult | typeof nothing => {
    if (measure.status !== "OVERDUE" && measure.urged === 0 && !measure.escalated) return nothing;
    const steps: [string, boolean][] = [
        [w.overdue, measure.status === "OVERDUE"],
        ...Array.from({ length: Math.max(2, measure.urged) }, (_, index): [string, boolean] => [
            w.urged(index + 1),
            measure.urged > index,
        ]),
        [w.escalated, measure.escalated],
    ];
    return html`<ol class="ladder" aria-label=${w.ladder}>
        ${steps.map(
            ([title, reached]) =>
                html`<li class=${reached ? "reached" : ""}>${
                    reached ? icon("check") : nothing
                }<span>${title}</span></li>`,
        )}
    </ol>`;
};

export const followUpsView = (all: readonly Schemas["FollowUpView"][] | undefined): TemplateResult | string =>
    all?.length
        ? html`<ul class="plain-list">
              ${all.map(
                  (one) =>
                      html`<li>
                          <span class="muted">${followWords(one.role)}:</span> ${one.assignee.name}${
                              one.confirmed ? nothing : html` <span class="tag plain">${w.notConfirmed}</span>`
                          }
                      </li>`,
              )}
          </ul>`
        : "–";

export const dueView = (measure: MeasureLine): TemplateResult =>
    html`<span class="due">${dateView(measure.due)}</span>`;

// What somebody may do with a measure, as far as the plan itself says who does what; the program has the last word.
export interface MeasureAct {
    title: string;
    danger?: boolean;
    run: () => Promise<boolean>;
}

const isFollowUp = (line: RemediationLine, ...roles: FollowUpRole[]): boolean =>
    line.followUps?.some(
        (one) => one.confirmed && one.assignee.person === me()?.person && roles.includes(one.role),
    ) ?? false;

export function measureActs(
    line: RemediationLine,
    measure: MeasureLine,
    decides: boolean,
    inspects: boolean,
): MeasureAct[] {
    const plan = line.plan;
    if (!plan) return [];
    const parts = { plan, measure: measure.measure };
    const mine = measure.responsible.person === me()?.person || line.owner.person === me()?.person;
    const open = measure.status !== "DONE";
    const ask =
        (
            title: string,
            fields: Parameters<typeof askAndAct>[0]["fields"],
            send: (given: Given, key: string, revision: number | undefined) => Promise<Answer<unknown>>,
            about?: string,
        ) =>
        (): Promise<boolean> =>
            askAndAct({
                title,
                about: html`<p><b>${measure.action}</b></p>
                    ${about ? html`<p class="muted">${about}</p>` : nothing}`,
                fields,
                button: title,
                revision: line.revision,
                send,
                done: w.recorded,
            });
    const acts: MeasureAct[] = [];
    if (mine && open)
        acts.push({
            title: w.progress,
            run: ask(
                w.progress,
                [
                    {
                        name: "degree",
                        label: w.degree,
                        kind: "number",
                        least: 0,
                        most: 100,
                        value: String(measure.degreePercent),
                        hint: w.degreeHint,
                    },
                    { name: "account", label: w.account, kind: "area" },
                    { name: "difficulties", label: w.difficulties, optional: true },
                    { name: "evidence", label: w.evidence, kind: "document", of: "EVIDENCE", optional: true },
                ],
                ({ degree, account = "", difficulties, evidence }, key) =>
                    act(
                        "/v1/remediation-plans/{plan}/measures/{measure}/progress",
                        parts,
                        {
                            degreePercent: Number(degree),
                            account,
                            ...(difficulties ? { difficulties } : {}),
                            ...(evidence ? { evidence: [{ document: evidence }] } : {}),
                        },
                        { key },
                    ),
            ),
        });
    if (!mine && measure.awaitsVerification && (decides || isFollowUp(line, "FOLLOWER", "INSPECTOR")))
        acts.push({
            title: w.verify,
            run: ask(
                w.verify,
                [{ name: "ground", label: w.ground, kind: "area" }],
                ({ ground = "" }, key, revision) =>
                    act(
                        "/v1/remediation-plans/{plan}/measures/{measure}/verification",
                        parts,
                        { ground },
                        { key, ifMatch: revision ?? line.revision },
                    ),
                w.verifyNote,
            ),
        });
    if (!mine && open && isFollowUp(line, "URGER"))
        acts.push({
            title: w.urge,
            run: ask(
                w.urge,
                [
                    { name: "message", label: w.message, kind: "area" },
                    { name: "escalated", label: w.escalate, kind: "yes", optional: true },
                ],
                ({ message = "", escalated }, key) =>
                    act(
                        "/v1/remediation-plans/{plan}/measures/{measure}/reminders",
                        parts,
                        { message, escalated: escalated === "yes" },
                        { key },
                    ),
            ),
        });
    if (!mine && (decides || inspects || isFollowUp(line, "INSPECTOR")))
        acts.push({
            title: w.inspect,
            run: ask(
                w.inspect,
                [
                    { name: "on", label: w.on, kind: "date" },
                    { name: "result", label: w.result, kind: "area" },
                ],
                ({ on = "", result = "" }, key) =>
                    act(
                        "/v1/remediation-plans/{plan}/measures/{measure}/inspections",
                        parts,
                        { on, result },
                        { key },
                    ),
            ),
        });
    if (!mine && !open && (decides || inspects || isFollowUp(line, "FOLLOWER", "INSPECTOR")))
        acts.push({
            title: w.reopen,
            danger: true,
            run: ask(
                w.reopen,
                [{ name: "reason", label: w.reopenReason, kind: "area" }],
                ({ reason = "" }, key, revision) =>
                    act(
                        "/v1/remediation-plans/{plan}/measures/{measure}/reopening",
                        parts,
                        { reason },
                        { key, ifMatch: revision ?? line.revision },
                    ),
            ),
        });
    return acts;
}

export function planActs(line: RemediationLine, decides: boolean): MeasureAct[] {
    const plan = line.plan;
    if (!plan) return [];
    const acts: MeasureAct[] = [];
    const about = html`<p><b>${line.name}</b></p>`;
    for (const one of line.followUps ?? [])
        if (!one.confirmed && one.assignee.person === me()?.person)
            acts.push({
                title: `${w.confirm}: ${followWords(one.role)}`,
                run: () =>
                    askAndAct({
                        title: w.confirm,
                        about,
                        fields: [],
                        button: w.confirm,
                        send: (_, key) =>
                            act(
                                "/v1/remediation-plans/{plan}/follow-up/confirmation",
                                { plan },
                                { role: one.role },
                                { key },
                            ),
                        done: w.recorded,
                    }),
            });
    if (decides)
        acts.push({
            title: w.assign,
            run: () =>
                askAndAct({
                    title: w.assign,
                    about,
                    fields: [
                        {
                            name: "role",
                            label: w.role,
                            kind: "choice",
                            choices: (Object.keys(followRoles) as FollowUpRole[]).map((role) => ({
                                value: role,
                                title: followWords(role),
                            })),
                        },
                        { name: "assignee", label: w.assignee },
                        { name: "document", label: w.document, kind: "document", of: "DECISION" },
                    ],
                    button: w.assign,
                    send: ({ role, assignee = "", document = "" }, key) =>
                        act(
                            "/v1/remediation-plans/{plan}/follow-up",
                            { plan },
                            { role: role as FollowUpRole, assignee, document },
                            { key },
                        ),
                    done: w.recorded,
                }),
        });
    return acts;
}
