// A list of results that the state side handed over to a party committee, with its receipt: the same on both sides.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";
import { byView, dateView, levelBadge, personView } from "./badges.js";
import { table, type Column } from "./table.js";

export type HandedOver = Schemas["HandedOverList"];

const w = words({
    list: [
        (n: number, correction: boolean) =>
            `${correction ? "Danh sách điều chỉnh" : "Danh sách"} số ${numberText(n)}`,
        (n: number, correction: boolean) => `${correction ? "Correction" : "List"} no. ${numberText(n)}`,
    ],
    dated: ["Ngày", "Dated"],
    document: ["Văn bản bàn giao", "Document"],
    to: ["Bàn giao cho", "Handed over to"],
    people: ["Số người", "People"],
    pending: [
        (n: number) => `${numberText(n)} người chưa có kết quả`,
        (n: number) => `${numberText(n)} without a result yet`,
    ],
    received: ["Đã xác nhận đã nhận", "Received"],
    notReceived: ["Chưa xác nhận đã nhận", "Not received yet"],
    name: ["Họ và tên", "Name"],
    slips: ["Đính chính", "Slips corrected"],
    was: ["đã ghi", "said"],
    is: ["đúng là", "should say"],
    stateLevel: ["Mức xếp loại của Nhà nước", "Level by the state"],
});

export const handOverTitle = (list: HandedOver): string => w.list(list.number, list.correction);

// `receive`: what is done with a list that has no receipt; `also`: with any list.
export const handOverCard = (list: HandedOver, receive?: TemplateResult, also?: TemplateResult): TemplateResult => {
    const columns: Column<Schemas["HandedOverLine"]>[] = [
        { title: w.name, main: true, cell: (line) => personView(line.person) },
        { title: w.stateLevel, cell: (line) => (line.value?.level ? levelBadge(line.value.level, true) : "–") },
    ];
    const lines = list.lines ?? [];
    return html`<section class="card">
        <div class="card-title">
            <h2>${handOverTitle(list)}</h2>
            <span class="tag ${list.received ? "good" : "warn"}">${list.received ? w.received : w.notReceived}</span>
        </div>
        <dl class="facts">
            <dt>${w.to}</dt>
            <dd>${list.committee}</dd>
            <dt>${w.dated}</dt>
            <dd>${dateView(list.dated)}</dd>
            <dt>${w.document}</dt>
            <dd>${list.document.number} <small>${byView(list.by)}</small></dd>
            <dt>${w.people}</dt>
            <dd>${numberText(lines.length)}${list.pending > 0 ? `, ${w.pending(list.pending)}` : nothing}</dd>
            ${
                list.received
                    ? html`<dt>${w.received}</dt>
                          <dd>${byView(list.received)}${list.remark ? html`: ${list.remark}` : nothing}</dd>`
                    : nothing
            }
            ${
                list.slips && list.slips.length > 0
                    ? html`<dt>${w.slips}</dt>
                          <dd>
                              ${list.slips.map(
                                  (slip) =>
                                      html`<p>
                                          ${slip.person ? html`${personView(slip.person)}: ` : nothing}${slip.what},
                                          ${w.was} “${slip.was}”, ${w.is} “${slip.is}”. ${slip.reason}
                                          <small>${slip.document.number}, ${byView(slip.by)}</small>
                                      </p>`,
                              )}
                          </dd>`
                    : nothing
            }
        </dl>
        ${!list.received && receive ? html`<p class="actions">${receive}</p>` : nothing}
        ${also ? html`<p class="actions">${also}</p>` : nothing}
        <details>
            <summary>${w.people} <span class="count">${numberText(lines.length)}</span></summary>
            ${table({ label: handOverTitle(list), columns, rows: lines, key: (line) => line.person.person })}
        </details>
    </section>`;
};
