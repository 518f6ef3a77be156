// What somebody reads of the own dossier without doing anything: the steps it went through, the form as it was filed,
// what was said, other years, who has looked.
import { html, type TemplateResult } from "lit";
import type { AnswerOf, Schemas } from "../api/client.js";
import { byView, dateView, levelBadge, unitView } from "../parts/badges.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import type { Step } from "../parts/timeline.js";
import { filedFacts, judgementRows } from "../self-assessment/filed.js";
import { dayOf } from "../words/format.js";
import { commentSideWords, formWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    open: ["Đã mở", "Opened"],
    filed: ["Nộp phiếu", "Form filed"],
    met: ["Cuộc họp", "Meeting"],
    proposed: ["Đề xuất", "Proposal"],
    decided: ["Kết luận", "Conclusion"],
    notified: ["Thông báo", "Notice"],
    received: ["Đã nhận", "Received"],
    notFiled: ["Chưa nộp phiếu", "Nothing filed yet"],
    noOpinions: ["Chưa có ý kiến nào", "No comment yet"],
    judged: ["Đánh giá tiêu chí", "Criteria judged"],
    years: ["Các năm", "Years"],
    year: ["Năm", "Year"],
    unit: ["Đơn vị", "Unit"],
    level: ["Mức", "Level"],
    dated: ["Ngày", "Dated"],
    views: ["Ai đã xem hồ sơ", "Who has looked"],
    who: ["Người xem", "Who"],
    when: ["Lúc", "When"],
    why: ["Mục đích", "Purpose"],
    noViews: ["Chưa có ai xem hồ sơ", "Nobody has looked yet"],
});

type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];

export function stepsOf(dossier: Dossier): Step[] {
    const at = (by: Schemas["Provenance"] | undefined): string | undefined =>
        by ? dayOf(by.actedAt ?? by.recordedAt) : undefined;
    const step = (title: string, day: string | undefined): Step => ({ title, ...(day ? { at: day } : {}) });
    const meeting = dossier.meetings?.at(-1);
    const steps = [
        step(w.open, at(dossier.opened)),
        step(w.filed, at(dossier.selfAssessment?.by)),
        step(w.met, meeting ? dayOf(meeting.heldAt) : undefined),
        step(w.proposed, at(dossier.proposals?.at(-1)?.by)),
        step(w.decided, at(dossier.decisions?.at(-1)?.by)),
        step(w.notified, dossier.notice?.dated),
        step(w.received, dossier.receipt?.on),
    ];
    const next = steps.findIndex((one) => !one.at);
    return steps.map((one, index) => (index === next ? { ...one, now: true } : one));
}

export function ownForm(dossier: Dossier): TemplateResult {
    const filed = dossier.selfAssessment;
    if (!filed) return emptyView(w.notFiled, undefined, "document");
    return html`<section class="card">
        <div class="card-title">
            <h2>${formWords(filed.event.form)}</h2>
            ${levelBadge(filed.event.proposedLevel)}
        </div>
        <p class="muted">${byView(filed.by)}</p>
        ${filedFacts(filed.event)}
    </section>`;
}

export function opinions(dossier: Dossier): TemplateResult {
    const comments = dossier.comments ?? [];
    const judgements = dossier.judgements ?? [];
    if (comments.length + judgements.length === 0) return emptyView(w.noOpinions, undefined, "document");
    return html`${comments.map(
        ({ event, by }) =>
            html`<section class="card">
                <h2>${commentSideWords(event.side)}</h2>
                <blockquote>${event.text}</blockquote>
                <p class="muted">${byView(by)}</p>
            </section>`,
    )}
    ${judgements.map(
        ({ event, by }) =>
            html`<section class="card">
                <h2>${w.judged}</h2>
                <dl class="facts">${judgementRows(event)}</dl>
                <p class="muted">${byView(by)}</p>
            </section>`,
    )}`;
}

export const yearsTable = (ratings: AnswerOf<"/v1/people/{person}/ratings">["data"]["ratings"]): TemplateResult =>
    table({
        label: w.years,
        rows: [...(ratings ?? [])].sort((left, right) => right.year - left.year),
        key: (one) => String(one.year),
        columns: [
            { title: w.year, main: true, cell: (one) => String(one.year) },
            { title: w.level, cell: (one) => (one.level ? levelBadge(one.level) : one.wording) },
            {
                title: w.unit,
                cell: (one) => (one.unit ? unitView({ unit: one.unit, name: one.unitName ?? "" }) : "–"),
            },
            { title: w.dated, cell: (one) => dateView(one.decidedOn) },
        ],
    });

export const viewsTable = (items: AnswerOf<"/v1/dossiers/{dossier}/views">["data"]["items"]): TemplateResult =>
    table({
        label: w.views,
        rows: items ?? [],
        key: (one) => String(one.position),
        empty: emptyView(w.noViews, undefined, "person"),
        columns: [
            {
                title: w.who,
                main: true,
                cell: (one) => html`${one.actorName ?? one.actor} <small class="code">${one.actor}</small>`,
            },
            { title: w.when, cell: (one) => dateView(one.at) },
            { title: w.why, cell: (one) => one.purpose ?? "–" },
        ],
    });
