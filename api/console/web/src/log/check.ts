// A record checked by this browser alone: what it hashes to, that the path leads from there to the root that the log
// signed, that the key is the one this device knows, and that the log only grew since the device last looked.
import { hashBytes, hexOf, Refused, same, type Bytes } from "./bytes.js";
import { checkpointOf, leadsTo, receiptOf, verifierKey, type Checkpoint } from "./note.js";
import { recordOf, type LogRecord } from "./record.js";
import { checkGrowth, leafHash, rootOfPath } from "./tree.js";

export type StepName = "record" | "leaf" | "path" | "signature" | "key" | "growth" | "witness";
export interface Step {
    name: StepName;
    // undefined: could not be looked at here, such as bytes one may not read; the proof stands without it.
    held: boolean | undefined;
    said?: boolean; // the program says so, and nothing here could tell
    values: [name: string, value: string][];
    problem?: string;
}

export interface Checked {
    steps: Step[];
    record?: LogRecord;
    checkpoint?: Checkpoint;
}
export const holds = (checked: Checked): boolean => checked.steps.every((step) => step.held !== false);

// What a device keeps of a log between two looks at it.
export interface Seen {
    vkey: string;
    size: number;
    root: string;
    at: string; // an instant
}

export interface Given {
    position: number;
    vkey: string;
    receipt: string; // tlog-proof
    record: Bytes | undefined; // as it is stored; absent where it is not for the reader
    leaf: Bytes | undefined; // said by the program; needed where the record is absent
}

async function step(
    steps: Step[],
    name: StepName,
    values: [string, string][],
    check: () => Promise<void> | void,
): Promise<void> {
    try {
        await check();
        steps.push({ name, held: true, values });
    } catch (error) {
        steps.push({ name, held: false, values, problem: error instanceof Error ? error.message : String(error) });
    }
}

// Every step is taken, also after one that failed, so that what is wrong can be told apart. Throws nothing.
export async function checkEntry(given: Given): Promise<Checked> {
    const steps: Step[] = [];
    const checked: Checked = { steps };
    let leaf = given.leaf;
    const read = given.record;
    if (read) {
        const values: [string, string][] = [["bytes", String(read.length)]];
        await step(steps, "record", values, () => {
            const record = recordOf(read);
            if (record.position !== given.position) throw new Refused("the record stands at another position");
            if (record.origin !== given.vkey.split("+")[0]) throw new Refused("the record is of another log");
            checked.record = record;
        });
        const computed = await leafHash(read);
        await step(steps, "leaf", [["leaf", hexOf(computed)]], () => {
            if (given.leaf && !same(computed, given.leaf)) throw new Refused("the leaf hash is another");
        });
        leaf = computed;
    } else steps.push({ name: "record", held: undefined, values: leaf ? [["leaf", hexOf(leaf)]] : [] });
    const signature: [string, string][] = [];
    await step(steps, "signature", signature, async () => {
        const key = await verifierKey(given.vkey);
        const checkpoint = await checkpointOf(receiptOf(given.receipt).checkpoint, key);
        signature.push(
            ["origin", checkpoint.origin],
            ["size", String(checkpoint.size)],
            ["root", hexOf(checkpoint.root)],
        );
        checked.checkpoint = checkpoint;
    });
    const path: [string, string][] = [];
    await step(steps, "path", path, async () => {
        const receipt = receiptOf(given.receipt);
        if (receipt.index !== given.position) throw new Refused("the receipt is of another record");
        if (!leaf) throw new Refused("no leaf hash");
        if (!checked.checkpoint) throw new Refused("no signed checkpoint");
        path.push(["hashes", String(receipt.path.length)]);
        const root = await rootOfPath(given.position, checked.checkpoint.size, leaf, receipt.path);
        path.push(["root", hexOf(root)]);
        if (!same(root, checked.checkpoint.root)) throw new Refused("the path leads to another root");
    });
    return checked;
}

export interface Growth {
    seen: Seen | undefined; // undefined: this device meets the log for the first time
    vkey: string;
    checkpoint: Checkpoint;
    statements: string; // changes of the key
    path: readonly string[]; // hashes in hexadecimal, from the size that was seen
}

// The key is the one that this device knows, or follows from it; and nothing that was there has gone or changed.
export async function checkSeen(given: Growth): Promise<Step[]> {
    const steps: Step[] = [];
    const seen = given.seen;
    if (!seen) return [{ name: "key", held: undefined, values: [["key", given.vkey]] }];
    await step(steps, "key", [["key", given.vkey]], async () => {
        if (!(await leadsTo(seen.vkey, given.vkey, given.statements))) throw new Refused("the key is another");
    });
    await step(
        steps,
        "growth",
        [
            ["from", String(seen.size)],
            ["to", String(given.checkpoint.size)],
        ],
        () => {
            // A checkpoint may be older than the one that was seen: then it must be a beginning of that.
            const [older, newer] =
                seen.size <= given.checkpoint.size
                    ? [{ size: seen.size, root: hashBytes(seen.root) }, given.checkpoint]
                    : [given.checkpoint, { size: seen.size, root: hashBytes(seen.root) }];
            return checkGrowth(older.size, newer.size, older.root, newer.root, given.path.map(hashBytes));
        },
    );
    return steps;
}
