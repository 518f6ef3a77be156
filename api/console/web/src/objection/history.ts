// What happened to a petition or complaint.
import { html, nothing } from "lit";
import type { AnswerOf, Schemas } from "../api/client.js";
import { byView } from "../parts/badges.js";
import type { Happening } from "../parts/timeline.js";
import { dateText } from "../words/format.js";
import { objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    filed: ["Gửi kiến nghị, khiếu nại", "Filed"],
    taken: [
        (name: string, until: string) => `Tiếp nhận; ${name} giải quyết, hạn ${until}`,
        (name: string, until: string) => `Received; ${name} resolves it by ${until}`,
    ],
    withdrawn: ["Rút", "Withdrawn"],
    resolved: [(outcome: string) => `Kết luận: ${outcome}`, (outcome: string) => `Resolved: ${outcome}`],
});

type Objection = AnswerOf<"/v1/objections/{objection}">["data"];

// From the filing to the resolution, newest first.
export function happened(objection: Objection): Happening[] {
    const at = (by: Schemas["Provenance"]): string => by.actedAt ?? by.recordedAt;
    const { filed, receipts = [], withdrawal, resolution } = objection;
    const all: Happening[] = [];
    if (filed) all.push({ key: "filed", at: at(filed.by), title: w.filed, detail: byView(filed.by) });
    for (const one of receipts) {
        const name =
            objection.line.resolver?.person === one.event.resolver
                ? objection.line.resolver.name
                : one.event.resolver;
        all.push({
            key: `taken-${one.by.position}`,
            at: at(one.by),
            title: w.taken(name, dateText(one.event.answerBy)),
            detail: byView(one.by),
        });
    }
    if (withdrawal)
        all.push({
            key: "withdrawn",
            at: at(withdrawal.by),
            title: w.withdrawn,
            detail: html`${withdrawal.event.reason ?? nothing} ${byView(withdrawal.by)}`,
        });
    if (resolution)
        all.push({
            key: "resolved",
            at: at(resolution.by),
            title: w.resolved(objectionWords(resolution.event.outcome)),
            detail: html`<blockquote>${resolution.event.reasons}</blockquote>
                ${objection.resolutionDocument?.number ?? nothing} · ${byView(resolution.by)}`,
            tone: "good",
        });
    return all.reverse();
}
