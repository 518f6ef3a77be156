// What can be done with a plan and its measures; whether one may, the program says.
import { html, nothing, type TemplateResult } from "lit";
import { act, type Answer, type Schemas } from "../api/client.js";
import { words } from "../words/words.js";
import { askAndAct, type Field, type Given } from "./acting.js";
import type { Deed } from "./allowed.js";
import "./documents.js";
import { followRolesInOrder, followWords, type FollowUpRole, type MeasureLine } from "./remediation.js";

type PlanActions = Schemas["PlanActions"];

const w = words({
    progress: ["Báo cáo tiến độ", "Report progress"],
    inspect: ["Ghi kết quả kiểm tra", "Record an inspection"],
    urge: ["Gửi đôn đốc", "Send a reminder"],
    verify: ["Xác nhận đã khắc phục", "Verify remediation"],
    reopen: ["Mở lại", "Reopen"],
    state: ["Cam kết không có hạn chế, khuyết điểm", "State that there is no shortcoming"],
    degree: ["Mức độ hoàn thành, %", "Degree done, %"],
    degreeHint: [
        "100 nghĩa là đã khắc phục và chờ người khác xác nhận",
        "100 says done, and waits for somebody else to verify",
    ],
    account: ["Đã làm gì", "What was done"],
    difficulties: ["Khó khăn, vướng mắc", "Difficulties"],
    evidence: ["Văn bản minh chứng (mã)", "Document that shows it (code)"],
    on: ["Ngày kiểm tra", "Inspected on"],
    result: ["Kết quả kiểm tra", "Result of the inspection"],
    message: ["Nội dung đôn đốc", "Message"],
    escalate: ["Đồng thời báo cáo cấp trên", "Report it upwards as well"],
    ground: ["Căn cứ xác nhận", "On what ground"],
    verifyNote: [
        "Người chịu trách nhiệm không tự xác nhận được việc của mình.",
        "Nobody verifies what they are responsible for.",
    ],
    reopenReason: ["Vì sao chưa đạt hiệu quả", "Why it had no effect"],
    assign: ["Phân công theo dõi", "Assign follow-up"],
    role: ["Vai trò", "Role"],
    assignee: ["Mã người được phân công", "Code of the person"],
    statement: ["Nội dung cam kết", "The statement"],
    statementHint: [
        "Ví dụ: qua kiểm điểm không có hạn chế, khuyết điểm cần khắc phục",
        "Such as: the review found no shortcoming to remedy",
    ],
    statementDocument: ["Văn bản cam kết (mã)", "Document of the statement (code)"],
    document: ["Văn bản phân công (mã)", "Document of the assignment (code)"],
    confirm: ["Nhận phân công", "Confirm the assignment"],
    recorded: ["Đã ghi nhận", "Recorded"],
});

type Send = (given: Given, key: string, revision: number) => Promise<Answer<unknown>>;

interface Asking {
    action: string;
    title: string;
    about: unknown;
    fields: readonly Field[];
    revision: number;
    send: Send;
    danger?: boolean;
    main?: boolean;
}
const asking = (given: Asking): Deed => ({
    action: given.action,
    title: given.title,
    ...(given.danger ? { danger: true } : {}),
    ...(given.main ? { main: true } : {}),
    run: () =>
        askAndAct({
            title: given.title,
            about: given.about,
            fields: given.fields,
            button: given.title,
            revision: given.revision,
            ...(given.danger ? { danger: true } : {}),
            send: (typed, key, revision) => given.send(typed, key, revision ?? given.revision),
            done: w.recorded,
        }),
});

export function measureDeeds({ plan, revision }: PlanActions, measure: MeasureLine): Deed[] {
    const parts = { plan, measure: measure.measure };
    const about = (note?: string): TemplateResult =>
        html`<p><b>${measure.action}</b></p>
            ${note ? html`<p class="muted">${note}</p>` : nothing}`;
    const under = "/v1/remediation-plans/{plan}/measures/{measure}" as const;
    return [
        asking({
            action: "report-progress",
            title: w.progress,
            main: true,
            about: about(),
            revision,
            fields: [
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
            send: ({ degree, account = "", difficulties, evidence }, key) =>
                act(
                    `${under}/progress`,
                    parts,
                    {
                        degreePercent: Number(degree),
                        account,
                        ...(difficulties ? { difficulties } : {}),
                        ...(evidence ? { evidence: [{ document: evidence }] } : {}),
                    },
                    { key },
                ),
        }),
        asking({
            action: "verify-measure",
            title: w.verify,
            main: true,
            about: about(w.verifyNote),
            revision,
            fields: [{ name: "ground", label: w.ground, kind: "area" }],
            send: ({ ground = "" }, key, ifMatch) =>
                act(`${under}/verification`, parts, { ground }, { key, ifMatch }),
        }),
        asking({
            action: "urge-measure",
            title: w.urge,
            about: about(),
            revision,
            fields: [
                { name: "message", label: w.message, kind: "area" },
                { name: "escalated", label: w.escalate, kind: "yes", optional: true },
            ],
            send: ({ message = "", escalated }, key) =>
                act(`${under}/reminders`, parts, { message, escalated: escalated === "yes" }, { key }),
        }),
        asking({
            action: "inspect-measure",
            title: w.inspect,
            about: about(),
            revision,
            fields: [
                { name: "on", label: w.on, kind: "date" },
                { name: "result", label: w.result, kind: "area" },
            ],
            send: ({ on = "", result = "" }, key) => act(`${under}/inspections`, parts, { on, result }, { key }),
        }),
        asking({
            action: "reopen-measure",
            title: w.reopen,
            danger: true,
            about: about(),
            revision,
            fields: [{ name: "reason", label: w.reopenReason, kind: "area" }],
            send: ({ reason = "" }, key, ifMatch) => act(`${under}/reopening`, parts, { reason }, { key, ifMatch }),
        }),
    ];
}

export function planDeeds({ plan, cycle, owner, name, revision }: PlanActions): Deed[] {
    const about = html`<p><b>${name}</b></p>`;
    return [
        asking({
            action: "state-no-shortcoming",
            title: w.state,
            about,
            revision,
            fields: [
                { name: "statement", label: w.statement, kind: "area", hint: w.statementHint },
                { name: "document", label: w.statementDocument, kind: "document", of: "OTHER" },
            ],
            send: ({ statement = "", document = "" }, key, ifMatch) =>
                act(
                    "/v1/remediation-plans/{plan}/statement",
                    { plan },
                    { cycle, owner, statement, document },
                    { key, ifMatch },
                ),
        }),
        asking({
            action: "assign-follow-up",
            title: w.assign,
            about,
            revision,
            fields: [
                {
                    name: "role",
                    label: w.role,
                    kind: "choice",
                    choices: followRolesInOrder.map((role) => ({ value: role, title: followWords(role) })),
                },
                { name: "assignee", label: w.assignee },
                { name: "document", label: w.document, kind: "document", of: "DECISION" },
            ],
            send: ({ role, assignee = "", document = "" }, key) =>
                act(
                    "/v1/remediation-plans/{plan}/follow-up",
                    { plan },
                    { role: role as FollowUpRole, assignee, document },
                    { key },
                ),
        }),
    ];
}

// By whoever was assigned.
export const confirming = ({ plan, name, revision }: PlanActions, role: FollowUpRole): Deed =>
    asking({
        action: "confirm-follow-up",
        title: `${w.confirm}: ${followWords(role)}`,
        main: true,
        about: html`<p><b>${name}</b></p>`,
        revision,
        fields: [],
        send: (_, key) => act("/v1/remediation-plans/{plan}/follow-up/confirmation", { plan }, { role }, { key }),
    });
