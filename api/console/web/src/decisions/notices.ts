// How long each notice of an agency took, and whether it reached its reader.
import { html, nothing, type TemplateResult } from "lit";
import type { AnswerOf } from "../api/client.js";
import { dateView, personView, unitView } from "../parts/badges.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    noticed: ["Thông báo", "Notice"],
    after: [
        (n: number) => `sau ${numberText(n)} ngày làm việc`,
        (n: number) => `${numberText(n)} working days later`,
    ],
    past: [
        (n: number) => `quá ${numberText(n)} ngày làm việc (quy định nội bộ)`,
        (n: number) => `past ${numberText(n)} working days (internal rule)`,
    ],
    until: ["hạn đến hết ngày", "due by"],
    received: ["Đã nhận", "Received"],
    notReceived: ["chưa xác nhận", "not acknowledged"],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    decided: ["Kết luận", "Decided"],
    none: ["Không còn hồ sơ nào ở bước này", "No dossier is left at this step"],
    notified: ["Đã thông báo", "Notified"],
});

export type Notices = AnswerOf<"/v1/notices">;
export type Notice = NonNullable<Notices["data"]["items"]>[number];

export const noticesTable = (
    body: Notices,
    shown: readonly Notice[],
    more: (() => void) | undefined,
): TemplateResult => {
    const columns: Column<Notice>[] = [
        {
            title: w.name,
            main: true,
            cell: ({ notice }) => personView(notice.person, `/ho-so/${notice.dossier}`),
        },
        { title: w.unit, cell: ({ notice }) => unitView(notice.unit) },
        {
            title: w.decided,
            cell: ({ notice }) =>
                html`${dateView(notice.decidedOn)}<br /><small class="muted">${notice.decision.number}</small>`,
        },
        {
            title: w.noticed,
            cell: ({ notice, workingDays, term, pastInternalPeriod }) =>
                notice.noticeDated
                    ? html`${dateView(notice.noticeDated)}<br />
                          <small class="muted"
                              >${notice.notice?.number} ·
                              ${workingDays === undefined ? "" : w.after(workingDays)}</small
                          >
                          ${
                              pastInternalPeriod && term
                                  ? html`<br /><span class="tag warn">${w.past(term.days)}</span>`
                                  : nothing
                          }`
                    : term
                      ? html`<small class="muted">${w.until} ${dateView(term.last)}</small>`
                      : "–",
        },
        {
            title: w.received,
            cell: ({ notice }) =>
                notice.receivedOn
                    ? dateView(notice.receivedOn)
                    : html`<span class="tag plain">${w.notReceived}</span>`,
        },
    ];
    return table({
        label: w.notified,
        columns,
        rows: shown,
        key: ({ notice }) => notice.dossier,
        total: body.data.total,
        more,
        empty: emptyView(w.none),
    });
};
