// What is done with dossiers before and after the level: proposing one, deciding one or a list, issuing notices. Each is
// true when it was done, or somebody else's version was taken.
import { html } from "lit";
import { act, ask, get, type Schemas } from "../api/client.js";
import { askAndAct } from "../parts/acting.js";
import { levelBadge, outcomeOf, personView } from "../parts/badges.js";
import "../parts/documents.js";
import { groundsView } from "../parts/grounds.js";
import { session } from "../session.js";
import { numberText } from "../words/format.js";
import { inLanguage, levelsInOrder, levelWords, type Level } from "../words/vocabulary.js";
import { words } from "../words/words.js";

export const actWords = words({
    decideList: [
        (n: number) => `Kết luận ${numberText(n)} hồ sơ`,
        (n: number) => (n === 1 ? "Decide 1 dossier" : `Decide ${numberText(n)} dossiers`),
    ],
    notifyList: [
        (n: number) => `Ban hành thông báo cho ${numberText(n)} người`,
        (n: number) => (n === 1 ? "Issue 1 notice" : `Issue ${numberText(n)} notices`),
    ],
});
const w = words({
    levelOf: ["Mức kết luận", "Level"],
    reasonOf: ["Lý do (khi khác mức đề xuất)", "Reason (where it differs from the proposal)"],
    asProposed: [(level: string) => `Theo đề xuất: ${level}`, (level: string) => `As proposed: ${level}`],
    document: ["Quyết định kèm danh sách (mã)", "Decision with annex list (code)"],
    decideAbout: [
        "Sau khi kết luận, mức của từng người được ghi cùng tiêu chí, số liệu và phiên bản quy định đã dùng.",
        "Each level is recorded with the criteria, the figures and the version of the rules used.",
    ],
    done: ["Đã ghi nhận", "Recorded"],
    level: ["Mức đề xuất", "Proposed level"],
    reason: ["Lý do", "Reason"],
    synthesis: ["Tổng hợp ý kiến", "Synthesis of the opinions"],
    noticeDocument: ["Văn bản thông báo (mã)", "Notice (code)"],
    dated: ["Ngày thông báo", "Dated"],
    proposeOne: ["Đề xuất mức", "Propose a level"],
});

type Line = Schemas["DossierLine"];

export async function propose(line: Line): Promise<boolean> {
    const [dossier, allowed] = await Promise.all([
        ask(get("/v1/dossiers/{dossier}", { dossier: line.dossier })),
        ask(get("/v1/dossiers/{dossier}/allowed-actions", { dossier: line.dossier })),
    ]);
    if (dossier.kind !== "ready") return false;
    const proposing =
        allowed.kind === "ready"
            ? allowed.body.data.actions?.find((one) => one.action === "propose-level")
            : undefined;
    const meeting = dossier.body.data.meetings?.findLast((one) => one.adopted)?.meeting;
    const levels = levelsInOrder.map((value) => {
        const obstacle = proposing?.levels?.find((one) => one.level === value && !one.allowed)?.obstacle;
        return {
            value,
            title: obstacle ? `${levelWords(value)} – ${inLanguage(obstacle, "title")}` : levelWords(value),
        };
    });
    const revision = allowed.kind === "ready" ? allowed.body.data.revision : line.revision;
    return askAndAct({
        title: w.proposeOne,
        about: html`${personView(line)} ${groundsView(dossier.body.data)}`,
        fields: [
            { name: "level", label: w.level, kind: "choice", choices: levels },
            { name: "reason", label: w.reason, kind: "area", optional: true },
            { name: "synthesis", label: w.synthesis, kind: "area", optional: true },
        ],
        button: w.proposeOne,
        wide: true,
        revision,
        send: ({ level, reason, synthesis }, key, seen) =>
            act(
                "/v1/dossiers/{dossier}/proposal",
                { dossier: line.dossier },
                {
                    level: level as Level,
                    ...(reason ? { reason } : {}),
                    ...(synthesis ? { synthesis } : {}),
                    ...(meeting ? { meeting } : {}),
                },
                { key, ifMatch: seen ?? revision },
            ),
        done: w.done,
    });
}

// Of a list each as it was proposed; one alone may be given another level, with a reason.
export function decide(list: readonly Line[]): Promise<boolean> {
    const one = list.length === 1 ? list[0] : undefined;
    const asProposed = one?.proposedLevel ? w.asProposed(levelWords(one.proposedLevel)) : "";
    return askAndAct({
        title: actWords.decideList(list.length),
        about: html`<p class="muted">${w.decideAbout}</p>
            <ul>
                ${list.map((line) => html`<li>${personView(line)} ${levelBadge(line.proposedLevel, true)}</li>`)}
            </ul>`,
        fields: [
            ...(one
                ? [
                      {
                          name: "level",
                          label: w.levelOf,
                          kind: "choice" as const,
                          value: one.proposedLevel ?? "",
                          choices: levelsInOrder.map((value) => ({
                              value,
                              title: value === one.proposedLevel ? asProposed : levelWords(value),
                          })),
                      },
                      { name: "reason", label: w.reasonOf, kind: "area" as const, optional: true },
                  ]
                : []),
            { name: "document", label: w.document, kind: "document", of: "DECISION" },
        ],
        button: actWords.decideList(list.length),
        wide: true,
        send: async ({ level, reason, document = "" }, key) => {
            const meetings = await Promise.all(
                list.map((line) => ask(get("/v1/dossiers/{dossier}", { dossier: line.dossier }))),
            );
            const lines = list.map((line, index) => {
                const answer = meetings[index];
                const meeting =
                    answer?.kind === "ready"
                        ? answer.body.data.meetings?.findLast((held) => held.adopted)?.meeting
                        : undefined;
                const decided = one ? (level as Level) : line.proposedLevel;
                return {
                    dossier: line.dossier,
                    ...(decided ? { level: decided } : {}),
                    ...(reason ? { reason } : {}),
                    ...(meeting ? { meeting } : {}),
                };
            });
            const known = await ask(get("/v1/documents/{document}", { document }));
            if (known.kind !== "ready") return known;
            return act(
                "/v1/decisions",
                {},
                { lines, document },
                { key, ifMatch: parseInt((known.etag ?? '"1').slice(1), 10) },
            );
        },
        done: w.done,
    });
}

export function notify(list: readonly Line[]): Promise<boolean> {
    return askAndAct({
        title: actWords.notifyList(list.length),
        about: html`<ul>
            ${list.map((line) => html`<li>${personView(line)} ${levelBadge(outcomeOf(line), true)}</li>`)}
        </ul>`,
        fields: [
            { name: "document", label: w.noticeDocument, kind: "document", of: "NOTICE" },
            { name: "dated", label: w.dated, kind: "date", value: session().today },
        ],
        button: actWords.notifyList(list.length),
        send: ({ document = "", dated = "" }, key) =>
            act("/v1/notices", {}, { dossiers: list.map((line) => line.dossier), document, dated }, { key }),
        done: w.done,
    });
}
