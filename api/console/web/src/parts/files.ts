// Words, signs and acts of units' files: on the board, and on the screen of one file.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type AnswerOf, type Schemas } from "../api/client.js";
import { me } from "../session.js";
import { numberText } from "../words/format.js";
import { shortLevelWords, type Outcome } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";
import { askAndAct } from "./acting.js";
import { levelBadge, unitView } from "./badges.js";

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
        "Ghi cùng lý do để đơn vị biết hỏi ai",
        "Recorded with the reason, so that the unit knows whom to ask",
    ],
    call: [
        (phone: string, name: string) => `Điện thoại: ${phone} (${name})`,
        (phone: string, name: string) => `Telephone: ${phone} (${name})`,
    ],
    remark: ["Ghi chú", "Remark"],
    returned: ["Đã trả hồ sơ, đơn vị thấy lý do ngay", "Returned; the unit sees the reason at once"],
    accepted: ["Đã tiếp nhận hồ sơ", "Accepted"],
    status: ["Trạng thái", "Status"],
    counts: ["Kết quả trong hồ sơ", "Results in the file"],
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
export const countsText = (counts: Schemas["SettledCounts"] | undefined): string =>
    counts ? counted.map(([level, key]) => `${shortLevelWords(level)} ${numberText(counts[key])}`).join(", ") : "–";

// A telephone number in a text can be called.
export const withPhones = (text: string): unknown =>
    text
        .split(/(\+?\d[\d .-]{7,14}\d)/)
        .map((piece, index) =>
            index % 2 === 1 && piece.replace(/\D/g, "").length >= 9
                ? html`<a href="tel:${piece.replace(/[^\d+]/g, "")}">${piece}</a>`
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

type File = AnswerOf<"/v1/cycles/{cycle}/files/{unit}">;

const newest = (cycle: string, unit: string, was: FileLine) => async () => {
    const answer = await ask(get("/v1/cycles/{cycle}/files/{unit}", { cycle, unit }));
    if (answer.kind !== "ready") return undefined;
    const now: File["data"]["line"] = answer.body.data.line;
    return {
        revision: now.revision,
        rows: [
            { label: w.status, mine: fileStatusWords(was.status), theirs: fileStatusWords(now.status) },
            { label: w.counts, mine: countsText(was.counts), theirs: countsText(now.counts) },
        ],
    };
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
        newest: newest(cycle, line.unit.unit, line),
        send: ({ reason = "", phone = "" }, key, revision) => {
            try {
                localStorage.setItem(kept, phone);
            } catch {
                // Asked for again next time.
            }
            const whole = phone ? `${reason}\n${w.call(phone, me()?.name ?? me()?.person ?? "")}` : reason;
            const parts = { cycle, unit: line.unit.unit };
            return act(
                "/v1/cycles/{cycle}/files/{unit}/return",
                parts,
                { reason: whole },
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
        newest: newest(cycle, line.unit.unit, line),
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
