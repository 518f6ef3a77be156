// Where a value comes from: who, in what capacity, on which document, from what source, and the record that proves it.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { roles } from "../session.js";
import { actorText, eventWords, fieldWords, valueText } from "../words/acts.js";
import { numberText } from "../words/format.js";
import { capacityWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { dateView, momentView } from "./badges.js";
import { openDialog } from "./overlays.js";
import { proofBadge, verdictOf } from "./proof.js";
import { until } from "lit/directives/until.js";

const w = words({
    title: ["Xuất xứ của giá trị", "Where the value comes from"],
    value: ["Giá trị", "Value"],
    act: ["Việc", "Act"],
    clauses: ["Quy định áp dụng", "Rulebook clause"],
    author: ["Người thực hiện", "Author"],
    capacity: ["Tư cách", "Capacity"],
    authority: ["Văn bản giao quyền", "Document of the authority"],
    noAuthority: ["Không cần văn bản giao quyền", "None needed"],
    acted: ["Thời điểm thực hiện", "Done at"],
    recorded: ["Thời điểm ghi nhận", "Recorded at"],
    source: ["Nguồn", "Source"],
    native: ["Nhập trực tiếp trên hệ thống", "Entered in the system"],
    paper: [
        (by: string) => `Nhập từ hồ sơ giấy, người nhập ${by}`,
        (by: string) => `Transcribed from paper by ${by}`,
    ],
    reason: ["Lý do", "Reason"],
    event: ["Mã sự kiện", "Event"],
    record: ["Bản ghi số", "Record"],
    hash: ["Mã băm của bản ghi", "Hash of the record"],
    verified: ["Kiểm chứng", "Verification"],
    unreadable: ["không thuộc phạm vi được xem", "not for you to see"],
});

// Whoever may read the log opens the record there.
export const recordLink = (position: number): TemplateResult =>
    roles.overseeing() || roles.administering()
        ? html`<a class="record-number" href="/nhat-ky/${position}">${w.record} ${numberText(position)}</a>`
        : html`<span class="record-number">${w.record} ${numberText(position)}</span>`;

export const sourceText = (by: Schemas["Provenance"]): string =>
    by.entry === "PAPER" ? w.paper(by.enteredBy ?? "–") : w.native;

export interface Origin {
    by: Schemas["Provenance"];
    type?: string;
    changes?: readonly Schemas["FieldChange"][];
    value?: string;
    reason?: string;
    document?: string;
    clauses?: readonly string[];
}

const detail = (position: number, pick: (found: { id: string; hash: string }) => string): unknown =>
    until(
        verdictOf(position).then((verdict) => {
            if (verdict.kind !== "checked") return w.unreadable;
            const leaf = verdict.checked.steps.find((step) => step.name === "leaf") ?? verdict.checked.steps[0];
            const hash = leaf?.values.find(([name]) => name === "leaf")?.[1] ?? "";
            const said = pick({ id: verdict.checked.record?.id ?? "", hash });
            return said ? html`<code class="breaks">${said}</code>` : w.unreadable;
        }),
        "…",
    );

export function openProvenance(origin: Origin): Promise<void> {
    const { by } = origin;
    return openDialog(
        w.title,
        () =>
            html`<dl class="facts provenance">
                ${
                    origin.value
                        ? html`<dt>${w.value}</dt>
                          <dd><b>${origin.value}</b></dd>`
                        : nothing
                }
                ${
                    origin.type
                        ? html`<dt>${w.act}</dt>
                          <dd>${eventWords(origin.type)}</dd>`
                        : nothing
                }
                ${(origin.changes ?? []).map(
                    (change) =>
                        html`<dt>${fieldWords(change.field)}</dt>
                            <dd>${valueText(change.from)} → <b>${valueText(change.to)}</b></dd>`,
                )}
                ${
                    origin.reason
                        ? html`<dt>${w.reason}</dt>
                          <dd>${origin.reason}</dd>`
                        : nothing
                }
                ${
                    origin.clauses?.length
                        ? html`<dt>${w.clauses}</dt>
                          <dd>${origin.clauses.map((clause) => html`<p>${clause}</p>`)}</dd>`
                        : nothing
                }
                <dt>${w.author}</dt>
                <dd>${by.actorName ?? by.actor} <span class="code muted">${by.actor}</span></dd>
                <dt>${w.capacity}</dt>
                <dd>${capacityWords(by.capacity)}</dd>
                <dt>${w.authority}</dt>
                <dd>
                    ${by.mandateDocumentNumber ?? by.mandateDocument ?? w.noAuthority}${
                        by.mandate ? html` <span class="code muted">${by.mandate}</span>` : nothing
                    }
                </dd>
                ${
                    by.actedAt
                        ? html`<dt>${w.acted}</dt>
                          <dd>${dateView(by.actedAt)}</dd>`
                        : nothing
                }
                <dt>${w.recorded}</dt>
                <dd>${dateView(by.recordedAt)}</dd>
                <dt>${w.source}</dt>
                <dd>${sourceText(by)}</dd>
                <dt>${w.event}</dt>
                <dd>${detail(by.position, ({ id }) => id)}</dd>
                <dt>${w.record}</dt>
                <dd>
                    ${
                        roles.overseeing() || roles.administering()
                            ? html`<a href="/nhat-ky/${by.position}">${numberText(by.position)}</a>`
                            : numberText(by.position)
                    }
                </dd>
                <dt>${w.hash}</dt>
                <dd>${detail(by.position, ({ hash }) => hash)}</dd>
                <dt>${w.verified}</dt>
                <dd>${proofBadge(by.position, true)}</dd>
            </dl>`,
    );
}

// Who acted, with what it rests on: in a line of a sheet.
export const byLine = (by: Schemas["Provenance"]): TemplateResult => html`
    <span class="by"
        >${actorText(by)} ·
        ${momentView(by)}${
            by.entry === "PAPER" ? html` · <span class="tag warn">${sourceText(by)}</span>` : nothing
        }</span
    >
`;
