// What the browser computes about the log, run under node against receipts and packages of the running program.
// Whatever is changed in them, bit by bit, must be refused.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = ["archive", "bytes", "check", "note", "package", "record", "tree"];

async function compiled(built, scratch) {
    const esbuild = createRequire(join(built, "package.json"))("esbuild");
    const paths = [...modules.map((name) => `log/${name}`), "words/pieces"];
    const entry = paths.map((path) => `export * from "./src/${path}.js";`).join("\n");
    const { outputFiles } = await esbuild.build({
        stdin: { contents: entry, resolveDir: built, loader: "ts" },
        bundle: true,
        format: "esm",
        target: "es2022",
        write: false,
        logLevel: "warning",
    });
    const path = join(scratch, "log.mjs");
    writeFileSync(path, outputFiles[0].contents);
    return import(pathToFileURL(path));
}

// One bit of a byte turned.
const turned = (bytes, at, bit = 1) => {
    const copy = new Uint8Array(bytes);
    copy[at] ^= bit;
    return copy;
};
const failed = ({ steps }) => steps.filter((step) => step.held === false).map((step) => step.name);

export function proofTests({ built, scratch, address, tokenOf }) {
    let log;
    const library = async () => (log ??= await compiled(built, scratch));
    const fetched = async (path, options = {}) => {
        const answer = await fetch(address + path, {
            ...options,
            headers: { Authorization: `Bearer ${tokenOf("inspector")}`, ...options.headers },
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer;
    };
    const json = async (path, options) => (await fetched(path, options)).json();
    const text = async (path) => (await fetched(path)).text();
    const givenOf = async (position) => {
        const { hexBytes, hashBytes } = await library();
        const { data } = await json(`/v1/log/entries/${position}`);
        const { vkey } = await json("/v1/log");
        return {
            position,
            vkey,
            receipt: await text(`/v1/log/entries/${position}/receipt`),
            record: hexBytes(data.cbor),
            leaf: hashBytes(data.leafHash),
            said: data,
        };
    };
    return [
        {
            name: "proof: records at every kind of position hold, and say what the program says",
            run: async () => {
                const { checkEntry } = await library();
                const { checkpoint } = await json("/v1/log");
                for (const position of [0, 1, 255, 256, 1023, 4459, checkpoint.size - 2, checkpoint.size - 1]) {
                    const given = await givenOf(position);
                    const checked = await checkEntry(given);
                    assert.deepEqual(failed(checked), [], `record ${position}`);
                    assert.equal(checked.record.type, given.said.type);
                    assert.equal(checked.record.stream, given.said.stream);
                    assert.equal(checked.record.id, given.said.id);
                    assert.deepEqual(
                        checked.record.subjects.map(([code]) => code),
                        given.said.subjects,
                    );
                }
            },
        },
        {
            name: "proof: any bit turned in the record, the receipt or the key is found",
            run: async () => {
                const { checkEntry, hexBytes } = await library();
                const given = await givenOf(4459);
                const record = given.record;
                for (let at = 0; at < record.length; at += 7)
                    assert.notDeepEqual(
                        failed(await checkEntry({ ...given, record: turned(record, at), leaf: undefined })),
                        [],
                        `byte ${at}`,
                    );
                const letters = [...given.receipt].length;
                let changed = 0;
                for (let at = 0; at < letters; at += 5) {
                    const letter = given.receipt[at];
                    const other = letter === "A" ? "B" : letter === "\n" ? "x" : "A";
                    const receipt = given.receipt.slice(0, at) + other + given.receipt.slice(at + 1);
                    if (receipt === given.receipt) continue;
                    changed += 1;
                    assert.notDeepEqual(
                        failed(await checkEntry({ ...given, receipt })),
                        [],
                        `letter ${at}: ${letter} ${other}`,
                    );
                }
                assert.ok(changed > 100);
                assert.deepEqual(failed(await checkEntry({ ...given, position: 4458 })).includes("path"), true);
                const vkey = given.vkey.replace(/\+[0-9a-f]/, (found) => (found === "+0" ? "+1" : "+0"));
                assert.deepEqual(failed(await checkEntry({ ...given, vkey })).includes("signature"), true);
                const other = await givenOf(4460);
                assert.notDeepEqual(failed(await checkEntry({ ...given, record: other.record })), []);
                assert.notDeepEqual(failed(await checkEntry({ ...given, receipt: other.receipt })), []);
                assert.notDeepEqual(failed(await checkEntry({ ...given, leaf: hexBytes("00".repeat(32)) })), []);
            },
        },
        {
            name: "proof: a record that is not the one encoding of itself is refused",
            run: async () => {
                const { recordOf, decoded, join: joined } = await library();
                const { record } = await givenOf(100);
                assert.equal(recordOf(record).position, 100);
                for (const wrong of [
                    joined(record, Uint8Array.of(0)), // a tail
                    record.slice(0, -1), // cut
                    joined(Uint8Array.of(0x98, 22), record.slice(1)), // a longer head
                    joined(Uint8Array.of(0x9f), record.slice(1), Uint8Array.of(0xff)), // of unnamed length
                ])
                    assert.throws(() => recordOf(wrong));
                assert.deepEqual(decoded(Uint8Array.of(0x18, 24)), 24);
                assert.throws(() => decoded(Uint8Array.of(0x18, 23)));
                assert.throws(() => decoded(Uint8Array.of(0x19, 0, 255)));
                assert.throws(() => decoded(Uint8Array.of(0xf5)));
                assert.throws(() => decoded(Uint8Array.of(0x61, 0xff)));
            },
        },
        {
            name: "proof: from every size seen before the log only grew; a changed past is found",
            run: async () => {
                const { checkSeen, checkpointOf, verifierKey, hexOf, hashBytes } = await library();
                const { vkey } = await json("/v1/log");
                const checkpoint = await checkpointOf(await text("/log/checkpoint"), await verifierKey(vkey));
                const seen = async (size) => {
                    const { proof } = await json(`/v1/log/consistency?from=${size}&to=${checkpoint.size}`);
                    return { path: proof, root: await rootAt(size) };
                };
                // The root at an earlier size, from the tiles.
                const rootAt = async (size) => {
                    const { nodeHash } = await library();
                    const leaves = [];
                    for (let tile = 0; tile * 256 < size; tile += 1) {
                        const width = Math.min(256, size - tile * 256);
                        const name = String(tile).padStart(3, "0");
                        const address = `/log/tile/0/${name}${width < 256 ? `.p/${width}` : ""}`;
                        const bytes = new Uint8Array(await (await fetched(address)).arrayBuffer());
                        for (let at = 0; at < width; at += 1) leaves.push(bytes.slice(32 * at, 32 * at + 32));
                    }
                    const root = async (low, high) => {
                        if (high - low === 1) return leaves[low];
                        let half = 1;
                        while (half * 2 < high - low) half *= 2;
                        return nodeHash(await root(low, low + half), await root(low + half, high));
                    };
                    return hexOf(await root(0, size));
                };
                for (const size of [1, 2, 3, 255, 256, 257, 1000, 4096, 6000]) {
                    const { path, root } = await seen(size);
                    const given = { seen: { vkey, size, root, at: "" }, vkey, checkpoint, statements: "", path };
                    assert.deepEqual(failed({ steps: await checkSeen(given) }), [], `from ${size}`);
                    const damaged = { ...given.seen, root: hexOf(turned(hashBytes(root), 3)) };
                    assert.deepEqual(failed({ steps: await checkSeen({ ...given, seen: damaged }) }), ["growth"]);
                    assert.deepEqual(failed({ steps: await checkSeen({ ...given, path: path.slice(1) }) }), [
                        "growth",
                    ]);
                    const wrong = path.map((one, index) =>
                        index === path.length - 1 ? hexOf(turned(hashBytes(one), 0)) : one,
                    );
                    assert.deepEqual(failed({ steps: await checkSeen({ ...given, path: wrong }) }), ["growth"]);
                }
                const other = vkey.replace("+", "x+");
                const stranger = {
                    seen: { vkey: other, size: checkpoint.size, root: hexOf(checkpoint.root), at: "" },
                    vkey,
                    checkpoint,
                    statements: "",
                    path: [],
                };
                assert.deepEqual(failed({ steps: await checkSeen(stranger) }), ["key"]);
            },
        },
        {
            name: "proof: the pieces of two texts are both texts, and no more differs than was changed",
            run: async () => {
                const { pieces } = await library();
                const of = (from, to) => pieces(from, to).map(({ kind, text }) => `${kind[0]}:${text.trim()}`);
                assert.deepEqual(of("a b c", "a b c"), ["s:a b c"]);
                assert.deepEqual(of("Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"), [
                    "s:Hoàn thành",
                    "d:tốt",
                    "a:xuất sắc",
                    "s:nhiệm vụ",
                ]);
                assert.deepEqual(of("", "mới"), ["a:mới"]);
                assert.deepEqual(of("cũ", ""), ["d:cũ"]);
                // One letter in two Unicode forms is the same letter.
                assert.deepEqual(of("Đào Thị", "Đào Thị".normalize("NFD")), ["s:Đào Thị"]);
                const from = "một hai ba bốn năm sáu".split(" ");
                for (let gone = 0; gone < from.length; gone += 1) {
                    const to = from.toSpliced(gone, 1, "x", "y");
                    const found = pieces(from.join(" "), to.join(" "));
                    const without = (kind) =>
                        found.flatMap((one) => (one.kind === kind ? [] : one.text.trim().split(/\s+/))).join(" ");
                    assert.equal(without("added"), from.join(" "));
                    assert.equal(without("deleted"), to.join(" "));
                }
            },
        },
        {
            name: "proof: a package holds, and no byte of it can be changed",
            run: async () => {
                const { checkPackage, crc32, textBytes } = await library();
                assert.equal(crc32(textBytes("123456789")), 0xcbf43926);
                const bytes = await packageOf({ json, fetched });
                const { vkey } = await json("/v1/log");
                const good = await checkPackage(bytes, vkey);
                assert.ok(good.records > 5 && good.shown > 5, `${good.records} records`);
                assert.equal(good.scope, "person/QN201001");
                assert.ok(good.simulated);
                for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60))
                    await assert.rejects(checkPackage(turned(bytes, at), vkey), `byte ${at}`);
                await assert.rejects(checkPackage(bytes.slice(0, -1), vkey));
                await assert.rejects(checkPackage(bytes, vkey.replace("+", "x+")));
            },
        },
    ];
}

// A package about the person of the first case, exported as inspection does.
export async function packageOf({ json, fetched }) {
    const { data } = await json("/v1/exports", {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": '"goi-kiem-chung"' },
        body: JSON.stringify({ scope: { person: "QN201001" }, purpose: "05/QĐ-TTr" }),
    });
    for (let turn = 0; turn < 100; turn += 1) {
        const { data: now } = await json(`/v1/exports/${data.job}`);
        if (now.state === "DONE") break;
        await new Promise((go) => setTimeout(go, 100));
    }
    return new Uint8Array(await (await fetched(`/v1/exports/${data.job}/package`)).arrayBuffer());
}
