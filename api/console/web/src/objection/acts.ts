// What is done with a petition or complaint: received by whom it is resolved, resolved with reasons, and the re-rating
// that follows one that was upheld.
import { html, nothing } from "lit";
import { act, type AnswerOf, type Schemas } from "../api/client.js";
import type { Acting } from "../parts/acting.js";
import { personView } from "../parts/badges.js";
import "../parts/documents.js";
import { groundWords } from "../parts/effects.js";
import { holds, me } from "../session.js";
import { levelsInOrder, levelWords, objectionWords, type Level } from "../words/vocabulary.js";
import { words } from "../words/words.js";

export const actWords = words({
    receive: ["Tiếp nhận, phân công giải quyết", "Receive and name a resolver"],
    rename: ["Phân công người khác", "Name another resolver"],
    resolve: ["Kết luận giải quyết", "Resolve"],
    rerate: ["Hủy kết quả và xếp loại lại", "Cancel and re-rate"],
});
const w = words({
    resolverCode: ["Mã người giải quyết", "Code of the resolver"],
    resolverHint: [
        "Phải có thẩm quyền kết luận đối với người kiến nghị",
        "Must be competent to decide about the person",
    ],
    outcome: ["Kết quả", "Outcome"],
    reasons: ["Lý do", "Reasons"],
    reasonsHint: ["Người kiến nghị đọc được nguyên văn", "The person reads them word by word"],
    resolution: ["Văn bản giải quyết (mã)", "Document of the resolution (code)"],
    rerateAbout: [
        "Kết quả cũ bị hủy nhưng vẫn đọc được. Số liệu, tỷ lệ, báo cáo và thông báo liên quan được liệt kê " +
            "thành việc phải làm.",
        "The old result is cancelled and stays readable. Figures, quota, reports and notices it touches " +
            "become listed tasks.",
    ],
    newLevel: ["Mức mới", "New level"],
    newDocument: ["Quyết định xếp loại lại (mã)", "Decision of the re-rating (code)"],
    done: ["Đã ghi nhận", "Recorded"],
    sameWarns: [
        "Người giải quyết cũng là người đã kết luận mức bị kiến nghị. Pháp luật không cấm; hồ sơ ghi rõ điều " +
            "này để người đọc biết.",
        "The resolver also decided the level objected to. The law does not forbid it; the record says so for " +
            "whoever reads it.",
    ],
});

type Line = Schemas["ObjectionLine"];
type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];

export function receiving(line: Line): Acting {
    return {
        title: line.resolver ? actWords.rename : actWords.receive,
        about: personView(line.person),
        fields: [
            {
                name: "resolver",
                label: w.resolverCode,
                hint: w.resolverHint,
                value: holds("DECIDE") ? (me()?.person ?? "") : "",
            },
        ],
        button: line.resolver ? actWords.rename : actWords.receive,
        revision: line.revision,
        send: ({ resolver = "" }, key, revision) =>
            act(
                "/v1/objections/{objection}/receipt",
                { objection: line.objection },
                { resolver },
                { key, ifMatch: revision ?? line.revision },
            ),
        done: w.done,
    };
}

export function resolving(line: Line): Acting {
    return {
        title: actWords.resolve,
        about: html`${personView(line.person)}${
            line.resolverDecided ? html`<p class="muted">${w.sameWarns}</p>` : nothing
        }`,
        fields: [
            {
                name: "outcome",
                label: w.outcome,
                kind: "choice",
                choices: (["UPHELD", "PARTLY_UPHELD", "REJECTED"] as const).map((value) => ({
                    value,
                    title: objectionWords(value),
                })),
            },
            { name: "reasons", label: w.reasons, kind: "area", hint: w.reasonsHint },
            { name: "document", label: w.resolution, kind: "document", of: "DECISION" },
        ],
        button: actWords.resolve,
        wide: true,
        revision: line.revision,
        send: ({ outcome, reasons = "", document = "" }, key, revision) =>
            act(
                "/v1/objections/{objection}/resolution",
                { objection: line.objection },
                { outcome: outcome as NonNullable<Line["outcome"]>, reasons, document },
                { key, ifMatch: revision ?? line.revision },
            ),
        done: w.done,
    };
}

export function rerating(line: Line, dossier: Dossier): Acting {
    return {
        title: actWords.rerate,
        about: html`${personView(line.person)}
            <p class="muted">${w.rerateAbout}</p>`,
        fields: [
            {
                name: "level",
                label: w.newLevel,
                kind: "choice",
                choices: levelsInOrder.map((value) => ({ value, title: levelWords(value) })),
            },
            { name: "reason", label: w.reasons, kind: "area", value: `${groundWords("OBJECTION")}: ` },
            { name: "document", label: w.newDocument, kind: "document", of: "DECISION" },
        ],
        button: actWords.rerate,
        danger: true,
        wide: true,
        revision: dossier.line.revision,
        send: ({ level, reason = "", document = "" }, key, revision) =>
            act(
                "/v1/dossiers/{dossier}/re-rating",
                { dossier: line.dossier },
                {
                    decision: line.decision,
                    ground: "OBJECTION",
                    objection: line.objection,
                    reason,
                    level: level as Level,
                    document,
                },
                { key, ifMatch: revision ?? dossier.line.revision },
            ),
        done: w.done,
    };
}
