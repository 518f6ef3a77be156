// What is being written and not yet handed in. It stays on this device: nobody else can see it, and nothing is sent.
import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface Draft<T> {
    content: T;
    keptAt: string; // an instant
}

const prefix = "minhbach.draft.";
// Drafts belong to one person: whoever signs in next on the device gets none of them.
const keyOf = (person: string, what: string): string => `${prefix}${person}.${what}`;

function restored<T>(key: string): Draft<T> | undefined {
    try {
        const kept = localStorage.getItem(key);
        return kept ? (JSON.parse(kept) as Draft<T>) : undefined;
    } catch {
        return undefined;
    }
}

// Nothing where the browser keeps nothing.
function kept<T>(key: string, content: T): Draft<T> | undefined {
    const draft: Draft<T> = { content, keptAt: new Date().toISOString() };
    try {
        localStorage.setItem(key, JSON.stringify(draft));
        return draft;
    } catch {
        return undefined;
    }
}

// The draft of a screen: kept a moment after the last change, and at the latest when the screen or the page is left.
export class Autosave<T> implements ReactiveController {
    draft: Draft<T> | undefined; // as it was kept last
    keepsNothing = false; // this browser; the screen says so
    private key: string | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private waiting: T | undefined;

    constructor(private readonly host: ReactiveControllerHost) {
        host.addController(this);
    }

    hostConnected(): void {
        addEventListener("pagehide", this.flush);
    }

    hostDisconnected(): void {
        this.flush();
        removeEventListener("pagehide", this.flush);
    }

    // From now on this is what is being written; gives what was kept of it before.
    begin(person: string, what: string): T | undefined {
        this.flush();
        this.key = keyOf(person, what);
        this.draft = restored<T>(this.key);
        return this.draft?.content;
    }

    change(content: T): void {
        this.waiting = content;
        clearTimeout(this.timer);
        this.timer = setTimeout(this.flush, 600);
    }

    // It was handed in.
    drop(): void {
        clearTimeout(this.timer);
        this.waiting = undefined;
        this.draft = undefined;
        try {
            if (this.key) localStorage.removeItem(this.key);
        } catch {
            // Then there is none.
        }
    }

    private readonly flush = (): void => {
        clearTimeout(this.timer);
        if (this.waiting === undefined || !this.key) return;
        const draft = kept(this.key, this.waiting);
        this.keepsNothing = draft === undefined;
        this.draft = draft ?? this.draft;
        this.waiting = undefined;
        this.host.requestUpdate();
    };
}
