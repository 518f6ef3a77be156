// An inspection package checked by this browser alone, as LOG_FORMAT.md, section 7 says: every byte of the archive, the
// signature on its list, every record against the signed checkpoint, every content against what its record committed
// to, and that no list which is called complete has a gap. Where such a list ends is the word of the log, which signed.
import { bytesIn, filesOf, textOf } from "./archive.js";
import { hashBytes, hexOf, need, numberOf, same, sha256, textBytes, type Bytes } from "./bytes.js";
import { checkpointOf, checkSigned, noteOf, verifierKey, type VerifierKey } from "./note.js";
import { recordOf, type LogRecord } from "./record.js";
import { leafHash, nodeHash } from "./tree.js";

export interface PackageChecked {
    origin: string;
    vkey: string;
    scope: string;
    size: number;
    root: string;
    simulated: boolean;
    records: number;
    shown: number; // parts whose content is in the package
    hidden: number; // erased, or about others
    complete: string[]; // "subject QN201001 120": numbers 0 to 119 without a gap; that this is all, the log signed
    files: number;
    positions: [first: number, last: number] | undefined;
}

interface Manifest {
    head: Map<string, string>;
    counts: { kind: string; name: string; count: number }[];
    files: { name: string; size: number; hash: string }[];
}

const kHead = ["origin", "scope", "size", "root", "simulated"];

function manifestOf(text: string): Manifest {
    const lines = text.split("\n");
    need(lines[0] === "minhbach package v1" && lines.at(-1) === "", "manifest.txt is not a manifest");
    const split = (line: string): [string, string] => {
        const at = line.indexOf(" ");
        need(at > 0, "manifest.txt has a line without a value");
        return [line.slice(0, at), line.slice(at + 1)];
    };
    const head = lines.slice(1, 6).map(split);
    need(head.map(([name]) => name).join() === kHead.join(), "manifest.txt has another head");
    const counts: Manifest["counts"] = [];
    const files: Manifest["files"] = [];
    for (const line of lines.slice(6, -1)) {
        const [kind, rest] = split(line);
        if (kind === "file") {
            const [hash, after] = split(rest);
            const [size, name] = split(after);
            files.push({ name, size: numberOf(size), hash });
            continue;
        }
        need((kind === "subject" || kind === "stream") && files.length === 0, "manifest.txt has an unknown line");
        const [name, count] = split(rest);
        need(!counts.some((one) => one.kind === kind && one.name === name), "something is counted twice");
        counts.push({ kind, name, count: numberOf(count) });
    }
    const found = new Map(head);
    need(["yes", "no"].includes(found.get("simulated") ?? ""), "manifest.txt has another head");
    const [about, person] = (found.get("scope") ?? "").split("/", 2);
    const claims = counts.some((one) => one.kind === "subject" && one.name === person);
    need(about !== "person" || claims, "it does not claim to be complete about its person");
    return { head: found, counts, files };
}

interface Kept {
    raw: Bytes;
    record: LogRecord;
}

function recordsOf(data: Bytes, origin: string, size: number): Kept[] {
    const found: Kept[] = [];
    let last = -1;
    for (let at = 0; at < data.length; ) {
        const length = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
        need(length > 0 && at + 2 + length <= data.length, "records.bin ends early");
        const raw = data.slice(at + 2, at + 2 + length);
        const record = recordOf(raw);
        need(
            record.origin === origin && record.position > last && record.position < size,
            "a record does not belong here",
        );
        last = record.position;
        found.push({ raw, record });
        at += 2 + length;
    }
    return found;
}

interface Range {
    from: number;
    to: number;
    hash: Bytes;
}

// The root over the leaves and the subtrees between them; each is used once, in order.
async function rootOf(size: number, leaves: { at: number; hash: Bytes }[], ranges: Range[]): Promise<Bytes> {
    let leaf = 0;
    let range = 0;
    const root = async (low: number, high: number): Promise<Bytes> => {
        const count = high - low;
        const inside = (leaves[leaf]?.at ?? Infinity) < high;
        if (!inside && Number.isInteger(Math.log2(count))) {
            const between = ranges[range];
            need(between?.from === low && between.to === high, "tree.txt does not fit the records");
            range += 1;
            return between.hash;
        }
        if (count === 1) {
            const own = leaves[leaf];
            need(own?.at === low, "tree.txt does not fit the records");
            leaf += 1;
            return own.hash;
        }
        let half = 1;
        while (half * 2 < count) half *= 2;
        const left = await root(low, low + half);
        return nodeHash(left, await root(low + half, high));
    };
    const whole = size === 0 ? await sha256() : await root(0, size);
    need(leaf === leaves.length && range === ranges.length, "tree.txt holds more than the tree");
    return whole;
}

interface Named {
    file: (event: Record<string, unknown>) => string;
    hash: string;
}

// What events name by hash, and so must be in the package as it was.
const kRulebook: Named = { file: (event) => `rulebooks/${String(event["rulebookHash"])}.txt`, hash: "rulebookHash" };
const kNamed: Record<string, Named> = {
    "cycle.opened": kRulebook,
    "cycle.rulebook-bound": kRulebook,
    "attachment.stored": { file: (event) => `attachments/${String(event["attachment"])}`, hash: "digest" },
};

async function payloadsOf(
    text: string,
    kept: Kept[],
): Promise<{ shown: number; hidden: number; named: Map<string, unknown> }> {
    const lines = text === "" ? [] : text.split("\n");
    if (text !== "") need(lines.pop() === "", "payloads.txt is cut");
    const named = new Map<string, unknown>();
    let shown = 0;
    let hidden = 0;
    let next = 0;
    for (const { record } of kept)
        for (const [part, commitment] of record.commitments.entries()) {
            const cells = (lines[next] ?? "").split("\t");
            next += 1;
            const [position, index, about = "", salt = ""] = cells;
            const body = cells.slice(4).join("\t");
            need(position === String(record.position) && index === String(part), "a payload is missing");
            need(about === "-" || record.subjects.some(([code]) => code === about), "a part is about somebody else");
            if (salt === "erased" || salt === "withheld") {
                need(body === "-", "a part is shown and not shown");
                hidden += 1;
                continue;
            }
            const hash = await sha256(textBytes("mb-payload-v1"), hashBytes(salt), textBytes(body));
            need(same(hash, commitment), `part ${part} of record ${record.position} is not what was committed to`);
            shown += 1;
            const name = part === 0 ? kNamed[record.type] : undefined;
            if (name) {
                const event = JSON.parse(body) as Record<string, unknown>;
                named.set(name.file(event), event[name.hash]);
            }
        }
    need(next === lines.length, "payloads.txt holds more");
    return { shown, hidden, named };
}

function checkComplete(counts: Manifest["counts"], kept: Kept[]): void {
    const numbers = new Map<string, number[]>();
    const add = (key: string, number: number): void => {
        const list = numbers.get(key);
        if (list) list.push(number);
        else numbers.set(key, [number]);
    };
    for (const { record } of kept) {
        add(`stream ${record.stream}`, record.revision);
        for (const [code, number] of record.subjects) add(`subject ${code}`, number);
    }
    for (const { kind, name, count } of counts) {
        const found = numbers.get(`${kind} ${name}`) ?? [];
        need(
            found.length === count && found.every((number, index) => number === index),
            `${kind} ${name} is not complete`,
        );
    }
}

// Throws a Refused that says what does not hold. `vkey`: the key this device knows; absent: the one in the package,
// which shows only that the package is of one piece.
export async function checkPackage(data: Bytes, vkey?: string): Promise<PackageChecked> {
    const files = filesOf(data);
    const written = textOf(files, "key.txt");
    need(written.endsWith("\n"), "key.txt is cut");
    const own = written.slice(0, -1);
    need(vkey === undefined || vkey === own, "the key is not the one known");
    const key: VerifierKey = await verifierKey(own);
    const note = noteOf(textOf(files, "manifest.txt"));
    need(note.signatures.length === 1, "manifest.txt bears other signatures");
    await checkSigned(note, key);
    const { head, counts, files: listed } = manifestOf(note.text);
    need(
        [...files.keys()].join("\n") === [...listed.map(({ name }) => name), "manifest.txt"].join("\n"),
        "other files than listed",
    );
    for (const { name, size, hash } of listed) {
        const content = bytesIn(files, name);
        need(
            content.length === size && same(await sha256(content), hashBytes(hash)),
            `${name} is not the file listed`,
        );
    }
    const size = numberOf(head.get("size") ?? "");
    const root = hashBytes(head.get("root") ?? "");
    const signed = textOf(files, "checkpoint.txt");
    // Those of witnesses may follow.
    const { signatures } = noteOf(signed);
    need(
        signatures.length <= 100 && signatures.every(({ name }, at) => (name === key.name) === (at === 0)),
        "the checkpoint is not signed by the log first and once",
    );
    const checkpoint = await checkpointOf(signed, key);
    need(
        head.get("origin") === key.name && checkpoint.size === size && same(checkpoint.root, root),
        "another checkpoint",
    );
    const kept = recordsOf(bytesIn(files, "records.bin"), key.name, size);
    const tree = textOf(files, "tree.txt");
    need(tree === "" || tree.endsWith("\n"), "tree.txt is cut");
    const ranges = tree
        .split("\n")
        .slice(0, -1)
        .map((line) => {
            const [from = "", to = "", hash = ""] = line.split(" ");
            return { from: numberOf(from), to: numberOf(to), hash: hashBytes(hash) };
        });
    const leaves: { at: number; hash: Bytes }[] = [];
    for (const { raw, record } of kept) leaves.push({ at: record.position, hash: await leafHash(raw) });
    need(same(await rootOf(size, leaves, ranges), root), "the records lead to another root");
    const { shown, hidden, named } = await payloadsOf(textOf(files, "payloads.txt"), kept);
    checkComplete(counts, kept);
    for (const [name, content] of files)
        if (/^(rulebooks|attachments)\//.test(name))
            need(named.get(name) === hexOf(await sha256(content)), `${name} is not what an event names`);
    return {
        origin: key.name,
        vkey: own,
        scope: head.get("scope") ?? "",
        size,
        root: hexOf(root),
        simulated: head.get("simulated") === "yes",
        records: kept.length,
        shown,
        hidden,
        complete: counts.map(({ kind, name, count }) => `${kind} ${name} ${count}`),
        files: files.size,
        positions: kept.length > 0 ? [kept[0]!.record.position, kept.at(-1)!.record.position] : undefined,
    };
}
