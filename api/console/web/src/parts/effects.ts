// What a re-rating brings with it for others, and who owes it.
import { html, nothing, type TemplateResult } from "lit";
import { act, type Schemas } from "../api/client.js";
import { say, words, type Pair } from "../words/words.js";
import { askAndAct } from "./acting.js";
import { byView, unitView } from "./badges.js";
import "./documents.js";
import { emptyView } from "./states.js";
import { table, type Column } from "./table.js";

export type EffectLine = Schemas["EffectLine"];
const kinds: Record<EffectLine["kind"], Pair> = {
    QUOTA_OF_AGENCY: [
        "Vượt tỷ lệ của cơ quan sau khi xếp loại lại; không ai bị hạ mức",
        "The agency's excellent quota is exceeded; nobody is lowered",
    ],
    QUOTA_OF_GROUP: [
        "Vượt tỷ lệ của nhóm sau khi xếp loại lại; không ai bị hạ mức",
        "The group's excellent quota is exceeded; nobody is lowered",
    ],
    HEAD_ABOVE_UNIT: [
        "Mức của người lãnh đạo cao hơn mức mới của đơn vị",
        "A leader stands above the unit's new level",
    ],
    SUBMISSION_SENT: ["Hồ sơ đã gửi còn mức cũ", "A file already sent holds the old level"],
    REPORT_SUBMITTED: ["Báo cáo đã gửi còn số liệu cũ", "A report already sent holds the old figures"],
    NOTICE_DUE: ["Phải thông báo kết quả mới", "The new result is to be notified"],
    PARTY_COMMITTEE_DUE: ["Phải chuyển kết quả mới cho cấp ủy", "The party committee is to be told"],
};
const grounds: Record<EffectLine["ground"], Pair> = {
    OBJECTION: ["Kiến nghị, khiếu nại đúng", "Objection upheld"],
    LATE_DISCIPLINE: ["Kỷ luật trong năm, biết sau khi kết luận", "Discipline of the year, known later"],
    DISCIPLINE_ANNULLED: ["Quyết định kỷ luật bị hủy", "Discipline annulled"],
    DISHONESTY: ["Không trung thực", "Dishonesty"],
    ERROR: ["Sai sót", "Error"],
};
const w = words({
    what: ["Việc phải làm", "What is owed"],
    owner: ["Đơn vị phải làm", "Owed by"],
    ground: ["Căn cứ xếp loại lại", "Ground of the re-rating"],
    state: ["Tình trạng", "State"],
    open: ["Chưa làm", "Open"],
    done: ["Đã làm", "Done"],
    settle: ["Ghi đã làm", "Record it as done"],
    how: ["Đã làm gì", "What was done"],
    document: ["Văn bản (mã)", "Document (code)"],
    recorded: ["Đã ghi nhận", "Recorded"],
    none: ["Không còn việc nào", "Nothing is owed"],
    title: ["Việc phải làm theo", "Effects"],
});
export const groundWords = (ground: EffectLine["ground"]): string => say(grounds[ground]);
export const groundsInOrder = Object.keys(grounds) as EffectLine["ground"][];

export function effectsTable(cycle: string, rows: readonly EffectLine[], again: () => void): TemplateResult {
    const settle = async (line: EffectLine): Promise<void> => {
        const done = await askAndAct({
            title: w.settle,
            about: html`<p><b>${say(kinds[line.kind])}</b></p>
                ${unitView(line.owner)}`,
            fields: [
                { name: "what", label: w.how, kind: "area" },
                { name: "document", label: w.document, kind: "document", of: "NOTICE", optional: true },
            ],
            button: w.settle,
            send: ({ what = "", document }, key) =>
                act(
                    "/v1/cycles/{cycle}/effects/{effect}/settlement",
                    { cycle, effect: line.effect },
                    {
                        what,
                        ...(line.dossier ? { dossier: line.dossier } : {}),
                        ...(line.collective ? { unit: line.collective.unit } : {}),
                        ...(document ? { document } : {}),
                    },
                    { key },
                ),
            done: w.recorded,
        });
        if (done) again();
    };
    const columns: Column<EffectLine>[] = [
        { title: w.what, main: true, cell: (line) => say(kinds[line.kind]) },
        { title: w.owner, cell: (line) => unitView(line.owner) },
        { title: w.ground, cell: (line) => groundWords(line.ground) },
        {
            title: w.state,
            cell: (line) =>
                line.settled
                    ? html`<span class="tag good">${w.done}</span>
                          <p>${line.settled.what}</p>
                          <small class="muted">${byView(line.settled.by)}</small>`
                    : html`<span class="tag warn">${w.open}</span> ${
                          line.open
                              ? html`<button type="button" class="small quiet" @click=${() => void settle(line)}>
                                        ${w.settle}
                                    </button>`
                              : nothing
                      }`,
        },
    ];
    return table({
        label: w.title,
        columns,
        rows,
        key: (line) => `${line.effect}-${line.dossier ?? line.collective?.unit ?? ""}`,
        empty: emptyView(w.none),
    });
}
