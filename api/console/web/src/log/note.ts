// Signed notes of C2SP: verifier keys, signatures by Ed25519, checkpoints, and statements that change a key.
import { base64Bytes, base64Of, hexOf, need, numberOf, same, sha256, textBytes, type Bytes } from "./bytes.js";

export interface VerifierKey {
    name: string; // the origin
    id: Bytes;
    key: CryptoKey;
    written: string; // as it was given
}

export async function verifierKey(written: string): Promise<VerifierKey> {
    const found = /^([!-*,-~]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(written);
    need(found !== null, "not a verifier key");
    const [, name = "", id = "", encoded = ""] = found;
    const typed = base64Bytes(encoded);
    need(typed.length === 33 && typed[0] === 1, "not an Ed25519 key");
    const hash = await sha256(textBytes(name), Uint8Array.of(10), typed);
    need(hexOf(hash.slice(0, 4)) === id, "the id of the key is not its own");
    const key = await crypto.subtle.importKey("raw", typed.slice(1), { name: "Ed25519" }, false, ["verify"]);
    return { name, id: hash.slice(0, 4), key, written };
}

export interface Note {
    text: string; // with the line feed at its end
    signatures: { name: string; blob: Bytes }[];
}

export function noteOf(whole: string): Note {
    const at = whole.lastIndexOf("\n\n");
    need(at > 0 && whole.endsWith("\n"), "not a signed note");
    const signatures = whole
        .slice(at + 2, -1)
        .split("\n")
        .map((line) => {
            const found = /^— ([^ +]+) ([A-Za-z0-9+/=]+)$/.exec(line);
            need(found !== null, "not a line of a signature");
            const blob = base64Bytes(found[2] ?? "");
            need(blob.length > 4, "a signature is too short");
            return { name: found[1] ?? "", blob };
        });
    return { text: whole.slice(0, at + 1), signatures };
}

// Throws unless the note bears the key's signature. Signatures of others are passed over.
export async function checkSigned(note: Note, key: VerifierKey): Promise<void> {
    const own = note.signatures.find(({ name, blob }) => name === key.name && same(blob.slice(0, 4), key.id));
    need(own !== undefined, "not signed by the key");
    const held = await crypto.subtle.verify({ name: "Ed25519" }, key.key, own.blob.slice(4), textBytes(note.text));
    need(held, "the signature is wrong");
}

export interface Checkpoint {
    origin: string;
    size: number;
    root: Bytes;
}

export async function checkpointOf(whole: string, key: VerifierKey): Promise<Checkpoint> {
    const note = noteOf(whole);
    const [origin = "", size = "", root = "", ...rest] = note.text.split("\n");
    need(origin === key.name && rest.length === 1 && rest[0] === "", "not a checkpoint of this log");
    await checkSigned(note, key);
    const hash = base64Bytes(root);
    need(hash.length === 32, "not a root");
    return { origin, size: numberOf(size), root: hash };
}

export const checkpointText = (checkpoint: Checkpoint): string =>
    `${checkpoint.origin}\n${checkpoint.size}\n${base64Of(checkpoint.root)}\n`;

// Whether statements that both keys signed lead from one key to the other.
export async function leadsTo(from: string, to: string, statements: string): Promise<boolean> {
    if (from === to) return true;
    let now = from;
    const lines = statements.split("\n");
    for (let at = 0; at + 4 < lines.length; ) {
        const [title, before = "", after = "", blank] = lines.slice(at, at + 4);
        need(title === "minhbach key rotation v1" && blank === "", "not a change of the key");
        need(before.startsWith("from ") && after.startsWith("to "), "not a change of the key");
        let end = at + 4;
        while (lines[end]?.startsWith("— ")) end += 1;
        const note = noteOf(`${lines.slice(at, end).join("\n")}\n`);
        await checkSigned(note, await verifierKey(before.slice(5)));
        await checkSigned(note, await verifierKey(after.slice(3)));
        if (before.slice(5) === now) now = after.slice(3);
        if (now === to) return true;
        at = end;
    }
    return false;
}

export interface Receipt {
    record: Bytes | undefined;
    index: number;
    path: Bytes[];
    checkpoint: string;
}

// C2SP tlog-proof v1.
export function receiptOf(whole: string): Receipt {
    const at = whole.indexOf("\n\n");
    need(at > 0, "not a receipt");
    const lines = whole.slice(0, at).split("\n");
    need(lines.shift() === "c2sp.org/tlog-proof@v1", "not a receipt");
    const record = lines[0]?.startsWith("extra ") ? base64Bytes(lines.shift()!.slice(6)) : undefined;
    const index = lines.shift() ?? "";
    need(index.startsWith("index "), "a receipt without its index");
    const path = lines.map((line) => {
        const hash = base64Bytes(line);
        need(hash.length === 32, "not a hash");
        return hash;
    });
    return { record, index: numberOf(index.slice(6)), path, checkpoint: whole.slice(at + 2) };
}
