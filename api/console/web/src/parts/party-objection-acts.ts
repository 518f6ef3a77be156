// Kiến nghị, khiếu nại of the party track: filed by the member, taken up, withdrawn, resolved.
import { act, newKey, type AnswerOf, type Schemas } from "../api/client.js";
import { me } from "../session.js";
import { objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import type { Acting } from "./acting.js";
import type { Deed } from "./allowed.js";
import { area, optionalText, paperFields, paperOf } from "./party-fields.js";

type Dossier = AnswerOf<"/v1/party/dossiers/{dossier}">["data"];
type Outcome = Schemas["PartyObjectionResolved"]["outcome"];
// An act of the dossier, with whom it is about above its fields.
export type Ask = (acting: Omit<Acting, "done">) => Deed["run"];

const w = words({
    object: ["Gửi kiến nghị, khiếu nại", "File an objection"],
    kind: ["Loại", "Kind"],
    grounds: ["Nội dung, căn cứ", "Grounds"],
    receive: ["Tiếp nhận, giao người giải quyết", "Take it up"],
    resolver: ["Mã người giải quyết", "Code of the resolver"],
    withdraw: ["Rút kiến nghị", "Withdraw"],
    resolve: ["Giải quyết kiến nghị", "Resolve"],
    outcome: ["Kết quả", "Outcome"],
    reasons: ["Nội dung giải quyết", "Reasons"],
    reason: ["Lý do", "Reason"],
});

export const objectionDeeds = (of: Dossier, actions: Schemas["PartyDossierActions"], ask: Ask): Deed[] => {
    const parts = { dossier: of.line.dossier };
    const closed = [...(of.withdrawals ?? []), ...(of.resolutions ?? [])].map((one) => one.event.objection);
    const open = of.objections?.findLast((one) => !closed.includes(one.event.objection))?.event.objection;
    const decision = of.decision ?? 0;
    const id = `KN-${newKey().slice(0, 12)}`;
    const deeds: Deed[] = [
        {
            action: "file-party-objection",
            title: w.object,
            run: ask({
                title: w.object,
                fields: [
                    {
                        name: "kind",
                        label: w.kind,
                        kind: "choice",
                        choices: (["PETITION", "COMPLAINT"] as const).map((value) => ({
                            value,
                            title: objectionWords(value),
                        })),
                    },
                    area("grounds", w.grounds),
                ],
                button: w.object,
                send: ({ kind, grounds = "" }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/objections",
                        parts,
                        { objection: id, kind: kind as "PETITION" | "COMPLAINT", decision, grounds },
                        { key },
                    ),
            }),
        },
    ];
    if (!open) return deeds;
    const its = { ...parts, objection: open };
    return [
        ...deeds,
        {
            action: "receive-party-objection",
            title: w.receive,
            run: ask({
                title: w.receive,
                fields: [{ name: "resolver", label: w.resolver, value: me()?.person ?? "" }],
                button: w.receive,
                send: ({ resolver = "" }, key) =>
                    act("/v1/party/dossiers/{dossier}/objections/{objection}/receipt", its, { resolver }, { key }),
            }),
        },
        {
            action: "withdraw-party-objection",
            title: w.withdraw,
            run: ask({
                title: w.withdraw,
                fields: [area("reason", w.reason, true)],
                button: w.withdraw,
                send: ({ reason }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/objections/{objection}/withdrawal",
                        its,
                        optionalText("reason", reason),
                        { key },
                    ),
            }),
        },
        {
            action: "resolve-party-objection",
            title: w.resolve,
            main: true,
            run: ask({
                title: w.resolve,
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
                    area("reasons", w.reasons),
                    ...paperFields(""),
                ],
                button: w.resolve,
                send: ({ outcome, reasons = "", ...paper }, key) =>
                    act(
                        "/v1/party/dossiers/{dossier}/objections/{objection}/resolution",
                        its,
                        { outcome: outcome as Outcome, reasons, paper: paperOf(paper) },
                        { key, ifMatch: actions.revision },
                    ),
            }),
        },
    ];
};
