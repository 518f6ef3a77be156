// What is being written and not yet handed in. It stays on this device: nobody else can see it, and nothing is sent.
export interface Draft<T> {
    content: T;
    keptAt: string; // an instant
    base?: string; // the revision it was written on
}

const prefix = "minhbach.draft.";
// Drafts belong to one person: whoever signs in next on the device gets none of them.
const keyOf = (person: string, what: string): string => `${prefix}${person}.${what}`;

export function restoreDraft<T>(person: string, what: string): Draft<T> | undefined {
    try {
        const kept = localStorage.getItem(keyOf(person, what));
        return kept ? (JSON.parse(kept) as Draft<T>) : undefined;
    } catch {
        return undefined;
    }
}

// False where the browser keeps nothing; the screen says so.
export function keepDraft<T>(person: string, what: string, content: T, base?: string): Draft<T> | undefined {
    const draft: Draft<T> = { content, keptAt: new Date().toISOString(), ...(base ? { base } : {}) };
    try {
        localStorage.setItem(keyOf(person, what), JSON.stringify(draft));
        return draft;
    } catch {
        return undefined;
    }
}

export function dropDraft(person: string, what: string): void {
    try {
        localStorage.removeItem(keyOf(person, what));
    } catch {
        // Then there is none.
    }
}

// Keeps a draft a moment after the last change, and at the latest when the page is left.
export class Autosave<T> {
    private timer: ReturnType<typeof setTimeout> | undefined;
    private waiting: T | undefined;

    constructor(
        private readonly person: string,
        private readonly what: string,
        private readonly kept: (draft: Draft<T> | undefined) => void,
        private readonly base?: string,
    ) {
        addEventListener("pagehide", this.flush);
    }

    change(content: T): void {
        this.waiting = content;
        clearTimeout(this.timer);
        this.timer = setTimeout(this.flush, 600);
    }

    readonly flush = (): void => {
        clearTimeout(this.timer);
        if (this.waiting === undefined) return;
        this.kept(keepDraft(this.person, this.what, this.waiting, this.base));
        this.waiting = undefined;
    };

    end(): void {
        this.flush();
        removeEventListener("pagehide", this.flush);
    }
}
