// The one ZIP archive of given files: stored, no extra fields, no comments, one fixed date. LOG_FORMAT.md, section 7.
import { bytesText, join, need, same, type Bytes } from "./bytes.js";

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
    let value = start;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
});

export function crc32(bytes: Bytes): number {
    let value = 0xffffffff;
    for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
}

// Little-endian fields: [width, value] each.
function packed(...fields: [width: 2 | 4, value: number][]): Bytes {
    const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [width, value] of fields) {
        if (width === 2) view.setUint16(at, value, true);
        else view.setUint32(at, value, true);
        at += width;
    }
    return bytes;
}

const kLocal = 0x04034b50;
const kCentral = 0x02014b50;
const kEnd = 0x06054b50;

const headOf = (content: Bytes, nameLength: number): Bytes =>
    packed(
        [2, 20],
        [2, 0x0800],
        [2, 0],
        [2, 0],
        [2, 0x21],
        [4, crc32(content)],
        [4, content.length],
        [4, content.length],
        [2, nameLength],
        [2, 0],
    );

// Names and contents in order. Whatever is not the one archive of these files is refused.
export function filesOf(data: Bytes): Map<string, Bytes> {
    const files = new Map<string, Bytes>();
    const directory: Bytes[] = [];
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    let at = 0;
    while (at + 4 <= data.length && view.getUint32(at, true) === kLocal) {
        need(at + 30 <= data.length, "a header is cut");
        const size = view.getUint32(at + 18, true);
        const length = view.getUint16(at + 26, true);
        need(at + 30 + length + size <= data.length, "a file is cut");
        const name = data.slice(at + 30, at + 30 + length);
        const content = data.slice(at + 30 + length, at + 30 + length + size);
        const head = headOf(content, length);
        need(same(data.slice(at, at + 30 + length), join(packed([4, kLocal]), head, name)), "a header is wrong");
        directory.push(
            join(packed([4, kCentral], [2, 20]), head, packed([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name),
        );
        const written = bytesText(name);
        need(!files.has(written), "a file is there twice");
        files.set(written, content);
        at += 30 + length + size;
    }
    const central = join(...directory);
    const count = files.size;
    const end = packed([4, kEnd], [2, 0], [2, 0], [2, count], [2, count], [4, central.length], [4, at], [2, 0]);
    need(count > 0 && same(data.slice(at), join(central, end)), "the directory of the archive is wrong");
    return files;
}

export const textOf = (files: Map<string, Bytes>, name: string): string => {
    const content = files.get(name);
    need(content !== undefined, `${name} is missing`);
    return bytesText(content);
};
export const bytesIn = (files: Map<string, Bytes>, name: string): Bytes => {
    const content = files.get(name);
    need(content !== undefined, `${name} is missing`);
    return content;
};
