// What a self-assessment holds while it is written: begun from what was filed before, looked over, sent.
import type { AnswerOf, BodyOf } from "../api/client.js";
import {
    effectWords,
    judgedWords,
    levelWords,
    qualitiesOf,
    qualityWords,
    type Effectiveness,
    type Judged,
    type Level,
    type Quality,
} from "../words/vocabulary.js";
import { words } from "../words/words.js";

export const formWords = words({
    reason: ["Thuyết minh", "Explanation"],
    tasks: ["Kết quả thực hiện nhiệm vụ được giao", "Tasks of the year"],
    results: ["Tự nhận xét kết quả thực hiện nhiệm vụ", "Your own remarks on the results"],
    strengths: ["Ưu điểm, khuyết điểm", "Strengths and shortcomings"],
    effectiveness: ["Hiệu quả công việc", "Effectiveness"],
    level: ["Tự xếp loại", "Your own level"],
    empty: ["(chưa ghi)", "(nothing)"],
});

// The headings of the statutory form; a document, so Vietnamese in either language.
const headings = {
    results: "Kết quả thực hiện chức trách, nhiệm vụ được giao",
    strengths: "Ưu điểm, khuyết điểm",
} as const;

export type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];
export type Work = AnswerOf<"/v1/work/{year}/people/{person}">["data"];
export interface Content {
    values: Partial<Record<Quality, Judged>>;
    reasons: Partial<Record<Quality, string>>;
    results: string;
    strengths: string;
    effectiveness?: Effectiveness;
    level?: Level;
}

// As it was filed last, or empty.
export function contentOf(dossier: Dossier): Content {
    const filed = dossier.selfAssessment?.event;
    const values: Content["values"] = {};
    const reasons: Content["reasons"] = {};
    for (const [quality, judged] of Object.entries(filed?.general ?? {}) as [
        Quality,
        { value: Judged; reason?: string } | undefined,
    ][]) {
        if (!judged) continue;
        values[quality] = judged.value;
        if (judged.reason) reasons[quality] = judged.reason;
    }
    const text = (heading: string): string => filed?.sections?.find((one) => one.heading === heading)?.text ?? "";
    return {
        values,
        reasons,
        results: text(headings.results),
        strengths: text(headings.strengths),
        ...(filed ? { effectiveness: filed.effectiveness, level: filed.proposedLevel } : {}),
    };
}

// What keeps it from being filed, by the names of its fields.
export function missing(leader: boolean, content: Content): string[] {
    const lacks: string[] = [];
    for (const quality of qualitiesOf(leader)) {
        if (!content.values[quality]) lacks.push(qualityWords(quality));
        else if (content.values[quality] === "NOT_MET" && !content.reasons[quality]?.trim())
            lacks.push(`${qualityWords(quality)}: ${formWords.reason}`);
    }
    if (!content.effectiveness) lacks.push(formWords.effectiveness);
    if (!content.results.trim()) lacks.push(formWords.results);
    if (!content.level) lacks.push(formWords.level);
    return lacks;
}

// Once nothing is missing.
export const bodyOf = (leader: boolean, content: Content): BodyOf<"/v1/dossiers/{dossier}/self-assessment"> =>
    ({
        sections: (["results", "strengths"] as const)
            .filter((part) => content[part].trim())
            .map((part) => ({ heading: headings[part], text: content[part].trim() })),
        general: Object.fromEntries(
            qualitiesOf(leader).map((quality) => {
                const reason = content.reasons[quality]?.trim();
                return [quality, { value: content.values[quality], ...(reason ? { reason } : {}) }];
            }),
        ),
        effectiveness: content.effectiveness,
        proposedLevel: content.level,
    }) as BodyOf<"/v1/dossiers/{dossier}/self-assessment">;

// One version beside the other, by the names of the fields.
export function compared(
    leader: boolean,
    mine: Content,
    theirs: Content,
): { label: string; mine: string; theirs: string }[] {
    const row = (label: string, of: (one: Content) => string): { label: string; mine: string; theirs: string } => ({
        label,
        mine: of(mine) || formWords.empty,
        theirs: of(theirs) || formWords.empty,
    });
    return [
        ...qualitiesOf(leader).map((quality) =>
            row(qualityWords(quality), (one) => (one.values[quality] ? judgedWords(one.values[quality]) : "")),
        ),
        row(formWords.effectiveness, (one) => (one.effectiveness ? effectWords(one.effectiveness) : "")),
        row(formWords.results, (one) => one.results),
        row(formWords.strengths, (one) => one.strengths),
        row(formWords.level, (one) => (one.level ? levelWords(one.level) : "")),
    ];
}
