// Bytes and what they are written as. Whatever is not written in the one way it can be is refused.
export type Bytes = Uint8Array<ArrayBuffer>;

// A proof, a record or a package that is not what it must be; `message` says in which way, in English, for the log.
export class Refused extends Error {}

export function need(condition: boolean, what: string): asserts condition {
    if (!condition) throw new Refused(what);
}

export const textBytes = (text: string): Bytes => new TextEncoder().encode(text);
export function bytesText(bytes: Bytes): string {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new Refused("not UTF-8");
    }
}

export function join(...parts: readonly Bytes[]): Bytes {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}

export const same = (left: Bytes, right: Bytes): boolean =>
    left.length === right.length && left.every((byte, index) => byte === right[index]);

export const hexOf = (bytes: Bytes): string =>
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export function hexBytes(hex: string): Bytes {
    need(hex.length % 2 === 0 && /^[0-9a-f]*$/.test(hex), "not hexadecimal");
    return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
        parseInt(hex.slice(2 * index, 2 * index + 2), 16),
    );
}
// A hash in hexadecimal: 64 digits.
export function hashBytes(hex: string): Bytes {
    need(hex.length === 64, "not a hash");
    return hexBytes(hex);
}

export function base64Of(bytes: Bytes): string {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}
export function base64Bytes(text: string): Bytes {
    let decoded: string;
    try {
        decoded = atob(text);
    } catch {
        throw new Refused("not base64");
    }
    const bytes = Uint8Array.from(decoded, (letter) => letter.charCodeAt(0));
    need(base64Of(bytes) === text, "base64 is not of the one form");
    return bytes;
}

// A decimal number without leading zeros that a browser can count to.
export function numberOf(text: string): number {
    const value = Number(text);
    need(/^(0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(value), "not a number");
    return value;
}

export async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", join(...parts)));
}
