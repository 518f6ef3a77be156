// The public API, as the program's own document describes it. What is refused comes back as a value; only a programming
// error throws. Signing in is a cookie that no script reads.
import type { components, paths } from "./types.js";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"] & { etag?: string };
export type AsOf = Schemas["AsOf"];
export type Accepted = Schemas["Accepted"];

// An act that was refused because of a newer version (412): what was sent, and how to send it on top of that version.
export interface Stale {
    readonly path: string;
    readonly parts: Readonly<Record<string, string | number>>;
    readonly body: unknown;
    readonly again: (revision: number) => Promise<Answer<unknown>>;
}

// In the order of likelihood: it is here; the program refused, and says why; nobody answered.
export type Answer<T> =
    | { kind: "ready"; body: T; etag?: string; next?: string; simulated: boolean }
    | { kind: "refused"; problem: Problem; status: number; stale?: Stale }
    | { kind: "offline" };

type Json<Responses> = {
    [Status in keyof Responses]: Responses[Status] extends { content: { "application/json": infer Body } }
        ? Body
        : never;
}[keyof Responses];
type Operation<Path extends keyof paths, Method extends string> = paths[Path] extends { [M in Method]: infer O }
    ? O
    : never;
type PathsWith<Method extends string> = {
    [Path in keyof paths]: paths[Path] extends { [M in Method]: object } ? Path : never;
}[keyof paths];
export type GetPath = PathsWith<"get">;
export type PostPath = PathsWith<"post">;
export type AnswerOf<Path extends GetPath> = Operation<Path, "get"> extends { responses: infer R } ? Json<R> : never;
export type BodyOf<Path extends PostPath> =
    Operation<Path, "post"> extends { requestBody: { content: { "application/json": infer Body } } }
        ? Body
        : undefined;
export type AcceptedOf<Path extends PostPath> =
    Operation<Path, "post"> extends { responses: infer R } ? Json<R> : never;
export type QueryOf<Path extends GetPath> =
    Operation<Path, "get"> extends { parameters: { query?: infer Q } } ? { [Name in keyof Q]?: Q[Name] } : object;
type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
export type PartsOf<Path extends string> = { [Name in Names<Path>]: string | number };

// A question that can be asked again: the address, with the type of its answer.
export interface Question<T> {
    readonly address: string;
    // Why a named record is opened, where that is no daily work: entered in the access ledger.
    readonly purpose?: string;
    readonly answers?: T;
}

function filled(path: string, parts: Record<string, string | number>): string {
    return path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = parts[name];
        if (value === undefined) throw new Error(`no ${name} for ${path}`);
        return encodeURIComponent(value);
    });
}

// get("/v1/dossiers/{dossier}", { dossier }, { known_as_of })
export function get<Path extends GetPath>(
    path: Path,
    parts: PartsOf<Path>,
    query: QueryOf<Path> = {} as QueryOf<Path>,
    purpose?: string,
): Question<AnswerOf<Path>> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
        if (value !== undefined && value !== "") search.set(name, String(value));
    const tail = search.size > 0 ? `?${search}` : "";
    return { address: filled(path, parts) + tail, ...(purpose ? { purpose } : {}) };
}

function problemOf(status: number): Problem {
    return {
        type: "/problems/unreadable",
        title: "Câu trả lời không đọc được",
        titleEn: "Unreadable answer",
        status,
        detail: "Hệ thống trả lời không đúng dạng. Hãy thử lại.",
        detailEn: "The answer was not of the form expected. Try again.",
    };
}

let heard: (answer: { offline: boolean; signedOut: boolean }) => void = () => undefined;
// Told after each answer, so that the frame can say that nobody answers or that the session has ended.
export function onAnswer(listener: typeof heard): void {
    heard = listener;
}

// For what is not JSON; everything else goes through `ask` and `act`.
export async function send<T>(address: string, init: RequestInit): Promise<Answer<T>> {
    let response: Response;
    try {
        response = await fetch(address, { credentials: "same-origin", cache: "no-cache", ...init });
    } catch (failure) {
        if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
        heard({ offline: true, signedOut: false });
        return { kind: "offline" };
    }
    heard({ offline: false, signedOut: response.status === 401 && address !== "/v1/sign-in" });
    let body: unknown;
    try {
        body = response.status === 204 ? undefined : await response.json();
    } catch {
        return { kind: "refused", problem: problemOf(response.status), status: response.status };
    }
    if (!response.ok) return { kind: "refused", problem: body as Problem, status: response.status };
    const etag = response.headers.get("ETag");
    const next = /<([^>]*)>;\s*rel="?next"?/.exec(response.headers.get("Link") ?? "")?.[1];
    return {
        kind: "ready",
        body: body as T,
        simulated: response.headers.get("Minhbach-Simulated") === "?1",
        ...(etag ? { etag } : {}),
        ...(next ? { next } : {}),
    };
}

// Throws only an AbortError.
export function ask<T>(question: Question<T>, signal?: AbortSignal): Promise<Answer<T>> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (question.purpose) headers["Purpose"] = encodeURIComponent(question.purpose);
    return send<T>(question.address, { headers, ...(signal ? { signal } : {}) });
}

export interface ActOptions {
    ifMatch?: string | number; // the revision that was seen
    key?: string; // the same for every attempt at the same act
    receipt?: boolean; // with receipts of what was written
}

// Acts once however often it is sent: the key is kept by whoever repeats.
export async function act<Path extends PostPath>(
    path: Path,
    parts: PartsOf<Path>,
    body: BodyOf<Path>,
    options: ActOptions = {},
): Promise<Answer<AcceptedOf<Path>>> {
    const headers: Record<string, string> = {
        Accept: "application/json",
        "Content-Type": "application/json",
        "Minhbach-Console": "1",
        "Idempotency-Key": `"${options.key ?? newKey()}"`,
    };
    if (options.ifMatch !== undefined) {
        const given = String(options.ifMatch);
        headers["If-Match"] = given.startsWith('"') ? given : `"${given}"`;
    }
    if (options.receipt) headers["Prefer"] = "receipt";
    const answer = await send<AcceptedOf<Path>>(filled(path, parts), {
        method: "POST",
        headers,
        body: JSON.stringify(body ?? {}),
    });
    if (answer.kind === "ready") await readAsFar(answer.body);
    if (answer.kind !== "refused" || answer.status !== 412) return answer;
    const again = (ifMatch: number): Promise<Answer<unknown>> => act(path, parts, body, { ...options, ifMatch });
    return { ...answer, stale: { path, parts, body, again } };
}

// What is read after an act shows it: the read models are waited for, by the cheapest question that does.
async function readAsFar(accepted: unknown): Promise<void> {
    const { lastPosition, count } = (accepted ?? {}) as Partial<Accepted>;
    if (lastPosition !== undefined && count !== 0) await ask(get("/v1/cycles", {}, { min_position: lastPosition }));
}

export function newKey(): string {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
        "",
    );
}
