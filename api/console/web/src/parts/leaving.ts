// What is done with the dossier of somebody who moved, left, died or is suspended while a cycle is on.
import { html } from "lit";
import { act, type BodyOf } from "../api/client.js";
import { say, words, type Pair } from "../words/words.js";
import { askAndAct, type Field } from "./acting.js";
import type { Deed } from "./allowed.js";
import "./documents.js";

type Cause = BodyOf<"/v1/dossiers/{dossier}/closing">["cause"];

const w = words({
    close: ["Đóng hồ sơ, không xếp loại", "Close the dossier without a rating"],
    cause: ["Nguyên nhân", "Cause"],
    move: ["Chuyển hồ sơ sang cơ quan mới", "Move the dossier to the new agency"],
    reopen: ["Mở lại hồ sơ", "Open the dossier again"],
    reason: ["Lý do", "Reason"],
    document: ["Văn bản (mã)", "Document (code)"],
    done: ["Đã ghi nhận", "Recorded"],
});
const causes: Record<Cause, Pair> = {
    LEFT_SERVICE: ["Thôi việc, nghỉ hưu, chuyển đi nơi khác", "Left the service"],
    DIED: ["Qua đời", "Died"],
    SUSPENDED: ["Tạm đình chỉ công tác", "Suspended"],
    OPENED_IN_ERROR: ["Mở nhầm", "Opened in error"],
    DUPLICATE: ["Trùng mã người", "Duplicate of another code"],
};
const closingWords = (cause: Cause): string => say(causes[cause]);

export function leavingDeeds(dossier: string, revision: number): Deed[] {
    const parts = { dossier };
    const about = html`<p class="code">${dossier}</p>`;
    const reason: Field = { name: "reason", label: w.reason, kind: "area" };
    const onDecision: Field = { name: "document", label: w.document, kind: "document", of: "DECISION" };
    return [
        {
            action: "close-dossier",
            title: w.close,
            danger: true,
            run: () =>
                askAndAct({
                    title: w.close,
                    about,
                    fields: [
                        {
                            name: "cause",
                            label: w.cause,
                            kind: "choice",
                            choices: (Object.keys(causes) as Cause[]).map((value) => ({
                                value,
                                title: closingWords(value),
                            })),
                        },
                        reason,
                        onDecision,
                    ],
                    button: w.close,
                    danger: true,
                    revision,
                    send: ({ cause, reason: why = "", document = "" }, key, seen) =>
                        act(
                            "/v1/dossiers/{dossier}/closing",
                            parts,
                            { cause: cause as Cause, reason: why, document },
                            { key, ifMatch: seen ?? revision },
                        ),
                    done: w.done,
                }),
        },
        {
            action: "move-dossier",
            title: w.move,
            run: () =>
                askAndAct({
                    title: w.move,
                    about,
                    fields: [{ ...onDecision, of: "APPOINTMENT" }],
                    button: w.move,
                    revision,
                    send: ({ document = "" }, key, seen) =>
                        act("/v1/dossiers/{dossier}/moves", parts, { document }, { key, ifMatch: seen ?? revision }),
                    done: w.done,
                }),
        },
        {
            action: "reopen-dossier",
            title: w.reopen,
            run: () =>
                askAndAct({
                    title: w.reopen,
                    about,
                    fields: [reason, onDecision],
                    button: w.reopen,
                    revision,
                    send: ({ reason: why = "", document = "" }, key, seen) =>
                        act(
                            "/v1/dossiers/{dossier}/reopening",
                            parts,
                            { reason: why, document },
                            { key, ifMatch: seen ?? revision },
                        ),
                    done: w.done,
                }),
        },
    ];
}
