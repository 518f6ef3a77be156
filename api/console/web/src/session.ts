// Who is signed in, as the program says: posts, mandates, the cycle of today.
import { act, ask, get, type Answer, type AnswerOf } from "./api/client.js";

export type Session = AnswerOf<"/v1/session">;
export type Me = NonNullable<Session["me"]>;
export type Power = NonNullable<NonNullable<Me["mandates"]>[number]["powers"]>[number];

let current: Session = { simulated: false, today: "" };
const listeners = new Set<() => void>();

export const session = (): Session => current;
export const me = (): Me | undefined => current.me;

function become(next: Session): void {
    current = next;
    for (const listener of listeners) listener();
}

export function onSession(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

export async function refreshSession(): Promise<Answer<Session>> {
    const answer = await ask(get("/v1/session", {}));
    if (answer.kind === "ready") become(answer.body);
    return answer;
}

// What the program answered to a way of signing in.
export function enter(entered: Session): void {
    become(entered);
}

export async function signOut(): Promise<void> {
    const answer = await act("/v1/sign-out", {}, undefined);
    become(answer.kind === "ready" ? answer.body : { simulated: current.simulated, today: current.today });
}

export const holds = (power: Power): boolean =>
    me()?.mandates?.some((mandate) => mandate.powers?.includes(power)) ?? false;

// For whom a screen is. Whether somebody may see what is on it, the program decides.
export const roles = {
    anybody: () => true,
    signedIn: () => me() !== undefined,
    rated: () => current.cycle?.dossier !== undefined,
    commenting: () => holds("COMMENT"),
    proposing: () => holds("PROPOSE"),
    deciding: () => holds("DECIDE"),
    meeting: () => holds("MEETING"),
    withUnit: () => (me()?.seesAll ?? false) || (me()?.mandates?.length ?? 0) > 0,
    homeAffairs: () => me()?.receives ?? false,
    inspecting: () => me()?.inspects ?? false,
    overseeing: () => (me()?.inspects ?? false) || (me()?.receives ?? false) || (me()?.seesAll ?? false),
    partySide: () =>
        holds("PARTY_READ") || holds("PARTY_PROPOSE") || holds("PARTY_DECIDE") || holds("PARTY_ADMINISTER"),
    administering: () => me()?.administers ?? false,
} satisfies Record<string, () => boolean>;
