// Words, signs and acts of units' files: on the board, and on the screen of one file.
import { html, nothing, type TemplateResult } from "lit";
import { act, type Schemas } from "../api/client.js";
import { numberText } from "../words/format.js";
import { type Outcome } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";
import { askAndAct } from "./acting.js";
import { levelBadge, unitView } from "./badges.js";
import { icon } from "./icons.js";
import { toast } from "./overlays.js";

export type FileLine = Schemas["FileLine"];
export type FileStatus = FileLine["status"];

const statuses: Record<FileStatus, Pair> = {
    MISSING: ["Chưa gửi", "Missing"],
    SUBMITTED: ["Đã gửi, chờ kiểm tra", "Submitted, to be checked"],
    RETURNED: ["Trả lại để bổ sung", "Returned for completion"],
    ACCEPTED: ["Đã tiếp nhận", "Accepted"],
};
const tones: Record<FileStatus, string> = {
    MISSING: "danger",
    SUBMITTED: "info",
    RETURNED: "warn",
    ACCEPTED: "good",
};
const w = words({
    late: ["Gửi muộn", "Late"],
    return: ["Trả hồ sơ", "Return the file"],
    accept: ["Tiếp nhận hồ sơ", "Accept the file"],
    reason: ["Lý do trả lại, cần bổ sung gì", "Why it is returned, what is to be completed"],
    reasonHint: ["Đơn vị đọc được nguyên văn", "The unit reads it word by word"],
    phone: ["Điện thoại của người phụ trách tại nơi nhận", "Telephone of the officer who checked"],
    phoneHint: [
        "Ghi bên cạnh lý do để đơn vị biết hỏi ai",
        "Recorded beside the reason, so that the unit knows whom to ask",
    ],
    call: ["Điện thoại:", "Telephone:"],
    copy: [(phone: string) => `Chép số ${phone}`, (phone: string) => `Copy ${phone}`],
    copied: ["Đã chép số điện thoại", "The number was copied"],
    remark: ["Ghi chú", "Remark"],
    returned: ["Đã trả hồ sơ, đơn vị thấy lý do ngay", "Returned; the unit sees the reason at once"],
    accepted: ["Đã tiếp nhận hồ sơ", "Accepted"],
});

export const fileStatusWords = (status: FileStatus): string => say(statuses[status]);
export const fileStatusBadge = (line: FileLine): TemplateResult =>
    html`<span class="tags"
        ><span class="tag ${tones[line.status]}">${fileStatusWords(line.status)}</span>${
            line.late ? html` <span class="tag warn">${w.late}</span>` : nothing
        }</span
    >`;

const counted: readonly [Outcome, keyof Schemas["SettledCounts"]][] = [
    ["EXCELLENT", "excellent"],
    ["GOOD", "good"],
    ["COMPLETED", "completed"],
    ["NOT_COMPLETED", "notCompleted"],
    ["NOT_RATED", "notRated"],
];
// How many of each level, those that occur.
export const countsView = (counts: Schemas["SettledCounts"] | undefined): TemplateResult | string =>
    counts && counts.staff > 0
        ? html`<span class="tags">
              ${counted
                  .filter(([, key]) => counts[key] > 0)
                  .map(
                      ([level, key]) =>
                          html`<span class="counted"
                              >${levelBadge(level, true)} <b>${numberText(counts[key])}</b></span
                          >`,
                  )}
          </span>`
        : "–";

const called = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, "")}`;

// Whom to ask about a file that came back: a number that is called with a touch and copied with another.
export const phoneView = (phone: string, name?: string): TemplateResult =>
    html`<span class="tags"
        ><b>${w.call}</b> <a href=${called(phone)}>${phone}</a>${name ? html` (${name})` : nothing}
        <button
            type="button"
            class="bare no-print"
            aria-label=${w.copy(phone)}
            @click=${(event: Event) => void copy(event.currentTarget as HTMLElement, phone)}
        >
            ${icon("copy")}
        </button></span
    >`;
// Where the browser keeps the clipboard from pages, the number is marked instead, to be copied by hand.
async function copy(button: HTMLElement, phone: string): Promise<void> {
    try {
        await navigator.clipboard.writeText(phone);
        toast(w.copied);
    } catch {
        const link = button.parentElement?.querySelector("a");
        if (link) getSelection()?.selectAllChildren(link);
    }
}
// What is looked for in a list: the number as it is written, and its digits alone.
export const phoneSought = (phone: string | undefined): string =>
    phone ? `${phone} ${phone.replace(/\D/g, "")}` : "";

// A telephone number in a text can be called, as in reasons from before the number had a field of its own.
export const withPhones = (text: string): unknown =>
    text
        .split(/(\+?\d[\d .-]{7,14}\d)/)
        .map((piece, index) =>
            index % 2 === 1 && piece.replace(/\D/g, "").length >= 9
                ? html`<a href=${called(piece)}>${piece}</a>`
                : piece,
        );

const kept = "minhbach.phone";
const keptPhone = (): string => {
    try {
        return localStorage.getItem(kept) ?? "";
    } catch {
        return "";
    }
};

export const returnFile = (cycle: string, line: FileLine): Promise<boolean> =>
    askAndAct({
        title: w.return,
        about: unitView(line.unit),
        fields: [
            { name: "reason", label: w.reason, kind: "area", hint: w.reasonHint },
            { name: "phone", label: w.phone, kind: "tel", hint: w.phoneHint, value: keptPhone(), optional: true },
        ],
        button: w.return,
        danger: true,
        revision: line.revision,
        send: ({ reason = "", phone = "" }, key, revision) => {
            try {
                localStorage.setItem(kept, phone);
            } catch {
                // Asked for again next time.
            }
            const parts = { cycle, unit: line.unit.unit };
            return act(
                "/v1/cycles/{cycle}/files/{unit}/return",
                parts,
                { reason, ...(phone ? { phone } : {}) },
                { key, ifMatch: revision ?? line.revision },
            );
        },
        done: w.returned,
    });

export const acceptFile = (cycle: string, line: FileLine): Promise<boolean> =>
    askAndAct({
        title: w.accept,
        about: html`${unitView(line.unit)}
            <p>${countsView(line.counts)}</p>`,
        fields: [{ name: "remark", label: w.remark, optional: true }],
        button: w.accept,
        revision: line.revision,
        send: ({ remark }, key, revision) =>
            act(
                "/v1/cycles/{cycle}/files/{unit}/acceptance",
                { cycle, unit: line.unit.unit },
                remark ? { remark } : {},
                {
                    key,
                    ifMatch: revision ?? line.revision,
                },
            ),
        done: w.accepted,
    });
