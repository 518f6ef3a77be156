// The Merkle tree of RFC 6962, section 2.1: leaves, paths to the root, and that a log only grew (RFC 9162, 2.1.3-4).
import { need, same, sha256, type Bytes } from "./bytes.js";

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export const leafHash = (record: Bytes): Promise<Bytes> => sha256(leafMark, record);
export const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(nodeMark, left, right);

const half = (value: number): number => Math.floor(value / 2);

// The root that `path` leads to from the leaf at `index` of a tree of `size`.
export async function rootOfPath(index: number, size: number, leaf: Bytes, path: readonly Bytes[]): Promise<Bytes> {
    need(index >= 0 && index < size, "the record is not below the checkpoint");
    let node = index;
    let last = size - 1;
    let hash = leaf;
    for (const sibling of path) {
        need(last > 0, "the path is too long");
        if (node % 2 === 1 || node === last) {
            hash = await nodeHash(sibling, hash);
            while (node % 2 === 0 && node > 0) {
                node = half(node);
                last = half(last);
            }
        } else hash = await nodeHash(hash, sibling);
        node = half(node);
        last = half(last);
    }
    need(last === 0, "the path is too short");
    return hash;
}

// Throws unless the tree of `to` hashes begins with the one of `from`.
export async function checkGrowth(
    from: number,
    to: number,
    fromRoot: Bytes,
    toRoot: Bytes,
    path: readonly Bytes[],
): Promise<void> {
    need(from > 0 && from <= to, "the log is shorter than before");
    if (from === to) {
        need(path.length === 0 && same(fromRoot, toRoot), "another root at the same size");
        return;
    }
    let node = from - 1;
    let last = to - 1;
    while (node % 2 === 1) {
        node = half(node);
        last = half(last);
    }
    // A whole subtree is its own beginning.
    const hashes = node === 0 ? [fromRoot, ...path] : [...path];
    const first = hashes.shift();
    need(first !== undefined, "the path is too short");
    let before = first;
    let after = first;
    for (const sibling of hashes) {
        need(last > 0, "the path is too long");
        if (node % 2 === 1 || node === last) {
            before = await nodeHash(sibling, before);
            after = await nodeHash(sibling, after);
            while (node % 2 === 0 && node > 0) {
                node = half(node);
                last = half(last);
            }
        } else after = await nodeHash(after, sibling);
        node = half(node);
        last = half(last);
    }
    need(last === 0, "the path is too short");
    need(same(before, fromRoot), "the log did not grow from the checkpoint seen before");
    need(same(after, toRoot), "the path does not lead to the new checkpoint");
}
