// Words and signs of remediation: for the board and for one plan.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";
import { dateView } from "./badges.js";
import { icon } from "./icons.js";

export type MeasureLine = Schemas["MeasureLine"];
export type RemediationLine = Schemas["RemediationLine"];
export type MeasureStatus = MeasureLine["status"];
export type Standing = RemediationLine["standing"];
export type Source = Schemas["FoundIn"]["source"];
export type Cause = Schemas["Shortcoming"]["cause"];
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

const sources: Record<Source, Pair> = {
    SELF_REVIEW: ["Tự kiểm điểm", "Self-review"],
    MEETING_OPINION: ["Ý kiến tại cuộc họp nhận xét, đánh giá", "An opinion of the meeting"],
    REVIEW_SUGGESTION: ["Gợi ý kiểm điểm", "A suggestion for review"],
    INSPECTION_CONCLUSION: ["Kết luận thanh tra, kiểm tra", "An inspection's conclusion"],
    RATING_DECISION: ["Kết luận đánh giá, xếp loại", "The rating decision"],
    OBJECTION: ["Giải quyết kiến nghị, khiếu nại", "An objection"],
    EARLIER_YEAR: ["Việc năm trước chưa xong", "Left open by an earlier year"],
    REVIEW_CONCLUSION: ["Kết luận kiểm điểm", "The review's conclusion"],
};
const causes: Record<Cause, Pair> = {
    OBJECTIVE: ["Khách quan", "Objective"],
    SUBJECTIVE: ["Chủ quan", "Subjective"],
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
});

export const measureWords = (status: MeasureStatus): string => say(statuses[status]);
export const measuresInOrder = Object.keys(statuses) as MeasureStatus[];
export const standingWords = (standing: Standing): string => say(standings[standing]);
export const sourceWords = (source: Source): string => say(sources[source]);
export const sourcesInOrder = Object.keys(sources) as Source[];
export const causeWords = (cause: Cause): string => say(causes[cause]);
export const causesInOrder = Object.keys(causes) as Cause[];
export const followRolesInOrder = Object.keys(followRoles) as FollowUpRole[];
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
