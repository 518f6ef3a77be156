// A file goes over in pieces, each of which may be sent again; handing it in is one act, whose record holds the digest.
import { act, newKey, send, type Answer } from "./client.js";

export interface Sent {
    attachment: string;
    digest: string; // SHA-256 of the whole, hexadecimal: what acts name as evidence
}

const hex = (bytes: ArrayBuffer): string =>
    Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

// `about`: whom the file is about. `progress` is given what share is over, 0 to 1.
export async function sendFile(file: File, about: string, progress: (share: number) => void): Promise<Answer<Sent>> {
    const begun = await act("/v1/attachments", {}, { person: about });
    if (begun.kind !== "ready") return begun;
    const { attachment, pieceBytesMax } = begun.body.data;
    const pieces = Math.max(1, Math.ceil(file.size / pieceBytesMax));
    for (let number = 0; number < pieces; number += 1) {
        const piece = file.slice(number * pieceBytesMax, (number + 1) * pieceBytesMax);
        const kept = await send<unknown>(`/v1/attachments/${attachment}/pieces/${number}`, {
            method: "POST",
            headers: { "Content-Type": "application/octet-stream", "Minhbach-Console": "1" },
            body: piece,
        });
        if (kept.kind !== "ready") return kept;
        progress((number + 1) / pieces);
    }
    const stored = await act(
        "/v1/attachments/{attachment}",
        { attachment },
        { name: file.name, mediaType: file.type || "application/octet-stream" },
        { key: newKey() },
    );
    if (stored.kind !== "ready") return stored;
    const digest = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return { ...stored, body: { attachment, digest } };
}
