// Words and signs of reviews: for the list, one review, and its forms.
import { html, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { numberText } from "../words/format.js";
import { say, type Pair } from "../words/words.js";

export type ReviewStanding = Schemas["ReviewLine"]["standing"];
export type CollectiveKind = NonNullable<Schemas["Reviewed"]["kind"]>;
export type Remedied = Schemas["EarlierShortcoming"]["status"];

const standings: Record<ReviewStanding, Pair> = {
    MISSING: ["Chưa kiểm điểm", "Not begun"],
    SUGGESTED: ["Đã gợi ý kiểm điểm", "Suggestions given"],
    DRAFT_SENT: ["Đã gửi dự thảo báo cáo", "Draft report sent"],
    HELD: ["Đã họp, chờ kết luận", "Held, to be concluded"],
    CONCLUDED: ["Đã kết luận", "Concluded"],
};
const tones: Record<ReviewStanding, string> = {
    MISSING: "danger",
    SUGGESTED: "plain",
    DRAFT_SENT: "info",
    HELD: "info",
    CONCLUDED: "good",
};
const kinds: Record<CollectiveKind, Pair> = {
    LEADERSHIP_COLLECTIVE: ["tập thể lãnh đạo, quản lý", "leadership collective"],
    ORGANISATION_UNIT: ["cơ quan, đơn vị", "organisation"],
};
const remedies: Record<Remedied, Pair> = {
    DONE: ["Đã khắc phục", "Done"],
    IN_PROGRESS: ["Đang khắc phục", "In progress"],
    NOT_DONE: ["Chưa khắc phục", "Not done"],
};

export const reviewWords = (standing: ReviewStanding): string => say(standings[standing]);
export const reviewStandingsInOrder = Object.keys(standings) as ReviewStanding[];
export const reviewBadge = (standing: ReviewStanding): TemplateResult =>
    html`<span class="tag ${tones[standing]}">${reviewWords(standing)}</span>`;
export const collectiveKindWords = (kind: CollectiveKind): string => say(kinds[kind]);
export const collectiveKindsInOrder = Object.keys(kinds) as CollectiveKind[];
export const remedyWords = (status: Remedied): string => say(remedies[status]);
export const remediesInOrder = Object.keys(remedies) as Remedied[];
export const earlierWords = (one: Schemas["EarlierShortcoming"]): string =>
    remedyWords(one.status) + (one.degreePercent === undefined ? "" : ` · ${numberText(one.degreePercent)}%`);

// A review and the plan after it are named alike: "2023.u.51-S05", "2023.p.QN105001".
export const reviewOf = (cycle: string, owner: Schemas["Owner"]): string =>
    `${cycle}.${owner.person ? `p.${owner.person}` : `u.${owner.unit}`}`;
