// What a check of a record needs is asked for here, and what this device has seen of the log is kept here. The checks
// themselves are in check.ts and trust nothing that comes from the program.
import { ask, get, type AnswerOf } from "../api/client.js";
import { hashBytes, hexBytes, hexOf, Refused } from "./bytes.js";
import { checkEntry, checkSeen, holds, type Checked, type Seen, type Step } from "./check.js";
import { checkpointOf, verifierKey } from "./note.js";

export type LogView = AnswerOf<"/v1/log">;

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
async function growth(log: LogView, note: string): Promise<Step[]> {
    const origin = log.origin;
    const before = seen(origin);
    const checkpoint = await checkpointOf(note, await verifierKey(log.vkey));
    let path: string[] = [];
    let statements = "";
    if (before) {
        if (before.vkey !== log.vkey) statements = (await text("/v1/log/keys")) ?? "";
        const [from, to] = [before.size, checkpoint.size].sort((left, right) => left - right) as [number, number];
        if (from !== to) {
            const answer = await ask(get("/v1/log/consistency", {}, { from, to }));
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

function witnessStep(log: LogView, position: number): Step {
    const witnesses = log.witnesses ?? [];
    const values: [string, string][] = log.witnessed ? [["size", String(log.witnessed.size)]] : [];
    if (witnesses.length === 0) return { name: "witness", held: undefined, values };
    return { name: "witness", held: (log.witnessed?.size ?? 0) > position ? true : undefined, values };
}

export async function verify(position: number): Promise<Verdict> {
    if (!globalThis.crypto?.subtle) return { kind: "unable" };
    const log = await ask(get("/v1/log", {}));
    if (log.kind !== "ready") return { kind: "offline" };
    if (position >= log.body.checkpoint.size) return { kind: "waiting" };
    const [entry, proof, receipt] = await Promise.all([
        ask(get("/v1/log/entries/{position}", { position })),
        ask(get("/v1/log/entries/{position}/proof", { position })),
        text(`/v1/log/entries/${position}/receipt`),
    ]);
    if (receipt === undefined || proof.kind === "offline") return { kind: "offline" };
    try {
        await verifierKey(log.body.vkey);
    } catch (error) {
        if (!(error instanceof Refused)) return { kind: "unable" };
    }
    const checked = await checkEntry({
        position,
        vkey: log.body.vkey,
        receipt,
        record: entry.kind === "ready" ? hexBytes(entry.body.data.cbor) : undefined,
        leaf: proof.kind === "ready" ? hashBytes(proof.body.leafHash) : undefined,
    });
    if (checked.checkpoint) {
        try {
            checked.steps.push(...(await growth(log.body, receipt.slice(receipt.indexOf("\n\n") + 2))));
        } catch (error) {
            const problem = error instanceof Error ? error.message : String(error);
            checked.steps.push({ name: "growth", held: false, values: [], problem });
        }
    }
    const witness = witnessStep(log.body, position);
    checked.steps.push(witness);
    return {
        kind: "checked",
        held: holds(checked),
        witnessed: witness.held === true || (log.body.witnesses ?? []).length === 0,
        checked,
        at: new Date().toISOString(),
    };
}

// The newest checkpoint against what this device has seen.
export async function verifyLog(): Promise<{ steps: Step[]; log: LogView } | undefined> {
    const log = await ask(get("/v1/log", {}));
    const note = await text("/log/checkpoint");
    if (log.kind !== "ready" || note === undefined) return undefined;
    try {
        const key = await verifierKey(log.body.vkey);
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
        return { log: log.body, steps: [signature, ...(await growth(log.body, note))] };
    } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        return { log: log.body, steps: [{ name: "signature", held: false, values: [], problem }] };
    }
}
