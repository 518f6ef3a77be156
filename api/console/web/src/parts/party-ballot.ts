// A secret ballot as it was counted, and papers of the party by number, day and issuer.
import { html, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { dateText, numberText } from "../words/format.js";
import { levelWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { barChart } from "./chart.js";

const w = words({
    ballot: ["Bỏ phiếu kín", "Secret ballot"],
    counts: [
        (present: number, day: string) => `${numberText(present)} đảng viên có mặt, ngày ${day}`,
        (present: number, day: string) => `${numberText(present)} members present, ${day}`,
    ],
    votes: ["phiếu", "votes"],
    invalid: ["Phiếu không hợp lệ", "Invalid"],
    missing: ["Phiếu không thu về", "Not returned"],
    onlyCounts: [
        "Chỉ ghi số phiếu; không ai biết ai bỏ phiếu nào.",
        "Only counts are kept; nobody knows who voted how.",
    ],
    minutes: ["Biên bản", "Minutes"],
});

export const paperText = ({ number, date, issuer }: Schemas["PartyPaper"]): string =>
    `${number}, ${dateText(date)}, ${issuer}`;

type Counted = Pick<
    Schemas["PartyBallotCounted"],
    "heldOn" | "present" | "excellent" | "good" | "completed" | "notCompleted" | "invalid" | "notReturned" | "minutes"
>;

export const ballotView = (event: Counted): TemplateResult =>
    html`<p>${w.counts(event.present, dateText(event.heldOn))}</p>
        ${barChart({
            title: w.ballot,
            unit: w.votes,
            bars: [
                { label: levelWords("EXCELLENT"), value: event.excellent, tone: "level-excellent" },
                { label: levelWords("GOOD"), value: event.good, tone: "level-good" },
                { label: levelWords("COMPLETED"), value: event.completed, tone: "level-completed" },
                { label: levelWords("NOT_COMPLETED"), value: event.notCompleted, tone: "level-not-completed" },
                { label: w.invalid, value: event.invalid, tone: "level-pending" },
                { label: w.missing, value: event.notReturned, tone: "level-pending" },
            ],
        })}
        <p class="muted">${w.onlyCounts} ${w.minutes}: ${paperText(event.minutes)}</p>`;
