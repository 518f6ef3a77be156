// A record of the log, read from its bytes: deterministic CBOR (RFC 8949, 4.2.1) of one array. LOG_FORMAT.md, section 1.
import { bytesText, hexOf, need, type Bytes } from "./bytes.js";

export type Cbor = number | string | Bytes | null | Cbor[];

// The one value whose only encoding the bytes are.
export function decoded(bytes: Bytes): Cbor {
    let at = 0;
    const take = (count: number): Bytes => {
        need(at + count <= bytes.length, "the record is cut");
        at += count;
        return bytes.slice(at - count, at);
    };
    const argument = (info: number): number => {
        if (info < 24) return info;
        need(info <= 27, "not deterministic");
        const width = 1 << (info - 24);
        const value = take(width).reduce((sum, byte) => sum * 256 + byte, 0);
        const least = width === 1 ? 24 : 2 ** (4 * width);
        need(value >= least && Number.isSafeInteger(value), "not the shortest form");
        return value;
    };
    const item = (depth: number): Cbor => {
        need(depth < 5, "too deep");
        const head = take(1)[0] ?? 0;
        const info = head & 31;
        switch (head >> 5) {
            case 0:
                return argument(info);
            case 1:
                return -1 - argument(info);
            case 2:
                return take(argument(info));
            case 3:
                return bytesText(take(argument(info)));
            case 4:
                return Array.from({ length: argument(info) }, () => item(depth + 1));
            default:
                need(head === 0xf6, "something that no record holds");
                return null;
        }
    };
    const value = item(0);
    need(at === bytes.length, "the record has a tail");
    return value;
}

export interface LogRecord {
    origin: string;
    position: number;
    stream: string;
    revision: number;
    id: string;
    type: string;
    schema: number;
    actor: string;
    capacity: string;
    enteredBy: string | undefined;
    authority: string;
    subjects: [code: string, number: number][];
    actorNumber: number;
    recordedAt: number; // milliseconds since 1970
    commitments: Bytes[];
}

const text = (value: Cbor | undefined): string => {
    need(typeof value === "string", "a text is missing");
    return value;
};
const count = (value: Cbor | undefined): number => {
    need(typeof value === "number" && value >= 0, "a number is missing");
    return value;
};
const list = (value: Cbor | undefined): Cbor[] => {
    need(Array.isArray(value), "a list is missing");
    return value;
};
const bytesOf = (value: Cbor | undefined, length: number): Bytes => {
    need(value instanceof Uint8Array && value.length === length, "bytes are missing");
    return value;
};

export function recordOf(bytes: Bytes): LogRecord {
    const all = list(decoded(bytes));
    need(all.length === 22 && all[0] === 1, "not a record");
    const id = hexOf(bytesOf(all[5], 16));
    return {
        origin: text(all[1]),
        position: count(all[2]),
        stream: text(all[3]),
        revision: count(all[4]),
        id: [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join("-"),
        type: text(all[6]),
        schema: count(all[7]),
        actor: text(all[8]),
        capacity: text(all[9]),
        enteredBy: all[10] === null ? undefined : text(all[10]),
        authority: text(all[11]),
        subjects: list(all[12]).map((subject) => {
            const [code, number] = list(subject);
            return [text(code), count(number)];
        }),
        actorNumber: count(all[13]),
        recordedAt: count(all[14]),
        commitments: list(all[21]).map((commitment) => bytesOf(commitment, 32)),
    };
}
