// What a check of a record needs is asked for here, and what this device has seen of the log is kept here. The checks
// themselves are in check.ts and trust nothing that comes from the program.
import { ask, get, type AnswerOf } from "../api/client.js";
import { hashBytes, hexBytes, hexOf, Refused } from "./bytes.js";
import { checkEntry, checkSeen, holds, type Checked, type Seen, type Step } from "./check.js";
import { checkpointOf, verifierKey } from "./note.js";

export type LogView = AnswerOf<"/v1/log">;

// The main ledger holds what was done; the access ledger who viewed what, and what was refused. Each is a log of its
// own, with an origin, a key and checkpoints of its own; witnesses look at the main one.
export type Ledger = "main" | "access";
export interface LedgerView {
    ledger: Ledger;
    origin: string;
    vkey: string;
    checkpoint: LogView["checkpoint"];
    witnesses: NonNullable<LogView["witnesses"]>;
    witnessed: LogView["witnessed"];
}
// How a question names the ledger; the main one need not be named.
export const asked = (ledger: Ledger): { ledger?: "access" } => (ledger === "access" ? { ledger } : {});

export const ledgerOf = (log: LogView, ledger: Ledger): LedgerView =>
    ledger === "main"
        ? {
              ledger,
              origin: log.origin,
              vkey: log.vkey,
              checkpoint: log.checkpoint,
              witnesses: log.witnesses ?? [],
              witnessed: log.witnessed,
          }
        : {
              ledger,
              origin: log.accessOrigin,
              vkey: log.accessVkey,
              checkpoint: log.accessCheckpoint,
              witnesses: [],
              witnessed: undefined,
          };

// checked; not yet below a published checkpoint; nobody answered; this browser cannot compute signatures.
export type Verdict =
    | { kind: "checked"; held: boolean; witnessed: boolean; checked: Checked; at: string }
    | { kind: "waiting" }
    | { kind: "offline" }
    | { kind: "unable" };

const keyOf = (origin: string): string => `minhbach.log.${origin}`;

export function seen(origin: string): Seen | undefined {
    try {
        const kept = localStorage.getItem(keyOf(origin));
        return kept ? (JSON.parse(kept) as Seen) : undefined;
    } catch {
        return undefined;
    }
}

function remember(origin: string, value: Seen): void {
    try {
        localStorage.setItem(keyOf(origin), JSON.stringify(value));
    } catch {
        // A browser that keeps nothing meets the log for the first time each time, and says so.
    }
}

async function text(address: string): Promise<string | undefined> {
    try {
        const response = await fetch(address, { credentials: "same-origin", cache: "no-cache" });
        return response.ok ? await response.text() : undefined;
    } catch {
        return undefined;
    }
}

// Against what this device saw last. Keeps the newer of the two when all holds.
async function growth(log: LedgerView, note: string): Promise<Step[]> {
    const origin = log.origin;
    const before = seen(origin);
    const checkpoint = await checkpointOf(note, await verifierKey(log.vkey));
    let path: string[] = [];
    let statements = "";
    if (before) {
        if (before.vkey !== log.vkey) statements = (await text("/v1/log/keys")) ?? "";
        const [from, to] = [before.size, checkpoint.size].sort((left, right) => left - right) as [number, number];
        if (from !== to) {
            const answer = await ask(get("/v1/log/consistency", {}, { from, to, ...asked(log.ledger) }));
            if (answer.kind === "ready") path = answer.body.proof ?? [];
        }
    }
    const steps = await checkSeen({ seen: before, vkey: log.vkey, checkpoint, statements, path });
    if (steps.every((step) => step.held !== false) && (!before || before.size <= checkpoint.size))
        remember(origin, {
            vkey: log.vkey,
            size: checkpoint.size,
            root: hexOf(checkpoint.root),
            at: new Date().toISOString(),
        });
    return steps;
}

// Whose keys those are only the program could say here: `minhbach log verify --policy` checks them.
function witnessStep(log: LedgerView, position: number): Step {
    const size = log.witnessed?.size ?? 0;
    return {
        name: "witness",
        held: undefined,
        said: size > position,
        values: size > 0 ? [["size", String(size)]] : [],
    };
}

export async function verify(position: number, ledger: Ledger = "main"): Promise<Verdict> {
    if (!globalThis.crypto?.subtle) return { kind: "unable" };
    const answer = await ask(get("/v1/log", {}));
    if (answer.kind !== "ready") return { kind: "offline" };
    const log = ledgerOf(answer.body, ledger);
    if (position >= log.checkpoint.size) return { kind: "waiting" };
    const [entry, proof, receipt] = await Promise.all([
        ask(get("/v1/log/entries/{position}", { position }, asked(ledger))),
        ask(get("/v1/log/entries/{position}/proof", { position }, asked(ledger))),
        text(`/v1/log/entries/${position}/receipt${ledger === "access" ? "?ledger=access" : ""}`),
    ]);
    if (receipt === undefined || proof.kind === "offline") return { kind: "offline" };
    try {
        await verifierKey(log.vkey);
    } catch (error) {
        if (!(error instanceof Refused)) return { kind: "unable" };
    }
    const checked = await checkEntry({
        position,
        vkey: log.vkey,
        receipt,
        record: entry.kind === "ready" ? hexBytes(entry.body.data.cbor) : undefined,
        leaf: proof.kind === "ready" ? hashBytes(proof.body.leafHash) : undefined,
    });
    if (checked.checkpoint) {
        try {
            checked.steps.push(...(await growth(log, receipt.slice(receipt.indexOf("\n\n") + 2))));
        } catch (error) {
            const problem = error instanceof Error ? error.message : String(error);
            checked.steps.push({ name: "growth", held: false, values: [], problem });
        }
    }
    const witness = witnessStep(log, position);
    checked.steps.push(witness);
    return {
        kind: "checked",
        held: holds(checked),
        witnessed: witness.said === true || log.witnesses.length === 0,
        checked,
        at: new Date().toISOString(),
    };
}

// The newest checkpoint against what this device has seen.
export async function verifyLog(ledger: Ledger = "main"): Promise<Step[] | undefined> {
    const answer = await ask(get("/v1/log", {}));
    const note = await text(ledger === "main" ? "/log/checkpoint" : "/log/access/checkpoint");
    if (answer.kind !== "ready" || note === undefined) return undefined;
    const log = ledgerOf(answer.body, ledger);
    try {
        const key = await verifierKey(log.vkey);
        const checkpoint = await checkpointOf(note, key);
        const signature: Step = {
            name: "signature",
            held: true,
            values: [
                ["origin", checkpoint.origin],
                ["size", String(checkpoint.size)],
                ["root", hexOf(checkpoint.root)],
            ],
        };
        return [signature, ...(await growth(log, note))];
    } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        return [{ name: "signature", held: false, values: [], problem }];
    }
}
